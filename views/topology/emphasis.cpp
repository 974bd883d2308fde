// SPDX-License-Identifier: Apache-2.0
#include "views/topology/emphasis.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

namespace meshdraft::views {

using topology::Edge;
using topology::EdgeType;
using topology::Emphasis;
using topology::Node;

std::shared_ptr<const Emphasis> emphasisOf(const topology::GraphScene& scene, const topology::Topology& whole,
                                           const topology::Query::Found& found)
{
    std::unordered_set<std::string_view> nodes;
    std::unordered_set<std::string_view> edges;
    for (std::size_t i = 0; i < whole.nodes.size(); ++i) {
        if (found.nodes[i] != 0)
            nodes.insert(whole.nodes[i].id);
    }
    for (std::size_t i = 0; i < whole.edges.size(); ++i) {
        if (found.edges[i] != 0)
            edges.insert(whole.edges[i].id);
    }
    auto emphasis = std::make_shared<Emphasis>();
    for (const Node& node : scene.topology().nodes) {
        const bool isFound = nodes.contains(node.id)
            || (node.closed && std::ranges::any_of(node.closed->members, [&](const std::string& member) {
                                 return nodes.contains(member);
                             }));
        emphasis->nodes.push_back(isFound ? 1 : 0);
    }
    // An edge to the frame of an open namespace stands for all that is in it.
    std::vector<char> groups(scene.topology().groups.size());
    for (std::size_t i = 0; i < emphasis->nodes.size(); ++i)
        groups[static_cast<std::size_t>(scene.topology().nodes[i].group)] |= emphasis->nodes[i];
    const auto atFrame = [&](std::uint32_t node, std::uint32_t other) {
        return topology::endsAtFrame(scene.topology(), node, other)
            && groups[static_cast<std::size_t>(scene.topology().nodes[node].group)] != 0;
    };
    for (const Edge& edge : scene.topology().edges) {
        const bool isBetween = (emphasis->nodes[edge.from] != 0 || atFrame(edge.from, edge.to))
            && (emphasis->nodes[edge.to] != 0 || atFrame(edge.to, edge.from));
        emphasis->edges.push_back(edges.contains(edge.id) || (edge.type == EdgeType::Aggregate && isBetween) ? 1 : 0);
    }
    return emphasis;
}

std::shared_ptr<const Emphasis> emphasisOf(const topology::GraphScene& scene, const topology::PolicyFact& policy)
{
    const std::unordered_set<std::string_view> targets(policy.targets.begin(), policy.targets.end());
    auto emphasis = std::make_shared<Emphasis>();
    emphasis->lit = true;
    for (const Node& node : scene.topology().nodes) {
        const topology::Group& group = scene.topology().groups[static_cast<std::size_t>(node.group)];
        const bool isInScope =
            !group.outside && (policy.scope == "*" || (!policy.scope.empty() && policy.scope == group.title));
        const bool isServer = node.type == topology::NodeType::Workload || node.closed;
        const bool isTarget = targets.contains(node.id)
            || (node.closed && std::ranges::any_of(node.closed->members, [&](const std::string& member) {
                                  return targets.contains(member);
                              }));
        emphasis->nodes.push_back(isTarget || (isInScope && isServer) || node.id == policy.id ? 1 : 0);
    }
    for (const Edge& edge : scene.topology().edges) {
        const bool isOwn = edge.type == EdgeType::Applies && scene.topology().nodes[edge.from].id == policy.id;
        emphasis->edges.push_back(isOwn ? 1 : 0);
    }
    return emphasis;
}

namespace {

/// The node that shows an element itself: its own, that of a route, or the closed group that it is in; -1: none. The
/// table of a route is no stand-in for the route.
int nodeOf(const topology::GraphScene& scene, const mesh::ElementRef& element)
{
    using Hit = topology::GraphScene::Hit;
    const Hit hit = scene.find(element);
    if (hit.kind == Hit::NodeHit || hit.kind == Hit::SubsetHit)
        return hit.index;
    const mesh::ResourceKey& key = element.key;
    const std::string id = key.group + "/" + key.kind + "/" + key.ns + "/" + key.name;
    const auto& nodes = scene.topology().nodes;
    const auto closed = std::ranges::find_if(
        nodes, [&](const Node& node) { return node.closed && std::ranges::contains(node.closed->members, id); });
    return closed == nodes.end() ? -1 : static_cast<int>(closed - nodes.begin());
}

} // namespace

std::shared_ptr<const Emphasis> emphasisOf(const topology::GraphScene& scene, const workspace::LitPath& path)
{
    const topology::Topology& topology = scene.topology();
    auto emphasis = std::make_shared<Emphasis>();
    emphasis->lit = true;
    emphasis->nodes.assign(topology.nodes.size(), 0);
    emphasis->edges.assign(topology.edges.size(), 0);
    bool isSeen = false;
    for (const workspace::LitPath::Stop& stop : path.stops) {
        const int node = nodeOf(scene, stop.element);
        if (node < 0)
            continue;
        isSeen = true;
        emphasis->nodes[static_cast<std::size_t>(node)] = 1;
        const bool isNumbered = std::ranges::contains(emphasis->numbers, node, &std::pair<int, int>::first);
        if (stop.number > 0 && !isNumbered)
            emphasis->numbers.emplace_back(node, stop.number);
    }
    if (!isSeen)
        return nullptr;
    // of the parts of a service's card those that a share goes to
    std::set<std::pair<std::uint32_t, std::int32_t>> rows;
    for (std::size_t i = 0; i < topology.edges.size(); ++i) {
        const Edge& edge = topology.edges[i];
        const bool isOther =
            edge.type == EdgeType::Mirrors || edge.type == EdgeType::Applies || edge.type == EdgeType::Selects;
        if (isOther || emphasis->nodes[edge.from] == 0 || emphasis->nodes[edge.to] == 0)
            continue;
        if (edge.type == EdgeType::Routes && !edge.element.isNull()
            && !std::ranges::contains(path.destinations, edge.element))
            continue;
        emphasis->edges[i] = 1;
        rows.emplace(edge.to, edge.toRow);
    }
    for (std::size_t i = 0; i < topology.edges.size(); ++i) {
        const Edge& edge = topology.edges[i];
        if (edge.type != EdgeType::Selects || emphasis->nodes[edge.from] == 0 || emphasis->nodes[edge.to] == 0)
            continue;
        const bool hasRoute = std::ranges::any_of(rows, [&](const auto& row) { return row.first == edge.from; });
        const bool isReached = !hasRoute || rows.contains({edge.from, edge.fromRow}) || rows.contains({edge.from, -1});
        emphasis->edges[i] = isReached ? 1 : 0;
    }
    return emphasis;
}

} // namespace meshdraft::views
