// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/disposer.h"
#include "tests/workspace/waitfor.h"

#include <QtTest>

#include <atomic>
#include <thread>

using meshdraft::workspace::Disposer;

class TestDisposer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesApartOnAThreadOfItsOwn();
    void waitsForOthers();
    void takesApartWhatIsLeft();

private:
    std::shared_ptr<const void> thing()
    {
        m_isGone = false;
        return {new int(1), [this](const int* value) {
                    m_thread = std::this_thread::get_id();
                    m_isGone = true;
                    delete value;
                }};
    }

    std::atomic<bool> m_isGone = false;
    std::atomic<std::thread::id> m_thread;
};

void TestDisposer::takesApartOnAThreadOfItsOwn()
{
    Disposer disposer;
    disposer.take(nullptr);
    disposer.take(thing());
    WAIT_FOR(m_isGone);
    QVERIFY(m_thread.load() != std::this_thread::get_id());
}

void TestDisposer::waitsForOthers()
{
    Disposer disposer;
    auto held = thing();
    disposer.take(held);
    QTest::qWait(250);
    QVERIFY(!m_isGone);
    held.reset();
    WAIT_FOR(m_isGone);
    QVERIFY(m_thread.load() != std::this_thread::get_id());
}

void TestDisposer::takesApartWhatIsLeft()
{
    {
        Disposer disposer;
        disposer.take(thing());
    }
    QVERIFY(m_isGone);
}

QTEST_GUILESS_MAIN(TestDisposer)
#include "tst_disposer.moc"
