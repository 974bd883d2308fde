// SPDX-License-Identifier: Apache-2.0
// References of the kinds that apply to workloads: security, Telemetry, extensions, BackendTLSPolicy.
#include "models/mesh/effective/referencecollector.h"

namespace meshdraft::mesh::effective {

namespace {

constexpr std::string_view istioNetworking = "networking.istio.io";
constexpr std::string_view gatewayApi = "gateway.networking.k8s.io";

/// Whose workloads a selector of the root namespace selects.
enum class RootSelector : std::uint8_t { Mesh, OwnNamespace, Nobody };

void addTarget(ReferenceCollector& collector, ReferenceKind kind, const PolicyTarget::Reference& reference)
{
    const std::string& own = collector.ns();
    const std::string& name = reference.name.value;
    if (!reference.ns.empty() && reference.ns != own) {
        collector.add(kind, reference.node, reference.ns + "/" + name, ReferenceReason::OtherNamespace);
        return;
    }
    if (reference.kind == "Service" && reference.group.empty()) {
        collector.addNamed(kind, reference.node, {""}, "Service", own, name);
        return;
    }
    if (reference.kind == "ServiceEntry" && reference.group == istioNetworking) {
        collector.addNamed(kind, reference.node, {istioNetworking}, "ServiceEntry", own, name);
        return;
    }
    if (reference.kind == "Gateway" && reference.group == gatewayApi) {
        collector.addNamed(kind, reference.node, {gatewayApi}, "Gateway", own, name);
        return;
    }
    if (reference.kind == "GatewayClass" && reference.group == gatewayApi) {
        // for all waypoints of a class; in the root namespace only
        if (own != collector.view().rootNamespace()) {
            collector.add(kind, reference.node, "/" + name, ReferenceReason::OtherNamespace);
            return;
        }
        collector.addNamed(kind, reference.node, {gatewayApi}, "GatewayClass", {}, name);
        return;
    }
    collector.add(kind, reference.node, own + "/" + name, ReferenceReason::OtherKind);
}

void addPolicy(ReferenceCollector& collector, ReferenceKind kind, const PolicyTarget& target, RootSelector root)
{
    const bool isRoot = collector.ns() == collector.view().rootNamespace();
    for (const PolicyTarget::Reference& reference : target.references)
        addTarget(collector, kind, reference);
    if (!target.references.empty())
        return;
    if (target.selector.empty()) {
        collector.add(kind, source::noNode, isRoot ? "*/*" : collector.ns() + "/*", ReferenceReason::Everything);
        return;
    }
    if (isRoot && root == RootSelector::Nobody) {
        collector.add(kind, target.selectorNode, "*/*", ReferenceReason::WithoutEffect);
        return;
    }
    collector.addSelected(kind, target.selectorNode,
                          isRoot && root == RootSelector::Mesh ? std::string() : collector.ns(), target.selector);
}

void addBackendPolicy(ReferenceCollector& collector, const BackendTlsPolicy& policy)
{
    for (const PolicyTarget::Reference& reference : policy.target.references)
        addTarget(collector, ReferenceKind::Secures, reference);
    for (const Field<std::string>& map : policy.certificates)
        collector.addNamed(ReferenceKind::Imports, map.node, {""}, "ConfigMap", collector.ns(), map.value);
}

} // namespace

void collectPolicy(ReferenceCollector& collector)
{
    const Body& body = collector.resource().body;
    if (const auto* authorization = std::get_if<AuthorizationPolicy>(&body)) {
        addPolicy(collector, ReferenceKind::Secures, authorization->target, RootSelector::Mesh);
    } else if (const auto* request = std::get_if<RequestAuthentication>(&body)) {
        addPolicy(collector, ReferenceKind::Secures, request->target, RootSelector::Mesh);
    } else if (const auto* peer = std::get_if<PeerAuthentication>(&body)) {
        addPolicy(collector, ReferenceKind::Secures, peer->target, RootSelector::Nobody);
    } else if (const auto* telemetry = std::get_if<Telemetry>(&body)) {
        addPolicy(collector, ReferenceKind::AppliesTo, telemetry->target, RootSelector::OwnNamespace);
    } else if (const auto* extension = std::get_if<ProxyExtension>(&body)) {
        addPolicy(collector, ReferenceKind::AppliesTo, extension->target, RootSelector::Mesh);
    } else if (const auto* filter = std::get_if<EnvoyFilter>(&body)) {
        addPolicy(collector, ReferenceKind::AppliesTo, filter->target, RootSelector::Mesh);
    } else if (const auto* backend = std::get_if<BackendTlsPolicy>(&body)) {
        addBackendPolicy(collector, *backend);
    } else if (const auto* proxy = std::get_if<ProxyConfig>(&body)) {
        addPolicy(collector, ReferenceKind::AppliesTo,
                  {.selector = proxy->selector,
                   .selectorNode = collector.resource().rootNode()["spec"]["selector"].id(),
                   .references = {}},
                  RootSelector::OwnNamespace);
    }
}

} // namespace meshdraft::mesh::effective
