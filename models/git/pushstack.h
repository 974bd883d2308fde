// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/push.h"

namespace meshdraft::git {

/// What became of one branch of a push of several.
struct BranchPush {
    QString branch;
    std::optional<PushResult> result; ///< nothing: it was not pushed, see `error`
    Error error = {};
};

/// Pushes branches one after the other, each as push() does and to its own remote. A branch that the remote refuses
/// does not keep the others back; where the remote cannot be reached, does not know the user, or `stop` is asked for,
/// the rest is not tried and has the same error. `progress` (may be empty) is called with the position of the branch
/// (from 0) and a line of git's, an empty one as it starts. The result has an entry a branch, in their order.
std::vector<BranchPush> pushAll(const Repository& repository, const std::vector<PushRequest>& requests,
                                const std::function<void(std::size_t, const QString&)>& progress = {},
                                const std::stop_token& stop = {});

} // namespace meshdraft::git
