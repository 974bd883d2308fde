// SPDX-License-Identifier: Apache-2.0
#include "models/changes/riskpolicy.h"
#include "models/changes/riskrule.h"
#include "yamlmesh.h"

#include <QSet>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using tests::graphOf;

namespace {

std::string object(const std::string& apiVersion, const std::string& kind, const std::string& spec,
                   const std::string& ns = "shop")
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a, namespace: " + ns + "}\n" + spec
        + "\n";
}

std::string vs(const std::string& spec)
{
    return object("networking.istio.io/v1", "VirtualService", "spec: " + spec);
}

std::string rule(const std::string& spec)
{
    return object("networking.istio.io/v1", "DestinationRule", "spec: " + spec);
}

std::string gateway(const std::string& spec)
{
    return object("networking.istio.io/v1", "Gateway", "spec: " + spec);
}

std::string authorization(const std::string& spec, const std::string& ns = "shop")
{
    return object("security.istio.io/v1", "AuthorizationPolicy", "spec: " + spec, ns);
}

std::string split(int first, int second)
{
    return vs("{hosts: [a], http: [{route: [{destination: {host: a, subset: v1}, weight: " + std::to_string(first)
              + "}, {destination: {host: a, subset: v2}, weight: " + std::to_string(second) + "}]}]}");
}

const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\n"
                            "spec: {selector: {app: a}, ports: [{name: http, port: 80}]}\n";

/// "high: rule-a rule-b"
QString classified(const std::string& before, const std::string& after)
{
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    MeshChange change = compareGraphs(*old, *now);
    RiskPolicy::builtIn().classify(change, *old, *now);
    QStringList rules;
    for (const ResourceChange& resource : change.resources) {
        for (const Reason& reason : resource.reasons)
            rules.append(QString::fromStdString(reason.rule));
    }
    return QString::fromStdString(std::string(tierName(change.tier))) + u": "_s + rules.join(u' ');
}

} // namespace

class TestRiskPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void builtInPolicyIsWhole();
    void tiers_data();
    void tiers();
    void movingAFileIsLow();
    void everyRuleHasItsCase();
    void highestReasonComesFirst();
    void reasonsSayWhatTheyMean();
    void brokenPolicyIsLocated_data();
    void brokenPolicyIsLocated();
    void policiesMayHaveSentencesOfTheirOwn();
    void rulesOfBothNames_data();
    void rulesOfBothNames();
    void survivesDamagedFiles();

private:
    QSet<QString> m_met;
    static void addRouteRows();
    static void addRuleRows();
    static void addGatewayRows();
    static void addSecurityRows();
    static void addMeshRows();
    static void addWorkloadRows();
};

namespace {

void row(const char* name, const std::string& before, const std::string& after, const QString& expected)
{
    QTest::newRow(name) << QByteArray::fromStdString(before) << QByteArray::fromStdString(after) << expected;
}

} // namespace

void TestRiskPolicy::builtInPolicyIsWhole()
{
    const RiskPolicy& policy = RiskPolicy::builtIn();
    QCOMPARE(policy.name(), std::string("default"));
    QVERIFY(policy.rules().size() > 70);
    for (const auto& each : policy.rules())
        QVERIFY2(!each->source.empty(), each->id.c_str());
    QCOMPARE(&RiskPolicy::builtIn(), &policy);
}

void TestRiskPolicy::addRouteRows()
{
    row("nothing", split(90, 10), split(90, 10), u"none: "_s);
    row("comment only", split(90, 10), split(90, 10) + "# why\n", u"none: comments-only"_s);
    row("weights", split(90, 10), split(80, 20), u"medium: split-weight-changed"_s);
    row("weights by half", split(100, 0), split(50, 50), u"high: split-weight-jump"_s);
    row("weights by less than half", split(100, 0), split(51, 49), u"medium: split-weight-changed"_s);
    row("other total, same shares", split(90, 10), split(9, 1), u"medium: split-weight-changed"_s);
    row("weight of a Gateway API route",
        object("gateway.networking.k8s.io/v1", "HTTPRoute",
               "spec: {rules: [{backendRefs: [{name: a, port: 80, weight: 9}, {name: b, port: 80}]}]}"),
        object("gateway.networking.k8s.io/v1", "HTTPRoute",
               "spec: {rules: [{backendRefs: [{name: a, port: 80, weight: 8}, {name: b, port: 80, weight: 2}]}]}"),
        u"medium: split-weight-changed"_s);
    row("destination with no weight added", vs("{http: [{route: [{destination: {host: a}, weight: 100}]}]}"),
        vs("{http: [{route: [{destination: {host: a}, weight: 100}, {destination: {host: b}, weight: 0}]}]}"),
        u"medium: destination-added"_s);
    row("destination removed",
        vs("{http: [{route: [{destination: {host: a}, weight: 100}, {destination: {host: b}, weight: 0}]}]}"),
        vs("{http: [{route: [{destination: {host: a}, weight: 100}]}]}"), u"medium: destination-removed"_s);
    row("destination swapped", vs("{http: [{route: [{destination: {host: a}}]}]}"),
        vs("{http: [{route: [{destination: {host: b}}]}]}"), u"high: split-weight-jump"_s);
    row("headers of a destination", vs("{http: [{route: [{destination: {host: a}}]}]}"),
        vs("{http: [{route: [{destination: {host: a}, headers: {request: {set: {x: y}}}}]}]}"),
        u"medium: destination-changed"_s);
    row("timeout", vs("{http: [{timeout: 1s}]}"), vs("{http: [{timeout: 2s}]}"), u"low: route-timeout"_s);
    row("retries added", vs("{http: [{timeout: 1s}]}"), vs("{http: [{timeout: 1s, retries: {attempts: 2}}]}"),
        u"low: route-retries"_s);
    row("route added", vs("{http: [{name: a, timeout: 1s}]}"),
        vs("{http: [{name: b, match: [{uri: {exact: /}}], timeout: 9s, fault: {}}, {name: a, timeout: 1s}]}"),
        u"low: route-added"_s);
    row("route for everything added", vs("{http: [{name: a, timeout: 1s}]}"),
        vs("{http: [{name: b, timeout: 9s}, {name: a, timeout: 1s}]}"), u"medium: route-added-for-all route-added"_s);
    row("route removed", vs("{http: [{name: b, timeout: 9s}, {name: a, timeout: 1s}]}"),
        vs("{http: [{name: a, timeout: 1s}]}"), u"medium: route-removed"_s);
    row("first routes", vs("{hosts: [a]}"), vs("{hosts: [a], tcp: [{route: [{destination: {host: a}}]}]}"),
        u"medium: route-list-added"_s);
    row("order of routes", vs("{http: [{name: a}, {name: b}]}"), vs("{http: [{name: b}, {name: a}]}"),
        u"medium: route-order"_s);
    row("match", vs("{http: [{name: a, match: [{uri: {exact: /a}}]}]}"),
        vs("{http: [{name: a, match: [{uri: {exact: /b}}]}]}"), u"medium: route-match"_s);
    row("name of a route", vs("{http: [{name: a, timeout: 1s, route: [{destination: {host: a, subset: b}}]}]}"),
        vs("{http: [{name: b, timeout: 1s, route: [{destination: {host: a, subset: b}}]}]}"), u"low: route-renamed"_s);
    row("fault", vs("{http: [{name: a}]}"), vs("{http: [{name: a, fault: {abort: {httpStatus: 500}}}]}"),
        u"medium: fault-injection"_s);
    row("mirror", vs("{http: [{name: a}]}"), vs("{http: [{name: a, mirror: {host: b}}]}"), u"medium: mirror-changed"_s);
    row("rewrite", vs("{http: [{name: a}]}"), vs("{http: [{name: a, rewrite: {uri: /}}]}"),
        u"medium: route-behaviour"_s);
    row("hosts", vs("{hosts: [a]}"), vs("{hosts: [a, b.example.com]}"), u"medium: route-hosts"_s);
    row("wildcard host", vs("{hosts: [a]}"), vs("{hosts: [a, '*.example.com']}"), u"high: wildcard-host route-hosts"_s);
    row("gateways", vs("{gateways: [mesh]}"), vs("{gateways: [mesh, gw]}"), u"medium: route-gateways"_s);
    row("VirtualService added", "", vs("{hosts: [a]}"), u"medium: virtualservice-added"_s);
    row("VirtualService for every host added", "", vs("{hosts: ['*']}"), u"high: wildcard-host virtualservice-added"_s);
    row("VirtualService removed", vs("{hosts: [a]}"), "", u"medium: virtualservice-removed"_s);
    row("HTTPRoute added", "",
        object("gateway.networking.k8s.io/v1", "HTTPRoute", "spec: {hostnames: [a.example.com]}"),
        u"medium: virtualservice-added"_s);
    row("exportTo", vs("{exportTo: ['.']}"), vs("{exportTo: ['*']}"), u"medium: export-changed"_s);
    row("two changes in one resource", vs("{http: [{name: a, timeout: 1s, match: [{port: 1}]}]}"),
        vs("{http: [{name: a, timeout: 2s, match: [{port: 2}]}]}"), u"medium: route-match route-timeout"_s);
}

void TestRiskPolicy::addRuleRows()
{
    const std::string used = service + "---\n" + split(90, 10) + "---\n";
    const std::string both =
        rule("{host: a, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}");
    const std::string one = rule("{host: a, subsets: [{name: v1, labels: {version: v1}}]}");
    row("subset added", one, both, u"low: subset-added"_s);
    row("first subsets", rule("{host: a}"), one, u"low: subsets-added"_s);
    row("subset removed", both, one, u"medium: subset-removed"_s);
    row("subset removed that a route names", used + both, used + one, u"high: subset-removed-in-use"_s);
    row("subset removed together with its route", used + both,
        service + "---\n" + vs("{hosts: [a], http: [{route: [{destination: {host: a, subset: v1}, weight: 100}]}]}")
            + "---\n" + one,
        u"high: subset-removed-in-use split-weight-changed destination-removed"_s);
    row("all subsets removed", used + one, used + rule("{host: a}"), u"high: subsets-removed-in-use"_s);
    row("all unused subsets removed", one, rule("{host: a}"), u"medium: subsets-removed"_s);
    row("subset labels", one, rule("{host: a, subsets: [{name: v1, labels: {version: v1b}}]}"),
        u"medium: subset-labels"_s);
    row("traffic policy", rule("{host: a}"), rule("{host: a, trafficPolicy: {outlierDetection: {}}}"),
        u"medium: traffic-policy"_s);
    row("client TLS", rule("{host: a, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}"),
        rule("{host: a, trafficPolicy: {tls: {mode: DISABLE}}}"), u"high: client-tls"_s);
    row("client TLS in a new policy", rule("{host: a}"), rule("{host: a, trafficPolicy: {tls: {mode: DISABLE}}}"),
        u"high: client-tls traffic-policy"_s);
    row("client TLS of a port",
        rule("{host: a, trafficPolicy: {portLevelSettings: [{port: {number: 1}, tls: {mode: SIMPLE}}]}}"),
        rule("{host: a, trafficPolicy: {portLevelSettings: [{port: {number: 1}, tls: {mode: DISABLE}}]}}"),
        u"high: client-tls"_s);
    row("host of a rule", rule("{host: a}"), rule("{host: b}"), u"high: destinationrule-host"_s);
    row("selector of a rule", rule("{host: a}"), rule("{host: a, workloadSelector: {matchLabels: {app: b}}}"),
        u"medium: destinationrule-selector"_s);
    row("rule added", "", rule("{host: a}"), u"medium: destinationrule-added"_s);
    row("rule removed", both, "", u"medium: destinationrule-removed"_s);
    row("rule removed that routes need", used + both, used, u"high: destinationrule-removed-in-use"_s);
}

void TestRiskPolicy::addGatewayRows()
{
    const std::string plain = "{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.example.com], "
                              "tls: {mode: SIMPLE, credentialName: a}}]}";
    row("gateway TLS", gateway(plain), gateway(tests::replaced(plain, "SIMPLE", "MUTUAL")), u"high: gateway-tls"_s);
    row("gateway server", gateway(plain), gateway(tests::replaced(plain, "a.example.com", "b.example.com")),
        u"high: gateway-server"_s);
    row("gateway for every host", gateway(plain), gateway(tests::replaced(plain, "a.example.com", "'shop/*'")),
        u"high: wildcard-host gateway-server"_s);
    row("gateway selector", gateway("{selector: {istio: a}}"), gateway("{selector: {istio: b}}"),
        u"high: gateway-selector"_s);
    row("gateway added", "", gateway(plain), u"high: gateway-added-or-removed"_s);
    row("gateway removed", gateway(plain), "", u"high: gateway-added-or-removed"_s);
    row("listener", object("gateway.networking.k8s.io/v1", "Gateway", "spec: {listeners: [{name: a, port: 80}]}"),
        object("gateway.networking.k8s.io/v1", "Gateway", "spec: {listeners: [{name: a, port: 81}]}"),
        u"high: gateway-server"_s);
    const auto entry = [](const std::string& spec) {
        return object("networking.istio.io/v1", "ServiceEntry", "spec: " + spec);
    };
    row("service entry added", "", entry("{hosts: [pay.example.com]}"), u"medium: serviceentry-added"_s);
    row("service entry for everything", "", entry("{hosts: ['*']}"), u"high: wildcard-host serviceentry-added"_s);
    row("service entry removed", entry("{hosts: [pay.example.com]}"), "", u"medium: serviceentry-removed"_s);
    const std::string route =
        vs("{hosts: [pay.example.com], http: [{route: [{destination: {host: pay.example.com}}]}]}") + "---\n";
    row("service entry removed that a route needs", route + entry("{hosts: [pay.example.com]}"), route,
        u"high: serviceentry-removed-in-use"_s);
    row("service entry changed", entry("{hosts: [pay.example.com], resolution: DNS}"),
        entry("{hosts: [pay.example.com], resolution: NONE}"), u"medium: serviceentry-changed"_s);
    row("service selector", service, tests::replaced(service, "app: a", "app: b"), u"high: service-selector"_s);
    row("service ports", service, tests::replaced(service, "name: http", "name: tcp"), u"medium: service-ports"_s);
    row("service added", "", service, u"low: service-added"_s);
    row("service removed", service, "", u"medium: service-removed"_s);
    row("service removed that a route needs", service + "---\n" + split(90, 10), split(90, 10),
        u"high: service-removed-in-use"_s);
}

void TestRiskPolicy::addSecurityRows()
{
    const auto peer = [](const std::string& mode) {
        return object("security.istio.io/v1", "PeerAuthentication", "spec: {mtls: {mode: " + mode + "}}");
    };
    row("mTLS mode", peer("STRICT"), peer("PERMISSIVE"), u"high: peerauthentication"_s);
    row("mTLS policy added", "", peer("STRICT"), u"high: peerauthentication"_s);
    row("comment in an mTLS policy", peer("STRICT"), peer("STRICT") + "# why\n", u"none: comments-only"_s);
    const std::string allow = "{action: ALLOW, rules: [{from: [{source: {principals: [a]}}]}]}";
    row("one more allowed source", authorization(allow), authorization(tests::replaced(allow, "[a]", "[a, b]")),
        u"medium: authorization-changed"_s);
    row("anyone allowed", authorization(allow), authorization(tests::replaced(allow, "[a]", "['*']")),
        u"high: authorization-anyone authorization-changed"_s);
    row("policy added", "", authorization(allow), u"medium: authorization-changed"_s);
    row("policy removed", authorization(allow), "", u"high: authorization-removed"_s);
    row("DENY added", "", authorization(tests::replaced(allow, "ALLOW", "DENY")),
        u"high: authorization-deny authorization-changed"_s);
    row("ALLOW to DENY", authorization(allow), authorization(tests::replaced(allow, "ALLOW", "DENY")),
        u"high: authorization-deny authorization-action authorization-changed"_s);
    row("DENY to ALLOW", authorization(tests::replaced(allow, "ALLOW", "DENY")), authorization(allow),
        u"high: authorization-action authorization-changed"_s);
    row("nothing allowed", "", authorization("{}"), u"high: authorization-denies-all authorization-changed"_s);
    row("policy of the whole mesh", authorization(allow, "istio-system"),
        authorization(tests::replaced(allow, "[a]", "[a, b]"), "istio-system"),
        u"high: authorization-root authorization-changed"_s);
    const std::string tokens =
        object("security.istio.io/v1", "RequestAuthentication", "spec: {jwtRules: [{issuer: a}]}");
    row("request authentication", tokens, tests::replaced(tokens, "issuer: a", "issuer: b"),
        u"medium: request-authentication"_s);
    row("request authentication removed", tokens, "", u"high: request-authentication-removed"_s);
}

void TestRiskPolicy::addMeshRows()
{
    const std::string filter = object("networking.istio.io/v1alpha3", "EnvoyFilter", "spec: {priority: 1}");
    row("EnvoyFilter", filter, tests::replaced(filter, "1}", "2}"), u"high: envoyfilter"_s);
    const std::string wasm =
        object("extensions.istio.io/v1alpha1", "WasmPlugin", "spec: {url: 'oci://a:1', phase: AUTHN}");
    row("plugin version", wasm, tests::replaced(wasm, "a:1", "a:2"), u"low: wasmplugin-version"_s);
    row("plugin phase", wasm, tests::replaced(wasm, "AUTHN", "AUTHZ"), u"medium: wasmplugin"_s);
    row("plugin added", "", wasm, u"medium: wasmplugin-added-or-removed"_s);
    const auto sidecar = [](const std::string& ns) {
        return object("networking.istio.io/v1", "Sidecar", "spec: {egress: [{hosts: ['./*']}]}", ns);
    };
    row("sidecar", "", sidecar("shop"), u"medium: sidecar"_s);
    row("sidecar of the mesh", "", sidecar("istio-system"), u"high: sidecar-root"_s);
    row("sidecar leaves the root namespace", sidecar("istio-system"), sidecar("shop"), u"high: sidecar-root sidecar"_s);
    row("sidecar enters the root namespace", sidecar("shop"), sidecar("istio-system"), u"high: sidecar-root sidecar"_s);
    const auto telemetry = [](const std::string& ns) {
        return object("telemetry.istio.io/v1", "Telemetry", "spec: {tracing: []}", ns);
    };
    row("telemetry", "", telemetry("shop"), u"low: telemetry"_s);
    row("telemetry of the mesh", "", telemetry("istio-system"), u"high: telemetry-root"_s);
    row("telemetry leaves the root namespace", telemetry("istio-system"), telemetry("shop"),
        u"high: telemetry-root telemetry"_s);
    row("proxy config", "", object("networking.istio.io/v1beta1", "ProxyConfig", "spec: {concurrency: 1}"),
        u"medium: proxyconfig"_s);
    const auto config = [](const std::string& name, const std::string& value) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name
            + ", namespace: istio-system}\ndata: {mesh: 'accessLogFile: " + value + "'}\n";
    };
    row("mesh config", config("istio", "a"), config("istio", "b"), u"high: mesh-config"_s);
    row("mesh config of a revision", config("istio-canary", "a"), config("istio-canary", "b"), u"high: mesh-config"_s);
    row("another ConfigMap", config("shop", "a"), config("shop", "b"), u"medium: unclassified-change"_s);
    row("operator", "", object("install.istio.io/v1alpha1", "IstioOperator", "spec: {profile: default}"),
        u"high: istio-operator"_s);
    row("kind nobody knows", "", object("example.com/v1", "Thing", "spec: {}"), u"medium: unclassified-change"_s);
    row("field nobody knows", vs("{hosts: [a]}"), vs("{hosts: [a], brandNew: 1}"), u"medium: unclassified-change"_s);
    row("known and unknown field", vs("{http: [{timeout: 1s, brandNew: 1}]}"),
        vs("{http: [{timeout: 2s, brandNew: 2}]}"), u"medium: unclassified-change route-timeout"_s);
}

void TestRiskPolicy::addWorkloadRows()
{
    const auto deployment = [](const std::string& spec) { return object("apps/v1", "Deployment", "spec: " + spec); };
    const std::string pods = "{replicas: 1, template: {metadata: {labels: {app: a}}}}";
    row("pod labels", deployment(pods), deployment(tests::replaced(pods, "app: a", "app: a, version: v2")),
        u"low: workload-labels"_s);
    row("replicas", deployment(pods), deployment(tests::replaced(pods, "replicas: 1", "replicas: 2")),
        u"low: workload-changed"_s);
    row("revision label", deployment(pods), deployment(tests::replaced(pods, "app: a", "app: a, istio.io/rev: canary")),
        u"high: proxy-labels"_s);
    row("injection annotation in a new map", deployment(pods),
        deployment(
            tests::replaced(pods, "metadata: {", "metadata: {annotations: {sidecar.istio.io/inject: 'false'}, ")),
        u"high: proxy-labels workload-labels"_s);
    row("workload added", "", deployment(pods), u"low: workload-added"_s);
    row("workload removed", deployment(pods), "", u"medium: workload-removed"_s);
    const std::string ns =
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n";
    row("injection of a namespace", ns, tests::replaced(ns, "enabled", "disabled"), u"high: proxy-labels"_s);
    row("annotation", vs("{hosts: [a]}"),
        tests::replaced(vs("{hosts: [a]}"), "namespace: shop", "namespace: shop, annotations: {why: x}"),
        u"low: metadata"_s);
    row("version of the API", vs("{hosts: [a]}"), tests::replaced(vs("{hosts: [a]}"), "io/v1", "io/v1beta1"),
        u"low: api-version"_s);
}

void TestRiskPolicy::tiers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    addRouteRows();
    addRuleRows();
    addGatewayRows();
    addSecurityRows();
    addMeshRows();
    addWorkloadRows();
}

void TestRiskPolicy::tiers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QString actual = classified(before.toStdString(), after.toStdString());
    QTEST(actual, "expected");
    for (const QString& rule : actual.section(u": "_s, 1).split(u' '))
        m_met.insert(rule);
}

void TestRiskPolicy::highestReasonComesFirst()
{
    const std::string before = vs("{http: [{name: a, timeout: 1s}]}") + "---\n" + rule("{host: a}");
    const std::string after = vs("{http: [{name: a, timeout: 2s}]}") + "---\n" + rule("{host: b}");
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    MeshChange change = compareGraphs(*old, *now);
    RiskPolicy::builtIn().classify(change, *old, *now);
    QCOMPARE(change.tier, Tier::High);
    QCOMPARE(change.resources.size(), 2U);
    QCOMPARE(change.resources[0].tier, Tier::High);
    QCOMPARE(change.resources[1].tier, Tier::Low);
}

void TestRiskPolicy::reasonsSayWhatTheyMean()
{
    const auto old = graphOf(split(100, 0));
    const auto now = graphOf(split(40, 60));
    MeshChange change = compareGraphs(*old, *now);
    RiskPolicy::builtIn().classify(change, *old, *now);
    const Reason& reason = change.resources.at(0).reasons.at(0);
    QCOMPARE(reason.message, std::string("risk.splitJump"));
    const std::vector<std::string> expected{
        "VirtualService", "shop/a", "spec.http[0].route[0].weight", "100", "40", "2", "60"};
    QCOMPARE(reason.args, expected);
}

void TestRiskPolicy::movingAFileIsLow()
{
    const auto old = graphOf({{"a.yaml", split(90, 10)}});
    const auto now = graphOf({{"b.yaml", split(90, 10)}});
    MeshChange change = compareGraphs(*old, *now);
    RiskPolicy::builtIn().classify(change, *old, *now);
    QCOMPARE(change.tier, Tier::Low);
    QCOMPARE(change.resources.at(0).reasons.at(0).rule, std::string("resource-moved"));
    m_met.insert(u"resource-moved"_s);
}

void TestRiskPolicy::everyRuleHasItsCase()
{
    QVERIFY2(!m_met.empty(), "runs behind tiers()");
    for (const auto& each : RiskPolicy::builtIn().rules())
        QVERIFY2(m_met.contains(QString::fromStdString(each->id)), each->id.c_str());
}

void TestRiskPolicy::brokenPolicyIsLocated_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("not JSON") << "{\n  \"rules\": [\n  }\n"_ba << "risk.syntax"_ba << 3 << 3;
    QTest::newRow("nothing") << ""_ba << "risk.syntax"_ba << 1 << 1;
    QTest::newRow("no rules") << "{ \"name\": \"x\" }"_ba << "risk.missing"_ba << 1 << 1;
    QTest::newRow("a list") << "[]"_ba << "risk.wrongType"_ba << 1 << 1;
    QTest::newRow("unknown tier")
        << "{\"rules\": [\n  {\"id\": \"a\", \"tier\": \"huge\", \"reason\": \"r\", \"when\": {\"kind\": \"A\"}}]}"_ba
        << "risk.unknownTier"_ba << 2 << 23;
    QTest::newRow("unknown condition")
        << "{\"rules\": [\n  {\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {\"mood\": \"A\"}}]}"_ba
        << "risk.unknownRule"_ba << 2 << 54;
    QTest::newRow("condition of another type")
        << "{\"rules\": [\n  {\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {\"kind\": 7}}]}"_ba
        << "risk.wrongType"_ba << 2 << 62;
    QTest::newRow("bad pattern")
        << "{\"rules\": [{\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {\"field\": \"a..b\"}}]}"_ba
        << "risk.badPattern"_ba << 1 << 72;
    QTest::newRow("no reason") << "{\"rules\": [{\"id\": \"a\", \"tier\": \"low\", \"when\": {\"kind\": \"A\"}}]}"_ba
                               << "risk.missing"_ba << 1 << 12;
    QTest::newRow("no conditions")
        << "{\"rules\": [{\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {}}]}"_ba
        << "risk.wrongType"_ba << 1 << 62;
    QTest::newRow("twice the same id")
        << "{\"rules\": [{\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {\"kind\": \"A\"}},\n{\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {\"kind\": \"A\"}}]}"_ba
        << "risk.duplicateRule"_ba << 2 << 1;
    QTest::newRow("unknown operation")
        << "{\"rules\": [{\"id\": \"a\", \"tier\": \"low\", \"reason\": \"r\", \"when\": {\"operation\": \"eaten\"}}]}"_ba
        << "risk.unknownOperation"_ba << 1 << 76;
    QTest::newRow("newer format") << "{\"schema\": \"meshdraft.riskpolicy/9\", \"rules\": []}"_ba
                                  << "risk.unknownSchema"_ba << 1 << 12;
}

void TestRiskPolicy::brokenPolicyIsLocated()
{
    QFETCH(QByteArray, json);
    const auto policy = RiskPolicy::parse(json.toStdString(), "policy.json");
    QVERIFY(!policy);
    QTEST(QByteArray::fromStdString(policy.error().code), "code");
    QCOMPARE(policy.error().where.path, std::string("policy.json"));
    QTEST(int(policy.error().where.line), "line");
    QTEST(int(policy.error().where.column), "column");
}

void TestRiskPolicy::policiesMayHaveSentencesOfTheirOwn()
{
    const auto policy = RiskPolicy::parse(
        "{\"name\": \"team\", \"rules\": [{\"id\": \"ours\", \"tier\": \"high\", \"text\": \"Ask Ada.\", "
        "\"when\": {\"kind\": \"Virtual*\", \"namespace\": [\"!test\", \"sh*\"], \"name\": \"a\"}}]}",
        "team.json");
    QVERIFY(policy);
    const auto old = graphOf(split(90, 10));
    const auto now = graphOf(split(80, 20));
    MeshChange change = compareGraphs(*old, *now);
    policy->classify(change, *old, *now);
    QCOMPARE(change.tier, Tier::High);
    QCOMPARE(change.resources[0].reasons[0].message, std::string("risk.text"));
    QCOMPARE(change.resources[0].reasons[0].args, std::vector<std::string>{"Ask Ada."});
}

void TestRiskPolicy::rulesOfBothNames_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<bool>("isMet");
    QTest::newRow("the namespace it leaves") << "\"namespace\": \"payments\""_ba << true;
    QTest::newRow("the namespace it enters") << "\"namespace\": \"shop\""_ba << true;
    QTest::newRow("another") << "\"namespace\": \"club\""_ba << false;
    QTest::newRow("goes where it was") << "\"namespace\": \"payments\", \"operation\": \"removed\""_ba << true;
    QTest::newRow("goes where it comes") << "\"namespace\": \"shop\", \"operation\": \"removed\""_ba << false;
    QTest::newRow("comes where it is") << "\"namespace\": \"shop\", \"operation\": \"added\""_ba << true;
    QTest::newRow("comes where it was") << "\"namespace\": \"payments\", \"operation\": \"added\""_ba << false;
    QTest::newRow("renamed") << "\"namespace\": \"payments\", \"operation\": \"renamed\""_ba << true;
    QTest::newRow("modified") << "\"namespace\": \"payments\", \"operation\": \"modified\""_ba << false;
}

void TestRiskPolicy::rulesOfBothNames()
{
    QFETCH(QByteArray, when);
    QFETCH(bool, isMet);
    const auto policy =
        RiskPolicy::parse(R"({"name": "team", "rules": [{"id": "ours", "tier": "high", "text": "Ask Ada.", "when": {)"
                              + when.toStdString() + "}}]}",
                          "team.json");
    QVERIFY(policy);
    const std::string spec = "spec: {hosts: [x.example]}";
    const auto old = graphOf(object("networking.istio.io/v1", "VirtualService", spec, "payments"));
    const auto now = graphOf(object("networking.istio.io/v1", "VirtualService", spec));
    MeshChange change = compareGraphs(*old, *now);
    QCOMPARE(change.resources.size(), 1U);
    QCOMPARE(change.resources[0].operation, Operation::Renamed);
    policy->classify(change, *old, *now);
    QCOMPARE(change.tier == Tier::High, isMet);
}

void TestRiskPolicy::survivesDamagedFiles()
{
    const std::string whole = split(90, 10) + "---\n" + service + "---\n" + rule("{host: a, subsets: [{name: v1}]}")
        + "---\n" + authorization("{rules: [{from: [{source: {principals: [a]}}]}]}")
        + "---\nx: &a [1, 2]\nkind: Thing\napiVersion: a/v1\nmetadata: {name: a}\nspec: {a: *a, b: {<<: {c: *a}}}\n";
    static const std::string letters = " \n:-[]{}*&#'\"0a\t|>!,?<\x80\xff";
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        std::string damaged = whole;
        for (std::uint32_t hits = 1 + random() % 4; hits > 0; --hits) {
            const std::size_t at = random() % damaged.size();
            if (random() % 2 == 0)
                damaged[at] = letters[random() % letters.size()];
            else
                damaged.erase(at, random() % 20);
        }
        const auto old = graphOf(whole);
        const auto now = graphOf(damaged);
        QVERIFY(compareGraphs(*now, *graphOf(damaged)).resources.empty());
        for (const auto& [before, after] : {std::pair(old, now), std::pair(now, old)}) {
            MeshChange change = compareGraphs(*before, *after);
            RiskPolicy::builtIn().classify(change, *before, *after);
            for (const ResourceChange& each : change.resources) {
                QVERIFY2(!each.reasons.empty(), damaged.c_str());
                QVERIFY2(!each.statements.empty(), damaged.c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestRiskPolicy)
#include "tst_riskpolicy.moc"
