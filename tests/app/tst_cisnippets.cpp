// SPDX-License-Identifier: Apache-2.0
// The snippets of packaging/ci: their shell lines run as a runner runs them, on a mesh that is well and on a broken
// one.
#include "tests/app/snippetrun.h"
#include "tests/git/testrepository.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray service = R"(apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec:
  selector: {app: reviews}
  ports: [{name: http, port: 80}]
)";

QByteArray routeTo(const QByteArray& host)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n  - route:\n    - destination: {host: "
        + host + "}\n";
}

} // namespace

class TestCiSnippets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void githubActions();
    void gitlab();
    void preCommitSeesWhatIsStaged();

private:
    void breakMesh() const { m_repository->write(u"mesh/route.yaml"_s, routeTo("nobody")); }
    /// The results of the report that was written.
    QJsonArray results() const
    {
        QFile file(m_repository->path() + u"/meshdraft.sarif"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll())[u"runs"_s][0][u"results"_s].toArray();
    }

    std::unique_ptr<git::TestRepository> m_repository;
};

void TestCiSnippets::init()
{
    m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty);
    m_repository->write(u"mesh/service.yaml"_s, service);
    m_repository->write(u"mesh/route.yaml"_s, routeTo("reviews"));
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"mesh"_s});
}

void TestCiSnippets::githubActions()
{
    QStringList lines;
    for (const YAML::Node& step : snippet("github-actions.yml")["jobs"]["findings"]["steps"]) {
        if (step["run"])
            lines << QString::fromStdString(step["run"].as<std::string>());
    }
    QCOMPARE(lines.size(), 3);
    const Outcome well = runLines(lines, m_repository->path());
    QVERIFY2(well.exitCode == 0, qPrintable(well.output));
    QVERIFY(!well.output.contains(u"::error"_s));
    breakMesh();
    const Outcome broken = runLines(lines, m_repository->path());
    QCOMPARE(broken.exitCode, 1);
    QVERIFY2(broken.output.contains(u"::error file=mesh/route.yaml,line=8"_s), qPrintable(broken.output));
    QVERIFY(!results().isEmpty());
}

void TestCiSnippets::gitlab()
{
    const YAML::Node job = snippet("gitlab-ci.yml")["mesh-findings"];
    QStringList lines;
    for (const YAML::Node& line : job["script"])
        lines << QString::fromStdString(line.as<std::string>());
    QVERIFY(!lines.isEmpty());
    QCOMPARE(job["artifacts"]["paths"][0].as<std::string>(), std::string("meshdraft.sarif"));
    const Outcome well = runLines(lines, m_repository->path());
    QVERIFY2(well.exitCode == 0, qPrintable(well.output));
    breakMesh();
    const Outcome broken = runLines(lines, m_repository->path());
    QCOMPARE(broken.exitCode, 1);
    QVERIFY2(broken.output.contains(u"mesh/route.yaml:8"_s), qPrintable(broken.output));
    QVERIFY(!results().isEmpty());
}

void TestCiSnippets::preCommitSeesWhatIsStaged()
{
    const YAML::Node hook = snippet("pre-commit-config.yaml")["repos"][0]["hooks"][0];
    const QStringList line{QString::fromStdString(hook["entry"].as<std::string>())};
    QVERIFY(!hook["pass_filenames"].as<bool>());
    QCOMPARE(runLines(line, m_repository->path()).exitCode, 0);
    // not staged: not what is committed
    breakMesh();
    QCOMPARE(runLines(line, m_repository->path()).exitCode, 0);
    m_repository->git({u"add"_s, u"-A"_s});
    const Outcome broken = runLines(line, m_repository->path());
    QCOMPARE(broken.exitCode, 1);
    QVERIFY2(broken.output.contains(u"IST0101"_s), qPrintable(broken.output));
}

QTEST_GUILESS_MAIN(TestCiSnippets)
#include "tst_cisnippets.moc"
