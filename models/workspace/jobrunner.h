// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace meshdraft::workspace {

/// Runs one kind of background work at a time on a std::jthread: a new job asks the old one to stop and its late result
/// is dropped; the destructor stops and waits. A job touches no QObject. GUI thread.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// Runs `work` on the worker thread, then `done` with its result on the GUI thread unless a newer job was started
    /// or cancel() was called.
    template <typename Result> void run(std::function<Result(std::stop_token)> work, std::function<void(Result)> done)
    {
        start([work = std::move(work), done = std::move(done)](const std::stop_token& stop) -> std::function<void()> {
            auto result = std::make_shared<Result>(work(stop));
            return [result, done] { done(std::move(*result)); };
        });
    }
    void cancel();
    bool isRunning() const;

Q_SIGNALS:
    void started();
    void finished();

private:
    using Job = std::function<std::function<void()>(std::stop_token)>;
    void start(Job job);
    Q_INVOKABLE void deliver(); ///< called through the event loop when the worker has put down a result

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace meshdraft::workspace
