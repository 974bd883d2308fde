// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/change.h"
#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// Changes of one resource; their nodes are those of its document in the snapshot's graph.
struct ResourceChange {
    mesh::ElementRef resource;
    std::vector<source::Change> changes;
};

/// A new resource: behind the last document of a file, or in a new file.
struct ResourceAddition {
    std::string path; ///< relative to the repository
    source::NewValue value; ///< the whole mapping, apiVersion first
};

/// What a form, a rename or a plan does to resources: one undo step, however many files it takes.
struct MeshEdit {
    std::vector<ResourceChange> changes;
    std::vector<ResourceAddition> additions;
    std::vector<mesh::ElementRef> removals;

    bool isEmpty() const { return changes.empty() && additions.empty() && removals.empty(); }
};

/// The edit of the files that makes these changes and nothing else. A new file is put on the `resources` list of the
/// kustomization that lists its neighbours; a file that loses its last resource is left empty, which deletes it when it
/// is written, and it leaves that list.
/// Errors: those of source::planChanges, planDocumentAddition and planDocumentRemoval; "edit.noResource" (args: kind,
/// name), "edit.notYaml" and "edit.template" (args: path), "edit.rendered" (args: name: the resource stands in no
/// file), "edit.path" (args: path: not the path of a YAML file in the repository).
Expected<source::Edit> planMeshEdit(const Snapshot& snapshot, const MeshEdit& edit);

} // namespace meshdraft::workspace
