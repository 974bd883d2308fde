// SPDX-License-Identifier: Apache-2.0
#include "tests/app/commandrun.h"

// Runs the real meshdraft-cli history, rollback and runbook on real repositories.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <pty.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

using namespace meshdraft::test;

QByteArray routes(const QByteArray& subset, const QByteArray& timeout = "2s")
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n  - name: main\n    timeout: "
        + timeout + "\n    route:\n    - destination: {host: reviews, subset: " + subset + "}\n";
}

QByteArray mesh()
{
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n---\n"
           "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}]}\n---\n"
           "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {selector: {app: reviews}, ports: [{port: 80, name: http}]}\n---\n"
           "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n"
           "spec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n---\n"
           "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: reviews-v1, namespace: shop}\n"
           "spec: {template: {metadata: {labels: {app: reviews, version: v1}}, spec: {}}}\n";
}

QJsonObject jsonOf(const Output& output)
{
    return QJsonDocument::fromJson(output.out).object();
}

} // namespace

class TestUndoCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void historyTellsTheMeaning();
    void historyOfOneEnvironment();
    void rollbackPlansAndJudges();
    void rollbackMakesABranchAndNothingElse();
    void rollbackNamesConflicts();
    void diffCanBeApplied();
    void diffDoesNotSteerATerminal();
    void mendsAreNamed();
    void runbookWritesTheRecord();

private:
    QString path() const { return m_directory->path(); }
    void commitFile(const QString& file, const QByteArray& text, const QString& message) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestUndoCommands::commitFile(const QString& file, const QByteArray& text, const QString& message) const
{
    writeFile(path() + u'/' + file, text);
    QCOMPARE(git({u"add"_s, u"-A"_s}, path()).code, 0);
    QCOMPARE(git({u"commit"_s, u"-q"_s, u"-m"_s, message}, path()).code, 0);
}

void TestUndoCommands::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path() + u"/mesh.yaml"_s, mesh());
    writeFile(path() + u"/vs.yaml"_s, routes("v1"));
    commitAll(path());
    commitFile(u"vs.yaml"_s, routes("v9"), u"break \x1b[31mit"_s);
}

void TestUndoCommands::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("history of two") << QStringList{u"history"_s, u"vs/a"_s, u"vs/b"_s} << 2;
    QTest::newRow("history of no resource") << QStringList{u"history"_s, u"reviews"_s} << 2;
    QTest::newRow("history of an unknown one") << QStringList{u"history"_s, u"vs/nobody"_s} << 2;
    QTest::newRow("history with a limit that is none") << QStringList{u"history"_s, u"--limit"_s, u"x"_s} << 2;
    QTest::newRow("history of a resource and a host")
        << QStringList{u"history"_s, u"vs/reviews"_s, u"--host"_s, u"reviews"_s} << 2;
    QTest::newRow("rollback of nothing") << QStringList{u"rollback"_s} << 2;
    QTest::newRow("rollback of both") << QStringList{u"rollback"_s, u"HEAD"_s, u"--to"_s, u"HEAD~1"_s} << 2;
    QTest::newRow("rollback of no commit") << QStringList{u"rollback"_s, u"nowhere"_s} << 2;
    QTest::newRow("rollback of a route alone") << QStringList{u"rollback"_s, u"HEAD"_s, u"--route"_s, u"main"_s} << 2;
    QTest::newRow("rollback of another resource")
        << QStringList{u"rollback"_s, u"HEAD"_s, u"--only"_s, u"dr/reviews"_s} << 2;
    QTest::newRow("rollback in no format") << QStringList{u"rollback"_s, u"HEAD"_s, u"--format"_s, u"x"_s} << 2;
    QTest::newRow("rollback to HEAD") << QStringList{u"rollback"_s, u"--to"_s, u"HEAD"_s} << 0;
    QTest::newRow("runbook of one") << QStringList{u"runbook"_s, u"HEAD"_s} << 2;
    QTest::newRow("runbook of no commit") << QStringList{u"runbook"_s, u"nowhere..HEAD"_s} << 2;
    QTest::newRow("no repository") << QStringList{u"runbook"_s, u"--open"_s, u"--repo"_s, u"/nowhere"_s} << 3;
}

void TestUndoCommands::refusesWrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const Output output = cli(arguments, path());
    QCOMPARE(output.code, code);
    QVERIFY2(output.out.isEmpty(), output.out.constData());
    QVERIFY(output.err.startsWith("meshdraft-cli: "));
}

void TestUndoCommands::historyTellsTheMeaning()
{
    commitFile(u"vs.yaml"_s, "# a comment\n" + routes("v9"), u"comment"_s);
    const Output output = cli({u"history"_s, u"virtualservice/reviews"_s}, path());
    QCOMPARE(output.code, 0);
    QVERIFY2(!output.out.contains(": comment"), output.out.constData());
    QVERIFY(output.out.contains("Test: break \\u001b[31mit\n  modified VirtualService shop/reviews (vs.yaml)\n"));
    QVERIFY(output.out.contains("Test: start\n  added VirtualService shop/reviews"));
    const auto json = jsonOf(cli({u"history"_s, u"--host"_s, u"reviews.shop"_s, u"--format"_s, u"json"_s}, path()));
    QCOMPARE(json[u"schema"_s].toString(), u"meshdraft.history/1"_s);
    QCOMPARE(json[u"commits"_s].toArray().size(), 2);
    QCOMPARE(json[u"complete"_s].toBool(), true);
    const auto limited = jsonOf(cli({u"history"_s, u"--limit"_s, u"1"_s, u"--format"_s, u"json"_s}, path()));
    QCOMPARE(limited[u"commits"_s].toArray().size(), 1);
    QCOMPARE(limited[u"complete"_s].toBool(), false);
}

/// A resource that this environment does not have is not looked for in others.
void TestUndoCommands::historyOfOneEnvironment()
{
    commitFile(u"other/vs.yaml"_s, routes("v1").replace("name: reviews", "name: far"), u"elsewhere"_s);
    const Output there = cli({u"history"_s, u"vs/far"_s, u"--env"_s, u"other"_s}, path());
    QVERIFY2(there.code == 0, there.err.constData());
    QVERIFY2(there.out.contains("VirtualService shop/far"), there.out.constData());
    const Output none = cli({u"history"_s, u"vs/reviews"_s, u"--env"_s, u"other"_s}, path());
    QCOMPARE(none.code, 2);
    QVERIFY2(none.out.isEmpty(), none.out.constData());
    QVERIFY2(none.err.contains("VirtualService reviews"), none.err.constData());
}

void TestUndoCommands::rollbackPlansAndJudges()
{
    const Output output = cli({u"rollback"_s, u"HEAD"_s}, path());
    QVERIFY2(output.code == 0, output.err.constData());
    QVERIFY2(output.out.contains("  exact    vs.yaml\n"), output.out.constData());
    QVERIFY(output.out.contains("Requests whose fate changes"));
    QVERIFY(output.out.contains("modified VirtualService shop/reviews"));
    QVERIFY(!output.out.contains('\x1b'));
    const auto json = jsonOf(cli({u"rollback"_s, u"HEAD"_s, u"--format"_s, u"json"_s}, path()));
    QCOMPARE(json[u"schema"_s].toString(), u"meshdraft.rollback/1"_s);
    QCOMPARE(json[u"files"_s].toArray().first().toObject()[u"how"_s].toString(), u"exact"_s);
    QCOMPARE(json[u"changes"_s].toArray().size(), 1);
    QVERIFY(!json[u"requests"_s].toArray().isEmpty());
    QVERIFY(json[u"conflicts"_s].toArray().isEmpty());
}

void TestUndoCommands::rollbackMakesABranchAndNothingElse()
{
    writeFile(path() + u"/mine.txt"_s, "mine\n");
    const auto head = git({u"rev-parse"_s, u"HEAD"_s}, path()).out;
    const auto status = git({u"status"_s, u"--porcelain"_s}, path()).out;
    const Output output = cli({u"rollback"_s, u"HEAD"_s, u"--branch"_s, u"back/x"_s}, path());
    QVERIFY2(output.code == 0, output.err.constData());
    QVERIFY(output.out.startsWith("Made branch back/x: "));
    QCOMPARE(git({u"rev-parse"_s, u"HEAD"_s}, path()).out, head);
    QCOMPARE(git({u"status"_s, u"--porcelain"_s}, path()).out, status);
    QCOMPARE(git({u"rev-parse"_s, u"back/x^{tree}"_s}, path()).out,
             git({u"rev-parse"_s, u"HEAD~1^{tree}"_s}, path()).out);
    const auto message = git({u"log"_s, u"-1"_s, u"--format=%B"_s, u"back/x"_s}, path()).out;
    QVERIFY2(message.startsWith("Revert \"break "), message.constData());
    QVERIFY(message.contains(QByteArray("Takes back " + head.trimmed() + ".")));
    QCOMPARE(cli({u"rollback"_s, u"HEAD"_s, u"--branch"_s, u"back/x"_s}, path()).code, 1);
}

void TestUndoCommands::rollbackNamesConflicts()
{
    commitFile(u"vs.yaml"_s, routes("v8"), u"again"_s);
    const Output output = cli({u"rollback"_s, u"HEAD~1"_s}, path());
    QCOMPARE(output.code, 1);
    QVERIFY2(output.out.contains("  vs.yaml:10: A later commit changed the same place: VirtualService shop/reviews"),
             output.out.constData());
    const Output refused = cli({u"rollback"_s, u"HEAD~1"_s, u"--branch"_s, u"back"_s}, path());
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("vs.yaml:10: "));
    QVERIFY(git({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"refs/heads/back"_s}, path()).code != 0);
    QCOMPARE(cli({u"rollback"_s, u"HEAD~1"_s, u"--conflicts"_s, u"restore"_s, u"--branch"_s, u"back"_s}, path()).code,
             0);
    QCOMPARE(git({u"show"_s, u"back:vs.yaml"_s}, path()).out, routes("v1"));
}

void TestUndoCommands::diffCanBeApplied()
{
    commitFile(u"vs.yaml"_s, routes("v9", "9s"), u"later"_s);
    const Output output =
        cli({u"rollback"_s, u"HEAD~1"_s, u"--only"_s, u"vs/reviews"_s, u"-n"_s, u"shop"_s, u"--diff"_s}, path());
    QVERIFY2(output.code == 0, output.err.constData());
    writeFile(path() + u"/a.patch"_s, output.out);
    QCOMPARE(git({u"apply"_s, u"a.patch"_s}, path()).code, 0);
    QFile file(path() + u"/vs.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), routes("v1", "9s"));
}

void TestUndoCommands::diffDoesNotSteerATerminal()
{
    commitFile(u"vs.yaml"_s, "# \x1b[31mred\n" + routes("v9"), u"colours"_s);
    int master = -1;
    int slave = -1;
    QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
    QProcess process;
    process.setWorkingDirectory(path());
    process.setStandardOutputFile(QString::fromLocal8Bit(::ttyname(slave)));
    process.start(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"), {u"rollback"_s, u"HEAD"_s, u"--diff"_s});
    QVERIFY(process.waitForFinished());
    QByteArray shown(65536, '\0');
    shown.truncate(::read(master, shown.data(), static_cast<std::size_t>(shown.size())));
    ::close(slave);
    ::close(master);
    QVERIFY2(shown.contains("-# \\u001b[31mred"), shown.constData());
    QVERIFY2(!shown.contains('\x1b'), shown.constData());
    // a file gets the bytes
    QVERIFY(cli({u"rollback"_s, u"HEAD"_s, u"--diff"_s}, path()).out.contains("-# \x1b[31mred"));
}

void TestUndoCommands::mendsAreNamed()
{
    const Output output = cli({u"rollback"_s, u"HEAD"_s, u"--mends"_s}, path());
    QVERIFY2(output.code == 0, output.err.constData());
    QVERIFY2(output.out.contains("Ways to mend\n  resource VirtualService shop/reviews ("), output.out.constData());
    const auto json = jsonOf(cli({u"rollback"_s, u"HEAD"_s, u"--mends"_s, u"--format"_s, u"json"_s}, path()));
    QCOMPARE(json[u"schema"_s].toString(), u"meshdraft.mends/1"_s);
    QCOMPARE(json[u"offers"_s].toArray().first().toObject()[u"way"_s].toString(), u"resource"_s);
}

void TestUndoCommands::runbookWritesTheRecord()
{
    QCOMPARE(cli({u"runbook"_s, u"--open"_s}, path()).code, 0);
    const Output output = cli({u"runbook"_s, u"HEAD~1..HEAD"_s, u"--record"_s, u"-o"_s, u"book.md"_s}, path());
    QVERIFY2(output.code == 0, output.err.constData());
    QVERIFY(output.out.isEmpty());
    QFile file(path() + u"/book.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    QVERIFY2(text.contains(QByteArray("kubectl apply --dry-run=server -f - <<'END_OF_RESOURCE'\n" + routes("v9"))),
             text.constData());
    QVERIFY(!text.contains('\x1b'));
    const Output open = cli({u"runbook"_s, u"--open"_s}, path());
    QCOMPARE(open.code, 0);
    QVERIFY2(open.out.startsWith("23 h left   .meshdraft/emergency/") || open.out.startsWith("24 h left"),
             open.out.constData());
    const auto begin = open.out.indexOf(".meshdraft");
    const auto record = QString::fromUtf8(open.out.sliced(begin, open.out.indexOf(' ', begin) - begin));
    QCOMPARE(cli({u"runbook"_s, u"--close"_s, record}, path()).code, 0);
    QVERIFY(cli({u"runbook"_s, u"--open"_s}, path()).out.isEmpty());
}

QTEST_GUILESS_MAIN(TestUndoCommands)
#include "tst_undocommands.moc"
