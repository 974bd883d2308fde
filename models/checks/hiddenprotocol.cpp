// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using mesh::MeshGraph;
using mesh::Resource;
using source::NodeRef;

namespace {

enum class Speech : std::uint8_t { Unsaid, Http, Http2, Tls, Tcp };

/// What a name says: PROTOCOL or PROTOCOL-SUFFIX (istio.io, Protocol Selection).
Speech speechOf(std::string_view name)
{
    constexpr auto http = std::to_array<std::string_view>({"http", "http_proxy"});
    constexpr auto http2 = std::to_array<std::string_view>({"grpc", "h2c", "http2", "kubernetes.io/h2c"});
    constexpr auto tls = std::to_array<std::string_view>({"https", "tls"});
    constexpr auto tcp = std::to_array<std::string_view>({"mongo", "mysql", "redis", "tcp"});
    const std::string_view prefix = name.substr(0, name.find('-'));
    const auto isIn = [&](const auto& list) { return std::ranges::contains(list, prefix); };
    if (isIn(http))
        return Speech::Http;
    if (isIn(http2))
        return Speech::Http2;
    if (isIn(tls))
        return Speech::Tls;
    return isIn(tcp) ? Speech::Tcp : Speech::Unsaid;
}

/// appProtocol goes before the name.
Speech speechOf(const Resource& service, const mesh::Port& port)
{
    const std::string_view stated = service.node(port.node)["appProtocol"].value();
    return speechOf(stated.empty() ? std::string_view(port.name.value) : stated);
}

/// The name of a Service's port says one thing, that of the pods' port another.
void checkTargets(const Resource& resource, const mesh::Service& service, Report& report)
{
    if (isSystemNamespace(resource.key.ns) || isControlPlane(resource))
        return;
    for (const mesh::Port& port : service.ports) {
        const Speech said = speechOf(resource, port);
        const Speech meant = speechOf(port.targetPort);
        if (resource.node(port.node)["appProtocol"].isValid() || said == Speech::Unsaid || meant == Speech::Unsaid
            || said == meant)
            continue;
        const source::NodeId place = port.name.isPresent() ? port.name.node : port.node;
        report.add(findingAt(resource, place, "MD171", Severity::Info, message::portHides,
                             {port.name.value, std::to_string(port.number.value), port.targetPort}));
    }
}

/// HTTP routes for a host none of whose ports is taken for HTTP.
void checkRoutes(const MeshGraph& graph, const Resource& resource, const mesh::RouteTable& table, Report& report)
{
    for (const auto& [host, found] : httpHostsForMesh(graph, resource, table, report.asked())) {
        const Resource& target = *found;
        const auto* service = std::get_if<mesh::Service>(&target.body);
        if (service == nullptr || service->ports.empty())
            continue;
        const bool isHidden = std::ranges::all_of(service->ports, [&](const mesh::Port& port) {
            const Speech said = speechOf(target, port);
            return said == Speech::Tcp || said == Speech::Tls;
        });
        if (isHidden) {
            report.add(findingAt(resource, host->node, "MD171", Severity::Warning, message::portHidesRoutes,
                                 {fullName(target), service->ports.front().name.value}));
        }
    }
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    if (const auto* service = std::get_if<mesh::Service>(&resource.body)) {
        checkTargets(resource, *service, report);
    } else if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
        checkRoutes(graph, resource, *table, report);
    }
}

} // namespace

/// A port whose name says another protocol than is spoken there, beyond IST0118.
Check hiddenProtocol()
{
    return {{"hidden-protocol", {"Service", "VirtualService"}, {"MD171"}}, check};
}

} // namespace meshdraft::checks
