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
    std::vector<std::string> owners; ///< files of CODEOWNERS that the head has otherwise
    /// The head hides something, or has another .meshdraft.yaml, baseline or CODEOWNERS: a risk by itself.
    bool isChanged = false;
};

Judgement judge(const Snapshot& comparison);

} // namespace meshdraft::workspace
