// SPDX-License-Identifier: Apache-2.0
#include "models/changes/proxies.h"

#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/references.h"
#include "models/mesh/effective/visibility.h"
#include "models/mesh/meshroutes.h"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace meshdraft::changes {

namespace {

using mesh::noResource;
using mesh::ResourceIndex;
namespace effective = mesh::effective;

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

Proxies::Proxies(const effective::MeshView& view)
    : m_view(view)
    , m_imports(view)
{
    addWorkloads();
    addGateways();
    makeGroups();
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

void Proxies::makeGroups()
{
    std::map<std::tuple<std::string_view, ResourceIndex, bool>, std::size_t> places;
    for (std::size_t i = 0; i < m_proxies.size(); ++i) {
        const Proxy& proxy = m_proxies[i];
        const std::string_view ns = m_view.at(proxy.resource).key.ns;
        const auto place = places.try_emplace({ns, proxy.sidecar, proxy.isGateway}, m_groups.size()).first;
        if (place->second == m_groups.size())
            m_groups.push_back({.ns = ns, .sidecar = proxy.sidecar, .isGateway = proxy.isGateway, .proxies = {}});
        m_groups[place->second].proxies.push_back(i);
    }
}

std::vector<std::size_t> Proxies::audienceOf(XdsAudience who, ResourceIndex resource)
{
    const Set set = audience(who, resource);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < m_proxies.size(); ++i) {
        if (set.has(i))
            result.push_back(i);
    }
    return result;
}

Proxies::Set Proxies::audience(XdsAudience who, ResourceIndex index)
{
    Set set(m_proxies.size());
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
        return narrowed(index);
    case XdsAudience::Selected:
        addSelected(set, index);
        break;
    case XdsAudience::CallersOfSelected:
        addCallersOfSelected(set, index);
        break;
    case XdsAudience::CallersOfPods:
        if (const auto* workload = std::get_if<mesh::Workload>(&resource.body)) {
            addCallersOfPods(set, resource.key.ns, workload->podLabels);
        } else if (const auto* entry = std::get_if<mesh::WorkloadEntry>(&resource.body)) {
            addCallersOfPods(set, resource.key.ns, entry->labels);
        }
        break;
    case XdsAudience::GatewayProxies:
        addGatewayProxies(set, index);
        break;
    case XdsAudience::SecretReaders:
        addSecretReaders(set, resource);
        break;
    case XdsAudience::Everyone:
        addAll(set);
        break;
    }
    return set;
}

Proxies::Set Proxies::narrowed(ResourceIndex index)
{
    Set routed(m_proxies.size());
    addRouted(routed, index);
    Set set(m_proxies.size());
    for (const Group& group : m_groups) {
        if (group.sidecar == noResource || std::get<mesh::Sidecar>(m_view.at(group.sidecar).body).egress.empty())
            continue;
        for (const std::size_t at : group.proxies) {
            if (routed.has(at))
                set.add(at);
        }
    }
    return set;
}

void Proxies::addAll(Set& set) const
{
    for (std::size_t i = 0; i < m_proxies.size(); ++i)
        set.add(i);
}

void Proxies::addCallers(Set& set, ResourceIndex index)
{
    if (set.isFull())
        return;
    const mesh::Resource& resource = m_view.at(index);
    const std::vector<std::string> hosts = hostsOf(m_view, resource);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    const bool hasExport = !std::holds_alternative<mesh::BackendTlsPolicy>(resource.body);
    const auto imports = [&](const Group& group) {
        if (hasExport && !effective::isVisible(m_view, index, group.ns))
            return false;
        return group.sidecar == noResource || std::ranges::any_of(hosts, [&](const std::string& host) {
                   return std::ranges::any_of(m_view.ownersOf(host), [&](const effective::MeshView::HostOwner& owner) {
                       return effective::isVisible(m_view, owner.resource, group.ns)
                           && m_imports.have(group.sidecar, group.ns, owner.resource, host);
                   });
               });
    };
    const auto isClient = [&](std::size_t at) {
        if (rule == nullptr || rule->workloadSelector.empty())
            return true;
        const auto* workload = std::get_if<mesh::Workload>(&m_view.at(m_proxies[at].resource).body);
        return workload != nullptr && effective::includesLabels(workload->podLabels, rule->workloadSelector);
    };
    for (const Group& group : m_groups) {
        const auto isNew = [&](std::size_t at) { return !set.has(at) && isClient(at); };
        const auto first = std::ranges::find_if(group.proxies, isNew);
        if (first == group.proxies.end() || !imports(group))
            continue;
        for (const std::size_t at : std::ranges::subrange(first, group.proxies.end())) {
            if (isClient(at))
                set.add(at);
        }
    }
}

void Proxies::addRouted(Set& set, ResourceIndex index)
{
    const auto* table = std::get_if<mesh::RouteTable>(&m_view.at(index).body);
    if (table == nullptr)
        return;
    if (isOfMesh(*table) && !table->hosts.empty()) {
        for (const Group& group : m_groups) {
            if (group.isGateway || !effective::isVisible(m_view, index, group.ns)
                || !effective::importsRoutes(m_view, group.sidecar, group.ns, index))
                continue;
            for (const std::size_t at : group.proxies)
                set.add(at);
        }
    }
    for (const mesh::Reference& reference : m_view.graph().referencesFrom(index)) {
        if (reference.type != mesh::ReferenceType::Exposes || reference.to == noResource)
            continue;
        if (m_ofGateway.contains(reference.to)) {
            addGatewayProxies(set, reference.to);
        } else { // a Service whose callers take the route
            addCallers(set, reference.to);
        }
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
        for (std::size_t i = 0; i < m_proxies.size(); ++i) {
            if (m_proxies[i].sidecar == index)
                set.add(i);
        }
        return;
    }
    for (const effective::Reference& reference : effective::referencesFrom(m_view, index)) {
        if (reference.outcome != effective::ReferenceOutcome::Found)
            continue;
        if (reference.reason == effective::ReferenceReason::Everything) {
            if (reference.target == "*/*") {
                addAll(set);
            } else {
                addNamespace(set, std::string_view(reference.target).substr(0, reference.target.find('/')));
            }
        } else if (const auto found = m_byResource.find(reference.to); found != m_byResource.end()) {
            set.add(found->second);
        }
    }
}

void Proxies::addCallersOfSelected(Set& set, ResourceIndex index)
{
    Set selected(m_proxies.size());
    addSelected(selected, index);
    std::vector<ResourceIndex> services;
    for (std::size_t i = 0; i < m_proxies.size(); ++i) {
        const mesh::Resource& pods = m_view.at(m_proxies[i].resource);
        const auto* workload = std::get_if<mesh::Workload>(&pods.body);
        if (!selected.has(i) || workload == nullptr)
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

void Proxies::addCallersOfPods(Set& set, std::string_view ns, const mesh::Labels& labels)
{
    for (const ResourceIndex service : m_view.graph().selecting("Service", ns, labels)) {
        if (!std::get<mesh::Service>(m_view.at(service).body).selector.empty())
            addCallers(set, service);
    }
    for (const ResourceIndex index : m_view.of<mesh::ServiceEntry>(ns)) {
        const auto& entry = std::get<mesh::ServiceEntry>(m_view.at(index).body);
        if (!entry.workloadSelector.empty() && effective::includesLabels(labels, entry.workloadSelector))
            addCallers(set, index);
    }
}

void Proxies::addGatewayProxies(Set& set, ResourceIndex gateway) const
{
    const auto found = m_ofGateway.find(gateway);
    if (found != m_ofGateway.end()) {
        for (const std::size_t i : found->second)
            set.add(i);
        return;
    }
    // an Ingress or a ReferenceGrant names no Gateway: it may be any
    for (std::size_t i = 0; i < m_proxies.size(); ++i) {
        if (m_proxies[i].isGateway)
            set.add(i);
    }
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
            if (names && isNear)
                set.add(i);
        }
    }
}

void Proxies::addNamespace(Set& set, std::string_view ns) const
{
    for (const Group& group : m_groups) {
        if (group.ns != ns)
            continue;
        for (const std::size_t at : group.proxies)
            set.add(at);
    }
}

} // namespace meshdraft::changes
