// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/layoutclient.h"
#include "tests/topology/meshes.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

const QString workerProgram = QStringLiteral(MESHDRAFT_BINARY_DIR "/tests/layoutworker");

struct Request {
    explicit Request(unsigned seed, int nodes = 40)
        : topology(randomTopology(seed, nodes))
        , sizes(measureNodes(topology, FixedMeasure()))
    {
    }
    Topology topology;
    std::vector<Rect> sizes;
};

bool comes(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 20000);
}

/// A program that does with its input whatever a line of shell says.
QString scriptIn(const QTemporaryDir& directory, const QByteArray& line)
{
    const QString path = directory.filePath(u"worker"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write("#!/bin/sh\n" + line + "\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

class TestLayoutWorker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersWhatTheFunctionSays();
    void endsWithItsInput();
    void answersSeveralRequestsInARow();
    void cachedLayoutComesAtOnce();
    void newerRequestDropsTheOlder();
    void cancelledRequestStaysSilent();
    void failuresAreErrors_data();
    void failuresAreErrors();
    void waitingForeverIsLimited();
    void clientRecoversFromACrash();
};

void TestLayoutWorker::answersWhatTheFunctionSays()
{
    const Request request(1, 120);
    const Expected<Layout> direct = layoutWithGraphviz(request.topology, request.sizes);
    const Expected<Layout> worker = layoutInWorker(workerProgram, request.topology, request.sizes);
    QVERIFY(worker.has_value());
    QVERIFY(direct->nodes == worker->nodes);
    QVERIFY(direct->groups == worker->groups);
}

void TestLayoutWorker::endsWithItsInput()
{
    QProcess process;
    process.start(workerProgram, {u"--layout-worker"_s});
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    process.start(workerProgram, {u"--layout-worker"_s});
    process.write("half");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
}

void TestLayoutWorker::answersSeveralRequestsInARow()
{
    LayoutClient client(workerProgram);
    for (unsigned seed = 0; seed < 5; ++seed) {
        const Request request(seed);
        std::optional<Expected<Layout>> answer;
        client.request(request.topology, request.sizes, [&](Expected<Layout> layout) { answer = std::move(layout); });
        QVERIFY(comes([&] { return answer.has_value(); }));
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->nodes.size(), request.topology.nodes.size());
    }
}

void TestLayoutWorker::cachedLayoutComesAtOnce()
{
    LayoutClient client(workerProgram);
    const Request request(3);
    int answers = 0;
    client.request(request.topology, request.sizes, [&](const Expected<Layout>&) { ++answers; });
    QCOMPARE(answers, 0);
    QVERIFY(comes([&] { return answers == 1; }));
    client.request(request.topology, request.sizes,
                   [&](const Expected<Layout>& layout) { answers += layout.has_value() ? 1 : 0; });
    QCOMPARE(answers, 2);
}

void TestLayoutWorker::newerRequestDropsTheOlder()
{
    LayoutClient client(workerProgram);
    const Request older(4, 900);
    const Request newer(5);
    bool olderAnswered = false;
    std::optional<Expected<Layout>> answer;
    client.request(older.topology, older.sizes, [&](const Expected<Layout>&) { olderAnswered = true; });
    client.request(newer.topology, newer.sizes, [&](Expected<Layout> layout) { answer = std::move(layout); });
    QVERIFY(comes([&] { return answer.has_value(); }));
    QVERIFY(answer->has_value());
    QCOMPARE((*answer)->nodes.size(), newer.topology.nodes.size());
    QVERIFY(!olderAnswered);
}

void TestLayoutWorker::cancelledRequestStaysSilent()
{
    LayoutClient client(workerProgram);
    const Request first(6);
    const Request second(7);
    bool isAnswered = false;
    client.request(first.topology, first.sizes, [&](const Expected<Layout>&) { isAnswered = true; });
    client.cancel();
    bool nextAnswered = false;
    client.request(second.topology, second.sizes, [&](const Expected<Layout>&) { nextAnswered = true; });
    QVERIFY(comes([&] { return nextAnswered; }));
    QVERIFY(!isAnswered);
}

void TestLayoutWorker::failuresAreErrors_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such program") << QByteArray() << u"layout.worker"_s;
    QTest::newRow("ends at once") << QByteArray("exit 3") << u"layout.worker"_s;
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << u"layout.worker"_s;
    QTest::newRow("crashes while answering") << QByteArray("printf '\\100\\0\\0'; kill -9 $$") << u"layout.worker"_s;
    QTest::newRow("says nonsense") << QByteArray("echo a very long line of nonsense; sleep 1") << u"layout.protocol"_s;
    QTest::newRow("empty answer") << QByteArray("printf '\\0\\0\\0\\0\\0\\0\\0\\0'; sleep 1") << u"layout.protocol"_s;
}

void TestLayoutWorker::failuresAreErrors()
{
    QFETCH(const QByteArray, script);
    QFETCH(const QString, code);
    const QTemporaryDir directory;
    const QString program = script.isEmpty() ? directory.filePath(u"nothing"_s) : scriptIn(directory, script);
    const Request request(8);
    const Expected<Layout> waited = layoutInWorker(program, request.topology, request.sizes);
    QVERIFY(!waited.has_value());
    QCOMPARE(QString::fromStdString(waited.error().code), code);

    LayoutClient client(program);
    std::optional<Expected<Layout>> answer;
    client.request(request.topology, request.sizes, [&](Expected<Layout> layout) { answer = std::move(layout); });
    QVERIFY(comes([&] { return answer.has_value(); }));
    QVERIFY(!answer->has_value());
    QCOMPARE(QString::fromStdString(answer->error().code), code);
}

void TestLayoutWorker::waitingForeverIsLimited()
{
    const QTemporaryDir directory;
    const QString program = scriptIn(directory, "exec sleep 60");
    const Request request(8);
    const Expected<Layout> layout = layoutInWorker(program, request.topology, request.sizes, 200);
    QVERIFY(!layout.has_value());
    QCOMPARE(layout.error().code, "layout.worker");
}

void TestLayoutWorker::clientRecoversFromACrash()
{
    // The first start dies, later ones are the real worker.
    const QTemporaryDir directory;
    const QByteArray mark = QFile::encodeName(directory.filePath(u"mark"_s));
    const QString program = scriptIn(directory,
                                     "[ -e " + mark + " ] || { touch " + mark + "; exit 1; }; exec "
                                         + QFile::encodeName(workerProgram) + " --layout-worker");
    LayoutClient client(program);
    const Request request(9);
    std::optional<Expected<Layout>> answer;
    client.request(request.topology, request.sizes, [&](Expected<Layout> layout) { answer = std::move(layout); });
    QVERIFY(comes([&] { return answer.has_value(); }));
    QVERIFY(!answer->has_value());
    answer.reset();
    client.request(request.topology, request.sizes, [&](Expected<Layout> layout) { answer = std::move(layout); });
    QVERIFY(comes([&] { return answer.has_value(); }));
    QVERIFY(answer->has_value());
}

QTEST_GUILESS_MAIN(TestLayoutWorker)
#include "tst_layoutworker.moc"
