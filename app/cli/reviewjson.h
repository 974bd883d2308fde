// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QByteArray>

namespace meshdraft::cli {

/// "meshdraft.review/1" (docs/command-line.md).
QByteArray reviewJson(const workspace::RangeReview& review);

} // namespace meshdraft::cli
