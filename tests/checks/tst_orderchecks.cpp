// SPDX-License-Identifier: Apache-2.0
// Checks of what comes first, of what nothing uses, and of who else sets a value.
#include "tests/checks/findingtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

// Each object is five lines: ---, apiVersion, kind, metadata, spec.

/// The same with annotations: on the fourth line.
std::string annotated(const std::string& kind, const std::string& name, const std::string& annotations,
                      const std::string& spec, const std::string& ns = "shop")
{
    return "---\napiVersion: networking.istio.io/v1\nkind: " + kind + "\nmetadata: {name: " + name
        + ", namespace: " + ns + ", annotations: {" + annotations + "}}\nspec: " + spec + "\n";
}

std::string waved(const std::string& kind, const std::string& name, const std::string& wave, const std::string& spec)
{
    return annotated(kind, name, "argocd.argoproj.io/sync-wave: \"" + wave + "\"", spec);
}

std::string flux(const std::string& name, const std::string& path, const std::string& more = {})
{
    return object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", name,
                  "spec: {path: ./" + path + ", sourceRef: {kind: GitRepository, name: r}" + more + "}", "flux");
}

std::string selectingService(const std::string& name, const std::string& ns = "shop")
{
    return object("v1", "Service", name, "spec: {selector: {app: " + name + "}, ports: [{port: 80, name: http}]}", ns);
}

const std::string toSubset = "{hosts: [a], http: [{route: [{destination: {host: a, subset: s}}]}]}";
const std::string withSubset = "{host: a, subsets: [{name: s}]}";

} // namespace

class TestOrderChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void kustomizationsThatDoNotWait_data();
    void kustomizationsThatDoNotWait();
    void namespacesThatTakeEverything_data();
    void namespacesThatTakeEverything();
    void hearsOfOtherFiles_data();
    void hearsOfOtherFiles();

private:
    static void addWaves();
    static void addUnused();
    static void addShadowed();
    static void addOwned();
    static void addExports();
};

void TestOrderChecks::addWaves()
{
    addRow("sync-wave", "the rule comes later",
           waved("VirtualService", "v", "1", toSubset) + waved("DestinationRule", "d", "2", withSubset),
           {"a.yaml:4 MD101 warning wave.late(shop/d; 2; 1; s) VirtualService/v "
            "metadata.annotations[\"argocd.argoproj.io/sync-wave\"]"});
    addRow("sync-wave", "before wave 0, where the rule has none",
           waved("VirtualService", "v", "-1", toSubset) + istio("DestinationRule", "d", withSubset),
           {"a.yaml:4 MD101 warning wave.late(shop/d; 0; -1; s) VirtualService/v "
            "metadata.annotations[\"argocd.argoproj.io/sync-wave\"]"});
    addRow("sync-wave", "in one wave",
           istio("VirtualService", "v", toSubset) + waved("DestinationRule", "d", "0", withSubset),
           {"a.yaml:5 MD102 info wave.same(shop/d; 0; s) VirtualService/v "
            "spec.http[0].route[0].destination.subset"});
    addRow("sync-wave", "none, where others have one",
           istio("VirtualService", "v", toSubset) + istio("DestinationRule", "d", withSubset)
               + istio("VirtualService", "w", toSubset) + waved("VirtualService", "other", "1", "{hosts: [b]}"),
           {"a.yaml:5 MD102 info wave.none(shop/d; s; 2) VirtualService/v "
            "spec.http[0].route[0].destination.subset"});
    addRow("sync-wave", "no waves at all",
           istio("VirtualService", "v", toSubset) + istio("DestinationRule", "d", withSubset));
    addRow("sync-wave", "the right way round",
           waved("VirtualService", "v", "1", toSubset) + waved("DestinationRule", "d", "0", withSubset)
               + waved("VirtualService", "w", "1", toSubset));
    addRow("sync-wave", "one rule of several comes first",
           waved("VirtualService", "v", "1", toSubset) + waved("DestinationRule", "d", "2", withSubset)
               + waved("DestinationRule", "e", "0", withSubset));
    addRow("sync-wave", "no subset, filled in later, a hook",
           waved("VirtualService", "v", "1", "{hosts: [a], http: [{route: [{destination: {host: a}}]}]}")
               + waved("VirtualService", "w", "${WAVE}", toSubset) + waved("DestinationRule", "d", "2", withSubset)
               + annotated("VirtualService", "x",
                           "argocd.argoproj.io/sync-wave: \"1\", argocd.argoproj.io/hook: PreSync", toSubset));
}

void TestOrderChecks::addUnused()
{
    const auto rule = [](const std::string& subsets) {
        return istio("DestinationRule", "d", "{host: a, subsets: [" + subsets + "]}");
    };
    const std::string two = "{name: s}, {name: t}, {name: u}";
    addRow("unused-subset", "no route uses them", rule(two) + istio("VirtualService", "v", toSubset),
           {"a.yaml:5 MD104 info subset.unused(t, u; a.shop.svc.cluster.local) DestinationRule/d "
            "spec.subsets[1].name"});
    addRow("unused-subset", "a rename half done", rule("{name: v2}") + istio("VirtualService", "v", toSubset),
           {"a.yaml:5 MD105 info subset.renamed(v2; s; a.shop.svc.cluster.local) DestinationRule/d "
            "spec.subsets[0].name"});
    addRow("unused-subset", "by a full name, a mirror, a delegate, another namespace",
           rule(two) + istio("VirtualService", "v", toSubset)
               + istio("VirtualService", "w",
                       "{http: [{route: [{destination: {host: b}}], mirror: {host: a, subset: t}}, {route: "
                       "[{destination: {host: a.shop.svc.cluster.local, subset: u}}]}]}"));
    addRow("unused-subset", "no route to the host in the files, or one that is filled in later",
           rule(two) + istio("VirtualService", "v", toSubset, "far"));
    addRow("unused-subset", "filled in later",
           rule(two)
               + istio("VirtualService", "v",
                       "{hosts: [a], http: [{route: [{destination: {host: a, subset: '${SUBSET}'}}]}]}"));
    addRow("unused-subset", "a Rollout uses them",
           rule(two) + istio("VirtualService", "v", toSubset)
               + object("argoproj.io/v1alpha1", "Rollout", "r",
                        "spec: {strategy: {canary: {trafficRouting: {istio: {destinationRule: {name: d, "
                        "canarySubsetName: t, stableSubsetName: u}}}}}}"));
    addRow("unused-subset", "of a wildcard",
           istio("DestinationRule", "d", "{host: '*.local', subsets: [{name: s}]}")
               + istio("VirtualService", "v", toSubset));

    const auto gateway = [](const std::string& name, const std::string& more = {}) {
        return istio("Gateway", name, "{servers: [{port: {number: 80}, hosts: ['*']" + more + "}]}");
    };
    const std::string bound = istio("VirtualService", "v", "{hosts: [x], gateways: [g]}");
    addRow("unused-gateway", "nothing names it", gateway("g") + gateway("h") + bound,
           {"a.yaml:9 MD106 info gateway.unused(shop/h) Gateway/h metadata.name"});
    addRow("unused-gateway", "named from another namespace, by a route, by a Canary",
           gateway("g") + gateway("h") + gateway("i") + bound
               + istio("VirtualService", "w", "{hosts: [x], gateways: [shop/h]}", "far")
               + object("flagger.app/v1beta1", "Canary", "c",
                        "spec: {targetRef: {name: c}, service: {gateways: [shop/i]}}", "far"));
    addRow("unused-gateway", "no routes in the files", gateway("g") + gateway("h"));
    addRow("unused-gateway", "passes connections on, or redirects",
           gateway("g") + gateway("h", ", tls: {mode: AUTO_PASSTHROUGH}") + gateway("i", ", tls: {httpsRedirect: true}")
               + bound);
    const auto api = [](const std::string& name, const std::string& gatewayClass) {
        return object("gateway.networking.k8s.io/v1", "Gateway", name,
                      "spec: {gatewayClassName: " + gatewayClass + ", listeners: [{port: 80, protocol: HTTP}]}");
    };
    const std::string route =
        object("gateway.networking.k8s.io/v1", "HTTPRoute", "r", "spec: {parentRefs: [{name: g}]}");
    addRow("unused-gateway", "of the Gateway API", api("g", "istio") + api("h", "istio") + route,
           {"a.yaml:9 MD106 info gateway.unused(shop/h) Gateway/h metadata.name"});
    addRow("unused-gateway", "a waypoint", api("g", "istio") + api("h", "istio-waypoint") + route);

    const std::string root = istio("VirtualService", "root", "{hosts: [x], http: [{delegate: {name: a}}]}");
    const auto delegate = [](const std::string& name) {
        return istio("VirtualService", name, "{http: [{route: [{destination: {host: a}}]}]}");
    };
    addRow("unused-delegate", "nothing delegates to it", root + delegate("a") + delegate("b"),
           {"a.yaml:14 MD107 info delegate.unused(shop/b) VirtualService/b metadata.name"});
    addRow("unused-delegate", "used, or delegating is done elsewhere", root + delegate("a"));
    addRow("unused-delegate", "no root in the files", delegate("a"));
}

void TestOrderChecks::addShadowed()
{
    const auto table = [](const std::string& name, const std::string& http, const std::string& more = {},
                          const std::string& ns = "shop") {
        return istio("VirtualService", name, "{hosts: [x.com], gateways: [shop/g], http: [" + http + "]" + more + "}",
                     ns);
    };
    const auto match = [](const std::string& conditions) {
        return "{match: [{" + conditions + "}], route: [{destination: {host: a}}]}";
    };
    const std::string all = "{route: [{destination: {host: a}}]}";
    addRow("shadowed-route", "the same match",
           table("v", match("uri: {prefix: /a}, method: {exact: GET}"))
               + table("w", match("method: {exact: GET}, uri: {prefix: /a}"), {}, "far"),
           {"a.yaml:10 MD108 warning route.shadowed(method exact GET, uri prefix /a; x.com; shop/g; shop/v) "
            "VirtualService/w spec.http[0].match[0]",
            "a.yaml:5 MD108 warning route.shadowed(method exact GET, uri prefix /a; x.com; shop/g; far/w) "
            "VirtualService/v spec.http[0].match[0]"});
    addRow("shadowed-route", "everything, written in two ways",
           table("v", match("uri: {exact: /a}") + ", " + all) + table("w", match("uri: {prefix: /}")),
           {"a.yaml:10 MD108 warning route.shadowed.all(x.com; shop/g; shop/v) VirtualService/w "
            "spec.http[0].match[0]",
            "a.yaml:5 MD108 warning route.shadowed.all(x.com; shop/g; shop/w) VirtualService/v spec.http[1]"});
    addRow("shadowed-route", "a narrower match, if the other is older",
           table("v", match("uri: {prefix: /a}")) + table("w", match("uri: {exact: /ab}, method: {exact: GET}")),
           {"a.yaml:10 MD109 info route.order(method exact GET, uri exact /ab; uri prefix /a; shop/v; x.com) "
            "VirtualService/w spec.http[0].match[0]"});
    addRow("shadowed-route", "everything comes last anyway", table("v", all) + table("w", match("uri: {prefix: /a}")));
    addRow("shadowed-route", "matches that do not meet, hosts and gateways of their own",
           table("v", match("uri: {prefix: /a}")) + table("w", match("uri: {prefix: /b}"))
               + istio("VirtualService", "x",
                       "{hosts: [y.com], gateways: [shop/g], http: [" + match("uri: {prefix: /a}") + "]}")
               + istio("VirtualService", "y",
                       "{hosts: [x.com], gateways: [shop/h], http: [" + match("uri: {prefix: /a}") + "]}")
               + istio("VirtualService", "z", "{hosts: [x.com], http: [" + match("uri: {prefix: /a}") + "]}"));
    addRow("shadowed-route", "a wider match that asks for more, or ignores case; not for everybody",
           table("v", match("uri: {prefix: /a}, method: {exact: GET}")) + table("w", match("uri: {prefix: /ab}"))
               + table("x", match("uri: {prefix: /a}, ignoreUriCase: true"))
               + table("y", match("uri: {prefix: /ab}"), ", exportTo: ['.']"));
    const auto closed = [](const std::string& hosts) {
        return istio("Gateway", "g", "{servers: [{port: {number: 80}, hosts: [" + hosts + "]}]}");
    };
    addRow("shadowed-route", "the gateway is open to one of them",
           table("v", all) + table("w", all, {}, "far") + closed("./x.com"));
    addRow("shadowed-route", "the gateway is open to both",
           table("v", all) + table("w", all, {}, "far") + closed("./*, far/x.com"),
           {"a.yaml:10 MD108 warning route.shadowed.all(x.com; shop/g; shop/v) VirtualService/w spec.http[0]",
            "a.yaml:5 MD108 warning route.shadowed.all(x.com; shop/g; far/w) VirtualService/v spec.http[0]"});
    addRow("shadowed-route", "delegates have matches of their own",
           table("v", "{match: [{uri: {prefix: /a}}], delegate: {name: d}}")
               + table("w", "{match: [{uri: {prefix: /a}}], delegate: {name: e}}"));
}

void TestOrderChecks::addOwned()
{
    const auto split = [](const std::string& first, const std::string& second) {
        return istio("VirtualService", "a",
                     "{hosts: [a], http: [{name: r, route: [{destination: {host: a-primary}, weight: " + first
                         + "}, {destination: {host: a-canary}, weight: " + second + "}]}]}");
    };
    const std::string canary = object("flagger.app/v1beta1", "Canary", "c", "spec: {targetRef: {name: a}}");
    const auto rollout = [](const std::string& name, const std::string& ns) {
        return object("argoproj.io/v1alpha1", "Rollout", "c",
                      "spec: {strategy: {canary: {trafficRouting: {istio: {virtualService: {name: " + name
                          + ", routes: [r]}}}}}}",
                      ns);
    };
    addRow("owned-weights", "by Flagger", split("90", "10") + canary,
           {"a.yaml:5 MD117 info weights.flagger(shop/c) VirtualService/a spec.http[0].route[0].weight"});
    addRow("owned-weights", "by Argo Rollouts, from another namespace", split("90", "10") + rollout("a.shop", "far"),
           {"a.yaml:5 MD117 info weights.rollout(far/c) VirtualService/a spec.http[0].route[0].weight"});
    addRow("owned-weights", "as a canary begins", split("100", "0") + canary + rollout("a", "shop"));
    addRow("owned-weights", "of another VirtualService, another namespace",
           split("90", "10") + rollout("b", "shop") + rollout("a", "far")
               + object("flagger.app/v1beta1", "Canary", "c", "spec: {targetRef: {name: a}}", "far"));
}

void TestOrderChecks::addExports()
{
    const auto policy = [](const std::string& source, const std::string& ns = "shop") {
        return security("AuthorizationPolicy", "p", "{rules: [{from: [{source: {" + source + "}}]}]}", ns);
    };
    const std::string own = "principals: [cluster.local/ns/shop/sa/web]";
    const std::string mesh =
        selectingService("a") + deployment("a", "app: a") + namespaceObject("shop") + namespaceObject("far");
    const std::string rule = istio("DestinationRule", "d", "{host: a}");
    const std::string other = istio("DestinationRule", "o", "{host: o, exportTo: ['*']}");
    addRow("open-export", "only its own namespace may call",
           mesh + policy(own) + rule + istio("VirtualService", "v", toSubset) + other,
           {"a.yaml:27 MD119 info export.open(a.shop.svc.cluster.local; shop) DestinationRule/d metadata.name",
            "a.yaml:32 MD119 info export.open(a.shop.svc.cluster.local; shop) VirtualService/v metadata.name"});
    addRow("open-export", "nobody says how far", mesh + policy(own) + rule);
    addRow("open-export", "nothing says who calls", mesh + rule + other);
    addRow("open-export", "others may call", mesh + policy("namespaces: [shop, far]") + rule + other);
    addRow("open-export", "a second policy lets others in",
           mesh + policy(own) + policy("principals: ['*']", "istio-system") + rule + other);
    addRow("open-export", "exported to somebody, or by default",
           mesh + policy(own) + istio("DestinationRule", "d", "{host: a, exportTo: ['.']}")
               + istio("VirtualService", "v", "{hosts: [a], gateways: [g]}"));
    addRow("open-export", "mesh config says it",
           mesh + policy(own) + rule + other + meshConfig("defaultDestinationRuleExportTo: ['.']"));
    addRow("open-export", "a mesh of one namespace",
           selectingService("a") + deployment("a", "app: a") + namespaceObject("shop") + policy(own) + rule + other);
}

void TestOrderChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addWaves();
    addUnused();
    addShadowed();
    addOwned();
    addExports();
}

void TestOrderChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), fileSet({{"a.yaml", text.toStdString()}}), true), expected);
}

void TestOrderChecks::kustomizationsThatDoNotWait_data()
{
    QTest::addColumn<QByteArray>("kustomizations");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char* what, const std::string& text, const QByteArrayList& expected = {}) {
        QTest::newRow(what) << QByteArray::fromStdString(text) << expected;
    };
    row("does not wait", flux("routes", "routes") + flux("rules", "rules"),
        {"routes/v.yaml:5 MD103 info flux.order(flux/routes; flux/rules; DestinationRule shop/d; 1) VirtualService/v "
         "spec.http[0].route[0].destination.subset"});
    row("waits", flux("routes", "routes", ", dependsOn: [{name: rules}]") + flux("rules", "rules"));
    row("waits for one that waits",
        flux("routes", "routes", ", dependsOn: [{name: between}]") + flux("rules", "rules")
            + flux("between", "between", ", dependsOn: [{name: rules}]"));
    row("waits for one that is elsewhere",
        flux("routes", "routes", ", dependsOn: [{name: base}]") + flux("rules", "rules"));
    row("one brings both", flux("all", "") + flux("other", "other"));
    row("the same directory for two clusters",
        flux("routes", "routes") + flux("routes2", "routes") + flux("rules", "rules"));
    row("suspended", flux("routes", "routes") + flux("rules", "rules", ", suspend: true"));
    row("another repository",
        flux("routes", "routes")
            + object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "rules",
                     "spec: {path: rules, sourceRef: {kind: GitRepository, name: other}}", "flux"));
}

void TestOrderChecks::kustomizationsThatDoNotWait()
{
    QFETCH(QByteArray, kustomizations);
    QFETCH(QByteArrayList, expected);
    const mesh::FileSet files = fileSet({{"clusters/flux.yaml", kustomizations.toStdString()},
                                         {"routes/v.yaml", istio("VirtualService", "v", toSubset)},
                                         {"rules/d.yaml", istio("DestinationRule", "d", withSubset)}});
    QCOMPARE(saidBy("flux-order", files, true), expected);
}

void TestOrderChecks::namespacesThatTakeEverything_data()
{
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<int>("services");
    QTest::addColumn<int>("workloads");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray none;
    QTest::newRow("large") << QByteArray("istio-injection: enabled") << 201 << 10 << none
                           << QByteArrayList{"a.yaml:4 MD118 info sidecar.none(shop; 10; 201; 200) Namespace/shop "
                                             "metadata.name"};
    QTest::newRow("few hosts") << QByteArray("istio-injection: enabled") << 200 << 10 << none << QByteArrayList();
    QTest::newRow("few workloads") << QByteArray("istio-injection: enabled") << 201 << 9 << none << QByteArrayList();
    QTest::newRow("no proxies") << QByteArray("istio.io/dataplane-mode: ambient") << 201 << 10 << none
                                << QByteArrayList();
    QTest::newRow("a Sidecar") << QByteArray("istio.io/rev: x") << 201 << 10
                               << QByteArray::fromStdString(istio("Sidecar", "s", "{egress: [{hosts: ['./*']}]}"))
                               << QByteArrayList();
    QTest::newRow("a Sidecar of the mesh")
        << QByteArray("istio.io/rev: x") << 201 << 10
        << QByteArray::fromStdString(istio("Sidecar", "s", "{egress: [{hosts: ['./*']}]}", "istio-system"))
        << QByteArrayList();
}

void TestOrderChecks::namespacesThatTakeEverything()
{
    QFETCH(QByteArray, labels);
    QFETCH(int, services);
    QFETCH(int, workloads);
    QFETCH(QByteArray, more);
    QFETCH(QByteArrayList, expected);
    std::string text = namespaceObject("shop", labels.toStdString()) + more.toStdString();
    for (int i = 0; i < services; ++i)
        text += selectingService("s" + std::to_string(i), i == 0 ? "shop" : "far");
    for (int i = 0; i < workloads; ++i)
        text += deployment("w" + std::to_string(i), "app: w");
    QCOMPARE(saidBy("sidecar-egress", fileSet({{"a.yaml", text}}), true), expected);
}

void TestOrderChecks::hearsOfOtherFiles_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* check, const std::string& subject, const std::string& before,
                        const std::string& after) {
        QTest::newRow(check) << QByteArray(check) << QByteArray::fromStdString(subject)
                             << QByteArray::fromStdString(before) << QByteArray::fromStdString(after);
    };
    const std::string rule = istio("DestinationRule", "d", withSubset);
    row("sync-wave", waved("VirtualService", "v", "1", toSubset), waved("DestinationRule", "d", "0", withSubset),
        waved("DestinationRule", "d", "2", withSubset));
    row("unused-subset", rule, istio("VirtualService", "v", toSubset),
        istio("VirtualService", "v", "{hosts: [a], http: [{route: [{destination: {host: a}}]}]}"));
    const std::string gateways = istio("Gateway", "g", "{servers: [{hosts: ['*']}]}");
    row("unused-gateway", gateways, istio("VirtualService", "v", "{hosts: [x], gateways: [g]}"),
        istio("VirtualService", "v", "{hosts: [x], gateways: [h]}"));
    row("unused-delegate", istio("VirtualService", "w", "{http: [{route: []}]}"),
        istio("VirtualService", "v", "{hosts: [x], http: [{delegate: {name: w}}]}"),
        istio("VirtualService", "v", "{hosts: [x], http: [{delegate: {name: u}}]}"));
    const std::string prefix = "{hosts: [x], gateways: [g], http: [{match: [{uri: {prefix: /a}}], route: []}]}";
    row("shadowed-route", istio("VirtualService", "v", prefix),
        istio("VirtualService", "w", "{hosts: [x], gateways: [g], http: [{match: [{uri: {prefix: /b}}]}]}"),
        istio("VirtualService", "w", prefix));
    const auto timed = [](const std::string& name, const std::string& more) {
        return istio("VirtualService", name,
                     "{hosts: [" + name + "], http: [{" + more + ", route: [{destination: {host: " + name + "}}]}]}");
    };
    const auto calling = [](const std::string& whom) {
        return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: shop, annotations: "
               "{meshdraft.dev/calls: "
            + whom + "}}\nspec: {template: {metadata: {labels: {app: a}}}}\n";
    };
    const std::string services = selectingService("a") + selectingService("b");
    row("call-timeout", timed("a", "timeout: 1s"), services + timed("b", "timeout: 2s") + calling("c"),
        services + timed("b", "timeout: 2s") + calling("b"));
    row("retry-chain", timed("a", "retries: {attempts: 3}"),
        services + timed("b", "retries: {attempts: 1}") + calling("b"),
        services + timed("b", "retries: {attempts: 3}") + calling("b"));
    row("route-timeout", timed("a", "name: r"), services, services + timed("b", "timeout: 2s"));
    row("connection-pool",
        istio("DestinationRule", "d", "{host: a, trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}}"), {},
        selectingService("a"));
    row("hidden-rule",
        deployment("a", "app: a", "far")
            + istio("VirtualService", "v",
                    "{hosts: [x], http: [{route: [{destination: {host: a.shop.svc.cluster.local, subset: s}}]}]}",
                    "far"),
        rule, istio("DestinationRule", "d", "{host: a, exportTo: ['.'], subsets: [{name: s}]}"));
    row("hidden-host", calling("x.far"), object("v1", "Service", "x", "spec: {}", "far"),
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: far, annotations: "
        "{networking.istio.io/exportTo: .}}\n");
    row("owned-weights",
        istio("VirtualService", "a",
              "{hosts: [a], http: [{route: [{destination: {host: b}, weight: 1}, {destination: {host: c}, weight: "
              "1}]}]}"),
        object("flagger.app/v1beta1", "Canary", "c", "spec: {targetRef: {name: b}}"),
        object("flagger.app/v1beta1", "Canary", "c", "spec: {targetRef: {name: a}}"));
    const std::string kept =
        selectingService("a") + deployment("a", "app: a") + namespaceObject("shop") + namespaceObject("far");
    const auto policy = [](const std::string& ns) {
        return security("AuthorizationPolicy", "p", "{rules: [{from: [{source: {namespaces: [" + ns + "]}}]}]}");
    };
    const std::string other = istio("DestinationRule", "o", "{host: o, exportTo: [far]}");
    row("open-export", rule, kept + other + policy("far"), kept + other + policy("shop"));
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += selectingService("s" + std::to_string(i), "far");
    for (int i = 0; i < 10; ++i)
        many += deployment("w" + std::to_string(i), "app: w");
    row("sidecar-egress", namespaceObject("shop", "istio-injection: enabled"), many,
        many + selectingService("a", "far"));
    row("flux-order", istio("VirtualService", "v", toSubset),
        rule + flux("one", "d0") + flux("two", "d1", ", suspend: true"), rule + flux("one", "d0") + flux("two", "d1"));
}

/// What a change elsewhere makes of the findings on a file that stays.
void TestOrderChecks::hearsOfOtherFiles()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const std::string id = check.toStdString();
    const auto& all = checks::allChecks();
    const auto found = std::ranges::find(all, id, [](const checks::Check& each) { return each.info.id; });
    QVERIFY(found != all.end());
    const std::span<const checks::Check> one(&*found, 1);
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    environment.files = std::vector<std::string>{"d0/subject.yaml", "d1/other.yaml"};
    const auto filesWith = [&](const QByteArray& other) {
        return fileSet({{"d0/subject.yaml", subject.toStdString()}, {"d1/other.yaml", other.toStdString()}});
    };
    const mesh::FileSet first = filesWith(before);
    const mesh::FileSet second = filesWith(after);
    const mesh::MeshGraphPtr graph = mesh::buildGraph(first, environment);
    const checks::CheckResults results({*graph, first, environment.files}, one);
    QCOMPARE(results.findings().size(), std::size_t(0));
    const auto step = [&](const mesh::MeshGraphPtr& from, const checks::CheckResults& said, const mesh::FileSet& to) {
        const mesh::SourceFile& file = *to.find("d1/other.yaml");
        const mesh::GraphUpdate update =
            mesh::updateGraph(from, {{file.path, mesh::readResources(".", file.path, file.text, "default")}});
        const std::vector<std::string> changed{file.path};
        return std::pair(update.graph, said.after({*update.graph, to, environment.files}, update, changed));
    };
    const auto [changedGraph, changed] = step(graph, results, second);
    const checks::CheckResults rebuilt({*mesh::buildGraph(second, environment), second, environment.files}, one);
    QVERIFY(std::ranges::any_of(
        changed.findings(), [](const checks::Finding& finding) { return finding.where.path == "d0/subject.yaml"; }));
    QCOMPARE(changed.findings(), rebuilt.findings());
    QCOMPARE(step(changedGraph, changed, first).second.findings(), results.findings());
}

QTEST_GUILESS_MAIN(TestOrderChecks)
#include "tst_orderchecks.moc"
