// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/topology/flowfacts.h"
#include "models/traffic/flows.h"

#include <vector>

namespace meshdraft::workspace {

/// Puts flows on the edges of a picture of the same graph, declared callers included (topology::withFacts). A request
/// passes from its gateway to the table, to the route that takes it, to the destination and to the workload; or from a
/// workload along its declared call. Cost: linear in the picture and the edges of the flows.
topology::FlowFactsPtr flowFactsOf(const mesh::MeshGraph& graph, const topology::Topology& whole,
                                   const std::vector<traffic::Flow>& flows, bool isOfOneKind);

} // namespace meshdraft::workspace
