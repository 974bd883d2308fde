// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/facts.h"

#include <unordered_map>
#include <vector>

namespace meshdraft::topology {

/// A graph with its indexes, and which node of a picture shows which resource.
class FactSource {
public:
    FactSource(const mesh::MeshGraphPtr& graph, const Topology& whole);

    mesh::effective::MeshView view;
    /// noResource for what stands for no resource of the graph: routes, what is missing or removed.
    mesh::ResourceIndex indexOf(std::uint32_t node) const { return m_index[node]; }
    /// -1: not drawn.
    std::int32_t nodeOf(mesh::ResourceIndex resource) const;
    /// File and line of an element; without a path where the graph has it no more.
    Location locate(const mesh::ElementRef& element) const;

private:
    std::vector<mesh::ResourceIndex> m_index;
    std::unordered_map<mesh::ResourceIndex, std::int32_t> m_node;
};

/// Protocol and mTLS of each route's destinations.
void findEdgeFacts(const FactSource& source, const Topology& whole, Facts& facts, const std::stop_token& stop);

} // namespace meshdraft::topology
