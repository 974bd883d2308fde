// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/affectedhosts.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/authorization.h"
#include "models/traffic/course.h"
#include "models/traffic/gatewayapi.h"
#include "models/traffic/ingress.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace meshdraft::traffic {

using mesh::Resource;
using mesh::ResourceIndex;
using mesh::effective::isCoveredBy;

namespace {

std::string_view textOf(const Resource& resource)
{
    return resource.rootNode().text();
}

/// Which hosts requests can have on their way to another host.
class Reach {
public:
    Reach(const Evaluator& mesh, Affected& affected)
        : m_index(mesh.index())
        , m_view(mesh.view())
        , m_affected(affected)
    {
        for (const RouteEntry& entry : m_index.routes.entries())
            m_tables.push_back(&m_index.routes.table(entry));
        for (const RouteTablePtr& table : m_index.gatewayApi->tables())
            m_tables.push_back(table.get());
        for (const RouteTablePtr& table : m_index.ingress->tables())
            m_tables.push_back(table.get());
        for (const RouteTable* table : m_tables) {
            for (const RouteRule& rule : table->rules) {
                m_rulesOf[rule.place.resource].insert(table);
                for (const RouteDestination& destination : rule.destinations)
                    m_routing[destination.host].insert(table);
            }
        }
    }

    void add(ResourceIndex index)
    {
        const Resource& resource = m_view.at(index);
        if (std::holds_alternative<mesh::RouteTable>(resource.body)) {
            addRoutes(index);
        } else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
            addCovered(m_view.fullHost(rule->host.value, resource.key.ns));
        } else if (std::holds_alternative<mesh::Service>(resource.body)) {
            addHost(m_view.serviceHost(resource.key.name, resource.key.ns));
        } else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
            for (const mesh::Field<std::string>& host : entry->hosts)
                addHost(host.value);
        } else if (std::holds_alternative<mesh::Gateway>(resource.body)) {
            addGateway(resource);
        } else if (std::holds_alternative<mesh::Workload>(resource.body)) {
            addWorkload(index);
            m_affected.callers.insert(resource.key.ns);
        } else if (std::holds_alternative<mesh::Sidecar>(resource.body)
                   || std::holds_alternative<mesh::EnvoyFilter>(resource.body)) {
            addPolicy(resource, {});
            addCallers(resource);
        } else if (const mesh::PolicyTarget* target = targetOf(resource)) {
            addPolicy(resource, *target);
        } else {
            addOther(resource);
        }
    }

private:
    static const mesh::PolicyTarget* targetOf(const Resource& resource)
    {
        if (const auto* policy = std::get_if<mesh::PeerAuthentication>(&resource.body))
            return &policy->target;
        if (const auto* policy = std::get_if<mesh::RequestAuthentication>(&resource.body))
            return &policy->target;
        if (const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body))
            return &policy->target;
        if (const auto* policy = std::get_if<mesh::ProxyExtension>(&resource.body))
            return &policy->target;
        return nullptr;
    }

    void addTable(const RouteTable& table)
    {
        for (const std::string& host : table.hosts)
            addName(host);
        if (!table.isGatewayApi)
            return;
        // a parent Service is a host, too
        for (const source::NodeRef parent :
             m_view.at(table.resource).rootNode()["spec"]["parentRefs"].resolved().items()) {
            if (parent["kind"].value() != "Service")
                continue;
            const std::string_view ns = parent["namespace"].value();
            m_affected.hosts.insert(m_view.serviceHost(parent["name"].value(), ns.empty() ? table.ns : ns));
        }
    }

    void addRoutes(ResourceIndex index)
    {
        for (const RouteTable* table : m_tables) {
            if (table->resource == index)
                addTable(*table);
        }
        if (const auto found = m_rulesOf.find(index); found != m_rulesOf.end()) {
            for (const RouteTable* table : found->second)
                addTable(*table);
        }
        addDelegators(index);
    }

    /// A delegate that takes no route yet, or any more, changes its roots all the same.
    void addDelegators(ResourceIndex index)
    {
        const mesh::ResourceKey& key = m_view.at(index).key;
        const std::string name = key.ns + "/" + key.name;
        for (const ResourceIndex other : m_view.graph().ofKind("VirtualService")) {
            const auto* body = std::get_if<mesh::RouteTable>(&m_view.at(other).body);
            if (body != nullptr && std::ranges::any_of(body->routes, [&](const mesh::Route& route) {
                    return route.delegate.value == name;
                })) {
                for (const mesh::Field<std::string>& host : body->hosts)
                    m_affected.hosts.insert(m_view.fullHost(host.value, m_view.at(other).key.ns));
            }
        }
    }

    void addHost(const std::string& host)
    {
        m_affected.hosts.insert(host);
        if (const auto found = m_routing.find(host); found != m_routing.end()) {
            for (const RouteTable* table : found->second)
                addTable(*table);
        }
    }

    /// A host as it is written; a wildcard stands for the hosts that it covers, too.
    void addName(const std::string& host)
    {
        if (!m_affected.hosts.insert(host).second || !host.starts_with('*'))
            return;
        for (const RegistryService& service : m_index.registry.services()) {
            if (isCoveredBy(service.host, host))
                m_affected.hosts.insert(service.host);
        }
        for (const RouteTable* table : m_tables) {
            for (const std::string& own : table->hosts) {
                if (isCoveredBy(own, host))
                    m_affected.hosts.insert(own);
            }
        }
    }

    /// Hosts of services under a DestinationRule's host; a rule makes no host of its own.
    void addCovered(const std::string& host)
    {
        if (!host.starts_with('*')) {
            addHost(host);
            return;
        }
        for (const RegistryService& service : m_index.registry.services()) {
            if (isCoveredBy(service.host, host))
                addHost(service.host);
        }
    }

    void addGateway(const Resource& resource)
    {
        const std::string name = resource.key.ns + "/" + resource.key.name;
        for (const RouteTable* table : m_tables) {
            const mesh::Resource& routes = m_view.at(table->resource);
            const auto* body = std::get_if<mesh::RouteTable>(&routes.body);
            const bool isBound = std::ranges::contains(table->gateways, name)
                || (body != nullptr && table->isGatewayApi
                    && std::ranges::contains(body->gateways, name, &mesh::Field<std::string>::value));
            if (isBound)
                addTable(*table);
        }
        for (const mesh::Gateway::Server& server : std::get<mesh::Gateway>(resource.body).servers) {
            for (const mesh::Field<std::string>& host : server.hosts) {
                const auto slash = host.value.find('/');
                m_affected.hosts.insert(slash == std::string::npos ? host.value : host.value.substr(slash + 1));
            }
        }
    }

    void addWorkload(ResourceIndex index)
    {
        const Resource& resource = m_view.at(index);
        const auto& labels = std::get<mesh::Workload>(resource.body).podLabels;
        const auto takes = [&](const RegistryService& service) {
            const Resource& own = m_view.at(service.resource);
            if (const auto* body = std::get_if<mesh::Service>(&own.body))
                return !body->selector.empty() && mesh::effective::includesLabels(labels, body->selector);
            const auto* entry = std::get_if<mesh::ServiceEntry>(&own.body);
            return entry != nullptr && !entry->workloadSelector.empty()
                && mesh::effective::includesLabels(labels, entry->workloadSelector);
        };
        for (const RegistryService& service : m_index.registry.services()) {
            if (service.ns == resource.key.ns && takes(service))
                addHost(service.host);
        }
    }

    /// Every workload that a policy may be for, and gateways, whose hosts are those of all their routes.
    void addPolicy(const Resource& resource, const mesh::PolicyTarget& target)
    {
        const bool isRoot = resource.key.ns == m_view.rootNamespace();
        for (const std::string& ns : isRoot ? m_view.graph().namespaces() : std::vector{resource.key.ns}) {
            for (const ResourceIndex index : m_view.of<mesh::Workload>(ns)) {
                const auto& labels = std::get<mesh::Workload>(m_view.at(index).body).podLabels;
                if (target.references.empty() && mesh::effective::includesLabels(labels, target.selector))
                    addWorkload(index);
            }
        }
        for (const ResourceIndex index : m_view.graph().ofKind("Gateway")) {
            const Resource& gateway = m_view.at(index);
            if (std::holds_alternative<mesh::Gateway>(gateway.body)
                && (isRoot || gateway.key.ns == resource.key.ns || !target.isEverything()))
                addGateway(gateway);
        }
    }

    void addCallers(const Resource& resource)
    {
        if (resource.key.ns == m_view.rootNamespace()) {
            for (const std::string& ns : m_view.graph().namespaces())
                m_affected.callers.insert(ns);
        }
        m_affected.callers.insert(resource.key.ns);
    }

    void addOther(const Resource& resource)
    {
        const std::string& kind = resource.key.kind;
        if (kind == "Namespace") {
            for (const ResourceIndex index : m_view.of<mesh::Workload>(resource.key.name))
                addWorkload(index);
            m_affected.callers.insert(resource.key.name);
        } else if (kind == "Ingress") {
            for (const source::NodeRef rule : resource.rootNode()["spec"]["rules"].resolved().items()) {
                const std::string_view host = rule["host"].value();
                m_affected.hosts.insert(std::string(host.empty() ? std::string_view("*") : host));
            }
        } else if (kind == "ReferenceGrant" || kind == "BackendTLSPolicy" || kind == "WorkloadEntry") {
            for (const RegistryService& service : m_index.registry.services()) {
                if (service.ns == resource.key.ns)
                    addHost(service.host);
            }
        } else if (kind == "MutatingWebhookConfiguration" || kind == "IngressClass" || kind == "GatewayClass") {
            m_affected.isEverything = true;
        }
    }

    const MeshIndex& m_index;
    const mesh::effective::MeshView& m_view;
    Affected& m_affected;
    std::vector<const RouteTable*> m_tables;
    std::map<ResourceIndex, std::set<const RouteTable*>> m_rulesOf; ///< by the resource that rules stand in
    std::map<std::string, std::set<const RouteTable*>, std::less<>> m_routing; ///< by destination
};

} // namespace

std::vector<ChangedResource> changedResources(const mesh::MeshGraph& base, const mesh::MeshGraph& head)
{
    std::vector<ChangedResource> changed;
    std::set<ResourceIndex> paired; // of head, taken together with its old text
    for (const ResourceIndex index : base.order()) {
        const mesh::ResourcePtr& old = base.pointerAt(index);
        const auto now = head.find(old->key);
        const bool isShared = std::ranges::any_of(now, [&](ResourceIndex other) {
            return head.pointerAt(other) == old || textOf(head.at(other)) == textOf(*old);
        });
        if (isShared)
            continue;
        changed.push_back({index, now.empty() ? mesh::noResource : now.front()});
        paired.insert(changed.back().now);
    }
    for (const ResourceIndex index : head.order()) {
        const mesh::ResourcePtr& now = head.pointerAt(index);
        const auto old = base.find(now->key);
        const bool isShared = std::ranges::any_of(old, [&](ResourceIndex other) {
            return base.pointerAt(other) == now || textOf(base.at(other)) == textOf(*now);
        });
        if (!isShared && !paired.contains(index))
            changed.push_back({old.empty() ? mesh::noResource : old.front(), index});
    }
    return changed;
}

Affected affectedBy(const Evaluator& mesh, const std::vector<ResourceIndex>& changed)
{
    Affected affected;
    if (changed.empty())
        return affected;
    Reach reach(mesh, affected);
    for (const ResourceIndex index : changed)
        reach.add(index);
    return affected;
}

} // namespace meshdraft::traffic
