// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::Route;

namespace {

/// The routes that have the longest and the shortest timeout; null where one of the routes has none.
struct Limits {
    const Route* longest = nullptr;
    const Route* shortest = nullptr;
};

Limits limitsOf(const mesh::RouteTable& table)
{
    Limits limits;
    for (const Route& route : table.routes) {
        if (!sendsRequests(route))
            continue;
        const auto limit = limitOf(route.timeout);
        if (!limit)
            return {};
        if (limits.longest == nullptr || *limit > *limitOf(limits.longest->timeout))
            limits.longest = &route;
        if (limits.shortest == nullptr || *limit < *limitOf(limits.shortest->timeout))
            limits.shortest = &route;
    }
    return limits;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::RouteTable* table = istioRoutes(resource);
    const Route* own = table != nullptr ? limitsOf(*table).longest : nullptr;
    if (own == nullptr)
        return;
    std::set<std::string> seen;
    forEachServer(graph, index, report.asked(), [&](mesh::ResourceIndex workload) {
        for (const DeclaredCall& call : callsOf(graph, workload, report.asked())) {
            const mesh::ResourceIndex callee = meshRoutesFor(graph, call.host, report.asked());
            const mesh::RouteTable* theirs = callee != mesh::noResource ? istioRoutes(graph.at(callee)) : nullptr;
            const Route* other = theirs != nullptr && callee != index ? limitsOf(*theirs).shortest : nullptr;
            if (other == nullptr || *limitOf(other->timeout) <= *limitOf(own->timeout)
                || !seen.insert(call.host).second)
                continue;
            report.add(findingAt(resource, own->timeout.node, "MD111", Severity::Info, message::callTimeout,
                                 {own->timeout.value, fullName(graph.at(workload)), call.host, other->timeout.value,
                                  fullName(graph.at(callee))}));
        }
    });
}

} // namespace

/// A timeout that is shorter than that of what its workload calls in turn, by the calls that files declare (Istio,
/// HTTPRoute.timeout).
Check callTimeout()
{
    return {{"call-timeout",
             kindsWith({"AuthorizationPolicy", "Service", "ServiceEntry", "Sidecar", "VirtualService"}),
             {"MD111"}},
            check};
}

} // namespace meshdraft::checks
