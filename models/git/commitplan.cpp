// SPDX-License-Identifier: Apache-2.0
#include "models/git/commitplan.h"

#include "models/git/worktree.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

std::unexpected<Error> refused(const char* code, std::vector<std::string> args = {})
{
    return std::unexpected(Error{code, std::move(args), {}});
}

const char* nameOf(Operation operation)
{
    switch (operation) {
    case Operation::Merge:
        return "merge";
    case Operation::Rebase:
        return "rebase";
    case Operation::ApplyMailbox:
        return "applyMailbox";
    case Operation::CherryPick:
        return "cherryPick";
    case Operation::Revert:
        return "revert";
    case Operation::Bisect:
        return "bisect";
    case Operation::None:
        break;
    }
    return "";
}

Expected<void> checkBranch(const Repository& repository, const CommitRequest& request, const Head& head)
{
    if (request.newBranch)
        return checkNewBranch(repository, request.branch);
    if (head.isDetached())
        return refused("commit.detached");
    if (request.branch != head.branch)
        return refused("commit.otherBranch", {request.branch.toStdString(), head.branch.toStdString()});
    return {};
}

/// A file outside of the sparse checkout is not in the work tree although the index has it: writing it there would hide
/// what the index has, unseen. Git's `add` refuses it too.
Expected<void> checkSparse(const Repository::State& state, const CommitPlan& plan)
{
    std::vector<std::string> arguments{"ls-files", "-z", "-t", "--full-name", "--"};
    arguments.insert(arguments.end(), plan.paths.begin(), plan.paths.end());
    const auto listed = state.read(std::move(arguments));
    if (!listed)
        return std::unexpected(listed.error());
    for (const std::string_view line : splitAtNul(*listed)) { // "<tag> <path>", S: skip the work tree
        const std::string path(line.substr(std::min<std::size_t>(2, line.size())));
        if (line.starts_with("S ") && !fileExists(state.workTree + '/' + path))
            return fileError("commit.sparse", path);
    }
    return {};
}

Expected<void> checkEntries(const Repository::State& state, const CommitPlan& plan, bool acceptStaged)
{
    std::vector<TreeEntry> committed;
    if (!plan.parent.empty()) {
        auto entries = treeEntries(state, plan.parent, plan.paths);
        if (!entries)
            return std::unexpected(entries.error());
        committed = std::move(*entries);
    }
    const auto staged = indexEntries(state, plan.paths);
    if (!staged)
        return std::unexpected(staged.error());
    for (const std::string& path : plan.paths) {
        const PathEntry before = entryOf(committed, path);
        if (before && before->first != "100644" && before->first != "100755")
            return fileError("file.symlink", path);
        const bool hasConflict = std::ranges::any_of(
            *staged, [&path](const TreeEntry& entry) { return entry.path == path && entry.stage != 0; });
        if (hasConflict || (entryOf(*staged, path) != before && !acceptStaged))
            return fileError("commit.staged", path);
    }
    return {};
}

} // namespace

std::optional<QString> collisionOf(const std::vector<QString>& branches, const QString& name)
{
    const auto collides = [&name](const QString& branch) {
        return branch == name || branch.startsWith(name + u'/') || name.startsWith(branch + u'/');
    };
    const auto found = std::ranges::find_if(branches, collides);
    return found == branches.end() ? std::nullopt : std::optional(*found);
}

Expected<void> checkNewBranch(const Repository& repository, const QString& branch)
{
    const std::string name = branch.toStdString();
    const auto valid = runGit({}, {{"check-ref-format", "refs/heads/" + name}, Access::Safe, {}, {}});
    if (!valid)
        return std::unexpected(valid.error());
    if (valid->exitCode != 0 || name.starts_with('-') || name == "HEAD")
        return refused("commit.badBranch", {name});
    const auto branches = repository.branches();
    if (!branches)
        return std::unexpected(branches.error());
    if (const auto other = collisionOf(*branches, branch))
        return refused("commit.branchExists", {other->toStdString()});
    // Another storage keeps HEAD where a private one cannot be made by hand.
    if (fileExists(repository.state().commonDirectory + "/reftable"))
        return refused("commit.refStorage", {"reftable"});
    return {};
}

Expected<void> checkIdentity(const Repository::State& state)
{
    for (const char* who : {"GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"}) {
        const auto ident = state.ask({"var", who});
        if (!ident)
            return std::unexpected(ident.error());
        if (ident->empty())
            return refused("commit.noIdentity");
    }
    return {};
}

Expected<void> checkOperation(const Repository& repository)
{
    const Operation operation = repository.operation();
    return operation == Operation::None ? Expected<void>() : refused("commit.operation", {nameOf(operation)});
}

Expected<void> checkLocks(const Repository::State& state, const std::string& reference)
{
    // Git would find these locks too, but only after the hooks.
    for (const std::string& lock :
         {state.gitDirectory + "/HEAD.lock", state.commonDirectory + '/' + reference + ".lock"}) {
        if (fileExists(lock))
            return refused("commit.locked", {lock});
    }
    return {};
}

bool fileExists(const std::string& path)
{
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0;
}

PathEntry entryOf(const std::vector<TreeEntry>& entries, const std::string& path)
{
    const auto found = std::ranges::find_if(
        entries, [&path](const TreeEntry& entry) { return entry.path == path && entry.stage == 0; });
    return found == entries.end() ? PathEntry() : std::pair(found->mode, found->object);
}

bool hasCommitHooks(const Repository::State& state)
{
    GitCall call{{"rev-parse", "--path-format=absolute", "--git-path", "hooks"}, Access::User, {}, {}};
    const auto directory = outputOfGit(state.directory(), call);
    if (!directory)
        return false;
    return std::ranges::any_of(std::initializer_list<const char*>{"pre-commit", "prepare-commit-msg", "commit-msg"},
                               [&](const char* hook) {
                                   const std::string path = withoutLineEnd(*directory).toStdString() + '/' + hook;
                                   return ::access(path.c_str(), X_OK) == 0;
                               });
}

Error commitError(const Repository::State& state, const ProcessResult& result)
{
    // Git leaves with 1 when a hook says no, with 128 when it fails itself.
    constexpr qsizetype longest = 65536;
    if (result.exitCode != 1 || !hasCommitHooks(state))
        return failureOf({{"commit"}, Access::User, {}, {}}, result);
    const QByteArray said = result.output + result.errors;
    return {
        "commit.hook", {std::to_string(result.exitCode), said.last(std::min(longest, said.size())).toStdString()}, {}};
}

void removeEmptyBranchDirectories(const Repository::State& state, const std::string& reference)
{
    // rmdir takes none that holds something.
    for (const std::string& top : {state.commonDirectory, state.commonDirectory + "/logs"}) {
        std::string directory = reference;
        for (std::size_t slash = 0; (slash = directory.rfind('/')) > std::string_view("refs/heads").size();) {
            directory.resize(slash);
            ::rmdir((top + '/' + directory).c_str());
        }
    }
}

Expected<CommitPlan> planCommit(const Repository& repository, const CommitRequest& request)
{
    const Repository::State& state = repository.state();
    if (const auto operation = checkOperation(repository); !operation)
        return std::unexpected(operation.error());
    if (request.message.trimmed().isEmpty())
        return refused("commit.emptyMessage");
    if (request.files.empty())
        return refused("commit.nothing");
    auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    CommitPlan plan{*head, head->commit.toStdString(), request.branch.toStdString(), {}, {}};
    plan.reference = "refs/heads/" + plan.branch;
    for (const CommitFile& file : request.files) {
        if (!isTreePath(file.path))
            return fileError("file.outside", file.path);
        plan.paths.push_back(file.path);
    }
    return checkBranch(repository, request, *head)
        .and_then([&] { return checkIdentity(state); })
        .and_then([&] { return checkLocks(state, plan.reference); })
        .and_then([&] { return checkSparse(state, plan); })
        .and_then([&] { return checkEntries(state, plan, request.acceptStaged); })
        .transform([&] { return plan; });
}

} // namespace meshdraft::git
