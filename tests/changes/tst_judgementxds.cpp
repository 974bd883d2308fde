// SPDX-License-Identifier: Apache-2.0
#include "judgementcases.h"
#include "models/changes/xdspush.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using namespace meshdraft::tests;

namespace {

using mesh::effective::MeshView;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// "CDS:xds.subset EDS:xds.subset"
QString typesOf(const ProxyImpact& impact)
{
    QStringList types;
    for (const XdsPush& push : impact.pushes) {
        for (const XdsTouch& touch : push.touches)
            types << text(xdsName(touch.type)) + u':' + text(touch.message).section(u'.', 1);
    }
    types.sort();
    types.removeDuplicates();
    return types.join(u' ');
}

QString proxiesOf(const ProxyImpact& impact)
{
    QStringList names;
    for (const XdsProxy& proxy : impact.proxies) {
        names << (proxy.isGateway ? u"gateway "_s : QString()) + text(proxy.element.key.name)
                + (proxy.isSure ? QString() : u"?"_s);
    }
    names.sort();
    return names.join(u", "_s);
}

QString hazardsOf(const ProxyImpact& impact)
{
    QStringList hazards;
    for (const PushHazard& hazard : impact.hazards)
        hazards << text(hazard.message).section(u'.', 1);
    return hazards.join(u' ');
}

ProxyImpact impactOf(const std::string& before, const std::string& after)
{
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    return proxyImpactOf(compareGraphs(*old, *now), MeshView(old), MeshView(now));
}

} // namespace

class TestJudgementXds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void reach_data();
    void reach();
    void hazards_data();
    void hazards();
    void counts();
    void restarts_data();
    void restarts();
    void nobodyReadsIt();
    void rowsAreFound();
};

void TestJudgementXds::cases_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("proxies");

    const QString all = u"gateway ingress, pay, reviews, web"_s;
    const QString sidecars = u"pay, reviews, web"_s;
    const std::map<QString, std::pair<QString, QString>> expected{
        {u"comments"_s, {{}, {}}},
        {u"weights"_s, {u"RDS:routes"_s, sidecars}},
        {u"timeout"_s, {u"RDS:routes"_s, sidecars}},
        {u"canary"_s, {u"CDS:subset EDS:subset RDS:routes"_s, all}},
        {u"subset removed"_s, {u"CDS:subset EDS:subset RDS:routes"_s, all}},
        {u"subset removed in use"_s, {u"CDS:subset EDS:subset"_s, all}},
        {u"circuit breaker"_s, {u"CDS:trafficPolicy EDS:outlier"_s, all}},
        {u"hash policy"_s, {u"CDS:trafficPolicy RDS:hashPolicy"_s, all}},
        {u"client TLS"_s, {u"CDS:clientTls EDS:clientTls"_s, all}},
        {u"gateway certificate"_s, {u"LDS:added RDS:added SDS:added"_s, u"gateway ingress"_s}},
        {u"strict mTLS"_s, {u"CDS:autoMtls EDS:autoMtls LDS:serverMtls"_s, all}},
        {u"strict mTLS of the mesh"_s, {u"CDS:added EDS:added LDS:added"_s, all}},
        {u"authorization"_s, {u"LDS:added"_s, u"pay"_s}},
        {u"authorization denies"_s, {u"LDS:added"_s, u"pay"_s}},
        {u"tokens"_s, {u"LDS:added"_s, u"web"_s}},
        {u"envoy filter"_s, {u"CDS:added LDS:added"_s, u"web"_s}},
        {u"sidecar"_s,
         {u"CDS:sidecarEgress EDS:sidecarEgress LDS:sidecarEgress RDS:sidecarEgress"_s, u"reviews, web"_s}},
        {u"sidecar of the mesh"_s, {u"CDS:added EDS:added LDS:added RDS:added"_s, sidecars}},
        {u"telemetry of the mesh"_s, {u"LDS:added"_s, all}},
        {u"wasm version"_s, {u"ECDS:extensionConfig"_s, u"web"_s}},
        {u"service entry"_s, {u"CDS:added EDS:added LDS:added NDS:added RDS:added"_s, u"reviews, web"_s}},
        {u"service selector"_s, {u"EDS:endpoints"_s, all}},
        {u"workload image"_s, {{}, {}}},
        {u"new route at a gateway"_s, {u"RDS:added"_s, u"gateway ingress"_s}},
        {u"proxy config"_s, {{}, {}}},
        {u"bootstrap patch"_s, {{}, {}}},
        {u"order of routes"_s, {u"RDS:routes"_s, sidecars}},
        {u"service renamed"_s, {u"CDS:renamed EDS:renamed LDS:renamed RDS:renamed"_s, all}},
        {u"telemetry leaves the root namespace"_s, {u"LDS:renamed"_s, all}},
    };
    for (const JudgementCase& each : judgementCases()) {
        const auto found = expected.find(QString::fromLatin1(each.name));
        QVERIFY2(found != expected.end(), each.name);
        QTest::newRow(each.name) << each.before << each.after << found->second.first << found->second.second;
    }
}

void TestJudgementXds::cases()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, types);
    QFETCH(QString, proxies);
    const JudgedCase judgedCase = judged(before, after);
    const ProxyImpact impact = proxyImpactOf(judgedCase.change, judgedCase.viewBefore(), judgedCase.viewAfter());
    QCOMPARE(typesOf(impact), types);
    QCOMPARE(proxiesOf(impact), proxies);
    for (const XdsPush& push : impact.pushes) {
        for (const XdsTouch& touch : push.touches)
            QCOMPARE(touch.args.size(), 2U);
    }
}

void TestJudgementXds::reach_data()
{
    QTest::addColumn<std::string>("rest");
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("proxies");

    const auto row = [](const char* name, const std::string& rest, const std::string& before, const std::string& after,
                        const char* proxies) {
        QTest::newRow(name) << rest << before << after << QString::fromLatin1(proxies);
    };
    const std::string narrow = istio("Sidecar", "default", "{egress: [{hosts: ['./*']}]}", "pay");
    const std::string breaker = "trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}, ";
    row("everybody", "", rule(""), rule(breaker), "gateway ingress, pay, reviews, web");
    row("a Sidecar that leaves the host out", narrow, rule(""), rule(breaker), "gateway ingress, reviews, web");
    row("... and the routes for it", narrow, rule("") + routes("", toSubset("v1")),
        rule("") + routes("timeout: 3s, ", toSubset("v1")), "reviews, web");
    const std::string routed = narrow
        + istio("VirtualService", "pay",
                "{hosts: [pay], http: [{route: [{destination: {host: reviews.shop.svc.cluster.local}}]}]}", "pay");
    row("a Sidecar whose routes lead there", routed, rule(""), rule(breaker), "gateway ingress, pay, reviews, web");
    row("... and not there", routed, "", istio("DestinationRule", "web", "{host: web}"),
        "gateway ingress, reviews, web");
    row("exportTo", "", rule("exportTo: ['.'], "), rule("exportTo: ['.'], " + breaker), "reviews, web");
    row("who loses it", "", rule(""), rule("exportTo: ['.'], "), "gateway ingress, pay, reviews, web");
    row("exported to one", "", rule("exportTo: [pay], "), rule("exportTo: [pay], " + breaker), "pay");
    row("a rule for some clients", "", rule("workloadSelector: {matchLabels: {app: web}}, "),
        rule("workloadSelector: {matchLabels: {app: web}}, " + breaker), "web");
    row("a policy of a namespace", "", "", security("AuthorizationPolicy", "a", "{rules: [{}]}"), "reviews, web");
    row("pods without a proxy",
        injectedNamespace("plain").replace(injectedNamespace("plain").find("enabled"), 7, "disabled")
            + deployment("old", "plain"),
        "", security("AuthorizationPolicy", "a", "{rules: [{}]}", "plain"), "");
    row("files that do not say", deployment("who", "elsewhere"), "",
        security("AuthorizationPolicy", "a", "{rules: [{}]}", "elsewhere"), "who?");
    row("a gateway whose pods are in no file", "", "",
        istio("Gateway", "far", "{selector: {istio: eastwest}, servers: [{port: {number: 80}, hosts: ['*']}]}"),
        "gateway far?");
    row("a gateway of the Gateway API", "", "",
        object("gateway.networking.k8s.io/v1", "Gateway", "api",
               "{gatewayClassName: istio, listeners: [{name: a, port: "
               "80, protocol: HTTP}]}"),
        "gateway api");
    row("a secret that a gateway names", "",
        "---\napiVersion: v1\nkind: Secret\nmetadata: {name: cert, namespace: istio-system}\ndata: {tls.crt: YQ==}\n",
        "---\napiVersion: v1\nkind: Secret\nmetadata: {name: cert, namespace: istio-system}\ndata: {tls.crt: Yg==}\n",
        "gateway ingress");
}

void TestJudgementXds::reach()
{
    QFETCH(std::string, rest);
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, proxies);
    const ProxyImpact impact = impactOf(meshOfCases() + rest + before, meshOfCases() + rest + after);
    QVERIFY(!impact.pushes.empty());
    QCOMPARE(proxiesOf(impact), proxies);
}

void TestJudgementXds::hazards_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("hazards");

    const auto row = [](const char* name, const std::string& before, const std::string& after, const char* hazards) {
        QTest::newRow(name) << before << after << QString::fromLatin1(hazards);
    };
    const std::string two = "{name: v1}, {name: v2}";
    const std::string gatewayRoutes =
        istio("VirtualService", "far",
              "{hosts: [far.example], gateways: [far], http: [{route: [{destination: {host: web}}]}]}");
    const std::string gateway =
        istio("Gateway", "far", "{selector: {istio: eastwest}, servers: [{port: {number: 80}, hosts: ['*']}]}");
    const std::string plainRule = rule("trafficPolicy: {tls: {mode: DISABLE}}, ");
    const std::string mutualRule = rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, ");
    const std::string strict = security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}");
    const std::string permissive = security("PeerAuthentication", "default", "{mtls: {mode: PERMISSIVE}}");
    row("none", rule("") + routes("", toSubset("v1")), rule("") + routes("timeout: 1s, ", toSubset("v1")), "");
    row("a route before its subset", rule("") + routes("", toSubset("v1")), rule("", two) + routes("", toSubset("v2")),
        "subsetFirst");
    row("a subset before its route is gone", rule("", two) + routes("", toSubset("v2")),
        rule("") + routes("", toSubset("v1")), "subsetLast");
    row("a subset that a route still names", rule("", two) + routes("", toSubset("v2")),
        rule("") + routes("", toSubset("v2")), "subsetStillUsed");
    row("a rule that a route still needs", rule("") + routes("", toSubset("v1")), routes("", toSubset("v1")),
        "subsetStillUsed");
    row("a Service that a route still names", routes("", "{destination: {host: cart}}") + service("cart", "shop"),
        routes("", "{destination: {host: cart}}"), "stillUsed");
    const std::string basket = replaced(service("cart", "shop"), "name: cart", "name: basket");
    row("a Service that is called otherwise, its route not",
        routes("", "{destination: {host: cart}}") + service("cart", "shop"),
        routes("", "{destination: {host: cart}}") + basket, "stillUsed");
    row("... and the route as well, but not its destination",
        routes("", "{destination: {host: cart}}") + service("cart", "shop"),
        replaced(routes("", "{destination: {host: cart}}"), "name: reviews", "name: other") + basket,
        "stillUsed serviceLast");
    row("... and its route follows", routes("", "{destination: {host: cart}}") + service("cart", "shop"),
        routes("", "{destination: {host: basket}}") + basket, "serviceFirst serviceLast");
    row("a Gateway and its routes", "", gateway + gatewayRoutes, "gatewayFirst");
    row("a Gateway goes, its routes stay elsewhere", gateway + gatewayRoutes,
        replaced(gatewayRoutes, "[far]", "[edge]"), "gatewayLast");
    row("all go", gateway + gatewayRoutes, "", "");
    row("clients before the server", plainRule + permissive, mutualRule + strict, "clientsFirst");
    const std::string portStrict = security(
        "PeerAuthentication", "default",
        "{selector: {matchLabels: {app: reviews}}, mtls: {mode: PERMISSIVE}, portLevelMtls: {80: {mode: STRICT}}}");
    row("... on a port", plainRule + permissive, mutualRule + portStrict, "clientsFirst");
    row("... on all but a port", plainRule + portStrict, mutualRule + strict, "clientsFirst");
    row("a port that was strict by the rest", plainRule + strict,
        mutualRule + replaced(strict, "}}", "}, portLevelMtls: {80: {mode: STRICT}}}"), "");
    row("clients of servers elsewhere",
        plainRule + security("PeerAuthentication", "default", "{mtls: {mode: PERMISSIVE}}", "pay"),
        mutualRule + security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}", "pay"), "");
    row("... of the whole mesh",
        plainRule + security("PeerAuthentication", "default", "{mtls: {mode: PERMISSIVE}}", "istio-system"),
        mutualRule + security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}", "istio-system"),
        "clientsFirst");
    const auto wide = [](const std::string& host, const std::string& mode) {
        return istio("DestinationRule", "wide", "{host: '" + host + "', trafficPolicy: {tls: {mode: " + mode + "}}}");
    };
    row("... of every host", wide("*.local", "DISABLE") + permissive, wide("*.local", "ISTIO_MUTUAL") + strict,
        "clientsFirst");
    row("... of the hosts of another namespace", wide("*.pay.svc.cluster.local", "DISABLE") + permissive,
        wide("*.pay.svc.cluster.local", "ISTIO_MUTUAL") + strict, "");
    row("a strict policy comes from another namespace",
        plainRule + replaced(strict, "namespace: shop", "namespace: pay"), mutualRule + strict, "clientsFirst");
    row("the server before its clients", mutualRule + strict, plainRule + permissive, "serverFirst");
    row("tokens before the policy", "",
        security("RequestAuthentication", "a", "{jwtRules: [{issuer: a}]}")
            + security("AuthorizationPolicy", "b", "{rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}"),
        "tokensFirst");
    row("what is allowed before all is denied", "",
        security("AuthorizationPolicy", "a", "{rules: [{from: [{source: {namespaces: [pay]}}]}]}")
            + security("AuthorizationPolicy", "b", "{}"),
        "allowFirst");
}

void TestJudgementXds::hazards()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, hazards);
    const ProxyImpact impact = impactOf(meshOfCases() + before, meshOfCases() + after);
    QCOMPARE(hazardsOf(impact), hazards);
    for (const PushHazard& hazard : impact.hazards) {
        QVERIFY(!hazard.element.isNull());
        QCOMPARE(hazard.first == nullptr, hazard.isLasting);
    }
}

void TestJudgementXds::counts()
{
    const ProxyImpact impact = impactOf(meshOfCases(), meshOfCases() + rule("exportTo: ['.'], "));
    QCOMPARE(impact.sidecars(), 2U);
    QCOMPARE(impact.gateways(), 0U);
    QCOMPARE(impact.unsure(), 0U);
    QCOMPARE(impact.known, 4U);
    QCOMPARE(impact.replicas(), std::optional<std::int64_t>(5));
    // pay states none
    QCOMPARE(impactOf(meshOfCases(), meshOfCases() + rule("")).replicas(), std::nullopt);
}

void TestJudgementXds::restarts_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("restart");

    const auto filter = [](const std::string& patches) {
        return istio("EnvoyFilter", "a", "{workloadSelector: {labels: {app: web}}, configPatches: [" + patches + "]}");
    };
    QTest::newRow("ProxyConfig") << std::string() << istio("ProxyConfig", "slow", "{concurrency: 1}")
                                 << u"xds.bootstrap"_s;
    QTest::newRow("a patch of the bootstrap") << std::string() << filter("{applyTo: BOOTSTRAP}") << u"xds.bootstrap"_s;
    QTest::newRow("... that changes") << filter("{applyTo: BOOTSTRAP, patch: {value: {a: 1}}}")
                                      << filter("{applyTo: BOOTSTRAP, patch: {value: {a: 2}}}") << u"xds.bootstrap"_s;
    QTest::newRow("... beside one that changes")
        << filter("{applyTo: BOOTSTRAP}, {applyTo: CLUSTER, patch: {value: {a: 1}}}")
        << filter("{applyTo: BOOTSTRAP}, {applyTo: CLUSTER, patch: {value: {a: 2}}}") << QString();
    QTest::newRow("another patch") << std::string() << filter("{applyTo: HTTP_FILTER}") << QString();
}

void TestJudgementXds::restarts()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, restart);
    const ProxyImpact impact = impactOf(meshOfCases() + before, meshOfCases() + after);
    QCOMPARE(impact.pushes.size(), 1U);
    QCOMPARE(text(impact.pushes.front().restart), restart);
}

void TestJudgementXds::nobodyReadsIt()
{
    const auto secret = [](const char* data) {
        return "---\napiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: istio-system}\ndata: {tls.crt: "
            + std::string(data) + "}\n";
    };
    QVERIFY(impactOf(meshOfCases() + secret("YQ=="), meshOfCases() + secret("Yg==")).pushes.empty());
    // mesh configuration alone: who gets it is in no file, and it is sent all the same
    const ProxyImpact alone = impactOf(rule(""), rule("trafficPolicy: {tls: {mode: DISABLE}}, "));
    QCOMPARE(typesOf(alone), u"CDS:trafficPolicy EDS:clientTls"_s);
    QVERIFY(alone.proxies.empty());
    QCOMPARE(alone.known, 0U);
}

void TestJudgementXds::rowsAreFound()
{
    const std::vector<PathStep> field{{.key = "spec"}, {.key = "servers"}, {.key = {}, .index = 0, .isIndex = true}};
    const auto rows = xdsRowsFor("networking.istio.io", "Gateway", field);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front()->message, "xds.servers");
    QVERIFY(xdsRowsFor("networking.istio.io", "Unheard", field).empty());
    QVERIFY(xdsRowsFor("security.istio.io", "Gateway", field).empty());
    QVERIFY(xdsOfPatch("BOOTSTRAP").empty());
}

QTEST_GUILESS_MAIN(TestJudgementXds)
#include "tst_judgementxds.moc"
