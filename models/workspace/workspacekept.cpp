// SPDX-License-Identifier: Apache-2.0
// Edits that survive the end of the process: written down as they are made, taken up again by the next session.
#include "models/workspace/commitfiles.h"
#include "models/workspace/journal.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/textblocks.h"
#include "models/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace meshdraft::workspace {
namespace {

Error plainError(const char* code, std::vector<std::string> args = {})
{
    return {.code = code, .args = std::move(args), .where = {}};
}

/// What a file is to hold with its kept edits; nothing when they do not fit what it holds now.
std::optional<std::string> restoredText(const Snapshot& snapshot, const KeptFile& kept)
{
    const auto* file = snapshot.current.find(kept.path);
    if (file == nullptr || snapshot.saved.find(kept.path) == nullptr || file->text->kind != source::TextKind::Yaml)
        return std::nullopt;
    const auto& now = *file->text->text;
    return now == kept.current ? now : editOnto(now, kept.base, kept.current, *snapshot.cache);
}

bool fitsEverywhere(const Snapshot& snapshot, const source::Edit& edit)
{
    return std::ranges::all_of(edit.files, [&](const source::FileEdit& file) {
        const auto* now = snapshot.current.find(file.path);
        return now != nullptr && now->text->id == file.base;
    });
}

/// True when nothing has changed since: the steps can be made again one by one.
bool isUntouched(const Snapshot& snapshot, const KeptEdits& kept)
{
    return std::ranges::all_of(kept.files, [&](const KeptFile& file) {
        const auto* now = snapshot.current.find(file.path);
        return now != nullptr && *now->text->text == file.base;
    });
}

} // namespace

void Workspace::keepEditsIn(const QString& directory)
{
    const auto old = std::exchange(m_journal, std::make_unique<Journal>(directory));
    connect(m_journal.get(), &Journal::failed, this, &Workspace::journalFailed);
    if (m_snapshot)
        m_journal->follow(*m_snapshot);
    if (old)
        old->end();
}

std::vector<KeptEdits> Workspace::keptEdits() const
{
    return m_journal ? workspace::keptEdits(m_journal->directory()) : std::vector<KeptEdits>();
}

std::vector<KeptEdits> Workspace::keptEditsHere() const
{
    if (!m_journal || !m_snapshot || m_snapshot->isReadOnly())
        return {};
    return workspace::keptEdits(m_journal->directory(), m_snapshot->repository->workTree());
}

void Workspace::recordEdit(const Snapshot& after, const source::Edit& edit, const QString& text, journal::Step step,
                           int mergeId)
{
    if (!m_journal)
        return;
    m_journal->addEdit(*m_snapshot, after, {.step = step, .mergeId = mergeId, .time = 0, .text = text, .edit = edit});
}

void Workspace::replaySteps(const KeptEdits& kept)
{
    for (const auto& step : kept.steps) {
        // What does not fit any more comes with the outcome.
        if (!fitsEverywhere(*m_snapshot, step.edit) || !apply(step.edit, step.text))
            return;
    }
    for (auto undone = kept.steps.size(); undone > kept.done; --undone)
        m_undo.undo();
}

Expected<RestoredEdits> Workspace::restoreKept(const QString& journal)
{
    flushTyping();
    if (auto editable = requireEditable(); !editable)
        return std::unexpected(editable.error());
    auto file = JournalFile::claim(journal);
    if (!file)
        return std::unexpected(file.error());
    const auto bytes = file->read();
    const auto kept = bytes ? readJournal(*bytes) : std::nullopt;
    if (!kept)
        return std::unexpected(plainError("journal.gone", {journal.toStdString()}));
    if (kept->header.workTree != m_snapshot->repository->workTree())
        return std::unexpected(plainError("journal.elsewhere", {kept->header.workTree.toStdString()}));
    RestoredEdits result;
    source::Edit outcome;
    if (isUntouched(*m_snapshot, *kept))
        replaySteps(*kept);
    for (const auto& one : kept->files) {
        const auto text = restoredText(*m_snapshot, one);
        if (!text) {
            result.left.push_back(one.path);
            continue;
        }
        result.restored.push_back(one.path);
        const auto& now = *m_snapshot->current.find(one.path)->text;
        if (*text != *now.text)
            outcome.files.push_back({.path = one.path, .base = now.id, .splices = lineSplices(*now.text, *text)});
    }
    if (!outcome.files.empty()) {
        //: An undo step: edits that were pending when the program ended unexpectedly.
        if (auto applied = apply(outcome, tr("Restore kept edits")); !applied)
            return std::unexpected(applied.error());
    }
    // Only what is written down anew may go.
    if (m_journal && m_journal->secure(*m_snapshot)) {
        if (result.left.empty()) {
            file->remove();
        } else if (auto left = file->replace(journalOf(*kept, result.left)); !left) {
            return std::unexpected(left.error());
        }
    }
    return result;
}

void Workspace::forgetPending()
{
    if (m_journal)
        m_journal->restart();
}

} // namespace meshdraft::workspace
