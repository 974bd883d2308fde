// SPDX-License-Identifier: Apache-2.0
// What a planned rollback does, and its branch.
#include "models/git/treewriter.h"
#include "models/workspace/comparison.h"
#include "models/workspace/rollbackplan.h"

#include <algorithm>

namespace meshdraft::workspace {

Expected<QString> treeOf(const git::Repository& repository, const RollbackPlan& plan)
{
    std::vector<git::TreeFile> files;
    for (const auto& file : plan.files)
        files.push_back({file.path, file.after.value_or(QByteArray()), file.mode, !file.after});
    return git::writeTree(repository, plan.head, files);
}

Expected<QByteArray> diffOf(const git::Repository& repository, const RollbackPlan& plan)
{
    return treeOf(repository, plan).and_then([&](const QString& tree) {
        return git::patchBetween(repository, plan.head, tree);
    });
}

Expected<Review> judgeRollback(const git::Repository& repository, const RollbackPlan& plan,
                               const std::string& environment, const std::shared_ptr<ParseCache>& cache,
                               const std::stop_token& stop)
{
    const auto tree = treeOf(repository, plan);
    if (!tree)
        return std::unexpected(tree.error());
    const auto directory = repository.isBare() ? repository.gitDirectory() : repository.workTree();
    return openComparison(directory, {.base = plan.head, .head = *tree}, environment, {}, stop, cache)
        .transform(
            [&](const SnapshotPtr& comparison) { return reviewOf(comparison, QDateTime::currentDateTime(), stop); });
}

Expected<git::StackCommit> writeRollback(const git::Repository& repository, const RollbackPlan& plan,
                                         const QString& branch, const QString& message)
{
    const auto undecided = std::ranges::count_if(plan.conflicts, [](const auto& each) { return !each.isDecided(); });
    if (undecided > 0)
        return std::unexpected(Error{.code = "rollback.undecided", .args = {std::to_string(undecided)}, .where = {}});
    git::StackBranch made{branch, message, {}};
    for (const auto& file : plan.files) {
        made.files.push_back({.path = file.path,
                              .content = file.after.value_or(QByteArray()),
                              .isRemoved = !file.after,
                              .isStored = true,
                              .mode = file.mode});
    }
    return git::commitStack(repository, plan.head, {made}).transform([](const auto& commits) {
        return commits.front();
    });
}

} // namespace meshdraft::workspace
