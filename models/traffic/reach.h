// SPDX-License-Identifier: Apache-2.0
// Who can reach whom, and why not.
#pragma once

#include "models/traffic/evaluate.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// How much of what a caller can send to a host arrives.
enum class Reach : std::uint8_t {
    Nothing, ///< no such caller goes there: a gateway that does not serve the host
    All, ///< every kind of request
    Some, ///< some kinds
    None,
    Unknown, ///< files cannot tell
};
/// "nothing", "all", "some", "none", "unknown".
std::string_view reachName(Reach reach);

/// A port of a host.
struct ReachTarget {
    std::string host;
    std::uint32_t port = 0;

    friend auto operator<=>(const ReachTarget&, const ReachTarget&) = default;
};

/// One caller and one target.
struct ReachCell {
    Reach reach = Reach::Nothing;
    Verdict verdict = Verdict::Routed; ///< how most of what does not arrive ends; Routed: everything arrives
    std::string code; ///< the step that decides: why it does not arrive, else what lets it
    std::vector<std::string> args;
    mesh::ElementRef because; ///< null: a default of Istio
    std::optional<Request> arrives; ///< a request that arrives
    std::optional<Request> refused; ///< one that does not
    std::size_t requests = 0; ///< kinds of requests that were asked
    std::size_t delivered = 0;
};

struct ReachRow {
    Origin caller;
    std::vector<ReachCell> cells; ///< one a target
};

struct ReachMatrix {
    std::vector<ReachTarget> targets; ///< sorted
    std::vector<ReachRow> rows; ///< sorted by caller
    std::size_t evaluated = 0;
    bool wasStopped = false;
};

/// What to look at; empty lists: everything.
struct ReachQuery {
    std::vector<Origin> callers;
    std::vector<std::string> hosts; ///< as people write them: short names count for any namespace
};

/// How far a matrix is: hosts that are done, of how many.
using ReachProgress = std::function<void(std::size_t done, std::size_t all)>;

/// The matrix of callers and hosts. Cost: one evaluation for each representative request; callers that nothing tells
/// apart cost one. `progress` is called on the same thread.
ReachMatrix reachOf(const Evaluator& mesh, const ReachQuery& query, std::stop_token stop = {},
                    const ReachProgress& progress = {});

} // namespace meshdraft::traffic
