// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/meshgraph.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::topology {

/// What a node is; decides its shape (docs/topology.md).
enum class NodeType : std::uint8_t {
    Gateway, ///< pointing right
    RouteTable, ///< VirtualService, HTTPRoute ...
    Route, ///< pill
    Service, ///< card with a row a subset
    Workload, ///< circle with the pod count
    ServiceEntry, ///< trapezoid
    Missing, ///< what a dangling reference names: dashed
};

enum class State : std::uint8_t { Same, Added, Removed, Changed };
enum class Badge : std::uint8_t { Timeout, Retry, Mirror, Fault, HeaderMatch, CircuitBreaker };

/// A row in a service card.
struct SubsetRow {
    std::string name;
    mesh::ElementRef element;
    Location where; ///< of its definition
    State state = State::Same;
    bool missing = false; ///< routed to, but no DestinationRule defines it
};

struct Node {
    std::string id; ///< stable over edits that do not move the document
    NodeType type = NodeType::Service;
    mesh::ElementRef element; ///< null for Missing
    std::vector<mesh::ElementRef> related; ///< other resources that it shows: the DestinationRules of a service
    Location where; ///< of its definition; not set for Missing
    std::string title; ///< Route: its name, else what it matches, "*" for everything
    std::string subtitle; ///< Route: its number, from 1; Workload: its kind
    std::int32_t group = -1; ///< position in Topology::groups
    std::vector<SubsetRow> subsets;
    std::vector<Badge> badges;
    std::optional<std::int64_t> replicas; ///< Workload, where stated
    mesh::MtlsMode mtls = mesh::MtlsMode::Unset;
    State state = State::Same;
    std::optional<checks::Severity> finding; ///< the worst one on it
    std::string missingReason; ///< Missing: id of the words, "missing.service"; "unknown.service" where
                               ///< the files cannot tell whether it exists
};

enum class EdgeType : std::uint8_t { Exposes, Contains, Routes, Mirrors, Delegates, Selects };

struct Edge {
    std::string id;
    std::uint32_t from = 0; ///< positions in Topology::nodes
    std::uint32_t to = 0;
    std::int32_t fromRow = -1; ///< row of a service card, -1: the card itself
    std::int32_t toRow = -1;
    EdgeType type = EdgeType::Routes;
    std::optional<double> share; ///< Routes: 0 to 1 of the route's total; Mirrors: share of requests copied
    std::optional<double> oldShare; ///< when it differs from the compared base
    bool isTcp = false;
    bool dangling = false;
    State state = State::Same;
    mesh::ElementRef element; ///< the destination in the route
    Location where; ///< of that
};

struct Group {
    std::string id;
    std::string title; ///< the namespace; "external" for outside
    mesh::MtlsMode mtls = mesh::MtlsMode::Unset;
    bool outside = false;
    std::uint32_t routeTables = 0;
    std::uint32_t workloads = 0;
};

/// What to draw of a mesh: gateways -> hosts -> routes -> services and subsets -> workloads -> outside. Immutable.
struct Topology {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Group> groups;
};

/// Picture of a graph; `base` (may be null) gives states and old shares, `findings` the marks.
Topology buildTopology(const mesh::MeshGraph& graph, const mesh::MeshGraph* base, const checks::Findings& findings);

/// The part of a topology around the given nodes: they and everything within `hops` edges, in either direction.
Topology around(const Topology& topology, const std::vector<std::string>& nodeIds, int hops);

} // namespace meshdraft::topology
