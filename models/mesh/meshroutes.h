// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"

namespace meshdraft::mesh {

/// True for a VirtualService that holds for the proxies of the mesh; false for routes of the Gateway API.
bool isOfMesh(const RouteTable& table);

} // namespace meshdraft::mesh
