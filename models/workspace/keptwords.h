// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/keptedits.h"

#include <QString>

namespace meshdraft::workspace {

/// "1 edit", "4 edits".
QString editCountText(const KeptEdits& kept);
/// "1 file", "2 files".
QString fileCountText(std::size_t count);

} // namespace meshdraft::workspace
