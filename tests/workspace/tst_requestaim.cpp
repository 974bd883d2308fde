// SPDX-License-Identifier: Apache-2.0
// Requests put together from a mesh, and their answers as rows, near routes and ways on the picture.
#include "models/traffic/evaluate.h"
#include "models/traffic/requestaddress.h"
#include "models/traffic/requestfields.h"
#include "models/workspace/nearroute.h"
#include "models/workspace/requestaim.h"
#include "models/workspace/requeststeps.h"
#include "tests/mesh/effectivetexts.h"

#include <QtTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

/// A gateway with TLS that leads to reviews; web calls it, too.
std::string shop()
{
    using namespace test;
    return namespaceObject("shop", "istio-injection: enabled")
        + document("networking.istio.io/v1", "Gateway", "edge", "shop-gw", {},
                   "selector: {app: gw}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*'], "
                   "tls: {httpsRedirect: true}}, {port: {number: 8443, name: https, protocol: HTTPS}, hosts: ['*'], "
                   "tls: {mode: SIMPLE, credentialName: c}}]")
        + document("networking.istio.io/v1", "VirtualService", "shop", "reviews", {},
                   "hosts: [reviews.example.com, reviews], gateways: [edge/shop-gw, mesh], http: ["
                   "{name: preview, match: [{headers: {x-preview: {exact: v3}}, uri: {prefix: /api}}], "
                   "route: [{destination: {host: reviews, subset: v2}}]}, "
                   "{name: posts, match: [{method: {exact: POST}}], route: [{destination: {host: reviews}}]}, "
                   "{name: default, route: [{destination: {host: reviews, subset: v1}, weight: 90}, "
                   "{destination: {host: reviews, subset: v2}, weight: 10}]}]")
        + deployment("shop", "web")
        + document("apps/v1", "Deployment", "shop", "reviews-v1", {},
                   "template: {metadata: {labels: {app: reviews, version: v1}}, spec: {}}")
        + document("apps/v1", "Deployment", "shop", "reviews-v2", {},
                   "template: {metadata: {labels: {app: reviews, version: v2}}, spec: {}}")
        + exportedService("shop", "reviews", {}, "selector: {app: reviews}, ports: [{port: 9080, name: http}]")
        + destinationRule("shop", "reviews",
                          "host: reviews, subsets: [{name: v1, labels: {version: v1}}, "
                          "{name: v2, labels: {version: v2}}]");
}

mesh::ElementRef element(const mesh::MeshGraph& graph, const std::string& kind, const std::string& name,
                         const std::string& field = {})
{
    for (const mesh::ResourcePtr& resource : graph.resources()) {
        if (resource->key.kind == kind && resource->key.name == name) {
            mesh::ElementRef found = resource->element();
            found.field = mesh::FieldPath(field);
            return found;
        }
    }
    return {};
}

traffic::Answer ask(const mesh::MeshGraphPtr& graph, const traffic::Request& request)
{
    return traffic::Evaluator(std::make_shared<const mesh::effective::MeshView>(graph)).evaluate(request);
}

traffic::Request fromWeb()
{
    traffic::Request request;
    request.from = {.kind = traffic::Origin::Kind::Workload, .ns = "shop", .name = "web"};
    request.host = "reviews";
    request.port = 9080;
    return request;
}

} // namespace

class TestRequestAim : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aims_data();
    void aims();
    void vocabulary();
    void rowsStandByStage();
    void theWayHasItsStops();
    void nearRoutes_data();
    void nearRoutes();
};

void TestRequestAim::aims_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("aim"); ///< empty: takes no request
    QTest::newRow("table with a gateway") << u"VirtualService"_s << u"reviews"_s << QString() << QString()
                                          << u"gateway:edge/shop-gw GET https://reviews.example.com:8443/"_s;
    QTest::newRow("route") << u"VirtualService"_s << u"reviews"_s << u"spec.http[0]"_s << QString()
                           << u"gateway:edge/shop-gw GET https://reviews.example.com:8443/api"_s;
    QTest::newRow("route by method") << u"VirtualService"_s << u"reviews"_s << u"spec.http[1]"_s << QString()
                                     << u"gateway:edge/shop-gw POST https://reviews.example.com:8443/"_s;
    QTest::newRow("service") << u"Service"_s << u"reviews"_s << QString() << QString()
                             << u"gateway:edge/shop-gw GET https://reviews.example.com:8443/"_s;
    QTest::newRow("service from a workload")
        << u"Service"_s << u"reviews"_s << QString() << u"shop/web"_s << u"shop/web GET http://reviews.shop:9080/"_s;
    QTest::newRow("workload") << u"Deployment"_s << u"reviews-v1"_s << QString() << u"shop/web"_s
                              << u"shop/web GET http://reviews.shop:9080/"_s;
    QTest::newRow("rule") << u"DestinationRule"_s << u"reviews"_s << QString() << u"shop/web"_s
                          << u"shop/web GET http://reviews.shop:9080/"_s;
    QTest::newRow("workload without a service") << u"Deployment"_s << u"web"_s << QString() << QString() << QString();
    QTest::newRow("namespace") << u"Namespace"_s << u"shop"_s << QString() << QString() << QString();
}

void TestRequestAim::aims()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, name);
    QFETCH(const QString, field);
    QFETCH(const QString, from);
    QFETCH(const QString, aim);
    const mesh::MeshGraphPtr graph = test::graphOf(shop());
    const auto request = requestTo(*graph, element(*graph, kind.toStdString(), name.toStdString(), field.toStdString()),
                                   from.isEmpty() ? std::nullopt : traffic::originFrom(from.toStdString()));
    QCOMPARE(request ? QString::fromStdString(traffic::originName(request->from) + " " + request->method + " "
                                              + traffic::addressText(*request))
                     : QString(),
             aim);
}

void TestRequestAim::vocabulary()
{
    const RequestVocabulary words = requestVocabulary(*test::graphOf(shop()));
    QStringList origins;
    for (const traffic::Origin& origin : words.origins) {
        origins << QString::fromStdString(traffic::originName(origin));
    }
    QCOMPARE(origins.front(), u"gateway:edge/shop-gw"_s);
    QVERIFY(origins.contains(u"shop/web"_s));
    QVERIFY(origins.contains(u"namespace:shop"_s));
    QCOMPARE(origins.back(), u"outside"_s);
    QCOMPARE(words.hosts, (std::vector<std::string>{"reviews.example.com", "reviews.shop:9080"}));
    QCOMPARE(words.headers, std::vector<std::string>{"x-preview"});
    QCOMPARE(words.paths.at("reviews.example.com"), std::vector<std::string>{"/api"});
    QCOMPARE(words.paths.at("reviews.shop"), std::vector<std::string>{"/api"});
}

void TestRequestAim::rowsStandByStage()
{
    const traffic::Answer answer = ask(test::graphOf(shop()), fromWeb());
    QCOMPARE(answer.shares.size(), std::size_t{2});
    const std::vector<StepRow> rows = stepRows(answer);
    QVERIFY(!rows.empty());
    std::set<traffic::Stage> done;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isNew = i == 0 || rows[i].step.stage != rows[i - 1].step.stage;
        QCOMPARE(rows[i].isFirst, isNew);
        QVERIFY(!isNew || done.insert(rows[i].step.stage).second); // a stage comes once
        QCOMPARE(rows[i].number, static_cast<int>(done.size()));
        QCOMPARE(rows[i].state, StepState::Passed);
    }
    // each step of the answer is in one of the rows
    for (const traffic::Step& step : answer.steps) {
        QVERIFY(std::ranges::any_of(rows, [&](const StepRow& row) {
            return row.step.code == step.code && row.step.args == step.args && row.step.element == step.element
                && (step.share < 0 || std::ranges::contains(row.shares, step.share));
        }));
    }
    traffic::Request refused = fromWeb();
    refused.host = "nowhere.invalid";
    refused.port = 81;
    const std::vector<StepRow> none = stepRows(ask(test::graphOf(shop()), refused));
    QVERIFY(!none.empty());
    QVERIFY(stepRows({}).empty());
}

void TestRequestAim::theWayHasItsStops()
{
    const mesh::MeshGraphPtr graph = test::graphOf(shop());
    traffic::Request request = fromWeb();
    const traffic::Answer answer = ask(graph, request);
    const LitPath path = litPathOf(*graph, request, answer, stepRows(answer));
    QStringList stops;
    for (const LitPath::Stop& stop : path.stops) {
        stops << QString::fromStdString(stop.element.key.kind + " " + stop.element.key.name
                                        + (stop.element.field.isEmpty() ? "" : " " + stop.element.field.text()));
    }
    QCOMPARE(stops.front(), u"Deployment web"_s);
    for (const QString& stop : {u"VirtualService reviews"_s, u"VirtualService reviews spec.http[2]"_s,
                                u"Service reviews"_s, u"Deployment reviews-v1"_s, u"Deployment reviews-v2"_s}) {
        QVERIFY2(stops.contains(stop), qPrintable(stop + u" in "_s + stops.join(u", "_s)));
    }
    QCOMPARE(path.destinations.size(), std::size_t{2});
    // each stop once
    QCOMPARE(QSet<QString>(stops.begin(), stops.end()).size(), stops.size());
    QVERIFY(litPathOf(*graph, {}, {}, {}).isEmpty());
}

void TestRequestAim::nearRoutes_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header"); ///< value of x-preview; empty: none
    QTest::addColumn<QString>("near"); ///< name of the route and what it misses; empty: none
    QTest::newRow("method is nearest") << u"GET"_s << u"/"_s << QString() << u"posts: method"_s;
    QTest::newRow("header, the earlier of two")
        << u"GET"_s << u"/api/x"_s << QString() << u"preview: headers.x-preview"_s;
    QTest::newRow("another value") << u"GET"_s << u"/api"_s << u"v2"_s << u"preview: headers.x-preview"_s;
    QTest::newRow("path") << u"GET"_s << u"/"_s << u"v3"_s << u"preview: uri"_s;
    QTest::newRow("taken by the second") << u"POST"_s << u"/"_s << QString() << u"preview: headers.x-preview uri"_s;
    QTest::newRow("taken by the first") << u"GET"_s << u"/api"_s << u"v3"_s << QString();
}

void TestRequestAim::nearRoutes()
{
    QFETCH(const QString, method);
    QFETCH(const QString, path);
    QFETCH(const QString, header);
    QFETCH(const QString, near);
    const mesh::MeshGraphPtr graph = test::graphOf(shop());
    traffic::Request request = fromWeb();
    request.method = method.toStdString();
    request.path = path.toStdString();
    if (!header.isEmpty()) {
        request.headers.emplace("x-preview", header.toStdString());
    }
    const auto found = nearRoute(*graph, request, ask(graph, request));
    QString text;
    if (found) {
        QStringList fields;
        for (const mesh::Match::Condition& condition : found->unmet) {
            fields << QString::fromStdString(condition.field);
        }
        fields.sort();
        text = QString::fromStdString(found->name) + u": "_s + fields.join(u' ');
        // what is offered leads there
        QCOMPARE(ask(graph, found->mended).route, found->name);
    }
    QCOMPARE(text, near);
}

QTEST_GUILESS_MAIN(TestRequestAim)

#include "tst_requestaim.moc"
