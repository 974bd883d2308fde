// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/sidecarscope.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/visibility.h"
#include "models/mesh/meshroutes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace meshdraft::mesh::effective {

namespace {

source::NodeRef selectorNode(const Resource& resource)
{
    return resource.rootNode()["spec"]["workloadSelector"].resolved();
}

/// Adds the Sidecars of one rank; the oldest of them wins.
bool choose(const MeshView& view, SidecarChoice& choice, const std::vector<ResourceIndex>& candidates,
            SidecarReason reason)
{
    for (const ResourceIndex index : candidates) {
        const Resource& sidecar = view.at(index);
        const source::NodeRef selector = selectorNode(sidecar);
        choice.add({index, reason, {sidecar.element(selector.isMapping() ? selector.id() : source::noNode)}});
        choice.tied.push_back(sidecar.element());
    }
    choice.settle();
    return !candidates.empty();
}

struct EgressHost {
    std::string_view ns;
    std::string_view host;
    source::NodeId node = source::noNode;
};

/// An entry of egress.hosts; nothing where it is not of the form "namespace/host" (Istio leaves such entries out).
std::optional<EgressHost> parse(const Field<std::string>& entry, std::string_view proxyNamespace)
{
    const std::string_view text = entry.value;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || text.find('/', slash + 1) != std::string_view::npos)
        return std::nullopt;
    const std::string_view ns = text.substr(0, slash);
    return EgressHost{ns == "." ? proxyNamespace : ns, text.substr(slash + 1), entry.node};
}

bool hasPort(const Resource& owner, std::uint32_t number)
{
    const auto has = [&](const std::vector<Port>& ports) {
        return std::ranges::any_of(ports, [&](const Port& port) { return port.number.value == number; });
    };
    if (const auto* service = std::get_if<Service>(&owner.body))
        return has(service->ports);
    const auto* entry = std::get_if<ServiceEntry>(&owner.body);
    return entry != nullptr && has(entry->ports);
}

/// The egress host that covers a host of a resource in `ownNs`.
std::optional<EgressHost> covering(const Sidecar::Egress& egress, std::string_view proxyNamespace,
                                   std::string_view ownNs, std::string_view host)
{
    for (const Field<std::string>& entry : egress.hosts) {
        const auto parsed = parse(entry, proxyNamespace);
        if (parsed && (parsed->ns == ownNs || parsed->ns == "*") && hostsOverlap(host, parsed->host))
            return parsed;
    }
    return std::nullopt;
}

/// True if one of a VirtualService's hosts is imported.
bool importsRoute(const MeshView& view, const Sidecar& sidecar, std::string_view ns, const Resource& route)
{
    const auto& table = std::get<RouteTable>(route.body);
    return std::ranges::any_of(sidecar.egress, [&](const Sidecar::Egress& egress) {
        return std::ranges::any_of(table.hosts, [&](const Field<std::string>& host) {
            return covering(egress, ns, route.key.ns, view.fullHost(host.value, route.key.ns)).has_value();
        });
    });
}

/// The namespaces that the egress hosts of a Sidecar name: nothing outside of them can be imported.
class EgressNamespaces {
public:
    EgressNamespaces(const Sidecar& sidecar, std::string_view proxyNamespace)
    {
        for (const Sidecar::Egress& egress : sidecar.egress) {
            for (const Field<std::string>& entry : egress.hosts) {
                if (const auto parsed = parse(entry, proxyNamespace))
                    m_names.insert(parsed->ns);
            }
        }
        m_all = sidecar.egress.empty() || m_names.contains("*");
    }

    bool areAll() const { return m_all; }
    bool contain(std::string_view ns) const { return m_all || m_names.contains(ns); }
    const std::set<std::string_view>& names() const { return m_names; }

private:
    std::set<std::string_view> m_names;
    bool m_all = false;
};

/// Hosts that imported VirtualServices send requests to, with the first such VirtualService. Delegates count as what
/// they are on their own, not through the one that names them.
using RoutedHosts = std::map<std::string, const Resource*, std::less<>>;
RoutedHosts routedHosts(const MeshView& view, const Sidecar& sidecar, std::string_view ns)
{
    RoutedHosts hosts;
    const EgressNamespaces reached(sidecar, ns);
    for (const ResourceIndex index : view.graph().ofKind("VirtualService")) {
        const Resource& resource = view.at(index);
        const auto* table = std::get_if<RouteTable>(&resource.body);
        if (table == nullptr || !reached.contain(resource.key.ns) || !isOfMesh(*table) || !isVisible(view, index, ns)
            || !importsRoute(view, sidecar, ns, resource))
            continue;
        const auto add = [&](const Destination& destination) {
            hosts.try_emplace(view.fullHost(destination.host.value, resource.key.ns), &resource);
        };
        for (const Route& route : table->routes) {
            std::ranges::for_each(route.destinations, add);
            std::ranges::for_each(route.mirrors, add);
        }
    }
    return hosts;
}

/// What the egress hosts alone say.
Import importByEgress(const MeshView& view, const Resource& resource, std::string_view ns, ResourceIndex owner,
                      std::string_view host)
{
    const auto& sidecar = std::get<Sidecar>(resource.body);
    if (sidecar.egress.empty())
        return {ImportReason::NoEgress, resource.element()};
    const Resource& target = view.at(owner);
    Import missing{ImportReason::NotListed, resource.element(sidecar.egressNode)};
    for (const Sidecar::Egress& egress : sidecar.egress) {
        const auto entry = covering(egress, ns, target.key.ns, host);
        if (!entry)
            continue;
        // a listener with a port serves that port only; as an HTTP proxy it serves all
        const bool isAnyPort = egress.port.value == 0 || egress.protocol.value == "HTTP_PROXY";
        if (isAnyPort || hasPort(target, egress.port.value))
            return {ImportReason::Egress, resource.element(entry->node)};
        missing = {ImportReason::OtherPort, resource.element(egress.port.node)};
    }
    return missing;
}

} // namespace

SidecarChoice sidecarFor(const MeshView& view, std::string_view ns, const Labels& labels)
{
    SidecarChoice choice;
    std::vector<ResourceIndex> selecting;
    std::vector<ResourceIndex> general;
    for (const ResourceIndex index : view.of<Sidecar>(ns)) {
        // a selector without labels matches every workload, and goes first all the same
        if (!selectorNode(view.at(index)).isMapping()) {
            general.push_back(index);
        } else if (includesLabels(labels, std::get<Sidecar>(view.at(index).body).workloadSelector)) {
            selecting.push_back(index);
        }
    }
    if (choose(view, choice, selecting, SidecarReason::Selector)
        || choose(view, choice, general, SidecarReason::Namespace))
        return choice;
    std::vector<ResourceIndex> root;
    for (const ResourceIndex index : view.of<Sidecar>(view.rootNamespace())) {
        if (!selectorNode(view.at(index)).isMapping())
            root.push_back(index);
    }
    if (!choose(view, choice, root, SidecarReason::Root))
        choice.add({noResource, SidecarReason::None, {}});
    return choice;
}

SidecarChoice sidecarFor(const MeshView& view, ResourceIndex workload)
{
    const Resource& resource = view.at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    SidecarChoice choice;
    if (pods == nullptr) {
        choice.add({noResource, SidecarReason::None, {}});
        return choice;
    }
    const auto templates = pods->podAnnotations.find("inject.istio.io/templates");
    if (templates != pods->podAnnotations.end() && templates->second == "gateway") {
        choice.add({noResource, SidecarReason::Gateway, {resource.element()}});
        return choice;
    }
    return sidecarFor(view, resource.key.ns, pods->podLabels);
}

Import importOf(const MeshView& view, ResourceIndex sidecar, std::string_view ns, ResourceIndex owner,
                std::string_view host)
{
    if (sidecar == noResource)
        return {};
    const Resource& resource = view.at(sidecar);
    Import import = importByEgress(view, resource, ns, owner, host);
    if (import.isImported())
        return import;
    const RoutedHosts routed = routedHosts(view, std::get<Sidecar>(resource.body), ns);
    if (const auto route = routed.find(host); route != routed.end())
        return {ImportReason::RouteDestination, route->second->element()};
    return import;
}

bool Imports::have(ResourceIndex sidecar, std::string_view ns, ResourceIndex owner, std::string_view host)
{
    if (sidecar == noResource)
        return true;
    const Resource& resource = m_view.at(sidecar);
    if (importByEgress(m_view, resource, ns, owner, host).isImported())
        return true;
    const auto [routed, isNew] = m_routed.try_emplace({sidecar, std::string(ns)});
    if (isNew) {
        for (const auto& [each, route] : routedHosts(m_view, std::get<Sidecar>(resource.body), ns))
            routed->second.insert(each);
    }
    return routed->second.contains(host);
}

bool importsRoutes(const MeshView& view, ResourceIndex sidecar, std::string_view ns, ResourceIndex routes)
{
    if (sidecar == noResource)
        return true;
    const auto& body = std::get<Sidecar>(view.at(sidecar).body);
    return body.egress.empty() || importsRoute(view, body, ns, view.at(routes));
}

std::vector<std::string> importedHosts(const MeshView& view, ResourceIndex sidecar, std::string_view ns)
{
    RoutedHosts routed;
    if (sidecar != noResource)
        routed = routedHosts(view, std::get<Sidecar>(view.at(sidecar).body), ns);
    std::vector<std::string> hosts;
    for (const auto& [host, owners] : view.hosts()) {
        const bool isLeft = std::ranges::any_of(owners, [&](const MeshView::HostOwner& owner) {
            if (!isVisible(view, owner.resource, ns))
                return false;
            return sidecar == noResource || routed.contains(host)
                || importByEgress(view, view.at(sidecar), ns, owner.resource, host).isImported();
        });
        if (isLeft)
            hosts.push_back(host);
    }
    return hosts;
}

ImportCounts::ImportCounts(const MeshView& view)
    : m_view(view)
{
    std::uint32_t number = 0;
    for (const auto& [host, owners] : view.hosts()) {
        bool isForAll = false;
        for (const MeshView::HostOwner& owner : owners) {
            const std::string& ns = view.at(owner.resource).key.ns;
            m_byNamespace[ns].push_back(m_owned.size());
            m_owned.push_back({number, &host, owner.resource, exportOf(view, owner.resource)});
            isForAll = isForAll || (m_owned.back().exported.to.empty() && m_owned.back().exported.toAll);
        }
        m_forAll += isForAll ? 1U : 0U;
        m_isForAll.push_back(isForAll);
        ++number;
    }
    for (std::size_t i = 0; i < m_owned.size(); ++i) {
        if (!m_isForAll[m_owned[i].number])
            m_others.push_back(i);
    }
}

bool ImportCounts::isVisible(const Owned& owned, std::string_view ns) const
{
    return owned.exported.includes(ns, m_view.at(owned.owner).key.ns);
}

std::size_t ImportCounts::of(ResourceIndex sidecar, std::string_view ns) const
{
    std::set<std::uint32_t> hosts;
    if (sidecar == noResource) {
        for (const std::size_t i : m_others) {
            if (isVisible(m_owned[i], ns))
                hosts.insert(m_owned[i].number);
        }
        return m_forAll + hosts.size();
    }
    const Resource& resource = m_view.at(sidecar);
    const EgressNamespaces reached(std::get<Sidecar>(resource.body), ns);
    const auto take = [&](const std::vector<std::size_t>& owned) {
        for (const std::size_t i : owned) {
            const Owned& each = m_owned[i];
            if (isVisible(each, ns) && importByEgress(m_view, resource, ns, each.owner, *each.host).isImported())
                hosts.insert(each.number);
        }
    };
    if (reached.areAll()) {
        for (const auto& [own, owned] : m_byNamespace)
            take(owned);
    } else {
        for (const std::string_view name : reached.names()) {
            if (const auto own = m_byNamespace.find(name); own != m_byNamespace.end())
                take(own->second);
        }
    }
    for (const auto& [host, route] : routedHosts(m_view, std::get<Sidecar>(resource.body), ns)) {
        const auto isHost = [](const Owned& owned) { return std::string_view(*owned.host); };
        const auto [first, last] = std::ranges::equal_range(m_owned, std::string_view(host), {}, isHost);
        for (auto owned = first; owned != last; ++owned) {
            if (isVisible(*owned, ns))
                hosts.insert(owned->number);
        }
    }
    return hosts.size();
}

} // namespace meshdraft::mesh::effective
