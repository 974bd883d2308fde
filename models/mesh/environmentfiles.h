// SPDX-License-Identifier: Apache-2.0
// Environments out of files: what the finders of environments share.
#pragma once

#include "models/mesh/environment.h"
#include "models/mesh/kustomization.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

inline constexpr std::string_view fallbackNamespace = "default";

/// A file that directories may hold, with all that is counted of it.
struct Candidate {
    std::string path;
    std::vector<std::string> keys; ///< of its resources
    std::uint32_t resources = 0;
    std::uint32_t routes = 0;
};

/// Reads who the resources of a file are; `ns` stands in where they state no namespace.
Candidate summarise(const SourceFile& file, std::string_view ns);

/// True for a file that is no YAML, or that does not parse.
bool hasSomethingToSay(const SourceFile& file);

/// An environment of these files, with all counts.
Environment assemble(std::string name, EnvironmentKind kind, const std::vector<Candidate>& candidates,
                     std::string_view defaultNamespace);
Environment assemble(std::string name, EnvironmentKind kind, const std::vector<const Candidate*>& candidates,
                     std::string_view defaultNamespace);

/// The environment of a kustomization. `ns` stands in where neither it nor a resource states a namespace.
Environment ofKustomization(const FileSet& files, const std::string& directory, const Kustomization& kustomization,
                            std::string_view ns = fallbackNamespace);

/// "a, b, c".
std::string joinedNames(const std::vector<std::string>& parts);

} // namespace meshdraft::mesh
