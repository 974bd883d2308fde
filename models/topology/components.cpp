// SPDX-License-Identifier: Apache-2.0
#include "models/topology/placement.h"

#include <algorithm>
#include <numeric>

namespace meshdraft::topology {

namespace {

constexpr double missingTextHeight = 16;

/// Union-find with path halving.
class Sets {
public:
    explicit Sets(std::size_t count)
        : m_parent(count)
    {
        std::ranges::iota(m_parent, 0U);
    }
    std::uint32_t find(std::uint32_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void unite(std::uint32_t a, std::uint32_t b)
    {
        a = find(a);
        b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

double portOf(const Node& node, const Rect& size, int row)
{
    return edgeHeight(node, size, row) - size.y;
}

} // namespace

Column columnOf(const Node& node)
{
    switch (node.type) {
    case NodeType::Gateway:
        return GatewayColumn;
    case NodeType::RouteTable:
        return TableColumn;
    case NodeType::Route:
        return RouteColumn;
    case NodeType::Workload:
        return WorkloadColumn;
    case NodeType::Policy:
        return PolicyColumn;
    case NodeType::Closed:
        return node.closed && !node.closed->isNamespace ? ServiceColumn : TableColumn;
    case NodeType::Missing:
        if (node.missingReason.ends_with(".gateway"))
            return GatewayColumn;
        return node.missingReason.ends_with(".virtualservice") ? TableColumn : ServiceColumn;
    default:
        return ServiceColumn;
    }
}

std::vector<Component> findComponents(const Topology& topology, const std::vector<Rect>& sizes)
{
    const auto isPlaced = [&](std::uint32_t index) {
        const Node& node = topology.nodes[index];
        return columnOf(node) != GatewayColumn && !topology.groups[static_cast<std::size_t>(node.group)].outside;
    };
    const auto isInside = [&](const Edge& edge) {
        return placesNodes(edge) && isPlaced(edge.from) && isPlaced(edge.to)
            && topology.nodes[edge.from].group == topology.nodes[edge.to].group;
    };
    const auto count = static_cast<std::uint32_t>(topology.nodes.size());
    Sets sets(count);
    for (const Edge& edge : topology.edges) {
        if (isInside(edge))
            sets.unite(edge.from, edge.to);
    }

    std::vector<Component> components;
    std::vector<std::int32_t> componentOf(count, -1);
    std::vector<std::uint32_t> itemOf(count, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!isPlaced(i))
            continue;
        const std::uint32_t root = sets.find(i);
        if (componentOf[root] < 0) {
            componentOf[root] = static_cast<std::int32_t>(components.size());
            components.emplace_back();
        }
        componentOf[i] = componentOf[root];
        Component& component = components[static_cast<std::size_t>(componentOf[i])];
        itemOf[i] = static_cast<std::uint32_t>(component.items.size());
        const Node& node = topology.nodes[i];
        component.items.push_back({static_cast<std::int32_t>(i), columnOf(node), sizes[i].width, sizes[i].height,
                                   static_cast<int>(node.subsets.size()), 0});
    }
    for (const Edge& edge : topology.edges) {
        if (!isInside(edge))
            continue;
        Component& component = components[static_cast<std::size_t>(componentOf[edge.from])];
        // What a policy is for stands left of it.
        const bool isReversed = edge.type == EdgeType::Applies;
        const std::uint32_t left = isReversed ? edge.to : edge.from;
        const std::uint32_t right = isReversed ? edge.from : edge.to;
        const Column from = columnOf(topology.nodes[left]);
        const Column to = columnOf(topology.nodes[right]);
        component.links.push_back({itemOf[left], itemOf[right], edge.fromRow, edge.toRow,
                                   portOf(topology.nodes[left], sizes[left], edge.fromRow),
                                   portOf(topology.nodes[right], sizes[right], edge.toRow), from >= to,
                                   edge.type == EdgeType::Mirrors});
    }
    // "no such subset" stands right of its row: a workload must leave room for it.
    for (std::uint32_t i = 0; i < count; ++i) {
        const Node& node = topology.nodes[i];
        for (std::size_t row = 0; row < node.subsets.size(); ++row) {
            if (!node.subsets[row].missing || componentOf[i] < 0)
                continue;
            Component& component = components[static_cast<std::size_t>(componentOf[i])];
            const auto item = static_cast<std::uint32_t>(component.items.size());
            component.items.push_back({-1, WorkloadColumn, 60, missingTextHeight, 0, 0});
            component.links.push_back({itemOf[i], item, static_cast<int>(row), -1,
                                       portOf(node, sizes[i], static_cast<int>(row)), missingTextHeight / 2, false,
                                       false});
        }
    }
    return components;
}

} // namespace meshdraft::topology
