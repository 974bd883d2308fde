// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace meshdraft::views {

/// The application's font: the system's; where no desktop theme sets one and Inter is installed, Inter 9.75 pt.
void chooseApplicationFont(bool ownStyle);

/// Size of what stands beside the main thing: bars, buttons of panels, kinds, paths, counts.
inline constexpr qreal secondaryScale = 0.9;

/// `base` scaled; never under 10 px. `weight` as QFont::Weight.
QFont scaledFont(const QFont& base, qreal factor, QFont::Weight weight = QFont::Normal);
/// The same with tabular figures, for numbers in columns.
QFont tabularFont(const QFont& base);
/// The system's fixed font at 11.5 px, for YAML, codes and hashes.
QFont fixedFont();

} // namespace meshdraft::views
