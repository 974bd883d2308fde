// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <sys/types.h>

#include <chrono>
#include <expected>
#include <functional>
#include <limits>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshdraft::git {

/// Owns a file descriptor.
class UniqueFd {
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd)
        : m_fd(fd)
    {
    }
    UniqueFd(UniqueFd&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    UniqueFd& operator=(UniqueFd&& other) noexcept;
    UniqueFd(const UniqueFd&) = delete;
    UniqueFd& operator=(const UniqueFd&) = delete;
    ~UniqueFd() { reset(); }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void reset();

private:
    int m_fd = -1;
};

/// Program and arguments, and the whole environment as "NAME=value": bytes, since a path need not be UTF-8.
struct CommandLine {
    std::vector<std::string> arguments; ///< the first is the program, looked up in PATH
    std::vector<std::string> environment;
    std::string directory; ///< where it runs; empty: where we run
    bool withoutNetwork = false; ///< in an empty network namespace, where the system allows that
};

/// A running program without a shell, with its standard streams. Belongs to no thread (QProcess does): whoever owns it
/// may use it. The destructor ends it and waits for it.
class ChildProcess {
public:
    enum class Errors { Capture, Drop };
    /// In a session of its own a program and all that it starts have no terminal to ask at, and end together.
    enum class Session { Ours, Own };

    /// Starts a program; else the errno of the failure (ENOENT: there is no such program).
    static std::expected<ChildProcess, int> start(const CommandLine& command, Errors errors,
                                                  Session session = Session::Ours);

    ChildProcess() = default;
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() { end(); }

    bool isRunning() const { return m_pid > 0; }
    UniqueFd input; ///< a socket: writing to an ended program is EPIPE and not a signal
    UniqueFd output;
    UniqueFd errors; ///< closed with Errors::Drop

    /// The exit code when the program has ended (128 + signal when one killed it); nothing while it runs.
    std::optional<int> tryWait();
    /// Waits for the program to end by itself; its exit code.
    int wait();
    /// Closes the streams, ends the program and waits for it.
    void end();
    /// As end(), but leaves the program no say in it.
    void kill();

private:
    void endSession() const;

    pid_t m_pid = -1;
    bool m_hasSession = false;
};

struct ProcessResult {
    int exitCode = 0; ///< 128 + signal when a signal ended it
    QByteArray output;
    QByteArray errors;
};

/// A look at a program that runs for long, from the thread that waits for it.
struct ProcessWatch {
    std::function<void(std::string_view)> said; ///< what comes on its error stream, as it comes; may be empty
    std::stop_token stop; ///< ends the program, and what it has started
};

/// Runs a program to its end. Blocks the calling thread. Returns when the program has ended, even where something it
/// started in the background still holds its streams. With a watch it runs in a session of its own.
std::expected<ProcessResult, int> runProcess(const CommandLine& command, std::string_view input = {},
                                             const ProcessWatch* watch = nullptr);

/// When to give a program up.
struct RunLimits {
    std::stop_token stop;
    std::optional<std::chrono::milliseconds> time = std::nullopt;
    qsizetype output = std::numeric_limits<qsizetype>::max(); ///< bytes, of each stream
};

/// As above; a program that reaches a limit is killed. Errors besides errno of the start: ECANCELED (stopped),
/// ETIMEDOUT, EFBIG.
std::expected<ProcessResult, int> runProcess(const CommandLine& command, std::string_view input,
                                             const RunLimits& limits);

/// Writes everything to a ChildProcess's input; false when the program is gone.
bool writeAll(const UniqueFd& socket, std::string_view bytes);

} // namespace meshdraft::git
