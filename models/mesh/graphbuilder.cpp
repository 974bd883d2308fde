// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/hostnames.h"
#include "models/mesh/kinds.h"
#include "models/mesh/meshgraph.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace meshdraft::mesh {

/// Fills a MeshGraph: indexes first, then the references that look things up in them.
class GraphBuilder {
public:
    explicit GraphBuilder(MeshGraph& graph)
        : m_graph(graph)
    {
    }

    void build(std::string environment, std::vector<ResourcePtr> resources)
    {
        m_graph.m_environment = std::move(environment);
        m_graph.m_resources = std::move(resources);
        const auto place = [](const ResourcePtr& resource) {
            const SourceDoc& source = resource->source;
            return std::tie(source.path, source.document, source.item);
        };
        if (!std::ranges::is_sorted(m_graph.m_resources, {}, place))
            std::ranges::stable_sort(m_graph.m_resources, {}, place);
        for (ResourceIndex index = 0; index < count(); ++index)
            indexResource(index);
        for (const ResourceIndex service : m_services)
            m_graph.m_hosts[serviceHost(at(service).key.name, at(service).key.ns)].push_back(service);
        for (const ResourceIndex entry : m_serviceEntries)
            indexServiceEntry(entry);
        for (ResourceIndex index = 0; index < count(); ++index)
            addReferences(index);
        linkReferences();
    }

private:
    ResourceIndex count() const { return static_cast<ResourceIndex>(m_graph.m_resources.size()); }
    const Resource& at(ResourceIndex index) const { return m_graph.at(index); }

    void indexResource(ResourceIndex index)
    {
        const Resource& resource = at(index);
        m_graph.m_byKey[resource.key].push_back(index);
        m_graph.m_byKind[resource.key.kind].push_back(index);
        if (!resource.key.ns.empty())
            m_graph.m_byNamespace[resource.key.ns].push_back(index);
        if (std::holds_alternative<Service>(resource.body)) {
            m_services.push_back(index);
            m_graph.m_serviceNamespaces.insert(resource.key.ns);
        } else if (std::holds_alternative<ServiceEntry>(resource.body)) {
            m_serviceEntries.push_back(index);
        } else if (const auto* rule = std::get_if<DestinationRule>(&resource.body)) {
            indexDestinationRule(index, *rule);
        } else if (const auto* workload = std::get_if<Workload>(&resource.body)) {
            indexWorkload(index, *workload);
        } else if (std::holds_alternative<PeerAuthentication>(resource.body)) {
            m_graph.m_peerAuthentications[resource.key.ns].push_back(index);
        }
    }

    void indexServiceEntry(ResourceIndex index)
    {
        for (const Field<std::string>& host : std::get<ServiceEntry>(at(index).body).hosts) {
            const std::string_view written = host.value;
            if (written == "*" || written.starts_with("*."))
                m_graph.m_wildcards[std::string(written.substr(1))].push_back(index);
            else if (!written.empty())
                m_graph.m_hosts[fullyQualifiedHost(written, at(index).key.ns)].push_back(index);
        }
    }

    void indexDestinationRule(ResourceIndex index, const DestinationRule& rule)
    {
        if (rule.host.value.empty())
            return;
        const std::string host = fullyQualifiedHost(rule.host.value, at(index).key.ns);
        m_graph.m_destinationRules[host].push_back(index);
        for (const DestinationRule::Subset& subset : rule.subsets) {
            if (!subset.name.value.empty())
                m_graph.m_subsets.insert(host + "|" + subset.name.value);
        }
    }

    void indexWorkload(ResourceIndex index, const Workload& workload)
    {
        for (const auto& [label, value] : workload.podLabels) {
            const std::string pair = "\n" + label + "\n" + value;
            m_graph.m_workloads[at(index).key.ns + pair].push_back(index);
            m_graph.m_workloads[pair].push_back(index);
        }
    }

    void addReferences(ResourceIndex index)
    {
        const Resource& resource = at(index);
        if (const auto* table = std::get_if<RouteTable>(&resource.body))
            addRouteTable(index, *table);
        else if (const auto* rule = std::get_if<DestinationRule>(&resource.body))
            addDestinationRule(index, *rule);
        else if (std::holds_alternative<Service>(resource.body))
            addSelected(index, childOf(resource, {"spec", "selector"}), {}, m_graph.workloadsOf(index));
        else if (std::holds_alternative<ServiceEntry>(resource.body))
            addSelected(index, childOf(resource, {"spec", "workloadSelector"}), {}, m_graph.workloadsOf(index));
        else if (const auto* gateway = std::get_if<Gateway>(&resource.body); gateway && !gateway->selector.empty())
            addSelected(index, childOf(resource, {"spec", "selector"}), {},
                        m_graph.workloadsWith("", gateway->selector));
    }

    static source::NodeId childOf(const Resource& resource, std::initializer_list<std::string_view> keys)
    {
        source::NodeRef node = resource.rootNode();
        for (const std::string_view key : keys)
            node = node.resolved()[key];
        return node.id();
    }

    void addSelected(ResourceIndex from, source::NodeId node, const std::string& subset,
                     const std::vector<ResourceIndex>& workloads)
    {
        for (const ResourceIndex workload : workloads) {
            Reference reference;
            reference.type = ReferenceType::Selects;
            reference.from = from;
            reference.node = node;
            reference.target = at(workload).key.ns + "/" + at(workload).key.name;
            reference.subset = subset;
            reference.subsetNode = subset.empty() ? source::noNode : node;
            reference.to = workload;
            m_graph.m_references.push_back(std::move(reference));
        }
    }

    void addRouteTable(ResourceIndex index, const RouteTable& table)
    {
        for (const Field<std::string>& gateway : table.gateways) {
            if (table.isGatewayApi)
                addParent(index, gateway);
            else if (gateway.value != "mesh")
                addGateway(index, gateway);
        }
        for (const Route& route : table.routes) {
            for (const Destination& destination : route.destinations)
                addDestination(index, table, destination, ReferenceType::Routes);
            for (const Destination& mirror : route.mirrors)
                addDestination(index, table, mirror, ReferenceType::Mirrors);
            if (route.delegate.isPresent())
                addNamed(index, ReferenceType::Delegates, route.delegate.node, route.delegate.value,
                         {"networking.istio.io"}, "VirtualService");
        }
    }

    void addGateway(ResourceIndex index, const Field<std::string>& gateway)
    {
        addNamed(index, ReferenceType::Exposes, gateway.node, gatewayReference(gateway.value, at(index).key.ns),
                 {"networking.istio.io", "gateway.networking.k8s.io"}, "Gateway");
    }

    /// A parentRef: "ns/name" of a Gateway, else "Kind/ns/name".
    void addParent(ResourceIndex index, const Field<std::string>& parent)
    {
        const auto slash = parent.value.find('/');
        const auto second = parent.value.find('/', slash + 1);
        if (second == std::string::npos) {
            addNamed(index, ReferenceType::Exposes, parent.node, parent.value, {"gateway.networking.k8s.io"},
                     "Gateway");
            return;
        }
        const std::string kind = parent.value.substr(0, slash);
        const std::string path = parent.value.substr(slash + 1);
        if (kind == "Service") {
            addNamed(index, ReferenceType::Exposes, parent.node, path, {""}, kind);
        } else if (kind == "ServiceEntry") {
            addNamed(index, ReferenceType::Exposes, parent.node, path, {"networking.istio.io"}, kind);
        } else {
            Reference reference{ReferenceType::Exposes, index, parent.node, path, {}};
            reference.resolution = Resolution::Unknown;
            m_graph.m_references.push_back(std::move(reference));
        }
    }

    /// A reference by namespace and name ("ns/name") to a kind in one of several groups.
    void addNamed(ResourceIndex from, ReferenceType type, source::NodeId node, const std::string& target,
                  std::initializer_list<std::string_view> groups, const std::string& kind)
    {
        Reference reference{type, from, node, target, {}};
        const auto slash = target.find('/');
        const std::string ns = target.substr(0, slash);
        const std::string name = target.substr(slash + 1);
        for (const std::string_view group : groups) {
            const auto found = m_graph.m_byKey.find({at(from).key.environment, std::string(group), kind, ns, name});
            if (found == m_graph.m_byKey.end())
                continue;
            reference.to = found->second.front();
            m_graph.m_references.push_back(std::move(reference));
            return;
        }
        // a namespace without any resource here is somebody else's
        const bool isKnown = m_graph.m_byNamespace.contains(ns) && !hasPlaceholder(target);
        reference.resolution = isKnown ? Resolution::Missing : Resolution::Unknown;
        m_graph.m_references.push_back(std::move(reference));
    }

    void addDestination(ResourceIndex index, const RouteTable& table, const Destination& destination,
                        ReferenceType type)
    {
        Reference reference;
        reference.type = type;
        reference.from = index;
        reference.node = destination.host.isPresent() ? destination.host.node : destination.node;
        const std::string& ns = at(index).key.ns;
        HostResolution host;
        if (!table.isGatewayApi) {
            host = m_graph.resolveVisibleHost(destination.host.value, ns, table.exportTo);
        } else if (destination.backendKind == "Service" && !destination.host.value.empty()) {
            const std::string& written = destination.backendNamespace;
            host = m_graph.resolveHost(serviceHost(destination.host.value, written.empty() ? ns : written), ns);
        } else if (destination.backendKind == "Hostname") { // Istio's own backend kind: any host
            host = m_graph.resolveHost(destination.host.value, ns);
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
                m_graph.resolveSubset(reference.target, reference.subset, reference.resolution);
        }
        m_graph.m_references.push_back(std::move(reference));
    }

    void addDestinationRule(ResourceIndex index, const DestinationRule& rule)
    {
        Reference reference;
        reference.type = ReferenceType::AppliesTo;
        reference.from = index;
        reference.node = rule.host.node;
        HostResolution host;
        if (rule.host.value.starts_with('*')) {
            host.fqdn = rule.host.value;
            host.resolution = coversSomeHost(host.fqdn) ? Resolution::Found : Resolution::Unknown;
        } else {
            host = m_graph.resolveVisibleHost(rule.host.value, at(index).key.ns, rule.exportTo);
        }
        reference.target = host.fqdn;
        reference.to = host.resource;
        reference.resolution = host.resolution;
        m_graph.m_references.push_back(std::move(reference));
        if (host.resource == noResource)
            return;
        for (const DestinationRule::Subset& subset : rule.subsets) {
            if (!subset.name.value.empty())
                addSelected(index, subset.name.node, subset.name.value,
                            m_graph.workloadsOf(host.resource, subset.labels));
        }
    }

    /// True when "*.suffix" covers a host of a Service or ServiceEntry. The suffixes are collected at the first
    /// question.
    bool coversSomeHost(std::string_view wildcard)
    {
        if (m_suffixes.empty()) {
            m_suffixes.insert("");
            const auto addSuffixes = [this](std::string_view host) {
                for (auto dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.', dot + 1))
                    m_suffixes.insert(host.substr(dot));
            };
            for (const auto& [host, resources] : m_graph.m_hosts)
                addSuffixes(host);
            for (const auto& [suffix, resources] : m_graph.m_wildcards)
                addSuffixes(suffix);
        }
        const bool hasHosts = !m_graph.m_hosts.empty() || !m_graph.m_wildcards.empty();
        return hasHosts && m_suffixes.contains(wildcard.substr(1));
    }

    void linkReferences()
    {
        m_graph.m_from.resize(count());
        m_graph.m_to.resize(count());
        for (std::uint32_t position = 0; position < m_graph.m_references.size(); ++position) {
            const Reference& reference = m_graph.m_references[position];
            m_graph.m_from[reference.from].push_back(position);
            if (reference.to != noResource)
                m_graph.m_to[reference.to].push_back(position);
        }
    }

    MeshGraph& m_graph;
    std::vector<ResourceIndex> m_services;
    std::vector<ResourceIndex> m_serviceEntries;
    std::unordered_set<std::string_view> m_suffixes; ///< of the hosts in m_graph, which outlives this
};

std::shared_ptr<const MeshGraph> MeshGraph::build(std::string environment, std::vector<ResourcePtr> resources)
{
    auto graph = std::make_shared<MeshGraph>();
    GraphBuilder(*graph).build(std::move(environment), std::move(resources));
    return graph;
}

std::shared_ptr<const MeshGraph> rebuildWith(const MeshGraph& graph, std::string_view path,
                                             std::vector<ResourcePtr> resources)
{
    std::vector<ResourcePtr> all;
    all.reserve(graph.resources().size() + resources.size());
    for (const ResourcePtr& resource : graph.resources()) {
        if (resource->source.path != path)
            all.push_back(resource);
    }
    std::ranges::move(resources, std::back_inserter(all));
    return MeshGraph::build(graph.environment(), std::move(all));
}

} // namespace meshdraft::mesh
