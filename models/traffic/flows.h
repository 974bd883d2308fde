// SPDX-License-Identifier: Apache-2.0
// Where requests go from an entry point, hop by hop.
#pragma once

#include "models/traffic/evaluate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// A place that requests pass.
struct FlowNode {
    enum class Kind : std::uint8_t {
        Entry, ///< who sends them: a gateway, a workload, somebody outside
        Destination, ///< a host, or a subset of it
        Workload,
        End, ///< they end before they reach anybody: `verdict`
    };
    Kind kind = Kind::Entry;
    Origin origin; ///< Entry, Workload
    std::string host; ///< Destination
    std::uint32_t port = 0;
    std::string subset;
    Verdict verdict = Verdict::Routed; ///< End

    friend auto operator<=>(const FlowNode&, const FlowNode&) = default;
};

/// What goes from one place to the next.
struct FlowEdge {
    std::size_t from = 0; ///< positions in Flow::nodes
    std::size_t to = 0;
    double percent = 0; ///< of the flow's requests; above 100 where several hops call the same
    bool isExact = true; ///< false: pods share it in a way that files do not say, the percentage is of all of them
    bool isMirror = false; ///< copies
    std::string host; ///< that is called
    mesh::ElementRef element; ///< the destination in a route, or what declares the call; null: a default of Istio

    friend bool operator==(const FlowEdge&, const FlowEdge&) = default;
};

/// Something about the totals that a reader should know.
struct FlowProblem {
    std::string code; ///< "flows.weights" (the sum), "flows.lost" (percent, verdict), "flows.copies" (percent, host)
    std::vector<std::string> args;
    mesh::ElementRef element;

    /// True for what is said without being wrong: copies, on top of a total that adds up.
    bool isNote() const { return code == "flows.copies"; }

    friend bool operator==(const FlowProblem&, const FlowProblem&) = default;
};

/// The requests that one entry point sends to one host: the first node is the entry.
struct Flow {
    Request request; ///< the first one
    std::vector<FlowNode> nodes;
    std::vector<FlowEdge> edges; ///< an edge stands behind those that lead to it
    std::vector<FlowProblem> problems;

    /// The share that ends somewhere it should not, of the first hop.
    double lostPercent() const;
};

/// What is asked. Empty lists: every gateway with each host it serves, and workloads that nobody declares to call but
/// that are declared to call others.
struct FlowQuery {
    std::vector<Origin> entries; ///< without a kind of workload: of any kind
    std::vector<std::string> hosts; ///< as people write them: short names count for any namespace
    std::optional<Request> kind; ///< method, path, query, headers and token of the requests; else GET /, or the first
                                 ///< kind that arrives where that does not
    int hops = 8; ///< calls behind each other that are followed
};

/// A call that the files declare: an AuthorizationPolicy names the caller's identity alone, a Sidecar for just its pods
/// names the host, or the workload itself does in an annotation.
struct DeclaredCall {
    Origin caller;
    std::string host;
    mesh::ElementRef element;

    friend auto operator<=>(const DeclaredCall&, const DeclaredCall&) = default;
};

/// Every declared call, sorted, each once.
std::vector<DeclaredCall> declaredCalls(const Evaluator& mesh);

/// The flows of a mesh. A workload is taken to make each of its declared calls once for a request that it gets: how
/// often it really calls files do not say. Cost: one evaluation for each caller and host on the way.
/// Stopped: what was found until then.
std::vector<Flow> flowsOf(const Evaluator& mesh, const FlowQuery& query, const std::stop_token& stop = {});

/// The same at each step of a plan: the route's destinations get these weights, one list a step. Errors: those of
/// changes::setWeights.
Expected<std::vector<std::vector<Flow>>> flowsOfSteps(const Evaluator& mesh, const FlowQuery& query,
                                                      mesh::ResourceIndex table, const mesh::Route& route,
                                                      std::span<const std::vector<std::int64_t>> steps,
                                                      const std::stop_token& stop = {});

} // namespace meshdraft::traffic
