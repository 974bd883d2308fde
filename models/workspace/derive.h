// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <set>

namespace meshdraft::workspace {

// What follows from the files of a snapshot: environments, graphs, findings, changes.

using Paths = std::set<std::string, std::less<>>;

/// True for a file that has pending text and nothing saved: it is where it was before it went from the disk.
bool isWithoutFile(const Snapshot& snapshot, const mesh::SourceFile& saved);

/// The environments in these files; the remotes say which deliveries take theirs from this repository.
std::vector<mesh::Environment> environmentsIn(const Snapshot& snapshot, const mesh::FileSet& files);

/// The environments of two sides, by name; what both have is that of the first one.
std::vector<mesh::Environment> environmentsOfBoth(std::vector<mesh::Environment> environments,
                                                  const std::vector<mesh::Environment>& others);

/// Takes an environment; of a Kustomize root with the graph of what is saved.
Expected<void> takeEnvironment(Snapshot& snapshot, const std::string& name);

/// Chooses the environment by name (empty: the default one); what goes wrong with a name is kept and the default taken.
void chooseFor(Snapshot& snapshot, const std::string& name);

/// The current graph from the saved one, and what follows from both.
void deriveFromSaved(Snapshot& snapshot);

/// Both graphs from nothing; of a Kustomize root the saved one is there.
void deriveAll(Snapshot& snapshot);

/// The current graph after the current content of `paths` has changed.
void deriveCurrent(Snapshot& snapshot, Paths paths);

/// Both graphs of a comparison, whose saved and current files are there: the environment is looked for on both sides,
/// and on a side that does not have it the mesh is empty. Errors: "environment.unknown" where neither side has it, what
/// else is wrong with it on either side, those of renderMesh.
Expected<void> deriveComparison(Snapshot& snapshot, const std::string& name);

/// What follows from both graphs and the current findings: the change, its tier, the picture.
void deriveDifference(Snapshot& snapshot);

/// True where the Kustomize root of `before` is still there and only does not render any more.
bool doesNotRender(const Snapshot& snapshot, const Snapshot& before);

/// Then: what `before` has stays, and the reason is in renderError.
void keepLastGood(Snapshot& snapshot, const Snapshot& before);

/// The current graph as an update of it says, the files as they are.
void deriveFromUpdate(Snapshot& snapshot, const mesh::GraphUpdate& update);

/// The environments and everything below them after the saved content of `paths` has changed.
void deriveAfterSaving(Snapshot& snapshot, const Paths& paths);

} // namespace meshdraft::workspace
