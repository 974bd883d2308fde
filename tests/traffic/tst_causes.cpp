// SPDX-License-Identifier: Apache-2.0
// From what an access log shows to the line that causes it, in the broken branches of the sample.
#include "models/traffic/causes.h"
#include "models/traffic/flagcauses.h"

#include "tests/traffic/samplemesh.h"

#include <QRegularExpression>
#include <QtTest/QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

/// "cluster.noSubset VirtualService reviews base/shop/reviews-vs.yaml:38"
QString printed(const Evaluator& mesh, const Cause& cause)
{
    std::string line = cause.code;
    if (!cause.elements.empty()) {
        const mesh::ElementRef& element = cause.elements.front();
        const mesh::Resource& resource = mesh.view().at(mesh.view().graph().find(element));
        const source::NodeRef node = element.field.resolve(resource.rootNode());
        const Location where = resource.locate(node.isValid() ? node.id() : source::noNode);
        line += " " + element.key.kind + " " + element.key.name + " " + where.path + ":" + std::to_string(where.line);
    }
    return text(line);
}

/// A line in Istio's text format, from the client's proxy.
std::string logLine(const char* method, const char* path, const char* status, const char* details,
                    const char* authority, const char* cluster, const char* local, const char* sni = "-",
                    const char* route = "default")
{
    return std::string("[2026-05-20T10:00:00.000Z] \"") + method + " " + path + " HTTP/1.1\" " + status + " " + details
        + " - \"-\" 0 0 1 - \"-\" \"x/1\" \"8d1f\" \"" + authority + "\" \"-\" " + cluster + " - " + local
        + " 10.42.1.5:41000 " + sni + " " + route;
}

} // namespace

class TestCauses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRightCauseComesFirst_data();
    void theRightCauseComesFirst();
    void everyBrokenBranchIsTested();
    void aCallerNarrowsTheSearch();
    void aWholeMeshHasGeneralCausesOnly();
    void everyFlagHasASource();

private:
    test::SampleMesh m_sample;
    QStringList m_tested;
};

void TestCauses::theRightCauseComesFirst_data()
{
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("flag"); // seen beside a curl command
    QTest::addColumn<QString>("wanted");
    const auto row = [&](const char* branch, const std::string& curl, const char* flag, const std::string& line,
                         const char* wanted) {
        const QString name = QStringLiteral("broken/") + QLatin1String(branch);
        m_tested.append(name);
        QTest::addRow("%s by curl", branch)
            << name << text(curl) << QString::fromUtf8(flag) << QString::fromUtf8(wanted);
        QTest::addRow("%s by log", branch) << name << text(line) << QString() << QString::fromUtf8(wanted);
    };
    const std::string inShop = "kubectl exec -n shop deploy/storefront -- curl ";
    row("missing-subset", inShop + "http://reviews/7", "",
        logLine("GET", "/7", "503 NC", "cluster_not_found", "reviews", "outbound|80|v2|reviews.shop.svc.cluster.local",
                "10.96.0.3:80"),
        "cluster.noSubset VirtualService reviews base/shop/reviews-vs.yaml:37");
    row("no-route", "curl https://shop.acorn.example/seeds", "",
        logLine("GET", "/seeds", "404 NR", "route_not_found", "shop.acorn.example", "-", "10.42.9.9:8443",
                "shop.acorn.example", "-"),
        "route.none VirtualService storefront base/shop/storefront-vs.yaml:13");
    row("no-endpoints", inShop + "http://cart.shop/", "",
        logLine("GET", "/", "503 UH", "no_healthy_upstream", "cart.shop", "outbound|80||cart.shop.svc.cluster.local",
                "10.96.0.4:80"),
        "endpoints.none Service cart base/shop/cart.yaml:7");
    row("plain-text", inShop + "-X POST http://cart/items", "",
        logLine("POST", "/items", "503 UC", "upstream_reset_before_response_started{connection_termination}", "cart",
                "outbound|80||cart.shop.svc.cluster.local", "10.96.0.4:80"),
        "inbound.strict DestinationRule cart base/shop/cart-dr.yaml:9");
    row("no-proxy", "kubectl exec -n shop deploy/reviews-v1 -- curl http://ratings/7", "",
        logLine("GET", "/7", "503 UF", "upstream_reset_before_response_started{connection_failure}", "ratings",
                "outbound|80||ratings.shop.svc.cluster.local", "10.96.0.5:80"),
        "server.mtlsWithoutProxy DestinationRule ratings base/shop/ratings-dr.yaml:10");
    row("denied", inShop + "http://cart/", "",
        logLine("GET", "/", "403 -", "rbac_access_denied_matched_policy[none]", "cart", "inbound|8080||",
                "10.42.3.3:8080", "outbound_.80_._.cart.shop.svc.cluster.local"),
        "authz.notAllowed AuthorizationPolicy cart-callers base/shop/callers-authz.yaml:67");
    row("token-issuer",
        "curl https://shop.acorn.example/api/orders -H 'Authorization: Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9."
        "eyJpc3MiOiJodHRwczovL2xvZ2luLmFjb3JuLmV4YW1wbGUiLCJzdWIiOiJhZGEiLCJhdWQiOlsic2hvcCIsIndlYiJdfQ.c2ln'",
        "",
        logLine("GET", "/api/orders", "401 -", "jwt_authn_access_denied{Jwt_issuer_is_not_configured}",
                "shop.acorn.example", "inbound|8080||", "10.42.3.4:8080",
                "outbound_.80_._.checkout.orders.svc.cluster.local"),
        "jwt.unknownIssuer RequestAuthentication customer-jwt base/orders/customer-jwt.yaml:3");
    row("blocked", "kubectl exec -n orders deploy/checkout -- curl -d x=1 http://api.payments.example/charge", "",
        logLine("POST", "/charge", "502 -", "direct_response", "api.payments.example", "-", "203.0.113.9:80", "-",
                "block_all"),
        "import.notListed Sidecar default base/orders/sidecar.yaml:8");
    row("fault", "kubectl exec -n shop deploy/reviews-v2 -- curl http://ratings/7", "",
        logLine("GET", "/7", "500 FI", "fault_filter_abort", "ratings", "outbound|80||ratings.shop.svc.cluster.local",
                "10.96.0.5:80"),
        "route.abort VirtualService ratings base/shop/ratings-vs.yaml:21");
    row("delay", "kubectl exec -n shop deploy/reviews-v2 -- curl http://ratings/7", "DI",
        logLine("GET", "/7", "200 DI", "via_upstream", "ratings", "outbound|80||ratings.shop.svc.cluster.local",
                "10.96.0.5:80"),
        "route.delay VirtualService ratings base/shop/ratings-vs.yaml:14");
    row("timeout", inShop + "http://reviews/7", "UT",
        logLine("GET", "/7", "504 UT", "upstream_response_timeout", "reviews",
                "outbound|80|v1|reviews.shop.svc.cluster.local", "10.96.0.3:80"),
        "cause.timeout VirtualService reviews base/shop/reviews-vs.yaml:27");
    row("pool", inShop + "http://cart/", "UO",
        logLine("GET", "/", "503 UO", "upstream_reset_before_response_started{overflow}", "cart",
                "outbound|80||cart.shop.svc.cluster.local", "10.96.0.4:80"),
        "cause.poolLimit DestinationRule cart base/shop/cart-dr.yaml:15");
    row("retries", inShop + "http://catalog/7", "URX",
        logLine("GET", "/7", "503 URX", "upstream_reset_before_response_started{connection_failure}", "catalog",
                "outbound|80|v1|catalog.shop.svc.cluster.local", "10.96.0.6:80"),
        "cause.retries VirtualService catalog base/shop/catalog-vs.yaml:11");
    row("authorizer", "curl -d order=1 https://shop.acorn.example/api/orders", "UAEX",
        logLine("POST", "/api/orders", "403 UAEX", "ext_authz_denied", "shop.acorn.example", "inbound|8080||",
                "10.42.3.4:8080", "outbound_.80_._.checkout.orders.svc.cluster.local"),
        "authz.custom AuthorizationPolicy fraud-check base/orders/fraud-check-authz.yaml:15");
}

void TestCauses::theRightCauseComesFirst()
{
    QFETCH(QString, branch);
    QFETCH(QString, pasted);
    QFETCH(QString, flag);
    QFETCH(QString, wanted);
    const Evaluator mesh(m_sample.view(branch));
    const auto read = parsePasted(pasted.toStdString());
    QVERIFY2(read, read ? "" : read.error().code.c_str());
    Symptom symptom = symptomOf(*read);
    if (!flag.isEmpty())
        symptom.flags = {flag.toStdString()};
    const std::vector<Cause> causes = causesOf(mesh, symptom);
    QVERIFY(!causes.empty());
    QStringList all;
    for (const Cause& cause : causes)
        all.append(printed(mesh, cause));
    QVERIFY2(all.front() == wanted, qPrintable(all.join(QLatin1Char('\n'))));
}

void TestCauses::everyBrokenBranchIsTested()
{
    if (m_tested.isEmpty())
        QSKIP("needs theRightCauseComesFirst");
    QStringList broken = m_sample.branches().filter(QRegularExpression(QStringLiteral("^broken/")));
    broken.sort();
    m_tested.removeDuplicates();
    m_tested.sort();
    QCOMPARE(m_tested, broken);
}

void TestCauses::aCallerNarrowsTheSearch()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    Symptom symptom;
    symptom.status = 403;
    symptom.details = "rbac_access_denied_matched_policy[none]";
    symptom.request.host = "ledger.orders.svc.cluster.local";
    symptom.isOnlyHost = true;
    symptom.request.from = {Origin::Kind::Outside, {}, {}, {}};
    const auto everybody = causesOf(mesh, symptom);
    symptom.request.from = {Origin::Kind::Workload, "orders", "checkout", {}};
    const auto checkout = causesOf(mesh, symptom);
    for (const Cause& cause : checkout) {
        if (cause.request)
            QCOMPARE(cause.request->from.ns, "orders");
    }
    QVERIFY(checkout.size() <= everybody.size());
}

void TestCauses::aWholeMeshHasGeneralCausesOnly()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    Symptom symptom;
    symptom.flags = {"NC"};
    symptom.request.host = "cart.shop.svc.cluster.local";
    symptom.isOnlyHost = true;
    symptom.request.from = {Origin::Kind::Outside, {}, {}, {}};
    const auto causes = causesOf(mesh, symptom);
    // a namespace whose Sidecar leaves the host out comes near; nothing ends so
    QVERIFY(std::ranges::none_of(causes, [](const Cause& cause) { return cause.basis == Cause::Basis::Shown; }));
    QCOMPARE(causes.back().code, "cause.notSynced");
    QCOMPARE(basisName(causes.back().basis), "general");
}

void TestCauses::everyFlagHasASource()
{
    std::set<std::string> flags;
    for (const FlagCauses& row : flagCauses()) {
        QVERIFY2(row.source.starts_with("https://"), row.flag.c_str());
        if (!row.flag.empty())
            QVERIFY2(flags.insert(row.flag).second, row.flag.c_str());
        for (const auto* list : {&row.settings, &row.general}) {
            for (const LikelyCause& cause : *list) {
                QVERIFY2(cause.source.starts_with("https://"), cause.code.c_str());
                QCOMPARE(cause.where == LikelyCause::Where::Anywhere, cause.field.empty());
            }
        }
    }
    for (const char* flag : {"NC", "NR", "UH", "UO", "UF", "UC", "UT", "URX", "DI", "FI", "UAEX"})
        QVERIFY2(flagCausesOf(flag, 0, {}) != nullptr, flag);
    QCOMPARE(flagCausesOf({}, 403, "rbac_access_denied_matched_policy[none]")->status, 403);
    QCOMPARE(flagCausesOf({}, 401, "jwt_authn_access_denied{Jwt_is_expired}")->status, 401);
    QCOMPARE(flagCausesOf({}, 502, "direct_response")->status, 502);
    QVERIFY(flagCausesOf("XX", 0, {}) == nullptr);
}

QTEST_GUILESS_MAIN(TestCauses)
#include "tst_causes.moc"
