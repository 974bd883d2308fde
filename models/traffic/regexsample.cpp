// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/regexsample.h"

#include "models/traffic/textmatch.h"

#include <algorithm>
#include <array>

namespace meshdraft::traffic {

namespace {

/// Writes the first alternative of everything, as often as it has to occur; at one point of choice, another one.
class Sampler {
public:
    explicit Sampler(std::string_view regex, int point = -1, int option = 0)
        : m_rest(regex)
        , m_point(point)
        , m_option(option)
    {
    }

    std::string run() { return alternatives(); }
    int points() const { return m_points; }

private:
    /// What to take at the next point of choice; 0: the usual.
    int choose() { return m_points++ == m_point ? m_option : 0; }

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
        const int wanted = choose();
        int position = 0;
        std::string chosen = sequence();
        while (skip("|")) {
            std::string other = sequence();
            if (chosen.empty() || ++position == wanted)
                chosen = std::move(other);
        }
        return chosen;
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
        const int wanted = choose();
        if (!isNegated && wanted > 0 && !members.empty())
            return members.substr(std::min(members.size(), static_cast<std::size_t>(wanted)) - 1, 1);
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
        return std::min(times + choose(), limit);
    }

    static constexpr int limit = 100;
    std::string_view m_rest;
    int m_point;
    int m_option;
    int m_points = 0;
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

std::vector<std::string> samplesOf(std::string_view regex)
{
    std::vector<std::string> samples;
    const TextMatch match(TextMatch::Kind::Regex, std::string(regex));
    const auto first = sampleOf(regex);
    if (!first)
        return samples;
    samples.push_back(*first);
    Sampler usual(regex);
    usual.run();
    constexpr int options = 4;
    constexpr int mostPoints = 24;
    for (int point = 0; point < std::min(usual.points(), mostPoints); ++point) {
        for (int option = 1; option < options; ++option) {
            std::string sample = Sampler(regex, point, option).run();
            if (match.matches(sample) && !std::ranges::contains(samples, sample))
                samples.push_back(std::move(sample));
        }
    }
    return samples;
}

} // namespace meshdraft::traffic
