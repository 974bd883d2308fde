// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/commandline.h"

namespace meshdraft::cli {

/// Opens the meshes that `analyze` was asked for. Without PATHs those of the common options. Else one of each
/// directory, and one of all files and of standard input ("-") together. Nothing has to be in a Git repository unless a
/// revision is asked for. `repositoryIsGiven`: PATHs are relative to the repository. Prints what is wrong to standard
/// error; empty: something could not be read.
std::vector<workspace::SnapshotPtr> openMeshes(const CommonOptions& common, bool repositoryIsGiven,
                                               const QStringList& paths);

/// Reads a file with a MeshConfig. Prints what is wrong to standard error; null then.
source::ParsedTextPtr readMeshConfigFile(const QString& path);

} // namespace meshdraft::cli
