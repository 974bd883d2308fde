// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestset.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/authorization.h"
#include "models/traffic/callers.h"
#include "models/traffic/gatewayapi.h"
#include "models/traffic/gatewaylistener.h"
#include "models/traffic/ingress.h"
#include "models/traffic/probes.h"

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::hostsOverlap;

namespace {

/// A name that a wildcard covers and no other host has.
std::string concrete(const std::string& host)
{
    return host.starts_with('*') ? "meshdraft-sample" + (host.size() == 1 ? ".example.com" : host.substr(1)) : host;
}

class Deriver {
public:
    Deriver(const Evaluator& mesh, const std::string& host, const std::set<std::string, std::less<>>& only)
        : m_index(mesh.index())
        , m_view(mesh.view())
        , m_host(host)
        , m_only(only)
    {
    }

    std::vector<RepresentativeRequest> run()
    {
        collectTables();
        collectServers();
        collectProbes();
        fromCallers();
        if (m_only.empty()) {
            fromGateways();
            fromOutside();
        }
        std::ranges::sort(m_requests, {}, &RepresentativeRequest::request);
        const auto repeated = std::ranges::unique(m_requests, {}, &RepresentativeRequest::request);
        m_requests.erase(repeated.begin(), repeated.end());
        return std::move(m_requests);
    }

private:
    void collectTables()
    {
        const auto take = [&](const RouteTable& table) {
            m_questions.tables.push_back(&table);
            if (std::holds_alternative<mesh::RouteTable>(m_view.at(table.resource).body))
                m_questions.visible.push_back(table.resource);
            for (const RouteRule& rule : table.rules) {
                for (const RouteDestination& destination : rule.destinations)
                    m_destinations.insert(destination.host);
            }
        };
        for (const RouteEntry& entry : m_index.routes.entries()) {
            if (std::ranges::any_of(entry.hosts, [&](const auto& own) { return hostsOverlap(own, m_host); }))
                take(m_index.routes.table(entry));
        }
        for (const RouteTablePtr& table : m_index.gatewayApi->tables()) {
            if (isParent(*table)
                || std::ranges::any_of(table->hosts, [&](const auto& own) { return hostsOverlap(own, m_host); }))
                take(*table);
        }
        for (const RouteTablePtr& table : m_index.ingress->tables()) {
            if (std::ranges::any_of(table->hosts, [&](const auto& own) { return hostsOverlap(own, m_host); }))
                take(*table);
        }
        m_destinations.insert(m_host);
        m_destinations.erase(std::string());
    }

    bool isParent(const RouteTable& table) const
    {
        for (const source::NodeRef parent :
             m_view.at(table.resource).rootNode()["spec"]["parentRefs"].resolved().items()) {
            const std::string_view ns = parent["namespace"].value();
            if (parent["kind"].value() == "Service"
                && m_view.serviceHost(parent["name"].value(), ns.empty() ? table.ns : ns) == m_host)
                return true;
        }
        return false;
    }

    void collectServers()
    {
        std::set<const mesh::AuthorizationPolicy*> policies;
        const auto takePolicies = [&](const Proxy& proxy) {
            for (const std::string_view ns : {std::string_view(proxy.ns), m_view.rootNamespace()}) {
                for (const ResourceIndex index : m_view.of<mesh::AuthorizationPolicy>(ns)) {
                    const auto& policy = std::get<mesh::AuthorizationPolicy>(m_view.at(index).body);
                    if (isFor(m_view, policy.target, ns, proxy, mesh::noResource))
                        policies.insert(&policy);
                }
                for (const ResourceIndex index : m_view.of<mesh::RequestAuthentication>(ns)) {
                    const auto& policy = std::get<mesh::RequestAuthentication>(m_view.at(index).body);
                    if (isFor(m_view, policy.target, ns, proxy, mesh::noResource))
                        m_authentications.insert(&policy);
                }
            }
        };
        for (const std::string& destination : m_destinations) {
            for (const RegistryService* service : m_index.registry.ofHost(destination)) {
                m_questions.visible.push_back(service->resource);
                for (const ResourceIndex workload : m_view.graph().workloadsOf(service->resource, {})) {
                    const mesh::Resource& resource = m_view.at(workload);
                    takePolicies({resource.key.ns, std::get<mesh::Workload>(resource.body).podLabels, workload,
                                  mesh::noResource, false});
                }
                if (destination == m_host || m_ports.empty()) {
                    for (const ServicePort& port : service->ports)
                        m_ports.emplace(port.number, port.portClass);
                }
            }
        }
        for (const ResourceIndex index : m_view.graph().ofKind("DestinationRule")) {
            const auto* rule = std::get_if<mesh::DestinationRule>(&m_view.at(index).body);
            if (rule == nullptr)
                continue;
            const std::string own = m_view.fullHost(rule->host.value, m_view.at(index).key.ns);
            if (std::ranges::any_of(m_destinations, [&](const auto& one) { return hostsOverlap(own, one); }))
                m_questions.visible.push_back(index);
        }
        m_questions.hosts.assign(m_destinations.begin(), m_destinations.end());
        m_questions.policies.assign(policies.begin(), policies.end());
        std::ranges::sort(m_questions.visible);
        const auto repeated = std::ranges::unique(m_questions.visible);
        m_questions.visible.erase(repeated.begin(), repeated.end());
    }

    void collectProbes()
    {
        m_probes.insert(Probe());
        Probe elsewhere;
        elsewhere.path = otherPath;
        m_probes.insert(std::move(elsewhere));
        for (const RouteTable* table : m_questions.tables)
            addProbes(m_probes, *table);
        std::set<std::string> issuers;
        for (const mesh::RequestAuthentication* policy : m_authentications) {
            addProbes(m_probes, *policy);
            for (const auto& rule : policy->rules)
                issuers.insert(rule.issuer.value);
        }
        for (const mesh::AuthorizationPolicy* policy : m_questions.policies)
            addProbes(m_probes, *policy, issuers);
    }

    Request requestOf(const Probe& probe, Origin from, std::uint32_t port) const
    {
        Request request;
        request.from = std::move(from);
        request.host = concrete(m_host);
        request.port = port;
        request.path = probe.path;
        request.method = probe.method;
        request.query = probe.query;
        request.headers = probe.headers;
        request.token = probe.token;
        return request;
    }

    void add(Request request, const std::vector<Origin>& alike) { m_requests.push_back({std::move(request), alike}); }

    void addOn(std::uint32_t port, PortClass portClass, const Origin& from, const std::vector<Origin>& alike)
    {
        if (portClass == PortClass::Http || portClass == PortClass::Auto) {
            for (const Probe& probe : m_probes) {
                if (probe.port == 0 || probe.port == port)
                    add(requestOf(probe, from, port), alike);
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
                add(opaque, alike);
            }
            opaque.sni.clear();
        }
        add(std::move(opaque), alike);
    }

    std::map<std::uint32_t, PortClass> ports() const
    {
        if (!m_ports.empty())
            return m_ports;
        constexpr std::uint32_t http = 80;
        return {{http, PortClass::Http}};
    }

    void fromCallers()
    {
        for (const CallerGroup& group : callersFor(m_index, m_questions, m_only)) {
            for (const auto& [port, portClass] : ports())
                addOn(port, portClass, group.origin, group.alike);
        }
    }

    void fromGateways()
    {
        for (const ResourceIndex index : m_view.graph().ofKind("Gateway")) {
            const mesh::Resource& resource = m_view.at(index);
            const auto* body = std::get_if<mesh::Gateway>(&resource.body);
            if (body == nullptr)
                continue;
            const Origin from{Origin::Kind::Gateway, resource.key.ns, resource.key.name, {}};
            for (const mesh::Gateway::Server& server : body->servers)
                fromServer(server, from);
        }
    }

    void fromServer(const mesh::Gateway::Server& server, const Origin& from)
    {
        const bool serves =
            server.hosts.empty() || std::ranges::any_of(server.hosts, [&](const mesh::Field<std::string>& host) {
                const auto slash = host.value.find('/');
                return hostsOverlap(slash == std::string::npos ? host.value : host.value.substr(slash + 1), m_host);
            });
        if (!serves)
            return;
        const PortClass portClass = portClassOf(server.port.protocol.value);
        const std::uint32_t port = server.port.number.value;
        const bool endsTls = portClass == PortClass::Tls && server.tlsMode.value != "PASSTHROUGH"
            && server.tlsMode.value != "Passthrough" && server.tlsMode.value != "AUTO_PASSTHROUGH";
        if (!endsTls) {
            addOn(port, portClass, from, {});
            return;
        }
        for (const Probe& probe : m_probes) {
            Request request = requestOf(probe, from, port);
            request.tls = CallerTls::Tls;
            add(std::move(request), {});
        }
    }

    /// Callers without a proxy reach Services of the cluster only.
    void fromOutside()
    {
        if (m_view.namespaceOfHost(m_host).empty())
            return;
        for (const auto& [port, portClass] : ports())
            addOn(port, portClass, {Origin::Kind::Outside, {}, {}, {}}, {});
    }

    const MeshIndex& m_index;
    const mesh::effective::MeshView& m_view;
    const std::string& m_host;
    const std::set<std::string, std::less<>>& m_only;
    CallerQuestions m_questions;
    std::set<std::string> m_destinations;
    std::set<const mesh::RequestAuthentication*> m_authentications;
    std::map<std::uint32_t, PortClass> m_ports;
    Probes m_probes;
    std::vector<RepresentativeRequest> m_requests;
};

} // namespace

std::vector<RepresentativeRequest> representativeRequests(const Evaluator& mesh, const std::string& host,
                                                          const std::set<std::string, std::less<>>& only)
{
    return Deriver(mesh, host, only).run();
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
