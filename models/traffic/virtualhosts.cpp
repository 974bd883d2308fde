// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/virtualhosts.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/gatewayapi.h"
#include "models/traffic/responseflags.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace meshdraft::traffic {

using mesh::effective::hostsOverlap;
using mesh::effective::isCoveredBy;
using mesh::effective::isMoreSpecific;

namespace {

bool speaksHttp(const RegistryService& service, std::uint32_t port)
{
    const ServicePort* found = service.findPort(port);
    return found != nullptr && (found->portClass == PortClass::Http || found->portClass == PortClass::Auto);
}

HttpView viewOf(const Request& request)
{
    return {request.path, request.method, request.tls == CallerTls::None ? "http" : "https",
            request.host, &request,       nullptr};
}

} // namespace

RouteIndex::Entries VirtualHosts::imported(RouteIndex::Entries entries) const
{
    if (m_egress.sidecar == mesh::noResource)
        return entries;
    const auto& sidecar = std::get<mesh::Sidecar>(m_course.at(m_egress.sidecar).body);
    const mesh::Sidecar::Egress& egress = sidecar.egress[m_egress.index];
    std::erase_if(entries, [&](const RouteEntry* entry) {
        return std::ranges::none_of(egress.hosts, [&](const mesh::Field<std::string>& written) {
            const std::string_view text = written.value;
            const auto slash = text.find('/');
            if (slash == std::string_view::npos)
                return false;
            const std::string_view ns = text.substr(0, slash) == "." ? m_proxy.ns : text.substr(0, slash);
            return (ns == "*" || ns == entry->ns) && std::ranges::any_of(entry->hosts, [&](const std::string& host) {
                       return hostsOverlap(host, text.substr(slash + 1));
                   });
        });
    });
    return entries;
}

RouteIndex::Entries VirtualHosts::covering(std::string_view host) const
{
    RouteIndex::Entries entries = m_course.index.routes.forHost(host, m_proxy.ns, m_course.first);
    for (const std::string& wildcard : m_course.index.routes.wildcards()) {
        if (wildcard != host && isCoveredBy(host, wildcard)) {
            const auto more = m_course.index.routes.forHost(wildcard, m_proxy.ns, m_course.first);
            entries.insert(entries.end(), more.begin(), more.end());
        }
    }
    return imported(std::move(entries));
}

/// Those with the very host; without one, those with the longest wildcard that covers it.
RouteIndex::Entries VirtualHosts::forService(std::string_view host) const
{
    RouteIndex::Entries entries = imported(m_course.index.routes.forHost(host, m_proxy.ns, m_course.first));
    if (!entries.empty())
        return entries;
    std::string_view best;
    for (const std::string& wildcard : m_course.index.routes.wildcards()) {
        if (!isCoveredBy(host, wildcard) || (!best.empty() && !isMoreSpecific(wildcard, best)))
            continue;
        auto candidates = imported(m_course.index.routes.forHost(wildcard, m_proxy.ns, m_course.first));
        if (candidates.empty())
            continue;
        best = wildcard;
        entries = std::move(candidates);
    }
    return entries;
}

/// A shortened host in full.
std::string VirtualHosts::expanded(std::string_view host) const
{
    if (!host.contains('.'))
        return m_course.view().serviceHost(host, m_proxy.ns);
    const std::string& domain = m_course.view().settings().clusterDomain;
    return std::string(host) + (host.ends_with(".svc") ? "." : ".svc.") + domain;
}

const RegistryService* VirtualHosts::findAlias(const Scope& scope, std::string_view host) const
{
    for (const std::string& name : {std::string(host), expanded(host)}) {
        if (const auto found = scope.byHost.find(name); found != scope.byHost.end() && found->second->isAlias)
            return found->second;
    }
    return nullptr;
}

/// The service that a Host header names: in full, shortened as the client's namespace allows, or by its address.
const RegistryService* VirtualHosts::findService(const Scope& scope, std::string_view host, std::uint32_t port) const
{
    const auto onPort = [&](std::string_view name) -> const RegistryService* {
        const auto found = scope.byHost.find(name);
        return found != scope.byHost.end() && !found->second->isAlias && speaksHttp(*found->second, port)
            ? found->second
            : nullptr;
    };
    if (const RegistryService* service = onPort(host))
        return service;
    const std::string full = expanded(host);
    if (!host.contains('.'))
        return onPort(full);
    if (const RegistryService* service = onPort(full))
        return service;
    // pods of a headless service have names below its own
    if (const auto dot = host.find('.'); dot != std::string_view::npos) {
        const std::string_view parent = host.substr(dot + 1);
        const RegistryService* service = onPort(parent);
        if (service == nullptr)
            service = onPort(expanded(parent));
        if (service != nullptr && service->isHeadless)
            return service;
    }
    const auto byAddress = scope.byAddress.find(host);
    return byAddress != scope.byAddress.end() && speaksHttp(*byAddress->second, port) ? byAddress->second : nullptr;
}

/// True if a host of a VirtualService that is no service gets a virtual host on the port: one of its other hosts is a
/// service there, or the port is 80.
bool VirtualHosts::servesHost(const Scope& scope, const RouteEntry& entry, std::uint32_t port) const
{
    constexpr std::uint32_t plainPort = 80;
    const auto onPort = scope.byPort.find(port);
    const bool hasService =
        onPort != scope.byPort.end() && std::ranges::any_of(onPort->second, [&](const RegistryService* service) {
            return speaksHttp(*service, port) && std::ranges::any_of(entry.hosts, [&](const std::string& host) {
                       return isCoveredBy(service->host, host);
                   });
        });
    return hasService || port == plainPort;
}

/// The first table with routes for this proxy takes the virtual host.
Path VirtualHosts::followTables(const RouteIndex::Entries& entries, std::string_view host, std::uint32_t port,
                                bool& isServed)
{
    const RouteReader reader{m_proxy.ns, m_proxy.labels, m_isProxied ? 0 : port, {"mesh"}};
    Path path;
    path.isHttp = true;
    isServed = false;
    const RouteEntry* taken = nullptr;
    std::vector<RouteChoice> routes;
    std::vector<mesh::ResourceIndex> rivals;
    for (const RouteEntry* entry : entries) {
        std::vector<RouteChoice> own = httpRoutes(m_course.index.routes.table(*entry), reader);
        if (own.empty())
            continue;
        if (taken == nullptr) {
            taken = entry;
            routes = std::move(own);
        }
        if (entry->created == taken->created)
            rivals.push_back(entry->resource);
    }
    if (taken == nullptr)
        return path;
    isServed = true;
    if (rivals.size() > 1)
        m_course.tied.push_back(std::move(rivals));
    m_course.add(Stage::VirtualHost, "virtualHost.rules", {std::string(host)}, m_course.at(taken->resource).element());
    path.table = taken->resource;
    if (const RouteChoice* choice = firstMet(routes, viewOf(m_course.request))) {
        followRule(m_course, path, *choice, taken->resource, m_isProxied ? 0 : port, m_isProxied, m_proxy.ns);
        return path;
    }
    return noRoute(taken->resource, host);
}

/// The routes whose parent is the service, all together.
Path VirtualHosts::followGatewayApi(const RegistryService& service, std::uint32_t port, bool& isServed)
{
    const RouteReader reader{m_proxy.ns, m_proxy.labels, m_isProxied ? 0 : port, {"mesh"}};
    Path path;
    path.isHttp = true;
    std::vector<RouteChoice> routes;
    std::map<const RouteRule*, mesh::ResourceIndex> tableOf;
    std::vector<const RouteTable*> read;
    for (const RouteTable* table : m_course.index.gatewayApi->forService(service, m_proxy.ns)) {
        const std::vector<RouteChoice> own = httpRoutes(*table, reader);
        if (!own.empty())
            read.push_back(table);
        for (const RouteChoice& choice : own) {
            routes.push_back(choice);
            tableOf.try_emplace(choice.rule, table->resource);
        }
    }
    isServed = !routes.empty();
    if (!isServed)
        return path;
    for (const RouteTable* table : read) {
        m_course.add(Stage::VirtualHost, "virtualHost.rules", {service.host}, m_course.at(table->resource).element());
    }
    sortByPrecedence(routes);
    if (const RouteChoice* choice = firstMet(routes, viewOf(m_course.request))) {
        followRule(m_course, path, *choice, tableOf.at(choice->rule), port, true, m_proxy.ns);
        return path;
    }
    return noRoute(read.front()->resource, service.host);
}

Path VirtualHosts::noRoute(mesh::ResourceIndex table, std::string_view host)
{
    Path path;
    path.isHttp = true;
    path.table = table;
    path.endAs(responseFlag("noRoute"));
    path.because = m_course.at(table).element();
    m_course.add(Stage::Route, "route.none", {std::string(host)}, path.because);
    return path;
}

Path VirtualHosts::followService(const RegistryService& service, std::uint32_t port)
{
    bool isServed = false;
    Path path = followGatewayApi(service, port, isServed);
    if (isServed)
        return path;
    path = followTables(forService(service.host), service.host, port, isServed);
    if (isServed)
        return path;
    m_course.add(Stage::VirtualHost, "virtualHost.service", {service.host}, Place{service.resource, service.node});
    m_course.add(Stage::Route, "route.default", {service.host});
    path.targets.push_back({.host = service.host,
                            .subset = {},
                            .port = port,
                            .percent = 100,
                            .place = {service.resource, service.node},
                            .isUnknown = false});
    return path;
}

Path VirtualHosts::followProxied(const Scope& scope)
{
    m_isProxied = true;
    constexpr std::uint32_t plainPort = 80;
    const std::string& authority = m_course.request.host;
    std::uint32_t port = plainPort;
    if (const auto colon = authority.rfind(':'); colon != std::string::npos && authority.find(':') == colon) {
        const char* const end = authority.data() + authority.size();
        if (std::from_chars(authority.data() + colon + 1, end, port).ec != std::errc())
            port = plainPort;
    }
    return follow(scope, {}, port, nullptr);
}

/// The service that an ExternalName stands for, where the proxy knows one.
const RegistryService* VirtualHosts::concreteOf(const Scope& scope, const RegistryService& alias,
                                                std::uint32_t port) const
{
    const auto& body = std::get<mesh::Service>(m_course.at(alias.resource).body);
    const auto found = scope.byHost.find(std::string_view(body.externalName));
    return found != scope.byHost.end() && !found->second->isAlias && speaksHttp(*found->second, port) ? found->second
                                                                                                      : nullptr;
}

/// Routes of an ExternalName: rules for its own full name, else those of the service that it stands for.
Path VirtualHosts::followAlias(const Scope& scope, const RegistryService& alias, std::string_view host,
                               std::uint32_t port, bool& isServed)
{
    isServed = false;
    Path path;
    if (alias.findPort(port) != nullptr || host == alias.host) {
        path = followTables(forService(alias.host), alias.host, port, isServed);
        if (isServed)
            return path;
    }
    const RegistryService* concrete = concreteOf(scope, alias, port);
    if (concrete == nullptr)
        return path;
    isServed = true;
    m_course.add(Stage::VirtualHost, "virtualHost.alias", {alias.host, concrete->host},
                 m_course.at(alias.resource).element());
    return followService(*concrete, port);
}

Path VirtualHosts::follow(const Scope& scope, const Resolved&, std::uint32_t port, const RegistryService* bound)
{
    if (bound != nullptr)
        return followService(*bound, port);
    const std::string host = hostWithoutPort(m_course.request.host);
    bool isServed = false;
    if (const RegistryService* alias = findAlias(scope, host)) {
        Path path = followAlias(scope, *alias, host, port, isServed);
        if (isServed)
            return path;
    }
    if (const RegistryService* service = findService(scope, host, port))
        return followService(*service, port);
    const auto serving = [&](std::string_view name) {
        RouteIndex::Entries entries = imported(m_course.index.routes.forHost(name, m_proxy.ns, m_course.first));
        std::erase_if(entries, [&](const RouteEntry* entry) { return !servesHost(scope, *entry, port); });
        return entries;
    };
    Path path = followTables(serving(host), host, port, isServed);
    if (isServed)
        return path;
    // wildcards: hosts of ServiceEntries and of VirtualServices that stand for no service, the longest first
    std::vector<std::string> wildcards;
    for (const std::string& wildcard : m_course.index.routes.wildcards()) {
        if (isCoveredBy(host, wildcard) && std::ranges::none_of(scope.services, [&](const RegistryService* service) {
                return service->findPort(port) != nullptr && isCoveredBy(service->host, wildcard);
            }))
            wildcards.push_back(wildcard);
    }
    std::vector<const RegistryService*> entries;
    if (const auto onPort = scope.byPort.find(port); onPort != scope.byPort.end()) {
        for (const RegistryService* service : onPort->second) {
            if (service->host.starts_with('*') && speaksHttp(*service, port) && isCoveredBy(host, service->host)) {
                entries.push_back(service);
                wildcards.push_back(service->host);
            }
        }
    }
    std::ranges::sort(wildcards, [](const auto& left, const auto& right) { return isMoreSpecific(left, right); });
    for (const std::string& wildcard : wildcards) {
        const auto entry = std::ranges::find(entries, wildcard, &RegistryService::host);
        if (entry != entries.end())
            return followService(**entry, port);
        path = followTables(serving(wildcard), wildcard, port, isServed);
        if (isServed)
            return path;
    }
    m_course.add(Stage::VirtualHost, "virtualHost.none", {host});
    return unmanaged(m_course, m_proxy, Stage::VirtualHost, true);
}

} // namespace meshdraft::traffic
