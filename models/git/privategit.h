// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commitplan.h"
#include "models/git/repositorystate.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshdraft::git {

/// A directory of our own inside the git directory, and the lock of the repository's index. While the lock is held no
/// git command changes the index or moves HEAD, so that what a commit was planned on stays true. The destructor removes
/// both.
class PrivateGit {
public:
    /// Errors: "commit.locked" (args: the lock), "commit.readOnly" (args: the git directory, reason), "git.diskFull",
    /// "git.failed".
    static Expected<std::unique_ptr<PrivateGit>> open(const Repository::State& state);
    ~PrivateGit();
    PrivateGit(const PrivateGit&) = delete;
    PrivateGit& operator=(const PrivateGit&) = delete;

    const std::string& directory() const { return m_directory; }
    /// The index that is committed.
    std::string commitIndex() const { return m_directory + "/index"; }
    /// What the repository's index shall become.
    std::string nextIndex() const { return m_directory + "/next-index"; }

    /// Makes commitIndex hold exactly a tree (nothing, if empty), with what the repository's index knows about the
    /// files, so that git need not read them all again.
    Expected<void> readTree(const std::string& tree);
    /// Puts entries in one of the two indexes; nothing as an entry removes the path.
    Expected<void> putEntries(const std::string& indexFile,
                              const std::vector<std::pair<std::string, PathEntry>>& entries);
    /// Writes the tree of commitIndex; its id.
    Expected<std::string> writeTree();
    /// Makes nextIndex the repository's index with some entries put in, and notes which files are as it says.
    Expected<void> makeNextIndex(const std::vector<std::pair<std::string, PathEntry>>& entries);
    /// Makes nextIndex the repository's index, in one step.
    Expected<void> publishIndex();

    /// Lets `git commit` run on another branch than HEAD's, as in a linked work tree: with a HEAD of our own. The
    /// environment for it. Settings that the user's configuration gives to this very git directory are handed over.
    /// `workTree`: another one than the user's.
    Expected<std::vector<std::string>> environmentOnBranch(const std::string& reference,
                                                           const std::string& workTree = {});

private:
    explicit PrivateGit(const Repository::State& state)
        : m_state(state)
    {
    }
    Expected<QByteArray> git(std::vector<std::string> arguments, const std::string& indexFile,
                             std::string_view input = {}) const;

    const Repository::State& m_state;
    std::string m_directory;
    std::string m_lock;
    bool m_isLocked = false;
};

} // namespace meshdraft::git
