// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/eventwatch.h"

#include <QMap>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <set>

#include <cxxabi.h>
#include <execinfo.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace meshdraft::bench {

namespace {

constexpr auto betweenQuestions = 2ms;
constexpr auto betweenStacks = 4ms;
constexpr double stacksAfter = 20;

struct Caught {
    std::array<void*, 96> frames;
    std::atomic<int> count = -1;
};
Caught caught;

void catchStack(int /*signal*/)
{
    caught.count = backtrace(caught.frames.data(), static_cast<int>(caught.frames.size()));
}

double milliseconds(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

ThreadTime operator-(const ThreadTime& a, const ThreadTime& b)
{
    return {a.wall - b.wall, a.cpu - b.cpu, a.queued - b.queued};
}

QString functionAt(void* address)
{
    char** text = backtrace_symbols(&address, 1);
    // "program(mangled+0x12) [0x...]"
    QString name = QString::fromLocal8Bit(text[0]);
    std::free(text);
    name = name.section(u'(', 1).section(u'+', 0, 0);
    int status = 0;
    char* plain = abi::__cxa_demangle(name.toLatin1().constData(), nullptr, nullptr, &status);
    if (status == 0)
        name = QString::fromLatin1(plain).section(u'(', 0, 0);
    std::free(plain);
    return name;
}

} // namespace

EventWatch::EventWatch(bool withStacks)
    : m_withStacks(withStacks)
    , m_threadId(gettid())
    , m_thread(pthread_self())
{
    void* first = nullptr;
    backtrace(&first, 1); // loads what it needs outside of the signal
    struct sigaction action = {};
    action.sa_handler = catchStack;
    action.sa_flags = SA_RESTART;
    sigaction(SIGUSR2, &action, nullptr);
    m_watcher = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

EventWatch::~EventWatch()
{
    m_watcher.request_stop();
    m_watcher.join();
}

void EventWatch::setDuring(const QString& what)
{
    const std::scoped_lock lock(m_mutex);
    m_during = what;
    m_worst = {};
    m_stalls.clear();
}

ThreadTime EventWatch::worst() const
{
    const std::scoped_lock lock(m_mutex);
    return m_worst;
}

std::vector<EventWatch::Stall> EventWatch::stalls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_stalls;
}

ThreadTime EventWatch::now() const
{
    ThreadTime time;
    time.wall = milliseconds(std::chrono::steady_clock::now().time_since_epoch());
    std::ifstream file("/proc/self/task/" + std::to_string(m_threadId) + "/schedstat");
    file >> time.cpu >> time.queued;
    time.cpu /= 1e6;
    time.queued /= 1e6;
    return time;
}

void EventWatch::answer(int question)
{
    m_answered = question;
}

void EventWatch::watch(const std::stop_token& stop)
{
    for (int question = 1; !stop.stop_requested(); ++question) {
        std::this_thread::sleep_for(betweenQuestions);
        const ThreadTime asked = now();
        std::vector<std::vector<void*>> stacks;
        QMetaObject::invokeMethod(this, "answer", Qt::QueuedConnection, Q_ARG(int, question));
        while (m_answered != question && !stop.stop_requested()) {
            const bool isLong = (now() - asked).wall > stacksAfter;
            std::this_thread::sleep_for(isLong ? betweenStacks : 1ms);
            if (!isLong || !m_withStacks || m_answered == question)
                continue;
            caught.count = -1;
            pthread_kill(m_thread, SIGUSR2);
            for (int wait = 0; caught.count < 0 && wait < 50; ++wait)
                std::this_thread::sleep_for(100us);
            if (const int count = caught.count; count > 0)
                stacks.emplace_back(caught.frames.begin(), caught.frames.begin() + count);
        }
        note(now() - asked, std::move(stacks));
    }
}

void EventWatch::note(const ThreadTime& time, std::vector<std::vector<void*>> stacks)
{
    const std::scoped_lock lock(m_mutex);
    if (m_during.isEmpty())
        return;
    if (time.own() > m_worst.own())
        m_worst = time;
    if (time.own() > longestMs)
        m_stalls.push_back({m_during, time, std::move(stacks)});
}

QStringList EventWatch::functionsIn(const Stall& stall, int most)
{
    QMap<QString, int> counts;
    for (const auto& stack : stall.stacks) {
        std::set<QString> names;
        for (void* const frame : stack) {
            const QString name = functionAt(frame);
            if (name.startsWith("meshdraft::"_L1) && !name.startsWith("meshdraft::bench"_L1))
                names.insert(name);
        }
        for (const QString& name : names)
            ++counts[name];
    }
    std::vector<std::pair<int, QString>> sorted;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        sorted.emplace_back(it.value(), it.key());
    std::ranges::stable_sort(sorted, std::greater(), &std::pair<int, QString>::first);
    QStringList lines;
    for (const auto& [count, name] : sorted) {
        if (lines.size() < most)
            lines << u"%1/%2 %3"_s.arg(count).arg(stall.stacks.size()).arg(name);
    }
    return lines;
}

} // namespace meshdraft::bench
