// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// "mesh", or "ns/name".
std::string resolved(std::string_view gateway, const std::string& ns)
{
    return gateway == "mesh" ? std::string(gateway) : mesh::gatewayReference(gateway, ns);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->isGatewayApi || table->hosts.empty())
        return; // without hosts it is delegated to, and takes the gateways of others
    std::vector<std::string> bound;
    for (const mesh::Field<std::string>& gateway : table->gateways) {
        if (mesh::isFilledInLater(gateway.value))
            return;
        bound.push_back(resolved(gateway.value, resource.key.ns));
    }
    if (bound.empty())
        bound.emplace_back("mesh");
    for (const mesh::Route& route : table->routes) {
        for (const NodeRef& match : resource.node(route.node).resolved()["match"].resolved().items()) {
            for (const NodeRef& gateway : match["gateways"].resolved().items()) {
                const std::string_view written = gateway.value();
                if (written.empty() || mesh::isFilledInLater(written)
                    || std::ranges::contains(bound, resolved(written, resource.key.ns)))
                    continue;
                report.add(findingAt(resource, gateway.id(), "MD173", Severity::Warning, message::matchGateway,
                                     {std::string(written)}));
            }
        }
    }
}

} // namespace

/// A match names a gateway that the VirtualService is not bound to (in part Kiali's KIA1102).
Check matchGateway()
{
    return {{"match-gateway", {"VirtualService"}, {"MD173"}}, check};
}

} // namespace meshdraft::checks
