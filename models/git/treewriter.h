// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

namespace meshdraft::git {

/// A file of a tree that is made: its bytes as Git keeps them.
struct TreeFile {
    std::string path;
    QByteArray content;
    std::string mode = "100644";
    bool isRemoved = false;
};

/// Writes a tree: that of a commit with some files put in. Only objects come to be, which nothing names and which
/// Git's own housekeeping takes away again; no reference, index or file is touched. The tree's id can be read like a
/// revision: what a commit would hold before there is one. Errors: "file.outside" (args: path), those of outputOfGit.
Expected<QString> writeTree(const Repository& repository, const QString& commit, const std::vector<TreeFile>& files);

/// What `git diff` prints from one revision or tree to another, binary files named only.
Expected<QByteArray> patchBetween(const Repository& repository, const QString& from, const QString& to);

} // namespace meshdraft::git
