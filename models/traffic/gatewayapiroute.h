// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/registry.h"
#include "models/traffic/routetable.h"

namespace meshdraft::traffic {

/// The rules of an HTTPRoute, GRPCRoute, TLSRoute or TCPRoute. Backends that cannot be had (no such Service where all
/// of the namespace's are in the files, or no ReferenceGrant) keep their weight and have no host. `isMesh`: for its
/// parents that are Services, where Istio asks for no ReferenceGrant.
RouteTablePtr readGatewayApiRoute(const mesh::effective::MeshView& view, const Registry& registry,
                                  mesh::ResourceIndex index, bool isMesh);

} // namespace meshdraft::traffic
