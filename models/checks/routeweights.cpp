// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include "models/mesh/hostnames.h"

#include <set>
#include <tuple>

namespace meshdraft::checks {

namespace {

void checkRoute(const mesh::Resource& resource, const mesh::Route& route, Report& report)
{
    if (route.destinations.size() == 1) {
        const mesh::Field<std::int64_t>& weight = route.destinations.front().weight;
        if (weight.isPresent() && weight.value != 100) {
            report.add(findingAt(resource, weight.node, "MD152", Severity::Warning, message::weightAlone,
                                 {std::to_string(weight.value)}));
        }
        return;
    }
    std::set<std::tuple<std::string, std::string, std::uint32_t>> seen;
    for (const mesh::Destination& destination : route.destinations) {
        const std::string host = mesh::fullyQualifiedHost(destination.host.value, resource.key.ns);
        if (host.empty() || mesh::isFilledInLater(destination.host.value)
            || mesh::isFilledInLater(destination.subset.value))
            continue;
        // destinations may differ in what they do to headers
        if (resource.node(destination.node).resolved()["headers"].isValid())
            continue;
        if (!seen.emplace(host, destination.subset.value, destination.port.value).second) {
            const std::string& subset = destination.subset.value;
            report.add(findingAt(resource, destination.node, "MD153", Severity::Warning, message::destinationTwice,
                                 {subset.empty() ? host : host + " (" + subset + ")"}));
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->isGatewayApi)
        return;
    for (const mesh::Route& route : table->routes)
        checkRoute(resource, route, report);
}

} // namespace

/// A weight that is not read, and one destination written twice in a route (Kiali's KIA1104, KIA1105).
Check routeWeights()
{
    return {{"route-weights", {"VirtualService"}, {"MD152", "MD153"}}, check};
}

} // namespace meshdraft::checks
