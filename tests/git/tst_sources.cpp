// SPDX-License-Identifier: Apache-2.0
// What can be read: revisions by any name, index and stashes; repositories of every kind; many blobs at once.
#include "models/git/commit.h"
#include "models/git/repository.h"

#include "testrepository.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <functional>
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

QByteArray contentOf(const Repository& repository, const QString& revision, const char* path)
{
    const auto content = repository.readRevisionFile(revision, path);
    if (!content)
        return QByteArray::fromStdString(content.error().code);
    return content->value_or("absent");
}

/// The running children of this process that read blobs.
std::vector<pid_t> blobReaders()
{
    std::vector<pid_t> found;
    for (const QString& name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const auto pid = static_cast<pid_t>(name.toInt(&isNumber));
        QFile status(u"/proc/"_s + name + u"/stat"_s);
        QFile command(u"/proc/"_s + name + u"/cmdline"_s);
        if (!isNumber || !status.open(QIODevice::ReadOnly) || !command.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList fields = status.readAll().split(')').last().simplified().split(' ');
        if (fields.size() > 1 && fields.at(1).toInt() == ::getpid() && command.readAll().contains("cat-file"))
            found.push_back(pid);
    }
    return found;
}

/// Commits many small files of different content; their blobs and what they hold.
std::vector<std::pair<std::string, QByteArray>> makeManyBlobs(const TestRepository& repo, int count)
{
    QByteArray stream = "commit refs/heads/many\ncommitter T <t@e> 1700000000 +0000\ndata 4\nmany\n";
    QList<QByteArray> contents;
    for (int i = 0; i < count; ++i) {
        contents += "number: " + QByteArray::number(i) + "\ntext: " + QByteArray(i % 3000, 'x') + "\n";
        stream += "M 100644 inline f" + QByteArray::number(i) + ".yaml\ndata "
            + QByteArray::number(contents.last().size()) + "\n" + contents.last() + "\n";
    }
    repo.write(u".git/stream"_s, stream);
    const QString path = repo.path(u".git/stream"_s);
    QProcess import;
    import.setWorkingDirectory(repo.path());
    import.setStandardInputFile(path);
    import.start(u"git"_s, {u"fast-import"_s, u"--quiet"_s});
    import.waitForFinished(-1);
    std::vector<std::pair<std::string, QByteArray>> blobs;
    const auto files = repo.open().filesOf(u"many"_s);
    for (const FileEntry& file : *files)
        blobs.emplace_back(file.blob.toStdString(), contents.at(std::stoi(file.path.substr(1))));
    return blobs;
}

std::vector<std::string> idsOf(const std::vector<std::pair<std::string, QByteArray>>& blobs)
{
    std::vector<std::string> ids;
    for (const auto& [id, content] : blobs)
        ids.push_back(id);
    return ids;
}

} // namespace

class TestSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRevisionsByEveryName_data();
    void readsRevisionsByEveryName();
    void readsIndex();
    void conflictInIndexIsNamed();
    void readsStashesWithUntrackedFiles();
    void readsRepositoriesOfEveryKind_data();
    void readsRepositoriesOfEveryKind();
    void partialCloneReportsMissingBlobsAndFetchesNothing();
    void cloneWithoutTreesSaysSo();
    void sparseCheckoutIsNoDeletion();
    void readsManyBlobsInOrder();
    void readsOnWhereOneOfManyIsDamaged();
    void restartsGitThatIsKilled();
    void survivesKillsAtAnyMoment();

private:
    GitSandbox m_sandbox;
};

void TestSources::readsRevisionsByEveryName_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("branch") << u"main"_s << QByteArray("a: 3\n");
    QTest::newRow("full name") << u"refs/heads/main"_s << QByteArray("a: 3\n");
    QTest::newRow("tag") << u"light"_s << QByteArray("a: 2\n");
    QTest::newRow("annotated tag") << u"v1"_s << QByteArray("a: 1\n");
    QTest::newRow("tag of a tag") << u"v1-again"_s << QByteArray("a: 1\n");
    QTest::newRow("tag of a tree") << u"tree-tag"_s << QByteArray("a: 2\n");
    QTest::newRow("ancestor") << u"HEAD~2"_s << QByteArray("a: 1\n");
    QTest::newRow("reflog") << u"main@{1}"_s << QByteArray("a: 2\n");
    QTest::newRow("tree of a commit") << u"HEAD~1^{tree}"_s << QByteArray("a: 2\n");
    QTest::newRow("message") << u":/second"_s << QByteArray("a: 2\n");
    QTest::newRow("blob") << u"HEAD:a.yaml"_s << QByteArray("git.noRevision");
    QTest::newRow("file in the index") << u":a.yaml"_s << QByteArray("git.noRevision");
    QTest::newRow("unknown") << u"nothing"_s << QByteArray("git.noRevision");
    QTest::newRow("option") << u"--all"_s << QByteArray("git.noRevision");
    QTest::newRow("range") << u"main~1..main"_s << QByteArray("git.noRevision");
}

void TestSources::readsRevisionsByEveryName()
{
    QFETCH(QString, revision);
    QFETCH(QByteArray, content);
    const TestRepository repo;
    repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"tag"_s, u"v1"_s});
    repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"tag"_s, u"v1-again"_s, u"v1"_s});
    repo.write(u"a.yaml"_s, "a: 2\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    repo.git({u"tag"_s, u"light"_s});
    repo.git({u"tag"_s, u"tree-tag"_s, u"HEAD^{tree}"_s});
    repo.write(u"a.yaml"_s, "a: 3\n");
    repo.git({u"commit"_s, u"-qam"_s, u"third"_s});
    const Repository repository = repo.open();
    QCOMPARE(contentOf(repository, revision, "a.yaml"), content);
    if (content.startsWith("a:")) {
        QCOMPARE(pathsOf(repository.filesOf(revision)), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
        const QString prefix = QString::fromUtf8(repo.git({u"rev-parse"_s, revision})).first(10);
        QCOMPARE(contentOf(repository, prefix, "a.yaml"), content);
    } else {
        QCOMPARE(pathsOf(repository.filesOf(revision)), QStringList(u"git.noRevision"_s));
    }
}

void TestSources::readsIndex()
{
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: staged\n");
    repo.write(u"index"_s, "i: 1\n"); // Git calls its staged content ":index"
    repo.git({u"add"_s, u"."_s});
    repo.git({u"rm"_s, u"-q"_s, u"--cached"_s, u"dir/b.yaml"_s});
    repo.write(u"a.yaml"_s, "a: on disk\n");
    const Repository repository = repo.open();
    const QString index = indexRevision.toString();
    QCOMPARE(pathsOf(repository.filesOf(index)), (QStringList{u"a.yaml"_s, u"index"_s}));
    QCOMPARE(contentOf(repository, index, "a.yaml"), QByteArray("a: staged\n"));
    QCOMPARE(contentOf(repository, index, "dir/b.yaml"), QByteArray("absent"));
    QCOMPARE(*repository.readBlob(repository.filesOf(index)->front().blob), QByteArray("a: staged\n"));
}

void TestSources::conflictInIndexIsNamed()
{
    const TestRepository repo;
    repo.git({u"checkout"_s, u"-qb"_s, u"side"_s});
    repo.write(u"a.yaml"_s, "a: side\n");
    repo.git({u"commit"_s, u"-qam"_s, u"side"_s});
    repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
    repo.write(u"a.yaml"_s, "a: main\n");
    repo.git({u"commit"_s, u"-qam"_s, u"main"_s});
    QVERIFY(repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s}) != 0);
    const auto files = repo.open().filesOf(indexRevision.toString());
    QCOMPARE(pathsOf(files), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
    QVERIFY(files->front().hasConflict);
    QVERIFY(files->front().blob.isEmpty());
    QVERIFY(!files->back().hasConflict);
    QCOMPARE(contentOf(repo.open(), indexRevision.toString(), "a.yaml"), QByteArray("file.conflict"));
}

void TestSources::readsStashesWithUntrackedFiles()
{
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: older\n");
    repo.git({u"stash"_s, u"-q"_s});
    repo.write(u"a.yaml"_s, "a: newer\n");
    repo.write(u"new.yaml"_s, "n: 1\n");
    repo.git({u"stash"_s, u"-q"_s, u"--include-untracked"_s});
    const Repository repository = repo.open();
    const QStringList withNew{u"a.yaml"_s, u"dir/b.yaml"_s, u"new.yaml"_s};
    for (const QString& newest : {u"stash@{0}"_s, u"stash"_s, u"refs/stash"_s}) {
        QCOMPARE(pathsOf(repository.filesOf(newest)), withNew);
        QCOMPARE(contentOf(repository, newest, "a.yaml"), QByteArray("a: newer\n"));
        QCOMPARE(contentOf(repository, newest, "new.yaml"), QByteArray("n: 1\n"));
    }
    QCOMPARE(pathsOf(repository.filesOf(u"stash@{1}"_s)), withNew.first(2));
    QCOMPARE(contentOf(repository, u"stash@{1}"_s, "a.yaml"), QByteArray("a: older\n"));
    QCOMPARE(pathsOf(repository.filesOf(u"stash@{2}"_s)), QStringList(u"git.noRevision"_s));
}

void TestSources::readsRepositoriesOfEveryKind_data()
{
    using Preparation = std::function<QString(const TestRepository&)>; // the directory to open
    QTest::addColumn<QStringList>("initOptions");
    QTest::addColumn<Preparation>("prepare");
    const auto row = [](const char* name, const QStringList& options, const Preparation& prepare) {
        QTest::newRow(name) << options << prepare;
    };
    const Preparation itself = [](const TestRepository& repo) { return repo.path(); };
    row("subdirectory", {}, [](const TestRepository& repo) { return repo.path(u"dir"_s); });
    row("SHA-256", {u"--object-format=sha256"_s}, itself);
    row("reftable", {u"--ref-format=reftable"_s}, itself);
    row("packed references and objects", {}, [](const TestRepository& repo) {
        repo.git({u"gc"_s, u"-q"_s});
        return repo.path();
    });
    row("split index", {}, [](const TestRepository& repo) {
        repo.git({u"update-index"_s, u"--split-index"_s});
        return repo.path();
    });
    row("borrowed objects", {}, [](const TestRepository& repo) {
        repo.git({u"clone"_s, u"-q"_s, u"--shared"_s, u"."_s, u"../other"_s});
        return repo.path(u"../other"_s);
    });
    row("shallow", {}, [](const TestRepository& repo) {
        const QString url = u"file://"_s + repo.path();
        repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, url, u"../other"_s});
        return repo.path(u"../other"_s);
    });
    row("work tree of a bare repository", {}, [](const TestRepository& repo) {
        repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, u"../bare.git"_s});
        runGitIn(repo.path(u"../bare.git"_s), {u"worktree"_s, u"add"_s, u"-q"_s, u"../other"_s, u"main"_s});
        return repo.path(u"../other"_s);
    });
    row("moved git directory", {}, [](const TestRepository& repo) {
        repo.git({u"init"_s, u"-q"_s, u"--separate-git-dir=../elsewhere.git"_s});
        return repo.path();
    });
}

void TestSources::readsRepositoriesOfEveryKind()
{
    QFETCH(QStringList, initOptions);
    QFETCH(std::function<QString(const TestRepository&)>, prepare);
    if (initOptions.contains(u"--ref-format=reftable"_s)) {
        int code = 0;
        runGitIn(m_sandbox.path({}), {u"init"_s, u"-q"_s, u"--ref-format=reftable"_s, u"probe"_s}, &code);
        if (code != 0)
            QSKIP("this git knows no reftable");
    }
    const TestRepository repo(TestRepository::Start::OneCommit, initOptions);
    repo.write(u"a.yaml"_s, "a: 2\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    const auto repository = Repository::open(prepare(repo));
    QVERIFY(repository);
    QCOMPARE(repository->head()->branch, u"main"_s);
    const QStringList both{u"a.yaml"_s, u"dir/b.yaml"_s};
    QCOMPARE(pathsOf(repository->filesOfWorkTree()), both);
    for (const QString& revision : {u"HEAD"_s, u"main"_s, indexRevision.toString()}) {
        QCOMPARE(pathsOf(repository->filesOf(revision)), both);
        QCOMPARE(contentOf(*repository, revision, "a.yaml"), QByteArray("a: 2\n"));
    }
    QCOMPARE(*repository->readWorkFile("a.yaml"), QByteArray("a: 2\n"));
    QCOMPARE(*repository->branches(), std::vector<QString>{u"main"_s});
}

void TestSources::partialCloneReportsMissingBlobsAndFetchesNothing()
{
    const TestRepository repo;
    repo.git({u"config"_s, u"uploadpack.allowFilter"_s, u"true"_s});
    repo.write(u"a.yaml"_s, "a: 2\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    const QString url = u"file://"_s + repo.path();
    repo.git({u"clone"_s, u"-q"_s, u"--filter=blob:none"_s, url, u"../partial"_s});
    const Repository partial = *Repository::open(repo.path(u"../partial"_s));
    const auto files = partial.filesOf(u"HEAD~1"_s);
    QCOMPARE(pathsOf(files), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
    const std::vector<std::string> ids{files->front().blob.toStdString(), files->back().blob.toStdString()};
    for (int round = 0; round < 2; ++round) { // a fetch would have brought it for the second one
        const auto contents = partial.readBlobs(ids);
        QCOMPARE(contents.size(), 2U);
        QVERIFY(!contents.front());
        QCOMPARE(contents.front().error().code, "git.missingBlob");
        QCOMPARE(contents.back().value(), QByteArray("b: 1\n"));
    }
    QCOMPARE(contentOf(partial, u"HEAD"_s, "a.yaml"), QByteArray("a: 2\n"));
}

void TestSources::cloneWithoutTreesSaysSo()
{
    const TestRepository repo;
    repo.git({u"config"_s, u"uploadpack.allowFilter"_s, u"true"_s});
    repo.write(u"dir/b.yaml"_s, "b: 2\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    const QString url = u"file://"_s + repo.path();
    repo.git({u"clone"_s, u"-q"_s, u"--filter=tree:0"_s, url, u"../partial"_s});
    const Repository partial = *Repository::open(repo.path(u"../partial"_s));
    QCOMPARE(pathsOf(partial.filesOf(u"HEAD"_s)), (QStringList{u"a.yaml"_s, u"dir/b.yaml"_s}));
    QCOMPARE(pathsOf(partial.filesOf(u"HEAD~1"_s)), QStringList(u"git.missingTree"_s));
}

void TestSources::sparseCheckoutIsNoDeletion()
{
    const TestRepository repo;
    repo.write(u"in/c.yaml"_s, "c: 1\n");
    repo.git({u"add"_s, u"."_s});
    repo.git({u"commit"_s, u"-qm"_s, u"more"_s});
    for (const QString& kind : {u"--no-sparse-index"_s, u"--sparse-index"_s}) {
        repo.git({u"sparse-checkout"_s, u"set"_s, u"--cone"_s, kind, u"in"_s});
        QVERIFY(!QFile::exists(repo.path(u"dir/b.yaml"_s)));
        const Repository repository = repo.open();
        const QStringList all{u"a.yaml"_s, u"dir/b.yaml"_s, u"in/c.yaml"_s};
        QCOMPARE(pathsOf(repository.filesOfWorkTree()), (QStringList{u"a.yaml"_s, u"in/c.yaml"_s}));
        QCOMPARE(pathsOf(repository.filesOf(indexRevision.toString())), all);
        // Nor does a commit of what is inside take the others out.
        const QByteArray before = repo.read(u"in/c.yaml"_s);
        const QByteArray after = before + "more: 1\n";
        const auto made = commit(repository, {u"main"_s, false, u"inside"_s, {{"in/c.yaml", before, after}}, false});
        QVERIFY(made);
        QCOMPARE(pathsOf(repository.filesOf(u"HEAD"_s)), all);
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
        // What is outside is refused, not written beside what the index has.
        const auto everything = repo.everything();
        const auto outside = commit(repository, {u"main"_s, false, u"out"_s, {{"dir/b.yaml", {}, "b: 2\n"}}, false});
        QVERIFY(!outside);
        QCOMPARE(outside.error().code, "commit.sparse");
        QCOMPARE(outside.error().args.front(), "dir/b.yaml");
        QCOMPARE(repo.everything(), everything);
    }
}

void TestSources::readsManyBlobsInOrder()
{
    const TestRepository repo;
    const auto blobs = makeManyBlobs(repo, 3000);
    const Repository repository = repo.open();
    auto ids = idsOf(blobs);
    ids[5] = "HEAD"; // is asked for in the middle and is no object id
    ids[700] = std::string(40, '1');
    const auto contents = repository.readBlobs(ids);
    QCOMPARE(contents.size(), ids.size());
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (i == 5 || i == 700)
            QCOMPARE(contents[i].error().args.front(), ids[i]);
        else
            QVERIFY2(contents[i] == blobs[i].second, qPrintable(QString::number(i)));
    }
    QVERIFY(repository.readBlobs({}).empty());
}

void TestSources::readsOnWhereOneOfManyIsDamaged()
{
    const TestRepository repo;
    const QString blob = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD:a.yaml"_s}));
    const QString object = u".git/objects/"_s + blob.first(2) + u'/' + blob.sliced(2);
    QFile::setPermissions(repo.path(object), QFile::ReadOwner | QFile::WriteOwner);
    repo.write(object, "this is no zlib stream");
    const auto blobs = makeManyBlobs(repo, 600);
    auto ids = idsOf(blobs);
    ids[300] = blob.toStdString(); // git dies of it
    const auto contents = repo.open().readBlobs(ids);
    QCOMPARE(contents.size(), ids.size());
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (i == 300)
            QCOMPARE(contents[i].error().code, "git.missingBlob");
        else
            QVERIFY2(contents[i] == blobs[i].second, qPrintable(QString::number(i)));
    }
}

void TestSources::restartsGitThatIsKilled()
{
    const TestRepository repo;
    const auto blobs = makeManyBlobs(repo, 50);
    const auto ids = idsOf(blobs);
    const Repository repository = repo.open();
    QVERIFY(repository.readBlob(QString::fromStdString(ids.front())));
    const auto readers = blobReaders();
    QCOMPARE(readers.size(), 1U);
    ::kill(readers.front(), SIGKILL);
    const auto contents = repository.readBlobs(ids);
    QCOMPARE(contents.size(), ids.size());
    for (std::size_t i = 0; i < contents.size(); ++i)
        QVERIFY(contents[i] == blobs[i].second);
    QVERIFY(blobReaders() != readers);
}

void TestSources::survivesKillsAtAnyMoment()
{
    const TestRepository repo;
    const auto blobs = makeManyBlobs(repo, 3000);
    const auto ids = idsOf(blobs);
    const Repository repository = repo.open();
    std::atomic<bool> isDone = false;
    std::atomic<int> kills = 0;
    std::thread killer([&] {
        while (!isDone) {
            for (const pid_t pid : blobReaders())
                kills += ::kill(pid, SIGKILL) == 0 ? 1 : 0;
        }
    });
    int right = 0;
    int wrong = 0;
    int missing = 0;
    for (int round = 0; round < 200 && (round < 3 || kills < 3); ++round) {
        const auto contents = repository.readBlobs(ids);
        wrong += contents.size() == ids.size() ? 0 : 1;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (!contents[i])
                missing += contents[i].error().code == "git.missingBlob" ? 1 : 0;
            else
                ++(contents[i] == blobs[i].second ? right : wrong);
        }
    }
    isDone = true;
    killer.join();
    // Every blob comes out right or is named as missing; never another one's content.
    QCOMPARE(wrong, 0);
    QVERIFY2(kills > 0 && right > 0,
             qPrintable(u"%1 kills, %2 right, %3 missing"_s.arg(kills.load()).arg(right).arg(missing)));
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestSources)
#include "tst_sources.moc"
