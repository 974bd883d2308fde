// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/layout.h"

#include <functional>
#include <string>
#include <vector>

namespace meshdraft::topology {

/// Columns of the picture from left to right; a node's type decides its column.
enum Column : std::uint8_t {
    GatewayColumn,
    TableColumn,
    RouteColumn,
    ServiceColumn,
    WorkloadColumn,
    PolicyColumn,
    ColumnCount
};
Column columnOf(const Node& node);

/// One connected part of a namespace, to be laid out by itself. `ports` are offsets from the top of a node.
struct Component {
    struct Item {
        std::int32_t node = -1; ///< in the topology; -1: room for a text beside a row
        std::uint8_t column = 0;
        double width = 0;
        double height = 0;
        int rows = 0; ///< subset rows of a service card
        double y = 0; ///< top; set by the placement
    };
    struct Link {
        std::uint32_t from = 0; ///< positions in `items`
        std::uint32_t to = 0;
        int fromRow = -1;
        int toRow = -1;
        double fromPort = 0;
        double toPort = 0;
        bool sideways = false; ///< between nodes of one column or leading back: does not rank
        bool mirror = false; ///< bends rather than its route's other edges
    };
    std::vector<Item> items;
    std::vector<Link> links;
    double height = 0;

    /// Equal for components that are drawn alike.
    std::string shape() const;
};

/// Items of each column from top to bottom.
using ColumnOrder = std::vector<std::vector<std::uint32_t>>;

/// The order that Graphviz `dot` gives the items; in this process. Errors: "layout.graphviz".
class GraphvizContext;
Expected<ColumnOrder> orderWithGraphviz(const GraphvizContext& context, const Component& component);

/// An order by repeated medians, for components that are too large for `dot`. Cost: linear in the links a sweep.
ColumnOrder orderByMedians(const Component& component);

/// Sets `y` of the items for an order: straight where possible, nothing overlaps. Sets `height`; the top is at 0.
void placeItems(Component& component, const ColumnOrder& order);

/// Least-squares positions (tops) for boxes that keep their order and a gap: as near to `wanted` as the order allows.
/// `gaps`: below each box; the last one is not used.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& heights,
                           const std::vector<double>& gaps);

/// Everything but the order inside components: columns, namespaces, outside. `components` are grouped by namespace.
Layout arrange(const Topology& topology, const std::vector<Rect>& sizes, std::vector<Component>& components);

/// An overview: each group is a block, laid out by itself with `inner`, and blocks stand right of what leads to them.
/// Neither order nor column of a block depends on its size, so that opening one only makes room for it.
Expected<Layout> arrangeBlocks(const Topology& topology, const std::vector<Rect>& sizes,
                               const std::function<Expected<Layout>(const Topology&, const std::vector<Rect>&)>& inner);

/// True for edges that say who stands where; declared callers do not move anything.
inline bool placesNodes(const Edge& edge)
{
    return edge.type != EdgeType::Calls;
}

/// Splits a topology into its components, in the order of their first node. Gateways and what is outside are in none.
std::vector<Component> findComponents(const Topology& topology, const std::vector<Rect>& sizes);

} // namespace meshdraft::topology
