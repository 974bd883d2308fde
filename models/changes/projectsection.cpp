// SPDX-License-Identifier: Apache-2.0
#include "models/changes/projectsection.h"

#include "models/mesh/projectfile.h"

#include <algorithm>
#include <limits>

namespace meshdraft::changes {

using source::NodeRef;

ProjectSection::ProjectSection(const mesh::FileSet& files, std::string_view key)
    : m_path(mesh::ProjectFile::path)
{
    const mesh::SourceFile* file = files.find(m_path);
    if (file == nullptr || file->text == nullptr)
        return;
    m_text = file->text.get();
    if (!m_text->errors.empty()) {
        m_error = m_text->errors.front();
        m_error->where.path = m_path;
    } else if (!m_text->documents.empty()) {
        m_root = m_text->documents.front()->root()[key];
    }
}

ProjectSection::ProjectSection(const source::ParsedText& text, std::string path)
    : m_text(&text)
    , m_path(std::move(path))
{
    if (!text.documents.empty())
        m_root = text.documents.front()->root();
}

void ProjectSection::fail(std::string code, std::vector<std::string> args, NodeRef node)
{
    if (!m_error)
        m_error = Error{std::move(code), std::move(args), locate(node)};
}

Location ProjectSection::locate(NodeRef node) const
{
    Location where = m_text != nullptr ? m_text->locate(node.range().begin) : Location{};
    where.path = m_path;
    return where;
}

std::vector<NodeRef::Entry> ProjectSection::entries(std::string_view name, NodeRef node,
                                                    std::initializer_list<std::string_view> known)
{
    const NodeRef mapping = node.resolved();
    if (!mapping.isMapping()) {
        fail("project.type", {std::string(name), "mapping"}, node);
        return {};
    }
    std::vector<NodeRef::Entry> entries = mapping.entries();
    for (const NodeRef::Entry& entry : entries) {
        if (known.size() == 0 || std::ranges::contains(known, entry.key.value()))
            continue;
        std::string names;
        for (const std::string_view each : known) {
            names += names.empty() ? "" : ", ";
            names += each;
        }
        fail("project.unknownField", {std::string(entry.key.value()), names}, entry.key);
    }
    return entries;
}

std::vector<NodeRef> ProjectSection::items(std::string_view name, NodeRef node)
{
    const NodeRef list = node.resolved();
    if (!list.isSequence())
        fail("project.type", {std::string(name), "list"}, node);
    return list.items();
}

std::string ProjectSection::string(std::string_view name, NodeRef node)
{
    const NodeRef scalar = node.resolved();
    if (!scalar.isScalar() || scalar.isNull() || scalar.value().empty())
        fail("project.type", {std::string(name), "text"}, node);
    return std::string(scalar.value());
}

std::vector<std::string> ProjectSection::strings(std::string_view name, NodeRef node)
{
    if (!node.resolved().isSequence())
        return {string(name, node)};
    std::vector<std::string> result;
    for (const NodeRef item : node.resolved().items())
        result.push_back(string(name, item));
    return result;
}

std::uint32_t ProjectSection::number(std::string_view name, NodeRef node)
{
    const auto value = node.resolved().toInt();
    if (!value || *value < 0 || *value > std::numeric_limits<std::uint16_t>::max()) {
        fail("project.type", {std::string(name), "whole number"}, node);
        return 0;
    }
    return static_cast<std::uint32_t>(*value);
}

bool ProjectSection::truth(std::string_view name, NodeRef node)
{
    const auto value = node.resolved().toBool();
    if (!value)
        fail("project.type", {std::string(name), "truth value"}, node);
    return value.value_or(false);
}

} // namespace meshdraft::changes
