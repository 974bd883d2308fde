// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/findingtexts.h"

#include "models/checks/needscluster.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

std::string entry(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return istio("ServiceEntry", name, "{" + spec + "}", ns);
}

std::string table(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return istio("VirtualService", name, "{" + spec + "}", ns);
}

std::string rule(const std::string& spec)
{
    return istio("DestinationRule", "d", "{" + spec + "}");
}

std::string patch(const std::string& applyTo, const std::string& operation, const std::string& more = {})
{
    return "{applyTo: " + applyTo + ", " + more + "patch: {operation: " + operation + ", value: {name: f}}}";
}

std::string filter(const std::string& name, const std::string& patches, const std::string& priority = {})
{
    return istio("EnvoyFilter", name, "{" + priority + "configPatches: [" + patches + "]}");
}

std::string webhooks(const std::string& kind, const std::string& name, const std::string& list)
{
    return object("admissionregistration.k8s.io/v1", kind, name, "webhooks: [" + list + "]", "");
}

std::string crd(const std::string& name, const std::string& version)
{
    return "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: " + name
        + ", annotations: {gateway.networking.k8s.io/bundle-version: '" + version + "'}}\nspec: {}\n";
}

} // namespace

class TestRouteChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void listsWhatNeedsACluster();

private:
    static void addHosts();
    static void addRules();
    static void addEntries();
    static void addFilters();
    static void addControlPlane();
};

void TestRouteChecks::addHosts()
{
    addRow("conflicting-host", "one host",
           table("v", "hosts: [a]") + table("w", "hosts: [b, a.shop.svc.cluster.local], gateways: [mesh, g]"),
           {"IST0109 error host.conflict(a.shop.svc.cluster.local; shop/v) VirtualService/w spec.hosts[1]",
            "IST0109 error host.conflict(a.shop.svc.cluster.local; shop/w) VirtualService/v spec.hosts[0]"});
    addRow("conflicting-host", "short names of two namespaces, or of a gateway",
           table("v", "hosts: [a]") + table("w", "hosts: [a]", "far") + table("x", "hosts: [a], gateways: [g]"));
    addRow("conflicting-host", "scopes that do not meet",
           table("v", "hosts: [a.x], exportTo: ['.']") + table("w", "hosts: [a.x], exportTo: [far]"));
    addRow("conflicting-host", "one for all beside one for a namespace, with wildcards",
           table("v", "hosts: ['*.x']") + table("w", "hosts: [a.x], exportTo: ['.']") + table("u", "hosts: [b.x]"),
           {"IST0109 error host.conflict(*.x; shop/w) VirtualService/v spec.hosts[0]",
            "IST0109 error host.conflict(a.x; shop/v) VirtualService/w spec.hosts[0]"});

    const std::string two = object("v1", "Service", "a", "spec: {ports: [{port: 80}, {port: 81}]}");
    addRow("required-port", "of a route and a mirror",
           two + table("v", "hosts: [a], http: [{route: [{destination: {host: a}}], mirror: {host: a}}]"),
           {"IST0112 error destination.port(a.shop.svc.cluster.local; 80, 81) VirtualService/v "
            "spec.http[0].mirror.host",
            "IST0112 error destination.port(a.shop.svc.cluster.local; 80, 81) VirtualService/v "
            "spec.http[0].route[0].destination.host"});
    addRow("required-port", "written, or only one",
           two + object("v1", "Service", "b", "spec: {ports: [{port: 80}]}")
               + table("v",
                       "hosts: [a], http: [{route: [{destination: {host: a, port: {number: 80}}}, "
                       "{destination: {host: b}}, {destination: {host: c}}]}]"));

    const std::string split = table("w", "hosts: [a], http: [{route: [{destination: {host: a, subset: s}}]}]");
    addRow("ingress-subset", "a gateway's route without the subset",
           split + table("v", "hosts: [x], gateways: [g], http: [{route: [{destination: {host: a}}]}]"),
           {"IST0140 warning destination.ingress(a; shop/w) VirtualService/v spec.http[0].route[0].destination.host"});
    addRow("ingress-subset", "with the subset, of the mesh, of another host",
           split + table("v", "hosts: [x], gateways: [g], http: [{route: [{destination: {host: a, subset: s}}]}]")
               + table("u", "hosts: [y], http: [{route: [{destination: {host: a}}]}]")
               + table("t", "hosts: [z], gateways: [g], http: [{route: [{destination: {host: b}}]}]"));

    addRow("deprecated-field", "delay, egress proxy, removed kinds",
           table("v",
                 "hosts: [a], http: [{fault: {delay: {percent: 1}}}, {fault: {delay: {percent: 0}}}, "
                 "{fault: {delay: {percentage: {value: 1}}}}]")
               + istio("Sidecar", "s", "{outboundTrafficPolicy: {egressProxy: {host: a}}}")
               + object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "c",
                        "spec: {group: rbac.istio.io, names: {kind: RbacConfig}}", "")
               + object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "d",
                        "spec: {group: example.com, names: {kind: RbacConfig}}", ""),
           {"IST0002 warning deprecated.field(http.fault.delay.percent; percentage) VirtualService/v "
            "spec.http[0].fault.delay.percent",
            "IST0002 warning deprecated.ignored(outboundTrafficPolicy.egressProxy) Sidecar/s "
            "spec.outboundTrafficPolicy.egressProxy",
            "IST0002 warning deprecated.kind(RbacConfig) CustomResourceDefinition/c spec.names.kind"});
}

void TestRouteChecks::addRules()
{
    addRow("server-certificate", "of the rule and a port",
           rule("host: a, trafficPolicy: {tls: {mode: MUTUAL}, portLevelSettings: [{port: {number: 1}, tls: {mode: "
                "SIMPLE}}]}"),
           {"IST0128 warning server.unchecked(a; MUTUAL) DestinationRule/d spec.trafficPolicy.tls.mode",
            "IST0129 warning server.unchecked.port(a; SIMPLE; 1) DestinationRule/d "
            "spec.trafficPolicy.portLevelSettings[0].tls.mode"});
    addRow("server-certificate", "checked, or the mesh's own",
           rule("host: a, trafficPolicy: {tls: {mode: SIMPLE, caCertificates: /c}, portLevelSettings: [{tls: {mode: "
                "ISTIO_MUTUAL}}, {tls: {mode: DISABLE}}]}"));
    addRow("server-certificate", "a credential of a workload",
           rule("host: a, workloadSelector: {matchLabels: {a: b}}, trafficPolicy: {tls: {mode: SIMPLE, "
                "credentialName: c}}"));

    const std::string service = object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80}]}");
    const std::string one = deployment("a", "app: a, version: v1");
    const auto subset = [](const std::string& labels) {
        return rule("host: a, subsets: [{name: s, labels: {" + labels + "}}]");
    };
    addRow("subset-workload", "a pod template", service + one + subset("version: v1"));
    addRow("subset-workload", "no such pod", service + one + subset("version: v2"),
           {"IST0173 error subset.pods(s; a.shop.svc.cluster.local; version=v2) DestinationRule/d "
            "spec.subsets[0].name"});
    addRow("subset-workload", "no pod of the host in the files",
           service + deployment("b", "app: b, version: v1") + subset("version: v2"),
           {"IST0173 unknown subset.pods.unknown(s; a.shop.svc.cluster.local; version=v2; 1) DestinationRule/d "
            "spec.subsets[0].name"});
    addRow("subset-workload", "no labels", service + one + subset(""));
    addRow("subset-workload", "a zone, without nodes", service + one + subset("topology.kubernetes.io/zone: z"),
           {"IST0173 unknown subset.pods.unknown(s; a.shop.svc.cluster.local; topology.kubernetes.io/zone=z; 1) "
            "DestinationRule/d spec.subsets[0].name"});
    addRow("subset-workload", "endpoints of a ServiceEntry, and WorkloadEntries",
           one + entry("e", "hosts: [a.x], endpoints: [{address: 1.1.1.1, labels: {version: v7}}]")
               + istio("WorkloadEntry", "w", "{address: 1.1.1.2, labels: {version: v8}}")
               + rule("host: a.x, subsets: [{name: s, labels: {version: v7}}, {name: t, labels: {version: v8}}, "
                      "{name: u, labels: {version: v9}}]"),
           {"IST0173 error subset.pods(u; a.x; version=v9) DestinationRule/d spec.subsets[2].name"});
}

void TestRouteChecks::addEntries()
{
    const std::string tcp = "hosts: [a.x], ports: [{number: 1, name: a, protocol: tcp}, {number: 2, name: b}, "
                            "{number: 3, name: c, protocol: HTTP}]";
    addRow("entry-address", "TCP and no protocol", entry("e", tcp),
           {"IST0134 warning entry.address(1) ServiceEntry/e spec.ports[0].protocol",
            "IST0134 warning entry.address(2) ServiceEntry/e spec.ports[1]"});
    addRow("entry-address", "addresses", entry("e", tcp + ", addresses: [10.0.0.1]"));
    addRow("entry-address", "addresses that Istio makes",
           entry("e", tcp)
               + meshConfig("defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: 'true', "
                            "ISTIO_META_DNS_AUTO_ALLOCATE: 'true'}}"));
    addRow("entry-address", "addresses in the status",
           object("networking.istio.io/v1", "ServiceEntry", "e",
                  "spec: {" + tcp + "}\nstatus: {addresses: [{value: 10.0.0.1}]}"));

    const auto at = [](const std::string& protocol, const std::string& more = {}) {
        return "hosts: [a.x], ports: [{number: 1, name: p, protocol: " + protocol + "}]" + more;
    };
    addRow("entry-protocol", "two protocols", entry("e", at("HTTP")) + entry("f", at("TLS"), "far"),
           {"IST0177 warning entry.protocol(a.x; 1; far/f) ServiceEntry/e spec.ports[0].protocol",
            "IST0177 warning entry.protocol(a.x; 1; shop/e) ServiceEntry/f spec.ports[0].protocol"});
    addRow("entry-protocol", "within one",
           entry("e",
                 "hosts: ['*.x'], ports: [{number: 1, name: p, protocol: HTTP}, {number: 1, name: q, protocol: "
                 "TCP}]"),
           {"IST0177 warning entry.protocol(*.x; 1; shop/e) ServiceEntry/e spec.ports[0].protocol"});
    addRow("entry-protocol", "for all and for a namespace",
           entry("e", at("HTTP")) + entry("f", at("TLS", ", exportTo: ['.']"), "far"),
           {"IST0177 warning entry.protocol(a.x; 1; far/f) ServiceEntry/e spec.ports[0].protocol",
            "IST0177 warning entry.protocol(a.x; 1; shop/e) ServiceEntry/f spec.ports[0].protocol"});
    addRow("entry-protocol", "for two namespaces, or written otherwise",
           entry("e", at("HTTP", ", exportTo: ['.']")) + entry("f", at("TLS", ", exportTo: ['.']"), "far")
               + entry("g", at("http", ", exportTo: ['.']")));
}

void TestRouteChecks::addFilters()
{
    addRow("envoy-patch", "what does nothing",
           filter("f",
                  patch("HTTP_ROUTE", "ADD") + ", " + patch("ROUTE_CONFIGURATION", "REMOVE") + ", "
                      + patch("CLUSTER", "REPLACE")),
           {"IST0152 error patch.replace(CLUSTER) EnvoyFilter/f spec.configPatches[2].patch.operation",
            "IST0153 error patch.add(HTTP_ROUTE) EnvoyFilter/f spec.configPatches[0].patch.operation",
            "IST0154 error patch.remove(ROUTE_CONFIGURATION) EnvoyFilter/f spec.configPatches[1].patch.operation"});
    addRow("envoy-patch", "relative",
           filter("f",
                  patch("HTTP_FILTER", "INSERT_BEFORE") + ", " + patch("HTTP_FILTER", "INSERT_FIRST") + ", "
                      + patch("CLUSTER", "MERGE")),
           {"IST0151 warning patch.order(INSERT_BEFORE) EnvoyFilter/f spec.configPatches[0].patch.operation"});
    addRow("envoy-patch", "with a priority", filter("f", patch("HTTP_FILTER", "INSERT_BEFORE"), "priority: 10, "));
    addRow("envoy-patch", "after one for some versions",
           filter("e", patch("HTTP_FILTER", "ADD", "match: {proxy: {proxyVersion: x}}, "))
               + filter("f", patch("HTTP_FILTER", "REMOVE")),
           {"IST0155 warning patch.order.version(REMOVE) EnvoyFilter/f spec.configPatches[0].patch.operation"});
    addRow("envoy-patch", "the end at a patch without patch",
           filter("f", "{applyTo: CLUSTER}, " + patch("HTTP_ROUTE", "ADD")));
}

void TestRouteChecks::addControlPlane()
{
    const auto logging = [](const std::string& entries) {
        return object("telemetry.istio.io/v1", "Telemetry", "t", "spec: {" + entries + "}");
    };
    addRow("telemetry-provider", "no provider",
           logging("accessLogging: [{}, {disabled: true}, {providers: [{name: x}]}]"),
           {"IST0157 warning telemetry.provider.none() Telemetry/t spec.accessLogging[0]"});
    addRow("telemetry-provider", "one by default",
           logging("accessLogging: [{}]") + meshConfig("defaultProviders: {accessLogging: [x]}"));
    addRow("telemetry-provider", "lightstep",
           logging("tracing: [{providers: [{name: l}, {name: o}]}]")
               + meshConfig("extensionProviders: [{name: l, lightstep: {}}, {name: o, opentelemetry: {}}]"),
           {"IST0002 warning telemetry.lightstep(l) Telemetry/t spec.tracing[0].providers[0].name"});

    const std::string networks = object("v1", "ConfigMap", "istio",
                                        "data:\n  meshNetworks: |\n    networks:\n      n: {endpoints: [{fromRegistry: "
                                        "Kubernetes}, {fromRegistry: c1}, "
                                        "{fromCidr: 1.1.1.0/8}]}",
                                        "istio-system");
    const auto remote = [](const std::string& cluster) {
        return "---\napiVersion: v1\nkind: Secret\nmetadata: {name: s, labels: {istio/multiCluster: 'true'}}\ndata: {"
            + cluster + ": eA==}\n";
    };
    addRow("mesh-networks", "a cluster that is known", networks + remote("c1"));
    addRow("mesh-networks", "another one", networks + remote("c2"),
           {"IST0126 error networks.registry(c1; n) ConfigMap/istio data.meshNetworks"});
    addRow("mesh-networks", "no secrets of clusters", networks,
           {"IST0126 unknown networks.registry.unknown(c1; n; 1) ConfigMap/istio data.meshNetworks"});

    const std::string selector = "namespaceSelector: {matchLabels: {istio-injection: enabled}}";
    const std::string istiod = object("v1", "Service", "istiod", "spec: {}", "istio-system");
    const auto hook = [&](const std::string& name, const std::string& more, const std::string& service = "istiod") {
        return "{name: " + name + ", clientConfig: {service: {name: " + service + ", namespace: istio-system}}, " + more
            + "}";
    };
    const std::string mutating = "MutatingWebhookConfiguration";
    addRow("injector-webhook", "two for the same pods",
           istiod + webhooks(mutating, "a", hook("x.istio.io", selector))
               + webhooks(mutating, "b", hook("y.istio.io", selector)),
           {"IST0139 error webhook.overlap(x.istio.io; b/y.istio.io) MutatingWebhookConfiguration/a webhooks[0].name",
            "IST0139 error webhook.overlap(y.istio.io; a/x.istio.io) MutatingWebhookConfiguration/b "
            "webhooks[0].name"});
    addRow("injector-webhook", "two that do not meet",
           istiod
               + webhooks(mutating, "a",
                          hook("x.istio.io", selector + ", objectSelector: {matchLabels: {istio.io/rev: r}}"))
               + webhooks(mutating, "b",
                          hook("y.istio.io",
                               selector
                                   + ", objectSelector: {matchExpressions: [{key: istio.io/rev, operator: "
                                     "DoesNotExist}]}"))
               + webhooks(mutating, "c", hook("y.example.com", selector)));
    addRow("injector-webhook", "no such Service",
           istiod + webhooks(mutating, "a", hook("x.istio.io", selector, "fake")),
           {"IST0139 error webhook.service(x.istio.io; istio-system/fake) MutatingWebhookConfiguration/a "
            "webhooks[0].clientConfig.service"});
    addRow("injector-webhook", "no Services in the files", webhooks(mutating, "a", hook("x.istio.io", selector)),
           {"IST0139 unknown webhook.service.unknown(x.istio.io; istio-system/istiod; 1) "
            "MutatingWebhookConfiguration/a webhooks[0].clientConfig.service"});

    const auto address = [&](const std::string& client, const std::string& name = "istio-sidecar-injector-x") {
        return webhooks(mutating, name, "{name: w, clientConfig: {" + client + "}}");
    };
    addRow("external-control-plane", "addresses that are right",
           address("url: 'https://istiod.example.com:15017/inject'") + address("service: {name: a}")
               + address("", "mine") + address("url: 'https://${HOST}/inject'", "istio-sidecar-injector"));
    addRow("external-control-plane", "none, a bad one, an IP",
           address("", "istio-sidecar-injector") + address("url: 'https:///x'")
               + webhooks("ValidatingWebhookConfiguration", "istio-validator-x",
                          "{name: v, clientConfig: {url: 'https://[fd00::1]:443/x'}}"),
           {"IST0163 warning webhook.address.bad(w; https:///x) MutatingWebhookConfiguration/istio-sidecar-injector-x "
            "webhooks[0].clientConfig.url",
            "IST0163 warning webhook.address.none(w) MutatingWebhookConfiguration/istio-sidecar-injector "
            "webhooks[0].clientConfig",
            "IST0164 info webhook.address.ip(v; fd00::1) ValidatingWebhookConfiguration/istio-validator-x "
            "webhooks[0].clientConfig.url"});

    addRow("gateway-api-version", "old",
           crd("tlsroutes.gateway.networking.k8s.io", "v1.4.0-rc.1")
               + crd("grpcroutes.gateway.networking.k8s.io", "v1.0.0"),
           {"IST0176 warning gatewayapi.old(grpcroutes.gateway.networking.k8s.io; v1.0.0; 1.1.0) "
            "CustomResourceDefinition/grpcroutes.gateway.networking.k8s.io "
            "metadata.annotations[\"gateway.networking.k8s.io/bundle-version\"]",
            "IST0176 warning gatewayapi.old(tlsroutes.gateway.networking.k8s.io; v1.4.0-rc.1; 1.5.0) "
            "CustomResourceDefinition/tlsroutes.gateway.networking.k8s.io "
            "metadata.annotations[\"gateway.networking.k8s.io/bundle-version\"]"});
    addRow("gateway-api-version", "new enough, unknown, others",
           crd("tlsroutes.gateway.networking.k8s.io", "v1.5.0-rc.1")
               + crd("grpcroutes.gateway.networking.k8s.io", "dev")
               + crd("httproutes.gateway.networking.k8s.io", "v0.1.0"));

    addRow("status-condition", "bad ones",
           object("gateway.networking.k8s.io/v1", "HTTPRoute", "r",
                  "status: {parents: [{conditions: [{type: Accepted, status: 'False', reason: R, message: m}, {type: "
                  "ResolvedRefs, status: 'True'}, {type: Other, status: 'False'}]}]}")
               + object("security.istio.io/v1", "AuthorizationPolicy", "p",
                        "status: {conditions: [{type: WaypointAccepted, status: 'True', reason: PartiallyInvalid}]}"),
           {"IST0171 warning status.bad(Accepted; R; m) HTTPRoute/r status.parents[0].conditions[0].type",
            "IST0171 warning status.bad(WaypointAccepted; PartiallyInvalid; ) AuthorizationPolicy/p "
            "status.conditions[0].type"});
}

void TestRouteChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addHosts();
    addRules();
    addEntries();
    addFilters();
    addControlPlane();
}

void TestRouteChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), text.toStdString()), expected);
}

void TestRouteChecks::listsWhatNeedsACluster()
{
    const auto list = checks::clusterAnalyzers();
    QVERIFY(std::ranges::is_sorted(list, {}, &checks::ClusterAnalyzer::code));
    for (const checks::ClusterAnalyzer& each : list) {
        const auto check = std::ranges::find(checks::allChecks(), each.check,
                                             [](const checks::Check& one) { return std::string_view(one.info.id); });
        QCOMPARE(check == checks::allChecks().end(), each.check.empty());
        QVERIFY(each.check.empty() || std::ranges::contains(check->info.codes, each.code, [](const std::string& code) {
                    return std::string_view(code);
                }));
    }
}

QTEST_GUILESS_MAIN(TestRouteChecks)
#include "tst_routechecks.moc"
