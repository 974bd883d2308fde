// SPDX-License-Identifier: Apache-2.0
#include "models/changes/proxies.h"

#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/references.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/mesh/effective/visibility.h"

#include <algorithm>

namespace meshdraft::changes {

namespace {

using mesh::noResource;
using mesh::ResourceIndex;
namespace effective = mesh::effective;

bool isOfMesh(const mesh::RouteTable& table)
{
    return !table.isGatewayApi
        && (table.gateways.empty() || std::ranges::contains(table.gateways, "mesh", &mesh::Field<std::string>::value));
}

bool includesAll(const mesh::Labels& labels, const mesh::Labels& selector)
{
    return std::ranges::all_of(selector, [&](const auto& wanted) {
        const auto found = labels.find(wanted.first);
        return found != labels.end() && found->second == wanted.second;
    });
}

/// The hosts that a resource says something of, as full names.
std::vector<std::string> hostsOf(const effective::MeshView& view, const mesh::Resource& resource)
{
    const std::string& ns = resource.key.ns;
    if (std::holds_alternative<mesh::Service>(resource.body))
        return {view.serviceHost(resource.key.name, ns)};
    std::vector<std::string> hosts;
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
        for (const auto& host : entry->hosts)
            hosts.push_back(host.value);
    } else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
        const std::string full = view.fullHost(rule->host.value, ns);
        if (!effective::isWildcardHost(full))
            return {full};
        for (const auto& [host, owners] : view.hosts()) {
            if (effective::isCoveredBy(host, full))
                hosts.push_back(host);
        }
    } else if (const auto* policy = std::get_if<mesh::BackendTlsPolicy>(&resource.body)) {
        for (const auto& target : policy->target.references)
            hosts.push_back(view.serviceHost(target.name.value, ns));
    }
    return hosts;
}

} // namespace

Proxies::Proxies(const mesh::MeshGraph& graph)
    : m_view(mesh::MeshGraphPtr(mesh::MeshGraphPtr(), &graph)) // the graph outlives this
{
    addWorkloads();
    addGateways();
}

void Proxies::addWorkloads()
{
    const mesh::MeshGraph& graph = m_view.graph();
    for (const ResourceIndex index : graph.order()) {
        const auto* workload = std::get_if<mesh::Workload>(&graph.at(index).body);
        if (workload == nullptr)
            continue;
        const effective::DataPlaneAnswer plane = effective::dataPlaneOf(m_view, index);
        if (plane.value == effective::DataPlane::Ambient)
            ++m_ambient;
        if (plane.value == effective::DataPlane::None || plane.value == effective::DataPlane::Ambient)
            continue;
        const effective::SidecarChoice choice = effective::sidecarFor(m_view, index);
        m_byResource.emplace(index, m_proxies.size());
        m_proxies.push_back({.resource = index,
                             .isGateway = plane.isGateway,
                             .isSure = plane.value == effective::DataPlane::Sidecar,
                             .sidecar = choice.first().value,
                             .replicas = workload->replicas});
    }
}

void Proxies::addGateways()
{
    const mesh::MeshGraph& graph = m_view.graph();
    std::map<mesh::Labels, std::size_t> bySelector; // of Gateways whose pods are in no file
    const auto add = [&](ResourceIndex index, bool isSure) {
        m_byResource.emplace(index, m_proxies.size());
        m_proxies.push_back(
            {.resource = index, .isGateway = true, .isSure = isSure, .sidecar = noResource, .replicas = std::nullopt});
        return m_proxies.size() - 1;
    };
    for (const ResourceIndex index : graph.ofKind("Gateway")) {
        const auto* gateway = std::get_if<mesh::Gateway>(&graph.at(index).body);
        if (gateway == nullptr)
            continue;
        std::vector<std::size_t>& own = m_ofGateway[index];
        if (graph.at(index).key.group == "gateway.networking.k8s.io") {
            own.push_back(add(index, true)); // Istio makes its pods
            continue;
        }
        for (const ResourceIndex pods : graph.workloadsAnywhere(gateway->selector)) {
            const auto known = m_byResource.find(pods);
            const std::size_t at = known != m_byResource.end() ? known->second : add(pods, true);
            m_proxies[at].isGateway = true;
            m_proxies[at].isSure = true;
            m_proxies[at].sidecar = noResource;
            own.push_back(at);
        }
        if (!own.empty())
            continue;
        const auto [place, isNew] = bySelector.try_emplace(gateway->selector, 0);
        if (isNew)
            place->second = add(index, false);
        own.push_back(place->second);
    }
}

std::vector<std::size_t> Proxies::audienceOf(XdsAudience who, ResourceIndex resource) const
{
    const Set set = audience(who, resource);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i])
            result.push_back(i);
    }
    return result;
}

Proxies::Set Proxies::audience(XdsAudience who, ResourceIndex index) const
{
    Set set(m_proxies.size(), false);
    const mesh::Resource& resource = m_view.at(index);
    switch (who) {
    case XdsAudience::Nobody:
        break;
    case XdsAudience::Callers:
        addCallers(set, index);
        break;
    case XdsAudience::Routed:
        addRouted(set, index);
        break;
    case XdsAudience::Narrowed:
        addRouted(set, index);
        for (std::size_t i = 0; i < set.size(); ++i) {
            const ResourceIndex sidecar = m_proxies[i].sidecar;
            set[i] =
                set[i] && sidecar != noResource && !std::get<mesh::Sidecar>(m_view.at(sidecar).body).egress.empty();
        }
        break;
    case XdsAudience::Selected:
        addSelected(set, index);
        break;
    case XdsAudience::CallersOfSelected:
        addCallersOfSelected(set, index);
        break;
    case XdsAudience::CallersOfPods:
        if (const auto* workload = std::get_if<mesh::Workload>(&resource.body))
            addCallersOfPods(set, resource.key.ns, workload->podLabels);
        else if (const auto* entry = std::get_if<mesh::WorkloadEntry>(&resource.body))
            addCallersOfPods(set, resource.key.ns, entry->labels);
        break;
    case XdsAudience::GatewayProxies:
        addGatewayProxies(set, index);
        break;
    case XdsAudience::SecretReaders:
        addSecretReaders(set, resource);
        break;
    case XdsAudience::Everyone:
        set.assign(set.size(), true);
        break;
    }
    return set;
}

void Proxies::addCallers(Set& set, ResourceIndex index) const
{
    const mesh::Resource& resource = m_view.at(index);
    const std::vector<std::string> hosts = hostsOf(m_view, resource);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    const bool hasExport = !std::holds_alternative<mesh::BackendTlsPolicy>(resource.body);
    // the same for all proxies of a namespace with the same Sidecar
    std::map<std::pair<std::string_view, ResourceIndex>, bool> known;
    const auto imports = [&](std::string_view ns, ResourceIndex sidecar) {
        if (hasExport && !effective::isVisible(m_view, index, ns))
            return false;
        return sidecar == noResource || std::ranges::any_of(hosts, [&](const std::string& host) {
                   return std::ranges::any_of(m_view.ownersOf(host), [&](const effective::MeshView::HostOwner& owner) {
                       return effective::isVisible(m_view, owner.resource, ns)
                           && effective::importOf(m_view, sidecar, ns, owner.resource, host).isImported();
                   });
               });
    };
    for (std::size_t i = 0; i < m_proxies.size(); ++i) {
        const Proxy& proxy = m_proxies[i];
        const mesh::Resource& pods = m_view.at(proxy.resource);
        if (rule != nullptr && !rule->workloadSelector.empty()) {
            const auto* workload = std::get_if<mesh::Workload>(&pods.body);
            if (workload == nullptr || !includesAll(workload->podLabels, rule->workloadSelector))
                continue;
        }
        const auto [place, isNew] = known.try_emplace({pods.key.ns, proxy.sidecar}, false);
        if (isNew)
            place->second = imports(pods.key.ns, proxy.sidecar);
        set[i] = set[i] || place->second;
    }
}

void Proxies::addRouted(Set& set, ResourceIndex index) const
{
    const auto* table = std::get_if<mesh::RouteTable>(&m_view.at(index).body);
    if (table == nullptr)
        return;
    if (isOfMesh(*table) && !table->hosts.empty()) {
        std::map<std::pair<std::string_view, ResourceIndex>, bool> known;
        for (std::size_t i = 0; i < m_proxies.size(); ++i) {
            const Proxy& proxy = m_proxies[i];
            if (proxy.isGateway)
                continue;
            const std::string& ns = m_view.at(proxy.resource).key.ns;
            const auto [place, isNew] = known.try_emplace({ns, proxy.sidecar}, false);
            if (isNew) {
                place->second = effective::isVisible(m_view, index, ns)
                    && effective::importsRoutes(m_view, proxy.sidecar, ns, index);
            }
            set[i] = set[i] || place->second;
        }
    }
    for (const mesh::Reference& reference : m_view.graph().referencesFrom(index)) {
        if (reference.type != mesh::ReferenceType::Exposes || reference.to == noResource)
            continue;
        if (m_ofGateway.contains(reference.to))
            addGatewayProxies(set, reference.to);
        else // a Service whose callers take the route
            addCallers(set, reference.to);
    }
    if (!table->hosts.empty() || table->isGatewayApi)
        return;
    for (const mesh::Reference* reference : m_view.graph().referencesTo(index)) {
        const auto* root = std::get_if<mesh::RouteTable>(&m_view.at(reference->from).body);
        if (reference->type == mesh::ReferenceType::Delegates && root != nullptr && !root->hosts.empty())
            addRouted(set, reference->from);
    }
}

void Proxies::addSelected(Set& set, ResourceIndex index) const
{
    if (std::holds_alternative<mesh::Sidecar>(m_view.at(index).body)) {
        for (std::size_t i = 0; i < m_proxies.size(); ++i)
            set[i] = set[i] || m_proxies[i].sidecar == index;
        return;
    }
    for (const effective::Reference& reference : effective::referencesFrom(m_view, index)) {
        if (reference.outcome != effective::ReferenceOutcome::Found)
            continue;
        if (reference.reason == effective::ReferenceReason::Everything) {
            if (reference.target == "*/*")
                set.assign(set.size(), true);
            else
                addNamespace(set, std::string_view(reference.target).substr(0, reference.target.find('/')));
        } else if (const auto found = m_byResource.find(reference.to); found != m_byResource.end()) {
            set[found->second] = true;
        }
    }
}

void Proxies::addCallersOfSelected(Set& set, ResourceIndex index) const
{
    Set selected(m_proxies.size(), false);
    addSelected(selected, index);
    std::vector<ResourceIndex> services;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        const mesh::Resource& pods = m_view.at(m_proxies[i].resource);
        const auto* workload = std::get_if<mesh::Workload>(&pods.body);
        if (!selected[i] || workload == nullptr)
            continue;
        const auto own = m_view.graph().selecting("Service", pods.key.ns, workload->podLabels);
        services.insert(services.end(), own.begin(), own.end());
    }
    std::ranges::sort(services);
    const auto same = std::ranges::unique(services);
    services.erase(same.begin(), same.end());
    for (const ResourceIndex service : services) {
        const auto& body = std::get<mesh::Service>(m_view.at(service).body);
        if (!body.selector.empty())
            addCallers(set, service);
    }
}

void Proxies::addCallersOfPods(Set& set, std::string_view ns, const mesh::Labels& labels) const
{
    for (const ResourceIndex service : m_view.graph().selecting("Service", ns, labels)) {
        if (!std::get<mesh::Service>(m_view.at(service).body).selector.empty())
            addCallers(set, service);
    }
    for (const ResourceIndex index : m_view.of<mesh::ServiceEntry>(ns)) {
        const auto& entry = std::get<mesh::ServiceEntry>(m_view.at(index).body);
        if (!entry.workloadSelector.empty() && includesAll(labels, entry.workloadSelector))
            addCallers(set, index);
    }
}

void Proxies::addGatewayProxies(Set& set, ResourceIndex gateway) const
{
    const auto found = m_ofGateway.find(gateway);
    if (found != m_ofGateway.end()) {
        for (const std::size_t i : found->second)
            set[i] = true;
        return;
    }
    // an Ingress or a ReferenceGrant names no Gateway: it may be any
    for (std::size_t i = 0; i < m_proxies.size(); ++i)
        set[i] = set[i] || m_proxies[i].isGateway;
}

void Proxies::addSecretReaders(Set& set, const mesh::Resource& secret) const
{
    for (const auto& [gateway, proxies] : m_ofGateway) {
        const mesh::Resource& resource = m_view.at(gateway);
        const bool names = std::ranges::any_of(
            std::get<mesh::Gateway>(resource.body).servers,
            [&](const mesh::Gateway::Server& server) { return server.credential.value == secret.key.name; });
        for (const std::size_t i : proxies) {
            // a stand-in is where its Gateway is, which need not be where its pods are
            const bool isNear = m_view.at(m_proxies[i].resource).key.ns == secret.key.ns || !m_proxies[i].isSure;
            set[i] = set[i] || (names && isNear);
        }
    }
}

void Proxies::addNamespace(Set& set, std::string_view ns) const
{
    for (std::size_t i = 0; i < m_proxies.size(); ++i)
        set[i] = set[i] || m_view.at(m_proxies[i].resource).key.ns == ns;
}

} // namespace meshdraft::changes
