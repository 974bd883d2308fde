// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

namespace {

/// Istio's installation can make these gateways, too.
bool isInstalled(const mesh::Labels& selector)
{
    constexpr auto values = std::to_array<std::string_view>({"eastwestgateway", "egressgateway", "ingressgateway"});
    const auto istio = selector.find("istio");
    return istio != selector.end() && std::ranges::contains(values, istio->second);
}

/// Whether files tell which gateways run: they hold gateways; or, if a selector asks for the label that the gateway of
/// every installation bears with another value, nothing in them brings more gateways from elsewhere.
bool knowsGateways(const mesh::MeshGraph& graph, const mesh::Labels& selector, mesh::Lookups* asked)
{
    for (const std::string_view kind : {"Deployment", "DaemonSet", "Pod"}) {
        for (const mesh::ResourceIndex index : graph.ofKind(kind, asked)) {
            if (std::holds_alternative<mesh::Workload>(graph.at(index).body) && !proxyImageOf(graph.at(index)).empty())
                return true;
        }
    }
    if (selector.size() != 1 || !selector.contains("istio"))
        return false;
    return std::ranges::all_of(std::to_array<std::string_view>({"Application", "HelmRelease", "IstioOperator"}),
                               [&](std::string_view kind) { return graph.ofKind(kind, asked).empty(); });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::Gateway* gateway = istioGateway(resource);
    if (gateway == nullptr || !gatewayPodsOf(graph, gateway->selector, report.asked()).isEmpty())
        return;
    const std::string text = labelText(gateway->selector);
    const auto node = resource.rootNode()["spec"]["selector"].id();
    if (!mesh::hasPlaceholder(gateway->selector.begin()->second) && !isInstalled(gateway->selector)
        && knowsGateways(graph, gateway->selector, report.asked())) {
        report.add(findingAt(resource, node, "IST0101", Severity::Error, message::gatewaySelector, {text}));
    } else {
        report.addUnknown(
            text, findingAt(resource, node, "IST0101", Severity::Unknown, message::gatewaySelectorUnknown, {text}),
            isInstalled(gateway->selector));
    }
}

} // namespace

/// A Gateway whose selector finds no gateway (Istio's analyzers gateway.IngressGatewayPortAnalyzer and
/// gateway.SecretAnalyzer).
Check gatewaySelector()
{
    return {{"gateway-selector", kindsWith({"Application", "Gateway", "HelmRelease", "IstioOperator"}), {"IST0101"}},
            check};
}

} // namespace meshdraft::checks
