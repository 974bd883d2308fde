// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/pushjob.h"

#include <chrono>
#include <mutex>

using namespace std::chrono_literals;

namespace meshdraft::workspace {

/// The latest line of git, handed from its thread to the GUI thread.
struct PushJob::Said {
    std::mutex mutex;
    QString line;
};

PushJob::PushJob(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &PushJob::showProgress);
    connect(&m_job, &JobRunner::finished, &m_timer, &QTimer::stop);
}

PushJob::~PushJob() = default;

void PushJob::start(const git::Repository& repository, const QString& branch, const QString& remote)
{
    if (isRunning())
        return;
    m_said = std::make_shared<Said>();
    m_job.run<Expected<git::PushResult>>(
        [repository, branch, remote, said = m_said](const std::stop_token& stop) {
            return git::push(
                repository, {branch, remote},
                [&said](const QString& line) {
                    const std::scoped_lock lock(said->mutex);
                    said->line = line;
                },
                stop);
        },
        [this, branch](const Expected<git::PushResult>& result) {
            if (result) {
                Q_EMIT finished(branch, *result);
            } else {
                Q_EMIT failed(result.error());
            }
        });
    m_timer.start();
    Q_EMIT started(branch);
}

void PushJob::cancel()
{
    if (!isRunning())
        return;
    m_job.cancel();
    Q_EMIT failed({.code = "push.cancelled", .args = {}, .where = {}});
}

void PushJob::showProgress()
{
    QString line;
    {
        const std::scoped_lock lock(m_said->mutex);
        line = std::exchange(m_said->line, QString());
    }
    if (!line.isEmpty())
        Q_EMIT progress(line);
}

} // namespace meshdraft::workspace
