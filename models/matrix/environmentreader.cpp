// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/environmentreader.h"

#include <algorithm>
#include <set>

namespace meshdraft::matrix {

namespace {

using mesh::ResourceIndex;

/// The resource of a kind called "namespace/name"; noResource where there is none.
ResourceIndex findNamed(const mesh::MeshGraph& graph, std::string_view kind, std::string_view qualified)
{
    for (const ResourceIndex index : graph.ofKind(kind)) {
        const mesh::ResourceKey& key = graph.at(index).key;
        if (qualified.size() == key.ns.size() + key.name.size() + 1 && qualified.starts_with(key.ns)
            && qualified.ends_with(key.name) && qualified[key.ns.size()] == '/')
            return index;
    }
    return mesh::noResource;
}

Cell kindCell(const mesh::effective::MeshView& view, const HostUse& use)
{
    const mesh::Resource& resource = view.at(use.owner != mesh::noResource ? use.owner : use.namedBy);
    return derivedCell(resource, {}, resource.key.kind);
}

} // namespace

EnvironmentReader::EnvironmentReader(const mesh::MeshGraphPtr& graph)
    : m_view(graph)
{
    for (const auto& [host, owners] : m_view.hosts()) {
        HostUse& found = use(host, owners.front().resource);
        found.owner = owners.front().resource;
    }
    for (const ResourceIndex index : graph->order()) {
        const mesh::Resource& resource = graph->at(index);
        if (std::holds_alternative<mesh::RouteTable>(resource.body))
            addTable(index);
        else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
                 rule && !rule->host.value.empty())
            use(m_view.fullHost(rule->host.value, resource.key.ns), index);
    }
}

HostUse& EnvironmentReader::use(const std::string& host, ResourceIndex from)
{
    HostUse& found = m_hosts[host];
    if (found.namedBy == mesh::noResource)
        found.namedBy = from;
    return found;
}

void EnvironmentReader::addTable(ResourceIndex index)
{
    const mesh::Resource& resource = m_view.at(index);
    const auto& table = std::get<mesh::RouteTable>(resource.body);
    std::vector<std::string> hosts;
    for (const auto& host : table.hosts)
        hosts.push_back(m_view.fullHost(host.value, resource.key.ns));
    if (table.isGatewayApi) {
        constexpr std::string_view service = "Service/";
        bool hasGateway = false;
        for (const auto& parent : table.gateways) {
            const std::string_view text = parent.value;
            const auto slash = text.find('/', service.size());
            if (text.starts_with(service) && slash != std::string_view::npos)
                hosts.push_back(
                    m_view.serviceHost(text.substr(slash + 1), text.substr(service.size(), slash - service.size())));
            else
                hasGateway = true;
        }
        if (table.hosts.empty() && hasGateway)
            hosts.emplace_back("*");
    }
    std::vector<ResourceIndex> tables{index};
    for (const mesh::Route& route : table.routes) {
        if (route.delegate.value.empty())
            continue;
        const ResourceIndex delegate = findNamed(m_view.graph(), "VirtualService", route.delegate.value);
        if (delegate != mesh::noResource && !std::ranges::contains(tables, delegate))
            tables.push_back(delegate);
    }
    for (const std::string& host : hosts) {
        std::vector<ResourceIndex>& known = use(host, index).tables;
        for (const ResourceIndex each : tables) {
            if (!std::ranges::contains(known, each))
                known.push_back(each);
        }
    }
}

std::vector<Named> EnvironmentReader::hosts() const
{
    std::vector<Named> result;
    for (const auto& [host, use] : m_hosts) {
        const std::string ns(m_view.namespaceOfHost(host));
        Named named{.ns = ns, .name = ns.empty() ? host : host.substr(0, host.find('.')), .id = host};
        if (ns.empty() && use.owner == mesh::noResource) {
            std::set<std::string> routes;
            for (const ResourceIndex table : use.tables)
                routes.insert(m_view.at(table).key.kind + ' ' + m_view.at(table).key.name + '\n');
            for (const std::string& route : routes)
                named.routes += route;
        }
        result.push_back(std::move(named));
    }
    return result;
}

std::vector<HostCell> EnvironmentReader::cellsOf(std::string_view host, std::span<const std::string> patterns) const
{
    std::vector<HostCell> cells;
    const auto found = m_hosts.find(host);
    if (found == m_hosts.end())
        return cells;
    const HostContext context{m_view, host, found->second, patterns, cells};
    context.add("host.kind", {}, kindCell(m_view, found->second));
    addRouteCells(context);
    addPolicyCells(context);
    addWorkloadCells(context);
    return cells;
}

void HostContext::add(std::string_view setting, std::string item, Cell cell) const
{
    if (isAsked(setting))
        cells.push_back({setting, {}, std::move(item), std::move(cell)});
}

} // namespace meshdraft::matrix
