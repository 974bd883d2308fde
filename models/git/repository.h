// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::git {

/// What HEAD is.
struct Head {
    QString branch; ///< short name; empty when detached
    QString commit; ///< object id; empty when unborn
    bool isDetached() const { return branch.isEmpty(); }
    bool isUnborn() const { return commit.isEmpty(); }
};

/// A file as Git lists it.
struct FileEntry {
    std::string path; ///< relative to the top of the repository, '/' between the parts
    QString blob; ///< object id; empty for a file of the working tree
    bool isSymlink = false;
    bool isSubmodule = false;
    bool hasConflict = false; ///< in the index: several contents and none that counts; the blob is empty
};

/// The text that stands for the index (what is staged) where a revision is asked for. To Git it is the content of a
/// file named "index", never a commit or a tree, so that no revision is hidden by it.
inline constexpr QStringView indexRevision = u":index";

/// Something that is going on in the repository and has to end before Meshdraft commits.
enum class Operation { None, Merge, Rebase, ApplyMailbox, CherryPick, Revert, Bisect };

/// A Git repository, read through the git program: without a shell, without optional locks, without fetching, without
/// running anything that the repository configures (DECISIONS "Reading Git safely"). Copies share one state; reading is
/// thread-safe.
class Repository {
public:
    /// Finds the repository that holds `directory` (a work tree, a subdirectory of one, or a bare repository).
    /// Errors, args in brackets: "git.notFound" (git itself), "git.noRepository" (directory), "git.unsafe"
    /// (safe.directory; the directory that git does not trust), "git.noGitDirectory" (directory, the Git directory that
    /// it points to and that is not there), "git.badConfig" (file, line), "git.badSetting" (name, value),
    /// "git.unsupported" (directory, what git does not know), "git.failed" (the command, what it said).
    static Expected<Repository> open(const QString& directory);

    QString workTree() const; ///< absolute; empty for a bare repository
    QString gitDirectory() const;
    QString name() const; ///< for people: the directory's name
    bool isBare() const;

    Expected<Head> head() const;
    Operation operation() const;
    Expected<std::vector<QString>> branches() const; ///< local ones, sorted
    /// Object id of a commit. Errors: "git.noRevision" (args: the revision).
    Expected<QString> resolve(const QString& revision) const;

    /// Files of a revision: of a commit or tree by any name that Git knows, of the index (indexRevision), or of a stash
    /// ("stash@{0}"; what it holds of untracked files too). Errors: "git.noRevision" (args: the revision),
    /// "git.missingTree" (args: the revision; a partial clone does not have its directories).
    /// Of the working tree: those of the index that are there, and untracked and not ignored ones. A file outside of a
    /// sparse checkout is not there.
    /// Sorted by path, byte by byte. Paths are bytes and need not be UTF-8.
    Expected<std::vector<FileEntry>> filesOf(const QString& revision) const;
    Expected<std::vector<FileEntry>> filesOfWorkTree() const;

    /// Content of a blob. Errors: "git.missingBlob" (args: the id), "file.tooLarge" (over 32 MB; args: the id, bytes).
    Expected<QByteArray> readBlob(const QString& blob) const;
    /// Contents of several blobs in their order, much quicker than one by one. Fewer than asked for (but at least one)
    /// when they grow too large to be held together: ask again for the rest.
    std::vector<Expected<QByteArray>> readBlobs(std::span<const std::string> blobs) const;
    /// Content of a file of the working tree; the path must resolve to within the work tree.
    /// Errors (args: path, then what stands in brackets): "file.unreadable" (reason), "file.outside", "file.symlink",
    /// "file.tooLarge" (over 32 MB; bytes).
    Expected<QByteArray> readWorkFile(const std::string& path) const;
    /// Content of a path in a revision (as of filesOf); nothing when the revision does not have it. Errors:
    /// "git.noRevision", "git.missingTree", "file.symlink" (args: path), "file.conflict" (args: path; in the index),
    /// those of readBlob.
    Expected<std::optional<QByteArray>> readRevisionFile(const QString& revision, const std::string& path) const;
    /// Name and address of the committer, as git would use it; an error "git.noIdentity" when there is none.
    Expected<QString> identity() const;

    struct State;
    const State& state() const { return *m_state; }

private:
    std::shared_ptr<State> m_state;
};

} // namespace meshdraft::git
