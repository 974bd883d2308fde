// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/changes/projectrisk.h"
#include "models/checks/results.h"
#include "models/checks/suppression/suppression.h"
#include "models/git/repository.h"
#include "models/mesh/environment.h"
#include "models/source/edit.h"
#include "models/topology/topology.h"
#include "models/workspace/lastgood.h"
#include "models/workspace/renderedmesh.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace meshdraft::workspace {

class LazyEffective;
class ParseCache;

/// The picture of a graph, made when it is first asked for: most of what follows an edit needs none, and it costs more
/// than all the rest. Thread-safe.
class LazyTopology {
public:
    /// Both graphs; `base` is null when there is nothing to compare with.
    LazyTopology(mesh::MeshGraphPtr graph, mesh::MeshGraphPtr base, checks::Findings findings);
    const topology::Topology& get() const;

private:
    mesh::MeshGraphPtr m_graph;
    mesh::MeshGraphPtr m_base;
    checks::Findings m_findings;
    mutable std::once_flag m_made;
    mutable topology::Topology m_topology;
};

/// Everything that is known about a repository at one moment: immutable, read from any thread, swapped by the GUI
/// thread only. `saved` is what the files hold (the user's own uncommitted changes included), `current` the same with
/// the edits made here that are not written yet.
struct Snapshot {
    std::optional<git::Repository> repository;
    git::Head head;
    QString revision; ///< empty: the working tree
    std::optional<QString> base; ///< of a comparison (openComparison): the revision that `saved` is of, as `revision`

    mesh::FileSet saved;
    mesh::FileSet current;
    LastGood savedLastGood; ///< of `saved`, where its text was saved while it was broken
    LastGood lastGood; ///< of `current`; both graphs are those of shownFiles()
    std::vector<mesh::Environment> environments;
    mesh::Environment environment; ///< the chosen one; its name is empty when there is none
    std::optional<Error> environmentError;

    RenderSource renderSource;
    kustomize::RenderedPtr savedRender; ///< of a Kustomize root, else null
    kustomize::RenderedPtr render;
    bool isPredicted = false; ///< the graph shows an edit that is not written into `current` yet: RenderedEdits
    std::optional<Error> renderError; ///< the current texts do not render; graph and findings are the last good ones

    mesh::MeshGraphPtr savedGraph;
    mesh::MeshGraphPtr graph;
    checks::CheckResults savedChecks;
    checks::CheckResults checks;
    std::shared_ptr<const checks::Suppressions> suppressions; ///< as what is saved has them; null before the graphs
    checks::Findings savedFindings; ///< of savedChecks, without those kept back
    checks::Findings findings; ///< of checks, without those kept back
    std::vector<checks::SuppressedFinding> suppressed; ///< those of checks that are kept back, with the reason
    changes::MeshChange change; ///< from savedGraph to graph, classified
    changes::ProjectRisk risk; ///< what classified it: the policy of what is saved
    std::uint32_t filesRead = 0;
    std::uint32_t filesSkipped = 0; ///< templates, unreadable files, symlinks
    std::shared_ptr<const LazyTopology> picture; ///< null before the graphs are there
    std::shared_ptr<const LazyEffective> effective; ///< of graph; null before it is there
    std::shared_ptr<const LazyEffective> savedEffective; ///< of savedGraph; the same one where both are the same
    std::shared_ptr<ParseCache> cache; ///< shared by the snapshots that follow from each other

    /// A revision cannot be edited, nor can a comparison.
    bool isReadOnly() const { return !revision.isEmpty() || base.has_value(); }
    /// True where the graph is what a Kustomize root renders to: its resources stand in no file.
    bool isRendered() const { return environment.kind == mesh::EnvironmentKind::KustomizeRoot; }
    /// What is wrong with .meshdraft.yaml and the baseline, located.
    std::vector<Error> projectErrors() const;
    /// What to draw; the first call for a graph makes it.
    const topology::Topology& topology() const;
    /// Paths whose content differs between saved and current, sorted.
    std::vector<std::string> changedFiles() const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Opens a repository and reads everything: `revision` empty = working tree (of a bare repository: HEAD), else as of
/// git::Repository::filesOf; `environment` empty = the default one. An environment that cannot be had is kept in
/// environmentError and the default one is opened. A file that cannot be read is an entry of FileSet::errors and hides
/// no other. Runs on a worker thread (and one more that it starts); `progress` (may be empty) is called on the calling
/// thread with files done and files in all. `cache` (may be null) holds texts that were parsed before. Errors:
/// "open.cancelled" (`stop` was asked for), those of git::Repository.
Expected<SnapshotPtr> openSnapshot(const QString& directory, const QString& revision, const std::string& environment,
                                   const std::function<void(int, int)>& progress = {}, std::stop_token stop = {},
                                   std::shared_ptr<ParseCache> cache = {});

/// The same repository seen through another environment; pending edits stay. Errors: those of mesh::chooseEnvironment
/// and renderMesh. Blocks for kubectl where a Kustomize root is chosen.
Expected<SnapshotPtr> withEnvironment(const Snapshot& snapshot, const std::string& environment);

/// A snapshot of a rendered environment in which the rendered text has an edit and the files are as they were: what an
/// edit of the sources will make of it. Errors: those of source::applySplices.
Expected<SnapshotPtr> withPrediction(const Snapshot& snapshot, const source::FileEdit& edit);

/// A snapshot with an edit put into `current`; everything that the edit does not touch is shared. In the environment of
/// a Kustomize root it blocks for kubectl unless this content was rendered before; what does not render is kept in
/// renderError.
/// Errors: "edit.stale" (the edit's base is not the current content), "edit.noSuchFile", "edit.template"
/// (one that is saved as such), "edit.notYaml" (not parsed as text at all) (args of all: path), those of
/// source::applySplices. A document that cannot be read any more stays in the graph as it was last.
Expected<SnapshotPtr> withEdit(const Snapshot& snapshot, const source::Edit& edit);

/// A snapshot in which `saved` and `current` are what the working tree holds for these paths (after a save or commit),
/// with HEAD read again. A file that cannot be read any more becomes an entry of FileSet::errors.
Expected<SnapshotPtr> afterSaving(const Snapshot& snapshot, const std::vector<std::string>& paths);

/// `fresh` (the same repository, read again) with the pending edits of `mine`. The edits of a file that has changed on
/// disk meanwhile are left as they are, over the content they were made for, and the file is named in `conflicts`.
/// One that is gone and kept all the same (Workspace::keepMine) is no conflict.
Expected<SnapshotPtr> withPending(const Snapshot& fresh, const Snapshot& mine, std::vector<std::string>& conflicts);

/// True for a file that is gone from the disk and whose pending text was kept, or dropped, all the same: what is saved
/// of it is nothing.
bool isKeptWithoutFile(const Snapshot& fresh, const Snapshot& mine, const std::string& path);

/// A snapshot in which one file has this saved and this current content (null: no such file).
SnapshotPtr withFile(const Snapshot& snapshot, const std::string& path, const source::ParsedTextPtr& saved,
                     const source::ParsedTextPtr& current);

} // namespace meshdraft::workspace
