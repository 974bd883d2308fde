// SPDX-License-Identifier: Apache-2.0
// Requests followed from the caller to the workloads.
#include "models/traffic/evaluate.h"

#include "tests/mesh/effectivetexts.h"

#include <QtTest/QTest>

#include <cmath>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

/// Two namespaces with sidecars: web calls reviews, which has two versions.
std::string shop()
{
    using namespace test;
    return namespaceObject("shop", "istio-injection: enabled") + namespaceObject("legacy")
        + deployment("shop", "web", "", "", "serviceAccountName: web")
        + document("apps/v1", "Deployment", "shop", "reviews-v1", {},
                   "template: {metadata: {labels: {app: reviews, version: v1}}, spec: {}}")
        + document("apps/v1", "Deployment", "shop", "reviews-v2", {},
                   "template: {metadata: {labels: {app: reviews, version: v2}}, spec: {}}")
        + deployment("legacy", "jobs")
        + exportedService("shop", "reviews", {}, "selector: {app: reviews}, ports: [{port: 80, name: http}]")
        + destinationRule("shop", "reviews",
                          "host: reviews, subsets: [{name: v1, labels: {version: v1}}, "
                          "{name: v2, labels: {version: v2}}, {name: v3, labels: {version: v3}}]");
}

std::string virtualService(const std::string& spec)
{
    return test::document("networking.istio.io/v1", "VirtualService", "shop", "reviews", {}, spec);
}

std::string authorization(const std::string& name, const std::string& spec)
{
    return test::document("security.istio.io/v1", "AuthorizationPolicy", "shop", name, {}, spec);
}

Answer ask(const std::string& yaml, const Request& request)
{
    return Evaluator(std::make_shared<const mesh::effective::MeshView>(test::graphOf(yaml))).evaluate(request);
}

Request fromWeb(const std::string& path = "/")
{
    Request request;
    request.from = {Origin::Kind::Workload, "shop", "web", {}};
    request.host = "reviews";
    request.path = path;
    return request;
}

/// "routed v1=90 v2=10", "denied 403 -=100"
QString printed(const Answer& answer)
{
    QString text = QString::fromUtf8(verdictName(answer.verdict));
    for (const Share& share : answer.shares) {
        if (!share.flag.empty())
            text += QLatin1Char(' ') + QString::fromStdString(share.flag);
        if (share.status != 0)
            text += QLatin1Char(' ') + QString::number(share.status);
        text += QLatin1Char(' ') + (share.subset.empty() ? QStringLiteral("-") : QString::fromStdString(share.subset))
            + QLatin1Char('=') + QString::number(share.percent);
    }
    return text;
}

} // namespace

class TestEvaluate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAsWritten_data();
    void endsAsWritten();
    void dependsOnWhoIsOlder();
};

void TestEvaluate::endsAsWritten_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const std::string& yaml, const char* wanted) {
        QTest::newRow(name) << QString::fromStdString(yaml) << QString::fromUtf8(wanted);
    };
    row("no route of its own", {}, "routed -=100");
    row("weights",
        virtualService("hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: v1}, weight: 90}, "
                       "{destination: {host: reviews, subset: v2}, weight: 10}]}]"),
        "routed v1=90 v2=10");
    row("a missing subset is NC 503",
        virtualService("hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: v9}}]}]"),
        "no_subset NC 503 v9=100");
    row("a subset without workloads is UH 503",
        virtualService("hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: v3}}]}]"),
        "no_endpoints UH 503 v3=100");
    row("no route matches",
        virtualService("hosts: [reviews], http: [{match: [{uri: {prefix: /api}}], "
                       "route: [{destination: {host: reviews}}]}]"),
        "no_route NR 404 -=100");
    row("an ALLOW for others denies", authorization("a", "rules: [{from: [{source: {principals: [x/ns/y/sa/z]}}]}]"),
        "denied 403 -=100");
    row("an ALLOW for the caller",
        authorization("a", "rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]"),
        "routed -=100");
    row("DENY goes before ALLOW",
        authorization("a", "rules: [{}]")
            + authorization("b", "action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]"),
        "denied 403 -=100");
    row("half aborted",
        virtualService("hosts: [reviews], http: [{fault: {abort: {httpStatus: 418, percentage: {value: 50}}}, "
                       "route: [{destination: {host: reviews}}]}]"),
        "mixed FI 418 -=50 -=50");
    row("plaintext into STRICT",
        test::peerAuthentication("shop", "default", "mtls: {mode: STRICT}")
            + test::destinationRule("shop", "plain",
                                    "host: reviews.shop.svc.cluster.local, trafficPolicy: {tls: {mode: DISABLE}}"),
        "tls_mismatch UC 503 -=100");
}

void TestEvaluate::endsAsWritten()
{
    QFETCH(QString, yaml);
    QFETCH(QString, wanted);
    const Answer answer = ask(shop() + yaml.toStdString(), fromWeb());
    QCOMPARE(printed(answer), wanted);
    double sum = 0;
    for (const Share& share : answer.shares)
        sum += share.percent;
    QVERIFY(std::abs(sum - 100.0) < 1e-9);
}

void TestEvaluate::dependsOnWhoIsOlder()
{
    const std::string two =
        test::document("networking.istio.io/v1", "VirtualService", "shop", "one", {},
                       "hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: v1}}]}]")
        + test::document("networking.istio.io/v1", "VirtualService", "shop", "two", {},
                         "hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: v2}}]}]");
    const Answer answer = ask(shop() + two, fromWeb());
    QVERIFY(answer.dependsOnCreationOrder());
    QCOMPARE(printed(answer), QStringLiteral("routed v1=100"));
    QCOMPARE(printed(answer.otherwise.front()), QStringLiteral("routed v2=100"));
    QCOMPARE(answer.tied.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
