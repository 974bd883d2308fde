// SPDX-License-Identifier: Apache-2.0
#include "models/topology/picture.h"

#include <algorithm>
#include <cmath>

namespace meshdraft::topology {

namespace {

source::NodeRef refOf(const Origin& origin)
{
    return origin.node == source::noNode ? origin.resource->rootNode() : origin.resource->node(origin.node);
}

bool isSame(const Origin& left, const Origin& right)
{
    if (left.resource == nullptr || right.resource == nullptr)
        return left.resource == right.resource;
    if (left.resource == right.resource && left.node == right.node)
        return true;
    return sameMeaning(refOf(left), refOf(right));
}

/// What a DestinationRule says beside its subsets, which have rows of their own.
bool sameWithoutSubsets(source::NodeRef left, source::NodeRef right)
{
    const auto others = [](source::NodeRef spec) {
        std::size_t count = 0;
        for (const source::NodeRef::Entry& entry : spec.entries())
            count += entry.key.value() != "subsets" ? 1U : 0U;
        return count;
    };
    if (others(left) != others(right))
        return false;
    return std::ranges::all_of(left.entries(), [&](const source::NodeRef::Entry& entry) {
        return entry.key.value() == "subsets" || sameMeaning(entry.value, right[entry.key.value()]);
    });
}

bool sameRules(const std::vector<const mesh::Resource*>& left, const std::vector<const mesh::Resource*>& right)
{
    return std::ranges::equal(left, right, [](const mesh::Resource* a, const mesh::Resource* b) {
        return a == b || sameWithoutSubsets(a->rootNode()["spec"], b->rootNode()["spec"]);
    });
}

class Comparison {
public:
    Comparison(Picture& picture, const Picture& base)
        : m_picture(picture)
        , m_base(base)
        , m_nodeOf(base.topology.nodes.size(), -1)
        , m_rowOf(base.topology.nodes.size())
    {
    }

    void run()
    {
        for (std::uint32_t i = 0; i < m_picture.topology.nodes.size(); ++i)
            compareNode(i);
        for (std::uint32_t i = 0; i < m_base.topology.nodes.size(); ++i) {
            if (m_nodeOf[i] < 0)
                addRemovedNode(i);
        }
        compareEdges();
    }

private:
    void compareNode(std::uint32_t index)
    {
        Node& node = m_picture.topology.nodes[index];
        if (node.type == NodeType::Missing) {
            if (const auto it = m_base.nodeById.find(node.id); it != m_base.nodeById.end())
                m_nodeOf[it->second] = static_cast<std::int32_t>(index);
            return;
        }
        const auto it = m_base.nodeById.find(node.id);
        if (it == m_base.nodeById.end()) {
            node.state = State::Added;
            return;
        }
        m_nodeOf[it->second] = static_cast<std::int32_t>(index);
        const bool same = isSame(m_picture.nodes[index], m_base.nodes[it->second])
            && sameRules(m_picture.rules[index], m_base.rules[it->second]);
        node.state = same ? State::Same : State::Changed;
        compareRows(index, it->second);
    }

    void compareRows(std::uint32_t index, std::uint32_t baseIndex)
    {
        Node& node = m_picture.topology.nodes[index];
        const Node& old = m_base.topology.nodes[baseIndex];
        for (std::size_t row = 0; row < node.subsets.size(); ++row) {
            SubsetRow& subset = node.subsets[row];
            if (m_picture.rows[index][row].resource == nullptr)
                continue;
            const auto before = std::ranges::find(old.subsets, subset.name, &SubsetRow::name);
            const auto position = static_cast<std::size_t>(before - old.subsets.begin());
            if (before == old.subsets.end() || m_base.rows[baseIndex][position].resource == nullptr) {
                subset.state = State::Added;
            } else if (!isSame(m_picture.rows[index][row], m_base.rows[baseIndex][position])) {
                subset.state = State::Changed;
            }
        }
        m_rowOf[baseIndex].resize(old.subsets.size(), -1);
        for (std::size_t row = 0; row < old.subsets.size(); ++row) {
            const auto now = std::ranges::find(node.subsets, old.subsets[row].name, &SubsetRow::name);
            if (now != node.subsets.end()) {
                m_rowOf[baseIndex][row] = static_cast<std::int32_t>(now - node.subsets.begin());
            } else if (m_base.rows[baseIndex][row].resource != nullptr) {
                SubsetRow removed = old.subsets[row];
                removed.state = State::Removed;
                m_rowOf[baseIndex][row] = static_cast<std::int32_t>(node.subsets.size());
                node.subsets.push_back(std::move(removed));
                m_picture.rows[index].push_back(m_base.rows[baseIndex][row]);
            }
        }
    }

    /// A missing thing that nothing names any more is simply gone.
    void addRemovedNode(std::uint32_t baseIndex)
    {
        Node node = m_base.topology.nodes[baseIndex];
        if (node.type == NodeType::Missing)
            return;
        node.state = State::Removed;
        node.group = groupFor(m_base.topology.groups[static_cast<std::size_t>(node.group)]);
        const auto index = static_cast<std::uint32_t>(m_picture.topology.nodes.size());
        m_nodeOf[baseIndex] = static_cast<std::int32_t>(index);
        m_rowOf[baseIndex].resize(node.subsets.size());
        for (std::size_t row = 0; row < node.subsets.size(); ++row) {
            node.subsets[row].state = State::Removed;
            m_rowOf[baseIndex][row] = static_cast<std::int32_t>(row);
        }
        m_picture.nodeById.emplace(node.id, index);
        m_picture.topology.nodes.push_back(std::move(node));
        m_picture.nodes.push_back(m_base.nodes[baseIndex]);
        m_picture.rows.push_back(m_base.rows[baseIndex]);
        m_picture.rules.push_back(m_base.rules[baseIndex]);
    }

    std::int32_t groupFor(const Group& old)
    {
        std::vector<Group>& groups = m_picture.topology.groups;
        const auto same = std::ranges::find(groups, old.id, &Group::id);
        if (same != groups.end())
            return static_cast<std::int32_t>(same - groups.begin());
        Group group = old;
        group.routeTables = 0;
        group.workloads = 0;
        groups.push_back(std::move(group));
        return static_cast<std::int32_t>(groups.size() - 1);
    }

    void compareEdges()
    {
        std::unordered_map<std::string_view, const Edge*> before;
        for (const Edge& edge : m_base.topology.edges)
            before.emplace(edge.id, &edge);
        std::unordered_map<std::string_view, bool> isThere;
        for (Edge& edge : m_picture.topology.edges) {
            isThere.emplace(edge.id, true);
            const auto it = before.find(edge.id);
            if (it == before.end()) {
                edge.state = addedState(edge);
            } else if (edge.share && it->second->share && std::abs(*edge.share - *it->second->share) > 1e-9) {
                edge.state = State::Changed;
                edge.oldShare = it->second->share;
            }
        }
        std::vector<Edge> removed;
        for (const Edge& edge : m_base.topology.edges) {
            if (!isThere.contains(edge.id)) {
                if (std::optional<Edge> moved = removedEdge(edge))
                    removed.push_back(std::move(*moved));
            }
        }
        std::ranges::move(removed, std::back_inserter(m_picture.topology.edges));
    }

    /// A workload that only moves from a card to one of its rows is not news: its edge follows the row.
    State addedState(const Edge& edge) const
    {
        if (edge.type != EdgeType::Selects)
            return State::Added;
        const bool isNew = m_picture.topology.nodes[edge.from].state == State::Added
            || m_picture.topology.nodes[edge.to].state == State::Added;
        return isNew ? State::Added : State::Same;
    }

    std::optional<Edge> removedEdge(const Edge& old) const
    {
        const std::int32_t from = m_nodeOf[old.from];
        const std::int32_t to = m_nodeOf[old.to];
        if (from < 0 || to < 0)
            return std::nullopt;
        Edge edge = old;
        edge.from = static_cast<std::uint32_t>(from);
        edge.to = static_cast<std::uint32_t>(to);
        edge.fromRow = old.fromRow < 0 ? -1 : m_rowOf[old.from][static_cast<std::size_t>(old.fromRow)];
        edge.toRow = old.toRow < 0 ? -1 : m_rowOf[old.to][static_cast<std::size_t>(old.toRow)];
        const std::vector<Node>& nodes = m_picture.topology.nodes;
        if (edge.type == EdgeType::Selects) {
            const bool rowIsGone = edge.fromRow >= 0
                && nodes[edge.from].subsets[static_cast<std::size_t>(edge.fromRow)].state == State::Removed;
            if (!rowIsGone && nodes[edge.from].state != State::Removed && nodes[edge.to].state != State::Removed)
                return std::nullopt;
        }
        edge.state = State::Removed;
        edge.dangling = false;
        return edge;
    }

    Picture& m_picture;
    const Picture& m_base;
    std::vector<std::int32_t> m_nodeOf; ///< node of the base -> node of the picture
    std::vector<std::vector<std::int32_t>> m_rowOf; ///< the same for rows
};

void matchTable(const mesh::Resource& now, const mesh::Resource& before, RouteIds& ids)
{
    const auto& table = std::get<mesh::RouteTable>(now.body);
    const auto& old = std::get<mesh::RouteTable>(before.body);
    std::vector<bool> taken(table.routes.size());
    std::vector<bool> done(old.routes.size());
    const auto match = [&](const auto& isPair) {
        for (std::size_t i = 0; i < old.routes.size(); ++i) {
            if (done[i])
                continue;
            for (std::size_t j = 0; j < table.routes.size(); ++j) {
                if (taken[j] || old.routes[i].protocol != table.routes[j].protocol
                    || !isPair(old.routes[i], table.routes[j]))
                    continue;
                ids[{before.key, old.routes[i].protocol, old.routes[i].index}] = routeId(table, table.routes[j]);
                taken[j] = done[i] = true;
                break;
            }
        }
    };
    match([](const mesh::Route& a, const mesh::Route& b) {
        return !a.name.value.empty() && a.name.value == b.name.value;
    });
    match(
        [&](const mesh::Route& a, const mesh::Route& b) { return sameMeaning(before.node(a.node), now.node(b.node)); });
    match([](const mesh::Route& a, const mesh::Route& b) { return a.name.value.empty() && b.name.value.empty(); });
    for (std::size_t i = 0; i < old.routes.size(); ++i) {
        if (!done[i])
            ids[{before.key, old.routes[i].protocol, old.routes[i].index}] = "removed " + routeId(old, old.routes[i]);
    }
}

} // namespace

bool sameMeaning(source::NodeRef left, source::NodeRef right)
{
    left = left.resolved();
    right = right.resolved();
    if (left.isValid() != right.isValid() || left.kind() != right.kind())
        return false;
    if (!left.isValid())
        return true;
    switch (left.kind()) {
    case source::NodeKind::Scalar: {
        const bool leftIsPlain = left.node().style == source::NodeStyle::Plain;
        const bool rightIsPlain = right.node().style == source::NodeStyle::Plain;
        if (left.value() != right.value())
            return false;
        // Quotes matter only where the plain text would not be a string.
        const source::NodeRef plain = leftIsPlain ? left : right;
        return leftIsPlain == rightIsPlain || (!plain.toDouble() && !plain.toBool() && !plain.isNull());
    }
    case source::NodeKind::Sequence:
        return std::ranges::equal(left.items(), right.items(), sameMeaning);
    case source::NodeKind::Mapping:
        if (left.size() != right.size())
            return false;
        return std::ranges::all_of(left.entries(), [&](const source::NodeRef::Entry& entry) {
            const source::NodeRef other = right[entry.key.value()];
            return other.isValid() && sameMeaning(entry.value, other);
        });
    default:
        return true;
    }
}

RouteIds matchRoutes(const mesh::MeshGraph& graph, const mesh::MeshGraph& base)
{
    RouteIds ids;
    for (const mesh::ResourcePtr& before : base.resources()) {
        if (!std::holds_alternative<mesh::RouteTable>(before->body))
            continue;
        const mesh::ResourceIndex index = graph.find(before->element());
        if (index == mesh::noResource || &graph.at(index) == before.get())
            continue;
        if (std::holds_alternative<mesh::RouteTable>(graph.at(index).body))
            matchTable(graph.at(index), *before, ids);
    }
    return ids;
}

void compareWith(Picture& picture, const Picture& base)
{
    Comparison(picture, base).run();
}

} // namespace meshdraft::topology
