// SPDX-License-Identifier: Apache-2.0
#include "models/git/commitstack.h"

#include "models/git/commitplan.h"
#include "models/git/privategit.h"
#include "models/git/worktree.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

namespace meshdraft::git {

namespace {

std::unexpected<Error> refused(const char* code, std::vector<std::string> args = {})
{
    return std::unexpected(Error{code, std::move(args), {}});
}

/// One stack, branch by branch; undo() takes the branches away again.
class Stacking {
public:
    Stacking(const Repository& repository, const QString& base, const std::vector<StackBranch>& branches, StackOn on)
        : m_repository(repository)
        , m_state(repository.state())
        , m_base(base)
        , m_branches(branches)
        , m_on(on)
    {
    }

    Expected<std::vector<StackCommit>> run();
    void undo();

private:
    Expected<void> check();
    Expected<void> checkOut();
    Expected<void> make(const StackBranch& branch);
    Expected<std::string> stage(const StackBranch& branch);
    Expected<void> write(const StackBranch::File& file) const;
    Expected<std::string> commit(const StackBranch& branch, const std::string& reference);
    Expected<std::vector<std::string>> changedPaths(const std::string& tree, const std::string& commit) const;
    std::string tree() const { return m_git->directory() + "/tree"; }

    const Repository& m_repository;
    const Repository::State& m_state;
    const QString& m_base;
    const std::vector<StackBranch>& m_branches;
    StackOn m_on;
    std::unique_ptr<PrivateGit> m_git;
    std::string m_parent;
    std::vector<std::pair<std::string, std::string>> m_made; ///< reference, and what it stands on
    std::vector<StackCommit> m_commits;
};

Expected<std::vector<StackCommit>> Stacking::run()
{
    auto ready = check().and_then([this] { return checkOut(); });
    for (const StackBranch& branch : m_branches)
        ready = ready.and_then([&] { return make(branch); });
    return ready.transform([this] { return std::move(m_commits); });
}

Expected<void> Stacking::check()
{
    if (m_repository.isBare())
        return refused("commit.bare");
    if (m_branches.empty())
        return refused("stack.empty");
    if (const auto operation = checkOperation(m_repository); !operation)
        return operation;
    std::vector<QString> names;
    for (const StackBranch& branch : m_branches) {
        if (branch.message.trimmed().isEmpty())
            return refused("commit.emptyMessage");
        if (const auto free = checkNewBranch(m_repository, branch.branch); !free)
            return free;
        if (const auto other = collisionOf(names, branch.branch))
            return refused("commit.branchExists", {other->toStdString()});
        names.push_back(branch.branch);
        const std::string reference = "refs/heads/" + branch.branch.toStdString();
        if (const auto locks = checkLocks(m_state, reference); !locks)
            return locks;
        for (const StackBranch::File& file : branch.files) {
            if (!isTreePath(file.path))
                return fileError("file.outside", file.path);
        }
    }
    if (const auto identity = checkIdentity(m_state); !identity)
        return identity;
    auto git = PrivateGit::open(m_state);
    if (!git)
        return std::unexpected(git.error());
    m_git = std::move(*git);
    if (m_on == StackOn::AnyCommit) {
        const auto base = m_repository.resolve(m_base);
        if (!base)
            return std::unexpected(base.error());
        m_parent = base->toStdString();
        return {};
    }
    // Under the lock, so that HEAD stays where it is.
    const auto head = m_repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->commit.isEmpty())
        return refused("stack.unborn");
    if (head->commit != m_base)
        return refused("stack.moved", {m_base.toStdString(), head->commit.toStdString()});
    m_parent = head->commit.toStdString();
    return {};
}

Expected<void> Stacking::checkOut()
{
    std::error_code problem;
    std::filesystem::create_directory(tree(), problem);
    if (problem)
        return refused("git.failed", {tree(), problem.message()});
    if (const auto read = m_git->readTree(m_parent); !read)
        return read;
    // Only hooks look at files.
    if (!hasCommitHooks(m_state))
        return {};
    const GitCall checkout{
        {"-c", "core.splitIndex=false", "checkout-index", "-a", "-f", "-u", "-q"},
        Access::User,
        {},
        {"GIT_DIR=" + m_state.gitDirectory, "GIT_WORK_TREE=" + tree(), "GIT_INDEX_FILE=" + m_git->commitIndex()}};
    return outputOfGit(tree(), checkout).transform([](const auto&) { });
}

Expected<void> Stacking::write(const StackBranch::File& file) const
{
    const auto failed = [&](int reason) {
        return fileError("file.unwritable", file.path, std::generic_category().message(reason));
    };
    std::string directory = tree();
    for (std::size_t begin = 0, slash = 0; (slash = file.path.find('/', begin)) != std::string::npos;
         begin = slash + 1) {
        directory += '/' + file.path.substr(begin, slash - begin);
        struct stat status{};
        if (::lstat(directory.c_str(), &status) == 0 && !S_ISDIR(status.st_mode))
            return fileError("file.symlink", file.path);
        if (::mkdir(directory.c_str(), 0777) != 0 && errno != EEXIST)
            return failed(errno);
    }
    const std::string path = tree() + '/' + file.path;
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(file.content.constData(), file.content.size());
    stream.close();
    return stream ? Expected<void>() : failed(errno);
}

Expected<std::string> Stacking::stage(const StackBranch& branch)
{
    std::vector<std::string> paths;
    paths.reserve(branch.files.size());
    for (const StackBranch::File& file : branch.files)
        paths.push_back(file.path);
    const auto known = indexEntries(m_state, paths, m_git->commitIndex());
    if (!known)
        return std::unexpected(known.error());
    std::vector<std::pair<std::string, PathEntry>> entries;
    for (const StackBranch::File& file : branch.files) {
        const PathEntry before = entryOf(*known, file.path);
        if (before && before->first != "100644" && before->first != "100755")
            return fileError("file.symlink", file.path);
        if (file.isRemoved) {
            // for the hooks; where there are none it is not there
            (void)::unlink((tree() + '/' + file.path).c_str());
            entries.emplace_back(file.path, std::nullopt);
            continue;
        }
        if (const auto written = write(file); !written)
            return std::unexpected(written.error());
        const std::string_view content(file.content.constData(), static_cast<std::size_t>(file.content.size()));
        const std::string how = file.isStored ? "--no-filters" : "--path=" + file.path;
        const auto blob =
            outputOfGit(m_state.directory(), {{"hash-object", "-w", how, "--stdin"}, Access::User, content, {}});
        if (!blob)
            return std::unexpected(blob.error());
        const std::string kept = before ? before->first : "100644";
        entries.emplace_back(file.path,
                             std::pair(file.mode.empty() ? kept : file.mode, withoutLineEnd(*blob).toStdString()));
    }
    return m_git->putEntries(m_git->commitIndex(), entries).and_then([this] { return m_git->writeTree(); });
}

Expected<void> Stacking::make(const StackBranch& branch)
{
    const auto staged = stage(branch);
    if (!staged)
        return std::unexpected(staged.error());
    const auto before = m_state.ask({"rev-parse", m_parent + "^{tree}"});
    if (!before)
        return std::unexpected(before.error());
    const auto isNothing = [&](const std::string& tree) { return tree == *before; };
    if (isNothing(*staged))
        return refused("stack.nothing", {branch.branch.toStdString()});
    const std::string reference = "refs/heads/" + branch.branch.toStdString();
    const auto created = outputOfGit(
        m_state.directory(),
        {{"update-ref", "-m", "branch: Created from " + m_parent, reference, m_parent, ""}, Access::User, {}, {}});
    if (!created)
        return std::unexpected(created.error());
    m_made.emplace_back(reference, m_parent);
    const auto made = commit(branch, reference);
    if (!made)
        return std::unexpected(made.error());
    // A hook that takes everything out again leaves an empty commit, which nobody asked for.
    const auto after = m_state.ask({"rev-parse", *made + "^{tree}"});
    if (after && isNothing(*after))
        return refused("stack.nothing", {branch.branch.toStdString()});
    const auto changed = changedPaths(*staged, *made);
    if (!changed)
        return std::unexpected(changed.error());
    m_commits.push_back({branch.branch, QString::fromStdString(*made), *changed});
    m_parent = *made;
    return {};
}

Expected<std::string> Stacking::commit(const StackBranch& branch, const std::string& reference)
{
    const auto environment = m_git->environmentOnBranch(reference, tree());
    if (!environment)
        return std::unexpected(environment.error());
    const std::string message = m_git->directory() + "/message";
    std::ofstream(message, std::ios::binary | std::ios::trunc) << branch.message.toStdString();
    const auto result =
        runGit(tree(),
               {{"-c", "i18n.commitEncoding=UTF-8", "commit", "-q", "--cleanup=whitespace", "-F", message},
                Access::User,
                {},
                *environment});
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode != 0)
        return std::unexpected(commitError(m_state, *result));
    return m_state.ask({"rev-parse", "--verify", reference + "^{commit}"});
}

Expected<std::vector<std::string>> Stacking::changedPaths(const std::string& tree, const std::string& commit) const
{
    const auto output = m_state.read({"diff-tree", "-r", "-z", "--no-renames", "--name-only", tree, commit});
    if (!output)
        return std::unexpected(output.error());
    std::vector<std::string> paths;
    for (const std::string_view path : splitAtNul(*output))
        paths.emplace_back(path);
    return paths;
}

void Stacking::undo()
{
    // From the last one on: each step can only fail where the disk does.
    std::ranges::reverse(m_made);
    for (const auto& [reference, parent] : m_made) {
        (void)outputOfGit(m_state.directory(), {{"update-ref", "-d", reference}, Access::Safe, {}, {}});
        removeEmptyBranchDirectories(m_state, reference);
    }
}

} // namespace

Expected<std::vector<StackCommit>> commitStack(const Repository& repository, const QString& base,
                                               const std::vector<StackBranch>& branches, StackOn on)
{
    Stacking stacking(repository, base, branches, on);
    auto result = stacking.run();
    if (!result)
        stacking.undo();
    return result;
}

} // namespace meshdraft::git
