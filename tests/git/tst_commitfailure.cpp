// SPDX-License-Identifier: Apache-2.0
// What a commit that fails leaves: everything as it was.
#include "models/git/commit.h"
#include "models/git/filetransaction.h"

#include "mountnamespace.h"
#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

using Preparation = std::function<void(const TestRepository&, CommitRequest&)>;

void writeGlobalConfig(const QByteArray& text)
{
    QFile file(qEnvironmentVariable("GIT_CONFIG_GLOBAL"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A history where main and side change the same line, to stop operations half-way.
void makeConflict(const TestRepository& repo)
{
    repo.git({u"checkout"_s, u"-qb"_s, u"side"_s});
    repo.write(u"a.yaml"_s, "a: side\n");
    repo.git({u"commit"_s, u"-qam"_s, u"side"_s});
    repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
    repo.write(u"a.yaml"_s, "a: main\n");
    repo.git({u"commit"_s, u"-qam"_s, u"main"_s});
}

Preparation stoppedBy(const QStringList& command)
{
    return [command](const TestRepository& repo, CommitRequest&) {
        makeConflict(repo);
        repo.tryGit(command);
    };
}

Preparation hook(const QString& name, const QByteArray& script)
{
    return [=](const TestRepository& repo, CommitRequest&) { repo.writeHook(name, script); };
}

Preparation fileInPlace(const QString& name)
{
    return [name](const TestRepository& repo, CommitRequest&) { repo.write(name, {}); };
}

Preparation branch(const QString& name, bool isNew)
{
    return [=](const TestRepository& repo, CommitRequest& request) {
        repo.git({u"branch"_s, u"taken"_s});
        request.branch = name;
        request.newBranch = isNew;
    };
}

Preparation foreignPath(const std::string& path)
{
    return [path](const TestRepository&, CommitRequest& request) { request.files.push_back({path, {}, "x: 1\n"}); };
}

} // namespace

class TestCommitFailure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void leavesEverythingAsItWas_data();
    void leavesEverythingAsItWas();
    void hookThatWroteToTheFile();
    void readOnlyObjects();
    void diskFullAtAnyStep_data();
    void diskFullAtAnyStep();
    void foreignWriteBetweenCheckAndRename();
    void undoPutsTheSameFilesBack();

    void savesAllOrNone();
    void savesThroughNoLink();

private:
    GitSandbox m_sandbox;
};

void TestCommitFailure::leavesEverythingAsItWas_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const Preparation& prepare, const char* code) {
        QTest::newRow(name) << prepare << QByteArray(code);
    };
    row("pre-commit says no", hook(u"pre-commit"_s, "echo no >&2; exit 3\n"), "commit.hook");
    row("pre-commit changes the index and says no",
        hook(u"pre-commit"_s, "git rm -q --cached dir/b.yaml; echo x: 1 > a.yaml; git add a.yaml; exit 1\n"),
        "commit.hook");
    row("commit-msg says no", hook(u"commit-msg"_s, "exit 1\n"), "commit.hook");
    row("prepare-commit-msg says no", hook(u"prepare-commit-msg"_s, "exit 1\n"), "commit.hook");
    row("commit-msg empties the message", hook(u"commit-msg"_s, ": > \"$1\"\n"), "commit.hook");
    row("hook undoes the change", hook(u"pre-commit"_s, "git read-tree HEAD\n"), "commit.nothing");
    row("reference-transaction says no", hook(u"reference-transaction"_s, "[ \"$1\" != prepared ]\n"), "git.failed");
    row(
        "signing fails",
        [](const TestRepository& repo, CommitRequest&) {
            repo.git({u"config"_s, u"commit.gpgSign"_s, u"true"_s});
            repo.git({u"config"_s, u"gpg.program"_s, u"false"_s});
        },
        "git.failed");
    row("index locked", fileInPlace(u".git/index.lock"_s), "commit.locked");
    row("HEAD locked", fileInPlace(u".git/HEAD.lock"_s), "commit.locked");
    row("branch locked", fileInPlace(u".git/refs/heads/main.lock"_s), "commit.locked");
    row("bad branch name", branch(u"a..b"_s, true), "commit.badBranch");
    row("branch name like an option", branch(u"-d"_s, true), "commit.badBranch");
    row("no branch name", branch(QString(), true), "commit.badBranch");
    row("branch name that git would look up", branch(u"@{-1}"_s, true), "commit.badBranch");
    row("branch exists", branch(u"taken"_s, true), "commit.branchExists");
    row("branch below a branch", branch(u"taken/x"_s, true), "commit.branchExists");
    row("another branch", branch(u"taken"_s, false), "commit.otherBranch");
    row("a branch that is not there", branch(u"nowhere"_s, false), "commit.otherBranch");
    row(
        "no identity",
        [](const TestRepository&, CommitRequest&) { writeGlobalConfig("[user]\n\tuseConfigOnly = true\n"); },
        "commit.noIdentity");
    row("merge stopped", stoppedBy({u"merge"_s, u"side"_s}), "commit.operation");
    row("rebase stopped", stoppedBy({u"rebase"_s, u"side"_s}), "commit.operation");
    row("cherry-pick stopped", stoppedBy({u"cherry-pick"_s, u"side"_s}), "commit.operation");
    row("revert stopped", stoppedBy({u"revert"_s, u"side"_s}), "commit.operation");
    row(
        "conflict in the index alone",
        [](const TestRepository& repo, CommitRequest& request) {
            makeConflict(repo);
            repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s});
            QFile::remove(repo.path(u".git/MERGE_HEAD"_s));
            request.files[0].expected = repo.read(u"a.yaml"_s);
        },
        "commit.staged");
    row(
        "changed on disk",
        [](const TestRepository& repo, CommitRequest&) { repo.write(u"dir/b.yaml"_s, "b: foreign\n"); },
        "file.changed");
    row(
        "gone from the disk",
        [](const TestRepository& repo, CommitRequest&) { QFile::remove(repo.path(u"dir/b.yaml"_s)); }, "file.changed");
    row(
        "staged by the user",
        [](const TestRepository& repo, CommitRequest&) {
            repo.write(u"a.yaml"_s, "a: staged\n");
            repo.git({u"add"_s, u"a.yaml"_s});
            repo.write(u"a.yaml"_s, "a: 1\n");
        },
        "commit.staged");
    row(
        "staged for removal",
        [](const TestRepository& repo, CommitRequest&) { repo.git({u"rm"_s, u"-q"_s, u"--cached"_s, u"a.yaml"_s}); },
        "commit.staged");
    row(
        "symlink in its place",
        [](const TestRepository& repo, CommitRequest&) {
            QFile::rename(repo.path(u"dir/b.yaml"_s), repo.path(u"real.yaml"_s));
            ::symlink("../real.yaml", repo.bytePath("dir/b.yaml").c_str());
        },
        "file.symlink");
    row(
        "tracked symlink",
        [](const TestRepository& repo, CommitRequest& request) {
            ::symlink("a.yaml", repo.bytePath("link").c_str());
            repo.git({u"add"_s, u"link"_s});
            repo.git({u"commit"_s, u"-qm"_s, u"link"_s});
            request.files.push_back({"link", "a.yaml", "x: 1\n"});
        },
        "file.symlink");
    row(
        "directory behind a symlink",
        [](const TestRepository& repo, CommitRequest& request) {
            ::symlink("dir", repo.bytePath("other").c_str());
            request.files.push_back({"other/b.yaml", "b: 1\n", "b: 2\n"});
        },
        "file.symlink");
    row(
        "hard link",
        [](const TestRepository& repo, CommitRequest&) {
            ::link(repo.bytePath("dir/b.yaml").c_str(), repo.bytePath("second.yaml").c_str());
        },
        "file.unwritable");
    row(
        "directory in its place",
        [](const TestRepository& repo, CommitRequest&) {
            QFile::remove(repo.path(u"dir/b.yaml"_s));
            QDir().mkdir(repo.path(u"dir/b.yaml"_s));
        },
        "file.unwritable");
    row("path outside", foreignPath("../x.yaml"), "file.outside");
    row("path of git", foreignPath(".git/config"), "file.outside");
    row(
        "new file beside a new directory's refusal",
        [](const TestRepository&, CommitRequest& request) {
            request.files.insert(request.files.begin(), {"fresh/deep/x.yaml", {}, "x: 1\n"});
            request.files.push_back({"none.yaml", "was: here\n", "x: 1\n"});
        },
        "file.changed");
    row(
        "nothing to commit",
        [](const TestRepository&, CommitRequest& request) {
            for (CommitFile& file : request.files)
                file.content = file.expected;
        },
        "commit.nothing");
    row("no files", [](const TestRepository&, CommitRequest& request) { request.files.clear(); }, "commit.nothing");
    row(
        "no message", [](const TestRepository&, CommitRequest& request) { request.message = u" \n"_s; },
        "commit.emptyMessage");
    row(
        "clean filter fails",
        [](const TestRepository& repo, CommitRequest&) {
            repo.write(u".git/info/attributes"_s, "*.yaml filter=broken\n");
            repo.git({u"config"_s, u"filter.broken.clean"_s, u"false"_s});
            repo.git({u"config"_s, u"filter.broken.required"_s, u"true"_s});
        },
        "git.failed");
    row(
        "HEAD locked after the commit",
        [](const TestRepository& repo, CommitRequest& request) {
            request.branch = u"late"_s;
            request.newBranch = true;
            repo.writeHook(u"post-commit"_s, "touch .git/HEAD.lock\n");
        },
        "commit.locked");
}

void TestCommitFailure::leavesEverythingAsItWas()
{
    QFETCH(Preparation, prepare);
    QFETCH(QByteArray, code);
    for (const bool isNewBranch : {false, true}) {
        m_sandbox.resetGlobalConfig();
        const TestRepository repo;
        CommitRequest request{isNewBranch ? u"team/next"_s : u"main"_s,
                              isNewBranch,
                              u"Shift traffic"_s,
                              {{"a.yaml", "a: 1\n", "a: 2\n"}, {"dir/b.yaml", "b: 1\n", "b: 2\n"}},
                              false};
        // Some work of the user's own.
        repo.write(u"own.yaml"_s, "o: 1\n");
        prepare(repo, request);
        if (isNewBranch && code == "commit.locked" && QFile::exists(repo.path(u".git/refs/heads/main.lock"_s)))
            continue; // the other branch is free to go
        const auto before = repo.everything();
        const auto result = commit(repo.open(), request);
        QVERIFY2(!result, qPrintable(request.branch));
        QCOMPARE(result.error().code, code.toStdString());
        auto after = repo.everything();
        if (request.branch == u"late"_s)
            QVERIFY(after.remove(u".git/HEAD.lock"_s) == 1); // the hook's own
        // Where a commit was made and taken back, the branch's log names both.
        const bool wasUndone = QFile::exists(repo.path(u".git/hooks/pre-commit"_s)) && code == "commit.nothing";
        for (const QString& name : after.keys() + before.keys())
            QVERIFY2(after.value(name) == before.value(name) || (wasUndone && name.startsWith(u".git/logs/"_s)),
                     qPrintable(name + u": "_s + QString::fromUtf8(after.value(name))));
    }
}

void TestCommitFailure::hookThatWroteToTheFile()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s, "echo 'foreign: 1' >> a.yaml; echo said; exit 1\n");
    const auto before = repo.everything();
    std::vector<Error> kept;
    const auto result = commit(repo.open(), {u"main"_s, false, u"m"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false}, &kept);
    QVERIFY(!result);
    QCOMPARE(repo.everything(), before);
    QCOMPARE(result.error().args, (std::vector<std::string>{"1", "said\n"}));
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept[0].code, "kept.blob");
    QCOMPARE(kept[0].args[0], "a.yaml");
    const auto blob = repo.open().readBlob(QString::fromStdString(kept[0].args[1]));
    QCOMPARE(blob.value_or(QByteArray()), QByteArray("a: 2\nforeign: 1\n"));
}

void TestCommitFailure::readOnlyObjects()
{
    const TestRepository repo;
    const auto before = repo.everything();
    const auto codeOfCommit = [&repo] {
        const auto result = commit(repo.open(), {u"next"_s, true, u"m"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false});
        return result ? std::string() : result.error().code;
    };
    if (::geteuid() == 0) {
        // Root may write to read-only directories, but not to a read-only file system.
        const auto outcome = inMountNamespace([&] {
            if (!mountReadOnly(repo.bytePath(".git/objects").c_str()))
                return 100;
            return codeOfCommit() == "git.failed" ? 0 : 1;
        });
        if (!outcome || *outcome == 100)
            QSKIP("root may write to read-only directories, and no mounts of our own here");
        QCOMPARE(*outcome, 0);
        QCOMPARE(repo.everything(), before);
        return;
    }
    const auto setMode = [&repo](mode_t mode) {
        for (const QString& name : QDir(repo.path(u".git/objects"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            ::chmod(repo.path(u".git/objects/"_s + name).toUtf8().constData(), mode);
        ::chmod(repo.bytePath(".git/objects").c_str(), mode);
    };
    setMode(0555);
    const auto code = codeOfCommit();
    setMode(0755);
    QCOMPARE(code, "git.failed");
    QCOMPARE(repo.everything(), before);
}

void TestCommitFailure::diskFullAtAnyStep_data()
{
    QTest::addColumn<bool>("isNewBranch");
    QTest::newRow("current branch") << false;
    QTest::newRow("new branch") << true;
}

void TestCommitFailure::diskFullAtAnyStep()
{
    // A limit on the size of every file that is written stands for the full disk: the larger it is, the later is the
    // step that fails, up to the commit that fits.
    QFETCH(bool, isNewBranch);
    const auto ignored = ::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    int failures = 0;
    bool succeeded = false;
    for (rlim_t limit = 0; limit < 4000 && !succeeded; limit += limit < 480 ? 24 : 160) {
        const TestRepository repo;
        const Repository repository = repo.open();
        const auto before = repo.everything();
        const rlimit limited{limit, unlimited.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
        const auto result = commit(repository,
                                   {isNewBranch ? u"team/next"_s : u"main"_s,
                                    isNewBranch,
                                    u"m"_s,
                                    {{"a.yaml", "a: 1\n", "a: 2\n"}, {"c/c.yaml", {}, "c: 2\n"}},
                                    false});
        ::setrlimit(RLIMIT_FSIZE, &unlimited);
        succeeded = result.has_value();
        if (succeeded)
            continue;
        ++failures;
        auto after = repo.everything();
        for (const QString& name : after.keys() + before.keys()) {
            if (!name.startsWith(u".git/logs"_s)) // where an undone commit is named
                QVERIFY2(after.value(name) == before.value(name), qPrintable(u"%1 bytes: %2"_s.arg(limit).arg(name)));
        }
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
    }
    ::signal(SIGXFSZ, ignored);
    QVERIFY(succeeded);
    QVERIFY2(failures > 10, qPrintable(QString::number(failures)));
}

void TestCommitFailure::foreignWriteBetweenCheckAndRename()
{
    const TestRepository repo;
    FileTransaction transaction(repo.path().toStdString());
    QVERIFY(transaction.stage("a.yaml", "a: 1\n", "a: 2\n"));
    QVERIFY(transaction.stage("dir/b.yaml", "b: 1\n", "b: 2\n"));
    QVERIFY(transaction.stage("new/c.yaml", {}, "c: 2\n"));
    // The way most editors save: another file takes the place.
    repo.write(u"temporary"_s, "b: foreign\n");
    ::rename(repo.bytePath("temporary").c_str(), repo.bytePath("dir/b.yaml").c_str());
    const auto before = repo.read(u"dir/b.yaml"_s);
    const auto swapped = transaction.swapIn();
    QVERIFY(!swapped);
    QCOMPARE(swapped.error().code, "file.changed");
    QCOMPARE(swapped.error().where.path, "dir/b.yaml");
    QCOMPARE(repo.read(u"dir/b.yaml"_s), before);
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray(" M dir/b.yaml"));
}

void TestCommitFailure::undoPutsTheSameFilesBack()
{
    const TestRepository repo;
    struct stat before{};
    ::stat(repo.bytePath("a.yaml").c_str(), &before);
    {
        FileTransaction transaction(repo.path().toStdString());
        QVERIFY(transaction.stage("a.yaml", "a: 1\n", "a: 2\n"));
        QVERIFY(transaction.stage("new/c.yaml", {}, "c: 2\n"));
        QVERIFY(transaction.swapIn());
        QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\n"));
        QCOMPARE(repo.read(u"new/c.yaml"_s), QByteArray("c: 2\n"));
    }
    struct stat after{};
    ::stat(repo.bytePath("a.yaml").c_str(), &after);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s, u"-uall"_s}), QByteArray());
    QVERIFY(!QDir(repo.path(u"new"_s)).exists());
}

void TestCommitFailure::savesAllOrNone()
{
    const TestRepository repo;
    const Repository repository = repo.open();
    const auto before = repo.everything();
    const auto refused = saveFiles(repository, {{"a.yaml", "a: 1\n", "a: 2\n"}, {"dir/b.yaml", "b: old\n", "b: 2\n"}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "file.changed");
    QCOMPARE(repo.everything(), before);

    CommitFile own{"dir/b.yaml", "b: 1\n", "b: 2\n"};
    own.workContent = "b: 2\nown: 1\n";
    QVERIFY(saveFiles(repository, {{"a.yaml", "a: 1\n", "a: 2\n"}, own, {"c.yaml", {}, "c: 1\n"}}));
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\n"));
    QCOMPARE(repo.read(u"dir/b.yaml"_s), QByteArray("b: 2\nown: 1\n"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s, u"-uall"_s}), QByteArray(" M a.yaml\n M dir/b.yaml\n?? c.yaml"));
}

void TestCommitFailure::savesThroughNoLink()
{
    const TestRepository repo;
    const QTemporaryDir outside;
    ::symlink(outside.path().toUtf8().constData(), repo.bytePath("out").c_str());
    ::symlink("a.yaml", repo.bytePath("link").c_str());
    ::link(repo.bytePath("dir/b.yaml").c_str(), repo.bytePath("hard").c_str());
    const std::vector<std::pair<std::string, std::string>> rows{
        {"out/x.yaml", "file.symlink"}, {"link", "file.symlink"},   {"hard", "file.unwritable"},
        {"../x", "file.outside"},       {"/tmp/x", "file.outside"}, {".git/hooks/pre-commit", "file.outside"},
        {"dir", "file.unwritable"}};
    const auto before = repo.everything();
    for (const auto& [path, code] : rows) {
        const auto saved = saveFiles(repo.open(), {{path, {}, "x: 1\n"}});
        QVERIFY2(!saved, path.c_str());
        QCOMPARE(saved.error().code, code);
        QCOMPARE(saved.error().args.front(), path);
    }
    QCOMPARE(repo.everything(), before);
    QVERIFY(QDir(outside.path()).isEmpty());
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestCommitFailure)
#include "tst_commitfailure.moc"
