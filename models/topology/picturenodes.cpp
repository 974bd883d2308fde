// SPDX-License-Identifier: Apache-2.0
#include "models/topology/picturedraft.h"
#include "models/topology/routetext.h"

#include <algorithm>

namespace meshdraft::topology {

namespace {

std::string fileNameOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

class NodeBuilder {
public:
    explicit NodeBuilder(PictureDraft& draft)
        : m_draft(draft)
        , m_graph(draft.graph)
    {
    }

    void addNodes()
    {
        for (const mesh::ResourceIndex i : m_graph.order()) {
            if (const auto* gateway = std::get_if<mesh::Gateway>(&m_graph.at(i).body)) {
                Node node = nodeFor(i, NodeType::Gateway);
                node.subtitle = gatewaySubtitle(*gateway);
                addResource(i, std::move(node));
            }
        }
        for (const mesh::ResourceIndex i : m_graph.order()) {
            if (const auto* table = std::get_if<mesh::RouteTable>(&m_graph.at(i).body))
                addTable(i, *table);
        }
        for (const mesh::ResourceIndex i : m_graph.order()) {
            if (std::holds_alternative<mesh::Service>(m_graph.at(i).body))
                addService(i);
        }
        for (const mesh::ResourceIndex i : m_graph.order()) {
            if (const auto* entry = std::get_if<mesh::ServiceEntry>(&m_graph.at(i).body)) {
                Node node = nodeFor(i, NodeType::ServiceEntry);
                node.subtitle = serviceEntrySubtitle(*entry);
                if (entry->location != "MESH_INTERNAL")
                    node.group = m_draft.externalGroup();
                const std::uint32_t position = addResource(i, std::move(node));
                m_draft.services.emplace_back(position, i);
                addRules(position, entry->hosts.empty() ? std::string() : entry->hosts.front().value);
            }
        }
        for (const mesh::ResourceIndex i : m_graph.order()) {
            if (const auto* workload = std::get_if<mesh::Workload>(&m_graph.at(i).body)) {
                Node node = nodeFor(i, NodeType::Workload);
                node.replicas = workload->replicas;
                node.mtls = m_graph.mtlsOfWorkload(i);
                m_draft.topology().groups[static_cast<std::size_t>(node.group)].workloads += 1;
                node.subtitle = m_graph.at(i).key.kind;
                addResource(i, std::move(node));
            }
        }
        // Looking for each key would cost more than all the rest of a node.
        for (const mesh::ResourceIndex i : m_hasDuplicates ? m_graph.order() : std::span<const mesh::ResourceIndex>()) {
            if (m_draft.nodeOf[i] >= 0)
                nameDuplicate(i, m_draft.node(static_cast<std::uint32_t>(m_draft.nodeOf[i])));
        }
    }

private:
    /// The first resource of a key has the key as id; further ones add where they stand.
    std::string idOf(const mesh::Resource& resource)
    {
        const mesh::ResourceKey& key = resource.key;
        std::string id = key.group + "/" + key.kind + "/" + key.ns + "/" + key.name;
        if (m_draft.picture.nodeById.contains(id)) {
            m_hasDuplicates = true;
            id += "@" + resource.source.path + "#" + std::to_string(resource.source.document) + "."
                + std::to_string(resource.source.item);
        }
        return id;
    }

    Node nodeFor(mesh::ResourceIndex index, NodeType type)
    {
        const mesh::Resource& resource = m_graph.at(index);
        Node node;
        node.id = idOf(resource);
        node.type = type;
        node.element = resource.element();
        node.where = resource.locate();
        node.title = resource.key.name;
        node.group = m_draft.groupOf(resource.key.ns);
        return node;
    }

    /// Duplicates are told apart by their file.
    void nameDuplicate(mesh::ResourceIndex index, Node& node)
    {
        const auto same = m_graph.find(m_graph.at(index).key);
        if (same.size() < 2)
            return;
        const std::string& path = m_graph.at(index).source.path;
        const std::string file = fileNameOf(path);
        const bool isTold = std::ranges::all_of(same, [&](mesh::ResourceIndex other) {
            return other == index || fileNameOf(m_graph.at(other).source.path) != file;
        });
        node.subtitle = isTold ? file : path;
    }

    std::uint32_t addResource(mesh::ResourceIndex index, Node node)
    {
        const auto position = m_draft.addNode(std::move(node), {&m_graph.at(index), source::noNode});
        m_draft.nodeOf[index] = static_cast<std::int32_t>(position);
        return position;
    }

    void addTable(mesh::ResourceIndex index, const mesh::RouteTable& table)
    {
        const mesh::Resource& resource = m_graph.at(index);
        Node node = nodeFor(index, NodeType::RouteTable);
        node.subtitle = tableSubtitle(table);
        const std::int32_t group = node.group;
        m_draft.topology().groups[static_cast<std::size_t>(group)].routeTables += 1;
        const std::string id = node.id;
        addResource(index, std::move(node));
        m_draft.tables.push_back(index);
        m_draft.firstRoute[index] = static_cast<std::uint32_t>(m_draft.topology().nodes.size());
        for (const mesh::Route& route : table.routes) {
            Node pill;
            pill.id = id + "/" + pillId(resource, table, route);
            pill.type = NodeType::Route;
            pill.element = resource.element(route.node);
            pill.where = resource.locate(route.node);
            pill.title = routeTitle(route);
            pill.subtitle = std::to_string(route.index + 1);
            pill.group = group;
            pill.badges = badgesOf(route);
            m_draft.addNode(std::move(pill), {&resource, route.node});
        }
    }

    std::string pillId(const mesh::Resource& resource, const mesh::RouteTable& table, const mesh::Route& route) const
    {
        // Usually nothing is renamed; making the key copies five texts.
        if (m_draft.routeIds.empty())
            return routeId(table, route);
        const auto renamed = m_draft.routeIds.find({resource.key, route.protocol, route.index});
        return renamed == m_draft.routeIds.end() ? routeId(table, route) : renamed->second;
    }

    static std::vector<Badge> badgesOf(const mesh::Route& route)
    {
        std::vector<Badge> badges;
        if (route.timeout.isPresent())
            badges.push_back(Badge::Timeout);
        if (route.retryAttempts.isPresent() || route.perTryTimeout.isPresent())
            badges.push_back(Badge::Retry);
        if (!route.mirrors.empty())
            badges.push_back(Badge::Mirror);
        if (route.hasFault)
            badges.push_back(Badge::Fault);
        const bool matchesHeader = std::ranges::any_of(route.matches, [](const mesh::Match& match) {
            return std::ranges::any_of(match.conditions, [](const mesh::Match::Condition& condition) {
                return condition.field.starts_with("headers.") || condition.field.starts_with("withoutHeaders.");
            });
        });
        if (matchesHeader)
            badges.push_back(Badge::HeaderMatch);
        return badges;
    }

    void addService(mesh::ResourceIndex index)
    {
        const std::uint32_t position = addResource(index, nodeFor(index, NodeType::Service));
        m_draft.services.emplace_back(position, index);
        const mesh::ResourceKey& key = m_graph.at(index).key;
        addRules(position, key.name + "." + key.ns + ".svc.cluster.local");
    }

    /// Subset rows and marks from the DestinationRules of a host.
    void addRules(std::uint32_t position, const std::string& fqdn)
    {
        for (const mesh::ResourceIndex index : m_graph.destinationRulesFor(fqdn)) {
            const mesh::Resource& resource = m_graph.at(index);
            const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
            if (rule == nullptr)
                continue;
            Node& card = m_draft.node(position);
            card.related.push_back(resource.element());
            m_draft.picture.rules[position].push_back(&resource);
            if (rule->hasCircuitBreaker && card.badges.empty())
                card.badges.push_back(Badge::CircuitBreaker);
            if (card.type == NodeType::ServiceEntry)
                continue;
            for (const mesh::DestinationRule::Subset& subset : rule->subsets) {
                const bool isKnown = std::ranges::any_of(
                    card.subsets, [&](const SubsetRow& row) { return row.name == subset.name.value; });
                if (isKnown)
                    continue;
                SubsetRow row;
                row.name = subset.name.value;
                row.element = resource.element(subset.node);
                row.where = resource.locate(subset.node);
                card.subsets.push_back(std::move(row));
                m_draft.picture.rows[position].push_back({&resource, subset.node});
                m_draft.subsetLabels[position].push_back(&subset.labels);
            }
        }
    }

    PictureDraft& m_draft;
    const mesh::MeshGraph& m_graph;
    bool m_hasDuplicates = false; ///< some resources share their key
};

} // namespace

void addPictureNodes(PictureDraft& draft)
{
    NodeBuilder(draft).addNodes();
}

} // namespace meshdraft::topology
