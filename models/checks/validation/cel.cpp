// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/cel.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::checks::validation {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || isDigit(c);
}

/// Words that are no names.
bool isReserved(std::string_view name)
{
    static constexpr auto words = std::to_array<std::string_view>(
        {"in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
         "namespace", "return", "var", "void", "while"});
    return std::ranges::contains(words, name);
}

struct Token {
    enum class Kind : std::uint8_t { End, Name, Literal, Sign };
    Kind kind = Kind::End;
    std::string_view text;
};

/// Cuts a text into names, literals and signs; a last token of another kind than End means that it could not.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool scan(std::vector<Token>& into)
    {
        while (skipBlanks()) {
            const std::size_t length = next();
            if (length == 0)
                return false;
            into.push_back({m_kind, m_rest.substr(0, length)});
            m_rest.remove_prefix(length);
        }
        into.push_back({});
        return true;
    }

private:
    bool skipBlanks()
    {
        while (!m_rest.empty()) {
            if (m_rest.starts_with("//")) {
                m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size()));
            } else if (std::string_view(" \t\r\n\f").contains(m_rest.front())) {
                m_rest.remove_prefix(1);
            } else {
                return true;
            }
        }
        return false;
    }

    std::size_t next()
    {
        m_kind = Token::Kind::Literal;
        const std::size_t prefix = textPrefix();
        if (prefix < m_rest.size() && (m_rest[prefix] == '"' || m_rest[prefix] == '\''))
            return text(prefix);
        if (isDigit(m_rest.front()) || (m_rest.size() > 1 && m_rest.front() == '.' && isDigit(m_rest[1])))
            return number();
        if (isNameStart(m_rest.front())) {
            m_kind = Token::Kind::Name;
            return lengthOf(0, isNamePart);
        }
        m_kind = Token::Kind::Sign;
        for (const std::string_view sign : {"&&", "||", "==", "!=", "<=", ">="}) {
            if (m_rest.starts_with(sign))
                return sign.size();
        }
        return std::string_view("?:<>+-*/%!.,()[]{}").contains(m_rest.front()) ? 1 : 0;
    }

    template <typename Predicate> std::size_t lengthOf(std::size_t from, Predicate isPart) const
    {
        while (from < m_rest.size() && isPart(m_rest[from]))
            ++from;
        return from;
    }

    /// r"raw", b"bytes" and both.
    std::size_t textPrefix() const
    {
        std::size_t length = 0;
        while (length < 2 && length < m_rest.size() && std::string_view("rRbB").contains(m_rest[length]))
            ++length;
        return length;
    }

    std::size_t text(std::size_t prefix) const
    {
        const bool isRaw = std::ranges::any_of(m_rest.substr(0, prefix), [](char c) { return c == 'r' || c == 'R'; });
        const std::string quote(m_rest.substr(prefix + 1).starts_with(std::string(2, m_rest[prefix])) ? 3 : 1,
                                m_rest[prefix]);
        for (std::size_t at = prefix + quote.size(); at < m_rest.size(); ++at) {
            if (m_rest.substr(at).starts_with(quote))
                return at + quote.size();
            if (m_rest[at] == '\\' && !isRaw) {
                ++at;
            } else if (m_rest[at] == '\n' && quote.size() == 1) {
                return 0;
            }
        }
        return 0;
    }

    std::size_t number() const
    {
        if (m_rest.starts_with("0x"))
            return withUnsigned(lengthOf(2, isHexDigit));
        std::size_t end = lengthOf(0, isDigit);
        bool isFloat = false;
        if (end + 1 < m_rest.size() && m_rest[end] == '.' && isDigit(m_rest[end + 1])) {
            end = lengthOf(end + 1, isDigit);
            isFloat = true;
        }
        if (end < m_rest.size() && (m_rest[end] == 'e' || m_rest[end] == 'E')) {
            std::size_t exponent = end + 1;
            if (exponent < m_rest.size() && (m_rest[exponent] == '+' || m_rest[exponent] == '-'))
                ++exponent;
            if (lengthOf(exponent, isDigit) == exponent)
                return 0;
            return lengthOf(exponent, isDigit);
        }
        return isFloat ? end : withUnsigned(end);
    }

    std::size_t withUnsigned(std::size_t end) const
    {
        return end < m_rest.size() && (m_rest[end] == 'u' || m_rest[end] == 'U') ? end + 1 : end;
    }

    std::string_view m_rest;
    Token::Kind m_kind = Token::Kind::End;
};

/// Follows the grammar; each function takes what it stands for and tells whether it was there.
class Parser {
public:
    explicit Parser(std::span<const Token> tokens)
        : m_tokens(tokens)
    {
    }

    bool all() { return expression() && m_tokens[m_at].kind == Token::Kind::End; }

private:
    static constexpr int deepest = 200;

    bool takes(std::string_view sign)
    {
        if (m_tokens[m_at].kind != Token::Kind::Sign || m_tokens[m_at].text != sign)
            return false;
        ++m_at;
        return true;
    }

    bool takesName(bool isSelector)
    {
        const Token& token = m_tokens[m_at];
        if (token.kind != Token::Kind::Name || (!isSelector && isReserved(token.text)))
            return false;
        ++m_at;
        return true;
    }

    bool takesOperator()
    {
        const Token& token = m_tokens[m_at];
        const auto isOneOf = [&](std::initializer_list<std::string_view> signs) {
            return std::ranges::contains(signs, token.text);
        };
        const bool isSign = token.kind == Token::Kind::Sign
            && isOneOf({"&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%"});
        if (!isSign && !(token.kind == Token::Kind::Name && token.text == "in"))
            return false;
        ++m_at;
        return true;
    }

    bool expression()
    {
        if (++m_depth > deepest)
            return false;
        const bool isGood = operation() && (!takes("?") || (operation() && takes(":") && expression()));
        --m_depth;
        return isGood;
    }

    /// Which operator binds more does not matter for whether the text is an expression.
    bool operation()
    {
        do {
            if (!unary())
                return false;
        } while (takesOperator());
        return true;
    }

    bool unary()
    {
        while (takes("!") || takes("-")) { }
        return primary() && members();
    }

    bool members()
    {
        while (true) {
            if (takes(".")) {
                if (!takesName(true) || (takes("(") && !list(")")))
                    return false;
                if (m_tokens[m_at].text == "{" && !message())
                    return false;
            } else if (takes("[")) {
                if (!expression() || !takes("]"))
                    return false;
            } else {
                return true;
            }
        }
    }

    bool primary()
    {
        if (takes("("))
            return expression() && takes(")");
        if (takes("["))
            return list("]");
        if (takes("{"))
            return entries();
        if (m_tokens[m_at].kind == Token::Kind::Literal) {
            ++m_at;
            return true;
        }
        takes(".");
        if (!takesName(false))
            return false;
        if (takes("("))
            return list(")");
        return m_tokens[m_at].text != "{" || message();
    }

    bool message() { return takes("{") && entries(); }

    /// Expressions up to a closing sign; one comma may stand before it.
    bool list(std::string_view end)
    {
        while (!takes(end)) {
            if (!expression())
                return false;
            if (!takes(","))
                return takes(end);
        }
        return true;
    }

    /// Entries of a map or message: "key: value".
    bool entries()
    {
        while (!takes("}")) {
            if (!operation() || !takes(":") || !expression())
                return false;
            if (!takes(","))
                return takes("}");
        }
        return true;
    }

    std::span<const Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

bool isCelExpression(std::string_view text)
{
    std::vector<Token> tokens;
    return Scanner(text).scan(tokens) && Parser(tokens).all();
}

} // namespace meshdraft::checks::validation
