// SPDX-License-Identifier: Apache-2.0
// Shares hop by hop, and who reaches whom, in the sample and in small meshes.
#include "models/traffic/flows.h"
#include "models/traffic/reach.h"
#include "models/traffic/requestfields.h"

#include "tests/mesh/effectivetexts.h"
#include "tests/traffic/samplemesh.h"

#include <QtTest/QTest>

#include <cmath>
#include <set>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

constexpr double tolerance = 1e-6;

std::string nodeText(const FlowNode& node)
{
    switch (node.kind) {
    case FlowNode::Kind::Destination:
        return node.host.substr(0, node.host.find('.')) + (node.subset.empty() ? "" : "/" + node.subset);
    case FlowNode::Kind::End:
        return std::string(verdictName(node.verdict));
    case FlowNode::Kind::Entry:
    case FlowNode::Kind::Workload:
        break;
    }
    return originName(node.origin);
}

/// "a > b 90; b > c ~90": "~" where pods share it.
QString printed(const Flow& flow)
{
    std::string all;
    for (const FlowEdge& edge : flow.edges) {
        all += (all.empty() ? "" : "; ") + nodeText(flow.nodes[edge.from]) + " > " + nodeText(flow.nodes[edge.to]) + " "
            + (edge.isExact ? "" : "~") + QString::number(edge.percent, 'g', 6).toStdString()
            + (edge.isMirror ? " copy" : "");
    }
    return QString::fromStdString(all);
}

Evaluator meshOf(const std::string& yaml)
{
    return Evaluator(std::make_shared<const mesh::effective::MeshView>(test::graphOf(yaml)));
}

std::string shop(const std::string& weights)
{
    using namespace test;
    return namespaceObject("shop", "istio-injection: enabled")
        + deployment("shop", "web", "", "", "serviceAccountName: web")
        + document(
               "apps/v1", "Deployment", "shop", "reviews-v1", {},
               "replicas: 3, template: {metadata: {labels: {app: reviews, version: v1}}, spec: {serviceAccountName: "
               "reviews}}")
        + document(
               "apps/v1", "Deployment", "shop", "reviews-v2", {},
               "replicas: 1, template: {metadata: {labels: {app: reviews, version: v2}}, spec: {serviceAccountName: "
               "reviews}}")
        + deployment("shop", "ratings")
        + exportedService("shop", "reviews", {}, "selector: {app: reviews}, ports: [{port: 80, name: http}]")
        + exportedService("shop", "ratings", {}, "selector: {app: ratings}, ports: [{port: 80, name: http}]")
        + destinationRule(
               "shop", "reviews",
               "host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]")
        + document("security.istio.io/v1", "AuthorizationPolicy", "shop", "reviews", {},
                   "selector: {matchLabels: {app: reviews}}, rules: [{from: [{source: {principals: "
                   "[cluster.local/ns/shop/sa/web]}}]}]")
        + document("security.istio.io/v1", "AuthorizationPolicy", "shop", "ratings", {},
                   "selector: {matchLabels: {app: ratings}}, rules: [{from: [{source: {principals: "
                   "[cluster.local/ns/shop/sa/reviews]}}]}]")
        + (weights.empty() ? std::string()
                           : document("networking.istio.io/v1", "VirtualService", "shop", "reviews", {},
                                      "hosts: [reviews], http: [{name: all, route: [" + weights + "]}]"));
}

} // namespace

class TestFlows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsSharesHopByHop();
    void spreadsOverPods();
    void saysWhatDoesNotAddUp();
    void circlesEnd();
    void waysThatMeetAreFollowedOnce();
    void annotationsDeclareCalls();
    void canBeNarrowedAndStopped();
    void sharesOfEachNodeAddUp();
    void followsAPlan();
    void gatewaysOfTheSample();
    void declaredCallsOfTheSample();
    void reachOfASmallMesh();
    void alikeCallersHaveTheSameCells();
    void reachCanBeNarrowedAndStopped();

private:
    test::SampleMesh m_sample;
};

void TestFlows::followsSharesHopByHop()
{
    const auto flows = flowsOf(meshOf(shop("{destination: {host: reviews, subset: v1}, weight: 75}, "
                                           "{destination: {host: reviews, subset: v2}, weight: 25}")),
                               {});
    QCOMPARE(flows.size(), 1U);
    QCOMPARE(printed(flows.front()),
             QStringLiteral("shop/Deployment:web > reviews/v1 75; reviews/v1 > shop/Deployment:reviews-v1 75; "
                            "shop/Deployment:web > reviews/v2 25; reviews/v2 > shop/Deployment:reviews-v2 25; "
                            "shop/Deployment:reviews-v1 > ratings 75; ratings > shop/Deployment:ratings 100; "
                            "shop/Deployment:reviews-v2 > ratings 25"));
    QVERIFY(flows.front().problems.empty());
    QCOMPARE(flows.front().lostPercent(), 0.0);
}

void TestFlows::spreadsOverPods()
{
    FlowQuery query;
    query.hops = 1;
    const auto flows = flowsOf(meshOf(shop({})), query);
    QCOMPARE(flows.size(), 1U);
    QCOMPARE(printed(flows.front()),
             QStringLiteral("shop/Deployment:web > reviews 100; reviews > shop/Deployment:reviews-v1 75; "
                            "reviews > shop/Deployment:reviews-v2 25"));
    std::string unstated = shop({});
    unstated.replace(unstated.find("replicas: 3, "), std::string("replicas: 3, ").size(), "");
    QCOMPARE(printed(flowsOf(meshOf(unstated), query).front()),
             QStringLiteral("shop/Deployment:web > reviews 100; reviews > shop/Deployment:reviews-v1 ~100; "
                            "reviews > shop/Deployment:reviews-v2 ~100"));
}

void TestFlows::saysWhatDoesNotAddUp()
{
    const auto flows = flowsOf(meshOf(shop("{destination: {host: reviews, subset: v1}, weight: 30}, "
                                           "{destination: {host: reviews, subset: v9}, weight: 10}")),
                               {});
    const Flow& flow = flows.front();
    std::set<std::string> codes;
    for (const FlowProblem& problem : flow.problems)
        codes.insert(problem.code + " " + problem.args.front());
    QCOMPARE(codes, (std::set<std::string>{"flows.lost 25", "flows.weights 40"}));
    QCOMPARE(flow.lostPercent(), 25.0);
}

namespace {

/// A workload with a service of its name that calls these hosts.
std::string caller(const std::string& name, const std::string& calls)
{
    using namespace test;
    return document("apps/v1", "Deployment", "shop", name,
                    calls.empty() ? "" : "annotations: {meshdraft.dev/calls: '" + calls + "'}",
                    "replicas: 1, template: {metadata: {labels: {app: " + name + "}}}")
        + exportedService("shop", name, {}, "selector: {app: " + name + "}, ports: [{port: 80, name: http}]");
}

} // namespace

void TestFlows::circlesEnd()
{
    // web -> a -> b -> a ...: who goes round in a circle is asked once on each way
    const auto flows = flowsOf(meshOf(test::namespaceObject("shop", "istio-injection: enabled") + caller("web", "a")
                                      + caller("a", "b") + caller("b", "a")),
                               {});
    QCOMPARE(flows.size(), 1U);
    QCOMPARE(printed(flows.front()),
             QStringLiteral("shop/Deployment:web > a 100; a > shop/Deployment:a 100; shop/Deployment:a > b 100; "
                            "b > shop/Deployment:b 100"));
}

void TestFlows::waysThatMeetAreFollowedOnce()
{
    // each stage calls both of the next one: 2^n ways, and twice the requests at each stage
    std::string yaml = test::namespaceObject("shop", "istio-injection: enabled") + caller("web", "a0");
    constexpr int stages = 40;
    for (int i = 0; i < stages; ++i) {
        const std::string next = std::to_string(i + 1);
        yaml += caller("a" + std::to_string(i), "a" + next + ", b" + next);
        yaml += caller("b" + std::to_string(i), "a" + next + ", b" + next);
    }
    yaml += caller("a" + std::to_string(stages), "") + caller("b" + std::to_string(stages), "");
    FlowQuery query;
    query.hops = stages;
    query.entries = {{Origin::Kind::Workload, "shop", "web", {}}};
    const auto flows = flowsOf(meshOf(yaml), query);
    QCOMPARE(flows.size(), 1U);
    const auto into = [&](const std::string& name) {
        double sum = 0;
        for (const FlowEdge& edge : flows.front().edges) {
            const FlowNode& to = flows.front().nodes[edge.to];
            sum += to.kind == FlowNode::Kind::Workload && to.origin.name == name ? edge.percent : 0;
        }
        return sum;
    };
    QCOMPARE(into("a1"), 100.0);
    QCOMPARE(into("b2"), 200.0);
    QCOMPARE(into("a10"), 51200.0);
}

void TestFlows::annotationsDeclareCalls()
{
    const auto calls =
        declaredCalls(meshOf(test::namespaceObject("shop", "istio-injection: enabled")
                             + caller("web", "a.shop:80, nowhere, b") + caller("a", "") + caller("b", "")));
    QStringList all;
    for (const DeclaredCall& call : calls) {
        all.append(QString::fromStdString(originName(call.caller) + " " + call.host));
        QCOMPARE(call.element.key.name, call.caller.name);
        QVERIFY(call.element.field.text().contains("meshdraft.dev/calls"));
    }
    QCOMPARE(all,
             (QStringList{QStringLiteral("shop/Deployment:web a.shop.svc.cluster.local"),
                          QStringLiteral("shop/Deployment:web b.shop.svc.cluster.local")}));
}

void TestFlows::canBeNarrowedAndStopped()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    FlowQuery query;
    query.entries = {{Origin::Kind::Workload, "shop", "storefront", {}}};
    query.hosts = {"reviews.shop"};
    const auto flows = flowsOf(mesh, query);
    QCOMPARE(flows.size(), 1U);
    QCOMPARE(flows.front().request.host, std::string("reviews.shop.svc.cluster.local"));
    QCOMPARE(flows.front().request.from.workloadKind, std::string("Deployment"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(flowsOf(mesh, {}, stop.get_token()).empty());
}

void TestFlows::sharesOfEachNodeAddUp()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    const auto flows = flowsOf(mesh, {});
    QVERIFY(flows.size() >= 3);
    for (const Flow& flow : flows) {
        // what leaves the entry, and what leaves a destination for its pods, is what came
        std::map<std::size_t, double> in{{0, 100.0}};
        std::map<std::size_t, double> out;
        for (const FlowEdge& edge : flow.edges) {
            if (edge.isMirror || !edge.isExact)
                continue;
            in[edge.to] += edge.percent;
            out[edge.from] += edge.percent;
        }
        QVERIFY(std::abs(out[0] - 100.0) < tolerance);
        for (std::size_t i = 1; i < flow.nodes.size(); ++i) {
            if (flow.nodes[i].kind == FlowNode::Kind::Destination && out.contains(i))
                QVERIFY2(std::abs(in[i] - out[i]) < tolerance, qPrintable(printed(flow)));
        }
    }
}

void TestFlows::followsAPlan()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    mesh::ResourceIndex table = mesh::noResource;
    for (const mesh::ResourceIndex index : mesh.view().graph().ofKind("VirtualService")) {
        if (mesh.view().at(index).key.name == "reviews")
            table = index;
    }
    QVERIFY(table != mesh::noResource);
    const auto& route = std::get<mesh::RouteTable>(mesh.view().at(table).body).routes[1];
    FlowQuery query;
    query.entries = {{Origin::Kind::Workload, "shop", "storefront", "Deployment"}};
    query.hosts = {"reviews.shop.svc.cluster.local"};
    query.hops = 1;
    const std::vector<std::vector<std::int64_t>> steps{{80, 10, 10}, {40, 10, 50}, {0, 0, 100}};
    const auto planned = flowsOfSteps(mesh, query, table, route, steps);
    QVERIFY2(planned, planned ? "" : planned.error().code.c_str());
    QStringList all;
    for (const auto& flows : *planned) {
        QCOMPARE(flows.size(), 1U);
        QString shares;
        for (const FlowEdge& edge : flows.front().edges) {
            if (edge.from == 0) {
                shares += QString::fromStdString(flows.front().nodes[edge.to].subset) + QLatin1Char('=')
                    + QString::number(edge.percent) + QLatin1Char(' ');
            }
        }
        all.append(shares.trimmed());
    }
    QCOMPARE(all,
             (QStringList{QStringLiteral("v1=80 v2=10 v3=10"), QStringLiteral("v1=40 v2=10 v3=50"),
                          QStringLiteral("v3=100")}));
    const std::vector<std::vector<std::int64_t>> wrong{{1, 2}};
    QVERIFY(!flowsOfSteps(mesh, query, table, route, wrong));
}

void TestFlows::gatewaysOfTheSample()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    std::set<std::string> entries;
    for (const Flow& flow : flowsOf(mesh, {})) {
        if (flow.request.from.kind == Origin::Kind::Gateway)
            entries.insert(originName(flow.request.from) + " " + flow.request.host);
    }
    QCOMPARE(entries,
             (std::set<std::string>{"gateway:edge/partners-gw partners.acorn.example",
                                    "gateway:edge/shop-gw reviews.acorn.example",
                                    "gateway:edge/shop-gw shop.acorn.example"}));
}

void TestFlows::declaredCallsOfTheSample()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    std::set<std::string> calls;
    for (const DeclaredCall& call : declaredCalls(mesh)) {
        if (call.caller.name == "storefront")
            calls.insert(call.host.substr(0, call.host.find('.')));
        QVERIFY(!call.element.isNull());
    }
    QCOMPARE(
        calls,
        (std::set<std::string>{"cart", "catalog", "checkout", "recommendations", "reviews", "search", "search-next"}));
}

void TestFlows::reachOfASmallMesh()
{
    const Evaluator mesh = meshOf(shop({}));
    const ReachMatrix matrix = reachOf(mesh, {});
    std::set<std::string> cells;
    for (const ReachRow& row : matrix.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const ReachCell& cell = row.cells[i];
            cells.insert(originName(row.caller) + " " + std::string(reachName(cell.reach)) + " "
                         + matrix.targets[i].host.substr(0, matrix.targets[i].host.find('.')));
            QCOMPARE(cell.requests >= cell.delivered, true);
            if (cell.reach == Reach::None) {
                QCOMPARE(cell.verdict, Verdict::Denied);
                QCOMPARE(cell.because.key.kind, "AuthorizationPolicy");
                QVERIFY(cell.refused && cell.refused->from == row.caller);
            }
        }
    }
    const std::set<std::string> wanted{
        "outside none ratings",
        "outside none reviews",
        "shop/Deployment:ratings none ratings",
        "shop/Deployment:ratings none reviews",
        "shop/Deployment:reviews-v1 all ratings",
        "shop/Deployment:reviews-v1 none reviews",
        "shop/Deployment:reviews-v2 all ratings",
        "shop/Deployment:reviews-v2 none reviews",
        "shop/Deployment:web all reviews",
        "shop/Deployment:web none ratings",
    };
    QCOMPARE(cells, wanted);
}

void TestFlows::alikeCallersHaveTheSameCells()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    ReachQuery query;
    query.hosts = {"cart"};
    const ReachMatrix matrix = reachOf(mesh, query);
    for (const ReachRow& row : matrix.rows) {
        for (const ReachCell& cell : row.cells) {
            if (!cell.refused)
                continue;
            // asked for this very caller, the request ends as the cell says
            const Answer answer = mesh.evaluate(*cell.refused);
            QVERIFY(
                std::ranges::any_of(answer.shares, [&](const Share& share) { return share.verdict == cell.verdict; }));
        }
    }
    // callers that nothing tells apart are asked once
    std::size_t kinds = 0;
    for (const ReachRow& row : matrix.rows) {
        for (const ReachCell& cell : row.cells)
            kinds += cell.requests;
    }
    QVERIFY(matrix.evaluated > 0 && matrix.evaluated < kinds);
}

void TestFlows::reachCanBeNarrowedAndStopped()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    ReachQuery query;
    query.callers = {{Origin::Kind::Workload, "shop", "storefront", {}}};
    query.hosts = {"cart", "reviews.shop"};
    std::vector<std::pair<std::size_t, std::size_t>> told;
    const ReachMatrix narrow =
        reachOf(mesh, query, {}, [&](std::size_t done, std::size_t all) { told.emplace_back(done, all); });
    QCOMPARE(told, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}, {1, 2}}));
    QCOMPARE(narrow.rows.size(), 1U);
    QCOMPARE(narrow.targets.size(), 2U);
    QCOMPARE(reachName(narrow.rows.front().cells.front().reach), "all");
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(reachOf(mesh, {}, stop.get_token()).wasStopped);
}

QTEST_GUILESS_MAIN(TestFlows)
#include "tst_flows.moc"
