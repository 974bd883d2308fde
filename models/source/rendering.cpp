// SPDX-License-Identifier: Apache-2.0
#include "models/source/rendering.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::source {

namespace {

std::string lineAt(std::uint32_t column, const BlockStyle& style)
{
    return style.lineBreak + std::string(column, ' ');
}

std::string blockEntries(const NewValue& value, std::uint32_t column, const BlockStyle& style)
{
    std::string out;
    for (const NewEntry& entry : value.entries)
        out += (out.empty() ? "" : lineAt(column, style)) + blockEntry(entry.key, entry.value, column, style);
    for (const NewValue& item : value.items)
        out += (out.empty() ? "" : lineAt(column, style)) + blockItem(item, column, style);
    return out;
}

std::string scalarText(const NewValue& value, const FlowStyle* flow, bool atMargin)
{
    const bool quoted = flow != nullptr && flow->quoted && (value.asString || !readsAsOtherThanString(value.text));
    const bool hasQuotes = value.style == NodeStyle::SingleQuoted || value.style == NodeStyle::DoubleQuoted;
    const NodeStyle own = hasQuotes && !quoted ? value.style : NodeStyle::Plain;
    return renderScalar(value.text, quoted ? NodeStyle::DoubleQuoted : own, value.asString,
                        {.inFlow = flow != nullptr, .atMargin = atMargin});
}

/// True for text that a literal block shows as it is: several lines, the first of them neither blank nor indented.
bool isForLiteral(const NewValue& value)
{
    const std::string& text = value.text;
    return value.kind == NodeKind::Scalar && text.find('\n') < text.size() - 1 && text.front() != '\n'
        && text.front() != ' ' && text.front() != '\t' && !text.ends_with("\n\n") && canBeLiteral(text);
}

/// `|` and the lines, without the last line break.
std::string literalText(const std::string& text, std::uint32_t column, const BlockStyle& style)
{
    const bool endsLine = text.back() == '\n';
    std::string out = endsLine ? "|" : "|-";
    const std::string_view lines = std::string_view(text).substr(0, text.size() - (endsLine ? 1 : 0));
    for (const auto line : std::views::split(lines, '\n')) {
        out += line.empty() ? style.lineBreak : lineAt(column, style);
        out.append(line.begin(), line.end());
    }
    return out;
}

/// A value on the line of its key, as far as one line can hold it.
std::string inlineText(const NewValue& value, bool atMargin = false)
{
    if (value.kind == NodeKind::Scalar)
        return scalarText(value, nullptr, atMargin);
    return flowValue(value, {.padded = value.isPadded});
}

std::string keyText(const std::string& key, const FlowStyle* flow)
{
    const bool quoted = flow != nullptr && flow->quoted;
    return renderScalar(key, quoted ? NodeStyle::DoubleQuoted : NodeStyle::Plain, true,
                        {.inFlow = flow != nullptr, .atMargin = true});
}

/// Looks through the collections of a document from one on, in both directions.
template <typename Found> void searchNear(const Layout& layout, NodeId id, Found found)
{
    const auto count = static_cast<NodeId>(layout.document().nodes.size());
    constexpr NodeId farthest = 2000; // keeps the search short in a large document
    for (NodeId distance = 0; distance < std::min(count, farthest); ++distance) {
        if (id + distance < count && found(id + distance))
            return;
        if (distance <= id && found(id - distance))
            return;
    }
}

} // namespace

BlockStyle blockStyleNear(const Layout& layout, NodeId id)
{
    BlockStyle style;
    style.lineBreak = layout.lineBreakNear(layout.node(id).range.begin);
    bool hasStep = false;
    bool hasItems = false;
    bool hasGap = false;
    const auto look = [&](NodeId at) {
        const Node& node = layout.node(at);
        if (node.style != NodeStyle::Block || node.firstChild == noNode)
            return false;
        const std::uint32_t column = layout.columnOf(node.range.begin);
        if (node.kind == NodeKind::Sequence && !hasGap && layout.node(node.firstChild).kind != NodeKind::Empty) {
            const std::uint32_t first = layout.node(node.firstChild).range.begin;
            const std::string_view before = layout.slice(node.range.begin + 1, first);
            hasGap = before.find_first_not_of(' ') == std::string_view::npos;
            if (hasGap)
                style.gap = static_cast<std::uint32_t>(before.size()) + 1;
        }
        if (node.parent == noNode || layout.node(node.parent).kind != NodeKind::Mapping)
            return false;
        const std::uint32_t outer = layout.columnOf(layout.node(node.parent).range.begin);
        const bool below = layout.startsLine(node.range.begin);
        if (node.kind == NodeKind::Sequence && !hasItems && below && column >= outer) {
            hasItems = true;
            style.items = column - outer;
        } else if (node.kind == NodeKind::Mapping && !hasStep && below && column > outer) {
            hasStep = true;
            style.step = column - outer;
        }
        return hasStep && hasItems && hasGap;
    };
    searchNear(layout, id, look);
    return style;
}

FlowStyle flowStyleOf(const Layout& layout, NodeId collection)
{
    FlowStyle style;
    style.padded = layout.at(layout.node(collection).range.begin + 1) == ' ';
    for (NodeId id = collection; id != noNode && layout.node(id).style == NodeStyle::Flow;
         id = layout.node(id).parent) {
        const std::vector<Element> elements = layout.elementsOf(id);
        if (elements.empty())
            continue;
        const Element& last = elements.back();
        if (elements.size() > 1 && layout.slice(elements[elements.size() - 2].end, last.begin) == ",")
            style.comma = ",";
        if (last.key == noNode)
            continue;
        style.quoted = std::ranges::all_of(elements, [&](const Element& element) {
            const Node& key = layout.node(element.key);
            return key.kind == NodeKind::Scalar && key.style == NodeStyle::DoubleQuoted;
        });
        const std::string_view colon =
            layout.slice(layout.node(last.key).range.end, layout.node(last.value).range.begin);
        if (layout.node(last.value).kind == NodeKind::Scalar && (colon == ":" || colon == ": "))
            style.colon = colon;
        break;
    }
    return style;
}

std::string blockValue(const NewValue& value, NodeKind owner, std::uint32_t column, const BlockStyle& style)
{
    if (isForLiteral(value))
        return ' ' + literalText(value.text, column + std::max(style.step, 1U), style);
    if (!value.isNested())
        return ' ' + inlineText(value);
    if (owner == NodeKind::Sequence)
        return std::string(style.gap - 1, ' ') + blockEntries(value, column + style.gap, style);
    const std::uint32_t inner = column + (value.kind == NodeKind::Mapping ? style.step : style.items);
    return lineAt(inner, style) + blockEntries(value, inner, style);
}

std::string blockEntry(const std::string& key, const NewValue& value, std::uint32_t column, const BlockStyle& style)
{
    return keyText(key, nullptr) + ':' + blockValue(value, NodeKind::Mapping, column, style);
}

std::string blockItem(const NewValue& value, std::uint32_t column, const BlockStyle& style)
{
    if (!value.isNested() && !isForLiteral(value))
        return '-' + std::string(style.gap - 1, ' ') + inlineText(value);
    return '-' + blockValue(value, NodeKind::Sequence, column, style);
}

std::string blockRoot(const NewValue& value, const BlockStyle& style)
{
    return value.isNested() ? blockEntries(value, 0, style) : inlineText(value, true);
}

std::string flowValue(const NewValue& value, const FlowStyle& style)
{
    if (value.kind == NodeKind::Scalar)
        return scalarText(value, &style, false);
    std::string out;
    for (const NewEntry& entry : value.entries)
        out += (out.empty() ? "" : style.comma) + flowEntry(entry.key, entry.value, style);
    for (const NewValue& item : value.items)
        out += (out.empty() ? "" : style.comma) + flowValue(item, style);
    const std::string pad = style.padded && !out.empty() ? " " : "";
    const bool isMapping = value.kind == NodeKind::Mapping;
    return (isMapping ? "{" : "[") + pad + out + pad + (isMapping ? "}" : "]");
}

std::string flowEntry(const std::string& key, const NewValue& value, const FlowStyle& style)
{
    const std::string text = keyText(key, &style);
    const bool canBeTight = text.starts_with('"');
    return text + (canBeTight ? style.colon : ": ") + flowValue(value, style);
}

} // namespace meshdraft::source
