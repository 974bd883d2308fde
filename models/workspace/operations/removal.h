// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshedit.h"

namespace meshdraft::workspace {

/// A reference that leads nowhere once something is gone.
struct DanglingPlace {
    mesh::ElementRef element; ///< what names it, in the mesh as it is
    std::string target; ///< what it names

    friend bool operator==(const DanglingPlace&, const DanglingPlace&) = default;
};

struct RemovalPlan {
    MeshEdit edit;
    std::vector<DanglingPlace> dangling; ///< that the removal would leave, in file order
};

/// Takes resources out, and says what would lead nowhere then. Cost: as an edit, and linear in all references.
/// Errors: those of planMeshEdit and withEdit.
Expected<RemovalPlan> planRemoval(const Snapshot& snapshot, const std::vector<mesh::ElementRef>& elements);

} // namespace meshdraft::workspace
