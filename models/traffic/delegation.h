// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/traffic/routetable.h"

#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// The VirtualService that a route of `root` delegates to ("namespace/name"): one without hosts that is exported to the
/// root's namespace. noResource where there is none.
mesh::ResourceIndex findDelegate(const mesh::effective::MeshView& view, mesh::ResourceIndex root,
                                 std::string_view delegate);

/// The HTTP routes of a delegate as parts of the root's route: matches combined, what the delegate leaves open taken
/// from the root. A route whose matches contradict the root's is left out.
std::vector<RouteRule> mergeDelegate(const RouteRule& root, std::vector<RouteRule> delegated);

} // namespace meshdraft::traffic
