// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/split.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::changes {

/// One step of a plan: the weights of all parts, how long it stands, and what to look at meanwhile.
struct PlanStep {
    std::vector<std::int64_t> weights; ///< as many as the plan has parts
    std::int64_t pauseMinutes = 0;
    std::string note;

    friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// How the traffic of a route moves to one of its destinations, step by step.
struct CanaryPlan {
    std::vector<std::string> parts; ///< host[:port][/subset] of each destination, in the order of the route
    std::size_t target = 0; ///< the part that traffic moves to
    std::vector<PlanStep> steps;

    bool isEmpty() const { return steps.empty(); }
    friend bool operator==(const CanaryPlan&, const CanaryPlan&) = default;
};

/// The names by which a plan knows the destinations of a route.
std::vector<std::string> partsOf(const mesh::Route& route);

/// The weight nearest to a share of a total; at least 1 for a share above 0, less than the total for one below 100.
std::int64_t weightOfPercent(std::int64_t total, double percent);

/// The shares that a plan starts with: 10, 25, 50 and 100 percent.
std::span<const double> usualShares();

/// A plan that gives the target these shares one after the other, each taken from the largest others of `head` (the
/// split before the first step). Shares that the target has already, or that round to one before, are left out.
CanaryPlan planCanary(const mesh::Route& head, std::size_t target, std::span<const double> percents,
                      std::int64_t pauseMinutes);

/// `weights` of a step with one part changed; the total stays as in rebalance().
std::vector<std::int64_t> changedStep(const PlanStep& step, std::size_t part, std::int64_t weight);

/// The step that comes behind another one by the middle of their weights, or the last one again with all for the
/// target.
PlanStep stepBehind(const CanaryPlan& plan, std::span<const std::int64_t> head, std::size_t position);

/// The plan for the destinations that a route has by now: weights of those that went go to the target, new ones have
/// none. Nothing when the target is gone.
std::optional<CanaryPlan> fitted(const CanaryPlan& plan, const mesh::Route& route);

/// Weights of a route for the parts of a plan: those of a part that it lacks are 0.
std::vector<std::int64_t> weightsOf(const CanaryPlan& plan, const mesh::Route& route);

/// Everything for the target.
std::vector<std::int64_t> promoted(const CanaryPlan& plan, std::span<const std::int64_t> head);

/// The step that has exactly these weights; nothing when none has.
std::optional<std::size_t> stepWith(const CanaryPlan& plan, std::span<const std::int64_t> weights);

/// The first step that gives the target more than these weights do; nothing behind the last one.
std::optional<std::size_t> nextStep(const CanaryPlan& plan, std::span<const std::int64_t> weights);

} // namespace meshdraft::changes
