// SPDX-License-Identifier: Apache-2.0
// What can be done with a commit that was made here: push it, or take it back.
#include "models/git/commitstack.h"
#include "models/git/undocommit.h"
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

} // namespace

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
