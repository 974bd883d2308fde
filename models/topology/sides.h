// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/layout.h"

namespace meshdraft::topology {

/// A topology with the places of its parts.
struct PlacedTopology {
    Topology topology;
    Layout layout;
};

/// One side of a picture that shows two states of a mesh: what `dropped` (Added: the older side is left, Removed: the
/// newer one) stands for is left out, everything else stays where it is and as `whole`, the topology of that side
/// alone, has it. Nothing of it is marked as a difference. Cost: linear in both.
PlacedTopology oneSide(const Topology& both, const Layout& layout, const Topology& whole, State dropped);

} // namespace meshdraft::topology
