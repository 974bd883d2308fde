// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <vector>

namespace meshdraft::workspace {

/// What a change does to the findings. They are the same finding when code, element, message and arguments are equal:
/// a line that moved introduces nothing.
struct FindingDelta {
    std::vector<checks::Finding> introduced; ///< in the order of `after`
    std::vector<checks::Finding> mended; ///< in the order of `before`
};

FindingDelta compareFindings(const checks::Findings& before, const checks::Findings& after);

} // namespace meshdraft::workspace
