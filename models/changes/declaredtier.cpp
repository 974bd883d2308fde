// SPDX-License-Identifier: Apache-2.0
#include "models/changes/declaredtier.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace meshdraft::changes {

namespace {

constexpr std::array tierOrder{Tier::None, Tier::Low, Tier::Medium, Tier::High};

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r";
    const auto begin = std::min(text.find_first_not_of(blank), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blank) + 1);
}

/// The values of the trailer `Risk` in the last paragraph of a message that has more than a subject.
std::vector<std::string> trailersOf(std::string_view message)
{
    std::vector<std::string> values;
    bool hasParagraph = false; // one before this line
    bool isBlank = false;
    while (!message.empty()) {
        const auto end = message.find('\n');
        const std::string_view line = trimmed(message.substr(0, end));
        message.remove_prefix(end == std::string_view::npos ? message.size() : end + 1);
        if (line.empty()) {
            isBlank = true;
            continue;
        }
        if (isBlank) {
            values.clear();
            hasParagraph = true;
            isBlank = false;
        }
        const auto colon = line.find(':');
        if (hasParagraph && colon != std::string_view::npos && lower(trimmed(line.substr(0, colon))) == "risk")
            values.emplace_back(trimmed(line.substr(colon + 1)));
    }
    return values;
}

/// The tier in a label; empty for labels that speak of something else.
std::string tierInLabel(std::string_view label)
{
    const std::string text = lower(trimmed(label));
    constexpr std::string_view separators = ":/-_ =";
    if (text.starts_with("risk") && text.size() > 4 && separators.contains(text[4])) {
        const auto begin = text.find_first_not_of(separators, 4);
        return begin != std::string::npos ? text.substr(begin) : std::string();
    }
    for (const Tier tier : tierOrder) {
        const std::string name(tierName(tier));
        if (text.size() == name.size() + 5 && text.starts_with(name) && text.ends_with("risk")
            && separators.contains(text[name.size()]))
            return name;
    }
    return {};
}

} // namespace

DeclaredTier declaredTier(std::span<const std::string> messages, std::span<const std::string> labels, Tier computed)
{
    std::vector<std::string> values;
    for (const std::string& message : messages) {
        for (std::string& value : trailersOf(message))
            values.push_back(std::move(value));
    }
    for (const std::string& label : labels) {
        if (std::string value = tierInLabel(label); !value.empty())
            values.push_back(std::move(value));
    }
    DeclaredTier declared;
    for (const std::string& value : values) {
        const auto* const found = std::ranges::find(tierOrder, lower(value), tierName);
        if (found == tierOrder.end()) {
            if (!declared.tier)
                declared.text = value;
        } else if (!declared.tier || *found > *declared.tier) {
            declared.tier = *found;
            declared.text = value;
        }
    }
    using Verdict = DeclaredTier::Verdict;
    if (declared.tier) {
        const bool isLower = *declared.tier < computed;
        declared.verdict = *declared.tier == computed ? Verdict::Agrees : isLower ? Verdict::Lower : Verdict::Higher;
        declared.message = *declared.tier == computed ? "declared.agrees"
            : isLower                                 ? "declared.lower"
                                                      : "declared.higher";
    } else if (!values.empty()) {
        declared.verdict = Verdict::Unreadable;
        declared.message = "declared.unreadable";
    }
    return declared;
}

} // namespace meshdraft::changes
