// SPDX-License-Identifier: Apache-2.0
#include "models/changes/canaryplan.h"

#include "models/changes/statements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace meshdraft::changes {

namespace {

constexpr std::array<double, 4> usual{10, 25, 50, 100};

std::int64_t sumOf(std::span<const std::int64_t> weights)
{
    return std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
}

Split splitOf(std::span<const std::int64_t> weights)
{
    Split split;
    for (const std::int64_t weight : weights) {
        Split::Part part;
        part.weight = weight;
        split.parts.push_back(std::move(part));
    }
    split.total = sumOf(weights);
    return split;
}

} // namespace

std::vector<std::string> partsOf(const mesh::Route& route)
{
    std::vector<std::string> parts;
    for (const mesh::Destination& destination : route.destinations)
        parts.push_back(fullDestinationLabel(destination));
    return parts;
}

std::int64_t weightOfPercent(std::int64_t total, double percent)
{
    const auto exact = static_cast<double>(total) * percent / 100.0;
    const std::int64_t least = percent > 0 ? 1 : 0;
    const std::int64_t most = percent < 100 ? std::max<std::int64_t>(total - 1, least) : total;
    return std::clamp<std::int64_t>(std::llround(exact), least, most);
}

std::span<const double> usualShares()
{
    return usual;
}

CanaryPlan planCanary(const mesh::Route& head, std::size_t target, std::span<const double> percents,
                      std::int64_t pauseMinutes)
{
    CanaryPlan plan{partsOf(head), target, {}};
    const Split split = Split::of(head);
    if (target >= split.parts.size())
        return plan;
    std::int64_t reached = split.parts[target].weight;
    for (const double percent : percents) {
        const std::int64_t weight = weightOfPercent(split.total, percent);
        if (weight <= reached)
            continue;
        reached = weight;
        plan.steps.push_back({rebalance(split, target, weight), weight < split.total ? pauseMinutes : 0, {}});
    }
    return plan;
}

std::vector<std::int64_t> changedStep(const PlanStep& step, std::size_t part, std::int64_t weight)
{
    return rebalance(splitOf(step.weights), part, weight);
}

PlanStep stepBehind(const CanaryPlan& plan, std::span<const std::int64_t> head, std::size_t position)
{
    const bool hasNext = position + 1 < plan.steps.size();
    PlanStep step = position < plan.steps.size() ? plan.steps[position] : PlanStep{{head.begin(), head.end()}, 0, {}};
    step.note.clear();
    const std::int64_t now = step.weights[plan.target];
    const std::int64_t next = hasNext ? plan.steps[position + 1].weights[plan.target] : sumOf(step.weights);
    step.weights = changedStep(step, plan.target, now + (next - now + 1) / 2);
    return step;
}

std::optional<CanaryPlan> fitted(const CanaryPlan& plan, const mesh::Route& route)
{
    const std::vector<std::string> parts = partsOf(route);
    if (plan.target >= plan.parts.size())
        return std::nullopt;
    const auto target = std::ranges::find(parts, plan.parts[plan.target]);
    if (target == parts.end())
        return std::nullopt;
    CanaryPlan result{parts, static_cast<std::size_t>(target - parts.begin()), {}};
    for (const PlanStep& step : plan.steps) {
        if (step.weights.size() != plan.parts.size())
            return std::nullopt;
        PlanStep now{std::vector<std::int64_t>(parts.size(), 0), step.pauseMinutes, step.note};
        for (std::size_t i = 0; i < plan.parts.size(); ++i) {
            const auto found = std::ranges::find(parts, plan.parts[i]);
            const std::size_t at =
                found == parts.end() ? result.target : static_cast<std::size_t>(found - parts.begin());
            now.weights[at] += step.weights[i];
        }
        result.steps.push_back(std::move(now));
    }
    return result;
}

std::vector<std::int64_t> weightsOf(const CanaryPlan& plan, const mesh::Route& route)
{
    const std::vector<std::string> parts = partsOf(route);
    std::vector<std::int64_t> weights;
    for (const std::string& part : plan.parts) {
        const auto found = std::ranges::find(parts, part);
        const auto at = static_cast<std::size_t>(found - parts.begin());
        weights.push_back(found == parts.end() ? 0 : route.destinations[at].effectiveWeight);
    }
    return weights;
}

std::vector<std::int64_t> promoted(const CanaryPlan& plan, std::span<const std::int64_t> head)
{
    std::vector<std::int64_t> weights(plan.parts.size(), 0);
    weights[plan.target] = sumOf(head);
    return weights;
}

std::optional<std::size_t> stepWith(const CanaryPlan& plan, std::span<const std::int64_t> weights)
{
    const auto found = std::ranges::find_if(
        plan.steps, [&](const PlanStep& step) { return std::ranges::equal(step.weights, weights); });
    return found == plan.steps.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - plan.steps.begin()));
}

std::optional<std::size_t> nextStep(const CanaryPlan& plan, std::span<const std::int64_t> weights)
{
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].weights[plan.target] > weights[plan.target])
            return i;
    }
    return std::nullopt;
}

} // namespace meshdraft::changes
