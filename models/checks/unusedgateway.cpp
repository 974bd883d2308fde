// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using mesh::Question;

namespace {

/// Gateways that need no routes of ours: they pass connections on by name, only redirect, are part of the mesh's own
/// transport, or get routes from a controller while they run.
bool needsNoRoutes(const mesh::Resource& resource, const mesh::Gateway& gateway)
{
    constexpr auto transport = std::to_array<std::string_view>({"istio-east-west", "istio-remote", "istio-waypoint"});
    if (std::ranges::contains(transport, gateway.className)
        || resource.labels.contains("networking.knative.dev/ingress-provider"))
        return true;
    return gateway.servers.empty()
        || std::ranges::any_of(
               gateway.servers,
               [](const mesh::Gateway::Server& server) { return server.tlsMode.value == "AUTO_PASSTHROUGH"; })
        || std::ranges::all_of(gateway.servers, &mesh::Gateway::Server::httpsRedirect);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* gateway = std::get_if<mesh::Gateway>(&resource.body);
    if (gateway == nullptr || resource.hasGuessedNamespace() || needsNoRoutes(resource, *gateway))
        return;
    const auto attached = [&](std::string_view name) {
        return graph.answers(Question::Attached, mesh::attachedName("Gateway", resource.key.ns, name), report.asked());
    };
    // routes of another Gateway show that such routes are in these files
    if (!attached(resource.key.name).empty() || attached({}).empty())
        return;
    report.add(findingOnName(resource, "MD106", Severity::Info, message::gatewayUnused, {fullName(resource)}));
}

} // namespace

/// A Gateway that no VirtualService and no route names (Istio, VirtualService, gateways; Gateway API, parentRefs).
Check unusedGateway()
{
    return {{"unused-gateway",
             {"Canary", "GRPCRoute", "Gateway", "HTTPRoute", "TCPRoute", "TLSRoute", "VirtualService"},
             {"MD106"}},
            check};
}

} // namespace meshdraft::checks
