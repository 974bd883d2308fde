// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/approval.h"
#include "models/changes/changeorder.h"
#include "models/changes/changewindow.h"
#include "models/changes/declaredtier.h"
#include "models/changes/process.h"
#include "models/changes/waves.h"
#include "models/changes/xdspush.h"
#include "models/git/history.h"
#include "models/traffic/requestcompare.h"
#include "models/workspace/findingdelta.h"
#include "models/workspace/judgement.h"

#include <stop_token>

namespace meshdraft::workspace {

/// What whoever reviews a change has to know of one environment.
struct Review {
    SnapshotPtr mesh; ///< the comparison: both graphs, and what differs
    changes::Tier tier = changes::Tier::None; ///< of the whole; high where the change decides itself what counts
    FindingDelta findings;
    std::size_t unchangedFindings = 0;
    std::vector<checks::SuppressedFinding> hiddenByHead; ///< the head keeps them back, the base does not: they count
    bool changesJudgement = false; ///< .meshdraft.yaml or the baseline differs, or the head hides something
    traffic::RequestComparison requests;
    changes::ProxyImpact impact; ///< points into mesh->change, as the next ones do
    changes::Landing landing;
    std::vector<changes::Approval> approvals;
    changes::Process process;
    changes::Permission permission; ///< whether it may go in at the time of the review
    changes::MeshChange back; ///< the way back to the base, with its own tier
    std::vector<git::HistoryEntry> commits; ///< the newest first; none where the head is no commit
    changes::DeclaredTier declared; ///< by the commits
    std::vector<Error> errors; ///< of `owners:` and `process:` in .meshdraft.yaml of the base

    const changes::MeshChange& change() const { return mesh->change; }
    /// The order in which it has to arrive; points into the change.
    std::vector<changes::OrderStep> order() const;
    /// True where there is something to look at: not where only the text is laid out differently.
    bool differs() const;
};

/// What differs between two revisions, in one environment or several.
struct RangeReview {
    QString base; ///< as it was asked for; the merge base's id for "A...B"
    QString head;
    std::vector<Review> environments;

    bool differs() const;
    /// The highest.
    changes::Tier tier() const;
};

/// Reviews a comparison (openComparison), as the process has it at this time. Runs on any thread; stopped: the requests
/// are not all asked.
Review reviewOf(const SnapshotPtr& comparison, const QDateTime& now, const std::stop_token& stop = {});

} // namespace meshdraft::workspace
