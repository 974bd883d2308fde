// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/meshview.h"

#include "models/mesh/effective/helmvalues.h"
#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/givenmeshconfig.h"
#include "models/mesh/nestedyaml.h"

#include <algorithm>
#include <utility>

namespace meshdraft::mesh::effective {

namespace {

/// Reads the string `data.mesh` of a mesh ConfigMap.
bool readConfigMap(const Resource& resource, MeshSettings& settings)
{
    for (const source::NestedTextPtr& text : resource.nestedTexts) {
        if (text->scalar().key().value() != "mesh" || text->inner()->documents.empty())
            continue;
        const source::Document& document = *text->inner()->documents.front();
        YamlReader yaml(document);
        settings.config = readMeshConfig(yaml, document.root());
        settings.element = resource.element(text->scalar().id());
        return true;
    }
    return false;
}

/// True if two mesh configs agree in all that effective values depend on.
bool decideAlike(const MeshSettings& one, const MeshSettings& other)
{
    const auto decisive = [](const MeshSettings& settings) {
        const MeshConfig& config = settings.config;
        std::vector<std::string> values{settings.clusterDomain, config.rootNamespace.value, config.trustDomain.value,
                                        config.outboundMode.value, config.autoMtls.value ? "auto" : "off"};
        for (const auto* list : {&config.defaultServiceExportTo, &config.defaultVirtualServiceExportTo,
                                 &config.defaultDestinationRuleExportTo, &config.trustDomainAliases}) {
            values.emplace_back(1, '\n');
            for (const Field<std::string>& name : *list)
                values.push_back(name.value);
        }
        return values;
    };
    return decisive(one) == decisive(other);
}

bool readOperator(const Resource& resource, MeshSettings& settings)
{
    const source::NodeRef config = resource.rootNode()["spec"]["meshConfig"].resolved();
    if (!config.isMapping())
        return false;
    YamlReader yaml(resource.document());
    settings.config = readMeshConfig(yaml, config);
    settings.element = resource.element(config.id());
    const std::string_view domain =
        resource.rootNode()["spec"]["values"]["global"]["proxy"]["clusterDomain"].resolved().value();
    if (!domain.empty())
        settings.clusterDomain = domain;
    return true;
}

} // namespace

MeshSettings meshSettingsOf(const MeshGraph& graph)
{
    std::vector<const Resource*> maps;
    for (const ResourceIndex index : graph.ofKind("ConfigMap")) {
        if (isMeshConfigMap(graph.at(index).key))
            maps.push_back(&graph.at(index));
    }
    std::ranges::stable_partition(maps, [](const Resource* map) { return map->key.name == "istio"; });
    MeshSettings settings;
    const auto take = [&](MeshSettings read) {
        if (settings.element.isNull()) {
            settings = std::move(read);
        } else {
            settings.isAmbiguous = settings.isAmbiguous || !decideAlike(settings, read);
        }
    };
    for (const Resource* map : maps) {
        if (MeshSettings read; readConfigMap(*map, read))
            take(std::move(read));
    }
    for (const ResourceIndex index : graph.ofKind("IstioOperator")) {
        if (MeshSettings read; readOperator(graph.at(index), read))
            take(std::move(read));
    }
    for (const char* kind : {"HelmRelease", "Application"}) {
        for (const ResourceIndex index : graph.ofKind(kind)) {
            for (const source::NodeRef values : helmValuesIn(graph.at(index))) {
                if (MeshSettings read; readHelmValues(graph.at(index), values, read))
                    take(std::move(read));
            }
        }
    }
    for (const ResourceIndex index : graph.ofKind("MeshConfig")) {
        const Resource& given = graph.at(index);
        if (!isGivenMeshConfig(given.key))
            continue;
        YamlReader yaml(given.document());
        settings.config = readMeshConfig(yaml, given.rootNode());
        settings.element = given.element();
        settings.isAmbiguous = false;
    }
    return settings;
}

MeshSettings meshSettingsOf(const MeshGraph& graph, const FileSet& files)
{
    MeshSettings settings = meshSettingsOf(graph);
    return settings.element.isNull() ? settingsInValuesFiles(files, graph.environment()) : settings;
}

MeshView::MeshView(const MeshGraphPtr& graph)
    : MeshView(graph, meshSettingsOf(*graph))
{
}

MeshView::MeshView(MeshGraphPtr graph, MeshSettings settings)
    : m_graph(std::move(graph))
    , m_settings(std::move(settings))
    , m_byBody(std::variant_size_v<Body>)
{
    for (const ResourceIndex index : m_graph->order()) {
        const Resource& resource = at(index);
        m_byBody[resource.body.index()][resource.key.ns].push_back(index);
        if (resource.key.kind == "Namespace" && resource.key.group.empty())
            m_namespaces.try_emplace(resource.key.name, index);
    }
    indexHosts();
}

void MeshView::indexHosts()
{
    for (const auto& [ns, services] : m_byBody[bodyIndex<Service>()]) {
        for (const ResourceIndex service : services)
            m_hosts[serviceHost(at(service).key.name, ns)].push_back({service, source::noNode});
    }
    for (const auto& [ns, entries] : m_byBody[bodyIndex<ServiceEntry>()]) {
        for (const ResourceIndex entry : entries) {
            // the registry takes these hosts as they stand, short names too
            for (const Field<std::string>& host : std::get<ServiceEntry>(at(entry).body).hosts) {
                if (!host.value.empty())
                    m_hosts[host.value].push_back({entry, host.node});
            }
        }
    }
}

std::span<const ResourceIndex> MeshView::ofBody(std::size_t body, std::string_view ns) const
{
    const auto found = m_byBody[body].find(ns);
    return found == m_byBody[body].end() ? std::span<const ResourceIndex>() : found->second;
}

const Resource* MeshView::namespaceObject(std::string_view ns) const
{
    const auto found = m_namespaces.find(ns);
    return found == m_namespaces.end() ? nullptr : &at(found->second);
}

std::span<const MeshView::HostOwner> MeshView::ownersOf(std::string_view host) const
{
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? std::span<const HostOwner>() : found->second;
}

std::vector<ResourceIndex> MeshView::workloadsMatching(std::string_view ns, const Labels& selector) const
{
    std::vector<ResourceIndex> matching;
    for (const ResourceIndex index : of<Workload>(ns)) {
        if (includesLabels(std::get<Workload>(at(index).body).podLabels, selector))
            matching.push_back(index);
    }
    return matching;
}

std::string MeshView::serviceHost(std::string_view name, std::string_view ns) const
{
    std::string host(name);
    host.append(1, '.').append(ns).append(".svc.").append(m_settings.clusterDomain);
    return host;
}

std::string MeshView::fullHost(std::string_view host, std::string_view ns) const
{
    if (host.empty() || host == "*" || host.contains('.') || isIpAddress(host))
        return std::string(host);
    return serviceHost(host, ns);
}

std::string_view MeshView::namespaceOfHost(std::string_view fqdn) const
{
    const std::string suffix = ".svc." + m_settings.clusterDomain;
    if (!fqdn.ends_with(suffix))
        return {};
    fqdn.remove_suffix(suffix.size());
    const auto dot = fqdn.find('.');
    if (dot == std::string_view::npos || dot == 0)
        return {};
    const std::string_view ns = fqdn.substr(dot + 1);
    return ns.contains('.') ? std::string_view() : ns;
}

bool includesLabels(const Labels& labels, const Labels& selector)
{
    return std::ranges::all_of(selector, [&](const auto& wanted) {
        const auto found = labels.find(wanted.first);
        return found != labels.end() && found->second == wanted.second;
    });
}

std::vector<std::string> principalsOf(const MeshView& view, ResourceIndex workload)
{
    std::vector<std::string> principals;
    const Resource& resource = view.at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    if (pods == nullptr)
        return principals;
    const std::string account = pods->serviceAccount.empty() ? "default" : pods->serviceAccount;
    const auto add = [&](const std::string& domain) {
        principals.push_back(domain + "/ns/" + resource.key.ns + "/sa/" + account);
    };
    const MeshConfig& config = view.settings().config;
    add(config.trustDomain.value);
    for (const Field<std::string>& alias : config.trustDomainAliases)
        add(alias.value);
    return principals;
}

} // namespace meshdraft::mesh::effective
