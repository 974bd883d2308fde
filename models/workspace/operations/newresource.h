// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/schema.h"
#include "models/workspace/meshedit.h"

namespace meshdraft::workspace {

/// A resource that is to be made: what people are asked for.
struct ResourceDraft {
    std::string group;
    std::string kind;
    std::string name;
    std::string ns; ///< empty for kinds without a namespace
    std::string path; ///< file that it goes into, new or not
};

/// The kinds that have a table, and so a form; sorted by kind.
std::vector<const mesh::KindSchema*> creatableKinds();
/// The namespaces of the environment's resources, sorted.
std::vector<std::string> knownNamespaces(const Snapshot& snapshot);
/// The file for a resource of a kind as its neighbours have theirs: named like the file of another one of the kind in
/// the namespace, else "NAME-SHORT.yaml" beside whatever is there.
std::string proposedPath(const Snapshot& snapshot, const ResourceDraft& draft);
/// The namespace and file to begin with, beside what is selected.
ResourceDraft proposedDraft(const Snapshot& snapshot, const mesh::KindSchema& kind, const mesh::ElementRef& beside);
/// A draft for a copy: a free name, the rest as the original has it.
ResourceDraft draftOfCopy(const Snapshot& snapshot, const mesh::Resource& original);

/// Makes a resource with its required fields. Errors: "new.name" (args: name), "new.namespace" (args: namespace),
/// "new.taken" (args: kind, name), "new.kind" (args: kind); those of planMeshEdit come with the edit.
Expected<MeshEdit> planNewResource(const Snapshot& snapshot, const ResourceDraft& draft);
/// Makes a copy of a resource under another name. Comments stay with the original. Errors: the same, and
/// "edit.noResource".
Expected<MeshEdit> planDuplicate(const Snapshot& snapshot, const mesh::ElementRef& original,
                                 const ResourceDraft& draft);
/// Who the new resource will be.
mesh::ResourceKey keyOf(const Snapshot& snapshot, const ResourceDraft& draft);

} // namespace meshdraft::workspace
