// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repositorystate.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace meshdraft::git {

/// True for a path as Git stores them: relative, no empty part, no ".", "..", ".git" in any spelling, no NUL.
bool isTreePath(std::string_view path);

/// Reads a regular file, not through a symlink as its last part. Errors: "file.unreadable" (args: path, reason),
/// "file.symlink" (args: path), "file.tooLarge" (args: path, bytes). `path` is only for the messages.
Expected<QByteArray> readRegularFile(const std::string& fullPath, const std::string& path);

/// As Repository::readWorkFile and Repository::filesOfWorkTree.
Expected<QByteArray> readWorkTreeFile(const Repository::State& state, const std::string& path);
Expected<std::vector<FileEntry>> workTreeFiles(const Repository::State& state);

/// An error about a file: its path is the first argument and the location.
std::unexpected<Error> fileError(const char* code, const std::string& path, const std::string& reason = {});

} // namespace meshdraft::git
