// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/process.h"

namespace meshdraft::changes {

/// Whether a change may go in at a moment.
struct Permission {
    bool isAllowed = false;
    std::optional<QDateTime> until; ///< when the answer turns, in the zone of what decides; nothing: not within a year
    std::string message; ///< id of the sentence that says why
    std::vector<std::string> args; ///< the window or the freeze
};

/// Windows and freezes of a tier at a moment. Daylight saving time is that of each window's zone.
Permission allowedNow(const Process& process, Tier tier, const QDateTime& now);

} // namespace meshdraft::changes
