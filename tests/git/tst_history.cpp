// SPDX-License-Identifier: Apache-2.0
#include "models/git/history.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

std::string codeOf(const auto& result)
{
    return result ? "" : result.error().code;
}

QStringList subjectsOf(const Expected<std::vector<HistoryEntry>>& entries)
{
    QStringList subjects;
    if (!entries)
        return {QString::fromStdString(entries.error().code)};
    for (const HistoryEntry& entry : *entries)
        subjects += entry.subject;
    return subjects;
}

/// "<status> <path> [< <old path>]: <subject>"
QStringList linesOf(const Expected<std::vector<FileHistoryEntry>>& entries)
{
    QStringList lines;
    if (!entries)
        return {QString::fromStdString(entries.error().code)};
    for (const FileHistoryEntry& entry : *entries) {
        QString line = QLatin1Char(entry.status) + u' ' + QString::fromStdString(entry.path);
        if (!entry.oldPath.empty())
            line += u" < "_s + QString::fromStdString(entry.oldPath);
        lines += line + u": "_s + entry.commit.subject;
    }
    return lines;
}

void commitAll(const TestRepository& repo, const QString& subject)
{
    repo.git({u"add"_s, u"-A"_s});
    repo.git({u"commit"_s, u"-q"_s, u"-m"_s, subject});
}

QString idOf(const TestRepository& repo, const QString& revision)
{
    return QString::fromUtf8(repo.git({u"rev-parse"_s, revision}));
}

void feed(const TestRepository& repo, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.setWorkingDirectory(repo.path());
    process.start(u"git"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    QCOMPARE(process.exitCode(), 0);
}

QByteArray longText(int changedLine = -1)
{
    QByteArray text;
    for (int i = 0; i < 30; ++i)
        text += "line" + QByteArray::number(i) + (i == changedLine ? ": changed\n" : ": 1\n");
    return text;
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_repo = std::make_unique<TestRepository>(); }
    void cleanup() { m_sandbox.resetGlobalConfig(); }

    void tellsAllOfACommit();
    void readsTextsInEveryEncoding();
    void limitsPagesAndExcludes();
    void listsBothSidesOfAMerge();
    void followsAFileThroughRenames();
    void followsEqualFilesInAPartialClone();
    void findsMergeBases();
    void countsAheadAndBehind();
    void listsStashes();
    void listsTags();
    void listsWorkTrees();
    void isTheSameWhateverTheConfigurationSays();
    void readsThousandsOfCommits();
    void refusesWhatIsNoRevision();

private:
    GitSandbox m_sandbox;
    std::unique_ptr<TestRepository> m_repo;
};

void TestHistory::tellsAllOfACommit()
{
    qputenv("GIT_AUTHOR_NAME", "Anna Author");
    qputenv("GIT_AUTHOR_EMAIL", "anna@example.com");
    qputenv("GIT_AUTHOR_DATE", "1700000000 +0530");
    qputenv("GIT_COMMITTER_DATE", "1700000100 -0330");
    m_repo->git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s,
                 u"Subject\non two lines\n\nBody, with\nlines.\n\nReviewed-by: B <b@example.com>\nRefs: #1\n"_s});
    for (const char* name : {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"})
        qunsetenv(name);
    const auto entries = log(m_repo->open(), {});
    QVERIFY(entries);
    QCOMPARE(entries->size(), 2U);
    const HistoryEntry& entry = entries->front();
    QCOMPARE(entry.id, idOf(*m_repo, u"HEAD"_s));
    QCOMPARE(entry.parents, std::vector<QString>{idOf(*m_repo, u"HEAD~1"_s)});
    QCOMPARE(entry.author.name, u"Anna Author"_s);
    QCOMPARE(entry.author.address, u"anna@example.com"_s);
    QCOMPARE(entry.author.seconds, 1'700'000'000);
    QCOMPARE(entry.author.zone, 330);
    QCOMPARE(entry.committer.name, u"Test User"_s);
    QCOMPARE(entry.committer.seconds, 1'700'000'100);
    QCOMPARE(entry.committer.zone, -210);
    QCOMPARE(entry.subject, u"Subject on two lines"_s);
    QCOMPARE(entry.body, u"Body, with\nlines.\n\nReviewed-by: B <b@example.com>\nRefs: #1"_s);
    QCOMPARE(entry.trailers, u"Reviewed-by: B <b@example.com>\nRefs: #1"_s);
    QVERIFY(entries->back().parents.empty());
    QVERIFY(entries->back().trailers.isEmpty());
}

void TestHistory::readsTextsInEveryEncoding()
{
    const QByteArray latin = "Gr\xfc\xdf"
                             "e\n";
    feed(*m_repo,
         {u"-c"_s, u"i18n.commitEncoding=ISO-8859-1"_s, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-F"_s, u"-"_s},
         latin);
    // No word about the encoding, and no UTF-8; and an author without a name.
    const QByteArray tree = m_repo->git({u"rev-parse"_s, u"HEAD^{tree}"_s});
    m_repo->write(u".git/raw"_s, "tree " + tree + "\nauthor  <> 1 +0000\ncommitter T <t> 1 +0000\n\n" + latin);
    const QString raw = QString::fromUtf8(
        m_repo->git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--literally"_s, u".git/raw"_s}));
    const auto unnamed = log(m_repo->open(), {raw});
    QCOMPARE(subjectsOf(unnamed), QStringList(u"Grüße"_s));
    QCOMPARE(unnamed->front().author.name, QString());
    QCOMPARE(unnamed->front().author.seconds, 1);
    const auto first = log(m_repo->open(), {u"HEAD"_s, {}, 1});
    QCOMPARE(subjectsOf(first), QStringList(u"Grüße"_s));
    m_sandbox.setGlobalConfig("[user]\n\tname = T\n\temail = t@e\n[i18n]\n\tlogOutputEncoding = ISO-8859-15\n");
    QCOMPARE(subjectsOf(log(m_repo->open(), {u"HEAD"_s, {}, 1})), QStringList(u"Grüße"_s));
}

void TestHistory::limitsPagesAndExcludes()
{
    m_repo->git({u"tag"_s, u"base"_s});
    for (const QString& subject : {u"one"_s, u"two"_s, u"three"_s})
        m_repo->git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, subject});
    const Repository repository = m_repo->open();
    QCOMPARE(subjectsOf(log(repository, {})), (QStringList{u"three"_s, u"two"_s, u"one"_s, u"start"_s}));
    QCOMPARE(subjectsOf(log(repository, {u"HEAD"_s, {}, 2})), (QStringList{u"three"_s, u"two"_s}));
    QCOMPARE(subjectsOf(log(repository, {u"HEAD"_s, {}, 2, 2})), (QStringList{u"one"_s, u"start"_s}));
    QCOMPARE(subjectsOf(log(repository, {u"HEAD~1"_s, u"base"_s})), (QStringList{u"two"_s, u"one"_s}));
    QCOMPARE(subjectsOf(log(repository, {u"base"_s, u"HEAD"_s})), QStringList());
}

void TestHistory::listsBothSidesOfAMerge()
{
    m_repo->git({u"checkout"_s, u"-qb"_s, u"side"_s});
    m_repo->write(u"side.yaml"_s, "s: 1\n");
    commitAll(*m_repo, u"side"_s);
    m_repo->git({u"checkout"_s, u"-q"_s, u"main"_s});
    m_repo->write(u"a.yaml"_s, "a: 2\n");
    commitAll(*m_repo, u"main"_s);
    m_repo->git({u"merge"_s, u"-q"_s, u"-m"_s, u"merge"_s, u"side"_s});
    const Repository repository = m_repo->open();
    const auto all = log(repository, {});
    QCOMPARE(all->size(), 4U);
    QCOMPARE(all->front().parents, (std::vector{idOf(*m_repo, u"HEAD^1"_s), idOf(*m_repo, u"HEAD^2"_s)}));
    QCOMPARE(all->back().subject, u"start"_s);
    QCOMPARE(subjectsOf(log(repository, {u"HEAD"_s, {}, 10, 0, true})),
             (QStringList{u"merge"_s, u"main"_s, u"start"_s}));
    QCOMPARE(linesOf(historyOf(repository, "side.yaml")), QStringList(u"A side.yaml: side"_s));
}

void TestHistory::followsAFileThroughRenames()
{
    m_repo->write(u"old/näme.yaml"_s, longText());
    commitAll(*m_repo, u"add"_s);
    m_repo->git({u"mv"_s, u"old"_s, u"new dir"_s});
    m_repo->write(u"new dir/näme.yaml"_s, longText(3)); // renamed and changed at once
    commitAll(*m_repo, u"rename"_s);
    m_repo->write(u"a.yaml"_s, "a: 2\n");
    commitAll(*m_repo, u"other"_s);
    m_repo->write(u"new dir/näme.yaml"_s, longText(4));
    commitAll(*m_repo, u"change"_s);
    const Repository repository = m_repo->open();
    const auto history = historyOf(repository, "new dir/näme.yaml");
    QCOMPARE(linesOf(history),
             (QStringList{u"M new dir/näme.yaml: change"_s, u"R new dir/näme.yaml < old/näme.yaml: rename"_s,
                          u"A old/näme.yaml: add"_s}));
    QCOMPARE(history->back().commit.id, idOf(*m_repo, u"HEAD~3"_s));
    QCOMPARE(linesOf(historyOf(repository, "a.yaml", {u"HEAD~2"_s})), QStringList(u"A a.yaml: start"_s));
    QCOMPARE(linesOf(historyOf(*Repository::open(m_repo->path(u"dir"_s)), "a.yaml", {u"HEAD"_s, {}, 1})),
             QStringList(u"M a.yaml: other"_s));
    QCOMPARE(linesOf(historyOf(repository, "none.yaml")), QStringList());
    QCOMPARE(codeOf(historyOf(repository, "../a.yaml")), "file.outside");
    // A name is no pattern.
    QCOMPARE(linesOf(historyOf(repository, "*.yaml")), QStringList());
}

void TestHistory::followsEqualFilesInAPartialClone()
{
    m_repo->git({u"config"_s, u"uploadpack.allowFilter"_s, u"true"_s});
    m_repo->write(u"one.yaml"_s, longText());
    m_repo->write(u"gone.yaml"_s, longText(8));
    commitAll(*m_repo, u"add"_s);
    m_repo->git({u"mv"_s, u"one.yaml"_s, u"two.yaml"_s});
    m_repo->git({u"rm"_s, u"-q"_s, u"gone.yaml"_s});
    commitAll(*m_repo, u"rename"_s);
    m_repo->write(u"two.yaml"_s, longText(2));
    commitAll(*m_repo, u"change"_s);
    const QString url = u"file://"_s + m_repo->path();
    m_repo->git({u"clone"_s, u"-q"_s, u"--filter=blob:none"_s, url, u"../partial"_s});
    QCOMPARE(linesOf(historyOf(*Repository::open(m_repo->path(u"../partial"_s)), "two.yaml")),
             (QStringList{u"M two.yaml: change"_s, u"R two.yaml < one.yaml: rename"_s, u"A one.yaml: add"_s}));
}

void TestHistory::findsMergeBases()
{
    const auto empty = [this](const QString& subject) {
        m_repo->git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, subject});
    };
    const Repository repository = m_repo->open();
    const QString start = idOf(*m_repo, u"main"_s);
    m_repo->git({u"checkout"_s, u"-qb"_s, u"side"_s});
    empty(u"side"_s);
    m_repo->git({u"checkout"_s, u"-q"_s, u"main"_s});
    empty(u"main"_s);
    QCOMPARE(*mergeBases(repository, u"main"_s, u"side"_s), std::vector{start});
    // Each merges the other one: both are best.
    const QString a = idOf(*m_repo, u"main"_s);
    const QString b = idOf(*m_repo, u"side"_s);
    m_repo->git({u"merge"_s, u"-q"_s, u"-m"_s, u"m"_s, b});
    m_repo->git({u"checkout"_s, u"-q"_s, u"side"_s});
    m_repo->git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"-m"_s, u"m"_s, a});
    auto bases = *mergeBases(repository, u"main"_s, u"side"_s);
    std::ranges::sort(bases);
    QCOMPARE(bases, (std::vector{std::min(a, b), std::max(a, b)}));
    m_repo->git({u"checkout"_s, u"-q"_s, u"--orphan"_s, u"alone"_s});
    empty(u"alone"_s);
    QVERIFY(mergeBases(repository, u"main"_s, u"alone"_s)->empty());
    QCOMPARE(codeOf(mergeBases(repository, u"main"_s, u"none"_s)), "git.noRevision");
}

void TestHistory::countsAheadAndBehind()
{
    m_repo->git({u"clone"_s, u"-q"_s, u"."_s, u"../clone"_s});
    const QString clone = m_repo->path(u"../clone"_s);
    const auto upstream = [&](const QString& branch) { return upstreamOf(*Repository::open(clone), branch); };
    QCOMPARE((*upstream(u"main"_s))->ahead, 0);
    for (const QString& subject : {u"one"_s, u"two"_s})
        runGitIn(clone, {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, subject});
    m_repo->git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"there"_s});
    runGitIn(clone, {u"fetch"_s, u"-q"_s});
    QCOMPARE((*upstream(u"main"_s))->name, u"origin/main"_s);
    QCOMPARE((*upstream(u"main"_s))->reference, u"refs/remotes/origin/main"_s);
    QCOMPARE((*upstream(u"main"_s))->ahead, 2);
    QCOMPARE((*upstream(u"main"_s))->behind, 1);
    runGitIn(clone, {u"branch"_s, u"-q"_s, u"--no-track"_s, u"alone"_s});
    QVERIFY(!upstream(u"alone"_s)->has_value());
    runGitIn(clone, {u"branch"_s, u"-dr"_s, u"origin/main"_s});
    QVERIFY((*upstream(u"main"_s))->isGone);
    QCOMPARE(codeOf(upstream(u"none"_s)), "git.noRevision");
}

void TestHistory::listsStashes()
{
    QVERIFY(stashes(m_repo->open())->empty());
    for (const QString& message : {u"older"_s, u"newer: näher"_s}) {
        m_repo->write(u"a.yaml"_s, message.toUtf8());
        m_repo->git({u"stash"_s, u"push"_s, u"-q"_s, u"-m"_s, message});
    }
    m_sandbox.setGlobalConfig("[log]\n\tdate = iso\n"); // lists stashes by date then
    const auto found = stashes(m_repo->open());
    QVERIFY(found);
    QCOMPARE(found->size(), 2U);
    QCOMPARE(found->front().revision, u"stash@{0}"_s);
    QCOMPARE(found->front().message, u"On main: newer: näher"_s);
    QCOMPARE(found->front().commit, idOf(*m_repo, u"stash@{0}"_s));
    QCOMPARE(found->back().commit, idOf(*m_repo, u"stash@{1}"_s));
    QVERIFY(found->back().seconds > 1'700'000'000);
}

void TestHistory::listsTags()
{
    m_repo->git({u"tag"_s, u"v1"_s});
    m_repo->git({u"tag"_s, u"-a"_s, u"-m"_s, u"the second"_s, u"v2"_s});
    m_repo->git({u"tag"_s, u"-a"_s, u"-m"_s, u"again"_s, u"v2-again"_s, u"v2"_s});
    m_repo->git({u"tag"_s, u"tree"_s, u"HEAD^{tree}"_s});
    const auto found = tags(m_repo->open());
    QVERIFY(found);
    QCOMPARE(found->size(), 4U);
    const QString head = idOf(*m_repo, u"HEAD"_s);
    QCOMPARE(found->at(0).name, u"tree"_s);
    QVERIFY(!found->at(0).isCommit);
    QCOMPARE(found->at(1).name, u"v1"_s);
    QCOMPARE(found->at(1).object, head);
    QCOMPARE(found->at(1).subject, u"start"_s);
    QVERIFY(found->at(1).isCommit && !found->at(1).isAnnotated);
    QCOMPARE(found->at(2).object, head);
    QCOMPARE(found->at(2).subject, u"the second"_s);
    QVERIFY(found->at(2).isAnnotated);
    QCOMPARE(found->at(3).name, u"v2-again"_s);
    QCOMPARE(found->at(3).object, head);
}

void TestHistory::listsWorkTrees()
{
    m_repo->git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, u"../side\ntree"_s});
    m_repo->git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, u"../gone"_s});
    QDir(m_repo->path(u"../gone"_s)).removeRecursively();
    const auto found = workTrees(m_repo->open());
    QVERIFY(found);
    QCOMPARE(found->size(), 3U);
    QCOMPARE(found->at(0).path, m_repo->path().toStdString());
    QCOMPARE(found->at(0).branch, u"main"_s);
    QCOMPARE(found->at(0).commit, idOf(*m_repo, u"HEAD"_s));
    QVERIFY(found->at(1).path.ends_with("/gone"));
    QVERIFY(found->at(1).branch.isEmpty() && found->at(1).isGone);
    QVERIFY(found->at(2).path.ends_with("/side\ntree"));
    QCOMPARE(found->at(2).branch, u"side"_s);
    QVERIFY(!found->at(2).isGone && !found->at(2).isLocked && !found->at(2).isBare);
}

void TestHistory::isTheSameWhateverTheConfigurationSays()
{
    m_repo->git({u"mv"_s, u"a.yaml"_s, u"z.yaml"_s});
    commitAll(*m_repo, u"rename"_s);
    m_repo->git({u"notes"_s, u"add"_s, u"-m"_s, u"a note"_s});
    m_repo->write(u".mailmap"_s, "Other Name <test@example.com>\n");
    commitAll(*m_repo, u"map"_s);
    const auto plain = linesOf(historyOf(m_repo->open(), "z.yaml"));
    QCOMPARE(plain.size(), 2);
    m_sandbox.setGlobalConfig(
        "[user]\n\tname = T\n\temail = t@e\n[log]\n\tshowSignature = true\n\tdecorate = full\n\tfollow = true\n\tdate "
        "= "
        "relative\n\tmailmap = true\n\tshowRoot = false\n\tdiffMerges = on\n[color]\n\tui = always\n[format]\n\tpretty "
        "= "
        "oneline\n\tnotes = true\n[diff]\n\trenames = false\n\trelative = true\n\torderFile = /dev/zero\n\tnoprefix = "
        "true\n[core]\n\tquotePath = true\n\tabbrev = 4\n");
    QCOMPARE(linesOf(historyOf(m_repo->open(), "z.yaml")), plain);
    const auto entries = log(m_repo->open(), {});
    QCOMPARE(subjectsOf(entries), (QStringList{u"map"_s, u"rename"_s, u"start"_s}));
    QCOMPARE(entries->front().author.name, u"Test User"_s);
    QVERIFY(entries->at(1).body.isEmpty());
    QVERIFY(entries->front().author.seconds > 1'700'000'000);
}

void TestHistory::readsThousandsOfCommits()
{
    QByteArray stream;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray message = "commit " + QByteArray::number(i) + "\n\nbody\n";
        stream += "commit refs/heads/many\ncommitter T <t@e> " + QByteArray::number(1'600'000'000 + i) + " +0200\ndata "
            + QByteArray::number(message.size()) + "\n" + message;
    }
    feed(*m_repo, {u"fast-import"_s, u"--quiet"_s}, stream);
    const auto entries = log(m_repo->open(), {u"many"_s, {}, 10'000});
    QVERIFY(entries);
    QCOMPARE(entries->size(), 5000U);
    QCOMPARE(entries->front().subject, u"commit 4999"_s);
    QCOMPARE(entries->back().subject, u"commit 0"_s);
    QCOMPARE(log(m_repo->open(), {u"many"_s})->size(), 1000U);
}

void TestHistory::refusesWhatIsNoRevision()
{
    const Repository repository = m_repo->open();
    for (const QString& revision : {u"none"_s, u"--all"_s, u"-p"_s, QString(), u"main..main"_s, u":index"_s}) {
        QCOMPARE(codeOf(log(repository, {revision})), "git.noRevision");
        QCOMPARE(codeOf(historyOf(repository, "a.yaml", {revision})), "git.noRevision");
    }
    QCOMPARE(codeOf(log(repository, {u"HEAD"_s, u"--output=x"_s})), "git.noRevision");
    const TestRepository empty(TestRepository::Start::Empty);
    QCOMPARE(codeOf(log(empty.open(), {})), "git.noRevision");
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestHistory)
#include "tst_history.moc"
