// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

namespace meshdraft::changes {

/// The resource of a change in the state that counts: the new one, the old one where it goes away.
const mesh::Resource& resourceOf(const ResourceChange& change);

/// A resource of a change that another of the change comes to need, or needed until now.
struct Dependency {
    const ResourceChange* user = nullptr; ///< both point into the change
    const ResourceChange* provider = nullptr;
    mesh::ReferenceType type = mesh::ReferenceType::Routes;
    std::string subset; ///< of the provider; empty: the provider as a whole
    bool isRemoval = false; ///< the provider, or its subset, goes away; else it comes
};

/// All of them, each once, those that come first. That a rule names a host, or a Service its pods, is no need: requests
/// do not fail without it. Cost: linear in the references of what differs.
std::vector<Dependency> dependenciesOf(const MeshChange& change, const mesh::MeshGraph& before,
                                       const mesh::MeshGraph& after);

} // namespace meshdraft::changes
