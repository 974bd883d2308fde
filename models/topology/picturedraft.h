// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/picture.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace meshdraft::topology {

/// A picture in the making: what its nodes and edges are found by.
struct PictureDraft {
    PictureDraft(const mesh::MeshGraph& meshGraph, const RouteIds& ids);

    Topology& topology() { return picture.topology; }
    Node& node(std::uint32_t index) { return picture.topology.nodes[index]; }
    std::int32_t groupOf(const std::string& ns);
    std::int32_t externalGroup();
    std::uint32_t addNode(Node added, Origin origin);
    /// The node for what a reference names and nothing defines; one a name.
    std::uint32_t missingNode(const std::string& what, const std::string& name, bool isUnknown, std::int32_t group);
    /// A missing thing stands in its own namespace when that is on the picture, else beside what names it.
    std::int32_t groupForMissing(const std::string& ns, std::int32_t fallback) const;
    void dropEmptyGroups();

    const mesh::MeshGraph& graph;
    const RouteIds& routeIds;
    Picture picture;
    std::vector<std::int32_t> nodeOf; ///< resource -> node, -1: not drawn
    std::vector<mesh::ResourceIndex> tables;
    std::unordered_map<mesh::ResourceIndex, std::uint32_t> firstRoute; ///< table -> node of its first route
    std::vector<std::pair<std::uint32_t, mesh::ResourceIndex>> services; ///< nodes that select workloads
    std::unordered_map<std::uint32_t, std::vector<const mesh::Labels*>> subsetLabels; ///< of the rows of a service

private:
    std::unordered_map<std::string, std::int32_t> m_groups;
    std::int32_t m_external = -1;
};

/// Gateways, route tables with their routes, services with their subsets, service entries, workloads.
void addPictureNodes(PictureDraft& draft);
/// Edges between them, and nodes for what is missing.
void addPictureEdges(PictureDraft& draft);

/// "reviews.shop.svc.cluster.local" -> "shop"; empty for hosts that are not a service's.
std::string namespaceOfHost(const std::string& fqdn);

} // namespace meshdraft::topology
