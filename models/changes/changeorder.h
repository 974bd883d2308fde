// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/dependencies.h"

#include <span>

namespace meshdraft::changes {

/// What has to be there before something else, or to go after it: make before break.
struct OrderStep {
    enum class Role : std::uint8_t {
        Provides, ///< what others come to need: Services, Gateways, subsets, delegates
        Uses, ///< everything else
        Removes, ///< what others needed until now
    };
    Role role = Role::Uses;
    std::vector<const ResourceChange*> resources; ///< never empty; point into the change
};

/// The order in which the resources of a change have to arrive, by what their references lead to before and after. One
/// step: no order matters. Merged together all of it arrives at once: order is only kept between syncs (Argo CD and
/// Flux apply the tip), so each step is a pull request of its own. A resource that others come to need and that itself
/// loses what others needed stands in both of its steps. Cost: linear in the references of what differs.
std::vector<OrderStep> orderOf(const MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after);
/// The same of dependencies that are known. Cost: linear in them.
std::vector<OrderStep> orderOf(const MeshChange& change, std::span<const Dependency> dependencies);

} // namespace meshdraft::changes
