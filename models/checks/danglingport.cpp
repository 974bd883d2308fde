// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace meshdraft::checks {

using mesh::Reference;
using mesh::ReferenceType;

namespace {

/// The ports of a Service or ServiceEntry.
std::span<const mesh::Port> portsOf(const mesh::Resource& resource)
{
    if (const auto* service = std::get_if<mesh::Service>(&resource.body))
        return service->ports;
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body))
        return entry->ports;
    return {};
}

void checkPort(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Destination& destination,
               const Reference& reference, Report& report)
{
    const std::uint32_t port = destination.port.value;
    const mesh::Resource& target = graph.at(reference.to);
    report.asked()->add(mesh::Question::Content, target.key);
    if (std::ranges::contains(portsOf(target), port, [](const mesh::Port& each) { return each.number.value; }))
        return;
    report.add(findingAt(resource, destination.port.node, "IST0101", Severity::Error, message::danglingPort,
                         {std::to_string(port), reference.target}));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return;
    std::unordered_map<source::NodeId, const Reference*> byNode;
    for (const Reference& reference : graph.referencesFrom(index)) {
        if (reference.type == ReferenceType::Routes || reference.type == ReferenceType::Mirrors)
            byNode[reference.node] = &reference;
    }
    for (const mesh::Route& route : table->routes) {
        for (const auto* list : {&route.destinations, &route.mirrors}) {
            for (const mesh::Destination& destination : *list) {
                const auto found = byNode.find(destination.host.node);
                if (destination.port.isPresent() && found != byNode.end() && found->second->to != mesh::noResource)
                    checkPort(graph, resource, destination, *found->second, report);
            }
        }
    }
}

} // namespace

/// A route or mirror names a port that the Service or ServiceEntry does not have (Istio's analyzer
/// virtualservice.DestinationHostAnalyzer).
Check danglingPort()
{
    return {{"dangling-port",
             {"GRPCRoute", "HTTPRoute", "Service", "ServiceEntry", "TCPRoute", "TLSRoute", "VirtualService"},
             {"IST0101"}},
            check};
}

} // namespace meshdraft::checks
