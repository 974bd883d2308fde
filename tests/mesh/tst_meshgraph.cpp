// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/graphupdate.h"
#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;
using test::graphOf;
using test::named;
using test::service;
using test::virtualService;

namespace {

const char* name(Resolution resolution)
{
    switch (resolution) {
    case Resolution::Found:
        return "found";
    case Resolution::Missing:
        return "missing";
    case Resolution::Unknown:
        return "unknown";
    }
    return "";
}

std::string serviceEntry(const std::string& entry, const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: " + entry
        + ", namespace: " + ns + "}\nspec: {" + spec + "}\n";
}

std::string rule(const std::string& ruleName, const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: " + ruleName
        + ", namespace: " + ns + "}\nspec: {" + spec + "}\n";
}

std::string deployment(const std::string& workload, const std::string& ns, const std::string& labels)
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + workload + ", namespace: " + ns
        + "}\nspec: {template: {metadata: {labels: {" + labels + "}}}}\n";
}

std::string routeTo(const std::string& host, const std::string& more = {})
{
    return "  http:\n  - route:\n    - destination: {host: \"" + host + "\"" + more + "}\n";
}

std::string peerAuthentication(const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, namespace: " + ns
        + "}\nspec: {" + spec + "}\n";
}

/// "ns/name ..." of resources.
QByteArray names(const MeshGraph& graph, std::span<const ResourceIndex> resources)
{
    QByteArrayList all;
    for (const ResourceIndex index : resources)
        all << QByteArray::fromStdString(graph.at(index).key.ns + "/" + graph.at(index).key.name);
    return all.join(' ');
}

/// Every reference in one line: type, from, target, subset, resolutions, to (both by their place in file order).
std::string dump(const MeshGraph& graph)
{
    std::string all;
    const auto placeOf = [&](ResourceIndex index) {
        return std::to_string(std::ranges::find(graph.order(), index) - graph.order().begin());
    };
    for (const Reference* each : graph.references()) {
        const Reference& reference = *each;
        all += std::to_string(static_cast<int>(reference.type)) + " " + placeOf(reference.from) + " " + reference.target
            + " " + reference.subset + " " + name(reference.resolution) + " " + name(reference.subsetResolution) + " "
            + placeOf(reference.to) + " " + std::to_string(reference.node) + "\n";
    }
    return all;
}

} // namespace

class TestMeshGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resolvesHosts_data();
    void resolvesHosts();
    void knowsNothingWithoutServices();
    void prefersExactHostsAndTheOwnNamespace();
    void keepsExportsApart_data();
    void keepsExportsApart();
    void resolvesGateways_data();
    void resolvesGateways();
    void resolvesDelegates_data();
    void resolvesDelegates();
    void resolvesSubsets_data();
    void resolvesSubsets();
    void wildcardRulesCoverHosts();
    void gatewayApiRoutesLeadToServices();
    void routesHangOnServicesToo();
    void servicesSelectWorkloads();
    void gatewaysSelectWorkloadsEverywhere();
    void findsMtlsModes();
    void keepsDuplicates();
    void linksReferencesBothWays();
    void orderOfInputDoesNotMatter();
    void rebuildingEqualsBuilding();
    void staysLinear();
};

void TestMeshGraph::resolvesHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("ns");
    QTest::addColumn<QByteArray>("resolution");
    QTest::addColumn<QByteArray>("fqdn");
    const auto row = [](const char* what, const char* host, const char* ns, const char* resolution, const char* fqdn) {
        QTest::newRow(what) << QByteArray(host) << QByteArray(ns) << QByteArray(resolution) << QByteArray(fqdn);
    };
    row("short", "reviews", "shop", "found", "reviews.shop.svc.cluster.local");
    row("full", "reviews.shop.svc.cluster.local", "other", "found", "reviews.shop.svc.cluster.local");
    row("short, other namespace", "reviews", "pay", "missing", "reviews.pay.svc.cluster.local");
    row("short, namespace without Services", "reviews", "infra", "unknown", "reviews.infra.svc.cluster.local");
    row("full, namespace without Services", "a.b.svc.cluster.local", "shop", "unknown", "a.b.svc.cluster.local");
    row("full, not there", "ratings.shop.svc.cluster.local", "pay", "missing", "ratings.shop.svc.cluster.local");
    row("NAME.NS is not completed", "reviews.shop", "pay", "missing", "reviews.shop");
    row("NAME.NS.svc is not completed", "reviews.shop.svc", "pay", "missing", "reviews.shop.svc");
    row("ServiceEntry", "api.example.com", "shop", "found", "api.example.com");
    row("wildcard", "x.y.example.org", "shop", "found", "x.y.example.org");
    row("the wildcard itself", "*.example.org", "shop", "found", "*.example.org");
    row("a wildcard has no host without prefix", "example.org", "shop", "unknown", "example.org");
    row("outside", "www.example.net", "shop", "unknown", "www.example.net");
    row("placeholder", "${HOST}", "shop", "unknown", "${HOST}.shop.svc.cluster.local");
    row("placeholder in a full name", "a.$(ns).svc.cluster.local", "shop", "unknown", "a.$(ns).svc.cluster.local");
    row("address", "10.1.2.3", "shop", "unknown", "10.1.2.3");
    row("empty", "", "shop", "missing", "");
}

void TestMeshGraph::resolvesHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, ns);
    QFETCH(QByteArray, resolution);
    QFETCH(QByteArray, fqdn);
    const MeshGraphPtr graph = graphOf(service("reviews", "shop") + service("cards", "pay")
                                       + serviceEntry("api", "infra", "hosts: [api.example.com]")
                                       + serviceEntry("wide", "infra", "hosts: ['*.example.org']"));
    const HostResolution found = graph->resolveHost(host.toStdString(), ns.toStdString());
    QCOMPARE(name(found.resolution), resolution);
    QCOMPARE(found.fqdn, fqdn.toStdString());
    QCOMPARE(found.resource != noResource, resolution == "found");
}

void TestMeshGraph::knowsNothingWithoutServices()
{
    const MeshGraphPtr graph = graphOf(virtualService("v", "shop", routeTo("reviews")));
    QCOMPARE(graph->resolveHost("reviews", "shop").resolution, Resolution::Unknown);
    QCOMPARE(graph->references().front()->resolution, Resolution::Unknown);
}

void TestMeshGraph::prefersExactHostsAndTheOwnNamespace()
{
    const MeshGraphPtr graph = graphOf(
        serviceEntry("wide", "a", "hosts: ['*.com']") + serviceEntry("middle", "a", "hosts: ['*.example.com']")
        + serviceEntry("exact", "a", "hosts: [x.example.com]") + serviceEntry("own", "b", "hosts: [x.example.com]"));
    const auto nameOf = [&](const char* host, const char* ns) {
        return graph->at(graph->resolveHost(host, ns).resource).key.name;
    };
    QCOMPARE(nameOf("x.example.com", "a"), "exact");
    QCOMPARE(nameOf("x.example.com", "b"), "own");
    QCOMPARE(nameOf("x.example.com", "c"), "exact");
    QCOMPARE(nameOf("y.example.com", "a"), "middle");
    QCOMPARE(nameOf("y.example.net.com", "a"), "wide");
    const MeshGraphPtr both =
        graphOf(serviceEntry("entry", "shop", "hosts: [reviews.shop.svc.cluster.local]") + service("reviews", "shop"));
    QCOMPARE(both->at(both->resolveHost("reviews", "shop").resource).key.kind, "Service");
}

void TestMeshGraph::keepsExportsApart_data()
{
    QTest::addColumn<QByteArray>("exportTo");
    QTest::addColumn<QByteArray>("ns");
    QTest::addColumn<bool>("isVisible");
    QTest::newRow("own") << QByteArray(".") << QByteArray("shop") << true;
    QTest::newRow("own only") << QByteArray(".") << QByteArray("pay") << false;
    QTest::newRow("named") << QByteArray("x, pay") << QByteArray("pay") << true;
    QTest::newRow("not named, even at home") << QByteArray("x,pay") << QByteArray("shop") << false;
    QTest::newRow("all") << QByteArray("*") << QByteArray("pay") << true;
    QTest::newRow("nobody") << QByteArray("~") << QByteArray("shop") << false;
}

void TestMeshGraph::keepsExportsApart()
{
    QFETCH(QByteArray, exportTo);
    QFETCH(QByteArray, ns);
    QFETCH(bool, isVisible);
    const std::string to = exportTo.toStdString();
    std::string list;
    for (const QByteArray& part : exportTo.split(','))
        list += "'" + part.trimmed().toStdString() + "',";
    const MeshGraphPtr graph =
        graphOf(service("plain", "shop") + serviceEntry("e", "shop", "hosts: [a.example.com], exportTo: [" + list + "]")
                + "---\napiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop, annotations: "
                  "{networking.istio.io/exportTo: '"
                + to + "'}}\n");
    const Resolution expected = isVisible ? Resolution::Found : Resolution::Missing;
    QCOMPARE(graph->resolveHost("a.example.com", ns.toStdString()).resolution, expected);
    QCOMPARE(graph->resolveHost("s.shop.svc.cluster.local", ns.toStdString()).resolution, expected);
}

void TestMeshGraph::resolvesGateways_data()
{
    QTest::addColumn<QByteArray>("gateway");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("own namespace") << QByteArray("gw") << QByteArray("shop/gw found");
    QTest::newRow("own namespace, missing") << QByteArray("nothing") << QByteArray("shop/nothing missing");
    QTest::newRow("other namespace") << QByteArray("infra/gw") << QByteArray("infra/gw found");
    QTest::newRow("other namespace, missing") << QByteArray("infra/x") << QByteArray("infra/x missing");
    QTest::newRow("somebody else's namespace") << QByteArray("edge/gw") << QByteArray("edge/gw unknown");
    QTest::newRow("Gateway API") << QByteArray("infra/api") << QByteArray("infra/api found");
    QTest::newRow("old form") << QByteArray("gw.infra.svc.cluster.local") << QByteArray("infra/gw found");
    QTest::newRow("placeholder") << QByteArray("infra/${GW}") << QByteArray("infra/${GW} unknown");
    QTest::newRow("mesh is no gateway") << QByteArray("mesh") << QByteArray();
}

void TestMeshGraph::resolvesGateways()
{
    QFETCH(QByteArray, gateway);
    QFETCH(QByteArray, expected);
    const MeshGraphPtr graph = graphOf(
        virtualService("v", "shop", "  gateways: ['" + gateway.toStdString() + "']\n")
        + "---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: gw, namespace: shop}\n"
          "---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: gw, namespace: infra}\n"
          "---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: api, namespace: infra}\n");
    QByteArray all;
    for (const Reference* each : graph->references()) {
        const Reference& reference = *each;
        QCOMPARE(reference.type, ReferenceType::Exposes);
        QCOMPARE(graph->at(reference.from).node(reference.node).value(), gateway.toStdString());
        all += QByteArray::fromStdString(reference.target) + " " + name(reference.resolution);
    }
    QCOMPARE(all, expected);
}

void TestMeshGraph::resolvesDelegates_data()
{
    QTest::addColumn<QByteArray>("delegate");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("own") << QByteArray("{name: d}") << QByteArray("shop/d found");
    QTest::newRow("other") << QByteArray("{name: d, namespace: pay}") << QByteArray("pay/d found");
    QTest::newRow("missing") << QByteArray("{name: e, namespace: pay}") << QByteArray("pay/e missing");
    QTest::newRow("elsewhere") << QByteArray("{name: e, namespace: far}") << QByteArray("far/e unknown");
}

void TestMeshGraph::resolvesDelegates()
{
    QFETCH(QByteArray, delegate);
    QFETCH(QByteArray, expected);
    const MeshGraphPtr graph =
        graphOf(virtualService("v", "shop", "  http: [{delegate: " + delegate.toStdString() + "}]\n")
                + virtualService("d", "shop", "  http: []\n") + virtualService("d", "pay", "  http: []\n"));
    QCOMPARE(graph->references().size(), std::size_t(1));
    const Reference& reference = *graph->references().front();
    QCOMPARE(reference.type, ReferenceType::Delegates);
    QCOMPARE(QByteArray::fromStdString(reference.target) + " " + name(reference.resolution), expected);
}

void TestMeshGraph::resolvesSubsets_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("subset");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* host, const char* subset, const char* expected) {
        QTest::newRow(what) << QByteArray(host) << QByteArray(subset) << QByteArray(expected);
    };
    row("there", "reviews", "v1", "found found");
    row("in a second rule, full name, other namespace", "reviews", "v2", "found found");
    row("not there", "reviews", "v9", "found missing");
    row("no rule at all", "ratings", "v1", "found missing");
    row("host missing", "nothing", "v1", "missing missing");
    row("host unknown, no rule", "a.far.svc.cluster.local", "v1", "unknown unknown");
    row("host unknown, rule has it", "b.far.svc.cluster.local", "v1", "unknown found");
    row("host unknown, rule lacks it", "b.far.svc.cluster.local", "v2", "unknown missing");
    row("placeholder", "reviews", "${SUBSET}", "found unknown");
    row("by the longest wildcard", "x.y.example.com", "y", "unknown found");
    row("not by the shorter wildcard", "x.y.example.com", "w", "unknown missing");
}

void TestMeshGraph::resolvesSubsets()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, subset);
    QFETCH(QByteArray, expected);
    const std::string labels = "labels: {version: v}";
    const MeshGraphPtr graph = graphOf(
        service("reviews", "shop") + service("ratings", "shop")
        + rule("r1", "shop", "host: reviews, subsets: [{name: v1, " + labels + "}]")
        + rule("r2", "pay", "host: reviews.shop.svc.cluster.local, subsets: [{name: v2, " + labels + "}]")
        + rule("r3", "pay", "host: reviews, subsets: [{name: v9, " + labels + "}]")
        + rule("r4", "pay", "host: b.far.svc.cluster.local, subsets: [{name: v1, " + labels + "}]")
        + rule("r5", "pay", "host: '*.example.com', subsets: [{name: w, " + labels + "}]")
        + rule("r6", "pay", "host: '*.y.example.com', subsets: [{name: y, " + labels + "}]")
        + virtualService("v", "shop", routeTo(host.toStdString(), ", subset: \"" + subset.toStdString() + "\"")));
    const ResourceIndex from = named(*graph, "VirtualService", "v");
    const auto references = graph->referencesFrom(from);
    QCOMPARE(references.size(), std::size_t(1));
    const Reference& reference = references.front();
    QCOMPARE(QByteArray(name(reference.resolution)) + " " + name(reference.subsetResolution), expected);
    QCOMPARE(graph->at(from).node(reference.subsetNode).value(), subset.toStdString());
    QCOMPARE(graph->at(from).node(reference.node).value(), host.toStdString());
}

void TestMeshGraph::wildcardRulesCoverHosts()
{
    const MeshGraphPtr graph =
        graphOf(service("reviews", "shop") + rule("all", "istio-system", "host: '*.local'")
                + rule("ns", "shop", "host: '*.shop.svc.cluster.local'") + rule("one", "shop", "host: reviews")
                + rule("far", "shop", "host: '*.example.com'"));
    const auto resolution = [&](const char* rule) {
        return graph->referencesFrom(named(*graph, "DestinationRule", rule)).front().resolution;
    };
    QCOMPARE(resolution("all"), Resolution::Found);
    QCOMPARE(resolution("ns"), Resolution::Found);
    QCOMPARE(resolution("far"), Resolution::Unknown);
    QCOMPARE(names(*graph, graph->destinationRulesFor("reviews.shop.svc.cluster.local")), "shop/one");
    QCOMPARE(names(*graph, graph->destinationRulesFor("ratings.shop.svc.cluster.local")), "shop/ns");
    QCOMPARE(names(*graph, graph->destinationRulesFor("a.b.svc.cluster.local")), "istio-system/all");
    QCOMPARE(names(*graph, graph->destinationRulesFor("example.net")), "");
}

void TestMeshGraph::gatewayApiRoutesLeadToServices()
{
    const std::string head = "---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r, "
                             "namespace: shop}\nspec:\n  rules:\n  - backendRefs:\n";
    const MeshGraphPtr graph = graphOf(
        service("a", "shop") + service("b", "pay") + serviceEntry("e", "shop", "hosts: [api.example.com]") + head
        + "    - {name: a, port: 80}\n    - {name: b, namespace: pay, port: 80}\n    - {name: b, port: 80}\n"
          "    - {name: i, group: multicluster.x-k8s.io, kind: ServiceImport}\n"
          "    - {name: api.example.com, group: networking.istio.io, kind: Hostname}\n    - {port: 80}\n");
    QByteArrayList all;
    for (const Reference& reference : graph->referencesFrom(named(*graph, "HTTPRoute", "r")))
        all << QByteArray::fromStdString(reference.target) + " " + name(reference.resolution);
    QCOMPARE(all,
             (QByteArrayList{"a.shop.svc.cluster.local found", "b.pay.svc.cluster.local found",
                             "b.shop.svc.cluster.local missing", "i unknown", "api.example.com found", " missing"}));
}

void TestMeshGraph::routesHangOnServicesToo()
{
    const MeshGraphPtr graph = graphOf(
        service("a", "shop")
        + "---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r, namespace: shop}\nspec: "
          "{parentRefs: [{kind: Service, group: '', name: a}, {kind: Service, name: b}, {name: g}, {kind: ListenerSet, "
          "name: l}]}\n");
    QByteArrayList all;
    for (const Reference* reference : graph->references())
        all << QByteArray::fromStdString(reference->target) + " " + name(reference->resolution);
    QCOMPARE(all, (QByteArrayList{"shop/a found", "shop/b missing", "shop/g missing", "shop/l unknown"}));
    QCOMPARE(graph->references().front()->to, named(*graph, "Service", "a"));
}

void TestMeshGraph::servicesSelectWorkloads()
{
    const MeshGraphPtr graph = graphOf(
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec: {selector: {app: "
        "reviews}}\n"
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: all, namespace: shop}\nspec: {ports: []}\n"
        + deployment("v1", "shop", "app: reviews, version: v1") + deployment("v2", "shop", "app: reviews, version: v2")
        + deployment("other", "shop", "app: ratings, version: v1")
        + deployment("far", "pay", "app: reviews, version: v1")
        + rule(
            "d", "shop",
            "host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: all}, {name: none, labels: {version: "
            "v3}}, {name: odd, labels: {app: ratings}}]")
        + serviceEntry("vm", "shop", "hosts: [vm.example.com], workloadSelector: {labels: {app: ratings}}"));
    const ResourceIndex reviews = named(*graph, "Service", "reviews");
    QCOMPARE(names(*graph, graph->workloadsOf(reviews)), "shop/v1 shop/v2");
    QCOMPARE(names(*graph, graph->workloadsOf(reviews, {{"version", "v2"}})), "shop/v2");
    QCOMPARE(names(*graph, graph->workloadsOf(reviews, {{"app", "ratings"}})), "");
    QCOMPARE(names(*graph, graph->workloadsOf(named(*graph, "Service", "all"))), "");
    QCOMPARE(names(*graph, graph->workloadsOf(named(*graph, "ServiceEntry", "vm"))), "shop/other");
    QCOMPARE(names(*graph, graph->workloadsOf(named(*graph, "Deployment", "v1"))), "");
    QCOMPARE(names(*graph, graph->workloadsOf(noResource)), "");
    QCOMPARE(names(*graph, graph->workloadsMatching("shop", {})), "");
    QCOMPARE(names(*graph, graph->workloadsMatching("shop", {{"version", "v1"}})), "shop/v1 shop/other");

    QByteArrayList selected;
    for (const Reference& reference : graph->referencesFrom(named(*graph, "DestinationRule", "d"))) {
        if (reference.type == ReferenceType::Selects)
            selected << QByteArray::fromStdString(reference.subset + "->" + reference.target);
    }
    QCOMPARE(selected, (QByteArrayList{"v1->shop/v1", "all->shop/v1", "all->shop/v2"}));
}

void TestMeshGraph::gatewaysSelectWorkloadsEverywhere()
{
    const MeshGraphPtr graph =
        graphOf("apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: g, namespace: shop}\nspec: "
                "{selector: {istio: ingress}}\n---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: "
                "{name: every, namespace: shop}\n"
                + deployment("in", "istio-system", "istio: ingress") + deployment("own", "shop", "istio: ingress"));
    QByteArrayList selected;
    for (const Reference* reference : graph->references())
        selected << QByteArray::fromStdString(graph->at(reference->from).key.name + "->" + reference->target);
    QCOMPARE(selected, (QByteArrayList{"g->istio-system/in", "g->shop/own"}));
}

void TestMeshGraph::findsMtlsModes()
{
    const std::string workloads = deployment("a", "shop", "app: a") + deployment("b", "shop", "app: b")
        + deployment("c", "pay", "app: c") + deployment("r", "istio-system", "app: a");
    const MeshGraphPtr graph =
        graphOf(workloads + peerAuthentication("istio-system", "mtls: {mode: STRICT}")
                + peerAuthentication("istio-system", "selector: {matchLabels: {app: c}}, mtls: {mode: DISABLE}")
                + peerAuthentication("istio-system", "selector: {matchLabels: {app: a}}, mtls: {mode: DISABLE}")
                + peerAuthentication("shop", "mtls: {mode: PERMISSIVE}")
                + peerAuthentication("shop", "selector: {matchLabels: {app: a}}, mtls: {mode: DISABLE}")
                + peerAuthentication("shop", "selector: {matchLabels: {app: b}}, mtls: {mode: UNSET}")
                + peerAuthentication("pay", "mtls: {mode: UNSET}"));
    QCOMPARE(graph->mtlsOfNamespace("shop"), MtlsMode::Permissive);
    QCOMPARE(graph->mtlsOfNamespace("pay"), MtlsMode::Strict);
    QCOMPARE(graph->mtlsOfNamespace("unheard-of"), MtlsMode::Strict);
    QCOMPARE(graph->mtlsOfWorkload(named(*graph, "Deployment", "a")), MtlsMode::Disable);
    QCOMPARE(graph->mtlsOfWorkload(named(*graph, "Deployment", "b")), MtlsMode::Permissive);
    QCOMPARE(graph->mtlsOfWorkload(named(*graph, "Deployment", "c")), MtlsMode::Strict);
    QCOMPARE(graph->mtlsOfWorkload(named(*graph, "Deployment", "r")), MtlsMode::Strict);
    QCOMPARE(graphOf(workloads)->mtlsOfNamespace("shop"), MtlsMode::Unset);
    QCOMPARE(graph->mtlsOfWorkload(noResource), MtlsMode::Unset);
}

void TestMeshGraph::keepsDuplicates()
{
    auto resources =
        readResources("e", "b.yaml", source::parseText(virtualService("v", "shop", "  hosts: [b]\n")), "d");
    for (const ResourcePtr& resource :
         readResources("e", "a.yaml",
                       source::parseText(virtualService("v", "shop", "  hosts: [a1]\n")
                                         + virtualService("v", "shop", "  hosts: [a2]\n")),
                       "d"))
        resources.push_back(resource);
    const MeshGraphPtr graph = MeshGraph::build("e", resources);
    const ResourceKey key{"e", "networking.istio.io", "VirtualService", "shop", "v"};
    const auto found = graph->find(key);
    QVERIFY(std::ranges::equal(found, std::vector<ResourceIndex>{0, 1, 2}));
    QCOMPARE(graph->at(0).source.path, "a.yaml");
    QCOMPARE(graph->at(2).source.path, "b.yaml");
    for (const ResourceIndex index : found)
        QCOMPARE(graph->find(graph->at(index).element()), index);
    ElementRef moved = graph->at(2).element();
    moved.document = 7;
    QCOMPARE(graph->find(moved), ResourceIndex(0));
    moved.key.name = "w";
    QCOMPARE(graph->find(moved), noResource);
    QVERIFY(graph->find(moved.key).empty());
    QCOMPARE(graph->ofKind("VirtualService").size(), std::size_t(3));
    QVERIFY(graph->ofKind("Nothing").empty());
    QCOMPARE(graph->namespaces(), std::vector<std::string>{"shop"});
}

void TestMeshGraph::linksReferencesBothWays()
{
    const MeshGraphPtr graph =
        graphOf(service("a", "shop") + virtualService("v", "shop", routeTo("a") + "    mirror: {host: a}\n"));
    const ResourceIndex to = named(*graph, "Service", "a");
    const ResourceIndex from = named(*graph, "VirtualService", "v");
    QCOMPARE(graph->referencesFrom(from).size(), std::size_t(2));
    QCOMPARE(graph->referencesTo(to).size(), std::size_t(2));
    QCOMPARE(graph->referencesTo(to).front(), &graph->referencesFrom(from).front());
    QCOMPARE(graph->referencesTo(to).at(1)->type, ReferenceType::Mirrors);
    QVERIFY(graph->referencesTo(from).empty());
    QVERIFY(graph->referencesFrom(noResource).empty());
}

void TestMeshGraph::orderOfInputDoesNotMatter()
{
    const std::string text = service("a", "shop") + service("b", "shop") + virtualService("v", "shop", routeTo("a"))
        + rule("d", "shop", "host: a, subsets: [{name: v1, labels: {x: y}}]")
        + virtualService("w", "shop", routeTo("c"));
    auto resources = readResources(".", "a.yaml", source::parseText(text), "default");
    for (const ResourcePtr& resource : readResources(".", "b.yaml", source::parseText(text), "default"))
        resources.push_back(resource);
    const std::string expected = dump(*MeshGraph::build(".", resources));
    std::ranges::reverse(resources);
    QCOMPARE(dump(*MeshGraph::build(".", resources)), expected);
    std::ranges::rotate(resources, resources.begin() + 3);
    QCOMPARE(dump(*MeshGraph::build(".", resources)), expected);
}

void TestMeshGraph::rebuildingEqualsBuilding()
{
    const FileSet before =
        test::fileSet({{"a.yaml", service("a", "shop")}, {"b.yaml", virtualService("v", "shop", routeTo("a"))}});
    Environment environment;
    environment.name = ".";
    environment.files = {"a.yaml", "b.yaml"};
    environment.defaultNamespace = "default";
    const MeshGraphPtr old = buildGraph(before, environment);
    QCOMPARE(old->references().front()->resolution, Resolution::Found);

    const FileSet after = before.with("a.yaml", source::parseText(service("z", "shop")));
    const MeshGraphPtr expected = buildGraph(after, environment);
    const MeshGraphPtr rebuilt =
        updateGraph(old, {{"a.yaml", readResources(".", "a.yaml", after.find("a.yaml")->text, "default")}}).graph;
    QCOMPARE(dump(*rebuilt), dump(*expected));
    QCOMPARE(rebuilt->references().front()->resolution, Resolution::Missing);
    QCOMPARE(rebuilt->resources()[1]->source.path, "b.yaml");
    QCOMPARE(rebuilt->resources()[1], old->resources()[1]); // shared, not read again
    QCOMPARE(updateGraph(old, {{"a.yaml", {}}}).graph->resources().size(), std::size_t(1));
}

void TestMeshGraph::staysLinear()
{
    // one host, one subset name, one label for everything: whatever is quadratic in those would not end here
    std::string text;
    for (int i = 0; i < 4000; ++i) {
        const std::string number = std::to_string(i);
        text += rule("d" + number, "shop", "host: a, subsets: [{name: s" + number + ", labels: {version: v}}]");
        text += virtualService("v" + number, "shop", routeTo("a", ", subset: s" + number));
        text += deployment("w" + number, "shop", "app: w" + number + ", tier: all");
        text += "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + number
            + ", namespace: shop}\nspec: {selector: {app: w" + number + ", tier: all}}\n";
    }
    const MeshGraphPtr graph = graphOf(text + service("a", "shop"));
    QCOMPARE(graph->resources().size(), std::size_t(16001));
    QVERIFY(std::ranges::all_of(graph->references(), [](const Reference* reference) {
        return reference->resolution == Resolution::Found && reference->subsetResolution == Resolution::Found;
    }));
    QCOMPARE(graph->references().size(), std::size_t(12000));
}

QTEST_GUILESS_MAIN(TestMeshGraph)
#include "tst_meshgraph.moc"
