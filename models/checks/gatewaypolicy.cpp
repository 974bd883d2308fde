// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <set>

namespace meshdraft::checks {

namespace {

const mesh::PolicyTarget* targetOf(const mesh::Resource& resource)
{
    if (const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body))
        return &policy->target;
    if (const auto* authentication = std::get_if<mesh::RequestAuthentication>(&resource.body))
        return &authentication->target;
    if (const auto* telemetry = std::get_if<mesh::Telemetry>(&resource.body))
        return &telemetry->target;
    if (const auto* plugin = std::get_if<mesh::ProxyExtension>(&resource.body);
        plugin != nullptr && resource.key.kind == "WasmPlugin")
        return &plugin->target;
    return nullptr;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::PolicyTarget* target = targetOf(resource);
    if (target == nullptr || !target->references.empty() || target->selector.empty())
        return;
    std::set<std::string> gateways;
    for (const mesh::ResourceIndex each : graph.workloadsMatching(resource.key.ns, target->selector, report.asked())) {
        const mesh::Resource& workload = graph.at(each);
        report.asked()->add(mesh::Question::Content, workload.key);
        const auto& labels = std::get<mesh::Workload>(workload.body).podLabels;
        if (const auto name = labels.find("gateway.networking.k8s.io/gateway-name"); name != labels.end())
            gateways.insert(name->second);
    }
    for (const std::string& gateway : gateways) {
        report.add(
            findingAt(resource, target->selectorNode, "IST0166", Severity::Warning, message::gatewayPolicy, {gateway}));
    }
}

} // namespace

/// A policy that selects the pods of a Gateway of the Gateway API, which want targetRefs (Istio's analyzer
/// k8sgateway.SelectorAnalyzer).
Check gatewayPolicy()
{
    return {{"gateway-policy",
             kindsWith({"AuthorizationPolicy", "RequestAuthentication", "Telemetry", "WasmPlugin"}),
             {"IST0166"}},
            check};
}

} // namespace meshdraft::checks
