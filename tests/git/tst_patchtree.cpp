// SPDX-License-Identifier: Apache-2.0
// Patches on top of revisions, made and judged by the real git.
#include "models/git/patchtree.h"
#include "models/git/treewriter.h"
#include "tests/git/testrepository.h"

#include <QTest>

using namespace meshdraft;
using namespace Qt::StringLiterals;

namespace {

const QByteArray numbers = "one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\nsix: 6\nseven: 7\neight: 8\n";

QByteArray with(QByteArray text, const char* old, const char* value)
{
    return text.replace(old, value);
}

QString treeOf(const git::TestRepository& repository, const QString& revision)
{
    return QString::fromUtf8(repository.git({u"rev-parse"_s, revision + u"^{tree}"_s}));
}

} // namespace

class TestPatchTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesTheTreeThatGitMakes_data();
    void makesTheTreeThatGitMakes();
    void appliesToTheIndex();
    void aBareRepository();
    void treesOfAPartialClone();
    void settingsDoNotMakeItFit();
    void saysWhereItDoesNotApply_data();
    void saysWhereItDoesNotApply();
    void refusesConflicts();
    void unknownRevision();
    void filesThatCannotBeRead();

private:
    /// A branch "feature" with a commit on top of "main", as a patch of some form.
    QByteArray patchOfFeature(const QStringList& command) const { return m_repository->git(command) + '\n'; }

    git::GitSandbox m_sandbox;
    std::unique_ptr<git::TestRepository> m_repository;
};

void TestPatchTree::init()
{
    m_sandbox.resetGlobalConfig();
    m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty);
    m_repository->write(u"dir/numbers.yaml"_s, numbers);
    m_repository->write(u"old.yaml"_s, "a: 1\nb: 2\nc: 3\n");
    m_repository->write(u"gone.yaml"_s, "x: 1\n");
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"start"_s});
    m_repository->git({u"checkout"_s, u"-qb"_s, u"feature"_s});
    m_repository->write(u"dir/numbers.yaml"_s, with(numbers, "two: 2", "two: 22"));
    m_repository->git({u"mv"_s, u"old.yaml"_s, u"dir/new name.yaml"_s});
    m_repository->git({u"rm"_s, u"-q"_s, u"gone.yaml"_s});
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"first"_s});
    m_repository->write(u"dir/numbers.yaml"_s, with(with(numbers, "two: 2", "two: 23"), "eight: 8", "eight: 88"));
    m_repository->write(u"picture.bin"_s, QByteArray("\0\1\2", 3));
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"second"_s});
    m_repository->git({u"checkout"_s, u"-q"_s, u"main"_s});
}

void TestPatchTree::makesTheTreeThatGitMakes_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("git diff") << QStringList{u"diff"_s, u"--binary"_s, u"main"_s, u"feature"_s};
    QTest::newRow("without renames") << QStringList{u"diff"_s, u"--binary"_s, u"--no-renames"_s, u"main"_s,
                                                    u"feature"_s};
    QTest::newRow("two mails, one after the other")
        << QStringList{u"format-patch"_s, u"--stdout"_s, u"--binary"_s, u"main..feature"_s};
}

void TestPatchTree::makesTheTreeThatGitMakes()
{
    QFETCH(QStringList, command);
    const QByteArray patch = patchOfFeature(command);
    // what is staged, changed and left lying around stays so, and has no say
    m_repository->write(u"dir/numbers.yaml"_s, "changed: true\n");
    m_repository->write(u"staged.yaml"_s, "s: 1\n");
    m_repository->git({u"add"_s, u"staged.yaml"_s});
    const auto before = m_repository->everything();
    const auto tree = git::applyPatch(m_repository->open(), u"main"_s, patch, u"feature.patch"_s);
    QVERIFY2(tree, tree ? "" : tree.error().args.back().c_str());
    QCOMPARE(*tree, treeOf(*m_repository, u"feature"_s));
    QCOMPARE(m_repository->everything(), before);
}

void TestPatchTree::appliesToTheIndex()
{
    m_repository->write(u"staged.yaml"_s, "s: 1\n");
    m_repository->git({u"add"_s, u"staged.yaml"_s});
    const QByteArray patch = patchOfFeature({u"diff"_s, u"--binary"_s, u"main"_s, u"feature"_s});
    const auto before = m_repository->everything();
    const auto repository = m_repository->open();
    const auto tree = git::applyPatch(repository, git::indexRevision.toString(), patch, u"feature.patch"_s);
    QVERIFY(tree);
    const auto files = repository.filesOf(*tree);
    QVERIFY(files);
    std::vector<std::string> paths;
    for (const auto& file : *files)
        paths.push_back(file.path);
    QCOMPARE(paths, (std::vector<std::string>{"dir/new name.yaml", "dir/numbers.yaml", "picture.bin", "staged.yaml"}));
    QCOMPARE(m_repository->everything(), before);
}

void TestPatchTree::aBareRepository()
{
    const QByteArray patch = patchOfFeature({u"diff"_s, u"--binary"_s, u"main"_s, u"feature"_s});
    m_repository->git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, u"bare.git"_s});
    const auto bare = git::Repository::open(m_repository->path(u"bare.git"_s));
    QVERIFY(bare && bare->isBare());
    const auto tree = git::applyPatch(*bare, u"main"_s, patch, u"feature.patch"_s);
    QVERIFY(tree);
    QCOMPARE(*tree, treeOf(*m_repository, u"feature"_s));
    QVERIFY(!QFile::exists(m_repository->path(u"bare.git/index"_s)));
}

/// What was never fetched is not looked at.
void TestPatchTree::treesOfAPartialClone()
{
    m_repository->git({u"config"_s, u"uploadpack.allowFilter"_s, u"true"_s});
    m_repository->git({u"clone"_s, u"-q"_s, u"--no-checkout"_s, u"--filter=blob:none"_s,
                       u"file://"_s + m_repository->path(), u"../partial"_s});
    const auto partial = git::Repository::open(m_repository->path(u"../partial"_s));
    QVERIFY(partial);
    const auto made = git::writeTree(*partial, u"HEAD"_s, {{"old.yaml", "a: 2\n", "100644", false}});
    QVERIFY2(made, made ? "" : made.error().args.back().c_str());
    m_repository->write(u"old.yaml"_s, "a: 2\n");
    m_repository->git({u"add"_s, u"-A"_s});
    QCOMPARE(*made, QString::fromUtf8(m_repository->git({u"write-tree"_s})));
}

void TestPatchTree::settingsDoNotMakeItFit()
{
    m_repository->write(u"old.yaml"_s, "a:  1\nb: 2\nc: 3\n");
    m_repository->git({u"commit"_s, u"-qam"_s, u"white space"_s});
    const QByteArray patch = "--- a/old.yaml\n+++ b/old.yaml\n@@ -1,3 +1,3 @@\n a: 1\n-b: 2\n+b: 3\n c: 3\n";
    m_repository->git({u"config"_s, u"apply.ignoreWhitespace"_s, u"change"_s});
    m_repository->git({u"config"_s, u"apply.whitespace"_s, u"error-all"_s});
    const auto refused = git::applyPatch(m_repository->open(), u"main"_s, patch, u"p"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("patch.differs"));
    // nor does white space that such a setting forbids stop one that fits
    const QByteArray spaces = "--- a/old.yaml\n+++ b/old.yaml\n@@ -2,2 +2,2 @@\n b: 2\n-c: 3\n+c: 4  \n";
    QVERIFY(git::applyPatch(m_repository->open(), u"main"_s, spaces, u"p"_s));
}

void TestPatchTree::saysWhereItDoesNotApply_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("expected"); // code and arguments, in one line
    const QByteArray header = "--- a/dir/numbers.yaml\n+++ b/dir/numbers.yaml\n";
    QTest::newRow("empty") << QByteArray() << QByteArray("patch.empty p");
    QTest::newRow("no patch") << QByteArray("Hello.\n") << QByteArray("patch.empty p");
    QTest::newRow("cut off") << header + "@@ -1,3 +1,3 @@\n one: 1\n-two: 2\n" << QByteArray("patch.corrupt p 6");
    QTest::newRow("bad header") << header + "@@ -1,3 +x @@\n one: 1\n-two: 2\n+two: 3\n three: 3\n"
                                << QByteArray("patch.corrupt p 3");
    QTest::newRow("another state") << header + "@@ -3,3 +3,3 @@\n three: 3\n-four: 5\n+four: 6\n five: 5\n"
                                   << QByteArray("patch.differs p main dir/numbers.yaml 3");
    QTest::newRow("no such file") << QByteArray("--- a/none.yaml\n+++ b/none.yaml\n@@ -1 +1 @@\n-a\n+b\n")
                                  << QByteArray("patch.noFile p main none.yaml");
    QTest::newRow("made twice") << QByteArray("diff --git a/old.yaml b/old.yaml\nnew file mode 100644\n--- /dev/null\n"
                                              "+++ b/old.yaml\n@@ -0,0 +1 @@\n+a: 1\n")
                                << QByteArray("patch.exists p main old.yaml");
    for (const char* path : {"../out.yaml", ".git/hooks/pre-commit"}) {
        QTest::newRow(path) << "diff --git a/" + QByteArray(path) + " b/" + path
                + "\nnew file mode 100755\n--- /dev/null\n+++ b/" + path + "\n@@ -0,0 +1 @@\n+a: 1\n"
                            << QByteArray("patch.failed p main error: invalid path '") + path + '\'';
    }
}

void TestPatchTree::saysWhereItDoesNotApply()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, expected);
    const auto before = m_repository->everything();
    const auto tree = git::applyPatch(m_repository->open(), u"main"_s, patch, u"p"_s);
    QVERIFY(!tree);
    QByteArray said = QByteArray::fromStdString(tree.error().code);
    for (const auto& arg : tree.error().args)
        said += ' ' + QByteArray::fromStdString(arg);
    QCOMPARE(said, expected);
    QCOMPARE(m_repository->everything(), before);
}

void TestPatchTree::refusesConflicts()
{
    m_repository->write(u"dir/numbers.yaml"_s, with(numbers, "two: 2", "two: 24"));
    m_repository->git({u"commit"_s, u"-qam"_s, u"other"_s});
    QVERIFY(m_repository->tryGit({u"merge"_s, u"feature"_s}) != 0);
    const auto tree = git::applyPatch(m_repository->open(), git::indexRevision.toString(), "x", u"p"_s);
    QVERIFY(!tree);
    QCOMPARE(tree.error().code, std::string("file.conflict"));
}

void TestPatchTree::unknownRevision()
{
    for (const QString& revision : {u"nowhere"_s, u"--help"_s}) {
        const auto tree = git::applyPatch(m_repository->open(), revision, "x", u"p"_s);
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, std::string("git.noRevision"));
    }
}

void TestPatchTree::filesThatCannotBeRead()
{
    for (const QString& file : {u"none.patch"_s, u"dir"_s}) {
        const auto tree = git::applyPatchFile(m_repository->open(), u"main"_s, m_repository->path(file));
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, std::string("file.unreadable"));
    }
}

QTEST_GUILESS_MAIN(TestPatchTree)
#include "tst_patchtree.moc"
