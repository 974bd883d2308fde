// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Route;

namespace {

/// Protocols in which a request may well last: streams of gRPC, web sockets, anything but plain HTTP.
bool speaksHttp(const mesh::Service& service, const mesh::Destination& destination)
{
    return std::ranges::any_of(service.ports, [&](const mesh::Port& port) {
        if (destination.port.isPresent() ? port.number.value != destination.port.value : service.ports.size() != 1)
            return false;
        const std::string& protocol = port.protocol.value;
        const std::string& name = port.name.value;
        return protocol == "http" || protocol == "HTTP" || name == "http" || name.starts_with("http-");
    });
}

/// Whether a route sends plain HTTP to a Service of the files, and lets it last as long as it likes.
bool isEndless(const mesh::MeshGraph& graph, mesh::ResourceIndex index, const Route& route, mesh::Lookups* asked)
{
    if (!sendsRequests(route) || route.timeout.isPresent() || route.hasFault)
        return false;
    const auto references = graph.referencesFrom(index);
    return std::ranges::any_of(route.destinations, [&](const mesh::Destination& destination) {
        const auto reference = std::ranges::find_if(references, [&](const mesh::Reference& each) {
            return each.type == mesh::ReferenceType::Routes && each.node == destination.host.node;
        });
        if (reference == references.end() || reference->to == mesh::noResource)
            return false;
        asked->add(mesh::Question::Content, graph.at(reference->to).key);
        const auto* service = std::get_if<mesh::Service>(&graph.at(reference->to).body);
        return service != nullptr && speaksHttp(*service, destination);
    });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::RouteTable* table = istioRoutes(resource);
    if (table == nullptr)
        return;
    std::vector<const Route*> endless;
    for (const Route& route : table->routes) {
        if (isEndless(graph, index, route, report.asked()))
            endless.push_back(&route);
    }
    // where nobody sets timeouts, proxies are not trusted with them
    if (endless.empty() || graph.answers(mesh::Question::Timeout, resource.key.ns, report.asked()).empty())
        return;
    // said once a VirtualService
    report.add(findingAt(resource, endless.front()->node, "MD113", Severity::Info, message::routeTimeout,
                         {std::to_string(endless.size())}));
}

} // namespace

/// Routes to HTTP Services of the mesh without a timeout, where others of the namespace have one: Istio sets none
/// (Istio, HTTPRoute.timeout, "Default is disabled").
Check routeTimeout()
{
    return {{"route-timeout", {"Service", "VirtualService"}, {"MD113"}}, check};
}

} // namespace meshdraft::checks
