// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/rules.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::checks::validation {

using source::NodeId;

namespace {

NodeRef keyOf(NodeRef node)
{
    const NodeRef parent = node.parent();
    if (!parent.isMapping())
        return {};
    const source::Document& document = *parent.document();
    for (NodeId id = parent.node().firstChild; id != source::noNode;) {
        const NodeId value = document.nodes[id].nextSibling;
        if (id == node.id() || value == node.id())
            return {&document, id};
        id = value == source::noNode ? value : document.nodes[value].nextSibling;
    }
    return {};
}

} // namespace

bool isUnknown(std::string_view text)
{
    return mesh::isFilledInLater(text);
}

Rules::Rules(const mesh::Resource& resource, NodeRef root, std::span<const mesh::SchemaViolation> structure)
    : m_resource(resource)
    , m_root(root)
    , m_yaml(*root.document())
{
    for (const mesh::SchemaViolation& violation : structure) {
        if (const NodeRef node = NodeRef(root.document(), violation.node).resolved();
            node.isScalar() || violation.code == "schema.wrongType")
            m_wrong.push_back(node.id());
    }
    std::ranges::sort(m_wrong);
}

NodeRef Rules::at(NodeRef mapping, std::string_view key) const
{
    const NodeRef value = m_yaml.get(mapping, key);
    return isNull(value) ? NodeRef() : value;
}

NodeRef Rules::at(NodeRef mapping, std::initializer_list<std::string_view> keys) const
{
    NodeRef node = mapping;
    for (const std::string_view key : keys)
        node = at(node, key);
    return node;
}

std::string_view Rules::text(NodeRef node) const
{
    return isNull(node) || isUnknown(node) ? std::string_view() : node.value();
}

std::optional<double> Rules::number(NodeRef node) const
{
    const std::string_view value = text(node);
    double number = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || parsed.ec != std::errc() || parsed.ptr != value.data() + value.size())
        return std::nullopt;
    return number;
}

bool Rules::isNull(NodeRef node)
{
    const NodeRef value = node.resolved();
    return value.kind() == source::NodeKind::Empty || (value.isScalar() && value.isNull());
}

bool Rules::isUnknown(NodeRef node) const
{
    const NodeRef value = node.resolved();
    return (value.isScalar() && validation::isUnknown(value.value()))
        || std::ranges::binary_search(m_wrong, value.id());
}

bool Rules::isFilled(NodeRef node)
{
    if (isNull(node))
        return false;
    const NodeRef value = node.resolved();
    return value.isScalar() ? !value.value().empty() : value.size() > 0;
}

std::string Rules::fieldName(NodeRef node)
{
    NodeRef at = node;
    while (at.isValid() && at.parent().isSequence())
        at = at.parent();
    return std::string(keyOf(at).value());
}

void Rules::add(NodeRef node, Found found)
{
    if (isUnknown(node))
        return;
    found.node = node.id();
    std::string said = std::to_string(found.node) + ' ' + found.message;
    for (const std::string& arg : found.args)
        said += '\n' + arg;
    if (m_said.insert(std::move(said)).second)
        m_found.push_back(std::move(found));
}

namespace {

std::vector<std::string> argsOf(NodeRef node, std::initializer_list<std::string_view> more)
{
    std::vector<std::string> args{Rules::fieldName(node), std::string(node.value())};
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

std::string messageOf(std::string_view id)
{
    return "validation." + std::string(id);
}

} // namespace

void Rules::error(NodeRef node, std::string_view id, std::initializer_list<std::string_view> more)
{
    add(node, {.code = "IST0106", .message = messageOf(id), .args = argsOf(node, more)});
}

void Rules::warning(NodeRef node, std::string_view id, std::initializer_list<std::string_view> more)
{
    if (!m_keepsWarnings)
        return;
    add(node, {.code = "IST0133", .severity = Severity::Warning, .message = messageOf(id), .args = argsOf(node, more)});
}

void Rules::warningWith(NodeRef node, const char* code, std::string_view id, std::vector<std::string> args)
{
    add(node, {.code = code, .severity = Severity::Warning, .message = messageOf(id), .args = std::move(args)});
}

} // namespace meshdraft::checks::validation
