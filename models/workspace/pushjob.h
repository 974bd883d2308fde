// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/push.h"
#include "models/workspace/jobrunner.h"

#include <QObject>
#include <QTimer>

namespace meshdraft::workspace {

/// Pushes one branch at a time in the background. GUI thread.
class PushJob : public QObject {
    Q_OBJECT
public:
    explicit PushJob(QObject* parent = nullptr);
    ~PushJob() override;

    /// Ends in finished or failed; does nothing while a push is running. `remote` empty: as of git::pushTargetOf.
    void start(const git::Repository& repository, const QString& branch, const QString& remote = {});
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

private:
    struct Said;

    void showProgress();

    std::shared_ptr<Said> m_said; ///< by the running job; written by it, polled here
    QTimer m_timer;
    JobRunner m_job;
};

} // namespace meshdraft::workspace
