// SPDX-License-Identifier: Apache-2.0
// The review workflows of packaging/ci: their shell lines run as a runner runs them; the comments go to a server of
// this machine that keeps them as the platforms do.
#include "tests/app/snippetrun.h"
#include "tests/git/testrepository.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray meshTo(const QByteArray& subset)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}\n---\n"
           "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}\n"
           "---\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
           "metadata: {name: reviews, namespace: shop}\n"
           "spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: "
        + subset + "}}]}]}\n";
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The shell lines of a GitHub job; what the platform would put in place of ${{ }} must stand in `env` only.
QStringList runLinesOf(const YAML::Node& job)
{
    QStringList lines;
    for (const YAML::Node& step : job["steps"]) {
        if (!step["run"])
            continue;
        lines << QString::fromStdString(step["run"].as<std::string>());
        if (lines.back().contains(u"${{"_s))
            QTest::qFail("an expression in a script", __FILE__, __LINE__);
    }
    return lines;
}

QStringList scriptOf(const YAML::Node& job)
{
    QStringList lines;
    for (const YAML::Node& line : job["script"])
        lines << QString::fromStdString(line.as<std::string>());
    return lines;
}

/// The comments of a merge request.
class CommentServer {
public:
    CommentServer()
    {
        setComments({});
        m_process.start(u"python3"_s,
                        {QStringLiteral(MESHDRAFT_SOURCE_DIR "/tests/app/commentserver.py"), comments(),
                         m_directory.filePath(u"log"_s)});
        if (m_process.waitForStarted() && m_process.waitForReadyRead())
            m_address = u"http://127.0.0.1:%1"_s.arg(m_process.readLine().trimmed().toInt());
    }
    ~CommentServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    CommentServer(const CommentServer&) = delete;
    CommentServer& operator=(const CommentServer&) = delete;

    QString address() const { return m_address; }
    QStringList bodies() const
    {
        QStringList bodies;
        for (const QJsonValue& comment : QJsonDocument::fromJson(contentOf(comments())).array())
            bodies << comment[u"body"].toString();
        return bodies;
    }
    void setComments(const QJsonArray& list) const
    {
        QFile file(comments());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(list).toJson());
    }
    /// "POST /path" of every request that changes something.
    QStringList writes() const
    {
        QStringList writes;
        for (const QByteArray& line : contentOf(m_directory.filePath(u"log"_s)).split('\n')) {
            const QJsonObject request = QJsonDocument::fromJson(line).object();
            const QString method = request[u"method"].toString();
            if (!method.isEmpty() && method != "GET"_L1)
                writes << method + u' ' + request[u"path"].toString();
        }
        return writes;
    }

private:
    QString comments() const { return m_directory.filePath(u"comments.json"_s); }

    QTemporaryDir m_directory;
    QProcess m_process;
    QString m_address;
};

QJsonObject comment(int id, const QString& body, const QString& type, int author)
{
    return {{u"id"_s, id},
            {u"body"_s, body},
            {u"user"_s, QJsonObject{{u"type"_s, type}}},
            {u"author"_s, QJsonObject{{u"id"_s, author}}}};
}

const QString marker = u"<!-- meshdraft-review -->"_s;

} // namespace

class TestReviewSnippets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void github();
    void githubMayDoLittle();
    void gitlab();
    void longReviewsAreShortened();

private:
    QString revision(const QString& name) const { return QString::fromUtf8(m_repository->git({u"rev-parse"_s, name})); }
    void commit(const QByteArray& subset) const
    {
        m_repository->write(u"mesh.yaml"_s, meshTo(subset));
        m_repository->git({u"commit"_s, u"-qam"_s, u"to "_s + QString::fromUtf8(subset)});
    }
    QMap<QString, QString> githubVariables(const CommentServer& server) const
    {
        return {{u"BASE"_s, revision(u"main"_s)},
                {u"HEAD"_s, revision(u"feature"_s)},
                {u"NUMBER"_s, u"5"_s},
                {u"GITHUB_TOKEN"_s, u"secret"_s},
                {u"GITHUB_API_URL"_s, server.address()},
                {u"GITHUB_REPOSITORY"_s, u"acorn/shop"_s},
                {u"GITHUB_STEP_SUMMARY"_s, m_repository->path(u".git/summary.md"_s)}};
    }

    git::GitSandbox m_sandbox;
    std::unique_ptr<git::TestRepository> m_repository;
};

void TestReviewSnippets::init()
{
    m_sandbox.resetGlobalConfig();
    m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty);
    m_repository->write(u"mesh.yaml"_s, meshTo("v1"));
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"mesh"_s});
    m_repository->git({u"checkout"_s, u"-qb"_s, u"feature"_s});
    commit("v2");
}

void TestReviewSnippets::github()
{
    const YAML::Node jobs = snippet("github-review.yml")["jobs"];
    const QStringList review = runLinesOf(jobs["review"]);
    const QStringList post = runLinesOf(jobs["comment"]);
    QCOMPARE(post.size(), 1);
    const CommentServer server;
    QVERIFY(!server.address().isEmpty());
    // people write, and one of them the marker: theirs are left alone
    server.setComments({comment(1, u"Looks good."_s, u"User"_s, 3), comment(2, marker, u"User"_s, 3)});

    const Outcome first = runLines(review + post, m_repository->path(), githubVariables(server));
    QVERIFY2(first.exitCode == 0, qPrintable(first.output));
    QCOMPARE(server.writes(), QStringList{u"POST /repos/acorn/shop/issues/5/comments"_s});
    QCOMPARE(server.bodies().size(), 3);
    QCOMPARE(server.bodies()[1], marker);
    const QByteArray markdown = contentOf(m_repository->path(u"review/review.md"_s));
    QVERIFY(markdown.contains("VirtualService shop/reviews"));
    QCOMPARE(server.bodies()[2], marker + u'\n' + QString::fromUtf8(markdown));
    QCOMPARE(contentOf(m_repository->path(u".git/summary.md"_s)), markdown);
    QVERIFY(contentOf(m_repository->path(u"review/review.html"_s)).startsWith("<!DOCTYPE html>"));
    for (const QString& file : {u"review/review.sarif"_s, u"review/findings.sarif"_s}) {
        const auto report = QJsonDocument::fromJson(contentOf(m_repository->path(file)));
        QCOMPARE(report[u"version"_s].toString(), u"2.1.0"_s);
    }

    // the author takes it back: the same comment says so
    commit("v1");
    const Outcome second = runLines(review + post, m_repository->path(), githubVariables(server));
    QVERIFY2(second.exitCode == 0, qPrintable(second.output));
    QCOMPARE(server.writes().sliced(1), QStringList{u"PATCH /repos/acorn/shop/issues/comments/3"_s});
    QCOMPARE(server.bodies().size(), 3);
    QVERIFY2(server.bodies()[2].contains(u"No change in meaning"_s), qPrintable(server.bodies()[2]));

    // what the platform refuses fails the job
    auto wrong = githubVariables(server);
    wrong[u"GITHUB_TOKEN"_s] = u"other"_s;
    const Outcome refused = runLines(post, m_repository->path(), wrong);
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.output.contains(u"401"_s), qPrintable(refused.output));
    QCOMPARE(server.writes().size(), 2);
}

void TestReviewSnippets::githubMayDoLittle()
{
    const YAML::Node workflow = snippet("github-review.yml");
    QVERIFY(workflow["on"]["pull_request"]);
    QCOMPARE(workflow["permissions"].size(), std::size_t(0));
    const auto permissions = [&](const char* job) {
        QStringList list;
        for (const auto& each : workflow["jobs"][job]["permissions"])
            list << QString::fromStdString(each.first.as<std::string>() + ": " + each.second.as<std::string>());
        return list;
    };
    QCOMPARE(permissions("review"), QStringList{u"contents: read"_s});
    QCOMPARE(permissions("comment"), QStringList{u"pull-requests: write"_s});
    QCOMPARE(permissions("code-scanning"),
             (QStringList{u"actions: read"_s, u"contents: read"_s, u"security-events: write"_s}));
    const YAML::Node checkout = workflow["jobs"]["review"]["steps"][0];
    QCOMPARE(checkout["with"]["fetch-depth"].as<int>(), 0);
    QVERIFY(!checkout["with"]["persist-credentials"].as<bool>());
    // what may write never has the author's files
    for (const char* job : {"comment", "code-scanning"}) {
        for (const YAML::Node& step : workflow["jobs"][job]["steps"])
            QVERIFY(!step["uses"] || !QString::fromStdString(step["uses"].as<std::string>()).contains(u"checkout"_s));
    }
}

void TestReviewSnippets::gitlab()
{
    const YAML::Node file = snippet("gitlab-review.yml");
    QCOMPARE(file["mesh-review"]["variables"]["GIT_DEPTH"].as<int>(), 0);
    QCOMPARE(file["mesh-review-note"]["variables"]["GIT_STRATEGY"].as<std::string>(), std::string("none"));
    const QStringList review = scriptOf(file["mesh-review"]);
    const QStringList post = scriptOf(file["mesh-review-note"]);
    const CommentServer server;
    QVERIFY(!server.address().isEmpty());
    // more than a page of notes; somebody else writes the marker
    QJsonArray notes;
    for (int i = 1; i <= 101; ++i)
        notes.append(comment(i, i == 50 ? marker : u"A note."_s, u"User"_s, 3));
    server.setComments(notes);
    const auto variables = [&] {
        return QMap<QString, QString>{{u"CI_MERGE_REQUEST_DIFF_BASE_SHA"_s, revision(u"main"_s)},
                                      {u"CI_COMMIT_SHA"_s, revision(u"feature"_s)},
                                      {u"CI_API_V4_URL"_s, server.address()},
                                      {u"CI_PROJECT_ID"_s, u"12"_s},
                                      {u"CI_MERGE_REQUEST_IID"_s, u"5"_s},
                                      {u"MESHDRAFT_TOKEN"_s, u"secret"_s}};
    };
    const Outcome first = runLines(review + post, m_repository->path(), variables());
    QVERIFY2(first.exitCode == 0, qPrintable(first.output));
    QCOMPARE(server.writes(), QStringList{u"POST /projects/12/merge_requests/5/notes"_s});
    QVERIFY(server.bodies().back().startsWith(marker + u'\n'));
    QVERIFY(server.bodies().back().contains(u"VirtualService shop/reviews"_s));
    QCOMPARE(file["mesh-review"]["artifacts"]["paths"][0].as<std::string>(), std::string("review/"));
    QVERIFY(QFile::exists(m_repository->path(u"review/review.html"_s)));

    commit("v1");
    const Outcome second = runLines(review + post, m_repository->path(), variables());
    QVERIFY2(second.exitCode == 0, qPrintable(second.output));
    QCOMPARE(server.writes().sliced(1), QStringList{u"PUT /projects/12/merge_requests/5/notes/102"_s});
    QCOMPARE(server.bodies().size(), 102);
    QVERIFY(server.bodies().back().contains(u"No change in meaning"_s));
}

void TestReviewSnippets::longReviewsAreShortened()
{
    const CommentServer server;
    m_repository->write(u"review/review.md"_s, QByteArray("- a line of a long review\n").repeated(4000));
    const Outcome outcome = runLines(runLinesOf(snippet("github-review.yml")["jobs"]["comment"]), m_repository->path(),
                                     githubVariables(server));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.output));
    const QString body = server.bodies().value(0);
    QVERIFY(body.size() < 65536);
    QVERIFY(body.startsWith(marker + u"\n_Shortened"_s));
    QVERIFY(body.endsWith(u"review"_s));
}

QTEST_GUILESS_MAIN(TestReviewSnippets)
#include "tst_reviewsnippets.moc"
