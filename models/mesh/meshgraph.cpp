// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/meshgraph.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::mesh {

namespace {

/// Namespaces that a resource is exported to: spec.exportTo, or Istio's annotation on a Service (separated by commas).
template <typename Visit> bool anyExport(const Resource& resource, const Visit& visit)
{
    if (const auto* entry = std::get_if<ServiceEntry>(&resource.body))
        return entry->exportTo.empty()
            ? visit("*")
            : std::ranges::any_of(entry->exportTo, [&](const auto& to) { return visit(to.value); });
    const auto annotation = resource.annotations.find("networking.istio.io/exportTo");
    if (annotation == resource.annotations.end())
        return visit("*");
    std::string_view rest = annotation->second;
    while (true) {
        const auto comma = rest.find(',');
        std::string_view part = rest.substr(0, comma);
        const auto begin = std::min(part.find_first_not_of(' '), part.size());
        part = part.substr(begin, part.find_last_not_of(' ') + 1 - begin);
        if (!part.empty() && visit(part))
            return true;
        if (comma == std::string_view::npos)
            return false;
        rest.remove_prefix(comma + 1);
    }
}

bool includes(const Labels& labels, const Labels& selector)
{
    return std::ranges::all_of(selector, [&](const auto& wanted) {
        const auto found = labels.find(wanted.first);
        return found != labels.end() && found->second == wanted.second;
    });
}

MtlsMode modeOf(std::string_view name)
{
    if (name == "STRICT")
        return MtlsMode::Strict;
    if (name == "PERMISSIVE")
        return MtlsMode::Permissive;
    if (name == "DISABLE")
        return MtlsMode::Disable;
    return MtlsMode::Unset;
}

} // namespace

std::vector<ResourceIndex> MeshGraph::find(const ResourceKey& key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? Resources() : found->second;
}

ResourceIndex MeshGraph::find(const ElementRef& element) const
{
    const auto found = m_byKey.find(element.key);
    if (found == m_byKey.end())
        return noResource;
    for (const ResourceIndex index : found->second) {
        const SourceDoc& place = at(index).source;
        if (place.path == element.path && place.document == element.document && place.item == element.item)
            return index;
    }
    return found->second.front();
}

std::span<const ResourceIndex> MeshGraph::ofKind(std::string_view kind) const
{
    const auto found = m_byKind.find(kind);
    return found == m_byKind.end() ? std::span<const ResourceIndex>() : found->second;
}

std::vector<std::string> MeshGraph::namespaces() const
{
    std::vector<std::string> names;
    for (const auto& [ns, resources] : m_byNamespace)
        names.push_back(ns);
    return names;
}

bool MeshGraph::isVisible(ResourceIndex resource, std::string_view ns) const
{
    const Resource& exported = at(resource);
    return anyExport(
        exported, [&](std::string_view to) { return to == "*" || to == ns || (to == "." && exported.key.ns == ns); });
}

ResourceIndex MeshGraph::firstVisible(std::span<const ResourceIndex> candidates, std::string_view ns,
                                      std::span<const Field<std::string>> exportTo) const
{
    const auto sees = [&](ResourceIndex candidate) {
        if (exportTo.empty())
            return isVisible(candidate, ns);
        return std::ranges::any_of(exportTo, [&](const auto& to) {
            return isVisible(candidate, to.value == "." || to.value == "*" ? ns : std::string_view(to.value));
        });
    };
    ResourceIndex first = noResource;
    for (const ResourceIndex candidate : candidates) {
        if (!sees(candidate))
            continue;
        if (at(candidate).key.ns == ns)
            return candidate;
        if (first == noResource)
            first = candidate;
    }
    return first;
}

HostResolution MeshGraph::resolveHost(std::string_view host, std::string_view ns) const
{
    return resolveVisibleHost(host, ns, {});
}

HostResolution MeshGraph::resolveVisibleHost(std::string_view host, std::string_view ns,
                                             std::span<const Field<std::string>> exportTo) const
{
    HostResolution result;
    result.fqdn = fullyQualifiedHost(host, ns);
    if (host.empty())
        return result;
    bool isHidden = false;
    const auto lookUp = [&](const Index<Resources>& index, std::string_view name) {
        const auto found = index.find(name);
        if (found == index.end())
            return false;
        result.resource = firstVisible(found->second, ns, exportTo);
        isHidden = isHidden || result.resource == noResource;
        return result.resource != noResource;
    };
    bool isFound = lookUp(m_hosts, result.fqdn);
    const std::string_view fqdn = result.fqdn;
    for (auto dot = fqdn.find('.'); !isFound && dot != std::string_view::npos; dot = fqdn.find('.', dot + 1))
        isFound = lookUp(m_wildcards, fqdn.substr(dot));
    isFound = isFound || lookUp(m_wildcards, "");
    if (isFound)
        result.resolution = Resolution::Found;
    else
        result.resolution = isHidden ? Resolution::Missing : unfoundHost(fqdn);
    return result;
}

Resolution MeshGraph::unfoundHost(std::string_view fqdn) const
{
    if (hasPlaceholder(fqdn) || m_serviceNamespaces.empty())
        return Resolution::Unknown;
    std::string_view ns = namespaceOfServiceHost(fqdn);
    if (ns.empty()) {
        // NAME.NS and NAME.NS.svc: DNS of the cluster resolves these, Istio takes them as they stand
        const auto dot = fqdn.find('.');
        if (dot != std::string_view::npos) {
            ns = fqdn.substr(dot + 1);
            if (ns.ends_with(".svc"))
                ns.remove_suffix(4);
        }
    }
    return m_serviceNamespaces.contains(ns) ? Resolution::Missing : Resolution::Unknown;
}

std::string_view MeshGraph::ruleHostFor(std::string_view fqdn) const
{
    if (const auto exact = m_destinationRules.find(fqdn); exact != m_destinationRules.end())
        return exact->first;
    std::string wildcard;
    for (auto dot = fqdn.find('.'); dot != std::string_view::npos; dot = fqdn.find('.', dot + 1)) {
        wildcard.assign("*").append(fqdn.substr(dot));
        if (const auto found = m_destinationRules.find(wildcard); found != m_destinationRules.end())
            return found->first;
    }
    const auto any = m_destinationRules.find("*");
    return any == m_destinationRules.end() ? std::string_view() : std::string_view(any->first);
}

std::vector<ResourceIndex> MeshGraph::destinationRulesFor(std::string_view fqdn) const
{
    const auto found = m_destinationRules.find(ruleHostFor(fqdn));
    return found == m_destinationRules.end() ? Resources() : found->second;
}

Resolution MeshGraph::resolveSubset(std::string_view fqdn, std::string_view subset, Resolution host) const
{
    const std::string_view ruleHost = ruleHostFor(fqdn);
    if (!ruleHost.empty() && m_subsets.contains(std::string(ruleHost) + "|" + std::string(subset)))
        return Resolution::Found;
    if (hasPlaceholder(subset) || hasPlaceholder(fqdn))
        return Resolution::Unknown;
    // a DestinationRule for the host that lacks the subset settles it, whatever is known of the host
    return ruleHost.empty() && host == Resolution::Unknown ? Resolution::Unknown : Resolution::Missing;
}

std::vector<ResourceIndex> MeshGraph::workloadsWith(std::string_view ns, const Labels& selector) const
{
    const Resources* fewest = nullptr;
    for (const auto& [label, value] : selector) {
        std::string key(ns);
        key.append(1, '\n').append(label).append(1, '\n').append(value);
        const auto found = m_workloads.find(key);
        if (found == m_workloads.end())
            return {};
        if (fewest == nullptr || found->second.size() < fewest->size())
            fewest = &found->second;
    }
    Resources matching;
    if (fewest == nullptr)
        return matching;
    for (const ResourceIndex index : *fewest) {
        if (includes(std::get<Workload>(at(index).body).podLabels, selector))
            matching.push_back(index);
    }
    return matching;
}

std::vector<ResourceIndex> MeshGraph::workloadsMatching(std::string_view ns, const Labels& selector) const
{
    return ns.empty() ? Resources() : workloadsWith(ns, selector);
}

std::vector<ResourceIndex> MeshGraph::workloadsOf(ResourceIndex service, const Labels& subset) const
{
    if (service >= m_resources.size())
        return {};
    const Resource& resource = at(service);
    Labels selector;
    if (const auto* kubernetes = std::get_if<Service>(&resource.body))
        selector = kubernetes->selector;
    else if (const auto* entry = std::get_if<ServiceEntry>(&resource.body))
        selector = entry->workloadSelector;
    if (selector.empty())
        return {};
    for (const auto& [label, value] : subset) {
        const auto [place, isNew] = selector.try_emplace(label, value);
        if (!isNew && place->second != value)
            return {};
    }
    return workloadsMatching(resource.key.ns, selector);
}

std::vector<const Reference*> MeshGraph::referencesFrom(ResourceIndex resource) const
{
    std::vector<const Reference*> result;
    if (resource < m_from.size()) {
        for (const std::uint32_t position : m_from[resource])
            result.push_back(&m_references[position]);
    }
    return result;
}

std::vector<const Reference*> MeshGraph::referencesTo(ResourceIndex resource) const
{
    std::vector<const Reference*> result;
    if (resource < m_to.size()) {
        for (const std::uint32_t position : m_to[resource])
            result.push_back(&m_references[position]);
    }
    return result;
}

MtlsMode MeshGraph::selectorlessMode(std::string_view ns) const
{
    const auto found = m_peerAuthentications.find(ns);
    if (found == m_peerAuthentications.end())
        return MtlsMode::Unset;
    for (const ResourceIndex index : found->second) {
        const auto& policy = std::get<PeerAuthentication>(at(index).body);
        if (policy.target.selector.empty())
            return modeOf(policy.mode.value);
    }
    return MtlsMode::Unset;
}

MtlsMode MeshGraph::mtlsOfNamespace(std::string_view ns) const
{
    const MtlsMode own = selectorlessMode(ns);
    return own == MtlsMode::Unset ? selectorlessMode(rootNamespace) : own;
}

MtlsMode MeshGraph::mtlsOfWorkload(ResourceIndex workload) const
{
    if (workload >= m_resources.size())
        return MtlsMode::Unset;
    const Resource& resource = at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    const auto found = m_peerAuthentications.find(resource.key.ns);
    // Istio ignores selectors in the root namespace
    if (pods != nullptr && found != m_peerAuthentications.end() && resource.key.ns != rootNamespace) {
        for (const ResourceIndex index : found->second) {
            const auto& policy = std::get<PeerAuthentication>(at(index).body);
            if (policy.target.selector.empty() || !includes(pods->podLabels, policy.target.selector))
                continue;
            if (const MtlsMode mode = modeOf(policy.mode.value); mode != MtlsMode::Unset)
                return mode;
            break;
        }
    }
    return mtlsOfNamespace(resource.key.ns);
}

} // namespace meshdraft::mesh
