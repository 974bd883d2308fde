// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/planstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

changes::CanaryPlan somePlan()
{
    return {{"reviews/v1", "reviews/v2"}, 1, {{{90, 10}, 30, "watch errors"}, {{0, 100}, 0, {}}}};
}

} // namespace

class TestPlanStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsPlansOfARepository();
    void isForItsOwnerOnly();
    void forgets();
    void worksWithoutADirectory();
    void brokenFilesAreNoPlans_data();
    void brokenFilesAreNoPlans();

private:
    static QString onlyFile(const QTemporaryDir& directory)
    {
        return QDir(directory.filePath(u"plans"_s)).entryInfoList(QDir::Files).value(0).filePath();
    }
};

void TestPlanStore::keepsPlansOfARepository()
{
    const QTemporaryDir directory;
    const QString plans = directory.filePath(u"plans"_s);
    {
        PlanStore store(plans);
        store.open(u"/one"_s);
        QVERIFY(store.plan(u"a"_s).isEmpty());
        QVERIFY(store.keep(u"a"_s, somePlan()));
        QCOMPARE(store.plan(u"a"_s), somePlan());
        store.open(u"/two"_s);
        QVERIFY(store.plan(u"a"_s).isEmpty());
    }
    PlanStore again(plans);
    again.open(u"/one"_s);
    QCOMPARE(again.plan(u"a"_s), somePlan());
    QVERIFY(again.plan(u"b"_s).isEmpty());
}

void TestPlanStore::isForItsOwnerOnly()
{
    const QTemporaryDir directory;
    PlanStore store(directory.filePath(u"plans"_s));
    store.open(u"/one"_s);
    QVERIFY(store.keep(u"a"_s, somePlan()));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(onlyFile(directory)) & others));
    QVERIFY(!(QFile::permissions(directory.filePath(u"plans"_s)) & others));
}

void TestPlanStore::forgets()
{
    const QTemporaryDir directory;
    PlanStore store(directory.filePath(u"plans"_s));
    store.open(u"/one"_s);
    QVERIFY(store.keep(u"a"_s, somePlan()));
    QVERIFY(store.keep(u"a"_s, {}));
    store.open(u"/one"_s);
    QVERIFY(store.plan(u"a"_s).isEmpty());
}

void TestPlanStore::worksWithoutADirectory()
{
    PlanStore store;
    store.open(u"/one"_s);
    QVERIFY(store.keep(u"a"_s, somePlan()));
    QCOMPARE(store.plan(u"a"_s), somePlan());
}

void TestPlanStore::brokenFilesAreNoPlans_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("");
    QTest::newRow("another schema") << QByteArray("plans/1") << QByteArray("plans/9");
    QTest::newRow("a weight too few") << QByteArray("90,") << QByteArray("");
    QTest::newRow("a target that is not there") << QByteArray("\"target\": 1") << QByteArray("\"target\": 7");
    QTest::newRow("a negative target") << QByteArray("\"target\": 1") << QByteArray("\"target\": -1");
}

void TestPlanStore::brokenFilesAreNoPlans()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const QTemporaryDir directory;
    PlanStore store(directory.filePath(u"plans"_s));
    store.open(u"/one"_s);
    QVERIFY(store.keep(u"a"_s, somePlan()));
    QFile file(onlyFile(directory));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY(text.contains(from));
    text.replace(from, to);
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    store.open(u"/one"_s);
    QVERIFY(store.plan(u"a"_s).isEmpty());
}

QTEST_APPLESS_MAIN(TestPlanStore)
#include "tst_planstore.moc"
