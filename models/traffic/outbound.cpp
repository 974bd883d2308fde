// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/outbound.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/filterchain.h"
#include "models/traffic/ipaddress.h"
#include "models/traffic/responseflags.h"
#include "models/traffic/virtualhosts.h"

#include <algorithm>
#include <optional>

namespace meshdraft::traffic {

using mesh::Sidecar;

namespace {

/// The entry of a Sidecar's egress that listens on a port.
struct Egress {
    bool exists = false; ///< false: no entry serves the port
    bool isOwnPort = false; ///< the entry names the port
    Registry::Egress scope;
    const Sidecar::Egress* entry = nullptr;
};

class Outbound {
public:
    Outbound(Course& course, const Proxy& proxy, const Resolved& target, std::uint32_t port)
        : m_course(course)
        , m_request(course.request)
        , m_proxy(proxy)
        , m_target(target)
        , m_port(port)
    {
    }

    Path run()
    {
        const Egress egress = chooseEgress();
        if (!egress.exists)
            return catchAll();
        m_scope = &m_course.index.registry.scope(m_proxy.ns, egress.scope);
        m_egress = egress;
        sayImport();
        if (egress.isOwnPort)
            return ownListener();
        if (const RegistryService* bound = boundService())
            return boundListener(*bound);
        return sharedListener();
    }

private:
    Egress chooseEgress() const
    {
        if (m_proxy.sidecar == mesh::noResource)
            return {.exists = true, .isOwnPort = false, .scope = {}, .entry = nullptr};
        const auto& sidecar = std::get<Sidecar>(m_course.at(m_proxy.sidecar).body);
        if (sidecar.egress.empty())
            return {.exists = true, .isOwnPort = false, .scope = {}, .entry = nullptr};
        Egress general;
        for (std::size_t i = 0; i < sidecar.egress.size(); ++i) {
            const Sidecar::Egress& entry = sidecar.egress[i];
            if (entry.port.value == m_port && m_port != 0 && bindsHere(entry))
                return {true, true, {m_proxy.sidecar, i}, &entry};
            if (entry.port.value == 0 && !general.exists)
                general = {true, false, {m_proxy.sidecar, i}, &entry};
        }
        return general;
    }

    bool bindsHere(const Sidecar::Egress& entry) const
    {
        // clients name a proxy of their own by its address
        if (entry.protocol.value == "HTTP_PROXY")
            return true;
        const std::string& bind = entry.bind.value;
        return bind.empty() || bind == "0.0.0.0" || bind == "::" || bind == m_target.address;
    }

    /// What the proxy knows of the host, in words.
    void sayImport()
    {
        if (m_target.service == nullptr)
            return;
        const RegistryService& service = *m_target.service;
        const mesh::Resource& resource = m_course.at(service.resource);
        if (m_scope->byHost.contains(std::string_view(service.host))) {
            const bool isLimited = m_proxy.sidecar != mesh::noResource && m_egress.entry != nullptr;
            m_course.add(Stage::Import, isLimited ? "import.egress" : "import.visible", {service.host},
                         isLimited ? m_course.at(m_proxy.sidecar).element(m_egress.entry->node)
                                   : resource.element(service.node));
            return;
        }
        if (!service.exported.includes(m_proxy.ns, service.ns)) {
            m_course.add(Stage::Import, "import.hidden", {service.host, m_proxy.ns},
                         service.exported.element.isNull() ? resource.element() : service.exported.element);
        } else if (m_proxy.sidecar != mesh::noResource) {
            const mesh::Resource& sidecar = m_course.at(m_proxy.sidecar);
            m_course.add(Stage::Import, "import.notListed", {service.host},
                         sidecar.element(std::get<Sidecar>(sidecar.body).egressNode));
        }
    }

    bool isAddressed(const RegistryService& service) const
    {
        if (!m_target.address.empty())
            return std::ranges::contains(service.addresses, m_target.address);
        return m_target.service != nullptr && m_target.service->host == service.host;
    }

    std::span<const RegistryService* const> onPort() const
    {
        const auto found = m_scope->byPort.find(m_port);
        return found == m_scope->byPort.end() ? std::span<const RegistryService* const>()
                                              : std::span<const RegistryService* const>(found->second);
    }

    PortClass classOf(const RegistryService& service) const { return service.findPort(m_port)->portClass; }

    static bool hasSubnets(const RegistryService& service)
    {
        return std::ranges::any_of(service.addresses, [](const std::string& one) { return one.contains('/'); });
    }

    /// The service whose own address the request goes to, on a port that is not plain HTTP.
    const RegistryService* boundService() const
    {
        for (const RegistryService* service : onPort()) {
            const PortClass portClass = classOf(*service);
            if (portClass != PortClass::Http && portClass != PortClass::Udp && isAddressed(*service)
                && (service->hasAddress() || service->isHeadless) && !hasSubnets(*service))
                return service;
        }
        return nullptr;
    }

    Path boundListener(const RegistryService& service)
    {
        const ServicePort& port = *service.findPort(m_port);
        m_course.add(Stage::Listener, "listener.service", {service.host, std::to_string(m_port)},
                     Place{service.resource, port.node});
        if (port.portClass == PortClass::Auto)
            addHttpChain();
        addL4Chains(service, {});
        return choose(&service);
    }

    /// 0.0.0.0:port, which all HTTP services and those without an address share.
    Path sharedListener()
    {
        bool hasHttp = false;
        for (const RegistryService* service : onPort()) {
            const PortClass portClass = classOf(*service);
            hasHttp = hasHttp || portClass == PortClass::Http;
            if (portClass == PortClass::Http || portClass == PortClass::Udp)
                continue;
            if (hasSubnets(*service)) {
                for (const std::string& subnet : service->addresses)
                    addL4Chains(*service, subnet);
            } else if (!service->hasAddress() && !service->isHeadless) {
                hasHttp = hasHttp || portClass == PortClass::Auto;
                addL4Chains(*service, {});
            }
        }
        if (!hasHttp && m_chains.empty())
            return catchAll();
        m_course.add(Stage::Listener, "listener.port", {std::to_string(m_port)});
        if (hasHttp)
            addHttpChain();
        return choose(nullptr);
    }

    /// The listener that a Sidecar asks for by its port.
    Path ownListener()
    {
        m_course.add(Stage::Listener, "listener.egress", {std::to_string(m_port)},
                     m_course.at(m_proxy.sidecar).element(m_egress.entry->node));
        const std::string& protocol = m_egress.entry->protocol.value;
        if (protocol == "HTTP_PROXY" && m_request.tls == CallerTls::None && m_request.protocol != Protocol::Tcp)
            return VirtualHosts(m_course, m_proxy, m_egress.scope).followProxied(*m_scope);
        const PortClass portClass = portClassOf(protocol);
        if (portClass == PortClass::Http || portClass == PortClass::Auto)
            addHttpChain();
        if (portClass != PortClass::Http) {
            for (const RegistryService* service : m_scope->services)
                addL4Chains(*service, {});
        }
        return choose(nullptr);
    }

    void addHttpChain()
    {
        FilterChain chain;
        chain.transport = Transport::Raw;
        chain.applications = plainHttpAlpn;
        addChain(std::move(chain), {}, {nullptr, nullptr}, mesh::noResource);
    }

    struct ChainTarget {
        const RegistryService* service = nullptr; ///< null and no rule: HTTP
        RouteChoice choice;
        mesh::ResourceIndex table = mesh::noResource;
    };

    void addChain(FilterChain chain, const RegistryService* service, RouteChoice choice, mesh::ResourceIndex table)
    {
        const auto isSame = [&](const FilterChain& other) {
            return other.subnets == chain.subnets && other.sniHosts == chain.sniHosts
                && other.transport == chain.transport && other.applications == chain.applications;
        };
        // of two chains that match the same the first one stays (mergeTCPFilterChains)
        if (std::ranges::any_of(m_chains, isSame))
            return;
        m_chains.push_back(std::move(chain));
        m_targets.push_back({service, choice, table});
    }

    void addL4Chains(const RegistryService& service, const std::string& subnet)
    {
        const ServicePort* port = service.findPort(m_port);
        const PortClass portClass = port == nullptr ? portClassOf(m_egress.entry->protocol.value) : port->portClass;
        if (portClass == PortClass::Tls) {
            addTlsChains(service, subnet);
        } else {
            addTcpChains(service, subnet);
        }
    }

    RouteReader reader() const { return {m_proxy.ns, m_proxy.labels, m_port, {"mesh"}}; }

    void addTlsChains(const RegistryService& service, const std::string& subnet)
    {
        bool hasRoute = false;
        for (const RouteEntry* entry : VirtualHosts(m_course, m_proxy, m_egress.scope).covering(service.host)) {
            const RouteTable& table = m_course.index.routes.table(*entry);
            for (const RouteRule& rule : table.rules) {
                if (rule.protocol != mesh::Protocol::Tls)
                    continue;
                for (const RouteMatch& match : rule.matches) {
                    if (!appliesTo(match, reader(), mesh::Protocol::Tls))
                        continue;
                    FilterChain chain;
                    chain.sniHosts = match.sniHosts;
                    chain.subnets = match.subnets;
                    if (chain.subnets.empty() && !subnet.empty())
                        chain.subnets.push_back(subnet);
                    addChain(std::move(chain), &service, {&rule, &match}, table.resource);
                    hasRoute = true;
                }
            }
        }
        if (hasRoute)
            return;
        FilterChain chain;
        if (!subnet.empty())
            chain.subnets.push_back(subnet);
        if (!subnet.empty() || !(service.hasAddress() || service.isHeadless))
            chain.sniHosts.push_back(service.host);
        addChain(std::move(chain), &service, {}, mesh::noResource);
    }

    void addTcpChains(const RegistryService& service, const std::string& subnet)
    {
        const std::vector<std::string> own = subnet.empty() ? std::vector<std::string>() : std::vector{subnet};
        for (const RouteEntry* entry : VirtualHosts(m_course, m_proxy, m_egress.scope).covering(service.host)) {
            const RouteTable& table = m_course.index.routes.table(*entry);
            for (const RouteRule& rule : table.rules) {
                if (rule.protocol != mesh::Protocol::Tcp)
                    continue;
                FilterChain chain;
                bool applies = rule.matches.empty();
                const RouteMatch* first = nullptr;
                for (const RouteMatch& match : rule.matches) {
                    if (!appliesTo(match, reader(), mesh::Protocol::Tcp))
                        continue;
                    applies = true;
                    first = first == nullptr ? &match : first;
                    if (match.subnets.empty()) {
                        chain.subnets.clear();
                        first = &match;
                        break;
                    }
                    chain.subnets.insert(chain.subnets.end(), match.subnets.begin(), match.subnets.end());
                }
                if (!applies)
                    continue;
                const bool isEverything = chain.subnets.empty();
                if (isEverything)
                    chain.subnets = own;
                const bool isOwn = !own.empty() && std::ranges::contains(chain.subnets, subnet);
                addChain(std::move(chain), &service, {&rule, first}, table.resource);
                if (isEverything || isOwn)
                    return;
            }
        }
        FilterChain chain;
        chain.subnets = own;
        addChain(std::move(chain), &service, {}, mesh::noResource);
    }

    Connection connection() const
    {
        Connection connection;
        connection.address = m_target.address;
        connection.isTls = m_request.tls != CallerTls::None;
        if (connection.isTls) {
            connection.sni = m_request.sni.empty() && m_request.tls == CallerTls::Tls ? hostWithoutPort(m_request.host)
                                                                                      : m_request.sni;
            connection.applications = alpnOf(m_request);
        } else if (m_request.protocol == Protocol::Http) {
            connection.applications.emplace_back("http/1.1");
        } else if (m_request.protocol != Protocol::Tcp) {
            connection.applications.emplace_back("h2c");
        }
        return connection;
    }

    Path choose(const RegistryService* bound)
    {
        const auto chosen = chooseChain(m_chains, connection());
        if (!chosen) {
            m_course.add(Stage::Listener, "listener.noChain", {});
            return unmanaged(m_course, m_proxy, Stage::Listener, false);
        }
        const ChainTarget& target = m_targets[*chosen];
        if (target.service == nullptr)
            return VirtualHosts(m_course, m_proxy, m_egress.scope).follow(*m_scope, m_target, m_port, bound);
        Path path;
        if (target.choice.rule != nullptr) {
            followRule(m_course, path, target.choice, target.table, m_port, false, m_proxy.ns);
            return path;
        }
        m_course.add(Stage::Route, "route.default", {target.service->host});
        path.targets.push_back({.host = target.service->host,
                                .subset = {},
                                .port = m_port,
                                .percent = 100,
                                .place = {target.service->resource, target.service->node},
                                .isUnknown = false});
        return path;
    }

    Path catchAll()
    {
        m_course.add(Stage::Listener, "listener.catchAll", {std::to_string(m_port)});
        return unmanaged(m_course, m_proxy, Stage::Listener, false);
    }

    Course& m_course;
    const Request& m_request;
    const Proxy& m_proxy;
    const Resolved& m_target;
    std::uint32_t m_port;
    const Scope* m_scope = nullptr;
    Egress m_egress;
    std::vector<FilterChain> m_chains;
    std::vector<ChainTarget> m_targets; ///< by chain
};

} // namespace

Path unmanaged(Course& course, const Proxy& proxy, Stage stage, bool isHttp)
{
    const mesh::effective::MeshSettings& settings = course.view().settings();
    std::string_view mode = settings.config.outboundMode.value;
    mesh::ElementRef element = settings.element;
    if (proxy.sidecar != mesh::noResource) {
        const mesh::Resource& sidecar = course.at(proxy.sidecar);
        const source::NodeRef own = sidecar.rootNode()["spec"]["outboundTrafficPolicy"].resolved();
        if (own.isMapping()) {
            // a policy without a mode is REGISTRY_ONLY: the zero of Istio's enumeration
            const std::string_view written = own["mode"].value();
            mode = written.empty() ? "REGISTRY_ONLY" : written;
            element = sidecar.element(own.id());
        }
    }
    Path path;
    path.isHttp = isHttp;
    path.because = element;
    if (mode != "REGISTRY_ONLY") {
        path.verdict = Verdict::Passthrough;
        course.add(stage, "outbound.passthrough", {}, element);
        return path;
    }
    path.endAs(responseFlag(isHttp ? "blocked" : "blackHole"));
    course.add(stage, isHttp ? "outbound.blockedHttp" : "outbound.blocked", {}, element);
    return path;
}

std::string hostWithoutPort(std::string_view authority)
{
    const auto colon = authority.rfind(':');
    const bool hasPort = colon != std::string_view::npos && authority.find(':') == colon;
    std::string host(hasPort ? authority.substr(0, colon) : authority);
    std::ranges::transform(host, host.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return host;
}

std::vector<std::string> alpnOf(const Request& request)
{
    if (!request.alpn.empty())
        return request.alpn;
    const bool isIstio = request.tls == CallerTls::Mutual;
    switch (request.protocol) {
    case Protocol::Http:
        return {isIstio ? "istio-http/1.1" : "http/1.1"};
    case Protocol::Http2:
    case Protocol::Grpc:
        return {isIstio ? "istio-h2" : "h2"};
    case Protocol::Tcp:
        break;
    }
    return isIstio ? std::vector<std::string>{"istio"} : std::vector<std::string>();
}

Path sidecarOutbound(Course& course, const Proxy& proxy, const Resolved& target, std::uint32_t port)
{
    return Outbound(course, proxy, target, port).run();
}

} // namespace meshdraft::traffic
