// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli canary, the real program.
#include "commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

class TestCanaryCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void plansWithoutWriting();
    void writesBranches();
    void addsANewSubset();
    void printsDifferences();
    void printsJson();
    void refuses_data();
    void refuses();
    void namesTheOwner();

private:
    QString path() const { return m_directory->path(); }
    QByteArray state() const
    {
        return git({u"for-each-ref"_s}, path()).out + git({u"status"_s, u"--porcelain"_s}, path()).out
            + git({u"rev-parse"_s, u"HEAD"_s}, path()).out;
    }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestCanaryCommand::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path() + u"/reviews.yaml"_s, R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - name: default
    route:
    - destination: {host: reviews, subset: v1}
      weight: 90 # stable
    - destination: {host: reviews, subset: v2}
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: v2, labels: {version: v2}}
  - {name: v3, labels: {version: v3}}
)");
    commitAll(path());
}

void TestCanaryCommand::plansWithoutWriting()
{
    const auto before = state();
    const auto said = cli({u"canary"_s, u"virtualservice/reviews"_s, u"--route"_s, u"default"_s, u"--to"_s, u"v2"_s,
                           u"--steps"_s, u"10,25,50,100"_s},
                          path());
    QCOMPARE(said.code, 0);
    QVERIFY2(said.out.contains("1  canary/reviews-v2-1-25  "), said.out);
    QVERIFY2(said.out.contains("reviews/v1 75, reviews/v2 25; then 30 min"), said.out);
    QVERIFY2(said.out.contains("3 pull requests, one a branch: merge 1, wait for the sync, then merge 2"), said.out);
    QCOMPARE(state(), before);
}

void TestCanaryCommand::writesBranches()
{
    const auto said = cli(
        {u"canary"_s, u"vs/reviews"_s, u"--to"_s, u"v3"_s, u"--steps"_s, u"50,100"_s, u"--branches"_s, u"x"_s}, path());
    QVERIFY2(said.code == 0, said.err);
    QCOMPARE(said.out.count('\n'), 2);
    QVERIFY(said.out.contains(" x-1-50\n"));
    const auto diff = git({u"diff"_s, u"-U0"_s, u"x-1-50"_s, u"x-2-100"_s}, path()).out;
    QVERIFY2(diff.contains("-      weight: 40 # stable\n+      weight: 0 # stable\n"), diff);
    QCOMPARE(git({u"symbolic-ref"_s, u"HEAD"_s}, path()).out, "refs/heads/main\n");
    QCOMPARE(git({u"status"_s, u"--porcelain"_s}, path()).out, "");
    // a second time one of them is there: nothing is made, not even in part
    git({u"branch"_s, u"-D"_s, u"x-1-50"_s}, path());
    const auto before = state();
    const auto refused = cli(
        {u"canary"_s, u"vs/reviews"_s, u"--to"_s, u"v3"_s, u"--steps"_s, u"50,100"_s, u"--branches"_s, u"x"_s}, path());
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("x-2-100"), refused.err);
    QCOMPARE(state(), before);
}

void TestCanaryCommand::addsANewSubset()
{
    const auto said = cli({u"canary"_s, u"vs/reviews"_s, u"--to"_s, u"v4"_s, u"--label"_s, u"version=v4,track=canary"_s,
                           u"--branches"_s, u"x"_s},
                          path());
    QVERIFY2(said.code == 0, said.err);
    QVERIFY2(said.out.contains(" x-1-subset\n"), said.out);
    const auto diff = git({u"diff"_s, u"-U0"_s, u"main"_s, u"x-1-subset"_s}, path()).out;
    QVERIFY2(diff.contains("name: v4") && diff.contains("track: canary") && !diff.contains("weight"), diff);
    QCOMPARE(git({u"diff"_s, u"--name-only"_s, u"main"_s, u"x-5-100"_s}, path()).out, "reviews.yaml\n");
}

void TestCanaryCommand::printsDifferences()
{
    const auto before = state();
    const auto said =
        cli({u"canary"_s, u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--steps"_s, u"50"_s, u"--diff"_s}, path());
    QCOMPARE(said.code, 0);
    QVERIFY2(said.out.startsWith("# canary/reviews-v2-1-50\n--- a/reviews.yaml\n"), said.out);
    QVERIFY2(said.out.contains("-      weight: 10\n+      weight: 50\n"), said.out);
    QCOMPARE(state(), before);
}

void TestCanaryCommand::printsJson()
{
    const auto said = cli({u"canary"_s, u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--steps"_s, u"50,100"_s, u"--branches"_s,
                           u"x"_s, u"--format"_s, u"json"_s},
                          path());
    QVERIFY2(said.code == 0, said.err);
    const auto object = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(object[u"schema"_s].toString(), u"meshdraft.canary/1"_s);
    QVERIFY(object.contains(u"environment"_s));
    const auto branches = object[u"branches"_s].toArray();
    QCOMPARE(branches.size(), 2);
    const auto first = branches[0].toObject();
    QCOMPARE(first[u"branch"_s].toString(), u"x-1-50"_s);
    QCOMPARE(first[u"step"_s].toInt(), 1);
    QCOMPARE(first[u"weights"_s].toObject()[u"reviews/v2"_s].toInt(), 50);
    QCOMPARE(first[u"pauseMinutes"_s].toInt(), 30);
    QCOMPARE(first[u"commit"_s].toString().toUtf8() + '\n', git({u"rev-parse"_s, u"x-1-50"_s}, path()).out);
}

void TestCanaryCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no target") << QStringList{u"vs/reviews"_s} << QByteArray("--to DEST");
    QTest::newRow("no kind") << QStringList{u"reviews"_s, u"--to"_s, u"v2"_s} << QByteArray("KIND/NAME");
    QTest::newRow("no resource") << QStringList{u"vs/other"_s, u"--to"_s, u"v2"_s}
                                 << QByteArray("is not in environment");
    QTest::newRow("no destination") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v9"_s}
                                    << QByteArray("no destination v9");
    QTest::newRow("no route") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--route"_s, u"x"_s}
                              << QByteArray("There is no route x");
    QTest::newRow("falling steps") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--steps"_s, u"50,10"_s}
                                   << QByteArray("rising percentages");
    QTest::newRow("too far") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--steps"_s, u"101"_s}
                             << QByteArray("rising percentages");
    QTest::newRow("reached already") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--steps"_s, u"5"_s}
                                     << QByteArray("has no step");
    QTest::newRow("a subset that is there")
        << QStringList{u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--label"_s, u"a=b"_s} << QByteArray("already");
    QTest::newRow("no labels") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v5"_s, u"--label"_s, u"b"_s}
                               << QByteArray("--label takes labels");
    QTest::newRow("all environments") << QStringList{u"vs/reviews"_s, u"--to"_s, u"v2"_s, u"--env"_s, u"all"_s}
                                      << QByteArray("one environment");
}

void TestCanaryCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    const auto before = state();
    const auto said = cli(QStringList{u"canary"_s} + arguments, path());
    QCOMPARE(said.code, 2);
    QVERIFY2(said.err.contains(words), said.err);
    QCOMPARE(said.out, "");
    QCOMPARE(state(), before);
}

void TestCanaryCommand::namesTheOwner()
{
    writeFile(path() + u"/canary.yaml"_s,
              "apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: reviews, namespace: shop}\nspec:\n"
              "  targetRef: {kind: Deployment, name: reviews}\n");
    const auto said = cli({u"canary"_s, u"vs/reviews"_s, u"--to"_s, u"v2"_s}, path());
    QCOMPARE(said.code, 0);
    QVERIFY2(said.err.contains("Flagger sets these weights from Canary shop/reviews"), said.err);
}

QTEST_GUILESS_MAIN(TestCanaryCommand)
#include "tst_canarycommand.moc"
