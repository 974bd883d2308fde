// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

namespace meshdraft::mesh {

// A MeshConfig that no file of a mesh holds and that stands over what they say (as `istioctl analyze --meshConfigFile`
// takes one): a resource of the graph of a kind of its own, so that what reads mesh config depends on it as on any.

/// True for such a resource.
bool isGivenMeshConfig(const ResourceKey& key);

/// The root of it in a graph; invalid where none was given.
source::NodeRef givenMeshConfigOf(const MeshGraph& graph, Lookups* asked = nullptr);

/// The graph with `text`, a YAML mapping, as its mesh config, found at `path`.
MeshGraphPtr withMeshConfig(const MeshGraphPtr& graph, const std::string& path, const source::ParsedTextPtr& text);

} // namespace meshdraft::mesh
