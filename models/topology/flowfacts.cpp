// SPDX-License-Identifier: Apache-2.0
#include "models/topology/flowfacts.h"

#include "models/topology/view.h"

#include <algorithm>

namespace meshdraft::topology {

namespace {

/// Finds the joined edge of a view that stands for an edge of the whole.
class JoinedEdges {
public:
    JoinedEdges(const Topology& whole, const Topology& shown)
        : m_whole(whole)
        , m_shown(shown)
    {
        for (std::uint32_t i = 0; i < shown.nodes.size(); ++i) {
            const Node& node = shown.nodes[i];
            if (!node.closed) {
                m_drawn.emplace(node.id, i);
                continue;
            }
            for (const std::string& member : node.closed->members)
                m_drawn.emplace(member, i);
        }
        for (const Edge& edge : shown.edges) {
            if (edge.id.starts_with("joined "))
                m_joined.emplace(keyOf(edge.from, edge.to, edge.type == EdgeType::Calls), &edge);
        }
    }

    bool isEmpty() const { return m_joined.empty(); }

    const Edge* of(const Edge& edge) const
    {
        const auto from = m_drawn.find(m_whole.nodes[edge.from].id);
        const auto to = m_drawn.find(m_whole.nodes[edge.to].id);
        if (from == m_drawn.end() || to == m_drawn.end() || from->second == to->second)
            return nullptr;
        if (!m_shown.nodes[from->second].closed && !m_shown.nodes[to->second].closed)
            return nullptr;
        const auto found = m_joined.find(keyOf(from->second, to->second, edge.type == EdgeType::Calls));
        return found == m_joined.end() ? nullptr : found->second;
    }

private:
    /// Between a closed namespace and an open one there is one line, to the frame of the open one.
    std::uint64_t endOf(std::uint32_t node, std::uint32_t other) const
    {
        if (!endsAtFrame(m_shown, node, other))
            return node;
        return m_shown.nodes.size() + static_cast<std::uint64_t>(m_shown.nodes[node].group);
    }

    std::uint64_t keyOf(std::uint32_t from, std::uint32_t to, bool isCall) const
    {
        return (endOf(from, to) << 33U) | (endOf(to, from) << 1U) | (isCall ? 1U : 0U);
    }

    const Topology& m_whole;
    const Topology& m_shown;
    std::unordered_map<std::string, std::uint32_t> m_drawn; ///< id of a node of the whole -> node of the view
    std::unordered_map<std::uint64_t, const Edge*> m_joined;
};

} // namespace

void EdgeFlow::add(const FlowPart& part)
{
    percent += part.percent;
    isExact = isExact && part.isExact;
    const auto same = std::ranges::find_if(
        parts, [&](const FlowPart& own) { return own.flow == part.flow && own.isCopy == part.isCopy; });
    if (same == parts.end()) {
        parts.push_back(part);
        return;
    }
    same->percent += part.percent;
    same->isExact = same->isExact && part.isExact;
}

void EdgeFlow::sort()
{
    std::ranges::stable_sort(parts, std::greater(), &FlowPart::percent);
}

FlowFactsPtr withJoinedFlows(const FlowFactsPtr& flows, const Topology& whole, const Topology& shown)
{
    const JoinedEdges joined(whole, shown);
    if (!flows || joined.isEmpty())
        return flows;
    auto all = std::make_shared<FlowFacts>(*flows);
    std::vector<EdgeFlow*> touched;
    for (const Edge& edge : whole.edges) {
        const auto own = flows->edges.find(edge.id);
        const Edge* target = own == flows->edges.end() ? nullptr : joined.of(edge);
        if (target == nullptr)
            continue;
        EdgeFlow& sum = all->edges[target->id];
        for (const FlowPart& part : own->second.parts)
            sum.add(part);
        touched.push_back(&sum);
    }
    for (EdgeFlow* sum : touched)
        sum->sort();
    return all;
}

} // namespace meshdraft::topology
