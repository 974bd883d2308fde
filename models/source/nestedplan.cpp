// SPDX-License-Identifier: Apache-2.0
// Splices of a scalar's value as splices of its text.
#include "models/source/editproof.h"
#include "models/source/nested.h"
#include "models/source/scalar.h"
#include "models/source/scan.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

using Plan = std::optional<std::vector<Splice>>;

/// A range of the old value and what stands there in the new one.
struct Span {
    ByteRange before;
    ByteRange after;
};

/// Sorted; those that touch are one.
std::vector<Span> joined(const std::vector<Span>& spans)
{
    std::vector<Span> result;
    for (const Span& span : spans) {
        if (!result.empty() && result.back().before.end >= span.before.begin) {
            result.back().before.end = std::max(result.back().before.end, span.before.end);
            result.back().after.end = std::max(result.back().after.end, span.after.end);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

std::vector<Span> spansOf(std::span<const Splice> splices)
{
    std::vector<Span> spans;
    std::uint32_t grown = 0; // may wrap; the sum with an offset does not
    for (const Splice& splice : splices) {
        const auto size = static_cast<std::uint32_t>(splice.text.size());
        const std::uint32_t begin = splice.offset + grown;
        spans.push_back({{splice.offset, splice.offset + splice.length}, {begin, begin + size}});
        grown += size - splice.length;
    }
    return joined(spans);
}

/// The value without its final line breaks.
std::string_view coreOf(std::string_view value)
{
    return value.substr(0, value.find_last_not_of('\n') + 1);
}

/// Spans on the values without their final line breaks: from the first one that touches these on, the one difference.
std::vector<Span> coreSpans(std::vector<Span> spans, std::string_view before, std::string_view after)
{
    const std::string_view oldCore = coreOf(before);
    const std::string_view newCore = coreOf(after);
    const auto first = std::ranges::find_if(
        spans, [&](const Span& span) { return span.before.end > oldCore.size() || span.after.end > newCore.size(); });
    if (first == spans.end())
        return spans;
    spans.erase(first, spans.end());
    const ByteRange rest = spans.empty() ? ByteRange{0, 0} : ByteRange{spans.back().before.end, spans.back().after.end};
    for (const Splice& splice : differenceOf(oldCore.substr(rest.begin), newCore.substr(rest.end))) {
        const std::uint32_t oldBegin = rest.begin + splice.offset;
        const std::uint32_t newBegin = rest.end + splice.offset;
        const auto size = static_cast<std::uint32_t>(splice.text.size());
        spans.push_back({{oldBegin, oldBegin + splice.length}, {newBegin, newBegin + size}});
    }
    return joined(spans);
}

bool isLineStart(std::string_view value, std::uint32_t offset)
{
    return offset == 0 || value[offset - 1] == '\n';
}

bool isLineEnd(std::string_view value, std::uint32_t offset)
{
    return offset >= value.size() || value[offset] == '\n';
}

/// True if a block can hold these characters: a tab it can, other characters that need an escape it cannot.
bool fitsBlock(std::string_view piece)
{
    while (true) {
        const std::size_t tab = piece.find('\t');
        if (!canBeLiteral(piece.substr(0, tab)))
            return false;
        if (tab == std::string_view::npos)
            return true;
        piece.remove_prefix(tab + 1);
    }
}

/// Blanks and line breaks at the ends that are there already are not written again.
Splice trimmed(std::string_view text, ByteRange range, std::string_view with)
{
    while (range.size() > 0 && !with.empty() && isBlankOrBreak(with.front()) && text[range.begin] == with.front()) {
        ++range.begin;
        with.remove_prefix(1);
    }
    while (range.size() > 0 && !with.empty() && isBlankOrBreak(with.back()) && text[range.end - 1] == with.back()) {
        --range.end;
        with.remove_suffix(1);
    }
    return {range.begin, range.size(), std::string(with)};
}

/// Everything that the plans for all styles need to know.
struct Scalar {
    explicit Scalar(const NestedText& nested, std::string_view newValue)
        : content(nested.content())
        , document(*nested.scalar().document())
        , text(*document.text)
        , node(nested.scalar().node())
        , before(nested.scalar().value())
        , after(newValue)
    {
        std::size_t found = text.find('\n', node.range.begin);
        if (found == std::string_view::npos)
            found = text.rfind('\n', node.range.begin);
        lineBreak = found != std::string_view::npos && found > 0 && text[found - 1] == '\r' ? "\r\n" : "\n";
    }

    const ScalarContent& content;
    const Document& document;
    std::string_view text; ///< around the scalar
    const Node& node;
    std::string_view before; ///< the values
    std::string_view after;
    std::string lineBreak;
};

/// Literal and folded blocks.
class BlockPlan {
public:
    /// `style` is what the block is to be; a folded one can be made literal.
    BlockPlan(const Scalar& scalar, NodeStyle style)
        : m_scalar(scalar)
        , m_style(style)
    {
        int column = -1;
        if (scalar.node.parent != noNode) {
            const std::uint32_t begin = scalar.document.nodes[scalar.node.parent].range.begin;
            column = static_cast<int>(begin - startOfLine(scalar.text, begin, scalar.document.chunk.begin));
        }
        m_block = endOfBlockScalar(scalar.text, scalar.node.range.begin, scalar.document.chunk.end, column);
        m_parentIndent = static_cast<std::uint32_t>(std::max(column, 0));
        m_indent = std::string(m_block.indent, ' ');
    }

    Plan make(std::span<const Span> spans)
    {
        if (coreOf(m_scalar.before).empty() || coreOf(m_scalar.after).empty() || !fitsBlock(m_scalar.after))
            return std::nullopt;
        std::vector<Span> core = coreSpans({spans.begin(), spans.end()}, m_scalar.before, m_scalar.after);
        if (m_scalar.node.style != m_style)
            core.assign(1, Span{{0, sizeOf(coreOf(m_scalar.before))}, {0, sizeOf(coreOf(m_scalar.after))}});
        if (m_style == NodeStyle::Folded)
            core = withWholeBreaks(core);
        if (!changeHeader())
            return std::nullopt;
        for (const Span& span : core) {
            Splice splice = m_style == NodeStyle::Folded ? foldedSplice(span) : literalSplice(span);
            if (splice.length > 0 || !splice.text.empty())
                m_splices.push_back(std::move(splice));
        }
        changeTail();
        return std::move(m_splices);
    }

private:
    static std::uint32_t sizeOf(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

    /// Line breaks at the end of a value.
    static std::uint32_t tailOf(std::string_view value) { return sizeOf(value) - sizeOf(coreOf(value)); }

    char chomping() const
    {
        const std::uint32_t tail = tailOf(m_scalar.after);
        if (tail == 0)
            return '-';
        if (m_block.keep)
            return '+';
        return tail == 1 ? '\0' : '+';
    }

    bool changeHeader()
    {
        const std::uint32_t begin = m_scalar.node.range.begin;
        std::string_view header = m_scalar.text.substr(begin, 3);
        header = header.substr(0, header.find_first_not_of("+-123456789", 1));
        std::string changed(1, m_style == NodeStyle::Literal ? '|' : '>');
        changed += header.substr(1);
        const std::size_t first = m_scalar.after.find_first_not_of('\n');
        if (header.find_first_of("123456789") == std::string_view::npos && m_scalar.after[first] == ' ') {
            const std::uint32_t digit = m_block.indent - m_parentIndent;
            if (digit < 1 || digit > 9)
                return false;
            changed.insert(1, std::to_string(digit));
        }
        std::erase_if(changed, [](char c) { return c == '-' || c == '+'; });
        if (const char chomp = chomping(); chomp != '\0') {
            // Where the old indicator stood.
            const bool behindStyle = header.size() > 1 && (header[1] == '-' || header[1] == '+');
            changed.insert(behindStyle ? 1 : changed.size(), 1, chomp);
        }
        for (Splice& splice : differenceOf(header, changed))
            m_splices.push_back({begin + splice.offset, splice.length, std::move(splice.text)});
        return true;
    }

    Splice literalSplice(const Span& span) const
    {
        const auto& [before, after] = span;
        const bool atStart = isLineStart(m_scalar.before, before.begin);
        // Whole lines leave the next line's indentation where it is.
        const bool wholeLines = before.end < m_scalar.before.size() && isLineStart(m_scalar.before, before.end)
            && isLineStart(m_scalar.after, after.end);
        const std::uint32_t begin = m_scalar.content.behind(before.begin);
        std::string text;
        bool indented = !atStart;
        for (std::uint32_t at = after.begin; at < after.end; ++at) {
            if (m_scalar.after[at] == '\n') {
                text += m_scalar.lineBreak;
                indented = false;
                continue;
            }
            if (!indented)
                text += m_indent;
            indented = true;
            text += m_scalar.after[at];
        }
        if (wholeLines)
            return trimmed(m_scalar.text, {begin, m_scalar.content.behind(before.end)}, text);
        if (!indented && !isLineEnd(m_scalar.after, after.end))
            text += m_indent;
        return trimmed(m_scalar.text, {begin, m_scalar.content.before(before.end)}, text);
    }

    /// A run of line breaks is folded as one and depends on the lines around.
    std::vector<Span> withWholeBreaks(const std::vector<Span>& spans) const
    {
        std::vector<Span> result;
        const std::uint32_t end = sizeOf(coreOf(m_scalar.after));
        for (Span span : spans) {
            while (span.after.begin > 0 && span.before.begin > 0 && m_scalar.after[span.after.begin - 1] == '\n') {
                --span.before.begin;
                --span.after.begin;
            }
            while (span.after.end < end && m_scalar.after[span.after.end] == '\n') {
                ++span.before.end;
                ++span.after.end;
            }
            result.push_back(span);
        }
        return joined(result);
    }

    /// Lines that start with a blank keep their line breaks.
    bool isMoreIndented(std::uint32_t at) const
    {
        const std::size_t start = at == 0 ? std::string_view::npos : m_scalar.after.rfind('\n', at - 1);
        const std::string_view line = m_scalar.after.substr(start == std::string_view::npos ? 0 : start + 1);
        return line.starts_with(' ') || line.starts_with('\t');
    }

    Splice foldedSplice(const Span& span) const
    {
        const auto& [before, after] = span;
        const std::string_view value = m_scalar.after;
        std::string text;
        if (before.begin == 0 && !value.starts_with('\n'))
            text = m_indent;
        std::uint32_t at = after.begin;
        while (at < after.end) {
            const std::uint32_t line = at;
            at = std::min(after.end, sizeOf(value.substr(0, value.find('\n', line))));
            text += value.substr(line, at - line);
            if (at == after.end)
                break;
            const std::uint32_t breaks = at;
            at = sizeOf(value.substr(0, value.find_first_not_of('\n', breaks)));
            const bool kept = breaks == 0 || isMoreIndented(breaks) || isMoreIndented(at);
            for (std::uint32_t count = at - breaks + (kept ? 0 : 1); count > 0; --count)
                text += m_scalar.lineBreak;
            text += m_indent;
        }
        return trimmed(m_scalar.text, {m_scalar.content.behind(before.begin), m_scalar.content.before(before.end)},
                       text);
    }

    /// Final line breaks beyond the one that ends the last line are blank lines.
    void changeTail()
    {
        const std::uint32_t wanted = tailOf(m_scalar.after);
        const std::uint32_t core = sizeOf(coreOf(m_scalar.before));
        std::uint32_t at = m_scalar.content.behind(core);
        const std::uint32_t lineEnd = at;
        std::vector<std::uint32_t> lines; // behind each break that is there
        for (std::size_t next = m_scalar.text.find_first_not_of(" \t\r", at); next < m_scalar.document.chunk.end;
             next = m_scalar.text.find_first_not_of(" \t\r", at)) {
            if (m_scalar.text[next] != '\n')
                break;
            at = static_cast<std::uint32_t>(next) + 1;
            lines.push_back(at);
        }
        if (wanted <= 1 && (wanted == 0 || !lines.empty()) && !m_block.keep)
            return;
        if (lines.size() < wanted) {
            std::string more;
            for (std::size_t count = lines.size(); count < wanted; ++count)
                more += m_scalar.lineBreak;
            append(lines.empty() ? lineEnd : lines.back(), 0, std::move(more));
        } else if (wanted > 0 && wanted < lines.size() && chomping() == '+') {
            append(lines[wanted - 1], lines.back() - lines[wanted - 1], "");
        }
    }

    void append(std::uint32_t offset, std::uint32_t length, std::string text)
    {
        if (!m_splices.empty() && m_splices.back().offset + m_splices.back().length == offset) {
            m_splices.back().length += length;
            m_splices.back().text += text;
        } else {
            m_splices.push_back({offset, length, std::move(text)});
        }
    }

    const Scalar& m_scalar;
    NodeStyle m_style;
    BlockScalarEnd m_block;
    std::uint32_t m_parentIndent = 0;
    std::string m_indent;
    std::vector<Splice> m_splices;
};

/// Plain and quoted scalars: each touched piece in the style it stands in.
class FlowPlan {
public:
    explicit FlowPlan(const Scalar& scalar)
        : m_scalar(scalar)
    {
    }

    Plan make(std::span<const Span> spans) const
    {
        std::vector<Splice> splices;
        for (const auto& [before, after] : spans) {
            const std::string_view piece = m_scalar.after.substr(after.begin, after.size());
            const std::optional<std::string> text = encoded(piece);
            if (!text)
                return std::nullopt;
            const bool isEmpty = before.size() == 0;
            const std::uint32_t begin =
                isEmpty ? m_scalar.content.behind(before.begin) : m_scalar.content.before(before.begin);
            splices.push_back({begin, isEmpty ? 0 : m_scalar.content.behind(before.end) - begin, *text});
        }
        return splices;
    }

private:
    std::optional<std::string> encoded(std::string_view piece) const
    {
        std::string quoted;
        if (m_scalar.node.style == NodeStyle::DoubleQuoted) {
            quoted = doubleQuoted(piece);
        } else if (std::optional<std::string> single = singleQuoted(piece)) {
            if (m_scalar.node.style == NodeStyle::Plain)
                return std::string(piece);
            quoted = *std::move(single);
        } else {
            return std::nullopt;
        }
        return quoted.substr(1, quoted.size() - 2);
    }

    const Scalar& m_scalar;
};

bool staysWithin(const std::vector<Splice>& splices, ByteRange range)
{
    return std::ranges::all_of(splices, [range](const Splice& splice) {
        return splice.offset >= range.begin && splice.offset + splice.length <= range.end;
    });
}

/// The layouts to try, the one that touches least first; `whole` has the scalar written anew.
std::vector<Plan> plansFor(const Scalar& scalar, std::span<const Span> spans, Plan whole)
{
    std::vector<Plan> plans;
    const NodeStyle style = scalar.node.style;
    if (style == NodeStyle::Literal || style == NodeStyle::Folded) {
        plans.push_back(BlockPlan(scalar, style).make(spans));
        if (style == NodeStyle::Folded)
            plans.push_back(BlockPlan(scalar, NodeStyle::Literal).make(spans));
    } else {
        plans.push_back(FlowPlan(scalar).make(spans));
    }
    plans.push_back(std::move(whole));
    return plans;
}

/// Splices of the text that the scalar stands in.
Expected<std::vector<Splice>> planInOuter(const NestedText& nested, std::span<const Splice> innerSplices)
{
    const ParsedText& inner = *nested.inner();
    if (inner.kind != TextKind::Yaml) {
        const char* const code = inner.kind == TextKind::Template ? "edit.template" : "edit.unreadable";
        return std::unexpected(Error{code, {}, nested.outer()->locate(nested.scalar().range().begin)});
    }
    const Expected<std::string> value = applySplices(*inner.text, innerSplices);
    if (!value)
        return std::unexpected(value.error());
    const Document& document = *nested.scalar().document();
    const std::vector<Change> changes{ScalarChange{nested.scalar().id(), *value, true}};
    const Expected<std::vector<Splice>> whole = planChanges(*nested.outer(), document.index, changes);
    if (!whole && whole.error().code != "edit.proof")
        return std::unexpected(whole.error());
    if (*value == *inner.text)
        return std::vector<Splice>();
    const Layout layout(document);
    const Expected<ChangeSet> set = ChangeSet::of(*nested.outer(), layout, changes);
    if (!set)
        return std::unexpected(set.error());
    const Scalar scalar(nested, *value);
    for (Plan& plan : plansFor(scalar, spansOf(innerSplices), whole ? Plan(*whole) : std::nullopt)) {
        if (plan && staysWithin(*plan, scalar.node.range) && provesRight(layout, *plan, *set))
            return *std::move(plan);
    }
    return std::unexpected(Error{"edit.proof", {}, nested.outer()->locate(scalar.node.range.begin)});
}

} // namespace

Expected<std::vector<Splice>> planNested(const NestedText& nested, std::span<const Splice> innerSplices)
{
    Expected<std::vector<Splice>> splices = planInOuter(nested, innerSplices);
    if (!nested.around())
        return splices;
    if (!splices)
        return std::unexpected(nested.around()->outwards(splices.error()));
    return planNested(*nested.around(), *splices);
}

} // namespace meshdraft::source
