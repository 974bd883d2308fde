// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

#include <stop_token>

namespace meshdraft::git {

/// The newest commit of a pull or merge request, as it was fetched.
struct FetchedRequest {
    QString reference; ///< of our own, "refs/meshdraft/requests/7": a revision like any other
    QString remote;
};

/// Fetches a request by its number, when the user asks for it and never otherwise: GitHub's and Gitea's
/// refs/pull/N/head, GitLab's refs/merge-requests/N/head. As the user's git does, credential helpers run; nothing can
/// be asked at a terminal. Writes objects and that one reference: no branch, tag or FETCH_HEAD changes. An empty remote
/// is "upstream", "origin" or the only one. Blocks; `stop` ends git. Errors: "push.noRemote", "push.unknownRemote"
/// (args: remote), "fetch.whichRemote" (remotes), "fetch.noRequest" (number, remote), "fetch.unreachable" (remote, what
/// was said), "fetch.cancelled", "git.notFound".
Expected<FetchedRequest> fetchRequest(const Repository& repository, int number, const QString& remote = {},
                                      const std::stop_token& stop = {});

} // namespace meshdraft::git
