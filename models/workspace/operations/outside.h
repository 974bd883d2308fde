// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// Documents that go by this kind and name in files of no resource of the environment: patches, other environments.
std::vector<Location> documentsOutside(const Snapshot& snapshot, const mesh::ResourceKey& key);

/// A kustomization of the environment whose `namespace:` holds for a resource, whatever its file says.
struct NamespaceSetter {
    std::string path; ///< of the kustomization
    std::string ns;
};
std::optional<NamespaceSetter> namespaceSetterOf(const Snapshot& snapshot, const mesh::Resource& resource);

} // namespace meshdraft::workspace
