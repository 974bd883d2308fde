// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"
#include "models/mesh/yamlreader.h"

namespace meshdraft::mesh {

// The readers of bodies, one a family of kinds and a file each. `root` is the resource, `ns` its namespace.

Gateway readIstioGateway(YamlReader& yaml, source::NodeRef root);
Gateway readGatewayApiGateway(YamlReader& yaml, source::NodeRef root);
RouteTable readVirtualService(YamlReader& yaml, source::NodeRef root, const std::string& ns);
RouteTable readGatewayApiRoute(YamlReader& yaml, source::NodeRef root, const std::string& ns, Protocol protocol);
DestinationRule readDestinationRule(YamlReader& yaml, source::NodeRef root);
ServiceEntry readServiceEntry(YamlReader& yaml, source::NodeRef root);
Service readService(YamlReader& yaml, source::NodeRef root);
/// `podTemplate`: the mapping with metadata and spec of the pods; `root` itself for a Pod.
Workload readWorkload(YamlReader& yaml, source::NodeRef root, source::NodeRef podTemplate);
PeerAuthentication readPeerAuthentication(YamlReader& yaml, source::NodeRef root);
RequestAuthentication readRequestAuthentication(YamlReader& yaml, source::NodeRef root);
AuthorizationPolicy readAuthorizationPolicy(YamlReader& yaml, source::NodeRef root);
Sidecar readSidecar(YamlReader& yaml, source::NodeRef root);
EnvoyFilter readEnvoyFilter(YamlReader& yaml, source::NodeRef root);
ProxyExtension readProxyExtension(YamlReader& yaml, source::NodeRef root);
Telemetry readTelemetry(YamlReader& yaml, source::NodeRef root);
ProxyConfig readProxyConfig(YamlReader& yaml, source::NodeRef root);
/// `spec`: the mapping with the entry's fields.
WorkloadEntry readWorkloadEntry(YamlReader& yaml, source::NodeRef spec);
WorkloadEntry readWorkloadGroup(YamlReader& yaml, source::NodeRef spec);
ReferenceGrant readReferenceGrant(YamlReader& yaml, source::NodeRef root);
BackendTlsPolicy readBackendTlsPolicy(YamlReader& yaml, source::NodeRef root);
GatewayClass readGatewayClass(YamlReader& yaml, source::NodeRef root);
Ingress readIngress(YamlReader& yaml, source::NodeRef root);
InjectionWebhooks readInjectionWebhooks(YamlReader& yaml, source::NodeRef root);
/// Nothing for a Rollout without a canary strategy.
std::optional<RolloutStrategy> readRolloutStrategy(YamlReader& yaml, source::NodeRef root);
FlaggerCanary readFlaggerCanary(YamlReader& yaml, source::NodeRef root);
ArgoApplication readArgoApplication(YamlReader& yaml, source::NodeRef root);
FluxKustomization readFluxKustomization(YamlReader& yaml, source::NodeRef root, const std::string& ns);

/// `selector` and `targetRefs` of a policy's spec.
PolicyTarget readPolicyTarget(YamlReader& yaml, source::NodeRef spec);

/// Fills effectiveWeight and share of one route's destinations after the rules of Istio: an absent weight counts 0
/// beside others and everything when alone; a lone destination gets every request whatever its weight.
void shareByIstio(std::vector<Destination>& destinations);
/// The same after the Gateway API: an absent weight is 1, and 0 is a weight.
void shareByGatewayApi(std::vector<Destination>& destinations);
/// Fills effectiveWeight and share of a mirror from a percentage.
void setMirrored(Destination& mirror, double percent);

/// Reads matchLabels and matchExpressions of a Kubernetes label selector.
LabelSelector readLabelSelector(source::NodeRef selector);

} // namespace meshdraft::mesh
