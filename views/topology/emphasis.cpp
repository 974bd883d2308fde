// SPDX-License-Identifier: Apache-2.0
#include "views/topology/emphasis.h"

#include <algorithm>
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

} // namespace meshdraft::views
