// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/graphreferences.h"

#include "models/mesh/hostnames.h"
#include "models/mesh/kinds.h"

namespace meshdraft::mesh {

namespace {

/// Reads what one resource names.
class ReferenceReader {
public:
    ReferenceReader(const MeshGraph& graph, ResourceIndex from)
        : m_graph(graph)
        , m_from(from)
    {
        addReferences();
    }

    Resolved take() { return {std::move(m_references), m_lookups.take()}; }

private:
    void addReferences()
    {
        const Resource& resource = m_graph.at(m_from);
        if (const auto* table = std::get_if<RouteTable>(&resource.body)) {
            addRouteTable(*table);
        } else if (const auto* rule = std::get_if<DestinationRule>(&resource.body)) {
            addDestinationRule(*rule);
        } else if (std::holds_alternative<Service>(resource.body)) {
            addSelected(childOf(resource, {"spec", "selector"}), {}, m_graph.workloadsOf(m_from, {}, &m_lookups));
        } else if (std::holds_alternative<ServiceEntry>(resource.body)) {
            addSelected(childOf(resource, {"spec", "workloadSelector"}), {},
                        m_graph.workloadsOf(m_from, {}, &m_lookups));
        } else if (const auto* gateway = std::get_if<Gateway>(&resource.body);
                   gateway != nullptr && !gateway->selector.empty()) {
            addSelected(childOf(resource, {"spec", "selector"}), {},
                        m_graph.workloadsAnywhere(gateway->selector, &m_lookups));
        }
    }

    static source::NodeId childOf(const Resource& resource, std::initializer_list<std::string_view> keys)
    {
        source::NodeRef node = resource.rootNode();
        for (const std::string_view key : keys)
            node = node.resolved()[key];
        return node.id();
    }

    void addSelected(source::NodeId node, const std::string& subset, const std::vector<ResourceIndex>& workloads)
    {
        for (const ResourceIndex workload : workloads) {
            Reference reference;
            reference.type = ReferenceType::Selects;
            reference.from = m_from;
            reference.node = node;
            reference.target = m_graph.at(workload).key.ns + "/" + m_graph.at(workload).key.name;
            reference.subset = subset;
            reference.subsetNode = subset.empty() ? source::noNode : node;
            reference.to = workload;
            m_references.push_back(std::move(reference));
        }
    }

    void addRouteTable(const RouteTable& table)
    {
        for (const Field<std::string>& gateway : table.gateways) {
            if (table.isGatewayApi) {
                addParent(gateway);
            } else if (gateway.value != "mesh") {
                addGateway(gateway);
            }
        }
        for (const Route& route : table.routes) {
            for (const Destination& destination : route.destinations)
                addDestination(table, destination, ReferenceType::Routes);
            for (const Destination& mirror : route.mirrors)
                addDestination(table, mirror, ReferenceType::Mirrors);
            if (route.delegate.isPresent()) {
                addNamed(ReferenceType::Delegates, route.delegate.node, route.delegate.value, {"networking.istio.io"},
                         "VirtualService");
            }
        }
    }

    void addGateway(const Field<std::string>& gateway)
    {
        addNamed(ReferenceType::Exposes, gateway.node, gatewayReference(gateway.value, m_graph.at(m_from).key.ns),
                 {"networking.istio.io", "gateway.networking.k8s.io"}, "Gateway");
    }

    /// A parentRef: "ns/name" of a Gateway, else "Kind/ns/name".
    void addParent(const Field<std::string>& parent)
    {
        const auto slash = parent.value.find('/');
        const auto second = parent.value.find('/', slash + 1);
        if (second == std::string::npos) {
            addNamed(ReferenceType::Exposes, parent.node, parent.value, {"gateway.networking.k8s.io"}, "Gateway");
            return;
        }
        const std::string kind = parent.value.substr(0, slash);
        const std::string path = parent.value.substr(slash + 1);
        if (kind == "Service") {
            addNamed(ReferenceType::Exposes, parent.node, path, {""}, kind);
        } else if (kind == "ServiceEntry") {
            addNamed(ReferenceType::Exposes, parent.node, path, {"networking.istio.io"}, kind);
        } else {
            Reference reference{ReferenceType::Exposes, m_from, parent.node, path, {}};
            reference.resolution = Resolution::Unknown;
            m_references.push_back(std::move(reference));
        }
    }

    /// A reference by namespace and name ("ns/name") to a kind in one of several groups.
    void addNamed(ReferenceType type, source::NodeId node, const std::string& target,
                  std::initializer_list<std::string_view> groups, const std::string& kind)
    {
        Reference reference{type, m_from, node, target, {}};
        const auto slash = target.find('/');
        const std::string ns = target.substr(0, slash);
        const std::string name = target.substr(slash + 1);
        for (const std::string_view group : groups) {
            const auto found =
                m_graph.find({m_graph.at(m_from).key.environment, std::string(group), kind, ns, name}, &m_lookups);
            if (found.empty())
                continue;
            reference.to = found.front();
            m_references.push_back(std::move(reference));
            return;
        }
        // a namespace without any resource here is somebody else's
        const bool isKnown = m_graph.hasNamespace(ns, &m_lookups) && !hasPlaceholder(target);
        reference.resolution = isKnown ? Resolution::Missing : Resolution::Unknown;
        m_references.push_back(std::move(reference));
    }

    void addDestination(const RouteTable& table, const Destination& destination, ReferenceType type)
    {
        Reference reference;
        reference.type = type;
        reference.from = m_from;
        reference.node = destination.host.isPresent() ? destination.host.node : destination.node;
        const std::string& ns = m_graph.at(m_from).key.ns;
        HostResolution host;
        if (!table.isGatewayApi) {
            host = m_graph.resolveHost(destination.host.value, ns, table.exportTo, &m_lookups);
        } else if (destination.backendKind == "Service" && !destination.host.value.empty()) {
            const std::string& written = destination.backendNamespace;
            host = m_graph.resolveHost(serviceHost(destination.host.value, written.empty() ? ns : written), ns,
                                       &m_lookups);
        } else if (destination.backendKind == "Hostname") { // Istio's own backend kind: any host
            host = m_graph.resolveHost(destination.host.value, ns, &m_lookups);
        } else {
            host.fqdn = destination.host.value;
            host.resolution = host.fqdn.empty() ? Resolution::Missing : Resolution::Unknown;
        }
        reference.target = std::move(host.fqdn);
        reference.to = host.resource;
        reference.resolution = host.resolution;
        if (!destination.subset.value.empty()) {
            reference.subset = destination.subset.value;
            reference.subsetNode = destination.subset.node;
            reference.subsetResolution =
                m_graph.resolveSubset(reference.target, reference.subset, reference.resolution, &m_lookups);
        }
        m_references.push_back(std::move(reference));
    }

    void addDestinationRule(const DestinationRule& rule)
    {
        Reference reference;
        reference.type = ReferenceType::AppliesTo;
        reference.from = m_from;
        reference.node = rule.host.node;
        HostResolution host;
        if (rule.host.value.starts_with('*')) {
            host.fqdn = rule.host.value;
            host.resolution = m_graph.coversSomeHost(host.fqdn, &m_lookups) ? Resolution::Found : Resolution::Unknown;
        } else {
            host = m_graph.resolveHost(rule.host.value, m_graph.at(m_from).key.ns, rule.exportTo, &m_lookups);
        }
        reference.target = host.fqdn;
        reference.to = host.resource;
        reference.resolution = host.resolution;
        m_references.push_back(std::move(reference));
        if (host.resource == noResource)
            return;
        for (const DestinationRule::Subset& subset : rule.subsets) {
            if (!subset.name.value.empty()) {
                addSelected(subset.name.node, subset.name.value,
                            m_graph.workloadsOf(host.resource, subset.labels, &m_lookups));
            }
        }
    }

    const MeshGraph& m_graph;
    ResourceIndex m_from;
    std::vector<Reference> m_references;
    Lookups m_lookups;
};

} // namespace

Resolved resolveReferences(const MeshGraph& graph, ResourceIndex resource)
{
    return ReferenceReader(graph, resource).take();
}

} // namespace meshdraft::mesh
