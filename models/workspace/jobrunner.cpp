// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/jobrunner.h"

#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

namespace meshdraft::workspace {

struct JobRunner::Private {
    std::jthread thread;
    std::uint64_t generation = 0; ///< of the newest job; GUI thread only
    bool running = false; ///< GUI thread only

    // What the worker hands over. The lock also orders everything the worker did before the GUI thread's use of it.
    std::mutex mutex;
    std::function<void()> result;
    std::uint64_t resultGeneration = 0;
};

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>())
{
}

JobRunner::~JobRunner()
{
    m_private->thread.request_stop();
    if (m_private->thread.joinable())
        m_private->thread.join();
}

void JobRunner::start(Job job)
{
    m_private->thread.request_stop();
    const auto generation = ++m_private->generation;
    const bool wasRunning = std::exchange(m_private->running, true);
    // The new thread waits for the old one, so that at most one job runs and the GUI thread never waits.
    m_private->thread = std::jthread([this, generation, job = std::move(job),
                                      old = std::move(m_private->thread)](const std::stop_token& stop) mutable {
        if (old.joinable())
            old.join();
        if (stop.stop_requested())
            return;
        auto result = job(stop);
        const std::scoped_lock lock(m_private->mutex);
        m_private->result = std::move(result);
        m_private->resultGeneration = generation;
        QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
    });
    if (!wasRunning)
        Q_EMIT started();
}

void JobRunner::deliver()
{
    std::function<void()> result;
    bool isLate = false;
    {
        const std::scoped_lock lock(m_private->mutex);
        result = std::exchange(m_private->result, nullptr);
        isLate = m_private->resultGeneration != m_private->generation;
    }
    if (!result || isLate || !m_private->running)
        return;
    m_private->running = false;
    Q_EMIT finished();
    result();
}

void JobRunner::cancel()
{
    m_private->thread.request_stop();
    ++m_private->generation;
    if (std::exchange(m_private->running, false))
        Q_EMIT finished();
}

bool JobRunner::isRunning() const
{
    return m_private->running;
}

} // namespace meshdraft::workspace
