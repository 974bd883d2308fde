// SPDX-License-Identifier: Apache-2.0
#include "models/topology/sides.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace meshdraft::topology {
namespace {

template <typename Part> std::unordered_map<std::string_view, const Part*> byId(const std::vector<Part>& parts)
{
    std::unordered_map<std::string_view, const Part*> found;
    found.reserve(parts.size());
    for (const Part& part : parts)
        found.emplace(part.id, &part);
    return found;
}

/// The row of a card as another card of the same service has it; -1 where it does not.
std::int32_t sameRow(const Node& from, std::int32_t row, const Node& to)
{
    if (row < 0)
        return -1;
    const auto& name = from.subsets[static_cast<std::size_t>(row)].name;
    const auto found = std::ranges::find(to.subsets, name, &SubsetRow::name);
    return found == to.subsets.end() ? -1 : static_cast<std::int32_t>(found - to.subsets.begin());
}

} // namespace

PlacedTopology oneSide(const Topology& both, const Layout& layout, const Topology& whole, State dropped)
{
    PlacedTopology side;
    side.topology.groups = both.groups;
    side.topology.overview = both.overview;
    side.layout.groups = layout.groups;
    side.layout.bounds = layout.bounds;

    const auto nodes = byId(whole.nodes);
    std::vector<std::int32_t> places(both.nodes.size(), -1);
    for (std::size_t i = 0; i < both.nodes.size(); ++i) {
        const Node& node = both.nodes[i];
        if (node.state == dropped)
            continue;
        Node own = node;
        if (const auto found = nodes.find(node.id); found != nodes.end()) {
            own = *found->second;
            own.group = node.group;
        }
        own.state = State::Same;
        for (SubsetRow& row : own.subsets)
            row.state = State::Same;
        places[i] = static_cast<std::int32_t>(side.topology.nodes.size());
        side.topology.nodes.push_back(std::move(own));
        side.layout.nodes.push_back(layout.nodes[i]);
    }

    const auto edges = byId(whole.edges);
    for (const Edge& edge : both.edges) {
        if (edge.state == dropped || places[edge.from] < 0 || places[edge.to] < 0)
            continue;
        Edge own = edge;
        if (const auto found = edges.find(edge.id); found != edges.end()) {
            own.share = found->second->share;
            own.dangling = found->second->dangling;
            own.isTcp = found->second->isTcp;
        }
        own.oldShare.reset();
        own.state = State::Same;
        own.from = static_cast<std::uint32_t>(places[edge.from]);
        own.to = static_cast<std::uint32_t>(places[edge.to]);
        own.fromRow = sameRow(both.nodes[edge.from], edge.fromRow, side.topology.nodes[own.from]);
        own.toRow = sameRow(both.nodes[edge.to], edge.toRow, side.topology.nodes[own.to]);
        side.topology.edges.push_back(std::move(own));
    }
    return side;
}

} // namespace meshdraft::topology
