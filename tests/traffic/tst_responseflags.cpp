// SPDX-License-Identifier: Apache-2.0
// The table of response flags: complete, with sources, and what log lines find in it.
#include "models/traffic/responseflags.h"
#include "tests/traffic/rows.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest/QTest>

#include <set>

using namespace meshdraft::test;
using namespace meshdraft::traffic;

class TestResponseFlags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasItsSource();
    void everyMeaningOfTheEngineIsARow();
    void everyEndIsInTheTable_data();
    void everyEndIsInTheTable();
    void findsWhatALogSays_data();
    void findsWhatALogSays();
};

void TestResponseFlags::everyRowHasItsSource()
{
    std::set<std::string> meanings;
    for (const ResponseFlag& row : responseFlags()) {
        QVERIFY2(row.source.contains(": "), row.meaning.c_str());
        QVERIFY2(meanings.insert(row.meaning).second, row.meaning.c_str());
        QVERIFY2(!row.flag.empty() || !row.details.empty() || row.status != 0, row.meaning.c_str());
    }
    for (const char* flag : {"NC", "NR", "UH", "UO", "UF", "UC", "UT", "URX", "DI", "FI", "UAEX", "DC", "DT", "LH"})
        QVERIFY2(std::ranges::contains(responseFlags(), flag, &ResponseFlag::flag), flag);
}

void TestResponseFlags::everyMeaningOfTheEngineIsARow()
{
    static const QRegularExpression asked(QStringLiteral("(?:responseFlag|fail|failure)\\(\"(\\w+)\""));
    int count = 0;
    QDirIterator sources(QStringLiteral(MESHDRAFT_SOURCE_DIR "/models/traffic"), {QStringLiteral("*.cpp")},
                         QDir::Files);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = asked.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const std::string meaning = matches.next().captured(1).toStdString();
            QVERIFY2(std::ranges::contains(responseFlags(), meaning, &ResponseFlag::meaning), meaning.c_str());
            ++count;
        }
    }
    QVERIFY(count > 10);
}

/// One mesh and request for each flag that the engine gives.
void TestResponseFlags::everyEndIsInTheTable_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char* meaning, const std::string& yaml, const char* request) {
        QTest::newRow(meaning) << QString::fromStdString(yaml) << QString::fromUtf8(request)
                               << QString::fromUtf8(meaning);
    };
    row("noCluster", http({"route: [{destination: {host: nobody}}]"}), "web GET http://reviews/");
    row("noSubset", http({to("v9")}), "web GET http://reviews/");
    row("noEndpoints", http({to("v3")}), "web GET http://reviews/");
    row("noRoute", http({matchTo("uri: {exact: /a}", "v1")}), "web GET http://reviews/");
    row("blocked", meshConfig("outboundTrafficPolicy: {mode: REGISTRY_ONLY}"), "web GET http://www.example.com/");
    row("blackHole", meshConfig("outboundTrafficPolicy: {mode: REGISTRY_ONLY}"), "web tcp://www.example.com:5000");
    row("abort", http({"fault: {abort: {httpStatus: 500, percentage: {value: 100}}}, " + to("v1")}),
        "web GET http://reviews/");
    row("denied", authorization("d", "action: DENY, rules: [{}]"), "web GET http://reviews/");
    row("unauthenticated", requestAuthentication("j", "jwtRules: [{issuer: a}]"), "web GET http://reviews/ jwt=b|c");
    row("audience", requestAuthentication("j", "jwtRules: [{issuer: a, audiences: [x]}]"),
        "web GET http://reviews/ jwt=a|c aud=y");
    const std::string strict = peerAuthentication("shop", "default", "mtls: {mode: STRICT}");
    const auto tls = [](const std::string& mode) {
        return destinationRule("shop", "t",
                               "host: reviews.shop.svc.cluster.local, trafficPolicy: {tls: {mode: " + mode + "}}");
    };
    row("closedByServer", strict + tls("DISABLE"), "web GET http://reviews/");
    row("tlsFailure", strict + tls("SIMPLE"), "web GET http://reviews/");
    row("connectFailure", peerAuthentication("shop", "default", "mtls: {mode: DISABLE}") + tls("ISTIO_MUTUAL"),
        "web GET http://reviews/");
    row("directResponse", http({"directResponse: {status: 204}"}), "web GET http://reviews/");
    row("redirect", http({"redirect: {uri: /x}"}), "web GET http://reviews/");
}

void TestResponseFlags::everyEndIsInTheTable()
{
    QFETCH(QString, yaml);
    QFETCH(QString, request);
    QFETCH(QString, meaning);
    const Evaluator evaluator(
        std::make_shared<const meshdraft::mesh::effective::MeshView>(graphOf(baseMesh() + yaml.toStdString())));
    const Answer answer = evaluator.evaluate(requestOf(request.toStdString()));
    const Share& share = answer.shares.front();
    const ResponseFlag& row = responseFlag(meaning.toStdString());
    QCOMPARE(share.verdict, *row.verdict);
    const auto found = findResponseFlags(share.flag, share.status, share.details);
    QVERIFY2(std::ranges::contains(found, &row),
             qPrintable(printed(answer) + QLatin1Char(' ') + QString::fromStdString(share.details)));
}

void TestResponseFlags::findsWhatALogSays_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("details");
    QTest::addColumn<QString>("meanings");
    const auto row = [](const char* name, const char* flags, int status, const char* details, const char* meanings) {
        QTest::newRow(name) << QString::fromUtf8(flags) << status << QString::fromUtf8(details)
                            << QString::fromUtf8(meanings);
    };
    row("cluster missing", "NC", 503, "cluster_not_found", "noCluster noSubset");
    row("several flags", "UF,URX", 503, "upstream_reset_before_response_started{remote_connection_failure}",
        "connectFailure tlsFailure retriesUsedUp");
    row("policy", "-", 403, "rbac_access_denied_matched_policy[ns[shop]-policy[d]-rule[0]]", "denied");
    row("token", "-", 401, "jwt_authn_access_denied{Jwt_is_expired}", "unauthenticated");
    row("nothing known", "XX", 503, "", "");
    row("timeout", "UT", 504, "", "timeout");
}

void TestResponseFlags::findsWhatALogSays()
{
    QFETCH(QString, flags);
    QFETCH(int, status);
    QFETCH(QString, details);
    QFETCH(QString, meanings);
    QStringList found;
    for (const ResponseFlag* row : findResponseFlags(flags.toStdString(), status, details.toStdString()))
        found << QString::fromStdString(row->meaning);
    QCOMPARE(found.join(QLatin1Char(' ')), meanings);
}

QTEST_APPLESS_MAIN(TestResponseFlags)
#include "tst_responseflags.moc"
