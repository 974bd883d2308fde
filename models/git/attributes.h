// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

#include <set>

namespace meshdraft::git {

/// Those of the paths that Git converts on the way between repository and work tree by a program or into another
/// encoding (attributes filter, working-tree-encoding, ident). Reading runs no such program: what the work tree holds
/// cannot be compared with what the repository has. Errors: those of outputOfGit.
Expected<std::set<std::string>> convertedPaths(const Repository& repository, const std::vector<std::string>& paths);

/// Content of a path in a revision as a checkout would write it; nothing when the revision does not have it. Runs the
/// filters that are configured: for committing only. Errors: as Repository::readRevisionFile, those of outputOfGit.
Expected<std::optional<QByteArray>> readCheckedOut(const Repository& repository, const QString& revision,
                                                   const std::string& path);

} // namespace meshdraft::git
