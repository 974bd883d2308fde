// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// The conditions of a kind that are bad when False.
std::span<const std::string_view> conditionsOf(const mesh::ResourceKey& key)
{
    static constexpr std::array<std::string_view, 1> waypoint{"istio.io/WaypointBound"};
    static constexpr std::array<std::string_view, 2> policy{"WaypointAccepted", "ZtunnelAccepted"};
    static constexpr std::array<std::string_view, 3> gatewayApi{"Accepted", "Programmed", "ResolvedRefs"};
    if ((key.kind == "Service" && key.group.empty())
        || ((key.kind == "ServiceEntry" || key.kind == "WorkloadEntry") && key.group == "networking.istio.io"))
        return waypoint;
    if (key.kind == "AuthorizationPolicy" && key.group == "security.istio.io")
        return policy;
    if (key.group == "gateway.networking.k8s.io"
        && (key.kind == "Gateway" || key.kind == "HTTPRoute" || key.kind == "GRPCRoute"))
        return gatewayApi;
    return {};
}

void checkConditions(const mesh::Resource& resource, NodeRef list, std::span<const std::string_view> types,
                     Report& report)
{
    for (const NodeRef& condition : list.resolved().items()) {
        const std::string_view type = condition["type"].value();
        const std::string_view reason = condition["reason"].value();
        const bool isBad = (condition["status"].value() == "False" && std::ranges::contains(types, type))
            || (resource.key.kind == "AuthorizationPolicy" && type == "WaypointAccepted"
                && reason == "PartiallyInvalid");
        if (isBad) {
            report.add(findingAt(resource, condition["type"].id(), "IST0171", Severity::Warning, message::badCondition,
                                 {std::string(type), std::string(reason), std::string(condition["message"].value())}));
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto types = conditionsOf(resource.key);
    if (types.empty())
        return;
    const NodeRef status = resource.rootNode()["status"];
    if (!status.isValid())
        return;
    checkConditions(resource, status["conditions"], types, report);
    for (const NodeRef& parent : status["parents"].resolved().items())
        checkConditions(resource, parent["conditions"], types, report);
}

} // namespace

/// A bad condition in a status that was written to the files with the rest (Istio's analyzer
/// conditions.ConditionAnalyzer, which asks a cluster).
Check statusCondition()
{
    return {{"status-condition",
             {"AuthorizationPolicy", "GRPCRoute", "Gateway", "HTTPRoute", "Service", "ServiceEntry", "WorkloadEntry"},
             {"IST0171"}},
            check};
}

} // namespace meshdraft::checks
