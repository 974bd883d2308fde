// SPDX-License-Identifier: Apache-2.0
// The mTLS mode that servers accept and the TLS that clients speak. Behind each group of rows: the page of istio.io
// (docs/reference/config) or the file of istio/istio that says so.
#include "models/mesh/effective/clienttls.h"
#include "models/mesh/effective/servermtls.h"
#include "tests/mesh/effectivetexts.h"

#include <QtTest/QTest>

#include <array>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::mesh::effective;
using namespace meshdraft::test;

namespace {

constexpr std::array modeNames{"Unknown", "DISABLE", "PERMISSIVE", "STRICT"};
constexpr std::array modeReasons{"Default", "Mesh", "Namespace", "Workload", "Port"};
constexpr std::array tlsNames{"Unknown", "Plaintext", "Simple", "Mutual", "IstioMutual", "PerEndpoint"};
constexpr std::array tlsReasons{"Rule",          "RulePort",           "Subset",         "SubsetPort",
                                "BadMode",       "SubsetMissing",      "Auto",           "AutoOff",
                                "OutsideMesh",   "ServerWithoutProxy", "ServerDisables", "MixedServers",
                                "HeadlessMixed", "NoServers",          "ServerUnknown",  "ClientWithoutProxy",
                                "ClientUnknown", "AmbientClient",      "HostNotFound",   "BackendTlsPolicy"};
static_assert(tlsReasons.size() == static_cast<std::size_t>(ClientTlsReason::BackendTlsPolicy) + 1);

/// "VALUE Reason at SOURCE | ... (tied: ...)".
template <typename Answer, typename Values, typename Reasons>
std::string printed(const Answer& answer, const Values& values, const Reasons& reasons)
{
    std::string text;
    for (const auto& outcome : answer.outcomes) {
        text += (text.empty() ? "" : " | ") + std::string(values.at(static_cast<std::size_t>(outcome.value))) + " "
            + reasons.at(static_cast<std::size_t>(outcome.reason));
        if (!outcome.sources.empty())
            text += " at " + test::printed(outcome.sources.front());
    }
    return answer.tied.empty() ? text : text + " (tied: " + test::printed(answer.tied) + ")";
}

void addServer(const char* name, const std::string& text, const char* expected, const char* port = "",
               PeerNote note = PeerNote::None)
{
    QTest::newRow(name) << text << std::string(expected) << QByteArray(port) << static_cast<int>(note);
}

/// The call is of a pod in `jobs` with a sidecar.
void addClient(const char* name, const std::string& text, const char* expected,
               const char* host = "reviews.shop.svc.cluster.local", int port = 0, const char* subset = "")
{
    QTest::newRow(name) << text << std::string(expected) << std::string(host) << port << std::string(subset);
}

} // namespace

class TestEffectiveMtls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servers_data();
    void servers();
    void namesWhatIsIgnored();
    void findsWorkloadPorts_data();
    void findsWorkloadPorts();
    void clients_data();
    void clients();
    void clientsByWorkload_data();
    void clientsByWorkload();
};

void TestEffectiveMtls::servers_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::addColumn<QByteArray>("port");
    QTest::addColumn<int>("note");
    const std::string web =
        namespaceObject("shop", "istio-injection: enabled") + deployment("shop", "web", "tier: front");
    const auto policy = [](const std::string& ns, const std::string& name, const std::string& mode,
                           const std::string& rest = {}) {
        return peerAuthentication(ns, name, (mode.empty() ? "" : "mtls: {mode: " + mode + "}, ") + rest);
    };
    const std::string selector = "selector: {matchLabels: {app: web}}";

    // security/peer_authentication: mesh, namespace, workload, port; the narrower one holds
    addServer("nothing", web, "PERMISSIVE Default");
    addServer("mesh", web + policy("istio-system", "m", "STRICT"),
              "STRICT Mesh at PeerAuthentication/istio-system/m spec.mtls.mode");
    addServer("namespace over mesh", web + policy("istio-system", "m", "STRICT") + policy("shop", "n", "PERMISSIVE"),
              "PERMISSIVE Namespace at PeerAuthentication/shop/n spec.mtls.mode");
    addServer("workload over namespace", web + policy("shop", "n", "STRICT") + policy("shop", "w", "DISABLE", selector),
              "DISABLE Workload at PeerAuthentication/shop/w spec.mtls.mode");
    addServer("another workload", web + policy("shop", "w", "STRICT", "selector: {matchLabels: {app: other}}"),
              "PERMISSIVE Default");
    addServer("all labels must match",
              web + policy("shop", "w", "STRICT", "selector: {matchLabels: {app: web, tier: back}}"),
              "PERMISSIVE Default");
    addServer("another namespace", web + policy("jobs", "n", "STRICT"), "PERMISSIVE Default");
    // the same, portLevelMtls: of the workload's port, with a selector only
    const std::string ports = selector + ", portLevelMtls: {8080: {mode: DISABLE}, 9090: {mode: UNSET}}";
    addServer("port", web + policy("shop", "w", "STRICT", ports),
              "DISABLE Port at PeerAuthentication/shop/w spec.portLevelMtls.8080.mode", "8080");
    addServer("another port", web + policy("shop", "w", "STRICT", ports),
              "STRICT Workload at PeerAuthentication/shop/w spec.mtls.mode", "80");
    addServer("no port", web + policy("shop", "w", "STRICT", ports),
              "STRICT Workload at PeerAuthentication/shop/w spec.mtls.mode");
    addServer("port without selector", web + policy("shop", "n", "STRICT", "portLevelMtls: {8080: {mode: DISABLE}}"),
              "STRICT Namespace at PeerAuthentication/shop/n spec.mtls.mode", "8080");
    // pilot/pkg/security/authn/policy_applier.go, ComposePeerAuthentication: UNSET and absent modes inherit
    addServer("port unset", web + policy("shop", "w", "STRICT", ports),
              "STRICT Workload at PeerAuthentication/shop/w spec.mtls.mode", "9090");
    addServer("workload unset", web + policy("shop", "n", "STRICT") + policy("shop", "w", "UNSET", selector),
              "STRICT Namespace at PeerAuthentication/shop/n spec.mtls.mode");
    addServer("workload without mode", web + policy("istio-system", "m", "STRICT") + policy("shop", "w", {}, selector),
              "STRICT Mesh at PeerAuthentication/istio-system/m spec.mtls.mode");
    addServer("namespace unset", web + policy("istio-system", "m", "DISABLE") + policy("shop", "n", "UNSET"),
              "DISABLE Mesh at PeerAuthentication/istio-system/m spec.mtls.mode");
    addServer("mesh unset", web + policy("istio-system", "m", "UNSET"), "PERMISSIVE Default");
    // the same: an empty selector is none; selectors of the root namespace hold for nobody
    addServer("empty selector", web + policy("shop", "n", "STRICT", "selector: {matchLabels: {}}"),
              "STRICT Namespace at PeerAuthentication/shop/n spec.mtls.mode");
    addServer("selector in the root namespace", web + policy("istio-system", "m", "STRICT", selector),
              "PERMISSIVE Default");
    // istio.mesh.v1alpha1, rootNamespace
    addServer("own root namespace", web + meshConfig("rootNamespace: mesh") + policy("mesh", "m", "STRICT"),
              "STRICT Mesh at PeerAuthentication/mesh/m spec.mtls.mode");
    addServer("no longer the root namespace",
              web + meshConfig("rootNamespace: mesh") + policy("istio-system", "m", "STRICT"), "PERMISSIVE Default");
    // the same: the oldest of a rank holds, which files do not know
    addServer("two of a namespace", web + policy("shop", "a", "STRICT") + policy("shop", "b", "DISABLE"),
              "STRICT Namespace at PeerAuthentication/shop/a spec.mtls.mode | DISABLE Namespace at "
              "PeerAuthentication/shop/b spec.mtls.mode (tied: PeerAuthentication/shop/a, PeerAuthentication/shop/b)");
    addServer("two that agree", web + policy("shop", "a", "STRICT") + policy("shop", "b", "STRICT"),
              "STRICT Namespace at PeerAuthentication/shop/a spec.mtls.mode");
    addServer("a tie that a workload policy hides",
              web + policy("shop", "a", "STRICT") + policy("shop", "b", "DISABLE")
                  + policy("shop", "w", "PERMISSIVE", selector),
              "PERMISSIVE Workload at PeerAuthentication/shop/w spec.mtls.mode");
    addServer("a tie that is inherited",
              web + policy("istio-system", "a", "STRICT") + policy("istio-system", "b", "DISABLE")
                  + policy("shop", "w", "UNSET", selector),
              "STRICT Mesh at PeerAuthentication/istio-system/a spec.mtls.mode | DISABLE Mesh at "
              "PeerAuthentication/istio-system/b spec.mtls.mode (tied: PeerAuthentication/istio-system/a, "
              "PeerAuthentication/istio-system/b)");
    addServer("two of a workload, one inherits",
              web + policy("shop", "n", "DISABLE") + policy("shop", "v", "UNSET", selector)
                  + policy("shop", "w", "STRICT", "selector: {matchLabels: {tier: front}}"),
              "DISABLE Namespace at PeerAuthentication/shop/n spec.mtls.mode | STRICT Workload at "
              "PeerAuthentication/shop/w spec.mtls.mode (tied: PeerAuthentication/shop/v, PeerAuthentication/shop/w)");
    // no mode of Istio
    addServer("bad mode", web + policy("shop", "n", "STRIKT"),
              "Unknown Namespace at PeerAuthentication/shop/n spec.mtls.mode");
    // security/peer_authentication: the mode is that of the proxy; without one there is nothing to enforce it
    const std::string strict = policy("istio-system", "m", "STRICT");
    const char* meshStrict = "STRICT Mesh at PeerAuthentication/istio-system/m spec.mtls.mode";
    addServer("no proxy", namespaceObject("shop") + deployment("shop", "web") + strict, meshStrict, "",
              PeerNote::NoProxy);
    addServer("perhaps no proxy", deployment("shop", "web") + strict, meshStrict, "", PeerNote::DataPlaneUnknown);
    // the same: ambient knows STRICT and not DISABLE
    const std::string ambient = namespaceObject("shop", "istio.io/dataplane-mode: ambient") + deployment("shop", "web");
    addServer("ambient", ambient + strict, meshStrict);
    addServer("ambient ignores DISABLE", ambient + policy("shop", "n", "DISABLE"),
              "PERMISSIVE Namespace at PeerAuthentication/shop/n spec.mtls.mode", "", PeerNote::AmbientIgnoresDisable);
}

void TestEffectiveMtls::servers()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QFETCH(QByteArray, port);
    QFETCH(int, note);
    const MeshGraphPtr graph = graphOf(text);
    const auto number = port.isEmpty() ? std::nullopt : std::optional(port.toUInt());
    const ServerMtls answer = serverMtls(MeshView(graph), named(*graph, "Deployment", "web"), number);
    QCOMPARE(printed(answer, modeNames, modeReasons), expected);
    QCOMPARE(static_cast<int>(answer.note), note);
}

void TestEffectiveMtls::namesWhatIsIgnored()
{
    const MeshGraphPtr graph =
        graphOf(deployment("shop", "web") + deployment("istio-system", "web")
                + peerAuthentication("shop", "n", "mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}")
                + peerAuthentication("istio-system", "m", "selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}"));
    const MeshView view(graph);
    QCOMPARE(test::printed(serverMtls(view, graph->ofKind("Deployment")[0]).ignored),
             "PeerAuthentication/shop/n spec.portLevelMtls.8080.mode");
    const ServerMtls root = serverMtls(view, graph->ofKind("Deployment")[1]);
    QCOMPARE(test::printed(root.ignored), "PeerAuthentication/istio-system/m spec.selector.matchLabels");
    QVERIFY(root.first().value == PeerMode::Permissive);
}

void TestEffectiveMtls::findsWorkloadPorts_data()
{
    QTest::addColumn<std::string>("port");
    QTest::addColumn<int>("expected");
    // Kubernetes, Service, targetPort: absent is the same number; a name is one of the pods'
    QTest::newRow("absent") << std::string("port: 80") << 80;
    QTest::newRow("number") << std::string("port: 80, targetPort: 8080") << 8080;
    QTest::newRow("name") << std::string("port: 80, targetPort: http") << 9080;
    QTest::newRow("unknown name") << std::string("port: 80, targetPort: grpc") << -1;
    QTest::newRow("another port") << std::string("port: 81") << -1;
}

void TestEffectiveMtls::findsWorkloadPorts()
{
    QFETCH(std::string, port);
    QFETCH(int, expected);
    const MeshGraphPtr graph =
        graphOf(exportedService("shop", "web", {}, "ports: [{" + port + "}]")
                + deployment("shop", "web", {}, {}, "containers: [{ports: [{name: http, containerPort: 9080}]}]"));
    const auto& service = std::get<Service>(graph->at(named(*graph, "Service", "web")).body);
    const auto& pods = std::get<Workload>(graph->at(named(*graph, "Deployment", "web")).body);
    const auto found = workloadPort(service, 80, pods);
    QCOMPARE(found ? static_cast<int>(*found) : -1, expected);
}

void TestEffectiveMtls::clients_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::addColumn<std::string>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<std::string>("subset");
    const std::string injected = namespaceObject("shop", "istio-injection: enabled");
    const std::string service =
        exportedService("shop", "reviews", {}, "selector: {app: reviews}, ports: [{port: 80, targetPort: 9080}]");
    const std::string reviews = injected + service + deployment("shop", "reviews");
    const auto rule = [](const std::string& rest) { return destinationRule("shop", "r", "host: reviews, " + rest); };

    // networking/destination-rule, ClientTLSSettings: what is written holds
    addClient("simple", reviews + rule("trafficPolicy: {tls: {mode: SIMPLE}}"),
              "Simple Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode");
    addClient("mutual", reviews + rule("trafficPolicy: {tls: {mode: MUTUAL}}"),
              "Mutual Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode");
    addClient("istio mutual", reviews + rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}"),
              "IstioMutual Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode");
    addClient("disable", reviews + rule("trafficPolicy: {tls: {mode: DISABLE}}"),
              "Plaintext Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode");
    addClient("no mode is DISABLE", reviews + rule("trafficPolicy: {tls: {sni: a.example}}"),
              "Plaintext Rule at DestinationRule/shop/r spec.trafficPolicy.tls");
    addClient("bad mode", reviews + rule("trafficPolicy: {tls: {mode: TLS}}"),
              "Unknown BadMode at DestinationRule/shop/r spec.trafficPolicy.tls.mode");
    // the same, portLevelSettings: go before and inherit nothing
    const std::string ports = "trafficPolicy: {tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, tls: "
                              "{mode: DISABLE}}, {port: {number: 81}, loadBalancer: {simple: RANDOM}}]}";
    addClient("port", reviews + rule(ports),
              "Plaintext RulePort at DestinationRule/shop/r spec.trafficPolicy.portLevelSettings[0].tls.mode",
              "reviews.shop.svc.cluster.local", 80);
    addClient("port without tls", reviews + rule(ports), "IstioMutual Auto at Deployment/shop/reviews",
              "reviews.shop.svc.cluster.local", 81);
    addClient("another port", reviews + rule(ports),
              "Simple Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode", "reviews.shop.svc.cluster.local",
              82);
    // pilot/pkg/networking/util, MergeSubsetTrafficPolicy: the subset's policy over the rule's
    const std::string subsets = "trafficPolicy: {tls: {mode: SIMPLE}}, subsets: [{name: v1, labels: {version: v1}, "
                                "trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}, {name: v2, trafficPolicy: "
                                "{loadBalancer: {simple: RANDOM}}}, {name: v3, trafficPolicy: {portLevelSettings: "
                                "[{port: {number: 80}}]}}]";
    addClient("subset", reviews + rule(subsets),
              "IstioMutual Subset at DestinationRule/shop/r spec.subsets[0].trafficPolicy.tls.mode",
              "reviews.shop.svc.cluster.local", 0, "v1");
    addClient("subset inherits", reviews + rule(subsets),
              "Simple Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode", "reviews.shop.svc.cluster.local", 0,
              "v2");
    addClient("subset's port inherits nothing", reviews + rule(subsets), "IstioMutual Auto at Deployment/shop/reviews",
              "reviews.shop.svc.cluster.local", 80, "v3");
    addClient("no such subset", reviews + rule(subsets), "Unknown SubsetMissing at DestinationRule/shop/r",
              "reviews.shop.svc.cluster.local", 0, "v9");
    addClient("subset without rule", reviews, "Unknown SubsetMissing", "reviews.shop.svc.cluster.local", 0, "v1");

    // istio.io, tasks, Authentication Policy, Auto mutual TLS; endpoints/mtls_checker.go, checkMtlsEnabled
    addClient("auto", reviews, "IstioMutual Auto at Deployment/shop/reviews");
    addClient("auto with a rule without tls", reviews + rule("trafficPolicy: {loadBalancer: {simple: RANDOM}}"),
              "IstioMutual Auto at Deployment/shop/reviews");
    addClient("auto off", reviews + meshConfig("enableAutoMtls: false"),
              "Plaintext AutoOff at ConfigMap/istio-system/istio data.mesh");
    addClient("server without proxy", namespaceObject("shop") + service + deployment("shop", "reviews"),
              "Plaintext ServerWithoutProxy at Deployment/shop/reviews");
    addClient("server disables",
              reviews
                  + peerAuthentication("shop", "w", "selector: {matchLabels: {app: reviews}}, mtls: {mode: DISABLE}"),
              "Plaintext ServerDisables at PeerAuthentication/shop/w spec.mtls.mode");
    const std::string port = peerAuthentication(
        "shop", "w", "selector: {matchLabels: {app: reviews}}, portLevelMtls: {9080: {mode: DISABLE}}");
    addClient("server disables its port", reviews + port,
              "Plaintext ServerDisables at PeerAuthentication/shop/w spec.portLevelMtls.9080.mode",
              "reviews.shop.svc.cluster.local", 80);
    addClient("server disables another port", reviews + port, "IstioMutual Auto at Deployment/shop/reviews");
    addClient("strict server", reviews + peerAuthentication("shop", "n", "mtls: {mode: STRICT}"),
              "IstioMutual Auto at Deployment/shop/reviews");
    // push_context.go, BestEffortInferServiceMTLSMode: the namespace's DISABLE hides a workload's STRICT
    addClient("namespace disables",
              reviews + peerAuthentication("shop", "n", "mtls: {mode: DISABLE}")
                  + peerAuthentication("shop", "w", "selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT}"),
              "Plaintext ServerDisables at PeerAuthentication/shop/n spec.mtls.mode");
    const std::string second =
        document("apps/v1", "Deployment", "shop", "bare", {},
                 "template: {metadata: {labels: {app: reviews, sidecar.istio.io/inject: 'false', version: v2}}}");
    addClient("some servers", reviews + second, "PerEndpoint MixedServers at Deployment/shop/bare");
    addClient("a subset of them", reviews + second + rule("subsets: [{name: v2, labels: {version: v2}}]"),
              "Plaintext ServerWithoutProxy at Deployment/shop/bare", "reviews.shop.svc.cluster.local", 0, "v2");
    const std::string headless =
        exportedService("shop", "reviews", {}, "clusterIP: None, selector: {app: reviews}, ports: [{port: 80}]");
    addClient("headless, some servers", injected + headless + deployment("shop", "reviews") + second,
              "Plaintext HeadlessMixed at Deployment/shop/bare");
    addClient("headless, all servers", injected + headless + deployment("shop", "reviews"),
              "IstioMutual Auto at Deployment/shop/reviews");
    // pilot/pkg/model, GetTLSModeFromEndpointLabels
    addClient("label of the server",
              injected + service + deployment("shop", "reviews", "security.istio.io/tlsMode: disabled"),
              "Plaintext ServerWithoutProxy at Deployment/shop/reviews "
              "spec.template.metadata.labels[\"security.istio.io/tlsMode\"]");
    addClient("virtual machine",
              reviews
                  + document("networking.istio.io/v1", "WorkloadEntry", "shop", "vm", {},
                             "address: 10.0.0.1, labels: {app: reviews}"),
              "Unknown ServerUnknown at WorkloadEntry/shop/vm");
    addClient("no workload in the files", injected + service, "Unknown NoServers at Service/shop/reviews");
    addClient("no selector", injected + exportedService("shop", "reviews"),
              "Unknown NoServers at Service/shop/reviews");
    addClient("server unknown", service + deployment("shop", "reviews"),
              "Unknown ServerUnknown at Deployment/shop/reviews");
    addClient("ambient server",
              namespaceObject("shop", "istio.io/dataplane-mode: ambient") + service + deployment("shop", "reviews"),
              "Unknown ServerUnknown at Deployment/shop/reviews");
    // pilot/pkg/serviceregistry: ServiceEntries are outside unless MESH_INTERNAL, ExternalNames always
    const std::string entry = serviceEntry("shop", "api", "hosts: [api.example.com]");
    addClient("outside", entry, "Plaintext OutsideMesh at ServiceEntry/shop/api", "api.example.com");
    addClient("outside with a rule",
              entry + destinationRule("shop", "r", "host: api.example.com, trafficPolicy: {tls: {mode: SIMPLE}}"),
              "Simple Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode", "api.example.com");
    addClient("inside, endpoints unknown",
              serviceEntry("shop", "api", "hosts: [api.example.com], location: MESH_INTERNAL"),
              "Unknown NoServers at ServiceEntry/shop/api", "api.example.com");
    addClient("external name", exportedService("shop", "reviews", {}, "type: ExternalName, externalName: a.example"),
              "Plaintext OutsideMesh at Service/shop/reviews");
    addClient("no such host", reviews, "Unknown HostNotFound", "api.example.com");
    addClient("not visible", injected + exportedService("shop", "reviews", "."), "Unknown HostNotFound");
    // gateway-api, BackendTLSPolicy: versions of Istio differ for sidecars
    addClient("backend policy",
              reviews
                  + document("gateway.networking.k8s.io/v1", "BackendTLSPolicy", "shop", "b", {},
                             "targetRefs: [{group: '', kind: Service, name: reviews}], validation: {hostname: a}"),
              "Unknown BackendTlsPolicy at BackendTLSPolicy/shop/b");
    // destination_rule.go: the older of two trafficPolicies holds
    addClient("two rules",
              reviews + rule("trafficPolicy: {tls: {mode: SIMPLE}}")
                  + destinationRule("shop", "s", "host: reviews, trafficPolicy: {tls: {mode: DISABLE}}"),
              "Simple Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode | Plaintext Rule at "
              "DestinationRule/shop/s spec.trafficPolicy.tls.mode (tied: DestinationRule/shop/r, "
              "DestinationRule/shop/s)");
    addClient("two policies of the server",
              reviews + peerAuthentication("shop", "a", "mtls: {mode: STRICT}")
                  + peerAuthentication("shop", "b", "mtls: {mode: DISABLE}"),
              "Plaintext ServerDisables at PeerAuthentication/shop/b spec.mtls.mode | IstioMutual Auto at "
              "Deployment/shop/reviews (tied: PeerAuthentication/shop/a, PeerAuthentication/shop/b)");
}

void TestEffectiveMtls::clients()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QFETCH(std::string, host);
    QFETCH(int, port);
    QFETCH(std::string, subset);
    const MeshView view(graphOf(text));
    const Client client{"jobs", {{"app", "batch"}}, noResource};
    QCOMPARE(printed(clientTls(view, client, host, static_cast<std::uint32_t>(port), subset), tlsNames, tlsReasons),
             expected);
}

void TestEffectiveMtls::clientsByWorkload_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const std::string reviews = namespaceObject("shop", "istio-injection: enabled")
        + exportedService("shop", "reviews", {}, "selector: {app: reviews}, ports: [{port: 80}]")
        + deployment("shop", "reviews")
        + destinationRule("shop", "r", "host: reviews, trafficPolicy: {tls: {mode: SIMPLE}}");
    // istio.io, concepts, security: only a proxy speaks for its pod
    QTest::newRow("sidecar") << reviews + namespaceObject("jobs", "istio-injection: enabled")
                             << std::string("Simple Rule at DestinationRule/shop/r spec.trafficPolicy.tls.mode");
    QTest::newRow("no proxy") << reviews + namespaceObject("jobs")
                              << std::string("Plaintext ClientWithoutProxy at Namespace//jobs");
    QTest::newRow("ambient") << reviews + namespaceObject("jobs", "istio.io/dataplane-mode: ambient")
                             << std::string("Unknown AmbientClient at Namespace//jobs "
                                            "metadata.labels[\"istio.io/dataplane-mode\"]");
    QTest::newRow("unknown") << reviews << std::string("Unknown ClientUnknown");
}

void TestEffectiveMtls::clientsByWorkload()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const MeshGraphPtr graph = graphOf(text + deployment("jobs", "batch"));
    const MeshView view(graph);
    const Client client = clientOf(view, named(*graph, "Deployment", "batch"));
    QCOMPARE(printed(clientTls(view, client, "reviews.shop.svc.cluster.local"), tlsNames, tlsReasons), expected);
}

QTEST_GUILESS_MAIN(TestEffectiveMtls)
#include "tst_effectivemtls.moc"
