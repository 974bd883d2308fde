// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli stack, the real program: a branch that does all at once becomes a pull request a step.
#include "commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

QByteArray meshWith(const char* subset)
{
    return QByteArray("apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
                      "spec:\n  ports: [{name: http, port: 80}]\n---\n"
                      "apiVersion: networking.istio.io/v1\nkind: DestinationRule\n"
                      "metadata: {name: reviews, namespace: shop}\nspec:\n  host: reviews\n  subsets:\n  - name: ")
        + subset + "\n    labels: {version: " + subset
        + "}\n---\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
          "metadata: {name: reviews, namespace: shop}\nspec:\n  hosts: [reviews]\n  http:\n  - route:\n"
          "    - destination: {host: reviews, subset: "
        + subset + "}\n";
}

} // namespace

class TestStackCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void plansWithoutWriting();
    void writesBranches();
    void printsJson();
    void printsDifferences();
    void refuses_data();
    void refuses();

private:
    QString path() const { return m_directory->path(); }
    QByteArray refs() const { return git({u"for-each-ref"_s}, path()).out + git({u"status"_s, u"-s"_s}, path()).out; }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestStackCommand::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path() + u"/mesh.yaml"_s, meshWith("v1"));
    commitAll(path());
    git({u"checkout"_s, u"-qb"_s, u"feature"_s}, path());
    writeFile(path() + u"/mesh.yaml"_s, meshWith("v2"));
    writeFile(path() + u"/notes.txt"_s, "v2 it is\n");
    commitAll(path());
    git({u"checkout"_s, u"-q"_s, u"-"_s}, path());
}

void TestStackCommand::plansWithoutWriting()
{
    const auto before = refs();
    const auto said = cli({u"stack"_s, u"feature~1..feature"_s}, path());
    QVERIFY2(said.code == 0, said.err);
    QVERIFY2(said.out.contains("-1-add  ") && said.out.contains("-2-use  ") && said.out.contains("-3-remove  "),
             said.out);
    QVERIFY2(said.out.contains("DestinationRule shop/reviews"), said.out);
    QVERIFY2(said.out.contains("3 pull requests, one a branch: merge 1, wait for the sync"), said.out);
    QCOMPARE(refs(), before);
}

void TestStackCommand::writesBranches()
{
    const auto said = cli({u"stack"_s, u"feature~1..feature"_s, u"--branches"_s, u"step/v2"_s}, path());
    QVERIFY2(said.code == 0, said.err);
    const auto tree = [this](const QString& name) { return git({u"rev-parse"_s, name + u"^{tree}"_s}, path()).out; };
    QCOMPARE(tree(u"step/v2-3-remove"_s), tree(u"feature"_s));
    QVERIFY(git({u"show"_s, u"step/v2-1-add:mesh.yaml"_s}, path()).out.contains("- name: v2"));
    QVERIFY(git({u"show"_s, u"step/v2-1-add:mesh.yaml"_s}, path()).out.contains("subset: v1"));
    QCOMPARE(git({u"merge-base"_s, u"step/v2-1-add"_s, u"feature"_s}, path()).out,
             git({u"rev-parse"_s, u"feature~1"_s}, path()).out);
}

void TestStackCommand::printsJson()
{
    const auto said =
        cli({u"stack"_s, u"feature~1..feature"_s, u"--branches"_s, u"x"_s, u"--format"_s, u"json"_s}, path());
    const auto object = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(object[u"schema"_s].toString(), u"meshdraft.stack/1"_s);
    QCOMPARE(object[u"base"_s].toString().toUtf8(), git({u"rev-parse"_s, u"feature~1"_s}, path()).out.trimmed());
    const auto branches = object[u"branches"_s].toArray();
    QCOMPARE(branches.size(), 3);
    const auto last = branches.last().toObject();
    QCOMPARE(last[u"branch"_s].toString(), u"x-3-remove"_s);
    QCOMPARE(last[u"files"_s].toArray(), QJsonArray({u"mesh.yaml"_s, u"notes.txt"_s}));
    QCOMPARE(last[u"resources"_s].toArray().first().toObject()[u"kind"_s].toString(), u"DestinationRule"_s);
    QCOMPARE(last[u"commit"_s].toString().toUtf8(), git({u"rev-parse"_s, u"x-3-remove"_s}, path()).out.trimmed());
}

void TestStackCommand::printsDifferences()
{
    const auto said = cli({u"stack"_s, u"feature~1..feature"_s, u"--diff"_s}, path());
    QVERIFY2(said.out.contains("-1-add\n--- a/mesh.yaml\n"), said.out);
    QCOMPARE(said.out.count("\n+    - destination: {host: reviews, subset: v2}\n"), 1);
}

void TestStackCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no range") << QStringList() << 2 << QByteArray("Expected one range");
    QTest::newRow("no such commit") << QStringList{u"nowhere..feature"_s} << 3 << QByteArray("nowhere");
    QTest::newRow("the working tree") << QStringList{u"feature..:worktree"_s} << 2
                                      << QByteArray("Compare a commit with a commit.");
    QTest::newRow("no order") << QStringList{u"feature..feature"_s} << 2 << QByteArray("No order matters here");
    QTest::newRow("all environments") << QStringList{u"feature~1..feature"_s, u"--env"_s, u"all"_s} << 2
                                      << QByteArray("name it with --env");
    QTest::newRow("no prefix") << QStringList{u"feature~1..feature"_s, u"--branches"_s, u""_s} << 2
                               << QByteArray("--branches takes");
    QTest::newRow("no such format") << QStringList{u"feature~1..feature"_s, u"--format"_s, u"yaml"_s} << 2
                                    << QByteArray("Unknown format 'yaml'");
}

void TestStackCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QByteArray, message);
    const auto before = refs();
    const auto said = cli(QStringList{u"stack"_s} + arguments, path());
    QCOMPARE(said.code, code);
    QVERIFY2(said.err.contains(message), said.err);
    QCOMPARE(refs(), before);
}

QTEST_GUILESS_MAIN(TestStackCommand)
#include "tst_stackcommand.moc"
