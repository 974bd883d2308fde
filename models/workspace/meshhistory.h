// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/riskpolicy.h"
#include "models/git/history.h"
#include "models/workspace/parsecache.h"

#include <functional>
#include <stop_token>

namespace meshdraft::workspace {

/// What a history of meaning is about: a resource (kind and name), a host, or everything.
struct HistorySubject {
    std::string kind; ///< "VirtualService"
    std::string ns; ///< empty: any; also that in which a host without dots is meant
    std::string name;
    /// As requests name it: "reviews", "reviews.shop", "api.example.com": VirtualServices, Gateway API routes,
    /// DestinationRules, ServiceEntries and Services that name it.
    std::string host;
    /// Files and directories of the repository; empty: all. Of a resource those in which it stands at the newest
    /// commit, where they are known already (else they are looked for).
    std::vector<std::string> paths;

    bool isResource() const { return !kind.empty(); }
};

/// A commit that changes what the subject means.
struct MeaningfulCommit {
    git::HistoryEntry commit;
    /// Of the subject, without what only changed its layout or its place; with tier and reasons, as far as the files
    /// that the commit touched tell them.
    changes::MeshChange change;
};

struct MeshHistoryOptions {
    QString revision = QStringLiteral("HEAD"); ///< where it begins
    int limit = 0; ///< commits with a meaning; 0: all
    std::shared_ptr<const changes::RiskPolicy> policy; ///< null: the built-in one
};

struct MeshHistoryEnd {
    int looked = 0; ///< commits that touched the files
    bool isComplete = true; ///< false: the limit or `found` ended it
};

/// Gives the commits that change the meaning of a subject to `found`, the newest first, until it answers false. A
/// resource is followed through renames of its file and moves to another file. Merges are left out: what they bring is
/// in the commits that they merge.
///
/// One `git log` runs beside it (one more after a move); of each commit only the files that it touched are read, equal
/// blobs once. Runs on the calling thread. Errors: "open.cancelled" (`stop`), "history.noSuchResource" (args: kind,
/// name; in no commit), those of git::eachCommit.
Expected<MeshHistoryEnd> historyOfMeaning(const git::Repository& repository, const HistorySubject& subject,
                                          const MeshHistoryOptions& options, ParseCache& cache,
                                          const std::function<bool(MeaningfulCommit)>& found,
                                          const std::stop_token& stop = {});

} // namespace meshdraft::workspace
