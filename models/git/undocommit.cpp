// SPDX-License-Identifier: Apache-2.0
#include "models/git/undocommit.h"

#include "models/git/filetransaction.h"
#include "models/git/privategit.h"
#include "models/git/worktree.h"

#include <memory>

namespace meshdraft::git {

namespace {

std::unexpected<Error> refused(const char* code, std::vector<std::string> args)
{
    return std::unexpected(Error{code, std::move(args), {}});
}

/// One commit that is taken back, step by step.
class Undoing {
public:
    Undoing(const Repository& repository, const CommitResult& commit)
        : m_repository(repository)
        , m_state(repository.state())
        , m_commit(commit.commit.toStdString())
        , m_branch(commit.branch.toStdString())
        , m_trace(*commit.trace)
        , m_files(m_state.workTree)
    {
    }

    Expected<void> run();
    /// Puts back what a failure left; what was kept of others: see FileTransaction::takeNotes.
    std::vector<Error> finish()
    {
        m_files.undo();
        return m_files.takeNotes();
    }

private:
    Expected<void> checkReferences() const;
    Expected<void> checkIndex() const;
    Expected<void> stageFiles();
    Expected<void> moveReferences();
    void restoreReferences() const;
    bool madeBranch() const { return m_trace.reference != m_trace.oldReference; }
    Expected<void> call(std::vector<std::string> arguments) const;

    const Repository& m_repository;
    const Repository::State& m_state;
    std::string m_commit;
    std::string m_branch;
    const CommitTrace& m_trace;
    std::unique_ptr<PrivateGit> m_git;
    FileTransaction m_files;
};

Expected<void> Undoing::call(std::vector<std::string> arguments) const
{
    return outputOfGit(m_state.directory(), {std::move(arguments), Access::Safe, {}, {}}).transform([](const auto&) {
    });
}

Expected<void> Undoing::run()
{
    if (const auto operation = checkOperation(m_repository); !operation)
        return operation;
    auto git = PrivateGit::open(m_state);
    if (!git)
        return std::unexpected(git.error());
    m_git = std::move(*git);
    // Everything that may fail comes first; what is left is references, and one rename for the index.
    const auto prepared = checkLocks(m_state, m_trace.reference)
                              .and_then([this] { return checkReferences(); })
                              .and_then([this] { return checkIndex(); })
                              .and_then([this] { return stageFiles(); })
                              .and_then([this] { return m_files.swapIn(); });
    if (!prepared)
        return prepared;
    m_files.moveOldFilesTo(m_git->directory());
    return m_git->makeNextIndex(m_trace.oldEntries)
        .and_then([this] { return moveReferences(); })
        .and_then([this] {
            auto published = m_git->publishIndex();
            if (!published)
                restoreReferences();
            return published;
        })
        .transform([this] { m_files.keep(); });
}

Expected<void> Undoing::checkReferences() const
{
    const auto current = m_state.ask({"symbolic-ref", "-q", "HEAD"});
    const auto tip = m_state.ask({"rev-parse", "-q", "--verify", m_trace.reference});
    if (!current || !tip)
        return std::unexpected(current ? tip.error() : current.error());
    if (*current != m_trace.reference || *tip != m_commit)
        return refused("undo.moved", {m_branch});
    // Going back to a branch that has got other commits meanwhile would not be going back.
    if (madeBranch() && !m_trace.oldReference.empty()) {
        const auto old = m_state.ask({"rev-parse", "-q", "--verify", m_trace.oldReference});
        if (!old)
            return std::unexpected(old.error());
        if (*old != m_trace.parent)
            return refused("undo.moved", {m_branch});
    }
    const auto remote = m_state.read(
        {"for-each-ref", "--count=1", "--format=%(refname:short)", "--contains=" + m_commit, "refs/remotes/"});
    if (!remote)
        return std::unexpected(remote.error());
    return remote->isEmpty() ? Expected<void>() : refused("undo.pushed", {withoutLineEnd(*remote).toStdString()});
}

Expected<void> Undoing::checkIndex() const
{
    if (m_trace.newEntries.empty())
        return {};
    std::vector<std::string> paths;
    for (const auto& [path, entry] : m_trace.newEntries)
        paths.push_back(path);
    const auto entries = indexEntries(m_state, paths);
    if (!entries)
        return std::unexpected(entries.error());
    for (const auto& [path, entry] : m_trace.newEntries) {
        if (entryOf(*entries, path) != entry)
            return fileError("undo.staged", path);
    }
    return {};
}

Expected<void> Undoing::stageFiles()
{
    for (const CommittedFile& file : m_trace.files) {
        const auto now = readWorkTreeFile(m_state, file.path);
        const bool isAsLeft =
            file.isRemoved ? !fileExists(m_state.workTree + '/' + file.path) : now && *now == file.after;
        if (!isAsLeft)
            return fileError("undo.fileChanged", file.path);
        const auto staged = file.existed ? m_files.stage(file.path, file.after, file.before)
                                         : m_files.stageRemoval(file.path, file.after);
        if (!staged)
            return staged;
    }
    return {};
}

Expected<void> Undoing::moveReferences()
{
    // Each step says what it expects to find, so that it fails where somebody else was quicker.
    if (!madeBranch() && !m_trace.parent.empty())
        return call({"update-ref", "-m", "commit: taken back", m_trace.reference, m_trace.parent, m_commit});
    if (!madeBranch())
        return call({"update-ref", "-d", m_trace.reference, m_commit});
    const std::string message = "checkout: moving from " + m_branch + " back";
    const auto moved = m_trace.oldReference.empty()
        ? call({"update-ref", "--no-deref", "-m", message, "HEAD", m_trace.parent, m_commit})
        : call({"symbolic-ref", "-m", message, "HEAD", m_trace.oldReference});
    if (!moved)
        return moved;
    auto removed = call({"update-ref", "-d", m_trace.reference, m_commit});
    if (!removed)
        (void)call({"symbolic-ref", "HEAD", m_trace.reference});
    return removed;
}

void Undoing::restoreReferences() const
{
    (void)call({"update-ref", m_trace.reference, m_commit});
    (void)call({"symbolic-ref", "HEAD", m_trace.reference});
}

} // namespace

Expected<void> undoCommit(const Repository& repository, const CommitResult& commit, std::vector<Error>* kept)
{
    if (!commit.trace || repository.isBare())
        return refused("undo.moved", {commit.branch.toStdString()});
    Undoing undoing(repository, commit);
    auto result = undoing.run();
    auto notes = undoing.finish();
    if (kept != nullptr)
        *kept = std::move(notes);
    return result;
}

} // namespace meshdraft::git
