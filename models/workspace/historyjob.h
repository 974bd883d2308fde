// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/meshhistory.h"
#include "models/workspace/snapshot.h"

#include <QTimer>

#include <mutex>

namespace meshdraft::workspace {

/// Reads a history of meaning in the background and hands its commits over while it runs. GUI thread.
class HistoryJob : public QObject {
    Q_OBJECT
public:
    explicit HistoryJob(QObject* parent = nullptr);
    ~HistoryJob() override;

    void read(const git::Repository& repository, const HistorySubject& subject, const MeshHistoryOptions& options);
    void cancel();
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    /// The next commits, the newest first.
    void found(const std::vector<meshdraft::workspace::MeaningfulCommit>& commits);
    void ended(const meshdraft::workspace::MeshHistoryEnd& end);
    /// Errors of historyOfMeaning.
    void failed(const meshdraft::Error& error);

private:
    /// What the worker has put down; one for each run, so that a late one is not mixed in.
    struct Tray {
        std::mutex mutex;
        std::vector<MeaningfulCommit> commits;
    };
    void take();

    std::shared_ptr<Tray> m_tray;
    QTimer m_timer;
    JobRunner m_job;
};

/// Makes the files of an environment the subject of a history, and its directory, so that what is not there any more is
/// found, too.
void addEnvironment(HistorySubject& subject, const Snapshot& snapshot);

/// What the history of a resource, or (a null key) of the whole environment is about, with the files that hold it now.
HistorySubject historySubject(const Snapshot& snapshot, const mesh::ResourceKey& key);
/// Of a host, as requests name it.
HistorySubject historySubject(const Snapshot& snapshot, const QString& host);

} // namespace meshdraft::workspace
