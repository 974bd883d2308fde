// SPDX-License-Identifier: Apache-2.0
// How many of the requests that enter a mesh pass each edge of its picture.
#pragma once

#include "models/topology/topology.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace meshdraft::topology {

/// What one flow sends through an edge.
struct FlowPart {
    std::uint32_t flow = 0; ///< position in FlowFacts::flows
    double percent = 0; ///< of the flow's requests
    bool isExact = true; ///< false: several pods share it in a way that files do not say
    bool isCopy = false; ///< of a mirror

    friend bool operator==(const FlowPart&, const FlowPart&) = default;
};

/// All that passes an edge.
struct EdgeFlow {
    double percent = 0; ///< the sum: above 100 where several flows meet
    bool isExact = true;
    std::vector<FlowPart> parts; ///< the largest first

    /// Adds to the part of the same flow, if there is one.
    void add(const FlowPart& part);
    void sort();
};

/// A total that does not add up.
struct FlowIssue {
    std::string code; ///< of the words, as traffic has it
    std::vector<std::string> args;
    std::uint32_t flow = 0;
    mesh::ElementRef element; ///< null: a default of Istio
};

struct FlowFacts {
    std::vector<std::string> flows; ///< "from gateway edge/shop-gw to reviews.acorn.example", for people
    std::unordered_map<std::string, EdgeFlow> edges; ///< by id; an edge that is not in it has no flow
    std::vector<FlowIssue> issues; ///< each once, in the order of the flows
    bool isOfOneKind = false; ///< of one kind of request
};

using FlowFactsPtr = std::shared_ptr<const FlowFacts>;

/// The same with what passes the joined edges of a view (applyView): the sum over the edges that each stands for.
FlowFactsPtr withJoinedFlows(const FlowFactsPtr& flows, const Topology& whole, const Topology& shown);

} // namespace meshdraft::topology
