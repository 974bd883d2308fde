// SPDX-License-Identifier: Apache-2.0
// What a caller's proxy knows and does: Sidecar, exportTo, ServiceEntry, DestinationRule, faults, redirects, retries.
#include "tests/traffic/rows.h"

#include <QtTest/QTest>

using namespace meshdraft::test;

class TestMeshRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imports_data();
    void imports() { checkRow(); }
    void entries_data();
    void entries() { checkRow(); }
    void destinations_data();
    void destinations() { checkRow(); }
    void actions_data();
    void actions() { checkRow(); }
    void callers_data();
    void callers() { checkRow(); }
};

namespace {

const char* const plain = "routed reviews.shop:80=100";
const char* const external = "location: MESH_EXTERNAL, resolution: DNS, ";

std::string onlyRegistry()
{
    return meshConfig("outboundTrafficPolicy: {mode: REGISTRY_ONLY}");
}

} // namespace

void TestMeshRows::imports_data()
{
    addRows({
        {"exportTo of a Service: none", "Istio annotation networking.istio.io/exportTo: ~ is for nobody",
         exportedService("shop", "hidden", "~", "selector: {app: reviews}, ports: [{port: 80, name: http}]"),
         "web GET http://hidden.shop/", "passthrough hidden.shop:80=100 | step:import.hidden"},
        {"exportTo of a Service: own namespace",
         "Istio annotation networking.istio.io/exportTo: . is the own namespace",
         exportedService("shop", "own", ".", "selector: {app: reviews}, ports: [{port: 80, name: http}]"),
         "other/client GET http://own.shop/", "passthrough own.shop:80=100"},
        {"exportTo of a Service: by name", "Istio annotation networking.istio.io/exportTo: names of namespaces",
         exportedService("shop", "own", "other", "selector: {app: reviews}, ports: [{port: 80, name: http}]"),
         "other/client GET http://own.shop/", "routed own.shop:80=100"},
        {"Sidecar with the own namespace only", "Istio Sidecar, egress.hosts: ./* is the own namespace",
         sidecar("other", "default", "egress: [{hosts: [\"./*\"]}]"), "other/client GET http://reviews.shop/",
         "passthrough reviews.shop:80=100 | step:import.notListed"},
        {"Sidecar that lists the host", "Istio Sidecar, egress.hosts: namespace/dnsName",
         sidecar("other", "default", "egress: [{hosts: [shop/reviews.shop.svc.cluster.local]}]"),
         "other/client GET http://reviews.shop/", "routed reviews.shop:80=100 | step:import.egress"},
        {"Sidecar that lists the namespace", "Istio Sidecar, egress.hosts: namespace/*",
         sidecar("other", "default", "egress: [{hosts: [\"shop/*\"]}]"), "other/client GET http://reviews.shop/",
         plain},
        {"Sidecar that lists any namespace", "Istio Sidecar, egress.hosts: */dnsName",
         sidecar("other", "default", "egress: [{hosts: [\"*/reviews.shop.svc.cluster.local\"]}]"),
         "other/client GET http://reviews.shop/", plain},
        {"Sidecar for other workloads", "Istio Sidecar, workloadSelector: pods with these labels",
         sidecar("other", "s", "workloadSelector: {labels: {app: nobody}}, egress: [{hosts: [\"./*\"]}]"),
         "other/client GET http://reviews.shop/", plain},
        {"Sidecar for this workload goes before the namespace's",
         "Istio Sidecar: one with a selector goes before others",
         sidecar("other", "s", "workloadSelector: {labels: {app: client}}, egress: [{hosts: [\"*/*\"]}]")
             + sidecar("other", "default", "egress: [{hosts: [\"./*\"]}]"),
         "other/client GET http://reviews.shop/", plain},
        {"Sidecar of the root namespace", "Istio Sidecar: one in the root namespace is for namespaces without",
         sidecar("istio-system", "default", "egress: [{hosts: [\"./*\"]}]"), "other/client GET http://reviews.shop/",
         "passthrough reviews.shop:80=100"},
        {"Sidecar without egress", "Istio Sidecar, egress: absent, everything is imported",
         sidecar("other", "default", "ingress: []"), "other/client GET http://reviews.shop/", plain},
        {"REGISTRY_ONLY blocks HTTP", "Istio MeshConfig, REGISTRY_ONLY: unknown hosts are blocked; HTTP gets 502",
         onlyRegistry(), "web GET http://www.example.com/", "blocked 502 -=100 | details=direct_response"},
        {"REGISTRY_ONLY blocks TLS",
         "Istio MeshConfig, REGISTRY_ONLY: unknown hosts are blocked; others see a closed connection", onlyRegistry(),
         "web GET https://www.example.com/", "blocked UH -=100"},
        {"REGISTRY_ONLY and a host that is not imported", "Istio Sidecar, egress: what is not imported is unknown",
         onlyRegistry() + sidecar("other", "default", "egress: [{hosts: [\"./*\"]}]"),
         "other/client GET http://reviews.shop/", "blocked 502 -=100"},
        {"outboundTrafficPolicy of a Sidecar", "Istio Sidecar, outboundTrafficPolicy: goes before the mesh config",
         sidecar("other", "default", "egress: [{hosts: [\"./*\"]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}"),
         "other/client GET http://www.example.com/", "blocked 502 -=100"},
        {"ALLOW_ANY of a Sidecar", "Istio Sidecar, outboundTrafficPolicy: goes before the mesh config",
         onlyRegistry()
             + sidecar("other", "default", "egress: [{hosts: [\"*/*\"]}], outboundTrafficPolicy: {mode: ALLOW_ANY}"),
         "other/client GET http://www.example.com/", "passthrough www.example.com:80=100"},
        {"egress with a port", "Istio Sidecar, IstioEgressListener.port: hosts of that listener only",
         sidecar("other", "default",
                 "egress: [{port: {number: 80, protocol: HTTP, name: http}, hosts: [\"shop/*\"]}, {hosts: "
                 "[\"./*\"]}]"),
         "other/client GET http://reviews.shop/", plain},
        {"egress with another port", "Istio Sidecar, IstioEgressListener.port: hosts of that listener only",
         sidecar("other", "default",
                 "egress: [{port: {number: 81, protocol: HTTP, name: http}, hosts: [\"shop/*\"]}, {hosts: "
                 "[\"./*\"]}]"),
         "other/client GET http://reviews.shop/", "passthrough reviews.shop:80=100"},
        {"HTTP_PROXY takes the port of the Host header",
         "istio httproute.go, BuildSidecarOutboundVirtualHosts: HTTP_PROXY "
         "listeners have the routes of all ports",
         sidecar("shop", "default",
                 "egress: [{port: {number: 15080, protocol: HTTP_PROXY, name: proxy}, bind: 127.0.0.1, "
                 "hosts: [\"*/*\"]}]"),
         "web GET http://x:15080/ host=ratings:9080", "routed ratings.shop:9080=100"},
        {"HTTP_PROXY and no port", "istio httproute.go, mergeAllVirtualHosts: names without port are those of port 80",
         sidecar("shop", "default",
                 "egress: [{port: {number: 15080, protocol: HTTP_PROXY, name: proxy}, bind: 127.0.0.1, "
                 "hosts: [\"*/*\"]}]"),
         "web GET http://x:15080/ host=reviews", plain},
        {"a VirtualService that is not imported", "Istio Sidecar, egress.hosts: VirtualServices too",
         sidecar("shop", "default", "egress: [{hosts: [\"./*\"]}]")
             + virtualService("other/r",
                              "hosts: [reviews.shop.svc.cluster.local], http: [{route: [{destination: {host: "
                              "reviews.shop.svc.cluster.local, subset: v1}}]}]"),
         "web GET http://reviews/", plain},
        {"a destination that is not imported",
         "Istio FAQ, cluster of a route: built for all services of the destination",
         http({"route: [{destination: {host: payments.other.svc.cluster.local}}]"}), "web GET http://reviews/",
         "routed payments.other:80=100"},
        {"a destination that is hidden", "Envoy response flags, NC: the proxy has no such cluster",
         exportedService("other", "secret", ".", "selector: {app: payments}, ports: [{port: 80, name: http}]")
             + http({"route: [{destination: {host: secret.other.svc.cluster.local}}]"}),
         "web GET http://reviews/", "no_cluster NC 503 secret.other:80=100 | step:cluster.hidden"},
    });
}

void TestMeshRows::entries_data()
{
    const auto entry = [](const std::string& spec) { return serviceEntry("shop", "e", spec); };
    addRows({
        {"HTTP host", "Istio ServiceEntry, hosts: known to sidecars by the Host header",
         entry("hosts: [api.example.com], " + std::string(external)
               + "ports: [{number: 80, name: http, protocol: HTTP}]"),
         "web GET http://api.example.com/", "routed api.example.com:80=100 | step:endpoints.external"},
        {"HTTP host under REGISTRY_ONLY", "Istio Egress, Access external services: a ServiceEntry makes the host known",
         onlyRegistry()
             + entry("hosts: [api.example.com], " + std::string(external)
                     + "ports: [{number: 80, name: http, protocol: HTTP}]"),
         "web GET http://api.example.com/", "routed api.example.com:80=100"},
        {"another port under REGISTRY_ONLY", "Istio ServiceEntry, ports: those only",
         onlyRegistry()
             + entry("hosts: [api.example.com], " + std::string(external)
                     + "ports: [{number: 80, name: http, protocol: HTTP}]"),
         "web GET http://api.example.com:8080/", "blocked UH -=100"},
        {"TLS by SNI", "Istio ServiceEntry, protocol TLS: routed by SNI",
         onlyRegistry()
             + entry("hosts: [api.example.com], " + std::string(external)
                     + "ports: [{number: 443, name: tls, protocol: TLS}]"),
         "web GET https://api.example.com/", "routed api.example.com:443=100"},
        {"TLS with another SNI", "Istio ServiceEntry, protocol TLS: routed by SNI",
         onlyRegistry()
             + entry("hosts: [api.example.com], " + std::string(external)
                     + "ports: [{number: 443, name: tls, protocol: TLS}]"),
         "web GET https://www.example.com/", "blocked UH -=100"},
        {"wildcard host", "Istio ServiceEntry, hosts: may begin with *.",
         onlyRegistry()
             + entry("hosts: [\"*.example.com\"], location: MESH_EXTERNAL, ports: [{number: 80, name: http, protocol: "
                     "HTTP}]"),
         "web GET http://api.example.com/", "routed *.example.com:80=100"},
        {"wildcard host is not the bare name", "Istio ServiceEntry, hosts: *.example.com does not cover example.com",
         onlyRegistry()
             + entry("hosts: [\"*.example.com\"], location: MESH_EXTERNAL, ports: [{number: 80, name: http, protocol: "
                     "HTTP}]"),
         "web GET http://example.com/", "blocked 502 -=100"},
        {"TCP by address", "Istio ServiceEntry, addresses: TCP is matched by destination address",
         entry("hosts: [db.example], addresses: [10.8.0.1], location: MESH_EXTERNAL, ports: [{number: 5432, name: tcp, "
               "protocol: "
               "TCP}]"),
         "web tcp://10.8.0.1:5432", "routed db.example:5432=100"},
        {"TCP in a CIDR", "Istio ServiceEntry, addresses: CIDR prefixes",
         entry("hosts: [db.example], addresses: [10.8.0.0/16], location: MESH_EXTERNAL, ports: [{number: 5432, name: "
               "tcp, "
               "protocol: TCP}]"),
         "web tcp://10.8.3.4:5432", "routed db.example:5432=100"},
        {"TCP outside of the CIDR", "Istio ServiceEntry, addresses: CIDR prefixes",
         onlyRegistry()
             + entry("hosts: [db.example], addresses: [10.8.0.0/16], location: MESH_EXTERNAL, ports: [{number: 5432, "
                     "name: tcp, "
                     "protocol: TCP}]"),
         "web tcp://10.9.3.4:5432", "blocked UH -=100"},
        {"TCP without address takes the port", "Istio ServiceEntry, addresses: without them the port alone is matched",
         entry("hosts: [db.example], location: MESH_EXTERNAL, ports: [{number: 5432, name: tcp, protocol: TCP}]"),
         "web tcp://10.9.3.4:5432", "routed db.example:5432=100"},
        {"of another namespace, not exported", "Istio ServiceEntry, exportTo: . is the own namespace",
         serviceEntry("other", "e",
                      "hosts: [api.example.com], exportTo: [\".\"], location: MESH_EXTERNAL, ports: [{number: 80, "
                      "name: http, protocol: HTTP}]"),
         "web GET http://api.example.com/", "passthrough api.example.com:80=100"},
        {"WorkloadEntry with an account",
         "istio serviceentry/conversion.go, tlsMode: a service account stands for a proxy",
         entry("hosts: [vm.example], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, "
               "protocol: "
               "HTTP}], workloadSelector: {labels: {app: vm}}")
             + document("networking.istio.io/v1", "WorkloadEntry", "shop", "vm-1", {},
                        "address: 10.0.0.9, labels: {app: vm}, serviceAccount: vm"),
         "web GET http://vm.example/", "routed vm.example:80=100 | servers=vm-1=routed | step:inbound.mutual"},
        {"WorkloadEntry and its policies", "Istio WorkloadEntry, labels: policies select them as pods",
         entry("hosts: [vm.example], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, "
               "protocol: "
               "HTTP}], workloadSelector: {labels: {app: vm}}")
             + document("networking.istio.io/v1", "WorkloadEntry", "shop", "vm-1", {},
                        "address: 10.0.0.9, labels: {app: vm}, serviceAccount: vm")
             + authorization("d", "selector: {matchLabels: {app: vm}}, action: DENY, rules: [{}]"),
         "web GET http://vm.example/", "denied 403 vm.example:80=100"},
        {"a Service selects WorkloadEntries", "Istio Virtual machines: a Service may select pods and WorkloadEntries",
         exportedService("shop", "vms", {}, "selector: {app: vm}, ports: [{port: 80, name: http}]")
             + document("networking.istio.io/v1", "WorkloadEntry", "shop", "vm-1", {},
                        "address: 10.0.0.9, labels: {app: vm}, serviceAccount: vm"),
         "web GET http://vms/", "routed vms.shop:80=100 | servers=vm-1=routed"},
        {"no WorkloadEntry of these labels", "Envoy response flags, UH: no healthy upstream",
         entry("hosts: [vm.example], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, "
               "protocol: "
               "HTTP}], workloadSelector: {labels: {app: vm}}"),
         "web GET http://vm.example/", "no_endpoints UH 503 vm.example:80=100 | details=no_healthy_upstream"},
        {"subsets of endpoints", "Istio ServiceEntry, endpoints.labels: subsets select them",
         entry("hosts: [vm.example], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, "
               "protocol: "
               "HTTP}], endpoints: [{address: 10.0.0.1, labels: {version: a}}]")
             + destinationRule("shop", "vm",
                               "host: vm.example, subsets: [{name: a, labels: {version: a}}, {name: b, labels: "
                               "{version: b}}]")
             + http({"route: [{destination: {host: vm.example, subset: a}, weight: 1}, {destination: {host: "
                     "vm.example, subset: "
                     "b}, weight: 1}]"}),
         "web GET http://reviews/", "mixed routed vm.example:80/a=50 no_endpoints UH 503 vm.example:80/b=50"},
        {"ExternalName of a Service", "istio route.go, GetDestinationCluster: an alias goes to what it stands for",
         document("v1", "Service", "shop", "alias", {},
                  "type: ExternalName, externalName: reviews.shop.svc.cluster.local"),
         "web GET http://alias/", plain},
        {"rules for an ExternalName",
         "istio sidecar_simulation_test.go, TestExternalNameServices: for its full name only",
         document("v1", "Service", "shop", "alias", {},
                  "type: ExternalName, externalName: reviews.shop.svc.cluster.local")
             + virtualService("alias", "hosts: [alias.shop.svc.cluster.local], http: [{" + to("v1") + "}]"),
         "web GET http://alias.shop.svc.cluster.local/", "routed reviews.shop:80/v1=100"},
        {"rules for an ExternalName and a short name",
         "istio sidecar_simulation_test.go, TestExternalNameServices: for its "
         "full name only",
         document("v1", "Service", "shop", "alias", {},
                  "type: ExternalName, externalName: reviews.shop.svc.cluster.local")
             + virtualService("alias", "hosts: [alias.shop.svc.cluster.local], http: [{" + to("v1") + "}]"),
         "web GET http://alias.shop/", plain},
        {"ExternalName of an unknown host",
         "istio cluster.go, buildOutboundClusters: an alias has no cluster of its own",
         document("v1", "Service", "shop", "alias", {}, "type: ExternalName, externalName: www.example.com"),
         "web GET http://alias/", "passthrough alias.shop:80=100"},
        {"a route to an ExternalName", "istio route.go, GetDestinationCluster: an alias goes to what it stands for",
         document("v1", "Service", "shop", "alias", {},
                  "type: ExternalName, externalName: payments.other.svc.cluster.local")
             + http({"route: [{destination: {host: alias}}]"}),
         "web GET http://reviews/", "routed payments.other:80=100"},
        {"headless", "Istio Traffic routing, headless services: HTTP is routed by the Host header all the same",
         exportedService("shop", "peers", {},
                         "clusterIP: None, selector: {app: reviews}, ports: [{port: 80, name: http}]"),
         "web GET http://peers/", "routed peers.shop:80=100"},
        {"a pod of a headless service", "istio httproute.go, generateVirtualHostDomains: *.HOST for headless services",
         exportedService("shop", "peers", {},
                         "clusterIP: None, selector: {app: reviews}, ports: [{port: 80, name: http}]"),
         "web GET http://reviews-0.peers.shop.svc.cluster.local/", "routed peers.shop:80=100"},
    });
}

void TestMeshRows::destinations_data()
{
    const std::string toV1 = http({to("v1")});
    addRows({
        {"subsets of two rules are merged",
         "Istio DestinationRule best practices, Split: subsets of one host are merged",
         destinationRule("shop", "more", "host: reviews, subsets: [{name: old, labels: {version: v1}}]")
             + http({to("old")}),
         "web GET http://reviews/", "routed reviews.shop:80/old=100"},
        {"the caller's namespace goes before the service's",
         "Istio DestinationRule, lookup: client, service, root namespace",
         destinationRule("other", "own", "host: reviews.shop.svc.cluster.local, trafficPolicy: {tls: {mode: DISABLE}}"),
         "other/client GET http://reviews.shop/", "routed reviews.shop:80=100 | wire=plaintext"},
        {"then its subsets are all there are",
         "Istio DestinationRule, lookup: the first namespace with a rule ends the search",
         destinationRule("other", "own", "host: reviews.shop.svc.cluster.local") + toV1,
         "other/client GET http://reviews.shop/", "no_subset NC 503 reviews.shop:80/v1=100"},
        {"the root namespace comes last", "Istio DestinationRule, lookup: client, service, root namespace",
         destinationRule("istio-system", "all", "host: \"*.cluster.local\", trafficPolicy: {tls: {mode: DISABLE}}"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | wire=mtls"},
        {"the root namespace where nobody else has one",
         "Istio DestinationRule, lookup: client, service, root namespace",
         destinationRule("istio-system", "all", "host: \"*.cluster.local\", trafficPolicy: {tls: {mode: DISABLE}}"),
         "web GET http://ratings:9080/", "routed ratings.shop:9080=100 | wire=plaintext"},
        {"a rule that is not exported", "Istio DestinationRule, exportTo: . is the own namespace",
         destinationRule("other", "p", "host: payments, exportTo: [\".\"], trafficPolicy: {tls: {mode: DISABLE}}"),
         "web GET http://payments.other/", "routed payments.other:80=100 | wire=mtls"},
        {"a wildcard rule", "Istio DestinationRule, host: wildcards",
         destinationRule("other", "p",
                         "host: \"*.other.svc.cluster.local\", "
                         "trafficPolicy: {tls: {mode: DISABLE}}"),
         "web GET http://payments.other/", "routed payments.other:80=100 | wire=plaintext"},
        {"an exact rule before a wildcard", "Istio DestinationRule, host: the most specific one",
         destinationRule("other", "w", "host: \"*.other.svc.cluster.local\", trafficPolicy: {tls: {mode: DISABLE}}")
             + destinationRule("other", "p", "host: payments, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}"),
         "web GET http://payments.other/", "routed payments.other:80=100 | wire=mtls"},
        {"TLS of a subset", "Istio DestinationRule, Subset.trafficPolicy: overrides that of the rule",
         destinationRule("other", "p",
                         "host: payments, trafficPolicy: {tls: {mode: DISABLE}}, subsets: [{name: s, labels: {app: "
                         "payments}, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}]")
             + virtualService("other/p",
                              "hosts: [payments], http: [{route: [{destination: {host: payments, subset: s}}]}]"),
         "web GET http://payments.other/", "routed payments.other:80/s=100 | wire=mtls"},
        {"MUTUAL", "Istio DestinationRule, MUTUAL: TLS with certificates of its own",
         serviceEntry("shop", "e",
                      "hosts: [api.example.com], location: MESH_EXTERNAL, resolution: DNS, ports: [{number: 80, name: "
                      "http, protocol: HTTP}]")
             + destinationRule("shop", "e", "host: api.example.com, trafficPolicy: {tls: {mode: MUTUAL}}"),
         "web GET http://api.example.com/", "routed api.example.com:80=100 | wire=tls"},
        {"rules with a workloadSelector", "Istio DestinationRule, workloadSelector: for callers with these labels",
         destinationRule("shop", "sel",
                         "host: reviews.shop.svc.cluster.local, workloadSelector: {matchLabels: {app: web}}, "
                         "trafficPolicy: {tls: {mode: DISABLE}}"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | wire=plaintext"},
        {"a subset of no rule", "Envoy response flags, NC: upstream cluster not found",
         virtualService("other/p", "hosts: [payments], http: [{route: [{destination: {host: payments, subset: s}}]}]"),
         "web GET http://payments.other/", "no_subset NC 503 payments.other:80/s=100 | details=cluster_not_found"},
        {"a port that the service does not have", "Envoy response flags, NC: upstream cluster not found",
         http({"route: [{destination: {host: reviews, port: {number: 81}}}]"}), "web GET http://reviews/",
         "no_cluster NC 503 reviews.shop:81=100"},
    });
}

void TestMeshRows::actions_data()
{
    const std::string route = ", " + to("v1");
    const char* const v1 = "routed reviews.shop:80/v1=100";
    addRows({
        {"abort", "Istio HTTPFaultInjection.Abort: percentage of requests get httpStatus",
         http({"fault: {abort: {httpStatus: 503, percentage: {value: 100}}}" + route}), "web GET http://reviews/",
         "aborted FI 503 -=100 | details=fault_filter_abort"},
        {"abort of a part", "Istio HTTPFaultInjection.Abort: percentage of requests get httpStatus",
         http({"fault: {abort: {httpStatus: 400, percentage: {value: 0.1}}}" + route}), "web GET http://reviews/",
         "mixed aborted FI 400 -=0.1 routed reviews.shop:80/v1=99.9"},
        {"abort without percentage", "istio route.go, TranslateFault: without percentage Envoy's default of 0 holds",
         http({"fault: {abort: {httpStatus: 400}}" + route}), "web GET http://reviews/", v1},
        {"delay", "Istio HTTPFaultInjection.Delay: the request goes on afterwards",
         http({"fault: {delay: {fixedDelay: 5s, percentage: {value: 100}}}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | step:route.delay"},
        {"delay without percentage", "Istio HTTPFaultInjection.Delay.percentage: unspecified, no request is delayed",
         http({"fault: {delay: {fixedDelay: 5s}}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | !step:route.delay"},
        {"redirect", "Istio HTTPRedirect.redirectCode: 301 where it is absent", http({"redirect: {uri: /new}"}),
         "web GET http://reviews/", "redirected 301 -=100"},
        {"redirect with a code", "Istio HTTPRedirect.redirectCode: 302, 307, ...",
         http({"redirect: {authority: x.example, redirectCode: 307}"}), "web GET http://reviews/",
         "redirected 307 -=100"},
        {"direct response", "Istio HTTPDirectResponse.status: answered by the proxy",
         http({"directResponse: {status: 418}"}), "web GET http://reviews/",
         "direct_response 418 -=100 | details=direct_response"},
        {"rewrite", "Istio HTTPRewrite: path and authority are changed before the request goes on",
         http({matchTo("uri: {prefix: /a}", "v1") + ", rewrite: {uri: /b, authority: x.example}"}),
         "web GET http://reviews/a", "routed reviews.shop:80/v1=100 | step:route.rewrite"},
        {"mirror", "Istio HTTPRoute.mirror: a copy goes to another destination, its answer is ignored",
         http({"mirror: {host: reviews, subset: v2}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | mirrors=reviews.shop:80/v2=100"},
        {"mirror of a part", "Istio HTTPRoute.mirrorPercentage: percentage of requests that are copied",
         http({"mirror: {host: ratings, port: {number: 9080}}, mirrorPercentage: {value: 10}" + route}),
         "web GET http://reviews/", "routed reviews.shop:80/v1=100 | mirrors=ratings.shop:9080=10"},
        {"mirror of nothing", "istio route.go, MirrorPercent: zero percent mirrors nothing",
         http({"mirror: {host: reviews, subset: v2}, mirrorPercentage: {value: 0}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | mirrors="},
        {"several mirrors", "Istio HTTPRoute.mirrors: each with its percentage",
         http({"mirrors: [{destination: {host: reviews, subset: v2}, percentage: {value: 5}}, {destination: {host: "
               "reviews, "
               "subset: v3}}]"
               + route}),
         "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | mirrors=reviews.shop:80/v2=5 reviews.shop:80/v3=100"},
        {"no timeout by default", "Istio HTTPRoute.timeout: disabled by default", http({to("v1")}),
         "web GET http://reviews/", "routed reviews.shop:80/v1=100 | timeout= | retries=2 | worst=0"},
        {"retries of Istio's own route",
         "istio route.go, BuildDefaultHTTPOutboundRoute: two retries by default",
         {},
         "web GET http://reviews/",
         "routed reviews.shop:80=100 | timeout= | retries=2"},
        {"timeout", "Istio HTTPRoute.timeout: of the whole request", http({"timeout: 3s" + route}),
         "web GET http://reviews/", "routed reviews.shop:80/v1=100 | timeout=3s | retries=2 | worst=3"},
        {"timeout 0s", "istio route.go, setTimeout: 0 switches it off", http({"timeout: 0s" + route}),
         "web GET http://reviews/", "routed reviews.shop:80/v1=100 | timeout="},
        {"retries", "Istio HTTPRetry: attempts after the first one, each with perTryTimeout",
         http({"retries: {attempts: 3, perTryTimeout: 2s, retryOn: 5xx}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | retries=3 | pertry=2s | retryon=5xx | worst=8"},
        {"retries within the timeout", "Envoy RouteAction.timeout: includes all retries",
         http({"timeout: 5s, retries: {attempts: 3, perTryTimeout: 2s}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | worst=5"},
        {"no retries", "Istio HTTPRetry.attempts: 0 disables them",
         http({"retries: {attempts: 0, perTryTimeout: 2s}" + route}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | retries=0 | pertry="},
        {"retries of the mesh", "Istio MeshConfig, defaultHttpRetryPolicy: where a route has none",
         meshConfig("defaultHttpRetryPolicy: {attempts: 0}") + http({to("v1")}), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 | retries=0"},
    });
}

void TestMeshRows::callers_data()
{
    addRows({
        {"without a sidecar no rule counts", "Istio Architecture: routes are applied by the caller's proxy",
         http({to("v1")}), "legacy/jobs GET http://reviews.shop/", "routed reviews.shop:80=100 | step:caller.noProxy"},
        {"from outside", "Istio Architecture: routes are applied by the caller's proxy", http({to("v1")}),
         "outside GET http://reviews.shop.svc.cluster.local/", "routed reviews.shop:80=100 | wire=plaintext"},
        {"some pod of a namespace", "Istio Sidecar injection: pods of the namespace have the proxy", http({to("v1")}),
         "ns:other GET http://reviews.shop/", "routed reviews.shop:80/v1=100"},
        {"an ambient caller", "Istio Ambient: ztunnel and waypoints handle its traffic; not modelled",
         namespaceObject("amb", "istio.io/dataplane-mode: ambient") + deployment("amb", "app"),
         "amb/app GET http://reviews.shop/", "unknown -=100 ?"},
        {"an ambient server", "Istio Ambient: ztunnel and waypoints handle its traffic; not modelled",
         namespaceObject("amb", "istio.io/dataplane-mode: ambient") + deployment("amb", "app")
             + exportedService("amb", "app", {}, "selector: {app: app}, ports: [{port: 80, name: http}]"),
         "web GET http://app.amb/", "unknown app.amb:80=100 ?"},
        {"a namespace that is not in the files",
         "Meshdraft, caller.proxyAssumed: labels of the namespace decide on the proxy",
         deployment("nowhere", "app") + http({to("v1")}), "nowhere/app GET http://reviews.shop/",
         "routed reviews.shop:80/v1=100 ?"},
        {"nobody of that name",
         "Meshdraft, caller.notFound: nothing can be said",
         {},
         "shop/ghost GET http://reviews/",
         "unknown -=100 ?"},
        {"a service whose pods are not in the files",
         "Meshdraft, endpoints.notInFiles: no workload of the namespace is there",
         exportedService("far", "away", {}, "selector: {app: away}, ports: [{port: 80, name: http}]"),
         "web GET http://away.far/", "routed away.far:80=100 ?"},
        {"an EnvoyFilter", "Istio EnvoyFilter: patches are not interpreted",
         document("networking.istio.io/v1alpha3", "EnvoyFilter", "shop", "f", {},
                  "configPatches: [{applyTo: HTTP_FILTER, match: {context: SIDECAR_OUTBOUND}, patch: {operation: "
                  "INSERT_BEFORE}}]"),
         "web GET http://reviews/", "routed reviews.shop:80=100 ? | step:extension.envoyFilter"},
    });
}

QTEST_APPLESS_MAIN(TestMeshRows)
#include "tst_meshrows.moc"
