// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/findingtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

const std::string injected = namespaceObject("shop", "istio-injection: enabled");

std::string sidecar(const std::string& name, const std::string& labels, const std::string& ns = "shop")
{
    return istio("Sidecar", name, labels.empty() ? "{egress: []}" : "{workloadSelector: {labels: {" + labels + "}}}",
                 ns);
}

std::string telemetry(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return object("telemetry.istio.io/v1", "Telemetry", name, "spec: {" + spec + "}", ns);
}

std::string pod(const std::string& name, const std::string& labels, const std::string& spec,
                const std::string& annotations = {}, const std::string& ns = "shop")
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: " + ns + ", labels: {" + labels
        + "}, annotations: {" + annotations + "}}\nspec: {" + spec + "}\n";
}

std::string annotated(const std::string& kind, const std::string& annotations)
{
    return "---\napiVersion: v1\nkind: " + kind + "\nmetadata: {name: x, annotations: {" + annotations + "}}\n";
}

std::string templateWith(const std::string& annotations)
{
    return object("apps/v1", "StatefulSet", "x",
                  "spec: {template: {metadata: {annotations: {" + annotations + "}}, spec: {}}}");
}

std::string kubeService(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return object("v1", "Service", name, "spec: {" + spec + "}", ns);
}

std::string policy(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return security("AuthorizationPolicy", name, "{" + spec + "}", ns);
}

} // namespace

class TestPodChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    static void addSelectors();
    static void addPolicies();
    static void addNamespaces();
    static void addAnnotations();
    static void addServices();
};

void TestPodChecks::addSelectors()
{
    const std::string a = deployment("a", "app: a, version: v1");
    addRow("sidecar-selector", "a pod template", a + sidecar("s", "app: a"));
    addRow("sidecar-selector", "no such pod", a + sidecar("s", "app: b"),
           {"IST0101 error sidecar.selector(app=b; shop) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "no pods in the files", sidecar("s", "app: b"),
           {"IST0101 unknown sidecar.selector.unknown(app=b; shop; 1) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "no pods of the namespace in the files", a + sidecar("s", "app: a", "far"),
           {"IST0101 unknown sidecar.selector.unknown(app=a; far; 1) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "a namespace that files do not list",
           a + namespaceObject("shop") + sidecar("s", "app: a", "far"),
           {"IST0101 error sidecar.selector(app=a; far) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "pods that stand beside it, without a namespace",
           deployment("a", "app: a", "") + istio("Sidecar", "s", "{workloadSelector: {labels: {app: b}}}", ""),
           {"IST0101 error sidecar.selector(app=b; default) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "pods of a namespace, and a Sidecar of no namespace",
           a + istio("Sidecar", "s", "{workloadSelector: {labels: {app: a}}}", ""),
           {"IST0101 unknown sidecar.selector.unknown(app=a; default; 1) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "pods that may go into any namespace",
           a + deployment("b", "app: b", "") + sidecar("s", "app: b"),
           {"IST0101 unknown sidecar.selector.unknown(app=b; shop; 1) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "the same pods",
           a + sidecar("s", "app: a") + sidecar("t", "version: v1") + sidecar("u", "app: a", "far"),
           {"IST0101 unknown sidecar.selector.unknown(app=a; far; 1) Sidecar/u spec.workloadSelector.labels",
            "IST0110 error sidecar.overlap(s; a) Sidecar/t spec.workloadSelector.labels",
            "IST0110 error sidecar.overlap(t; a) Sidecar/s spec.workloadSelector.labels"});
    addRow("sidecar-selector", "several for all", sidecar("s", "") + sidecar("t", "") + sidecar("u", "", "far"),
           {"IST0111 error sidecar.several(s; shop) Sidecar/t metadata.name",
            "IST0111 error sidecar.several(t; shop) Sidecar/s metadata.name"});
    addRow("sidecar-selector", "one for all beside one for some", a + sidecar("s", "") + sidecar("t", "app: a"));
    addRow("sidecar-selector", "an ambient namespace",
           namespaceObject("shop", "istio.io/dataplane-mode: ambient") + sidecar("s", ""),
           {"IST0167 warning sidecar.ambient.namespace(shop) Sidecar/s metadata.name"});
    addRow("sidecar-selector", "an ambient namespace with sidecars",
           namespaceObject("shop", "istio.io/dataplane-mode: ambient, istio.io/rev: x") + sidecar("s", ""));
    addRow("sidecar-selector", "an ambient pod",
           pod("p", "app: a", "", "ambient.istio.io/redirection: enabled") + sidecar("s", "app: a"),
           {"IST0167 warning sidecar.ambient.pod(p) Sidecar/s spec.workloadSelector.labels"});

    const std::string select = "selector: {matchLabels: {app: a}}";
    addRow("telemetry-selector", "a pod template", a + telemetry("t", select));
    addRow("telemetry-selector", "no such pod", a + telemetry("t", "selector: {matchLabels: {app: b}}"),
           {"IST0101 error telemetry.selector(app=b; shop) Telemetry/t spec.selector.matchLabels"});
    addRow("telemetry-selector", "the same pods", a + telemetry("t", select) + telemetry("u", select),
           {"IST0159 error telemetry.overlap(t; a) Telemetry/u spec.selector.matchLabels",
            "IST0159 error telemetry.overlap(u; a) Telemetry/t spec.selector.matchLabels"});
    addRow("telemetry-selector", "several for all", telemetry("t", "") + telemetry("u", ""),
           {"IST0160 error telemetry.several(t; shop) Telemetry/u metadata.name",
            "IST0160 error telemetry.several(u; shop) Telemetry/t metadata.name"});
    addRow("telemetry-selector", "one for all beside one for a gateway",
           telemetry("t", "") + telemetry("u", "targetRefs: [{kind: Gateway, name: g}]"));
}

void TestPodChecks::addPolicies()
{
    const std::string a = deployment("a", "app: a");
    const std::string select = "selector: {matchLabels: {app: a}}";
    addRow("policy-workload", "in the mesh", injected + a + policy("p", select));
    addRow("policy-workload", "in the mesh by revision",
           namespaceObject("shop", "istio.io/rev: x") + a + policy("p", select));
    addRow("policy-workload", "in ambient mode",
           namespaceObject("shop", "istio.io/dataplane-mode: ambient") + a + policy("p", select));
    addRow("policy-workload", "outside of the mesh", namespaceObject("shop") + a + policy("p", select),
           {"IST0127 warning policy.workload(shop; app=a) AuthorizationPolicy/p spec.selector.matchLabels"});
    addRow("policy-workload", "put in by its label",
           namespaceObject("shop") + deployment("a", "app: a, sidecar.istio.io/inject: 'true'") + policy("p", select));
    addRow("policy-workload", "taken out by its label",
           injected + deployment("a", "app: a, sidecar.istio.io/inject: 'false'") + policy("p", select),
           {"IST0127 warning policy.workload(shop; app=a) AuthorizationPolicy/p spec.selector.matchLabels"});
    addRow("policy-workload", "a namespace that is not in the files", a + policy("p", select));
    addRow("policy-workload", "no such pod", injected + a + policy("p", "selector: {matchLabels: {app: b}}"),
           {"IST0127 warning policy.workload(shop; app=b) AuthorizationPolicy/p spec.selector.matchLabels"});
    addRow("policy-workload", "no pods in the files", policy("p", select),
           {"IST0127 unknown policy.workload.unknown(shop; app=a; 1) AuthorizationPolicy/p "
            "spec.selector.matchLabels"});
    addRow("policy-workload", "a whole namespace", injected + a + policy("p", ""));
    addRow("policy-workload", "a whole namespace outside of the mesh", namespaceObject("shop") + a + policy("p", ""),
           {"IST0127 warning policy.workload.none(shop) AuthorizationPolicy/p metadata.name"});
    addRow("policy-workload", "the whole mesh", injected + a + policy("p", select, "istio-system"));
    addRow("policy-workload", "another root namespace",
           injected + a + policy("p", select, "root") + meshConfig("rootNamespace: root"));
    addRow("policy-workload", "targetRefs",
           namespaceObject("shop") + policy("p", "targetRefs: [{kind: Gateway, name: g}]"));

    const auto callers = [](const std::string& list) {
        return policy("p", "rules: [{from: [{source: {" + list + "}}]}]");
    };
    addRow("policy-namespace", "names, prefixes and suffixes",
           namespaceObject("shop-one") + callers("namespaces: [SHOP-one, shop-*, '*-one', '*', default, shop]"));
    addRow("policy-namespace", "no such namespaces",
           namespaceObject("shop-one") + callers("namespaces: [two], notNamespaces: ['x*']"),
           {"IST0101 error policy.namespace(two) AuthorizationPolicy/p spec.rules[0].from[0].source.namespaces[0]",
            "IST0101 error policy.namespace(x*) AuthorizationPolicy/p spec.rules[0].from[0].source.notNamespaces[0]"});
    addRow("policy-namespace", "files list no namespaces", callers("namespaces: [two, two]"),
           {"IST0101 unknown policy.namespace.unknown(two; 2) AuthorizationPolicy/p "
            "spec.rules[0].from[0].source.namespaces[0]"});

    const std::string gatewayPods = deployment("g", "gateway.networking.k8s.io/gateway-name: g, app: x");
    addRow("gateway-policy", "pods of a Gateway",
           gatewayPods + policy("p", "selector: {matchLabels: {app: x}}")
               + object("extensions.istio.io/v1alpha1", "WasmPlugin", "w", "spec: {selector: {matchLabels: {app: x}}}"),
           {"IST0166 warning gateway.policy(g) AuthorizationPolicy/p spec.selector.matchLabels",
            "IST0166 warning gateway.policy(g) WasmPlugin/w spec.selector.matchLabels"});
    addRow("gateway-policy", "other pods, targetRefs, PeerAuthentication",
           gatewayPods + policy("p", "selector: {matchLabels: {app: y}}")
               + policy("q", "selector: {matchLabels: {app: x}}, targetRefs: [{kind: Gateway, name: g}]")
               + security("PeerAuthentication", "r", "{selector: {matchLabels: {app: x}}}"));
}

void TestPodChecks::addNamespaces()
{
    addRow("namespace-injection", "says nothing", namespaceObject("shop"),
           {"IST0102 info injection.none(shop) Namespace/shop metadata.name"});
    for (const char* label : {"istio-injection: enabled", "istio-injection: disabled", "istio.io/rev: x",
                              "istio.io/dataplane-mode: ambient", "istio-injection: disabled, istio.io/rev: x"})
        addRow("namespace-injection", label, namespaceObject("shop", label));
    addRow("namespace-injection", "Kubernetes' own and Istio's",
           namespaceObject("kube-system") + namespaceObject("istio-system"));
    addRow("namespace-injection", "says too much",
           namespaceObject("shop", "istio-injection: enabled, istio.io/rev: x, istio.io/dataplane-mode: ambient"),
           {"IST0123 warning injection.labels(istio-injection, istio.io/rev, istio.io/dataplane-mode) Namespace/shop "
            "metadata.name"});
    addRow("namespace-injection", "injected by default",
           namespaceObject("shop")
               + object("v1", "ConfigMap", "istio-sidecar-injector",
                        "data: {values: '{\"sidecarInjectorWebhook\": {\"enableNamespacesByDefault\": true}}'}",
                        "istio-system"),
           {"IST0148 info injection.default(shop) Namespace/shop metadata.name"});
    addRow("namespace-injection", "a Pod without a proxy", injected + pod("p", "", "containers: [{name: a}]"),
           {"IST0103 warning injection.pod(shop) Pod/p metadata.name"});
    addRow("namespace-injection", "pods that are right",
           injected + deployment("d", "app: a")
               + pod("p", "sidecar.istio.io/inject: 'false'", "containers: [{name: a}]")
               + pod("q", "", "hostNetwork: true")
               + pod("r", "", "initContainers: [{name: istio-proxy, image: x}], containers: [{name: a}]"));

    const std::string injector =
        object("v1", "ConfigMap", "istio-sidecar-injector",
               "data: {values: '{\"global\": {\"hub\": \"h\", \"tag\": \"1.2\", \"proxy\": {\"image\": \"p\"}}}'}",
               "istio-system");
    const auto proxy = [](const std::string& image, const std::string& annotations = {}) {
        return pod("p", "app: a", "containers: [{name: istio-proxy, image: '" + image + "'}]", annotations);
    };
    addRow("proxy-image", "the same", injected + injector + proxy("h/p:1.2"));
    addRow("proxy-image", "another", injected + injector + proxy("h/p:1.1"),
           {"IST0158 warning injection.image(p; h/p:1.2) Namespace/shop metadata.name"});
    addRow("proxy-image", "its own", injected + injector + proxy("o", "sidecar.istio.io/proxyImage: o"));
    addRow("proxy-image", "the variant of a ProxyConfig",
           injected + injector + proxy("h/p:1.2-debug")
               + istio("ProxyConfig", "c", "{selector: {matchLabels: {app: a}}, image: {imageType: debug}}"));
    addRow("proxy-image", "no injector for the revision",
           namespaceObject("shop", "istio.io/rev: x") + injector + proxy("o"));

    const std::string autoImage = "containers: [{name: istio-proxy, image: auto}]";
    addRow("image-auto", "a Pod", injected + pod("p", "", autoImage),
           {"IST0147 error injection.auto.pod() Pod/p spec.containers[0].image"});
    addRow("image-auto", "injected by Istio's own webhooks",
           injected + deployment("a", "app: a", "shop", autoImage)
               + deployment("b", "sidecar.istio.io/inject: 'true'", "other", autoImage));
    addRow("image-auto", "not injected", namespaceObject("shop") + deployment("a", "app: a", "shop", autoImage),
           {"IST0146 warning injection.auto(shop) Deployment/a spec.template.spec.containers[0].image"});
    addRow("image-auto", "a namespace that is not in the files", deployment("a", "app: a", "shop", autoImage));
    addRow("image-auto", "a namespace that is not among those in the files",
           injected + deployment("a", "app: a", "far", autoImage),
           {"IST0146 warning injection.auto(far) Deployment/a spec.template.spec.containers[0].image"});
    addRow("image-auto", "the default namespace, which is always there",
           injected + deployment("a", "app: a", "default", autoImage) + deployment("b", "app: a", "", autoImage));
    addRow("image-auto", "injected by webhooks in the files",
           namespaceObject("shop", "own: x") + deployment("a", "app: a", "shop", autoImage)
               + object("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", "w",
                        "webhooks: [{name: x.istio.io, namespaceSelector: {matchLabels: {own: x}}}]", ""));

    addRow(
        "proxy-user-id", "of the pod and a container, said once",
        deployment("a", "app: a", "shop",
                   "securityContext: {runAsUser: 1337}, containers: [{name: a, securityContext: {runAsUser: 1337}}]"),
        {"IST0144 warning pod.user() Deployment/a spec.template.spec.securityContext.runAsUser"});
    addRow("proxy-user-id", "of the proxy, and others",
           deployment("a", "app: a", "shop",
                      "containers: [{name: istio-proxy, securityContext: {runAsUser: 1337}}, "
                      "{name: a, securityContext: {runAsUser: 1338}}]"));
    addRow("jwks-blocklist", "no list",
           "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: istiod, labels: {app: istiod}}\n"
           "spec: {template: {spec: {containers: [{name: d, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: ''}]}]}}}\n"
               + security("RequestAuthentication", "r", "{}"),
           {"IST0175 warning istiod.jwks() Deployment/istiod metadata.name"});
    addRow("jwks-blocklist", "a list, or nobody who asks",
           "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: istiod, labels: {app: istiod}}\n"
           "spec: {template: {spec: {containers: [{name: d}]}}}\n");
}

void TestPodChecks::addAnnotations()
{
    addRow("annotation", "unknown", annotated("Service", "sidecar.istio.io/injekt: x, other/x: y"),
           {"IST0108 warning annotation.unknown(sidecar.istio.io/injekt) Service/x "
            "metadata.annotations[\"sidecar.istio.io/injekt\"]"});
    addRow("annotation", "on the wrong kind", annotated("Namespace", "proxy.istio.io/config: '{}'"),
           {"IST0107 warning annotation.misplaced(proxy.istio.io/config; Pod; Namespace) Namespace/x "
            "metadata.annotations[\"proxy.istio.io/config\"]"});
    addRow("annotation", "of a pod template", templateWith("status.sidecar.istio.io/port: '70000'"),
           {"IST0125 warning annotation.value(status.sidecar.istio.io/port; 70000) StatefulSet/x "
            "spec.template.metadata.annotations[\"status.sidecar.istio.io/port\"]"});
    addRow("annotation", "deprecated", templateWith("sidecar.istio.io/inject: 'true'"),
           {"IST0135 info annotation.deprecated.inject(sidecar.istio.io/inject) StatefulSet/x "
            "spec.template.metadata.annotations[\"sidecar.istio.io/inject\"]"});
    addRow("annotation", "deprecated, with the label beside it",
           pod("p", "sidecar.istio.io/inject: 'true'", "", "sidecar.istio.io/inject: 'true'"));
    addRow(
        "annotation", "anywhere, and put there by Istio",
        annotated("Namespace", "galley.istio.io/analyze-suppress: '*', istio.io/rev: x, sidecar.istio.io/status: x"));
    const std::string prefix = "traffic.sidecar.istio.io/";
    for (const char* good : {"includeOutboundIPRanges: '*'", "includeOutboundIPRanges: '10.0.0.0/8, fd00::/8'",
                             "excludeInboundPorts: '80,81'", "includeInboundPorts: '*'", "excludeOutboundPorts: ''",
                             "excludeInboundPorts: '${PORTS}'"})
        addRow("annotation", good, templateWith(prefix + good));
    for (const auto& [name, value] :
         {std::pair("includeOutboundIPRanges", "10.0.0.1"), std::pair("excludeOutboundIPRanges", "10.0.0.0/33"),
          std::pair("excludeOutboundIPRanges", "*"), std::pair("excludeInboundPorts", "*"),
          std::pair("includeInboundPorts", "80;81")}) {
        addRow("annotation", (std::string(name) + " " + value).c_str(),
               templateWith(prefix + name + ": '" + value + "'"),
               {QByteArray("IST0125 warning annotation.value(") + prefix.c_str() + name + "; " + value
                + ") StatefulSet/x spec.template.metadata.annotations[\"" + prefix.c_str() + name + "\"]"});
    }
}

void TestPodChecks::addServices()
{
    addRow("port-name", "names that say it",
           kubeService("s",
                       "ports: [{port: 1, name: http}, {port: 2, name: grpc-web-x}, {port: 3, name: TCP-a}, "
                       "{port: 4, appProtocol: kubernetes.io/h2c}, {port: 5, protocol: UDP}, {port: 3306}]"));
    addRow("port-name", "names that do not", kubeService("s", "ports: [{port: 1}, {port: 2, name: web-http}]"),
           {"IST0118 info port.name(web-http; 2) Service/s spec.ports[1].name",
            "IST0118 info port.name.none(1) Service/s spec.ports[0]"});
    addRow("port-name", "ExternalName",
           kubeService("s", "type: ExternalName, ports: [{port: 1, name: tcp}, {port: 2, name: http}, {port: 3}]"),
           {"IST0150 warning port.name.external(3; ) Service/s spec.ports[2]",
            "IST0150 warning port.name.external(1; tcp) Service/s spec.ports[0].name"});
    addRow("port-name", "Kubernetes' own", kubeService("s", "ports: [{port: 1}]", "kube-system"));

    const std::string a = injected + deployment("a", "app: a");
    const auto of = [](const std::string& name, const std::string& port) {
        return kubeService(name, "selector: {app: a}, ports: [{" + port + "}]");
    };
    addRow("deployment-services", "two protocols",
           a + of("s", "port: 80") + of("t", "port: 80, protocol: UDP") + of("u", "port: 81"),
           {
               "IST0116 warning deployment.protocols(80; s, t; TCP, UDP) Deployment/a metadata.name",
           });
    addRow("deployment-services", "two ports to one target",
           a + of("s", "port: 80, targetPort: 8080") + of("t", "port: 8080"),
           {"IST0137 warning deployment.targets(8080; s, t; 80, 8080) Deployment/a metadata.name"});
    addRow("deployment-services", "outside of the mesh",
           namespaceObject("shop") + deployment("a", "app: a") + of("s", "port: 80")
               + of("t", "port: 80, protocol: UDP"));
    addRow("deployment-services", "no selector, or another namespace",
           a + of("s", "port: 80") + kubeService("t", "ports: [{port: 80, protocol: UDP}]")
               + kubeService("u", "selector: {app: a}, ports: [{port: 80, protocol: UDP}]", "far"));
}

void TestPodChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addSelectors();
    addPolicies();
    addNamespaces();
    addAnnotations();
    addServices();
}

void TestPodChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), text.toStdString()), expected);
}

QTEST_GUILESS_MAIN(TestPodChecks)
#include "tst_podchecks.moc"
