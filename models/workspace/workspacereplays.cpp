// SPDX-License-Identifier: Apache-2.0
// Undo and redo. In a rendered environment what follows is worked out in the background first.
#include "models/workspace/editcommand.h"
#include "models/workspace/typing.h"
#include "models/workspace/workspace.h"

#include <utility>

namespace meshdraft::workspace {

void Workspace::followReplays()
{
    connect(m_replayJob.get(), &JobRunner::started, this, &Workspace::renderingStarted);
    connect(m_replayJob.get(), &JobRunner::finished, this, &Workspace::renderingEnded);
}

void Workspace::undo()
{
    replayStep(true);
}

void Workspace::redo()
{
    replayStep(false);
}

bool Workspace::canUndo() const
{
    return m_undo.canUndo() || !m_typing->isEmpty();
}

void Workspace::replayStep(bool isUndo)
{
    if (m_replayJob->isRunning()) {
        m_replays.push_back(isUndo);
        return;
    }
    // Steps that still wait come after this one.
    auto waiting = std::exchange(m_replays, {});
    flushTyping();
    settlePrediction();
    m_replays = std::move(waiting);
    m_replays.push_front(isUndo);
    const auto* command = static_cast<const EditCommand*>(m_undo.command(isUndo ? m_undo.index() - 1 : m_undo.index()));
    if (command == nullptr || !m_snapshot || !m_snapshot->isRendered()) {
        finishReplays();
        return;
    }
    const auto base = m_snapshot;
    const auto edit = isUndo ? command->backward() : command->forward();
    m_replayJob->run<Expected<SnapshotPtr>>([base, edit](const std::stop_token&) { return withEdit(*base, edit); },
                                            [this, base, edit](Expected<SnapshotPtr> next) {
                                                // Files that changed on disk meanwhile are below it now: it is worked
                                                // out again on the way.
                                                if (m_snapshot == base)
                                                    m_replayed =
                                                        Replayed{.base = base, .edit = edit, .next = std::move(next)};
                                                takeReplay();
                                                m_replayed.reset();
                                                if (m_replays.empty())
                                                    return;
                                                const bool isNext = m_replays.front();
                                                m_replays.pop_front();
                                                replayStep(isNext);
                                            });
}

/// Does the oldest step that waits. Whoever hears of the new snapshot must not run into the others.
void Workspace::takeReplay()
{
    auto waiting = std::exchange(m_replays, {});
    const bool isUndo = waiting.front();
    waiting.pop_front();
    isUndo ? m_undo.undo() : m_undo.redo();
    m_replays = std::move(waiting);
}

/// What comes next builds on the steps that were asked for before it.
void Workspace::finishReplays()
{
    m_replayJob->cancel();
    while (!m_replays.empty())
        takeReplay();
}

Expected<SnapshotPtr> Workspace::replayed(const source::Edit& edit) const
{
    if (!m_snapshot)
        return std::unexpected(Error{.code = "edit.nothingOpen", .args = {}, .where = {}});
    const bool isThere = m_replayed && m_replayed->base == m_snapshot && m_replayed->edit == edit;
    return isThere ? m_replayed->next : withEdit(*m_snapshot, edit);
}

void Workspace::cancelRendering()
{
    m_replays.clear();
    m_replayJob->cancel();
    m_openJob->cancel();
}

} // namespace meshdraft::workspace
