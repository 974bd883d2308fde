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

/// "Flagger sets these weights from Canary shop/reviews (line 4). A change here will be overwritten."
QString ownerText(const mesh::MeshGraph& graph, const mesh::effective::WeightOwner& owner);

/// "10 %, 5 min", "pause until promoted": a step as its controller runs it.
QString ownedStepText(const mesh::CanaryStep& step);

} // namespace meshdraft::workspace
