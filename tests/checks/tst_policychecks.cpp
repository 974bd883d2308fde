// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/findingtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

const std::string injected = namespaceObject("shop", "istio-injection: enabled");

std::string policy(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return security("AuthorizationPolicy", name, "{" + spec + "}", ns);
}

/// A policy with one rule.
std::string rule(const std::string& parts, const std::string& more = {})
{
    return policy("p", "rules: [{" + parts + "}]" + more);
}

std::string from(const std::string& parts)
{
    return rule("from: [{source: {" + parts + "}}]");
}

std::string to(const std::string& parts, const std::string& more = {})
{
    return rule("to: [{operation: {" + parts + "}}]", more);
}

std::string account(const std::string& name, const std::string& ns = "shop")
{
    return object("v1", "ServiceAccount", name, "", ns);
}

const std::string selectsA = ", selector: {matchLabels: {app: a}}";

/// A Service for pods with app: a, whose port 80 leads to their port 8080.
const std::string served =
    object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80, targetPort: 8080}]}");

} // namespace

class TestPolicyChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void ownersOfTheRoot_data();
    void ownersOfTheRoot();

private:
    static void addOperations();
    static void addPrincipals();
    static void addReach();
    static void addTokens();
    static void addNames();
    static void addAmbient();
};

void TestPolicyChecks::addOperations()
{
    addRow("policy-operation", "methods", to("methods: [GET, POST, 'G*', '*', PROPFIND, '${METHOD}']"));
    addRow("policy-operation", "no methods", to("methods: [get, GET], notMethods: [/pkg.Shop/Buy]"),
           {"5 MD141 warning policy.method(get) AuthorizationPolicy/p spec.rules[0].to[0].operation.methods[0]",
            "5 MD141 warning policy.method.path(/pkg.Shop/Buy) AuthorizationPolicy/p "
            "spec.rules[0].to[0].operation.notMethods[0]"});
    addRow("policy-operation", "hosts",
           service("a", "shop")
               + to("hosts: [a, a.shop.svc.cluster.local, 'a.shop.svc.cluster.local:80', example.com, "
                    "'*.svc.cluster.local', x.far.svc.cluster.local]"));
    addRow("policy-operation", "no host", service("a", "shop") + to("hosts: [b.shop.svc.cluster.local]"),
           {"10 MD142 warning policy.host(b.shop.svc.cluster.local) AuthorizationPolicy/p "
            "spec.rules[0].to[0].operation.hosts[0]"});
}

void TestPolicyChecks::addPrincipals()
{
    addRow("policy-principal", "accounts",
           account("a") + deployment("d", "app: a", "shop", "serviceAccountName: b")
               + from("principals: [cluster.local/ns/shop/sa/a, cluster.local/ns/shop/sa/b, 'cluster.local/ns/shop/*', "
                      "'*', cluster.local/ns/shop/sa/default, "
                      "cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account, odd]"));
    addRow("policy-principal", "no such account", account("cart") + from("principals: [cluster.local/ns/shop/sa/crat]"),
           {"10 MD144 warning policy.principal(crat; shop) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.principals[0]"});
    addRow("policy-principal", "an account of another application",
           account("cart") + account("cart-v1")
               + from("principals: [cluster.local/ns/shop/sa/user, "
                      "cluster.local/ns/shop/sa/cart-v2]"),
           {"15 MD144 unknown policy.principal.unknown(user; shop; 1) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.principals[0]",
            "15 MD144 unknown policy.principal.unknown(cart-v2; shop; 1) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.principals[1]"});
    addRow("policy-principal", "no such namespace",
           namespaceObject("shop") + from("notPrincipals: [cluster.local/ns/far/sa/b]"),
           {"9 MD144 unknown policy.principal.unknown(b; far; 1) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.notPrincipals[0]"});
    addRow("policy-principal", "no accounts in the files",
           from("principals: [cluster.local/ns/shop/sa/b, cluster.local/ns/shop/sa/b]"),
           {"5 MD144 unknown policy.principal.unknown(b; shop; 2) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.principals[0]"});
    addRow("policy-principal", "an account that may go into any namespace",
           account("cart") + account("b", "") + from("principals: [cluster.local/ns/shop/sa/crat]"),
           {"15 MD144 unknown policy.principal.unknown(crat; shop; 1) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.principals[0]"});
    addRow("policy-principal", "spiffe", from("principals: [spiffe://cluster.local/ns/shop/sa/b]"),
           {"5 MD144 warning policy.principal.form(cluster.local/ns/shop/sa/b) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.principals[0]"});
    addRow(
        "policy-principal", "trust domains",
        account("a") + meshConfig("{trustDomain: td, trustDomainAliases: [old]}")
            + from("principals: [td/ns/shop/sa/a, old/ns/shop/sa/a, cluster.local/ns/shop/sa/a, other/ns/shop/sa/a]"),
        {"17 MD144 warning policy.principal.domain(other) AuthorizationPolicy/p "
         "spec.rules[0].from[0].source.principals[3]"});
    addRow("policy-principal", "a trust domain that files do not know",
           account("a") + from("principals: [td/ns/x/sa/y]"));
}

void TestPolicyChecks::addReach()
{
    const std::string a = injected + deployment("a", "app: a");
    addRow("policy-lockout", "nothing is allowed", a + served + policy("p", "selector: {matchLabels: {app: a}}"),
           {"18 MD161 warning policy.lockout(a) AuthorizationPolicy/p metadata.name"});
    addRow("policy-lockout", "no rules", a + served + policy("p", "rules: []"),
           {"19 MD161 warning policy.lockout(a) AuthorizationPolicy/p spec.rules"});
    addRow("policy-lockout", "another one opens",
           a + served + policy("p", "") + policy("q", "rules: [{to: []}]" + selectsA) + policy("r", "action: AUDIT"),
           {"24 MD162 info policy.open(shop) AuthorizationPolicy/q spec.rules[0]"});
    addRow("policy-lockout", "the root namespace opens",
           a + served + policy("p", "") + policy("q", "rules: [{to: [{operation: {ports: ['80']}}]}]", "istio-system"));
    addRow("policy-lockout", "without a Service", a + policy("p", ""));
    addRow("policy-lockout", "outside of the mesh",
           namespaceObject("shop") + deployment("a", "app: a") + served + policy("p", ""));
    addRow(
        "policy-lockout", "a dry run",
        a + served
            + "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: p, namespace: shop, "
              "annotations: {istio.io/dry-run: 'true'}}\nspec: {}\n");
    addRow("policy-lockout", "the whole mesh", a + served + policy("p", "", "istio-system"));
    addRow("policy-lockout", "everything is denied",
           policy("p", "action: DENY, rules: [{from: [{source: {ipBlocks: [1.2.3.4]}}]}, {}]"),
           {"5 MD161 warning policy.lockout.deny(shop) AuthorizationPolicy/p spec.rules[1]"});
    addRow("policy-lockout", "something is denied",
           policy("p", "action: DENY, rules: [{from: [{source: {ipBlocks: [1.2.3.4]}}]}]"));
    addRow("policy-lockout", "everything is allowed", policy("p", "rules: [{}]"),
           {"5 MD162 info policy.open(shop) AuthorizationPolicy/p spec.rules[0]"});
    addRow("policy-lockout", "everything is allowed beside something",
           a + policy("p", "rules: [{}]" + selectsA) + policy("q", "rules: [{from: [{source: {namespaces: [x]}}]}]")
               + policy("r", "rules: [{from: [{source: {namespaces: [x]}}]}], selector: {matchLabels: {app: b}}"),
           {"14 MD162 warning policy.open.beside(shop/q) AuthorizationPolicy/p spec.rules[0]"});

    addRow("policy-never-matches", "fine",
           from("principals: ['a*'], notPrincipals: [ab]")
               + policy("q", "rules: [{to: [{operation: {paths: [/x, '*x', '{*}', '*'], notPaths: [/y]}}]}]"));
    addRow(
        "policy-never-matches", "excluded", from("namespaces: [aa, ab], notNamespaces: ['a*']"),
        {"5 MD163 warning policy.never.excluded(aa) AuthorizationPolicy/p spec.rules[0].from[0].source.namespaces[0]"});
    addRow("policy-never-matches", "one of two is left", from("namespaces: [aa, b], notNamespaces: ['a*']"));
    addRow("policy-never-matches", "paths", to("paths: [admin, /x], notPaths: ['y*']"),
           {"5 MD163 warning policy.never.path(admin) AuthorizationPolicy/p spec.rules[0].to[0].operation.paths[0]",
            "5 MD163 warning policy.never.path(y*) AuthorizationPolicy/p spec.rules[0].to[0].operation.notPaths[0]"});
    addRow(
        "policy-never-matches", "the port of the Service",
        deployment("a", "app: a") + served + to("ports: ['80', '8080', '9']", selectsA),
        {"15 MD163 warning policy.never.port(80; 8080) AuthorizationPolicy/p spec.rules[0].to[0].operation.ports[0]"});
    addRow("policy-never-matches", "a port of the pods, too",
           deployment("a", "app: a", "shop", "containers: [{ports: [{containerPort: 80}]}]") + served
               + to("ports: ['80']", selectsA));
    addRow("policy-never-matches", "pods without a Service",
           deployment("a", "app: a") + served + deployment("b", "app: a", "shop") + to("ports: ['443']", selectsA));
}

void TestPolicyChecks::addTokens()
{
    const std::string tokens = security("RequestAuthentication", "t", "{jwtRules: [{issuer: me}]" + selectsA + "}");
    const QByteArrayList said{"4 MD164 warning token.policy(me) RequestAuthentication/t metadata.name"};
    addRow("token-without-policy", "no policy", tokens, said);
    addRow("token-without-policy", "policies that do not ask", tokens + from("principals: ['*']"), said);
    addRow("token-without-policy", "requestPrincipals", tokens + from("requestPrincipals: ['*']"));
    addRow(
        "token-without-policy", "notRequestPrincipals of the root namespace",
        tokens
            + policy("q", "action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]", "istio-system"));
    addRow("token-without-policy", "a claim", tokens + rule("when: [{key: 'request.auth.claims[x]', values: [y]}]"));
    addRow("token-without-policy", "somebody else decides", tokens + policy("q", "action: CUSTOM, rules: [{}]"));
    addRow(
        "token-without-policy", "a policy for other pods",
        tokens
            + policy("q", "selector: {matchLabels: {app: b}}, rules: [{from: [{source: {requestPrincipals: ['*']}}]}]"),
        said);
    addRow("token-without-policy", "the server sees the token",
           security("RequestAuthentication", "t", "{jwtRules: [{issuer: me, forwardOriginalToken: true}]}"),
           {"4 MD164 info token.policy(me) RequestAuthentication/t metadata.name"});
    addRow("token-without-policy", "no rules", security("RequestAuthentication", "t", "{}"));

    const std::string threads = "{selector: {matchLabels: {app: gw}}, concurrency: 1}";
    const std::string gateway =
        istio("Gateway", "g",
              "{selector: {app: gw}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}");
    addRow("proxy-concurrency", "of a gateway", gateway + istio("ProxyConfig", "p", threads),
           {"10 MD120 info concurrency.low() ProxyConfig/p spec.concurrency"});
    addRow("proxy-concurrency", "of all", istio("ProxyConfig", "p", "{concurrency: 1}", "istio-system"),
           {"5 MD120 info concurrency.low() ProxyConfig/p spec.concurrency"});
    addRow("proxy-concurrency", "of a namespace", istio("ProxyConfig", "p", "{concurrency: 1}"));
    addRow("proxy-concurrency", "of other pods", istio("ProxyConfig", "p", threads));
    addRow("proxy-concurrency", "two",
           gateway + istio("ProxyConfig", "p", "{selector: {matchLabels: {app: gw}}, concurrency: 2}"));
    addRow("proxy-concurrency", "one a core", istio("ProxyConfig", "p", "{concurrency: 0}", "istio-system"));
    addRow("envoy-filter-scope", "the mesh", istio("EnvoyFilter", "e", "{}", "istio-system"),
           {"4 MD165 warning filter.mesh(istio-system) EnvoyFilter/e metadata.name"});
    addRow("envoy-filter-scope", "another root namespace",
           meshConfig("rootNamespace: root") + istio("EnvoyFilter", "e", "{}", "root")
               + istio("EnvoyFilter", "f", "{}", "shop"),
           {"11 MD165 warning filter.mesh(root) EnvoyFilter/e metadata.name",
            "16 MD165 info filter.namespace(shop) EnvoyFilter/f metadata.name"});
    addRow("envoy-filter-scope", "some pods",
           istio("EnvoyFilter", "e", "{workloadSelector: {labels: {app: a}}}", "istio-system")
               + istio("EnvoyFilter", "f", "{targetRefs: [{kind: Gateway, name: g}]}")
               + istio("EnvoyFilter", "g", "{}", ""));
}

void TestPolicyChecks::addNames()
{
    addRow("export-namespace", "there",
           namespaceObject("far")
               + istio("VirtualService", "v", "{hosts: [a], exportTo: [., far, default, '*', '~', shop]}"));
    addRow("export-namespace", "not there",
           namespaceObject("far") + istio("VirtualService", "v", "{hosts: [a], exportTo: [., fra]}")
               + istio("DestinationRule", "d", "{host: a, exportTo: [nowhere]}")
               + istio("ServiceEntry", "e", "{hosts: [x.example], exportTo: [nowhere]}"),
           {"9 MD140 warning export.namespace(fra) VirtualService/v spec.exportTo[1]",
            "14 MD140 warning export.namespace(nowhere) DestinationRule/d spec.exportTo[0]",
            "19 MD140 warning export.namespace(nowhere) ServiceEntry/e spec.exportTo[0]"});
    addRow("export-namespace", "files list no namespaces",
           istio("DestinationRule", "d", "{host: a, exportTo: [far, '${NS}']}"),
           {"5 MD140 unknown export.namespace.unknown(far; 1) DestinationRule/d spec.exportTo[0]",
            "5 MD140 unknown export.namespace.unknown(${NS}; 1) DestinationRule/d spec.exportTo[1]"});
    const auto grant = [](const std::string& ns) {
        return object("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "g",
                      "spec: {from: [{group: g, kind: HTTPRoute, namespace: " + ns + "}], to: [{kind: Service}]}");
    };
    addRow("grant-namespace", "there", namespaceObject("far") + grant("far"));
    addRow("grant-namespace", "not there", namespaceObject("far") + grant("fra"),
           {"9 MD156 warning grant.namespace(fra) ReferenceGrant/g spec.from[0].namespace"});
    addRow("grant-namespace", "files list no namespaces", grant("far"),
           {"5 MD156 unknown grant.namespace.unknown(far; 1) ReferenceGrant/g spec.from[0].namespace"});

    const auto group = [](const std::string& name, const std::string& parts) {
        return istio("WorkloadGroup", name, "{" + parts + "}");
    };
    addRow("workload-group", "fine",
           account("a") + group("g", "metadata: {labels: {app: a}}, template: {serviceAccount: a}")
               + group("h", "metadata: {labels: {app: b}}, template: {}"));
    addRow("workload-group", "no such account", account("cart") + group("g", "template: {serviceAccount: carts}"),
           {"10 MD159 warning group.account(carts; shop) WorkloadGroup/g spec.template.serviceAccount"});
    addRow("workload-group", "no accounts in the files", group("g", "template: {serviceAccount: b}"),
           {"5 MD159 unknown group.account.unknown(b; shop; 1) WorkloadGroup/g spec.template.serviceAccount"});
    addRow("workload-group", "one set of labels",
           group("g", "metadata: {labels: {app: a}}, template: {}")
               + group("h", "metadata: {labels: {app: a}}, template: {}"),
           {"4 MD159 warning group.labels(app=a; h) WorkloadGroup/g metadata.name",
            "9 MD159 warning group.labels(app=a; g) WorkloadGroup/h metadata.name"});

    const auto egress = [](const std::string& hosts, const std::string& ns = "shop") {
        return istio("Sidecar", "s", "{egress: [{hosts: [" + hosts + "]}]}", ns);
    };
    addRow("sidecar-hosts", "fine",
           service("a", "shop") + namespaceObject("far")
               + egress("'./*', 'far/*', '*/*', '~/*', './a.shop.svc.cluster.local', '*/api.example.com', "
                        "'far/*.far.svc.cluster.local', 'far/x.far.svc.cluster.local', './zzz', 'later/*'"));
    addRow("sidecar-hosts", "nowhere",
           service("a", "shop") + namespaceObject("far") + egress("'fra/*', './b.shop.svc.cluster.local', './a'"),
           {"14 MD150 warning sidecar.egress.namespace(fra; far) Sidecar/s spec.egress[0].hosts[0]",
            "14 MD150 warning sidecar.egress.host(b.shop.svc.cluster.local) Sidecar/s spec.egress[0].hosts[1]",
            "14 MD150 warning sidecar.egress.short(a; a.shop.svc.cluster.local) Sidecar/s spec.egress[0].hosts[2]"});
    const auto chosen = [](const std::string& ns) {
        return istio("Sidecar", "s", "{workloadSelector: {labels: {app: a}}}", ns);
    };
    addRow("sidecar-hosts", "a default with a selector", deployment("a", "app: a") + chosen("istio-system"),
           {"10 MD151 warning sidecar.default(app=a; istio-system) Sidecar/s spec.workloadSelector"});
    addRow("sidecar-hosts", "for pods of the root namespace",
           deployment("a", "app: a", "istio-system") + chosen("istio-system"));
    addRow("sidecar-hosts", "of a namespace", deployment("a", "app: a") + chosen("shop"));
}

void TestPolicyChecks::addAmbient()
{
    const std::string ambient = namespaceObject("shop", "istio.io/dataplane-mode: ambient");
    addRow("ambient-policy", "what ztunnel can do", ambient + from("principals: ['*']") + to("ports: ['80']"));
    addRow("ambient-policy", "of HTTP",
           ambient + to("methods: [GET]")
               + policy("q", "action: DENY, rules: [{when: [{key: 'request.headers[x]', values: [y]}]}]"),
           {"9 MD158 warning ambient.allow(shop) AuthorizationPolicy/p spec.rules[0].to[0]",
            "14 MD158 warning ambient.deny(shop) AuthorizationPolicy/q spec.rules[0].when[0]"});
    addRow("ambient-policy", "bound to a waypoint",
           ambient + to("methods: [GET]", ", targetRefs: [{kind: Gateway, name: w}]"));
    addRow("ambient-policy", "with sidecars", injected + to("methods: [GET]"));
    addRow("ambient-policy", "for a gateway's pods",
           ambient + deployment("g", "app: a", "shop", "containers: [{name: istio-proxy, image: auto}]")
               + to("methods: [GET]", selectsA));
    addRow("ambient-policy", "extensions", ambient + security("RequestAuthentication", "t", "{}"),
           {"8 MD158 warning ambient.extension(RequestAuthentication; shop) RequestAuthentication/t metadata.name"});
    const std::string routes =
        istio("VirtualService", "v", "{hosts: [a], http: [{route: [{destination: {host: a}}]}]}");
    addRow("ambient-policy", "routes", ambient + service("a", "shop") + routes,
           {"14 MD158 warning ambient.routes(shop/a) VirtualService/v spec.hosts[0]"});
    addRow("ambient-policy", "routes with sidecars", injected + service("a", "shop") + routes);
    const std::string withWaypoint =
        namespaceObject("shop", "istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w");
    const auto waypoint = [](const std::string& name) {
        return object("gateway.networking.k8s.io/v1", "Gateway", name, "spec: {gatewayClassName: istio-waypoint}");
    };
    addRow("ambient-policy", "routes of a waypoint", withWaypoint + waypoint("w") + service("a", "shop") + routes);
    addRow("ambient-policy", "no such waypoint", withWaypoint + waypoint("x"),
           {"4 MD158 warning ambient.waypoint(shop/w) Namespace/shop metadata.labels[\"istio.io/use-waypoint\"]"});
    addRow("ambient-policy", "no waypoints in the files", withWaypoint,
           {"4 MD158 unknown ambient.waypoint.unknown(shop/w; 1) Namespace/shop "
            "metadata.labels[\"istio.io/use-waypoint\"]"});
    addRow("ambient-policy", "both at once",
           deployment("d", "istio.io/dataplane-mode: ambient, sidecar.istio.io/inject: 'true'"),
           {"4 MD158 warning ambient.sidecar(d) Deployment/d metadata.name"});
}

void TestPolicyChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addOperations();
    addPrincipals();
    addReach();
    addTokens();
    addNames();
    addAmbient();
}

/// Each finding with its line; each object is five lines, a Namespace four.
void TestPolicyChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), text.toStdString(), true), expected);
}

void TestPolicyChecks::ownersOfTheRoot_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    const auto policyIn = [](const std::string& ns) {
        return QByteArray::fromStdString(security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}", ns));
    };
    const QByteArrayList said{
        "4 MD166 warning root.owner(istio-system; shop) PeerAuthentication/default metadata.name"};
    QTest::newRow("in a namespace's directory") << QByteArray("shop/mtls.yaml") << policyIn("istio-system") << said;
    QTest::newRow("below it") << QByteArray("clusters/a/shop/policies/mtls.yaml") << policyIn("istio-system") << said;
    QTest::newRow("its own namespace") << QByteArray("shop/mtls.yaml") << policyIn("shop") << QByteArrayList();
    QTest::newRow("the mesh's directory")
        << QByteArray("istio-system/mtls.yaml") << policyIn("istio-system") << QByteArrayList();
    QTest::newRow("of the mesh within it")
        << QByteArray("shop/istio-system/mtls.yaml") << policyIn("istio-system") << QByteArrayList();
    QTest::newRow("no namespace's directory")
        << QByteArray("policies/mtls.yaml") << policyIn("istio-system") << QByteArrayList();
    QTest::newRow("only the file is called so")
        << QByteArray("policies/shop") << policyIn("istio-system") << QByteArrayList();
    const QByteArray defaultIsRoot = QByteArray::fromStdString(meshConfig("rootNamespace: default"));
    QTest::newRow("a root that is called default")
        << QByteArray("shop/mtls.yaml") << policyIn("default") + defaultIsRoot
        << QByteArrayList{"4 MD166 warning root.owner(default; shop) PeerAuthentication/default metadata.name"};
    QTest::newRow("nothing says the namespace")
        << QByteArray("shop/mtls.yaml") << policyIn("") + defaultIsRoot << QByteArrayList();
}

void TestPolicyChecks::ownersOfTheRoot()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    const mesh::FileSet files =
        fileSet({{path.toStdString(), text.toStdString()}, {"namespaces.yaml", namespaceObject("shop")}});
    QByteArrayList said = saidBy("root-owner", files, true);
    for (QByteArray& line : said)
        line.remove(0, path.size() + 1);
    QCOMPARE(said, expected);
}

QTEST_GUILESS_MAIN(TestPolicyChecks)
#include "tst_policychecks.moc"
