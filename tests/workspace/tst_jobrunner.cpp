// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/jobrunner.h"

#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <latch>
#include <thread>

using namespace meshdraft::workspace;

class TestJobRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsOnAnotherThreadAndAnswersOnThisOne();
    void aNewJobStopsTheOldOneAndDropsItsResult();
    void cancelDropsTheResult();
    void theDestructorStopsAndWaits();
    void manyJobsInARowLeaveTheLast();
    void aResultMayStartTheNextJob();
};

void TestJobRunner::runsOnAnotherThreadAndAnswersOnThisOne()
{
    JobRunner runner;
    QSignalSpy started(&runner, &JobRunner::started);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::thread::id worker;
    std::thread::id answer;
    runner.run<std::thread::id>([](const std::stop_token&) { return std::this_thread::get_id(); },
                                [&](std::thread::id id) {
                                    worker = id;
                                    answer = std::this_thread::get_id();
                                });
    QVERIFY(runner.isRunning());
    WAIT_FOR(!runner.isRunning());
    WAIT_FOR(answer == std::this_thread::get_id());
    QVERIFY(worker != answer);
    QCOMPARE(started.size(), 1);
    QCOMPARE(finished.size(), 1);
}

void TestJobRunner::aNewJobStopsTheOldOneAndDropsItsResult()
{
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::atomic<bool> running = false;
    std::atomic<bool> stopped = false;
    std::vector<int> results;
    runner.run<int>(
        [&](const std::stop_token& stop) {
            running = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
            return 1;
        },
        [&](int result) { results.push_back(result); });
    while (!running)
        std::this_thread::yield();
    // The second one begins when the first has ended: never two at once.
    bool firstHadEnded = false;
    runner.run<int>(
        [&](const std::stop_token&) {
            firstHadEnded = stopped;
            return 2;
        },
        [&](int result) { results.push_back(result); });
    WAIT_FOR(results == std::vector<int>{2});
    QVERIFY(firstHadEnded);
    QCOMPARE(finished.size(), 1);
}

void TestJobRunner::cancelDropsTheResult()
{
    JobRunner runner;
    bool answered = false;
    std::latch done(1);
    runner.run<int>(
        [&](const std::stop_token&) {
            done.count_down();
            return 1;
        },
        [&](int) { answered = true; });
    done.wait();
    runner.cancel();
    QVERIFY(!runner.isRunning());
    QTest::qWait(20);
    QVERIFY(!answered);
    runner.run<int>([](const std::stop_token&) { return 2; }, [&](int) { answered = true; });
    WAIT_FOR(answered);
}

void TestJobRunner::theDestructorStopsAndWaits()
{
    std::atomic<bool> running = false;
    std::atomic<bool> ended = false;
    {
        JobRunner runner;
        runner.run<int>(
            [&](const std::stop_token& stop) {
                running = true;
                while (!stop.stop_requested())
                    std::this_thread::yield();
                ended = true;
                return 1;
            },
            [](int) { QFAIL("the runner is gone"); });
        while (!running)
            std::this_thread::yield();
    }
    QVERIFY(ended);
    QCoreApplication::processEvents();
}

void TestJobRunner::manyJobsInARowLeaveTheLast()
{
    JobRunner runner;
    std::vector<int> results;
    for (int i = 0; i < 200; ++i)
        runner.run<int>([i](const std::stop_token&) { return i; }, [&](int result) { results.push_back(result); });
    WAIT_FOR(!runner.isRunning());
    WAIT_FOR(results == std::vector<int>{199});
}

void TestJobRunner::aResultMayStartTheNextJob()
{
    JobRunner runner;
    int sum = 0;
    std::function<void(int)> next = [&](int value) {
        sum += value;
        if (value < 5)
            runner.run<int>([value](const std::stop_token&) { return value + 1; }, next);
    };
    runner.run<int>([](const std::stop_token&) { return 1; }, next);
    WAIT_FOR(sum == 15);
}

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
