// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

namespace meshdraft::git {

/// A file of a commit: its whole new content. `expected` is the content that the edit was made for, as it stood in the
/// working tree: a file that differs from it now is not overwritten ("file.changed").
struct CommitFile {
    std::string path;
    QByteArray expected;
    QByteArray content;
};

struct CommitRequest {
    QString branch;       ///< to commit to; the current one or a new one
    bool newBranch = false;
    QString message;
    std::vector<CommitFile> files;
    bool acceptStaged = false; ///< commit although a path has changes of the user's own in the index
};

struct CommitResult {
    QString commit; ///< object id
    QString branch;
    std::vector<std::string> files;
    /// Paths whose working-tree file now differs from what was sent (a hook changed it); to be read again.
    std::vector<std::string> changedByHooks;
};

/// Commits whole files through a private index and, on success, writes them to the working tree and its index
/// (DECISIONS "Committing"). Any failure leaves HEAD, refs, index bytes and files as they were, a new branch included.
/// Errors: "commit.operation" (merge, rebase ... in progress; args: which), "commit.noIdentity", "commit.branchExists",
/// "commit.badBranch", "commit.otherBranch" (args: branch, current), "commit.staged" (args: path), "commit.hook" (args:
/// exit code, output), "commit.nothing", "commit.locked", "file.changed" (args: path), "file.symlink", "file.unwritable",
/// "git.failed".
Expected<CommitResult> commit(const Repository& repository, const CommitRequest& request);

/// Writes files to the working tree without committing: atomically, mode kept, never through a symlink, never over a
/// foreign change. Errors as above. All or none.
Expected<void> saveFiles(const Repository& repository, const std::vector<CommitFile>& files);

} // namespace meshdraft::git
