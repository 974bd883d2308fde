// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->isGatewayApi || table->gateways.empty())
        return;
    for (const mesh::Route& route : table->routes) {
        if (route.protocol != mesh::Protocol::Http)
            continue;
        for (const mesh::Destination& destination : route.destinations) {
            if (!destination.subset.value.empty() || destination.host.value.empty())
                continue;
            const auto others = graph.answers(mesh::Question::SubsetHost, destination.host.value, report.asked());
            for (const mesh::ResourceIndex each : others) {
                report.add(findingAt(resource, destination.host.node, "IST0140", Severity::Warning,
                                     message::ingressSubset, {destination.host.value, fullName(graph.at(each))}));
            }
        }
    }
}

} // namespace

/// A route of a gateway to a host without a subset, where another VirtualService splits the host into subsets: requests
/// through the gateway are not split (Istio's analyzer virtualservice.DestinationHostAnalyzer).
Check ingressSubset()
{
    return {{"ingress-subset", {"VirtualService"}, {"IST0140"}}, check};
}

} // namespace meshdraft::checks
