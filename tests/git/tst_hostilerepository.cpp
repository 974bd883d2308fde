// SPDX-License-Identifier: Apache-2.0
// A repository that sets everything that git can be told to run: reading it runs none of it.
#include "models/git/repository.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

/// Hooks that any git command might run.
constexpr std::array hooks{"post-checkout",      "post-index-change", "pre-commit", "reference-transaction",
                           "fsmonitor-watchman", "pre-auto-gc",       "post-merge", "post-rewrite",
                           "pre-push",           "sendemail-validate"};

} // namespace

class TestHostileRepository : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isReallyHostile_data();
    void isReallyHostile();
    void readingRunsNothing();
    void missingObjectIsNotFetched();
    void foreignWorkTreeIsNotOpened();
    void pathsOfHostileTreesStayInside();

private:
    QStringList markers() const { return QDir(m_markers->path()).entryList(QDir::Files); }
    QByteArray touch(const char* name) const
    {
        return "touch " + m_markers->filePath(QString::fromLatin1(name)).toUtf8();
    }

    GitSandbox m_sandbox;
    std::unique_ptr<TestRepository> m_repo;
    std::unique_ptr<QTemporaryDir> m_markers;
};

void TestHostileRepository::init()
{
    m_repo = std::make_unique<TestRepository>();
    m_markers = std::make_unique<QTemporaryDir>();
    const QString hookDirectory = m_repo->path(u".git/evil-hooks"_s);
    QDir().mkpath(hookDirectory);
    for (const char* hook : hooks) {
        m_repo->writeHook(QString::fromLatin1(hook), touch(hook) + "\n");
        QFile::copy(m_repo->path(u".git/hooks/"_s + QString::fromLatin1(hook)),
                    hookDirectory + u'/' + QString::fromLatin1(hook));
    }
    m_repo->write(u".gitattributes"_s, "*.yaml filter=evil diff=evil merge=evil\n");
    m_repo->git({u"add"_s, u"."_s});
    m_repo->git({u"-c"_s, u"core.hooksPath=/dev/null"_s, u"commit"_s, u"-qm"_s, u"attributes"_s});
    m_repo->write(u"a.yaml"_s, "a: changed\n"); // so that git would look at it through the filter
    for (const QString& marker : markers())
        QFile::remove(m_markers->filePath(marker));

    QFile config(m_repo->path(u".git/config"_s));
    QVERIFY(config.open(QIODevice::Append));
    config.write("[core]\n"
                 "\tfsmonitor = "
                 + touch("fsmonitor") + "\n\thooksPath = " + hookDirectory.toUtf8() + "\n\tsshCommand = " + touch("ssh")
                 + "\n\tpager = " + touch("pager") + "\n\teditor = " + touch("editor") + "\n\taskPass = "
                 + touch("askpass") + "\n\tgitProxy = " + touch("proxy") + "\n\talternateRefsCommand = "
                 + touch("alternates") + "\n\tuntrackedCache = true\n\tsplitIndex = true\n");
    config.write("[filter \"evil\"]\n\tsmudge = " + touch("smudge") + "\n\tclean = " + touch("clean")
                 + "\n\tprocess = " + touch("process") + "\n\trequired = true\n");
    config.write("[diff]\n\texternal = " + touch("external") + "\n[diff \"evil\"]\n\ttextconv = " + touch("textconv")
                 + "\n\tcommand = " + touch("diff") + "\n[merge \"evil\"]\n\tdriver = " + touch("merge") + "\n");
    config.write("[gpg]\n\tprogram = " + touch("gpg") + "\n[log]\n\tshowSignature = true\n[credential]\n\thelper = \"!"
                 + touch("credential") + "\"\n[uploadpack]\n\tpackObjectsHook = " + touch("pack") + "\n");
    config.write("[alias]\n");
    for (const char* alias : {"rev-parse", "ls-files", "ls-tree", "cat-file", "var", "symbolic-ref", "for-each-ref"})
        config.write(QByteArray("\t") + alias + " = \"!" + touch("alias") + "\"\n");
    config.write("[pager]\n\trev-parse = " + touch("pager") + "\n\tls-files = " + touch("pager")
                 + "\n\tvar = " + touch("pager") + "\n");
    config.write("[extensions]\n\tpartialClone = origin\n[remote \"origin\"]\n\tpromisor = true\n\turl = \"ext::"
                 + touch("remote") + "\"\n\tuploadpack = " + touch("uploadpack") + "\n[protocol]\n\tallow = always\n"
                 + "[protocol \"ext\"]\n\tallow = always\n");
}

void TestHostileRepository::isReallyHostile_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("marker");
    QTest::newRow("file system monitor") << QStringList{u"status"_s} << u"fsmonitor"_s;
    QTest::newRow("hook") << QStringList{u"update-ref"_s, u"refs/heads/x"_s, u"HEAD"_s} << u"reference-transaction"_s;
    QTest::newRow("filter") << QStringList{u"hash-object"_s, u"a.yaml"_s} << u"process"_s;
    QTest::newRow("editor") << QStringList{u"config"_s, u"--local"_s, u"--edit"_s} << u"editor"_s;
    QTest::newRow("remote") << QStringList{u"cat-file"_s, u"-p"_s, QString(40, u'1')} << u"remote"_s;
}

void TestHostileRepository::isReallyHostile()
{
    // The test of the test: an ordinary git does run these.
    QFETCH(QStringList, command);
    QFETCH(QString, marker);
    m_repo->tryGit(command);
    QVERIFY2(markers().contains(marker), qPrintable(markers().join(u' ')));
}

void TestHostileRepository::readingRunsNothing()
{
    const auto repository = Repository::open(m_repo->path(u"dir"_s));
    QVERIFY(repository);
    QVERIFY(repository->head().has_value());
    QVERIFY(repository->branches().has_value());
    QVERIFY(repository->identity().has_value());
    QCOMPARE(repository->operation(), Operation::None);
    const auto present = repository->filesOfWorkTree();
    QVERIFY(present);
    QCOMPARE(present->size(), 3U);
    for (const FileEntry& file : *present)
        QVERIFY(repository->readWorkFile(file.path).has_value());
    for (const QString& revision : {u"HEAD"_s, u"HEAD~1"_s, u"main"_s}) {
        const auto files = repository->filesOf(revision);
        QVERIFY(files);
        for (const FileEntry& file : *files) {
            QVERIFY(repository->readBlob(file.blob).has_value());
            QVERIFY(repository->readRevisionFile(revision, file.path)->has_value());
        }
    }
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
