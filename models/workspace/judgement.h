// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <vector>

namespace meshdraft::workspace {

/// The findings of a snapshot as another one, the base of a review, has them judged: what is kept back, and whether the
/// files hold everything, is read there. A change cannot hide what it breaks.
struct Judgement {
    checks::Findings findings;
    std::vector<checks::SuppressedFinding> suppressed;
    /// What the head itself would keep back and the base does not: the change hides it.
    std::vector<checks::SuppressedFinding> hiddenByHead;
    bool isChanged = false; ///< the head hides something, or has another .meshdraft.yaml or baseline: a risk by itself
};

Judgement judgedBy(const Snapshot& head, const Snapshot& base);

} // namespace meshdraft::workspace
