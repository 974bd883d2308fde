// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"
#include "models/source/change.h"
#include "models/source/edit.h"

#include <map>
#include <set>
#include <utility>

namespace meshdraft::workspace {

/// A new resource: behind the last document of a file, or in a new file.
struct ResourceAddition {
    std::string path; ///< relative to the repository
    source::NewValue value; ///< the whole mapping, apiVersion first
};

/// Changes of YAML that a string holds; their nodes are those of the text within.
struct NestedEdit {
    source::NodeId scalar = source::noNode; ///< of the document around
    std::uint32_t document = 0; ///< of the text within
    std::vector<source::Change> changes;
};

/// Changes of documents, by where they stand.
struct PlacedEdit {
    using Place = std::pair<std::string, std::uint32_t>; ///< path and Document::index

    std::map<Place, std::vector<source::Change>> changes; ///< nodes are those of the files as they are
    std::map<Place, std::vector<NestedEdit>> nested; ///< the strings themselves have no change among `changes`
    std::set<Place> removals;
    std::vector<ResourceAddition> additions;
};

/// The edit of the files that makes these changes and nothing else. A new file is put on the `resources` list of the
/// kustomization that lists its neighbours, else of the one beside it; a file that loses its last document is left
/// empty, which deletes it when it is written, and it leaves that list. Errors: those of source::planChanges,
/// planDocumentAddition and planDocumentRemoval; "edit.notYaml" and "edit.template" (args: path), "edit.path" (args:
/// path: not the path of a YAML file in the repository).
Expected<source::Edit> planPlacedEdit(const mesh::FileSet& files, const PlacedEdit& edit);

} // namespace meshdraft::workspace
