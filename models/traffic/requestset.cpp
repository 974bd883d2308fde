// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestset.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/authorization.h"
#include "models/traffic/gatewayapi.h"
#include "models/traffic/gatewaylistener.h"
#include "models/traffic/ingress.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::hostsOverlap;
using mesh::effective::isCoveredBy;

namespace {

/// A name that a wildcard covers and no other host has.
std::string concrete(const std::string& host)
{
    return host.starts_with('*') ? "meshdraft-sample" + (host.size() == 1 ? ".example.com" : host.substr(1)) : host;
}

/// The pods of a gateway, as policies see them.
Proxy gatewayProxy(const mesh::effective::MeshView& view, ResourceIndex index)
{
    const mesh::Resource& resource = view.at(index);
    Proxy proxy;
    proxy.isGateway = true;
    proxy.ns = resource.key.ns;
    if (resource.key.group == "gateway.networking.k8s.io") {
        proxy.labels = {{"gateway.networking.k8s.io/gateway-name", resource.key.name}};
        return proxy;
    }
    const mesh::Labels& selector = std::get<mesh::Gateway>(resource.body).selector;
    const auto workloads = selector.empty() ? std::vector<ResourceIndex>() : view.graph().workloadsAnywhere(selector);
    if (workloads.empty()) {
        proxy.ns = view.rootNamespace();
        proxy.labels = selector;
    } else {
        proxy.ns = view.at(workloads.front()).key.ns;
        proxy.labels = std::get<mesh::Workload>(view.at(workloads.front()).body).podLabels;
        proxy.workload = workloads.front();
    }
    return proxy;
}

/// True if a server of a gateway takes requests to a host.
bool serves(const mesh::Gateway::Server& server, const std::string& host)
{
    return server.hosts.empty() || std::ranges::any_of(server.hosts, [&](const mesh::Field<std::string>& own) {
               const auto slash = own.value.find('/');
               return hostsOverlap(slash == std::string::npos ? own.value : own.value.substr(slash + 1), host);
           });
}

class Deriver {
public:
    Deriver(const DerivationIndex& index, const std::string& host, const Settled& settled)
        : m_derivation(index)
        , m_settled(settled)
        , m_index(index.mesh())
        , m_view(*index.mesh().view)
        , m_host(host)
        , m_name(concrete(host))
    {
    }

    HostRequests run()
    {
        collectTables();
        collectServers();
        collectGateways();
        collectProbes();
        for (const auto& [port, portClass] : ports())
            addOn(m_result.shapes, m_probes, port, portClass, {});
        for (const ResourceIndex gateway : m_gateways) {
            const mesh::Resource& resource = m_view.at(gateway);
            for (const mesh::Gateway::Server& server : std::get<mesh::Gateway>(resource.body).servers) {
                if (serves(server, m_host))
                    fromServer(server, {Origin::Kind::Gateway, resource.key.ns, resource.key.name, {}});
            }
        }
        // callers without a proxy reach Services of the cluster only, and meet no routes
        if (!m_view.namespaceOfHost(m_host).empty()) {
            for (const auto& [port, portClass] : ports())
                addOn(m_result.others, m_guarded, port, portClass, {Origin::Kind::Outside, {}, {}, {}});
        }
        return std::move(m_result);
    }

private:
    CallerQuestions& questions() { return m_result.questions; }

    void collectTables()
    {
        questions().tables = m_derivation.tablesFor(m_name);
        for (const RouteTable* table : questions().tables) {
            if (std::holds_alternative<mesh::RouteTable>(m_view.at(table->resource).body))
                questions().visible.push_back(table->resource);
            for (const std::string& host : table->hosts)
                questions().imports.emplace(table->ns, host);
            for (const RouteRule& rule : table->rules) {
                for (const RouteDestination& destination : rule.destinations)
                    m_destinations.insert(destination.host);
            }
        }
        m_destinations.insert(m_name);
        m_destinations.insert(m_host);
        m_destinations.erase(std::string());
    }

    void takePolicies(const Proxy& proxy, ResourceIndex gateway)
    {
        std::set<std::string_view> namespaces{proxy.ns, m_view.rootNamespace()};
        for (const std::string_view ns : namespaces) {
            for (const ResourceIndex index : m_view.of<mesh::AuthorizationPolicy>(ns)) {
                const auto& policy = std::get<mesh::AuthorizationPolicy>(m_view.at(index).body);
                if (isFor(m_view, policy.target, ns, proxy, gateway))
                    m_policies.insert(&policy);
            }
            for (const ResourceIndex index : m_view.of<mesh::RequestAuthentication>(ns)) {
                const auto& policy = std::get<mesh::RequestAuthentication>(m_view.at(index).body);
                if (isFor(m_view, policy.target, ns, proxy, gateway))
                    m_authentications.insert(&policy);
            }
        }
    }

    void collectServers()
    {
        std::vector<ResourceIndex>& visible = questions().visible;
        for (const std::string& destination : m_destinations) {
            for (const RegistryService* service : m_index.registry.ofHost(destination)) {
                visible.push_back(service->resource);
                questions().imports.emplace(service->ns, service->host);
                for (const ResourceIndex workload : m_view.graph().workloadsOf(service->resource, {})) {
                    const mesh::Resource& resource = m_view.at(workload);
                    const mesh::ResourceKey& key = resource.key;
                    if (destination == m_host)
                        m_result.servers.insert({Origin::Kind::Workload, key.ns, key.name, key.kind});
                    takePolicies({resource.key.ns, std::get<mesh::Workload>(resource.body).podLabels, workload,
                                  mesh::noResource, false},
                                 mesh::noResource);
                }
                if (destination == m_host) {
                    for (const ServicePort& port : service->ports)
                        m_ports.emplace(port.number, port.portClass);
                }
            }
            const auto rules = m_derivation.rulesFor(destination);
            visible.insert(visible.end(), rules.begin(), rules.end());
        }
        questions().policies.assign(m_policies.begin(), m_policies.end());
        std::ranges::sort(visible);
        const auto repeated = std::ranges::unique(visible);
        visible.erase(repeated.begin(), repeated.end());
    }

    void collectGateways()
    {
        for (const ResourceIndex index : m_view.graph().ofKind("Gateway")) {
            const auto* body = std::get_if<mesh::Gateway>(&m_view.at(index).body);
            if (body == nullptr
                || std::ranges::none_of(body->servers, [&](const auto& server) { return serves(server, m_host); }))
                continue;
            m_gateways.push_back(index);
            takePolicies(gatewayProxy(m_view, index), index);
        }
    }

    /// Routes and policies each by themselves, and policies on each way that leads elsewhere.
    void collectProbes()
    {
        std::vector<Probe> ways;
        for (const RouteTable* table : questions().tables) {
            addProbes(m_probes, *table, m_settled);
            const auto own = wayProbes(*table);
            ways.insert(ways.end(), own.begin(), own.end());
        }
        Issuers issuers;
        Probes guarded;
        for (const mesh::RequestAuthentication* policy : m_authentications) {
            addProbes(guarded, *policy);
            for (const auto& rule : policy->rules) {
                std::vector<std::string>& audiences = issuers[rule.issuer.value];
                for (const mesh::Field<std::string>& audience : rule.audiences)
                    audiences.push_back(audience.value);
            }
        }
        // what is denied shows only on requests that are allowed
        Probes denied;
        Probes allowed;
        const Settled whole{.rules = {}, .policies = true};
        for (const mesh::AuthorizationPolicy* policy : m_policies) {
            const bool isAllow = policy->action.value.empty() || policy->action.value == "ALLOW";
            if (isAllow)
                addProbes(allowed, *policy, issuers, whole);
            addProbes(isAllow ? guarded : denied, *policy, issuers, m_settled);
        }
        for (const Probe& probe : denied) {
            for (const Probe& way : allowed)
                guarded.insert(merged(probe, way));
        }
        guarded.merge(denied);
        for (const Probe& probe : guarded) {
            for (const Probe& way : ways)
                m_probes.insert(merged(probe, way));
        }
        m_guarded = guarded;
        m_guarded.insert(Probe());
        m_probes.merge(guarded);
        m_probes.insert(Probe());
        Probe elsewhere;
        elsewhere.path = otherPath;
        m_probes.insert(std::move(elsewhere));
    }

    Request requestOf(const Probe& probe, Origin from, std::uint32_t port) const
    {
        Request request;
        request.from = std::move(from);
        const bool isOwn = !probe.host.empty() && m_host.starts_with('*') && isCoveredBy(probe.host, m_host);
        request.host = isOwn ? probe.host : m_name;
        request.port = port;
        request.path = probe.path;
        request.method = probe.method;
        request.query = probe.query;
        request.headers = probe.headers;
        request.token = probe.token;
        return request;
    }

    void addOn(std::vector<Request>& into, const Probes& probes, std::uint32_t port, PortClass portClass,
               const Origin& from) const
    {
        if (portClass == PortClass::Http || portClass == PortClass::Auto) {
            for (const Probe& probe : probes) {
                if (probe.port == 0 || probe.port == port)
                    into.push_back(requestOf(probe, from, port));
            }
        }
        if (portClass == PortClass::Http || portClass == PortClass::Udp)
            return;
        Request opaque = requestOf(Probe(), from, port);
        opaque.protocol = Protocol::Tcp;
        if (portClass == PortClass::Tls) {
            opaque.tls = CallerTls::Tls;
            for (const Probe& probe : m_probes) {
                if (probe.sni.empty() || !hostsOverlap(probe.sni, m_host))
                    continue;
                opaque.sni = probe.sni;
                into.push_back(opaque);
            }
            opaque.sni.clear();
        }
        into.push_back(std::move(opaque));
    }

    std::map<std::uint32_t, PortClass> ports() const
    {
        if (!m_ports.empty())
            return m_ports;
        constexpr std::uint32_t http = 80;
        return {{http, PortClass::Http}};
    }

    void fromServer(const mesh::Gateway::Server& server, const Origin& from)
    {
        const PortClass portClass = portClassOf(server.port.protocol.value);
        const std::uint32_t port = server.port.number.value;
        const bool endsTls = portClass == PortClass::Tls && server.tlsMode.value != "PASSTHROUGH"
            && server.tlsMode.value != "Passthrough" && server.tlsMode.value != "AUTO_PASSTHROUGH";
        if (!endsTls) {
            addOn(m_result.others, m_probes, port, portClass, from);
            return;
        }
        for (const Probe& probe : m_probes) {
            Request request = requestOf(probe, from, port);
            request.tls = CallerTls::Tls;
            m_result.others.push_back(std::move(request));
        }
    }

    const DerivationIndex& m_derivation;
    const Settled& m_settled;
    const MeshIndex& m_index;
    const mesh::effective::MeshView& m_view;
    const std::string& m_host;
    std::string m_name; ///< the host, or a name that its wildcard covers
    std::set<std::string> m_destinations;
    std::set<const mesh::AuthorizationPolicy*> m_policies;
    std::set<const mesh::RequestAuthentication*> m_authentications;
    std::vector<ResourceIndex> m_gateways;
    std::map<std::uint32_t, PortClass> m_ports;
    Probes m_probes;
    Probes m_guarded; ///< those of policies alone
    HostRequests m_result;
};

} // namespace

template <typename Value> void DerivationIndex::ByHost<Value>::add(const std::string& host, Value value)
{
    if (mesh::effective::isWildcardHost(host)) {
        wildcards.emplace_back(host, std::move(value));
    } else {
        exact[host].push_back(std::move(value));
    }
}

template <typename Value> std::vector<Value> DerivationIndex::ByHost<Value>::covering(const std::string& name) const
{
    std::vector<Value> values;
    if (const auto found = exact.find(name); found != exact.end())
        values = found->second;
    for (const auto& [host, value] : wildcards) {
        if (hostsOverlap(name, host))
            values.push_back(value);
    }
    std::ranges::sort(values);
    const auto repeated = std::ranges::unique(values);
    values.erase(repeated.begin(), repeated.end());
    return values;
}

DerivationIndex::DerivationIndex(const Evaluator& mesh)
    : m_mesh(mesh.index())
{
    const mesh::effective::MeshView& view = mesh.view();
    std::set<mesh::Labels> sourceLabels;
    const auto take = [&](const RouteTable& table) {
        for (const std::string& host : table.hosts)
            m_tables.add(host, &table);
        for (const RouteRule& rule : table.rules) {
            for (const RouteMatch& match : rule.matches) {
                if (!match.sourceLabels.empty())
                    sourceLabels.insert(match.sourceLabels);
            }
        }
        if (!table.isGatewayApi)
            return;
        for (const source::NodeRef parent :
             view.at(table.resource).rootNode()["spec"]["parentRefs"].resolved().items()) {
            const std::string_view ns = parent["namespace"].value();
            if (parent["kind"].value() == "Service")
                m_tables.add(view.serviceHost(parent["name"].value(), ns.empty() ? table.ns : ns), &table);
        }
    };
    for (const RouteEntry& entry : m_mesh.routes.entries())
        take(m_mesh.routes.table(entry));
    for (const RouteTablePtr& table : m_mesh.gatewayApi->tables())
        take(*table);
    for (const RouteTablePtr& table : m_mesh.ingress->tables())
        take(*table);
    for (const ResourceIndex index : view.graph().ofKind("DestinationRule")) {
        if (const auto* rule = std::get_if<mesh::DestinationRule>(&view.at(index).body))
            m_rules.add(view.fullHost(rule->host.value, view.at(index).key.ns), index);
    }
    m_callers = callerClasses(m_mesh, sourceLabels);
}

std::vector<const RouteTable*> DerivationIndex::tablesFor(const std::string& name) const
{
    std::vector<const RouteTable*> tables = m_tables.covering(name);
    std::ranges::sort(tables, {}, [](const RouteTable* table) { return std::tie(table->ns, table->name); });
    return tables;
}

std::vector<ResourceIndex> DerivationIndex::rulesFor(const std::string& host) const
{
    return m_rules.covering(host);
}

const Origin& exampleOf(const std::vector<Origin>& callers, const std::set<Origin>& servers)
{
    const auto found = std::ranges::find_if(callers, [&](const Origin& one) { return !servers.contains(one); });
    return found == callers.end() ? callers.front() : *found;
}

HostRequests requestsTo(const DerivationIndex& index, const std::string& host, const Settled& settled)
{
    return Deriver(index, host, settled).run();
}

std::set<std::string> settledRules(const DerivationIndex& base, const DerivationIndex& head, const std::string& host)
{
    const auto textsOf = [&](const DerivationIndex& index) {
        std::vector<std::string> texts;
        for (const RouteTable* table : index.tablesFor(concrete(host))) {
            for (const RouteRule& rule : table->rules)
                texts.push_back(textOf(rule));
        }
        return texts;
    };
    std::vector<std::string> old = textsOf(base);
    std::vector<std::string> now = textsOf(head);
    std::set<std::string> both;
    const std::set<std::string> known(now.begin(), now.end());
    std::ranges::copy_if(old, std::inserter(both, both.end()), [&](const auto& text) { return known.contains(text); });
    const auto isAlone = [&](const std::string& text) { return !both.contains(text); };
    std::erase_if(old, isAlone);
    std::erase_if(now, isAlone);
    return old == now ? both : std::set<std::string>();
}

std::vector<RepresentativeRequest> representativeRequests(const Evaluator& mesh, const std::string& host,
                                                          const std::set<std::string, std::less<>>& only)
{
    return representativeRequests(DerivationIndex(mesh), host, only);
}

std::vector<RepresentativeRequest> representativeRequests(const DerivationIndex& index, const std::string& host,
                                                          const std::set<std::string, std::less<>>& only)
{
    HostRequests derived = requestsTo(index, host);
    CallerSignatures signatures(index.mesh(), derived.questions);
    std::map<std::string, std::vector<Origin>> groups;
    for (const CallerClass& caller : index.callers()) {
        if (!only.empty() && !only.contains(caller.ns))
            continue;
        std::vector<Origin>& group = groups[signatures.of(caller)];
        group.insert(group.end(), caller.members.begin(), caller.members.end());
    }
    std::vector<RepresentativeRequest> requests;
    for (const auto& [signature, members] : groups) {
        const Origin& example = exampleOf(members, derived.servers);
        std::vector<Origin> alike;
        std::ranges::remove_copy(members, std::back_inserter(alike), example);
        for (const Request& shape : derived.shapes) {
            requests.push_back({shape, alike});
            requests.back().request.from = example;
        }
    }
    if (only.empty()) {
        for (Request& request : derived.others)
            requests.push_back({std::move(request), {}});
    }
    std::ranges::sort(requests, {}, &RepresentativeRequest::request);
    const auto repeated = std::ranges::unique(requests, {}, &RepresentativeRequest::request);
    requests.erase(repeated.begin(), repeated.end());
    return requests;
}

std::vector<std::string> requestHosts(const Evaluator& mesh)
{
    std::set<std::string> hosts;
    for (const RegistryService& service : mesh.index().registry.services())
        hosts.insert(service.host);
    for (const RouteEntry& entry : mesh.index().routes.entries())
        hosts.insert(entry.hosts.begin(), entry.hosts.end());
    for (const RouteTablePtr& table : mesh.index().gatewayApi->tables())
        hosts.insert(table->hosts.begin(), table->hosts.end());
    for (const RouteTablePtr& table : mesh.index().ingress->tables())
        hosts.insert(table->hosts.begin(), table->hosts.end());
    return {hosts.begin(), hosts.end()};
}

} // namespace meshdraft::traffic
