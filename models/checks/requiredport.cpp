// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <unordered_map>

namespace meshdraft::checks {

using mesh::ReferenceType;

namespace {

std::span<const mesh::Port> portsOf(const mesh::Resource& resource)
{
    if (const auto* service = std::get_if<mesh::Service>(&resource.body))
        return service->ports;
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body))
        return entry->ports;
    return {};
}

void checkDestination(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                      const mesh::Destination& destination, const mesh::Reference& reference, Report& report)
{
    const mesh::Resource& target = graph.at(reference.to);
    report.asked()->add(mesh::Question::Content, target.key);
    const auto ports = portsOf(target);
    if (ports.size() < 2)
        return;
    std::vector<std::string> numbers;
    for (const mesh::Port& port : ports)
        numbers.push_back(std::to_string(port.number.value));
    report.add(findingAt(resource, destination.host.node, "IST0112", Severity::Error, message::portRequired,
                         {reference.target, joinedNames(numbers)}));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->isGatewayApi)
        return;
    std::unordered_map<source::NodeId, const mesh::Reference*> byNode;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.type == ReferenceType::Routes || reference.type == ReferenceType::Mirrors)
            byNode[reference.node] = &reference;
    }
    for (const mesh::Route& route : table->routes) {
        for (const auto* list : {&route.destinations, &route.mirrors}) {
            for (const mesh::Destination& destination : *list) {
                const auto found = byNode.find(destination.host.node);
                if (!destination.port.isPresent() && found != byNode.end() && found->second->to != mesh::noResource)
                    checkDestination(graph, resource, destination, *found->second, report);
            }
        }
    }
}

} // namespace

/// A route names no port of a host that has several (Istio's analyzer virtualservice.DestinationHostAnalyzer).
Check requiredPort()
{
    return {{"required-port", {"Service", "ServiceEntry", "VirtualService"}, {"IST0112"}}, check};
}

} // namespace meshdraft::checks
