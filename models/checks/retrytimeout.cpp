// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"

#include <cmath>

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return;
    for (const mesh::Route& route : table->routes) {
        const auto timeout = limitOf(route.timeout);
        const auto perTry = limitOf(route.perTryTimeout);
        const std::int64_t attempts = route.retryAttempts.value;
        if (!timeout || !perTry || attempts < 1)
            continue;
        const double needed = *perTry * static_cast<double>(attempts);
        if (needed <= *timeout && *perTry < *timeout)
            continue;
        const auto begun = static_cast<std::int64_t>(std::ceil(*timeout / *perTry));
        report.add(findingAt(resource, route.perTryTimeout.node, "MD110", Severity::Warning, message::retryTimeout,
                             {std::to_string(attempts), route.perTryTimeout.value, route.timeout.value,
                              std::to_string(begun), std::to_string(attempts + 1)}));
    }
}

} // namespace

/// Retries for which the route's timeout leaves no time (Istio, HTTPRetry.perTryTimeout and HTTPRoute.timeout; Gateway
/// API, HTTPRouteTimeouts).
Check retryTimeout()
{
    return {{"retry-timeout", {"GRPCRoute", "HTTPRoute", "VirtualService"}, {"MD110"}}, check};
}

} // namespace meshdraft::checks
