// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/routeindex.h"

#include "models/mesh/hostnames.h"
#include "models/traffic/lowercase.h"
#include "models/traffic/registry.h"
#include "models/traffic/virtualservice.h"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace meshdraft::traffic {

namespace {

/// 0: for the own namespace only, 1: exported to it by name, 2: public.
int rankOf(const RouteEntry& entry, std::string_view ns)
{
    const mesh::effective::Export& exported = entry.exported;
    if (exported.to.empty())
        return exported.toAll ? 2 : 0;
    if (std::ranges::contains(exported.to, "*"))
        return 2;
    const bool isPrivate = exported.to.size() == 1 && (exported.to.front() == "." || exported.to.front() == entry.ns);
    return isPrivate && entry.ns == ns ? 0 : 1;
}

} // namespace

RouteIndex::RouteIndex(const mesh::effective::MeshView& view)
    : m_view(view)
{
    for (const mesh::ResourceIndex index : view.graph().ofKind("VirtualService")) {
        const mesh::Resource& resource = view.at(index);
        const auto* body = std::get_if<mesh::RouteTable>(&resource.body);
        if (body == nullptr || body->hosts.empty())
            continue;
        RouteEntry entry;
        entry.resource = index;
        entry.name = resource.key.name;
        entry.ns = resource.key.ns;
        entry.created = resource.rootNode()["metadata"]["creationTimestamp"].value();
        entry.exported = exportOf(view, index);
        for (const mesh::Field<std::string>& host : body->hosts)
            entry.hosts.push_back(lower(view.fullHost(host.value, entry.ns)));
        for (const mesh::Field<std::string>& name : body->gateways) {
            entry.gateways.push_back(name.value == "mesh" ? name.value : mesh::gatewayReference(name.value, entry.ns));
        }
        if (entry.gateways.empty())
            entry.gateways.emplace_back("mesh");
        m_entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(m_entries, [](const RouteEntry& left, const RouteEntry& right) {
        return isOlder(left.created, left.name, left.ns, right.created, right.name, right.ns);
    });
    for (const RouteEntry& entry : m_entries) {
        for (const std::string& gateway : entry.gateways) {
            if (gateway != "mesh") {
                m_byGateway[gateway].push_back(&entry);
                continue;
            }
            for (const std::string& host : entry.hosts)
                m_byHost[host].push_back(&entry);
        }
    }
    for (const auto& [host, entries] : m_byHost) {
        if (host.starts_with('*'))
            m_wildcards.push_back(host);
    }
}

RouteIndex::Entries RouteIndex::sorted(std::span<const RouteEntry* const> entries, std::string_view ns,
                                       mesh::ResourceIndex first) const
{
    Entries visible;
    for (const RouteEntry* entry : entries) {
        if (entry->exported.includes(ns, entry->ns))
            visible.push_back(entry);
    }
    std::ranges::stable_sort(visible, {}, [&](const RouteEntry* entry) {
        return std::tuple(rankOf(*entry, ns), std::string_view(entry->created), entry->resource != first);
    });
    return visible;
}

RouteIndex::Entries RouteIndex::forHost(std::string_view host, std::string_view ns, mesh::ResourceIndex first) const
{
    const auto found = m_byHost.find(host);
    return found == m_byHost.end() ? Entries() : sorted(found->second, ns, first);
}

RouteIndex::Entries RouteIndex::forGateway(std::string_view gateway, std::string_view ns,
                                           mesh::ResourceIndex first) const
{
    const auto found = m_byGateway.find(gateway);
    return found == m_byGateway.end() ? Entries() : sorted(found->second, ns, first);
}

const RouteTable& RouteIndex::table(const RouteEntry& entry) const
{
    const std::scoped_lock lock(m_mutex);
    RouteTablePtr& table = m_tables[entry.resource];
    if (table == nullptr)
        table = readVirtualService(m_view, entry.resource);
    return *table;
}

} // namespace meshdraft::traffic
