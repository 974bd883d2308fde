// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/mesh/effective/meshview.h"

namespace meshdraft::changes {

/// What fails between the states of a change, or for good, when things arrive in the wrong order: make before break.
struct PushHazard {
    std::string message; ///< id of the sentence: "hazard.subsetFirst" ...
    std::vector<std::string> args; ///< what has to come first, what second (as "Kind ns/name"), then the subset
    const ResourceChange* first = nullptr; ///< has to arrive first; null: the other one is outside of the change
    const ResourceChange* second = nullptr;
    mesh::ElementRef element; ///< what fails
    bool isLasting = false; ///< it fails in the new state as well
};

/// True for a PeerAuthentication that comes to ask for mTLS, on all ports or on one, where it did not before.
bool becomesStrict(const ResourceChange& change);

/// All of them, lasting ones first. Cost: linear in the references of what differs and to what goes away, and in the
/// pairs of policies that are found.
std::vector<PushHazard> pushHazardsOf(const MeshChange& change, const mesh::effective::MeshView& before,
                                      const mesh::effective::MeshView& after);

} // namespace meshdraft::changes
