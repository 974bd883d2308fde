// SPDX-License-Identifier: Apache-2.0
#include "models/git/process.h"

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <functional>
#include <optional>
#include <tuple>

namespace meshdraft::git {

namespace {

/// posix_spawn's two C handles.
struct SpawnSettings {
    SpawnSettings()
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnSettings()
    {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    /// Ordinary signals in the program, whatever the calling thread blocks or ignores.
    void resetSignals(ChildProcess::Session session)
    {
        sigset_t set;
        sigemptyset(&set);
        posix_spawnattr_setsigmask(&attributes, &set);
        sigaddset(&set, SIGPIPE);
        sigaddset(&set, SIGINT);
        sigaddset(&set, SIGTERM);
        sigaddset(&set, SIGCHLD);
        posix_spawnattr_setsigdefault(&attributes, &set);
        const int own = session == ChildProcess::Session::Own ? POSIX_SPAWN_SETSID : 0;
        posix_spawnattr_setflags(&attributes, static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | own));
    }

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

std::vector<char*> pointersTo(const std::vector<std::string>& strings)
{
    std::vector<char*> pointers;
    pointers.reserve(strings.size() + 1);
    for (const std::string& string : strings)
        pointers.push_back(const_cast<char*>(string.c_str())); // NOLINT: posix_spawn does not write to them
    pointers.push_back(nullptr);
    return pointers;
}

int exitCodeOf(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::optional<std::pair<UniqueFd, UniqueFd>> makePipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    return std::pair(UniqueFd(ends[0]), UniqueFd(ends[1]));
}

/// Ordinary signals, whatever the calling thread blocks or ignores. Only calls that are allowed behind fork.
void resetSignals()
{
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGCHLD})
        ::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Starts a program in an empty network namespace: posix_spawn cannot do that. Where an ordinary user may not make
/// namespaces the program starts without.
std::expected<pid_t, int> forkWithoutNetwork(const CommandLine& command, const std::array<int, 3>& streams)
{
    auto report = makePipe();
    if (!report)
        return std::unexpected(EMFILE);
    const auto arguments = pointersTo(command.arguments);
    const auto environment = pointersTo(command.environment);
    const pid_t pid = ::fork();
    if (pid < 0)
        return std::unexpected(errno);
    if (pid == 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            std::ignore = ::unshare(CLONE_NEWNET);
        resetSignals();
        for (int target = 0; target < 3; ++target)
            ::dup2(streams[static_cast<std::size_t>(target)], target);
        if (command.directory.empty() || ::chdir(command.directory.c_str()) == 0)
            ::execvpe(arguments[0], arguments.data(), environment.data());
        const int failure = errno;
        std::ignore = ::write(report->second.get(), &failure, sizeof failure);
        ::_exit(127);
    }
    report->second.reset();
    int failure = 0;
    ssize_t count = 0;
    do {
        count = ::read(report->first.get(), &failure, sizeof failure);
    } while (count < 0 && errno == EINTR);
    if (count != sizeof failure)
        return pid;
    while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) { }
    return std::unexpected(failure);
}

/// Reads what is there; false at the end of the stream.
bool readSome(UniqueFd& fd, QByteArray& to)
{
    std::array<char, 65536> buffer; // NOLINT: filled by read
    const ssize_t count = ::read(fd.get(), buffer.data(), buffer.size());
    if (count > 0) {
        to.append(buffer.data(), count);
    } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
        fd.reset();
    }
    return fd.isOpen();
}

void readErrors(ChildProcess& child, ProcessResult& result, const ProcessWatch* watch)
{
    const qsizetype before = result.errors.size();
    readSome(child.errors, result.errors);
    if (watch != nullptr && watch->said && result.errors.size() > before)
        watch->said({result.errors.constData() + before, static_cast<std::size_t>(result.errors.size() - before)});
}

/// Writes as much as fits; closes the stream when all is written or nobody reads.
void writeSome(UniqueFd& fd, std::string_view& rest)
{
    const ssize_t count = ::send(fd.get(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
        rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR && errno != EAGAIN) {
        rest = {};
    }
    if (rest.empty())
        fd.reset();
}

} // namespace

UniqueFd& UniqueFd::operator=(UniqueFd&& other) noexcept
{
    if (this != &other) {
        reset();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void UniqueFd::reset()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

std::expected<ChildProcess, int> ChildProcess::start(const CommandLine& command, Errors errors, Session session)
{
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return std::unexpected(errno);
    ChildProcess child;
    child.input = UniqueFd(sockets[0]);
    const UniqueFd childInput(sockets[1]);
    auto outputPipe = makePipe();
    auto errorPipe = makePipe();
    if (!outputPipe || !errorPipe)
        return std::unexpected(EMFILE);

    if (command.withoutNetwork) {
        const UniqueFd nothing(::open("/dev/null", O_WRONLY | O_CLOEXEC));
        const int childErrors = errors == Errors::Capture ? errorPipe->second.get() : nothing.get();
        const auto pid = forkWithoutNetwork(command, {childInput.get(), outputPipe->second.get(), childErrors});
        if (!pid)
            return std::unexpected(pid.error());
        child.m_pid = *pid;
        child.output = std::move(outputPipe->first);
        if (errors == Errors::Capture)
            child.errors = std::move(errorPipe->first);
        return child;
    }

    SpawnSettings settings;
    settings.resetSignals(session);
    if (!command.directory.empty())
        posix_spawn_file_actions_addchdir_np(&settings.actions, command.directory.c_str());
    posix_spawn_file_actions_adddup2(&settings.actions, childInput.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&settings.actions, outputPipe->second.get(), STDOUT_FILENO);
    if (errors == Errors::Capture) {
        posix_spawn_file_actions_adddup2(&settings.actions, errorPipe->second.get(), STDERR_FILENO);
    } else {
        posix_spawn_file_actions_addopen(&settings.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }

    const auto arguments = pointersTo(command.arguments);
    const auto environment = pointersTo(command.environment);
    const int failure = posix_spawnp(&child.m_pid, arguments[0], &settings.actions, &settings.attributes,
                                     arguments.data(), environment.data());
    if (failure != 0) {
        child.m_pid = -1;
        return std::unexpected(failure);
    }
    child.m_hasSession = session == Session::Own;
    child.output = std::move(outputPipe->first);
    if (errors == Errors::Capture)
        child.errors = std::move(errorPipe->first);
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : input(std::move(other.input))
    , output(std::move(other.output))
    , errors(std::move(other.errors))
    , m_pid(std::exchange(other.m_pid, -1))
    , m_hasSession(other.m_hasSession)
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    if (this != &other) {
        end();
        input = std::move(other.input);
        output = std::move(other.output);
        errors = std::move(other.errors);
        m_pid = std::exchange(other.m_pid, -1);
        m_hasSession = other.m_hasSession;
    }
    return *this;
}

std::optional<int> ChildProcess::tryWait()
{
    int status = 0;
    if (m_pid <= 0 || waitpid(m_pid, &status, WNOHANG) != m_pid)
        return std::nullopt;
    m_pid = -1;
    return exitCodeOf(status);
}

int ChildProcess::wait()
{
    int status = 0;
    while (m_pid > 0 && waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    return exitCodeOf(status);
}

void ChildProcess::end()
{
    input.reset();
    output.reset();
    errors.reset();
    if (m_pid <= 0)
        return;
    if (m_hasSession) {
        endSession();
    } else {
        ::kill(m_pid, SIGTERM);
    }
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
}

void ChildProcess::kill()
{
    input.reset();
    output.reset();
    errors.reset();
    if (m_pid <= 0)
        return;
    ::kill(m_hasSession ? -m_pid : m_pid, SIGKILL);
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
}

void ChildProcess::endSession() const
{
    ::kill(-m_pid, SIGTERM);
    // Git needs a moment to remove its locks; what has not ended by then (a hook may ignore the signal) is killed. The
    // program is not waited for before that: its number must not be anybody else's yet.
    constexpr int rounds = 200;
    constexpr timespec pause{0, 10'000'000};
    for (int i = 0; i < rounds; ++i) {
        siginfo_t ended{};
        if (::waitid(P_PID, static_cast<id_t>(m_pid), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid != 0)
            break;
        ::nanosleep(&pause, nullptr);
    }
    ::kill(-m_pid, SIGKILL);
}

namespace {

/// Feeds and reads a program until it ends, or until `reached` gives the number of an error.
std::expected<ProcessResult, int> follow(ChildProcess& child, std::string_view input, const ProcessWatch* watch,
                                         const std::function<int(const ProcessResult&)>& reached)
{
    ProcessResult result;
    std::string_view rest = input;
    if (rest.empty())
        child.input.reset();
    // A program that the child left in the background may keep the streams open for ever: hence the look at the
    // child itself whenever nothing came for a while.
    constexpr int patience = 50; // milliseconds
    bool ended = false;
    while (child.output.isOpen() || child.errors.isOpen()) {
        if (watch != nullptr && watch->stop.stop_requested()) {
            child.end();
            result.exitCode = 128 + SIGTERM;
            return result;
        }
        if (const int error = reached ? reached(result) : 0; error != 0) {
            child.kill();
            return std::unexpected(error);
        }
        std::array<pollfd, 3> streams{pollfd{child.output.get(), POLLIN, 0}, pollfd{child.errors.get(), POLLIN, 0},
                                      pollfd{child.input.get(), POLLOUT, 0}};
        const int ready = ::poll(streams.data(), streams.size(), ended ? 0 : patience);
        if (ready < 0 && errno != EINTR)
            return std::unexpected(errno);
        if (ready == 0 && ended)
            return result;
        if (ready == 0) {
            if (const auto code = child.tryWait()) {
                result.exitCode = *code;
                ended = true;
            }
            continue;
        }
        if (streams[0].revents != 0)
            readSome(child.output, result.output);
        if (streams[1].revents != 0)
            readErrors(child, result, watch);
        if (streams[2].revents != 0)
            writeSome(child.input, rest);
    }
    if (!ended)
        result.exitCode = child.wait();
    return result;
}

} // namespace

std::expected<ProcessResult, int> runProcess(const CommandLine& command, std::string_view input,
                                             const ProcessWatch* watch)
{
    auto child = ChildProcess::start(command, ChildProcess::Errors::Capture,
                                     watch != nullptr ? ChildProcess::Session::Own : ChildProcess::Session::Ours);
    if (!child)
        return std::unexpected(child.error());
    return follow(*child, input, watch, {});
}

std::expected<ProcessResult, int> runProcess(const CommandLine& command, std::string_view input,
                                             const RunLimits& limits)
{
    const auto started = std::chrono::steady_clock::now();
    auto child = ChildProcess::start(command, ChildProcess::Errors::Capture);
    if (!child)
        return std::unexpected(child.error());
    return follow(*child, input, nullptr, [&](const ProcessResult& result) {
        if (limits.stop.stop_requested())
            return ECANCELED;
        if (limits.time && std::chrono::steady_clock::now() - started >= *limits.time)
            return ETIMEDOUT;
        return std::max(result.output.size(), result.errors.size()) > limits.output ? EFBIG : 0;
    });
}

bool writeAll(const UniqueFd& socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace meshdraft::git
