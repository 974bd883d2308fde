// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace meshdraft::workspace {

/// Says when files of a repository may have changed. Watches their directories, which sees every file that is replaced,
/// made or removed (a watch on a file dies with its first atomic replacement), and looks at time and size of the files
/// themselves now and then, which sees what is written in place. Many changes in a row are one signal. GUI thread.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(QObject* parent = nullptr);

    /// Watches these files below `top`, and the branch that is checked out in `gitDirectory`, from now on.
    void watch(const QString& top, const QString& gitDirectory, const std::vector<std::string>& paths);
    void stop();

Q_SIGNALS:
    void changed();

private:
    struct Stamp {
        QString path;
        QDateTime modified;
        qint64 size = -1;
    };

    static bool update(Stamp& stamp);
    void lookAtSome();

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
    std::vector<Stamp> m_stamps;
    std::size_t m_next = 0;
};

} // namespace meshdraft::workspace
