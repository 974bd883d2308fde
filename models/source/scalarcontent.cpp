// SPDX-License-Identifier: Apache-2.0
#include "models/source/scalarcontent.h"

#include "models/source/scan.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace meshdraft::source {

namespace {

void appendCodePoint(std::string& out, std::uint32_t code)
{
    const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | (code >> 6U));
        add(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0U | (code >> 12U));
        add(0x80U | ((code >> 6U) & 0x3FU));
        add(0x80U | (code & 0x3FU));
    } else {
        add(0xF0U | (code >> 18U));
        add(0x80U | ((code >> 12U) & 0x3FU));
        add(0x80U | ((code >> 6U) & 0x3FU));
        add(0x80U | (code & 0x3FU));
    }
}

/// What the letter behind a backslash stands for, if it stands for one thing by itself.
std::optional<std::string_view> shortEscape(char letter)
{
    using namespace std::string_view_literals;
    static constexpr std::string_view letters = "0abt\tnvfre \"/\\N_LP";
    static constexpr std::array meanings{
        "\0"sv,   "\a"sv, "\b"sv,   "\t"sv, "\t"sv,   "\n"sv,       "\v"sv,       "\f"sv,           "\r"sv,
        "\x1B"sv, " "sv,  R"(")"sv, "/"sv,  R"(\)"sv, "\xC2\x85"sv, "\xC2\xA0"sv, "\xE2\x80\xA8"sv, "\xE2\x80\xA9"sv};
    static_assert(letters.size() == meanings.size());
    const std::size_t found = letters.find(letter);
    return found == std::string_view::npos ? std::nullopt : std::optional(meanings[found]);
}

/// How many hexadecimal digits follow the letter of an escape.
std::uint32_t hexDigitsBehind(char letter)
{
    switch (letter) {
    case 'x':
        return 2;
    case 'u':
        return 4;
    case 'U':
        return 8;
    default:
        return 0;
    }
}

} // namespace

/// Reads a scalar's text again, piece by piece, next to the value that the parser gave.
class ContentScan {
public:
    explicit ContentScan(NodeRef scalar)
        : m_text(*scalar.document()->text)
        , m_value(scalar.value())
        , m_style(scalar.node().style)
        , m_range(scalar.range())
        , m_end(scalar.document()->chunk.end)
    {
        if (isBlock()) {
            const NodeRef parent = scalar.parent();
            const std::uint32_t begin = parent.range().begin;
            const std::uint32_t line = startOfLine(m_text, begin, scalar.document()->chunk.begin);
            const int column = parent ? static_cast<int>(begin - line) : -1;
            m_indent = endOfBlockScalar(m_text, m_range.begin, m_end, column).indent;
        }
    }

    std::optional<ScalarContent> run()
    {
        const bool done = isBlock() ? scanBlock() : scanFlow();
        if (!done || m_decoded != m_value)
            return std::nullopt;
        m_content.m_size = static_cast<std::uint32_t>(m_value.size());
        return std::move(m_content);
    }

private:
    bool isBlock() const { return m_style == NodeStyle::Literal || m_style == NodeStyle::Folded; }

    /// The bytes [begin, end) of the text make these bytes of the value.
    void add(std::uint32_t begin, std::uint32_t end, std::string_view value, bool verbatim = false)
    {
        const auto at = static_cast<std::uint32_t>(m_decoded.size());
        m_content.m_pieces.push_back({at, static_cast<std::uint32_t>(value.size()), {begin, end}, verbatim});
        m_decoded += value;
    }

    void addVerbatim(std::uint32_t begin, std::uint32_t end)
    {
        if (begin < end)
            add(begin, end, m_text.substr(begin, end - begin), true);
    }

    /// The end of the line's text and the start of the next line.
    struct Line {
        std::uint32_t textEnd = 0;
        std::uint32_t next = 0;
    };
    Line lineAt(std::uint32_t at) const
    {
        const std::size_t found = m_text.find('\n', at);
        if (found == std::string_view::npos || found >= m_end)
            return {m_end, m_end};
        const auto lineBreak = static_cast<std::uint32_t>(found);
        return {lineBreak > at && m_text[lineBreak - 1] == '\r' ? lineBreak - 1 : lineBreak, lineBreak + 1};
    }

    std::uint32_t skipIndent(std::uint32_t at, std::uint32_t end) const
    {
        const std::uint32_t most = std::min(end, at + m_indent);
        while (at < most && m_text[at] == ' ')
            ++at;
        return at;
    }

    bool scanBlock()
    {
        std::uint32_t at = lineAt(m_range.begin).next;
        m_content.m_begin = at;
        while (m_decoded.size() < m_value.size()) {
            const Line line = lineAt(at);
            addVerbatim(skipIndent(at, line.textEnd), line.textEnd);
            if (m_decoded.size() >= m_value.size())
                break;
            // The value says how a folded block's breaks read, which depends on the lines around.
            const std::optional<std::uint32_t> next =
                m_style == NodeStyle::Literal ? takeBreak(line) : takeFold(at, line);
            if (!next)
                return false;
            at = *next;
        }
        return true;
    }

    std::optional<std::uint32_t> takeBreak(const Line& line)
    {
        if (line.textEnd == line.next)
            return std::nullopt;
        add(line.textEnd, line.next, "\n");
        return line.next;
    }

    /// The breaks from this line to the next one with text; the last of them stand for the line breaks in the value.
    std::optional<std::uint32_t> takeFold(std::uint32_t start, Line line)
    {
        std::vector<Line> breaks;
        std::uint32_t content = 0;
        // At the very start, an empty line is a break of its own.
        const std::uint32_t from = m_decoded.empty() ? start : line.textEnd;
        while (line.textEnd != line.next) {
            breaks.push_back(line);
            const std::uint32_t at = line.next;
            line = lineAt(at);
            content = skipIndent(at, line.textEnd);
            if (content < line.textEnd)
                break;
        }
        if (breaks.empty())
            return std::nullopt;
        const std::string_view rest = m_value.substr(m_decoded.size());
        const std::size_t count = std::min(rest.find_first_not_of('\n'), rest.size());
        if (count > breaks.size())
            return std::nullopt;
        if (count < rest.size())
            return addBreaks(from, breaks, count, content);
        // What is chomped off the end stands for nothing.
        breaks.resize(count);
        return addBreaks(from, breaks, count, breaks.back().next);
    }

    /// All these bytes stand for `count` line breaks, of which there are as many or one more in the text: the first one
    /// between two lines is folded away. None: they stand for a space.
    std::uint32_t addBreaks(std::uint32_t from, const std::vector<Line>& breaks, std::size_t count, std::uint32_t to)
    {
        if (count == 0)
            add(from, to, " ");
        const std::size_t dropped = breaks.size() - count;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t begin = i == 0 ? from : breaks[dropped + i].textEnd;
            add(begin, i + 1 == count ? to : breaks[dropped + i + 1].textEnd, "\n");
        }
        return startOfLine(m_text, to);
    }

    bool scanFlow()
    {
        const bool quoted = m_style != NodeStyle::Plain;
        std::uint32_t at = m_range.begin + (quoted ? 1 : 0);
        const std::uint32_t end = m_range.end - (quoted ? 1 : 0);
        m_content.m_begin = at;
        m_end = end;
        std::uint32_t verbatim = at;
        while (at < end) {
            const char c = m_text[at];
            const bool escape = c == '\\' && m_style == NodeStyle::DoubleQuoted;
            const bool twice = c == '\'' && m_style == NodeStyle::SingleQuoted;
            const std::uint32_t after = isBlankOrBreak(c) ? blanksEnd(at) : at;
            const bool fold = m_text.substr(at, after - at).contains('\n');
            if (!escape && !twice && !fold) {
                at = std::max(after, at + 1);
                continue;
            }
            addVerbatim(verbatim, at);
            std::optional<std::uint32_t> next = at + 2;
            if (fold) {
                next = takeFlowFold(at, after, false);
            } else if (escape) {
                next = takeEscape(at);
            } else {
                add(at, at + 2, "'");
            }
            if (!next || *next > end)
                return false;
            at = verbatim = *next;
        }
        addVerbatim(verbatim, end);
        return true;
    }

    std::uint32_t blanksEnd(std::uint32_t at) const
    {
        while (at < m_end && isBlankOrBreak(m_text[at]))
            ++at;
        return at;
    }

    std::optional<std::uint32_t> takeFlowFold(std::uint32_t begin, std::uint32_t end, bool escaped)
    {
        std::vector<Line> breaks;
        for (std::uint32_t at = begin; at < end; ++at) {
            if (m_text[at] == '\n')
                breaks.push_back({m_text[at - 1] == '\r' ? at - 1 : at, at + 1});
        }
        if (breaks.size() == 1 && escaped)
            return end;
        addBreaks(begin, breaks, breaks.size() - 1, end);
        return end;
    }

    std::optional<std::uint32_t> takeEscape(std::uint32_t at)
    {
        if (at + 1 >= m_end)
            return std::nullopt;
        const char letter = m_text[at + 1];
        if (letter == '\n' || letter == '\r')
            return takeFlowFold(at + 1, blanksEnd(at + 1), true);
        if (const std::optional<std::string_view> meaning = shortEscape(letter)) {
            add(at, at + 2, *meaning);
            return at + 2;
        }
        const std::uint32_t digits = hexDigitsBehind(letter);
        const std::uint32_t end = at + 2 + digits;
        std::uint32_t code = 0;
        if (digits == 0 || end > m_end)
            return std::nullopt;
        if (std::from_chars(m_text.data() + at + 2, m_text.data() + end, code, 16).ptr != m_text.data() + end)
            return std::nullopt;
        std::string character;
        appendCodePoint(character, code);
        add(at, end, character);
        return end;
    }

    std::string_view m_text;
    std::string_view m_value;
    NodeStyle m_style;
    ByteRange m_range;
    std::uint32_t m_end;
    std::uint32_t m_indent = 0;
    std::string m_decoded;
    ScalarContent m_content;
};

std::optional<ScalarContent> ScalarContent::of(NodeRef scalar)
{
    if (!scalar.isScalar())
        return std::nullopt;
    return ContentScan(scalar).run();
}

std::uint32_t ScalarContent::before(std::uint32_t offset) const
{
    const auto next = std::ranges::upper_bound(m_pieces, offset, {}, &Piece::value);
    if (next == m_pieces.begin())
        return m_begin;
    const Piece& piece = *(next - 1);
    if (offset >= m_size)
        return piece.text.end;
    return piece.verbatim ? piece.text.begin + (offset - piece.value) : piece.text.begin;
}

std::uint32_t ScalarContent::behind(std::uint32_t offset) const
{
    const auto next = std::ranges::lower_bound(m_pieces, offset, {}, &Piece::value);
    if (next == m_pieces.begin())
        return m_begin;
    const Piece& piece = *(next - 1);
    const bool within = piece.verbatim && offset < piece.value + piece.size;
    return within ? piece.text.begin + (offset - piece.value) : piece.text.end;
}

} // namespace meshdraft::source
