// SPDX-License-Identifier: Apache-2.0
#include "tests/mesh/meshtexts.h"

#include "models/mesh/kinds.h"

#include <QtTest/QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

std::vector<ResourcePtr> read(const std::string& text, const std::string& ns = "default")
{
    return readResources("env", "dir/a.yaml", source::parseText(text), ns);
}

/// "group|kind|ns|name|document|item" of each resource.
std::string identities(const std::vector<ResourcePtr>& resources)
{
    std::string all;
    for (const ResourcePtr& resource : resources) {
        const ResourceKey& key = resource->key;
        all += key.group + "|" + key.kind + "|" + key.ns + "|" + key.name + "|"
            + std::to_string(resource->source.document) + "|" + std::to_string(resource->source.item) + "\n";
    }
    return all;
}

} // namespace

class TestResource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsIdentities_data();
    void readsIdentities();
    void namespaceStandsInOnlyWhereItIsAbsent();
    void locatesValuesBehindABrokenDocument();
    void keepsOddTypesWithoutCrash_data();
    void keepsOddTypesWithoutCrash();
    void readsGateways();
    void readsGatewayApiGateways();
    void readsDestinationRules();
    void readsServicePortProtocols_data();
    void readsServicePortProtocols();
    void readsServiceEntries();
    void readsWorkloads_data();
    void readsWorkloads();
    void readsPeerAuthentication();
    void followsAliasesAndMergeKeys();
    void aliasesCannotMultiplyWithoutEnd();
    void tableOfKindsHasNoRepeats();
};

void TestResource::readsIdentities_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("core group") << QByteArray("apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: n}\n")
                                << QByteArray("|Service|n|a|0|0\n");
    QTest::newRow("cluster scoped") << QByteArray("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n")
                                    << QByteArray("|Namespace||a|0|0\n");
    QTest::newRow("unknown kind") << QByteArray("apiVersion: x.y/v1\nkind: Thing\nmetadata: {name: a}\n")
                                  << QByteArray("x.y|Thing|default|a|0|0\n");
    QTest::newRow("no name, no kind, no mapping, empty")
        << QByteArray("kind: Service\nmetadata: {generateName: a-}\n---\nmetadata: {name: a}\n---\n- 1\n---\n---\nx\n")
        << QByteArray();
    QTest::newRow("documents keep their position")
        << QByteArray("---\n# empty\n---\nkind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\n")
        << QByteArray("|A|default|a|1|0\n|B|default|b|2|0\n");
    QTest::newRow("list") << QByteArray("apiVersion: v1\nkind: List\nitems:\n- {kind: A, metadata: {name: a}}\n- 7\n"
                                        "- {kind: B, metadata: {name: b}}\n")
                          << QByteArray("|A|default|a|0|0\n|B|default|b|0|2\n");
    QTest::newRow("typed list") << QByteArray("kind: VirtualServiceList\nitems: [{apiVersion: networking.istio.io/v1, "
                                              "kind: VirtualService, metadata: {name: a}}]\n")
                                << QByteArray("networking.istio.io|VirtualService|default|a|0|0\n");
    QTest::newRow("list in a list") << QByteArray("kind: List\nitems: [{kind: List, items: [{kind: A, metadata: {name: "
                                                  "a}}]}, {kind: B, metadata: {name: b}}]\n")
                                    << QByteArray("|A|default|a|0|0\n|B|default|b|0|1\n");
    QTest::newRow("a kustomization is no resource")
        << QByteArray("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: a}\n")
        << QByteArray();
    QTest::newRow("Flux's Kustomization is one")
        << QByteArray("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\n")
        << QByteArray("kustomize.toolkit.fluxcd.io|Kustomization|default|a|0|0\n");
    QTest::newRow("names that YAML takes for numbers")
        << QByteArray("kind: A\nmetadata: {name: 007, namespace: 1e3}\n") << QByteArray("|A|1e3|007|0|0\n");
}

void TestResource::readsIdentities()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(identities(read(text.toStdString()))), expected);
}

void TestResource::namespaceStandsInOnlyWhereItIsAbsent()
{
    const auto resources =
        read("kind: A\nmetadata: {name: a}\n---\nkind: A\nmetadata: {name: b, namespace: w}\n---\n"
             "apiVersion: v1\nkind: Namespace\nmetadata: {name: c}\n---\nkind: A\nmetadata: {name: d, namespace: }\n",
             "fallback");
    QCOMPARE(resources.size(), std::size_t(4));
    QCOMPARE(resources[0]->key.ns, "fallback");
    QVERIFY(!resources[0]->namespaceIsWritten);
    QCOMPARE(resources[1]->key.ns, "w");
    QVERIFY(resources[1]->namespaceIsWritten);
    QCOMPARE(resources[2]->key.ns, "");
    QCOMPARE(resources[3]->key.ns, "fallback");
}

void TestResource::locatesValuesBehindABrokenDocument()
{
    const auto resources = read("a: [1\n---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\n"
                                "metadata:\n  name: d\nspec:\n  host: \"\xC3\xA4\"\n");
    QCOMPARE(resources.size(), std::size_t(1));
    const Resource& rule = *resources.front();
    QCOMPARE(rule.source.document, 1U);
    const auto& body = std::get<DestinationRule>(rule.body);
    QCOMPARE(rule.locate(body.host.node), (Location{"dir/a.yaml", 8, 9}));
    QCOMPARE(rule.pathOf(body.host.node).text(), "spec.host");
    QCOMPARE(rule.element(body.host.node).document, 1U);
    QCOMPARE(rule.locate().line, 3U);
}

void TestResource::keepsOddTypesWithoutCrash_data()
{
    QTest::addColumn<QByteArray>("spec");
    // each stands where a mapping, a list or a scalar is expected, at every level
    const QByteArrayList odd{"~",          "[]",     "{}",      "text", "[[[]]]",
                             "[~, 1, {}]", "{a: b}", "&x [*x]", "-1",   "!!binary aGk="};
    const QByteArrayList shapes{
        "spec: %1",
        "spec: {http: %1, tls: %1, tcp: %1, hosts: %1, gateways: %1, exportTo: %1}",
        "spec: {http: [%1], rules: [%1], servers: [%1], listeners: [%1], subsets: [%1], ports: [%1]}",
        "spec: {http: [{route: %1, match: %1, mirror: %1, mirrors: %1, retries: %1, delegate: %1}]}",
        "spec: {http: [{route: [%1], match: [%1], mirrors: [%1], fault: %1}]}",
        "spec: {http: [{route: [{destination: %1, weight: %1}], match: [{uri: %1, headers: %1, "
        "sourceLabels: %1}], mirrorPercentage: %1, mirror: {host: %1}}]}",
        "spec: {rules: [{backendRefs: %1, matches: %1, filters: %1, timeouts: %1}], "
        "parentRefs: %1, hostnames: %1}",
        "spec: {rules: [{backendRefs: [%1], matches: [%1], filters: [%1]}], parentRefs: [%1]}",
        "spec: {rules: [{filters: [{type: RequestMirror, requestMirror: %1}], matches: [{path: "
        "%1, headers: %1, method: %1}]}]}",
        "spec: {template: %1, selector: %1, jobTemplate: %1, mtls: %1, portLevelMtls: %1}",
        "spec: {host: %1, trafficPolicy: %1, workloadSelector: %1, subsets: [{name: %1, "
        "labels: %1}]}",
        "metadata: %1",
        "metadata: {name: %1}",
        "metadata: {name: a, labels: %1}",
        "kind: %1",
        "items: %1\nkind: List",
        "apiVersion: %1"};
    int row = 0;
    for (const QByteArray& shape : shapes) {
        for (const QByteArray& value : odd) {
            QByteArray spec = shape;
            QTest::addRow("%d", row++) << spec.replace("%1", value);
        }
    }
}

void TestResource::keepsOddTypesWithoutCrash()
{
    QFETCH(QByteArray, spec);
    for (const KindInfo& kind : knownKinds()) {
        std::string text;
        if (!spec.contains("apiVersion:"))
            text += "apiVersion: " + std::string(kind.group) + (kind.group.empty() ? "v1\n" : "/v1\n");
        if (!spec.contains("kind:"))
            text += "kind: " + std::string(kind.kind) + "\n";
        const bool isNamed = !spec.contains("metadata:");
        if (isNamed)
            text += "metadata: {name: a}\n";
        const auto resources = read(text + spec.toStdString() + "\n");
        if (isNamed && !spec.contains("kind:"))
            QVERIFY2(resources.size() <= 1, text.c_str());
        QVERIFY(MeshGraph::build("env", resources) != nullptr);
    }
}

void TestResource::readsGateways()
{
    const auto resources = read("apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec:\n"
                                "  selector: {istio: ingress}\n  servers:\n"
                                "  - name: web\n    port: {number: 443, name: https, protocol: HTTPS}\n"
                                "    hosts: [shop/a.example.com, '*']\n"
                                "    tls: {mode: SIMPLE, credentialName: cert}\n"
                                "  - port: {number: '80', protocol: HTTP}\n    tls: {httpsRedirect: true}\n");
    const Resource& resource = *resources.at(0);
    const auto& gateway = std::get<Gateway>(resource.body);
    QCOMPARE(gateway.selector, (Labels{{"istio", "ingress"}}));
    QCOMPARE(gateway.servers.size(), std::size_t(2));
    QCOMPARE(gateway.servers[0].port.number.value, 443U);
    QCOMPARE(resource.pathOf(gateway.servers[0].hosts.at(1).node).text(), "spec.servers[0].hosts[1]");
    QCOMPARE(gateway.servers[0].hosts[0].value, "shop/a.example.com");
    QCOMPARE(gateway.servers[0].tlsMode.value, "SIMPLE");
    QCOMPARE(gateway.servers[0].credential.value, "cert");
    QCOMPARE(gateway.servers[1].port.number.value, 80U);
    QVERIFY(gateway.servers[1].httpsRedirect);
    QVERIFY(!gateway.servers[1].tlsMode.isPresent());
}

void TestResource::readsGatewayApiGateways()
{
    const auto resources =
        read("apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec:\n"
             "  gatewayClassName: istio\n  listeners:\n"
             "  - {name: https, port: 443, protocol: HTTPS, hostname: '*.example.com', tls: {mode: Terminate, "
             "certificateRefs: [{name: cert}]}}\n  - {name: any, port: 80, protocol: HTTP}\n");
    const auto& gateway = std::get<Gateway>(resources.at(0)->body);
    QCOMPARE(gateway.className, "istio");
    QCOMPARE(gateway.servers.at(0).hosts.at(0).value, "*.example.com");
    QCOMPARE(gateway.servers.at(0).tlsMode.value, "Terminate");
    QCOMPARE(gateway.servers.at(0).credential.value, "cert");
    QVERIFY(gateway.servers.at(1).hosts.empty());
    QVERIFY(gateway.selector.empty());
}

void TestResource::readsDestinationRules()
{
    const auto resources = read("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: d}\n"
                                "spec:\n  host: reviews\n  exportTo: [.]\n"
                                "  workloadSelector: {matchLabels: {app: a}}\n"
                                "  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, outlierDetection: {}}\n"
                                "  subsets:\n  - {name: v1, labels: {version: v1}}\n"
                                "  - {name: v2, labels: {version: 2, odd: [x]}, trafficPolicy: {}}\n");
    const auto& rule = std::get<DestinationRule>(resources.at(0)->body);
    QCOMPARE(rule.host.value, "reviews");
    QCOMPARE(rule.tlsMode, "ISTIO_MUTUAL");
    QVERIFY(rule.hasCircuitBreaker);
    QCOMPARE(rule.workloadSelector, (Labels{{"app", "a"}}));
    QCOMPARE(rule.exportTo.at(0).value, ".");
    QCOMPARE(rule.subsets.at(1).labels, (Labels{{"version", "2"}}));
    QVERIFY(rule.subsets.at(1).hasTrafficPolicy);
    QVERIFY(!rule.subsets.at(0).hasTrafficPolicy);
}

void TestResource::readsServicePortProtocols_data()
{
    QTest::addColumn<QByteArray>("port");
    QTest::addColumn<QByteArray>("protocol");
    QTest::newRow("appProtocol first") << QByteArray("{name: tcp-x, appProtocol: grpc}") << QByteArray("grpc");
    QTest::newRow("name") << QByteArray("{name: http, protocol: TCP}") << QByteArray("http");
    QTest::newRow("prefix") << QByteArray("{name: http2-api}") << QByteArray("http2");
    QTest::newRow("grpc-web") << QByteArray("{name: grpc-web-x}") << QByteArray("grpc-web");
    QTest::newRow("no protocol's name") << QByteArray("{name: httpx, protocol: TCP}") << QByteArray("TCP");
    QTest::newRow("nothing") << QByteArray("{port: 80}") << QByteArray();
}

void TestResource::readsServicePortProtocols()
{
    QFETCH(QByteArray, port);
    QFETCH(QByteArray, protocol);
    const auto resources =
        read("apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [" + port.toStdString() + "]}\n");
    QCOMPARE(std::get<Service>(resources.at(0)->body).ports.at(0).protocol.value, protocol.toStdString());
}

void TestResource::readsServiceEntries()
{
    const auto resources =
        read("apiVersion: networking.istio.io/v1beta1\nkind: ServiceEntry\nmetadata: {name: e}\n"
             "spec:\n  hosts: [a.example.com, '*.b.example.com']\n  ports: [{number: 443, name: tls, "
             "protocol: TLS, targetPort: 8443}]\n  workloadSelector: {labels: {app: vm}}\n");
    const auto& entry = std::get<ServiceEntry>(resources.at(0)->body);
    QCOMPARE(entry.hosts.size(), std::size_t(2));
    QCOMPARE(entry.location, "MESH_EXTERNAL");
    QCOMPARE(entry.resolution, "NONE");
    QCOMPARE(entry.ports.at(0).number.value, 443U);
    QCOMPARE(entry.ports.at(0).targetPort, "8443");
    QCOMPARE(entry.workloadSelector, (Labels{{"app", "vm"}}));
}

void TestResource::readsWorkloads_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray pods = "{metadata: {labels: {app: a}, annotations: {x: y}}, spec: {serviceAccountName: sa}}";
    for (const char* kind : {"apps/v1 Deployment", "apps/v1 StatefulSet", "apps/v1 DaemonSet", "apps/v1 ReplicaSet",
                             "extensions/v1beta1 Deployment", "batch/v1 Job"}) {
        const QList<QByteArray> parts = QByteArray(kind).split(' ');
        QTest::newRow(kind) << "apiVersion: " + parts[0] + "\nkind: " + parts[1]
                + "\nmetadata: {name: w}\nspec: {template: " + pods + "}\n";
    }
    QTest::newRow("CronJob") << "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: w}\nspec: {jobTemplate: {spec: "
                                "{template: "
            + pods + "}}}\n";
    QTest::newRow("Pod") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata: {name: w, labels: {app: a}, annotations: "
                                       "{x: y}}\nspec: {serviceAccount: sa}\n");
}

void TestResource::readsWorkloads()
{
    QFETCH(QByteArray, text);
    const auto resources = read(text.toStdString());
    const auto& workload = std::get<Workload>(resources.at(0)->body);
    QCOMPARE(workload.podLabels, (Labels{{"app", "a"}}));
    QCOMPARE(workload.podAnnotations, (Labels{{"x", "y"}}));
    QCOMPARE(workload.serviceAccount, "sa");
    QVERIFY(!workload.replicas);
    const auto scaled = read("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\nspec: {replicas: 3}\n");
    QCOMPARE(std::get<Workload>(scaled.at(0)->body).replicas.value_or(-1), 3);
}

void TestResource::readsPeerAuthentication()
{
    const auto resources =
        read("apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p}\nspec:\n"
             "  selector: {matchLabels: {app: a}}\n  mtls: {mode: STRICT}\n"
             "  portLevelMtls: {8080: {mode: DISABLE}, x: {mode: STRICT}, '90': {mode: PERMISSIVE}}\n");
    const auto& policy = std::get<PeerAuthentication>(resources.at(0)->body);
    QCOMPARE(policy.mode.value, "STRICT");
    QCOMPARE(policy.target.selector, (Labels{{"app", "a"}}));
    QCOMPARE(policy.portModes.size(), std::size_t(2));
    QCOMPARE(policy.portModes.at(90).value, "PERMISSIVE");
    QCOMPARE(policy.portModes.at(8080).value, "DISABLE");
}

void TestResource::followsAliasesAndMergeKeys()
{
    const auto resources = read("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: d}\n"
                                "spec:\n  host: &h reviews\n  trafficPolicy: &p {tls: {mode: SIMPLE}}\n"
                                "  subsets:\n  - &one {name: v1, labels: &l {version: v1, tier: x}}\n"
                                "  - <<: *one\n    name: v2\n    labels: {<<: *l, version: v2}\n  - {name: *h}\n");
    const auto& rule = std::get<DestinationRule>(resources.at(0)->body);
    QCOMPARE(rule.tlsMode, "SIMPLE");
    QCOMPARE(rule.subsets.at(1).name.value, "v2");
    QCOMPARE(rule.subsets.at(1).labels, (Labels{{"tier", "x"}, {"version", "v2"}}));
    QCOMPARE(rule.subsets.at(2).name.value, "reviews");
    // the node of an aliased value is the alias, which stands in this place
    QCOMPARE(resources[0]->pathOf(rule.subsets.at(2).name.node).text(), "spec.subsets[2].name");
}

void TestResource::aliasesCannotMultiplyWithoutEnd()
{
    std::string aliases;
    for (int i = 0; i < 500; ++i)
        aliases += "*d,";
    std::string routes;
    for (int i = 0; i < 500; ++i)
        routes += "*r,";
    const auto resources = read("apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v}\n"
                                "spec:\n  x: &d {destination: {host: a}}\n  y: &r {route: ["
                                + aliases + "]}\n  http: [" + routes + "]\n");
    std::size_t destinations = 0;
    for (const ResourcePtr& resource : resources) {
        for (const Route& route : std::get<RouteTable>(resource->body).routes)
            destinations += route.destinations.size();
    }
    QVERIFY(destinations < 20000); // 250,000 when followed without limit
}

void TestResource::tableOfKindsHasNoRepeats()
{
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const KindInfo& kind : knownKinds()) {
        QVERIFY2(seen.insert({kind.group, kind.kind}).second, std::string(kind.kind).c_str());
        QCOMPARE(&kindInfo(kind.group, kind.kind), &kind);
    }
    QVERIFY(kindInfo("serving.knative.dev", "Service").reader == KindReader::Other);
    QVERIFY(!isMeshKind("serving.knative.dev", "Service"));
    QVERIFY(isMeshKind("networking.istio.io", "Sidecar"));
    QVERIFY(!isMeshKind("", "ConfigMap"));
    QVERIFY(isRouteKind("gateway.networking.k8s.io", "TLSRoute"));
    QVERIFY(!isRouteKind("networking.istio.io", "Gateway"));
}

QTEST_GUILESS_MAIN(TestResource)
#include "tst_resource.moc"
