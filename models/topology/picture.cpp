// SPDX-License-Identifier: Apache-2.0
#include "models/topology/picture.h"

#include "models/topology/routetext.h"

#include <algorithm>
#include <unordered_set>

namespace meshdraft::topology {

namespace {

std::string fileNameOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// "reviews.shop.svc.cluster.local" -> "shop"; empty for hosts that are not a service's.
std::string namespaceOfHost(const std::string& fqdn)
{
    const auto service = fqdn.find(".svc.");
    const auto dot = fqdn.find('.');
    return service == std::string::npos || dot >= service ? std::string() : fqdn.substr(dot + 1, service - dot - 1);
}

std::string shortHost(const std::string& fqdn)
{
    return namespaceOfHost(fqdn).empty() ? fqdn : fqdn.substr(0, fqdn.find('.'));
}

using ReferenceByNode = std::unordered_map<source::NodeId, const mesh::Reference*>;

class Builder {
public:
    Builder(const mesh::MeshGraph& graph, const RouteIds& routeIds)
        : m_graph(graph)
        , m_routeIds(routeIds)
        , m_nodeOf(graph.resources().size(), -1)
    {
    }

    Picture build()
    {
        for (const std::string& ns : m_graph.namespaces())
            groupOf(ns);
        addNodes();
        addEdges();
        for (const auto& [service, index] : m_services)
            addWorkloadEdges(service, index);
        dropEmptyGroups();
        return std::move(m_picture);
    }

private:
    Topology& topology() { return m_picture.topology; }
    Node& node(std::uint32_t index) { return topology().nodes[index]; }

    std::int32_t groupOf(const std::string& ns)
    {
        const auto [it, isNew] = m_groups.try_emplace(ns, static_cast<std::int32_t>(topology().groups.size()));
        if (isNew) {
            Group group;
            group.id = "ns/" + ns;
            group.title = ns;
            group.mtls = m_graph.mtlsOfNamespace(ns);
            topology().groups.push_back(std::move(group));
        }
        return it->second;
    }

    std::int32_t externalGroup()
    {
        if (m_external < 0) {
            m_external = static_cast<std::int32_t>(topology().groups.size());
            Group group;
            group.id = "external";
            group.title = "external";
            group.outside = true;
            topology().groups.push_back(std::move(group));
        }
        return m_external;
    }

    std::uint32_t addNode(Node node, Origin origin)
    {
        const auto index = static_cast<std::uint32_t>(topology().nodes.size());
        m_picture.nodeById.emplace(node.id, index);
        topology().nodes.push_back(std::move(node));
        m_picture.nodes.push_back(origin);
        m_picture.rows.emplace_back();
        m_picture.rules.emplace_back();
        return index;
    }

    /// The first resource of a key has the key as id; further ones add where they stand.
    std::string idOf(const mesh::Resource& resource)
    {
        const mesh::ResourceKey& key = resource.key;
        std::string id = key.group + "/" + key.kind + "/" + key.ns + "/" + key.name;
        if (m_picture.nodeById.contains(id))
            id += "@" + resource.source.path + "#" + std::to_string(resource.source.document) + "."
                + std::to_string(resource.source.item);
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
        node.group = groupOf(resource.key.ns);
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
        nameDuplicate(index, node);
        const auto position = addNode(std::move(node), {&m_graph.at(index), source::noNode});
        m_nodeOf[index] = static_cast<std::int32_t>(position);
        return position;
    }

    void addNodes()
    {
        const auto count = static_cast<mesh::ResourceIndex>(m_graph.resources().size());
        for (mesh::ResourceIndex i = 0; i < count; ++i)
            if (const auto* gateway = std::get_if<mesh::Gateway>(&m_graph.at(i).body)) {
                Node node = nodeFor(i, NodeType::Gateway);
                node.subtitle = gatewaySubtitle(*gateway);
                addResource(i, std::move(node));
            }
        for (mesh::ResourceIndex i = 0; i < count; ++i)
            if (const auto* table = std::get_if<mesh::RouteTable>(&m_graph.at(i).body))
                addTable(i, *table);
        for (mesh::ResourceIndex i = 0; i < count; ++i)
            if (std::holds_alternative<mesh::Service>(m_graph.at(i).body))
                addService(i);
        for (mesh::ResourceIndex i = 0; i < count; ++i)
            if (const auto* entry = std::get_if<mesh::ServiceEntry>(&m_graph.at(i).body)) {
                Node node = nodeFor(i, NodeType::ServiceEntry);
                node.subtitle = serviceEntrySubtitle(*entry);
                if (entry->location != "MESH_INTERNAL")
                    node.group = externalGroup();
                const std::uint32_t position = addResource(i, std::move(node));
                m_services.emplace_back(position, i);
                addRules(position, entry->hosts.empty() ? std::string() : entry->hosts.front().value);
            }
        for (mesh::ResourceIndex i = 0; i < count; ++i)
            if (const auto* workload = std::get_if<mesh::Workload>(&m_graph.at(i).body)) {
                Node node = nodeFor(i, NodeType::Workload);
                node.replicas = workload->replicas;
                node.mtls = m_graph.mtlsOfWorkload(i);
                topology().groups[static_cast<std::size_t>(node.group)].workloads += 1;
                node.subtitle = m_graph.at(i).key.kind;
                addResource(i, std::move(node));
            }
    }

    void addTable(mesh::ResourceIndex index, const mesh::RouteTable& table)
    {
        const mesh::Resource& resource = m_graph.at(index);
        Node node = nodeFor(index, NodeType::RouteTable);
        node.subtitle = tableSubtitle(table);
        const std::int32_t group = node.group;
        topology().groups[static_cast<std::size_t>(group)].routeTables += 1;
        const std::string id = node.id;
        addResource(index, std::move(node));
        m_tables.push_back(index);
        m_firstRoute[index] = static_cast<std::uint32_t>(topology().nodes.size());
        for (const mesh::Route& route : table.routes) {
            Node pill;
            const auto renamed = m_routeIds.find({resource.key, route.protocol, route.index});
            pill.id = id + "/" + (renamed == m_routeIds.end() ? routeId(table, route) : renamed->second);
            pill.type = NodeType::Route;
            pill.element = resource.element(route.node);
            pill.where = resource.locate(route.node);
            pill.title = routeTitle(route);
            pill.subtitle = std::to_string(route.index + 1);
            pill.group = group;
            pill.badges = badgesOf(route);
            addNode(std::move(pill), {&resource, route.node});
        }
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
        m_services.emplace_back(position, index);
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
            Node& card = node(position);
            card.related.push_back(resource.element());
            m_picture.rules[position].push_back(&resource);
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
                m_picture.rows[position].push_back({&resource, subset.node});
                m_subsetLabels[position].push_back(&subset.labels);
            }
        }
    }

    std::uint32_t missingNode(const std::string& what, const std::string& name, bool isUnknown, std::int32_t group)
    {
        const std::string id = "missing/" + what + "/" + name;
        if (const auto it = m_picture.nodeById.find(id); it != m_picture.nodeById.end())
            return it->second;
        Node missing;
        missing.id = id;
        missing.type = NodeType::Missing;
        missing.title = what == "service" ? shortHost(name) : name.substr(name.find('/') + 1);
        missing.group = group;
        missing.missingReason = (isUnknown ? "unknown." : "missing.") + what;
        return addNode(std::move(missing), {});
    }

    /// A missing thing stands in its own namespace when that is on the picture, else beside what names it.
    std::int32_t groupForMissing(const std::string& ns, std::int32_t fallback)
    {
        const auto it = m_groups.find(ns);
        return it == m_groups.end() ? fallback : it->second;
    }

    std::uint32_t addEdge(Edge edge)
    {
        edge.id += (edge.id.empty() ? "" : " ") + node(edge.from).id + (edge.fromRow < 0 ? "" : "/" + rowName(edge, true))
            + " > " + node(edge.to).id + (edge.toRow < 0 ? "" : "/" + rowName(edge, false));
        const int repeated = m_edgeIds[edge.id]++;
        if (repeated > 0)
            edge.id += " ~" + std::to_string(repeated);
        topology().edges.push_back(std::move(edge));
        return static_cast<std::uint32_t>(topology().edges.size() - 1);
    }

    std::string rowName(const Edge& edge, bool isSource)
    {
        return isSource ? node(edge.from).subsets[static_cast<std::size_t>(edge.fromRow)].name
                        : node(edge.to).subsets[static_cast<std::size_t>(edge.toRow)].name;
    }

    void addEdges()
    {
        for (const mesh::ResourceIndex index : m_tables) {
            const mesh::Resource& resource = m_graph.at(index);
            const auto& table = std::get<mesh::RouteTable>(resource.body);
            ReferenceByNode references;
            for (const mesh::Reference* reference : m_graph.referencesFrom(index)) {
                references.emplace(reference->node, reference);
                if (reference->type == mesh::ReferenceType::Exposes)
                    addExposes(index, *reference);
            }
            std::uint32_t pill = m_firstRoute[index];
            for (const mesh::Route& route : table.routes)
                addRouteEdges(index, route, pill++, references);
        }
    }

    void addExposes(mesh::ResourceIndex index, const mesh::Reference& reference)
    {
        const mesh::Resource& resource = m_graph.at(index);
        const auto table = static_cast<std::uint32_t>(m_nodeOf[index]);
        if (reference.target == "mesh")
            return;
        Edge edge;
        if (reference.to != mesh::noResource) {
            if (!std::holds_alternative<mesh::Gateway>(m_graph.at(reference.to).body))
                return; // a route that is attached to a Service serves calls inside the mesh
            edge.from = static_cast<std::uint32_t>(m_nodeOf[reference.to]);
        } else {
            const std::string ns = reference.target.substr(0, reference.target.find('/'));
            const bool isUnknown = reference.resolution == mesh::Resolution::Unknown;
            edge.from = missingNode("gateway", reference.target, isUnknown, groupForMissing(ns, node(table).group));
            edge.dangling = !isUnknown;
        }
        edge.to = table;
        edge.type = EdgeType::Exposes;
        edge.element = resource.element(reference.node);
        edge.where = resource.locate(reference.node);
        const bool isKnown = std::ranges::any_of(m_exposed[table], [&](std::uint32_t from) { return from == edge.from; });
        if (isKnown)
            return; // several listeners of one gateway
        m_exposed[table].push_back(edge.from);
        addEdge(std::move(edge));
    }

    void addRouteEdges(mesh::ResourceIndex index, const mesh::Route& route, std::uint32_t pill,
                       const ReferenceByNode& references)
    {
        const mesh::Resource& resource = m_graph.at(index);
        const bool isTcp = route.protocol == mesh::Protocol::Tcp || route.protocol == mesh::Protocol::Tls;
        Edge contains;
        contains.from = static_cast<std::uint32_t>(m_nodeOf[index]);
        contains.to = pill;
        contains.type = EdgeType::Contains;
        contains.isTcp = isTcp;
        contains.element = resource.element(route.node);
        contains.where = resource.locate(route.node);
        addEdge(std::move(contains));
        for (const mesh::Destination& destination : route.destinations)
            addDestination(index, destination, pill, references, EdgeType::Routes, isTcp);
        for (const mesh::Destination& mirror : route.mirrors)
            addDestination(index, mirror, pill, references, EdgeType::Mirrors, isTcp);
        if (route.delegate.isPresent())
            addDelegate(index, route, pill, references);
    }

    void addDestination(mesh::ResourceIndex index, const mesh::Destination& destination, std::uint32_t pill,
                        const ReferenceByNode& references, EdgeType type, bool isTcp)
    {
        const mesh::Resource& resource = m_graph.at(index);
        const auto found = references.find(destination.host.node);
        const mesh::Reference* reference = found == references.end() ? nullptr : found->second;
        Edge edge;
        edge.from = pill;
        edge.type = type;
        edge.isTcp = isTcp;
        edge.share = type == EdgeType::Mirrors ? static_cast<double>(destination.effectiveWeight) / 100.0
                                               : destination.share;
        edge.element = resource.element(destination.node);
        edge.where = resource.locate(destination.node);
        setTarget(edge, resource, destination, reference);
        edge.id = type == EdgeType::Mirrors ? "mirror" : "route";
        if (destination.port.isPresent())
            edge.id += ":" + std::to_string(destination.port.value);
        addEdge(std::move(edge));
    }

    void setTarget(Edge& edge, const mesh::Resource& from, const mesh::Destination& destination,
                   const mesh::Reference* reference)
    {
        mesh::HostResolution host;
        if (reference != nullptr)
            host = {reference->resolution, reference->target, reference->to};
        else
            host = m_graph.resolveHost(destination.host.value, destination.backendNamespace.empty()
                                                                   ? std::string_view(from.key.ns)
                                                                   : std::string_view(destination.backendNamespace));
        if (host.fqdn.empty())
            host.fqdn = destination.host.value;
        const std::int32_t position = host.resource == mesh::noResource ? -1 : m_nodeOf[host.resource];
        if (position < 0) {
            const bool isUnknown = host.resolution != mesh::Resolution::Missing;
            const std::string ns = namespaceOfHost(host.fqdn);
            const bool isOutside = isUnknown && ns.empty() && host.fqdn.find('.') != std::string::npos;
            edge.to = missingNode("service", host.fqdn, isUnknown,
                                  isOutside ? externalGroup() : groupForMissing(ns, node(edge.from).group));
            edge.dangling = !isUnknown;
            return;
        }
        edge.to = static_cast<std::uint32_t>(position);
        if (!destination.subset.value.empty())
            setRow(edge, destination.subset.value,
                   reference == nullptr ? mesh::Resolution::Missing : reference->subsetResolution);
    }

    void setRow(Edge& edge, const std::string& subset, mesh::Resolution resolution)
    {
        Node& card = node(edge.to);
        if (card.type != NodeType::Service) {
            edge.dangling = resolution == mesh::Resolution::Missing;
            return;
        }
        const auto row = std::ranges::find(card.subsets, subset, &SubsetRow::name);
        edge.toRow = static_cast<std::int32_t>(row - card.subsets.begin());
        if (row == card.subsets.end()) {
            SubsetRow missing;
            missing.name = subset;
            missing.missing = resolution == mesh::Resolution::Missing;
            card.subsets.push_back(std::move(missing));
            m_picture.rows[edge.to].emplace_back();
        }
        edge.dangling = card.subsets[static_cast<std::size_t>(edge.toRow)].missing;
    }

    void addDelegate(mesh::ResourceIndex index, const mesh::Route& route, std::uint32_t pill,
                     const ReferenceByNode& references)
    {
        const mesh::Resource& resource = m_graph.at(index);
        const auto found = references.find(route.delegate.node);
        Edge edge;
        edge.from = pill;
        edge.type = EdgeType::Delegates;
        edge.element = resource.element(route.delegate.node);
        edge.where = resource.locate(route.delegate.node);
        if (found != references.end() && found->second->to != mesh::noResource && m_nodeOf[found->second->to] >= 0) {
            edge.to = static_cast<std::uint32_t>(m_nodeOf[found->second->to]);
        } else {
            const bool isUnknown = found != references.end() && found->second->resolution == mesh::Resolution::Unknown;
            const std::string ns = route.delegate.value.substr(0, route.delegate.value.find('/'));
            edge.to = missingNode("virtualservice", route.delegate.value, isUnknown,
                                  groupForMissing(ns, node(pill).group));
            edge.dangling = !isUnknown;
        }
        addEdge(std::move(edge));
    }

    /// Workloads of a subset hang on its row, the others on the card.
    void addWorkloadEdges(std::uint32_t service, mesh::ResourceIndex index)
    {
        std::unordered_set<mesh::ResourceIndex> inSubset;
        const auto labels = m_subsetLabels.find(service);
        const std::size_t rows = labels == m_subsetLabels.end() ? 0 : labels->second.size();
        for (std::size_t row = 0; row < rows; ++row)
            for (const mesh::ResourceIndex workload : m_graph.workloadsOf(index, *labels->second[row])) {
                inSubset.insert(workload);
                addSelects(service, static_cast<std::int32_t>(row), workload);
            }
        for (const mesh::ResourceIndex workload : m_graph.workloadsOf(index))
            if (!inSubset.contains(workload))
                addSelects(service, -1, workload);
    }

    void addSelects(std::uint32_t service, std::int32_t row, mesh::ResourceIndex workload)
    {
        if (m_nodeOf[workload] < 0)
            return;
        const Node& card = node(service);
        Edge edge;
        edge.from = service;
        edge.fromRow = row;
        edge.to = static_cast<std::uint32_t>(m_nodeOf[workload]);
        edge.type = EdgeType::Selects;
        edge.element = row < 0 ? card.element : card.subsets[static_cast<std::size_t>(row)].element;
        edge.where = row < 0 ? card.where : card.subsets[static_cast<std::size_t>(row)].where;
        addEdge(std::move(edge));
    }

    void dropEmptyGroups()
    {
        std::vector<bool> isUsed(topology().groups.size());
        for (const Node& each : topology().nodes)
            isUsed[static_cast<std::size_t>(each.group)] = true;
        std::vector<std::int32_t> position(topology().groups.size(), -1);
        std::vector<Group> groups;
        const auto keep = [&](bool outside) {
            for (std::size_t i = 0; i < isUsed.size(); ++i)
                if (isUsed[i] && topology().groups[i].outside == outside) {
                    position[i] = static_cast<std::int32_t>(groups.size());
                    groups.push_back(topology().groups[i]);
                }
        };
        keep(false);
        keep(true);
        topology().groups = std::move(groups);
        for (Node& each : topology().nodes)
            each.group = position[static_cast<std::size_t>(each.group)];
    }

    const mesh::MeshGraph& m_graph;
    const RouteIds& m_routeIds;
    Picture m_picture;
    std::vector<std::int32_t> m_nodeOf; ///< resource -> node
    std::unordered_map<std::string, std::int32_t> m_groups;
    std::int32_t m_external = -1;
    std::vector<mesh::ResourceIndex> m_tables;
    std::unordered_map<mesh::ResourceIndex, std::uint32_t> m_firstRoute;
    std::vector<std::pair<std::uint32_t, mesh::ResourceIndex>> m_services; ///< nodes that select workloads
    std::unordered_map<std::uint32_t, std::vector<const mesh::Labels*>> m_subsetLabels;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_exposed;
    std::unordered_map<std::string, int> m_edgeIds;
};

} // namespace

std::string routeId(const mesh::RouteTable& table, const mesh::Route& route)
{
    const std::string list(mesh::protocolName(route.protocol));
    const auto hasSameName = [&](const mesh::Route& other) {
        return other.protocol == route.protocol && other.name.value == route.name.value;
    };
    if (!route.name.value.empty() && std::ranges::count_if(table.routes, hasSameName) == 1)
        return list + ":" + route.name.value;
    return list + "[" + std::to_string(route.index) + "]";
}

Picture buildPicture(const mesh::MeshGraph& graph, const RouteIds& routeIds)
{
    return Builder(graph, routeIds).build();
}

} // namespace meshdraft::topology
