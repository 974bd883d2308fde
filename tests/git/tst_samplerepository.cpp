// SPDX-License-Identifier: Apache-2.0
#include "models/git/samplerepository.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

constexpr auto history = R"({"branch": "main", "commits": [
  {"id": "01-start", "branch": "main", "parent": null, "author": "Ana Søe <ana@example.com>",
   "date": "2026-03-02T09:00:00+00:00", "message": "Start", "files": ["base/x.yaml", "odd \u0022name.yaml", "run.sh"],
   "executable": ["run.sh"]},
  {"id": "02-weights", "parent": "01-start", "author": "Bo <bo@example.com>", "date": "2026-03-03T09:00:00-05:30",
   "message": "Shift\n\nBody", "files": ["base/x.yaml"], "remove": ["run.sh"]},
  {"id": "03-side", "branch": "canary/step-1", "parent": "01-start", "author": "Bo <bo@example.com>",
   "date": "2026-03-04T09:00:00Z", "message": "Side", "files": ["side.yaml"]}]})";

/// The directory that a sample is made from.
class Source {
public:
    explicit Source(const QByteArray& manifest)
    {
        write(u"history.json"_s, manifest);
        write(u"01-start/base/x.yaml"_s, "x: 1\r\n");
        write(u"01-start/odd \"name.yaml"_s, "odd: 1");
        write(u"01-start/run.sh"_s, "#!/bin/sh\n");
        write(u"02-weights/base/x.yaml"_s, "x: 2\r\n");
        write(u"03-side/side.yaml"_s, "side: 1\n");
    }
    QString path() const { return m_directory.path(); }
    QString target(const QString& name) const { return m_targets.filePath(name); }

private:
    void write(const QString& name, const QByteArray& content) const
    {
        QDir().mkpath(QFileInfo(m_directory.filePath(name)).path());
        QFile file(m_directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir m_directory;
    QTemporaryDir m_targets;
};

} // namespace

class TestSampleRepository : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasFixedHashes();
    void doesNotDependOnConfiguration();
    void refusesUsedTarget();
    void reportsBadManifest_data();
    void reportsBadManifest();

private:
    GitSandbox m_sandbox;
};

void TestSampleRepository::hasFixedHashes()
{
    const Source source(history);
    const QString target = source.target(u"a/new/place"_s);
    const auto made = materialise(source.path(), target);
    QVERIFY2(made, made ? "" : made.error().args.back().c_str());
    QCOMPARE(runGitIn(target, {u"for-each-ref"_s, u"--format=%(refname) %(objectname)"_s}),
             QByteArray("refs/heads/canary/step-1 8ca64ec7335f8f906bf015f8f8895caf9bd995ba\n"
                        "refs/heads/main 1cef9b692c22585b35d0e0f246bb1e7e1998e1b0"));
    QCOMPARE(runGitIn(target, {u"log"_s, u"--date=raw"_s, u"--format=%an|%cn|%cd|%B"_s}),
             QByteArray("Bo|Bo|1772548200 -0530|Shift\n\nBody\n\n"
                        "Ana Søe|Ana Søe|1772442000 +0000|Start\n"));
    QCOMPARE(runGitIn(target, {u"status"_s, u"--porcelain"_s}), QByteArray());
    QCOMPARE(runGitIn(target, {u"symbolic-ref"_s, u"HEAD"_s}), QByteArray("refs/heads/main"));
    QCOMPARE(runGitIn(target, {u"ls-files"_s, u"-z"_s}), QByteArray("base/x.yaml\0odd \"name.yaml\0", 27));
    QVERIFY(runGitIn(target, {u"ls-tree"_s, u"HEAD~1"_s, u"run.sh"_s}).startsWith("100755"));
    QFile file(target + u"/base/x.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("x: 2\r\n"));
    int code = 0;
    runGitIn(target, {u"config"_s, u"--local"_s, u"--get-regexp"_s, u"user"_s}, &code);
    QCOMPARE(code, 1);
}

void TestSampleRepository::doesNotDependOnConfiguration()
{
    const Source source(history);
    QVERIFY(materialise(source.path(), source.target(u"one"_s)));
    QDir().mkpath(m_sandbox.path(u"template/hooks"_s));
    QFile hook(m_sandbox.path(u"template/hooks/post-checkout"_s));
    QVERIFY(hook.open(QIODevice::WriteOnly));
    hook.write("#!/bin/sh\ntouch marker\n");
    hook.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    hook.close();
    m_sandbox.setGlobalConfig("[init]\n\tdefaultBranch = other\n\tdefaultObjectFormat = sha256\n\ttemplateDir = "
                              + m_sandbox.path(u"template"_s).toUtf8() + "\n[core]\n\tautocrlf = true\n\thooksPath = "
                              + m_sandbox.path(u"template/hooks"_s).toUtf8() + "\n[i18n]\n\tcommitEncoding = latin1\n");
    qputenv("GIT_DEFAULT_HASH", "sha256");
    qputenv("TZ", "Asia/Tokyo");
    const auto made = materialise(source.path(), source.target(u"two"_s));
    qunsetenv("GIT_DEFAULT_HASH");
    qunsetenv("TZ");
    QVERIFY(made);
    m_sandbox.resetGlobalConfig();
    const QStringList everything{u"rev-list"_s, u"--all"_s, u"--objects"_s};
    const QByteArray objects = runGitIn(source.target(u"one"_s), everything);
    QVERIFY(objects.size() > 400);
    QCOMPARE(runGitIn(source.target(u"two"_s), everything), objects);
    QVERIFY(!QFile::exists(source.target(u"two/marker"_s)));
    QVERIFY(!QFile::exists(source.target(u"two/.git/hooks"_s)));
    QCOMPARE(runGitIn(source.target(u"two"_s), {u"status"_s, u"--porcelain"_s}), QByteArray());
}

void TestSampleRepository::refusesUsedTarget()
{
    const Source source(history);
    QDir().mkpath(source.target(u"empty"_s));
    QVERIFY(materialise(source.path(), source.target(u"empty"_s)));
    for (const QString& name : {u"used"_s, u"hidden"_s}) {
        QDir().mkpath(source.target(name));
        QFile file(source.target(name) + (name == u"used" ? u"/x"_s : u"/.x"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto made = materialise(source.path(), source.target(name));
        QVERIFY(!made);
        QCOMPARE(made.error().code, "sample.notEmpty");
        QCOMPARE(QDir(source.target(name)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }
    QFile file(source.target(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(materialise(source.path(), source.target(u"file"_s)).error().code, "sample.notEmpty");
}

void TestSampleRepository::reportsBadManifest_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("what");
    const auto row = [](const char* name, const char* from, const char* to, const char* what) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(what);
    };
    row("no JSON", "\"commits\"", "commits", "json");
    row("no commits", "\"commits\"", "\"nothing\"", "commits");
    row("bad branch", "canary/step-1", "-x", "branch");
    row("branch with a line end", "canary/step-1", "x\\ny", "branch");
    row("unknown parent", "\"parent\": \"01-start\"", "\"parent\": \"09\"", "parent");
    row("same id twice", "\"id\": \"02-weights\"", "\"id\": \"01-start\"", "id");
    row("id above", "\"id\": \"02-weights\"", "\"id\": \"..\"", "id");
    row("no author", "Bo <bo@example.com>", "Bo", "author");
    row("time without offset", "2026-03-04T09:00:00Z", "2026-03-04T09:00:00", "date");
    row("no date", "2026-03-04T09:00:00Z", "yesterday", "date");
    row("path above", "\"side.yaml\"", "\"../01-start/run.sh\"", "path");
    row("path of git", "\"side.yaml\"", "\".git/config\"", "path");
    row("missing file", "\"side.yaml\"", "\"none.yaml\"", "unreadable");
}

void TestSampleRepository::reportsBadManifest()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, what);
    QByteArray manifest(history);
    manifest.replace(from, to);
    QVERIFY(manifest != history);
    const Source source(manifest);
    const auto made = materialise(source.path(), source.target(u"new"_s));
    QVERIFY(!made);
    QCOMPARE(made.error().code, "sample.manifest");
    QCOMPARE(made.error().args[1], what.toStdString());
    QVERIFY(!QDir(source.target(u"new"_s)).exists());
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestSampleRepository)
#include "tst_samplerepository.moc"
