// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/dangling.h"
#include "models/workspace/operations/rename.h"

namespace meshdraft::workspace {

struct MovePlan {
    MeshEdit edit;
    std::vector<RenamePlace>
        places; ///< the namespaces themselves first, then what follows; what is new has no `before`
    std::vector<DanglingPlace> dangling; ///< what leads nowhere afterwards, or to another one, and cannot follow
    std::vector<Location> outside; ///< as of RenamePlan
};

/// Puts resources into another namespace. References to them follow, those between them stay short, and short names in
/// their own fields are made full, so that everything names what it named. Where a list says which namespaces may see
/// or use something, the new one is put beside the old one. Cost: linear in the resources' texts.
/// Errors: "edit.noResource" (args: kind, name), "move.invalid" (args: namespace), "move.taken" (args: kind, name,
/// namespace), "move.cluster" (args: kind, name: it has no namespace), "move.transformer" (args: path of the
/// kustomization, namespace that it sets), those of planMeshEdit and withEdit.
Expected<MovePlan> planMove(const Snapshot& snapshot, const std::vector<mesh::ElementRef>& elements,
                            const std::string& ns);

} // namespace meshdraft::workspace
