// SPDX-License-Identifier: Apache-2.0
// Requests of a real remote, fetched with the real git.
#include "models/git/fetchrequest.h"

#include "testrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

class TestFetchRequest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fetchesByNumber_data();
    void fetchesByNumber();
    void followsANewPush();
    void changesNothingElse();
    void choosesTheRemote();
    void saysWhyNot_data();
    void saysWhyNot();

private:
    /// Makes a commit that only the remote has, as a request.
    QString makeRequest(const QString& reference, const QByteArray& text) const;

    GitSandbox m_sandbox;
    std::unique_ptr<QTemporaryDir> m_above;
    std::unique_ptr<TestRepository> m_repo;
    std::unique_ptr<TestRepository> m_other; ///< somebody else's clone
};

void TestFetchRequest::init()
{
    m_repo = std::make_unique<TestRepository>();
    m_other = std::make_unique<TestRepository>();
    m_above = std::make_unique<QTemporaryDir>();
    const QString bare = m_above->filePath(u"origin.git"_s);
    runGitIn(m_above->path(), {u"init"_s, u"-q"_s, u"--bare"_s, bare});
    m_repo->git({u"remote"_s, u"add"_s, u"origin"_s, bare});
    m_repo->git({u"push"_s, u"-q"_s, u"origin"_s, u"main"_s});
    m_other->git({u"remote"_s, u"add"_s, u"origin"_s, bare});
}

QString TestFetchRequest::makeRequest(const QString& reference, const QByteArray& text) const
{
    m_other->write(u"a.yaml"_s, text);
    m_other->git({u"commit"_s, u"-qam"_s, u"request"_s});
    m_other->git({u"push"_s, u"-q"_s, u"-f"_s, u"origin"_s, u"HEAD:"_s + reference});
    return QString::fromUtf8(m_other->git({u"rev-parse"_s, u"HEAD"_s}));
}

void TestFetchRequest::fetchesByNumber_data()
{
    QTest::addColumn<QString>("reference");
    QTest::newRow("GitHub") << u"refs/pull/7/head"_s;
    QTest::newRow("GitLab") << u"refs/merge-requests/7/head"_s;
}

void TestFetchRequest::fetchesByNumber()
{
    QFETCH(QString, reference);
    const QString commit = makeRequest(reference, "a: 2\n");
    const auto fetched = fetchRequest(m_repo->open(), 7);
    QVERIFY(fetched.has_value());
    QCOMPARE(fetched->remote, u"origin"_s);
    const auto resolved = m_repo->open().resolve(fetched->reference);
    QVERIFY(resolved.has_value());
    QCOMPARE(*resolved, commit);
}

void TestFetchRequest::followsANewPush()
{
    makeRequest(u"refs/pull/7/head"_s, "a: 2\n");
    QVERIFY(fetchRequest(m_repo->open(), 7).has_value());
    m_other->git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s}); // the branch was rewritten
    const QString commit = makeRequest(u"refs/pull/7/head"_s, "a: 3\n");
    const auto fetched = fetchRequest(m_repo->open(), 7);
    QVERIFY(fetched.has_value());
    QCOMPARE(m_repo->open().resolve(fetched->reference).value_or(QString()), commit);
}

void TestFetchRequest::changesNothingElse()
{
    makeRequest(u"refs/pull/7/head"_s, "a: 2\n");
    m_other->git({u"tag"_s, u"theirs"_s});
    m_other->git({u"push"_s, u"-q"_s, u"origin"_s, u"theirs"_s});
    auto before = m_repo->everything();
    QVERIFY(fetchRequest(m_repo->open(), 7).has_value());
    auto after = m_repo->everything();
    for (const QString& key : after.keys()) {
        if (key.contains(u"refs/meshdraft"_s))
            after.remove(key);
    }
    QCOMPARE(after.keys(), before.keys());
    QCOMPARE(after, before);
    QCOMPARE(m_repo->git({u"tag"_s}), QByteArray());
}

void TestFetchRequest::choosesTheRemote()
{
    makeRequest(u"refs/pull/7/head"_s, "a: 2\n");
    const QString bare = m_above->filePath(u"origin.git"_s);
    m_repo->git({u"remote"_s, u"rename"_s, u"origin"_s, u"fork"_s});
    QCOMPARE(fetchRequest(m_repo->open(), 7)->remote, u"fork"_s);
    m_repo->git({u"remote"_s, u"add"_s, u"mirror"_s, bare});
    QCOMPARE(fetchRequest(m_repo->open(), 7).error().code, "fetch.whichRemote");
    QCOMPARE(fetchRequest(m_repo->open(), 7, u"mirror"_s)->remote, u"mirror"_s);
    m_repo->git({u"remote"_s, u"add"_s, u"upstream"_s, bare});
    QCOMPARE(fetchRequest(m_repo->open(), 7)->remote, u"upstream"_s);
}

void TestFetchRequest::saysWhyNot_data()
{
    QTest::addColumn<QStringList>("setUp");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no such request") << QStringList() << 8 << QString() << QByteArray("fetch.noRequest");
    QTest::newRow("no such remote") << QStringList() << 7 << u"nowhere"_s << QByteArray("push.unknownRemote");
    QTest::newRow("no remote") << QStringList{u"remote"_s, u"remove"_s, u"origin"_s} << 7 << QString()
                               << QByteArray("push.noRemote");
    QTest::newRow("out of reach") << QStringList{u"remote"_s, u"set-url"_s, u"origin"_s, u"/nonexistent/x.git"_s} << 7
                                  << QString() << QByteArray("fetch.unreachable");
}

void TestFetchRequest::saysWhyNot()
{
    QFETCH(QStringList, setUp);
    QFETCH(int, number);
    QFETCH(QString, remote);
    QFETCH(QByteArray, code);
    makeRequest(u"refs/pull/7/head"_s, "a: 2\n");
    if (!setUp.isEmpty())
        m_repo->git(setUp);
    const auto fetched = fetchRequest(m_repo->open(), number, remote);
    QVERIFY(!fetched.has_value());
    QCOMPARE(fetched.error().code, code.toStdString());
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestFetchRequest)
#include "tst_fetchrequest.moc"
