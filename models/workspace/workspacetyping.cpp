// SPDX-License-Identifier: Apache-2.0
// What is typed into a text: shown there at once, in a snapshot as soon as it is worked out.
#include "models/workspace/editcommand.h"
#include "models/workspace/textblocks.h"
#include "models/workspace/typing.h"
#include "models/workspace/workspace.h"

namespace meshdraft::workspace {

namespace {

/// Larger texts take longer to parse than a frame may.
constexpr std::size_t atOnce = std::size_t{64} * 1024;

/// The run as an edit of what the file holds now: where that is something else than was typed into, the typed text wins
/// (it can be undone).
source::Edit editOf(const Typing::Run& run, const source::ParsedText& now)
{
    source::FileEdit file{.path = run.path, .base = now.id, .splices = run.splices};
    if (*now.text != *run.before)
        file.splices = source::differenceOf(*now.text, run.after());
    return {.files = {std::move(file)}};
}

} // namespace

void Workspace::followTyping()
{
    connect(m_typing.get(), &Typing::due, this, &Workspace::workOutTyping);
}

Expected<void> Workspace::type(const std::string& path, const source::Splice& splice, const QString& text, int mergeId)
{
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto* file = m_snapshot->current.find(path);
    if (file == nullptr)
        return std::unexpected(Error{.code = "edit.noSuchFile", .args = {path}, .where = {.path = path}});
    const bool isFirst = m_typing->isEmpty();
    auto added = m_typing->add(path, file->text->text, splice, text, mergeId);
    if (added && isFirst)
        Q_EMIT typingStarted();
    return added;
}

std::string Workspace::typedText(const std::string& path) const
{
    if (auto typed = m_typing->textOf(path))
        return std::move(*typed);
    const auto* file = m_snapshot ? m_snapshot->current.find(path) : nullptr;
    return file == nullptr ? std::string() : *file->text->text;
}

void Workspace::flushTyping()
{
    finishReplays();
    m_typingJob->cancel();
    for (const auto& run : m_typing->take()) {
        const auto* file = m_snapshot ? m_snapshot->current.find(run.path) : nullptr;
        if (file == nullptr)
            continue;
        if (auto done = applyNow(editOf(run, *file->text), run.text, run.mergeId); !done) {
            Q_EMIT editFailed(done.error());
            publish(m_snapshot);
        }
    }
}

void Workspace::workOutTyping()
{
    if (m_typing->isEmpty() || !m_snapshot)
        return;
    const auto& run = m_typing->front();
    const auto* file = m_snapshot->current.find(run.path);
    if (file == nullptr || (!m_snapshot->isRendered() && file->text->text->size() <= atOnce)) {
        QElapsedTimer clock;
        clock.start();
        flushTyping();
        m_typing->setCost(clock.elapsed());
        return;
    }
    settlePrediction();
    const auto base = m_snapshot;
    const auto edit = editOf(run, *file->text);
    m_typing->setBusy(true);
    m_typingJob->run<Expected<SnapshotPtr>>([base, edit](const std::stop_token&) { return withEdit(*base, edit); },
                                            [this, base, edit](Expected<SnapshotPtr> next) {
                                                m_typing->setBusy(false);
                                                if (m_snapshot != base || !next)
                                                    flushTyping();
                                                else
                                                    takeTyped(edit, *next);
                                            });
}

void Workspace::takeTyped(const source::Edit& edit, const SnapshotPtr& next)
{
    const auto run = m_typing->front();
    m_typing->dropFront();
    QElapsedTimer clock;
    clock.start();
    if (m_snapshot->current.find(run.path)->text->id != next->current.find(run.path)->text->id)
        pushStep(*m_snapshot, next, edit, run.text, run.mergeId);
    m_typing->setCost(clock.elapsed());
    m_typing->schedule();
}

} // namespace meshdraft::workspace
