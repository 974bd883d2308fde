// SPDX-License-Identifier: Apache-2.0
// Flows on the edges of the picture, in the sample and in small meshes.
#include "models/workspace/flowpicture.h"

#include "models/topology/facts.h"
#include "models/topology/render/words.h"
#include "models/topology/view.h"
#include "models/workspace/flowwords.h"

#include "tests/mesh/effectivetexts.h"
#include "tests/traffic/samplemesh.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace meshdraft;
using namespace Qt::StringLiterals;

namespace {

struct Drawn {
    topology::Topology whole;
    topology::FlowFactsPtr flows;

    /// "90 %" of the edges between two nodes by title; "-" without flow.
    QString label(std::string_view from, std::string_view to, topology::EdgeType type) const
    {
        QStringList labels;
        for (const topology::Edge& edge : whole.edges) {
            if (edge.type != type || whole.nodes[edge.from].title != from || whole.nodes[edge.to].title != to)
                continue;
            const auto found = flows->edges.find(edge.id);
            labels.append(found == flows->edges.end() ? u"-"_s : topology::flowLabel(&found->second));
        }
        return labels.join(u", "_s);
    }
};

Drawn drawn(const std::shared_ptr<const mesh::effective::MeshView>& view, const traffic::FlowQuery& query = {})
{
    const traffic::Evaluator evaluator(view);
    const mesh::MeshGraphPtr graph(view, &view->graph());
    const topology::Topology plain = topology::buildTopology(*graph, nullptr, {});
    Drawn result;
    result.whole = topology::withFacts(plain, *topology::findFacts(graph, plain), topology::CallLayer);
    result.flows =
        workspace::flowFactsOf(*graph, result.whole, traffic::flowsOf(evaluator, query), query.kind.has_value());
    return result;
}

} // namespace

class TestFlowPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheSample();
    void oneKindTakesItsOwnWay();
    void sharesThatMeetAddUp();
    void podsWithoutNumbersShareTogether();
    void mirrorsAreCopies();
    void issuesStandOnce();
    void closedGroupsSumUp();
    void wordsOfShares_data();
    void wordsOfShares();

private:
    test::SampleMesh m_sample;
};

void TestFlowPicture::followsTheSample()
{
    traffic::FlowQuery query;
    query.entries = {{traffic::Origin::Kind::Gateway, "edge", "shop-gw", {}}};
    query.hosts = {"reviews.acorn.example"};
    const Drawn picture = drawn(m_sample.view(u"main"_s), query);
    using enum topology::EdgeType;
    QCOMPARE(picture.label("shop-gw", "reviews", Exposes), u"100 %"_s);
    QCOMPARE(picture.label("reviews", "default", Contains), u"100 %"_s);
    QCOMPARE(picture.label("default", "reviews", Routes), u"90 %, 10 %, -"_s); // v3 has weight 0
    QCOMPARE(picture.label("reviews", "reviews-v1", Selects), u"90 %"_s);
    QCOMPARE(picture.label("reviews", "reviews-v2", Selects), u"10 %"_s);
    // the other hosts of the gateway are not asked for
    QCOMPARE(picture.label("shop-gw", "storefront", Exposes), u"-"_s);
    QCOMPARE(picture.label("reviews-v1", "ratings", Calls), u"90 %"_s);
    QCOMPARE(picture.flows->flows.size(), 1U);
    QCOMPARE(picture.flows->flows.front(), std::string("from gateway edge/shop-gw to reviews.acorn.example"));
}

void TestFlowPicture::oneKindTakesItsOwnWay()
{
    traffic::FlowQuery query;
    query.entries = {{traffic::Origin::Kind::Gateway, "edge", "shop-gw", {}}};
    query.hosts = {"reviews.acorn.example"};
    query.kind.emplace();
    query.kind->headers.emplace("x-preview", "v3");
    const Drawn picture = drawn(m_sample.view(u"main"_s), query);
    QVERIFY(picture.flows->isOfOneKind);
    QCOMPARE(picture.label("reviews", "default", topology::EdgeType::Contains), u"-"_s);
    QCOMPARE(picture.label("reviews", "reviews-v3", topology::EdgeType::Selects), u"100 %"_s);
}

namespace {

std::string caller(const std::string& name, const std::string& calls, const std::string& replicas = "replicas: 1, ")
{
    using namespace test;
    return document("apps/v1", "Deployment", "shop", name,
                    calls.empty() ? "" : "annotations: {meshdraft.dev/calls: '" + calls + "'}",
                    replicas + "template: {metadata: {labels: {app: " + name + ", tier: " + name.substr(0, 1) + "}}}")
        + exportedService("shop", name, {}, "selector: {app: " + name + "}, ports: [{port: 80, name: http}]");
}

std::shared_ptr<const mesh::effective::MeshView> meshOf(const std::string& yaml)
{
    return std::make_shared<const mesh::effective::MeshView>(
        test::graphOf(test::namespaceObject("shop", "istio-injection: enabled") + yaml));
}

} // namespace

void TestFlowPicture::sharesThatMeetAddUp()
{
    const Drawn picture = drawn(meshOf(caller("web", "a, b") + caller("a", "c") + caller("b", "c") + caller("c", "")));
    using enum topology::EdgeType;
    QCOMPARE(picture.label("web", "a", Calls), u"100 %"_s);
    QCOMPARE(picture.label("a", "c", Calls), u"100 %"_s);
    // web is asked to call each of its hosts once: two flows
    QCOMPARE(picture.label("c", "c", Selects), u"200 %"_s);
    const auto found =
        std::ranges::find_if(picture.flows->edges, [](const auto& pair) { return pair.second.percent == 200.0; });
    QVERIFY(found != picture.flows->edges.end());
    QCOMPARE(found->second.parts.size(), 2U);
}

void TestFlowPicture::podsWithoutNumbersShareTogether()
{
    const Drawn picture = drawn(
        meshOf(caller("web", "all") + caller("a1", "", {}) + caller("a2", "", {})
               + test::exportedService("shop", "all", {}, "selector: {tier: a}, ports: [{port: 80, name: http}]")));
    QCOMPARE(picture.label("all", "a1", topology::EdgeType::Selects), u"≤ 100 %"_s);
    QCOMPARE(picture.label("all", "a2", topology::EdgeType::Selects), u"≤ 100 %"_s);
}

void TestFlowPicture::mirrorsAreCopies()
{
    const Drawn picture = drawn(m_sample.view(u"main"_s));
    bool hasMirror = false;
    for (const topology::Edge& edge : picture.whole.edges) {
        const auto found = picture.flows->edges.find(edge.id);
        if (edge.type != topology::EdgeType::Mirrors || found == picture.flows->edges.end())
            continue;
        hasMirror = true;
        QVERIFY(std::ranges::all_of(found->second.parts, &topology::FlowPart::isCopy));
    }
    QVERIFY(hasMirror);
}

void TestFlowPicture::issuesStandOnce()
{
    const Drawn picture = drawn(m_sample.view(u"broken/missing-subset"_s));
    QVERIFY(!picture.flows->issues.empty());
    for (const topology::FlowIssue& issue : picture.flows->issues) {
        QVERIFY(issue.code != "flows.copies");
        QVERIFY(issue.flow < picture.flows->flows.size());
        const auto same = std::ranges::count_if(picture.flows->issues, [&](const topology::FlowIssue& other) {
            return other.code == issue.code && other.args == issue.args && other.element == issue.element;
        });
        QCOMPARE(same, 1);
    }
}

void TestFlowPicture::closedGroupsSumUp()
{
    traffic::FlowQuery query;
    query.entries = {{traffic::Origin::Kind::Gateway, "edge", "shop-gw", {}}};
    const Drawn picture = drawn(m_sample.view(u"main"_s), query);
    topology::ViewSpec view;
    view.show = topology::Show::Overview;
    const topology::Topology shown = topology::applyView(picture.whole, view).topology;
    const auto joined = topology::withJoinedFlows(picture.flows, picture.whole, shown);
    // both hosts of the gateway go from the namespace edge to the namespace shop
    const auto edge = std::ranges::find_if(shown.edges, [&](const topology::Edge& one) {
        return one.type == topology::EdgeType::Aggregate && shown.nodes[one.from].title == "edge"
            && shown.nodes[one.to].title == "shop";
    });
    QVERIFY(edge != shown.edges.end());
    const auto found = joined->edges.find(edge->id);
    QVERIFY(found != joined->edges.end());
    QCOMPARE(found->second.percent, 200.0);
    QCOMPARE(found->second.parts.size(), 2U);
    // with everything open there is nothing to join
    QCOMPARE(topology::withJoinedFlows(picture.flows, picture.whole, picture.whole), picture.flows);
}

void TestFlowPicture::wordsOfShares_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<bool>("isExact");
    QTest::addColumn<bool>("isMirror");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 90.0 << true << false << u"90 %"_s;
    QTest::newRow("third") << 100.0 / 3 << true << false << u"33.3 %"_s;
    QTest::newRow("many") << 12345.6 << true << false << u"12345.6 %"_s;
    QTest::newRow("copies") << 5.0 << true << true << u"copies of 5 %"_s;
    QTest::newRow("together") << 100.0 << false << false << u"all of them together 100 %"_s;
}

void TestFlowPicture::wordsOfShares()
{
    QFETCH(double, percent);
    QFETCH(bool, isExact);
    QFETCH(bool, isMirror);
    QTEST(workspace::flowShareText(percent, isExact, isMirror), "text");
}

QTEST_GUILESS_MAIN(TestFlowPicture)
#include "tst_flowpicture.moc"
