// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <optional>

namespace meshdraft::changes {

/// One resource in one step of a landing.
struct WaveEntry {
    const ResourceChange* change = nullptr; ///< points into the change
    bool isPartial = false; ///< a removal of what others needed (subsets); the resource itself stays
    std::uint32_t pullRequest = 1; ///< which one it can come with where waves are not kept, from 1
    std::string message; ///< why it stands here: id of a sentence
    std::vector<std::string> args;
};

/// What may arrive at once.
struct LandingStep {
    int wave = 0; ///< the number for a sync wave
    bool isRemoval = false; ///< goes away here, after all that comes, highest wave first
    std::vector<WaveEntry> entries; ///< never empty
};

/// How the order that is written down fits two resources of the change, one of which needs the other.
struct OrderNote {
    enum class Verdict : std::uint8_t {
        Fine,
        Missing, ///< nothing is written that orders them
        Same, ///< both have one wave: no order
        WrongWayRound,
        TwoSyncs, ///< what goes away is still needed until the first sync is through: no wave helps
    };
    Verdict verdict = Verdict::Fine;
    const ResourceChange* first = nullptr; ///< has to arrive before `second`
    const ResourceChange* second = nullptr;
    std::string message; ///< "argo.missing", "flux.missing" ...
    std::vector<std::string> args; ///< first and second as "Kind ns/name", what is written at each, what would be right
};

/// The order in which a change should land.
struct Landing {
    std::vector<LandingStep> steps; ///< what comes by rising wave, then what goes by falling wave
    bool usesArgo = false; ///< sync waves or Applications are there
    bool usesFlux = false; ///< Kustomizations of Flux are there
    std::vector<OrderNote> waves; ///< against the sync waves; empty without Argo CD
    std::vector<OrderNote> flux; ///< against dependsOn; empty without Flux
};

/// Works it out from the kinds (mesh::usualWave), what their policies do and what they need of each other (orderOf).
/// Changes that reach no cluster (comments, another file) are left out. Cost: as orderOf.
Landing landingOf(const MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after);

} // namespace meshdraft::changes
