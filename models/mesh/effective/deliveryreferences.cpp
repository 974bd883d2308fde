// SPDX-License-Identifier: Apache-2.0
// References of Rollout, Canary and Ingress.
#include "models/mesh/effective/referencecollector.h"
#include "models/mesh/hostnames.h"

namespace meshdraft::mesh::effective {

namespace {

constexpr std::string_view istioNetworking = "networking.istio.io";
constexpr std::string_view gatewayApi = "gateway.networking.k8s.io";

void addService(ReferenceCollector& collector, ReferenceKind kind, const Field<std::string>& name)
{
    if (name.isPresent())
        collector.addNamed(kind, name.node, {""}, "Service", collector.ns(), name.value);
}

void addRollout(ReferenceCollector& collector, const RolloutStrategy& rollout)
{
    addService(collector, ReferenceKind::Routes, rollout.canaryService);
    addService(collector, ReferenceKind::Routes, rollout.stableService);
    for (const OwnedRoutes& owned : rollout.owns) {
        // "name.namespace" as Argo Rollouts has it
        const std::string& written = owned.virtualService.value;
        const auto dot = written.find('.');
        const std::string ns = dot == std::string::npos ? collector.ns() : written.substr(dot + 1);
        collector.addNamed(ReferenceKind::AppliesTo, owned.virtualService.node, {istioNetworking}, "VirtualService", ns,
                           written.substr(0, dot));
    }
    for (const OwnedGatewayRoute& owned : rollout.gatewayRoutes) {
        collector.addNamed(ReferenceKind::AppliesTo, owned.name.node, {gatewayApi}, owned.kind,
                           owned.ns.empty() ? collector.ns() : owned.ns, owned.name.value);
    }
    if (rollout.destinationRule.isPresent()) {
        collector.addNamed(ReferenceKind::AppliesTo, rollout.destinationRule.node, {istioNetworking}, "DestinationRule",
                           collector.ns(), rollout.destinationRule.value);
    }
}

void addCanary(ReferenceCollector& collector, const FlaggerCanary& canary)
{
    if (canary.target.isPresent()) {
        collector.addNamed(ReferenceKind::Selects, canary.target.node, {"apps", "extensions", ""}, canary.targetKind,
                           collector.ns(), canary.target.value);
    }
    for (const Field<std::string>& gateway : canary.gateways) {
        if (gateway.value == "mesh")
            continue;
        const std::string reference = gatewayReference(gateway.value, collector.ns());
        const auto slash = reference.find('/');
        collector.addNamed(ReferenceKind::Exposes, gateway.node, {istioNetworking, gatewayApi}, "Gateway",
                           reference.substr(0, slash), reference.substr(slash + 1));
    }
}

} // namespace

void collectDelivery(ReferenceCollector& collector)
{
    const Body& body = collector.resource().body;
    if (const auto* workload = std::get_if<Workload>(&body); workload != nullptr && workload->rollout) {
        addRollout(collector, *workload->rollout);
    } else if (const auto* canary = std::get_if<FlaggerCanary>(&body)) {
        addCanary(collector, *canary);
    } else if (const auto* ingress = std::get_if<Ingress>(&body)) {
        for (const Ingress::Backend& backend : ingress->backends)
            addService(collector, ReferenceKind::Routes, backend.service);
    }
}

} // namespace meshdraft::mesh::effective
