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
    int position = -1; ///< of a push of several
    bool isNew = false; ///< the position has changed since it was shown
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
    m_all.clear();
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

void PushJob::startAll(const git::Repository& repository, const QStringList& branches)
{
    if (isRunning())
        return;
    m_said = std::make_shared<Said>();
    m_all = branches;
    std::vector<git::PushRequest> requests;
    for (const QString& branch : branches)
        requests.push_back({.branch = branch});
    m_job.run<std::vector<git::BranchPush>>(
        [repository, requests, said = m_said](const std::stop_token& stop) {
            const auto say = [&said](std::size_t position, const QString& line) {
                const std::scoped_lock lock(said->mutex);
                said->isNew = said->isNew || said->position != static_cast<int>(position);
                said->position = static_cast<int>(position);
                said->line = line;
            };
            return git::pushAll(repository, requests, say, stop);
        },
        [this](const std::vector<git::BranchPush>& pushes) { Q_EMIT finishedAll(pushes); });
    m_timer.start();
    Q_EMIT startedAll(branches);
}

void PushJob::cancel()
{
    if (!isRunning())
        return;
    m_job.cancel();
    const Error error{.code = "push.cancelled", .args = {}, .where = {}};
    if (m_all.isEmpty()) {
        Q_EMIT failed(error);
        return;
    }
    // Which of them got there before is not waited for; to push again what is there already does no harm.
    std::vector<git::BranchPush> pushes;
    for (const QString& branch : std::as_const(m_all))
        pushes.push_back({.branch = branch, .result = {}, .error = error});
    Q_EMIT finishedAll(pushes);
}

void PushJob::showProgress()
{
    QString line;
    int position = -1;
    bool isNew = false;
    {
        const std::scoped_lock lock(m_said->mutex);
        line = std::exchange(m_said->line, QString());
        position = m_said->position;
        isNew = std::exchange(m_said->isNew, false);
    }
    if (position >= 0 && (isNew || !line.isEmpty()))
        Q_EMIT progressOfAll(position, line);
    else if (position < 0 && !line.isEmpty())
        Q_EMIT progress(line);
}

} // namespace meshdraft::workspace
