// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace meshdraft::topology {

/// Small signs of the picture, painted from code at any size.
enum class Glyph : std::uint8_t {
    Added,
    Removed,
    Changed,
    Moved, ///< filled squares with the sign knocked out
    Error,
    Warning,
    Info,
    Unknown,
    LockClosed,
    LockHalf,
    LockOpen,
    Globe,
    Diamond,
    BrokenLink,
    Timeout,
    Retry,
    Mirror,
    Fault,
    Header,
    Bolt,
    Opened, ///< chevrons of groups
    Closed,
    Shield, ///< policies
    Funnel,
    Plug,
    Wave,
    Route,
    Circle,
    Count
};

/// Paints a sign into a square. `behind` is what shows through the knocked-out sign of filled ones.
void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& square, const QColor& color, const QColor& behind);

} // namespace meshdraft::topology
