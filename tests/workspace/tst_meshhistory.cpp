// SPDX-License-Identifier: Apache-2.0
// Histories of meaning on real repositories: which commits, in which words.
#include "models/workspace/meshhistory.h"
#include "models/workspace/words.h"
#include "tests/git/testrepository.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

QByteArray service(const char* name, int port = 80)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + QByteArray(name)
        + ", namespace: shop}\nspec: {ports: [{name: http, port: " + QByteArray::number(port) + "}]}\n";
}

QByteArray routes(int v1, const char* host = "reviews", const char* comment = "")
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n  - name: main\n    route:\n    - destination: {host: "
        + QByteArray(host) + ", subset: v1}\n      weight: " + QByteArray::number(v1) + comment
        + "\n    - destination: {host: reviews, subset: v2}\n      weight: " + QByteArray::number(100 - v1) + "\n";
}

HistorySubject resource(const std::string& kind, const std::string& name)
{
    return {.kind = kind, .ns = "shop", .name = name, .host = {}, .paths = {}};
}

} // namespace

class TestMeshHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty); }
    void tellsTheMeaning();
    void leavesOutLayout();
    void followsRenames();
    void followsMovesToAnotherFile();
    void followsSeveralFiles();
    void findsWhatIsGone();
    void followsAHost_data();
    void followsAHost();
    void tellsOfTheWholeMesh();
    void stopsAtTheLimit();
    void canBeCancelled();
    void survivesBrokenFiles();
    void refusesUnknownResources();

private:
    void commit(const QString& subject, const QMap<QString, QByteArray>& files) const;
    /// "SUBJECT: FIRST STATEMENT" for each commit, the newest first.
    QStringList historyOf(const HistorySubject& subject, int limit = 0) const;

    git::GitSandbox m_sandbox;
    std::unique_ptr<git::TestRepository> m_repository;
};

/// Writes files (a null text removes one) and commits.
void TestMeshHistory::commit(const QString& subject, const QMap<QString, QByteArray>& files) const
{
    for (const auto& [path, text] : files.asKeyValueRange()) {
        if (text.isNull())
            QFile::remove(m_repository->path(path));
        else
            m_repository->write(path, text);
    }
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, subject});
}

QStringList TestMeshHistory::historyOf(const HistorySubject& subject, int limit) const
{
    QStringList lines;
    ParseCache cache;
    const auto ended = historyOfMeaning(
        m_repository->open(), subject, {.revision = u"HEAD"_s, .limit = limit, .policy = {}}, cache,
        [&](const MeaningfulCommit& found) {
            QStringList parts;
            for (const auto& change : found.change.resources) {
                parts << (change.statements.empty() ? QString::fromUtf8(changes::operationName(change.operation).data())
                                                    : statementText(change.statements.front()));
            }
            lines << found.commit.subject + u": "_s + parts.join(u"; "_s);
            return true;
        });
    if (!ended)
        lines << QString::fromStdString(ended.error().code);
    return lines;
}

void TestMeshHistory::tellsTheMeaning()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}});
    commit(u"Other file"_s, {{u"b.yaml"_s, service("b")}});
    commit(u"Move traffic"_s, {{u"a.yaml"_s, routes(80)}});
    ParseCache cache;
    std::vector<MeaningfulCommit> found;
    const auto ended = historyOfMeaning(m_repository->open(), resource("VirtualService", "reviews"), {}, cache,
                                        [&](MeaningfulCommit each) {
                                            found.push_back(std::move(each));
                                            return true;
                                        });
    QVERIFY(ended);
    QVERIFY(ended->isComplete);
    QCOMPARE(ended->looked, 2);
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0].commit.subject, u"Move traffic"_s);
    QVERIFY(found[0].change.tier > changes::Tier::None);
    QVERIFY2(statementText(found[0].change.resources.front().statements.front()).contains(u"10 %"_s),
             qPrintable(statementText(found[0].change.resources.front().statements.front())));
    QCOMPARE(found[1].change.resources.front().operation, changes::Operation::Added);
}

void TestMeshHistory::leavesOutLayout()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90) + "---\n" + service("b")}});
    commit(u"Comment"_s, {{u"a.yaml"_s, routes(90, "reviews", " # stable") + "---\n" + service("b")}});
    commit(u"Neighbour"_s, {{u"a.yaml"_s, routes(90, "reviews", " # stable") + "---\n" + service("b", 81)}});
    QCOMPARE(historyOf(resource("VirtualService", "reviews")).size(), 1);
    const auto neighbour = historyOf(resource("Service", "b"));
    QCOMPARE(neighbour.size(), 2);
    QVERIFY2(neighbour[0].startsWith(u"Neighbour: "_s), qPrintable(neighbour[0]));
}

void TestMeshHistory::followsRenames()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}});
    commit(u"Change"_s, {{u"a.yaml"_s, routes(80)}});
    commit(u"Rename"_s, {{u"a.yaml"_s, {}}, {u"dir/z.yaml"_s, routes(80)}});
    commit(u"Change again"_s, {{u"dir/z.yaml"_s, routes(70)}});
    const auto lines = historyOf(resource("VirtualService", "reviews"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(u"Change again: "_s));
    QVERIFY(lines[1].startsWith(u"Change: "_s));
    QVERIFY(lines[2].startsWith(u"First: "_s));
}

void TestMeshHistory::followsMovesToAnotherFile()
{
    commit(u"First"_s, {{u"all.yaml"_s, routes(90) + "---\n" + service("b")}});
    commit(u"Change"_s, {{u"all.yaml"_s, routes(80) + "---\n" + service("b")}});
    commit(u"Split"_s, {{u"all.yaml"_s, service("b")}, {u"vs.yaml"_s, routes(80)}});
    commit(u"Later"_s, {{u"vs.yaml"_s, routes(70)}});
    const auto lines = historyOf(resource("VirtualService", "reviews"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(u"Later: "_s));
    QVERIFY(lines[1].startsWith(u"Change: "_s));
    QVERIFY(lines[2].startsWith(u"First: "_s));
}

void TestMeshHistory::followsSeveralFiles()
{
    commit(u"First"_s,
           {{u"base/a.yaml"_s, routes(90)}, {u"prod/a.yaml"_s, routes(50)}, {u"other.yaml"_s, service("b")}});
    commit(u"Base"_s, {{u"base/a.yaml"_s, routes(80)}});
    commit(u"Other"_s, {{u"other.yaml"_s, service("b", 81)}});
    commit(u"Prod"_s, {{u"prod/a.yaml"_s, routes(60)}});
    const auto lines = historyOf(resource("VirtualService", "reviews"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(u"Prod: "_s));
    QVERIFY(lines[1].startsWith(u"Base: "_s));
    auto only = resource("VirtualService", "reviews");
    only.paths = {"prod/a.yaml"};
    QCOMPARE(historyOf(only).size(), 2);
}

void TestMeshHistory::findsWhatIsGone()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}, {u"b.yaml"_s, service("b")}});
    commit(u"Away"_s, {{u"a.yaml"_s, {}}});
    const auto lines = historyOf(resource("VirtualService", "reviews"));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"Away: "_s));
}

void TestMeshHistory::followsAHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("ns");
    QTest::addColumn<int>("commits");
    QTest::newRow("short") << u"ratings"_s << QString() << 3;
    QTest::newRow("short, in its namespace") << u"ratings"_s << u"shop"_s << 3;
    QTest::newRow("short, in another namespace") << u"ratings"_s << u"elsewhere"_s << 0;
    QTest::newRow("with its namespace") << u"ratings.shop"_s << QString() << 3;
    QTest::newRow("in full") << u"ratings.shop.svc.cluster.local"_s << QString() << 3;
    QTest::newRow("covered by a wildcard") << u"api.example.com"_s << QString() << 1;
    QTest::newRow("a part of the name") << u"rating"_s << QString() << 0;
}

void TestMeshHistory::followsAHost()
{
    QFETCH(const QString, host);
    QFETCH(const QString, ns);
    QFETCH(const int, commits);
    commit(u"Service"_s, {{u"s.yaml"_s, service("ratings")}});
    commit(u"Reviews only"_s, {{u"a.yaml"_s, routes(90)}});
    commit(u"Route to it"_s, {{u"a.yaml"_s, routes(90, "ratings.shop.svc.cluster.local")}});
    commit(u"Port"_s, {{u"s.yaml"_s, service("ratings", 81)}});
    commit(u"External"_s,
           {{u"e.yaml"_s,
             "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: e, namespace: shop}\n"
             "spec: {hosts: [\"*.example.com\"], ports: [{number: 443, name: tls, protocol: TLS}]}\n"}});
    HistorySubject subject;
    subject.host = host.toStdString();
    subject.ns = ns.toStdString();
    QCOMPARE(historyOf(subject).size(), commits);
}

void TestMeshHistory::tellsOfTheWholeMesh()
{
    commit(u"First"_s, {{u"prod/a.yaml"_s, routes(90)}, {u"test/b.yaml"_s, service("b")}});
    commit(u"Text"_s, {{u"notes.txt"_s, "note\n"}});
    commit(u"Both"_s, {{u"prod/a.yaml"_s, routes(80)}, {u"test/b.yaml"_s, service("b", 81)}});
    commit(u"Test"_s, {{u"test/b.yaml"_s, service("b", 82)}});
    QCOMPARE(historyOf({}).size(), 3);
    HistorySubject subject;
    subject.paths = {"prod"};
    const auto lines = historyOf(subject);
    QCOMPARE(lines.size(), 2);
    QVERIFY(!lines[0].contains(u';'));
}

void TestMeshHistory::stopsAtTheLimit()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}});
    for (int i = 1; i < 6; ++i)
        commit(QString::number(i), {{u"a.yaml"_s, routes(90 - i)}});
    const auto lines = historyOf(resource("VirtualService", "reviews"), 2);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[1].startsWith(u"4: "_s));
    ParseCache cache;
    int count = 0;
    const auto ended = historyOfMeaning(m_repository->open(), resource("VirtualService", "reviews"), {}, cache,
                                        [&](const MeaningfulCommit&) { return ++count < 3; });
    QVERIFY(ended);
    QVERIFY(!ended->isComplete);
    QCOMPARE(count, 3);
}

void TestMeshHistory::canBeCancelled()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}});
    commit(u"Second"_s, {{u"a.yaml"_s, routes(80)}});
    ParseCache cache;
    std::stop_source source;
    int count = 0;
    const auto ended = historyOfMeaning(
        m_repository->open(), resource("VirtualService", "reviews"), {}, cache,
        [&](const MeaningfulCommit&) {
            ++count;
            return source.request_stop();
        },
        source.get_token());
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, "open.cancelled");
    QCOMPARE(count, 1);
}

void TestMeshHistory::survivesBrokenFiles()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}});
    commit(u"Broken"_s, {{u"a.yaml"_s, "reviews: [\n"}});
    commit(u"Mended"_s, {{u"a.yaml"_s, routes(80)}});
    QCOMPARE(historyOf(resource("VirtualService", "reviews")).size(), 3);
}

void TestMeshHistory::refusesUnknownResources()
{
    commit(u"First"_s, {{u"a.yaml"_s, routes(90)}});
    QCOMPARE(historyOf(resource("VirtualService", "nobody")), QStringList{u"history.noSuchResource"_s});
    QVERIFY(hasSentence("history.noSuchResource"));
    QCOMPARE(historyOf({}, 0).size(), 1);
}

QTEST_GUILESS_MAIN(TestMeshHistory)
#include "tst_meshhistory.moc"
