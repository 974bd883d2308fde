// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/git/process.h"
#include "models/git/repositorystate.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::git {

/// Mode and object of a path in a tree or in the index; nothing when it is not there.
using PathEntry = std::optional<std::pair<std::string, std::string>>;

/// What a commit starts from, found before anything is written.
struct CommitPlan {
    Head head;
    std::string parent; ///< object id; empty on an unborn branch
    std::string branch; ///< short name
    std::string reference; ///< "refs/heads/<branch>"
    std::vector<std::string> paths;
};

/// Checks everything that can be refused by looking at the repository. Errors: those of commit(), as far as they are no
/// matter of the work tree's files.
Expected<CommitPlan> planCommit(const Repository& repository, const CommitRequest& request);

/// Refuses a name that no new branch can have. Errors: "commit.badBranch", "commit.branchExists", "commit.refStorage".
Expected<void> checkNewBranch(const Repository& repository, const QString& branch);

/// The branch that a new branch's name collides with: the same one, or "a" with "a/b".
std::optional<QString> collisionOf(const std::vector<QString>& branches, const QString& name);

/// Errors: "commit.noIdentity".
Expected<void> checkIdentity(const Repository::State& state);

/// Refuses while a merge, rebase or the like is in progress. Errors: "commit.operation".
Expected<void> checkOperation(const Repository& repository);

/// Refuses where another program holds HEAD or a branch ("refs/heads/main"). Errors: "commit.locked" (args: the lock).
Expected<void> checkLocks(const Repository::State& state, const std::string& reference);

/// The entry of a path among entries of a tree or of the index; nothing for a conflict too.
PathEntry entryOf(const std::vector<TreeEntry>& entries, const std::string& path);

/// True when a hook that can refuse a commit is there and may run.
bool hasCommitHooks(const Repository::State& state);

/// What a `git commit` that did not end with 0 says. "commit.hook" (args: exit code, output) or as failureOf.
Error commitError(const Repository::State& state, const ProcessResult& result);

/// Git leaves the directories of a branch "a/b" that it failed to make, or that is deleted.
void removeEmptyBranchDirectories(const Repository::State& state, const std::string& reference);

bool fileExists(const std::string& path);

} // namespace meshdraft::git
