// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/findingtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

const std::string injected = namespaceObject("shop", "istio-injection: enabled");

std::string routes(const std::string& list, const std::string& more = {})
{
    return istio("VirtualService", "v", "{hosts: [a]" + more + ", http: [{route: [" + list + "]}]}");
}

std::string kubeService(const std::string& ports, const std::string& name = "a")
{
    return object("v1", "Service", name, "spec: {selector: {app: a}, ports: [" + ports + "]}");
}

/// A Deployment with app: a; `spec` goes beside the template.
std::string updated(const std::string& spec, const std::string& pods = "containers: []")
{
    return object("apps/v1", "Deployment", "a",
                  "spec: {" + spec + ", template: {metadata: {labels: {app: a}}, spec: {" + pods + "}}}");
}

std::string withPorts(const std::string& ports)
{
    return deployment("a", "app: a", "shop", "containers: [{name: c, ports: [" + ports + "]}]");
}

} // namespace

class TestRolloutChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    static void addRoutes();
    static void addPorts();
    static void addInjection();
    static void addRollouts();
};

void TestRolloutChecks::addRoutes()
{
    addRow("route-weights", "alone", routes("{destination: {host: a}, weight: 55}"),
           {"5 MD152 warning route.weight.alone(55) VirtualService/v spec.http[0].route[0].weight"});
    addRow("route-weights", "alone with everything",
           routes("{destination: {host: a}, weight: 100}") + routes("{destination: {host: a}}"));
    addRow("route-weights", "twice",
           routes("{destination: {host: a, subset: x}, weight: 50}, {destination: {host: a.shop.svc.cluster.local, "
                  "subset: x}, weight: 50}"),
           {"5 MD153 warning route.destination.twice(a.shop.svc.cluster.local (x)) VirtualService/v "
            "spec.http[0].route[1]"});
    addRow("route-weights", "different",
           routes("{destination: {host: a, subset: x}, weight: 30}, {destination: {host: a, subset: y}, weight: 30}, "
                  "{destination: {host: a, port: {number: 1}}, weight: 20}, {destination: {host: a, port: {number: "
                  "2}}, weight: 20}"));
    addRow("route-weights", "different headers",
           routes("{destination: {host: a}, weight: 50}, {destination: {host: a}, weight: 50, headers: {request: {set: "
                  "{x: y}}}}"));
    addRow("match-gateway", "bound",
           istio("VirtualService", "v",
                 "{hosts: [a], gateways: [gw, mesh], http: [{match: [{gateways: [shop/gw, mesh]}]}, {}]}")
               + istio("VirtualService", "d", "{http: [{match: [{gateways: [other]}]}]}")
               + istio("VirtualService", "p", "{hosts: [a], gateways: ['${GW}'], http: [{match: [{gateways: [x]}]}]}"));
    addRow("match-gateway", "not bound",
           istio("VirtualService", "v",
                 "{hosts: [a], gateways: [gw], http: [{match: [{gateways: [gw, mesh]}]}], tcp: [{match: [{gateways: "
                 "[far/gw]}]}]}"),
           {"5 MD173 warning route.match.gateway(mesh) VirtualService/v spec.http[0].match[0].gateways[1]",
            "5 MD173 warning route.match.gateway(far/gw) VirtualService/v spec.tcp[0].match[0].gateways[0]"});
    addRow("match-gateway", "of the mesh",
           istio("VirtualService", "v", "{hosts: [a], http: [{match: [{gateways: [mesh, gw]}]}]}"),
           {"5 MD173 warning route.match.gateway(gw) VirtualService/v spec.http[0].match[0].gateways[1]"});
    addRow("gateway-name", "names",
           routes("{destination: {host: a}}", ", gateways: [mesh, gw, shop/gw, './gw', '${GW}.x']"));
    addRow("gateway-name", "the old form", routes("{destination: {host: a}}", ", gateways: [gw.far.svc.cluster.local]"),
           {"5 MD154 info gateway.name(gw.far.svc.cluster.local; far/gw) VirtualService/v spec.gateways[0]"});
    const auto entry = [](const std::string& name, const std::string& spec, const std::string& ns = "shop") {
        return istio("ServiceEntry", name, "{" + spec + "}", ns);
    };
    const std::string one = entry("d", "hosts: [x.example], ports: [{number: 80, protocol: HTTP}]");
    addRow("entry-duplicate", "one port of one host",
           one + entry("e", "hosts: [y.example, x.example], ports: [{number: 80, protocol: HTTP}]", "far"),
           {"5 MD155 info entry.duplicate(x.example; 80; far/e) ServiceEntry/d spec.hosts[0]",
            "10 MD155 info entry.duplicate(x.example; 80; shop/d) ServiceEntry/e spec.hosts[1]"});
    addRow("entry-duplicate", "another port, host, or for others",
           one + entry("e", "hosts: [x.example], ports: [{number: 81, protocol: HTTP}]")
               + entry("f", "hosts: [y.example], ports: [{number: 80, protocol: HTTP}]")
               + entry("g", "hosts: [z.example], exportTo: [.], ports: [{number: 80, protocol: HTTP}]")
               + entry("g", "hosts: [z.example], exportTo: [.], ports: [{number: 80, protocol: HTTP}]", "far"));
}

void TestRolloutChecks::addPorts()
{
    addRow("service-port", "by name",
           withPorts("{name: web, containerPort: 80}") + kubeService("{port: 80, targetPort: web}"));
    addRow("service-port", "no such name",
           withPorts("{name: web, containerPort: 80}") + kubeService("{port: 80, targetPort: wbe}"),
           {"10 MD157 error service.port.name(wbe; shop/a) Service/a spec.ports[0].targetPort"});
    addRow("service-port", "by number",
           withPorts("{containerPort: 80}") + kubeService("{port: 80}, {port: 1, targetPort: 80}"));
    addRow("service-port", "no such number", withPorts("{containerPort: 80}") + kubeService("{port: 81}"),
           {"10 MD157 info service.port.number(81; shop/a) Service/a spec.ports[0].port"});
    addRow("service-port", "one of the numbers",
           withPorts("{containerPort: 80}") + kubeService("{port: 81}, {port: 80}"));
    addRow("service-port", "no ports declared", withPorts("") + kubeService("{port: 81}"));
    addRow("service-port", "one of two",
           withPorts("{name: web, containerPort: 80}") + deployment("b", "app: a", "shop", "containers: [{name: c}]")
               + kubeService("{port: 80, targetPort: web}"));
    addRow("service-port", "no pods in the files", kubeService("{port: 80, targetPort: web}"));
    addRow("service-port", "a part of pods", deployment("a", "app: a") + kubeService("{port: 80, targetPort: web}"));

    const std::string http = routes("{destination: {host: a}}");
    addRow("hidden-protocol", "routes for TCP",
           kubeService("{name: tcp-web, port: 80}, {name: https, port: 443}") + http,
           {"10 MD171 warning port.hides.routes(shop/a; tcp-web) VirtualService/v spec.hosts[0]"});
    addRow("hidden-protocol", "routes for HTTP",
           kubeService("{name: tcp-web, port: 80}, {name: http, port: 81}") + http);
    addRow("hidden-protocol", "a name that says nothing", kubeService("{name: web, port: 80}") + http);
    addRow("hidden-protocol", "appProtocol goes first",
           kubeService("{name: tcp-web, port: 80, appProtocol: http}") + http);
    addRow("hidden-protocol", "routes of a gateway",
           kubeService("{name: tcp-web, port: 80}") + routes("{destination: {host: a}}", ", gateways: [gw]"));
    addRow("hidden-protocol", "the pods' name", kubeService("{name: http, port: 80, targetPort: grpc}"),
           {"5 MD171 info port.hides(http; 80; grpc) Service/a spec.ports[0].name"});
    addRow("hidden-protocol", "the same",
           kubeService("{name: http, port: 80, targetPort: http-web}, {name: grpc, port: 1, targetPort: web}"));
}

void TestRolloutChecks::addInjection()
{
    addRow("injection-labels", "of pods", injected + deployment("d", "sidecar.istio.io/inject: 'false'"));
    addRow("injection-labels", "of the Deployment",
           "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, labels: {sidecar.istio.io/inject: 'true', "
           "istio-injection: enabled}}\n"
           "spec: {template: {metadata: {labels: {app: a}}}}\n",
           {"4 MD167 warning injection.place(sidecar.istio.io/inject; Deployment) Deployment/d "
            "metadata.labels[\"sidecar.istio.io/inject\"]",
            "4 MD167 warning injection.place.namespace(Deployment) Deployment/d metadata.labels.istio-injection"});
    addRow(
        "injection-labels", "of both",
        "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, labels: {sidecar.istio.io/inject: 'true'}}\n"
        "spec: {template: {metadata: {labels: {sidecar.istio.io/inject: 'true'}}}}\n");
    addRow("injection-labels", "of istiod",
           "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, labels: {app: istiod, istio.io/rev: "
           "x}}\nspec: {}\n");
    addRow("injection-labels", "of Istio's own",
           "---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: cni, labels: {istio.io/rev: x, "
           "operator.istio.io/component: Cni}}\nspec: {}\n");
    addRow("injection-labels", "against the namespace",
           namespaceObject("shop", "istio-injection: disabled") + deployment("d", "sidecar.istio.io/inject: 'true'"),
           {"9 MD167 warning injection.conflict(shop) Deployment/d "
            "spec.template.metadata.labels[\"sidecar.istio.io/inject\"]"});
    addRow("injection-labels", "another revision",
           namespaceObject("shop", "istio.io/rev: x") + deployment("d", "istio.io/rev: y")
               + deployment("e", "istio.io/rev: x"),
           {"9 MD167 warning injection.conflict.revision(y; shop; x) Deployment/d "
            "spec.template.metadata.labels[\"istio.io/rev\"]"});
    addRow("injection-labels", "a revision where the namespace says nothing",
           namespaceObject("shop") + deployment("d", "istio.io/rev: y"));

    const auto operatorOf = [](const std::string& revision) {
        return object("install.istio.io/v1alpha1", "IstioOperator", "o", "spec: {revision: " + revision + "}",
                      "istio-system");
    };
    const std::string wanted = namespaceObject("shop", "istio.io/rev: x");
    addRow("missing-revision", "there", wanted + operatorOf("x"));
    addRow("missing-revision", "not there", wanted + operatorOf("y"),
           {"4 MD168 warning revision.missing(x; y) Namespace/shop metadata.labels[\"istio.io/rev\"]"});
    addRow("missing-revision", "a tag",
           wanted
               + "---\napiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: "
                 "{name: t, labels: "
                 "{istio.io/rev: y, istio.io/tag: x}}\nwebhooks: [{name: namespace.sidecar-injector.istio.io}]\n");
    addRow("missing-revision", "no control plane in the files", wanted + deployment("d", "istio.io/rev: x"),
           {"4 MD168 unknown revision.unknown(x; 2) Namespace/shop metadata.labels[\"istio.io/rev\"]"});
    addRow("missing-revision", "the default", namespaceObject("shop", "istio.io/rev: default") + operatorOf("y"));
}

void TestRolloutChecks::addRollouts()
{
    const std::string split = kubeService("{port: 80}")
        + routes("{destination: {host: a, subset: x}, weight: 50}, {destination: {host: a, subset: y}, weight: 50}");
    const std::string old =
        object("install.istio.io/v1alpha1", "IstioOperator", "o", "spec: {tag: 1.26.1}", "istio-system");
    const std::string pods = deployment("a", "app: a");
    addRow("rollout-proxy", "an old Istio", injected + pods + split + old,
           {"19 MD169 info rollout.drain(a; 2) VirtualService/v spec.http[0].route[0]",
            "19 MD169 info rollout.hold(a; 2) VirtualService/v spec.http[0].route[0]"});
    addRow("rollout-proxy", "a new one",
           injected + pods + split
               + object("install.istio.io/v1alpha1", "IstioOperator", "o", "spec: {tag: 1.27.0}", "istio-system"));
    addRow("rollout-proxy", "nothing says how old", injected + pods + split);
    addRow("rollout-proxy", "outside of the mesh", namespaceObject("shop") + pods + split + old);
    addRow("rollout-proxy", "one destination",
           injected + pods + kubeService("{port: 80}") + routes("{destination: {host: a}}") + old);
    addRow("rollout-proxy", "set for all",
           injected + pods + split + old
               + meshConfig("defaultConfig: {holdApplicationUntilProxyStarts: true, terminationDrainDuration: 30s}"));
    addRow("rollout-proxy", "set for the pods",
           injected + split + old
               + object("apps/v1", "Deployment", "a",
                        "spec: {template: {metadata: {labels: {app: a}, annotations: {proxy.istio.io/config: "
                        "'{holdApplicationUntilProxyStarts: true, proxyMetadata: {EXIT_ON_ZERO_ACTIVE_CONNECTIONS: "
                        "\"true\"}}'}}}}"));

    const std::string served = injected + kubeService("{port: 80}");
    addRow("rollout-strategy", "Recreate", served + updated("strategy: {type: Recreate}"),
           {"14 MD170 warning rollout.recreate(a) Deployment/a spec.strategy.type"});
    addRow("rollout-strategy", "Recreate for a disk",
           served
               + updated("strategy: {type: Recreate}", "volumes: [{name: d, persistentVolumeClaim: {claimName: d}}]"),
           {"14 MD170 info rollout.recreate(a) Deployment/a spec.strategy.type"});
    addRow("rollout-strategy", "none goes early",
           served + updated("replicas: 8, strategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 1}}"));
    addRow("rollout-strategy", "the default of few", served + updated("replicas: 3"));
    addRow("rollout-strategy", "the default of many", served + updated("replicas: 8"),
           {"14 MD170 info rollout.some(a; 2; 8) Deployment/a spec.replicas"});
    addRow("rollout-strategy", "a number that is not written", served + updated("paused: false"));
    addRow("rollout-strategy", "all at once",
           served + updated("replicas: 2, strategy: {rollingUpdate: {maxUnavailable: 100%}}"),
           {"14 MD170 warning rollout.all(a; 2; 2) Deployment/a spec.strategy.rollingUpdate.maxUnavailable"});
    addRow("rollout-strategy", "the only one", served + updated("strategy: {rollingUpdate: {maxUnavailable: 1}}"),
           {"14 MD170 warning rollout.all(a; 1; 1) Deployment/a spec.strategy.rollingUpdate.maxUnavailable"});
    addRow("rollout-strategy", "without a Service", injected + updated("strategy: {type: Recreate}"));
    addRow("rollout-strategy", "outside of the mesh",
           namespaceObject("shop") + kubeService("{port: 80}") + updated("strategy: {type: Recreate}"));

    addRow("api-version", "stable",
           routes("") + object("networking.istio.io/v1alpha3", "EnvoyFilter", "e", "")
               + object("networking.istio.io/v1beta1", "ProxyConfig", "c", ""));
    addRow("api-version", "old ones, once a kind",
           object("networking.istio.io/v1alpha3", "VirtualService", "a", "")
               + object("networking.istio.io/v1alpha3", "VirtualService", "b", "")
               + object("gateway.networking.k8s.io/v1beta1", "HTTPRoute", "r", ""),
           {"2 MD172 info api.old(VirtualService; networking.istio.io/v1alpha3; networking.istio.io/v1; 2) "
            "VirtualService/a apiVersion",
            "12 MD172 info api.old(HTTPRoute; gateway.networking.k8s.io/v1beta1; gateway.networking.k8s.io/v1; 1) "
            "HTTPRoute/r apiVersion"});
    addRow("api-version", "gone", object("apps/v1beta1", "Deployment", "d", "spec: {}"),
           {"2 MD172 warning api.gone(Deployment; apps/v1beta1; apps/v1) Deployment/d apiVersion"});
}

void TestRolloutChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addRoutes();
    addPorts();
    addInjection();
    addRollouts();
}

/// Each finding with its line; each object is five lines, a Namespace four.
void TestRolloutChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), text.toStdString(), true), expected);
}

QTEST_GUILESS_MAIN(TestRolloutChecks)
#include "tst_rolloutchecks.moc"
