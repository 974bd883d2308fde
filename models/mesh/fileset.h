// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/sharedvector.h"
#include "models/source/parsedtext.h"

#include <string>
#include <vector>

namespace meshdraft::mesh {

/// A YAML file of the working tree or of a revision.
struct SourceFile {
    std::string path; ///< relative to the repository
    source::ParsedTextPtr text;
};

/// All YAML files that were read, sorted by path. Immutable once built; copies share what is equal.
struct FileSet {
    SharedVector<SourceFile> files;
    std::vector<Error> errors; ///< files that could not be read at all, with their path

    const SourceFile* find(std::string_view path) const;
    /// Gives one file new content (null: there is no such file any more).
    void put(std::string_view path, source::ParsedTextPtr text);
    /// A copy in which one file has new content.
    FileSet with(std::string_view path, source::ParsedTextPtr text) const;
};

} // namespace meshdraft::mesh
