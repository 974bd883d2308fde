// SPDX-License-Identifier: Apache-2.0
#include "models/source/edit.h"
#include "models/source/editproof.h"
#include "models/source/scalar.h"
#include "models/source/scan.h"
#include "models/source/textcheck.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::source {

namespace {

using Result = std::expected<void, Error>;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Makes the splices for one document, change by change.
class Planner {
public:
    Planner(const ParsedText& parsed, const Document& document)
        : m_parsed(parsed)
        , m_document(document)
        , m_text(*document.text)
        , m_end(document.chunk.end)
    {
    }

    Result change(const ScalarChange& change);
    Result add(NodeId mapping, std::span<const EntryAddition* const> entries);

    /// Sorted by offset; at the same place the scalar's own text comes first, then inner mappings before outer ones.
    std::vector<Splice> take()
    {
        std::ranges::stable_sort(m_planned, [](const Planned& a, const Planned& b) {
            return a.splice.offset != b.splice.offset ? a.splice.offset < b.splice.offset : a.owner > b.owner;
        });
        std::vector<Splice> result;
        for (Planned& planned : m_planned) {
            const bool joins = !result.empty() && result.back().length == 0 && planned.splice.length == 0
                && result.back().offset == planned.splice.offset;
            if (joins)
                result.back().text += planned.splice.text;
            else
                result.push_back(std::move(planned.splice));
        }
        return result;
    }

    Error error(std::string code, std::vector<std::string> args, std::uint32_t offset) const
    {
        return {std::move(code), std::move(args), m_parsed.locate(offset)};
    }

private:
    struct Planned {
        Splice splice;
        NodeId owner = 0;
    };

    /// Colons, commas and quotes of a flow mapping as its entries have them.
    struct FlowStyle {
        std::string colon = ": ";
        std::string comma = ", ";
        bool quoted = false;
        bool ownLines = false;
    };

    Result checkWritable(NodeId node) const;
    Result checkAddable(NodeId mapping, std::span<const EntryAddition* const> entries) const;
    Result addToBlock(NodeId mapping, std::span<const EntryAddition* const> entries);
    Result addToFlow(NodeId mapping, std::span<const EntryAddition* const> entries);
    void addToOwnLines(NodeId mapping, const FlowStyle& style, std::span<const EntryAddition* const> entries);
    std::optional<std::string> literalText(const Node& node, std::string_view value) const;
    FlowStyle styleOf(NodeId mapping) const;
    std::string entryText(const EntryAddition& entry, const FlowStyle* flow) const;
    void plan(std::uint32_t offset, std::uint32_t length, std::string text, NodeId owner)
    {
        m_planned.push_back({{offset, length, std::move(text)}, owner});
    }

    const Node& node(NodeId id) const { return m_document.nodes[id]; }
    char at(std::uint32_t offset) const { return offset < m_end ? m_text[offset] : '\0'; }
    std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return m_text.substr(begin, end - begin); }

    bool isInFlow(NodeId id) const
    {
        const NodeId parent = node(id).parent;
        return parent != noNode && node(parent).style == NodeStyle::Flow;
    }

    ScalarPlace placeOf(NodeId id) const
    {
        const std::uint32_t begin = node(id).range.begin;
        return {.inFlow = isInFlow(id), .atMargin = begin == startOfLine(m_text, begin, m_document.chunk.begin)};
    }

    std::uint32_t skipSpaces(std::uint32_t offset) const
    {
        while (offset < m_end && isBlank(m_text[offset]))
            ++offset;
        return offset;
    }

    /// Behind the line break of the line if only blanks and a comment follow, else nothing.
    std::optional<std::uint32_t> restOfLine(std::uint32_t offset) const
    {
        const std::uint32_t rest = skipSpaces(offset);
        if (rest < m_end && m_text[rest] != '#' && m_text[rest] != '\n' && m_text[rest] != '\r')
            return std::nullopt;
        const std::size_t found = m_text.find('\n', rest);
        return found == std::string_view::npos || found >= m_end ? m_end : static_cast<std::uint32_t>(found) + 1;
    }

    /// The line break in use at this place of the file.
    std::string lineBreakNear(std::uint32_t offset) const
    {
        std::size_t found = m_text.find('\n', offset);
        if (found == std::string_view::npos)
            found = m_text.rfind('\n', offset);
        return found != std::string_view::npos && found > 0 && m_text[found - 1] == '\r' ? "\r\n" : "\n";
    }

    /// As many spaces as characters stand before this place on its line.
    std::string indentOf(std::uint32_t begin) const
    {
        std::uint32_t floor = m_document.chunk.begin;
        if (m_text.substr(floor, 3) == "\xEF\xBB\xBF")
            floor += 3;
        const std::uint32_t line = startOfLine(m_text, begin, floor);
        const std::string_view before = slice(line, begin);
        const auto points = std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; });
        return std::string(static_cast<std::size_t>(points), ' ');
    }

    const ParsedText& m_parsed;
    const Document& m_document;
    std::string_view m_text;
    std::uint32_t m_end;
    std::vector<Planned> m_planned;
};

/// Refuses what shows in more than one place.
Result Planner::checkWritable(NodeId id) const
{
    const std::uint32_t offset = node(id).range.begin;
    if (node(id).kind == NodeKind::Alias) {
        const std::string line = std::to_string(m_parsed.locate(offset).line);
        return std::unexpected(error("edit.alias", {std::string(slice(offset + 1, node(id).range.end)), line}, offset));
    }
    for (NodeId around = id; around != noNode; around = node(around).parent) {
        if (!node(around).hasAnchor)
            continue;
        for (NodeId other = around + 1; other < m_document.nodes.size(); ++other) {
            if (node(other).kind != NodeKind::Alias || node(other).target != around)
                continue;
            const ByteRange alias = node(other).range;
            const std::string line = std::to_string(m_parsed.locate(alias.begin).line);
            return std::unexpected(error("edit.alias", {std::string(slice(alias.begin + 1, alias.end)), line}, offset));
        }
    }
    return {};
}

/// A literal scalar's new text with its indentation and chomping kept, where these can hold the value.
std::optional<std::string> Planner::literalText(const Node& scalar, std::string_view value) const
{
    if (scalar.style != NodeStyle::Literal || value.empty() || value.front() == '\n' || value.front() == ' '
        || !canBeLiteral(value))
        return std::nullopt;
    int column = -1;
    if (scalar.parent != noNode) {
        const std::uint32_t begin = node(scalar.parent).range.begin;
        column = static_cast<int>(begin - startOfLine(m_text, begin, m_document.chunk.begin));
    }
    const BlockScalarEnd end = endOfBlockScalar(m_text, scalar.range.begin, m_end, column);
    const bool endsOnce = value.ends_with('\n') && !value.ends_with("\n\n");
    if (end.keep || (end.strip ? value.ends_with('\n') : !endsOnce))
        return std::nullopt;
    const std::size_t header = m_text.find('\n', scalar.range.begin);
    if (header == std::string_view::npos || header + 1 >= scalar.range.end)
        return std::nullopt;
    const std::string lineBreak = m_text[header - 1] == '\r' ? "\r\n" : "\n";
    std::string result(slice(scalar.range.begin, static_cast<std::uint32_t>(header) + 1));
    while (!value.empty()) {
        const std::size_t stop = value.find('\n');
        const std::string_view line = value.substr(0, stop);
        if (!line.empty())
            result.append(end.indent, ' ');
        result += line;
        if (stop == std::string_view::npos)
            break;
        result += lineBreak;
        value.remove_prefix(stop + 1);
    }
    return result;
}

Result Planner::change(const ScalarChange& change)
{
    const Node& scalar = node(change.node);
    const bool isKeyPlace = scalar.parent != noNode && node(scalar.parent).kind == NodeKind::Mapping
        && !NodeRef(&m_document, change.node).key();
    if (const Result writable = checkWritable(change.node); !writable)
        return writable;
    if (scalar.kind == NodeKind::Empty && !isKeyPlace) {
        const char before = scalar.range.begin > 0 ? m_text[scalar.range.begin - 1] : '\0';
        const bool hasIndicator = before == ':' || before == '-' || scalar.hasAnchor || scalar.hasTag;
        const std::string value = renderScalar(change.value, NodeStyle::Plain, change.asString, placeOf(change.node));
        plan(scalar.range.begin, 0, (hasIndicator ? " " : ": ") + value, change.node);
        return {};
    }
    if (scalar.kind != NodeKind::Scalar)
        return std::unexpected(error("edit.notScalar", {}, scalar.range.begin));
    if (std::optional<std::string> literal = literalText(scalar, change.value)) {
        for (Splice& splice : differenceOf(slice(scalar.range.begin, scalar.range.end), *literal))
            plan(scalar.range.begin + splice.offset, splice.length, std::move(splice.text), change.node);
        return {};
    }
    std::string text = renderScalar(change.value, scalar.style, change.asString, placeOf(change.node));
    const std::string_view old = slice(scalar.range.begin, scalar.range.end);
    // The line break that ends a block scalar ends the line of what replaces it.
    const bool isBlock = scalar.style == NodeStyle::Literal || scalar.style == NodeStyle::Folded;
    if (isBlock && old.ends_with('\n'))
        text += old.ends_with("\r\n") ? "\r\n" : "\n";
    if (text != old)
        plan(scalar.range.begin, scalar.range.size(), std::move(text), change.node);
    return {};
}

Result Planner::checkAddable(NodeId mapping, std::span<const EntryAddition* const> entries) const
{
    if (const Result writable = checkWritable(mapping); !writable)
        return writable;
    const std::uint32_t offset = node(mapping).range.begin;
    if (node(mapping).kind != NodeKind::Mapping)
        return std::unexpected(error("edit.notMapping", {}, offset));
    std::set<std::string_view> keys;
    for (const NodeRef::Entry& entry : NodeRef(&m_document, mapping).entries()) {
        if (entry.key.value() == "<<")
            return std::unexpected(error("edit.merge", {entries.front()->key}, entry.key.range().begin));
        if (entry.key.resolved().isScalar())
            keys.insert(entry.key.value());
    }
    for (const EntryAddition* entry : entries) {
        if (!keys.insert(entry->key).second)
            return std::unexpected(error("edit.duplicateKey", {entry->key}, offset));
    }
    return {};
}

Result Planner::add(NodeId mapping, std::span<const EntryAddition* const> entries)
{
    if (Result addable = checkAddable(mapping, entries); !addable)
        return addable;
    return node(mapping).style == NodeStyle::Flow ? addToFlow(mapping, entries) : addToBlock(mapping, entries);
}

std::string Planner::entryText(const EntryAddition& entry, const FlowStyle* flow) const
{
    const ScalarPlace place{.inFlow = flow != nullptr, .atMargin = false};
    const bool quoted = flow && flow->quoted;
    const NodeStyle keyStyle = quoted ? NodeStyle::DoubleQuoted : NodeStyle::Plain;
    const NodeStyle valueStyle = quoted && entry.asString ? NodeStyle::DoubleQuoted : NodeStyle::Plain;
    const std::string key = renderScalar(entry.key, keyStyle, true, {.inFlow = place.inFlow, .atMargin = true});
    const std::string colon = flow && (key.starts_with('"') || flow->colon.size() > 1) ? flow->colon : ": ";
    return key + colon + renderScalar(entry.value, valueStyle, entry.asString, place);
}

Result Planner::addToBlock(NodeId mapping, std::span<const EntryAddition* const> entries)
{
    const std::uint32_t last = node(mapping).range.end;
    const std::string indent = indentOf(node(mapping).range.begin);
    const bool onLineStart = last > 0 && m_text[last - 1] == '\n';
    const std::optional<std::uint32_t> next = onLineStart ? last : restOfLine(last);
    if (!next)
        return std::unexpected(error("edit.proof", {}, last));
    const std::string lineBreak = lineBreakNear(node(mapping).range.begin);
    const bool endsWithBreak = *next > 0 && m_text[*next - 1] == '\n';
    std::string text;
    for (const EntryAddition* entry : entries) {
        const std::string line = indent + entryText(*entry, nullptr);
        text += endsWithBreak ? line + lineBreak : lineBreak + line;
    }
    plan(*next, 0, std::move(text), mapping);
    return {};
}

Planner::FlowStyle Planner::styleOf(NodeId mapping) const
{
    FlowStyle style;
    const std::vector<NodeRef::Entry> entries = NodeRef(&m_document, mapping).entries();
    if (entries.empty())
        return style;
    style.quoted = std::ranges::all_of(entries, [](const NodeRef::Entry& e) {
        return e.key.isScalar() && e.key.node().style == NodeStyle::DoubleQuoted;
    });
    const NodeRef::Entry& last = entries.back();
    const std::string_view colon = slice(last.key.range().end, last.value.range().begin);
    if (last.value.isScalar() && (colon == ":" || colon == ": "))
        style.colon = colon;
    const std::uint32_t begin = last.key.range().begin;
    const std::uint32_t line = startOfLine(m_text, begin, m_document.chunk.begin);
    style.ownLines = line > node(mapping).range.begin && skipSpaces(line) == begin;
    if (entries.size() > 1 && slice(entries[entries.size() - 2].value.range().end, begin) == ",")
        style.comma = ",";
    return style;
}

/// One entry a line: the comment behind the last entry stays where it is.
void Planner::addToOwnLines(NodeId mapping, const FlowStyle& style, std::span<const EntryAddition* const> entries)
{
    const NodeRef last = NodeRef(&m_document, mapping).entries().back().key;
    const std::string indent = indentOf(last.range().begin);
    const std::uint32_t end = node(last.node().nextSibling).range.end;
    const std::string lineBreak = lineBreakNear(end);
    const std::uint32_t behind = skipSpaces(end);
    const bool hasComma = at(behind) == ',';
    const std::optional<std::uint32_t> next = restOfLine(hasComma ? behind + 1 : end);
    std::string text;
    if (!next) {
        for (const EntryAddition* entry : entries)
            text += "," + lineBreak + indent + entryText(*entry, &style);
        plan(end, 0, std::move(text), mapping);
        return;
    }
    if (!hasComma)
        plan(end, 0, ",", mapping);
    for (const EntryAddition* entry : entries) {
        const bool wantsComma = hasComma || entry != entries.back();
        text += indent + entryText(*entry, &style) + (wantsComma ? "," : "") + lineBreak;
    }
    plan(*next, 0, std::move(text), mapping);
}

Result Planner::addToFlow(NodeId mapping, std::span<const EntryAddition* const> entries)
{
    const Node& target = node(mapping);
    // The one entry of `[a: b]` has no brackets to add a second one to.
    if (m_text[target.range.begin] != '{')
        return std::unexpected(error("edit.notMapping", {}, target.range.begin));
    const FlowStyle style = styleOf(mapping);
    if (style.ownLines) {
        addToOwnLines(mapping, style, entries);
        return {};
    }
    std::string text;
    if (target.children == 0) {
        for (const EntryAddition* entry : entries)
            text += (text.empty() ? "" : style.comma) + entryText(*entry, &style);
        const bool spaced = isBlank(at(target.range.begin + 1));
        plan(target.range.begin + 1, 0, (spaced ? " " : "") + text, mapping);
        return {};
    }
    const Node& last = node(NodeRef(&m_document, mapping).entries().back().value.id());
    for (const EntryAddition* entry : entries)
        text += style.comma + entryText(*entry, &style);
    // `a:,` would be read as a key by some parsers.
    const bool absent = last.kind == NodeKind::Empty;
    plan(last.range.end, 0, (absent ? " " : "") + text, mapping);
    return {};
}

Result checkValues(const Planner& planner, const Document& document, std::span<const ScalarChange> changes,
                   std::span<const EntryAddition> additions)
{
    const auto check = [&](std::string_view value, NodeId node) -> Result {
        const ByteCheck bytes = checkBytes(value, 0, static_cast<std::uint32_t>(value.size()));
        if (bytes.unreadable && bytes.unreadable->code == "source.utf8")
            return std::unexpected(planner.error("edit.value", {}, document.nodes[node].range.begin));
        return {};
    };
    std::set<NodeId> seen;
    for (const ScalarChange& change : changes) {
        if (change.node >= document.nodes.size())
            return std::unexpected(Error{"edit.noSuchNode", {}, {}});
        if (!seen.insert(change.node).second)
            return std::unexpected(planner.error("edit.conflict", {}, document.nodes[change.node].range.begin));
        if (Result valid = check(change.value, change.node); !valid)
            return valid;
    }
    for (const EntryAddition& addition : additions) {
        if (addition.mapping >= document.nodes.size())
            return std::unexpected(Error{"edit.noSuchNode", {}, {}});
        for (const std::string& part : {addition.key, addition.value}) {
            if (Result valid = check(part, addition.mapping); !valid)
                return valid;
        }
    }
    return {};
}

} // namespace

Expected<std::vector<Splice>> planChanges(const ParsedText& text, std::uint32_t document,
                                          std::span<const ScalarChange> changes,
                                          std::span<const EntryAddition> additions)
{
    if (text.kind != TextKind::Yaml) {
        const bool isTemplate = text.kind == TextKind::Template;
        return std::unexpected(Error{isTemplate ? "edit.template" : "edit.unreadable", {}, {{}, 1, 1}});
    }
    const auto found = std::ranges::find(text.documents, document, [](const auto& d) { return d->index; });
    if (found == text.documents.end())
        return std::unexpected(Error{"edit.noSuchNode", {}, {}});
    const Document& target = **found;
    Planner planner(text, target);
    if (const Result valid = checkValues(planner, target, changes, additions); !valid)
        return std::unexpected(valid.error());
    for (const ScalarChange& change : changes) {
        if (const Result done = planner.change(change); !done)
            return std::unexpected(done.error());
    }
    std::map<NodeId, std::vector<const EntryAddition*>> byMapping;
    for (const EntryAddition& addition : additions)
        byMapping[addition.mapping].push_back(&addition);
    for (const auto& [mapping, entries] : byMapping) {
        if (const Result done = planner.add(mapping, entries); !done)
            return std::unexpected(done.error());
    }
    std::vector<Splice> splices = planner.take();
    if (!provesRight(target, splices, changes, additions)) {
        const std::uint32_t offset = splices.empty() ? target.range.begin : splices.front().offset;
        return std::unexpected(planner.error("edit.proof", {}, offset));
    }
    return splices;
}

} // namespace meshdraft::source
