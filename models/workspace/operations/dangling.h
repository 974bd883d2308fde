// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshedit.h"

#include <map>

namespace meshdraft::workspace {

/// A reference that leads nowhere once something is gone or stands elsewhere.
struct DanglingPlace {
    mesh::ElementRef element; ///< what names it, in the mesh as it is
    std::string target; ///< what it names

    friend bool operator==(const DanglingPlace&, const DanglingPlace&) = default;
};

/// The references that lead nowhere after an edit and did not before: nothing of that name, not visible, not granted,
/// no workload any more. `before`: the keys that resources had which get another one. Cost: as an edit, and linear in
/// all references. Errors: those of planMeshEdit and withEdit.
Expected<std::vector<DanglingPlace>> danglingAfter(const Snapshot& snapshot, const MeshEdit& edit,
                                                   const std::map<mesh::ResourceKey, mesh::ResourceKey>& before = {});

} // namespace meshdraft::workspace
