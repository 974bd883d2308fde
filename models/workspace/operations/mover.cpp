// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/mover.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/hostnames.h"
#include "models/mesh/kinds.h"
#include "models/workspace/operations/usages.h"

#include <algorithm>
#include <array>
#include <functional>

namespace meshdraft::workspace {

using mesh::ResourceIndex;
using source::NodeRef;

namespace {

constexpr std::string_view istioNetworking = "networking.istio.io";

using Visit = std::function<void(NodeRef)>;

/// Every scalar that stands in a value, keys left out; aliases are not followed.
void eachScalar(NodeRef node, const Visit& visit)
{
    if (node.isScalar())
        visit(node);
    for (const NodeRef item : node.isSequence() ? node.items() : std::vector<NodeRef>())
        eachScalar(item, visit);
    for (const NodeRef::Entry& entry : node.isMapping() ? node.entries() : std::vector<NodeRef::Entry>())
        eachScalar(entry.value, visit);
}

/// Something of the pod's own namespace that it names.
struct Dependency {
    std::string_view kind;
    NodeRef name;
};

void collectDependencies(NodeRef node, std::vector<Dependency>& found)
{
    static constexpr auto keys = std::to_array<std::array<std::string_view, 3>>({
        {"configMapRef", "name", "ConfigMap"},
        {"configMapKeyRef", "name", "ConfigMap"},
        {"configMap", "name", "ConfigMap"},
        {"secretRef", "name", "Secret"},
        {"secretKeyRef", "name", "Secret"},
        {"secret", "secretName", "Secret"},
        {"persistentVolumeClaim", "claimName", "PersistentVolumeClaim"},
    });
    for (const NodeRef item : node.isSequence() ? node.items() : std::vector<NodeRef>())
        collectDependencies(item, found);
    for (const NodeRef::Entry& entry : node.isMapping() ? node.entries() : std::vector<NodeRef::Entry>()) {
        for (const auto& [key, name, kind] : keys) {
            if (entry.key.value() == key && entry.value[name].isScalar())
                found.push_back({kind, entry.value[name]});
        }
        if (entry.key.value() == "serviceAccountName" && entry.value.isScalar())
            found.push_back({"ServiceAccount", entry.value});
        collectDependencies(entry.value, found);
    }
}

std::string accountOf(const mesh::Workload& workload)
{
    return workload.serviceAccount.empty() ? "default" : workload.serviceAccount;
}

std::string identityOf(const std::string& ns, const std::string& account)
{
    return "/ns/" + ns + "/sa/" + account;
}

const std::vector<mesh::Field<std::string>>* exportsOf(const mesh::Body& body)
{
    if (const auto* table = std::get_if<mesh::RouteTable>(&body))
        return &table->exportTo;
    if (const auto* rule = std::get_if<mesh::DestinationRule>(&body))
        return &rule->exportTo;
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&body))
        return &entry->exportTo;
    return nullptr;
}

/// "ns/host" of a list; the namespace is empty where none is written.
std::pair<std::string_view, std::string_view> splitEntry(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return {{}, text};
    return {text.substr(0, slash), text.substr(slash + 1)};
}

} // namespace

Mover::Mover(const Snapshot& snapshot, std::set<ResourceIndex> moved, std::string ns)
    : m_snapshot(snapshot)
    , m_graph(*snapshot.graph)
    , m_moved(std::move(moved))
    , m_ns(std::move(ns))
{
    for (const ResourceIndex index : m_moved) {
        const mesh::Resource& resource = m_graph.at(index);
        if (std::holds_alternative<mesh::Service>(resource.body)) {
            m_hosts.emplace(mesh::serviceHost(resource.key.name, resource.key.ns), index);
        } else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
            for (const auto& host : entry->hosts)
                m_hosts.emplace(host.value, index);
        } else if (resource.key.kind == "ServiceAccount") {
            m_identities[identityOf(resource.key.ns, resource.key.name)] = false;
        } else if (const auto* workload = std::get_if<mesh::Workload>(&resource.body)) {
            m_identities.try_emplace(identityOf(resource.key.ns, accountOf(*workload)), false);
        }
    }
    for (const ResourceIndex index : m_graph.order()) {
        const mesh::Resource& resource = m_graph.at(index);
        const auto* workload = std::get_if<mesh::Workload>(&resource.body);
        if (workload == nullptr || moves(index))
            continue;
        const std::string account = accountOf(*workload);
        const auto found = m_identities.find(identityOf(resource.key.ns, account));
        const auto isMoved = [&](ResourceIndex other) { return moves(other); };
        if (found != m_identities.end()
            && std::ranges::none_of(m_graph.find(mesh::ResourceKey{resource.key.environment, "", "ServiceAccount",
                                                                   resource.key.ns, account}),
                                    isMoved))
            found->second = true;
    }
}

void Mover::routes()
{
    for (const mesh::Reference* reference : m_graph.references()) {
        const bool isMoved = moves(reference->from) || (reference->to != mesh::noResource && moves(reference->to));
        if (!isMoved || reference->type == mesh::ReferenceType::Selects)
            continue;
        const mesh::Resource& from = m_graph.at(reference->from);
        const NodeRef node = from.node(reference->node);
        const auto* table = std::get_if<mesh::RouteTable>(&from.body);
        const bool isGatewayApi = table != nullptr && table->isGatewayApi;
        const bool isHostname = isGatewayApi && node.parent()["kind"].value() == "Hostname";
        if (reference->type == mesh::ReferenceType::Delegates || (isGatewayApi && !isHostname)) {
            changeObject(reference->from, node, reference->to);
        } else if (reference->type == mesh::ReferenceType::Exposes) {
            changeName(reference->from, node, reference->to, NameForm::Path);
        } else {
            changeName(reference->from, node, reference->to, NameForm::Host);
        }
    }
}

void Mover::tables()
{
    for (const ResourceIndex index : m_graph.ofKind("VirtualService")) {
        const mesh::Resource& resource = m_graph.at(index);
        const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
        if (table == nullptr)
            continue;
        for (const auto& host : table->hosts) {
            const ResourceIndex to = m_graph.resolveHost(host.value, resource.key.ns).resource;
            if (to != mesh::noResource && (moves(index) || moves(to)))
                changeName(index, resource.node(host.node), to, NameForm::Host);
        }
        for (const char* list : {"http", "tls", "tcp"}) {
            for (const NodeRef route : resource.rootNode()["spec"][list].resolved().items()) {
                for (const NodeRef match : route.resolved()["match"].resolved().items()) {
                    for (const NodeRef gateway : match.resolved()["gateways"].resolved().items()) {
                        if (gateway.value() == "mesh")
                            continue;
                        const std::string full = mesh::gatewayReference(gateway.value(), resource.key.ns);
                        const auto [ns, name] = splitEntry(full);
                        const auto found =
                            m_graph.find(mesh::ResourceKey{resource.key.environment, std::string(istioNetworking),
                                                           "Gateway", std::string(ns), std::string(name)});
                        const ResourceIndex to = found.empty() ? mesh::noResource : found.front();
                        if (moves(index) || (to != mesh::noResource && moves(to)))
                            changeName(index, gateway, to, NameForm::Path);
                    }
                }
            }
        }
    }
}

ResourceIndex Mover::ownerOfHost(const std::string& host) const
{
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? mesh::noResource : found->second;
}

void Mover::egress()
{
    for (const ResourceIndex index : m_graph.ofKind("Sidecar")) {
        const mesh::Resource& resource = m_graph.at(index);
        const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body);
        if (sidecar == nullptr)
            continue;
        for (const mesh::Sidecar::Egress& listener : sidecar->egress) {
            for (const auto& entry : listener.hosts) {
                const auto [written, host] = splitEntry(entry.value);
                const std::string ns(written == "." ? resource.key.ns : written);
                const bool isWildcard = mesh::effective::isWildcardHost(host);
                if (const ResourceIndex to = ownerOfHost(std::string(host));
                    to != mesh::noResource && (ns == "*" || m_graph.at(to).key.ns == ns)) {
                    changeName(index, resource.node(entry.node), to, NameForm::Path);
                    continue;
                }
                if (moves(index) && written == "." && !isWildcard)
                    change(resource, resource.node(entry.node), ns + '/' + std::string(host));
                for (const auto& [name, to] : m_hosts) {
                    const bool isCovered =
                        isWildcard && m_graph.at(to).key.ns == ns && mesh::effective::isCoveredBy(name, host);
                    const bool followsAlong = written == "." && moves(index);
                    if (isCovered && !followsAlong)
                        lose(resource, resource.node(entry.node), name);
                }
            }
        }
    }
}

void Mover::followIdentity(const mesh::Resource& resource, NodeRef scalar)
{
    for (const auto& [identity, isShared] : m_identities) {
        if (!scalar.value().ends_with(identity))
            continue;
        const std::string trustDomain(scalar.value().substr(0, scalar.value().size() - identity.size()));
        const std::string after = trustDomain + identityOf(m_ns, identity.substr(identity.rfind('/') + 1));
        if (!isShared) {
            change(resource, scalar, after);
        } else if (scalar.parent().isSequence()) {
            insertItem(resource, scalar, after);
        } else {
            lose(resource, scalar, after);
        }
    }
}

void Mover::fullNames()
{
    if (m_hosts.empty() && m_identities.empty())
        return;
    for (const ResourceIndex index : m_graph.order()) {
        const mesh::Resource& resource = m_graph.at(index);
        if (!mesh::isMeshKind(resource.key.group, resource.key.kind))
            continue;
        const bool isEntry = resource.key.kind == "ServiceEntry";
        eachScalar(resource.rootNode()["spec"], [&](NodeRef scalar) {
            const std::string_view text = scalar.value();
            if (text.contains("/ns/"))
                followIdentity(resource, scalar);
            // the hosts of a ServiceEntry are what it is, and no reference
            if (isEntry || !text.contains(mesh::clusterDomain))
                return;
            // "orders.shop.svc.cluster.local:80", "outbound|80|v1|orders.shop.svc.cluster.local"
            const auto bar = text.rfind('|');
            const std::string_view before = bar == std::string_view::npos ? text.substr(0, 0) : text.substr(0, bar + 1);
            const std::string_view host = text.substr(before.size(), text.find(':') - before.size());
            const ResourceIndex to = ownerOfHost(std::string(host));
            if (to == mesh::noResource || m_graph.at(to).key.kind != "Service")
                return;
            change(resource, scalar,
                   std::string(before) + mesh::serviceHost(m_graph.at(to).key.name, m_ns)
                       + std::string(text.substr(before.size() + host.size())));
        });
    }
    for (const ResourceIndex index : m_graph.ofKind("EnvoyFilter")) {
        const mesh::Resource& filter = m_graph.at(index);
        for (const NodeRef patch : filter.rootNode()["spec"]["configPatches"].resolved().items()) {
            const NodeRef gateway = patch.resolved()["match"]["routeConfiguration"]["gateway"];
            for (const ResourceIndex moved : m_moved) {
                const mesh::ResourceKey& key = m_graph.at(moved).key;
                if (key.kind == "Gateway" && gateway.value() == key.ns + '/' + key.name)
                    change(filter, gateway, m_ns + '/' + key.name);
            }
        }
    }
}

void Mover::accounts()
{
    for (const ResourceIndex index : m_graph.ofKind("AuthorizationPolicy")) {
        const mesh::Resource& resource = m_graph.at(index);
        const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body);
        if (policy == nullptr)
            continue;
        const auto follow = [&](const mesh::Field<std::string>& entry) {
            const auto [written, account] = splitEntry(entry.value);
            const std::string ns(written.empty() ? resource.key.ns : written);
            const auto identity = m_identities.find(identityOf(ns, std::string(account)));
            const NodeRef scalar = resource.node(entry.node);
            const std::string after = m_ns + '/' + std::string(account);
            if (identity == m_identities.end()) {
                if (written.empty() && moves(index))
                    change(resource, scalar, ns + '/' + std::string(account));
            } else if (identity->second) {
                insertItem(resource, scalar, after);
            } else if (!(written.empty() && moves(index))) {
                change(resource, scalar, after);
            }
        };
        for (const auto& rule : policy->rules) {
            for (const auto& from : rule.from) {
                std::ranges::for_each(from.serviceAccounts.any, follow);
                std::ranges::for_each(from.serviceAccounts.none, follow);
            }
        }
    }
}

/// Puts a namespace beside the one that a resource is exported to by name.
void Mover::showTo(ResourceIndex seen, const std::string& before, const std::string& after)
{
    const mesh::Resource& resource = m_graph.at(seen);
    const auto* exports = exportsOf(resource.body);
    if (exports == nullptr)
        return;
    const auto lets = [&](const mesh::Field<std::string>& to) {
        return to.value == "*" || to.value == after || (to.value == "." && nsAfter(seen) == after);
    };
    if (std::ranges::any_of(*exports, lets))
        return;
    const auto named = std::ranges::find(*exports, before, &mesh::Field<std::string>::value);
    if (named != exports->end())
        insertItem(resource, resource.node(named->node), after);
}

/// The hosts of a Gateway's servers can say which namespaces may bind to them.
void Mover::letUse(ResourceIndex table, ResourceIndex gateway)
{
    const mesh::Resource& resource = m_graph.at(gateway);
    const auto* body = std::get_if<mesh::Gateway>(&resource.body);
    if (body == nullptr || resource.key.group != istioNetworking)
        return;
    const auto& hosts = std::get<mesh::RouteTable>(m_graph.at(table).body).hosts;
    const auto isMeant = [&](std::string_view pattern) {
        return std::ranges::any_of(
            hosts, [&](const auto& host) { return mesh::effective::hostsOverlap(host.value, pattern); });
    };
    for (const mesh::Gateway::Server& server : body->servers) {
        const mesh::Field<std::string>* named = nullptr;
        bool isLetIn = false;
        for (const auto& entry : server.hosts) {
            const auto [written, pattern] = splitEntry(entry.value);
            if (!isMeant(pattern))
                continue;
            const std::string_view after = written == "." ? nsAfter(gateway) : written;
            isLetIn = isLetIn || written.empty() || written == "*" || after == nsAfter(table);
            if ((written == "." ? resource.key.ns : written) == m_graph.at(table).key.ns)
                named = &entry;
        }
        if (named == nullptr || isLetIn)
            continue;
        const auto pattern = splitEntry(named->value).second;
        insertItem(resource, resource.node(named->node), nsAfter(table) + '/' + std::string(pattern));
    }
}

void Mover::audiences()
{
    for (const mesh::Reference* reference : m_graph.references()) {
        if (reference->type == mesh::ReferenceType::Selects || reference->to == mesh::noResource)
            continue;
        const bool isMoved = moves(reference->from) || moves(reference->to);
        if (reference->type == mesh::ReferenceType::Exposes) {
            const auto* table = std::get_if<mesh::RouteTable>(&m_graph.at(reference->from).body);
            if (isMoved && table != nullptr && !table->isGatewayApi)
                letUse(reference->from, reference->to);
            continue;
        }
        if (!moves(reference->from))
            continue;
        const std::string& before = m_graph.at(reference->from).key.ns;
        showTo(reference->to, before, m_ns);
        if (reference->subset.empty())
            continue;
        for (const ResourceIndex rule : m_graph.destinationRulesFor(reference->target))
            showTo(rule, before, m_ns);
    }
}

void Mover::dependencies()
{
    const auto isElsewhere = [&](ResourceIndex from, std::string_view kind, const std::string& name) {
        const mesh::Resource& resource = m_graph.at(from);
        const auto isKind = [&](ResourceIndex index) {
            const mesh::ResourceKey& key = m_graph.at(index).key;
            return key.name == name && key.ns == resource.key.ns;
        };
        const auto all = m_graph.ofKind(kind);
        const auto found = std::ranges::find_if(all, isKind);
        if (found == all.end() || moves(*found) == moves(from))
            return false;
        const auto isThere = [&](ResourceIndex index) {
            return m_graph.at(index).key.name == name && nsAfter(index) == nsAfter(from);
        };
        return std::ranges::none_of(all, isThere);
    };
    for (const ResourceIndex index : m_graph.order()) {
        const mesh::Resource& resource = m_graph.at(index);
        if (std::holds_alternative<mesh::Workload>(resource.body)) {
            std::vector<Dependency> found;
            collectDependencies(resource.rootNode()["spec"], found);
            for (const Dependency& dependency : found) {
                if (isElsewhere(index, dependency.kind, std::string(dependency.name.value())))
                    lose(resource, dependency.name, resource.key.ns + '/' + std::string(dependency.name.value()));
            }
        } else if (resource.key.kind == "HorizontalPodAutoscaler" || resource.key.kind == "ScaledObject") {
            const NodeRef target = resource.rootNode()["spec"]["scaleTargetRef"].resolved();
            const std::string kind(target["kind"].isValid() ? target["kind"].value() : "Deployment");
            if (isElsewhere(index, kind, std::string(target["name"].value())))
                lose(resource, target["name"], resource.key.ns + '/' + std::string(target["name"].value()));
        }
    }
}

void Mover::selectors()
{
    const auto check = [&](ResourceIndex from, NodeRef selector, ResourceIndex to) {
        if (to == mesh::noResource || !selector.isMapping() || (!moves(from) && !moves(to))
            || !std::holds_alternative<mesh::Workload>(m_graph.at(to).body))
            return;
        NodeRef pairs = selector;
        for (const char* key : {"matchLabels", "labels"}) {
            if (selector[key].resolved().isMapping())
                pairs = selector[key].resolved();
        }
        mesh::Labels labels;
        for (const NodeRef::Entry& entry : pairs.entries())
            labels.insert_or_assign(std::string(entry.key.value()), std::string(entry.value.value()));
        const auto isThere = [&](ResourceIndex workload) { return nsAfter(workload) == nsAfter(from); };
        if (std::ranges::none_of(m_graph.workloadsAnywhere(labels), isThere))
            lose(m_graph.at(from), selector, m_graph.at(to).key.ns + '/' + m_graph.at(to).key.name);
    };
    for (const mesh::Reference* reference : m_graph.references()) {
        const mesh::Resource& from = m_graph.at(reference->from);
        if (reference->type == mesh::ReferenceType::Selects
            && (from.key.kind == "Service" || from.key.kind == "ServiceEntry"))
            check(reference->from, from.node(reference->node).resolved(), reference->to);
    }
    const Usages usages(m_snapshot.graph);
    for (const auto& reference : usages.policyReferences()) {
        const mesh::Resource& from = m_graph.at(reference.from);
        // those of the root namespace select everywhere
        if (from.key.ns != usages.view().rootNamespace())
            check(reference.from, reference.element.field.resolve(from.rootNode()).resolved(), reference.to);
    }
}

} // namespace meshdraft::workspace
