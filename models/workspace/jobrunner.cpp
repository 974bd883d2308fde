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
    , d(std::make_unique<Private>())
{
}

JobRunner::~JobRunner()
{
    d->thread.request_stop();
    if (d->thread.joinable())
        d->thread.join();
}

void JobRunner::start(Job job)
{
    d->thread.request_stop();
    const auto generation = ++d->generation;
    const bool wasRunning = std::exchange(d->running, true);
    // The new thread waits for the old one, so that at most one job runs and the GUI thread never waits.
    d->thread = std::jthread(
        [this, generation, job = std::move(job), old = std::move(d->thread)](const std::stop_token& stop) mutable {
            if (old.joinable())
                old.join();
            if (stop.stop_requested())
                return;
            auto result = job(stop);
            const std::scoped_lock lock(d->mutex);
            d->result = std::move(result);
            d->resultGeneration = generation;
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
        const std::scoped_lock lock(d->mutex);
        result = std::exchange(d->result, nullptr);
        isLate = d->resultGeneration != d->generation;
    }
    if (!result || isLate || !d->running)
        return;
    d->running = false;
    Q_EMIT finished();
    result();
}

void JobRunner::cancel()
{
    d->thread.request_stop();
    ++d->generation;
    if (std::exchange(d->running, false))
        Q_EMIT finished();
}

bool JobRunner::isRunning() const
{
    return d->running;
}

} // namespace meshdraft::workspace
