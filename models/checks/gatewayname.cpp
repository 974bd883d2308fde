// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include "models/mesh/hostnames.h"

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->isGatewayApi)
        return;
    for (const mesh::Field<std::string>& gateway : table->gateways) {
        if (gateway.value.contains('/') || !gateway.value.contains('.') || mesh::isFilledInLater(gateway.value))
            continue;
        report.add(findingAt(resource, gateway.node, "MD154", Severity::Info, message::gatewayName,
                             {gateway.value, mesh::gatewayReference(gateway.value, resource.key.ns)}));
    }
}

} // namespace

/// A gateway that is named in the old form NAME.NAMESPACE (Kiali's KIA1108).
Check gatewayName()
{
    return {{"gateway-name", {"VirtualService"}, {"MD154"}}, check};
}

} // namespace meshdraft::checks
