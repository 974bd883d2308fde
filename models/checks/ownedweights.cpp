// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/weightowner.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Destination;
using mesh::Question;
using mesh::Resource;
using mesh::effective::WeightOwner;

namespace {

/// A written weight of a route that splits traffic; noNode where everything goes to one destination, as a controller
/// wants it to begin.
source::NodeId splitOf(const mesh::Route& route)
{
    if (route.destinations.size() < 2
        || std::ranges::any_of(route.destinations, [](const Destination& each) { return each.share >= 1; }))
        return source::noNode;
    const auto first =
        std::ranges::find_if(route.destinations, [](const Destination& each) { return each.weight.isPresent(); });
    return first == route.destinations.end() ? source::noNode : first->weight.node;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return;
    for (const mesh::Route& route : table->routes) {
        const source::NodeId place = splitOf(route);
        if (place == source::noNode)
            continue;
        const auto owners =
            graph.answers(Question::WeightOwner, mesh::kindName(resource.key.kind, fullName(resource)), report.asked());
        for (const mesh::ResourceIndex owner : owners)
            report.asked()->add(Question::Content, graph.at(owner).key);
        const auto found = mesh::effective::weightOwnerOf(graph, resource, route);
        if (!found)
            continue;
        const bool isFlagger = found->controller == WeightOwner::Controller::Flagger;
        report.add(findingAt(resource, place, "MD117", Severity::Info,
                             isFlagger ? message::weightsFlagger : message::weightsRollout,
                             {fullName(graph.at(found->owner))}));
        return; // said once a resource
    }
}

} // namespace

/// Weights that Flagger or Argo Rollouts sets, written down as a split (Flagger, Canary.spec.service; Argo Rollouts,
/// trafficRouting.istio).
Check ownedWeights()
{
    return {{"owned-weights",
             {"Canary", "GRPCRoute", "HTTPRoute", "Rollout", "TCPRoute", "TLSRoute", "VirtualService"},
             {"MD117"}},
            check};
}

} // namespace meshdraft::checks
