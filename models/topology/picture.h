// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace meshdraft::topology {

/// The YAML that a part of a picture stands for; `resource` is null for what is missing.
struct Origin {
    const mesh::Resource* resource = nullptr;
    source::NodeId node = source::noNode; ///< noNode: the resource itself
};

/// A topology of one graph, with the YAML behind each part: what two graphs are compared by.
struct Picture {
    Topology topology;
    std::vector<Origin> nodes;
    std::vector<std::vector<Origin>> rows; ///< in the order of Topology::nodes
    /// The DestinationRules of each service, in the order of Topology::nodes.
    std::vector<std::vector<const mesh::Resource*>> rules;
    std::unordered_map<std::string, std::uint32_t> nodeById;
};

/// Ids of routes below the id of their table, by table, protocol and index. A route that is not in it gets its own
/// name.
using RouteIds = std::map<std::tuple<mesh::ResourceKey, mesh::Protocol, std::uint32_t>, std::string>;

/// What a graph looks like, without states and findings. Cost: linear in resources and references.
Picture buildPicture(const mesh::MeshGraph& graph, const RouteIds& routeIds = {});

/// The id of a route below its table: its name when no other route of the table has it, else its place.
std::string routeId(const mesh::RouteTable& table, const mesh::Route& route);

/// Gives the routes of `base` the ids of the routes of `graph` that continue them, so that a route which only moved to
/// another index keeps its id: equal names first, then equal content, then order.
RouteIds matchRoutes(const mesh::MeshGraph& graph, const mesh::MeshGraph& base);

/// True when two YAML nodes mean the same: formatting, comments and the order of keys do not count.
bool sameMeaning(source::NodeRef left, source::NodeRef right);

/// Sets states and old shares of `picture` and adds what only `base` has.
void compareWith(Picture& picture, const Picture& base);

/// Marks nodes with the worst finding on what they show.
void markFindings(Topology& topology, const checks::Findings& findings);

} // namespace meshdraft::topology
