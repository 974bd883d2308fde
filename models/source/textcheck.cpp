// SPDX-License-Identifier: Apache-2.0
#include "models/source/textcheck.h"

#include "models/source/scan.h"

#include <algorithm>
#include <array>
#include <format>

namespace meshdraft::source {

namespace {

/// Length of the well-formed UTF-8 sequence at `at`, 0 if there is none.
std::uint32_t sequenceLength(std::string_view text, std::uint32_t at, std::uint32_t end)
{
    const auto byte = [&](std::uint32_t k) -> unsigned {
        return at + k < end ? static_cast<unsigned char>(text[at + k]) : 0U;
    };
    const auto continues = [&](std::uint32_t k) { return (byte(k) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return !overlong && !surrogate && continues(1) && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
        return !overlong && !tooLarge && continues(1) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

/// Text and tab, LF; everything else wants a closer look.
constexpr std::array<bool, 256> ordinaryBytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0x20; i < 0x7F; ++i)
        table[i] = true;
    table['\t'] = table['\n'] = true;
    return table;
}();

class ByteScan {
public:
    ByteScan(std::string_view text, std::uint32_t end)
        : m_text(text)
        , m_end(end)
    {
    }

    /// Looks at the byte that is not ordinary; returns the offset behind it, or nothing to stop.
    std::optional<std::uint32_t> look(std::uint32_t at)
    {
        const auto byte = static_cast<unsigned char>(m_text[at]);
        if (byte < 0x80)
            return lookAtAscii(at, byte);
        const std::uint32_t length = sequenceLength(m_text, at, m_end);
        if (length == 0) {
            m_result.unreadable = BuildFailure{"source.utf8", {std::format("{:02X}", byte)}, at};
            return std::nullopt;
        }
        const std::string_view sequence = m_text.substr(at, length);
        const bool isBreak = sequence == "\xC2\x85" || sequence == "\xE2\x80\xA8" || sequence == "\xE2\x80\xA9";
        if (isBreak || (sequence == "\xEF\xBB\xBF" && at > 0)) {
            m_result.quotedOnly.push_back(at);
        } else if ((byte == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0) || sequence == "\xEF\xBF\xBE"
                   || sequence == "\xEF\xBF\xBF") {
            m_result.forbidden.push_back(at);
        }
        return at + length;
    }

    ByteCheck take() { return std::move(m_result); }

private:
    std::optional<std::uint32_t> lookAtAscii(std::uint32_t at, unsigned char byte)
    {
        if (byte == 0) {
            m_result.unreadable = BuildFailure{"source.control", {"U+0000"}, at};
            return std::nullopt;
        }
        if (byte != '\r' || at + 1 >= m_end || m_text[at + 1] != '\n')
            m_result.forbidden.push_back(at);
        return at + 1;
    }

    std::string_view m_text;
    std::uint32_t m_end;
    ByteCheck m_result;
};

/// Words with which Helm's templates reach their values; other actions occur in plain scalars of ordinary files, too
/// (alert texts, application sets).
bool isHelmAction(std::string_view action)
{
    action.remove_prefix(2);
    if (action.starts_with('-'))
        action.remove_prefix(1);
    action.remove_prefix(std::min(action.find_first_not_of(" ("), action.size()));
    static constexpr std::array<std::string_view, 10> words = {".Values", ".Release", ".Chart",    ".Capabilities",
                                                               ".Files",  "include ", "template ", "tpl ",
                                                               "toYaml ", "$.Values"};
    return std::ranges::any_of(words, [&](std::string_view word) { return action.starts_with(word); });
}

/// Walks the tokens of a document as far as brackets, quotes, comments and block scalars need it. Also meets text that
/// is no YAML at all and must come to an end with it.
class StructureScan {
public:
    StructureScan(std::string_view text, const Chunk& chunk)
        : m_text(text)
        , m_at(chunk.body)
        , m_end(chunk.end)
        , m_lineStart(startOfLine(text, chunk.body))
    {
    }

    Structure run()
    {
        while (m_at < m_end && !m_result.templateAt) {
            const char c = m_text[m_at];
            if (c == '\n') {
                m_lineStart = ++m_at;
                m_fresh = true;
            } else if (isBlankOrBreak(c)) {
                ++m_at;
            } else if (c == '#') {
                m_plainOpen = false;
                m_at = endOfLine(m_at);
            } else {
                takeToken(c);
            }
        }
        return m_result;
    }

private:
    int column() const { return static_cast<int>(m_at - m_lineStart); }

    bool endsToken(std::uint32_t offset) const { return offset >= m_end || isBlankOrBreak(m_text[offset]); }

    std::uint32_t endOfLine(std::uint32_t from) const
    {
        return std::min(static_cast<std::uint32_t>(std::min<std::size_t>(m_text.find('\n', from), m_end)), m_end);
    }

    void push(int at)
    {
        if (m_columns.empty() || m_columns.back() < at)
            m_columns.push_back(at);
    }

    void takeToken(char c)
    {
        if (m_fresh && m_depth == 0) {
            while (!m_columns.empty() && m_columns.back() > column())
                m_columns.pop_back();
        }
        m_fresh = false;
        const bool continues = continuesPlain(c);
        m_plainOpen = false;
        if (m_text.substr(m_at, 2) == "{{") {
            m_result.templateAt = m_at;
        } else if (!continues && takeIndicator(c)) {
            return;
        } else {
            takePlain();
        }
    }

    /// Takes what starts with a sign of YAML; false for a letter of a plain scalar.
    bool takeIndicator(char c)
    {
        if (c == '[' || c == '{') {
            if (++m_depth > m_result.flowDepth) {
                m_result.flowDepth = m_depth;
                m_result.deepest = m_at;
            }
            ++m_at;
        } else if (m_depth > 0 && (c == ']' || c == '}')) {
            --m_depth;
            ++m_at;
        } else if (m_depth > 0 && c == ',') {
            ++m_at;
        } else if (std::string_view("-?:").contains(c) && endsToken(m_at + 1)) {
            if (c != ':' && m_depth == 0)
                push(column());
            ++m_at;
        } else if (c == '"' || c == '\'') {
            takeQuoted();
        } else if (m_depth == 0 && (c == '|' || c == '>')) {
            takeBlock();
        } else if (c == '&' || c == '!' || c == '*') {
            while (m_at < m_end && !isBlankOrBreak(m_text[m_at]) && (m_depth == 0 || !isFlowIndicator(m_text[m_at])))
                ++m_at;
        } else {
            return false;
        }
        return true;
    }

    /// Quotes and other signs at the start of a plain scalar's next line are letters like any other.
    bool continuesPlain(char c) const
    {
        if (!m_plainOpen)
            return false;
        if (m_depth > 0)
            return !isFlowIndicator(c) && (c != ':' || !endsToken(m_at + 1));
        return column() > (m_columns.empty() ? -1 : m_columns.back());
    }

    void takeQuoted()
    {
        const int at = column();
        const std::uint32_t begin = m_at;
        m_at = endOfQuoted(m_text, begin, m_end).value_or(m_end);
        // Only what was passed is searched: a line may hold any number of quoted scalars.
        if (const std::size_t lineBreak = m_text.substr(begin, m_at - begin).rfind('\n');
            lineBreak != std::string_view::npos)
            m_lineStart = begin + static_cast<std::uint32_t>(lineBreak) + 1;
        noteKey(at);
        // JSON's "key":value has no blank behind the colon.
        if (m_depth > 0 && m_at < m_end && m_text[m_at] == ':')
            ++m_at;
    }

    void takeBlock()
    {
        const std::size_t rest = m_text.find_first_not_of("+-0123456789 \t\r", m_at + 1);
        if (rest < m_end && m_text[rest] != '\n' && m_text[rest] != '#') {
            // No header of a block scalar; what stands there is looked at like any other text.
            ++m_at;
            return;
        }
        const std::uint32_t lineEnd = endOfLine(m_at);
        while (!m_columns.empty() && m_columns.back() >= column())
            m_columns.pop_back();
        const BlockScalarEnd end = endOfBlockScalar(m_text, m_at, m_end, m_columns.empty() ? -1 : m_columns.back());
        m_at = std::max(end.range, lineEnd);
        m_lineStart = startOfLine(m_text, m_at, lineEnd);
        m_fresh = m_lineStart == m_at;
    }

    void takePlain()
    {
        const int at = column();
        for (; m_at < m_end && m_text[m_at] != '\n'; ++m_at) {
            const char c = m_text[m_at];
            if (c == ':' && (endsToken(m_at + 1) || (m_depth > 0 && isFlowIndicator(m_text[m_at + 1]))))
                break;
            if (c == '#' && isBlankOrBreak(m_text[m_at - 1]))
                break;
            if (m_depth > 0 && isFlowIndicator(c))
                break;
            if (c == '{' && m_text.substr(m_at, 2) == "{{" && isHelmAction(m_text.substr(m_at, m_end - m_at))) {
                m_result.templateAt = m_at;
                return;
            }
        }
        m_plainOpen = m_at >= m_end || m_text[m_at] == '\n';
        noteKey(at);
        if (m_at < m_end && m_text[m_at] == ':')
            ++m_at;
    }

    void noteKey(int at)
    {
        if (m_depth == 0 && m_at < m_end && m_text[m_at] == ':')
            push(at);
    }

    std::string_view m_text;
    std::uint32_t m_at;
    std::uint32_t m_end;
    std::uint32_t m_lineStart;
    std::uint32_t m_depth = 0;
    bool m_fresh = true;
    bool m_plainOpen = false; ///< a plain scalar reached the end of its line and may go on
    std::vector<int> m_columns;
    Structure m_result;
};

} // namespace

ByteCheck checkBytes(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    ByteScan scan(text, end);
    for (std::uint32_t at = begin; at < end;) {
        if (ordinaryBytes[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const std::optional<std::uint32_t> next = scan.look(at);
        if (!next)
            break;
        at = *next;
    }
    return scan.take();
}

BuildFailure forbiddenAt(std::string_view text, std::uint32_t offset)
{
    const auto byte = static_cast<unsigned char>(text[offset]);
    const std::string_view sequence = text.substr(offset, 3);
    if (byte == '\r')
        return {"source.loneCr", {}, offset};
    if (sequence.starts_with("\xC2\x85") || sequence == "\xE2\x80\xA8" || sequence == "\xE2\x80\xA9")
        return {"source.separator", {}, offset};
    if (sequence == "\xEF\xBB\xBF")
        return {"source.control", {"U+FEFF"}, offset};
    if (byte < 0x80)
        return {"source.control", {std::format("U+{:04X}", byte)}, offset};
    if (byte == 0xC2)
        return {"source.control", {std::format("U+{:04X}", static_cast<unsigned char>(text[offset + 1]))}, offset};
    return {"source.control", {text[offset + 2] == '\xBE' ? "U+FFFE" : "U+FFFF"}, offset};
}

Structure scanStructure(std::string_view text, const Chunk& chunk)
{
    return StructureScan(text, chunk).run();
}

} // namespace meshdraft::source
