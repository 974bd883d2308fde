// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

namespace meshdraft::mesh {

/// What a resource of a graph names, looked up in the graph's indexes, with every question that was asked.
Resolved resolveReferences(const MeshGraph& graph, ResourceIndex resource);

} // namespace meshdraft::mesh
