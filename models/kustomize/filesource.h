// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"
#include "models/mesh/fileset.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::kustomize {

enum class PathKind : std::uint8_t { Absent, File, Directory, Symlink };

/// Where Kustomize's files are read from: every file, not only YAML. Paths are relative to the repository, '/' between
/// the parts, "." for the repository itself, without "..". Immutable and thread-safe.
class FileSource {
public:
    FileSource() = default;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    virtual ~FileSource() = default;

    /// Symlink also for what lies behind one: links are never followed.
    virtual PathKind kindOf(const std::string& path) const = 0;
    /// The bytes of a file. Errors: those of git::Repository's reading.
    virtual Expected<std::string> read(const std::string& path) const = 0;
    /// The parse of a file if it is at hand, else null.
    virtual source::ParsedTextPtr parsed(const std::string& path) const;
};

using FileSourcePtr = std::shared_ptr<const FileSource>;

/// The files of a directory as they stand on disk (a work tree, or any other).
FileSourcePtr directorySource(const std::string& directory);

/// The files of a revision. Errors: those of git::Repository::filesOf.
Expected<FileSourcePtr> revisionSource(const git::Repository& repository, const QString& revision);

/// `below` with texts of a FileSet in place of its own: what a snapshot holds, pending edits included. The FileSet is
/// copied, which shares its texts.
FileSourcePtr withTexts(FileSourcePtr below, mesh::FileSet texts);

/// `below` with other bytes for some files.
FileSourcePtr withBytes(FileSourcePtr below, std::map<std::string, std::string, std::less<>> bytes);

} // namespace meshdraft::kustomize
