// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"
#include "models/mesh/fileset.h"

#include <functional>
#include <stop_token>

namespace meshdraft::workspace {

class ParseCache;

/// The YAML files of a revision or of the working tree.
struct ReadFiles {
    mesh::FileSet files;
    std::uint32_t read = 0; ///< read and parsed
    std::uint32_t skipped = 0; ///< templates, unreadable files, symlinks
};

/// True for *.yaml, *.yml and Kustomization.
bool isMeshFile(std::string_view path);

/// Which YAML files a revision has (empty: the working tree; else as of git::Repository::filesOf). Errors: those of
/// listing the files.
Expected<std::vector<git::FileEntry>> listFiles(const git::Repository& repository, const QString& revision);

/// Reads and parses what is listed on the calling thread and one more. A file that cannot be read is an error of its
/// own, and the rest goes on. `progress` is called on the calling thread. Errors: "open.cancelled".
Expected<ReadFiles> readFiles(const git::Repository& repository, std::vector<git::FileEntry> entries, ParseCache& cache,
                              const std::function<void(int, int)>& progress, const std::stop_token& stop);

/// Both, one after the other.
Expected<ReadFiles> readFiles(const git::Repository& repository, const QString& revision, ParseCache& cache,
                              const std::function<void(int, int)>& progress, const std::stop_token& stop);

/// True when a file of the working tree is not there (any more; it may still be in the index).
bool isGone(const git::Repository& repository, const std::string& path);

/// One file of the working tree. Errors: those of git::Repository::readWorkFile.
Expected<source::ParsedTextPtr> readWorkFile(const git::Repository& repository, const std::string& path,
                                             ParseCache& cache);

} // namespace meshdraft::workspace
