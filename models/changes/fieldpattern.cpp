// SPDX-License-Identifier: Apache-2.0
#include "models/changes/fieldpattern.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::changes {

namespace {

/// Takes `["key"]` off `rest`; nothing when it does not stand there.
std::optional<std::string> takeQuotedKey(std::string_view& rest)
{
    if (!rest.starts_with("[\""))
        return std::nullopt;
    std::string key;
    std::size_t at = 2;
    for (; at < rest.size() && rest[at] != '"'; ++at) {
        if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\'))
            ++at;
        key += rest[at];
    }
    if (!rest.substr(std::min(at, rest.size())).starts_with("\"]"))
        return std::nullopt;
    rest.remove_prefix(at + 2);
    return key;
}

std::optional<std::size_t> numberIn(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// Takes what stands in the brackets at the beginning of `rest`.
std::optional<std::string_view> takeBrackets(std::string_view& rest)
{
    const std::size_t close = rest.find(']');
    if (!rest.starts_with('[') || close == std::string_view::npos)
        return std::nullopt;
    const std::string_view inside = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
    return inside;
}

/// Takes a key up to the next '.' or '['; empty when there is none.
std::string_view takeKey(std::string_view& rest)
{
    if (rest.starts_with('.'))
        rest.remove_prefix(1);
    const std::string_view key = rest.substr(0, std::min(rest.find_first_of(".["), rest.size()));
    rest.remove_prefix(key.size());
    return key;
}

std::vector<std::string> alternatives(std::string_view key)
{
    std::vector<std::string> result;
    for (;;) {
        const std::size_t bar = key.find('|');
        result.emplace_back(key.substr(0, bar));
        if (bar == std::string_view::npos)
            return result;
        key.remove_prefix(bar + 1);
    }
}

} // namespace

std::vector<PathStep> stepsOf(const mesh::FieldPath& path)
{
    std::vector<PathStep> steps;
    std::string_view rest = path.text();
    while (!rest.empty()) {
        if (auto key = takeQuotedKey(rest)) {
            steps.push_back({std::move(*key), 0, false});
        } else if (rest.starts_with('[')) {
            const auto inside = takeBrackets(rest);
            const auto index = inside ? numberIn(*inside) : std::nullopt;
            if (!index)
                return steps;
            steps.push_back({{}, *index, true});
        } else {
            const std::string_view word = takeKey(rest);
            if (word.empty())
                return steps;
            steps.push_back({std::string(word), 0, false});
        }
    }
    return steps;
}

mesh::FieldPath pathOf(std::span<const PathStep> steps)
{
    mesh::FieldPath path;
    for (const PathStep& step : steps)
        path = step.isIndex ? path.child(step.index) : path.child(std::string_view(step.key));
    return path;
}

bool globMatches(std::string_view pattern, std::string_view text)
{
    // The usual walk with one place to come back to: the last star.
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t starPattern = std::string_view::npos;
    std::size_t starText = 0;
    while (t < text.size()) {
        const bool escaped = p + 1 < pattern.size() && pattern[p] == '\\';
        if (p < pattern.size() && pattern[p] == '*') {
            starPattern = ++p;
            starText = t;
        } else if (p < pattern.size() && pattern[escaped ? p + 1 : p] == text[t]) {
            p += escaped ? 2 : 1;
            ++t;
        } else if (starPattern != std::string_view::npos) {
            p = starPattern;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::optional<FieldPattern> FieldPattern::parse(std::string_view text)
{
    FieldPattern pattern;
    std::string_view rest = text;
    while (!rest.empty()) {
        Step step;
        if (auto key = takeQuotedKey(rest)) {
            step.globs.push_back(std::move(*key));
        } else if (rest.starts_with('[')) {
            const auto inside = takeBrackets(rest);
            if (!inside)
                return std::nullopt;
            const auto index = numberIn(*inside);
            if (!index && *inside != "*")
                return std::nullopt;
            step.kind = index ? StepKind::Index : StepKind::AnyIndex;
            step.index = index.value_or(0);
        } else {
            const std::string_view word = takeKey(rest);
            if (word.empty())
                return std::nullopt;
            if (word == "**") {
                step.kind = StepKind::AnySteps;
            } else {
                step.globs = alternatives(word);
            }
        }
        pattern.m_steps.push_back(std::move(step));
    }
    if (pattern.m_steps.empty())
        return std::nullopt;
    return pattern;
}

bool FieldPattern::matches(std::span<const PathStep> steps) const
{
    return matches(m_steps, steps);
}

bool FieldPattern::matches(std::span<const Step> pattern, std::span<const PathStep> steps)
{
    for (; !pattern.empty(); pattern = pattern.subspan(1)) {
        const Step& step = pattern.front();
        if (step.kind == StepKind::AnySteps) {
            for (std::size_t skipped = 0; skipped <= steps.size(); ++skipped) {
                if (matches(pattern.subspan(1), steps.subspan(skipped)))
                    return true;
            }
            return false;
        }
        if (steps.empty())
            return false;
        const PathStep& actual = steps.front();
        const bool fits = step.kind == StepKind::Key
            ? !actual.isIndex
                && std::ranges::any_of(step.globs,
                                       [&](const std::string& glob) { return globMatches(glob, actual.key); })
            : actual.isIndex && (step.kind == StepKind::AnyIndex || step.index == actual.index);
        if (!fits)
            return false;
        steps = steps.subspan(1);
    }
    return steps.empty();
}

} // namespace meshdraft::changes
