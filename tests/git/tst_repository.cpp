// SPDX-License-Identifier: Apache-2.0
#include "models/git/repository.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

QStringList pathsOf(const Expected<std::vector<FileEntry>>& files)
{
    QStringList paths;
    if (!files)
        return {QString::fromStdString(files.error().code)};
    for (const FileEntry& file : *files)
        paths += QString::fromUtf8(file.path.c_str());
    return paths;
}

std::string codeOf(const auto& result)
{
    return result ? "" : result.error().code;
}

void writeBytes(const std::string& path, const QByteArray& content)
{
    FILE* file = ::fopen(path.c_str(), "wb");
    QVERIFY(file != nullptr);
    ::fwrite(content.constData(), 1, static_cast<std::size_t>(content.size()), file);
    ::fclose(file);
}

} // namespace

class TestReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void opensTopSubdirectoryAndFollowsNoForeignVariables();
    void opensBareRepository();
    void opensLinkedWorkTreeAndSubmodule();
    void refusesWhatIsNoRepository();
    void refusesRepositoryOfAnotherOwner();
    void knowsBranchUnbornAndDetachedHead();
    void resolvesRevisions_data();
    void resolvesRevisions();
    void listsFilesOfRevision();
    void listsFilesOfWorkTree();
    void keepsPathsThatAreNotUtf8();
    void readsBlobsAndReportsMissingOnes();
    void survivesDamagedObject();
    void readsFromSeveralThreads();
    void readsFilesOfRevision();
    void readsWorkFilesOnlyInside_data();
    void readsWorkFilesOnlyInside();
    void refusesLargeFiles();
    void knowsOperations_data();
    void knowsOperations();
    void knowsIdentity();
    void readsSha256Repository();

private:
    GitSandbox m_sandbox;
};

void TestReading::opensTopSubdirectoryAndFollowsNoForeignVariables()
{
    const TestRepository repo;
    const TestRepository other;
    qputenv("GIT_DIR", other.path(u".git"_s).toUtf8());
    qputenv("GIT_INDEX_FILE", "/nonexistent");
    const auto top = Repository::open(repo.path());
    const auto below = Repository::open(repo.path(u"dir"_s));
    QVERIFY(top && below);
    QCOMPARE(top->workTree(), repo.path());
    QCOMPARE(below->workTree(), repo.path());
    QCOMPARE(top->gitDirectory(), repo.path(u".git"_s));
    QCOMPARE(top->name(), u"repo"_s);
    QVERIFY(!top->isBare());
    QCOMPARE(pathsOf(below->filesOfWorkTree()), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
    qunsetenv("GIT_DIR");
    qunsetenv("GIT_INDEX_FILE");
}

void TestReading::opensBareRepository()
{
    const TestRepository repo;
    const QString bare = repo.path(u"../mesh.git"_s);
    repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, bare});
    const auto opened = Repository::open(bare);
    QVERIFY(opened);
    QVERIFY(opened->isBare());
    QVERIFY(opened->workTree().isEmpty());
    QCOMPARE(opened->name(), u"mesh"_s);
    QCOMPARE(pathsOf(opened->filesOf(u"main"_s)), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
    QCOMPARE(pathsOf(opened->filesOfWorkTree()), QStringList());
    QCOMPARE(codeOf(opened->readWorkFile("a.yaml")), "file.outside");
}

void TestReading::opensLinkedWorkTreeAndSubmodule()
{
    const TestRepository repo;
    const TestRepository outer;
    repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, u"../linked"_s});
    const auto linked = Repository::open(repo.path(u"../linked"_s));
    QVERIFY(linked);
    QCOMPARE(linked->workTree(), QDir::cleanPath(repo.path(u"../linked"_s)));
    QCOMPARE(linked->head()->branch, u"side"_s);
    QCOMPARE(pathsOf(linked->filesOfWorkTree()), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));

    outer.git(
        {u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s, repo.path(), u"sub"_s});
    const auto sub = Repository::open(outer.path(u"sub"_s));
    QVERIFY(sub);
    QCOMPARE(sub->workTree(), outer.path(u"sub"_s));
    const auto files = outer.open().filesOfWorkTree();
    QCOMPARE(pathsOf(files), (QStringList{u".gitmodules"_s, u"a.yaml"_s, u"dir/b.yaml"_s, u"sub"_s}));
    QVERIFY(files->back().isSubmodule);
}

void TestReading::refusesWhatIsNoRepository()
{
    const TestRepository repo;
    const QTemporaryDir plain;
    QCOMPARE(codeOf(Repository::open(plain.path())), "git.noRepository");
    QCOMPARE(codeOf(Repository::open(plain.filePath(u"missing"_s))), "git.noRepository");
    QCOMPARE(codeOf(Repository::open(repo.path(u".git"_s))), "git.noRepository");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    const auto withoutGit = Repository::open(repo.path());
    qputenv("PATH", path);
    QCOMPARE(codeOf(withoutGit), "git.notFound");
}

void TestReading::refusesRepositoryOfAnotherOwner()
{
    const TestRepository repo;
    qputenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"); // git's own switch for this
    const auto opened = Repository::open(repo.path(u"dir"_s));
    qunsetenv("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    QCOMPARE(codeOf(opened), "git.unsafe");
    QCOMPARE(opened.error().args.front(), repo.path().toStdString());
}

void TestReading::knowsBranchUnbornAndDetachedHead()
{
    const TestRepository repo;
    const QString commit = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD"_s}));
    repo.git({u"branch"_s, u"team/next"_s});
    QCOMPARE(repo.open().head()->branch, u"main"_s);
    QCOMPARE(repo.open().head()->commit, commit);
    QCOMPARE(*repo.open().branches(), (std::vector<QString>{u"main"_s, u"team/next"_s}));
    repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
    QVERIFY(repo.open().head()->isDetached());
    QCOMPARE(repo.open().head()->commit, commit);

    const TestRepository empty(TestRepository::Start::Empty);
    empty.write(u"new.yaml"_s, "n: 1\n");
    QVERIFY(empty.open().head()->isUnborn());
    QCOMPARE(empty.open().head()->branch, u"main"_s);
    QVERIFY(empty.open().branches()->empty());
    QCOMPARE(pathsOf(empty.open().filesOfWorkTree()), QStringList(u"new.yaml"_s));
    QCOMPARE(codeOf(empty.open().filesOf(u"HEAD"_s)), "git.noRevision");
}

void TestReading::resolvesRevisions_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("branch") << u"main"_s << true;
    QTest::newRow("annotated tag") << u"v1"_s << true;
    QTest::newRow("parent") << u"HEAD~1"_s << true;
    QTest::newRow("unknown") << u"nothing"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("option") << u"--all"_s << false;
    QTest::newRow("option with file") << u"--output=x"_s << false;
    QTest::newRow("negation") << u"^main"_s << false;
    QTest::newRow("range") << u"main..v1"_s << false;
    QTest::newRow("two lines") << u"main\nv1"_s << false;
    QTest::newRow("a blob") << u"HEAD:a.yaml"_s << false;
    QTest::newRow("zero byte") << u"main"_s + QChar::Null << false;
}

void TestReading::resolvesRevisions()
{
    QFETCH(QString, revision);
    QFETCH(bool, isKnown);
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: 2\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"tag"_s, u"v1"_s});
    const auto resolved = repo.open().resolve(revision);
    QCOMPARE(resolved.has_value(), isKnown);
    if (isKnown)
        QCOMPARE(resolved->toUtf8(), repo.git({u"rev-parse"_s, revision + u"^{commit}"_s}));
    else
        QCOMPARE(codeOf(resolved), "git.noRevision");
}

void TestReading::listsFilesOfRevision()
{
    const TestRepository repo;
    ::symlink("a.yaml", repo.bytePath("link").c_str());
    repo.git({u"add"_s, u"."_s});
    repo.git({u"commit"_s, u"-qm"_s, u"link"_s});
    const auto files = repo.open().filesOf(u"HEAD"_s);
    QCOMPARE(pathsOf(files), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s, u"link"_s}));
    QCOMPARE(files->front().blob.toUtf8(), repo.git({u"rev-parse"_s, u"HEAD:a.yaml"_s}));
    QVERIFY(!files->front().isSymlink);
    QVERIFY(files->back().isSymlink);
    QCOMPARE(pathsOf(repo.open().filesOf(u"HEAD~1"_s)), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
}

void TestReading::listsFilesOfWorkTree()
{
    const TestRepository repo;
    const QTemporaryDir outside;
    repo.write(u".gitignore"_s, "ignored.yaml\n");
    repo.write(u"ignored.yaml"_s, "i: 1\n");
    repo.write(u"-dashed name.yaml"_s, "d: 1\n");
    repo.write(u"gone.yaml"_s, "g: 1\n");
    repo.write(u"behind/x.yaml"_s, "x: 1\n");
    repo.git({u"add"_s, u"gone.yaml"_s, u"behind/x.yaml"_s});
    QFile::remove(repo.path(u"gone.yaml"_s));
    // A directory that has become a symlink: what Git tracks below it is not there any more.
    QDir(repo.path(u"behind"_s)).removeRecursively();
    QFile(outside.filePath(u"x.yaml"_s)).open(QIODevice::WriteOnly);
    ::symlink(outside.path().toUtf8().constData(), repo.bytePath("behind").c_str());
    ::symlink("/etc/passwd", repo.bytePath("link.yaml").c_str());
    ::mkfifo(repo.bytePath("pipe.yaml").c_str(), 0600);
    QDir().mkpath(repo.path(u"nested"_s));
    runGitIn(repo.path(u"nested"_s), {u"init"_s, u"-q"_s});

    const auto files = repo.open().filesOfWorkTree();
    QCOMPARE(pathsOf(files),
             (QStringList{u"-dashed name.yaml"_s, u".gitignore"_s, u"a.yaml"_s, u"behind"_s, u"dir/b.yaml"_s,
                          u"link.yaml"_s}));
    QVERIFY(files->at(3).isSymlink);
    QVERIFY(files->at(5).isSymlink);
    QVERIFY(!files->at(2).isSymlink);
    QVERIFY(files->at(2).blob.isEmpty());
    QCOMPARE(codeOf(repo.open().readWorkFile("pipe.yaml")), "file.unreadable");
}

void TestReading::keepsPathsThatAreNotUtf8()
{
    const TestRepository repo;
    const std::string name = "caf\xe9\n.yaml";
    writeBytes(repo.bytePath(name), "latin: 1\n");
    repo.git({u"add"_s, u"-A"_s});
    repo.git({u"commit"_s, u"-qm"_s, u"latin"_s});
    const Repository repository = repo.open();
    const auto committed = repository.filesOf(u"HEAD"_s);
    const auto present = repository.filesOfWorkTree();
    QVERIFY(committed && present);
    QCOMPARE(committed->at(1).path, name);
    QCOMPARE(present->at(1).path, name);
    QCOMPARE(*repository.readWorkFile(name), QByteArray("latin: 1\n"));
    QCOMPARE(repository.readRevisionFile(u"HEAD"_s, name)->value(), QByteArray("latin: 1\n"));
    ::unlink(repo.bytePath(name).c_str()); // QTemporaryDir cannot
}

void TestReading::readsBlobsAndReportsMissingOnes()
{
    const TestRepository repo;
    const QByteArray large(5'000'000, 'x');
    repo.write(u"large.yaml"_s, large);
    repo.write(u"empty.yaml"_s, {});
    repo.git({u"add"_s, u"."_s});
    const Repository repository = repo.open();
    const auto blobOf = [&repo](const QString& path) {
        return QString::fromUtf8(repo.git({u"rev-parse"_s, u":"_s + path}));
    };
    QCOMPARE(*repository.readBlob(blobOf(u"large.yaml"_s)), large);
    QCOMPARE(*repository.readBlob(blobOf(u"empty.yaml"_s)), QByteArray());
    for (const QString& id : {QString(40, u'1'), QString(), u"HEAD:a.yaml"_s, u"main\nHEAD"_s,
                              QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD"_s}))}) {
        const auto missing = repository.readBlob(id);
        QCOMPARE(codeOf(missing), "git.missingBlob");
        QCOMPARE(missing.error().args.front(), id.toStdString());
    }
    QCOMPARE(*repository.readBlob(blobOf(u"a.yaml"_s)), QByteArray("a: 1\n"));
}

void TestReading::survivesDamagedObject()
{
    const TestRepository repo;
    const Repository repository = repo.open();
    const QString blob = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD:a.yaml"_s}));
    const QString other = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD:dir/b.yaml"_s}));
    const QString object = u".git/objects/"_s + blob.first(2) + u'/' + blob.sliced(2);
    QFile::setPermissions(repo.path(object), QFile::ReadOwner | QFile::WriteOwner);
    repo.write(object, "this is no zlib stream");
    QCOMPARE(codeOf(repository.readBlob(blob)), "git.missingBlob");
    QCOMPARE(*repository.readBlob(other), QByteArray("b: 1\n"));
}

void TestReading::readsFromSeveralThreads()
{
    const TestRepository repo;
    const Repository repository = repo.open();
    const QString a = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD:a.yaml"_s}));
    const QString b = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD:dir/b.yaml"_s}));
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, copy = repository] {
                for (int round = 0; round < 100; ++round) {
                    if (copy.readBlob(a).value_or(QByteArray()) == "a: 1\n"
                        && copy.readBlob(b).value_or(QByteArray()) == "b: 1\n")
                        ++right;
                }
            });
        }
    }
    QCOMPARE(right.load(), 400);
}

void TestReading::readsFilesOfRevision()
{
    const TestRepository repo;
    repo.write(u"star*.yaml"_s, "s: 1\n");
    ::symlink("/etc/passwd", repo.bytePath("link").c_str());
    repo.git({u"add"_s, u"."_s});
    repo.git({u"commit"_s, u"-qm"_s, u"star"_s});
    repo.write(u"a.yaml"_s, "a: changed\n");
    const Repository repository = repo.open();
    QCOMPARE(repository.readRevisionFile(u"HEAD"_s, "a.yaml")->value(), QByteArray("a: 1\n"));
    QCOMPARE(repository.readRevisionFile(u"HEAD"_s, "star*.yaml")->value(), QByteArray("s: 1\n"));
    for (const char* absent : {"no.yaml", "*.yaml", "dir", "dir/", ":(top)a.yaml", "../a.yaml", ""})
        QVERIFY2(!repository.readRevisionFile(u"HEAD"_s, absent)->has_value(), absent);
    QCOMPARE(codeOf(repository.readRevisionFile(u"HEAD"_s, "link")), "file.symlink");
    QCOMPARE(codeOf(repository.readRevisionFile(u"none"_s, "a.yaml")), "git.noRevision");
}

void TestReading::readsWorkFilesOnlyInside_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("a file") << QByteArray("dir/b.yaml") << QByteArray();
    QTest::newRow("through a directory symlink that stays inside") << QByteArray("inner/b.yaml") << QByteArray();
    QTest::newRow("above") << QByteArray("../secret") << QByteArray("file.outside");
    QTest::newRow("above, hidden") << QByteArray("dir/../../secret") << QByteArray("file.outside");
    QTest::newRow("absolute") << QByteArray("/etc/passwd") << QByteArray("file.outside");
    QTest::newRow("through a directory symlink to outside") << QByteArray("outer/secret") << QByteArray("file.outside");
    QTest::newRow("through a symlink to .git") << QByteArray("git/config") << QByteArray("file.outside");
    QTest::newRow("a symlink") << QByteArray("link") << QByteArray("file.symlink");
    QTest::newRow("git's own") << QByteArray(".git/config") << QByteArray("file.outside");
    QTest::newRow("git's own, other case") << QByteArray(".GIT/config") << QByteArray("file.outside");
    QTest::newRow("a directory") << QByteArray("dir") << QByteArray("file.unreadable");
    QTest::newRow("absent") << QByteArray("none.yaml") << QByteArray("file.unreadable");
    QTest::newRow("absent directory") << QByteArray("none/x.yaml") << QByteArray("file.unreadable");
    QTest::newRow("empty") << QByteArray() << QByteArray("file.outside");
}

void TestReading::readsWorkFilesOnlyInside()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, code);
    const TestRepository repo;
    repo.write(u"../secret"_s, "b: 1\n");
    ::symlink("..", repo.bytePath("outer").c_str());
    ::symlink("dir", repo.bytePath("inner").c_str());
    ::symlink(".git", repo.bytePath("git").c_str());
    ::symlink("a.yaml", repo.bytePath("link").c_str());
    const auto content = repo.open().readWorkFile(path.toStdString());
    QCOMPARE(codeOf(content), code.toStdString());
    if (code.isEmpty())
        QCOMPARE(*content, QByteArray("b: 1\n"));
    else
        QCOMPARE(content.error().where.path, path.toStdString());
}

void TestReading::refusesLargeFiles()
{
    const TestRepository repo;
    QFile large(repo.path(u"large.yaml"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    large.resize(32 * 1024 * 1024 + 1);
    large.close();
    repo.git({u"add"_s, u"."_s});
    const Repository repository = repo.open();
    const QString blob = QString::fromUtf8(repo.git({u"rev-parse"_s, u":large.yaml"_s}));
    QCOMPARE(codeOf(repository.readWorkFile("large.yaml")), "file.tooLarge");
    QCOMPARE(codeOf(repository.readBlob(blob)), "file.tooLarge");
    QVERIFY(repository.readBlob(QString::fromUtf8(repo.git({u"rev-parse"_s, u":a.yaml"_s}))).has_value());
}

void TestReading::knowsOperations_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<Operation>("operation");
    QTest::newRow("none") << QStringList{u"status"_s} << Operation::None;
    QTest::newRow("merge") << QStringList{u"merge"_s, u"side"_s} << Operation::Merge;
    QTest::newRow("rebase") << QStringList{u"rebase"_s, u"side"_s} << Operation::Rebase;
    QTest::newRow("cherry-pick") << QStringList{u"cherry-pick"_s, u"side"_s} << Operation::CherryPick;
    QTest::newRow("revert") << QStringList{u"revert"_s, u"HEAD~1"_s} << Operation::Revert;
    QTest::newRow("bisect") << QStringList{u"bisect"_s, u"start"_s} << Operation::Bisect;
}

void TestReading::knowsOperations()
{
    QFETCH(QStringList, command);
    QFETCH(Operation, operation);
    const TestRepository repo;
    repo.git({u"checkout"_s, u"-qb"_s, u"side"_s});
    repo.write(u"a.yaml"_s, "a: side\n");
    repo.git({u"commit"_s, u"-qam"_s, u"side"_s});
    repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
    for (const char* content : {"a: 2\n", "a: 3\n"}) {
        repo.write(u"a.yaml"_s, content);
        repo.git({u"commit"_s, u"-qam"_s, u"main"_s});
    }
    repo.tryGit(command);
    QCOMPARE(repo.open().operation(), operation);
}

void TestReading::knowsIdentity()
{
    const TestRepository repo;
    QCOMPARE(*repo.open().identity(), u"Test User <test@example.com>"_s);
    m_sandbox.setGlobalConfig("[user]\n\tuseConfigOnly = true\n");
    QCOMPARE(codeOf(repo.open().identity()), "git.noIdentity");
}

void TestReading::readsSha256Repository()
{
    const TestRepository repo(TestRepository::Start::OneCommit, {u"--object-format=sha256"_s});
    const auto files = repo.open().filesOf(u"HEAD"_s);
    QVERIFY(files);
    QCOMPARE(files->front().blob.size(), 64);
    QCOMPARE(*repo.open().readBlob(files->front().blob), QByteArray("a: 1\n"));
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestReading)
#include "tst_repository.moc"
