// SPDX-License-Identifier: Apache-2.0
// What resources name and select, found or not. Behind each group of rows: the page or file that says so.
#include "models/mesh/effective/referenceindex.h"
#include "tests/mesh/effectivetexts.h"

#include <QtTest/QTest>

#include <array>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::test;

namespace {

constexpr std::array kindNames{"Exposes",   "Routes",  "Mirrors",   "Delegates", "Selects",
                               "AppliesTo", "Secures", "ExportsTo", "Imports"};
constexpr std::array reasonNames{"Object",        "Everything", "NoObject",    "NoWorkload",
                                 "NotVisible",    "NotGranted", "NotAllowed",  "OtherNamespace",
                                 "WithoutEffect", "NotInFiles", "Placeholder", "OtherKind"};
static_assert(reasonNames.size() == static_cast<std::size_t>(effective::ReferenceReason::OtherKind) + 1);

/// "Kind target Reason", one a reference; Object is left out.
std::string printed(const std::vector<effective::Reference>& references)
{
    std::string text;
    for (const effective::Reference& reference : references) {
        text += (text.empty() ? "" : "; ") + std::string(kindNames.at(static_cast<std::size_t>(reference.kind))) + " "
            + reference.target;
        if (reference.reason != effective::ReferenceReason::Object)
            text += std::string(" ") + reasonNames.at(static_cast<std::size_t>(reference.reason));
    }
    return text;
}

} // namespace

class TestEffectiveReferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void saysWhereItIsWritten();
    void isIndexed();
};

void TestEffectiveReferences::references_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    // the resource asked for is the last of the text
    const auto add = [](const char* name, const std::string& text, const char* expected) {
        QTest::newRow(name) << text << std::string(expected);
    };
    const std::string pods = deployment("shop", "web") + deployment("jobs", "web") + deployment("istio-system", "gw");
    const auto security = [](const std::string& kind, const std::string& ns, const std::string& spec) {
        return document("security.istio.io/v1", kind, ns, "p", {}, spec);
    };
    const std::string web = "selector: {matchLabels: {app: web}}";

    // security/authorization-policy, type/v1beta1 WorkloadSelector: the namespace, of the root namespace the mesh
    add("policy for a workload", pods + security("AuthorizationPolicy", "shop", web), "Secures shop/web");
    add("policy for the mesh's workloads", pods + security("AuthorizationPolicy", "istio-system", web),
        "Secures shop/web; Secures jobs/web");
    add("policy for nobody", pods + security("AuthorizationPolicy", "shop", "selector: {matchLabels: {app: x}}"),
        "Secures shop/* NoWorkload");
    add("policy without pods in the files", security("AuthorizationPolicy", "shop", web), "Secures shop/* NotInFiles");
    add("policy for the namespace", pods + security("AuthorizationPolicy", "shop", "action: DENY"),
        "Secures shop/* Everything");
    add("policy for the mesh", pods + security("AuthorizationPolicy", "istio-system", "action: DENY"),
        "Secures */* Everything");
    add("placeholder", pods + security("AuthorizationPolicy", "shop", "selector: {matchLabels: {app: '${APP}'}}"),
        "Secures shop/* Placeholder");
    add("workload entry",
        document("networking.istio.io/v1", "WorkloadEntry", "shop", "vm", {}, "address: 10.0.0.1, labels: {app: web}")
            + security("RequestAuthentication", "shop", web),
        "Secures shop/vm");
    add("peer policy", pods + security("PeerAuthentication", "shop", web), "Secures shop/web");
    add("peer policy with a selector in the root namespace", pods + security("PeerAuthentication", "istio-system", web),
        "Secures */* WithoutEffect");
    // type/v1beta1, PolicyTargetReference: the policy's own namespace
    const std::string service = exportedService("shop", "reviews");
    const auto target = [&](const std::string& reference) {
        return service + security("AuthorizationPolicy", "shop", "targetRefs: [{" + reference + "}]");
    };
    add("target", target("group: '', kind: Service, name: reviews"), "Secures shop/reviews");
    add("target that is not there", target("group: '', kind: Service, name: ratings"), "Secures shop/ratings NoObject");
    add("target in another namespace", target("group: '', kind: Service, name: reviews, namespace: jobs"),
        "Secures jobs/reviews OtherNamespace");
    add("target of another kind", target("group: a.example, kind: Thing, name: t"), "Secures shop/t OtherKind");
    add("gateway not in the files", target("group: gateway.networking.k8s.io, kind: Gateway, name: waypoint"),
        "Secures shop/waypoint NotInFiles");
    add("class outside of the root namespace",
        target("group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint"),
        "Secures /istio-waypoint OtherNamespace");
    // telemetry: selectors of the root namespace stay there; extensions and EnvoyFilter: they go for the mesh
    add("telemetry", pods + document("telemetry.istio.io/v1", "Telemetry", "istio-system", "t", {}, web),
        "AppliesTo istio-system/* NoWorkload");
    add("plugin", pods + document("extensions.istio.io/v1alpha1", "WasmPlugin", "istio-system", "w", {}, web),
        "AppliesTo shop/web; AppliesTo jobs/web");
    add("filter",
        pods
            + document("networking.istio.io/v1alpha3", "EnvoyFilter", "shop", "f", {},
                       "workloadSelector: {labels: {app: web}}"),
        "AppliesTo shop/web");
    add("filter for the mesh",
        document("networking.istio.io/v1alpha3", "EnvoyFilter", "istio-system", "f", {}, "priority: 1"),
        "AppliesTo */* Everything");
    add("proxy config", pods + document("networking.istio.io/v1beta1", "ProxyConfig", "shop", "c", {}, web),
        "AppliesTo shop/web");
    // gateway-api, BackendTLSPolicy
    add("backend policy",
        service + document("v1", "ConfigMap", "shop", "ca", {}, {})
            + document("gateway.networking.k8s.io/v1", "BackendTLSPolicy", "shop", "b", {},
                       "targetRefs: [{group: '', kind: Service, name: reviews}], validation: {caCertificateRefs: "
                       "[{kind: ConfigMap, name: ca}, {kind: ConfigMap, name: other}]}"),
        "Secures shop/reviews; Imports shop/ca; Imports shop/other NoObject");
    // networking/sidecar
    const std::string entry = serviceEntry("edge", "api", "hosts: [api.example.com]");
    const std::string batch = exportedService("jobs", "batch") + exportedService("jobs", "own", ".");
    add("sidecar",
        pods + service + batch + entry
            + sidecar("shop", "s",
                      "workloadSelector: {labels: {app: web}}, egress: [{hosts: ['./*', "
                      "'edge/api.example.com', 'jobs/*', '~/*']}]"),
        "Selects shop/web; Imports ./* Everything; Imports api.example.com; Imports jobs/* Everything");
    add("sidecar that imports what is not there",
        service + batch
            + sidecar("shop", "s",
                      "egress: [{hosts: ['./ratings.shop.svc.cluster.local', './reviews', "
                      "'bank/x.bank.svc.cluster.local', '*/a.example', 'odd']}]"),
        "Selects shop/* Everything; Imports ./ratings.shop.svc.cluster.local NoObject; Imports ./reviews NoObject; "
        "Imports bank/x.bank.svc.cluster.local NotInFiles; Imports */a.example NotInFiles; Imports odd NoObject");
    add("sidecar that imports what it must not see",
        service + batch + sidecar("shop", "s", "egress: [{hosts: ['jobs/own.jobs.svc.cluster.local']}]"),
        "Selects shop/* Everything; Imports own.jobs.svc.cluster.local NotVisible");
    add("sidecar of the root namespace", batch + sidecar("istio-system", "s", "egress: [{hosts: ['./*']}]"),
        "Selects */* Everything; Imports ./* Everything");
    // networking/service-entry, workloadSelector: pods and WorkloadEntries of the namespace
    add("service entry",
        pods
            + serviceEntry("shop", "e", "hosts: [a.example], workloadSelector: {labels: {app: web}}, exportTo: [jobs]"),
        "Selects shop/web; ExportsTo jobs NotInFiles");
    add("exports", namespaceObject("jobs") + exportedService("shop", "reviews", "., jobs, bank"),
        "ExportsTo jobs; ExportsTo bank NotInFiles");
    add("service", pods + exportedService("shop", "web", {}, "selector: {app: web}"), "Selects shop/web");
    add("rule", namespaceObject("jobs") + service + destinationRule("shop", "r", "host: reviews, exportTo: [., jobs]"),
        "AppliesTo reviews.shop.svc.cluster.local; ExportsTo jobs");
    add("rule for what is not there", service + destinationRule("shop", "r", "host: ratings"),
        "AppliesTo ratings.shop.svc.cluster.local NoObject");
    add("rule for a wildcard", service + destinationRule("istio-system", "r", "host: '*.local'"),
        "AppliesTo *.local Everything");
    // networking/gateway, selector: pods of every namespace
    add("gateway", pods + document("networking.istio.io/v1", "Gateway", "edge", "g", {}, "selector: {app: web}"),
        "Selects shop/web; Selects jobs/web");
    // networking/virtual-service
    add("virtual service",
        service + batch
            + virtualService(
                "v", "shop",
                "  hosts: [a.example]\n  gateways: [mesh, edge/public]\n  http:\n"
                "    - route: [{destination: {host: reviews}}, {destination: {host: own.jobs.svc.cluster.local}}]\n"
                "      mirror: {host: ratings}\n"
                "    - delegate: {name: d, namespace: jobs}\n"),
        "Exposes edge/public NotInFiles; Routes reviews.shop.svc.cluster.local; Routes own.jobs.svc.cluster.local "
        "NotVisible; Mirrors ratings.shop.svc.cluster.local NoObject; Delegates jobs/d NotInFiles");
    add("virtual service for others",
        batch
            + virtualService("v", "shop",
                             "  hosts: [a.example]\n  exportTo: [jobs]\n  http: [{route: [{destination: {host: "
                             "own.jobs.svc.cluster.local}}]}]\n"),
        "Routes own.jobs.svc.cluster.local; ExportsTo jobs NotInFiles");
    // Kubernetes, EndpointSlices: the label names the Service
    add("slice",
        service
            + document("discovery.k8s.io/v1", "EndpointSlice", "shop", "s",
                       "labels: {kubernetes.io/service-name: reviews}", {}),
        "Selects shop/reviews");

    // gateway-api, HTTPRoute: parents, and who lets them in
    const auto route = [](const std::string& spec) {
        return document("gateway.networking.k8s.io/v1", "HTTPRoute", "shop", "r", {}, spec);
    };
    const auto gateway = [](const std::string& from) {
        return document("gateway.networking.k8s.io/v1", "Gateway", "edge", "gw", {},
                        "listeners: [{name: http"
                            + (from.empty() ? "" : ", allowedRoutes: {namespaces: {" + from + "}}") + "}]");
    };
    const std::string toEdge = "parentRefs: [{name: gw, namespace: edge}]";
    add("listener for all", gateway("from: All") + route(toEdge), "Exposes edge/gw");
    add("listener for its own namespace", gateway("") + route(toEdge), "Exposes edge/gw NotAllowed");
    const std::string selector = "from: Selector, selector: {matchLabels: {team: a}}";
    add("listener with a selector", gateway(selector) + namespaceObject("shop", "team: a") + route(toEdge),
        "Exposes edge/gw");
    add("listener for others", gateway(selector) + namespaceObject("shop", "team: b") + route(toEdge),
        "Exposes edge/gw NotAllowed");
    add("listener, namespace unknown", gateway(selector) + route(toEdge), "Exposes edge/gw NotInFiles");
    add("no such gateway", gateway("") + route("parentRefs: [{name: other, namespace: edge}]"),
        "Exposes edge/other NoObject");
    add("service as parent", service + route("parentRefs: [{group: '', kind: Service, name: reviews}]"),
        "Exposes shop/reviews");
    add("odd parent", route("parentRefs: [{group: a.example, kind: Thing, name: t}]"), "Exposes shop/t OtherKind");
    // gateway-api, ReferenceGrant
    const auto backends = [&](const std::string& refs) {
        return service + batch + gateway("from: All") + route(toEdge + ", rules: [{backendRefs: [" + refs + "]}]");
    };
    add("backend", backends("{name: reviews, port: 80}"), "Exposes edge/gw; Routes reviews.shop.svc.cluster.local");
    add("backend not there", backends("{name: ratings, port: 80}"),
        "Exposes edge/gw; Routes ratings.shop.svc.cluster.local NoObject");
    add("backend without grant", backends("{name: batch, namespace: jobs, port: 80}"),
        "Exposes edge/gw; Routes batch.jobs.svc.cluster.local NotGranted");
    const std::string grant = document("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "jobs", "g", {},
                                       "from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], "
                                       "to: [{group: '', kind: Service, name: batch}]");
    add("backend with a grant", grant + backends("{name: batch, namespace: jobs, port: 80}"),
        "Exposes edge/gw; Routes batch.jobs.svc.cluster.local");
    add("a grant for another", grant + backends("{name: own, namespace: jobs, port: 80}"),
        "Exposes edge/gw; Routes own.jobs.svc.cluster.local NotGranted");
    add("routes of Services need none",
        service + batch
            + route("parentRefs: [{group: '', kind: Service, name: reviews}], rules: [{backendRefs: [{name: batch, "
                    "namespace: jobs, port: 80}]}]"),
        "Exposes shop/reviews; Routes batch.jobs.svc.cluster.local");
    add("mirror",
        service + gateway("from: All")
            + route(toEdge
                    + ", rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: reviews, "
                      "port: 80}}}]}]"),
        "Exposes edge/gw; Mirrors reviews.shop.svc.cluster.local");
    add("host name",
        entry + gateway("from: All")
            + route(toEdge
                    + ", rules: [{backendRefs: [{group: networking.istio.io, kind: Hostname, name: "
                      "api.example.com, port: 80}]}]"),
        "Exposes edge/gw; Routes api.example.com");
    add("another backend", backends("{group: a.example, kind: Pool, name: p}"),
        "Exposes edge/gw; Routes shop/p OtherKind");

    // argo-rollouts, Istio traffic routing; flagger, Canary; Kubernetes, Ingress
    add("rollout",
        service + virtualService("reviews", "shop", "  hosts: [reviews]\n")
            + document("argoproj.io/v1alpha1", "Rollout", "shop", "r", {},
                       "strategy: {canary: {canaryService: reviews, stableService: stable, trafficRouting: {istio: "
                       "{virtualService: {name: reviews}, destinationRule: {name: d}}}}}"),
        "Routes shop/reviews; Routes shop/stable NoObject; AppliesTo shop/reviews; AppliesTo shop/d NotInFiles");
    add("canary",
        deployment("shop", "web")
            + document("flagger.app/v1beta1", "Canary", "shop", "web", {},
                       "targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, service: {port: 80, gateways: "
                       "[mesh, edge/public]}"),
        "Selects shop/web; Exposes edge/public NotInFiles");
    add("ingress",
        service
            + document("networking.k8s.io/v1", "Ingress", "shop", "i", {},
                       "defaultBackend: {service: {name: reviews}}, rules: [{host: a, http: {paths: [{backend: "
                       "{service: {name: ratings}}}]}}]"),
        "Routes shop/reviews; Routes shop/ratings NoObject");
}

void TestEffectiveReferences::references()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const MeshGraphPtr graph = graphOf(text);
    const effective::MeshView view(graph);
    const auto last = static_cast<ResourceIndex>(graph->resources().size() - 1);
    QCOMPARE(printed(effective::referencesFrom(view, last)), expected);
}

void TestEffectiveReferences::saysWhereItIsWritten()
{
    const MeshGraphPtr graph = graphOf(deployment("shop", "web") + namespaceObject("jobs")
                                       + sidecar("shop", "s",
                                                 "workloadSelector: {labels: {app: web}}, egress: "
                                                 "[{hosts: ['./*']}]")
                                       + destinationRule("shop", "r", "host: a, exportTo: [., jobs]"));
    const effective::MeshView view(graph);
    const auto fromSidecar = effective::referencesFrom(view, named(*graph, "Sidecar", "s"));
    QCOMPARE(fromSidecar.size(), std::size_t(2));
    QCOMPARE(test::printed(fromSidecar[0].element), "Sidecar/shop/s spec.workloadSelector");
    QCOMPARE(fromSidecar[0].to, named(*graph, "Deployment", "web"));
    QCOMPARE(test::printed(fromSidecar[1].element), "Sidecar/shop/s spec.egress[0].hosts[0]");
    QVERIFY(fromSidecar[1].outcome == effective::ReferenceOutcome::Unknown);
    const auto fromRule = effective::referencesFrom(view, named(*graph, "DestinationRule", "r"));
    QCOMPARE(fromRule.size(), std::size_t(2));
    QCOMPARE(test::printed(fromRule[0].element), "DestinationRule/shop/r spec.host");
    QCOMPARE(test::printed(fromRule[1].element), "DestinationRule/shop/r spec.exportTo[1]");
    QCOMPARE(fromRule[1].to, named(*graph, "Namespace", "jobs"));
}

void TestEffectiveReferences::isIndexed()
{
    const MeshGraphPtr graph = graphOf(deployment("shop", "web") + namespaceObject("jobs")
                                       + sidecar("shop", "s",
                                                 "workloadSelector: {labels: {app: web}}, egress: "
                                                 "[{hosts: ['./*']}]")
                                       + destinationRule("shop", "r", "host: a, exportTo: [., jobs]"));
    const effective::MeshView view(graph);
    const effective::ReferenceIndex index(view);
    QCOMPARE(index.all().size(), std::size_t(4));
    QCOMPARE(index.from(named(*graph, "Sidecar", "s")).size(), std::size_t(2));
    QVERIFY(index.from(named(*graph, "Deployment", "web")).empty());
    const auto toPods = index.to(named(*graph, "Deployment", "web"));
    QCOMPARE(toPods.size(), std::size_t(1));
    QCOMPARE(toPods.front()->from, named(*graph, "Sidecar", "s"));
    QVERIFY(toPods.front()->kind == effective::ReferenceKind::Selects);
    const auto toJobs = index.to(named(*graph, "Namespace", "jobs"));
    QCOMPARE(toJobs.size(), std::size_t(1));
    QVERIFY(toJobs.front()->kind == effective::ReferenceKind::ExportsTo);
    QCOMPARE(index.unfound().size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestEffectiveReferences)
#include "tst_effectivereferences.moc"
