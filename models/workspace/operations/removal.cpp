// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/removal.h"

namespace meshdraft::workspace {

Expected<RemovalPlan> planRemoval(const Snapshot& snapshot, const std::vector<mesh::ElementRef>& elements)
{
    RemovalPlan plan;
    plan.edit.removals = elements;
    auto dangling = danglingAfter(snapshot, plan.edit);
    if (!dangling)
        return std::unexpected(dangling.error());
    plan.dangling = std::move(*dangling);
    return plan;
}

} // namespace meshdraft::workspace
