// SPDX-License-Identifier: Apache-2.0
#include "yamldata.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

namespace meshdraft::tests {

using changes::FieldChange;
using changes::Operation;
using mesh::FieldPath;

namespace {

std::string jsonString(std::string_view text)
{
    const QByteArray json = QJsonDocument(QJsonArray{QString::fromUtf8(text.data(), qsizetype(text.size()))})
                                .toJson(QJsonDocument::Compact);
    return json.sliced(1, json.size() - 2).toStdString();
}

std::string scalarOf(source::NodeRef node)
{
    if (!node || node.isNull())
        return "null";
    if (node.node().style == source::NodeStyle::Plain) {
        if (const auto truth = node.toBool())
            return *truth ? "true" : "false";
        if (node.toInt() || node.toDouble())
            return std::string(node.value());
    }
    return jsonString(node.value());
}

/// Lists whose items may stand in any order, see docs/semantic-diff.md.
bool isFree(std::string_view kind, std::string_view key)
{
    static constexpr std::array<std::string_view, 24> keys{
        "hosts",     "gateways", "exportTo",   "addresses", "match",      "matches",  "from",     "to",
        "when",      "values",   "notValues",  "paths",     "methods",    "servers",  "ports",    "subsets",
        "endpoints", "route",    "principals", "egress",    "namespaces", "jwtRules", "ipBlocks", "requestPrincipals"};
    return std::ranges::find(keys, key) != keys.end() || (key == "rules" && kind == "AuthorizationPolicy");
}

/// A part of a file as it stands there, parsed alone: its first line keeps its column.
Data parsed(const std::string& file, source::ByteRange range)
{
    const std::size_t line = range.begin == 0 ? 0 : file.rfind('\n', range.begin - 1) + 1;
    const std::string text = std::string(range.begin - line, ' ') + file.substr(range.begin, range.size()) + '\n';
    const auto yaml = source::parseText(text);
    return yaml->documents.empty() ? Data() : Data::of(yaml->documents.front()->root());
}

} // namespace

Data Data::of(source::NodeRef raw)
{
    const source::NodeRef node = raw.resolved();
    Data data;
    if (node.isMapping()) {
        data.kind = Kind::Map;
        for (const source::NodeRef::Entry& entry : node.entries()) {
            const std::string key(entry.key.value());
            data.keys.push_back(key);
            data.map[key] = of(entry.value);
        }
    } else if (node.isSequence()) {
        data.kind = Kind::List;
        for (const source::NodeRef item : node.items())
            data.list.push_back(of(item));
    } else {
        data.scalar = scalarOf(node);
    }
    return data;
}

const Data* Data::get(const std::string& key) const
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

std::string Data::text() const
{
    if (kind == Kind::Scalar)
        return scalar;
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "" : ", ") + jsonString(key) + ": " + map.at(key).text();
    for (const Data& item : list)
        text += (text.empty() ? "" : ", ") + item.text();
    return kind == Kind::Map ? '{' + text + '}' : '[' + text + ']';
}

std::string Data::sortedText(std::string_view resource, std::string_view of) const
{
    if (kind == Kind::Scalar)
        return scalar;
    std::vector<std::string> parts;
    for (const auto& [key, value] : map)
        parts.push_back(jsonString(key) + ": " + value.sortedText(resource, key));
    for (const Data& item : list)
        parts.push_back(item.sortedText(resource));
    if (isFree(resource, of))
        std::ranges::sort(parts);
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return kind == Kind::Map ? '{' + text + '}' : '[' + text + ']';
}

Undo::Undo(const changes::ResourceChange& change)
    : m_change(change)
{
}

Data Undo::run() const
{
    return undo(Data::of(m_change.after->rootNode()), {}, {});
}

QString Undo::faults() const
{
    for (const FieldChange& field : m_change.fields) {
        const bool isOld = field.operation == Operation::Removed;
        const mesh::Resource& side = isOld ? *m_change.before : *m_change.after;
        if (!field.path.resolve(side.rootNode()))
            return QString::fromStdString("no such place: " + field.path.text());
        if (std::ranges::count(m_change.fields, field.path, &FieldChange::path) > 1) {
            const auto isAgain = [&](const FieldChange& other) {
                return other.path == field.path && other.operation == field.operation;
            };
            if (std::ranges::count_if(m_change.fields, isAgain) > 1)
                return QString::fromStdString("told twice: " + field.path.text());
        }
    }
    return {};
}

const FieldChange* Undo::at(Operation operation, const FieldPath& path) const
{
    const auto found = std::ranges::find_if(
        m_change.fields, [&](const FieldChange& field) { return field.operation == operation && field.path == path; });
    return found == m_change.fields.end() ? nullptr : &*found;
}

Data Undo::oldData(const FieldChange& field) const
{
    Data data = parsed(*m_change.before->document().text, field.oldRange);
    const auto steps = field.path.steps();
    // The range of a removed entry has its key.
    if (field.operation == Operation::Removed && steps && !steps->back().isIndex) {
        const Data* value = data.get(steps->back().key);
        return value != nullptr ? *value : Data();
    }
    return data;
}

Data Undo::undo(const Data& now, const FieldPath& path, const FieldPath& oldPath) const
{
    if (const FieldChange* field = at(Operation::Modified, path))
        return oldData(*field);
    switch (now.kind) {
    case Data::Kind::Scalar:
        break;
    case Data::Kind::List:
        return undoList(now, path, oldPath);
    case Data::Kind::Map:
        return undoMap(now, path, oldPath);
    }
    return now;
}

Data Undo::undoMap(const Data& now, const FieldPath& path, const FieldPath& oldPath) const
{
    Data old;
    old.kind = Data::Kind::Map;
    for (const std::string& key : now.keys) {
        if (at(Operation::Added, path.child(std::string_view(key))) == nullptr) {
            old.keys.push_back(key);
            old.map[key] =
                undo(now.map.at(key), path.child(std::string_view(key)), oldPath.child(std::string_view(key)));
        }
    }
    for (const FieldChange& field : m_change.fields) {
        const auto steps = field.path.steps();
        if (field.operation != Operation::Removed || !steps || steps->empty() || steps->back().isIndex
            || field.path != oldPath.child(std::string_view(steps->back().key)))
            continue;
        old.keys.push_back(steps->back().key);
        old.map[steps->back().key] = oldData(field);
    }
    return old;
}

/// Puts every item to its old place: what was removed and what moved says where, the rest fills the gaps in its order.
Data Undo::undoList(const Data& now, const FieldPath& path, const FieldPath& oldPath) const
{
    std::map<std::size_t, Data> placed;
    std::vector<std::size_t> rest;
    std::map<std::size_t, std::size_t> moved; // old place, new place
    for (std::size_t i = 0; i < now.list.size(); ++i) {
        if (const FieldChange* field = at(Operation::Moved, path.child(i))) {
            moved[std::stoul(field->oldValue)] = i;
        } else if (at(Operation::Added, path.child(i)) == nullptr) {
            rest.push_back(i);
        }
    }
    for (const FieldChange& field : m_change.fields) {
        const auto steps = field.path.steps();
        if (field.operation == Operation::Removed && steps && !steps->empty() && steps->back().isIndex
            && field.path == oldPath.child(steps->back().index))
            placed[steps->back().index] = oldData(field);
    }
    Data old;
    old.kind = Data::Kind::List;
    const std::size_t size = placed.size() + moved.size() + rest.size();
    auto next = rest.begin();
    for (std::size_t i = 0; i < size; ++i) {
        if (const auto found = placed.find(i); found != placed.end()) {
            old.list.push_back(found->second);
        } else if (const auto from = moved.find(i); from != moved.end()) {
            old.list.push_back(undo(now.list[from->second], path.child(from->second), oldPath.child(i)));
        } else if (next != rest.end()) {
            old.list.push_back(undo(now.list[*next], path.child(*next), oldPath.child(i)));
            ++next;
        }
    }
    return old;
}

} // namespace meshdraft::tests
