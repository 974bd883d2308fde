// SPDX-License-Identifier: Apache-2.0
// What a commit does when it succeeds.
#include "models/git/commit.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

CommitRequest requestFor(std::vector<CommitFile> files, const QString& branch = u"main"_s)
{
    return {branch, branch != u"main"_s, u"Shift traffic\n\n# a line that stays\n"_s, std::move(files), false};
}

} // namespace

class TestCommit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void commitsToCurrentBranch();
    void commitsToNewBranch();
    void commitsFromDetachedHead();
    void makesFirstCommit_data();
    void makesFirstCommit();
    void commitsInLinkedWorkTreeAndSubmodule();
    void keepsOtherStagedAndUnstagedWork();
    void keepsOwnChangesOfTheSameFile();
    void acceptsStagedPath();
    void keepsModeAndLineEnds();
    void makesNewFiles();
    void takesWhatHookFormattedAndAdded();
    void takesWhatHookPutIntoTheIndexOnly();
    void reportsWhatHookChangedWithoutAdding();
    void hooksSeeBranchAndContent_data();
    void hooksSeeBranchAndContent();
    void messageHookChangesMessage();
    void settingsOfThisDirectoryHoldOnNewBranch();
    void splitIndexIsKept();
    void preparedSquashMessageStays();
    void hooksThatStayInTheBackgroundDoNotBlock();

private:
    GitSandbox m_sandbox;
};

void TestCommit::commitsToCurrentBranch()
{
    const TestRepository repo;
    const QByteArray before = repo.git({u"rev-parse"_s, u"HEAD"_s});
    const auto result =
        commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}, {"dir/b.yaml", "b: 1\n", "b: 2\n"}}));
    QVERIFY2(result, result ? "" : result.error().code.c_str());
    QCOMPARE(result->commit.toUtf8(), repo.git({u"rev-parse"_s, u"main"_s}));
    QCOMPARE(result->branch, u"main"_s);
    QCOMPARE(result->files, (std::vector<std::string>{"a.yaml", "dir/b.yaml"}));
    QVERIFY(result->changedByHooks.empty());
    QCOMPARE(repo.git({u"rev-parse"_s, u"HEAD~1"_s}), before);
    QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%an <%ae> %cn|%B"_s}),
             QByteArray("Test User <test@example.com> Test User|Shift traffic\n\n# a line that stays\n"));
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\n"));
    QCOMPARE(repo.git({u"show"_s, u"HEAD:dir/b.yaml"_s}), QByteArray("b: 2"));
    // The index knows the files without reading them again, and nothing is left behind.
    QCOMPARE(repo.tryGit({u"diff-files"_s, u"--quiet"_s}), 0);
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QCOMPARE(QDir(repo.path(u".git"_s)).entryList({u"meshdraft*"_s, u"*.lock"_s}), QStringList());
    QVERIFY(repo.git({u"reflog"_s, u"-1"_s}).contains("commit: Shift traffic"));
}

void TestCommit::commitsToNewBranch()
{
    const TestRepository repo;
    const QByteArray before = repo.git({u"rev-parse"_s, u"main"_s});
    const auto result = commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, u"team/shift"_s));
    QVERIFY2(result, result ? "" : result.error().code.c_str());
    QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}), QByteArray("refs/heads/team/shift"));
    QCOMPARE(repo.git({u"rev-parse"_s, u"main"_s}), before);
    QCOMPARE(repo.git({u"rev-parse"_s, u"team/shift~1"_s}), before);
    QCOMPARE(repo.git({u"rev-parse"_s, u"@{-1}"_s}), before);
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QCOMPARE(QDir(repo.path(u".git"_s)).entryList({u"meshdraft*"_s, u"*.lock"_s, u"worktrees"_s}), QStringList());
    QCOMPARE(repo.tryGit({u"switch"_s, u"-q"_s, u"main"_s}), 0);
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 1\n"));
}

void TestCommit::commitsFromDetachedHead()
{
    const TestRepository repo;
    const QByteArray before = repo.git({u"rev-parse"_s, u"HEAD"_s});
    repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
    const auto onMain = commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}));
    QVERIFY(!onMain);
    QCOMPARE(onMain.error().code, "commit.detached");
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, u"shift"_s)));
    QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}), QByteArray("refs/heads/shift"));
    QCOMPARE(repo.git({u"rev-parse"_s, u"HEAD~1"_s}), before);
}

void TestCommit::makesFirstCommit_data()
{
    QTest::addColumn<QString>("branch");
    QTest::newRow("on the unborn branch") << u"main"_s;
    QTest::newRow("on another one") << u"first"_s;
}

void TestCommit::makesFirstCommit()
{
    QFETCH(QString, branch);
    const TestRepository repo(TestRepository::Start::Empty);
    repo.write(u"a.yaml"_s, "a: 1\n");
    repo.write(u"other.yaml"_s, "o: 1\n");
    const auto result = commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, branch));
    QVERIFY2(result, result ? "" : result.error().code.c_str());
    QCOMPARE(repo.git({u"symbolic-ref"_s, u"--short"_s, u"HEAD"_s}), branch.toUtf8());
    QCOMPARE(repo.git({u"ls-tree"_s, u"-r"_s, u"--name-only"_s, u"HEAD"_s}), QByteArray("a.yaml"));
    QCOMPARE(repo.git({u"rev-list"_s, u"--count"_s, u"HEAD"_s}), QByteArray("1"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray("?? other.yaml"));
}

void TestCommit::commitsInLinkedWorkTreeAndSubmodule()
{
    const TestRepository repo;
    const TestRepository outer;
    repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, u"../linked"_s});
    outer.git(
        {u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s, repo.path(), u"sub"_s});
    for (const QString& directory : {repo.path(u"../linked"_s), outer.path(u"sub"_s)}) {
        const auto repository = Repository::open(directory);
        QVERIFY(repository);
        const QString branch = repository->head()->branch;
        CommitRequest request = requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, branch);
        request.newBranch = false;
        QVERIFY(commit(*repository, request));
        const auto onNew = commit(*repository, requestFor({{"a.yaml", "a: 2\n", "a: 3\n"}}, u"new"_s));
        QVERIFY2(onNew, onNew ? "" : onNew.error().code.c_str());
        QCOMPARE(runGitIn(directory, {u"log"_s, u"--format=%D"_s, u"-2"_s}), "HEAD -> new\n" + branch.toUtf8());
        QCOMPARE(runGitIn(directory, {u"status"_s, u"--porcelain"_s}), QByteArray());
    }
    QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}), QByteArray("refs/heads/main"));
}

void TestCommit::keepsOtherStagedAndUnstagedWork()
{
    const TestRepository repo;
    repo.write(u"staged.yaml"_s, "s: 1\n");
    repo.write(u"partly.yaml"_s, "p: 1\n");
    repo.write(u"gone.yaml"_s, "g: 1\n");
    repo.git({u"add"_s, u"."_s});
    repo.git({u"commit"_s, u"-qm"_s, u"more"_s});
    repo.write(u"staged.yaml"_s, "s: staged\n");
    repo.write(u"partly.yaml"_s, "p: staged\n");
    repo.write(u"new.yaml"_s, "n: 1\n");
    repo.git({u"rm"_s, u"-q"_s, u"gone.yaml"_s});
    repo.git({u"add"_s, u"."_s});
    repo.git({u"add"_s, u"-N"_s, u"."_s});
    repo.write(u"partly.yaml"_s, "p: unstaged\n");
    repo.write(u"untracked.yaml"_s, "u: 1\n");
    const QByteArray index = repo.git({u"ls-files"_s, u"-s"_s, u":!a.yaml"_s});
    const QByteArray status = repo.git({u"status"_s, u"--porcelain"_s});
    for (const QString& branch : {u"main"_s, u"next"_s}) {
        const QByteArray now = repo.read(u"a.yaml"_s);
        const auto result = commit(repo.open(), requestFor({{"a.yaml", now, now + "more: 1\n"}}, branch));
        QVERIFY2(result, result ? "" : result.error().code.c_str());
        QCOMPARE(repo.git({u"ls-files"_s, u"-s"_s, u":!a.yaml"_s}), index);
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), status);
        QCOMPARE(repo.git({u"diff-tree"_s, u"-r"_s, u"--name-only"_s, u"HEAD~1"_s, u"HEAD"_s}), QByteArray("a.yaml"));
    }
    QCOMPARE(repo.read(u"partly.yaml"_s), QByteArray("p: unstaged\n"));
}

void TestCommit::keepsOwnChangesOfTheSameFile()
{
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: 1\nown: 1\n");
    CommitFile file{"a.yaml", "a: 1\nown: 1\n", "a: 2\n"};
    file.workContent = "a: 2\nown: 1\n";
    const auto result = commit(repo.open(), requestFor({file}));
    QVERIFY(result);
    QVERIFY(result->changedByHooks.empty());
    QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}), QByteArray("a: 2"));
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\nown: 1\n"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray(" M a.yaml"));
}

void TestCommit::acceptsStagedPath()
{
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: 1\nstaged: 1\n");
    repo.git({u"add"_s, u"a.yaml"_s});
    const QByteArray index = repo.git({u"ls-files"_s, u"-s"_s});
    CommitRequest request = requestFor({{"a.yaml", "a: 1\nstaged: 1\n", "a: 2\nstaged: 1\n"}});
    const auto before = repo.everything();
    const auto refused = commit(repo.open(), request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "commit.staged");
    QCOMPARE(refused.error().args, std::vector<std::string>{"a.yaml"});
    QCOMPARE(repo.everything(), before);
    request.acceptStaged = true;
    QVERIFY(commit(repo.open(), request));
    QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}), QByteArray("a: 2\nstaged: 1"));
    QCOMPARE(repo.git({u"ls-files"_s, u"-s"_s}), index);
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\nstaged: 1\n"));
}

void TestCommit::keepsModeAndLineEnds()
{
    const TestRepository repo;
    repo.write(u".gitattributes"_s, "*.yaml text eol=crlf\n");
    repo.write(u"crlf.yaml"_s, "c: 1\r\n");
    QFile::setPermissions(repo.path(u"crlf.yaml"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    repo.git({u"add"_s, u".gitattributes"_s, u"crlf.yaml"_s});
    repo.git({u"commit"_s, u"-qm"_s, u"crlf"_s});
    struct stat before{};
    ::stat(repo.bytePath("crlf.yaml").c_str(), &before);
    QVERIFY(commit(repo.open(), requestFor({{"crlf.yaml", "c: 1\r\n", "c: 2\r\n"}})));
    struct stat after{};
    ::stat(repo.bytePath("crlf.yaml").c_str(), &after);
    QCOMPARE(after.st_mode, before.st_mode);
    QCOMPARE(repo.git({u"cat-file"_s, u"-p"_s, u"HEAD:crlf.yaml"_s}), QByteArray("c: 2"));
    QVERIFY(repo.git({u"ls-tree"_s, u"HEAD"_s, u"crlf.yaml"_s}).startsWith("100755"));
    QCOMPARE(repo.read(u"crlf.yaml"_s), QByteArray("c: 2\r\n"));
    QCOMPARE(repo.tryGit({u"diff-index"_s, u"--quiet"_s, u"HEAD"_s, u"crlf.yaml"_s}), 0);
}

void TestCommit::makesNewFiles()
{
    const TestRepository repo;
    const auto result = commit(repo.open(), requestFor({{"new/deep/c.yaml", {}, "c: 1\n"}}));
    QVERIFY2(result, result ? "" : result.error().code.c_str());
    QCOMPARE(repo.read(u"new/deep/c.yaml"_s), QByteArray("c: 1\n"));
    QVERIFY(repo.git({u"ls-tree"_s, u"-r"_s, u"HEAD"_s, u"new/"_s}).startsWith("100644"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
}

void TestCommit::takesWhatHookFormattedAndAdded()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s,
                   "sed -i 's/: */:   /' a.yaml\necho 'made: 1' > made.yaml\ngit add a.yaml made.yaml\n");
    for (const QString& branch : {u"main"_s, u"next"_s}) {
        const QByteArray content = branch == u"main" ? "a: 2\n" : "a: 3\n";
        const auto result = commit(repo.open(), requestFor({{"a.yaml", repo.read(u"a.yaml"_s), content}}, branch));
        QVERIFY2(result, result ? "" : result.error().code.c_str());
        QVERIFY(std::ranges::contains(result->changedByHooks, "a.yaml"));
        QCOMPARE(std::ranges::contains(result->changedByHooks, "made.yaml"), branch == u"main");
        QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}) + '\n', QByteArray(content).replace(": ", ":   "));
        QCOMPARE(repo.read(u"a.yaml"_s), QByteArray(content).replace(": ", ":   "));
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
        QCOMPARE(repo.tryGit({u"diff-files"_s, u"--quiet"_s}), 0);
    }
}

void TestCommit::takesWhatHookPutIntoTheIndexOnly()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s,
                   "blob=$(echo 'a: formatted' | git hash-object -w --stdin)\n"
                   "git update-index --cacheinfo 100644,$blob,a.yaml\n");
    const auto result = commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}));
    QVERIFY2(result, result ? "" : result.error().code.c_str());
    QCOMPARE(result->changedByHooks, std::vector<std::string>{"a.yaml"});
    QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}), QByteArray("a: formatted"));
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: formatted\n"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
}

void TestCommit::reportsWhatHookChangedWithoutAdding()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s, "echo 'foreign: 1' >> a.yaml\n");
    const auto result = commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}));
    QVERIFY(result);
    QCOMPARE(result->changedByHooks, std::vector<std::string>{"a.yaml"});
    QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}), QByteArray("a: 2"));
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\nforeign: 1\n"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray(" M a.yaml"));
}

void TestCommit::hooksSeeBranchAndContent_data()
{
    QTest::addColumn<QString>("branch");
    QTest::newRow("current") << u"main"_s;
    QTest::newRow("new") << u"next"_s;
}

void TestCommit::hooksSeeBranchAndContent()
{
    QFETCH(QString, branch);
    const TestRepository repo;
    const QString log = repo.path(u".git/seen"_s);
    repo.writeHook(u"pre-commit"_s,
                   "exec >> " + log.toUtf8()
                       + "\npwd -P\ngit symbolic-ref --short HEAD\ngit rev-parse HEAD\ncat a.yaml\ngit show :a.yaml\n"
                         "git diff --name-only\ngit diff --cached --name-only\n"
                         "git ls-files --others\nenv | grep -c GIT_LITERAL_PATHSPECS\nexit 0\n");
    repo.writeHook(u"post-commit"_s, "git log -1 --format=%s-%D >> " + log.toUtf8() + "\n");
    const QByteArray parent = repo.git({u"rev-parse"_s, u"HEAD"_s});
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, branch)));
    const QByteArray expected = QDir(repo.path()).canonicalPath().toUtf8() + '\n' + branch.toUtf8() + '\n' + parent
        + "\na: 2\na: 2\na.yaml\n0\nShift traffic-HEAD -> " + branch.toUtf8();
    QCOMPARE(repo.read(u".git/seen"_s).first(expected.size()), expected);
}

void TestCommit::messageHookChangesMessage()
{
    const TestRepository repo;
    repo.writeHook(u"commit-msg"_s, "echo 'Change-Id: I1' >> \"$1\"\n");
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, u"next"_s)));
    QVERIFY(repo.git({u"log"_s, u"-1"_s, u"--format=%B"_s}).contains("Change-Id: I1"));
}

void TestCommit::settingsOfThisDirectoryHoldOnNewBranch()
{
    const TestRepository repo;
    // The user's name for exactly this repository.
    m_sandbox.setGlobalConfig("[user]\n\tname = Nobody\n\temail = nobody@example.com\n[includeIf \"gitdir:"
                              + repo.path(u".git"_s).toUtf8() + "\"]\n\tpath = " + m_sandbox.path(u"work"_s).toUtf8()
                              + "\n");
    QFile work(m_sandbox.path(u"work"_s));
    QVERIFY(work.open(QIODevice::WriteOnly));
    work.write("[user]\n\tname = At Work\n\temail = work@example.com\n");
    work.close();
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, u"next"_s)));
    QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%an <%ae> %cn"_s}),
             QByteArray("At Work <work@example.com> At Work"));
}

void TestCommit::splitIndexIsKept()
{
    const TestRepository repo;
    repo.git({u"config"_s, u"core.splitIndex"_s, u"true"_s});
    repo.git({u"update-index"_s, u"--split-index"_s});
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}}, u"next"_s)));
    QVERIFY(commit(repo.open(), {u"next"_s, false, u"again"_s, {{"a.yaml", "a: 2\n", "a: 3\n"}}, false}));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QCOMPARE(repo.git({u"ls-files"_s}), QByteArray("a.yaml\ndir/b.yaml"));
}

void TestCommit::preparedSquashMessageStays()
{
    const TestRepository repo;
    repo.write(u".git/SQUASH_MSG"_s, "Squashed commit\n");
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}})));
    QCOMPARE(repo.read(u".git/SQUASH_MSG"_s), QByteArray("Squashed commit\n"));
}

void TestCommit::hooksThatStayInTheBackgroundDoNotBlock()
{
    const TestRepository repo;
    repo.writeHook(u"post-commit"_s, "sleep 1000 & echo $! > .git/sleeper\n");
    QVERIFY(commit(repo.open(), requestFor({{"a.yaml", "a: 1\n", "a: 2\n"}})));
    runGitIn(repo.path(), {u"-c"_s, u"alias.end=!kill $(cat .git/sleeper)"_s, u"end"_s});
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestCommit)
#include "tst_commit.moc"
