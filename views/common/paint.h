// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/checks/finding.h"
#include "models/topology/topology.h"

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace meshdraft::views {

class Theme;

/// Names of icons and tokens for what the models say; shared by delegates and own-painted widgets.
struct Look {
    QString icon; ///< empty: none
    const char* token = "text";
    const char* fill = "alt"; ///< soft fill for chips of this meaning
};
Look lookOf(topology::State state);
Look lookOf(changes::Operation operation);
Look lookOf(changes::Tier tier);
Look lookOf(checks::Severity severity);
Look lookOf(mesh::MtlsMode mode);
/// Icon of a resource kind ("VirtualService" -> "vs").
QString iconOfKind(std::string_view kind);

/// A rectangle with rounded corners and one-pixel outline; an invalid colour leaves that part out.
void drawBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line,
             qreal width = 1);
/// The focus line of own-painted things: 2 px, 2 px outside the shape.
void drawFocus(QPainter& painter, const QRectF& rect, qreal radius, const Theme& theme);
/// Colours of the split series: fill ("s1" ...) and label ("s1t" ...) of a part by its position.
const char* seriesToken(std::size_t position);
const char* seriesTextToken(std::size_t position);

} // namespace meshdraft::views
