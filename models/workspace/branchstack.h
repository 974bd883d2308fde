// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/canaryplan.h"
#include "models/git/commitstack.h"
#include "models/workspace/findingdelta.h"
#include "models/workspace/snapshot.h"
#include "models/workspace/stackwords.h"

namespace meshdraft::workspace {

/// One pull request of a stack: what it changes against the branch below it.
struct StackedBranch {
    struct File {
        std::string path;
        std::shared_ptr<const std::string> before; ///< as the branch below has it; empty: new
        std::shared_ptr<const std::string> after; ///< empty: removed
        std::string mode = {}; ///< "100644", "100755"; empty: as it is
    };
    QString branch;
    QString message;
    QString name; ///< what the branch's name ends in: "add", "10"
    std::optional<std::size_t> step; ///< of the plan; nothing: what has to be there before the first one
    StackPlace place; ///< for the message
    changes::MeshChange change; ///< with tier and reasons
    mesh::MeshGraphPtr before; ///< what the change leads from and to
    mesh::MeshGraphPtr after;
    FindingDelta findings;
    std::vector<File> files;
};

/// Branches on top of each other.
struct BranchStack {
    QString head; ///< the commit that they stand on
    bool isOfRevisions = false; ///< made of commits: any commit may be below it, and files hold what Git keeps
    std::vector<StackedBranch> branches;
    std::vector<std::string> leftOut; ///< pending changes that are none of the plan's: "DestinationRule shop/cart"
};

/// True where the pending changes have an order, so that planStack makes more than one branch of them.
bool needsOrder(const Snapshot& snapshot);

/// True for a comparison that has an order and neither end of which is the working tree or the index: planReviewedStack
/// makes more than one branch of it.
bool canSplit(const Snapshot& comparison);

/// The pending changes as stacked branches in the order that changes::orderOf gives them: PREFIX-1-add with what others
/// come to need, PREFIX-2-use, PREFIX-3-remove with what nobody needs any more. A resource that others come to need and
/// that itself loses what others needed gains in its first step and loses in its last. Each branch holds only its step.
/// Errors: "edit.readOnly", "stack.predicted" (an edit is shown that is not written yet), "stack.noOrder", those of
/// upToPart and commitFiles.
Expected<BranchStack> planStack(const Snapshot& snapshot, const QString& prefix);

/// The same for what is reviewed: a comparison of two commits as branches on top of its base. The last one holds
/// whatever else differs (files of other kinds, modes), so that its tree is that of the comparison's head, byte by
/// byte. Errors: "stack.noCommits" (an end of the comparison is no commit), "stack.special" (args: path; a symlink or
/// submodule differs), "stack.noOrder", those of upToPart and of reading the commits.
Expected<BranchStack> planReviewedStack(const Snapshot& comparison, const QString& prefix);

/// A canary plan as stacked branches: PREFIX-1-subset with the subsets and Services that it needs, if any of them is
/// pending, then one branch a step, PREFIX-2-10 and so on with the target's share in percent. Pending changes of the
/// route's resource go into the first step, those of DestinationRules of its hosts before it; others stay out and
/// pending. In a rendered environment the weights go where they are decided, or into a patch of the environment; it
/// blocks for kubectl. Errors: as above, "edit.noRoute", "canary.empty", "canary.stale" (the destinations of the route
/// are not the plan's), "canary.sameStep" (args: number; it changes nothing against the one before), in a rendered
/// environment "canary.otherEnvironments" (args: number of the step, environments; they would change, too),
/// "canary.severalFiles" (args: number of the step, files), and the reasons of planSources.
Expected<BranchStack> planStack(const Snapshot& snapshot, const mesh::ElementRef& route,
                                const changes::CanaryPlan& plan, const QString& prefix,
                                const std::stop_token& stop = {});

/// Gives the branches other names; their messages are as they were planned.
void nameStack(BranchStack& stack, const QString& prefix);

/// Makes the branches, all or none; see git::commitStack.
Expected<std::vector<git::StackCommit>> writeStack(const Snapshot& snapshot, const BranchStack& stack);

/// "canary/reviews-v3", or with a number behind it where a branch would be in the way.
QString proposedPrefix(const Snapshot& snapshot, const mesh::ElementRef& route, const changes::CanaryPlan& plan);
/// The same for the pending changes: "mesh/virtualservice-reviews".
QString proposedPrefix(const Snapshot& snapshot);

/// The difference of one branch to the one below it.
std::string diffOf(const StackedBranch& branch);

/// What the pull request of one branch says: its place in the stack, then as summaryMarkdown.
QString pullRequestMarkdown(const BranchStack& stack, std::size_t branch);

} // namespace meshdraft::workspace
