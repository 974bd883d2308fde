// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"

#include <algorithm>
#include <numeric>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

constexpr std::int64_t whole = 100;

/// Whole numbers in these proportions that make 100; what is left over goes to the largest remainders.
std::vector<std::int64_t> scaled(std::span<const std::int64_t> shares)
{
    const std::int64_t total = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    std::vector<std::int64_t> result;
    std::vector<std::pair<std::int64_t, std::size_t>> rest;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        result.push_back(shares[i] * whole / total);
        rest.emplace_back(-(shares[i] * whole % total), i);
    }
    std::ranges::sort(rest);
    std::int64_t missing = whole - std::accumulate(result.begin(), result.end(), std::int64_t{0});
    for (std::size_t i = 0; missing > 0; ++i, --missing)
        ++result[rest[i].second];
    return result;
}

std::string textOf(std::span<const std::int64_t> numbers)
{
    std::string text;
    for (const std::int64_t number : numbers)
        text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

/// All weights are 0: nothing says who was meant to get more.
void shareEvenly(const FixContext& context, std::vector<Fix>& fixes)
{
    const auto items = context.node.resolved().items();
    if (items.empty() || items.size() > static_cast<std::size_t>(whole))
        return;
    const auto weights = scaled(std::vector<std::int64_t>(items.size(), 1));
    std::vector<source::Change> changes;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const NodeRef weight = items[i]["weight"];
        auto change = weight.isScalar()
            ? scalarChange(weight, std::to_string(weights[i]), false)
            : entryAt(items[i], {}, "weight", numberValue(static_cast<std::uint32_t>(weights[i])));
        if (!change)
            return;
        changes.push_back(std::move(*change));
    }
    fixes.push_back(fixOf(context, "fix.weights.even", {textOf(weights)}, Certainty::Choice, std::move(changes)));
}

/// The shares of localities, in the same proportions.
void scaleShares(const FixContext& context, std::vector<Fix>& fixes)
{
    const auto entries = context.node.resolved().entries();
    std::vector<std::int64_t> before;
    for (const NodeRef::Entry& entry : entries) {
        const auto share = entry.value.toInt();
        if (!share || *share < 1 || *share > whole)
            return;
        before.push_back(*share);
    }
    if (before.empty())
        return;
    const auto after = scaled(before);
    std::vector<source::Change> changes;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (after[i] != before[i])
            changes.push_back(*scalarChange(entries[i].value, std::to_string(after[i]), false));
    }
    fixes.push_back(
        fixOf(context, "fix.weights.scale", {textOf(before), textOf(after)}, Certainty::Choice, std::move(changes)));
}

} // namespace

/// Weights that do not make a whole.
std::vector<Fixer> weightFixers()
{
    return {{"validation.localitySum", {"IST0106"}, {"fix.weights.scale"}, scaleShares},
            {"validation.weightsZero", {"IST0106"}, {"fix.weights.even"}, shareEvenly}};
}

} // namespace meshdraft::checks
