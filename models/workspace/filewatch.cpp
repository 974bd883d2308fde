// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/filewatch.h"

#include <QFileInfo>
#include <QSet>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr auto settleTime = 200ms; ///< a checkout writes many files: wait for the last
constexpr auto pollTime = 500ms;
constexpr std::size_t filesAPoll = 500;

} // namespace

FileWatch::FileWatch(QObject* parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_poll.setInterval(pollTime);
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::changed);
    connect(&m_poll, &QTimer::timeout, this, &FileWatch::lookAtSome);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
}

void FileWatch::watch(const QString& top, const QString& gitDirectory, const std::vector<std::string>& paths)
{
    QSet<QString> wanted = {gitDirectory};
    m_stamps.clear();
    m_stamps.push_back({.path = gitDirectory + "/HEAD"_L1, .modified = {}, .size = -1});
    for (const auto& path : paths) {
        const QString file = top + u'/' + QString::fromStdString(path);
        // Up to the top, where new directories appear.
        for (auto end = file.lastIndexOf(u'/'); end >= top.size(); end = file.lastIndexOf(u'/', end - 1)) {
            const auto directory = file.left(end);
            if (wanted.contains(directory))
                break;
            wanted.insert(directory);
        }
        m_stamps.push_back({.path = file, .modified = {}, .size = -1});
    }
    for (auto& stamp : m_stamps)
        update(stamp);

    const auto watched = m_watcher.directories();
    const QSet<QString> now(watched.begin(), watched.end());
    const auto gone = (now - wanted).values();
    const auto added = (wanted - now).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    // Where the system has no watches left, looking at the files has to do.
    if (!added.isEmpty())
        m_watcher.addPaths(added);
    m_next = 0;
    m_poll.start();
}

void FileWatch::stop()
{
    m_poll.stop();
    m_settle.stop();
    m_stamps.clear();
    if (const auto watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

bool FileWatch::update(Stamp& stamp)
{
    const QFileInfo info(stamp.path);
    const auto modified = info.exists() ? info.lastModified() : QDateTime();
    const auto size = info.exists() ? info.size() : -1;
    const bool differs = modified != stamp.modified || size != stamp.size;
    stamp.modified = modified;
    stamp.size = size;
    return differs;
}

void FileWatch::lookAtSome()
{
    const auto count = std::min(filesAPoll, m_stamps.size());
    bool differs = false;
    for (std::size_t i = 0; i < count; ++i) {
        differs = update(m_stamps[m_next]) || differs;
        m_next = (m_next + 1) % m_stamps.size();
    }
    if (differs)
        m_settle.start();
}

} // namespace meshdraft::workspace
