// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/evaluate.h"

#include <set>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// A resource that two meshes have in different texts; `old` or `now` is noResource where it is in one only.
struct ChangedResource {
    mesh::ResourceIndex old = mesh::noResource;
    mesh::ResourceIndex now = mesh::noResource;
};

/// The resources whose text differs, by key; of duplicates of a key all. Resources that both meshes share cost nothing.
std::vector<ChangedResource> changedResources(const mesh::MeshGraph& base, const mesh::MeshGraph& head);

/// Where a change can be felt.
struct Affected {
    std::set<std::string, std::less<>> hosts; ///< requests to them may fare differently; wildcards as written
    std::set<std::string, std::less<>> callers; ///< so may all requests from these namespaces
    bool isEverything = false; ///< which pods get proxies, and the like: all hosts
};

/// The hosts and callers of one mesh that its side of the changes can touch: directly, through routes that lead to a
/// host, through workloads behind it.
Affected affectedBy(const Evaluator& mesh, const std::vector<mesh::ResourceIndex>& changed);

} // namespace meshdraft::traffic
