// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Fills effectiveWeight and share of one route's destinations after the rules of Istio: an absent weight counts 0
/// beside others and everything when alone; a lone destination gets every request whatever its weight.
void shareByIstio(std::vector<Destination>& destinations);
/// The same after the Gateway API: an absent weight is 1, and 0 is a weight.
void shareByGatewayApi(std::vector<Destination>& destinations);
/// Fills effectiveWeight and share of a mirror from a percentage.
void setMirrored(Destination& mirror, double percent);

} // namespace meshdraft::mesh
