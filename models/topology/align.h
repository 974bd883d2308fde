// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/layout.h"

#include <cstdint>
#include <vector>

namespace meshdraft::topology {

/// A fresh layout moved so that it continues an old one: components that an edit does not touch stay exactly where they
/// are; one that it touches is put where most of its nodes do not move, else into the nearest free place of its
/// namespace; a namespace that has no free place moves as a whole. A picture that shares little with the old one is
/// left as it is laid out.
Layout alignTo(const Topology& topology, Layout layout, const Topology& before, const Layout& old);

/// A request in which the nodes come from top to bottom of an old picture, so that `dot` starts from its order.
struct OrderedRequest {
    Topology topology;
    std::vector<Rect> sizes;
    std::vector<std::uint32_t> order; ///< position in the request -> position in the topology

    /// The layout of the request, for the topology that it was made from.
    Layout restore(Layout layout) const;
};
OrderedRequest inLastOrder(const Topology& topology, const std::vector<Rect>& sizes, const Topology& before,
                           const Layout& old);

} // namespace meshdraft::topology
