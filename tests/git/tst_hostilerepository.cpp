// SPDX-License-Identifier: Apache-2.0
// A repository that sets everything that git can be told to run: reading it runs none of it.
#include "models/git/attributes.h"
#include "models/git/history.h"
#include "models/git/push.h"
#include "models/git/repository.h"

#include "hostilerepository.h"

#include <QFile>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

class TestHostileRepository : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isReallyHostile_data();
    void isReallyHostile();
    void environmentIsReallyHostile();
    void readingRunsNothing();
    void missingObjectIsNotFetched();
    void foreignWorkTreeIsNotOpened();
    void pathsOfHostileTreesStayInside();

private:
    QStringList markers() const { return m_hostile->markers(); }

    GitSandbox m_sandbox;
    std::unique_ptr<HostileRepository> m_hostile;
    const TestRepository* m_repo = nullptr;
};

void TestHostileRepository::init()
{
    m_hostile = std::make_unique<HostileRepository>();
    m_repo = &m_hostile->repo();
    QCOMPARE(markers(), QStringList());
}

void TestHostileRepository::isReallyHostile_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("marker");
    QTest::newRow("status: file system monitor, by includeIf") << QStringList{u"status"_s} << u"includeIf"_s;
    QTest::newRow("hook") << QStringList{u"update-ref"_s, u"refs/heads/x"_s, u"HEAD"_s}
                          << u"hook-reference-transaction"_s;
    QTest::newRow("filter") << QStringList{u"hash-object"_s, u"a.yaml"_s} << u"filter.evil.process"_s;
    QTest::newRow("editor") << QStringList{u"config"_s, u"--local"_s, u"--edit"_s} << u"core.editor"_s;
    QTest::newRow("lazy fetch") << QStringList{u"cat-file"_s, u"-p"_s, QString(40, u'1')} << u"remote.origin.url"_s;
    QTest::newRow("signature") << QStringList{u"log"_s, u"-1"_s} << u"gpg.openpgp.program"_s;
    QTest::newRow("external diff") << QStringList{u"-c"_s,   u"filter.evil.required=false"_s,
                                                  u"-c"_s,   u"filter.evil.process="_s,
                                                  u"diff"_s, u"--cached"_s}
                                   << u"diff.evil.command"_s;
    QTest::newRow("text of a diff") << QStringList{u"-c"_s,           u"filter.evil.required=false"_s,
                                                   u"-c"_s,           u"filter.evil.process="_s,
                                                   u"diff"_s,         u"--cached"_s,
                                                   u"--no-ext-diff"_s}
                                    << u"diff.evil.textconv"_s;
    QTest::newRow("alias") << QStringList{u"evil"_s} << u"alias.evil"_s;
    QTest::newRow("ssh") << QStringList{u"fetch"_s, u"second"_s} << u"core.sshCommand"_s;
}

void TestHostileRepository::isReallyHostile()
{
    // The test of the test: an ordinary git does run these.
    QFETCH(QStringList, command);
    QFETCH(QString, marker);
    m_repo->tryGit(command);
    QVERIFY2(markers().contains(marker), qPrintable(markers().join(u' ')));
}

void TestHostileRepository::environmentIsReallyHostile()
{
    m_hostile->setEnvironment();
    m_repo->tryGit({u"status"_s});
    m_repo->tryGit({u"diff"_s});
    for (const QString& marker : {u"GIT_TRACE"_s, u"GIT_TRACE2_EVENT"_s, u"GIT_CONFIG_COUNT"_s})
        QVERIFY2(markers().contains(marker), qPrintable(markers().join(u' ')));
}

void TestHostileRepository::readingRunsNothing()
{
    m_hostile->setEnvironment();
    const auto repository = Repository::open(m_repo->path(u"dir"_s));
    QVERIFY(repository);
    QVERIFY(repository->head().has_value());
    QVERIFY(repository->branches().has_value());
    QVERIFY(repository->identity().has_value());
    QCOMPARE(repository->operation(), Operation::None);
    const auto present = repository->filesOfWorkTree();
    QVERIFY(present);
    std::vector<std::string> paths;
    for (const FileEntry& file : *present) {
        paths.push_back(file.path);
        QVERIFY(file.isSubmodule || repository->readWorkFile(file.path).has_value());
    }
    QCOMPARE(paths, (std::vector<std::string>{".gitattributes", ".gitmodules", "a.yaml", "dir/b.yaml", "sub"}));
    for (const QString& revision : {u"HEAD"_s, u"HEAD~1"_s, u"side"_s, u"stash@{0}"_s, indexRevision.toString()}) {
        const auto files = repository->filesOf(revision);
        QVERIFY2(files, qPrintable(revision));
        QVERIFY(!files->empty());
        for (const FileEntry& file : *files) {
            if (file.isSubmodule)
                continue;
            QVERIFY(repository->readBlob(file.blob).has_value());
            QVERIFY(repository->readRevisionFile(revision, file.path)->has_value());
        }
    }
    QCOMPARE(log(*repository, {}).value().size(), 2U);
    QCOMPARE(historyOf(*repository, "a.yaml").value().size(), 1U);
    QCOMPARE(mergeBases(*repository, u"main"_s, u"side"_s).value().size(), 1U);
    QCOMPARE(stashes(*repository).value().size(), 1U);
    QVERIFY(upstreamOf(*repository, u"main"_s).has_value());
    QVERIFY(tags(*repository).has_value());
    QCOMPARE(workTrees(*repository).value().size(), 1U);
    QCOMPARE(convertedPaths(*repository, paths).value(), (std::set<std::string>{"a.yaml", "dir/b.yaml"}));
    QVERIFY(pushTargetOf(*repository, {u"main"_s}).has_value());
    QCOMPARE(markers(), QStringList());
}

void TestHostileRepository::missingObjectIsNotFetched()
{
    const Repository repository = m_repo->open();
    const auto missing = repository.readBlob(QString(40, u'1'));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, "git.missingBlob");
    QVERIFY(!repository.resolve(QString(40, u'1')).has_value());
    QCOMPARE(repository.readRevisionFile(u"HEAD"_s, "a.yaml")->value(), QByteArray("a: 1\n"));
    QCOMPARE(markers(), QStringList());
}

void TestHostileRepository::foreignWorkTreeIsNotOpened()
{
    const QTemporaryDir elsewhere;
    m_repo->git({u"config"_s, u"core.worktree"_s, elsewhere.path()});
    const auto repository = Repository::open(m_repo->path());
    QVERIFY(!repository);
    QCOMPARE(repository.error().code, "git.noRepository");
}

void TestHostileRepository::pathsOfHostileTreesStayInside()
{
    // A tree with an entry "..", as only a hostile server sends it.
    const QString blob = QString::fromUtf8(m_repo->git({u"rev-parse"_s, u"HEAD:a.yaml"_s}));
    const QByteArray inner = "100644 secret" + QByteArray(1, '\0') + QByteArray::fromHex(blob.toLatin1());
    m_repo->write(u".git/inner"_s, inner);
    const QByteArray innerTree =
        m_repo->git({u"hash-object"_s, u"-w"_s, u"-t"_s, u"tree"_s, u"--literally"_s, u".git/inner"_s});
    m_repo->write(u".git/outer"_s, "40000 .." + QByteArray(1, '\0') + QByteArray::fromHex(innerTree));
    const QString tree = QString::fromUtf8(
        m_repo->git({u"hash-object"_s, u"-w"_s, u"-t"_s, u"tree"_s, u"--literally"_s, u".git/outer"_s}));
    const QString commit = QString::fromUtf8(m_repo->git({u"commit-tree"_s, u"-m"_s, u"evil"_s, tree}));
    const Repository repository = m_repo->open();
    const auto files = repository.filesOf(commit);
    QVERIFY(files);
    for (const FileEntry& file : *files) {
        const auto content = repository.readWorkFile(file.path);
        QVERIFY(!content);
        QCOMPARE(content.error().code, "file.outside");
    }
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestHostileRepository)
#include "tst_hostilerepository.moc"
