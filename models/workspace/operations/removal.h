// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/dangling.h"

namespace meshdraft::workspace {

struct RemovalPlan {
    MeshEdit edit;
    std::vector<DanglingPlace> dangling; ///< that the removal would leave, in file order
};

/// Takes resources out, and says what would lead nowhere then. Cost: as an edit, and linear in all references.
/// Errors: those of planMeshEdit and withEdit.
Expected<RemovalPlan> planRemoval(const Snapshot& snapshot, const std::vector<mesh::ElementRef>& elements);

} // namespace meshdraft::workspace
