// SPDX-License-Identifier: Apache-2.0
#include "models/git/commit.h"

#include "models/git/commitplan.h"
#include "models/git/filetransaction.h"
#include "models/git/privategit.h"
#include "models/git/undocommit.h"
#include "models/git/worktree.h"

#include <QByteArrayList>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

namespace meshdraft::git {

namespace {

using Entries = std::vector<std::pair<std::string, PathEntry>>;

const QByteArray& workContentOf(const CommitFile& file)
{
    return file.workContent ? *file.workContent : file.content;
}

/// Makes ready what becomes of a file of the work tree.
Expected<void> stage(FileTransaction& files, const CommitFile& file)
{
    return file.isRemoved ? files.stageRemoval(file.path, file.expected)
                          : files.stage(file.path, file.expected, workContentOf(file));
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Messages that the user has prepared (`git merge --squash`): `git commit` removes them although they are not of this
/// commit.
class PreparedMessages {
public:
    PreparedMessages(const std::string& gitDirectory, const std::string& privateDirectory)
    {
        for (const char* name : {"SQUASH_MSG", "MERGE_MSG"}) {
            const std::string message = gitDirectory + '/' + name;
            const std::string aside = privateDirectory + '/' + name;
            if (::link(message.c_str(), aside.c_str()) == 0)
                m_messages.emplace_back(aside, message);
        }
    }
    ~PreparedMessages()
    {
        for (const auto& [aside, message] : m_messages)
            ::rename(aside.c_str(), message.c_str());
    }
    PreparedMessages(const PreparedMessages&) = delete;
    PreparedMessages& operator=(const PreparedMessages&) = delete;

private:
    std::vector<std::pair<std::string, std::string>> m_messages;
};

/// A path that differs between two trees.
struct TreeChange {
    std::string path;
    PathEntry before;
    PathEntry after;
};

PathEntry entryFrom(std::string_view mode, std::string_view object)
{
    return mode == "000000" ? PathEntry() : std::pair(std::string(mode), std::string(object));
}

/// ":<mode> <mode> <object> <object> <status>" NUL path NUL, as of `diff-tree -z`.
std::vector<TreeChange> parseChanges(const QByteArray& output)
{
    std::vector<TreeChange> changes;
    const auto parts = splitAtNul(output);
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        const QByteArrayList fields = QByteArray(parts[i].data(), static_cast<qsizetype>(parts[i].size())).split(' ');
        if (fields.size() >= 5)
            changes.push_back({std::string(parts[i + 1]), entryFrom(viewOf(fields[0]).substr(1), viewOf(fields[2])),
                               entryFrom(viewOf(fields[1]), viewOf(fields[3]))});
    }
    return changes;
}

/// One commit, step by step; undo() takes every step back.
class Committing {
public:
    Committing(const Repository& repository, const CommitRequest& request)
        : m_repository(repository)
        , m_request(request)
        , m_state(repository.state())
        , m_files(m_state.workTree)
        , m_hookFiles(m_state.workTree)
    {
    }

    Expected<CommitResult> run();
    /// Takes everything back.
    void undo();
    /// What was kept of others: see FileTransaction::takeNotes.
    std::vector<Error> takeNotes();

private:
    Expected<void> prepare();
    Expected<void> buildIndex();
    Expected<void> readEntries();
    Expected<PathEntry> stagedEntry(const CommitFile& file);
    Expected<void> writeFiles();
    Expected<void> makeBranch();
    Expected<void> runCommit();
    Expected<void> followHooks();
    Expected<void> takeHookContent(const CommitFile& file, const PathEntry& committed);
    Expected<void> publish();
    CommitResult result() const;
    void undoReferences();

    Expected<QByteArray> call(std::vector<std::string> arguments, Access access, std::string_view input = {}) const;

    const Repository& m_repository;
    const CommitRequest& m_request;
    const Repository::State& m_state;
    CommitPlan m_plan;
    std::unique_ptr<PrivateGit> m_git;
    FileTransaction m_files;
    FileTransaction m_hookFiles;
    std::vector<std::string> m_environment; ///< of `git commit`
    std::vector<TreeEntry> m_parentEntries;
    std::vector<TreeEntry> m_indexEntries;
    Entries m_nextEntries; ///< for the repository's index
    Entries m_oldEntries; ///< what it has for them now
    std::vector<bool> m_existed; ///< which of the files did
    std::vector<std::string> m_hookPaths; ///< that a hook added to the commit
    std::string m_parentTree;
    std::string m_tree;
    std::string m_commit;
    std::string m_oldReference; ///< of HEAD; empty when detached
    bool m_branchMade = false;
    bool m_isCommitting = false;
    bool m_headMoved = false;
};

Expected<QByteArray> Committing::call(std::vector<std::string> arguments, Access access, std::string_view input) const
{
    return outputOfGit(m_state.directory(), {std::move(arguments), access, input, {}});
}

Expected<CommitResult> Committing::run()
{
    return prepare()
        .and_then([this] { return buildIndex(); })
        .and_then([this] { return writeFiles(); })
        .and_then([this] { return makeBranch(); })
        .and_then([this] { return runCommit(); })
        .and_then([this] { return followHooks(); })
        .and_then([this] { return publish(); })
        .transform([this] { return result(); });
}

Expected<void> Committing::prepare()
{
    auto git = PrivateGit::open(m_state);
    if (!git)
        return std::unexpected(git.error());
    m_git = std::move(*git);
    auto plan = planCommit(m_repository, m_request);
    if (!plan)
        return std::unexpected(plan.error());
    m_plan = std::move(*plan);
    for (const CommitFile& file : m_request.files) {
        m_existed.push_back(fileExists(m_state.workTree + '/' + file.path));
        if (const auto staged = stage(m_files, file); !staged)
            return staged;
    }
    auto reference = m_state.ask({"symbolic-ref", "-q", "HEAD"});
    if (!reference)
        return std::unexpected(reference.error());
    m_oldReference = std::move(*reference);
    return readEntries();
}

Expected<void> Committing::readEntries()
{
    if (!m_plan.parent.empty()) {
        auto entries = treeEntries(m_state, m_plan.parent, m_plan.paths);
        if (!entries)
            return std::unexpected(entries.error());
        m_parentEntries = std::move(*entries);
    }
    auto entries = indexEntries(m_state, m_plan.paths);
    if (!entries)
        return std::unexpected(entries.error());
    m_indexEntries = std::move(*entries);
    return {};
}

Expected<PathEntry> Committing::stagedEntry(const CommitFile& file)
{
    if (file.isRemoved)
        return PathEntry();
    // With the path, so that line ends and filters are as the repository's attributes say.
    const auto blob = call({"hash-object", "-w", "--path=" + file.path, "--stdin"}, Access::User, viewOf(file.content));
    if (!blob)
        return std::unexpected(blob.error());
    PathEntry known = entryOf(m_parentEntries, file.path);
    if (!known)
        known = entryOf(m_indexEntries, file.path);
    struct stat status{};
    const bool isExecutable =
        ::lstat((m_state.workTree + '/' + file.path).c_str(), &status) == 0 && (status.st_mode & S_IXUSR) != 0;
    const std::string mode = known ? known->first : isExecutable ? "100755" : "100644";
    return std::pair(mode, withoutLineEnd(*blob).toStdString());
}

Expected<void> Committing::buildIndex()
{
    Entries staged;
    for (const CommitFile& file : m_request.files) {
        const auto entry = stagedEntry(file);
        if (!entry)
            return std::unexpected(entry.error());
        staged.emplace_back(file.path, *entry);
        const auto old = entryOf(m_indexEntries, file.path);
        if (old == entryOf(m_parentEntries, file.path)) {
            m_nextEntries.emplace_back(file.path, *entry);
            m_oldEntries.emplace_back(file.path, old);
        }
    }
    const auto built =
        m_git->readTree(m_plan.parent).and_then([&] { return m_git->putEntries(m_git->commitIndex(), staged); });
    if (!built)
        return built;
    const auto tree = m_git->writeTree();
    if (!tree)
        return std::unexpected(tree.error());
    m_tree = *tree;
    if (m_plan.parent.empty())
        return {};
    auto before = m_state.ask({"rev-parse", m_plan.parent + "^{tree}"});
    if (!before)
        return std::unexpected(before.error());
    m_parentTree = std::move(*before);
    return m_parentTree == m_tree ? Expected<void>(std::unexpected(Error{"commit.nothing", {}, {}})) : Expected<void>();
}

Expected<void> Committing::writeFiles()
{
    // Before the hooks run: a hook that formats and adds the file reads it from the work tree.
    if (const auto swapped = m_files.swapIn(); !swapped)
        return swapped;
    m_files.moveOldFilesTo(m_git->directory());
    // Already now, so that a full disk is found before there is a commit.
    return m_git->makeNextIndex(m_nextEntries);
}

Expected<void> Committing::makeBranch()
{
    if (!m_request.newBranch) {
        m_environment = {"GIT_INDEX_FILE=" + m_git->commitIndex()};
        return {};
    }
    auto environment = m_git->environmentOnBranch(m_plan.reference);
    if (!environment)
        return std::unexpected(environment.error());
    m_environment = std::move(*environment);
    if (m_plan.parent.empty())
        return {};
    const std::string from = m_plan.head.isDetached() ? m_plan.parent : m_plan.head.branch.toStdString();
    const auto made =
        call({"update-ref", "-m", "branch: Created from " + from, m_plan.reference, m_plan.parent, ""}, Access::User);
    if (!made)
        return std::unexpected(made.error());
    m_branchMade = true;
    return {};
}

Expected<void> Committing::runCommit()
{
    const std::string message = m_git->directory() + "/message";
    std::ofstream(message, std::ios::binary) << m_request.message.toStdString();
    // Whitespace only: a line that starts with '#' is part of what the user wrote.
    const GitCall commit{{"-c", "i18n.commitEncoding=UTF-8", "commit", "-q", "--cleanup=whitespace", "-F", message},
                         Access::User,
                         {},
                         m_environment};
    m_isCommitting = true;
    const auto result = [&] {
        const PreparedMessages kept(m_state.gitDirectory, m_git->directory());
        return runGit(m_state.directory(), commit);
    }();
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode != 0)
        return std::unexpected(commitError(m_state, *result));
    const auto made =
        outputOfGit(m_state.directory(), {{"rev-parse", "--verify", "HEAD^{commit}"}, Access::Safe, {}, m_environment});
    if (!made)
        return std::unexpected(made.error());
    m_commit = withoutLineEnd(*made).toStdString();
    return {};
}

Expected<void> Committing::followHooks()
{
    const auto tree = m_state.ask({"rev-parse", m_commit + "^{tree}"});
    if (!tree)
        return std::unexpected(tree.error());
    if (*tree == m_tree)
        return {};
    // A hook that takes everything out again leaves an empty commit, which nobody asked for.
    if (*tree == m_parentTree)
        return std::unexpected(Error{"commit.nothing", {}, {}});
    std::vector<std::string> arguments{"diff-tree", "-r", "-z", "--no-renames", "--no-commit-id"};
    if (m_plan.parent.empty())
        arguments.insert(arguments.end(), {"--root", m_commit});
    else
        arguments.insert(arguments.end(), {m_plan.parent, m_commit});
    const auto difference = m_state.read(std::move(arguments));
    if (!difference)
        return std::unexpected(difference.error());
    const auto changes = parseChanges(*difference);
    const auto index = indexEntries(m_state);
    if (!index)
        return std::unexpected(index.error());
    m_nextEntries.clear();
    m_oldEntries.clear();
    for (const TreeChange& change : changes) {
        if (entryOf(*index, change.path) == change.before) {
            m_nextEntries.emplace_back(change.path, change.after);
            m_oldEntries.emplace_back(change.path, change.before);
        }
        if (std::ranges::find(m_plan.paths, change.path) == m_plan.paths.end())
            m_hookPaths.push_back(change.path);
    }
    const auto committed = treeEntries(m_state, m_commit, m_plan.paths);
    if (!committed)
        return std::unexpected(committed.error());
    for (const CommitFile& file : m_request.files) {
        if (const auto taken = takeHookContent(file, entryOf(*committed, file.path)); !taken)
            return taken;
    }
    return m_hookFiles.swapIn().and_then([this] { return m_git->makeNextIndex(m_nextEntries); });
}

Expected<void> Committing::takeHookContent(const CommitFile& file, const PathEntry& committed)
{
    // A hook that changed the work tree too, or a file with the user's own changes: they stay.
    if (!committed || file.workContent || file.isRemoved)
        return {};
    const auto now = readWorkTreeFile(m_state, file.path);
    if (!now || *now != file.content)
        return {};
    const auto content = call({"cat-file", "--filters", "--path=" + file.path, committed->second}, Access::User);
    if (!content)
        return std::unexpected(content.error());
    return *content == *now ? Expected<void>() : m_hookFiles.stage(file.path, *now, *content);
}

Expected<void> Committing::publish()
{
    if (m_request.newBranch) {
        const std::string from = m_plan.head.isDetached() ? m_plan.parent : m_plan.head.branch.toStdString();
        const auto moved = call(
            {"symbolic-ref", "-m", "checkout: moving from " + from + " to " + m_plan.branch, "HEAD", m_plan.reference},
            Access::User);
        if (!moved)
            return std::unexpected(fileExists(m_state.gitDirectory + "/HEAD.lock")
                                       ? Error{"commit.locked", {m_state.gitDirectory + "/HEAD.lock"}, {}}
                                       : moved.error());
        m_headMoved = true;
    }
    if (!m_nextEntries.empty()) {
        if (const auto published = m_git->publishIndex(); !published)
            return published;
    }
    m_hookFiles.keep();
    m_files.keep();
    return {};
}

CommitResult Committing::result() const
{
    CommitResult result{QString::fromStdString(m_commit), m_request.branch, m_plan.paths, m_hookPaths};
    auto trace = std::make_shared<CommitTrace>();
    trace->parent = m_plan.parent;
    trace->reference = m_plan.reference;
    trace->oldReference = m_oldReference;
    trace->newEntries = m_nextEntries;
    trace->oldEntries = m_oldEntries;
    for (std::size_t i = 0; i < m_request.files.size(); ++i) {
        const CommitFile& file = m_request.files[i];
        const auto now = readWorkTreeFile(m_state, file.path);
        const bool isAsAsked =
            file.isRemoved ? !fileExists(m_state.workTree + '/' + file.path) : now && *now == workContentOf(file);
        if (!isAsAsked)
            result.changedByHooks.push_back(file.path);
        trace->files.push_back({file.path, m_existed[i], file.expected, workContentOf(file), now.value_or(QByteArray()),
                                file.isRemoved && isAsAsked});
    }
    std::ranges::sort(result.changedByHooks);
    result.trace = std::move(trace);
    return result;
}

void Committing::undoReferences()
{
    if (m_headMoved && !m_oldReference.empty())
        (void)call({"symbolic-ref", "HEAD", m_oldReference}, Access::Safe);
    else if (m_headMoved)
        (void)call({"update-ref", "--no-deref", "HEAD", m_plan.parent}, Access::Safe);
    if (m_branchMade)
        (void)call({"update-ref", "-d", m_plan.reference}, Access::Safe);
    // Git may have made the commit and failed afterwards: the reference tells.
    const auto now = m_state.ask({"rev-parse", "-q", "--verify", m_plan.reference});
    if (!m_isCommitting || !now || now->empty() || *now == m_plan.parent)
        return;
    if (m_plan.parent.empty())
        (void)call({"update-ref", "-d", m_plan.reference, *now}, Access::Safe);
    else
        (void)call({"update-ref", "-m", "commit: undone", m_plan.reference, m_plan.parent, *now}, Access::Safe);
}

void Committing::undo()
{
    // Each step can only fail where the disk does; there is nothing more to be done then.
    undoReferences();
    if (m_request.newBranch && !m_plan.reference.empty())
        removeEmptyBranchDirectories(m_state, m_plan.reference);
    // A hook that formats a file and then says no is ordinary: a blob is no litter in the work tree.
    const auto store = [this](const QByteArray& content) {
        const auto blob = call({"hash-object", "-w", "--stdin"}, Access::Safe, viewOf(content));
        return blob ? withoutLineEnd(*blob).toStdString() : std::string();
    };
    m_hookFiles.undo(store);
    m_files.undo(store);
}

std::vector<Error> Committing::takeNotes()
{
    auto notes = m_hookFiles.takeNotes();
    std::ranges::move(m_files.takeNotes(), std::back_inserter(notes));
    return notes;
}

} // namespace

Expected<CommitResult> commit(const Repository& repository, const CommitRequest& request, std::vector<Error>* kept)
{
    if (repository.isBare())
        return std::unexpected(Error{"commit.bare", {}, {}});
    Committing committing(repository, request);
    auto result = committing.run();
    if (!result)
        committing.undo();
    if (kept != nullptr)
        *kept = committing.takeNotes();
    return result;
}

Expected<void> saveFiles(const Repository& repository, const std::vector<CommitFile>& files, std::vector<Error>* kept)
{
    FileTransaction transaction(repository.state().workTree);
    Expected<void> result;
    for (const CommitFile& file : files) {
        result = result.and_then([&] { return stage(transaction, file); });
    }
    result = result.and_then([&] { return transaction.swapIn(); }).transform([&] { transaction.keep(); });
    if (kept != nullptr)
        *kept = transaction.takeNotes();
    return result;
}

} // namespace meshdraft::git
