// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/gatewayapi.h"

#include "models/mesh/effective/admission.h"
#include "models/traffic/gatewayapiroute.h"

#include <algorithm>
#include <array>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::MeshView;

namespace {

constexpr std::string_view gatewayApiGroup = "gateway.networking.k8s.io";

std::vector<const RouteTable*> pointersTo(const std::vector<RouteTablePtr>& tables)
{
    std::vector<const RouteTable*> pointers;
    for (const RouteTablePtr& table : tables)
        pointers.push_back(table.get());
    return pointers;
}

/// The same table for one port of the parent only.
RouteTablePtr onPort(const RouteTablePtr& table, std::uint32_t port)
{
    if (port == 0)
        return table;
    auto limited = std::make_shared<RouteTable>(*table);
    for (RouteRule& rule : limited->rules) {
        if (rule.matches.empty()) {
            RouteMatch match;
            match.place = rule.place;
            rule.matches.push_back(std::move(match));
        }
        for (RouteMatch& match : rule.matches)
            match.port = port;
    }
    return limited;
}

} // namespace

GatewayApiIndex::GatewayApiIndex(const MeshView& view, const Registry& registry)
{
    for (const std::string_view kind : {"HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"}) {
        for (const ResourceIndex index : view.graph().ofKind(kind)) {
            if (view.at(index).key.group == gatewayApiGroup)
                m_tables.push_back(readGatewayApiRoute(view, registry, index, false));
        }
    }
    std::ranges::stable_sort(m_tables, [](const RouteTablePtr& left, const RouteTablePtr& right) {
        return isOlder(left->created, left->ns, left->name, right->created, right->ns, right->name);
    });
    for (const RouteTablePtr& table : m_tables)
        bind(table, readGatewayApiRoute(view, registry, table->resource, true), view);
}

void GatewayApiIndex::bind(const RouteTablePtr& table, const RouteTablePtr& meshTable, const MeshView& view)
{
    const mesh::Resource& route = view.at(table->resource);
    for (const source::NodeRef parent : route.rootNode()["spec"]["parentRefs"].resolved().items()) {
        const std::string_view written = parent["namespace"].value();
        const std::string ns(written.empty() ? std::string_view(route.key.ns) : written);
        const std::string name(parent["name"].value());
        const std::string_view kind = parent["kind"].value();
        const auto port = static_cast<std::uint32_t>(parent["port"].resolved().toInt().value_or(0));
        if (kind == "Service") {
            m_byService[view.serviceHost(name, ns)].push_back(onPort(meshTable, port));
            continue;
        }
        if (kind == "ServiceEntry") {
            for (const ResourceIndex index : view.of<mesh::ServiceEntry>(ns)) {
                if (view.at(index).key.name != name)
                    continue;
                for (const mesh::Field<std::string>& host : std::get<mesh::ServiceEntry>(view.at(index).body).hosts)
                    m_byService[host.value].push_back(onPort(meshTable, port));
            }
            continue;
        }
        const auto found = view.graph().find(
            mesh::ResourceKey{route.key.environment, std::string(gatewayApiGroup), "Gateway", ns, name});
        if (found.empty() || (!kind.empty() && kind != "Gateway"))
            continue;
        const mesh::Resource& gateway = view.at(found.front());
        const std::vector<source::NodeRef> listeners = gateway.rootNode()["spec"]["listeners"].resolved().items();
        const std::string_view section = parent["sectionName"].value();
        for (std::size_t i = 0; i < listeners.size(); ++i) {
            const bool isNamed = section.empty() || listeners[i]["name"].value() == section;
            const bool isPort = port == 0 || listeners[i]["port"].resolved().toInt().value_or(0) == port;
            if (isNamed && isPort
                && admissionOf(view, listeners[i], ns, route.key.ns) != mesh::effective::Admission::Refused)
                m_byListener[{found.front(), i}].push_back(table);
        }
    }
}

std::vector<const RouteTable*> GatewayApiIndex::forListener(ResourceIndex gateway, std::size_t listener) const
{
    const auto found = m_byListener.find({gateway, listener});
    return found == m_byListener.end() ? std::vector<const RouteTable*>() : pointersTo(found->second);
}

std::vector<const RouteTable*> GatewayApiIndex::forService(const RegistryService& service, std::string_view ns) const
{
    const auto found = m_byService.find(service.host);
    if (found == m_byService.end())
        return {};
    for (const std::string_view wanted : {ns, std::string_view(service.ns)}) {
        std::vector<const RouteTable*> tables = pointersTo(found->second);
        std::erase_if(tables, [&](const RouteTable* table) { return table->ns != wanted; });
        if (!tables.empty())
            return tables;
    }
    return {};
}

} // namespace meshdraft::traffic
