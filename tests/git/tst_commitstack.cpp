// SPDX-License-Identifier: Apache-2.0
#include "models/git/commitstack.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

using Stack = std::vector<StackBranch>;
using Preparation = std::function<void(const TestRepository&, Stack&)>;

/// Three branches that give a.yaml one value after the other; the first makes a file, too.
Stack threeSteps()
{
    return {{u"canary/x-1"_s, u"First\n\nMerge it.\n"_s, {{"a.yaml", "a: 10\n"}, {"new/c.yaml", "c: 1\n"}}},
            {u"canary/x-2"_s, u"Second\n"_s, {{"a.yaml", "a: 50\n"}}},
            {u"canary/x-3"_s, u"Third\n"_s, {{"a.yaml", "a: 100\n"}}}};
}

QString headOf(const TestRepository& repo)
{
    return QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD"_s}));
}

Preparation hook(const QString& name, const QByteArray& script)
{
    return [=](const TestRepository& repo, Stack&) { repo.writeHook(name, script); };
}

Preparation then(const std::function<void(Stack&)>& change)
{
    return [change](const TestRepository&, Stack& stack) { change(stack); };
}

} // namespace

class TestCommitStack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void makesBranchesOnTopOfEachOther();
    void touchesNothingElse();
    void keepsTheUsersOwnWork();
    void hooksRunOnEachBranch();
    void hooksSeeTheWholeCommit();
    void hooksMayFormat();
    void modesAndFiltersStay();
    void worksInALinkedWorkTree();
    void removesFiles();
    void undoLeavesEverythingAsItWas();
    void undoRefuses_data();
    void undoRefuses();
    void failureLeavesEverythingAsItWas_data();
    void failureLeavesEverythingAsItWas();

private:
    GitSandbox m_sandbox;
};

void TestCommitStack::makesBranchesOnTopOfEachOther()
{
    const TestRepository repo;
    const auto made = commitStack(repo.open(), headOf(repo), threeSteps());
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QCOMPARE(made->size(), 3U);
    QString parent = headOf(repo);
    for (const StackCommit& commit : *made) {
        QCOMPARE(QString::fromUtf8(repo.git({u"rev-parse"_s, commit.branch})), commit.commit);
        QCOMPARE(QString::fromUtf8(repo.git({u"rev-parse"_s, commit.branch + u'^'})), parent);
        QVERIFY(commit.changedByHooks.empty());
        parent = commit.commit;
    }
    QCOMPARE(repo.git({u"diff"_s, u"--name-status"_s, u"main"_s, u"canary/x-1"_s}), "M\ta.yaml\nA\tnew/c.yaml");
    QCOMPARE(repo.git({u"diff"_s, u"--name-status"_s, u"canary/x-1"_s, u"canary/x-2"_s}), "M\ta.yaml");
    QCOMPARE(repo.git({u"show"_s, u"canary/x-3:a.yaml"_s}), "a: 100");
    QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%B"_s, u"canary/x-1"_s}), "First\n\nMerge it.\n");
    QCOMPARE(repo.git({u"fsck"_s, u"--no-dangling"_s}), "");
}

void TestCommitStack::touchesNothingElse()
{
    const TestRepository repo;
    const auto before = repo.everything();
    QVERIFY(commitStack(repo.open(), headOf(repo), threeSteps()));
    auto after = repo.everything();
    after.removeIf([](const auto& entry) { return entry.key().contains(u"canary"_s); });
    QCOMPARE(after, before);
}

void TestCommitStack::keepsTheUsersOwnWork()
{
    const TestRepository repo;
    repo.write(u"a.yaml"_s, "a: my own\n");
    repo.write(u"dir/b.yaml"_s, "b: staged\n");
    repo.write(u"untracked"_s, "mine\n");
    repo.git({u"add"_s, u"dir/b.yaml"_s});
    const auto before = repo.everything();
    QVERIFY(commitStack(repo.open(), headOf(repo), threeSteps()));
    auto after = repo.everything();
    after.removeIf([](const auto& entry) { return entry.key().contains(u"canary"_s); });
    QCOMPARE(after, before);
    // nothing of it is in the branches
    QCOMPARE(repo.git({u"diff"_s, u"--name-only"_s, u"main"_s, u"canary/x-3"_s}), "a.yaml\nnew/c.yaml");
}

void TestCommitStack::hooksRunOnEachBranch()
{
    const TestRepository repo;
    const QByteArray log = m_sandbox.path(u"seen"_s).toUtf8();
    repo.writeHook(u"pre-commit"_s, "git symbolic-ref --short HEAD >> " + log + "\n");
    repo.writeHook(u"commit-msg"_s, "echo \"Checked-by: hook\" >> \"$1\"\n");
    QVERIFY(commitStack(repo.open(), headOf(repo), threeSteps()));
    QFile seen(QString::fromUtf8(log));
    QVERIFY(seen.open(QIODevice::ReadOnly));
    QCOMPARE(seen.readAll(), "canary/x-1\ncanary/x-2\ncanary/x-3\n");
    QVERIFY(repo.git({u"log"_s, u"-1"_s, u"--format=%B"_s, u"canary/x-2"_s}).contains("Checked-by: hook"));
    QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}), "refs/heads/main");
}

void TestCommitStack::hooksSeeTheWholeCommit()
{
    const TestRepository repo;
    // the file of the commit has its new content, the others are there, the user's own work is not
    repo.write(u"a.yaml"_s, "a: my own\n");
    repo.writeHook(u"pre-commit"_s,
                   "test -f dir/b.yaml || exit 4\n! grep own a.yaml || exit 5\n"
                   "git diff --quiet || exit 6\ngit diff --cached --name-only | grep -q a.yaml || exit 7\n");
    const auto made = commitStack(repo.open(), headOf(repo), threeSteps());
    QVERIFY2(made, made ? "" : (made.error().code + ' ' + made.error().args.front()).c_str());
}

void TestCommitStack::hooksMayFormat()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s, "echo '# formatted' >> a.yaml\ngit add a.yaml\n");
    const auto made = commitStack(repo.open(), headOf(repo), threeSteps());
    QVERIFY(made);
    QCOMPARE(made->front().changedByHooks, std::vector<std::string>{"a.yaml"});
    QCOMPARE(repo.git({u"show"_s, u"canary/x-3:a.yaml"_s}), "a: 100\n# formatted");
    QVERIFY(!repo.read(u"a.yaml"_s).contains("formatted"));
}

void TestCommitStack::modesAndFiltersStay()
{
    const TestRepository repo;
    QFile::setPermissions(repo.path(u"a.yaml"_s), QFile::permissions(repo.path(u"a.yaml"_s)) | QFile::ExeOwner);
    repo.write(u".gitattributes"_s, "*.yaml text eol=lf\n");
    repo.git({u"add"_s, u"-A"_s});
    repo.git({u"commit"_s, u"-qm"_s, u"Modes"_s});
    Stack stack = threeSteps();
    stack[0].files[0].content = "a: 10\r\n";
    QVERIFY(commitStack(repo.open(), headOf(repo), stack));
    QVERIFY(repo.git({u"ls-tree"_s, u"canary/x-1"_s, u"a.yaml"_s}).startsWith("100755"));
    QVERIFY(!repo.git({u"show"_s, u"canary/x-1:a.yaml"_s}).contains('\r'));
}

void TestCommitStack::worksInALinkedWorkTree()
{
    const TestRepository repo;
    QTemporaryDir parent;
    const QString linked = parent.filePath(u"linked"_s);
    repo.git({u"worktree"_s, u"add"_s, u"-qb"_s, u"other"_s, linked});
    repo.writeHook(u"pre-commit"_s, "test -f dir/b.yaml\n");
    const auto opened = Repository::open(linked);
    QVERIFY(opened);
    const auto made = commitStack(*opened, headOf(repo), threeSteps());
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QCOMPARE(runGitIn(linked, {u"status"_s, u"--porcelain"_s}), "");
    QCOMPARE(runGitIn(linked, {u"symbolic-ref"_s, u"HEAD"_s}).trimmed(), "refs/heads/other");
}

void TestCommitStack::removesFiles()
{
    const TestRepository repo;
    // the hooks see that it is gone
    repo.writeHook(
        u"pre-commit"_s,
        "case $(git symbolic-ref --short HEAD) in */x-2) test ! -e dir/b.yaml && test ! -e new/c.yaml;; esac\n");
    Stack stack = threeSteps();
    stack[1].files = {{"dir/b.yaml", {}, true}, {"new/c.yaml", {}, true}};
    const auto made = commitStack(repo.open(), headOf(repo), stack);
    QVERIFY2(made, made ? "" : (made.error().code + ' ' + made.error().args.front()).c_str());
    QCOMPARE(repo.git({u"diff"_s, u"--name-status"_s, u"canary/x-1"_s, u"canary/x-2"_s}),
             "D\tdir/b.yaml\nD\tnew/c.yaml");
    QCOMPARE(repo.git({u"ls-tree"_s, u"-r"_s, u"--name-only"_s, u"canary/x-3"_s}), "a.yaml");
    QVERIFY(QFile::exists(repo.path(u"dir/b.yaml"_s)));
    QVERIFY(made->at(1).changedByHooks.empty());
}

void TestCommitStack::undoLeavesEverythingAsItWas()
{
    const TestRepository repo;
    repo.write(u"dir/b.yaml"_s, "b: staged\n");
    repo.git({u"add"_s, u"dir/b.yaml"_s});
    repo.git({u"branch"_s, u"canary/other"_s});
    const auto before = repo.everything();
    const auto made = commitStack(repo.open(), headOf(repo), threeSteps());
    QVERIFY(made);
    QVERIFY(repo.everything() != before);
    const auto undone = undoStack(repo.open(), *made);
    QVERIFY2(undone, undone ? "" : undone.error().code.c_str());
    QCOMPARE(repo.everything(), before);
}

void TestCommitStack::undoRefuses_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QList<QStringList>& commands, const char* code) {
        const Preparation run = [commands](const TestRepository& repo, Stack&) {
            for (const QStringList& command : commands)
                repo.git(command);
        };
        QTest::newRow(name) << run << QByteArray(code);
    };
    row("one is gone", {{u"branch"_s, u"-D"_s, u"canary/x-2"_s}}, "undo.moved");
    row("one has another commit",
        {{u"checkout"_s, u"-q"_s, u"canary/x-3"_s},
         {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"More"_s},
         {u"checkout"_s, u"-q"_s, u"main"_s}},
        "undo.moved");
    row("one is checked out", {{u"checkout"_s, u"-q"_s, u"canary/x-2"_s}}, "stack.checkedOut");
    row("one is checked out elsewhere", {{u"worktree"_s, u"add"_s, u"-q"_s, u"../linked"_s, u"canary/x-1"_s}},
        "stack.checkedOut");
    row("one was pushed",
        {{u"init"_s, u"-q"_s, u"--bare"_s, u"../origin.git"_s},
         {u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s},
         {u"push"_s, u"-q"_s, u"origin"_s, u"canary/x-1"_s}},
        "undo.pushed");
}

void TestCommitStack::undoRefuses()
{
    QFETCH(const Preparation, prepare);
    QFETCH(const QByteArray, code);
    const TestRepository repo;
    const auto made = commitStack(repo.open(), headOf(repo), threeSteps());
    QVERIFY(made);
    Stack none;
    prepare(repo, none);
    const auto before = repo.everything();
    const auto undone = undoStack(repo.open(), *made);
    QVERIFY(!undone);
    QCOMPARE(QByteArray::fromStdString(undone.error().code), code);
    QCOMPARE(repo.everything(), before);
}

void TestCommitStack::failureLeavesEverythingAsItWas_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const Preparation& prepare, const char* code) {
        QTest::newRow(name) << prepare << QByteArray(code);
    };
    row("the hook refuses the first", hook(u"pre-commit"_s, "echo no >&2; exit 3\n"), "commit.hook");
    row("the hook refuses the last", hook(u"pre-commit"_s, "! grep -q 100 a.yaml\n"), "commit.hook");
    row("the message is refused in the middle", hook(u"commit-msg"_s, "! grep -q Second \"$1\"\n"), "commit.hook");
    row("a hook that takes the change out", hook(u"pre-commit"_s, "git reset -q --hard\n"), "stack.nothing");
    row(
        "a branch exists", [](const TestRepository& repo, Stack&) { repo.git({u"branch"_s, u"canary/x-3"_s}); },
        "commit.branchExists");
    row(
        "a branch is in the way", [](const TestRepository& repo, Stack&) { repo.git({u"branch"_s, u"canary"_s}); },
        "commit.branchExists");
    row("two of a name", then([](Stack& stack) { stack[2].branch = stack[0].branch; }), "commit.branchExists");
    row("one below the other", then([](Stack& stack) { stack[2].branch = stack[0].branch + u"/a"_s; }),
        "commit.branchExists");
    row("a bad name", then([](Stack& stack) { stack[1].branch = u"a..b"_s; }), "commit.badBranch");
    row("an empty message", then([](Stack& stack) { stack[2].message = u" \n"_s; }), "commit.emptyMessage");
    row("nothing to change", then([](Stack& stack) { stack[2].files[0].content = "a: 50\n"; }), "stack.nothing");
    row("no branch", then([](Stack& stack) { stack.clear(); }), "stack.empty");
    row("outside", then([](Stack& stack) { stack[1].files.push_back({"../x", "a\n"}); }), "file.outside");
    row("a path through a file", then([](Stack& stack) { stack[1].files.push_back({"a.yaml/x", "a\n"}); }),
        "file.symlink");
    row(
        "a symlink",
        [](const TestRepository& repo, Stack& stack) {
            QFile::link(u"a.yaml"_s, repo.path(u"link.yaml"_s));
            repo.git({u"add"_s, u"-A"_s});
            repo.git({u"commit"_s, u"-qm"_s, u"Link"_s});
            stack[1].files.push_back({"link.yaml", "a\n"});
        },
        "file.symlink");
    row(
        "the index is locked", [](const TestRepository& repo, Stack&) { repo.write(u".git/index.lock"_s, {}); },
        "commit.locked");
    row(
        "a merge is in progress",
        [](const TestRepository& repo, Stack&) {
            repo.git({u"checkout"_s, u"-qb"_s, u"side"_s});
            repo.write(u"a.yaml"_s, "a: side\n");
            repo.git({u"commit"_s, u"-qam"_s, u"side"_s});
            repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
            repo.write(u"a.yaml"_s, "a: main\n");
            repo.git({u"commit"_s, u"-qam"_s, u"main"_s});
            repo.tryGit({u"merge"_s, u"side"_s});
        },
        "commit.operation");
    row(
        "signing fails",
        [](const TestRepository& repo, Stack&) {
            repo.git({u"config"_s, u"commit.gpgSign"_s, u"true"_s});
            repo.git({u"config"_s, u"gpg.program"_s, u"false"_s});
        },
        "git.failed");
    row(
        "nobody",
        [](const TestRepository& repo, Stack&) {
            repo.git({u"config"_s, u"--global"_s, u"--unset"_s, u"user.name"_s});
            repo.git({u"config"_s, u"--global"_s, u"--unset"_s, u"user.email"_s});
            repo.git({u"config"_s, u"user.useConfigOnly"_s, u"true"_s});
        },
        "commit.noIdentity");
}

void TestCommitStack::failureLeavesEverythingAsItWas()
{
    QFETCH(const Preparation, prepare);
    QFETCH(const QByteArray, code);
    const TestRepository repo;
    Stack stack = threeSteps();
    prepare(repo, stack);
    const auto before = repo.everything();
    const auto made = commitStack(repo.open(), headOf(repo), stack);
    QVERIFY(!made);
    QCOMPARE(QByteArray::fromStdString(made.error().code), code);
    QCOMPARE(repo.everything(), before);
    // HEAD moved meanwhile: the plan was made for another commit
    const auto moved = commitStack(repo.open(), QString(40, u'0'), threeSteps());
    QVERIFY(!moved);
    QCOMPARE(repo.everything(), before);
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestCommitStack)
#include "tst_commitstack.moc"
