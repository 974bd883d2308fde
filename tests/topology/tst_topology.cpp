// SPDX-License-Identifier: Apache-2.0
#include "tests/topology/meshes.h"

#include <QTest>

#include <algorithm>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

/// "title > title/row share", sorted: the edges of one type as text.
QStringList edgeTexts(const Topology& topology, EdgeType type)
{
    QStringList texts;
    for (const Edge* edge : edgesOf(topology, type)) {
        const Node& from = topology.nodes[edge->from];
        const Node& to = topology.nodes[edge->to];
        QString text = QString::fromStdString(from.title);
        if (edge->fromRow >= 0)
            text += u"/"_s + QString::fromStdString(from.subsets[static_cast<std::size_t>(edge->fromRow)].name);
        text += u" > "_s + QString::fromStdString(to.title);
        if (edge->toRow >= 0)
            text += u"/"_s + QString::fromStdString(to.subsets[static_cast<std::size_t>(edge->toRow)].name);
        if (edge->share)
            text += u" %1"_s.arg(*edge->share * 100);
        if (edge->dangling)
            text += u" dangling"_s;
        texts += text;
    }
    texts.sort();
    return texts;
}

QString virtualService(const QString& routes)
{
    return u"apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: a}\n"
           "spec:\n  hosts: [web]\n  http:\n"_s
        + routes;
}

const Edge* edgeInto(const Topology& topology, EdgeType type, std::string_view from, std::string_view row)
{
    for (const Edge* edge : edgesOf(topology, type)) {
        const Node& to = topology.nodes[edge->to];
        if (topology.nodes[edge->from].title == from && edge->toRow >= 0
            && to.subsets[static_cast<std::size_t>(edge->toRow)].name == row)
            return edge;
    }
    return nullptr;
}

} // namespace

class TestTopology : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linksGatewayTableRouteSubsetAndWorkload();
    void namespacesAreGroupsInOrderAndOutsideIsLast();
    void missingSubsetIsADanglingRow();
    void missingServiceAndGatewayAreNodes();
    void duplicatesAreBothDrawnAndNamedByFile();
    void httpRouteHangsOnItsParent();
    void workloadOutsideSubsetsHangsOnTheCard();
    void servicesWithoutRoutesAreShown();
    void routesSayWhatTheyMatch_data();
    void routesSayWhatTheyMatch();
    void badgesNameFeatures();
    void tcpReachesTheWorkload();
    void changesComeFromTheBase();
    void removedThingsStayInThePicture();
    void commentsAndKeyOrderAreNoChange();
    void idsStayWhenTextAboveChanges();
    void findingMarksTheTable();
    void findingMarksTheRouteOfALargerTable();
    void aroundKeepsNeighbours_data();
    void aroundKeepsNeighbours();
    void delegateLeadsToItsTable();
};

void TestTopology::linksGatewayTableRouteSubsetAndWorkload()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    QCOMPARE(edgeTexts(topology, EdgeType::Exposes), (QStringList{u"shop-gw > catalog"_s, u"shop-gw > reviews"_s}));
    QCOMPARE(edgeTexts(topology, EdgeType::Contains),
             (QStringList{u"catalog > *"_s, u"ledger > tcp :9000"_s, u"reviews > default"_s, u"reviews > preview"_s}));
    QCOMPARE(edgeTexts(topology, EdgeType::Routes),
             (QStringList{u"* > catalog/v1 100"_s, u"default > reviews/v1 80"_s, u"default > reviews/v2 10"_s,
                          u"default > reviews/v3 10"_s, u"preview > reviews/v3 100"_s, u"tcp :9000 > ledger 100"_s}));
    QCOMPARE(edgeTexts(topology, EdgeType::Mirrors), (QStringList{u"* > catalog/v2 5 dangling"_s}));
    QCOMPARE(edgeTexts(topology, EdgeType::Selects),
             (QStringList{u"catalog/v1 > catalog-v1"_s, u"ledger > ledger"_s, u"reviews/v1 > reviews-v1"_s,
                          u"reviews/v2 > reviews-v2"_s, u"reviews/v3 > reviews-v3"_s}));
    const Node* workload = findNode(topology, NodeType::Workload, "reviews-v1");
    QVERIFY(workload != nullptr);
    QCOMPARE(workload->replicas, std::optional<std::int64_t>(4));
    const Node* gateway = findNode(topology, NodeType::Gateway, "shop-gw");
    QCOMPARE(gateway->subtitle, "HTTPS 443");
    QCOMPARE(findNode(topology, NodeType::RouteTable, "catalog")->subtitle, "catalog.shop + 1");
    QCOMPARE(findNode(topology, NodeType::RouteTable, "ledger")->subtitle, "mesh · tcp 9000");
}

void TestTopology::namespacesAreGroupsInOrderAndOutsideIsLast()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    QStringList titles;
    for (const Group& group : topology.groups)
        titles += QString::fromStdString(group.title);
    QCOMPARE(titles, (QStringList{u"edge"_s, u"orders"_s, u"shop"_s, u"external"_s}));
    QVERIFY(topology.groups.back().outside);
    QCOMPARE(topology.groups[1].mtls, mesh::MtlsMode::Permissive);
    QCOMPARE(topology.groups[2].routeTables, 2U);
    QCOMPARE(topology.groups[2].workloads, 4U);
    QCOMPARE(findNode(topology, NodeType::ServiceEntry, "payments")->group, 3);
    QCOMPARE(findNode(topology, NodeType::Workload, "ledger")->mtls, mesh::MtlsMode::Permissive);
}

void TestTopology::missingSubsetIsADanglingRow()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    const Node* card = findNode(topology, NodeType::Service, "catalog");
    QCOMPARE(card->subsets.size(), std::size_t{2});
    QVERIFY(!card->subsets[0].missing);
    QVERIFY(card->subsets[1].missing);
    QCOMPARE(card->subsets[1].name, "v2");
}

void TestTopology::missingServiceAndGatewayAreNodes()
{
    const Topology topology = buildTopology(*meshFrom(R"(
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: a}
spec:
  hosts: [web]
  gateways: [nowhere]
  http:
  - route: [{destination: {host: gone}}]
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: a}
spec: {selector: {app: web}}
)"),
                                            nullptr, {});
    const Node* service = findNode(topology, NodeType::Missing, "gone");
    QVERIFY(service != nullptr);
    QCOMPARE(service->missingReason, "missing.service");
    QVERIFY(service->element.isNull());
    const Node* gateway = findNode(topology, NodeType::Missing, "nowhere");
    QVERIFY(gateway != nullptr);
    QCOMPARE(gateway->missingReason, "missing.gateway");
    QCOMPARE(edgeTexts(topology, EdgeType::Routes), (QStringList{u"* > gone 100 dangling"_s}));
    QCOMPARE(edgeTexts(topology, EdgeType::Exposes), (QStringList{u"nowhere > web dangling"_s}));
}

void TestTopology::duplicatesAreBothDrawnAndNamedByFile()
{
    const std::string yaml = virtualService(u"  - route: [{destination: {host: web}}]\n"_s).toStdString();
    const Topology topology = buildTopology(*meshFrom({{"one/a.yaml", yaml}, {"two/b.yaml", yaml}}), nullptr, {});
    QStringList files;
    QSet<QByteArray> ids;
    for (const Node& node : topology.nodes) {
        ids.insert(QByteArray::fromStdString(node.id));
        if (node.type == NodeType::RouteTable)
            files += QString::fromStdString(node.subtitle);
    }
    QCOMPARE(files, (QStringList{u"a.yaml"_s, u"b.yaml"_s}));
    QCOMPARE(static_cast<std::size_t>(ids.size()), topology.nodes.size());
    const Topology same = buildTopology(*meshFrom({{"one/a.yaml", yaml}, {"two/a.yaml", yaml}}), nullptr, {});
    QCOMPARE(same.nodes.front().subtitle, "one/a.yaml");
}

void TestTopology::httpRouteHangsOnItsParent()
{
    const Topology topology = buildTopology(*meshFrom(R"(
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: a}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: a}
spec:
  parentRefs: [{name: public}]
  hostnames: [web.example.com]
  rules:
  - matches: [{path: {type: PathPrefix, value: /api}}]
    backendRefs:
    - {name: web, port: 80, weight: 3}
    - {name: next, port: 80}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: a}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: next, namespace: a}
spec: {selector: {app: next}, ports: [{port: 80}]}
)"),
                                            nullptr, {});
    QCOMPARE(edgeTexts(topology, EdgeType::Exposes), (QStringList{u"public > web"_s}));
    QCOMPARE(edgeTexts(topology, EdgeType::Routes), (QStringList{u"/api* > next 25"_s, u"/api* > web 75"_s}));
    QCOMPARE(findNode(topology, NodeType::RouteTable, "web")->subtitle, "web.example.com");
}

void TestTopology::workloadOutsideSubsetsHangsOnTheCard()
{
    std::string yaml = shop();
    yaml += "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: reviews-canary, namespace: shop}\n"
            "spec: {template: {metadata: {labels: {app: reviews, version: canary}}}}\n";
    const Topology topology = buildTopology(*meshFrom(yaml), nullptr, {});
    QVERIFY(edgeTexts(topology, EdgeType::Selects).contains(u"reviews > reviews-canary"_s));
    const Node* canary = findNode(topology, NodeType::Workload, "reviews-canary");
    QVERIFY(!canary->replicas.has_value());
    QCOMPARE(canary->subtitle, "Deployment");
}

void TestTopology::servicesWithoutRoutesAreShown()
{
    const Topology topology = buildTopology(*meshFrom(R"(
apiVersion: v1
kind: Service
metadata: {name: lonely, namespace: a}
spec: {selector: {app: lonely}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: lonely, namespace: a}
spec: {template: {metadata: {labels: {app: lonely}}}}
)"),
                                            nullptr, {});
    QCOMPARE(edgeTexts(topology, EdgeType::Selects), (QStringList{u"lonely > lonely"_s}));
    QCOMPARE(topology.groups.size(), std::size_t{1});
}

void TestTopology::routesSayWhatTheyMatch_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("title");
    const QString to = u"    route: [{destination: {host: web}}]\n"_s;
    QTest::newRow("name") << u"  - name: canary\n"_s + to << u"canary"_s;
    QTest::newRow("everything") << u"  - route: [{destination: {host: web}}]\n"_s << u"*"_s;
    QTest::newRow("prefix") << u"  - match: [{uri: {prefix: /api}}]\n"_s + to << u"/api*"_s;
    QTest::newRow("root") << u"  - match: [{uri: {prefix: /}}]\n"_s + to << u"/"_s;
    QTest::newRow("exact") << u"  - match: [{uri: {exact: /login}}]\n"_s + to << u"/login"_s;
    QTest::newRow("regex") << u"  - match: [{uri: {regex: '^/a.*'}}]\n"_s + to << u"~ ^/a.*"_s;
    QTest::newRow("header") << u"  - match: [{headers: {end-user: {exact: jason}}}]\n"_s + to << u"end-user: jason"_s;
    QTest::newRow("several") << u"  - match: [{uri: {exact: /a}}, {uri: {exact: /b}}]\n"_s + to << u"/a + 1"_s;
}

void TestTopology::routesSayWhatTheyMatch()
{
    QFETCH(const QString, route);
    QFETCH(const QString, title);
    const Topology topology = buildTopology(*meshFrom(virtualService(route).toStdString()), nullptr, {});
    const auto it = std::ranges::find(topology.nodes, NodeType::Route, &Node::type);
    QVERIFY(it != topology.nodes.end());
    QCOMPARE(QString::fromStdString(it->title), title);
    QCOMPARE(it->subtitle, "1");
}

void TestTopology::badgesNameFeatures()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    QCOMPARE(findNode(topology, NodeType::Route, "default")->badges, (std::vector{Badge::Timeout, Badge::Retry}));
    QCOMPARE(findNode(topology, NodeType::Route, "preview")->badges, (std::vector{Badge::HeaderMatch}));
    QCOMPARE(findNode(topology, NodeType::Route, "*")->badges, (std::vector{Badge::Mirror}));
    QCOMPARE(findNode(topology, NodeType::Service, "reviews")->badges, (std::vector{Badge::CircuitBreaker}));
}

void TestTopology::tcpReachesTheWorkload()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    for (const Edge* edge : edgesOf(topology, EdgeType::Selects))
        QCOMPARE(edge->isTcp, topology.nodes[edge->from].title == "ledger");
}

void TestTopology::changesComeFromTheBase()
{
    const mesh::MeshGraphPtr base = meshFrom(shop(true));
    const Topology topology = buildTopology(*meshFrom(shop()), base.get(), {});
    QCOMPARE(findNode(topology, NodeType::RouteTable, "reviews")->state, State::Changed);
    QCOMPARE(findNode(topology, NodeType::RouteTable, "catalog")->state, State::Same);
    // A route in front moves "default" to another index; it is still the same route.
    QCOMPARE(findNode(topology, NodeType::Route, "default")->state, State::Changed);
    QCOMPARE(findNode(topology, NodeType::Route, "preview")->state, State::Added);
    const Edge* stable = edgeInto(topology, EdgeType::Routes, "default", "v1");
    QCOMPARE(stable->state, State::Changed);
    QCOMPARE(stable->oldShare, std::optional(0.9));
    QCOMPARE(edgeInto(topology, EdgeType::Routes, "default", "v2")->state, State::Same);
    QCOMPARE(edgeInto(topology, EdgeType::Routes, "default", "v3")->state, State::Added);
    const Node* card = findNode(topology, NodeType::Service, "reviews");
    QCOMPARE(card->state, State::Same);
    QCOMPARE(card->subsets[2].state, State::Added);
    QCOMPARE(card->subsets[0].state, State::Same);
    for (const Edge* edge : edgesOf(topology, EdgeType::Selects))
        QCOMPARE(edge->state, State::Same);
}

void TestTopology::removedThingsStayInThePicture()
{
    const mesh::MeshGraphPtr base = meshFrom(shop());
    const Topology topology = buildTopology(*meshFrom(shop(true)), base.get(), {});
    QCOMPARE(findNode(topology, NodeType::Route, "preview")->state, State::Removed);
    const Node* card = findNode(topology, NodeType::Service, "reviews");
    QCOMPARE(card->subsets.size(), std::size_t{3});
    QCOMPARE(card->subsets[2].state, State::Removed);
    QCOMPARE(edgeInto(topology, EdgeType::Routes, "preview", "v3")->state, State::Removed);
    QCOMPARE(edgeInto(topology, EdgeType::Routes, "default", "v3")->state, State::Removed);
    for (const Edge& edge : topology.edges) {
        QVERIFY(edge.from < topology.nodes.size() && edge.to < topology.nodes.size());
        QVERIFY(edge.toRow < static_cast<std::int32_t>(topology.nodes[edge.to].subsets.size()));
    }
}

void TestTopology::commentsAndKeyOrderAreNoChange()
{
    const mesh::MeshGraphPtr base = meshFrom(
        virtualService(u"  - timeout: 3s\n    route: [{destination: {host: web}, weight: 10}]\n"_s).toStdString());
    const mesh::MeshGraphPtr same = meshFrom(
        virtualService(u"  # why\n  - route:\n    - weight: 10\n      destination: {host: 'web'}\n    timeout: 3s\n"_s)
            .toStdString());
    for (const Node& node : buildTopology(*same, base.get(), {}).nodes)
        QCOMPARE(node.state, State::Same);
    // A quoted number is a string: that is a change.
    const mesh::MeshGraphPtr quoted = meshFrom(
        virtualService(u"  - timeout: 3s\n    route: [{destination: {host: web}, weight: '10'}]\n"_s).toStdString());
    QCOMPARE(buildTopology(*quoted, base.get(), {}).nodes.front().state, State::Changed);
}

void TestTopology::idsStayWhenTextAboveChanges()
{
    const Topology before = buildTopology(*meshFrom(shop(true)), nullptr, {});
    const Topology after = buildTopology(*meshFrom("# a line\n" + shop()), nullptr, {});
    for (const Node& node : before.nodes)
        QVERIFY2(std::ranges::find(after.nodes, node.id, &Node::id) != after.nodes.end(), node.id.c_str());
}

void TestTopology::findingMarksTheTable()
{
    const std::vector<std::pair<std::string, std::string>> files = {{"mesh.yaml", shop()}};
    const Topology topology = buildTopology(*meshFrom(files), nullptr, findingsIn(files));
    QCOMPARE(findNode(topology, NodeType::RouteTable, "catalog")->finding, std::optional(checks::Severity::Error));
    // Its only route is not marked a second time.
    QCOMPARE(findNode(topology, NodeType::Route, "*")->finding, std::nullopt);
    QCOMPARE(findNode(topology, NodeType::RouteTable, "reviews")->finding, std::optional(checks::Severity::Info));
}

void TestTopology::findingMarksTheRouteOfALargerTable()
{
    const std::vector<std::pair<std::string, std::string>> files = {
        {"a.yaml",
         virtualService(u"  - name: good\n    match: [{uri: {exact: /}}]\n    route: [{destination: {host: web}}]\n"
                        "  - name: bad\n    route: [{destination: {host: gone}}]\n"_s)
                 .toStdString()
             + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a}\nspec: {selector: {app: "
               "web}}\n"}};
    const Topology topology = buildTopology(*meshFrom(files), nullptr, findingsIn(files));
    QVERIFY(findNode(topology, NodeType::Route, "bad")->finding.has_value());
    QVERIFY(!findNode(topology, NodeType::Route, "good")->finding.has_value());
    QVERIFY(findNode(topology, NodeType::RouteTable, "web")->finding.has_value());
}

void TestTopology::aroundKeepsNeighbours_data()
{
    QTest::addColumn<int>("hops");
    QTest::addColumn<int>("nodes");
    QTest::newRow("itself") << 0 << 1;
    QTest::newRow("table and card") << 1 << 3;
    QTest::newRow("two hops") << 2 << 8;
    QTest::newRow("the whole component") << 20 << 12;
}

void TestTopology::aroundKeepsNeighbours()
{
    QFETCH(const int, hops);
    QFETCH(const int, nodes);
    const Topology all = buildTopology(*meshFrom(shop()), nullptr, {});
    const Topology part = around(all, {findNode(all, NodeType::Route, "default")->id}, hops);
    QCOMPARE(static_cast<int>(part.nodes.size()), nodes);
    for (const Edge& edge : part.edges)
        QVERIFY(edge.from < part.nodes.size() && edge.to < part.nodes.size());
    for (const Node& node : part.nodes)
        QCOMPARE(part.groups[static_cast<std::size_t>(node.group)].title, node.element.key.ns);
}

void TestTopology::delegateLeadsToItsTable()
{
    const Topology topology = buildTopology(*meshFrom(R"(
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: a}
spec:
  hosts: [web]
  http:
  - name: hand-over
    delegate: {name: part, namespace: b}
  - name: lost
    delegate: {name: nobody, namespace: b}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: part, namespace: b}
spec:
  http:
  - route: [{destination: {host: web.a.svc.cluster.local}}]
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: a}
spec: {selector: {app: web}}
)"),
                                            nullptr, {});
    QCOMPARE(edgeTexts(topology, EdgeType::Delegates),
             (QStringList{u"hand-over > part"_s, u"lost > nobody dangling"_s}));
    QCOMPARE(findNode(topology, NodeType::Missing, "nobody")->missingReason, "missing.virtualservice");
}

QTEST_GUILESS_MAIN(TestTopology)
#include "tst_topology.moc"
