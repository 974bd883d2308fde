// SPDX-License-Identifier: Apache-2.0
#include "judgementcases.h"
#include "models/changes/waves.h"
#include "models/mesh/landingorder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using namespace meshdraft::tests;

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// "0 DestinationRule | 1 VirtualService | -0 DestinationRule(part)"; "-": goes away.
QString stepsOf(const Landing& landing)
{
    QStringList steps;
    for (const LandingStep& step : landing.steps) {
        QStringList words{(step.isRemoval ? u"-"_s : QString()) + QString::number(step.wave)};
        for (const WaveEntry& entry : step.entries) {
            const auto& resource = entry.change->after ? entry.change->after : entry.change->before;
            words << text(resource->key.kind) + (entry.isPartial ? u"(part)"_s : QString())
                    + (entry.pullRequest > 1 ? u"#%1"_s.arg(entry.pullRequest) : QString());
        }
        steps << words.join(u' ');
    }
    return steps.join(u" | "_s);
}

QString notesOf(const std::vector<OrderNote>& notes)
{
    QStringList words;
    for (const OrderNote& note : notes)
        words << text(note.message).section(u'.', 1);
    return words.join(u' ');
}

std::string wave(const std::string& number)
{
    return ", annotations: {argocd.argoproj.io/sync-wave: '" + number + "'}";
}

std::string waveRule(const std::string& subsets, const std::string& more)
{
    return istio("DestinationRule", "reviews", "{host: reviews, subsets: [" + subsets + "]}", "shop", more);
}

std::string waveRoutes(const std::string& subset, const std::string& more)
{
    return istio("VirtualService", "reviews", "{hosts: [reviews], http: [{route: [" + toSubset(subset) + "]}]}", "shop",
                 more);
}

} // namespace

class TestJudgementWaves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usualWaves_data();
    void usualWaves();
    void cases_data();
    void cases();
    void steps_data();
    void steps();
    void reasonsAreGiven();
    void syncWaves_data();
    void syncWaves();
    void flux_data();
    void flux();
};

void TestJudgementWaves::usualWaves_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("wave");

    QTest::newRow("CRD") << u"apiextensions.k8s.io"_s << u"CustomResourceDefinition"_s << -5;
    QTest::newRow("Namespace") << QString() << u"Namespace"_s << -4;
    QTest::newRow("Service") << QString() << u"Service"_s << -2;
    QTest::newRow("Deployment") << u"apps"_s << u"Deployment"_s << -2;
    QTest::newRow("Gateway") << u"networking.istio.io"_s << u"Gateway"_s << -1;
    QTest::newRow("API Gateway") << u"gateway.networking.k8s.io"_s << u"Gateway"_s << -1;
    QTest::newRow("DestinationRule") << u"networking.istio.io"_s << u"DestinationRule"_s << 0;
    QTest::newRow("VirtualService") << u"networking.istio.io"_s << u"VirtualService"_s << 1;
    QTest::newRow("HTTPRoute") << u"gateway.networking.k8s.io"_s << u"HTTPRoute"_s << 1;
    QTest::newRow("PeerAuthentication") << u"security.istio.io"_s << u"PeerAuthentication"_s << -1;
    QTest::newRow("RequestAuthentication") << u"security.istio.io"_s << u"RequestAuthentication"_s << 1;
    QTest::newRow("AuthorizationPolicy") << u"security.istio.io"_s << u"AuthorizationPolicy"_s << 2;
    QTest::newRow("unknown") << u"a.example"_s << u"Thing"_s << 0;
}

void TestJudgementWaves::usualWaves()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    QFETCH(int, wave);
    QCOMPARE(mesh::usualWave(group.toStdString(), kind.toStdString()), wave);
}

void TestJudgementWaves::cases_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("steps");

    const std::map<QString, QString> expected{
        {u"comments"_s, {}},
        {u"weights"_s, u"1 VirtualService"_s},
        {u"timeout"_s, u"1 VirtualService"_s},
        {u"canary"_s, u"0 DestinationRule | 1 VirtualService#2"_s},
        {u"subset removed"_s, u"1 VirtualService | -0 DestinationRule(part)#2"_s},
        {u"subset removed in use"_s, u"0 DestinationRule"_s},
        {u"circuit breaker"_s, u"0 DestinationRule"_s},
        {u"hash policy"_s, u"0 DestinationRule"_s},
        {u"client TLS"_s, u"0 DestinationRule"_s},
        {u"gateway certificate"_s, u"-1 Gateway"_s},
        {u"strict mTLS"_s, u"2 PeerAuthentication"_s},
        {u"strict mTLS of the mesh"_s, u"2 PeerAuthentication"_s},
        {u"authorization"_s, u"2 AuthorizationPolicy"_s},
        {u"authorization denies"_s, u"3 AuthorizationPolicy"_s},
        {u"tokens"_s, u"1 RequestAuthentication"_s},
        {u"envoy filter"_s, u"3 EnvoyFilter"_s},
        {u"sidecar"_s, u"3 Sidecar"_s},
        {u"sidecar of the mesh"_s, u"3 Sidecar"_s},
        {u"telemetry of the mesh"_s, u"3 Telemetry"_s},
        {u"wasm version"_s, u"3 WasmPlugin"_s},
        {u"service entry"_s, u"-2 ServiceEntry"_s},
        {u"service selector"_s, u"-2 Service"_s},
        {u"workload image"_s, u"-2 Deployment"_s},
        {u"new route at a gateway"_s, u"1 VirtualService"_s},
        {u"proxy config"_s, u"0 ProxyConfig"_s},
        {u"bootstrap patch"_s, u"3 EnvoyFilter"_s},
        {u"order of routes"_s, u"1 VirtualService"_s},
        {u"service renamed"_s, u"-2 Service"_s},
        {u"telemetry leaves the root namespace"_s, u"3 Telemetry"_s},
    };
    for (const JudgementCase& each : judgementCases()) {
        const auto found = expected.find(QString::fromLatin1(each.name));
        QVERIFY2(found != expected.end(), each.name);
        QTest::newRow(each.name) << each.before << each.after << found->second;
    }
}

void TestJudgementWaves::cases()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, steps);
    const JudgedCase judgedCase = judged(before, after);
    const Landing landing = landingOf(judgedCase.change, *judgedCase.before, *judgedCase.after);
    QCOMPARE(stepsOf(landing), steps);
    QVERIFY(!landing.usesArgo);
    QVERIFY(!landing.usesFlux);
    QVERIFY(landing.waves.empty());
}

void TestJudgementWaves::steps_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("steps");

    const std::string all = injectedNamespace("fresh") + service("a", "fresh") + deployment("a", "fresh")
        + istio("Gateway", "g", "{selector: {istio: x}, servers: []}", "fresh")
        + istio("DestinationRule", "a", "{host: a, subsets: [{name: v1}]}", "fresh")
        + istio("VirtualService", "a",
                "{hosts: [a], gateways: [g], http: [{route: [{destination: {host: a, subset: v1}}]}]}", "fresh")
        + security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}", "fresh")
        + security("RequestAuthentication", "a", "{jwtRules: [{issuer: a}]}", "fresh")
        + security("AuthorizationPolicy", "a", "{rules: [{}]}", "fresh")
        + security("AuthorizationPolicy", "b", "{action: DENY, rules: [{to: [{operation: {methods: [PUT]}}]}]}",
                   "fresh");
    QTest::newRow("everything new")
        << std::string() << all
        << u"-4 Namespace | -2 Deployment Service | -1 Gateway | 0 DestinationRule | 1 RequestAuthentication#2 "
           "VirtualService#2 | 2 PeerAuthentication#2 AuthorizationPolicy#2 | 3 AuthorizationPolicy#2"_s;
    QTest::newRow("everything gone")
        << all << std::string()
        << u"-2 AuthorizationPolicy AuthorizationPolicy | -1 RequestAuthentication VirtualService | -0 "
           "DestinationRule#2 | --1 Gateway#2 PeerAuthentication#2 | --2 Service#2 Deployment#2 | --4 Namespace#2"_s;
    QTest::newRow("a delegate before the one that names it")
        << std::string()
        << istio("VirtualService", "root", "{hosts: [reviews], http: [{delegate: {name: part, namespace: shop}}]}")
            + istio("VirtualService", "part", "{http: [{route: [{destination: {host: reviews}}]}]}")
        << u"1 VirtualService | 2 VirtualService#2"_s;
    const auto circle = [](const std::string& first, const std::string& second) {
        return istio("VirtualService", first,
                     "{hosts: [" + first + ".example], http: [{delegate: {name: " + second + ", namespace: shop}}]}");
    };
    QTest::newRow("delegates in a circle have no order")
        << std::string() << circle("a", "b") + circle("b", "a") << u"1 VirtualService VirtualService"_s;
    QTest::newRow("a longer chain") << std::string()
                                    << circle("root", "part") + circle("part", "piece")
            + istio("VirtualService", "piece", "{http: [{route: [{destination: {host: reviews}}]}]}")
                                    << u"1 VirtualService | 2 VirtualService | 3 VirtualService#2"_s;
    QTest::newRow("another subset in its place")
        << rule("") + routes("", toSubset("v1")) << rule("", "{name: v2}") + routes("", toSubset("v2"))
        << u"0 DestinationRule | 1 VirtualService#2 | -0 DestinationRule(part)#3"_s;
    QTest::newRow("a policy is relaxed") << security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}")
            + rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, ")
                                         << security("PeerAuthentication", "default", "{mtls: {mode: PERMISSIVE}}")
            + rule("trafficPolicy: {tls: {mode: DISABLE}}, ")
                                         << u"-1 PeerAuthentication | 0 DestinationRule"_s;
}

void TestJudgementWaves::steps()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, steps);
    const JudgedCase judgedCase = judged(before, after);
    QCOMPARE(stepsOf(landingOf(judgedCase.change, *judgedCase.before, *judgedCase.after)), steps);
}

void TestJudgementWaves::reasonsAreGiven()
{
    const JudgedCase judgedCase =
        judged(rule("", "{name: v1}, {name: v2}") + routes("", toSubset("v2")), rule("") + routes("", toSubset("v1")));
    const Landing landing = landingOf(judgedCase.change, *judgedCase.before, *judgedCase.after);
    QCOMPARE(landing.steps.size(), 2U);
    QCOMPARE(landing.steps[0].entries[0].message, "wave.kind");
    QCOMPARE(landing.steps[1].entries[0].message, "wave.removedAfter");
    QCOMPARE(landing.steps[1].entries[0].args, std::vector<std::string>{"VirtualService shop/reviews"});
}

void TestJudgementWaves::syncWaves_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("notes");

    const std::string none;
    const std::string two = "{name: v1}, {name: v2}";
    const std::string other = istio("Gateway", "other", "{selector: {istio: x}}", "shop", wave("-1"));
    const auto canary = [&](const std::string& first, const std::string& second) {
        return waveRule(two, first) + waveRoutes("v2", second);
    };
    const std::string before = waveRule("{name: v1}", "") + waveRoutes("v1", "");
    QTest::newRow("no Argo CD") << before << canary(none, none) << QString();
    QTest::newRow("none at these") << other + before << other + canary(none, none) << u"missing"_s;
    QTest::newRow("fine") << before << canary(wave("0"), wave("1")) << u"fine"_s;
    QTest::newRow("0 is understood") << before << canary(none, wave("1")) << u"fine"_s;
    QTest::newRow("the same") << before << canary(wave("2"), wave("2")) << u"same"_s;
    QTest::newRow("wrong way round") << before << canary(wave("2"), wave("1")) << u"wrongWayRound"_s;
    QTest::newRow("no number") << before << canary(wave("first"), wave("1")) << QString();
    QTest::newRow("a removal") << waveRule(two, wave("0")) + waveRoutes("v2", wave("1"))
                               << waveRule("{name: v1}", wave("0")) + waveRoutes("v1", wave("1")) << u"twoSyncs"_s;
    QTest::newRow("both are pruned") << waveRule(two, wave("0")) + waveRoutes("v2", wave("1")) << none << u"fine"_s;
}

void TestJudgementWaves::syncWaves()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, notes);
    const JudgedCase judgedCase = judged(before, after);
    const Landing landing = landingOf(judgedCase.change, *judgedCase.before, *judgedCase.after);
    QCOMPARE(notesOf(landing.waves), notes);
    for (const OrderNote& note : landing.waves)
        QCOMPARE(note.args.size(), 6U);
}

void TestJudgementWaves::flux_data()
{
    QTest::addColumn<std::string>("kustomizations");
    QTest::addColumn<QString>("notes");

    const auto kustomization = [](const std::string& name, const std::string& more) {
        return object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", name,
                      "{path: ./" + name + ", sourceRef: {kind: GitRepository, name: a}" + more + "}", "flux-system");
    };
    QTest::newRow("none") << std::string() << QString();
    QTest::newRow("one for all") << kustomization("rules", "") << QString();
    QTest::newRow("fine") << kustomization("rules", "") + kustomization("routes", ", dependsOn: [{name: rules}]")
                          << u"fine"_s;
    QTest::newRow("missing") << kustomization("rules", "") + kustomization("routes", "") << u"missing"_s;
    QTest::newRow("wrong way round") << kustomization("rules", ", dependsOn: [{name: routes}]")
            + kustomization("routes", "")
                                     << u"wrongWayRound"_s;
}

void TestJudgementWaves::flux()
{
    QFETCH(std::string, kustomizations);
    QFETCH(QString, notes);
    const auto graph = [&](const std::string& subsets, const std::string& subset) {
        return graphOf({{"cluster/flux.yaml", kustomizations},
                        {"mesh.yaml", meshOfCases()},
                        {"routes/a.yaml", waveRoutes(subset, "")},
                        {"rules/a.yaml", waveRule(subsets, "")}});
    };
    const auto before = graph("{name: v1}", "v1");
    const auto after = graph("{name: v1}, {name: v2}", "v2");
    const Landing landing = landingOf(compareGraphs(*before, *after), *before, *after);
    QCOMPARE(landing.usesFlux, !kustomizations.empty());
    QCOMPARE(notesOf(landing.flux), notes);
}

QTEST_GUILESS_MAIN(TestJudgementWaves)
#include "tst_judgementwaves.moc"
