// SPDX-License-Identifier: Apache-2.0
// What a request can be put together from: the callers, hosts, paths and headers that a mesh knows.
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/traffic/request.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::workspace {

/// What can be typed into a request.
struct RequestVocabulary {
    std::vector<traffic::Origin> origins; ///< gateways, workloads, namespaces, outside
    std::vector<std::string> hosts; ///< as a caller writes them, a port behind those that need one; sorted
    std::map<std::string, std::vector<std::string>, std::less<>> paths; ///< by host without its port
    std::vector<std::string> headers; ///< names that routes ask for, sorted
};
/// Cost: linear in resources and routes.
RequestVocabulary requestVocabulary(const mesh::MeshGraph& graph);

/// A request to what an element is: the host of a service, of a route table, of the service in front of a workload.
/// From `from`; without one through a gateway that exposes the host, else from a client of its namespace. Nothing for
/// an element that takes no requests.
std::optional<traffic::Request> requestTo(const mesh::MeshGraph& graph, const mesh::ElementRef& target,
                                          const std::optional<traffic::Origin>& from = {});

} // namespace meshdraft::workspace
