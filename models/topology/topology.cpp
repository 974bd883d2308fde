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

void Tally::count(const Node& node)
{
    nodes += 1;
    gateways += node.type == NodeType::Gateway ? 1U : 0U;
    routeTables += node.type == NodeType::RouteTable ? 1U : 0U;
    services += node.type == NodeType::Service ? 1U : 0U;
    workloads += node.type == NodeType::Workload ? 1U : 0U;
    serviceEntries += node.type == NodeType::ServiceEntry ? 1U : 0U;
    // A route is part of its table, which differs and has the finding with it.
    if (node.type == NodeType::Route)
        return;
    const bool hasChange = node.state != State::Same
        || std::ranges::any_of(node.subsets, [](const SubsetRow& row) { return row.state != State::Same; });
    changes += hasChange ? 1U : 0U;
    errors += node.finding == checks::Severity::Error ? 1U : 0U;
    warnings += node.finding == checks::Severity::Warning ? 1U : 0U;
}

mesh::ElementRef namespaceElement(const std::string& environment, const std::string& ns)
{
    mesh::ElementRef element;
    element.key = {environment, "", "Namespace", "", ns};
    return element;
}

std::vector<std::uint32_t> nodesShowing(const Topology& topology, const mesh::ElementRef& element)
{
    std::vector<std::uint32_t> found;
    const auto isSameResource = [&](const mesh::ElementRef& other) {
        return other.key == element.key && other.path == element.path && other.document == element.document
            && other.item == element.item;
    };
    const bool isNamespace = element.key.kind == "Namespace" && element.key.group.empty();
    std::size_t longest = 0;
    for (std::uint32_t i = 0; i < topology.nodes.size(); ++i) {
        const Node& node = topology.nodes[i];
        if (isNamespace) {
            const Group& group = topology.groups[static_cast<std::size_t>(node.group)];
            if (!group.outside && group.title == element.key.name)
                found.push_back(i);
            continue;
        }
        const bool isRelated = std::ranges::any_of(node.related, isSameResource);
        if (!isRelated && (!isSameResource(node.element) || !element.field.isWithin(node.element.field)))
            continue;
        const std::size_t depth = node.element.field.text().size();
        if (depth > longest) {
            found.clear();
            longest = depth;
        }
        if (depth == longest)
            found.push_back(i);
    }
    return found;
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
