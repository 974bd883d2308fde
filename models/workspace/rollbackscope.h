// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"
#include "models/source/error.h"

#include <optional>
#include <string>

namespace meshdraft::workspace {

class ParseCache;

/// How much of a change is taken back.
struct RollbackScope {
    enum class Kind : std::uint8_t {
        Everything,
        MeshFiles, ///< the YAML files
        Resources, ///< those that are named; the rest of their files stays
        Route, ///< one route of a resource
    };
    Kind kind = Kind::Everything;
    // Of Resources and Route; empty: any.
    std::string resourceKind; ///< "VirtualService"
    std::string ns;
    std::string name;
    std::string route; ///< its name, or "http[0]"

    /// A resource whose file states no namespace is meant by every one: an overlay may give it.
    bool takes(const mesh::Resource& resource) const;
    bool isPartOfFiles() const { return kind == Kind::Resources || kind == Kind::Route; }
};

/// A text in which the resources of a scope are as in another text of the same file, everything else byte for byte as
/// it is. Nothing: none of them differs, or (of a route) its resource came or went as a whole. An empty text has no
/// resource.
std::optional<std::string> restored(const std::string& path, const std::string& now, const std::string& before,
                                    const RollbackScope& scope, ParseCache& cache);

/// True where a text holds no more than blanks, comments and separators.
bool holdsNothing(const source::ParsedText& text);

} // namespace meshdraft::workspace
