// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli diff by itself, and as the real git runs it.
#include "tests/app/commandrun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

QByteArray routes(const QByteArray& v1, const QByteArray& v2)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n  - name: default\n    route:\n"
           "    - destination: {host: reviews, subset: v1}\n      weight: "
        + v1 + "\n    - destination: {host: reviews, subset: v2}\n      weight: " + v2 + "\n";
}

const QString program = QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli");

} // namespace

class TestDiffCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatChanges_data();
    void saysWhatChanges();
    void hostileText();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void driverArguments();
    void gitDiff();
    void gitDifftool();
    void documentedLines();

private:
    QString path(const QString& name = {}) const { return m_directory->filePath(name); }
    QByteArray diff(const QStringList& arguments) const
    {
        const Output output = cli(QStringList{u"diff"_s} + arguments, m_directory->path());
        return output.code == 0 ? output.out : "failed: " + output.err;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestDiffCommand::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestDiffCommand::saysWhatChanges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("unsaid");
    const QByteArray mesh = routes("90", "10");
    QTest::newRow("weights") << mesh << routes("80", "20") << QByteArray("modified VirtualService shop/reviews\n    ")
                             << QByteArray("weight:");
    QTest::newRow("comments") << mesh << "# said more\n" + mesh << QByteArray("no change in meaning")
                              << QByteArray("modified");
    QTest::newRow("layout") << mesh
                            << QByteArray(mesh).replace("{name: reviews, namespace: shop}",
                                                        "\n  namespace: shop\n  name: \"reviews\"")
                            << QByteArray("no change in meaning") << QByteArray("modified");
    QTest::newRow("the same") << mesh << mesh << QByteArray("same content") << QByteArray("meaning");
    QTest::newRow("new file") << QByteArray() << mesh << QByteArray("added VirtualService shop/reviews")
                              << QByteArray("@@");
    QTest::newRow("removed file") << mesh << QByteArray() << QByteArray("removed VirtualService shop/reviews")
                                  << QByteArray("@@");
    QTest::newRow("no mesh") << QByteArray("replicas: 1\n") << QByteArray("replicas: 2\n")
                             << QByteArray("-replicas: 1\n+replicas: 2\n") << QByteArray("meaning");
    QTest::newRow("a template") << QByteArray("a: {{ .Values.a }}\n") << QByteArray("a: {{ .Values.b }}\n")
                                << QByteArray("+a: {{ .Values.b }}\n") << QByteArray("meaning");
    QTest::newRow("broken YAML") << mesh << mesh + "  hosts: [\n"
                                 << QByteArray("+  hosts: [\n") << QByteArray("removed");
    QTest::newRow("no longer broken") << mesh + "  hosts: [\n"
                                      << mesh << QByteArray("-  hosts: [\n") << QByteArray("added");
}

void TestDiffCommand::saysWhatChanges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, unsaid);
    writeFile(path(u"old.yaml"_s), before);
    writeFile(path(u"new.yaml"_s), after);
    const QByteArray out = diff({u"old.yaml"_s, u"new.yaml"_s});
    QVERIFY2(out.startsWith("new.yaml\n"), out.constData());
    QVERIFY2(out.contains(said), out.constData());
    QVERIFY2(!out.contains(unsaid), out.constData());
    const QByteArray named = diff({u"--name"_s, u"base/reviews.yaml"_s, u"old.yaml"_s, u"new.yaml"_s});
    QVERIFY2(named.startsWith("base/reviews.yaml\n"), named.constData());
}

void TestDiffCommand::hostileText()
{
    const QByteArray name = "\"a\\u202eb\\u001b[31m\"";
    QByteArray mesh = routes("90", "10");
    writeFile(path(u"old.yaml"_s), mesh);
    writeFile(path(u"new.yaml"_s), mesh.replace("name: default", QByteArray("name: " + name)));
    writeFile(path(u"old.txt"_s), "a\n");
    writeFile(path(u"new.txt"_s), "\x1b[31m\xe2\x80\xae\n");
    for (const QStringList& files : {QStringList{u"old.yaml"_s, u"new.yaml"_s}, {u"old.txt"_s, u"new.txt"_s}}) {
        const QByteArray out = diff(files);
        QVERIFY2(out.contains("\\u202e"), out.constData());
        QVERIFY(!out.contains('\x1b'));
        QVERIFY(!out.contains("\xe2\x80\xae"));
    }
}

void TestDiffCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("three") << QStringList{u"a"_s, u"b"_s, u"c"_s} << 2;
    QTest::newRow("option") << QStringList{u"--nothing"_s, u"a"_s, u"b"_s} << 2;
    QTest::newRow("no such file") << QStringList{u"/dev/null"_s, u"none.yaml"_s} << 3;
}

void TestDiffCommand::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Output output = cli(QStringList{u"diff"_s} + arguments, m_directory->path());
    QCOMPARE(output.code, code);
    QVERIFY(output.out.isEmpty());
    QVERIFY(output.err.startsWith("meshdraft-cli: "));
}

void TestDiffCommand::driverArguments()
{
    writeFile(path(u"old"_s), routes("90", "10"));
    writeFile(path(u"new"_s), routes("80", "20"));
    const QString hex(40, u'a');
    const QByteArray seven = diff({u"base/r.yaml"_s, u"old"_s, hex, u"100644"_s, u"new"_s, hex, u"100644"_s});
    QVERIFY2(seven.startsWith("base/r.yaml\n  modified VirtualService"), seven.constData());
    const QByteArray renamed = diff(
        {u"base/r.yaml"_s, u"old"_s, hex, u"100644"_s, u"new"_s, hex, u"100644"_s, u"base/s.yaml"_s, u"rename\n"_s});
    QVERIFY2(renamed.startsWith("base/s.yaml (was base/r.yaml)\n  modified VirtualService"), renamed.constData());
    const QByteArray added = diff({u"base/r.yaml"_s, u"/dev/null"_s, u"."_s, u"."_s, u"new"_s, hex, u"100644"_s});
    QVERIFY2(added.contains("added VirtualService shop/reviews"), added.constData());
    QCOMPARE(diff({u"base/r.yaml"_s}), QByteArray("base/r.yaml\n  has a merge conflict\n"));
}

void TestDiffCommand::gitDiff()
{
    writeFile(path(u".gitattributes"_s), "*.yaml diff=meshdraft\n*.yml diff=meshdraft\n");
    writeFile(path(u"base/reviews.yaml"_s), routes("90", "10"));
    writeFile(path(u"base/plain.yaml"_s), routes("90", "10").replace("name: reviews", "name: plain"));
    writeFile(path(u"base/old.yaml"_s), routes("90", "10").replace("name: reviews", "name: gone"));
    commitAll(m_directory->path());
    QCOMPARE(git({u"config"_s, u"diff.meshdraft.command"_s, program + u" diff"_s}, m_directory->path()).code, 0);
    writeFile(path(u"base/reviews.yaml"_s), routes("80", "20"));
    writeFile(path(u"base/plain.yaml"_s), "# said\n" + routes("90", "10").replace("name: reviews", "name: plain"));
    writeFile(path(u"base/new file.yaml"_s), routes("1", "99").replace("name: reviews", "name: added"));
    QCOMPARE(git({u"rm"_s, u"-q"_s, u"base/old.yaml"_s}, m_directory->path()).code, 0);
    QCOMPARE(git({u"add"_s, u"-N"_s, u"."_s}, m_directory->path()).code, 0);
    // from a directory below the top, as people do
    const Output output = git({u"diff"_s, u"--no-renames"_s, u"HEAD"_s}, path(u"base"_s));
    QVERIFY2(output.code == 0, output.err.constData());
    QVERIFY2(output.err.isEmpty(), output.err.constData());
    for (const QByteArray& said :
         {QByteArray("base/reviews.yaml\n  modified VirtualService shop/reviews\n"),
          QByteArray("base/plain.yaml\n  no change in meaning"), QByteArray("base/old.yaml\n  removed VirtualService"),
          QByteArray("base/new file.yaml\n  added VirtualService shop/added\n")})
        QVERIFY2(output.out.contains(said), output.out.constData());
    QVERIFY2(!output.out.contains("@@"), output.out.constData());
    // the lines are one option away, and a patch stays a patch
    QVERIFY(git({u"diff"_s, u"--no-ext-diff"_s, u"HEAD"_s}, m_directory->path()).out.contains("@@"));
    QCOMPARE(git({u"commit"_s, u"-qam"_s, u"change"_s}, m_directory->path()).code, 0);
    QVERIFY(git({u"format-patch"_s, u"--stdout"_s, u"HEAD~1"_s}, m_directory->path()).out.contains("@@"));
    const Output shown = git({u"show"_s, u"--ext-diff"_s}, m_directory->path());
    QVERIFY2(shown.out.contains("  modified VirtualService shop/reviews\n"), shown.out.constData());
}

void TestDiffCommand::gitDifftool()
{
    writeFile(path(u"base/reviews.yaml"_s), routes("90", "10"));
    commitAll(m_directory->path());
    writeFile(path(u"base/reviews.yaml"_s), routes("80", "20"));
    writeFile(path(u"base/more.yaml"_s), routes("80", "20").replace("name: reviews", "name: more"));
    QCOMPARE(git({u"add"_s, u"-N"_s, u"."_s}, m_directory->path()).code, 0);
    QCOMPARE(
        git({u"config"_s, u"difftool.meshdraft.cmd"_s, program + u" diff --name \"$MERGED\" \"$LOCAL\" \"$REMOTE\""_s},
            m_directory->path())
            .code,
        0);
    const Output output = git({u"difftool"_s, u"--no-prompt"_s, u"--tool=meshdraft"_s}, m_directory->path());
    QVERIFY2(output.code == 0, output.err.constData());
    QVERIFY2(output.out.contains("base/reviews.yaml\n  modified VirtualService shop/reviews\n"),
             output.out.constData());
    QVERIFY2(output.out.contains("base/more.yaml\n  added VirtualService shop/more\n"), output.out.constData());
}

void TestDiffCommand::documentedLines()
{
    QFile file(QStringLiteral(MESHDRAFT_SOURCE_DIR "/docs/git-diff.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    for (const char* line : {"*.yaml diff=meshdraft", "git config --global diff.meshdraft.command 'meshdraft-cli diff'",
                             "git config --global difftool.meshdraft.cmd "
                             "'meshdraft-cli diff --name \"$MERGED\" \"$LOCAL\" \"$REMOTE\"'"})
        QVERIFY2(page.contains(line), line);
}

QTEST_GUILESS_MAIN(TestDiffCommand)
#include "tst_diffcommand.moc"
