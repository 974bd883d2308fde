// SPDX-License-Identifier: Apache-2.0
// What names a port of a Service or ServiceEntry: by its name, its number, or that of the pods behind it.
#include "models/mesh/effective/meshview.h"
#include "models/mesh/hostnames.h"
#include "models/workspace/operations/renamer.h"
#include "models/workspace/operations/usages.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::workspace {

using mesh::ResourceIndex;
using source::NodeRef;

namespace {

/// The trafficPolicies of a DestinationRule: its own and those of the subsets.
std::vector<NodeRef> policiesOf(const mesh::Resource& rule)
{
    const NodeRef spec = rule.rootNode()["spec"].resolved();
    std::vector<NodeRef> policies{spec["trafficPolicy"].resolved()};
    for (const NodeRef subset : spec["subsets"].resolved().items())
        policies.push_back(subset.resolved()["trafficPolicy"].resolved());
    return policies;
}

std::vector<NodeRef> containersOf(const mesh::Resource& workload)
{
    const NodeRef spec = workload.rootNode()["spec"].resolved();
    std::vector<NodeRef> containers;
    for (const NodeRef pod :
         {spec, spec["template"]["spec"].resolved(), spec["jobTemplate"]["spec"]["template"]["spec"].resolved()}) {
        for (const char* list : {"containers", "initContainers"}) {
            for (const NodeRef container : pod[list].resolved().items())
                containers.push_back(container.resolved());
        }
    }
    return containers;
}

} // namespace

void Renamer::port()
{
    const auto* entry = std::get_if<mesh::ServiceEntry>(&m_resource.body);
    const auto* service = std::get_if<mesh::Service>(&m_resource.body);
    for (const NodeRef endpoint : m_resource.rootNode()["spec"]["endpoints"].resolved().items())
        changeKey(m_resource, endpoint["ports"][m_before].key());
    // machines that are selected as pods are: their ports go by the name here
    const mesh::Labels none;
    const mesh::Labels& selector =
        entry != nullptr ? entry->workloadSelector : (service != nullptr ? service->selector : none);
    for (const ResourceIndex index : m_graph.ofKind("WorkloadEntry")) {
        const mesh::Resource& machine = m_graph.at(index);
        const auto* body = std::get_if<mesh::WorkloadEntry>(&machine.body);
        if (body == nullptr || machine.key.ns != m_resource.key.ns || selector.empty())
            continue;
        if (mesh::effective::includesLabels(body->labels, selector)
            || mesh::effective::includesLabels(machine.labels, selector))
            changeKey(machine, machine.rootNode()["spec"]["ports"][m_before].key());
    }
    portOfIngresses();
}

void Renamer::portOfIngresses()
{
    if (m_resource.key.kind != "Service")
        return;
    for (const ResourceIndex index : m_graph.ofKind("Ingress")) {
        const mesh::Resource& ingress = m_graph.at(index);
        if (ingress.key.ns != m_resource.key.ns)
            continue;
        const auto follow = [&](NodeRef backend) {
            const NodeRef service = backend["service"].resolved();
            if (service["name"].value() != m_resource.key.name)
                return;
            changeExact(ingress, service["port"]["name"]);
            changePort(ingress, service["port"]["number"]);
        };
        const NodeRef spec = ingress.rootNode()["spec"].resolved();
        follow(spec["defaultBackend"]);
        for (const NodeRef rule : spec["rules"].resolved().items()) {
            for (const NodeRef path : rule["http"]["paths"].resolved().items())
                follow(path["backend"]);
        }
    }
}

/// A destination, backendRef or parentRef, or a rule for the host.
void Renamer::portOfReference(const mesh::Reference& reference)
{
    const mesh::Resource& from = m_graph.at(reference.from);
    const auto* table = std::get_if<mesh::RouteTable>(&from.body);
    if (reference.type == mesh::ReferenceType::AppliesTo) {
        for (const NodeRef policy : policiesOf(from)) {
            for (const NodeRef settings : policy["portLevelSettings"].resolved().items())
                changePort(from, settings.resolved()["port"]["number"]);
        }
        return;
    }
    if (table == nullptr || reference.type == mesh::ReferenceType::Selects)
        return;
    const NodeRef node = from.node(reference.node);
    const NodeRef object = node.isMapping() ? node : node.parent();
    changePort(from, table->isGatewayApi ? object["port"] : object["port"]["number"]);
}

/// A match on a port means the port of the host where requests come from within the mesh only.
void Renamer::portOfTables()
{
    for (const ResourceIndex index : m_graph.ofKind("VirtualService")) {
        const mesh::Resource& resource = m_graph.at(index);
        const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
        if (table == nullptr || table->hosts.empty())
            continue;
        const bool isMeant = std::ranges::all_of(table->hosts, [&](const auto& host) {
            return m_graph.resolveHost(host.value, resource.key.ns).resource == m_index;
        });
        const bool isInMesh =
            std::ranges::all_of(table->gateways, [](const auto& gateway) { return gateway.value == "mesh"; });
        if (!isMeant || !isInMesh)
            continue;
        for (const char* list : {"http", "tls", "tcp"}) {
            for (const NodeRef route : resource.rootNode()["spec"][list].resolved().items()) {
                for (const NodeRef match : route.resolved()["match"].resolved().items())
                    changePort(resource, match.resolved()["port"]);
            }
        }
    }
}

/// A listener that is for the hosts of this resource alone.
void Renamer::portOfSidecars()
{
    const auto isOwn = [&](std::string_view host) {
        if (const auto* entry = std::get_if<mesh::ServiceEntry>(&m_resource.body))
            return std::ranges::contains(entry->hosts, host, &mesh::Field<std::string>::value);
        return host == mesh::serviceHost(m_resource.key.name, m_resource.key.ns);
    };
    for (const ResourceIndex index : m_graph.ofKind("Sidecar")) {
        const mesh::Resource& resource = m_graph.at(index);
        const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body);
        if (sidecar == nullptr)
            continue;
        for (const mesh::Sidecar::Egress& listener : sidecar->egress) {
            const bool isMeant = !listener.hosts.empty() && std::ranges::all_of(listener.hosts, [&](const auto& host) {
                return isOwn(std::string_view(host.value).substr(host.value.find('/') + 1));
            });
            if (isMeant && listener.port.isPresent())
                changePort(resource, resource.node(listener.port.node));
        }
    }
}

void Renamer::portOfPolicy(const mesh::Resource& policy)
{
    if (const auto* authorization = std::get_if<mesh::AuthorizationPolicy>(&policy.body)) {
        const auto follow = [&](const mesh::Field<std::string>& port) { changeExact(policy, policy.node(port.node)); };
        for (const auto& rule : authorization->rules) {
            for (const auto& operation : rule.to) {
                std::ranges::for_each(operation.ports.any, follow);
                std::ranges::for_each(operation.ports.none, follow);
            }
            for (const auto& condition : rule.when) {
                if (condition.key.value != "destination.port")
                    continue;
                std::ranges::for_each(condition.values.any, follow);
                std::ranges::for_each(condition.values.none, follow);
            }
        }
    } else if (std::holds_alternative<mesh::PeerAuthentication>(policy.body)) {
        const NodeRef modes = policy.rootNode()["spec"]["portLevelMtls"].resolved();
        changeKey(policy, modes[m_before].key());
    } else if (std::holds_alternative<mesh::Sidecar>(policy.body)) {
        for (const NodeRef item : policy.rootNode()["spec"]["ingress"].resolved().items()) {
            const NodeRef listener = item.resolved();
            changePort(policy, listener["port"]["number"]);
            const NodeRef endpoint = listener["defaultEndpoint"];
            const std::string text(endpoint.value());
            if (text.ends_with(':' + m_before))
                change(policy, endpoint, text.substr(0, text.size() - m_before.size()) + m_after);
        }
    }
}

/// Callers know the number only; the pods listen where they did.
void Renamer::keepWorkloadPort()
{
    const auto* service = std::get_if<mesh::Service>(&m_resource.body);
    const bool isHeadless = m_resource.rootNode()["spec"]["clusterIP"].value() == "None"; // such ones do not translate
    if (service == nullptr || service->selector.empty() || isHeadless)
        return;
    for (const mesh::Port& port : service->ports) {
        const NodeRef item = m_resource.node(port.node);
        const NodeRef number = item["port"];
        if (number.value() != m_before || item["targetPort"].isValid() || !m_done.contains({&m_resource, number.id()})
            || !item.isMapping())
            continue;
        source::EntryInsertion insertion{item.id(), "targetPort", source::NewValue::scalar(m_before)};
        const auto entries = item.entries();
        const auto own = std::ranges::find_if(entries, [](const auto& entry) { return entry.key.value() == "port"; });
        if (own != entries.end() && own + 1 != entries.end())
            insertion.before = (own + 1)->key.id();
        m_plan.places.push_back({m_resource.element(item.id()), {}, "targetPort: " + m_before});
        m_changes[m_resource.element()].emplace_back(std::move(insertion));
    }
}

void Renamer::portNumber()
{
    keepWorkloadPort();
    for (const mesh::Reference* reference : m_graph.referencesTo(m_index))
        portOfReference(*reference);
    portOfTables();
    portOfSidecars();
    portOfIngresses();
    // a policy for the Service itself stands before it, in its waypoint
    const Usages usages(m_snapshot.graph);
    for (const auto* reference : usages.policyReferencesTo(m_index)) {
        const mesh::Resource& from = m_graph.at(reference->from);
        if (from.key.kind == "AuthorizationPolicy")
            portOfPolicy(from);
    }
    const std::string host = mesh::serviceHost(m_resource.key.name, m_resource.key.ns);
    eachPatch([&](const mesh::Resource& filter, NodeRef match) {
        const NodeRef cluster = match["cluster"].resolved();
        if (cluster["service"].value() == host)
            changePort(filter, cluster["portNumber"]);
        // "outbound|80|v1|reviews.shop.svc.cluster.local"
        const std::string name(cluster["name"].value());
        const std::string begin = "outbound|" + m_before + '|';
        if (name.starts_with(begin) && name.ends_with('|' + host))
            change(filter, cluster["name"], "outbound|" + m_after + '|' + name.substr(begin.size()));
    });
}

void Renamer::portOfPods(const mesh::Resource& workload)
{
    for (const NodeRef container : containersOf(workload)) {
        for (const NodeRef item : container["ports"].resolved().items()) {
            changePort(workload, item.resolved()["containerPort"]);
            changeExact(workload, item.resolved()["name"]);
        }
        for (const char* probe : {"livenessProbe", "readinessProbe", "startupProbe"}) {
            for (const char* way : {"httpGet", "tcpSocket", "grpc"})
                changePort(workload, container[probe][way]["port"]);
        }
    }
}

void Renamer::workloadPort()
{
    const auto behind = m_graph.workloadsOf(m_index);
    for (const ResourceIndex workload : behind)
        portOfPods(m_graph.at(workload));
    if (behind.empty())
        return;
    // What selects these pods and no others means their port.
    const Usages usages(m_snapshot.graph);
    std::map<ResourceIndex, bool> means;
    for (const auto& reference : usages.policyReferences()) {
        const bool isOurs = reference.to != mesh::noResource && std::ranges::contains(behind, reference.to);
        const auto [found, isNew] = means.try_emplace(reference.from, isOurs);
        found->second =
            isNew ? isOurs : found->second && (isOurs || reference.kind == mesh::effective::ReferenceKind::Imports);
    }
    for (const auto& [policy, isMeant] : means) {
        if (isMeant)
            portOfPolicy(m_graph.at(policy));
    }
    for (const ResourceIndex index : m_graph.ofKind("Service")) {
        const mesh::Resource& other = m_graph.at(index);
        const auto others = index == m_index ? std::vector<ResourceIndex>() : m_graph.workloadsOf(index);
        const bool isOurs = !others.empty() && std::ranges::all_of(others, [&](ResourceIndex workload) {
            return std::ranges::contains(behind, workload);
        });
        for (const NodeRef port : other.rootNode()["spec"]["ports"].resolved().items()) {
            if (isOurs || index == m_index)
                changePort(other, port.resolved()["targetPort"]);
        }
    }
}

} // namespace meshdraft::workspace
