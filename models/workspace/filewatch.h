// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <string>
#include <vector>

namespace meshdraft::workspace {

/// Says when files of a repository may have changed. Watches their directories, which sees every file that is replaced,
/// made or removed (a watch on a file dies with its first atomic replacement), and looks at the files themselves now
/// and then, which sees what is written in place. Directories that appear are watched too; those that the system has no
/// watch left for are looked at as the files are. Many changes in a row are one signal. GUI thread.
class FileWatch : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostDirectories = 20000;

    /// At most `directories` are watched by the system, which has to serve other programs too.
    explicit FileWatch(QObject* parent = nullptr, qsizetype directories = mostDirectories);

    /// Watches these files below `top`, and the branch that is checked out in `gitDirectory`, from now on.
    void watch(const QString& top, const QString& gitDirectory, const std::vector<std::string>& paths);
    void stop();

Q_SIGNALS:
    void changed();

private:
    /// What tells one state of a file from another. The time of the last change of the inode (ctime) cannot be set by
    /// programs, as the one of the content can (`touch -d`, `cp -p`).
    struct State {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = -1;
        qint64 changed = 0; ///< nanoseconds
        qint64 modified = 0;

        friend bool operator==(const State&, const State&) = default;
    };
    struct Stamp {
        std::string path;
        State state;
    };

    static State stateOf(const std::string& path);
    void lookAtSome();
    void settle();
    void watchDirectories(const QStringList& directories);
    QStringList newDirectoriesIn(const QString& directory) const;

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
    std::vector<Stamp> m_stamps;
    std::size_t m_next = 0;
    qsizetype m_mostDirectories;
    qint64 m_since = 0; ///< when watching this repository began, seconds
    QString m_top;
    QString m_gitDirectory;
    QSet<QString> m_appeared; ///< directories that came since then
    QSet<QString> m_touched; ///< directories that changed and have not been looked at
};

} // namespace meshdraft::workspace
