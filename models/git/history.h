// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

#include <functional>
#include <stop_token>

namespace meshdraft::git {

/// Who made something, and when.
struct Signature {
    QString name;
    QString address;
    qint64 seconds = 0; ///< since 1970, UTC
    int zone = 0; ///< minutes east of UTC where it was made
};

/// A commit without what it changes. Texts are UTF-8 where the commit says how it is encoded; bytes that are not are
/// read as Latin-1.
struct HistoryEntry {
    QString id;
    std::vector<QString> parents;
    Signature author;
    Signature committer;
    QString subject; ///< the first paragraph, on one line
    QString body; ///< what follows it, trailers included
    QString trailers; ///< "Key: value" lines at its end, as they stand there
};

/// What a log holds. Entries come newest first, children before their parents.
struct LogRange {
    QString head = QStringLiteral("HEAD");
    QString exclude = {}; ///< what this can reach is left out; empty: nothing is
    int limit = 1000; ///< entries, at most
    int skip = 0; ///< entries left out in front: the next page
    bool firstParent = false; ///< of a merge, follow only the branch that was merged into
};

/// The commits of a range. A few milliseconds for a thousand entries. Errors: "git.noRevision" (args: the revision),
/// those of outputOfGit.
Expected<std::vector<HistoryEntry>> log(const Repository& repository, const LogRange& range);

/// A commit that changes a file.
struct FileHistoryEntry {
    HistoryEntry commit;
    char status = 'M'; ///< as Git prints it: added, modified, deleted, renamed, copied, type changed
    std::string path; ///< in this commit
    std::string oldPath; ///< where it was before this commit, when it is renamed or copied here
};

/// The commits that change a file, back through renames. Needs the contents of what may be the same file: in a partial
/// clone, only renames without a change are followed. Errors: as log, "file.outside" (args: path).
Expected<std::vector<FileHistoryEntry>> historyOf(const Repository& repository, const std::string& path,
                                                  const LogRange& range = {});

/// A file that differs between two trees.
struct RawChange {
    char status = 'M'; ///< as of FileHistoryEntry
    std::string oldPath; ///< where it was; differs from `path` when it is renamed or copied
    std::string path;
    std::string oldMode; ///< "100644"; empty: it was not there
    std::string mode;
    std::string oldBlob; ///< object id; empty: it was not there
    std::string blob;
};

/// A commit with the files that it changes: none for a merge.
struct RawCommit {
    HistoryEntry commit;
    std::vector<RawChange> changes;
};

/// Gives the commits of a range to `take` while git still looks for the next ones, until it answers false; with a
/// `path` those that change this file, back through renames. One call of git, which ends with the last commit that is
/// taken. Errors: those of log, "file.outside" (args: path), "open.cancelled" (`stop` was asked for).
Expected<void> eachCommit(const Repository& repository, const LogRange& range, const std::string& path,
                          const std::function<bool(RawCommit)>& take, const std::stop_token& stop = {});

/// The files that differ between two trees or commits, renames found; `from` empty: the empty tree. By path. Errors:
/// those of outputOfGit.
Expected<std::vector<RawChange>> changesBetween(const Repository& repository, const QString& from, const QString& to);

/// The best common ancestors of two revisions: none for histories that have nothing in common, several after
/// criss-cross merges. Errors: "git.noRevision", those of outputOfGit.
Expected<std::vector<QString>> mergeBases(const Repository& repository, const QString& a, const QString& b);

/// Where a branch is pushed to and pulled from, as the last fetch saw it.
struct Upstream {
    QString reference; ///< "refs/remotes/origin/main"
    QString name; ///< "origin/main"
    bool isGone = false; ///< configured, and deleted or never fetched
    int ahead = 0; ///< commits of the branch that the upstream does not have
    int behind = 0; ///< and the other way round
};

/// The upstream of a local branch; nothing when it has none. Errors: "git.noRevision" (args: the branch), those of
/// outputOfGit.
Expected<std::optional<Upstream>> upstreamOf(const Repository& repository, const QString& branch);

struct Stash {
    QString revision; ///< "stash@{0}": readable by Repository::filesOf
    QString commit;
    QString message; ///< "WIP on main: …"
    qint64 seconds = 0;
};

/// The newest first.
Expected<std::vector<Stash>> stashes(const Repository& repository);

struct Tag {
    QString name;
    QString object; ///< what it names in the end: usually a commit
    bool isCommit = true;
    bool isAnnotated = false;
    QString subject; ///< of the annotation; of the commit when there is none
    qint64 seconds = 0; ///< when it was made, or the commit
};

/// Sorted by name.
Expected<std::vector<Tag>> tags(const Repository& repository);

struct LinkedWorkTree {
    std::string path;
    QString commit; ///< empty: unborn, or bare
    QString branch; ///< short name; empty when detached, or bare
    bool isBare = false;
    bool isLocked = false;
    bool isGone = false; ///< its directory is not there any more
};

/// The main work tree (or the bare repository) first.
Expected<std::vector<LinkedWorkTree>> workTrees(const Repository& repository);

} // namespace meshdraft::git
