// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

namespace {

/// One worker thread: all connections of the proxy share a core.
constexpr std::int64_t lowest = 1;

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* config = std::get_if<mesh::ProxyConfig>(&resource.body);
    if (config == nullptr || config->concurrency.value != lowest)
        return;
    bool hasGateway = includesLabels(defaultGatewayLabels(), config->selector);
    for (const mesh::ResourceIndex each : graph.ofKind("Gateway", report.asked())) {
        const auto* gateway = istioGateway(graph.at(each));
        hasGateway = hasGateway
            || (gateway != nullptr && !gateway->selector.empty()
                && includesLabels(gateway->selector, config->selector));
    }
    // A sidecar serves one pod; a gateway serves everybody.
    const bool isWide = config->selector.empty() && resource.key.ns == rootNamespaceOf(graph, report.asked());
    if (isWide || (hasGateway && !config->selector.empty()))
        report.add(findingAt(resource, config->concurrency.node, "MD120", Severity::Info, message::concurrencyLow, {}));
}

} // namespace

/// A ProxyConfig that gives gateways, or every proxy of the mesh, one worker thread (Istio, ProxyConfig.concurrency).
Check proxyConcurrency()
{
    return {{"proxy-concurrency",
             {"Application", "ConfigMap", "Gateway", "HelmRelease", "IstioOperator", "ProxyConfig"},
             {"MD120"}},
            check};
}

} // namespace meshdraft::checks
