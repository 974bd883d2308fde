// SPDX-License-Identifier: Apache-2.0
#include "models/checks/suppression/suppression.h"
#include "models/mesh/projectfile.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

constexpr std::array<std::string_view, 5> fields{"code", "path", "resource", "reason", "expires"};

/// Reads the list below `suppress`.
class SuppressionReader {
public:
    SuppressionReader(const source::ParsedText& text, QDate today, Suppressions& into)
        : m_text(text)
        , m_today(today)
        , m_into(into)
    {
    }

    void read(NodeRef list)
    {
        if (list.isNull())
            return;
        if (!list.resolved().isSequence()) {
            complain("project.type", list, {"suppress", "list"});
            return;
        }
        for (const NodeRef item : list.resolved().items())
            readEntry(item);
    }

private:
    void readEntry(NodeRef item)
    {
        const std::size_t before = m_into.errors.size();
        if (!item.resolved().isMapping()) {
            complain("project.type", item, {"suppress[]", "mapping"});
            return;
        }
        Suppressions::Entry entry;
        entry.where = locate(item);
        for (const auto& [key, value] : item.resolved().entries()) {
            if (!std::ranges::contains(fields, key.value()))
                complain("project.unknownField", key,
                         {std::string(key.value()), "code, path, resource, reason, expires"});
            else if (key.value() == "code")
                readCodes(value, entry);
            else
                readText(key, value, entry);
        }
        if (m_into.errors.size() > before)
            return;
        if (entry.codes.empty())
            complain("project.missing", item, {"code"});
        else if (entry.reason.empty())
            complain("project.missing", item, {"reason"});
        else if (std::ranges::contains(entry.codes, "*") && !entry.path && !entry.resource)
            complain("suppress.everything", item, {});
        else if (entry.expires && *entry.expires < m_today)
            m_into.expired.push_back(
                {"suppress.expired",
                 {codesOf(entry), entry.expires->toString(Qt::ISODate).toStdString(), entry.reason},
                 entry.where});
        else
            m_into.entries.push_back(std::move(entry));
    }

    static std::string codesOf(const Suppressions::Entry& entry)
    {
        std::string text;
        for (const std::string& code : entry.codes)
            text += (text.empty() ? "" : ", ") + code;
        return text;
    }

    void readCodes(NodeRef value, Suppressions::Entry& entry)
    {
        const bool isList = value.resolved().isSequence();
        for (const NodeRef item : isList ? value.resolved().items() : std::vector{value}) {
            const NodeRef scalar = item.resolved();
            if (scalar.isScalar() && !scalar.isNull())
                entry.codes.emplace_back(scalar.value());
            else
                complain("project.type", item, {"code", "text"});
        }
    }

    void readText(NodeRef key, NodeRef value, Suppressions::Entry& entry)
    {
        const std::string field(key.value());
        const NodeRef scalar = value.resolved();
        if (!scalar.isScalar() || scalar.isNull() || scalar.value().empty()) {
            complain("project.type", value, {field, "text"});
            return;
        }
        const std::string text(scalar.value());
        if (field == "reason") {
            entry.reason = text;
        } else if (field == "expires") {
            const QDate date = QDate::fromString(QString::fromStdString(text), Qt::ISODate);
            entry.expires = date;
            if (!date.isValid())
                complain("suppress.date", value, {text});
        } else {
            const mesh::Glob glob(text, mesh::Glob::Style::Segments);
            if (!glob.isValid())
                complain("suppress.pattern", value, {text});
            (field == "path" ? entry.path : entry.resource) = glob;
        }
    }

    Location locate(NodeRef node) const
    {
        Location where = m_text.locate(node.range().begin);
        where.path = mesh::ProjectFile::path;
        return where;
    }

    void complain(const char* code, NodeRef node, std::vector<std::string> args)
    {
        m_into.errors.push_back({code, std::move(args), locate(node)});
    }

    const source::ParsedText& m_text;
    QDate m_today;
    Suppressions& m_into;
};

} // namespace

Suppressions readSuppressions(const mesh::FileSet& files, QDate today)
{
    Suppressions result;
    result.baseline = readBaseline(files);
    result.errors = result.baseline.errors;
    const mesh::SourceFile* file = files.find(mesh::ProjectFile::path);
    if (file == nullptr || file->text == nullptr || file->text->documents.empty())
        return result;
    const NodeRef list = file->text->documents.front()->root()["suppress"];
    if (list.isValid())
        SuppressionReader(*file->text, today, result).read(list);
    return result;
}

} // namespace meshdraft::checks
