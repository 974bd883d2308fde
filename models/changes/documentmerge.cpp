// SPDX-License-Identifier: Apache-2.0
#include "models/changes/documentmerge.h"

#include "models/changes/mergelines.h"
#include "models/changes/mergeorder.h"
#include "models/changes/mergeproof.h"
#include "models/changes/mergetiles.h"
#include "models/source/split.h"

#include <algorithm>
#include <array>
#include <set>

namespace meshdraft::changes {

namespace {

using source::ByteRange;
using source::NodeRef;

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text, std::string_view what = blanks)
{
    const auto begin = text.find_first_not_of(what);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(what) - begin + 1);
}

/// One document of a text: its bytes and, where it could be read, its tree.
struct Part {
    const std::string* text = nullptr; ///< that all ranges count in
    ByteRange range;
    ByteRange root; ///< the extent of the root node
    std::shared_ptr<const source::Document> document;

    std::string_view slice(ByteRange of) const { return std::string_view(*text).substr(of.begin, of.size()); }
    std::string_view bytes() const { return slice(range); }
    bool hasTree() const { return document != nullptr && document->duplicateKeys.empty(); }
    /// Without the separator before it, so that a document that was moved equals itself.
    std::string_view content() const { return trimmed(bytes(), " \t\r\n-"); }
};

std::string nameOf(const Part& part)
{
    if (!part.document)
        return {};
    const NodeRef root = part.document->root();
    const NodeRef metadata = root["metadata"];
    if (!root["kind"].isScalar() || !metadata["name"].isScalar())
        return {};
    std::string name(root["kind"].value());
    name += ' ';
    if (metadata["namespace"].isScalar())
        name += std::string(metadata["namespace"].value()) + '/';
    return name + std::string(metadata["name"].value());
}

std::size_t byteOrderMark(std::string_view text)
{
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::vector<Part> partsOf(const source::ParsedText& text)
{
    const auto mark = static_cast<std::uint32_t>(byteOrderMark(*text.text));
    const auto size = static_cast<std::uint32_t>(text.text->size());
    if (text.kind != source::TextKind::Yaml)
        return {{text.text.get(), {mark, size}, {mark, size}, nullptr}};
    std::vector<Part> parts;
    for (const source::Chunk& chunk : source::splitDocuments(*text.text, text.lines.starts()))
        parts.push_back({text.text.get(), {std::max(chunk.begin, mark), chunk.end}, {}, nullptr});
    // What ends a document (`...`) belongs to it.
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].range.end = i + 1 < parts.size() ? parts[i + 1].range.begin : size;
    for (const auto& document : text.documents) {
        if (document->index >= parts.size() || !document->root().isValid())
            continue;
        Part& part = parts[document->index];
        part.document = document;
        part.text = document->text.get();
        const std::uint32_t end = endOfContentLine(*part.text, document->root().range().end, part.range.end);
        part.root = extentOf(document->root(), end);
    }
    return parts;
}

/// The three texts at one place; nothing where a text does not have it.
template <typename T> struct Three {
    T base;
    T mine;
    T theirs;
};

/// A value or tile in one document.
struct Spot {
    const Part* part = nullptr;
    ByteRange range;
    NodeRef node;

    std::string_view text() const { return part == nullptr ? std::string_view() : part->slice(range); }
};

using Spots = Three<Spot>;

class Merger {
public:
    Merger(const Three<const source::ParsedText*>& texts, const MergeChoice& choice)
        : m_texts(texts)
        , m_parts{partsOf(*texts.base), partsOf(*texts.mine), partsOf(*texts.theirs)}
        , m_choice(choice)
        , m_lineEnd(texts.theirs->text->contains("\r\n") ? "\r\n" : "\n")
    {
    }

    DocumentMerge run();

private:
    /// A document of the result, for the proof.
    struct Written {
        std::size_t element = 0;
        bool hasTree = false;
        MergedDocument documents;
        MergeChoices choices;
    };

    void mergeAll();
    void mergeDocument(std::size_t element, const MergeTriple& at);
    bool mergeTrees(const Three<const Part*>& parts, const std::string& name);
    void mergeValue(const Spots& at, const std::string& path, std::string_view kind, std::string_view listKey);
    bool mergeTiles(const Spots& at, const std::string& path, std::string_view outer, std::string_view listKey);
    void mergeTile(const Three<const MergeTile*>& tiles, const Spots& around, const std::string& path,
                   std::string_view kind);
    bool mergeTileParts(const Three<const MergeTile*>& tiles, const Spots& around, const std::string& path,
                        std::string_view kind);
    std::optional<std::string> pick(std::string_view base, std::string_view mine, std::string_view theirs) const;
    void conflict(const Spots& at, const std::string& path);
    MergePlace placeOf(const Spot& spot, const source::ParsedText& text) const;
    bool isProved(std::set<std::size_t>& refused) const;

    /// What has to stand between what is written and the next tile.
    void joinTile(const Spot& collection, bool isFirst);
    void separateDocument(std::size_t start);

    Three<const source::ParsedText*> m_texts;
    Three<std::vector<Part>> m_parts;
    const MergeChoice& m_choice;
    std::string m_lineEnd;
    std::set<std::size_t> m_whole; ///< documents that are merged as one piece, because the proof failed
    bool m_isOnePiece = false; ///< ... the whole text is
    std::string m_name; ///< of the document that is merged
    std::string m_out;
    std::vector<MergeConflict> m_conflicts;
    std::vector<Written> m_written;
    MergeChoices m_choices;
};

MergePlace Merger::placeOf(const Spot& spot, const source::ParsedText& text) const
{
    if (spot.part == nullptr)
        return {};
    const std::string_view content = trimmed(spot.text());
    if (content.empty())
        return {text.locate(spot.range.begin).line, 0, {}};
    const auto begin = static_cast<std::uint32_t>(content.data() - spot.part->text->data());
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(content, '\n') + 1);
    return {text.locate(begin).line, lines, std::string(content)};
}

void Merger::conflict(const Spots& at, const std::string& path)
{
    MergeConflict found{m_name,
                        path,
                        placeOf(at.base, *m_texts.base),
                        placeOf(at.mine, *m_texts.mine),
                        placeOf(at.theirs, *m_texts.theirs),
                        std::nullopt};
    found.chosen = m_choice ? m_choice(found) : std::nullopt;
    const MergeSide side = found.chosen.value_or(MergeSide::Theirs);
    m_choices.insert_or_assign(path, side);
    m_out += side == MergeSide::Mine ? at.mine.text() : at.theirs.text();
    m_conflicts.push_back(std::move(found));
}

/// The one that a side changed. What only moved to the right or left counts as unchanged.
std::optional<std::string> Merger::pick(std::string_view base, std::string_view mine, std::string_view theirs) const
{
    if (mine == base || mine == theirs)
        return std::string(theirs);
    if (theirs == base)
        return std::string(mine);
    if (trimmed(mine, " \t") == trimmed(base, " \t"))
        return std::string(theirs);
    if (trimmed(theirs, " \t") == trimmed(base, " \t"))
        return std::string(mine);
    return std::nullopt;
}

/// Parts the document that was written from `start` on from what stands before it.
void Merger::separateDocument(std::size_t start)
{
    if (start <= byteOrderMark(m_out))
        return;
    const std::string_view written = std::string_view(m_out).substr(start);
    const bool isSeparated = written.starts_with("---") || written.starts_with('%') || written.contains("\n---");
    if (!isSeparated)
        m_out.insert(start, "---" + m_lineEnd);
}

void Merger::mergeAll()
{
    m_out = m_texts.theirs->text->substr(0, byteOrderMark(*m_texts.theirs->text));
    m_conflicts.clear();
    m_written.clear();
    m_choices.clear();
    const auto itemsOf = [](const std::vector<Part>& parts) {
        std::vector<MergeItem> items;
        for (const Part& part : parts)
            items.push_back({nameOf(part), part.content()});
        return items;
    };
    Three<std::vector<MergeItem>> items{itemsOf(m_parts.base), itemsOf(m_parts.mine), itemsOf(m_parts.theirs)};
    const auto order = mergeOrder(items.base, items.mine, items.theirs, false);
    m_isOnePiece = m_isOnePiece || order.isAmbiguous;
    if (m_isOnePiece) {
        const auto all = [](const source::ParsedText& text, std::vector<Part>& whole) {
            const auto mark = static_cast<std::uint32_t>(byteOrderMark(*text.text));
            whole = {{text.text.get(), {mark, static_cast<std::uint32_t>(text.text->size())}, {}, nullptr}};
            return Spot{whole.data(), whole.front().range, {}};
        };
        Three<std::vector<Part>> parts;
        m_name.clear();
        conflict({all(*m_texts.base, parts.base), all(*m_texts.mine, parts.mine), all(*m_texts.theirs, parts.theirs)},
                 {});
        return;
    }
    for (std::size_t i = 0; i < order.elements.size(); ++i)
        mergeDocument(i, order.elements[i]);
}

void Merger::mergeDocument(std::size_t element, const MergeTriple& at)
{
    const auto get = [](const std::vector<Part>& parts, int position) {
        return position < 0 ? nullptr : &parts[static_cast<std::size_t>(position)];
    };
    const Three<const Part*> parts{get(m_parts.base, at.base), get(m_parts.mine, at.mine),
                                   get(m_parts.theirs, at.theirs)};
    const auto spot = [](const Part* part) { return part == nullptr ? Spot() : Spot{part, part->range, {}}; };
    const Spots spots{spot(parts.base), spot(parts.mine), spot(parts.theirs)};
    const auto content = [](const Part* part) { return part == nullptr ? std::string_view() : part->content(); };
    const std::size_t before = m_out.size();
    if (before > byteOrderMark(m_out) && !m_out.ends_with('\n'))
        m_out += m_lineEnd;
    const std::size_t start = m_out.size();
    m_name = nameOf(parts.theirs != nullptr ? *parts.theirs : parts.mine != nullptr ? *parts.mine : *parts.base);
    m_choices.clear();
    const bool hasTree = std::ranges::all_of(std::array{parts.base, parts.mine, parts.theirs},
                                             [](const Part* part) { return part == nullptr || part->hasTree(); });
    const bool isEverywhere = parts.base != nullptr && parts.mine != nullptr && parts.theirs != nullptr;
    if (parts.base == nullptr && (parts.mine == nullptr || parts.theirs == nullptr)) {
        m_out += parts.mine != nullptr ? spots.mine.text() : spots.theirs.text();
    } else if (content(parts.mine) == content(parts.theirs) || content(parts.mine) == content(parts.base)) {
        m_out += spots.theirs.text();
    } else if (content(parts.theirs) == content(parts.base)) {
        m_out += spots.mine.text();
    } else if (m_whole.contains(element) || !isEverywhere) {
        conflict(spots, {});
    } else if (!hasTree || !mergeTrees(parts, m_name)) {
        const auto merged = mergeLines(spots.base.text(), spots.mine.text(), spots.theirs.text());
        if (merged) {
            m_out += *merged;
        } else {
            conflict(spots, {});
        }
    }
    if (m_out.size() == start) {
        m_out.resize(before);
        return;
    }
    separateDocument(start);
    const auto tree = [](const Part* part) { return part == nullptr ? nullptr : part->document.get(); };
    m_written.push_back({element, hasTree, {tree(parts.base), tree(parts.mine), tree(parts.theirs)}, m_choices});
}

bool Merger::mergeTrees(const Three<const Part*>& parts, const std::string& name)
{
    const std::size_t start = m_out.size();
    const std::size_t conflicts = m_conflicts.size();
    const auto head = [](const Part* part) { return part->slice({part->range.begin, part->root.begin}); };
    const auto foot = [](const Part* part) { return part->slice({part->root.end, part->range.end}); };
    const auto lead = pick(head(parts.base), head(parts.mine), head(parts.theirs));
    const auto tail = pick(foot(parts.base), foot(parts.mine), foot(parts.theirs));
    if (!lead || !tail)
        return false;
    m_name = name;
    m_out += *lead;
    const auto root = [](const Part* part) { return Spot{part, part->root, part->document->root()}; };
    mergeValue({root(parts.base), root(parts.mine), root(parts.theirs)}, {}, {}, {});
    m_out += *tail;
    // The root as a whole: then the document is, with its comments.
    if (m_choices.contains(std::string())) {
        m_out.resize(start);
        m_conflicts.resize(conflicts);
        m_choices.clear();
        return false;
    }
    return true;
}

void Merger::mergeValue(const Spots& at, const std::string& path, std::string_view kind, std::string_view listKey)
{
    const std::string_view mine = at.mine.text();
    const std::string_view theirs = at.theirs.text();
    const auto isSameScalar = [&] {
        return at.mine.node.isScalar() && at.theirs.node.isScalar() && !at.mine.node.node().hasTag
            && !at.theirs.node.node().hasTag && at.mine.node.value() == at.theirs.node.value()
            && (at.mine.node.node().style == source::NodeStyle::Plain)
            == (at.theirs.node.node().style == source::NodeStyle::Plain);
    };
    if (mine == at.base.text() || mine == theirs || isSameScalar()) {
        m_out += theirs;
    } else if (theirs == at.base.text()) {
        m_out += mine;
    } else if (!mergeTiles(at, path, kind, listKey)) {
        conflict(at, path);
    }
}

void Merger::joinTile(const Spot& collection, bool isFirst)
{
    if (isFirst)
        return;
    if (collection.node.node().style == source::NodeStyle::Flow) {
        const auto last = m_out.find_last_not_of(blanks);
        if (last != std::string::npos && m_out[last] != ',')
            m_out += ',';
    } else if (!m_out.ends_with('\n')) {
        m_out += m_lineEnd;
    }
}

bool Merger::mergeTiles(const Spots& at, const std::string& path, std::string_view outer, std::string_view listKey)
{
    const auto isAlike = [&](const Spot& spot) {
        return isTiled(spot.node) && spot.node.kind() == at.theirs.node.kind()
            && (spot.node.node().style == source::NodeStyle::Flow)
            == (at.theirs.node.node().style == source::NodeStyle::Flow);
    };
    if (!isTiled(at.theirs.node) || !isAlike(at.base) || !isAlike(at.mine))
        return false;
    const Three<std::vector<MergeTile>> tiles{tilesOf(at.base.node, at.base.range),
                                              tilesOf(at.mine.node, at.mine.range),
                                              tilesOf(at.theirs.node, at.theirs.range)};
    const bool isMapping = at.theirs.node.isMapping();
    const ListRule& rule = listRuleFor(outer, listKey);
    const auto itemsOf = [&](const Spot& spot, const std::vector<MergeTile>& of) {
        if (!isMapping)
            return mergeItems(spot.node.items(), rule);
        std::vector<MergeItem> items;
        for (const MergeTile& tile : of)
            items.push_back({'k' + std::string(tile.key.resolved().value()), spot.part->slice(tile.range)});
        return items;
    };
    const auto order = mergeOrder(itemsOf(at.base, tiles.base), itemsOf(at.mine, tiles.mine),
                                  itemsOf(at.theirs, tiles.theirs), !isMapping && rule.isOrdered);
    if (order.isAmbiguous)
        return false;
    const std::string_view kind = isMapping ? kindWithin(at.theirs.node, outer) : outer;
    const bool flow = at.theirs.node.node().style == source::NodeStyle::Flow;
    const std::size_t begin = m_out.size();
    const std::size_t conflicts = m_conflicts.size();
    if (flow)
        m_out += at.theirs.text().front();
    bool isFirst = true;
    for (const MergeTriple& element : order.elements) {
        const auto get = [](const std::vector<MergeTile>& of, int position) {
            return position < 0 ? nullptr : &of[static_cast<std::size_t>(position)];
        };
        const Three<const MergeTile*> three{get(tiles.base, element.base), get(tiles.mine, element.mine),
                                            get(tiles.theirs, element.theirs)};
        const MergeTile* any = three.theirs != nullptr ? three.theirs : three.mine != nullptr ? three.mine : three.base;
        const std::string inner = isMapping ? mergePath(path, any->key.resolved().value())
                                            : mergePath(path, element.mine, element.theirs, element.base);
        const std::size_t before = m_out.size();
        joinTile(at.theirs, isFirst);
        const std::size_t start = m_out.size();
        mergeTile(three, at, inner, kind);
        if (m_out.size() == start) {
            m_out.resize(before);
        } else {
            isFirst = false;
        }
    }
    if (flow)
        m_out += at.theirs.text().back();
    if (isFirst) { // nothing is left of it: how that would be written is a guess
        m_out.resize(begin);
        m_conflicts.resize(conflicts);
    }
    return !isFirst;
}

void Merger::mergeTile(const Three<const MergeTile*>& tiles, const Spots& around, const std::string& path,
                       std::string_view kind)
{
    const auto spot = [](const MergeTile* tile, const Spot& in) {
        return tile == nullptr ? Spot() : Spot{in.part, tile->range, tile->value};
    };
    const Spots at{spot(tiles.base, around.base), spot(tiles.mine, around.mine), spot(tiles.theirs, around.theirs)};
    const auto core = [](const Spot& one) { return trimmed(one.text(), " \t\r\n,"); };
    if (tiles.base != nullptr && tiles.mine != nullptr && tiles.theirs != nullptr) {
        const std::size_t start = m_out.size();
        const std::size_t conflicts = m_conflicts.size();
        const MergeChoices choices = m_choices;
        if (mergeTileParts(tiles, around, path, kind))
            return;
        m_out.resize(start);
        m_conflicts.resize(conflicts);
        m_choices = choices;
        conflict(at, path);
    } else if (tiles.base == nullptr) {
        if (tiles.mine == nullptr || tiles.theirs == nullptr || core(at.mine) == core(at.theirs)) {
            m_out += (tiles.theirs != nullptr ? at.theirs : at.mine).text();
        } else {
            conflict(at, path);
        }
    } else {
        // Removed by one side: it goes where the other left it alone.
        const Spot& left = tiles.mine != nullptr ? at.mine : at.theirs;
        const bool isRemovedByBoth = tiles.mine == nullptr && tiles.theirs == nullptr;
        if (!isRemovedByBoth && core(left) != core(at.base))
            conflict(at, path);
    }
}

bool Merger::mergeTileParts(const Three<const MergeTile*>& tiles, const Spots& around, const std::string& path,
                            std::string_view kind)
{
    const auto lead = [](const MergeTile* tile, const Spot& in) {
        return in.part->slice({tile->range.begin, tile->extent.begin});
    };
    const auto tail = [](const MergeTile* tile, const Spot& in) {
        return in.part->slice({tile->extent.end, tile->range.end});
    };
    const auto front =
        pick(lead(tiles.base, around.base), lead(tiles.mine, around.mine), lead(tiles.theirs, around.theirs));
    const auto back =
        pick(tail(tiles.base, around.base), tail(tiles.mine, around.mine), tail(tiles.theirs, around.theirs));
    if (!front || !back)
        return false;
    m_out += *front;
    const auto value = [](const MergeTile* tile, const Spot& in) { return Spot{in.part, tile->extent, tile->value}; };
    mergeValue({value(tiles.base, around.base), value(tiles.mine, around.mine), value(tiles.theirs, around.theirs)},
               path, kind, tiles.theirs->key.resolved().value());
    m_out += *back;
    return true;
}

/// Whether the text reads as the merge; `refused` takes the documents that do not.
bool Merger::isProved(std::set<std::size_t>& refused) const
{
    const auto parsed = source::parseText(m_out);
    if (parsed->errors.size() > std::max(m_texts.theirs->errors.size(), m_texts.mine->errors.size()))
        return false;
    if (m_texts.theirs->kind != source::TextKind::Yaml)
        return true;
    const auto parts = partsOf(*parsed);
    if (parts.size() != m_written.size())
        return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Written& written = m_written[i];
        if (!written.hasTree || m_whole.contains(written.element))
            continue;
        if (!parts[i].hasTree() || !provesMerge(written.documents, *parts[i].document, written.choices))
            refused.insert(written.element);
    }
    return refused.empty();
}

DocumentMerge Merger::run()
{
    mergeAll();
    while (!m_isOnePiece) {
        std::set<std::size_t> refused;
        if (isProved(refused))
            break;
        m_isOnePiece = refused.empty();
        m_whole.merge(refused);
        mergeAll();
    }
    return {std::move(m_out), std::move(m_conflicts)};
}

bool isUniform(std::string_view text)
{
    const auto feeds = std::ranges::count(text, '\n');
    std::ptrdiff_t pairs = 0;
    for (std::size_t at = text.find("\r\n"); at != std::string_view::npos; at = text.find("\r\n", at + 2))
        ++pairs;
    return pairs == 0 || pairs == feeds;
}

} // namespace

bool DocumentMerge::isDecided() const
{
    return std::ranges::all_of(conflicts, [](const MergeConflict& conflict) { return conflict.chosen.has_value(); });
}

std::string withLineEndsOf(const std::string& text, std::string_view like)
{
    const bool isWide = like.contains("\r\n");
    if (!like.contains('\n') || !isUniform(like) || (!isWide && !text.contains("\r\n")))
        return text;
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (isPair)
            continue;
        if (text[i] == '\n' && isWide)
            result += '\r';
        result += text[i];
    }
    return result;
}

DocumentMerge mergeDocuments(const source::ParsedText& base, const source::ParsedText& mine,
                             const source::ParsedText& theirs, const MergeChoice& choice)
{
    const std::string before = withLineEndsOf(*base.text, *theirs.text);
    const std::string after = withLineEndsOf(*mine.text, *theirs.text);
    if (before == after || after == *theirs.text)
        return {*theirs.text, {}};
    if (before == *theirs.text)
        return {after, {}};
    const auto parsed = [](const source::ParsedText& text, const std::string& bytes) {
        return bytes == *text.text ? nullptr : source::parseText(bytes);
    };
    const auto newBase = parsed(base, before);
    const auto newMine = parsed(mine, after);
    return Merger({newBase ? newBase.get() : &base, newMine ? newMine.get() : &mine, &theirs}, choice).run();
}

} // namespace meshdraft::changes
