// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Reference;
using mesh::ReferenceType;
using mesh::Resolution;

namespace {

/// The text of the parentRef that a reference stands for: "Service/ns/name", or "ns/name" for a Gateway.
std::string parentOf(const mesh::RouteTable& table, const Reference& reference)
{
    const auto parent = std::ranges::find(table.gateways, reference.node, &mesh::Field<std::string>::node);
    return parent == table.gateways.end() ? reference.target : parent->value;
}

void run(const CheckContext& context, std::vector<Finding>& findings)
{
    UnknownFindings unknown;
    for (const Reference& reference : context.graph.references()) {
        if (reference.type != ReferenceType::Exposes || reference.resolution == Resolution::Found)
            continue;
        const mesh::Resource& resource = context.graph.at(reference.from);
        const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
        const std::string target =
            table != nullptr && table->isGatewayApi ? parentOf(*table, reference) : reference.target;
        const bool isGateway = target == reference.target;
        if (reference.resolution == Resolution::Missing) {
            findings.push_back(findingAt(resource, reference.node, "IST0101", Severity::Error,
                                         isGateway ? message::danglingGateway : message::danglingParent, {target}));
        } else {
            unknown.add(target,
                        findingAt(resource, reference.node, "IST0101", Severity::Unknown,
                                  isGateway ? message::danglingGatewayUnknown : message::danglingParentUnknown,
                                  {target}));
        }
    }
    unknown.appendTo(findings);
}

} // namespace

/// A VirtualService or route names a gateway that is not there (Istio's analyzer virtualservice.GatewayAnalyzer).
Check danglingGateway()
{
    return {{"dangling-gateway",
             {"GRPCRoute", "Gateway", "HTTPRoute", "Service", "ServiceEntry", "TCPRoute", "TLSRoute", "VirtualService"},
             {"IST0101"}},
            run};
}

} // namespace meshdraft::checks
