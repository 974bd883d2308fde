// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/query.h"
#include "models/topology/render/graphscene.h"

#include <QString>

namespace meshdraft::views {

/// "Everything", "Overview, 38 namespaces", "Around reviews, 2 hops" ...
QString showText(const topology::ViewSpec& view, std::size_t namespaces);
QString labelsText(topology::EdgeLabels labels);
QString layerText(topology::Layer layer);
/// What is wrong with an expression: "Column 7: a word is missing here."
QString queryErrorText(const topology::QueryError& error);
/// What the facts and flows of a scene say of a place, for its tool tip: mTLS with its reason, policies, imports,
/// declared callers, the flows that pass.
QString factText(const topology::GraphScene& scene, const topology::GraphScene::Hit& hit);

} // namespace meshdraft::views
