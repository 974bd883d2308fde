// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

namespace meshdraft::changes {

/// Fills in the hosts, namespaces and workloads that a change touches, from the routes, DestinationRules, Services and
/// ServiceEntries that differ in more than comments.
void findTouched(MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after);

} // namespace meshdraft::changes
