// SPDX-License-Identifier: Apache-2.0
#include "models/source/entryextent.h"

#include "models/source/scan.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

/// Start of the comment lines directly above a line that start in this column.
std::uint32_t beginOfComments(const Layout& layout, std::uint32_t line, std::uint32_t column, std::uint32_t floor)
{
    while (line > floor) {
        const std::uint32_t above = layout.lineOf(line - 1);
        if (above < floor || layout.commentColumn(above) != column)
            break;
        line = above;
    }
    return line;
}

/// Behind the comment lines below that start right of this column.
std::uint32_t endOfComments(const Layout& layout, std::uint32_t line, std::uint32_t column)
{
    std::uint32_t end = line;
    while (line < layout.end()) {
        const std::optional<std::uint32_t> comment = layout.commentColumn(line);
        if (!comment && !layout.isBlankLine(line))
            break;
        line = layout.nextLine(line);
        if (comment && *comment > column) {
            end = line;
        } else if (comment) {
            break;
        }
    }
    return end;
}

/// Where the lines of the element before this one, or the bracket or indicator of its collection, end at the latest.
std::uint32_t floorOf(const Layout& layout, NodeId collection, std::span<const Element> elements, std::size_t index)
{
    if (index > 0)
        return elements[index - 1].end;
    if (layout.node(collection).style == NodeStyle::Flow)
        return layout.node(collection).range.begin;
    return std::max(layout.document().range.begin, layout.begin());
}

ByteRange wholeInBlock(const Layout& layout, NodeId collection, std::span<const Element> elements, std::size_t index)
{
    const Element& element = elements[index];
    const std::uint32_t column = layout.columnOf(element.begin);
    std::uint32_t begin = element.begin;
    if (layout.startsLine(begin))
        begin = beginOfComments(layout, layout.lineOf(begin), column, floorOf(layout, collection, elements, index));
    const std::uint32_t end = layout.lineBehind(element.end).value_or(element.end);
    return {begin, endOfComments(layout, end, column)};
}

ByteRange wholeInFlow(const Layout& layout, NodeId collection, std::span<const Element> elements, std::size_t index)
{
    const Element& element = elements[index];
    if (!hasOwnLines(layout, element))
        return {element.begin, element.end};
    const std::uint32_t begin = beginOfComments(layout, layout.lineOf(element.begin), layout.columnOf(element.begin),
                                                floorOf(layout, collection, elements, index));
    return {begin, *layout.restOfLine(behindComma(layout, element).value_or(element.end))};
}

/// The comments in [begin, end) but for what is within scalars.
void addComments(const Layout& layout, std::uint32_t begin, std::uint32_t end, std::vector<ByteRange>& comments)
{
    const std::string_view text = layout.text();
    for (std::uint32_t at = begin; at < end; ++at) {
        if (text[at] != '#' || (at > layout.begin() && !isBlankOrBreak(text[at - 1])))
            continue;
        const std::uint32_t next = layout.nextLine(at);
        comments.push_back({at, layout.beforeBreak(next)});
        at = next - 1;
    }
}

} // namespace

std::optional<std::uint32_t> behindComma(const Layout& layout, const Element& element)
{
    const std::uint32_t comma = layout.skipSpaces(element.end);
    return layout.at(comma) == ',' ? std::optional(comma + 1) : std::nullopt;
}

bool hasOwnLines(const Layout& layout, const Element& element)
{
    const std::optional<std::uint32_t> rest = layout.restOfLine(behindComma(layout, element).value_or(element.end));
    return rest && layout.startsLine(element.begin) && layout.endsWithBreak(*rest);
}

ByteRange wholeOf(const Layout& layout, NodeId collection, std::span<const Element> elements, std::size_t index)
{
    return layout.node(collection).style == NodeStyle::Flow ? wholeInFlow(layout, collection, elements, index)
                                                            : wholeInBlock(layout, collection, elements, index);
}

std::optional<EntryExtent> extentOf(const NodeRef& node)
{
    if (!node || !node.parent())
        return std::nullopt;
    const Layout layout(*node.document());
    const NodeId collection = node.parent().id();
    const std::vector<Element> elements = layout.elementsOf(collection);
    const auto found = std::ranges::find_if(
        elements, [&](const Element& element) { return element.key == node.id() || element.value == node.id(); });
    if (found == elements.end())
        return std::nullopt;
    EntryExtent extent;
    extent.key = found->key == noNode ? ByteRange{found->begin, found->begin} : layout.node(found->key).range;
    extent.value = layout.node(found->value).range;
    extent.entry = {found->begin, found->end};
    extent.whole = wholeOf(layout, collection, elements, static_cast<std::size_t>(found - elements.begin()));
    extent.ownLines = extent.whole.begin == layout.lineOf(extent.whole.begin)
        && (layout.endsWithBreak(extent.whole.end) || extent.whole.end == layout.end());
    std::uint32_t at = extent.whole.begin;
    for (NodeId id = found->key == noNode ? found->value : found->key; id < layout.endOfSubtree(found->value); ++id) {
        if (layout.node(id).children > 0)
            continue;
        addComments(layout, at, layout.node(id).range.begin, extent.comments);
        at = std::max(at, layout.node(id).range.end);
    }
    addComments(layout, at, extent.whole.end, extent.comments);
    return extent;
}

} // namespace meshdraft::source
