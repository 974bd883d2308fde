// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

#include <functional>
#include <stop_token>

namespace meshdraft::git {

struct PushRequest {
    QString branch; ///< a local one, short name
    QString remote =
        {}; ///< empty: where the branch is pushed to by its configuration, else the only one, else "origin"
};

/// Where a branch goes.
struct PushTarget {
    QString remote;
    QString reference; ///< there: "refs/heads/main"
    bool setsUpstream = false; ///< the branch has none yet and gets this one
};

struct PushResult {
    PushTarget target;
    bool isUpToDate = false; ///< the remote had everything
    QString said; ///< what the remote said (the address of a new pull request, for example)
};

/// Where a push would go; asks nobody but the configuration. Errors: "push.nothing" (args: branch), "push.noRemote",
/// "push.unknownRemote" (args: remote), "push.whichRemote" (args: branch, remotes).
Expected<PushTarget> pushTargetOf(const Repository& repository, const PushRequest& request);

/// Pushes one branch, never by force, as the user's git does: credential helpers and pre-push hooks run. Nothing can be
/// asked at a terminal. Blocks until git has ended; `progress` (may be empty) is called on the calling thread with
/// each line of it; `stop` ends git. Errors: those of pushTargetOf; args in brackets: "push.rejected" (branch, remote:
/// it has commits that the branch does not have), "push.refused" (remote, reason, what it said), "push.authentication"
/// (remote, what was said), "push.hook" (output of the pre-push hook), "push.unreachable" (remote, what was said),
/// "push.cancelled", "git.notFound", "git.failed" (command, reason).
Expected<PushResult> push(const Repository& repository, const PushRequest& request,
                          const std::function<void(const QString&)>& progress = {}, const std::stop_token& stop = {});

} // namespace meshdraft::git
