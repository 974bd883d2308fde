// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/disposer.h"

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace std::chrono_literals;

namespace meshdraft::workspace {

Disposer::Disposer()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

Disposer::~Disposer() = default;

void Disposer::take(std::shared_ptr<const void> thing)
{
    if (!thing)
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_things.push_back(std::move(thing));
    }
    m_changed.notify_one();
}

void Disposer::run(const std::stop_token& stop)
{
    constexpr auto betweenLooks = 100ms;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_changed.wait(lock, stop, [this] { return !m_things.empty(); });
        std::vector<std::shared_ptr<const void>> alone;
        const auto rest = std::ranges::partition(m_things, [](const auto& thing) { return thing.use_count() > 1; });
        std::ranges::move(rest, std::back_inserter(alone));
        m_things.erase(rest.begin(), rest.end());
        lock.unlock();
        alone.clear();
        lock.lock();
        // Others still hold the rest: a view that waits for its next picture.
        if (!m_things.empty())
            m_changed.wait_for(lock, stop, betweenLooks, [] { return false; });
    }
}

} // namespace meshdraft::workspace
