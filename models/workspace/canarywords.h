// SPDX-License-Identifier: Apache-2.0
// What a canary plan says to people.
#pragma once

#include "models/changes/canaryplan.h"
#include "models/changes/meshchange.h"
#include "models/mesh/effective/weightowner.h"

#include <QString>

namespace meshdraft::workspace {

/// "30 min", "2 h", "1 h 30 min"; empty for none.
QString pauseText(std::int64_t minutes);

/// "4 steps, 30 min pause".
QString planSummary(const changes::CanaryPlan& plan);

/// What a commit of a stack says: what moves, its place, the pause, the note. `step` is that of the plan, nothing for
/// what comes before it; `below` the branch that has to be merged before.
QString stackMessage(const changes::CanaryPlan& plan, const changes::MeshChange& change,
                     std::optional<std::size_t> step, std::size_t position, std::size_t count, const QString& below);

/// "Merge 1 (BRANCH), wait for the sync, then merge 2." for the whole stack.
QString orderText(std::size_t count);

/// "Flagger sets these weights from Canary shop/reviews (line 4). A change here will be overwritten."
QString ownerText(const mesh::MeshGraph& graph, const mesh::effective::WeightOwner& owner);

/// "10 %, 5 min", "pause until promoted": a step as its controller runs it.
QString ownedStepText(const mesh::CanaryStep& step);

} // namespace meshdraft::workspace
