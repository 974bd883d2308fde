// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/journal.h"

#include "models/workspace/secrettext.h"
#include "models/workspace/textblocks.h"

#include <QDateTime>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <iterator>

#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr qint64 compactSize = qint64{8} << 20U;
constexpr auto syncAfter = 500ms;

/// A file that is there on both sides; others cannot be edited.
struct BothSides {
    const mesh::SourceFile* saved;
    const mesh::SourceFile* current;

    BothSides(const Snapshot& snapshot, const std::string& path)
        : saved(snapshot.saved.find(path))
        , current(snapshot.current.find(path))
    {
    }
    explicit operator bool() const { return saved != nullptr && current != nullptr; }
};

journal::FileState stateOf(const std::string& path, const BothSides& file)
{
    return {.path = path,
            .base = *file.saved->text->text,
            .splices = lineSplices(*file.saved->text->text, *file.current->text->text)};
}

} // namespace

Journal::Journal(QString directory, QObject* parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_compactAt(compactSize)
    , m_compactFrom(compactSize)
{
    m_syncTimer.setSingleShot(true);
    m_syncTimer.setInterval(syncAfter);
    connect(&m_syncTimer, &QTimer::timeout, this, &Journal::syncLater);
}

Journal::~Journal() = default;

bool Journal::begin(const Snapshot& snapshot)
{
    if (m_failed || m_directory.isEmpty() || snapshot.isReadOnly())
        return false;
    if (m_file)
        return true;
    m_header = {.workTree = snapshot.repository->workTree(),
                .commit = snapshot.head.commit,
                .branch = snapshot.head.branch,
                .environment = snapshot.environment.name,
                .begun = QDateTime::currentMSecsSinceEpoch()};
    auto file = JournalFile::create(m_directory, m_header.workTree);
    if (!file) {
        giveUp(file.error());
        return false;
    }
    m_file = std::move(*file);
    return write(m_header);
}

bool Journal::write(const journal::Record& record)
{
    if (m_failed || !m_file)
        return false;
    if (const auto written = m_file->append(journal::encode(record)); !written) {
        giveUp(written.error());
        return false;
    }
    if (!m_syncTimer.isActive())
        m_syncTimer.start();
    return true;
}

void Journal::giveUp(const Error& error)
{
    m_failed = true;
    Q_EMIT failed(error);
}

bool Journal::isSecret(const Snapshot& snapshot, const std::string& path)
{
    const BothSides file(snapshot, path);
    return m_secret.contains(path)
        || (file && (mayHoldSecret(*file.saved->text) || mayHoldSecret(*file.current->text)));
}

void Journal::leaveOut(const Snapshot& snapshot, const std::string& path)
{
    if (!m_secret.insert(path).second)
        return;
    write(journal::NotKept{path});
    // It had none before: what was written of it goes.
    if (m_known.erase(path) > 0)
        compact(snapshot);
}

void Journal::writeState(const Snapshot& snapshot, const std::string& path)
{
    const BothSides file(snapshot, path);
    if (file && write(stateOf(path, file)))
        m_known[path] = {.base = file.saved->text->id, .current = file.current->text->id};
}

void Journal::addEdit(const Snapshot& before, const Snapshot& after, const journal::EditRecord& record)
{
    if (!begin(before))
        return;
    auto kept = record;
    kept.edit.files.clear();
    for (const auto& edit : record.edit.files) {
        if (isSecret(before, edit.path) || isSecret(after, edit.path)) {
            leaveOut(before, edit.path);
            continue;
        }
        const BothSides file(before, edit.path);
        const auto known = m_known.find(edit.path);
        if (file
            && (known == m_known.end()
                || known->second != Known{.base = file.saved->text->id, .current = file.current->text->id}))
            writeState(before, edit.path);
        kept.edit.files.push_back(edit);
    }
    if (kept.edit.files.empty())
        return;
    kept.time = QDateTime::currentMSecsSinceEpoch();
    if (!write(kept))
        return;
    for (const auto& edit : kept.edit.files)
        m_known[edit.path].current = after.current.find(edit.path)->text->id;
    if (m_file->size() > m_compactAt)
        compact(after);
}

void Journal::follow(const Snapshot& snapshot)
{
    const auto changed = snapshot.changedFiles();
    if (changed.empty()) {
        end();
        return;
    }
    if (!begin(snapshot))
        return;
    std::set<std::string> paths(changed.begin(), changed.end());
    for (const auto& [path, known] : m_known)
        paths.insert(path);
    for (const auto& path : paths) {
        const BothSides file(snapshot, path);
        if (!file)
            continue;
        if (isSecret(snapshot, path)) {
            leaveOut(snapshot, path);
            continue;
        }
        const Known now{.base = file.saved->text->id, .current = file.current->text->id};
        const auto known = m_known.find(path);
        if (known == m_known.end() || known->second != now)
            writeState(snapshot, path);
    }
}

void Journal::compact(const Snapshot& snapshot)
{
    if (!m_file || m_failed)
        return;
    const auto changed = snapshot.changedFiles();
    std::ranges::copy_if(changed, std::inserter(m_secret, m_secret.end()),
                         [&](const std::string& path) { return isSecret(snapshot, path); });
    auto bytes = journal::encode(m_header);
    for (const auto& path : m_secret)
        bytes += journal::encode(journal::NotKept{path});
    m_known.clear();
    for (const auto& path : changed) {
        const BothSides file(snapshot, path);
        if (!file || m_secret.contains(path))
            continue;
        bytes += journal::encode(stateOf(path, file));
        m_known[path] = {.base = file.saved->text->id, .current = file.current->text->id};
    }
    if (const auto replaced = m_file->replace(bytes); !replaced)
        giveUp(replaced.error());
    // Large files make a large journal: it is not written anew at every edit for that.
    m_compactAt = std::max(m_compactFrom, 2 * m_file->size());
}

void Journal::end()
{
    m_syncTimer.stop();
    if (m_file)
        m_file->remove();
    m_file.reset();
    m_known.clear();
    m_secret.clear();
    m_compactAt = m_compactFrom;
}

void Journal::restart()
{
    end();
    m_failed = false;
}

bool Journal::secure(const Snapshot& snapshot)
{
    follow(snapshot);
    return !m_failed && (!m_file || m_file->sync().has_value());
}

void Journal::syncLater()
{
    if (!m_file)
        return;
    // The descriptor is the job's own: the journal may be gone by then.
    const auto fd = std::make_shared<git::UniqueFd>(m_file->duplicate());
    m_syncJob.run<bool>([fd](const std::stop_token&) { return ::fdatasync(fd->get()) == 0; }, [](bool) {});
}

QString defaultJournalDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/kept-edits"_s;
}

} // namespace meshdraft::workspace
