// SPDX-License-Identifier: Apache-2.0
// Pushes with the real git to real repositories.
#include "models/git/pushstack.h"

#include "models/git/history.h"
#include "testrepository.h"
#include "tests/workspace/waitfor.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <functional>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

std::string codeOf(const auto& result)
{
    return result ? "" : result.error().code;
}

} // namespace

class TestPush : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void setsUpstreamOfNewBranch();
    void pushesToTheUpstreamUnderItsName();
    void pushesOnlyThisBranch();
    void choosesRemote_data();
    void choosesRemote();
    void showsProgressAndWhatTheRemoteSays();
    void saysWhyNot_data();
    void saysWhyNot();
    void neverForces();
    void asksNobodyAtATerminal();
    void runsPrePushHook();
    void canBeCancelled();
    void pushesAllOfAStack();
    void failuresOfAStackAreNamed();
    void whatEndsOneEndsTheRest();

private:
    QString remote(const QString& name = u"origin"_s) const { return m_repo->path(u"../"_s + name + u".git"_s); }
    QByteArray remoteTip(const QString& branch) const
    {
        return runGitIn(remote(), {u"for-each-ref"_s, u"--format=%(objectname)"_s, u"refs/heads/"_s + branch});
    }
    void writeRemoteHook(const QString& name, const QByteArray& script) const;
    void commitOne(const QString& subject) const
    {
        m_repo->git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, subject});
    }
    QByteArray tip(const QString& branch) const { return m_repo->git({u"rev-parse"_s, branch}); }

    GitSandbox m_sandbox;
    std::unique_ptr<TestRepository> m_repo;
};

void TestPush::init()
{
    m_repo = std::make_unique<TestRepository>();
    m_repo->git({u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, u"../origin.git"_s});
    m_repo->git({u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s});
}

void TestPush::writeRemoteHook(const QString& name, const QByteArray& script) const
{
    m_repo->write(u"../origin.git/hooks/"_s + name, "#!/bin/sh\n" + script);
    QFile::setPermissions(m_repo->path(u"../origin.git/hooks/"_s + name),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestPush::setsUpstreamOfNewBranch()
{
    m_repo->git({u"checkout"_s, u"-qb"_s, u"team/next"_s});
    commitOne(u"one"_s);
    const Repository repository = m_repo->open();
    const auto first = push(repository, {u"team/next"_s});
    QVERIFY(first);
    QCOMPARE(first->target.remote, u"origin"_s);
    QCOMPARE(first->target.reference, u"refs/heads/team/next"_s);
    QVERIFY(first->target.setsUpstream);
    QVERIFY(!first->isUpToDate);
    QCOMPARE(remoteTip(u"team/next"_s), tip(u"HEAD"_s));
    QCOMPARE((*upstreamOf(repository, u"team/next"_s))->name, u"origin/team/next"_s);
    const auto second = push(repository, {u"team/next"_s});
    QVERIFY(second);
    QVERIFY(second->isUpToDate && !second->target.setsUpstream);
}

void TestPush::pushesToTheUpstreamUnderItsName()
{
    m_repo->git({u"push"_s, u"-q"_s, u"origin"_s, u"main:stable"_s});
    m_repo->git({u"branch"_s, u"-q"_s, u"--set-upstream-to=origin/stable"_s});
    commitOne(u"one"_s);
    const auto pushed = push(m_repo->open(), {u"main"_s});
    QVERIFY(pushed);
    QCOMPARE(pushed->target.reference, u"refs/heads/stable"_s);
    QCOMPARE(remoteTip(u"stable"_s), tip(u"main"_s));
    QCOMPARE(remoteTip(u"main"_s), QByteArray());
}

void TestPush::pushesOnlyThisBranch()
{
    m_repo->git({u"branch"_s, u"other"_s});
    m_repo->git({u"tag"_s, u"-a"_s, u"-m"_s, u"t"_s, u"v1"_s});
    m_sandbox.setGlobalConfig("[user]\n\tname = T\n\temail = t@e\n[push]\n\tdefault = matching\n\tfollowTags = true\n"
                              "[remote \"origin\"]\n\tpush = +refs/heads/*:refs/heads/*\n");
    QVERIFY(push(m_repo->open(), {u"main"_s}));
    QCOMPARE(runGitIn(remote(), {u"for-each-ref"_s, u"--format=%(refname)"_s}), QByteArray("refs/heads/main"));
}

void TestPush::choosesRemote_data()
{
    QTest::addColumn<QList<QStringList>>("commands");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("expected"); // remote, or code of the error
    const auto row = [](const char* name, const QList<QStringList>& commands, const QString& asked,
                        const QString& expected) { QTest::newRow(name) << commands << asked << expected; };
    const QStringList second{u"remote"_s, u"add"_s, u"fork"_s, u"../fork.git"_s};
    const QStringList noOrigin{u"remote"_s, u"rename"_s, u"origin"_s, u"upstream"_s};
    const QStringList gone{u"remote"_s, u"remove"_s, u"origin"_s};
    row("only one", {noOrigin}, {}, u"upstream"_s);
    row("origin of several", {second}, {}, u"origin"_s);
    row("asked for", {second}, u"fork"_s, u"fork"_s);
    row("none", {gone}, {}, u"push.noRemote"_s);
    row("none of several is usual", {noOrigin, second}, {}, u"push.whichRemote"_s);
    row("unknown", {}, u"nowhere"_s, u"push.unknownRemote"_s);
    row("looks like an option", {}, u"--receive-pack=touch x"_s, u"push.unknownRemote"_s);
    row("remote to push to", {second, {u"config"_s, u"remote.pushDefault"_s, u"fork"_s}}, {}, u"fork"_s);
    row("remote to push this branch to", {second, {u"config"_s, u"branch.main.pushRemote"_s, u"fork"_s}}, {},
        u"fork"_s);
    row("follows a branch of its own", {{u"branch"_s, u"base"_s}, {u"branch"_s, u"-q"_s, u"--set-upstream-to=base"_s}},
        {}, u"origin"_s);
}

void TestPush::choosesRemote()
{
    QFETCH(QList<QStringList>, commands);
    QFETCH(QString, asked);
    QFETCH(QString, expected);
    for (const QStringList& command : commands)
        m_repo->git(command);
    const auto target = pushTargetOf(m_repo->open(), {u"main"_s, asked});
    QCOMPARE(target ? target->remote : QString::fromStdString(target.error().code), expected);
}

void TestPush::showsProgressAndWhatTheRemoteSays()
{
    writeRemoteHook(u"post-receive"_s, "echo; echo Open a pull request:; echo '  https://example.com/new'\n");
    QStringList lines;
    const auto pushed = push(m_repo->open(), {u"main"_s}, [&lines](const QString& line) { lines += line; });
    QVERIFY(pushed);
    QCOMPARE(pushed->said, u"Open a pull request:\nhttps://example.com/new"_s);
    QVERIFY2(lines.filter(u"Writing objects"_s).size() > 1, qPrintable(lines.join(u'\n')));
    QVERIFY(std::ranges::none_of(lines, [](const QString& line) { return line.isEmpty() || line.contains(u'\r'); }));
}

void TestPush::saysWhyNot_data()
{
    using Preparation = std::function<void(const TestPush&)>;
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char* name, const Preparation& prepare, const char* code, const char* detail) {
        QTest::newRow(name) << prepare << QByteArray(code) << QByteArray(detail);
    };
    const auto url = [](const QString& address) {
        return [address](const TestPush& test) { test.m_repo->git({u"remote"_s, u"set-url"_s, u"origin"_s, address}); };
    };
    row(
        "the remote has more, fetched",
        [](const TestPush& test) {
            test.commitOne(u"theirs"_s);
            test.m_repo->git({u"push"_s, u"-q"_s, u"origin"_s, u"main"_s});
            test.m_repo->git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
            test.commitOne(u"ours"_s);
        },
        "push.rejected", "origin");
    row(
        "the remote has more, never seen",
        [](const TestPush& test) {
            test.m_repo->git({u"push"_s, u"-q"_s, u"origin"_s, u"main"_s});
            test.m_repo->git({u"clone"_s, u"-q"_s, u"../origin.git"_s, u"../clone"_s});
            const QString clone = test.m_repo->path(u"../clone"_s);
            runGitIn(clone, {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"theirs"_s});
            runGitIn(clone, {u"push"_s, u"-q"_s});
            test.commitOne(u"ours"_s);
        },
        "push.rejected", "origin");
    row(
        "the remote's hook says no",
        [](const TestPush& test) { test.writeRemoteHook(u"pre-receive"_s, "echo main is protected >&2; exit 1\n"); },
        "push.refused", "main is protected");
    row(
        "pre-push hook says no",
        [](const TestPush& test) { test.m_repo->writeHook(u"pre-push"_s, "echo not on Fridays >&2; exit 1\n"); },
        "push.hook", "not on Fridays");
    row("no such path", url(u"../nowhere.git"_s), "push.unreachable", "nowhere.git");
    row("nobody listens", url(u"git://127.0.0.1:1/x"_s), "push.unreachable", "127.0.0.1");
    row("no program for it", url(u"nosuch://x/y"_s), "push.unreachable", "nosuch");
    row(
        "ssh knows no key",
        [url](const TestPush& test) {
            url(u"ssh://git@host/x"_s)(test);
            test.m_repo->git({u"config"_s, u"core.sshCommand"_s,
                              u"sh -c 'echo \"git@host: Permission denied (publickey).\" >&2; exit 255'"_s});
        },
        "push.authentication", "publickey");
}

void TestPush::saysWhyNot()
{
    QFETCH(std::function<void(const TestPush&)>, prepare);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, detail);
    prepare(*this);
    const QByteArray before = remoteTip(u"main"_s);
    const auto pushed = push(m_repo->open(), {u"main"_s});
    QCOMPARE(codeOf(pushed), code.toStdString());
    std::string words;
    for (const std::string& argument : pushed.error().args)
        words += argument + '\n';
    QVERIFY2(words.contains(detail.toStdString()), words.c_str());
    QCOMPARE(remoteTip(u"main"_s), before);
    QCOMPARE(codeOf(push(m_repo->open(), {u"none"_s})), "push.nothing");
}

void TestPush::neverForces()
{
    commitOne(u"theirs"_s);
    m_repo->git({u"push"_s, u"-q"_s, u"origin"_s, u"main"_s});
    const QByteArray theirs = tip(u"main"_s);
    m_repo->git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
    commitOne(u"ours"_s);
    // Everything that makes an ordinary `git push` overwrite.
    m_repo->git({u"config"_s, u"remote.origin.push"_s, u"+refs/heads/main"_s});
    m_repo->git({u"config"_s, u"push.useForceIfIncludes"_s, u"true"_s});
    QCOMPARE(codeOf(push(m_repo->open(), {u"main"_s})), "push.rejected");
    QCOMPARE(remoteTip(u"main"_s), theirs);
    m_repo->git({u"config"_s, u"remote.origin.mirror"_s, u"true"_s});
    QVERIFY(!push(m_repo->open(), {u"main"_s}));
    QCOMPARE(remoteTip(u"main"_s), theirs);
}

void TestPush::asksNobodyAtATerminal()
{
    // What git runs in place of ssh finds no terminal: it would wait there for an answer that nobody can give.
    m_repo->git({u"remote"_s, u"set-url"_s, u"origin"_s, u"ssh://git@host/x"_s});
    m_repo->write(u"../ssh"_s, "#!/bin/sh\n(: < /dev/tty) 2> /dev/null && touch \"$0.asked\"\nexit 255\n");
    QFile::setPermissions(m_repo->path(u"../ssh"_s), QFile::ReadOwner | QFile::ExeOwner);
    qputenv("GIT_SSH", m_repo->path(u"../ssh"_s).toUtf8()); // the user's own choice, which counts
    const auto pushed = push(m_repo->open(), {u"main"_s});
    qunsetenv("GIT_SSH");
    QVERIFY(!pushed);
    QVERIFY(!QFile::exists(m_repo->path(u"../ssh.asked"_s)));
}

void TestPush::runsPrePushHook()
{
    m_repo->writeHook(u"pre-push"_s, "cat > \"$(git rev-parse --git-dir)/seen\"\n");
    QVERIFY(push(m_repo->open(), {u"main"_s}));
    QVERIFY(m_repo->read(u".git/seen"_s).startsWith(QByteArray("refs/heads/main " + tip(u"main"_s))));
}

void TestPush::canBeCancelled()
{
    // A hook that neither ends nor heeds the signal, and what it starts.
    m_repo->writeHook(u"pre-push"_s, "trap '' TERM\necho $$ > ../started\nwhile :; do sleep 1; done\n");
    std::stop_source stop;
    const Repository repository = m_repo->open();
    std::string code;
    std::jthread pushing([&] { code = codeOf(push(repository, {u"main"_s}, {}, stop.get_token())); });
    WAIT_FOR(m_repo->read(u"../started"_s).endsWith('\n'));
    stop.request_stop();
    pushing.join();
    QCOMPARE(code, "push.cancelled");
    QCOMPARE(remoteTip(u"main"_s), QByteArray());
    const QString hook = u"/proc/"_s + QString::fromUtf8(m_repo->read(u"../started"_s).trimmed()) + u"/cmdline"_s;
    const auto isRunning = [&hook] {
        QFile file(hook);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains("pre-push");
    };
    WAIT_FOR(!isRunning());
}

namespace {

const QStringList stackOfThree{u"step/x-1"_s, u"step/x-2"_s, u"step/x-3"_s};

std::vector<PushRequest> requestsFor(const QStringList& branches)
{
    std::vector<PushRequest> requests;
    for (const QString& branch : branches)
        requests.push_back({.branch = branch});
    return requests;
}

} // namespace

void TestPush::pushesAllOfAStack()
{
    for (const QString& branch : stackOfThree) {
        m_repo->git({u"checkout"_s, u"-qb"_s, branch});
        commitOne(branch);
    }
    m_repo->git({u"init"_s, u"-q"_s, u"--bare"_s, u"../fork.git"_s});
    m_repo->git({u"remote"_s, u"add"_s, u"fork"_s, u"../fork.git"_s});
    m_repo->git({u"config"_s, u"branch.step/x-3.pushRemote"_s, u"fork"_s});
    std::vector<std::size_t> seen;
    bool hasWords = false;
    const auto pushes = pushAll(m_repo->open(), requestsFor(stackOfThree), [&](std::size_t at, const QString& line) {
        if (seen.empty() || seen.back() != at)
            seen.push_back(at);
        hasWords = hasWords || !line.isEmpty();
    });
    QCOMPARE(pushes.size(), 3U);
    for (const BranchPush& each : pushes)
        QVERIFY2(each.result, each.error.code.c_str());
    QCOMPARE(seen, (std::vector<std::size_t>{0, 1, 2}));
    QVERIFY(hasWords);
    QCOMPARE(remoteTip(stackOfThree[0]), tip(stackOfThree[0]));
    QCOMPARE(remoteTip(stackOfThree[1]), tip(stackOfThree[1]));
    QCOMPARE(remoteTip(stackOfThree[2]), QByteArray());
    QCOMPARE(pushes[2].result->target.remote, u"fork"_s);
    QCOMPARE(runGitIn(remote(u"fork"_s), {u"rev-parse"_s, stackOfThree[2]}).trimmed(), tip(stackOfThree[2]));
}

void TestPush::failuresOfAStackAreNamed()
{
    for (const QString& branch : stackOfThree) {
        m_repo->git({u"checkout"_s, u"-qb"_s, branch});
        commitOne(branch);
    }
    writeRemoteHook(u"update"_s, "test \"$1\" != refs/heads/step/x-2 || { echo not this one; exit 1; }\n");
    const auto pushes = pushAll(m_repo->open(), requestsFor(stackOfThree + QStringList{u"step/none"_s}));
    QCOMPARE(pushes.size(), 4U);
    QStringList codes;
    for (const BranchPush& each : pushes)
        codes << each.branch + u' ' + (each.result ? u"ok"_s : QString::fromStdString(each.error.code));
    QCOMPARE(
        codes,
        (QStringList{u"step/x-1 ok"_s, u"step/x-2 push.refused"_s, u"step/x-3 ok"_s, u"step/none push.nothing"_s}));
    QVERIFY(pushes[1].error.args.back().contains("not this one"));
    QCOMPARE(remoteTip(stackOfThree[1]), QByteArray());
    QCOMPARE(remoteTip(stackOfThree[2]), tip(stackOfThree[2]));
}

void TestPush::whatEndsOneEndsTheRest()
{
    for (const QString& branch : stackOfThree)
        m_repo->git({u"branch"_s, branch});
    m_repo->git({u"remote"_s, u"set-url"_s, u"origin"_s, u"../gone.git"_s});
    std::vector<std::size_t> tried;
    const auto note = [&](std::size_t at, const QString& line) {
        if (line.isEmpty())
            tried.push_back(at);
    };
    auto pushes = pushAll(m_repo->open(), requestsFor(stackOfThree), note);
    QCOMPARE(tried, std::vector<std::size_t>{0});
    for (const BranchPush& each : pushes)
        QCOMPARE(each.error.code, std::string("push.unreachable"));
    std::stop_source stop;
    stop.request_stop();
    pushes = pushAll(m_repo->open(), requestsFor(stackOfThree), {}, stop.get_token());
    QCOMPARE(pushes.size(), 3U);
    for (const BranchPush& each : pushes)
        QCOMPARE(each.error.code, std::string("push.cancelled"));
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestPush)
#include "tst_push.moc"
