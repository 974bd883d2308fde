// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/meshgraph.h"

#include <memory>
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
    Closed, ///< a namespace or the parts of a service, drawn as one
    Policy, ///< what is set for workloads: AuthorizationPolicy, PeerAuthentication, Sidecar ...
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

/// How many of each are in a group.
struct Tally {
    std::uint32_t nodes = 0;
    std::uint32_t gateways = 0;
    std::uint32_t routeTables = 0;
    std::uint32_t services = 0;
    std::uint32_t workloads = 0;
    std::uint32_t serviceEntries = 0;
    std::uint32_t changes = 0; ///< nodes and rows that were added, removed or changed
    std::uint32_t errors = 0; ///< nodes with this worst finding
    std::uint32_t warnings = 0;

    void count(const struct Node& node);
};

/// What a closed group stands for.
struct ClosedGroup {
    std::string id; ///< of the group: "ns/shop", "service/" and the id of the service
    bool isNamespace = true;
    bool outside = false;
    Tally tally;
    std::vector<std::string> members; ///< ids of nodes
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
    std::shared_ptr<const ClosedGroup> closed; ///< of a Closed node, else null
};

enum class EdgeType : std::uint8_t {
    Exposes,
    Contains,
    Routes,
    Mirrors,
    Delegates,
    Selects,
    Aggregate, ///< all edges between two parts of which one is closed
    Calls, ///< who is declared to call whom: no route
    Applies, ///< policy -> what it is for
};

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
    std::uint32_t count = 1; ///< Aggregate: edges that it stands for
    State state = State::Same;
    mesh::ElementRef element; ///< the destination in the route
    Location where; ///< of that
};

struct Group {
    std::string id;
    std::string title; ///< the namespace; "external" for outside
    mesh::MtlsMode mtls = mesh::MtlsMode::Unset;
    bool outside = false;
    bool closed = false; ///< drawn as the one Closed node that it holds
    std::uint32_t routeTables = 0;
    std::uint32_t workloads = 0;
};

/// What to draw of a mesh: gateways -> hosts -> routes -> services and subsets -> workloads -> outside. Immutable.
struct Topology {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Group> groups;
    bool overview = false; ///< arranged by namespaces: each a block, ordered by who leads to whom
};

/// Picture of a graph; `base` (may be null) gives states and old shares, `findings` the marks.
Topology buildTopology(const mesh::MeshGraph& graph, const mesh::MeshGraph* base, const checks::Findings& findings);

/// The part of a topology around the given nodes: they and everything within `hops` edges, in either direction.
Topology around(const Topology& topology, const std::vector<std::string>& nodeIds, int hops);

/// The element that stands for a namespace, whether or not the files have the object.
mesh::ElementRef namespaceElement(const std::string& environment, const std::string& ns);

/// The nodes that show an element: those of its resource with the longest field it lies in, its namespace's for a
/// Namespace.
std::vector<std::uint32_t> nodesShowing(const Topology& topology, const mesh::ElementRef& element);

} // namespace meshdraft::topology
