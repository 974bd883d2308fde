// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/traffic/routetable.h"

namespace meshdraft::traffic {

/// The routing rules of a VirtualService with those of its delegates in their places, as istiod merges them
/// (istio/pilot/pkg/model/virtualservice.go): matches are combined, combinations that contradict each other drop the
/// delegate's route, and a delegate that is not there drops the root's.
RouteTablePtr readVirtualService(const mesh::effective::MeshView& view, mesh::ResourceIndex index);

} // namespace meshdraft::traffic
