// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

#include <QString>

class QListWidget;

namespace meshdraft::views {

class Theme;

/// Lists of places in resources: what a rename changes, what a removal leaves without a target.
void preparePlaces(QListWidget& list, const Theme& theme);
/// A row: icon and name of the resource, what happens there, and the place. The row keeps the element.
void addPlace(QListWidget& list, const mesh::MeshGraph& graph, const mesh::ElementRef& element, const QString& what);
/// The element of a row.
mesh::ElementRef placeAt(const QListWidget& list, int row);

} // namespace meshdraft::views
