// SPDX-License-Identifier: Apache-2.0
#include "models/git/undocommit.h"

#include "testrepository.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

using Preparation = std::function<void(const TestRepository&)>;

std::string codeOf(const auto& result)
{
    return result ? "" : result.error().code;
}

/// What a commit and its undoing must leave alike: HEAD, references, index entries, status, files.
QMap<QString, QByteArray> stateOf(const TestRepository& repo)
{
    QMap<QString, QByteArray> state = repo.everything();
    for (const QString& name : state.keys()) {
        // Reflogs tell what happened; the index also holds times, and is compared by what it says.
        if (name.startsWith(u".git/logs"_s) || name == u".git/index"_s)
            state.remove(name);
    }
    state.insert(u"index"_s, repo.git({u"ls-files"_s, u"--stage"_s}));
    state.insert(u"status"_s, repo.git({u"status"_s, u"--porcelain"_s}));
    return state;
}

CommitRequest changeOf(const TestRepository& repo, const QString& branch, bool isNew)
{
    const QByteArray a = repo.read(u"a.yaml"_s);
    return {branch, isNew, u"change"_s, {{"a.yaml", a, a + "more: 1\n"}, {"new/c.yaml", {}, "c: 1\n"}}, false};
}

} // namespace

class TestUndoCommit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsEverythingBack_data();
    void putsEverythingBack();
    void takesBackTheFirstCommit_data();
    void takesBackTheFirstCommit();
    void takesBackWhatHooksChanged();
    void keepsTheUsersOwnChanges();
    void refusesOnceSomethingHasMoved_data();
    void refusesOnceSomethingHasMoved();
    void worksInALinkedWorkTree();

private:
    GitSandbox m_sandbox;
};

void TestUndoCommit::putsEverythingBack_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<bool>("isNew");
    const auto row = [](const char* name, const QString& branch, bool isNew, const Preparation& prepare) {
        QTest::newRow(name) << prepare << branch << isNew;
    };
    const Preparation nothing = [](const TestRepository&) { };
    row("current branch", u"main"_s, false, nothing);
    row("new branch", u"team/next"_s, true, nothing);
    row("new branch from a detached HEAD", u"next"_s, true,
        [](const TestRepository& repo) { repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s}); });
    row("with other files staged, changed and untracked", u"main"_s, false, [](const TestRepository& repo) {
        repo.write(u"dir/b.yaml"_s, "b: staged\n");
        repo.write(u"staged.yaml"_s, "s: 1\n");
        repo.git({u"add"_s, u"."_s});
        repo.write(u"dir/b.yaml"_s, "b: on disk\n");
        repo.write(u"untracked.yaml"_s, "u: 1\n");
    });
    row("an executable file", u"main"_s, false, [](const TestRepository& repo) {
        QFile::setPermissions(repo.path(u"a.yaml"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        repo.git({u"commit"_s, u"-qam"_s, u"mode"_s});
    });
    row("packed references", u"main"_s, false,
        [](const TestRepository& repo) { repo.git({u"pack-refs"_s, u"--all"_s}); });
}

void TestUndoCommit::putsEverythingBack()
{
    QFETCH(Preparation, prepare);
    QFETCH(QString, branch);
    QFETCH(bool, isNew);
    const TestRepository repo;
    prepare(repo);
    const Repository repository = repo.open();
    auto before = stateOf(repo);
    const auto made = commit(repository, changeOf(repo, branch, isNew));
    QVERIFY(made);
    QVERIFY(stateOf(repo) != before);
    const auto undone = undoCommit(repository, *made);
    QCOMPARE(codeOf(undone), "");
    auto after = stateOf(repo);
    // A reference that was only packed stands in a file of its own afterwards; what it says is compared by git.
    for (auto* state : {&before, &after}) {
        state->remove(u".git/refs/heads/main"_s);
        state->remove(u".git/ORIG_HEAD"_s);
    }
    after.remove(u"new"_s); // an empty directory is nothing to Git
    QCOMPARE(after, before);
    QCOMPARE(repo.git({u"fsck"_s, u"--no-dangling"_s}), QByteArray());
    QVERIFY(repo.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"refs/heads/main"_s}) == 0);
    // And once more, all the way.
    const auto again = commit(repository, changeOf(repo, branch, isNew));
    QVERIFY2(again, again ? "" : again.error().code.c_str());
}

void TestUndoCommit::takesBackTheFirstCommit_data()
{
    QTest::addColumn<QString>("branch");
    QTest::newRow("on the branch that was unborn") << u"main"_s;
    QTest::newRow("on another one") << u"first"_s;
}

void TestUndoCommit::takesBackTheFirstCommit()
{
    QFETCH(QString, branch);
    const TestRepository repo(TestRepository::Start::Empty);
    repo.write(u"a.yaml"_s, "a: 1\n");
    const Repository repository = repo.open();
    const auto made =
        commit(repository, {branch, branch != u"main", u"first"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false});
    QVERIFY(made);
    QCOMPARE(codeOf(undoCommit(repository, *made)), "");
    QVERIFY(repository.head()->isUnborn());
    QCOMPARE(repository.head()->branch, u"main"_s);
    QVERIFY(repository.branches()->empty());
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 1\n"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray("?? a.yaml"));
}

void TestUndoCommit::takesBackWhatHooksChanged()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s,
                   "echo formatted: 1 >> a.yaml; git add a.yaml; echo extra: 1 > extra.yaml; git add extra.yaml\n");
    const Repository repository = repo.open();
    const QByteArray head = repo.git({u"rev-parse"_s, u"HEAD"_s});
    const auto made = commit(repository, changeOf(repo, u"main"_s, false));
    QVERIFY(made);
    QCOMPARE(made->trace->files.front().edited, QByteArray("a: 1\nmore: 1\n"));
    QCOMPARE(made->trace->files.front().after, QByteArray("a: 1\nmore: 1\nformatted: 1\n"));
    QCOMPARE(codeOf(undoCommit(repository, *made)), "");
    QCOMPARE(repo.git({u"rev-parse"_s, u"HEAD"_s}), head);
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 1\n"));
    // A file that only the hook made stays: nobody knows what it was before.
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray("?? extra.yaml"));
}

void TestUndoCommit::keepsTheUsersOwnChanges()
{
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: 1\nmine: 1\n");
    const Repository repository = repo.open();
    const auto before = stateOf(repo);
    CommitFile file{"a.yaml", "a: 1\nmine: 1\n", "a: 2\n", "a: 2\nmine: 1\n"};
    const auto made = commit(repository, {u"main"_s, false, u"change"_s, {file}, false});
    QVERIFY(made);
    QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}), QByteArray("a: 2"));
    QCOMPARE(codeOf(undoCommit(repository, *made)), "");
    QCOMPARE(stateOf(repo), before);
}

void TestUndoCommit::refusesOnceSomethingHasMoved_data()
{
    QTest::addColumn<Preparation>("move");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* code, const Preparation& move) {
        QTest::newRow(name) << move << QByteArray(code);
    };
    row("another commit on top", "undo.moved",
        [](const TestRepository& repo) { repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"more"_s}); });
    row("another branch checked out", "undo.moved",
        [](const TestRepository& repo) { repo.git({u"checkout"_s, u"-qb"_s, u"other"_s}); });
    row("detached", "undo.moved",
        [](const TestRepository& repo) { repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s}); });
    row("amended", "undo.moved",
        [](const TestRepository& repo) { repo.git({u"commit"_s, u"-q"_s, u"--amend"_s, u"-m"_s, u"other words"_s}); });
    row("pushed", "undo.pushed", [](const TestRepository& repo) {
        repo.git({u"init"_s, u"-q"_s, u"--bare"_s, u"../origin.git"_s});
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s});
        repo.git({u"push"_s, u"-q"_s, u"origin"_s, u"HEAD:main"_s});
    });
    row("file changed", "undo.fileChanged", [](const TestRepository& repo) { repo.write(u"a.yaml"_s, "a: other\n"); });
    row("new file changed", "undo.fileChanged",
        [](const TestRepository& repo) { repo.write(u"new/c.yaml"_s, "c: other\n"); });
    row("file gone", "undo.fileChanged", [](const TestRepository& repo) { QFile::remove(repo.path(u"a.yaml"_s)); });
    row("file staged and put back", "undo.staged", [](const TestRepository& repo) {
        const QByteArray content = repo.read(u"a.yaml"_s);
        repo.write(u"a.yaml"_s, "a: other\n");
        repo.git({u"add"_s, u"a.yaml"_s});
        repo.write(u"a.yaml"_s, content);
    });
    row("index locked", "commit.locked", [](const TestRepository& repo) { repo.write(u".git/index.lock"_s, {}); });
    row("branch locked", "commit.locked",
        [](const TestRepository& repo) { repo.write(u".git/refs/heads/next.lock"_s, {}); });
    row("old branch moved on", "undo.moved",
        [](const TestRepository& repo) { repo.git({u"branch"_s, u"-q"_s, u"-f"_s, u"main"_s, u"HEAD"_s}); });
    row("bisection begun", "commit.operation", [](const TestRepository& repo) { repo.git({u"bisect"_s, u"start"_s}); });
}

void TestUndoCommit::refusesOnceSomethingHasMoved()
{
    QFETCH(Preparation, move);
    QFETCH(QByteArray, code);
    const TestRepository repo;
    const Repository repository = repo.open();
    const auto made = commit(repository, changeOf(repo, u"next"_s, true));
    QVERIFY(made);
    move(repo);
    const auto before = repo.everything();
    QCOMPARE(codeOf(undoCommit(repository, *made)), code.toStdString());
    QCOMPARE(repo.everything(), before);
}

void TestUndoCommit::worksInALinkedWorkTree()
{
    const TestRepository repo;
    repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, u"../linked"_s});
    const QByteArray head = repo.git({u"rev-parse"_s, u"side"_s});
    const Repository linked = *Repository::open(repo.path(u"../linked"_s));
    const auto made = commit(linked, {u"side"_s, false, u"change"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false});
    QVERIFY(made);
    QCOMPARE(codeOf(undoCommit(linked, *made)), "");
    QCOMPARE(repo.git({u"rev-parse"_s, u"side"_s}), head);
    QCOMPARE(repo.read(u"../linked/a.yaml"_s), QByteArray("a: 1\n"));
    QCOMPARE(runGitIn(repo.path(u"../linked"_s), {u"status"_s, u"--porcelain"_s}), QByteArray());
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestUndoCommit)
#include "tst_undocommit.moc"
