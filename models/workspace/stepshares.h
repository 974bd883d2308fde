// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/flows.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace meshdraft::workspace {

/// How much of the requests reaches a workload, over the ways in: a gateway may add a mirror or a fault of its own.
struct WorkloadShare {
    traffic::Origin workload;
    double least = 0; ///< percent
    double most = 0;
    bool isExact = true; ///< false: with others, in a way that files do not say
};

/// What one step of a plan sends where.
struct StepShares {
    std::vector<WorkloadShare> workloads; ///< by name
    double lost = 0; ///< percent that reaches nobody, at most
    std::optional<traffic::Request> kind; ///< nothing: every plain request to the hosts takes the route
};

/// The shares of the requests that a route takes while its destinations have these weights: through the gateways that
/// serve its hosts, else from a pod of its namespace. Errors: those of traffic::flowsOfSteps; "shares.noRequest" where
/// none is found that takes the route. Cost: a new graph and one evaluation for each way in.
Expected<StepShares> stepSharesOf(const traffic::Evaluator& mesh, const mesh::ElementRef& route,
                                  const std::vector<std::int64_t>& weights, const std::stop_token& stop = {});

/// "Of all requests to its hosts: reviews-v1 80 %, reviews-v3 10–20 %, nobody 10 %".
QString stepSharesText(const StepShares& shares);

} // namespace meshdraft::workspace
