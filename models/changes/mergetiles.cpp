// SPDX-License-Identifier: Apache-2.0
#include "models/changes/mergetiles.h"

#include <algorithm>

namespace meshdraft::changes {

namespace {

using source::ByteRange;
using source::NodeRef;

bool isFlow(NodeRef node)
{
    return node.node().style == source::NodeStyle::Flow;
}

/// Where the line of `offset` begins if there are only blanks before it, else `offset`.
std::uint32_t startOfOwnLine(std::string_view text, std::uint32_t offset)
{
    std::uint32_t at = offset;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        --at;
    return at == 0 || text[at - 1] == '\n' ? at : offset;
}

std::uint32_t boundary(std::string_view text, bool flow, std::uint32_t end, std::uint32_t next)
{
    if (!flow)
        return endOfContentLine(text, end, next);
    const auto comma = text.find(',', end);
    return comma < next ? static_cast<std::uint32_t>(comma + 1) : end;
}

} // namespace

std::uint32_t endOfContentLine(std::string_view text, std::uint32_t offset, std::uint32_t limit)
{
    if (offset > 0 && text[offset - 1] == '\n') // a block scalar ends with its line
        return offset;
    const auto end = text.find('\n', offset);
    if (end < limit)
        return static_cast<std::uint32_t>(end + 1);
    return end == std::string_view::npos && limit == text.size() ? limit : offset;
}

bool isTiled(NodeRef node)
{
    if ((!node.isMapping() && !node.isSequence()) || node.node().children == 0)
        return false;
    return !isFlow(node) || node.text().starts_with('{') || node.text().starts_with('[');
}

ByteRange extentOf(NodeRef value, std::uint32_t end)
{
    const ByteRange own = value.range();
    if (!isTiled(value) || isFlow(value))
        return own;
    return {startOfOwnLine(*value.document()->text, own.begin), std::max(own.end, end)};
}

std::vector<MergeTile> tilesOf(NodeRef collection, ByteRange extent)
{
    const std::string_view text = *collection.document()->text;
    const bool flow = isFlow(collection);
    std::vector<MergeTile> tiles;
    if (collection.isMapping()) {
        for (const NodeRef::Entry& entry : collection.entries())
            tiles.push_back({{}, {}, entry.key, entry.value});
    } else {
        for (const NodeRef item : collection.items())
            tiles.push_back({{}, {}, {}, item});
    }
    std::uint32_t begin = extent.begin + (flow ? 1 : 0);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        MergeTile& tile = tiles[i];
        const std::uint32_t contentEnd = std::max(tile.value.range().end, tile.key.range().end);
        std::uint32_t end = extent.end - (flow ? 1 : 0);
        if (i + 1 < tiles.size()) {
            const MergeTile& next = tiles[i + 1];
            end = boundary(text, flow, contentEnd, (next.key.isValid() ? next.key : next.value).range().begin);
        }
        tile.range = {begin, std::max(begin, end)};
        tile.extent = extentOf(tile.value, tile.range.end);
        begin = tile.range.end;
    }
    return tiles;
}

} // namespace meshdraft::changes
