// SPDX-License-Identifier: Apache-2.0
// What is no part of a Git repository: a plain directory, single texts, mesh config of elsewhere.
#pragma once

#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// Reads a directory as openSnapshot reads a repository, without HEAD: every YAML file in it and below, but for ".git";
/// symlinks are not followed. `environment` empty: the default one. Errors: "directory.unreadable" (args: path).
Expected<SnapshotPtr> openDirectory(const QString& directory, const std::string& environment);

/// These texts as one mesh called `name`, whatever they are part of elsewhere. Of several with one path the first
/// counts.
SnapshotPtr snapshotOfTexts(std::vector<mesh::SourceFile> texts, std::string name);

/// The same mesh with a MeshConfig (text that is one YAML mapping, named `path`) that stands over what the files say.
/// For looking at it: opening another environment loses it.
SnapshotPtr withMeshConfig(const Snapshot& snapshot, const std::string& path, const source::ParsedTextPtr& text);

} // namespace meshdraft::workspace
