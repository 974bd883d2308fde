// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"

#include <vector>

namespace meshdraft::mesh {

/// True for a ConfigMap that istiod reads its mesh config from: `istio`, `istio-<revision>` and, of managed meshes,
/// `istio-shared-configmap-<revision>`.
bool isMeshConfigMap(const ResourceKey& key);

/// The strings of a resource that hold YAML of a mesh, in no order:
/// - `data.mesh` and `data.meshNetworks` of a mesh ConfigMap;
/// - the annotation `proxy.istio.io/config` of the resource and of its pod template.
/// What `istio-sidecar-injector` holds is JSON and templates and no part of it.
std::vector<source::NodeRef> yamlStringsOf(const Resource& resource);

/// Opens them; one that cannot be read as a string (an own tag) is left out.
std::vector<source::NestedTextPtr> nestedTextsOf(const Resource& resource);

} // namespace meshdraft::mesh
