// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

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

/// Whether "ns/name", or "Kind/ns/name" of a parent, may stand elsewhere after all.
bool isOpen(const mesh::MeshGraph& graph, const mesh::Resource& from, std::string_view target, mesh::Lookups* asked)
{
    std::string_view kind = "Gateway";
    if (std::ranges::count(target, '/') == 2) {
        kind = target.substr(0, target.find('/'));
        target.remove_prefix(kind.size() + 1);
    }
    const auto slash = target.find('/');
    return mayStandElsewhere(graph, from, kind, target.substr(0, slash), target.substr(slash + 1), asked);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const Reference& reference : graph.referencesFrom(index)) {
        if (reference.type != ReferenceType::Exposes || reference.resolution == Resolution::Found)
            continue;
        const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
        const std::string target =
            table != nullptr && table->isGatewayApi ? parentOf(*table, reference) : reference.target;
        const bool isGateway = target == reference.target;
        if (reference.resolution == Resolution::Missing && !isOpen(graph, resource, target, report.asked())) {
            report.add(findingAt(resource, reference.node, "IST0101", Severity::Error,
                                 isGateway ? message::danglingGateway : message::danglingParent, {target}));
        } else {
            report.addUnknown(target,
                              findingAt(resource, reference.node, "IST0101", Severity::Unknown,
                                        isGateway ? message::danglingGatewayUnknown : message::danglingParentUnknown,
                                        {target}));
        }
    }
}

} // namespace

/// A VirtualService or route names a gateway that is not there (Istio's analyzer virtualservice.GatewayAnalyzer).
Check danglingGateway()
{
    return {{"dangling-gateway",
             {"GRPCRoute", "Gateway", "HTTPRoute", "Service", "ServiceEntry", "TCPRoute", "TLSRoute", "VirtualService"},
             {"IST0101"}},
            check};
}

} // namespace meshdraft::checks
