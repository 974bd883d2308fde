// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/changes/riskpolicy.h"
#include "models/checks/finding.h"
#include "models/git/repository.h"
#include "models/mesh/environment.h"
#include "models/source/edit.h"
#include "models/topology/topology.h"

#include <map>
#include <memory>
#include <optional>

namespace meshdraft::workspace {

/// Everything that is known about a repository at one moment: immutable, read from any thread, swapped by the GUI
/// thread only. `saved` is what the files hold, `current` the same with the pending edits.
struct Snapshot {
    std::optional<git::Repository> repository;
    git::Head head;
    QString revision; ///< empty: the working tree

    mesh::FileSet saved;
    mesh::FileSet current;
    std::vector<mesh::Environment> environments;
    mesh::Environment environment; ///< the chosen one; its name is empty when there is none
    std::optional<Error> environmentError;

    mesh::MeshGraphPtr savedGraph;
    mesh::MeshGraphPtr graph;
    std::vector<checks::Finding> savedFindings;
    std::vector<checks::Finding> findings;
    changes::MeshChange change; ///< from savedGraph to graph, classified
    topology::Topology topology;
    std::uint32_t filesRead = 0;
    std::uint32_t filesSkipped = 0; ///< templates, unreadable files, symlinks

    /// Paths whose content differs between saved and current.
    std::vector<std::string> changedFiles() const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Opens a repository and reads everything: `revision` empty = working tree; `environment` empty = the default one.
/// Runs on a worker thread; `progress` (may be empty) is called with files done and files in all.
Expected<SnapshotPtr> openSnapshot(const QString& directory, const QString& revision, const std::string& environment,
                                   const std::function<void(int, int)>& progress = {},
                                   std::stop_token stop = {});

/// The same repository seen through another environment.
Expected<SnapshotPtr> withEnvironment(const Snapshot& snapshot, const std::string& environment);

/// A snapshot with an edit put into `current`; everything that the edit does not touch is shared.
/// Errors: "edit.stale" (the edit's base is not the current content), those of source::applySplices.
Expected<SnapshotPtr> withEdit(const Snapshot& snapshot, const source::Edit& edit);

/// A snapshot in which `saved` is `current` for these paths (after a save or commit), with HEAD read again.
Expected<SnapshotPtr> afterSaving(const Snapshot& snapshot, const std::vector<std::string>& paths);

} // namespace meshdraft::workspace
