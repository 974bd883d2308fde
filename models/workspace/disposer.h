// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace meshdraft::workspace {

/// Takes apart in the background what nobody else holds any more: a large mesh is tens of thousands of pieces, and the
/// window must not stop for them. Values only, no QObject. The destructor takes apart what is left.
class Disposer {
public:
    Disposer();
    ~Disposer();

    /// Waits until this is the last one to hold it, then lets it go.
    void take(std::shared_ptr<const void> thing);

private:
    void run(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<std::shared_ptr<const void>> m_things;
    std::jthread m_thread;
};

} // namespace meshdraft::workspace
