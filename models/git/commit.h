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
    /// What the working tree shall hold afterwards, where that is not `content`: the user's own uncommitted changes in
    /// the same file stay there.
    std::optional<QByteArray> workContent = std::nullopt;
    bool isRemoved = false; ///< the file goes away; both contents are empty
};

struct CommitRequest {
    QString branch; ///< to commit to; the current one or a new one
    bool newBranch = false;
    QString message;
    std::vector<CommitFile> files;
    bool acceptStaged = false; ///< commit although a path has changes of the user's own in the index
};

struct CommitTrace;

struct CommitResult {
    QString commit; ///< object id
    QString branch;
    std::vector<std::string> files;
    /// Paths whose working-tree file now differs from what was sent (a hook changed it); to be read again.
    std::vector<std::string> changedByHooks;
    std::shared_ptr<const CommitTrace> trace = nullptr; ///< what undoCommit needs
};

/// Commits whole files through a private index and, on success, writes them to the working tree and its index
/// (DECISIONS "Committing"). Any failure leaves HEAD, refs, index bytes and files as they were, a new branch included.
///
/// The files are in the working tree while the hooks run, as they are for `git commit`: a hook that formats a file and
/// adds it works on the new content. On a new branch (which becomes the current one) the hooks see it as HEAD's branch;
/// HEAD itself moves only when the commit is made. A detached HEAD can only commit to a new branch. With `acceptStaged`
/// the index entry of a path with staged changes stays as it is. Blocks until the hooks have ended.
///
/// Errors, args in brackets: "commit.bare", "commit.operation" (merge, rebase, applyMailbox, cherryPick, revert,
/// bisect),
/// "commit.emptyMessage", "commit.nothing", "commit.detached", "commit.noIdentity", "commit.badBranch" (branch),
/// "commit.branchExists" (the branch that is in the way: the same, or "a" for "a/b"), "commit.otherBranch" (branch,
/// current), "commit.refStorage" (its name; a new branch in a repository with another storage of refs than files),
/// "commit.staged" (path), "commit.sparse" (path; it lies outside of the sparse checkout), "commit.hook" (exit code,
/// output), "commit.locked" (the lock's path), "commit.readOnly" (the git directory,
/// reason), "git.diskFull" (what was being done), "file.changed" (path), "file.symlink" (path), "file.outside" (path),
/// "file.unreadable" (path, reason), "file.tooLarge" (path, bytes), "file.unwritable" (path, reason: hardLink,
/// notOwned, readOnly, directory, notAFile or the system's words), "git.notFound", "git.failed" (command, reason).
/// `kept` gets, whether it fails or not, a note for each content of others that came in between and was kept:
/// "kept.foreign", "kept.open", "kept.old" (args: path, the file that holds it now), "kept.blob" (args: path, id of the
/// blob that holds what was written to the file before the commit failed). See FileTransaction::takeNotes.
Expected<CommitResult> commit(const Repository& repository, const CommitRequest& request,
                              std::vector<Error>* kept = nullptr);

/// Writes files to the working tree without committing: atomically, mode kept, never through a symlink, never over a
/// foreign change. All or none. A file that does not exist is made where `expected` is empty. Errors: the "file." ones
/// of commit(); `kept` as there.
Expected<void> saveFiles(const Repository& repository, const std::vector<CommitFile>& files,
                         std::vector<Error>* kept = nullptr);

} // namespace meshdraft::git
