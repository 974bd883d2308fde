// SPDX-License-Identifier: Apache-2.0
#include "models/topology/picturedraft.h"

#include <algorithm>
#include <unordered_set>

namespace meshdraft::topology {

namespace {

/// The references of one table, found by the scalar that names the target. A table has a few of them: looking through
/// them is faster than any map.
class ReferenceByNode {
public:
    void add(const mesh::Reference& reference) { m_references.push_back(&reference); }
    void sort()
    {
        std::ranges::stable_sort(m_references, {}, [](const mesh::Reference* reference) { return reference->node; });
    }
    const mesh::Reference* find(source::NodeId node) const
    {
        const auto it = std::ranges::lower_bound(m_references, node, {},
                                                 [](const mesh::Reference* reference) { return reference->node; });
        return it == m_references.end() || (*it)->node != node ? nullptr : *it;
    }

private:
    std::vector<const mesh::Reference*> m_references;
};

class EdgeBuilder {
public:
    explicit EdgeBuilder(PictureDraft& draft)
        : m_draft(draft)
        , m_graph(draft.graph)
    {
    }

    void addEdges()
    {
        m_draft.topology().edges.reserve(2 * m_draft.topology().nodes.size());
        m_edgeIds.reserve(2 * m_draft.topology().nodes.size());
        for (const mesh::ResourceIndex index : m_draft.tables) {
            const mesh::Resource& resource = m_graph.at(index);
            const auto& table = std::get<mesh::RouteTable>(resource.body);
            ReferenceByNode references;
            for (const mesh::Reference& reference : m_graph.referencesFrom(index)) {
                references.add(reference);
                if (reference.type == mesh::ReferenceType::Exposes)
                    addExposes(index, reference);
            }
            references.sort();
            std::uint32_t pill = m_draft.firstRoute[index];
            for (const mesh::Route& route : table.routes)
                addRouteEdges(index, route, pill++, references);
        }
        for (const auto& [service, index] : m_draft.services)
            addWorkloadEdges(service, index);
    }

private:
    std::uint32_t addEdge(Edge edge)
    {
        const std::string& from = m_draft.node(edge.from).id;
        const std::string& to = m_draft.node(edge.to).id;
        edge.id.reserve(edge.id.size() + from.size() + to.size() + 40);
        if (!edge.id.empty())
            edge.id += ' ';
        edge.id += from;
        if (edge.fromRow >= 0)
            edge.id.append("/").append(rowName(edge, true));
        edge.id.append(" > ").append(to);
        if (edge.toRow >= 0)
            edge.id.append("/").append(rowName(edge, false));
        const int repeated = m_edgeIds[std::hash<std::string>()(edge.id)]++;
        if (repeated > 0)
            edge.id += " ~" + std::to_string(repeated);
        m_draft.topology().edges.push_back(std::move(edge));
        return static_cast<std::uint32_t>(m_draft.topology().edges.size() - 1);
    }

    const std::string& rowName(const Edge& edge, bool isSource)
    {
        return isSource ? m_draft.node(edge.from).subsets[static_cast<std::size_t>(edge.fromRow)].name
                        : m_draft.node(edge.to).subsets[static_cast<std::size_t>(edge.toRow)].name;
    }

    void addExposes(mesh::ResourceIndex index, const mesh::Reference& reference)
    {
        const mesh::Resource& resource = m_graph.at(index);
        const auto table = static_cast<std::uint32_t>(m_draft.nodeOf[index]);
        if (reference.target == "mesh")
            return;
        Edge edge;
        if (reference.to != mesh::noResource) {
            if (!std::holds_alternative<mesh::Gateway>(m_graph.at(reference.to).body))
                return; // a route that is attached to a Service serves calls inside the mesh
            edge.from = static_cast<std::uint32_t>(m_draft.nodeOf[reference.to]);
        } else {
            const std::string ns = reference.target.substr(0, reference.target.find('/'));
            const bool isUnknown = reference.resolution == mesh::Resolution::Unknown;
            edge.from = m_draft.missingNode("gateway", reference.target, isUnknown,
                                            m_draft.groupForMissing(ns, m_draft.node(table).group));
            edge.dangling = !isUnknown;
        }
        edge.to = table;
        edge.type = EdgeType::Exposes;
        edge.element = resource.element(reference.node);
        edge.where = resource.locate(reference.node);
        const bool isKnown =
            std::ranges::any_of(m_exposed[table], [&](std::uint32_t from) { return from == edge.from; });
        if (isKnown)
            return; // several listeners of one gateway
        m_exposed[table].push_back(edge.from);
        addEdge(std::move(edge));
    }

    void addRouteEdges(mesh::ResourceIndex index, const mesh::Route& route, std::uint32_t pill,
                       const ReferenceByNode& references)
    {
        const bool isTcp = route.protocol == mesh::Protocol::Tcp || route.protocol == mesh::Protocol::Tls;
        Edge contains;
        contains.from = static_cast<std::uint32_t>(m_draft.nodeOf[index]);
        contains.to = pill;
        contains.type = EdgeType::Contains;
        contains.isTcp = isTcp;
        contains.element = m_draft.node(pill).element;
        contains.where = m_draft.node(pill).where;
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
        const mesh::Reference* reference = references.find(destination.host.node);
        Edge edge;
        edge.from = pill;
        edge.type = type;
        edge.isTcp = isTcp;
        edge.share =
            type == EdgeType::Mirrors ? static_cast<double>(destination.effectiveWeight) / 100.0 : destination.share;
        edge.element = resource.element(destination.node);
        edge.where = resource.locate(destination.node);
        setTarget(edge, resource, destination, reference);
        (isTcp ? m_tcp : m_http).insert(edge.to);
        edge.id = type == EdgeType::Mirrors ? "mirror" : "route";
        if (destination.port.isPresent())
            edge.id += ":" + std::to_string(destination.port.value);
        addEdge(std::move(edge));
    }

    void setTarget(Edge& edge, const mesh::Resource& from, const mesh::Destination& destination,
                   const mesh::Reference* reference)
    {
        mesh::HostResolution host;
        if (reference != nullptr) {
            host = {reference->resolution, reference->target, reference->to};
        } else {
            host = m_graph.resolveHost(destination.host.value,
                                       destination.backendNamespace.empty()
                                           ? std::string_view(from.key.ns)
                                           : std::string_view(destination.backendNamespace));
        }
        if (host.fqdn.empty())
            host.fqdn = destination.host.value;
        const std::int32_t position = host.resource == mesh::noResource ? -1 : m_draft.nodeOf[host.resource];
        if (position < 0) {
            const bool isUnknown = host.resolution != mesh::Resolution::Missing;
            const std::string ns = namespaceOfHost(host.fqdn);
            const bool isOutside = isUnknown && ns.empty() && host.fqdn.find('.') != std::string::npos;
            edge.to = m_draft.missingNode("service", host.fqdn, isUnknown,
                                          isOutside ? m_draft.externalGroup()
                                                    : m_draft.groupForMissing(ns, m_draft.node(edge.from).group));
            edge.dangling = !isUnknown;
            return;
        }
        edge.to = static_cast<std::uint32_t>(position);
        if (!destination.subset.value.empty()) {
            setRow(edge, destination.subset.value,
                   reference == nullptr ? mesh::Resolution::Missing : reference->subsetResolution);
        }
    }

    void setRow(Edge& edge, const std::string& subset, mesh::Resolution resolution)
    {
        Node& card = m_draft.node(edge.to);
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
            m_draft.picture.rows[edge.to].emplace_back();
        }
        edge.dangling = card.subsets[static_cast<std::size_t>(edge.toRow)].missing;
    }

    void addDelegate(mesh::ResourceIndex index, const mesh::Route& route, std::uint32_t pill,
                     const ReferenceByNode& references)
    {
        const mesh::Resource& resource = m_graph.at(index);
        const mesh::Reference* found = references.find(route.delegate.node);
        Edge edge;
        edge.from = pill;
        edge.type = EdgeType::Delegates;
        edge.element = resource.element(route.delegate.node);
        edge.where = resource.locate(route.delegate.node);
        if (found != nullptr && found->to != mesh::noResource && m_draft.nodeOf[found->to] >= 0) {
            edge.to = static_cast<std::uint32_t>(m_draft.nodeOf[found->to]);
        } else {
            const bool isUnknown = found != nullptr && found->resolution == mesh::Resolution::Unknown;
            const std::string ns = route.delegate.value.substr(0, route.delegate.value.find('/'));
            edge.to = m_draft.missingNode("virtualservice", route.delegate.value, isUnknown,
                                          m_draft.groupForMissing(ns, m_draft.node(pill).group));
            edge.dangling = !isUnknown;
        }
        addEdge(std::move(edge));
    }

    /// Workloads of a subset hang on its row, the others on the card.
    void addWorkloadEdges(std::uint32_t service, mesh::ResourceIndex index)
    {
        std::vector<mesh::ResourceIndex> inSubset;
        const auto labels = m_draft.subsetLabels.find(service);
        const std::size_t rows = labels == m_draft.subsetLabels.end() ? 0 : labels->second.size();
        for (std::size_t row = 0; row < rows; ++row) {
            for (const mesh::ResourceIndex workload : m_graph.workloadsOf(index, *labels->second[row])) {
                inSubset.push_back(workload);
                addSelects(service, static_cast<std::int32_t>(row), workload);
            }
        }
        std::ranges::sort(inSubset);
        for (const mesh::ResourceIndex workload : m_graph.workloadsOf(index)) {
            if (!std::ranges::binary_search(inSubset, workload))
                addSelects(service, -1, workload);
        }
    }

    void addSelects(std::uint32_t service, std::int32_t row, mesh::ResourceIndex workload)
    {
        if (m_draft.nodeOf[workload] < 0)
            return;
        const Node& card = m_draft.node(service);
        Edge edge;
        edge.from = service;
        edge.fromRow = row;
        edge.to = static_cast<std::uint32_t>(m_draft.nodeOf[workload]);
        edge.type = EdgeType::Selects;
        edge.isTcp = m_tcp.contains(service) && !m_http.contains(service);
        edge.element = row < 0 ? card.element : card.subsets[static_cast<std::size_t>(row)].element;
        edge.where = row < 0 ? card.where : card.subsets[static_cast<std::size_t>(row)].where;
        addEdge(std::move(edge));
    }

    PictureDraft& m_draft;
    const mesh::MeshGraph& m_graph;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_exposed; ///< table -> its gateways
    /// How many edges have an id, by its hash: two ids with one hash would only get a number that they do not need.
    std::unordered_map<std::size_t, int> m_edgeIds;
    std::unordered_set<std::uint32_t> m_http; ///< nodes with a route that is not TCP or TLS
    std::unordered_set<std::uint32_t> m_tcp; ///< nodes with one that is
};

} // namespace

void addPictureEdges(PictureDraft& draft)
{
    EdgeBuilder(draft).addEdges();
}

} // namespace meshdraft::topology
