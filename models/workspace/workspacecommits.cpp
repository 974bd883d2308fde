// SPDX-License-Identifier: Apache-2.0
// Commits, and what can be done with one that was made here: push it, or take it back.
#include "models/git/commitstack.h"
#include "models/git/undocommit.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/pushjob.h"
#include "models/workspace/textblocks.h"
#include "models/workspace/workspace.h"

namespace meshdraft::workspace {

namespace {

/// The edits of a commit that was taken back, on top of what the files hold again.
source::Edit editsOf(const Snapshot& snapshot, const git::CommitTrace& trace)
{
    source::Edit edit;
    for (const auto& file : trace.files) {
        const auto* saved = snapshot.current.find(file.path);
        if (!file.existed || saved == nullptr)
            continue;
        auto splices = lineSplices(*saved->text->text, file.edited.toStdString());
        if (!splices.empty())
            edit.files.push_back({.path = file.path, .base = saved->text->id, .splices = std::move(splices)});
    }
    return edit;
}

struct Committed {
    Expected<git::CommitResult> result;
    std::vector<Error> kept;
};

Committed commitNow(const Snapshot& snapshot, git::CommitRequest request)
{
    Committed done{.result = std::unexpected(Error{.code = "commit.nothing", .args = {}, .where = {}}), .kept = {}};
    auto files = commitFiles(snapshot);
    if (!files) {
        done.result = std::unexpected(files.error());
    } else if (!files->empty()) {
        request.files = std::move(*files);
        done.result = git::commit(*snapshot.repository, request, &done.kept);
    }
    return done;
}

} // namespace

Expected<void> Workspace::prepareCommit()
{
    flushTyping();
    settlePrediction();
    auto editable = requireEditable();
    if (editable)
        m_rereadJob->cancel();
    return editable;
}

void Workspace::finishCommit(const Expected<git::CommitResult>& result, const std::vector<Error>& kept)
{
    if (result) {
        auto paths = m_snapshot->changedFiles();
        paths.insert(paths.end(), result->changedByHooks.begin(), result->changedByHooks.end());
        m_undo.clear();
        takeSaved(paths);
    }
    sayKept(kept);
}

Expected<git::CommitResult> Workspace::commit(const QString& branch, bool newBranch, const QString& message,
                                              bool acceptStaged)
{
    if (auto ready = prepareCommit(); !ready)
        return std::unexpected(ready.error());
    Committed done = commitNow(
        *m_snapshot,
        {.branch = branch, .newBranch = newBranch, .message = message, .files = {}, .acceptStaged = acceptStaged});
    finishCommit(done.result, done.kept);
    return std::move(done.result);
}

void Workspace::startCommit(const QString& branch, bool newBranch, const QString& message, bool acceptStaged,
                            std::function<void(const Expected<git::CommitResult>&)> done)
{
    if (auto ready = prepareCommit(); !ready) {
        done(std::unexpected(ready.error()));
        return;
    }
    m_isCommitting = true;
    const git::CommitRequest request{
        .branch = branch, .newBranch = newBranch, .message = message, .files = {}, .acceptStaged = acceptStaged};
    m_commitJob->run<Committed>(
        [snapshot = m_snapshot, request](const std::stop_token&) { return commitNow(*snapshot, request); },
        [this, done = std::move(done)](const Committed& committed) {
            m_isCommitting = false;
            finishCommit(committed.result, committed.kept);
            if (std::exchange(m_isRereadDue, false))
                rereadFiles();
            done(committed.result);
        });
}

Expected<void> Workspace::undoCommit(const git::CommitResult& commit)
{
    settlePrediction();
    if (auto editable = requireEditable(); !editable)
        return editable;
    if (hasPendingChanges())
        return std::unexpected(Error{.code = "undo.pending", .args = {}, .where = {}});
    m_rereadJob->cancel();
    std::vector<Error> kept;
    auto undone = git::undoCommit(*m_snapshot->repository, commit, &kept);
    if (undone) {
        m_undo.clear();
        std::vector<std::string> paths;
        for (const auto& file : commit.trace->files)
            paths.push_back(file.path);
        takeSaved(paths);
        //: An undo step; the edits of a commit that was taken back.
        undone = apply(editsOf(*m_snapshot, *commit.trace), tr("Edits of the commit"));
    }
    sayKept(kept);
    return undone;
}

Expected<void> Workspace::undoStack(const std::vector<git::StackCommit>& commits)
{
    if (!m_snapshot)
        return std::unexpected(Error{.code = "edit.nothingOpen", .args = {}, .where = {}});
    return git::undoStack(*m_snapshot->repository, commits);
}

Expected<void> Workspace::push(const QString& branch, const QString& remote)
{
    if (!m_snapshot)
        return std::unexpected(Error{.code = "edit.nothingOpen", .args = {}, .where = {}});
    m_push->start(*m_snapshot->repository, branch, remote);
    return {};
}

Expected<void> Workspace::pushAll(const QStringList& branches)
{
    if (!m_snapshot)
        return std::unexpected(Error{.code = "edit.nothingOpen", .args = {}, .where = {}});
    m_push->startAll(*m_snapshot->repository, branches);
    return {};
}

} // namespace meshdraft::workspace
