// SPDX-License-Identifier: Apache-2.0
#include "models/source/builder.h"

#include "models/source/scan.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

namespace meshdraft::source {

namespace {

/// More nodes than this, with every alias replaced by what it stands for, is an attack and not a configuration.
constexpr std::uint64_t maximumExpansion = 2'000'000;

class MemoryBuffer : public std::streambuf {
public:
    explicit MemoryBuffer(std::string_view bytes)
    {
        // Only ever read from.
        char* begin = const_cast<char*>(bytes.data());
        setg(begin, begin, begin + bytes.size());
    }
};

/// A collection that is not closed yet.
struct Frame {
    NodeId id = noNode;
    NodeId last = noNode; ///< its latest child
    int column = -1; ///< of a block collection
    bool flow = false;
    bool compact = false; ///< a flow mapping of one entry without brackets, in a flow sequence
    bool explicitKey = false; ///< its latest key stands behind a '?'
    bool undecided = false; ///< its '{' may belong to the first key of a compact mapping
    YAML::anchor_t anchor = 0;
    std::uint64_t weight = 1; ///< nodes in it with aliases replaced
};

/// Follows yaml-cpp's events with a cursor of its own through the text: every structural character between two nodes is
/// seen, so that each node's end is known and no event can be put in the wrong place.
class Builder final : public YAML::EventHandler {
public:
    Builder(Document& document, const Chunk& chunk)
        : m_document(document)
        , m_text(*document.text)
        , m_base(chunk.begin)
        , m_end(chunk.end)
        , m_cursor(chunk.body)
    {
        if (m_text.substr(m_base, 3) == "\xEF\xBB\xBF") {
            m_base += 3;
            m_cursor = std::max(m_cursor, m_base);
        }
        m_document.nodes.reserve((m_end - m_base) / 16 + 4);
    }

    std::uint32_t cursor() const { return m_cursor; }
    std::uint32_t offsetOf(const YAML::Mark& mark) const { return m_base + static_cast<std::uint32_t>(mark.pos); }

    void OnDocumentStart(const YAML::Mark& /*mark*/) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        open(mark);
        const std::uint32_t start = skip(m_cursor);
        Properties properties;
        std::uint32_t at = start;
        // At the end of the stream yaml-cpp drops the tag of an absent root.
        const bool tagged = m_stack.empty() && start < m_end && (m_text[start] == '!' || m_text[start] == '&');
        if (anchor != 0 || tagged)
            at = skipProperties(start, anchor, tagged ? "!root" : "", properties);
        const std::uint32_t length = offsetOf(mark) == start && isWithinParent(at) ? nullWordAt(at) : 0;
        if (length > 0) {
            m_cursor = at + length;
            add(NodeKind::Scalar, NodeStyle::Plain, properties, {at, m_cursor});
        } else if (anchor == 0 && !tagged && m_stack.empty()) {
            m_cursor = start;
        } else {
            m_cursor = std::max(m_cursor, properties.end);
            checkAbsent(m_cursor, anchor != 0);
            add(NodeKind::Empty, NodeStyle::Plain, properties, {m_cursor, m_cursor});
        }
        remember(anchor, lastAdded(), 1);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        open(mark);
        const std::uint32_t start = expect(mark, '*');
        std::uint32_t at = start;
        while (at < m_end && !isBlankOrBreak(m_text[at]) && !isFlowIndicator(m_text[at]))
            ++at;
        m_cursor = at;
        const NodeId id = add(NodeKind::Alias, NodeStyle::Plain, {}, {start, at});
        if (anchor >= m_anchors.size() || m_anchors[anchor].open)
            throw BuildFailure{"source.aliasCycle", {std::string(m_text.substr(start + 1, at - start - 1))}, start};
        m_document.nodes[id].target = m_anchors[anchor].node;
        if (!m_stack.empty())
            m_stack.back().weight += m_anchors[anchor].weight - 1;
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        open(mark);
        const std::uint32_t start = expect(mark);
        Properties properties;
        const std::uint32_t at = skipProperties(start, anchor, tag, properties);
        if (value.empty() && !isEmptyScalarAt(at)) {
            m_cursor = properties.end;
            add(NodeKind::Empty, NodeStyle::Plain, properties, {m_cursor, m_cursor});
        } else {
            addScalar(at, properties, value);
        }
        remember(anchor, lastAdded(), 1);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        openCollection(NodeKind::Sequence, mark, tag, anchor, style);
    }

    void OnSequenceEnd() override { closeCollection(']'); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        openCollection(NodeKind::Mapping, mark, tag, anchor, style);
    }

    void OnMapEnd() override
    {
        findDuplicates(m_stack.back().id);
        closeCollection('}');
    }

private:
    struct Properties {
        bool hasTag = false;
        bool hasAnchor = false;
        std::uint32_t end = 0; ///< behind the last property
    };

    struct Anchor {
        NodeId node = noNode;
        std::uint64_t weight = 1;
        bool open = false;
    };

    [[noreturn]] void disagree(std::uint32_t offset) const { throw BuildFailure{"source.range", {}, offset}; }

    char at(std::uint32_t offset) const { return offset < m_end ? m_text[offset] : '\0'; }

    /// Behind blanks and comments. Many collections may end in front of the same comments, which are passed once.
    std::uint32_t skip(std::uint32_t from) const
    {
        if (from < m_skippedFrom || from > m_skippedTo) {
            m_skippedFrom = from;
            m_skippedTo = skipBlanks(m_text, from, m_end);
        }
        return m_skippedTo;
    }

    bool endsToken(std::uint32_t offset) const { return offset >= m_end || isBlankOrBreak(m_text[offset]); }

    int columnOf(std::uint32_t offset) const { return static_cast<int>(offset - startOfLine(m_text, offset, m_base)); }

    NodeId lastAdded() const { return static_cast<NodeId>(m_document.nodes.size()) - 1; }

    /// The place of the next node, which yaml-cpp must see there too.
    std::uint32_t expect(const YAML::Mark& mark, char first = '\0')
    {
        const std::uint32_t start = skip(m_cursor);
        if (offsetOf(mark) != start || (first != '\0' && at(start) != first))
            disagree(start);
        return start;
    }

    /// Takes the indicators in front of the next child of the innermost collection.
    void open(const YAML::Mark& mark)
    {
        if (m_stack.empty())
            return;
        Frame& frame = m_stack.back();
        Node& node = m_document.nodes[frame.id];
        if (frame.undecided) {
            frame.undecided = false;
            if (offsetOf(mark) == node.range.begin) {
                frame.compact = true;
                m_cursor = node.range.begin;
            }
        }
        const std::uint32_t next = skip(m_cursor);
        if (node.kind == NodeKind::Sequence) {
            openItem(frame, next);
        } else if (node.children % 2 == 0) {
            openKey(frame, next);
        } else if (at(next) == ':' && (frame.flow || startsOnLineOf(next) || endsToken(next + 1))) {
            m_cursor = next + 1;
        } else if (!frame.flow && !frame.explicitKey) {
            refuse("key without ':'", m_document.nodes[frame.last].range.begin);
        }
    }

    [[noreturn]] static void refuse(std::string what, std::uint32_t offset)
    {
        throw BuildFailure{"source.syntax", {std::move(what)}, offset};
    }

    /// yaml-cpp takes `[a, , b]` and `{a: b, , }`, which no other parser does.
    void checkAbsent(std::uint32_t offset, bool hasAnchor) const
    {
        if (m_stack.empty() || !m_stack.back().flow || hasAnchor)
            return;
        const Node& node = m_document.nodes[m_stack.back().id];
        const bool isKey = node.kind == NodeKind::Mapping && node.children % 2 == 0;
        const bool hasIndicator = m_stack.back().explicitKey || at(skip(offset)) == ':';
        if (node.kind == NodeKind::Sequence || (isKey && !hasIndicator))
            refuse("flow entry missing", offset);
    }

    void openItem(const Frame& frame, std::uint32_t next)
    {
        if (frame.flow) {
            if (at(next) == ',')
                m_cursor = next + 1;
            return;
        }
        if (at(next) != '-' || !endsToken(next + 1))
            disagree(next);
        m_cursor = next + 1;
    }

    void openKey(Frame& frame, std::uint32_t next)
    {
        if (frame.flow && at(next) == ',')
            next = skip(m_cursor = next + 1);
        frame.explicitKey = at(next) == '?' && endsToken(next + 1);
        if (frame.explicitKey) {
            m_cursor = next + 1;
        } else if (at(next) == ':') {
            m_cursor = next;
        }
    }

    /// True if only blanks stand between the cursor and `offset`.
    bool startsOnLineOf(std::uint32_t offset) const
    {
        return m_text.substr(m_cursor, offset - m_cursor).find('\n') == std::string_view::npos;
    }

    /// Block content is indented more than the collection it belongs to; what is not belongs to the next node.
    bool isWithinParent(std::uint32_t offset) const
    {
        if (m_stack.empty() || m_stack.back().flow)
            return true;
        const Frame& frame = m_stack.back();
        const int column = columnOf(offset);
        const Node& node = m_document.nodes[frame.id];
        const bool implicitKey = node.kind == NodeKind::Mapping && node.children % 2 == 0 && !frame.explicitKey;
        return column > frame.column || (implicitKey && column == frame.column);
    }

    std::uint32_t nullWordAt(std::uint32_t offset) const
    {
        for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
            if (offset + word.size() > m_end || m_text.substr(offset, word.size()) != word)
                continue;
            const auto after = static_cast<std::uint32_t>(offset + word.size());
            const bool flow = !m_stack.empty() && m_stack.back().flow;
            if (endsToken(after) || at(after) == ':' || (flow && isFlowIndicator(at(after))))
                return static_cast<std::uint32_t>(word.size());
        }
        return 0;
    }

    bool isEmptyScalarAt(std::uint32_t offset) const
    {
        const char c = at(offset);
        const bool flow = !m_stack.empty() && m_stack.back().flow;
        const bool starts = c == '"' || c == '\'' || (!flow && (c == '|' || c == '>'));
        return starts && isWithinParent(offset);
    }

    /// yaml-cpp takes `!<t>x` and `!t|` for a tag and a value; YAML wants a blank between them.
    void checkProperty(std::uint32_t begin, std::uint32_t end) const
    {
        const std::string_view property = m_text.substr(begin, end - begin);
        const std::size_t wrong = property.starts_with('!') && !property.starts_with("!<")
            ? property.find_first_of("\"<>\\^`|")
            : std::string_view::npos;
        if (wrong != std::string_view::npos)
            refuse("blank missing behind a tag", begin + static_cast<std::uint32_t>(wrong));
        const bool flow = !m_stack.empty() && m_stack.back().flow;
        if (!endsToken(end) && !(flow && isFlowIndicator(at(end))))
            refuse("blank missing behind a tag", end);
    }

    /// Skips the node's own anchor and tag (and no one else's) and the blanks behind them.
    std::uint32_t skipProperties(std::uint32_t start, YAML::anchor_t anchor, std::string_view tag,
                                 Properties& found) const
    {
        bool wantsAnchor = anchor != 0;
        bool wantsTag = !tag.empty() && tag != "?" && (tag != "!" || at(start) == '!' || wantsAnchor);
        found.end = start;
        std::uint32_t offset = start;
        while (wantsAnchor || wantsTag) {
            const char c = at(offset);
            if (c == '&' && wantsAnchor) {
                wantsAnchor = false;
                found.hasAnchor = true;
            } else if (c == '!' && wantsTag) {
                wantsTag = false;
                found.hasTag = true;
            } else if (tag == "!" && !wantsAnchor) {
                break;
            } else {
                disagree(offset);
            }
            found.end = endOfProperty(m_text, offset, m_end);
            checkProperty(offset, found.end);
            offset = skip(found.end);
        }
        return offset;
    }

    NodeId add(NodeKind kind, NodeStyle style, const Properties& properties, ByteRange range)
    {
        const auto id = static_cast<NodeId>(m_document.nodes.size());
        Node& node = m_document.nodes.emplace_back();
        node.kind = kind;
        node.style = style;
        node.hasTag = properties.hasTag;
        node.hasAnchor = properties.hasAnchor;
        node.range = range;
        if (m_stack.empty())
            return id;
        Frame& frame = m_stack.back();
        node.parent = frame.id;
        Node& parent = m_document.nodes[frame.id];
        ++parent.children;
        if (frame.last == noNode) {
            parent.firstChild = id;
        } else {
            m_document.nodes[frame.last].nextSibling = id;
        }
        frame.last = id;
        ++frame.weight;
        return id;
    }

    void remember(YAML::anchor_t anchor, NodeId node, std::uint64_t weight, bool stillOpen = false)
    {
        if (anchor == 0)
            return;
        if (m_anchors.size() <= anchor)
            m_anchors.resize(anchor + 1);
        m_anchors[anchor] = {node, weight, stillOpen};
    }

    void addScalar(std::uint32_t begin, const Properties& properties, const std::string& value)
    {
        const bool flow = !m_stack.empty() && m_stack.back().flow;
        const char first = at(begin);
        NodeStyle style = NodeStyle::Plain;
        std::uint32_t end = begin;
        std::string_view inner;
        if (first == '"' || first == '\'') {
            style = first == '"' ? NodeStyle::DoubleQuoted : NodeStyle::SingleQuoted;
            const std::optional<std::uint32_t> close = endOfQuoted(m_text, begin, m_end);
            if (!close)
                refuse("end of quotes not found", begin);
            end = *close;
            inner = m_text.substr(begin + 1, end - begin - 2);
        } else if (!flow && (first == '|' || first == '>')) {
            style = first == '|' ? NodeStyle::Literal : NodeStyle::Folded;
            end = endOfBlockScalar(m_text, begin, m_end, m_stack.empty() ? -1 : m_stack.back().column).range;
        } else {
            if (flow && value == "-")
                refuse("'-' in a flow collection", begin);
            const std::optional<std::uint32_t> close = endOfPlain(m_text, begin, m_end, value);
            if (!close)
                disagree(begin);
            end = *close;
            inner = m_text.substr(begin, end - begin);
        }
        m_cursor = end;
        const NodeId id = add(NodeKind::Scalar, style, properties, {begin, end});
        if (style == NodeStyle::DoubleQuoted && inner != value) {
            if (const std::optional<std::uint32_t> unknown = findUnknownEscape(m_text, begin + 1, end - 1))
                refuse("unknown escape", *unknown);
        }
        const bool isBlock = style == NodeStyle::Literal || style == NodeStyle::Folded;
        if (isBlock || inner != value) {
            m_document.values.push_back(value);
            m_document.nodes[id].value = static_cast<std::uint32_t>(m_document.values.size());
        }
    }

    void openCollection(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                        YAML::EmitterStyle::value style)
    {
        if (m_stack.size() >= maximumDepth)
            throw BuildFailure{"source.depth", {std::to_string(maximumDepth)}, offsetOf(mark)};
        open(mark);
        const std::uint32_t start = expect(mark);
        Properties properties;
        const std::uint32_t begin = skipProperties(start, anchor, tag, properties);
        const bool inFlowSequence = !m_stack.empty() && m_stack.back().flow;
        Frame frame;
        frame.flow = style != YAML::EmitterStyle::Block;
        frame.anchor = anchor;
        if (!frame.flow) {
            frame.column = columnOf(begin);
            m_cursor = begin;
        } else if (at(begin) == (kind == NodeKind::Mapping ? '{' : '[')) {
            frame.undecided = kind == NodeKind::Mapping && inFlowSequence;
            m_cursor = begin + 1;
        } else if (kind == NodeKind::Mapping && inFlowSequence) {
            frame.compact = true;
            m_cursor = begin;
        } else {
            disagree(begin);
        }
        frame.id = add(kind, frame.flow ? NodeStyle::Flow : NodeStyle::Block, properties, {begin, begin});
        remember(anchor, frame.id, 1, true);
        m_stack.push_back(frame);
    }

    void closeCollection(char bracket)
    {
        const Frame frame = m_stack.back();
        m_stack.pop_back();
        Node& node = m_document.nodes[frame.id];
        if (frame.flow && !frame.compact) {
            std::uint32_t offset = skip(m_cursor);
            while (at(offset) == ',' || at(offset) == ':' || at(offset) == '?')
                offset = skip(offset + 1);
            if (at(offset) != bracket)
                disagree(offset);
            m_cursor = offset + 1;
            node.range.end = m_cursor;
        } else if (frame.last != noNode) {
            node.range.end = m_document.nodes[frame.last].range.end;
        }
        if (frame.anchor != 0)
            remember(frame.anchor, frame.id, frame.weight);
        if (!m_stack.empty())
            m_stack.back().weight += frame.weight - 1;
        if (frame.weight > maximumExpansion + m_document.nodes.size())
            throw BuildFailure{"source.aliases", {}, node.range.begin};
    }

    void findDuplicates(NodeId mapping);

    Document& m_document;
    std::string_view m_text;
    std::uint32_t m_base;
    std::uint32_t m_end;
    std::uint32_t m_cursor;
    mutable std::uint32_t m_skippedFrom = 1; ///< nothing passed yet
    mutable std::uint32_t m_skippedTo = 0;
    std::vector<Frame> m_stack;
    std::vector<Anchor> m_anchors;
    std::vector<std::pair<std::string_view, NodeId>> m_keys;
};

void Builder::findDuplicates(NodeId mapping)
{
    m_keys.clear();
    for (NodeId id = m_document.nodes[mapping].firstChild; id != noNode;) {
        const NodeRef key(&m_document, id);
        if (key.resolved().isScalar())
            m_keys.emplace_back(key.value(), id);
        id = m_document.nodes[m_document.nodes[id].nextSibling].nextSibling;
    }
    constexpr std::size_t few = 12;
    const auto report = [&](std::string_view name, NodeId id) {
        if (name != "<<")
            m_document.duplicateKeys.push_back(id);
    };
    if (m_keys.size() <= few) {
        for (std::size_t i = 1; i < m_keys.size(); ++i) {
            const auto end = m_keys.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::ranges::contains(m_keys.begin(), end, m_keys[i].first,
                                      &std::pair<std::string_view, NodeId>::first))
                report(m_keys[i].first, m_keys[i].second);
        }
        return;
    }
    std::ranges::sort(m_keys);
    for (std::size_t i = 1; i < m_keys.size(); ++i) {
        if (m_keys[i].first == m_keys[i - 1].first)
            report(m_keys[i].first, m_keys[i].second);
    }
}

} // namespace

std::expected<std::shared_ptr<const Document>, BuildFailure>
buildDocument(const std::shared_ptr<const std::string>& text, const Chunk& chunk, std::uint32_t index)
{
    if (chunk.orphan)
        return std::unexpected(BuildFailure{"source.syntax", {"directive without document"}, chunk.begin});
    if (chunk.stray != 0)
        return std::unexpected(BuildFailure{"source.syntax", {"content behind the document's end"}, chunk.stray});
    auto document = std::make_shared<Document>();
    document->text = text;
    document->range = {chunk.body, chunk.end};
    document->chunk = {chunk.begin, chunk.end};
    document->index = index;
    Builder builder(*document, chunk);
    try {
        MemoryBuffer buffer(std::string_view(*text).substr(chunk.begin, chunk.end - chunk.begin));
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const BuildFailure& failure) {
        return std::unexpected(failure);
    } catch (const YAML::Exception& error) {
        const std::uint32_t offset = error.mark.is_null() ? builder.cursor() : builder.offsetOf(error.mark);
        return std::unexpected(BuildFailure{"source.syntax", {error.msg}, std::min(offset, chunk.end)});
    }
    const std::uint32_t rest = skipBlanks(*text, builder.cursor(), chunk.end);
    if (rest < chunk.end)
        return std::unexpected(BuildFailure{"source.syntax", {"content behind the document's root"}, rest});
    document->nodes.shrink_to_fit();
    std::ranges::sort(document->duplicateKeys);
    return document;
}

} // namespace meshdraft::source
