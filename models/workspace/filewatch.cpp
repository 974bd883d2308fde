// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/filewatch.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr auto settleTime = 200ms; ///< a checkout writes many files: wait for the last
constexpr auto pollTime = 500ms;
constexpr std::size_t filesAPoll = 500;
constexpr qint64 clockSlack = 2; ///< seconds; the clock of a file server may differ

qint64 nanoseconds(const timespec& time)
{
    return std::chrono::nanoseconds(std::chrono::seconds(time.tv_sec)).count() + time.tv_nsec;
}

std::string bytesOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

FileWatch::FileWatch(QObject* parent, qsizetype directories)
    : QObject(parent)
    , m_mostDirectories(directories)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_poll.setInterval(pollTime);
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::settle);
    connect(&m_poll, &QTimer::timeout, this, &FileWatch::lookAtSome);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString& directory) {
        m_touched.insert(directory);
        m_settle.start();
    });
}

void FileWatch::watch(const QString& top, const QString& gitDirectory, const std::vector<std::string>& paths)
{
    if (top != m_top) {
        m_appeared.clear();
        m_since = QDateTime::currentSecsSinceEpoch();
    }
    m_top = top;
    m_gitDirectory = gitDirectory;
    QSet<QString> wanted = {gitDirectory, top};
    m_stamps.clear();
    m_stamps.push_back({.path = bytesOf(gitDirectory + "/HEAD"_L1), .state = {}});
    for (const auto& path : paths) {
        const QString file = top + u'/' + QString::fromStdString(path);
        // Up to the top, where new directories appear.
        for (auto end = file.lastIndexOf(u'/'); end > top.size(); end = file.lastIndexOf(u'/', end - 1)) {
            const auto directory = file.left(end);
            if (wanted.contains(directory))
                break;
            wanted.insert(directory);
        }
        m_stamps.push_back({.path = bytesOf(top) + '/' + path, .state = {}});
    }
    for (auto& stamp : m_stamps)
        stamp.state = stateOf(stamp.path);
    m_appeared.removeIf([](const QString& directory) { return !QDir(directory).exists(); });
    wanted += m_appeared;

    const auto watched = m_watcher.directories();
    if (const auto gone = (QSet<QString>(watched.begin(), watched.end()) - wanted).values(); !gone.isEmpty())
        m_watcher.removePaths(gone);
    watchDirectories(wanted.values());
    m_next = 0;
    m_poll.start();
}

void FileWatch::watchDirectories(const QStringList& directories)
{
    auto watched = m_watcher.directories();
    const QSet<QString> before(watched.begin(), watched.end());
    QStringList added;
    QStringList unwatched;
    for (const QString& directory : directories) {
        if (!before.contains(directory))
            (watched.size() + added.size() < m_mostDirectories ? added : unwatched) << directory;
    }
    if (!added.isEmpty())
        unwatched << m_watcher.addPaths(added);
    // Where the system has no watch left, looking has to do: a directory changes with the names in it.
    for (const QString& directory : std::as_const(unwatched)) {
        const auto path = bytesOf(directory);
        if (std::ranges::find(m_stamps, path, &Stamp::path) == m_stamps.end())
            m_stamps.push_back({.path = path, .state = stateOf(path)});
    }
}

void FileWatch::stop()
{
    m_poll.stop();
    m_settle.stop();
    m_stamps.clear();
    m_touched.clear();
    m_top.clear();
    if (const auto watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

FileWatch::State FileWatch::stateOf(const std::string& path)
{
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0)
        return {};
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = status.st_size,
            .changed = nanoseconds(status.st_ctim),
            .modified = nanoseconds(status.st_mtim)};
}

void FileWatch::lookAtSome()
{
    const auto count = std::min(filesAPoll, m_stamps.size());
    bool differs = false;
    for (std::size_t i = 0; i < count; ++i) {
        auto& stamp = m_stamps[m_next];
        if (const auto now = stateOf(stamp.path); now != stamp.state) {
            stamp.state = now;
            differs = true;
            m_touched.insert(QFile::decodeName(QByteArray::fromStdString(stamp.path)));
        }
        m_next = (m_next + 1) % m_stamps.size();
    }
    if (differs)
        m_settle.start();
}

QStringList FileWatch::newDirectoriesIn(const QString& directory) const
{
    QStringList found;
    if (directory.startsWith(m_gitDirectory) || !QDir(directory).exists())
        return found;
    const auto isNew = [this](const QString& path) {
        return stateOf(bytesOf(path)).changed >= nanoseconds({.tv_sec = m_since - clockSlack, .tv_nsec = 0});
    };
    const auto entries = QDir(directory).entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString& entry : entries) {
        const auto path = directory + u'/' + entry;
        if (path == m_gitDirectory || !isNew(path))
            continue;
        found << path;
        QDirIterator below(path, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (below.hasNext() && found.size() < mostDirectories)
            found << below.next();
    }
    return found;
}

void FileWatch::settle()
{
    // Before the signal: who answers it sees what is there by now, and the watches see the rest.
    const auto touched = std::exchange(m_touched, {});
    for (const QString& directory : touched) {
        const auto added = newDirectoriesIn(directory);
        for (const QString& path : added)
            m_appeared.insert(path);
        watchDirectories(added);
    }
    Q_EMIT changed();
}

} // namespace meshdraft::workspace
