// SPDX-License-Identifier: Apache-2.0
// What other programs do to the files while they are open.
#include "models/workspace/filewatch.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"
#include "models/workspace/textblocks.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace meshdraft::workspace {

/// The files as they are now, with the pending edits.
struct Workspace::Reread {
    SnapshotPtr snapshot; ///< null: nothing differs, or it could not be read
    std::map<std::string, source::ContentId> conflicts;
};

namespace {

bool sameFiles(const Snapshot& fresh, const Snapshot& mine, const std::map<std::string, source::ContentId>& conflicts)
{
    if (fresh.head.branch != mine.head.branch || fresh.head.commit != mine.head.commit
        || fresh.saved.errors != mine.saved.errors)
        return false;
    Snapshot compared;
    compared.saved = mine.saved;
    compared.current = fresh.saved;
    return std::ranges::all_of(compared.changedFiles(), [&](const std::string& path) {
        return conflicts.contains(path) || isKeptWithoutFile(fresh, mine, path);
    });
}

source::ContentId contentOf(const mesh::FileSet& files, const std::string& path)
{
    const auto* file = files.find(path);
    return file == nullptr ? source::ContentId() : file->text->id;
}

} // namespace

void Workspace::watchFiles()
{
    if (!m_snapshot || m_snapshot->isReadOnly()) {
        m_watch->stop();
        return;
    }
    const auto& files = m_snapshot->environment.files;
    m_watch->watch(m_snapshot->repository->workTree(), m_snapshot->repository->gitDirectory(),
                   {files.begin(), files.end()});
}

void Workspace::rereadFiles()
{
    if (!m_snapshot || m_snapshot->isReadOnly() || isOpening())
        return;
    if (m_isCommitting) {
        m_isRereadDue = true;
        return;
    }
    const auto base = m_snapshot;
    m_rereadJob->run<Reread>(
        [base, known = m_conflicts](const std::stop_token& stop) {
            Reread result;
            const auto fresh =
                openSnapshot(base->repository->workTree(), {}, base->environment.name, {}, stop, base->cache);
            if (!fresh)
                return result;
            std::vector<std::string> paths;
            auto merged = withPending(**fresh, *base, paths);
            if (!merged)
                return result;
            for (const auto& path : paths)
                result.conflicts[path] = contentOf((*fresh)->saved, path);
            if (result.conflicts != known || !sameFiles(**fresh, *base, result.conflicts))
                result.snapshot = std::move(*merged);
            return result;
        },
        [this, base](Reread result) { takeReread(base, std::move(result)); });
}

void Workspace::takeReread(const SnapshotPtr& base, Reread reread)
{
    if (!reread.snapshot)
        return;
    if (m_snapshot != base) {
        rereadFiles();
        return;
    }
    const auto known = std::exchange(m_conflicts, std::move(reread.conflicts));
    publish(std::move(reread.snapshot));
    watchFiles();
    const auto conflicts = m_conflicts;
    for (const auto& [path, content] : conflicts) {
        const auto before = known.find(path);
        if (before == known.end() || before->second != content)
            Q_EMIT fileChangedOnDisk(QString::fromStdString(path));
    }
}

std::vector<std::string> Workspace::conflicts() const
{
    std::vector<std::string> paths;
    paths.reserve(m_conflicts.size());
    for (const auto& [path, content] : m_conflicts)
        paths.push_back(path);
    return paths;
}

Expected<ForeignChange> Workspace::foreignChange(const std::string& path, const changes::MergeChoice& choice) const
{
    const auto* saved = m_snapshot ? m_snapshot->saved.find(path) : nullptr;
    const auto* current = m_snapshot ? m_snapshot->current.find(path) : nullptr;
    if (saved == nullptr || current == nullptr)
        return std::unexpected(Error{.code = "edit.noSuchFile", .args = {path}, .where = {.path = path}});
    if (isGone(*m_snapshot->repository, path)) {
        return ForeignChange{.onDisk = m_cache->parse({}),
                             .mine = current->text,
                             .isRemoved = true,
                             .conflicts = {},
                             .conflict = {.code = "merge.removed", .args = {path}, .where = {.path = path}}};
    }
    const auto disk = readWorkFile(*m_snapshot->repository, path, *m_cache);
    if (!disk)
        return std::unexpected(disk.error());
    ForeignChange change{.onDisk = *disk, .mine = current->text, .conflicts = {}};
    auto merged = changes::mergeDocuments(*saved->text, *current->text, **disk, choice);
    const auto open = std::ranges::find_if(merged.conflicts, [](const auto& one) { return !one.chosen; });
    if (open == merged.conflicts.end()) {
        change.merged = std::move(merged.text);
    } else {
        change.conflict = {.code = "merge.conflict",
                           .args = {path, open->path, open->mine.text, open->theirs.text},
                           .where = {.path = path, .line = open->theirs.line, .column = 0}};
    }
    change.conflicts = std::move(merged.conflicts);
    return change;
}

/// The file on disk becomes what the pending text is compared with; `text` takes its place in one undo step, so that
/// undoing brings back what was pending.
Expected<void> Workspace::settle(const std::string& path, const ForeignChange& change, const std::string& text,
                                 const QString& step)
{
    settlePrediction();
    m_conflicts.erase(path);
    publish(withFile(*m_snapshot, path, change.onDisk, change.mine));
    watchFiles();
    const auto& mine = *change.mine->text;
    if (text == mine)
        return {};
    return apply({.files = {{.path = path, .base = change.mine->id, .splices = lineSplices(mine, text)}}}, step);
}

Expected<void> Workspace::reloadFile(const std::string& path)
{
    flushTyping();
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto change = foreignChange(path);
    if (!change)
        return std::unexpected(change.error());
    // Nothing stands for the file that is gone, so that undoing has a place to put the edits.
    if (change->isRemoved)
        //: An undo step; %1 is a file.
        return settle(path, *change, {}, tr("Drop %1").arg(QString::fromStdString(path)));
    //: An undo step; %1 is a file.
    return settle(path, *change, *change->onDisk->text, tr("Reload %1").arg(QString::fromStdString(path)));
}

Expected<void> Workspace::keepMine(const std::string& path)
{
    flushTyping();
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto change = foreignChange(path);
    if (!change)
        return std::unexpected(change.error());
    return settle(path, *change, *change->mine->text, {});
}

Expected<void> Workspace::mergeFile(const std::string& path, const changes::MergeChoice& choice)
{
    flushTyping();
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto change = foreignChange(path, choice);
    if (!change)
        return std::unexpected(change.error());
    if (!change->merged)
        return std::unexpected(change->conflict);
    //: An undo step; %1 is a file.
    return settle(path, *change, *change->merged, tr("Merge with %1 on disk").arg(QString::fromStdString(path)));
}

} // namespace meshdraft::workspace
