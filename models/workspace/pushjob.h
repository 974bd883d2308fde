// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/pushstack.h"
#include "models/workspace/jobrunner.h"

#include <QObject>
#include <QTimer>

namespace meshdraft::workspace {

/// Pushes one branch, or several one after the other, in the background. GUI thread.
class PushJob : public QObject {
    Q_OBJECT
public:
    explicit PushJob(QObject* parent = nullptr);
    ~PushJob() override;

    /// Ends in finished or failed; does nothing while a push is running. `remote` empty: as of git::pushTargetOf.
    void start(const git::Repository& repository, const QString& branch, const QString& remote = {});
    /// The same for several branches, each to its own remote; ends in finishedAll.
    void startAll(const git::Repository& repository, const QStringList& branches);
    /// Ends git; the push fails with "push.cancelled".
    void cancel();
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void started(const QString& branch);
    /// What git says on its way ("Writing objects:  40% (2/5)").
    void progress(const QString& line);
    void finished(const QString& branch, const meshdraft::git::PushResult& result);
    /// Errors: as git::push.
    void failed(const meshdraft::Error& error);

    void startedAll(const QStringList& branches);
    /// The branch at a position (from 0) is on its way; `line` is what git says, empty as it starts.
    void progressOfAll(int position, const QString& line);
    /// One entry a branch; one that was not pushed has the reason.
    void finishedAll(const std::vector<meshdraft::git::BranchPush>& pushes);

private:
    struct Said;

    void showProgress();

    std::shared_ptr<Said> m_said; ///< by the running job; written by it, polled here
    QStringList m_all; ///< the branches of a push of several
    QTimer m_timer;
    JobRunner m_job;
};

} // namespace meshdraft::workspace
