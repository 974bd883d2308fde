// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QString>

#include <optional>

namespace meshdraft::views {

/// What a tool tip and a screen reader say about a part of the picture: full name, kind, file and line, state. Plain
/// text; empty for nothing.
QString describe(const topology::GraphScene& scene, const topology::GraphScene::Hit& hit);

/// Where an arrow key leads: along edges to the left and right, among the nodes of the column up and down. Without a
/// node to start from: the first node in view. Nothing when there is no way on.
topology::GraphScene::Hit nextHit(const topology::GraphScene& scene, const topology::GraphScene::Hit& from, int key,
                                  const QRectF& visible);

/// How far what is in view moved from one scene to the next: the selected node, else the one nearest to the middle.
/// Nothing when no node in view is in both.
std::optional<QPointF> sceneShift(const topology::GraphScene& before, const topology::GraphScene& after,
                                  const QRectF& visible, const mesh::ElementRef& selected);

} // namespace meshdraft::views
