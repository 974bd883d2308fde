// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <vector>

namespace meshdraft::workspace {

/// What a change does to the findings. They are the same finding when they say the same (checks::Fingerprint): a line
/// that moved, or a place in a list, introduces nothing.
struct FindingDelta {
    std::vector<checks::Finding> introduced; ///< in the order of `after`
    std::vector<checks::Finding> mended; ///< in the order of `before`
};

FindingDelta compareFindings(const checks::Findings& before, const checks::Findings& after);

} // namespace meshdraft::workspace
