// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/review.h"

#include "models/changes/ownerpolicy.h"
#include "models/mesh/halves.h"
#include "models/workspace/codeownersof.h"
#include "models/workspace/effectivefacts.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr int mostCommits = 500;

/// The commits that the head has and the base does not; none for trees, the index and the working tree.
std::vector<git::HistoryEntry> commitsOf(const Snapshot& comparison)
{
    if (!comparison.repository || comparison.revision.isEmpty() || comparison.base->isEmpty())
        return {};
    auto commits = git::log(*comparison.repository,
                            {.head = comparison.revision, .exclude = *comparison.base, .limit = mostCommits});
    return commits ? std::move(*commits) : std::vector<git::HistoryEntry>();
}

void judgeProcess(Review& review, const std::vector<std::string>& ownerFiles, const QDateTime& now)
{
    const Snapshot& mesh = *review.mesh;
    const auto owners = changes::projectOwners(mesh.saved);
    const auto process = changes::projectProcess(mesh.saved);
    auto files = mesh.changedFiles();
    files.insert(files.end(), ownerFiles.begin(), ownerFiles.end());
    review.approvals = changes::approvalsOf(mesh.change, mesh.savedEffective->view(), mesh.effective->view(),
                                            codeOwnersOf(mesh, *mesh.base), owners.policy, files);
    review.process = process.process;
    review.permission = changes::allowedNow(process.process, review.tier, now);
    review.commits = commitsOf(mesh);
    std::vector<std::string> messages;
    messages.reserve(review.commits.size());
    for (const auto& commit : review.commits)
        messages.push_back(QString(commit.subject + u"\n\n"_s + commit.body).toStdString());
    review.declared = changes::declaredTier(messages, {}, review.tier);
}

} // namespace

std::vector<changes::OrderStep> Review::order() const
{
    return changes::orderOf(change(), *mesh->savedGraph, *mesh->graph);
}

bool Review::differs() const
{
    const bool hasFields = std::ranges::any_of(change().resources, [](const changes::ResourceChange& one) {
        return one.operation != changes::Operation::Modified || !one.fields.empty();
    });
    return changesJudgement || hasFields || !requests.changes.empty() || !findings.introduced.empty()
        || !findings.mended.empty();
}

bool RangeReview::differs() const
{
    return hasNewlyBroken() || std::ranges::any_of(environments, &Review::differs);
}

bool RangeReview::hasNewlyBroken() const
{
    return !std::ranges::all_of(broken, &BrokenEnvironment::isOnBothSides);
}

changes::Tier RangeReview::tier() const
{
    auto highest = hasNewlyBroken() ? changes::Tier::High : changes::Tier::None;
    for (const Review& one : environments)
        highest = std::max(highest, one.tier);
    return highest;
}

Review reviewOf(const SnapshotPtr& comparison, const QDateTime& now, const std::stop_token& stop)
{
    Review review;
    review.mesh = comparison;
    // The requests take as long as all the rest together.
    std::jthread asking;
    if (comparison->graph != comparison->savedGraph) {
        asking = std::jthread([&review, &comparison, &stop] {
            mesh::beside(
                comparison->graph->slotCount(), [&] { comparison->savedEffective->evaluator(); },
                [&] { comparison->effective->evaluator(); });
            review.requests = traffic::changedRequests(comparison->savedEffective->evaluator(),
                                                       comparison->effective->evaluator(), stop);
        });
    }
    auto judgement = judge(*comparison);
    review.findings = compareFindings(comparison->savedFindings, judgement.findings);
    review.unchangedFindings = judgement.findings.size() - review.findings.introduced.size();
    // the gravest first, as everything in a review
    for (auto* list : {&review.findings.introduced, &review.findings.mended})
        std::ranges::stable_sort(*list, {}, &checks::Finding::severity);
    review.hiddenByHead = std::move(judgement.hiddenByHead);
    review.changesJudgement = judgement.isChanged;
    // who decides what counts can let everything pass
    review.tier = review.changesJudgement ? changes::Tier::High : comparison->change.tier;
    const auto& base = *comparison->savedGraph;
    const auto& head = *comparison->graph;
    if (comparison->graph != comparison->savedGraph) {
        review.impact = changes::proxyImpactOf(comparison->change, comparison->savedEffective->view(),
                                               comparison->effective->view());
        review.landing = changes::landingOf(comparison->change, base, head);
        review.back = changes::compareGraphs(head, base);
        comparison->risk.policy->classify(review.back, head, base);
    }
    judgeProcess(review, judgement.owners, now);
    if (asking.joinable())
        asking.join();
    return review;
}

} // namespace meshdraft::workspace
