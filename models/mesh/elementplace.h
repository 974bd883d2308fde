// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

namespace meshdraft::mesh {

/// Where an element is written: its field, or the whole resource where the field is not written there. A resource that
/// the graph does not have: the path of the element, without a line.
SourceMap::Place placeOf(const MeshGraph& graph, const ElementRef& element);

} // namespace meshdraft::mesh
