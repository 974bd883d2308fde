// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"

namespace meshdraft::git {

/// One branch of a stack: files as a working tree would hold them, and the message of its commit.
struct StackBranch {
    struct File {
        std::string path;
        QByteArray content;
        bool isRemoved = false; ///< the file goes away; its content is empty
        bool isStored =
            false; ///< these are the bytes as Git keeps them: no filter and no rule of line ends changes them
        std::string mode = {}; ///< "100644" or "100755"; empty: as it is, "100644" for a new file
    };
    QString branch;
    QString message;
    std::vector<File> files;
};

/// What became of it.
struct StackCommit {
    QString branch;
    QString commit; ///< object id
    std::vector<std::string> changedByHooks; ///< paths that a hook committed otherwise than they were sent
};

/// What a stack may stand on.
enum class StackOn : std::uint8_t {
    Head, ///< HEAD, which must still be the commit that is named
    AnyCommit,
};

/// Makes branches with one commit each, every one on top of the one before and the first on `base`. HEAD, the index and
/// the files of the working tree are not touched: the commits are made by `git commit` with a HEAD, an index and a
/// working tree of their own within the git directory.
///
/// Hooks and signing run as for every commit, on the branch that is made. Where there are hooks the whole commit is
/// checked out for them; files that Git does not know (tools that were installed into the working tree) they do not
/// find there. All or none: a failure leaves refs, index and files as they were. Blocks until the hooks have ended.
///
/// Errors: "stack.empty", "stack.unborn" (no commit to stand on), "stack.moved" (args: `base`, HEAD's),
/// "stack.nothing" (args: branch; it would change nothing), and of commit(): "commit.bare", "commit.operation",
/// "commit.emptyMessage", "commit.noIdentity", "commit.badBranch", "commit.branchExists", "commit.refStorage",
/// "commit.hook", "commit.locked", "commit.readOnly", "git.diskFull", "file.symlink", "file.outside", "file.unwritable"
/// (args: path, reason), "git.notFound", "git.failed".
Expected<std::vector<StackCommit>> commitStack(const Repository& repository, const QString& base,
                                               const std::vector<StackBranch>& branches, StackOn on = StackOn::Head);

/// Deletes the branches of a stack, all or none; HEAD, the index and the files stay as they are, other branches too.
/// Errors: "undo.moved" (args: branch; it has other commits now, or is gone), "undo.pushed" (args: the remote branch
/// that has it), "stack.checkedOut" (args: branch, work tree), "commit.locked" (args: the lock), "git.notFound",
/// "git.failed".
Expected<void> undoStack(const Repository& repository, const std::vector<StackCommit>& commits);

} // namespace meshdraft::git
