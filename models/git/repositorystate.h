// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/batchreader.h"
#include "models/git/gitcommand.h"
#include "models/git/repository.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::git {

/// The path without symlinks; empty when there is none.
std::string realPath(const std::string& path);

/// What the copies of a Repository share. Paths are bytes, absolute, without '/' behind them.
struct Repository::State {
    std::string workTree; ///< empty for a bare repository
    std::string gitDirectory; ///< of this work tree
    std::string commonDirectory; ///< where refs and objects are: gitDirectory unless it belongs to a linked work tree
    std::string realWorkTree; ///< without symlinks, when the repository was opened
    std::string realGitDirectory;
    std::size_t objectIdLength; ///< 40 with SHA-1, 64 with SHA-256
    BatchReader blobs;

    State(std::string workTreePath, std::string gitPath, std::string commonPath, std::size_t idLength)
        : workTree(std::move(workTreePath))
        , gitDirectory(std::move(gitPath))
        , commonDirectory(std::move(commonPath))
        , realWorkTree(workTree.empty() ? std::string() : realPath(workTree))
        , realGitDirectory(realPath(gitDirectory))
        , objectIdLength(idLength)
        , blobs(directory())
    {
    }

    /// Where git is run.
    const std::string& directory() const { return workTree.empty() ? gitDirectory : workTree; }

    /// Output of a safe call. Errors: as outputOfGit.
    Expected<QByteArray> read(std::vector<std::string> arguments, std::string_view input = {}) const;
    /// Trimmed output of a safe call that may answer "no" with an exit code; empty then.
    Expected<std::string> ask(std::vector<std::string> arguments) const;
};

/// An entry of a tree or of the index, as git prints it.
struct TreeEntry {
    std::string mode; ///< "100644", "100755", "120000", "160000"
    std::string object;
    std::string path;
    int stage = 0; ///< of the index; 1 to 3 for a conflict

    friend bool operator==(const TreeEntry&, const TreeEntry&) = default;
};

/// Entries of a tree, with those below it; of some paths, if any are given. Errors: as outputOfGit.
Expected<std::vector<TreeEntry>> treeEntries(const Repository::State& state, const std::string& tree,
                                             const std::vector<std::string>& paths = {});
/// Entries of the index (another one than the repository's when `indexFile` is given). Errors: as outputOfGit.
Expected<std::vector<TreeEntry>> indexEntries(const Repository::State& state,
                                              const std::vector<std::string>& paths = {},
                                              const std::string& indexFile = {});

} // namespace meshdraft::git
