// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/journalfile.h"
#include "models/workspace/journalformat.h"
#include "models/workspace/snapshot.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace meshdraft::workspace {

/// Writes down the pending edits of one session, so that they survive its end. The file exists only while something is
/// pending; every edit is written with one write() before it is shown, and brought to the disk a moment later on
/// another thread. Files that may hold a Secret are named in it and not kept. GUI thread.
class Journal : public QObject {
    Q_OBJECT
public:
    /// `directory` is made for its owner alone when it is needed.
    explicit Journal(QString directory, QObject* parent = nullptr);
    ~Journal() override;

    const QString& directory() const { return m_directory; }
    /// The file of this session; empty while there is none.
    QString path() const { return m_file ? m_file->path() : QString(); }
    /// From this size on the edits so far are written anew as one.
    void setCompactAt(qint64 bytes) { m_compactAt = m_compactFrom = bytes; }

    /// An edit that turned `before` into `after`.
    void addEdit(const Snapshot& before, const Snapshot& after, const journal::EditRecord& record);
    /// What is pending now, whatever made it so; without anything pending the file goes.
    void follow(const Snapshot& snapshot);
    /// Nothing is to be kept.
    void end();
    /// The same, and another try where writing failed before.
    void restart();
    /// True when everything that is pending in `snapshot` is on the disk (Secrets aside).
    bool secure(const Snapshot& snapshot);

Q_SIGNALS:
    /// Edits are not written down from here to the next opening. Errors: those of JournalFile. Said once.
    void failed(const meshdraft::Error& error);

private:
    struct Known {
        source::ContentId base;
        source::ContentId current;
        friend bool operator==(const Known&, const Known&) = default;
    };
    bool begin(const Snapshot& snapshot);
    bool write(const journal::Record& record);
    void giveUp(const Error& error);
    bool isSecret(const Snapshot& snapshot, const std::string& path);
    void leaveOut(const Snapshot& snapshot, const std::string& path);
    void writeState(const Snapshot& snapshot, const std::string& path);
    void compact(const Snapshot& snapshot);
    void syncLater();

    QString m_directory;
    std::optional<JournalFile> m_file;
    journal::Header m_header;
    std::map<std::string, Known> m_known; ///< what the file says of each path
    std::set<std::string> m_secret;
    bool m_failed = false;
    qint64 m_compactAt;
    qint64 m_compactFrom;
    QTimer m_syncTimer;
    JobRunner m_syncJob;
};

/// Where the journals of the user are.
QString defaultJournalDirectory();

} // namespace meshdraft::workspace
