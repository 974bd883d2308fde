// SPDX-License-Identifier: Apache-2.0
#include "models/topology/picturedraft.h"

#include <algorithm>
#include <unordered_set>

namespace meshdraft::topology {

namespace {

using ReferenceByNode = std::unordered_map<source::NodeId, const mesh::Reference*>;

class EdgeBuilder {
public:
    explicit EdgeBuilder(PictureDraft& draft)
        : m_draft(draft)
        , m_graph(draft.graph)
    {
    }

    void addEdges()
    {
        for (const mesh::ResourceIndex index : m_draft.tables) {
            const mesh::Resource& resource = m_graph.at(index);
            const auto& table = std::get<mesh::RouteTable>(resource.body);
            ReferenceByNode references;
            for (const mesh::Reference& reference : m_graph.referencesFrom(index)) {
                references.emplace(reference.node, &reference);
                if (reference.type == mesh::ReferenceType::Exposes)
                    addExposes(index, reference);
            }
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
        edge.id += (edge.id.empty() ? "" : " ") + m_draft.node(edge.from).id
            + (edge.fromRow < 0 ? "" : "/" + rowName(edge, true)) + " > " + m_draft.node(edge.to).id
            + (edge.toRow < 0 ? "" : "/" + rowName(edge, false));
        const int repeated = m_edgeIds[edge.id]++;
        if (repeated > 0)
            edge.id += " ~" + std::to_string(repeated);
        m_draft.topology().edges.push_back(std::move(edge));
        return static_cast<std::uint32_t>(m_draft.topology().edges.size() - 1);
    }

    std::string rowName(const Edge& edge, bool isSource)
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
        const mesh::Resource& resource = m_graph.at(index);
        const bool isTcp = route.protocol == mesh::Protocol::Tcp || route.protocol == mesh::Protocol::Tls;
        Edge contains;
        contains.from = static_cast<std::uint32_t>(m_draft.nodeOf[index]);
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
        const auto found = references.find(route.delegate.node);
        Edge edge;
        edge.from = pill;
        edge.type = EdgeType::Delegates;
        edge.element = resource.element(route.delegate.node);
        edge.where = resource.locate(route.delegate.node);
        if (found != references.end() && found->second->to != mesh::noResource
            && m_draft.nodeOf[found->second->to] >= 0) {
            edge.to = static_cast<std::uint32_t>(m_draft.nodeOf[found->second->to]);
        } else {
            const bool isUnknown = found != references.end() && found->second->resolution == mesh::Resolution::Unknown;
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
        std::unordered_set<mesh::ResourceIndex> inSubset;
        const auto labels = m_draft.subsetLabels.find(service);
        const std::size_t rows = labels == m_draft.subsetLabels.end() ? 0 : labels->second.size();
        for (std::size_t row = 0; row < rows; ++row) {
            for (const mesh::ResourceIndex workload : m_graph.workloadsOf(index, *labels->second[row])) {
                inSubset.insert(workload);
                addSelects(service, static_cast<std::int32_t>(row), workload);
            }
        }
        for (const mesh::ResourceIndex workload : m_graph.workloadsOf(index)) {
            if (!inSubset.contains(workload))
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
    std::unordered_map<std::string, int> m_edgeIds;
    std::unordered_set<std::uint32_t> m_http; ///< nodes with a route that is not TCP or TLS
    std::unordered_set<std::uint32_t> m_tcp; ///< nodes with one that is
};

} // namespace

void addPictureEdges(PictureDraft& draft)
{
    EdgeBuilder(draft).addEdges();
}

} // namespace meshdraft::topology
