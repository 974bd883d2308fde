// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/placededit.h"
#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// Changes of one resource; their nodes are those of its document in the snapshot's graph.
struct ResourceChange {
    mesh::ElementRef resource;
    std::vector<source::Change> changes;
};

/// Changes of YAML that one of a resource's strings holds, such as the mesh config of a ConfigMap.
struct NestedChange {
    mesh::ElementRef resource;
    NestedEdit edit;
};

/// What a form, a rename or a plan does to resources: one undo step, however many files it takes.
struct MeshEdit {
    std::vector<ResourceChange> changes;
    std::vector<NestedChange> nested;
    std::vector<ResourceAddition> additions;
    std::vector<mesh::ElementRef> removals;

    bool isEmpty() const { return changes.empty() && nested.empty() && additions.empty() && removals.empty(); }
};

/// True for a resource that is the only one of its document: no item of a List.
bool standsAlone(const mesh::MeshGraph& graph, const mesh::Resource& resource);

/// Puts changes of a text within a resource into an edit. In a rendered environment, where files are looked for that
/// decide the string, the whole of it gets a new value. Errors: those of source::planChanges at their place in the
/// file.
Expected<void> addNested(MeshEdit& edit, const Snapshot& snapshot, const mesh::Resource& resource,
                         const source::NestedText& text, const std::vector<source::Change>& changes);

/// The edit that makes these changes and nothing else: of files; of what is rendered in a rendered environment, where
/// new resources are put into the rendered text. Errors: those of planPlacedEdit, "edit.noResource" (args: kind, name),
/// "edit.broken" (args: path: its text cannot be read as it is typed now).
Expected<source::Edit> planMeshEdit(const Snapshot& snapshot, const MeshEdit& edit);

} // namespace meshdraft::workspace
