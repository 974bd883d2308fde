// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/sourceplan.h"

#include <QString>

namespace meshdraft::cli {

/// The edit of source files that gives a route of a rendered environment new weights. `where`: "source", "overlay" or
/// empty: then only where there is one way and no other environment changes. What keeps it from being made, and the
/// choices, are printed; then nothing.
std::optional<source::Edit> renderedEdit(const workspace::Snapshot& snapshot, const mesh::ElementRef& route,
                                         const std::vector<std::int64_t>& weights, const QString& where);

} // namespace meshdraft::cli
