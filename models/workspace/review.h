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
    bool changesJudgement = false; ///< .meshdraft.yaml, the baseline or CODEOWNERS differs, or the head hides something
    traffic::RequestComparison requests;
    changes::ProxyImpact impact; ///< points into mesh->change, as the next ones do
    changes::Landing landing;
    std::vector<changes::Approval> approvals;
    changes::Process process;
    changes::Permission permission; ///< whether it may go in at the time of the review
    changes::MeshChange back; ///< the way back to the base, with its own tier
    std::vector<git::HistoryEntry> commits; ///< the newest first; none where the head is no commit
    changes::DeclaredTier declared; ///< by the commits

    const changes::MeshChange& change() const { return mesh->change; }
    /// The order in which it has to arrive; points into the change.
    std::vector<changes::OrderStep> order() const;
    /// True where there is something to look at: not where only the text is laid out differently.
    bool differs() const;
};

/// An environment that cannot be compared, though it is asked for: one side of it does not render, for example.
struct BrokenEnvironment {
    std::string name;
    Error error;
    bool isOnBothSides = false; ///< neither side can be shown: the change is not to blame

    changes::Tier tier() const { return isOnBothSides ? changes::Tier::None : changes::Tier::High; }
};

/// What differs between two revisions, in one environment or several.
struct RangeReview {
    QString base; ///< as it was asked for; the merge base's id for "A...B"
    QString head;
    std::vector<Review> environments;
    /// Nobody knows what becomes of them: they differ, and their risk is high, but for those that were broken before.
    std::vector<BrokenEnvironment> broken = {};

    bool differs() const;
    bool hasNewlyBroken() const;
    /// True where it has to say which environment it speaks of.
    bool isOfSeveral() const { return environments.size() + broken.size() > 1; }
    /// The highest.
    changes::Tier tier() const;
};

/// Reviews a comparison (openComparison), as the process has it at this time. Runs on any thread; stopped: the requests
/// are not all asked.
Review reviewOf(const SnapshotPtr& comparison, const QDateTime& now, const std::stop_token& stop = {});

} // namespace meshdraft::workspace
