// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

#include <QString>

class QListWidget;

namespace meshdraft::views {

class Theme;

/// Lists of places in resources: what a rename changes, what a removal leaves, where something is used.
void preparePlaces(QListWidget& list);
/// "VirtualService reviews" and, in a second line, where and what.
void addPlace(QListWidget& list, const mesh::MeshGraph& graph, const mesh::ElementRef& element, const QString& what);

} // namespace meshdraft::views
