// SPDX-License-Identifier: Apache-2.0
#include "models/topology/view.h"

#include <algorithm>
#include <unordered_map>

namespace meshdraft::topology {

namespace {

constexpr std::int32_t several = -2;

using Mask = std::vector<char>;

bool isChanged(const Node& node)
{
    return node.state != State::Same
        || std::ranges::any_of(node.subsets, [](const SubsetRow& row) { return row.state != State::Same; });
}

/// The nodes of `mask` and what is within some hops of them.
Mask grown(const Topology& topology, Mask mask, int hops)
{
    std::vector<std::uint32_t> ring;
    for (std::uint32_t i = 0; i < mask.size(); ++i) {
        if (mask[i] != 0)
            ring.push_back(i);
    }
    std::vector<std::vector<std::uint32_t>> neighbours(topology.nodes.size());
    for (const Edge& edge : topology.edges) {
        neighbours[edge.from].push_back(edge.to);
        neighbours[edge.to].push_back(edge.from);
    }
    for (int hop = 0; hop < hops && !ring.empty(); ++hop) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t index : ring) {
            for (const std::uint32_t other : neighbours[index]) {
                if (mask[other] == 0) {
                    mask[other] = 1;
                    next.push_back(other);
                }
            }
        }
        ring = std::move(next);
    }
    return mask;
}

class ViewBuilder {
public:
    ViewBuilder(const Topology& whole, const ViewSpec& view)
        : m_whole(whole)
        , m_view(view)
        , m_mask(whole.nodes.size(), 1)
    {
    }

    Shown build()
    {
        applyShow();
        applyLayers();
        applyHidden();
        chooseClosed();
        addNodes();
        addEdges();
        return std::move(m_shown);
    }

private:
    const Group& groupOf(const Node& node) const { return m_whole.groups[static_cast<std::size_t>(node.group)]; }

    void applyShow()
    {
        if (m_view.show == Show::Everything || m_view.show == Show::Overview)
            return;
        std::ranges::fill(m_mask, char{0});
        int hops = m_view.hops;
        if (m_view.show == Show::Around) {
            for (const std::uint32_t index : nodesShowing(m_whole, m_view.centre))
                m_mask[index] = 1;
        } else {
            for (std::size_t i = 0; i < m_mask.size(); ++i) {
                const Node& node = m_whole.nodes[i];
                m_mask[i] = m_view.show == Show::Changed ? isChanged(node) : groupOf(node).id == "ns/" + m_view.ns;
            }
        }
        if (m_view.show == Show::Changed) {
            for (const Edge& edge : m_whole.edges) {
                if (edge.state != State::Same)
                    m_mask[edge.from] = m_mask[edge.to] = 1;
            }
        }
        if (m_view.show == Show::Namespace)
            hops = 1;
        m_mask = grown(m_whole, std::move(m_mask), hops);
    }

    void applyLayers()
    {
        for (std::size_t i = 0; i < m_mask.size(); ++i) {
            const Node& node = m_whole.nodes[i];
            const bool isLeftOut = ((m_view.layers & WorkloadLayer) == 0 && node.type == NodeType::Workload)
                || ((m_view.layers & OutsideLayer) == 0 && groupOf(node).outside)
                || ((m_view.layers & PolicyLayer) == 0 && node.type == NodeType::Policy);
            if (isLeftOut)
                m_mask[i] = 0;
        }
    }

    void applyHidden()
    {
        if (m_view.hidden.empty() && m_view.only.empty() && !closesServices())
            return;
        m_owners = serviceOwners(m_whole);
        m_parts.resize(m_whole.nodes.size());
        for (std::size_t i = 0; i < m_owners.size(); ++i) {
            if (m_owners[i] >= 0 && m_mask[i] != 0)
                m_parts[static_cast<std::size_t>(m_owners[i])] += 1;
        }
        if (m_view.hidden.empty() && m_view.only.empty())
            return;
        for (std::uint32_t i = 0; i < m_mask.size(); ++i) {
            if (m_mask[i] == 0)
                continue;
            const bool isHidden = isNamed(m_view.hidden, i) || (!m_view.only.empty() && !isNamed(m_view.only, i));
            m_mask[i] = isHidden ? 0 : 1;
            m_shown.hidden += isHidden ? 1U : 0U;
        }
    }

    bool closesServices() const
    {
        return m_view.show == Show::Overview
            || std::ranges::any_of(m_view.closed, [](const std::string& id) { return id.starts_with("service/"); });
    }

    bool isNamed(const std::set<std::string>& names, std::uint32_t index) const
    {
        const Node& node = m_whole.nodes[index];
        const std::string parts = serviceGroupId(m_whole, m_owners, index);
        return names.contains(node.id) || names.contains(groupOf(node).id) || (!parts.empty() && names.contains(parts));
    }

    /// By default an overview closes namespaces, and the services of one that is too large to read.
    void chooseClosed()
    {
        std::vector<std::size_t> sizes(m_whole.groups.size());
        for (std::size_t i = 0; i < m_mask.size(); ++i)
            sizes[static_cast<std::size_t>(m_whole.nodes[i].group)] += m_mask[i] != 0 ? 1U : 0U;
        m_isGroupClosed.resize(m_whole.groups.size());
        m_closesParts.resize(m_whole.groups.size());
        const bool isOverview = m_view.show == Show::Overview;
        m_shown.topology.overview = isOverview;
        for (std::size_t i = 0; i < m_isGroupClosed.size(); ++i) {
            const std::string& id = m_whole.groups[i].id;
            m_isGroupClosed[i] = (isOverview && !m_view.opened.contains(id)) || m_view.closed.contains(id);
            m_closesParts[i] = isOverview && sizes[i] > readableInNamespace;
        }
    }

    /// The id of the closed group that a node is drawn in; empty where it is drawn itself.
    std::string closedId(std::uint32_t index) const
    {
        const Node& node = m_whole.nodes[index];
        const auto group = static_cast<std::size_t>(node.group);
        if (m_isGroupClosed[group] != 0)
            return m_whole.groups[group].id;
        if (m_owners.empty() || (m_closesParts[group] == 0 && m_view.closed.empty()))
            return {};
        std::string parts = serviceGroupId(m_whole, m_owners, index);
        if (parts.empty() || m_parts[static_cast<std::size_t>(m_owners[index])] < 2)
            return {};
        const bool isClosed =
            (m_closesParts[group] != 0 && !m_view.opened.contains(parts)) || m_view.closed.contains(parts);
        return isClosed ? parts : std::string();
    }

    void addNodes()
    {
        std::vector<std::int32_t> groups(m_whole.groups.size(), -1);
        for (std::uint32_t i = 0; i < m_mask.size(); ++i) {
            if (m_mask[i] != 0)
                groups[static_cast<std::size_t>(m_whole.nodes[i].group)] = 0;
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (groups[i] < 0)
                continue;
            groups[i] = static_cast<std::int32_t>(m_shown.topology.groups.size());
            m_shown.topology.groups.push_back(m_whole.groups[i]);
            m_shown.topology.groups.back().closed = m_isGroupClosed[i] != 0;
        }
        m_position.assign(m_mask.size(), -1);
        m_isClosed.assign(m_mask.size(), 0);
        for (std::uint32_t i = 0; i < m_mask.size(); ++i) {
            if (m_mask[i] == 0)
                continue;
            const Node& node = m_whole.nodes[i];
            const std::string id = closedId(i);
            if (!id.empty()) {
                m_position[i] = addToClosed(id, i);
                m_isClosed[i] = 1;
            } else {
                m_position[i] = static_cast<std::int32_t>(m_shown.topology.nodes.size());
                m_shown.topology.nodes.push_back(node);
            }
            m_shown.topology.nodes[static_cast<std::size_t>(m_position[i])].group =
                groups[static_cast<std::size_t>(node.group)];
        }
    }

    std::int32_t addToClosed(const std::string& id, std::uint32_t index)
    {
        const Node& node = m_whole.nodes[index];
        const auto [it, isNew] = m_closed.try_emplace(id, m_shown.topology.nodes.size());
        if (isNew)
            addClosed(id, index);
        Node& drawn = m_shown.topology.nodes[it->second];
        ClosedGroup& group = *m_contents[it->second];
        group.tally.count(node);
        group.members.push_back(node.id);
        if (!node.element.isNull() && node.type != NodeType::Route)
            drawn.related.push_back(node.element);
        drawn.related.insert(drawn.related.end(), node.related.begin(), node.related.end());
        return static_cast<std::int32_t>(it->second);
    }

    void addClosed(const std::string& id, std::uint32_t index)
    {
        const Node& node = m_whole.nodes[index];
        const Group& ns = groupOf(node);
        auto group = std::make_shared<ClosedGroup>();
        group->id = id;
        group->isNamespace = id == ns.id;
        group->outside = ns.outside;
        Node closed;
        closed.id = "closed/" + id;
        closed.type = NodeType::Closed;
        closed.mtls = ns.mtls;
        closed.title = ns.title;
        if (group->isNamespace && !ns.outside) {
            closed.element = namespaceElement(node.element.key.environment, ns.title);
        } else if (!group->isNamespace) {
            const Node& service = m_whole.nodes[static_cast<std::size_t>(m_owners[index])];
            closed.title = service.title;
            closed.element = service.element;
            closed.where = service.where;
            closed.mtls = mesh::MtlsMode::Unset;
        }
        closed.closed = group;
        m_contents[m_shown.topology.nodes.size()] = std::move(group);
        m_shown.topology.nodes.push_back(std::move(closed));
    }

    void addEdges()
    {
        std::unordered_map<std::uint64_t, std::size_t> joined;
        for (const Edge& edge : m_whole.edges) {
            if (m_position[edge.from] < 0 || m_position[edge.to] < 0)
                continue;
            if (edge.type == EdgeType::Calls && (m_view.layers & CallLayer) == 0)
                continue;
            const auto from = static_cast<std::uint32_t>(m_position[edge.from]);
            const auto to = static_cast<std::uint32_t>(m_position[edge.to]);
            const bool isJoined = m_isClosed[edge.from] != 0 || m_isClosed[edge.to] != 0;
            if (isJoined && (from == to || edge.type == EdgeType::Applies))
                continue;
            if (!isJoined) {
                m_shown.topology.edges.push_back(edge);
                m_shown.topology.edges.back().from = from;
                m_shown.topology.edges.back().to = to;
                continue;
            }
            // Between a closed namespace and an open one there is one line, to the frame of the open one.
            const std::uint64_t first = isFramed(edge.from, edge.to) ? frameOf(edge.from) : from;
            const std::uint64_t second = isFramed(edge.to, edge.from) ? frameOf(edge.to) : to;
            const bool isCall = edge.type == EdgeType::Calls;
            const std::uint64_t key = (first << 33U) | (second << 1U) | (isCall ? 1U : 0U);
            const auto [it, isNew] = joined.try_emplace(key, m_shown.topology.edges.size());
            if (isNew) {
                m_shown.topology.edges.push_back(joinedEdge(edge, from, to));
            } else {
                join(m_shown.topology.edges[it->second], edge);
            }
        }
    }

    bool isFramed(std::uint32_t node, std::uint32_t other) const
    {
        return m_shown.topology.overview
            && endsAtFrame(m_shown.topology, static_cast<std::uint32_t>(m_position[node]),
                           static_cast<std::uint32_t>(m_position[other]));
    }

    /// A number for the open group of a node that no node drawn has.
    std::uint64_t frameOf(std::uint32_t node) const
    {
        return m_shown.topology.nodes.size() + static_cast<std::uint64_t>(m_whole.nodes[node].group);
    }

    Edge joinedEdge(const Edge& edge, std::uint32_t from, std::uint32_t to) const
    {
        Edge joined = edge;
        joined.id = "joined " + m_shown.topology.nodes[from].id + " > " + m_shown.topology.nodes[to].id;
        joined.from = from;
        joined.to = to;
        joined.fromRow = joined.toRow = -1;
        joined.type = edge.type == EdgeType::Calls ? EdgeType::Calls : EdgeType::Aggregate;
        joined.share.reset();
        joined.oldShare.reset();
        joined.isTcp = false;
        return joined;
    }

    /// The worst state of what is joined; an addition among others is a change.
    static void join(Edge& joined, const Edge& edge)
    {
        joined.count += 1;
        joined.dangling = joined.dangling || edge.dangling;
        if (joined.state != edge.state)
            joined.state = State::Changed;
    }

    const Topology& m_whole;
    const ViewSpec& m_view;
    Mask m_mask;
    Shown m_shown;
    std::vector<std::int32_t> m_owners; ///< of the nodes' services; empty: no service is closed
    std::vector<std::uint32_t> m_parts; ///< service -> nodes that belong to it
    Mask m_isGroupClosed;
    Mask m_closesParts;
    Mask m_isClosed; ///< node: drawn as part of a closed group
    std::vector<std::int32_t> m_position; ///< node -> node drawn
    std::unordered_map<std::string, std::size_t> m_closed; ///< id of a closed group -> node drawn
    std::unordered_map<std::size_t, std::shared_ptr<ClosedGroup>> m_contents;
};

} // namespace

std::vector<std::int32_t> serviceOwners(const Topology& topology)
{
    const std::size_t count = topology.nodes.size();
    std::vector<std::int32_t> owner(count, -1);
    const auto offer = [&](std::uint32_t node, std::int32_t service) {
        owner[node] = owner[node] == -1 || owner[node] == service ? service : several;
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        if (topology.nodes[i].type == NodeType::Service)
            owner[i] = static_cast<std::int32_t>(i);
    }
    const auto isInside = [&](const Edge& edge) {
        return topology.nodes[edge.from].group == topology.nodes[edge.to].group;
    };
    for (const Edge& edge : topology.edges) {
        if (!isInside(edge))
            continue;
        if (edge.type == EdgeType::Selects && topology.nodes[edge.to].type == NodeType::Workload)
            offer(edge.to, static_cast<std::int32_t>(edge.from));
        if (edge.type == EdgeType::Routes || edge.type == EdgeType::Mirrors)
            offer(edge.from,
                  topology.nodes[edge.to].type == NodeType::Service ? static_cast<std::int32_t>(edge.to) : several);
    }
    // A table belongs to what all its routes belong to, and its routes go with it.
    for (const Edge& edge : topology.edges) {
        if (edge.type == EdgeType::Contains)
            offer(edge.from, owner[edge.to] < 0 ? several : owner[edge.to]);
    }
    for (const Edge& edge : topology.edges) {
        if (edge.type == EdgeType::Contains)
            owner[edge.to] = owner[edge.from];
    }
    for (std::int32_t& each : owner)
        each = std::max(each, -1);
    return owner;
}

bool endsAtFrame(const Topology& topology, std::uint32_t node, std::uint32_t other)
{
    const Node& far = topology.nodes[other];
    const Node& near = topology.nodes[node];
    return topology.overview && far.closed && far.closed->isNamespace && far.group != near.group
        && !topology.groups[static_cast<std::size_t>(near.group)].closed;
}

std::string serviceGroupId(const Topology& topology, const std::vector<std::int32_t>& owners, std::uint32_t node)
{
    const std::int32_t owner = owners.empty() ? -1 : owners[node];
    return owner < 0 ? std::string() : "service/" + topology.nodes[static_cast<std::size_t>(owner)].id;
}

Shown applyView(const Topology& whole, const ViewSpec& view)
{
    return ViewBuilder(whole, view).build();
}

ViewSpec firstView(const Topology& whole)
{
    ViewSpec view;
    if (whole.nodes.size() <= readableNodes)
        return view;
    const bool hasChanges = std::ranges::any_of(whole.nodes, isChanged)
        || std::ranges::any_of(whole.edges, [](const Edge& edge) { return edge.state != State::Same; });
    view.show = hasChanges ? Show::Changed : Show::Overview;
    return view;
}

} // namespace meshdraft::topology
