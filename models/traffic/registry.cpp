// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/registry.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/lowercase.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace meshdraft::traffic {

using mesh::Resource;
using mesh::ResourceIndex;

namespace {

ServicePort portOf(const mesh::Port& port)
{
    ServicePort result;
    result.number = port.number.value;
    result.name = port.name.value;
    result.portClass = portClassOf(port.protocol.value);
    result.node = port.node;
    const std::string& target = port.targetPort;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(target.data(), target.data() + target.size(), number);
    if (target.empty()) {
        result.targetNumber = result.number;
    } else if (error == std::errc() && end == target.data() + target.size()) {
        result.targetNumber = number;
    } else {
        result.targetName = target;
    }
    return result;
}

/// What decides between several services of one host for a client: Istio prefers the client's own namespace, then
/// Kubernetes, then what is exported by name (hostresolution.h says the same of hosts).
int rankFor(const RegistryService& service, std::string_view ns)
{
    if (service.ns == ns)
        return service.isKubernetes ? 0 : 1;
    if (service.isKubernetes)
        return 2;
    return service.exported.to.empty() || std::ranges::contains(service.exported.to, "*") ? 4 : 3;
}

bool selects(const mesh::Sidecar::Egress& egress, std::string_view proxyNs, const RegistryService& service)
{
    return std::ranges::any_of(egress.hosts, [&](const mesh::Field<std::string>& entry) {
        const std::string_view text = entry.value;
        const auto slash = text.find('/');
        if (slash == std::string_view::npos)
            return false;
        const std::string_view ns = text.substr(0, slash) == "." ? proxyNs : text.substr(0, slash);
        return (ns == "*" || ns == service.ns) && mesh::effective::hostsOverlap(service.host, text.substr(slash + 1));
    });
}

/// Adds the ports that an older service of the same host and namespace does not have.
std::unique_ptr<RegistryService> mergedPorts(const RegistryService& first, const RegistryService& other)
{
    auto merged = std::make_unique<RegistryService>(first);
    for (const ServicePort& port : other.ports) {
        if (merged->findPort(port.number) == nullptr)
            merged->ports.push_back(port);
    }
    return merged;
}

} // namespace

PortClass portClassOf(std::string_view protocol)
{
    const std::string name = lower(protocol);
    static constexpr auto http = std::to_array<std::string_view>(
        {"http", "http2", "grpc", "grpc-web", "http_proxy", "kubernetes.io/h2c", "kubernetes.io/ws"});
    static constexpr auto opaque = std::to_array<std::string_view>({"mongo", "mysql", "redis"});
    if (std::ranges::contains(http, name))
        return PortClass::Http;
    if (name == "https" || name == "tls" || name == "kubernetes.io/wss")
        return PortClass::Tls;
    if (name == "udp")
        return PortClass::Udp;
    // "TCP" of a Service is the transport and says nothing; as the mesh's own protocol it is "tcp" in the port's name
    if (name == "tcp" || std::ranges::contains(opaque, name))
        return PortClass::Tcp;
    return PortClass::Auto;
}

const ServicePort* RegistryService::findPort(std::uint32_t number) const
{
    const auto found = std::ranges::find(ports, number, &ServicePort::number);
    return found == ports.end() ? nullptr : &*found;
}

bool isOlder(std::string_view created, std::string_view name, std::string_view ns, std::string_view otherCreated,
             std::string_view otherName, std::string_view otherNs)
{
    return std::tie(created, name, ns) < std::tie(otherCreated, otherName, otherNs);
}

Registry::Registry(const mesh::effective::MeshView& view)
    : m_view(view)
{
    for (const ResourceIndex index : view.graph().order()) {
        const Resource& resource = view.at(index);
        if (std::holds_alternative<mesh::Service>(resource.body)) {
            addService(index);
        } else if (std::holds_alternative<mesh::ServiceEntry>(resource.body)) {
            addEntry(index);
        }
    }
    std::ranges::stable_sort(m_services, [&](const RegistryService& left, const RegistryService& right) {
        return isOlder(left.created, left.host, left.ns, right.created, right.host, right.ns);
    });
    for (const RegistryService& service : m_services)
        m_byHost[service.host].push_back(&service);
    for (auto& [host, services] : m_byHost)
        std::ranges::stable_partition(services, &RegistryService::isKubernetes);
}

void Registry::addService(ResourceIndex index)
{
    const Resource& resource = m_view.at(index);
    const auto& body = std::get<mesh::Service>(resource.body);
    RegistryService service;
    service.host = m_view.serviceHost(resource.key.name, resource.key.ns);
    service.resource = index;
    service.ns = resource.key.ns;
    service.exported = exportOf(m_view, index);
    service.created = resource.rootNode()["metadata"]["creationTimestamp"].value();
    service.isKubernetes = true;
    service.isAlias = body.type == "ExternalName";
    service.isExternal = service.isAlias;
    const source::NodeRef spec = resource.rootNode()["spec"].resolved();
    const std::string_view address = spec["clusterIP"].value();
    service.isHeadless = address == "None";
    if (!address.empty() && !service.isHeadless)
        service.addresses.emplace_back(address);
    for (const mesh::Port& port : body.ports) {
        ServicePort read = portOf(port);
        // the reader falls back to the transport: only a name or appProtocol says what is spoken
        if (port.protocol.value == "TCP" || port.protocol.value.empty())
            read.portClass = PortClass::Auto;
        if (port.protocol.value == "UDP")
            read.portClass = PortClass::Udp;
        service.ports.push_back(std::move(read));
    }
    m_services.push_back(std::move(service));
}

void Registry::addEntry(ResourceIndex index)
{
    const Resource& resource = m_view.at(index);
    const auto& body = std::get<mesh::ServiceEntry>(resource.body);
    RegistryService service;
    service.resource = index;
    service.ns = resource.key.ns;
    service.exported = exportOf(m_view, index);
    service.created = resource.rootNode()["metadata"]["creationTimestamp"].value();
    service.isExternal = body.location != "MESH_INTERNAL";
    for (const source::NodeRef address : resource.rootNode()["spec"]["addresses"].resolved().items())
        service.addresses.emplace_back(address.value());
    for (const mesh::Port& port : body.ports)
        service.ports.push_back(portOf(port));
    for (const mesh::Field<std::string>& host : body.hosts) {
        service.host = host.value;
        service.node = host.node;
        m_services.push_back(service);
    }
}

std::span<const RegistryService* const> Registry::ofHost(std::string_view host) const
{
    const auto found = m_byHost.find(host);
    return found == m_byHost.end() ? std::span<const RegistryService* const>() : found->second;
}

const RegistryService* Registry::visible(std::string_view host, std::string_view ns) const
{
    const RegistryService* best = nullptr;
    for (const RegistryService* service : ofHost(host)) {
        if (service->exported.includes(ns, service->ns)
            && (best == nullptr || rankFor(*service, ns) < rankFor(*best, ns)))
            best = service;
    }
    return best;
}

const RegistryService* Registry::concreteOf(const RegistryService& alias, std::string_view ns) const
{
    if (!alias.isAlias)
        return nullptr;
    const std::string& name = std::get<mesh::Service>(m_view.at(alias.resource).body).externalName;
    const RegistryService* concrete = visible(lower(name), ns);
    return concrete == nullptr || concrete->isAlias ? nullptr : concrete;
}

const Scope& Registry::scope(std::string_view ns, Egress egress) const
{
    const std::scoped_lock lock(m_mutex);
    std::unique_ptr<Scope>& scope = m_scopes[{std::string(ns), egress}];
    if (scope == nullptr)
        scope = makeScope(ns, egress);
    return *scope;
}

std::unique_ptr<Scope> Registry::makeScope(std::string_view ns, Egress egress) const
{
    auto scope = std::make_unique<Scope>();
    const mesh::Sidecar::Egress* limits = nullptr;
    if (egress.sidecar != mesh::noResource)
        limits = &std::get<mesh::Sidecar>(m_view.at(egress.sidecar).body).egress[egress.index];
    std::map<std::string_view, std::size_t> places;
    for (const RegistryService& service : m_services) {
        if (!service.exported.includes(ns, service.ns) || (limits != nullptr && !selects(*limits, ns, service)))
            continue;
        const auto [place, isNew] = places.try_emplace(service.host, scope->services.size());
        if (isNew) {
            scope->services.push_back(&service);
            continue;
        }
        const RegistryService*& known = scope->services[place->second];
        if (known->ns == service.ns && known->isKubernetes == service.isKubernetes) {
            known = scope->merged.emplace_back(mergedPorts(*known, service)).get();
        } else if (rankFor(service, ns) < rankFor(*known, ns)) {
            known = &service;
        }
    }
    for (const RegistryService* service : scope->services) {
        scope->byHost.emplace(service->host, service);
        if (service->isAlias)
            continue; // the service that it stands for has the listeners
        for (const ServicePort& port : service->ports)
            scope->byPort[port.number].push_back(service);
        for (const std::string& address : service->addresses)
            scope->byAddress.emplace(address, service);
    }
    return scope;
}

} // namespace meshdraft::traffic
