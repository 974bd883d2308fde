// SPDX-License-Identifier: Apache-2.0
// What is read of a revision, and what is not read twice.
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"
#include "models/workspace/snapshot.h"

#include "meshrepository.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

std::string textOf(const SnapshotPtr& snapshot, const char* path)
{
    const auto* file = snapshot->saved.find(path);
    return file == nullptr ? "absent" : *file->text->text;
}

} // namespace

class TestReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndParsesOnlyBlobsThatDiffer();
    void parsesEqualBlobsOnceWithSha256();
    void opensIndexAndStashReadOnly();
    void conflictInIndexHidesNoOtherFile();
    void missingBlobHidesNoOtherFile();

private:
    git::GitSandbox m_sandbox;
};

void TestReader::readsAndParsesOnlyBlobsThatDiffer()
{
    const git::TestRepository repo(git::TestRepository::Start::Empty);
    for (int i = 0; i < 100; ++i)
        repo.write(u"f%1.yaml"_s.arg(i), "number: " + QByteArray::number(i) + "\n");
    repo.write(u"copy.yaml"_s, "number: 7\n");
    repo.git({u"add"_s, u"."_s});
    repo.git({u"commit"_s, u"-qm"_s, u"first"_s});
    const auto cache = std::make_shared<ParseCache>();
    const auto first = openSnapshot(repo.path(), u"HEAD"_s, {}, {}, {}, cache);
    QVERIFY(first);
    QCOMPARE((*first)->filesRead, 101U);
    QCOMPARE(cache->parsed(), 100U);

    repo.write(u"f1.yaml"_s, "number: one\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    // Without their objects the other blobs cannot even be read.
    for (int i = 0; i < 100; ++i) {
        const QString id = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD~1:f%1.yaml"_s.arg(i)}));
        QVERIFY(QFile::remove(repo.path(u".git/objects/"_s + id.first(2) + u'/' + id.sliced(2))));
    }
    const auto second = openSnapshot(repo.path(), u"HEAD"_s, {}, {}, {}, cache);
    QVERIFY(second);
    QCOMPARE((*second)->filesRead, 101U);
    QVERIFY((*second)->saved.errors.empty());
    QCOMPARE(textOf(*second, "f1.yaml"), "number: one\n");
    QCOMPARE(cache->parsed(), 101U);
    QCOMPARE((*second)->saved.find("f2.yaml")->text, (*first)->saved.find("f2.yaml")->text);
}

void TestReader::parsesEqualBlobsOnceWithSha256()
{
    const git::TestRepository repo(git::TestRepository::Start::OneCommit, {u"--object-format=sha256"_s});
    const auto cache = std::make_shared<ParseCache>();
    const auto first = openSnapshot(repo.path(), u"HEAD"_s, {}, {}, {}, cache);
    repo.write(u"a.yaml"_s, "a: 2\n");
    repo.git({u"commit"_s, u"-qam"_s, u"second"_s});
    const auto second = openSnapshot(repo.path(), u"HEAD"_s, {}, {}, {}, cache);
    QVERIFY(first && second);
    QCOMPARE(textOf(*second, "a.yaml"), "a: 2\n");
    QCOMPARE(textOf(*second, "dir/b.yaml"), "b: 1\n");
    QCOMPARE(cache->parsed(), 3U);
}

void TestReader::opensIndexAndStashReadOnly()
{
    const git::TestRepository repo;
    repo.write(u"a.yaml"_s, "a: stashed\n");
    repo.write(u"new.yaml"_s, "n: 1\n");
    repo.git({u"stash"_s, u"-q"_s, u"-u"_s});
    repo.write(u"a.yaml"_s, "a: staged\n");
    repo.git({u"add"_s, u"."_s});
    repo.write(u"a.yaml"_s, "a: on disk\n");
    const auto index = openSnapshot(repo.path(), git::indexRevision.toString(), {});
    const auto stash = openSnapshot(repo.path(), u"stash@{0}"_s, {});
    QVERIFY(index && stash);
    QVERIFY((*index)->isReadOnly() && (*stash)->isReadOnly());
    QCOMPARE(textOf(*index, "a.yaml"), "a: staged\n");
    QCOMPARE(textOf(*index, "new.yaml"), "absent");
    QCOMPARE(textOf(*stash, "a.yaml"), "a: stashed\n");
    QCOMPARE(textOf(*stash, "new.yaml"), "n: 1\n");
}

void TestReader::conflictInIndexHidesNoOtherFile()
{
    const git::TestRepository repo;
    repo.git({u"checkout"_s, u"-qb"_s, u"side"_s});
    repo.write(u"a.yaml"_s, "a: side\n");
    repo.git({u"commit"_s, u"-qam"_s, u"side"_s});
    repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
    repo.write(u"a.yaml"_s, "a: main\n");
    repo.git({u"commit"_s, u"-qam"_s, u"main"_s});
    QVERIFY(repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s}) != 0);
    const auto index = openSnapshot(repo.path(), git::indexRevision.toString(), {});
    QVERIFY(index);
    QCOMPARE(textOf(*index, "dir/b.yaml"), "b: 1\n");
    QCOMPARE((*index)->saved.errors.size(), 1U);
    QCOMPARE((*index)->saved.errors.front().code, "file.conflict");
    QCOMPARE((*index)->saved.errors.front().where.path, "a.yaml");
}

void TestReader::missingBlobHidesNoOtherFile()
{
    const git::TestRepository repo;
    const QString id = QString::fromUtf8(repo.git({u"rev-parse"_s, u"HEAD:a.yaml"_s}));
    QVERIFY(QFile::remove(repo.path(u".git/objects/"_s + id.first(2) + u'/' + id.sliced(2))));
    const auto snapshot = openSnapshot(repo.path(), u"HEAD"_s, {});
    QVERIFY(snapshot);
    QCOMPARE(textOf(*snapshot, "dir/b.yaml"), "b: 1\n");
    QCOMPARE((*snapshot)->saved.errors.size(), 1U);
    QCOMPARE((*snapshot)->saved.errors.front().code, "git.missingBlob");
    QCOMPARE((*snapshot)->saved.errors.front().where.path, "a.yaml");
    QCOMPARE((*snapshot)->filesSkipped, 1U);
}

} // namespace meshdraft::workspace

QTEST_GUILESS_MAIN(meshdraft::workspace::TestReader)
#include "tst_reader.moc"
