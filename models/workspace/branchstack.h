// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/canaryplan.h"
#include "models/git/commitstack.h"
#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// One pull request of a plan: what it changes against the branch below it.
struct StackedBranch {
    struct File {
        std::string path;
        std::shared_ptr<const std::string> before; ///< as the branch below has it; empty: new
        std::shared_ptr<const std::string> after;
    };
    QString branch;
    QString message;
    std::optional<std::size_t> step; ///< of the plan; nothing: what has to be there before the first one
    changes::MeshChange change; ///< with tier and reasons
    std::vector<File> files;
};

/// Branches on top of each other, the first one on HEAD.
struct BranchStack {
    QString head; ///< the commit that they stand on
    std::vector<StackedBranch> branches;
    std::vector<std::string> leftOut; ///< pending changes that are none of the plan's: "DestinationRule shop/cart"
};

/// A plan as stacked branches: PREFIX-1-subset with the subsets that it needs, if any of them is pending, then one
/// branch a step, PREFIX-2-10 and so on with the target's share in percent. Pending changes of the route's resource go
/// into the first step, those of DestinationRules of its hosts before it; others stay out and pending.
/// Errors: "edit.noRoute", "edit.readOnly", "canary.rendered" (args: environment), "canary.empty", "canary.stale" (the
/// destinations of the route are not the plan's), "canary.sameStep" (args: number; it changes nothing against the one
/// before), "canary.otherFiles" (args: name; another pending change makes, moves or removes a resource),
/// those of withEdit, revertEdit and commitFiles.
Expected<BranchStack> planStack(const Snapshot& snapshot, const mesh::ElementRef& route,
                                const changes::CanaryPlan& plan, const QString& prefix);

/// Makes the branches, all or none; see git::commitStack.
Expected<std::vector<git::StackCommit>> writeStack(const Snapshot& snapshot, const BranchStack& stack);

/// "canary/reviews-v3", or with a number behind it where a branch would be in the way.
QString proposedPrefix(const Snapshot& snapshot, const mesh::ElementRef& route, const changes::CanaryPlan& plan);

/// The difference of one branch to the one below it.
std::string diffOf(const StackedBranch& branch);

} // namespace meshdraft::workspace
