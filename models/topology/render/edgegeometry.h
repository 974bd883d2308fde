// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

namespace meshdraft::topology {

inline constexpr double plainWidth = 1.25;
inline constexpr double chipHeight = 17;
/// More declared callers than these cover the picture: then only those of the selection are drawn.
inline constexpr std::ptrdiff_t mostCalls = 12;

/// Length and half width of the arrow of an edge of width `w`.
inline double arrowLength(double w)
{
    return 7 + (0.4 * w);
}
inline double arrowHalfWidth(double w)
{
    return 4 + (0.55 * w);
}

/// Curve, width and label text of one edge; `groups` are the frames of the groups.
GraphScene::EdgeItem makeEdge(const Topology& topology, const std::vector<GraphScene::NodeItem>& nodes,
                              const std::vector<QRectF>& groups, const Edge& edge, bool isSplit,
                              const TextMeasure& measure, const SceneOptions& options = {});

/// The point at 0..1 of the curve of an edge.
QPointF pointOn(const GraphScene::EdgeItem& edge, double t);

/// Finds places for the labels so that none covers another; what finds none is hidden.
void placeLabels(const Topology& topology, std::vector<GraphScene::EdgeItem>& edges);

/// Rectangle of the label.
QRectF chipOf(const GraphScene::EdgeItem& edge);
/// Everything that an edge paints, without focus and selection.
QRectF boundsOf(const GraphScene::EdgeItem& edge);

} // namespace meshdraft::topology
