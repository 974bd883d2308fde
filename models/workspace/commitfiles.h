// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// What a commit of the pending edits holds: for every changed file the content to commit and the content to leave in
/// the working tree. They differ where the user has uncommitted changes of their own in the same file: then only the
/// edit is committed, on top of what HEAD has. A file that HEAD does not have is committed whole. Where Git converts a
/// file by a program (filter), that program runs. Errors:
/// "commit.overlap" (args: path; the edit and the user's own changes touch the same lines), those of git::Repository.
Expected<std::vector<git::CommitFile>> commitFiles(const Snapshot& snapshot);

/// The changed files as the working tree shall hold them.
std::vector<git::CommitFile> workTreeFiles(const Snapshot& snapshot);

/// The edit from `before` to `after`, put into `other`, a text that differs from `before` elsewhere: changes::
/// mergeDocuments. Nothing where both changed the same place, or when the outcome would read worse than `other` does.
std::optional<std::string> editOnto(const std::string& other, const std::string& before, const std::string& after,
                                    ParseCache& cache);

/// The changed files that differed from HEAD before the edit: they hold uncommitted changes of the user's own, which a
/// commit leaves in the working tree. A file that HEAD does not have is not among them: it is committed whole; nor is
/// one that cannot be compared because Git converts it by a program (git::convertedPaths), which does not run here.
Expected<std::vector<std::string>> filesWithForeignChanges(const Snapshot& snapshot);

} // namespace meshdraft::workspace
