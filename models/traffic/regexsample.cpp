// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/regexsample.h"

#include "models/traffic/textmatch.h"

#include <algorithm>
#include <array>

namespace meshdraft::traffic {

namespace {

/// Writes the first alternative of everything, as often as it has to occur.
class Sampler {
public:
    explicit Sampler(std::string_view regex)
        : m_rest(regex)
    {
    }

    std::string run() { return alternatives(); }

private:
    bool atEnd() const { return m_rest.empty(); }
    char take()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }
    bool skip(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

    std::string alternatives()
    {
        std::string first = sequence();
        while (skip("|")) {
            std::string other = sequence();
            if (first.empty())
                first = std::move(other);
        }
        return first;
    }

    std::string sequence()
    {
        std::string text;
        while (!atEnd() && m_rest.front() != '|' && m_rest.front() != ')') {
            const std::string one = atom();
            for (int i = repetitions(); i > 0; --i)
                text += one;
        }
        return text;
    }

    std::string atom()
    {
        const char c = take();
        switch (c) {
        case '(':
            return group();
        case '[':
            return characterClass();
        case '\\':
            return atEnd() ? std::string() : escaped(take());
        case '.':
            return "x";
        case '^':
        case '$':
            return {};
        default:
            return std::string(1, c);
        }
    }

    std::string group()
    {
        if (skip("?")) {
            while (!atEnd() && m_rest.front() != ':' && m_rest.front() != '>' && m_rest.front() != ')')
                take();
            if (!atEnd() && m_rest.front() != ')')
                take();
        }
        std::string text = alternatives();
        skip(")");
        return text;
    }

    static std::string escaped(char c)
    {
        switch (c) {
        case 'd':
            return "1";
        case 'w':
        case 'S':
        case 'D':
            return "x";
        case 's':
            return " ";
        case 'b':
        case 'B':
        case 'A':
        case 'z':
            return {};
        case 'W':
            return "-";
        default:
            return std::string(1, c);
        }
    }

    std::string characterClass()
    {
        const bool isNegated = skip("^");
        std::string members;
        bool isFirst = true;
        while (!atEnd() && (isFirst || m_rest.front() != ']')) {
            isFirst = false;
            const char c = take();
            if (c == '[' && m_rest.starts_with(':')) {
                const auto end = m_rest.find(":]");
                const std::string_view name = m_rest.substr(1, end == std::string_view::npos ? 0 : end - 1);
                members += name == "digit" ? '1' : 'x';
                m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 2);
            } else if (c == '\\' && !atEnd()) {
                members += escaped(take());
            } else {
                members += c;
            }
        }
        skip("]");
        if (!isNegated)
            return members.substr(0, 1);
        static constexpr auto candidates = std::to_array<char>({'x', '1', '-', 'Q', '_', '~'});
        for (const char candidate : candidates) {
            if (!members.contains(candidate))
                return std::string(1, candidate);
        }
        return {};
    }

    /// How often the atom before has to occur.
    int repetitions()
    {
        int times = 1;
        if (skip("*")) {
            times = 0;
        } else if (skip("+")) {
            times = 1;
        } else if (skip("?")) {
            times = 0;
        } else if (m_rest.starts_with('{') && m_rest.find('}') != std::string_view::npos) {
            take();
            times = 0;
            while (!atEnd() && m_rest.front() >= '0' && m_rest.front() <= '9' && times < limit)
                times = times * 10 + (take() - '0');
            while (!atEnd() && take() != '}') { }
        }
        skip("?"); // reluctant
        return std::min(times, limit);
    }

    static constexpr int limit = 100;
    std::string_view m_rest;
};

} // namespace

std::optional<std::string> sampleOf(std::string_view regex)
{
    const TextMatch match(TextMatch::Kind::Regex, std::string(regex));
    if (match.isBroken())
        return std::nullopt;
    std::string sample = Sampler(regex).run();
    if (match.matches(sample))
        return sample;
    // optional parts left out may have been needed to meet an anchor: a common text as a last try
    for (const char* guess : {"x", "1", "/", "/x"}) {
        if (match.matches(guess))
            return guess;
    }
    return std::nullopt;
}

} // namespace meshdraft::traffic
