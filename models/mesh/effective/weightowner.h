// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

#include <optional>

namespace meshdraft::mesh::effective {

/// A controller that sets the weights of a route while it runs: what a file says of them is only how they start.
struct WeightOwner {
    enum class Controller : std::uint8_t { Flagger, ArgoRollouts };
    Controller controller = Controller::Flagger;
    ResourceIndex owner = noResource; ///< the Canary or Rollout
    std::string stable; ///< subset or Service that traffic leaves
    std::string canary; ///< the one that it goes to
    std::vector<CanaryStep> steps; ///< those of Flagger's stepWeight written out
    std::string interval; ///< Flagger: how long a step stands
};

/// Who sets the weights of a route. Argo Rollouts owns the routes that it names, or the only one; Flagger the
/// VirtualService, HTTPRoute of the name of its Service in its namespace. Cost: one look-up.
std::optional<WeightOwner> weightOwnerOf(const MeshGraph& graph, const Resource& resource, const Route& route);

} // namespace meshdraft::mesh::effective
