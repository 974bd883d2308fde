// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/documentmerge.h"
#include "models/git/commitstack.h"
#include "models/git/history.h"
#include "models/workspace/review.h"
#include "models/workspace/rollbackscope.h"

namespace meshdraft::workspace {

/// What is taken back: the way from one commit to a later one.
struct RollbackRequest {
    QString before; ///< object id of the state to go back to; empty: before the first commit
    QString after; ///< object id of the state that the changes led to
    RollbackScope scope;
};

/// What "COMMIT" (for a merge: what it brought into its first parent) or "A..B" takes back. Errors: "git.noRevision",
/// "rollback.notInHistory" (args: the revision; HEAD does not have it), those of git::log.
Expected<RollbackRequest> rollbackOf(const git::Repository& repository, const QString& written,
                                     const RollbackScope& scope);
/// Everything since a commit that was good.
Expected<RollbackRequest> rollbackTo(const git::Repository& repository, const QString& good,
                                     const RollbackScope& scope);

/// A file as HEAD has it and as it shall be, in the bytes that Git keeps.
struct RollbackFile {
    std::string path;
    std::optional<QByteArray> before; ///< nothing: HEAD does not have it
    std::optional<QByteArray> after; ///< nothing: it goes away
    std::string oldMode;
    std::string mode; ///< "100644", "100755"
    bool isExact = false; ///< nothing later touched it: these are the bytes from before
};

/// What later commits have changed as well. `where` has the three states: `base` what the change left, `mine` what was
/// before it, `theirs` what HEAD has; of a whole file its path is the document. Codes, with args: "rollback.overlap"
/// (resource, field), "rollback.lines", "rollback.gone" (a later commit took the file away), "rollback.exists" (another
/// file stands in its place), "rollback.special" (a symbolic link or a submodule), "rollback.binary".
struct RollbackConflict {
    Error what; ///< its place: file and line in HEAD
    changes::MergeConflict where;

    bool isDecided() const { return where.chosen.has_value(); }
};

/// The files that take a change back on top of HEAD.
struct RollbackPlan {
    QString head; ///< object id that it is made for
    RollbackRequest request;
    std::vector<git::HistoryEntry> commits; ///< that are taken back, the newest first; the first hundred
    std::vector<RollbackFile> files; ///< by path
    std::vector<RollbackConflict> conflicts; ///< the decided ones too; in an undecided place HEAD's text stands

    bool isDecided() const;
};

/// Plans a rollback. Where no later commit touched a file, it gets the very bytes and the mode from before; elsewhere
/// the three states are merged by documents, so that only what the change did is taken back. `choice` decides
/// conflicts: Mine is the state before, Theirs what HEAD has. Reads what differs and lists HEAD's files; nothing is
/// written. Errors: "rollback.nothing" (HEAD has all of it already), "rollback.noResource" (args: kind, name),
/// "rollback.noRoute" (args: route), "open.cancelled", those of git.
Expected<RollbackPlan> planRollback(const git::Repository& repository, const RollbackRequest& request,
                                    ParseCache& cache, const changes::MergeChoice& choice = {},
                                    const std::stop_token& stop = {});

/// The tree that HEAD would have: only objects are written (git::writeTree).
Expected<QString> treeOf(const git::Repository& repository, const RollbackPlan& plan);

/// The difference as `git diff` prints it.
Expected<QByteArray> diffOf(const git::Repository& repository, const RollbackPlan& plan);

/// Judges a rollback as any other change: from HEAD to the tree that it makes. An empty environment is the default one.
/// Errors: those of treeOf and openComparison.
Expected<Review> judgeRollback(const git::Repository& repository, const RollbackPlan& plan,
                               const std::string& environment, const std::shared_ptr<ParseCache>& cache,
                               const std::stop_token& stop = {});

/// Makes the branch with one commit on HEAD. HEAD, the index and the files stay as they are, also when it fails.
/// Errors: "rollback.undecided" (args: number of conflicts), those of git::commitStack.
Expected<git::StackCommit> writeRollback(const git::Repository& repository, const RollbackPlan& plan,
                                         const QString& branch, const QString& message);

} // namespace meshdraft::workspace
