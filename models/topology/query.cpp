// SPDX-License-Identifier: Apache-2.0
#include "models/topology/queryterm.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace meshdraft::topology {

namespace {

constexpr int mostNested = 100;

using Token = QueryToken;
using TermPtr = std::shared_ptr<const Query::Term>;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordEnd(char c)
{
    return isSpace(c) || c == '(' || c == ')';
}

bool isKeyCharacter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The operator at the start of a text; empty where there is none.
std::string_view operatorAt(std::string_view text)
{
    for (const std::string_view op : {"!=", ">=", "<=", ":", "=", ">", "<"}) {
        if (text.starts_with(op))
            return op;
    }
    return {};
}

Token wordAt(std::string_view text, std::size_t at)
{
    Token token;
    token.kind = Token::Kind::Word;
    token.offset = at;
    std::size_t end = at;
    while (end < text.size() && isKeyCharacter(text[end]))
        ++end;
    if (const std::string_view op = operatorAt(text.substr(end)); end > at && !op.empty()) {
        token.key = lower(text.substr(at, end - at));
        token.op = op;
        end += op.size();
    } else {
        end = at;
    }
    token.valueOffset = end;
    if (end < text.size() && text[end] == '"') {
        token.isQuoted = true;
        const std::size_t close = text.find('"', end + 1);
        token.isOpenQuote = close == std::string_view::npos;
        token.value = text.substr(end + 1, token.isOpenQuote ? close : close - end - 1);
        end = token.isOpenQuote ? text.size() : close + 1;
    } else {
        while (end < text.size() && !isWordEnd(text[end]))
            token.value += text[end++];
    }
    token.length = end - at;
    return token;
}

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_tokens(queryTokens(text))
        , m_size(text.size())
    {
    }

    std::expected<TermPtr, QueryError> parse()
    {
        if (current().kind == Token::Kind::End)
            return nullptr;
        TermPtr root = any();
        if (root && current().kind != Token::Kind::End)
            fail("query.unexpected", current());
        if (m_error)
            return std::unexpected(*m_error);
        return root;
    }

private:
    const Token& current() const { return m_tokens[m_at]; }
    bool isWord(std::string_view word) const
    {
        return current().kind == Token::Kind::Word && current().op.empty() && !current().isQuoted
            && lower(current().value) == word;
    }

    TermPtr fail(std::string code, const Token& token, std::vector<std::string> args = {})
    {
        if (!m_error)
            m_error = QueryError{std::move(code), std::move(args), std::min(token.offset, m_size), token.length};
        return nullptr;
    }

    TermPtr joined(Query::Term::Kind kind, TermPtr first, TermPtr second)
    {
        if (!first || !second)
            return nullptr;
        auto term = std::make_shared<Query::Term>();
        term->kind = kind;
        term->parts = {std::move(first), std::move(second)};
        return term;
    }

    TermPtr any()
    {
        TermPtr left = all();
        while (left && isWord("or")) {
            ++m_at;
            left = joined(Query::Term::Kind::Or, left, all());
        }
        return left;
    }

    /// Words beside each other must all hold, with or without "and".
    TermPtr all()
    {
        TermPtr left = negated();
        while (left && !isWord("or") && current().kind != Token::Kind::End && current().kind != Token::Kind::Close) {
            if (isWord("and"))
                ++m_at;
            left = joined(Query::Term::Kind::And, left, negated());
        }
        return left;
    }

    TermPtr negated()
    {
        if (!isWord("not"))
            return single();
        if (++m_depth > mostNested)
            return fail("query.unexpected", current());
        ++m_at;
        TermPtr inner = negated();
        --m_depth;
        if (!inner)
            return nullptr;
        auto term = std::make_shared<Query::Term>();
        term->kind = Query::Term::Kind::Not;
        term->parts = {std::move(inner)};
        return term;
    }

    TermPtr single()
    {
        const Token token = current();
        switch (token.kind) {
        case Token::Kind::End:
            return fail("query.end", token);
        case Token::Kind::Close:
            return fail("query.unexpected", token, {")"});
        case Token::Kind::Open: {
            if (++m_depth > mostNested)
                return fail("query.unexpected", token, {"("});
            ++m_at;
            TermPtr inner = any();
            if (inner && current().kind != Token::Kind::Close)
                return fail("query.end", current());
            ++m_at;
            --m_depth;
            return inner;
        }
        case Token::Kind::Word:
            break;
        }
        if (isWord("and") || isWord("or"))
            return fail("query.unexpected", token, {token.value});
        ++m_at;
        return word(token);
    }

    TermPtr word(const Token& token)
    {
        if (token.isOpenQuote)
            return fail("query.quote", token);
        auto term = std::make_shared<Query::Term>();
        term->value = token.value;
        if (token.op.empty()) {
            const std::string flag = lower(token.value);
            const bool isFlag = !token.isQuoted && std::ranges::contains(queryFlags, flag);
            term->kind = isFlag ? Query::Term::Kind::Flag : Query::Term::Kind::Compare;
            term->key = isFlag ? flag : "name";
            term->op = ":";
            return term;
        }
        term->kind = Query::Term::Kind::Compare;
        term->key = token.key == "namespace" ? "ns" : token.key;
        term->op = token.op;
        if (!std::ranges::contains(queryKeys, term->key))
            return fail("query.key", token, {token.key});
        if (token.value.empty() && !token.isQuoted)
            return fail("query.end", {Token::Kind::End, token.offset + token.length, 0, {}, {}, {}, 0, false, false});
        const bool isNumeric = term->key == "weight" || term->key == "replicas";
        const bool isOrder = token.op != ":" && token.op != "=" && token.op != "!=";
        if (isOrder && !isNumeric)
            return fail("query.operator", token, {token.key, token.op});
        if (isNumeric) {
            std::string_view digits = term->value;
            if (digits.ends_with('%'))
                digits.remove_suffix(1);
            const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), term->number);
            if (problem != std::errc() || end != digits.data() + digits.size())
                return fail("query.number", token, {term->value});
        }
        return term;
    }

    std::vector<Token> m_tokens;
    std::size_t m_size;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<QueryError> m_error;
};

} // namespace

std::vector<QueryToken> queryTokens(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        Token token;
        if (text[at] == '(' || text[at] == ')') {
            token.kind = text[at] == '(' ? Token::Kind::Open : Token::Kind::Close;
            token.offset = at;
            token.length = 1;
        } else {
            token = wordAt(text, at);
        }
        at += std::max<std::size_t>(1, token.length);
        tokens.push_back(std::move(token));
    }
    Token end;
    end.offset = text.size();
    tokens.push_back(std::move(end));
    return tokens;
}

std::expected<Query, QueryError> Query::parse(std::string_view text)
{
    std::expected<TermPtr, QueryError> root = Parser(text).parse();
    if (!root)
        return std::unexpected(root.error());
    Query query;
    query.m_root = std::move(*root);
    return query;
}

} // namespace meshdraft::topology
