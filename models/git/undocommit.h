// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/git/commitplan.h"

#include <string>
#include <utility>
#include <vector>

namespace meshdraft::git {

/// A file of a commit, as the working tree held it.
struct CommittedFile {
    std::string path;
    bool existed = true; ///< before the commit
    QByteArray before;
    QByteArray edited; ///< what the commit was asked to leave
    QByteArray after; ///< what it left: hooks may have changed it
    bool isRemoved = false; ///< it left no file
};

/// What a commit changed.
struct CommitTrace {
    std::string parent; ///< object id; empty for the first commit
    std::string reference; ///< of the branch, "refs/heads/main"
    std::string oldReference; ///< that HEAD was on; empty when it was detached
    std::vector<std::pair<std::string, PathEntry>> newEntries; ///< of the index
    std::vector<std::pair<std::string, PathEntry>> oldEntries; ///< and what the index had for them
    std::vector<CommittedFile> files;
};

/// Takes back a commit that was just made: branch, HEAD, index and files are as they were before it (a branch that was
/// made for it is gone). Only while nothing else has moved: HEAD is on that commit, no remote is known to have it, the
/// files and their index entries are as it left them. Files that only a hook changed keep what they hold. No hook runs.
/// Any failure leaves everything as it is.
///
/// Errors, args in brackets: "undo.moved" (branch), "undo.pushed" (remote branch), "undo.fileChanged" (path),
/// "undo.staged" (path), "commit.operation" (as of commit()), "commit.locked" (the lock), "commit.readOnly",
/// "git.diskFull", the "file." ones of commit(), "git.failed". `kept` as of commit().
Expected<void> undoCommit(const Repository& repository, const CommitResult& commit, std::vector<Error>* kept = nullptr);

} // namespace meshdraft::git
