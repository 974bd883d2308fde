// SPDX-License-Identifier: Apache-2.0
#include "models/source/layout.h"

#include "models/source/scan.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

Layout::Layout(const Document& document)
    : m_document(document)
    , m_text(*document.text)
    , m_begin(document.chunk.begin)
    , m_end(document.chunk.end)
{
    if (m_text.substr(m_begin, 3) == "\xEF\xBB\xBF")
        m_begin += 3;
}

bool Layout::isInFlow(NodeId id) const
{
    const NodeId parent = node(id).parent;
    return parent != noNode && node(parent).style == NodeStyle::Flow;
}

ScalarPlace Layout::placeOf(NodeId id) const
{
    const std::uint32_t begin = node(id).range.begin;
    return {.inFlow = isInFlow(id), .atMargin = begin == lineOf(begin)};
}

NodeId Layout::endOfSubtree(NodeId id) const
{
    while (node(id).children > 0) {
        NodeId last = node(id).firstChild;
        while (node(last).nextSibling != noNode)
            last = node(last).nextSibling;
        id = last;
    }
    return id + 1;
}

std::vector<Element> Layout::elementsOf(NodeId collection) const
{
    std::vector<Element> elements;
    const Node& owner = node(collection);
    const bool isMapping = owner.kind == NodeKind::Mapping;
    const bool isFlow = owner.style == NodeStyle::Flow;
    std::uint32_t at = owner.range.begin;
    // The bracket in front of a pair without brackets, `[[a]: b]`, is its key's.
    const bool isKeys = isMapping && owner.firstChild != noNode && node(owner.firstChild).range.begin == at;
    if (isFlow && !isKeys && this->at(at) == (isMapping ? '{' : '['))
        at = skipBlanks(m_text, at + 1, m_end);
    for (NodeId id = owner.firstChild; id != noNode;) {
        Element element{.key = isMapping ? id : noNode, .value = isMapping ? node(id).nextSibling : id, .begin = at};
        element.end = node(element.value).range.end;
        elements.push_back(element);
        at = skipBlanks(m_text, element.end, m_end);
        if (isFlow && this->at(at) == ',')
            at = skipBlanks(m_text, at + 1, m_end);
        id = node(element.value).nextSibling;
    }
    return elements;
}

std::uint32_t Layout::behindIndicator(NodeId id) const
{
    const Node& target = node(id);
    if (target.parent == noNode)
        return std::max(m_document.range.begin, m_begin);
    const Node& owner = node(target.parent);
    if (const NodeRef key = ref(id).key()) {
        const std::uint32_t head = key.range().end;
        const std::uint32_t colon = skipBlanks(m_text, head, m_end);
        return at(colon) == ':' && colon < target.range.begin ? colon + 1 : head;
    }
    const bool isKey = owner.kind == NodeKind::Mapping;
    const std::vector<Element> elements = elementsOf(target.parent);
    const std::uint32_t begin = std::ranges::find(elements, id, isKey ? &Element::key : &Element::value)->begin;
    const bool hasIndicator = isKey ? at(begin) == '?' && begin < target.range.begin : owner.style == NodeStyle::Block;
    return hasIndicator ? begin + 1 : begin;
}

std::uint32_t Layout::headOf(NodeId id) const
{
    const Node& target = node(id);
    if (target.parent != noNode) {
        const Node& owner = node(target.parent);
        const bool isKey = owner.kind == NodeKind::Mapping && !ref(id).key();
        if (isKey || (owner.kind == NodeKind::Sequence && owner.style == NodeStyle::Flow))
            return target.range.begin;
    }
    std::uint32_t head = behindIndicator(id);
    for (int properties = (target.hasAnchor ? 1 : 0) + (target.hasTag ? 1 : 0); properties > 0; --properties)
        head = endOfProperty(m_text, skipBlanks(m_text, head, m_end), m_end);
    return std::min(head, target.range.begin);
}

std::string_view Layout::tagOf(NodeId id) const
{
    const Node& target = node(id);
    std::uint32_t begin = behindIndicator(id);
    for (int properties = (target.hasAnchor ? 1 : 0) + (target.hasTag ? 1 : 0); properties > 0; --properties) {
        begin = skipBlanks(m_text, begin, m_end);
        const std::uint32_t end = endOfProperty(m_text, begin, m_end);
        if (at(begin) == '!')
            return slice(begin, end);
        begin = end;
    }
    return {};
}

std::uint32_t Layout::lineOf(std::uint32_t offset) const
{
    return startOfLine(m_text, offset, m_begin);
}

std::uint32_t Layout::nextLine(std::uint32_t offset) const
{
    const std::size_t found = m_text.find('\n', offset);
    return found == std::string_view::npos || found >= m_end ? m_end : static_cast<std::uint32_t>(found) + 1;
}

std::uint32_t Layout::skipSpaces(std::uint32_t offset) const
{
    while (offset < m_end && isBlank(m_text[offset]))
        ++offset;
    return offset;
}

std::uint32_t Layout::skipSpacesBack(std::uint32_t offset) const
{
    while (offset > m_begin && isBlank(m_text[offset - 1]))
        --offset;
    return offset;
}

std::uint32_t Layout::beforeBreak(std::uint32_t offset) const
{
    if (offset > m_begin && m_text[offset - 1] == '\n') {
        --offset;
    } else {
        return offset;
    }
    return offset > m_begin && m_text[offset - 1] == '\r' ? offset - 1 : offset;
}

bool Layout::isBlankLine(std::uint32_t line) const
{
    const char c = at(skipSpaces(line));
    return line < m_end && (c == '\0' || c == '\n' || c == '\r');
}

bool Layout::startsLine(std::uint32_t offset) const
{
    return skipSpaces(lineOf(offset)) >= offset;
}

bool Layout::endsWithBreak(std::uint32_t offset) const
{
    return offset > 0 && m_text[offset - 1] == '\n';
}

std::uint32_t Layout::columnOf(std::uint32_t offset) const
{
    const std::string_view before = slice(lineOf(offset), offset);
    return static_cast<std::uint32_t>(std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::optional<std::uint32_t> Layout::restOfLine(std::uint32_t offset) const
{
    const std::uint32_t rest = skipSpaces(offset);
    if (rest < m_end && m_text[rest] != '#' && m_text[rest] != '\n' && m_text[rest] != '\r')
        return std::nullopt;
    return nextLine(rest);
}

std::optional<std::uint32_t> Layout::lineBehind(std::uint32_t offset) const
{
    return endsWithBreak(offset) ? offset : restOfLine(offset);
}

std::optional<std::uint32_t> Layout::commentColumn(std::uint32_t line) const
{
    const std::uint32_t first = skipSpaces(line);
    return at(first) == '#' ? std::optional(columnOf(first)) : std::nullopt;
}

bool Layout::hasComment(std::uint32_t begin, std::uint32_t end) const
{
    return begin < end && slice(begin, end).contains('#');
}

std::string Layout::lineBreakNear(std::uint32_t offset) const
{
    std::size_t found = m_text.find('\n', offset);
    if (found == std::string_view::npos)
        found = m_text.rfind('\n', offset);
    return found != std::string_view::npos && found > 0 && m_text[found - 1] == '\r' ? "\r\n" : "\n";
}

bool isStringTag(std::string_view tag)
{
    return tag == "!!str" || tag == "!" || tag == "!<tag:yaml.org,2002:str>";
}

} // namespace meshdraft::source
