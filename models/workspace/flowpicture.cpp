// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/flowpicture.h"

#include "models/workspace/flowwords.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace meshdraft::workspace {

using topology::Edge;
using topology::EdgeType;
using topology::NodeType;
using topology::Topology;
using traffic::Flow;
using traffic::FlowEdge;
using traffic::FlowNode;

namespace {

constexpr std::uint32_t nowhere = ~0U;

/// Finds what of a picture a flow passes.
class FlowPlacer {
public:
    FlowPlacer(const mesh::MeshGraph& graph, const Topology& whole, topology::FlowFacts& facts)
        : m_graph(graph)
        , m_whole(whole)
        , m_facts(facts)
        , m_into(whole.nodes.size())
        , m_out(whole.nodes.size())
    {
        for (std::uint32_t i = 0; i < whole.nodes.size(); ++i) {
            const topology::Node& node = whole.nodes[i];
            if (node.element.isNull() || node.type == NodeType::Policy)
                continue;
            if (node.type == NodeType::Route) {
                m_routes[node.element.key].push_back(i);
            } else {
                m_nodes.emplace(node.element.key, i);
            }
            if (node.type == NodeType::Workload || node.type == NodeType::Gateway)
                m_origins.emplace(std::pair(node.element.key.ns, node.element.key.name), i);
        }
        for (std::uint32_t i = 0; i < whole.edges.size(); ++i) {
            const Edge& edge = whole.edges[i];
            m_into[edge.to].push_back(i);
            m_out[edge.from].push_back(i);
            if (edge.type == EdgeType::Routes || edge.type == EdgeType::Mirrors)
                m_destinations.emplace(edge.element, i);
        }
    }

    void place(const Flow& flow, std::uint32_t index)
    {
        m_flow = index;
        for (const FlowEdge& edge : flow.edges) {
            const FlowNode& from = flow.nodes[edge.from];
            const FlowNode& to = flow.nodes[edge.to];
            const bool isCall = from.kind == FlowNode::Kind::Entry || from.kind == FlowNode::Kind::Workload;
            if (to.kind == FlowNode::Kind::Workload) {
                placeArrival(from, to, edge);
                continue;
            }
            if (!isCall)
                continue;
            const std::uint32_t caller = nodeOf(from.origin);
            if (to.kind == FlowNode::Kind::Destination) {
                placeRoute(caller, edge);
            } else {
                placeEnd(caller, edge);
            }
            if (!edge.isMirror)
                placeCall(caller, edge);
        }
    }

private:
    void add(std::uint32_t edge, const FlowEdge& from)
    {
        m_facts.edges[m_whole.edges[edge].id].add({m_flow, from.percent, from.isExact, from.isMirror});
    }

    std::uint32_t nodeOf(const mesh::ResourceKey& key) const
    {
        const auto found = m_nodes.find(key);
        return found == m_nodes.end() ? nowhere : found->second;
    }

    std::uint32_t nodeOf(const traffic::Origin& origin) const
    {
        const bool isWorkload = origin.kind == traffic::Origin::Kind::Workload;
        if (!isWorkload && origin.kind != traffic::Origin::Kind::Gateway)
            return nowhere;
        const auto [first, last] = m_origins.equal_range({origin.ns, origin.name});
        for (auto it = first; it != last; ++it) {
            const topology::Node& node = m_whole.nodes[it->second];
            if (node.type == (isWorkload ? NodeType::Workload : NodeType::Gateway)
                && (origin.workloadKind.empty() || origin.workloadKind == node.element.key.kind))
                return it->second;
        }
        return nowhere;
    }

    /// Hosts of Services are seen from their own namespace, which every exportTo includes; others from the caller's.
    std::uint32_t nodeOfHost(const std::string& host, const std::string& callerNs) const
    {
        const auto dot = host.find('.');
        const auto end = host.find(".svc.");
        const bool isService = dot != std::string::npos && end != std::string::npos && dot < end;
        const mesh::HostResolution found =
            m_graph.resolveHost(host, isService ? host.substr(dot + 1, end - dot - 1) : callerNs);
        return found.resource == mesh::noResource ? nowhere : nodeOf(m_graph.at(found.resource).key);
    }

    /// A destination of a route, and what leads to the route.
    void placeRoute(std::uint32_t caller, const FlowEdge& edge)
    {
        const auto found = m_destinations.find(edge.element);
        if (found == m_destinations.end())
            return;
        add(found->second, edge);
        climb(m_whole.edges[found->second].from, caller, edge);
    }

    /// A request that a route itself ends, or that ends behind it.
    void placeEnd(std::uint32_t caller, const FlowEdge& edge)
    {
        const auto routes = m_routes.find(edge.element.key);
        if (edge.element.isNull() || routes == m_routes.end())
            return;
        for (const std::uint32_t route : routes->second) {
            const mesh::ElementRef& own = m_whole.nodes[route].element;
            if (own.path == edge.element.path && own.document == edge.element.document && own.item == edge.element.item
                && edge.element.field.isWithin(own.field)) {
                climb(route, caller, edge);
                return;
            }
        }
    }

    /// From a route up to the gateway that the request came through, or to the table that holds it.
    void climb(std::uint32_t route, std::uint32_t caller, const FlowEdge& edge)
    {
        const bool isThroughGateway = caller != nowhere && m_whole.nodes[caller].type == NodeType::Gateway;
        std::map<std::uint32_t, std::uint32_t> wayDown{{route, nowhere}}; // node -> edge that leads down from it
        std::deque<std::uint32_t> waiting{route};
        while (!waiting.empty()) {
            const std::uint32_t node = waiting.front();
            waiting.pop_front();
            const std::vector<std::uint32_t> up = waysUp(node, isThroughGateway);
            if (isThroughGateway ? node == caller : up.empty()) {
                for (std::uint32_t at = node; wayDown[at] != nowhere; at = m_whole.edges[wayDown[at]].to)
                    add(wayDown[at], edge);
                return;
            }
            for (const std::uint32_t each : up) {
                if (wayDown.try_emplace(m_whole.edges[each].from, each).second)
                    waiting.push_back(m_whole.edges[each].from);
            }
        }
    }

    std::vector<std::uint32_t> waysUp(std::uint32_t node, bool withGateways) const
    {
        std::vector<std::uint32_t> up;
        for (const std::uint32_t i : m_into[node]) {
            const EdgeType type = m_whole.edges[i].type;
            if (type == EdgeType::Contains || type == EdgeType::Delegates
                || (withGateways && type == EdgeType::Exposes))
                up.push_back(i);
        }
        return up;
    }

    void placeCall(std::uint32_t caller, const FlowEdge& edge)
    {
        if (caller == nowhere || m_whole.nodes[caller].type != NodeType::Workload)
            return;
        const std::uint32_t called = nodeOfHost(edge.host, m_whole.nodes[caller].element.key.ns);
        for (const std::uint32_t i : m_out[caller]) {
            if (m_whole.edges[i].type == EdgeType::Calls && m_whole.edges[i].to == called)
                add(i, edge);
        }
    }

    /// From a service to a workload: by the row of the subset, else by the first way there.
    void placeArrival(const FlowNode& from, const FlowNode& to, const FlowEdge& edge)
    {
        const std::uint32_t service = nodeOfHost(from.host, to.origin.ns);
        const std::uint32_t workload = nodeOf(to.origin);
        if (service == nowhere || workload == nowhere)
            return;
        std::optional<std::uint32_t> best;
        for (const std::uint32_t i : m_out[service]) {
            const Edge& way = m_whole.edges[i];
            if (way.type != EdgeType::Selects || way.to != workload)
                continue;
            const bool isSubset = way.fromRow >= 0
                && m_whole.nodes[service].subsets[static_cast<std::size_t>(way.fromRow)].name == from.subset;
            if (!best || isSubset)
                best = i;
            if (isSubset)
                break;
        }
        if (best)
            add(*best, edge);
    }

    const mesh::MeshGraph& m_graph;
    const Topology& m_whole;
    topology::FlowFacts& m_facts;
    std::uint32_t m_flow = 0;
    std::map<mesh::ResourceKey, std::uint32_t> m_nodes; ///< all but routes and policies
    std::map<mesh::ResourceKey, std::vector<std::uint32_t>> m_routes;
    std::multimap<std::pair<std::string, std::string>, std::uint32_t> m_origins; ///< workloads and gateways
    std::map<mesh::ElementRef, std::uint32_t> m_destinations;
    std::vector<std::vector<std::uint32_t>> m_into;
    std::vector<std::vector<std::uint32_t>> m_out;
};

} // namespace

topology::FlowFactsPtr flowFactsOf(const mesh::MeshGraph& graph, const Topology& whole, const std::vector<Flow>& flows,
                                   bool isOfOneKind)
{
    auto facts = std::make_shared<topology::FlowFacts>();
    facts->isOfOneKind = isOfOneKind;
    FlowPlacer placer(graph, whole, *facts);
    std::set<std::tuple<std::string, std::vector<std::string>, mesh::ElementRef>> known;
    for (std::uint32_t i = 0; i < flows.size(); ++i) {
        facts->flows.push_back(flowText(flows[i].request).toStdString());
        placer.place(flows[i], i);
        for (const traffic::FlowProblem& problem : flows[i].problems) {
            if (!problem.isNote() && known.emplace(problem.code, problem.args, problem.element).second)
                facts->issues.push_back({problem.code, problem.args, i, problem.element});
        }
    }
    for (auto& [id, flow] : facts->edges)
        flow.sort();
    return facts;
}

} // namespace meshdraft::workspace
