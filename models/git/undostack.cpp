// SPDX-License-Identifier: Apache-2.0
#include "models/git/commitplan.h"
#include "models/git/commitstack.h"
#include "models/git/history.h"

#include <algorithm>

namespace meshdraft::git {

namespace {

std::unexpected<Error> refused(const char* code, std::vector<std::string> args)
{
    return std::unexpected(Error{code, std::move(args), {}});
}

Expected<void> checkBranch(const Repository::State& state, const StackCommit& commit, const std::string& reference)
{
    const std::string branch = commit.branch.toStdString();
    if (const auto locks = checkLocks(state, reference); !locks)
        return locks;
    const auto tip = state.ask({"rev-parse", "-q", "--verify", reference});
    if (!tip)
        return std::unexpected(tip.error());
    if (*tip != commit.commit.toStdString())
        return refused("undo.moved", {branch});
    const auto remote =
        state.read({"for-each-ref", "--count=1", "--format=%(refname:short)", "--contains=" + *tip, "refs/remotes/"});
    if (!remote)
        return std::unexpected(remote.error());
    return remote->isEmpty() ? Expected<void>() : refused("undo.pushed", {withoutLineEnd(*remote).toStdString()});
}

} // namespace

Expected<void> undoStack(const Repository& repository, const std::vector<StackCommit>& commits)
{
    const Repository::State& state = repository.state();
    const auto trees = workTrees(repository);
    if (!trees)
        return std::unexpected(trees.error());
    std::string deletions;
    for (const StackCommit& commit : commits) {
        const std::string reference = "refs/heads/" + commit.branch.toStdString();
        if (const auto checked = checkBranch(state, commit, reference); !checked)
            return checked;
        const auto holder = std::ranges::find(*trees, commit.branch, &LinkedWorkTree::branch);
        if (holder != trees->end())
            return refused("stack.checkedOut", {commit.branch.toStdString(), holder->path});
        deletions += "delete " + reference + ' ' + commit.commit.toStdString() + '\n';
    }
    // One transaction: git deletes all of them, or none where somebody else was quicker.
    const auto deleted = outputOfGit(state.directory(), {{"update-ref", "--stdin"}, Access::Safe, deletions, {}});
    if (!deleted)
        return std::unexpected(deleted.error());
    for (const StackCommit& commit : commits)
        removeEmptyBranchDirectories(state, "refs/heads/" + commit.branch.toStdString());
    return {};
}

} // namespace meshdraft::git
