// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/partialtext.h"

#include "models/mesh/identity.h"
#include "models/workspace/textblocks.h"

#include <algorithm>
#include <vector>

namespace meshdraft::workspace {
namespace {

using source::Document;
using source::NodeRef;
using source::ParsedText;

/// One document of a text, or one item of a List.
struct Tile {
    std::string key; ///< who it is; empty: nobody
    std::string_view text;
    DocumentPlace place;
    const Document* document = nullptr;
    NodeRef root;
};

std::string_view bytesOf(const ParsedText& text, source::ByteRange range)
{
    return std::string_view(*text.text).substr(range.begin, range.size());
}

std::vector<Tile> documentsOf(const ParsedText& text, bool isAfter)
{
    std::vector<Tile> tiles;
    const auto identities = mesh::identitiesIn(text, {});
    auto identity = identities.begin();
    for (const auto& document : text.documents) {
        Tile tile;
        for (; identity != identities.end() && identity->document == document->index; ++identity)
            tile.key += identity->key() + '\n';
        // The items of a List come and go; the List stays itself.
        if (document->root()["items"].isSequence())
            tile.key = "List";
        else if (tile.key.empty())
            tile.key = bytesOf(text, document->range);
        tile.text = bytesOf(text, document->chunk);
        tile.place = {.isAfter = isAfter, .document = document->index, .item = 0};
        tile.document = document.get();
        tile.root = document->root();
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

/// What stands for each other: one of both, or of one side only.
struct Pair {
    const Tile* before = nullptr;
    const Tile* after = nullptr;
};

/// Pairs tiles of the same key in their order; those that went come before those that came in their place. Nothing
/// where one has moved past another.
std::optional<std::vector<Pair>> pairsOf(const std::vector<Tile>& before, const std::vector<Tile>& after)
{
    std::vector<Pair> pairs;
    std::size_t next = 0;
    const auto keyIn = [](const std::vector<Tile>& tiles, std::size_t from, const std::string& key) {
        for (std::size_t i = from; i < tiles.size(); ++i) {
            if (tiles[i].key == key)
                return i;
        }
        return tiles.size();
    };
    for (const Tile& tile : before) {
        const auto found = keyIn(after, next, tile.key);
        if (found == after.size()) {
            if (keyIn(after, 0, tile.key) < next)
                return std::nullopt;
            pairs.push_back({&tile, nullptr});
            continue;
        }
        for (; next < found; ++next)
            pairs.push_back({nullptr, &after[next]});
        pairs.push_back({&tile, &after[next++]});
    }
    for (; next < after.size(); ++next)
        pairs.push_back({nullptr, &after[next]});
    return pairs;
}

/// Items of a block sequence with the lines that belong to them, and what stands before the first one.
struct Items {
    std::string_view head;
    std::vector<Tile> tiles;
};

std::optional<Items> itemsOf(const ParsedText& text, const Tile& list)
{
    const auto sequence = list.root["items"];
    if (!sequence.isSequence() || sequence.node().style == source::NodeStyle::Flow)
        return std::nullopt;
    const auto identities = mesh::identitiesIn(text, {});
    std::vector<std::uint32_t> starts;
    const auto lineStart = [&text](std::uint32_t offset) {
        const auto at = text.text->rfind('\n', offset == 0 ? 0 : offset - 1);
        return at == std::string::npos ? 0 : static_cast<std::uint32_t>(at + 1);
    };
    for (const auto& item : sequence.items())
        starts.push_back(lineStart(item.range().begin));
    if (std::ranges::adjacent_find(starts) != starts.end()
        || (!starts.empty() && starts.front() <= sequence.key().range().begin))
        return std::nullopt;
    const auto chunk = list.document->chunk;
    starts.push_back(chunk.end);
    Items items;
    items.head = bytesOf(text, {chunk.begin, starts.front()});
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        Tile tile;
        tile.text = bytesOf(text, {starts[i], starts[i + 1]});
        tile.place = {
            .isAfter = list.place.isAfter, .document = list.place.document, .item = static_cast<std::uint32_t>(i)};
        tile.document = list.document;
        tile.root = sequence.item(i);
        for (const auto& identity : identities) {
            if (identity.root == tile.root) {
                tile.key = identity.key();
                tile.place.item = identity.item;
            }
        }
        if (tile.key.empty())
            tile.key = tile.text;
        items.tiles.push_back(std::move(tile));
    }
    return items;
}

/// The subsets of a rule; invalid unless they stand one below the other.
NodeRef subsetsOf(const source::ParsedText& rule)
{
    if (rule.documents.size() != 1)
        return {};
    const auto subsets = rule.documents.front()->root()["spec"]["subsets"];
    return subsets.isSequence() && subsets.node().style != source::NodeStyle::Flow ? subsets : NodeRef();
}

/// A subset with the lines that belong to it.
struct SubsetLines {
    std::string name;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t indent = 0;
};

std::vector<SubsetLines> subsetLinesOf(const std::string& text, NodeRef subsets)
{
    std::vector<SubsetLines> lines;
    for (const auto& item : subsets.items()) {
        const auto begin =
            static_cast<std::uint32_t>(std::string_view(text).substr(0, item.range().begin).rfind('\n') + 1);
        const auto dash = text.find_first_not_of(' ', begin);
        const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', item.range().end), text.size() - 1) + 1);
        if (!lines.empty())
            lines.back().end = begin;
        lines.push_back({std::string(item["name"].value()), begin, end, static_cast<std::uint32_t>(dash - begin)});
    }
    return lines;
}

/// Whole lines with another indent.
std::string indented(std::string_view text, std::uint32_t from, std::uint32_t to)
{
    std::string result;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        auto line = text.substr(0, end);
        text.remove_prefix(end);
        const auto own = std::min<std::size_t>(line.find_first_not_of(' '), from);
        line.remove_prefix(std::min(own, line.size()));
        result += std::string(to, ' ');
        result += line;
    }
    return result;
}

/// A rule as it becomes, with the subsets that it loses: their lines are put back where they were among the others.
/// What comes of it is proved by whoever reads it.
std::optional<std::string> withLostSubsets(const Tile& before, const Tile& after)
{
    const auto old = source::parseText(std::string(before.text));
    const auto now = source::parseText(std::string(after.text));
    const auto subsetsBefore = subsetsOf(*old);
    const auto subsetsAfter = subsetsOf(*now);
    if (!subsetsBefore || !subsetsAfter || subsetsAfter.size() == 0)
        return std::nullopt;
    const auto gone = subsetLinesOf(*old->text, subsetsBefore);
    const auto kept = subsetLinesOf(*now->text, subsetsAfter);
    const auto isIn = [](const std::vector<SubsetLines>& lines, const std::string& name) {
        return std::ranges::contains(lines, name, &SubsetLines::name);
    };
    std::string text = now->text->substr(0, kept.front().begin);
    std::size_t next = 0;
    const auto putLost = [&] {
        for (; next < gone.size() && !isIn(kept, gone[next].name); ++next) {
            if (!text.empty() && text.back() != '\n')
                text += '\n';
            text += indented(std::string_view(*old->text).substr(gone[next].begin, gone[next].end - gone[next].begin),
                             gone[next].indent, kept.front().indent);
            if (text.back() != '\n')
                text += '\n';
        }
    };
    for (const auto& subset : kept) {
        putLost();
        text += now->text->substr(subset.begin, subset.end - subset.begin);
        if (isIn(gone, subset.name))
            ++next;
    }
    putLost();
    return text + now->text->substr(kept.back().end);
}

class Composer {
public:
    Composer(const ParsedText& before, const ParsedText& after, const TakenAt& taken)
        : m_before(before)
        , m_after(after)
        , m_taken(taken)
        , m_lineEnd(before.text->contains("\r\n") || after.text->contains("\r\n") ? "\r\n" : "\n")
    {
    }

    std::optional<std::string> text()
    {
        const auto documentsBefore = documentsOf(m_before, false);
        const auto documentsAfter = documentsOf(m_after, true);
        const auto pairs = pairsOf(documentsBefore, documentsAfter);
        if (!pairs || !m_before.errors.empty() || !m_after.errors.empty())
            return std::nullopt;
        for (const Pair& pair : *pairs) {
            if (!add(pair))
                return std::nullopt;
        }
        return std::move(m_text);
    }

private:
    bool add(const Pair& pair)
    {
        if (pair.before && pair.after && pair.before->root["items"].isSequence()) {
            const auto list = listOf(*pair.before, *pair.after);
            if (list)
                append(*pair.before, *list);
            return list.has_value();
        }
        const auto text = textOf(pair);
        if (text && !text->empty()) {
            const auto taken = m_taken(pair.before ? pair.before->place : pair.after->place);
            const bool isAfter = pair.after && (!pair.before || (taken && *taken != Taken::Before));
            append(isAfter ? *pair.after : *pair.before, *text);
        }
        return text.has_value();
    }

    /// Empty: it is not there.
    std::optional<std::string> textOf(const Pair& pair) const
    {
        const auto taken = m_taken(pair.before ? pair.before->place : pair.after->place);
        const auto isThere = [](const Tile* tile) { return tile != nullptr ? std::string(tile->text) : std::string(); };
        if (!taken || *taken == Taken::Before)
            return isThere(pair.before);
        if (*taken == Taken::Both && pair.before && pair.after)
            return withLostSubsets(*pair.before, *pair.after);
        return isThere(*taken == Taken::Both && !pair.after ? pair.before : pair.after);
    }

    std::optional<std::string> listOf(const Tile& before, const Tile& after) const
    {
        const auto old = itemsOf(m_before, before);
        const auto now = itemsOf(m_after, after);
        const auto pairs = old && now ? pairsOf(old->tiles, now->tiles) : std::nullopt;
        if (!pairs)
            return before.text == after.text ? std::optional(std::string(before.text)) : std::nullopt;
        std::string text(old->head);
        for (const Pair& pair : *pairs) {
            if (pair.before && pair.after && m_taken(pair.before->place) == Taken::Both)
                return std::nullopt;
            const auto item = textOf(pair);
            if (!item)
                return std::nullopt;
            endLine(text);
            text += *item;
        }
        return text;
    }

    void endLine(std::string& text) const
    {
        if (!text.empty() && text.back() != '\n')
            text += m_lineEnd;
    }

    /// Puts a document behind the others; `tile` says how it began.
    void append(const Tile& tile, std::string text)
    {
        const bool isMarked = tile.document->range.begin > tile.document->chunk.begin;
        if (!m_text.empty()) {
            endLine(m_text);
            if (!isMarked)
                m_text += "---" + m_lineEnd;
        } else if (isMarked && tile.document->chunk.begin > 0) {
            // The first one needs no marker where it had one only to be parted from what stood before it.
            const auto end = text.find('\n');
            if (end != std::string::npos && std::string_view(text).substr(0, end).starts_with("---")
                && std::string_view(text).substr(3, end - 3).find_first_not_of(" \r") == std::string_view::npos)
                text.erase(0, end + 1);
        }
        m_text += text;
    }

    const ParsedText& m_before;
    const ParsedText& m_after;
    const TakenAt& m_taken;
    std::string m_lineEnd;
    std::string m_text;
};

/// The lines of a text, line ends included.
std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

} // namespace

std::optional<std::string> partialText(const source::ParsedText& before, const source::ParsedText& after,
                                       const TakenAt& taken)
{
    return Composer(before, after, taken).text();
}

namespace {

struct Line {
    ChangedLine place;
    std::string_view text;
};

std::vector<Line> changedLines(const std::string& before, const std::string& after, const ChangedBlock& block)
{
    std::vector<Line> lines;
    const auto add = [&lines](std::string_view text, source::ByteRange range, bool isAfter) {
        auto offset = range.begin;
        for (const auto line : linesOf(text.substr(range.begin, range.size()))) {
            lines.push_back({{isAfter, offset}, line});
            offset += static_cast<std::uint32_t>(line.size());
        }
    };
    add(before, block.before, false);
    add(after, block.after, true);
    return lines;
}

bool isItem(const Line& line)
{
    const auto first = line.text.find_first_not_of(" \t");
    return first != std::string_view::npos && line.text.substr(first).starts_with("- ");
}

} // namespace

std::string partialLines(const std::string& before, const std::string& after,
                         const std::function<std::optional<Taken>(const ChangedLine&)>& takenAt,
                         const std::function<Taken(std::string_view lines)>& taken)
{
    std::string text;
    std::uint32_t at = 0;
    const auto put = [&](const Line& line, Taken its) {
        if (its == (line.place.isAfter ? Taken::Before : Taken::After))
            return;
        if (!text.empty() && text.back() != '\n')
            text += '\n';
        text += line.text;
    };
    for (const auto& block : changedBlocks(before, after)) {
        text += before.substr(at, block.before.begin - at);
        at = block.before.end;
        const auto lines = changedLines(before, after, block);
        const bool areItems = std::ranges::all_of(lines, isItem);
        const bool areKnown =
            std::ranges::all_of(lines, [&](const Line& line) { return takenAt(line.place).has_value(); });
        std::optional<Taken> all;
        if (!areItems && !areKnown) {
            std::string joined;
            for (const Line& line : lines)
                joined += line.text;
            // one text or the other
            all = taken(joined) == Taken::Before ? Taken::Before : Taken::After;
        }
        for (const Line& line : lines) {
            const auto known = all ? all : takenAt(line.place);
            put(line, known ? *known : taken(line.text));
        }
    }
    return text + before.substr(at);
}

} // namespace meshdraft::workspace
