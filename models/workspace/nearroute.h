// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/traffic/answer.h"
#include "models/traffic/request.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::workspace {

/// A route that a request misses by little: "why not that one?".
struct NearRoute {
    mesh::ElementRef element;
    std::string name; ///< its own, else "http[0]"
    std::vector<mesh::Match::Condition> unmet; ///< of its match that comes nearest; never empty
    traffic::Request mended; ///< the request that meets it
};

/// Of the routes that are asked before the one that took the request (all of them, where none did) the one that misses
/// fewest conditions. Only what a request itself says is compared: headers, method and path. Nothing where no route is
/// missed by that alone.
std::optional<NearRoute> nearRoute(const mesh::MeshGraph& graph, const traffic::Request& request,
                                   const traffic::Answer& answer);

} // namespace meshdraft::workspace
