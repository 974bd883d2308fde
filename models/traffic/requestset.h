// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/affectedhosts.h"
#include "models/traffic/evaluate.h"

#include <string>
#include <vector>

namespace meshdraft::traffic {

/// A request that stands for others.
struct RepresentativeRequest {
    Request request;
    std::vector<Origin> alike; ///< callers that nothing in the mesh tells apart from request.from
};

/// Requests that take each way through the routes and policies of one host: every boundary of every match, from every
/// kind of caller, through every gateway that serves it, on every port. Sorted, each once. `only`: callers of these
/// namespaces; empty: all, and those from outside.
std::vector<RepresentativeRequest> representativeRequests(const Evaluator& mesh, const std::string& host,
                                                          const std::set<std::string, std::less<>>& only = {});

/// Every host that requests can name in a mesh: of services, routes and gateways. Sorted; wildcards as written.
std::vector<std::string> requestHosts(const Evaluator& mesh);

} // namespace meshdraft::traffic
