// SPDX-License-Identifier: Apache-2.0
// What gateways do to a request: Istio's Gateways, Ingresses, and the Gateway API at gateways and in the mesh.
#include "tests/traffic/rows.h"

#include <QtTest/QTest>

using namespace meshdraft::test;

class TestGatewayRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servers_data();
    void servers() { checkRow(); }
    void routes_data();
    void routes() { checkRow(); }
    void ingresses_data();
    void ingresses() { checkRow(); }
    void gatewayApi_data();
    void gatewayApi() { checkRow(); }
    void meshRoutes_data();
    void meshRoutes() { checkRow(); }
};

namespace {

const char* const routed = "routed reviews.shop:80=100";

std::string edge(const std::string& servers)
{
    return gateway("edge", "selector: {istio: ingressgateway}, servers: [" + servers + "]");
}

std::string server(const std::string& port, const std::string& hosts, const std::string& more = {})
{
    return "{port: {" + port + "}, hosts: [" + hosts + "]" + (more.empty() ? "" : ", " + more) + "}";
}

const std::string httpPort = "number: 80, name: http, protocol: HTTP";
const std::string httpsPort = "number: 443, name: https, protocol: HTTPS";
const std::string simpleTls = "tls: {mode: SIMPLE, credentialName: c}";

/// A VirtualService of the gateway "edge".
std::string site(const std::string& name, const std::string& hosts, const std::string& rules)
{
    return virtualService(name, "hosts: [" + hosts + "], gateways: [shop/edge], http: [" + rules + "]");
}

const std::string toReviews = "{route: [{destination: {host: reviews.shop.svc.cluster.local}}]}";
const std::string plainEdge = edge(server(httpPort, "\"*\""));

std::string api(const std::string& kind, const std::string& name, const std::string& spec)
{
    const auto slash = name.find('/');
    const std::string ns = slash == std::string::npos ? "shop" : name.substr(0, slash);
    return document("gateway.networking.k8s.io/v1", kind, ns,
                    slash == std::string::npos ? name : name.substr(slash + 1), {}, spec);
}

std::string listener(const std::string& more)
{
    return api("Gateway", "gw", "gatewayClassName: istio, listeners: [" + more + "]");
}

const std::string httpListener = "{name: http, port: 80, protocol: HTTP}";

std::string route(const std::string& name, const std::string& rules, const std::string& more = {})
{
    return api("HTTPRoute", name, "parentRefs: [{name: gw, namespace: shop}], " + more + "rules: [" + rules + "]");
}

const std::string backend = "backendRefs: [{name: reviews, port: 80}]";
const std::string other = "backendRefs: [{name: ratings, port: 9080}]";

} // namespace

void TestGatewayRows::servers_data()
{
    addRows({
        {"HTTP server", "Istio Gateway, Server: a port, its hosts and their protocol",
         plainEdge + site("s", "\"*\"", toReviews), "gw:edge GET http://www.example.com/", routed},
        {"nothing listens", "Istio Gateway, servers: only the ports that are listed",
         plainEdge + site("s", "\"*\"", toReviews), "gw:edge GET http://www.example.com:8080/", "no_listener -=100"},
        {"no VirtualService", "istio gateway.go, blackhole virtual host: without routes the port answers 404",
         plainEdge, "gw:edge GET http://www.example.com/", "no_route NR 404 -=100"},
        {"a host of the server", "Istio Gateway, Server.hosts: hosts exposed",
         edge(server(httpPort, "www.example.com")) + site("s", "www.example.com", toReviews),
         "gw:edge GET http://www.example.com/", routed},
        {"another host", "Envoy response flags, NR: no virtual host, 404",
         edge(server(httpPort, "www.example.com")) + site("s", "www.example.com", toReviews),
         "gw:edge GET http://api.example.com/", "no_virtual_host NR 404 -=100"},
        {"TLS to a plain port", "Envoy HTTP connection manager: TLS bytes are no HTTP",
         plainEdge + site("s", "\"*\"", toReviews), "gw:edge GET https://www.example.com:80/",
         "protocol_mismatch -=100"},
        {"SIMPLE", "Istio Gateway, ServerTLSSettings SIMPLE: TLS ends at the gateway",
         edge(server(httpsPort, "www.example.com", simpleTls)) + site("s", "www.example.com", toReviews),
         "gw:edge GET https://www.example.com/", routed},
        {"another SNI", "Istio Gateway, SIMPLE: the chain is chosen by SNI",
         edge(server(httpsPort, "www.example.com", simpleTls)) + site("s", "www.example.com", toReviews),
         "gw:edge GET https://api.example.com/", "no_filter_chain -=100"},
        {"plain HTTP to TLS", "Istio Gateway, SIMPLE: TLS is needed",
         edge(server(httpsPort, "\"*\"", simpleTls)) + site("s", "\"*\"", toReviews),
         "gw:edge GET http://www.example.com:443/", "tls_mismatch -=100"},
        {"PASSTHROUGH", "Istio Gateway, PASSTHROUGH: routed by SNI, TLS goes on",
         edge(server("number: 443, name: tls, protocol: TLS", "www.example.com", "tls: {mode: PASSTHROUGH}"))
             + exportedService("shop", "vault", {}, "selector: {app: reviews}, ports: [{port: 443, name: tls}]")
             + virtualService("s",
                              "hosts: [www.example.com], gateways: [shop/edge], tls: [{match: [{sniHosts: "
                              "[www.example.com]}], route: [{destination: {host: vault.shop.svc.cluster.local}}]}]"),
         "gw:edge GET https://www.example.com/", "routed vault.shop:443=100"},
        {"PASSTHROUGH without a route", "Istio Gateway, PASSTHROUGH: without a TLS route nothing takes the connection",
         edge(server("number: 443, name: tls, protocol: TLS", "www.example.com", "tls: {mode: PASSTHROUGH}")),
         "gw:edge GET https://www.example.com/", "no_filter_chain -=100"},
        {"AUTO_PASSTHROUGH", "Istio Gateway, AUTO_PASSTHROUGH: SNI names the service; no file lists those",
         edge(server("number: 15443, name: tls, protocol: TLS", "\"*.local\"", "tls: {mode: AUTO_PASSTHROUGH}")),
         "gw:edge GET https://x:15443/ sni=outbound_.80_._.reviews.shop.svc.cluster.local",
         "unknown -=100 ? | step:server.autoPassthrough"},
        {"httpsRedirect", "Istio Gateway, httpsRedirect: 301 for plain HTTP",
         edge(server(httpPort, "www.example.com", "tls: {httpsRedirect: true}"))
             + site("s", "www.example.com", toReviews),
         "gw:edge GET http://www.example.com/", "redirected 301 -=100"},
        {"TCP server", "Istio Gateway, protocol TCP: TCP routes",
         edge(server("number: 3306, name: tcp, protocol: TCP", "\"*\""))
             + virtualService("s",
                              "hosts: [\"*\"], gateways: [shop/edge], tcp: [{route: [{destination: {host: "
                              "db.shop.svc.cluster.local}}]}]"),
         "gw:edge tcp://db.example:3306", "routed db.shop:3306=100"},
        {"two protocols on one port",
         "istio gateway.go, MergeGateways: the older server stays, one that does not fit is left out",
         edge(server("number: 80, name: tcp, protocol: TCP", "\"*\""))
             + gateway("zzz", "selector: {istio: ingressgateway}, servers: [" + server(httpPort, "\"*\"") + "]")
             + virtualService("s", "hosts: [\"*\"], gateways: [shop/zzz], http: [" + toReviews + "]"),
         "gw:edge GET http://www.example.com/", "no_filter_chain -=100 | step:server.conflict"},
        {"a gateway of other pods", "Istio Gateway, selector: pods that have these labels",
         plainEdge
             + gateway("internal",
                       "selector: {istio: internal}, servers: ["
                           + server("number: 8080, name: http, protocol: HTTP", "\"*\"") + "]"),
         "gw:edge GET http://www.example.com:8080/", "no_listener -=100"},
        {"a host for one namespace",
         "Istio Gateway, Server.hosts: namespace/host lets VirtualServices of that namespace in",
         edge(server(httpPort, "other/www.example.com")) + site("s", "www.example.com", toReviews),
         "gw:edge GET http://www.example.com/", "no_route NR 404 -=100"},
        {"a host for this namespace", "Istio Gateway, Server.hosts: ./host is the gateway's namespace",
         edge(server(httpPort, "./www.example.com")) + site("s", "www.example.com", toReviews),
         "gw:edge GET http://www.example.com/", routed},
    });
}

void TestGatewayRows::routes_data()
{
    const auto part = [](const std::string& prefix, const std::string& subset) {
        return "{match: [{uri: {prefix: " + prefix
            + "}}], route: [{destination: {host: reviews.shop.svc.cluster.local, subset: " + subset + "}}]}";
    };
    const auto jwt = requestAuthentication("istio-system/jwt",
                                           "selector: {matchLabels: {istio: ingressgateway}}, jwtRules: "
                                           "[{issuer: https://issuer.example}]");
    addRows({
        {"two VirtualServices of a host are merged",
         "Istio Traffic management best practices, Split large virtual services: "
         "merged on gateways",
         plainEdge + site("a", "www.example.com", part("/a", "v1")) + site("b", "www.example.com", part("/b", "v2")),
         "gw:edge GET http://www.example.com/b", "routed reviews.shop:80/v2=100"},
        {"a catch-all comes last", "istio route.go, SortVHostRoutes: routes that take everything are moved to the end",
         plainEdge + site("a", "www.example.com", part("/", "v1")) + site("b", "www.example.com", part("/b", "v2")),
         "gw:edge GET http://www.example.com/b", "routed reviews.shop:80/v2=100"},
        {"what stands behind a catch-all is lost",
         "istio route.go, BuildHTTPRoutesForVirtualService: reading stops at a route "
         "that takes everything",
         plainEdge
             + site(
                 "a", "www.example.com",
                 "{match: [{port: 80}], route: [{destination: {host: reviews.shop.svc.cluster.local, subset: v1}}]}, "
                     + part("/b", "v2")),
         "gw:edge GET http://www.example.com/b", "routed reviews.shop:80/v1=100"},
        {"the longest host wins", "Envoy VirtualHost.domains: exact, then the longest wildcard",
         plainEdge + site("a", "\"*.example.com\"", part("/", "v1")) + site("b", "www.example.com", part("/", "v2")),
         "gw:edge GET http://www.example.com/", "routed reviews.shop:80/v2=100"},
        {"no fall-back to a shorter host", "Envoy route matching: one virtual host is chosen, then its routes",
         plainEdge + site("a", "\"*.example.com\"", part("/", "v1")) + site("b", "www.example.com", part("/b", "v2")),
         "gw:edge GET http://www.example.com/", "no_route NR 404 -=100"},
        {"of another namespace", "Istio VirtualService, gateways: namespace/name",
         plainEdge
             + virtualService("other/s", "hosts: [www.example.com], gateways: [shop/edge], http: [" + toReviews + "]"),
         "gw:edge GET http://www.example.com/", routed},
        {"a bare gateway name", "Istio VirtualService, gateways: without namespace that of the VirtualService",
         plainEdge + virtualService("other/s", "hosts: [www.example.com], gateways: [edge], http: [" + toReviews + "]"),
         "gw:edge GET http://www.example.com/", "no_route NR 404 -=100"},
        {"for the mesh only", "Istio VirtualService, gateways: absent, it is for the mesh only",
         plainEdge + virtualService("s", "hosts: [www.example.com], http: [" + toReviews + "]"),
         "gw:edge GET http://www.example.com/", "no_route NR 404 -=100"},
        {"not exported to the gateway", "Istio VirtualService, exportTo: the gateway's pods must see it",
         plainEdge
             + virtualService(
                 "s", "exportTo: [\".\"], hosts: [www.example.com], gateways: [shop/edge], http: [" + toReviews + "]"),
         "gw:edge GET http://www.example.com/", "no_route NR 404 -=100"},
        {"the only port of a host", "istio route.go, GetDestinationCluster: gateways take the host's only port",
         plainEdge + site("s", "\"*\"", "{route: [{destination: {host: ratings.shop.svc.cluster.local}}]}"),
         "gw:edge GET http://www.example.com/", "routed ratings.shop:9080=100 | wire=mtls"},
        {"JWT claims choose the route", "Istio JWT claim based routing: @request.auth.claims in headers, on gateways",
         plainEdge + jwt
             + site(
                 "s", "\"*\"",
                 "{match: [{headers: {\"@request.auth.claims.group\": {exact: admin}}}], route: [{destination: {host: "
                 "reviews.shop.svc.cluster.local, subset: v2}}]}, "
                     + part("/", "v1")),
         "gw:edge GET http://www.example.com/ jwt=https://issuer.example|ann claim:group=admin",
         "routed reviews.shop:80/v2=100"},
        {"JWT claims that nobody checks", "Istio JWT claim based routing: needs RequestAuthentication at the gateway",
         plainEdge
             + site(
                 "s", "\"*\"",
                 "{match: [{headers: {\"@request.auth.claims.group\": {exact: admin}}}], route: [{destination: {host: "
                 "reviews.shop.svc.cluster.local, subset: v2}}]}, "
                     + part("/", "v1")),
         "gw:edge GET http://www.example.com/ jwt=https://issuer.example|ann claim:group=admin",
         "routed reviews.shop:80/v1=100"},
        {"a token is checked at the gateway", "Istio RequestAuthentication: on gateways as on workloads",
         plainEdge + jwt + site("s", "\"*\"", toReviews),
         "gw:edge GET http://www.example.com/ jwt=https://other.example|ann", "unauthenticated 401 -=100"},
        {"denied at the gateway", "Istio AuthorizationPolicy, selector: gateways have labels too",
         plainEdge + site("s", "\"*\"", toReviews)
             + authorization("istio-system/d",
                             "selector: {matchLabels: {istio: ingressgateway}}, action: DENY, rules: [{to: "
                             "[{operation: {paths: [\"/admin*\"]}}]}]"),
         "gw:edge GET http://www.example.com/admin/x", "denied 403 -=100"},
        {"the gateway's identity at the server", "Istio AuthorizationPolicy, principals: of the proxy that calls",
         plainEdge + site("s", "\"*\"", toReviews)
             + authorization("a",
                             "rules: [{from: [{source: {principals: [cluster.local/ns/istio-system/sa/ingress]}}]}]"),
         "gw:edge GET http://www.example.com/", routed},
        {"ports of policies are those of the pods",
         "Istio AuthorizationPolicy, Operation.ports: the port of the workload",
         plainEdge + site("s", "\"*\"", toReviews)
             + exportedService("istio-system", "istio-ingressgateway", {},
                               "selector: {istio: ingressgateway}, ports: [{port: 80, targetPort: 8080, name: http}]")
             + authorization("istio-system/d",
                             "selector: {matchLabels: {istio: ingressgateway}}, action: DENY, rules: [{to: "
                             "[{operation: {ports: [\"8080\"]}}]}]"),
         "gw:edge GET http://www.example.com/", "denied 403 -=100"},
    });
}

void TestGatewayRows::ingresses_data()
{
    const auto ingress = [](const std::string& paths, const std::string& more = {}) {
        return document("networking.k8s.io/v1", "Ingress", "shop", "i",
                        "annotations: {kubernetes.io/ingress.class: istio}",
                        more + "rules: [{host: www.example.com, http: {paths: [" + paths + "]}}]");
    };
    const auto path = [](const std::string& type, const std::string& value, const std::string& service,
                         const std::string& port) {
        return "{path: " + value + ", pathType: " + type + ", backend: {service: {name: " + service
            + ", port: {number: " + port + "}}}}";
    };
    const std::string front = gateway("edge", "selector: {istio: ingressgateway}, servers: []");
    addRows({
        {"Prefix", "Kubernetes Ingress, pathType Prefix: element by element",
         front + ingress(path("Prefix", "/cart", "reviews", "80")), "gw:edge GET http://www.example.com/cart/1",
         routed},
        {"Prefix within an element", "Kubernetes Ingress, pathType Prefix: element by element",
         front + ingress(path("Prefix", "/cart", "reviews", "80")), "gw:edge GET http://www.example.com/cartoon",
         "no_route NR 404 -=100"},
        {"Exact", "Kubernetes Ingress, pathType Exact: the whole path",
         front + ingress(path("Exact", "/cart", "reviews", "80")), "gw:edge GET http://www.example.com/cart/",
         "no_route NR 404 -=100"},
        {"the longest path wins", "Kubernetes Ingress, Multiple matches: the longest path first",
         front + ingress(path("Prefix", "/", "ratings", "9080") + ", " + path("Prefix", "/cart", "reviews", "80")),
         "gw:edge GET http://www.example.com/cart", routed},
        {"another class", "Istio MeshConfig, ingressClass: others are not served",
         front
             + document(
                 "networking.k8s.io/v1", "Ingress", "shop", "i", "annotations: {kubernetes.io/ingress.class: nginx}",
                 "rules: [{host: www.example.com, http: {paths: [" + path("Prefix", "/", "reviews", "80") + "]}}]"),
         "gw:edge GET http://www.example.com/", "no_listener -=100"},
    });
}

void TestGatewayRows::gatewayApi_data()
{
    const std::string gw = listener(httpListener);
    const auto match = [](const std::string& text, const std::string& backends) {
        return "{matches: [{" + text + "}], " + backends + "}";
    };
    const auto pathTo = [&](const std::string& type, const std::string& value, const std::string& backends) {
        return match("path: {type: " + type + ", value: \"" + value + "\"}", backends);
    };
    const char* const ratings = "routed ratings.shop:9080=100";
    const std::string far = api("HTTPRoute", "r",
                                "parentRefs: [{name: gw}], rules: [{backendRefs: [{name: payments, namespace: "
                                "other, port: 80}]}]");
    addRows({
        {"a rule without matches", "Gateway API, HTTPRouteRule.matches: absent, the prefix /",
         gw + route("r", "{" + backend + "}"), "gw:gw GET http://www.example.com/x", routed},
        {"PathPrefix is by elements", "Gateway API, PathMatchPathPrefix: whole elements only",
         gw + route("r", pathTo("PathPrefix", "/cart", backend)), "gw:gw GET http://www.example.com/cartoon",
         "no_route NR 404 -=100"},
        {"PathPrefix with a slash at the end", "Gateway API, PathMatchPathPrefix: a trailing slash is ignored",
         gw + route("r", pathTo("PathPrefix", "/cart/", backend)), "gw:gw GET http://www.example.com/cart", routed},
        {"exact before prefix", "Gateway API, HTTPRouteRule.matches: exact path first, whatever the order",
         gw + route("r", pathTo("PathPrefix", "/cart", other) + ", " + pathTo("Exact", "/cart", backend)),
         "gw:gw GET http://www.example.com/cart", routed},
        {"longer prefix first", "Gateway API, HTTPRouteRule.matches: the prefix with the most characters",
         gw + route("r", pathTo("PathPrefix", "/", other) + ", " + pathTo("PathPrefix", "/cart", backend)),
         "gw:gw GET http://www.example.com/cart", routed},
        {"method before none", "Gateway API, HTTPRouteRule.matches: then a method",
         gw + route("r", match("path: {value: /a}", other) + ", " + match("path: {value: /a}, method: GET", backend)),
         "gw:gw GET http://www.example.com/a", routed},
        {"more headers first", "Gateway API, HTTPRouteRule.matches: then the largest number of headers",
         gw
             + route("r",
                     match("headers: [{name: x-a, value: \"1\"}]", other) + ", "
                         + match("headers: [{name: X-A, value: \"1\"}, {name: x-b, value: \"1\"}]", backend)),
         "gw:gw GET http://www.example.com/ h:x-a=1 h:x-b=1", routed},
        {"more query parameters first",
         "Gateway API, HTTPRouteRule.matches: then the largest number of query parameters",
         gw
             + route("r",
                     match("path: {value: /}", other) + ", "
                         + match("queryParams: [{name: q, value: \"1\"}]", backend)),
         "gw:gw GET http://www.example.com/?q=1", routed},
        {"a header match without a path before a regular expression",
         "Gateway API, HTTPRouteMatch.path: absent, the prefix /; Istio ranks prefixes before regular expressions",
         gw
             + route("r",
                     pathTo("RegularExpression", "/c.*", other) + ", "
                         + match("headers: [{name: x-a, value: \"1\"}]", backend)),
         "gw:gw GET http://www.example.com/cart h:x-a=1", routed},
        {"weights", "Gateway API, BackendRef.weight: weight / sum; 1 where it is absent",
         gw + route("r", "{backendRefs: [{name: reviews, port: 80, weight: 3}, {name: ratings, port: 9080}]}"),
         "gw:gw GET http://www.example.com/", "routed reviews.shop:80=75 ratings.shop:9080=25"},
        {"weight 0", "Gateway API, BackendRef.weight: 0 gets nothing",
         gw + route("r", "{backendRefs: [{name: reviews, port: 80, weight: 0}, {name: ratings, port: 9080}]}"),
         "gw:gw GET http://www.example.com/", ratings},
        {"no backends", "Gateway API, HTTPRouteRule.backendRefs: none, 500",
         gw + route("r", "{matches: [{path: {value: /}}]}"), "gw:gw GET http://www.example.com/",
         "no_cluster 500 -=100"},
        {"a missing backend", "Gateway API, HTTPRouteRule.backendRefs: an invalid one answers 500 for its share",
         gw + route("r", "{backendRefs: [{name: reviews, port: 80}, {name: gone, port: 80}]}"),
         "gw:gw GET http://www.example.com/", "mixed routed reviews.shop:80=50 no_cluster NC 500 -=50"},
        {"another namespace without a grant",
         "Gateway API, ReferenceGrant: needed for backends of other namespaces, else 500", gw + far,
         "gw:gw GET http://www.example.com/", "no_cluster NC 500 -=100"},
        {"another namespace with a grant", "Gateway API, ReferenceGrant: needed for backends of other namespaces",
         gw + far
             + document("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "other", "g", {},
                        "from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "
                        "\"\", kind: "
                        "Service}]"),
         "gw:gw GET http://www.example.com/", "routed payments.other:80=100"},
        {"a grant for another service", "Gateway API, ReferenceGrantTo.name: only that one",
         gw + far
             + document("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "other", "g", {},
                        "from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "
                        "\"\", kind: "
                        "Service, name: x}]"),
         "gw:gw GET http://www.example.com/", "no_cluster NC 500 -=100"},
        {"redirect", "Gateway API, HTTPRequestRedirectFilter.statusCode: 302 by default",
         gw + route("r", "{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}"),
         "gw:gw GET http://www.example.com/", "redirected 302 -=100"},
        {"mirror", "Gateway API, HTTPRequestMirrorFilter.percent: 100 by default",
         gw
             + route("r",
                     "{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: ratings, port: 9080}, "
                     "percent: 40}}], "
                         + backend + "}"),
         "gw:gw GET http://www.example.com/", "routed reviews.shop:80=100 | mirrors=ratings.shop:9080=40"},
        {"timeouts.backendRequest", "istio gateway/conversion.go, timeouts: without retries it is the timeout",
         gw + route("r", "{timeouts: {request: 10s, backendRequest: 2s}, " + backend + "}"),
         "gw:gw GET http://www.example.com/", "routed reviews.shop:80=100 | timeout=2s"},
        {"host names of the route", "Gateway API, HTTPRouteSpec.hostnames: any of them",
         gw + route("r", "{" + backend + "}", "hostnames: [www.example.com], "), "gw:gw GET http://api.example.com/",
         "no_virtual_host NR 404 -=100"},
        {"host names of listener and route",
         "Gateway API, Listener.hostname: the route's names must meet the listener's",
         listener("{name: http, port: 80, protocol: HTTP, hostname: \"*.shop.example\"}")
             + route("r", "{" + backend + "}", "hostnames: [www.other.example], "),
         "gw:gw GET http://www.other.example/", "no_route NR 404 -=100"},
        {"another section", "Gateway API, ParentReference.sectionName: only that listener",
         listener("{name: a, port: 80, protocol: HTTP}, {name: b, port: 81, protocol: HTTP}")
             + api("HTTPRoute", "r", "parentRefs: [{name: gw, sectionName: b}], rules: [{" + backend + "}]"),
         "gw:gw GET http://www.example.com/", "no_route NR 404 -=100"},
        {"routes of other namespaces", "Gateway API, AllowedRoutes.namespaces: Same by default",
         gw
             + api("HTTPRoute", "other/r",
                   "parentRefs: [{name: gw, namespace: shop}], rules: [{backendRefs: [{name: payments, port: "
                   "80}]}]"),
         "gw:gw GET http://www.example.com/", "no_route NR 404 -=100"},
        {"routes of all namespaces", "Gateway API, AllowedRoutes.namespaces: All",
         listener("{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}")
             + api("HTTPRoute", "other/r",
                   "parentRefs: [{name: gw, namespace: shop}], rules: [{backendRefs: [{name: payments, port: "
                   "80}]}]"),
         "gw:gw GET http://www.example.com/", "routed payments.other:80=100"},
        {"routes by label", "Gateway API, AllowedRoutes.namespaces: Selector",
         listener("{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: "
                  "{matchLabels: "
                  "{istio-injection: enabled}}}}}")
             + api("HTTPRoute", "other/r",
                   "parentRefs: [{name: gw, namespace: shop}], rules: [{backendRefs: [{name: payments, port: "
                   "80}]}]"),
         "gw:gw GET http://www.example.com/", "routed payments.other:80=100"},
        {"GRPCRoute by method", "Gateway API, GRPCMethodMatch: service and method",
         gw
             + api("GRPCRoute", "r",
                   "parentRefs: [{name: gw}], rules: [{matches: [{method: {service: shop.Cart, method: Add}}], "
                       + backend + "}]"),
         "gw:gw POST grpc://www.example.com/shop.Cart/Add", routed},
        {"GRPCRoute and another method", "Gateway API, GRPCMethodMatch: service and method",
         gw
             + api("GRPCRoute", "r",
                   "parentRefs: [{name: gw}], rules: [{matches: [{method: {service: shop.Cart, method: Add}}], "
                       + backend + "}]"),
         "gw:gw POST grpc://www.example.com/shop.Cart/Remove", "no_route NR 404 -=100"},
        {"GRPCRoute by service", "Gateway API, GRPCMethodMatch: all methods of a service",
         gw
             + api("GRPCRoute", "r",
                   "parentRefs: [{name: gw}], rules: [{matches: [{method: {service: shop.Cart}}], " + backend + "}]"),
         "gw:gw POST grpc://www.example.com/shop.Cart/Remove", routed},
        {"TLSRoute", "Gateway API, TLSRoute: passed through by SNI",
         listener("{name: tls, port: 443, protocol: TLS, tls: {mode: Passthrough}}")
             + exportedService("shop", "vault", {}, "selector: {app: reviews}, ports: [{port: 443, name: tls}]")
             + document("gateway.networking.k8s.io/v1alpha2", "TLSRoute", "shop", "r", {},
                        "parentRefs: [{name: gw}], hostnames: [www.example.com], rules: [{backendRefs: [{name: vault, "
                        "port: 443}]}]"),
         "gw:gw GET https://www.example.com/", "routed vault.shop:443=100"},
        {"TCPRoute", "Gateway API, TCPRoute: all connections of the listener",
         listener("{name: tcp, port: 3306, protocol: TCP}")
             + document("gateway.networking.k8s.io/v1alpha2", "TCPRoute", "shop", "r", {},
                        "parentRefs: [{name: gw}], rules: [{backendRefs: [{name: db, port: 3306}]}]"),
         "gw:gw tcp://x:3306", "routed db.shop:3306=100"},
        {"a policy with targetRefs", "Istio AuthorizationPolicy, targetRefs: the gateway itself",
         gw + route("r", "{" + backend + "}")
             + authorization(
                 "d",
                 "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}], action: DENY, rules: "
                 "[{}]"),
         "gw:gw GET http://www.example.com/", "denied 403 -=100"},
        {"a policy for another gateway", "Istio AuthorizationPolicy, targetRefs: the gateway itself",
         gw + route("r", "{" + backend + "}")
             + authorization(
                 "d",
                 "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: x}], action: DENY, rules: "
                 "[{}]"),
         "gw:gw GET http://www.example.com/", routed},
    });
}

void TestGatewayRows::meshRoutes_data()
{
    const auto of = [](const std::string& name, const std::string& backends, const std::string& parent) {
        return api("HTTPRoute", name,
                   "parentRefs: [{group: \"\", kind: Service, " + parent + "}], rules: [{" + backends + "}]");
    };
    addRows({
        {"a route of the service's namespace", "Gateway API, GAMMA: producer routes are for all callers",
         of("r", other, "name: reviews"), "other/client GET http://reviews.shop/", "routed ratings.shop:9080=100"},
        {"a route of the caller's namespace", "Gateway API, GAMMA: consumer routes are for callers of their namespace",
         of("other/r", "backendRefs: [{name: payments, port: 80}]", "name: reviews, namespace: shop"),
         "other/client GET http://reviews.shop/", "routed payments.other:80=100"},
        {"a consumer route and others", "Gateway API, GAMMA: consumer routes are for callers of their namespace",
         of("other/r", "backendRefs: [{name: payments, port: 80}]", "name: reviews, namespace: shop"),
         "web GET http://reviews/", routed},
        {"consumer before producer", "Gateway API, GAMMA: consumer routes go before producer routes",
         of("r", other, "name: reviews")
             + of("other/r", "backendRefs: [{name: payments, port: 80}]", "name: reviews, namespace: shop"),
         "other/client GET http://reviews.shop/", "routed payments.other:80=100"},
        {"another port of the parent", "Gateway API, ParentReference.port: only that port of the Service",
         of("r", other, "name: reviews, port: 81"), "web GET http://reviews/", routed},
        {"this port of the parent", "Gateway API, ParentReference.port: only that port of the Service",
         of("r", other, "name: reviews, port: 80"), "web GET http://reviews/", "routed ratings.shop:9080=100"},
        {"no rule matches", "Gateway API, GAMMA: a Service with routes answers 404 where none matches",
         api("HTTPRoute", "r",
             "parentRefs: [{group: \"\", kind: Service, name: reviews}], rules: [{matches: [{path: {value: /a}}], "
                 + other + "}]"),
         "web GET http://reviews/b", "no_route NR 404 -=100"},
    });
}

QTEST_APPLESS_MAIN(TestGatewayRows)
#include "tst_gatewayrows.moc"
