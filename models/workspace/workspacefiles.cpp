// SPDX-License-Identifier: Apache-2.0
// What other programs do to the files while they are open.
#include "models/workspace/commitfiles.h"
#include "models/workspace/filewatch.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

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
    return std::ranges::all_of(compared.changedFiles(),
                               [&](const std::string& path) { return conflicts.contains(path); });
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
    m_watch->watch(m_snapshot->repository->workTree(), m_snapshot->repository->gitDirectory(),
                   m_snapshot->environment.files);
}

void Workspace::rereadFiles()
{
    if (!m_snapshot || m_snapshot->isReadOnly() || isOpening())
        return;
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
    for (const auto& [path, content] : m_conflicts)
        paths.push_back(path);
    return paths;
}

Expected<void> Workspace::reloadFile(const std::string& path)
{
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto disk = readWorkFile(*m_snapshot->repository, path, *m_cache);
    const QFileInfo file(m_snapshot->repository->workTree() + u'/' + QString::fromStdString(path));
    if (!disk && (file.exists() || file.isSymLink()))
        return std::unexpected(disk.error());
    m_conflicts.erase(path);
    const auto text = disk ? *disk : nullptr;
    publish(withFile(*m_snapshot, path, text, text));
    watchFiles();
    return {};
}

Expected<void> Workspace::keepMine(const std::string& path)
{
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto* saved = m_snapshot->saved.find(path);
    const auto* current = m_snapshot->current.find(path);
    const auto disk = readWorkFile(*m_snapshot->repository, path, *m_cache);
    if (!disk)
        return std::unexpected(disk.error());
    if (saved == nullptr || current == nullptr)
        return std::unexpected(Error{.code = "edit.noSuchFile", .args = {path}, .where = {.path = path}});
    const auto both = editOnto(*(*disk)->text, *saved->text->text, *current->text->text, *m_cache);
    m_conflicts.erase(path);
    publish(withFile(*m_snapshot, path, *disk, both ? m_cache->parse(*both) : current->text));
    watchFiles();
    return {};
}

} // namespace meshdraft::workspace
