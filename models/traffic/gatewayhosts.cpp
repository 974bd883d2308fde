// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/gatewayhosts.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/authorization.h"
#include "models/traffic/gatewayapi.h"
#include "models/traffic/ingress.h"
#include "models/traffic/outbound.h"
#include "models/traffic/responseflags.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace meshdraft::traffic {

using mesh::effective::isCoveredBy;
using mesh::effective::isMoreSpecific;

namespace {

/// The server's hosts that routes of a namespace may have.
std::vector<std::string> hostsFor(const GatewayServer& server, std::string_view ns)
{
    std::vector<std::string> hosts;
    for (const std::string& host : server.hosts) {
        const auto slash = host.find('/');
        const std::string_view own = slash == std::string::npos ? "*" : std::string_view(host).substr(0, slash);
        if (own == "*" || own == ns)
            hosts.push_back(slash == std::string::npos ? host : host.substr(slash + 1));
    }
    return hosts;
}

/// Of each pair that overlaps the more specific one.
std::vector<std::string> intersect(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    std::vector<std::string> both;
    for (const std::string& left : one) {
        for (const std::string& right : other) {
            std::optional<std::string> host;
            if (isCoveredBy(right, left)) {
                host = right;
            } else if (isCoveredBy(left, right)) {
                host = left;
            }
            if (host && !std::ranges::contains(both, *host))
                both.push_back(std::move(*host));
        }
    }
    return both;
}

} // namespace

GatewayHosts::GatewayHosts(Course& course, const Proxy& proxy, std::vector<GatewayServer> servers)
    : m_course(course)
    , m_proxy(proxy)
    , m_servers(std::move(servers))
{
}

std::vector<const RouteTable*> GatewayHosts::tables(const GatewayServer& server) const
{
    std::vector<const RouteTable*> all;
    for (const Bound& bound : bindings()) {
        if (bound.server->server == server.server)
            all.push_back(bound.table);
    }
    return all;
}

std::vector<GatewayHosts::Bound> GatewayHosts::bindings() const
{
    std::vector<Bound> all;
    const auto add = [&](const GatewayServer& server, const RouteTable& table) {
        std::vector<std::string> hosts = intersect(hostsFor(server, table.ns), table.hosts);
        if (!hosts.empty())
            all.push_back({&server, &table, std::move(hosts)});
    };
    for (const GatewayServer& server : m_servers) {
        if (server.source == GatewayServer::Source::Ingress) {
            for (const RouteTablePtr& table : m_course.index.ingress->tables())
                add(server, *table);
            continue;
        }
        if (server.source == GatewayServer::Source::GatewayApi) {
            for (const RouteTable* table : m_course.index.gatewayApi->forListener(server.gateway, server.position))
                add(server, *table);
            continue;
        }
        for (const RouteEntry* entry : m_course.index.routes.forGateway(server.gatewayName, m_proxy.ns, m_course.first))
            add(server, m_course.index.routes.table(*entry));
    }
    return all;
}

bool GatewayHosts::redirects(std::string_view host) const
{
    return std::ranges::any_of(m_servers, [&](const GatewayServer& server) {
        return server.server->httpsRedirect && std::ranges::any_of(server.hosts, [&](const std::string& own) {
                   const auto slash = own.find('/');
                   return isCoveredBy(host, slash == std::string::npos ? own : own.substr(slash + 1));
               });
    });
}

Path GatewayHosts::redirect()
{
    const auto server = std::ranges::find_if(m_servers, [](const GatewayServer& one) { //
        return one.server->httpsRedirect;
    });
    Path path;
    path.isHttp = true;
    path.endAs(responseFlag("redirect"));
    path.because = m_course.element(Place{server->gateway, server->server->node});
    m_course.add(Stage::VirtualHost, "virtualHost.httpsRedirect", {}, path.because);
    return path;
}

Path GatewayHosts::notFound(Verdict verdict, const char* code, std::string_view host)
{
    Path path;
    path.isHttp = true;
    path.endAs(responseFlag(verdict == Verdict::NoRoute ? "noRoute" : "noVirtualHost"));
    path.because = m_course.element(Place{m_servers.front().gateway, m_servers.front().server->node});
    m_course.add(verdict == Verdict::NoRoute ? Stage::Route : Stage::VirtualHost, code, {std::string(host)},
                 path.because);
    return path;
}

/// The most specific host of the configuration that covers the request's; empty: none.
std::string GatewayHosts::hostFor(const std::vector<Bound>& bound, bool& hasAny) const
{
    const std::string name = hostWithoutPort(m_course.request.host);
    std::string best;
    const auto offer = [&](const std::string& host) {
        hasAny = true;
        if (isCoveredBy(name, host) && (best.empty() || isMoreSpecific(host, best)))
            best = host;
    };
    for (const Bound& one : bound) {
        if (httpRoutes(*one.table, readerOf(*one.server)).empty())
            continue;
        std::ranges::for_each(one.hosts, offer);
    }
    for (const GatewayServer& server : m_servers) {
        if (!server.server->httpsRedirect)
            continue;
        for (const std::string& host : server.hosts) {
            const auto slash = host.find('/');
            offer(slash == std::string::npos ? host : host.substr(slash + 1));
        }
    }
    return best;
}

RouteReader GatewayHosts::readerOf(const GatewayServer& server) const
{
    return {m_proxy.ns, m_proxy.labels, server.server->port.number.value, {server.gatewayName}};
}

void GatewayHosts::addRivals(const std::vector<const RouteTable*>& tables)
{
    std::vector<mesh::ResourceIndex> rivals;
    for (const RouteTable* table : tables) {
        if (table->created == tables.front()->created)
            rivals.push_back(table->resource);
    }
    if (rivals.size() > 1)
        m_course.tied.push_back(std::move(rivals));
}

Path GatewayHosts::follow()
{
    const std::vector<Bound> bound = bindings();
    bool hasAny = false;
    const std::string host = hostFor(bound, hasAny);
    const std::string name = hostWithoutPort(m_course.request.host);
    if (!hasAny)
        return notFound(Verdict::NoRoute, "virtualHost.noRules", name);
    if (host.empty())
        return notFound(Verdict::NoVirtualHost, "virtualHost.notServed", name);
    if (m_course.request.tls == CallerTls::None && redirects(host))
        return redirect();
    std::vector<RouteChoice> routes;
    std::map<const RouteRule*, const Bound*> boundOf;
    std::vector<const RouteTable*> read;
    for (const Bound& one : bound) {
        if (!std::ranges::contains(one.hosts, host))
            continue;
        const std::vector<RouteChoice> own = httpRoutes(*one.table, readerOf(*one.server));
        for (const RouteChoice& choice : own) {
            routes.push_back(choice);
            boundOf.try_emplace(choice.rule, &one);
        }
        if (!own.empty() && !std::ranges::contains(read, one.table)) {
            read.push_back(one.table);
            m_course.add(Stage::VirtualHost, "virtualHost.rules", {host}, m_course.at(one.table->resource).element());
        }
    }
    addRivals(read);
    if (!read.empty() && read.front()->isGatewayApi) {
        sortByPrecedence(routes);
    } else {
        // routes of several tables: what takes everything comes last (SortVHostRoutes)
        std::ranges::stable_partition(routes, [](const RouteChoice& one) { return !one.isCatchAll(); });
    }
    Guarded guarded;
    guarded.proxy = &m_proxy;
    guarded.gateway = m_servers.front().gateway;
    const HttpView view{
        m_course.request.path, m_course.request.method, m_course.request.tls == CallerTls::None ? "http" : "https",
        m_course.request.host, &m_course.request,       acceptedToken(m_course, guarded)};
    const RouteChoice* met = firstMet(routes, view);
    if (met == nullptr)
        return notFound(Verdict::NoRoute, "route.none", host);
    const Bound& taken = *boundOf.at(met->rule);
    Path path;
    path.isHttp = true;
    followRule(m_course, path, *met, taken.table->resource, taken.server->server->port.number.value, true, m_proxy.ns);
    return path;
}

} // namespace meshdraft::traffic
