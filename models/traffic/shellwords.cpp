// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/shellwords.h"

#include "models/source/parsedtext.h"

#include <charconv>
#include <utility>

namespace meshdraft::traffic {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool isNameCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

void appendUtf8(std::string& text, std::uint32_t code)
{
    constexpr std::uint32_t one = 0x80;
    constexpr std::uint32_t two = 0x800;
    constexpr std::uint32_t three = 0x10000;
    constexpr std::uint32_t last = 0x10FFFF;
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < one) {
        put(code);
    } else if (code < two) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < three) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else if (code <= last) {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

class Splitter {
public:
    explicit Splitter(std::string_view text)
        : m_text(text)
    {
    }

    Expected<std::vector<ShellWord>> run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\n' || c == ';' || c == '|' || c == '&') {
                endWord();
                // empty lines may stand before the command
                if (!m_words.empty() || c != '\n')
                    break;
                ++m_at;
            } else if (isBlank(c)) {
                endWord();
                ++m_at;
            } else if (c == '#' && !m_isOpen) {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            } else if (c == '<' || c == '>') {
                redirection();
            } else if (!piece()) {
                return std::unexpected(Error{
                    .code = "paste.quote", .args = {std::string(1, m_quote)}, .where = locateIn(m_text, m_quoteAt)});
            }
        }
        endWord();
        return std::move(m_words);
    }

private:
    void open()
    {
        if (m_isOpen)
            return;
        m_isOpen = true;
        m_word = {};
        m_word.offset = m_at;
    }

    void endWord()
    {
        if (m_isOpen && !m_dropsNext)
            m_words.push_back(std::move(m_word));
        if (m_isOpen)
            m_dropsNext = false;
        m_isOpen = false;
    }

    /// "2>/dev/null", "< file": says nothing about the request.
    void redirection()
    {
        if (m_isOpen && m_word.text.find_first_not_of("0123456789") == std::string::npos)
            m_isOpen = false;
        endWord();
        while (m_at < m_text.size() && (m_text[m_at] == '<' || m_text[m_at] == '>' || m_text[m_at] == '&'))
            ++m_at;
        m_dropsNext = true;
    }

    /// One character or quoted part of a word; false where a quote stays open.
    bool piece()
    {
        const char c = m_text[m_at];
        const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (c == '\\') {
            escape();
            return true;
        }
        open();
        if (c == '\'')
            return singleQuoted();
        if (c == '"')
            return doubleQuoted();
        if (c == '$' && next == '\'')
            return ansiQuoted();
        if (c == '$' && next == '"') {
            ++m_at;
            return doubleQuoted();
        }
        if (c == '$' || c == '`') {
            substitution();
            return true;
        }
        m_word.text += c;
        ++m_at;
        return true;
    }

    void escape()
    {
        ++m_at;
        if (m_at >= m_text.size())
            return;
        // a continued line; Windows line ends, too
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
            ++m_at;
        if (m_text[m_at] != '\n') {
            open();
            m_word.text += m_text[m_at];
        }
        ++m_at;
    }

    bool unclosed(char quote, std::size_t at)
    {
        m_quote = quote;
        m_quoteAt = at;
        return false;
    }

    bool singleQuoted()
    {
        const auto end = m_text.find('\'', m_at + 1);
        if (end == std::string_view::npos)
            return unclosed('\'', m_at);
        m_word.text += m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return true;
    }

    bool doubleQuoted()
    {
        const std::size_t begin = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                const char next = m_text[m_at + 1];
                if (next == '"' || next == '\\' || next == '$' || next == '`') {
                    m_word.text += next;
                } else if (next != '\n') {
                    m_word.text += '\\';
                    m_word.text += next;
                }
                m_at += 2;
            } else if (m_text[m_at] == '$' || m_text[m_at] == '`') {
                substitution();
            } else {
                m_word.text += m_text[m_at++];
            }
        }
        if (m_at >= m_text.size())
            return unclosed('"', begin);
        ++m_at;
        return true;
    }

    /// bash's $'…': escapes as in C.
    bool ansiQuoted()
    {
        const std::size_t begin = m_at + 1;
        m_at += 2;
        while (m_at < m_text.size() && m_text[m_at] != '\'') {
            if (m_text[m_at] != '\\' || m_at + 1 >= m_text.size()) {
                m_word.text += m_text[m_at++];
                continue;
            }
            ++m_at;
            ansiEscape();
        }
        if (m_at >= m_text.size())
            return unclosed('\'', begin);
        ++m_at;
        return true;
    }

    void ansiEscape()
    {
        static constexpr std::string_view letters = "abefnrtv";
        static constexpr std::string_view meant = "\a\b\x1b\f\n\r\t\v";
        constexpr int octal = 8;
        constexpr int hexadecimal = 16;
        const char c = m_text[m_at];
        if (const auto letter = letters.find(c); letter != std::string_view::npos) {
            m_word.text += meant[letter];
            ++m_at;
        } else if (c >= '0' && c <= '7') {
            number(3, octal, false);
        } else if (c == 'x' || c == 'u' || c == 'U') {
            ++m_at;
            number(c == 'x' ? 2 : c == 'u' ? 4 : 8, hexadecimal, c != 'x');
        } else {
            m_word.text += c;
            ++m_at;
        }
    }

    void number(std::size_t digits, int base, bool isCodePoint)
    {
        const std::string_view rest = m_text.substr(m_at, digits);
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, base);
        if (error == std::errc()) {
            if (isCodePoint) {
                appendUtf8(m_word.text, value);
            } else {
                m_word.text += static_cast<char>(static_cast<unsigned char>(value));
            }
        }
        m_at += static_cast<std::size_t>(end - rest.data());
    }

    /// "$NAME", "${…}", "$(…)", "`…`": kept as it stands, and remembered.
    void substitution()
    {
        const std::size_t begin = m_at;
        const char c = m_text[m_at++];
        if (c == '`') {
            m_at = std::min(m_text.find('`', m_at), m_text.size() - 1) + 1;
        } else if (m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == '(')) {
            const char close = m_text[m_at] == '{' ? '}' : ')';
            m_at = std::min(m_text.find(close, m_at), m_text.size() - 1) + 1;
        } else {
            while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
                ++m_at;
        }
        const std::string text(m_text.substr(begin, m_at - begin));
        m_word.text += text;
        if (text.size() > 1 && m_word.substitution.empty())
            m_word.substitution = text;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<ShellWord> m_words;
    ShellWord m_word;
    bool m_isOpen = false;
    bool m_dropsNext = false;
    char m_quote = '\'';
    std::size_t m_quoteAt = 0;
};

} // namespace

Expected<std::vector<ShellWord>> shellWords(std::string_view text)
{
    return Splitter(text).run();
}

Location locateIn(std::string_view text, std::size_t offset)
{
    return source::LineIndex(text).locate(text, static_cast<std::uint32_t>(offset));
}

} // namespace meshdraft::traffic
