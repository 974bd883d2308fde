// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <set>
#include <string>

namespace meshdraft::topology {

/// What of a mesh is on the picture.
enum class Show : std::uint8_t {
    Everything,
    Overview, ///< namespaces, closed until they are opened
    Around, ///< an element and what is within some hops of it
    Changed, ///< what differs from the files, and what is within some hops of that
    Namespace, ///< one namespace and what it leads to directly
};

/// Kinds of things that can be left out of the picture.
enum Layer : std::uint32_t {
    WorkloadLayer = 1U << 0U,
    OutsideLayer = 1U << 1U,
    PolicyLayer = 1U << 2U,
    CallLayer = 1U << 3U, ///< declared callers
    LockLayer = 1U << 4U,
    BadgeLayer = 1U << 5U,
    FindingLayer = 1U << 6U,
};
inline constexpr std::uint32_t defaultLayers =
    WorkloadLayer | OutsideLayer | CallLayer | LockLayer | BadgeLayer | FindingLayer;

/// A picture with more nodes cannot be read as a whole: it opens as an overview.
inline constexpr std::size_t readableNodes = 150;
/// A namespace with more nodes opens with the parts of each service closed.
inline constexpr std::size_t readableInNamespace = 60;

/// What of a topology is drawn. A plain value: it is kept in the history and compared.
struct ViewSpec {
    Show show = Show::Everything;
    int hops = 2;
    mesh::ElementRef centre; ///< Around
    std::string ns; ///< Namespace
    std::set<std::string> opened; ///< groups opened by hand
    std::set<std::string> closed; ///< groups closed by hand
    std::set<std::string> hidden; ///< ids of nodes and groups
    std::set<std::string> only; ///< ids of nodes and groups; empty: everything
    std::uint32_t layers = defaultLayers;

    friend bool operator==(const ViewSpec&, const ViewSpec&) = default;
};

/// What a view makes of a topology.
struct Shown {
    Topology topology;
    std::size_t hidden = 0; ///< nodes that `hidden` and `only` leave out
};

/// Cost: linear in nodes and edges.
Shown applyView(const Topology& whole, const ViewSpec& view);

/// What a mesh opens on: all of it where it can be read, else what has changed, else the overview.
ViewSpec firstView(const Topology& whole);

/// The service that a node belongs to alone, as a position in `topology`: its workloads, the tables whose routes lead
/// to it and nowhere else in the namespace, and itself; -1 for the others.
std::vector<std::int32_t> serviceOwners(const Topology& topology);

/// True where an edge between two nodes of an overview ends at the frame of the open namespace that `node` is in: the
/// other end is a closed namespace.
bool endsAtFrame(const Topology& topology, std::uint32_t node, std::uint32_t other);

/// Id of the group of a node's parts ("service/" and the id of its service); empty where it has none.
std::string serviceGroupId(const Topology& topology, const std::vector<std::int32_t>& owners, std::uint32_t node);

} // namespace meshdraft::topology
