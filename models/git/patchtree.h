// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

namespace meshdraft::git {

/// Writes the tree that a patch makes of a revision (a commit, a tree or the index: indexRevision): a unified
/// difference or what `git format-patch` writes, with paths below the top of the repository ("a/", "b/" in front). Only
/// objects come to be, as of writeTree; no reference, index or file is touched. `name` is what errors call the patch.
/// Errors, args in brackets: "patch.empty" (name), "patch.corrupt" (name, line of the patch), "patch.differs" (name,
/// revision, file, line at which the patch expects something else), "patch.noFile", "patch.exists" (name, revision,
/// file), "patch.failed" (name, revision, what git said), "file.conflict" (of the index), "git.noRevision", those of
/// outputOfGit.
Expected<QString> applyPatch(const Repository& repository, const QString& revision, const QByteArray& patch,
                             const QString& name);

/// As above, of a file anywhere (a pipe as well). Errors: "file.unreadable" (args: file, reason), "file.tooLarge".
Expected<QString> applyPatchFile(const Repository& repository, const QString& revision, const QString& file);

} // namespace meshdraft::git
