// SPDX-License-Identifier: Apache-2.0
// The requests that stand for all requests to a host.
#include "models/traffic/requestset.h"

#include "tests/traffic/richmesh.h"

#include <QtTest/QTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

const std::string reviews = "reviews.shop.svc.cluster.local";

using Holds = std::function<bool(const Request&)>;

bool hasHeader(const Request& request, const std::string& name, const std::string& value)
{
    const auto found = request.headers.find(name);
    return found != request.headers.end() && found->second == value;
}

} // namespace

Q_DECLARE_METATYPE(Holds)

class TestRequestSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_mesh = test::evaluatorOf(test::richMesh()); }
    void hasBothSidesOfEveryBoundary_data();
    void hasBothSidesOfEveryBoundary();
    void takesEveryRoute();
    void callersThatFareAlikeStandOnce();
    void isSortedAndEachOnce();
    void onlyTheNamespacesAskedFor();
    void hostsAreThoseOfServicesAndRoutes();

private:
    std::shared_ptr<const Evaluator> m_mesh;
};

void TestRequestSet::hasBothSidesOfEveryBoundary_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<Holds>("holds");
    const auto row = [](const char* name, const std::string& host, Holds holds) {
        QTest::newRow(name) << QString::fromStdString(host) << std::move(holds);
    };
    row("header met", reviews, [](const Request& one) { return hasHeader(one, "x-preview", "yes"); });
    row("header with another value", reviews,
        [](const Request& one) { return one.headers.contains("x-preview") && !hasHeader(one, "x-preview", "yes"); });
    row("no header at all", reviews, [](const Request& one) { return one.headers.empty(); });
    row("prefix", reviews, [](const Request& one) { return one.path == "/api/v2" && one.method == "GET"; });
    row("prefix and more", reviews, [](const Request& one) { return one.path == "/api/v2x"; });
    row("just not the prefix", reviews, [](const Request& one) { return one.path == "/api/v"; });
    row("another method", reviews, [](const Request& one) { return one.path == "/api/v2" && one.method != "GET"; });
    row("query", reviews, [](const Request& one) { return one.query.contains("lang"); });
    row("regular expression", reviews,
        [](const Request& one) { return one.headers.contains("x-user") && !one.headers.contains("x-stable"); });
    row("what a match leaves out", reviews,
        [](const Request& one) { return one.headers.contains("x-user") && one.headers.contains("x-stable"); });
    row("another case", reviews, [](const Request& one) { return one.path == "/LEGACY"; });
    row("from a namespace that a match names", reviews, [](const Request& one) { return one.from.ns == "jobs"; });
    row("from labels that a match names", reviews, [](const Request& one) { return one.from.name == "web"; });
    row("from outside", reviews, [](const Request& one) { return one.from.kind == Origin::Kind::Outside; });
    const std::string payments = "payments.pay.svc.cluster.local";
    row("second port", payments, [](const Request& one) { return one.port == 9000; });
    row("token", payments,
        [](const Request& one) { return one.token && one.token->issuer == "https://two.example.com"; });
    row("no token", payments, [](const Request& one) { return !one.token && one.path.starts_with("/pay"); });
    row("invalid token", payments, [](const Request& one) { return one.token && !one.token->isValid; });
    row("unknown issuer", payments,
        [](const Request& one) { return one.token && !one.token->issuer.ends_with("example.com"); });
    row("claim", payments, [](const Request& one) { return one.token && one.token->claims.contains("group"); });
    row("token without the claim", payments, [](const Request& one) {
        return one.token && one.path.starts_with("/pay") && !one.token->claims.contains("group");
    });
    row("TCP", "ledger.pay.svc.cluster.local", [](const Request& one) { return one.protocol == Protocol::Tcp; });
    row("gateway", "shop.example.com", [](const Request& one) { return one.from.kind == Origin::Kind::Gateway; });
    row("gateway that ends TLS", "secure.example.com",
        [](const Request& one) { return one.tls == CallerTls::Tls && one.port == 443; });
    row("TLS by its server name", "ledger.example.com",
        [](const Request& one) { return one.sni == "ledger.example.com" && one.port == 8443; });
    row("wildcard", "*.preview.example.com",
        [](const Request& one) { return one.host.ends_with(".preview.example.com"); });
    row("Gateway API", "app.gw.example.com",
        [](const Request& one) { return one.from.name == "k8s" && one.path == "/v2"; });
}

void TestRequestSet::hasBothSidesOfEveryBoundary()
{
    QFETCH(QString, host);
    QFETCH(Holds, holds);
    const auto requests = representativeRequests(*m_mesh, host.toStdString());
    QVERIFY(std::ranges::any_of(requests, holds, &RepresentativeRequest::request));
}

void TestRequestSet::takesEveryRoute()
{
    std::set<std::string> routes;
    for (const RepresentativeRequest& one : representativeRequests(*m_mesh, reviews))
        routes.insert(m_mesh->evaluate(one.request).route);
    for (const char* route : {"preview", "api", "german", "beta", "legacy", "batch", "front", "everyone"})
        QVERIFY2(routes.contains(route), route);
}

void TestRequestSet::callersThatFareAlikeStandOnce()
{
    // each caller either asks or stands beside one that does, and fares as that one
    std::set<Origin> asking;
    for (const RepresentativeRequest& one : representativeRequests(*m_mesh, reviews)) {
        asking.insert(one.request.from);
        const Answer answer = m_mesh->evaluate(one.request);
        for (const Origin& other : one.alike) {
            QVERIFY(other != one.request.from);
            Request request = one.request;
            request.from = other;
            QVERIFY2(sameFate(answer, m_mesh->evaluate(request)), other.name.c_str());
        }
    }
    QVERIFY(asking.size() < 11);
}

void TestRequestSet::isSortedAndEachOnce()
{
    for (const std::string& host : requestHosts(*m_mesh)) {
        const auto requests = representativeRequests(*m_mesh, host);
        for (std::size_t i = 1; i < requests.size(); ++i)
            QVERIFY(requests[i - 1].request < requests[i].request);
    }
}

void TestRequestSet::onlyTheNamespacesAskedFor()
{
    const auto requests = representativeRequests(*m_mesh, reviews, {"jobs"});
    QVERIFY(!requests.empty());
    for (const RepresentativeRequest& one : requests)
        QCOMPARE(QString::fromStdString(one.request.from.ns), QStringLiteral("jobs"));
}

void TestRequestSet::hostsAreThoseOfServicesAndRoutes()
{
    const std::vector<std::string> hosts = requestHosts(*m_mesh);
    QVERIFY(std::ranges::is_sorted(hosts));
    for (const char* host : {"api.partner.com", "app.gw.example.com", "reviews.shop.svc.cluster.local",
                             "shop.example.com", "*.preview.example.com"})
        QVERIFY2(std::ranges::contains(hosts, host), host);
}

QTEST_GUILESS_MAIN(TestRequestSet)
#include "tst_requestset.moc"
