// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QByteArray>

#include <span>

namespace meshdraft::workspace {

/// A review as one HTML file that needs nothing else: no script, no network (a Content-Security-Policy says so), light
/// and dark. `pictures`: an SVG for each environment, empty where there is none. Text from the repository is escaped.
QByteArray reviewHtml(const RangeReview& review, std::span<const QByteArray> pictures);

} // namespace meshdraft::workspace
