// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <vector>

namespace meshdraft::workspace {

/// The findings of the head of a comparison as its base has them judged: what is kept back, and whether the files hold
/// everything, is read there. A change cannot hide what it breaks.
struct Judgement {
    checks::Findings findings;
    std::vector<checks::SuppressedFinding> suppressed;
    /// What the head itself would keep back and the base does not: the change hides it.
    std::vector<checks::SuppressedFinding> hiddenByHead;
    bool isChanged = false; ///< the head hides something, or has another .meshdraft.yaml or baseline: a risk by itself
};

Judgement judge(const Snapshot& comparison);

} // namespace meshdraft::workspace
