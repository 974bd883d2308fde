// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include <pthread.h>

namespace meshdraft::bench {

/// Time of one thread, in milliseconds.
struct ThreadTime {
    double wall = 0;
    double cpu = 0; ///< running
    double queued = 0; ///< waiting for a core: what other programs take

    /// Without what other programs took: running, and blocked on files, locks and processes.
    double own() const { return wall - queued; }
};

/// Asks the GUI thread for an answer through its event loop, every two milliseconds, and notes each time that it
/// stayed away for long. Made on the GUI thread, which it watches from a thread of its own.
class EventWatch : public QObject {
    Q_OBJECT
public:
    static constexpr double longestMs = 50;

    struct Stall {
        QString during;
        ThreadTime time;
        std::vector<std::vector<void*>> stacks; ///< what the GUI thread was at, every few milliseconds
    };

    explicit EventWatch(bool withStacks);
    ~EventWatch() override;

    /// What is done from now on. Nothing is noted while it is empty.
    void setDuring(const QString& what);
    /// The longest time without an answer since setDuring, and the stalls above longestMs.
    ThreadTime worst() const;
    std::vector<Stall> stalls() const;
    /// Time of the GUI thread since it began.
    ThreadTime now() const;
    /// The functions of this program that the stalls were in, most often first.
    static QStringList functionsIn(const Stall& stall, int most);

private:
    Q_INVOKABLE void answer(int question);
    void watch(const std::stop_token& stop);
    void note(const ThreadTime& time, std::vector<std::vector<void*>> stacks);

    bool m_withStacks;
    int m_threadId;
    pthread_t m_thread;
    std::atomic<int> m_answered = 0;
    mutable std::mutex m_mutex;
    QString m_during;
    ThreadTime m_worst;
    std::vector<Stall> m_stalls;
    std::jthread m_watcher;
};

} // namespace meshdraft::bench
