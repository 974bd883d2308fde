// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/parsedtext.h"

#include <string>
#include <vector>

namespace meshdraft::mesh {

/// A YAML file of the working tree or of a revision.
struct SourceFile {
    std::string path; ///< relative to the repository
    source::ParsedTextPtr text;
};

/// All YAML files that were read, sorted by path. Immutable once built; copies share the parsed texts.
struct FileSet {
    std::vector<SourceFile> files;
    std::vector<Error> errors; ///< files that could not be read at all, with their path

    const SourceFile* find(std::string_view path) const;
    /// A copy in which one file has new content.
    FileSet with(std::string_view path, source::ParsedTextPtr text) const;
};

} // namespace meshdraft::mesh
