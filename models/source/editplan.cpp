// SPDX-License-Identifier: Apache-2.0
#include "models/source/collectionedit.h"
#include "models/source/edit.h"
#include "models/source/editproof.h"
#include "models/source/scalar.h"
#include "models/source/scan.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

/// A literal scalar's new text with its indentation and chomping kept, where these can hold the value.
std::optional<std::string> literalText(const Layout& layout, const Node& scalar, std::string_view value)
{
    if (scalar.style != NodeStyle::Literal || value.empty() || value.front() == '\n' || value.front() == ' '
        || !canBeLiteral(value))
        return std::nullopt;
    int column = -1;
    if (scalar.parent != noNode) {
        const std::uint32_t begin = layout.node(scalar.parent).range.begin;
        column = static_cast<int>(begin - layout.lineOf(begin));
    }
    const BlockScalarEnd end = endOfBlockScalar(layout.text(), scalar.range.begin, layout.end(), column);
    const bool endsOnce = value.ends_with('\n') && !value.ends_with("\n\n");
    if (end.keep || (end.strip ? value.ends_with('\n') : !endsOnce))
        return std::nullopt;
    const std::uint32_t header = layout.nextLine(scalar.range.begin);
    if (!layout.endsWithBreak(header) || header >= scalar.range.end)
        return std::nullopt;
    const std::string lineBreak = layout.text()[header - 2] == '\r' ? "\r\n" : "\n";
    std::string result(layout.slice(scalar.range.begin, header));
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

void setScalar(const Layout& layout, const ScalarChange& change, SpliceList& splices)
{
    const Node& scalar = layout.node(change.node);
    if (scalar.kind == NodeKind::Empty) {
        const char before = scalar.range.begin > 0 ? layout.text()[scalar.range.begin - 1] : '\0';
        const bool hasIndicator = before == ':' || before == '-' || scalar.hasAnchor || scalar.hasTag;
        const std::string value =
            renderScalar(change.value, NodeStyle::Plain, change.asString, layout.placeOf(change.node));
        splices.insert(scalar.range.begin, (hasIndicator ? " " : ": ") + value, change.node);
        return;
    }
    const std::string_view old = layout.slice(scalar.range.begin, scalar.range.end);
    if (std::optional<std::string> literal = literalText(layout, scalar, change.value)) {
        for (Splice& splice : differenceOf(old, *literal))
            splices.add(scalar.range.begin + splice.offset, splice.length, std::move(splice.text), change.node);
        return;
    }
    std::string text = renderScalar(change.value, scalar.style, change.asString, layout.placeOf(change.node));
    // The line break that ends a block scalar ends the line of what replaces it.
    const bool isBlock = scalar.style == NodeStyle::Literal || scalar.style == NodeStyle::Folded;
    if (isBlock && old.ends_with('\n'))
        text += old.ends_with("\r\n") ? "\r\n" : "\n";
    if (text != old)
        splices.add(scalar.range.begin, scalar.range.size(), std::move(text), change.node);
}

void renameKey(const Layout& layout, const KeyRename& change, SpliceList& splices)
{
    const Node& key = layout.node(change.key);
    std::string text = renderScalar(change.name, key.style, true, layout.placeOf(change.key));
    if (text != layout.slice(key.range.begin, key.range.end))
        splices.add(key.range.begin, key.range.size(), std::move(text), change.key);
}

std::vector<Splice> splicesFor(const Layout& layout, const ChangeSet& changes)
{
    SpliceList splices;
    for (const auto& [node, change] : changes.scalars())
        setScalar(layout, *change, splices);
    for (const auto& [key, change] : changes.renames())
        renameKey(layout, *change, splices);
    for (const auto& [node, change] : changes.replacements())
        replaceValue(layout, node, change->value, splices);
    for (const auto& [id, change] : changes.collections()) {
        if (layout.node(id).style == NodeStyle::Flow) {
            editFlow(layout, change, splices);
        } else {
            editBlock(layout, change, splices);
        }
    }
    return splices.take();
}

} // namespace

Expected<std::vector<Splice>> planChanges(const ParsedText& text, std::uint32_t document,
                                          std::span<const Change> changes)
{
    if (text.kind != TextKind::Yaml) {
        const bool isTemplate = text.kind == TextKind::Template;
        return std::unexpected(Error{isTemplate ? "edit.template" : "edit.unreadable", {}, {{}, 1, 1}});
    }
    const auto found = std::ranges::find(text.documents, document, [](const auto& d) { return d->index; });
    if (found == text.documents.end())
        return std::unexpected(Error{"edit.noSuchNode", {}, {}});
    const Layout layout(**found);
    const Expected<ChangeSet> set = ChangeSet::of(text, layout, changes);
    if (!set)
        return std::unexpected(set.error());
    std::vector<Splice> splices = splicesFor(layout, *set);
    if (!provesRight(layout, splices, *set)) {
        const std::uint32_t offset = splices.empty() ? (*found)->range.begin : splices.front().offset;
        return std::unexpected(Error{"edit.proof", {}, text.locate(offset)});
    }
    return splices;
}

Expected<std::vector<Splice>> planChanges(const ParsedText& text, std::uint32_t document,
                                          std::span<const ScalarChange> changes,
                                          std::span<const EntryAddition> additions)
{
    std::vector<Change> all(changes.begin(), changes.end());
    for (const EntryAddition& addition : additions) {
        all.emplace_back(EntryInsertion{.mapping = addition.mapping,
                                        .key = addition.key,
                                        .value = NewValue::scalar(addition.value, addition.asString)});
    }
    return planChanges(text, document, all);
}

} // namespace meshdraft::source
