// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/gatewaylistener.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/filterchain.h"
#include "models/traffic/gatewayhosts.h"
#include "models/traffic/ingress.h"
#include "models/traffic/outbound.h"
#include "models/traffic/servicetargets.h"

#include <algorithm>
#include <set>

namespace meshdraft::traffic {

using mesh::Gateway;
using mesh::ResourceIndex;

namespace {

PortClass classOf(const GatewayServer& server)
{
    return portClassOf(server.server->port.protocol.value);
}

/// The servers of one port as the proxy has them: those that cannot be merged with older ones left out.
class ServerMerge {
public:
    explicit ServerMerge(Course& course)
        : m_course(course)
    {
    }

    void take(GatewayServer server)
    {
        if (server.isTls()) {
            const bool isDuplicate =
                std::ranges::any_of(server.hosts, [&](const std::string& host) { return m_tlsHosts.contains(host); });
            if (isDuplicate) {
                say("server.duplicateHost", server);
                return;
            }
            m_tlsHosts.insert(server.hosts.begin(), server.hosts.end());
        }
        if (m_servers.empty()) {
            m_servers.push_back(std::move(server));
            return;
        }
        const GatewayServer& first = m_servers.front();
        const bool canMerge = first.isTls() ? server.isTls() : !server.isTls() && first.isHttp() && server.isHttp();
        if (!canMerge) {
            say("server.conflict", server);
            return;
        }
        m_servers.push_back(std::move(server));
    }

    std::vector<GatewayServer> finish() { return std::move(m_servers); }

private:
    void say(const char* code, const GatewayServer& server)
    {
        m_course.add(Stage::Server, code, {server.gatewayName}, Place{server.gateway, server.server->node});
    }

    Course& m_course;
    std::vector<GatewayServer> m_servers;
    std::set<std::string, std::less<>> m_tlsHosts;
};

std::string withOwnNamespace(const std::string& host, const std::string& ns)
{
    return host.starts_with("./") ? ns + host.substr(1) : host;
}

/// SNI patterns of a server that ends TLS; none: any name.
std::vector<std::string> sniOf(const GatewayServer& server)
{
    std::vector<std::string> names;
    for (const std::string& host : server.hosts) {
        const auto slash = host.find('/');
        const std::string name = slash == std::string::npos ? host : host.substr(slash + 1);
        if (name == "*")
            return {};
        names.push_back(name);
    }
    return names;
}

class Arrival {
public:
    Arrival(Course& course, const Proxy& proxy, std::uint32_t port, const std::vector<std::string>& addresses)
        : m_course(course)
        , m_request(course.request)
        , m_proxy(proxy)
        , m_port(port)
        , m_targets(serviceTargets(course.index, proxy, addresses))
    {
    }

    Path run(const std::vector<ResourceIndex>& gateways)
    {
        ServerMerge merge(m_course);
        for (const ResourceIndex gateway : gateways)
            takeServers(merge, gateway);
        takeIngresses(merge);
        m_servers = merge.finish();
        if (m_servers.empty()) {
            Path path;
            path.verdict = Verdict::NoListener;
            m_course.add(Stage::Listener, "listener.none", {std::to_string(m_port)});
            return path;
        }
        if (!m_servers.front().isTls() && m_servers.front().isHttp())
            return plainHttp();
        return byChain();
    }

private:
    void takeServers(ServerMerge& merge, ResourceIndex gateway)
    {
        const mesh::Resource& resource = m_course.at(gateway);
        const auto& body = std::get<Gateway>(resource.body);
        for (std::size_t i = 0; i < body.servers.size(); ++i) {
            const Gateway::Server& server = body.servers[i];
            if (!listensOn(server.port.number.value))
                continue;
            GatewayServer one{gateway, &server, resource.key.ns + "/" + resource.key.name, {}, {}, i};
            if (resource.key.group == "gateway.networking.k8s.io")
                one.source = GatewayServer::Source::GatewayApi;
            for (const mesh::Field<std::string>& host : server.hosts)
                one.hosts.push_back(withOwnNamespace(host.value, resource.key.ns));
            if (one.hosts.empty())
                one.hosts.emplace_back("*");
            merge.take(std::move(one));
        }
    }

    /// Istio's own ingress gateway serves Ingresses: the pods with its labels.
    void takeIngresses(ServerMerge& merge)
    {
        static const mesh::Labels ingressLabels{{"istio", "ingressgateway"}};
        if (!mesh::effective::includesLabels(m_proxy.labels, ingressLabels))
            return;
        for (const IngressIndex::Server& own : m_course.index.ingress->servers()) {
            if (!listensOn(own.server->port.number.value))
                continue;
            GatewayServer one{
                own.ingress, own.server, std::string(ingressGateway), {}, GatewayServer::Source::Ingress, 0};
            for (const mesh::Field<std::string>& host : own.server->hosts)
                one.hosts.push_back("*/" + host.value);
            if (one.hosts.empty())
                one.hosts.emplace_back("*/*");
            merge.take(std::move(one));
        }
    }

    /// A server's port is that of the gateway's Service; its pods may listen on another one.
    bool listensOn(std::uint32_t number) const
    {
        return number == m_port || std::ranges::any_of(m_targets, [&](const ServiceTarget& target) {
                   return target.port->number == number && target.targetPort == m_port
                       && !m_course.at(target.service->resource)
                               .labels.contains("experimental.istio.io/disable-gateway-port-translation");
               });
    }

    Path refuse(Verdict verdict, const char* code, const GatewayServer* server)
    {
        Path path;
        path.verdict = verdict;
        if (server != nullptr)
            path.because = m_course.element(Place{server->gateway, server->server->node});
        m_course.add(Stage::Server, code, {}, path.because);
        return path;
    }

    void sayServer(const GatewayServer& server, const char* code)
    {
        m_course.add(
            Stage::Server, code,
            {server.gatewayName, std::to_string(server.server->port.number.value), server.server->tlsMode.value},
            Place{server.gateway, server.server->node});
    }

    Path plainHttp()
    {
        if (m_request.tls != CallerTls::None)
            return refuse(Verdict::ProtocolMismatch, "server.tlsOnHttp", &m_servers.front());
        if (m_request.protocol == Protocol::Tcp)
            return refuse(Verdict::ProtocolMismatch, "server.tcpOnHttp", &m_servers.front());
        sayServer(m_servers.front(), "server.http");
        return GatewayHosts(m_course, m_proxy, m_servers).follow();
    }

    RouteReader readerOf(const GatewayServer& server) const
    {
        return {m_proxy.ns, m_proxy.labels, server.server->port.number.value, {server.gatewayName}};
    }

    std::vector<const RouteTable*> tablesOf(const GatewayServer& server) const
    {
        return GatewayHosts(m_course, m_proxy, {server}).tables(server);
    }

    /// Chains by SNI, one a server or a TLS route; a TCP server has one for everything.
    Path byChain()
    {
        for (std::size_t i = 0; i < m_servers.size(); ++i) {
            const GatewayServer& server = m_servers[i];
            if (server.server->tlsMode.value == "AUTO_PASSTHROUGH") {
                // SNI names the cluster itself ("outbound_.80_.v1_.host"): which ones exist is in no file
                m_chains.push_back({.subnets = {}, .sniHosts = sniOf(server), .transport = {}, .applications = {}});
                m_ends.push_back({i, {}, mesh::noResource});
            } else if (server.isPassthrough()) {
                addTlsRoutes(i);
            } else if (server.isHttp()) {
                m_chains.push_back({.subnets = {}, .sniHosts = sniOf(server), .transport = {}, .applications = {}});
                m_ends.push_back({i, {}, mesh::noResource});
            } else {
                addTcpRoutes(i);
            }
        }
        Connection connection;
        connection.isTls = m_request.tls != CallerTls::None;
        if (connection.isTls)
            connection.sni = m_request.sni.empty() ? hostWithoutPort(m_request.host) : m_request.sni;
        connection.address = m_request.address;
        connection.applications = connection.isTls ? alpnOf(m_request) : std::vector<std::string>();
        const auto chosen = chooseChain(m_chains, connection);
        if (!chosen)
            return refuse(Verdict::NoFilterChain, "server.noChain", nullptr);
        return follow(m_ends[*chosen]);
    }

    struct End {
        std::size_t server = 0;
        RouteChoice choice; ///< no rule: HTTP behind TLS
        ResourceIndex table = mesh::noResource;
    };

    Path autoPassthrough(const GatewayServer& server)
    {
        if (m_request.tls == CallerTls::None)
            return refuse(Verdict::TlsMismatch, "server.plainOnTls", &server);
        Path path = refuse(Verdict::Unknown, "server.autoPassthrough", &server);
        m_course.steps.back().isUnknown = true;
        return path;
    }

    Path follow(const End& end)
    {
        const GatewayServer& server = m_servers[end.server];
        if (server.server->tlsMode.value == "AUTO_PASSTHROUGH")
            return autoPassthrough(server);
        const bool endsTls = server.isTls() && !server.isPassthrough();
        if (endsTls && m_request.tls == CallerTls::None)
            return refuse(Verdict::TlsMismatch, "server.plainOnTls", &server);
        if (end.choice.rule != nullptr) {
            sayServer(server, server.isPassthrough() ? "server.passthrough" : endsTls ? "server.tls" : "server.tcp");
            Path path;
            followRule(m_course, path, end.choice, end.table, server.server->port.number.value, true, m_proxy.ns);
            return path;
        }
        if (m_request.protocol == Protocol::Tcp)
            return refuse(Verdict::ProtocolMismatch, "server.tcpOnHttp", &server);
        sayServer(server, "server.https");
        return GatewayHosts(m_course, m_proxy, {server}).follow();
    }

    void addChain(std::size_t server, FilterChain chain, RouteChoice choice, ResourceIndex table)
    {
        const bool isKnown = std::ranges::any_of(m_chains, [&](const FilterChain& known) {
            return known.sniHosts == chain.sniHosts && known.subnets == chain.subnets;
        });
        if (isKnown)
            return;
        m_chains.push_back(std::move(chain));
        m_ends.push_back({server, choice, table});
    }

    void addTlsRoutes(std::size_t position)
    {
        const GatewayServer& server = m_servers[position];
        for (const RouteTable* table : tablesOf(server)) {
            for (const RouteRule& rule : table->rules) {
                if (rule.protocol != mesh::Protocol::Tls)
                    continue;
                for (const RouteMatch& match : rule.matches) {
                    if (appliesTo(match, readerOf(server), mesh::Protocol::Tls)) {
                        addChain(position, {match.subnets, match.sniHosts, Transport::Any, {}}, {&rule, &match},
                                 table->resource);
                    }
                }
            }
        }
    }

    void addTcpRoutes(std::size_t position)
    {
        const GatewayServer& server = m_servers[position];
        for (const RouteTable* table : tablesOf(server)) {
            for (const RouteRule& rule : table->rules) {
                // what a Gateway API listener of protocol TLS ends, its TLSRoutes take on
                const bool isTerminated = server.isTls() && rule.protocol == mesh::Protocol::Tls && table->isGatewayApi;
                if (rule.protocol != mesh::Protocol::Tcp && !isTerminated)
                    continue;
                const auto met = std::ranges::find_if(rule.matches, [&](const RouteMatch& match) {
                    return appliesTo(match, readerOf(server), rule.protocol);
                });
                if (!rule.matches.empty() && met == rule.matches.end())
                    continue;
                FilterChain chain;
                if (server.isTls())
                    chain.sniHosts = sniOf(server);
                addChain(position, std::move(chain), {&rule, rule.matches.empty() ? nullptr : &*met}, table->resource);
                return;
            }
        }
    }

    Course& m_course;
    const Request& m_request;
    const Proxy& m_proxy;
    std::uint32_t m_port;
    std::vector<ServiceTarget> m_targets;
    std::vector<GatewayServer> m_servers;
    std::vector<FilterChain> m_chains;
    std::vector<End> m_ends; ///< by chain
};

} // namespace

bool GatewayServer::isTls() const
{
    const PortClass portClass = classOf(*this);
    return portClass == PortClass::Tls;
}

bool GatewayServer::isPassthrough() const
{
    const std::string& mode = server->tlsMode.value;
    return isTls() && (mode == "PASSTHROUGH" || mode == "AUTO_PASSTHROUGH" || mode == "Passthrough");
}

bool GatewayServer::isHttp() const
{
    const std::string& protocol = server->port.protocol.value;
    return classOf(*this) == PortClass::Http || ((protocol == "HTTPS" || protocol == "https") && !isPassthrough());
}

std::vector<ResourceIndex> gatewaysOf(const Course& course, const Proxy& proxy)
{
    std::vector<ResourceIndex> gateways;
    for (const ResourceIndex index : course.view().graph().ofKind("Gateway")) {
        const mesh::Resource& resource = course.at(index);
        const auto* body = std::get_if<Gateway>(&resource.body);
        if (body != nullptr && resource.key.group == "networking.istio.io"
            && mesh::effective::includesLabels(proxy.labels, body->selector))
            gateways.push_back(index);
    }
    std::ranges::stable_sort(gateways, [&](ResourceIndex left, ResourceIndex right) {
        const mesh::Resource& one = course.at(left);
        const mesh::Resource& other = course.at(right);
        return isOlder(one.rootNode()["metadata"]["creationTimestamp"].value(), one.key.name, one.key.ns,
                       other.rootNode()["metadata"]["creationTimestamp"].value(), other.key.name, other.key.ns);
    });
    return gateways;
}

Path gatewayPath(Course& course, const Proxy& proxy, const std::vector<ResourceIndex>& gateways, std::uint32_t port,
                 const std::vector<std::string>& addresses)
{
    return Arrival(course, proxy, port, addresses).run(gateways);
}

} // namespace meshdraft::traffic
