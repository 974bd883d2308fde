// SPDX-License-Identifier: Apache-2.0
// States of a repository and of the disk below it: each has an error of its own, and nothing is changed.
#include "models/git/commit.h"
#include "models/git/repository.h"

#include "mountnamespace.h"
#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

/// Puts the repository into a state; the directory to open.
using Preparation = std::function<QString(const TestRepository&)>;

std::string codeOf(const auto& result)
{
    return result ? "" : result.error().code;
}

void append(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(text);
}

Preparation withConfig(const QByteArray& text)
{
    return [text](const TestRepository& repo) {
        append(repo.path(u".git/config"_s), text);
        return repo.path();
    };
}

CommitRequest changeOfA()
{
    return {u"main"_s, false, u"change"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false};
}

} // namespace

class TestStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void saysWhyItCannotBeOpened_data();
    void saysWhyItCannotBeOpened();
    void namesFileAndLineOfBrokenConfiguration();
    void refusesRepositoryOfAnotherUser();
    void knowsOperationsOfSeveralSteps_data();
    void knowsOperationsOfSeveralSteps();
    void readsAndRefusesToCommitOnReadOnlyDisk_data();
    void readsAndRefusesToCommitOnReadOnlyDisk();
    void refusesToCommitOnFullDisk();
    void makesFirstCommit_data();
    void makesFirstCommit();

private:
    GitSandbox m_sandbox;
};

void TestStates::saysWhyItCannotBeOpened_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("detail"); // in the second argument
    const auto row = [](const char* name, const Preparation& prepare, const char* code, const char* detail) {
        QTest::newRow(name) << prepare << QByteArray(code) << QByteArray(detail);
    };
    row("configuration with a syntax error", withConfig("[user\n"), "git.badConfig", "");
    row("configuration with a wrong value", withConfig("[core]\n\tbare = maybe\n"), "git.badSetting", "maybe");
    row("newer format", withConfig("[core]\n\trepositoryFormatVersion = 99\n"), "git.unsupported", "99");
    row("unknown extension", withConfig("[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tfuture = yes\n"),
        "git.unsupported", "future");
    row("unknown object format",
        withConfig("[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tobjectFormat = x\n"), "git.unsupported",
        "'x'");
    row(
        "work tree whose main repository is gone",
        [](const TestRepository& repo) {
            repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"../linked"_s});
            QDir().rename(repo.path(u".git"_s), repo.path(u"../moved.git"_s));
            return repo.path(u"../linked"_s);
        },
        "git.noGitDirectory", "/.git/worktrees/linked");
    row(
        "submodule without its git directory",
        [](const TestRepository& repo) {
            const QString url = repo.path();
            repo.git({u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s, url, u"sub"_s});
            QDir(repo.path(u".git/modules"_s)).removeRecursively();
            return repo.path(u"sub"_s);
        },
        "git.noGitDirectory", "modules/sub");
    row(
        "git directory without HEAD",
        [](const TestRepository& repo) {
            QFile::remove(repo.path(u".git/HEAD"_s));
            return repo.path();
        },
        "git.noRepository", "");
}

void TestStates::saysWhyItCannotBeOpened()
{
    QFETCH(Preparation, prepare);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, detail);
    const TestRepository repo;
    const auto opened = Repository::open(prepare(repo));
    QCOMPARE(codeOf(opened), code.toStdString());
    if (!detail.isEmpty())
        QVERIFY2(opened.error().args.at(1).contains(detail.toStdString()), opened.error().args.at(1).c_str());
}

void TestStates::namesFileAndLineOfBrokenConfiguration()
{
    const TestRepository repo;
    append(repo.path(u".git/config"_s), "[user\n");
    const auto lines = std::to_string(repo.read(u".git/config"_s).count('\n'));
    for (const QString& directory : {repo.path(), repo.path(u"dir"_s)}) {
        const auto opened = Repository::open(directory);
        QCOMPARE(codeOf(opened), "git.badConfig");
        QCOMPARE(opened.error().args, (std::vector{repo.bytePath(".git/config"), lines}));
    }
    const TestRepository other;
    m_sandbox.setGlobalConfig("[user]\n\tname = T\n\tname\n[x\n");
    const auto opened = Repository::open(other.path());
    QCOMPARE(codeOf(opened), "git.badConfig");
    QCOMPARE(opened.error().args, (std::vector<std::string>{m_sandbox.path(u"gitconfig"_s).toStdString(), "4"}));
}

void TestStates::refusesRepositoryOfAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a directory away");
    const TestRepository repo;
    constexpr uid_t somebodyElse = 12345;
    QVERIFY(::chown(repo.bytePath(".").c_str(), somebodyElse, somebodyElse) == 0);
    QVERIFY(::chown(repo.bytePath(".git").c_str(), somebodyElse, somebodyElse) == 0);
    const auto opened = Repository::open(repo.path(u"dir"_s));
    QCOMPARE(codeOf(opened), "git.unsafe");
    QCOMPARE(opened.error().args.front(), repo.path().toStdString());
    // The way on that the sentence gives.
    QCOMPARE(repo.tryGit({u"config"_s, u"--global"_s, u"--add"_s, u"safe.directory"_s, repo.path()}), 0);
    QVERIFY(Repository::open(repo.path(u"dir"_s)).has_value());
}

void TestStates::knowsOperationsOfSeveralSteps_data()
{
    using Stop = std::function<void(const TestRepository&)>;
    QTest::addColumn<Stop>("stop");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char* name, const Stop& stop, Operation operation, const char* word) {
        QTest::newRow(name) << stop << operation << QByteArray(word);
    };
    row(
        "interactive rebase that stops to edit",
        [](const TestRepository& repo) {
            repo.git({u"-c"_s, u"sequence.editor=sed -i s/^pick/edit/"_s, u"rebase"_s, u"-q"_s, u"-i"_s, u"HEAD~1"_s});
        },
        Operation::Rebase, "rebase");
    row(
        "rebase by patches", [](const TestRepository& repo) { repo.tryGit({u"rebase"_s, u"--apply"_s, u"side"_s}); },
        Operation::Rebase, "rebase");
    row(
        "patches from mail",
        [](const TestRepository& repo) {
            repo.write(u".git/patch"_s, repo.git({u"format-patch"_s, u"-1"_s, u"--stdout"_s, u"side"_s}) + "\n");
            repo.tryGit({u"am"_s, u".git/patch"_s});
        },
        Operation::ApplyMailbox, "applyMailbox");
    row(
        "series of cherry-picks between two of them",
        [](const TestRepository& repo) {
            repo.tryGit({u"cherry-pick"_s, u"side~1..side"_s, u"main~1..main"_s});
            repo.git({u"checkout"_s, u"-q"_s, u"--ours"_s, u"a.yaml"_s});
            repo.git({u"add"_s, u"a.yaml"_s});
            repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"picked"_s});
        },
        Operation::CherryPick, "cherryPick");
}

void TestStates::knowsOperationsOfSeveralSteps()
{
    QFETCH(std::function<void(const TestRepository&)>, stop);
    QFETCH(Operation, operation);
    QFETCH(QByteArray, word);
    const TestRepository repo;
    repo.git({u"checkout"_s, u"-qb"_s, u"side"_s});
    repo.write(u"a.yaml"_s, "a: side\n");
    repo.git({u"commit"_s, u"-qam"_s, u"side"_s});
    repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
    for (const char* content : {"a: 2\n", "a: 3\n"}) {
        repo.write(u"a.yaml"_s, content);
        repo.git({u"commit"_s, u"-qam"_s, u"main"_s});
    }
    stop(repo);
    const Repository repository = repo.open();
    QCOMPARE(repository.operation(), operation);
    QVERIFY(repository.filesOfWorkTree() && repository.filesOf(u"main"_s));
    const auto before = repo.everything();
    const auto made = commit(repository, {u"new"_s, true, u"m"_s, {{"dir/b.yaml", "b: 1\n", "b: 2\n"}}, false});
    QCOMPARE(codeOf(made), "commit.operation");
    QCOMPARE(made.error().args, std::vector{word.toStdString()});
    QCOMPARE(repo.everything(), before);
}

void TestStates::readsAndRefusesToCommitOnReadOnlyDisk_data()
{
    QTest::addColumn<QString>("readOnly");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("everything") << QString() << QByteArray("commit.readOnly");
    QTest::newRow("git directory") << u".git"_s << QByteArray("commit.readOnly");
    QTest::newRow("a directory of files") << u"dir"_s << QByteArray("file.unwritable");
}

void TestStates::readsAndRefusesToCommitOnReadOnlyDisk()
{
    QFETCH(QString, readOnly);
    QFETCH(QByteArray, code);
    const TestRepository repo;
    const auto before = repo.everything();
    const auto outcome = inMountNamespace([&] {
        if (!mountReadOnly(repo.path(readOnly).toUtf8().constData()))
            return 100;
        const Repository repository = repo.open();
        if (repository.filesOfWorkTree()->size() != 2 || *repository.readWorkFile("dir/b.yaml") != "b: 1\n"
            || repository.filesOf(u"HEAD"_s)->size() != 2)
            return 1;
        const auto made = commit(repository, {u"main"_s, false, u"m"_s, {{"dir/b.yaml", "b: 1\n", "b: 2\n"}}, false});
        return codeOf(made) == code.toStdString() ? 0 : 2;
    });
    if (!outcome || *outcome == 100)
        QSKIP("no mounts of our own here");
    QCOMPARE(*outcome, 0);
    QCOMPARE(repo.everything(), before);
}

void TestStates::refusesToCommitOnFullDisk()
{
    const QTemporaryDir disk;
    const auto outcome = inMountNamespace([&] {
        if (::mount("none", disk.path().toUtf8().constData(), "tmpfs", 0, "size=2m") != 0)
            return 100;
        qputenv("TMPDIR", disk.path().toUtf8());
        const TestRepository repo; // on the small disk
        const Repository repository = repo.open();
        const auto before = repo.everything();
        QFile filling(disk.filePath(u"filling"_s));
        if (!filling.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return 1;
        while (filling.write(QByteArray(4096, 'x')) == 4096) { }
        const auto made = commit(repository, changeOfA());
        if (made || (made.error().code != "git.diskFull" && made.error().code != "file.unwritable"))
            return 2;
        if (repo.everything() != before)
            return 3;
        filling.remove();
        return commit(repository, changeOfA()) ? 0 : 4; // once there is room again
    });
    if (!outcome || *outcome == 100)
        QSKIP("no mounts of our own here");
    QCOMPARE(*outcome, 0);
}

void TestStates::makesFirstCommit_data()
{
    QTest::addColumn<QString>("branch");
    QTest::newRow("on the branch that is there") << u"main"_s;
    QTest::newRow("on a new branch") << u"team/next"_s;
}

void TestStates::makesFirstCommit()
{
    QFETCH(QString, branch);
    const TestRepository repo(TestRepository::Start::Empty);
    repo.write(u"new.yaml"_s, "n: 1\n");
    const Repository repository = repo.open();
    QVERIFY(repository.head()->isUnborn());
    const auto made =
        commit(repository, {branch, branch != u"main", u"first"_s, {{"new.yaml", "n: 1\n", "n: 2\n"}}, false});
    QVERIFY(made);
    QCOMPARE(repository.head()->branch, branch);
    QCOMPARE(repository.head()->commit, made->commit);
    QCOMPARE(repo.git({u"show"_s, u"HEAD:new.yaml"_s}), QByteArray("n: 2"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestStates)
#include "tst_states.moc"
