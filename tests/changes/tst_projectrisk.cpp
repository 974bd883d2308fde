// SPDX-License-Identifier: Apache-2.0
#include "models/changes/projectrisk.h"
#include "models/changes/riskrule.h"
#include "yamlmesh.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using tests::graphOf;

namespace {

std::string object(const std::string& apiVersion, const std::string& kind, const std::string& spec,
                   const std::string& ns = "shop")
{
    return "---\napiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a, namespace: " + ns
        + "}\nspec: " + spec + "\n";
}

std::string istio(const std::string& kind, const std::string& spec, const std::string& ns = "shop")
{
    return object("networking.istio.io/v1", kind, spec, ns);
}

std::string security(const std::string& kind, const std::string& spec, const std::string& ns = "shop")
{
    return object("security.istio.io/v1", kind, spec, ns);
}

std::string routes(const std::string& more, int weight = 90)
{
    return istio("VirtualService",
                 "{hosts: [a], http: [{" + more
                     + "route: [{destination: {host: a, subset: v1}, weight: " + std::to_string(weight)
                     + "}, {destination: {host: a, subset: v2}, weight: " + std::to_string(100 - weight) + "}]}]}");
}

/// "high: rule-a rule-b"
QString classified(const RiskPolicy& policy, const std::string& before, const std::string& after)
{
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    MeshChange change = compareGraphs(*old, *now);
    policy.classify(change, *old, *now);
    QStringList rules;
    for (const ResourceChange& resource : change.resources) {
        for (const Reason& reason : resource.reasons)
            rules.append(QString::fromStdString(reason.rule));
    }
    return QString::fromStdString(std::string(tierName(change.tier))) + u": "_s + rules.join(u' ');
}

ProjectRisk riskOf(const std::string& project, const std::string& policy = {})
{
    mesh::FileSet files;
    files.put(".meshdraft.yaml", source::parseText(project));
    if (!policy.empty())
        files.put("risk/ours.yaml", source::parseText(policy));
    return projectRisk(files);
}

} // namespace

class TestProjectRisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void profiles_data();
    void profiles();
    void everyRuleOfAProfileHasItsCase();
    void reads_data();
    void reads();
    void withoutAProjectFile();
    void errorsAreLocated_data();
    void errorsAreLocated();

private:
    QSet<QString> m_met;
};

void TestProjectRisk::profiles_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("a"); ///< change-management; empty: the case is not for it
    QTest::addColumn<QString>("b"); ///< review-process

    const auto row = [](const char* name, const std::string& before, const std::string& after, const QString& a,
                        const QString& b) { QTest::newRow(name) << before << after << a << b; };
    const QString rest = u"medium: not-in-this-list"_s;
    row("comments", routes(""), routes("") + "# new\n", u"none: comments-only"_s, u"none: comments-only"_s);
    row("a new ServiceEntry", "", istio("ServiceEntry", "{hosts: [a.example]}"), u"low: serviceentry-added"_s,
        u"medium: serviceentry-added"_s);
    row("a timeout", routes(""), routes("timeout: 3s, "), u"low: route-timeout"_s, u"low: route-timeout"_s);
    row("retries", routes(""), routes("retries: {attempts: 2}, "), u"low: route-retries"_s, rest);
    row("a new route", routes(""),
        istio("VirtualService",
              "{hosts: [a], http: [{match: [{uri: {exact: /x}}], route: [{destination: {host: b}}]}, {route: "
              "[{destination: {host: a, subset: v1}, weight: 90}, {destination: {host: a, subset: v2}, weight: "
              "10}]}]}"),
        u"low: route-added"_s, rest);
    row("a source more",
        security("AuthorizationPolicy", "{selector: {}, rules: [{from: [{source: {namespaces: [x]}}]}]}"),
        security("AuthorizationPolicy",
                 "{selector: {}, rules: [{from: [{source: {namespaces: [x]}}, {source: {namespaces: [y]}}]}]}"),
        u"low: authorization-source-added"_s, rest);
    row("new routes", "", routes(""), u"medium: virtualservice-added"_s, u"medium: split-weight-changed"_s);
    row("weights", routes(""), routes("", 80), u"medium: split-weight-changed"_s, u"medium: split-weight-changed"_s);
    row("a circuit breaker", istio("DestinationRule", "{host: a, trafficPolicy: {tls: {mode: SIMPLE}}}"),
        istio("DestinationRule",
              "{host: a, trafficPolicy: {tls: {mode: SIMPLE}, outlierDetection: {consecutive5xxErrors: 3}}}"),
        u"medium: circuit-breaker"_s, u"medium: circuit-breaker"_s);
    row("a new policy of a namespace", "", security("AuthorizationPolicy", "{rules: [{}]}"),
        u"medium: authorization-namespace-added"_s, u"medium: authorization-namespace"_s);
    row("a changed policy of a namespace", security("AuthorizationPolicy", "{action: ALLOW, rules: [{}]}"),
        security("AuthorizationPolicy", "{action: DENY, rules: [{}]}"), rest, u"medium: authorization-namespace"_s);
    row("mTLS of a namespace", security("PeerAuthentication", "{mtls: {mode: STRICT}}"),
        security("PeerAuthentication", "{mtls: {mode: PERMISSIVE}}"), u"high: peerauthentication"_s, rest);
    row("mTLS of the mesh", security("PeerAuthentication", "{mtls: {mode: STRICT}}", "istio-system"),
        security("PeerAuthentication", "{mtls: {mode: PERMISSIVE}}", "istio-system"), u"high: peerauthentication"_s,
        u"high: peerauthentication-root"_s);
    row("an EnvoyFilter for some", "", istio("EnvoyFilter", "{workloadSelector: {labels: {app: a}}}"),
        u"high: envoyfilter"_s, rest);
    row("an EnvoyFilter for all", "", istio("EnvoyFilter", "{configPatches: []}"), u"high: envoyfilter"_s,
        u"high: envoyfilter-without-selector"_s);
    row("TLS of a Gateway", istio("Gateway", "{servers: [{port: {number: 443}, tls: {mode: SIMPLE}}]}"),
        istio("Gateway", "{servers: [{port: {number: 443}, tls: {mode: MUTUAL}}]}"), u"high: gateway-tls"_s, rest);
    row("the Sidecar of the mesh", "", istio("Sidecar", "{egress: [{hosts: ['./*']}]}", "istio-system"),
        u"high: sidecar-root"_s, rest);
    row("Telemetry of a workload", "",
        object("telemetry.istio.io/v1", "Telemetry", "{selector: {matchLabels: {app: a}}, tracing: []}"), rest,
        u"low: telemetry-workload-added"_s);
    row("Telemetry of the mesh", "", object("telemetry.istio.io/v1", "Telemetry", "{tracing: []}", "istio-system"),
        rest, u"high: telemetry-root"_s);
    row("a WasmPlugin", object("extensions.istio.io/v1alpha1", "WasmPlugin", "{url: 'oci://a:1'}"),
        object("extensions.istio.io/v1alpha1", "WasmPlugin", "{url: 'oci://a:2'}"), rest, u"low: wasmplugin-version"_s);
    row("the IstioOperator", "", object("install.istio.io/v1alpha1", "IstioOperator", "{profile: demo}"), rest,
        u"high: istio-operator"_s);
    row("authorization of the mesh", "", security("AuthorizationPolicy", "{rules: [{}]}", "istio-system"),
        u"medium: authorization-namespace-added"_s, u"high: authorization-root"_s);
    row("something else", istio("DestinationRule", "{host: a}"), "", rest, rest);
}

void TestProjectRisk::profiles()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, a);
    QFETCH(QString, b);
    for (const auto& [name, expected] : {std::pair("change-management", a), std::pair("review-process", b)}) {
        const auto policy = RiskPolicy::profile(name);
        QVERIFY(policy);
        QCOMPARE(classified(*policy, before, after), expected);
        for (const QString& rule : expected.section(u": "_s, 1).split(u' '))
            m_met.insert(QLatin1String(name) + u'/' + rule);
    }
}

void TestProjectRisk::everyRuleOfAProfileHasItsCase()
{
    QVERIFY2(!m_met.empty(), "runs behind profiles()");
    for (const auto* name : {"change-management", "review-process"}) {
        for (const auto& rule : RiskPolicy::profile(name)->rules()) {
            // another file is another graph; tst_riskpolicy moves one
            if (rule->id != "resource-moved")
                QVERIFY2(m_met.contains(QLatin1String(name) + u'/' + QString::fromStdString(rule->id)),
                         rule->id.c_str());
        }
    }
    QVERIFY(!RiskPolicy::profile("other"));
    QCOMPARE(RiskPolicy::profiles().front(), RiskPolicy::builtIn().name());
}

void TestProjectRisk::reads_data()
{
    QTest::addColumn<std::string>("project");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("tier"); ///< of a new timeout

    const QString low = u"low: route-timeout"_s;
    QTest::newRow("nothing said") << std::string("environments: []\n") << u"default"_s << low;
    QTest::newRow("a profile") << std::string("risk:\n  profile: review-process\n") << u"review-process"_s << low;
    QTest::newRow("another rule") << std::string(
        "risk:\n  rules:\n  - id: our-timeouts\n    tier: high\n    text: Ask Ann."
        "\n    when:\n      field: spec.http[*].timeout\n")
                                  << u"default + .meshdraft.yaml"_s << u"high: our-timeouts route-timeout"_s;
    QTest::newRow("a rule in place of one") << std::string(
        "risk: {rules: [{id: route-timeout, tier: medium, text: x, when: {field: 'spec.http[*].timeout'}}]}")
                                            << u"default + .meshdraft.yaml"_s << u"medium: route-timeout"_s;
    QTest::newRow("a rule less") << std::string("risk:\n  profile: change-management\n  without: [route-timeout]\n")
                                 << u"change-management + .meshdraft.yaml"_s << u"medium: not-in-this-list"_s;
    QTest::newRow("a policy of its own") << std::string("risk:\n  policy: risk/ours.yaml\n") << u"ours"_s
                                         << u"high: all"_s;
    QTest::newRow("and more on top") << std::string(
        "risk:\n  policy: risk/ours.yaml\n  rules:\n  - {id: b, tier: low, text: x, when: {kind: '*'}}\n")
                                     << u"ours + .meshdraft.yaml"_s << u"high: all b"_s;
}

void TestProjectRisk::reads()
{
    QFETCH(std::string, project);
    QFETCH(QString, name);
    QFETCH(QString, tier);
    const auto risk =
        riskOf(project,
               "schema: meshdraft.riskpolicy/1\nname: ours\nrules:\n- {id: all, tier: high, text: Always., "
               "when: {kind: '*'}}\n");
    QVERIFY2(!risk.error, risk.error ? risk.error->code.c_str() : "");
    QCOMPARE(QString::fromStdString(risk.policy->name()), name);
    QCOMPARE(classified(*risk.policy, routes(""), routes("timeout: 3s, ")), tier);
}

void TestProjectRisk::withoutAProjectFile()
{
    const auto risk = projectRisk({});
    QCOMPARE(risk.policy.get(), &RiskPolicy::builtIn());
    QVERIFY(!risk.error);
}

void TestProjectRisk::errorsAreLocated_data()
{
    QTest::addColumn<std::string>("project");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<QString>("place");

    const auto row = [](const char* name, const char* project, const char* code, const QString& place) {
        QTest::newRow(name) << std::string(project) << std::string(code) << place;
    };
    row("no mapping", "risk: high\n", "risk.wrongType", u".meshdraft.yaml:1:7"_s);
    row("a key", "risk:\n  profiles: a\n", "risk.unknownKey", u".meshdraft.yaml:2:3"_s);
    row("a profile", "risk:\n  profile: strict\n", "risk.unknownProfile", u".meshdraft.yaml:2:12"_s);
    row("both", "risk:\n  profile: default\n  policy: risk/ours.yaml\n", "risk.wrongType", u".meshdraft.yaml:3:11"_s);
    row("a file", "risk:\n  policy: risk/theirs.yaml\n", "risk.noSuchFile", u".meshdraft.yaml:2:11"_s);
    row("within the file", "risk:\n  policy: risk/ours.yaml\n", "risk.unknownTier", u"risk/ours.yaml:2:17"_s);
    row("a rule that is not there", "risk:\n  without:\n  - nothing\n", "risk.noSuchRule", u".meshdraft.yaml:3:5"_s);
    row("a tier", "risk:\n  rules:\n  - {id: a, tier: huge, text: x, when: {kind: A}}\n", "risk.unknownTier",
        u".meshdraft.yaml:3:19"_s);
    row("a condition", "risk:\n  rules:\n  - id: a\n    tier: low\n    text: x\n    when: {mood: A}\n",
        "risk.unknownRule", u".meshdraft.yaml:6:12"_s);
    row("no sentence", "risk:\n  rules:\n  - {id: a, tier: low, when: {kind: A}}\n", "risk.missing",
        u".meshdraft.yaml:3:5"_s);
}

void TestProjectRisk::errorsAreLocated()
{
    QFETCH(std::string, project);
    QFETCH(std::string, code);
    QFETCH(QString, place);
    const auto risk = riskOf(project, "rules:\n- {id: a, tier: odd, text: x, when: {kind: A}}\n");
    QVERIFY(risk.error);
    QCOMPARE(risk.error->code, code);
    const auto& where = risk.error->where;
    QCOMPARE(u"%1:%2:%3"_s.arg(QString::fromStdString(where.path)).arg(where.line).arg(where.column), place);
    // never half a policy
    QCOMPARE(risk.policy.get(), &RiskPolicy::builtIn());
}

QTEST_GUILESS_MAIN(TestProjectRisk)
#include "tst_projectrisk.moc"
