// SPDX-License-Identifier: Apache-2.0
#include "models/topology/dot.h"
#include "models/topology/facts.h"
#include "models/topology/view.h"
#include "tests/topology/meshes.h"

#include <QTest>

#include <algorithm>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using mesh::effective::ClientTls;
using mesh::effective::PeerMode;

namespace {

constexpr auto mesh1 = R"(
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: orders, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{port: 80, name: http-web}]}
---
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: orders}
spec: {selector: {app: ledger}, ports: [{port: 9000, name: tcp}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews}}, spec: {serviceAccountName: reviews}}}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ledger
  namespace: orders
  annotations: {meshdraft.dev/calls: "reviews.shop:80 , nothing.here, payments.example.com"}
spec: {template: {metadata: {labels: {app: ledger}}, spec: {serviceAccountName: ledger}}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: payments, namespace: orders}
spec: {hosts: [payments.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - route: [{destination: {host: reviews}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: orders}
spec:
  hosts: [ledger]
  http:
  - route: [{destination: {host: ledger}}]
)";

const PolicyFact* policyNamed(const Facts& facts, std::string_view name)
{
    const auto it =
        std::ranges::find_if(facts.policies, [&](const PolicyFact& policy) { return policy.element.key.name == name; });
    return it == facts.policies.end() ? nullptr : &*it;
}

/// The fact of the route edge that leads to a node.
const EdgeFact* factTo(const Topology& topology, const Facts& facts, std::string_view title)
{
    for (const Edge& edge : topology.edges) {
        if (edge.type == EdgeType::Routes && topology.nodes[edge.to].title == title) {
            const auto it = facts.edges.find(edge.id);
            return it == facts.edges.end() ? nullptr : &it->second;
        }
    }
    return nullptr;
}

} // namespace

class TestFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void securityOfEdges_data();
    void securityOfEdges();
    void protocolsAreThoseOfThePorts();
    void policiesKnowWhatTheyAreFor();
    void callersAreDeclared();
    void importsAreCounted();
    void picturesGetPoliciesAndCallers();
    void declaredCallersMoveNothing();
    void dotSaysThePicture();
};

void TestFacts::securityOfEdges_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("security");
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("server");
    const auto row = [](const char* name, const char* text, EdgeSecurity security, ClientTls client, PeerMode server) {
        QTest::newRow(name) << text << static_cast<int>(security) << static_cast<int>(client)
                            << static_cast<int>(server);
    };
    row("nothing is said", "", EdgeSecurity::Mutual, ClientTls::IstioMutual, PeerMode::Permissive);
    row("STRICT",
        "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, namespace: shop}\n"
        "spec: {mtls: {mode: STRICT}}\n",
        EdgeSecurity::Mutual, ClientTls::IstioMutual, PeerMode::Strict);
    row("DISABLE",
        "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, namespace: shop}\n"
        "spec: {mtls: {mode: DISABLE}}\n",
        EdgeSecurity::Plaintext, ClientTls::Plaintext, PeerMode::Disable);
    row("plaintext to STRICT is refused",
        "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, namespace: shop}\n"
        "spec: {mtls: {mode: STRICT}}\n---\n"
        "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: r, namespace: shop}\n"
        "spec: {host: reviews, trafficPolicy: {tls: {mode: DISABLE}}}\n",
        EdgeSecurity::Refused, ClientTls::Plaintext, PeerMode::Strict);
    row("mTLS to DISABLE is refused",
        "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, namespace: shop}\n"
        "spec: {mtls: {mode: DISABLE}}\n---\n"
        "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: r, namespace: shop}\n"
        "spec: {host: reviews, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}\n",
        EdgeSecurity::Refused, ClientTls::IstioMutual, PeerMode::Disable);
}

void TestFacts::securityOfEdges()
{
    QFETCH(const QString, policy);
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}, {"policy.yaml", policy.toStdString()}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    const EdgeFact* fact = factTo(topology, *facts, "reviews");
    QVERIFY(fact != nullptr);
    QTEST(static_cast<int>(fact->security), "security");
    QTEST(static_cast<int>(fact->client), "client");
    QVERIFY(fact->hasServer);
    QTEST(static_cast<int>(fact->server), "server");
    if (!policy.isEmpty())
        QCOMPARE(fact->serverWhere.path, "policy.yaml");
}

void TestFacts::protocolsAreThoseOfThePorts()
{
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    QCOMPARE(factTo(topology, *facts, "reviews")->protocol, "HTTP 80");
    QCOMPARE(factTo(topology, *facts, "ledger")->protocol, "TCP 9000");
}

void TestFacts::policiesKnowWhatTheyAreFor()
{
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}, {"policy.yaml", R"(
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: one, namespace: shop}
spec: {action: DENY, selector: {matchLabels: {app: reviews}}, rules: [{}]}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: all, namespace: orders}
spec: {tracing: [{randomSamplingPercentage: 10}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: mesh, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: filter, namespace: shop}
spec: {workloadSelector: {labels: {app: nothing}}, configPatches: [{applyTo: LISTENER, patch: {operation: MERGE}}]}
)"}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    QCOMPARE(facts->policies.size(), std::size_t{4});
    const Node* reviews = findNode(topology, NodeType::Workload, "reviews");
    const Node* ledger = findNode(topology, NodeType::Workload, "ledger");
    const PolicyFact* one = policyNamed(*facts, "one");
    QVERIFY(one != nullptr);
    QCOMPARE(one->targets, std::vector<std::string>{reviews->id});
    QCOMPARE(one->detail, "DENY");
    QVERIFY(one->scope.empty());
    QCOMPARE(policyNamed(*facts, "all")->scope, "orders");
    QCOMPARE(policyNamed(*facts, "mesh")->scope, "*");
    QVERIFY(policyNamed(*facts, "filter")->targets.empty());
    QVERIFY(policyNamed(*facts, "filter")->scope.empty());
    QCOMPARE(facts->policiesFor(topology, *reviews).size(), std::size_t{2}); // one, mesh
    QCOMPARE(facts->policiesFor(topology, *ledger).size(), std::size_t{2}); // all, mesh
    QCOMPARE(facts->policyOf(one->id), one);
}

void TestFacts::callersAreDeclared()
{
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}, {"policy.yaml", R"(
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ledger, namespace: orders}
spec:
  selector: {matchLabels: {app: ledger}}
  rules: [{from: [{source: {principals: ["cluster.local/ns/shop/sa/reviews", "*"]}}]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: reviews, namespace: shop}
spec:
  workloadSelector: {labels: {app: reviews}}
  egress: [{hosts: ["orders/payments.example.com", "./*"]}]
)"}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    const auto callOf = [&](std::string_view from, std::string_view to) -> const CallFact* {
        const auto titleOf = [&](const std::string& id) {
            return std::ranges::find(topology.nodes, id, &Node::id)->title;
        };
        const auto it = std::ranges::find_if(
            facts->calls, [&](const CallFact& call) { return titleOf(call.from) == from && titleOf(call.to) == to; });
        return it == facts->calls.end() ? nullptr : &*it;
    };
    QCOMPARE(facts->calls.size(), std::size_t{4});
    QVERIFY(callOf("reviews", "ledger") != nullptr);
    QCOMPARE(callOf("reviews", "ledger")->source, CallSource::Principal);
    QCOMPARE(callOf("reviews", "ledger")->where.path, "policy.yaml");
    QCOMPARE(callOf("reviews", "payments")->source, CallSource::Egress);
    QCOMPARE(callOf("ledger", "reviews")->source, CallSource::Annotation);
    QCOMPARE(callOf("ledger", "reviews")->where.path, "mesh.yaml");
    QCOMPARE(callOf("ledger", "payments")->source, CallSource::Annotation);
}

void TestFacts::importsAreCounted()
{
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}, {"sidecar.yaml", R"(
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {egress: [{hosts: ["./*"]}]}
)"}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    const auto it = facts->imports.find(findNode(topology, NodeType::Workload, "reviews")->id);
    QVERIFY(it != facts->imports.end());
    QCOMPARE(it->second.imported, 1U);
    QCOMPARE(it->second.total, 3U);
    QCOMPARE(it->second.sidecar.key.name, "default");
    QVERIFY(!facts->imports.contains(findNode(topology, NodeType::Workload, "ledger")->id));
    QCOMPARE(policyNamed(*facts, "default")->scope, "shop");
}

void TestFacts::picturesGetPoliciesAndCallers()
{
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}, {"policy.yaml", R"(
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: one, namespace: shop}
spec: {selector: {matchLabels: {app: reviews}}}
)"}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    const Topology plain = withFacts(topology, *facts, 0);
    QCOMPARE(plain.nodes.size(), topology.nodes.size());
    QCOMPARE(plain.edges.size(), topology.edges.size());
    const Topology rich = withFacts(topology, *facts, PolicyLayer | CallLayer);
    const Node* policy = findNode(rich, NodeType::Policy, "one");
    QVERIFY(policy != nullptr);
    QCOMPARE(policy->subtitle, "AuthorizationPolicy ALLOW");
    const auto applies = edgesOf(rich, EdgeType::Applies);
    QCOMPARE(applies.size(), std::size_t{1});
    QCOMPARE(rich.nodes[applies.front()->to].title, "reviews");
    QCOMPARE(edgesOf(rich, EdgeType::Calls).size(), facts->calls.size());
    // A layout that has them: the policy stands right of what it is for.
    const FixedMeasure measure;
    const Layout layout = layoutWithGraphviz(rich, measureNodes(rich, measure)).value();
    const Rect& own = layout.nodes[static_cast<std::size_t>(policy - rich.nodes.data())];
    QVERIFY(own.x > layout.nodes[applies.front()->to].right());
}

void TestFacts::declaredCallersMoveNothing()
{
    const mesh::MeshGraphPtr graph = meshFrom({{"mesh.yaml", mesh1}});
    const Topology topology = buildTopology(*graph, nullptr, {});
    const FactsPtr facts = findFacts(graph, topology);
    QVERIFY(!facts->calls.empty());
    const Topology rich = withFacts(topology, *facts, CallLayer);
    const FixedMeasure measure;
    QCOMPARE(layoutHash(rich, measureNodes(rich, measure)), layoutHash(topology, measureNodes(topology, measure)));
    QVERIFY(layoutWithGraphviz(rich, measureNodes(rich, measure))->nodes
            == layoutWithGraphviz(topology, measureNodes(topology, measure))->nodes);
}

void TestFacts::dotSaysThePicture()
{
    Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    topology.nodes.front().title = "a \"b\" \\ c\nd";
    const std::string text = toDot(topology);
    QVERIFY(text.starts_with("digraph mesh {"));
    QVERIFY(text.contains("a \\\"b\\\" \\\\ c\\nd"));
    QVERIFY(text.contains("label=\"80 %\""));
    QVERIFY(text.contains("label=\"mirror 5 %\" style=dashed"));
    QVERIFY(text.contains("v2 (missing)"));
    const auto count = [&](std::string_view part) {
        std::size_t found = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
            ++found;
        return found;
    };
    QCOMPARE(count("subgraph cluster_"), topology.groups.size());
    QCOMPARE(count(" -> "), topology.edges.size());
    QCOMPARE(count("{"), count("}"));
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
