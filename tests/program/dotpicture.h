// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace meshdraft::program {

/// What an exported picture (DOT) shows, a line a thing: "shop", "shop/reviews", "shop/reviews/v1" for groups, nodes
/// and subsets, "shop/reviews/default/→ reviews v1 | 90 %" for what starts at a node. Sorted.
QStringList linesOfDot(const QString& dot);

} // namespace meshdraft::program
