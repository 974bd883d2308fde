// SPDX-License-Identifier: Apache-2.0
#include "models/topology/topology.h"

#include "models/topology/picture.h"

#include <algorithm>
#include <unordered_map>

namespace meshdraft::topology {

namespace {

struct Place {
    mesh::ResourceKey key;
    std::string path;
    std::uint32_t document = 0;
    std::uint32_t item = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

Place placeOf(const mesh::ElementRef& element)
{
    return {element.key, element.path, element.document, element.item};
}

void worsen(std::optional<checks::Severity>& mark, checks::Severity severity)
{
    if (!mark || severity < *mark)
        mark = severity;
}

} // namespace

void markFindings(Topology& topology, const checks::Findings& findings)
{
    if (findings.empty())
        return;
    std::map<Place, std::vector<std::uint32_t>> shownBy;
    for (std::uint32_t i = 0; i < topology.nodes.size(); ++i) {
        const Node& node = topology.nodes[i];
        if (node.element.isNull() || node.state == State::Removed)
            continue;
        shownBy[placeOf(node.element)].push_back(i);
        for (const mesh::ElementRef& element : node.related)
            shownBy[placeOf(element)].push_back(i);
    }
    for (const checks::Finding& finding : findings) {
        const auto it = shownBy.find(placeOf(finding.element));
        if (finding.element.isNull() || it == shownBy.end())
            continue;
        std::size_t routes = 0;
        for (const std::uint32_t index : it->second)
            routes += topology.nodes[index].type == NodeType::Route ? 1U : 0U;
        for (const std::uint32_t index : it->second) {
            Node& node = topology.nodes[index];
            // The mark of a table that has one route says already where to look.
            if (node.type != NodeType::Route || (routes > 1 && finding.element.field.isWithin(node.element.field)))
                worsen(node.finding, finding.severity);
        }
    }
}

Topology buildTopology(const mesh::MeshGraph& graph, const mesh::MeshGraph* base, const checks::Findings& findings)
{
    Picture picture = buildPicture(graph);
    if (base != nullptr && base != &graph)
        compareWith(picture, buildPicture(*base, matchRoutes(graph, *base)));
    markFindings(picture.topology, findings);
    return std::move(picture.topology);
}

Topology around(const Topology& topology, const std::vector<std::string>& nodeIds, int hops)
{
    const std::size_t count = topology.nodes.size();
    std::vector<std::vector<std::uint32_t>> neighbours(count);
    for (const Edge& edge : topology.edges) {
        neighbours[edge.from].push_back(edge.to);
        neighbours[edge.to].push_back(edge.from);
    }
    std::vector<std::int32_t> position(count, -1);
    std::vector<std::uint32_t> ring;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (std::ranges::find(nodeIds, topology.nodes[i].id) != nodeIds.end()) {
            position[i] = 0;
            ring.push_back(i);
        }
    }
    for (int hop = 0; hop < hops && !ring.empty(); ++hop) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t index : ring) {
            for (const std::uint32_t other : neighbours[index]) {
                if (position[other] < 0) {
                    position[other] = 0;
                    next.push_back(other);
                }
            }
        }
        ring = std::move(next);
    }

    Topology part;
    std::vector<std::int32_t> group(topology.groups.size(), -1);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (position[i] >= 0) {
            position[i] = static_cast<std::int32_t>(part.nodes.size());
            part.nodes.push_back(topology.nodes[i]);
            if (const std::int32_t old = part.nodes.back().group; old >= 0)
                group[static_cast<std::size_t>(old)] = 0;
        }
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (group[i] == 0) {
            group[i] = static_cast<std::int32_t>(part.groups.size());
            part.groups.push_back(topology.groups[i]);
        }
    }
    for (Node& node : part.nodes) {
        if (node.group >= 0)
            node.group = group[static_cast<std::size_t>(node.group)];
    }
    for (const Edge& edge : topology.edges) {
        if (position[edge.from] >= 0 && position[edge.to] >= 0) {
            Edge kept = edge;
            kept.from = static_cast<std::uint32_t>(position[edge.from]);
            kept.to = static_cast<std::uint32_t>(position[edge.to]);
            part.edges.push_back(std::move(kept));
        }
    }
    return part;
}

} // namespace meshdraft::topology
