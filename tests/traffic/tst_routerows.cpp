// SPDX-License-Identifier: Apache-2.0
// VirtualServices: what their matches, weights, order, delegates and hosts do to a request.
#include "tests/traffic/rows.h"

#include <QtTest/QTest>

using namespace meshdraft::test;

class TestRouteRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches() { checkRow(); }
    void weights_data();
    void weights() { checkRow(); }
    void order_data();
    void order() { checkRow(); }
    void delegates_data();
    void delegates() { checkRow(); }
    void hosts_data();
    void hosts() { checkRow(); }
};

namespace {

const char* const v1 = "routed reviews.shop:80/v1=100";
const char* const v2 = "routed reviews.shop:80/v2=100";
const char* const noRoute = "no_route NR 404 -=100";

/// Requests that meet the match go to v1, others to v2.
std::string either(const std::string& match)
{
    return http({matchTo(match, "v1"), to("v2")});
}

} // namespace

void TestRouteRows::matches_data()
{
    addRows({
        {"uri exact", "Istio VirtualService, HTTPMatchRequest.uri: exact matches the whole value",
         either("uri: {exact: /cart}"), "web GET http://reviews/cart", v1},
        {"uri exact is case-sensitive", "Istio VirtualService, HTTPMatchRequest.uri: values are case-sensitive",
         either("uri: {exact: /cart}"), "web GET http://reviews/Cart", v2},
        {"uri exact and a longer path", "Istio VirtualService, HTTPMatchRequest.uri: exact matches the whole value",
         either("uri: {exact: /cart}"), "web GET http://reviews/cart/1", v2},
        {"uri exact does not see the query", "Envoy RouteMatch.path: compared without the query string",
         either("uri: {exact: /cart}"), "web GET http://reviews/cart?x=1", v1},
        {"uri prefix", "Istio VirtualService, HTTPMatchRequest.uri: prefix compares the beginning",
         either("uri: {prefix: /cart}"), "web GET http://reviews/cart/1", v1},
        {"uri prefix ends within an element",
         "Istio VirtualService, HTTPMatchRequest.uri: prefix is a plain one, whole "
         "elements are the Gateway API's",
         either("uri: {prefix: /cart}"), "web GET http://reviews/cartoon", v1},
        {"uri prefix with a slash at the end",
         "Istio VirtualService, HTTPMatchRequest.uri: prefix compares the beginning", either("uri: {prefix: /cart/}"),
         "web GET http://reviews/cart", v2},
        {"uri regex is for the whole path", "Envoy RouteMatch.safe_regex: the entire path must match",
         either("uri: {regex: \"/c[a-z]+\"}"), "web GET http://reviews/cart/1", v2},
        {"uri regex", "Istio VirtualService, StringMatch.regex: RE2", either("uri: {regex: \"/c[a-z]+/[0-9]+\"}"),
         "web GET http://reviews/cart/1", v1},
        {"uri regex with look-ahead",
         "Istio VirtualService, StringMatch.regex: RE2, which has no look-ahead; never met here",
         either("uri: {regex: \"/(?=c).*\"}"), "web GET http://reviews/cart", v2},
        {"ignoreUriCase exact", "Istio VirtualService, HTTPMatchRequest.ignoreUriCase: for exact and prefix",
         either("uri: {exact: /cart}, ignoreUriCase: true"), "web GET http://reviews/CART", v1},
        {"ignoreUriCase prefix", "Istio VirtualService, HTTPMatchRequest.ignoreUriCase: for exact and prefix",
         either("uri: {prefix: /Cart}, ignoreUriCase: true"), "web GET http://reviews/cart/1", v1},
        {"ignoreUriCase regex", "Istio VirtualService, HTTPMatchRequest.ignoreUriCase: not for regular expressions",
         either("uri: {regex: \"/cart\"}, ignoreUriCase: true"), "web GET http://reviews/CART", v2},
        {"scheme", "Istio VirtualService, HTTPMatchRequest.scheme: URI scheme", either("scheme: {exact: http}"),
         "web GET http://reviews/", v1},
        {"scheme https of plain HTTP", "Istio VirtualService, HTTPMatchRequest.scheme: URI scheme",
         either("scheme: {exact: https}"), "web GET http://reviews/", v2},
        {"method exact", "Istio VirtualService, HTTPMatchRequest.method: HTTP method", either("method: {exact: POST}"),
         "web POST http://reviews/", v1},
        {"method is case-sensitive", "Istio VirtualService, HTTPMatchRequest.method: values are case-sensitive",
         either("method: {exact: post}"), "web POST http://reviews/", v2},
        {"method regex", "Istio VirtualService, HTTPMatchRequest.method: StringMatch of any kind",
         either("method: {regex: \"PUT|PATCH\"}"), "web PATCH http://reviews/", v1},
        {"authority as written", "Istio VirtualService, HTTPMatchRequest.authority: the Host header, not the full name",
         either("authority: {exact: reviews}"), "web GET http://reviews/", v1},
        {"authority in full", "Istio VirtualService, HTTPMatchRequest.authority: the Host header, not the full name",
         either("authority: {exact: reviews}"), "web GET http://reviews.shop.svc.cluster.local/", v2},
        {"authority prefix", "Istio VirtualService, HTTPMatchRequest.authority: StringMatch of any kind",
         either("authority: {prefix: reviews.}"), "web GET http://reviews.shop/", v1},
        {"header exact", "Istio VirtualService, HTTPMatchRequest.headers: exact value",
         either("headers: {x-preview: {exact: \"yes\"}}"), "web GET http://reviews/ h:x-preview=yes", v1},
        {"header of another value", "Istio VirtualService, HTTPMatchRequest.headers: exact value",
         either("headers: {x-preview: {exact: \"yes\"}}"), "web GET http://reviews/ h:x-preview=no", v2},
        {"header absent", "Envoy HeaderMatcher: a header that is missing matches nothing",
         either("headers: {x-preview: {exact: \"yes\"}}"), "web GET http://reviews/", v2},
        {"header present", "Istio VirtualService, HTTPMatchRequest.headers: an empty value checks the presence",
         either("headers: {x-preview: {}}"), "web GET http://reviews/ h:x-preview=anything", v1},
        {"header not present", "Istio VirtualService, HTTPMatchRequest.headers: an empty value checks the presence",
         either("headers: {x-preview: {}}"), "web GET http://reviews/", v2},
        {"header regex star is presence", "istio route.go, canBeConvertedToPresentMatch: regex * is presence",
         either("headers: {x-preview: {regex: \"*\"}}"), "web GET http://reviews/ h:x-preview=1", v1},
        {"header name in capitals",
         "Istio VirtualService, HTTPMatchRequest.headers: names are case-insensitive in Envoy",
         either("headers: {X-Preview: {prefix: a}}"), "web GET http://reviews/ h:x-preview=abc", v1},
        {"header regex is for the whole value", "Envoy StringMatcher.safe_regex: the entire value must match",
         either("headers: {user-agent: {regex: \"Firefox\"}}"), "web GET http://reviews/ h:user-agent=Firefox/9", v2},
        {"two values of a header", "Envoy HeaderMatcher: values of one name are joined with a comma",
         either("headers: {x-a: {exact: \"1,2\"}}"), "web GET http://reviews/ h:x-a=1 h:x-a=2", v1},
        {"two headers are both needed", "Istio VirtualService, HTTPRoute.match: conditions of one block are ANDed",
         either("headers: {x-a: {exact: \"1\"}, x-b: {exact: \"1\"}}"), "web GET http://reviews/ h:x-a=1", v2},
        {"header and uri are both needed", "Istio VirtualService, HTTPRoute.match: conditions of one block are ANDed",
         either("uri: {prefix: /a}, headers: {x-a: {exact: \"1\"}}"), "web GET http://reviews/b h:x-a=1", v2},
        {"blocks of a list are alternatives", "Istio VirtualService, HTTPRoute.match: blocks of the list are ORed",
         either("uri: {prefix: /a}}, {headers: {x-a: {exact: \"1\"}}"), "web GET http://reviews/b h:x-a=1", v1},
        {"withoutHeaders of a missing header",
         "Istio VirtualService, HTTPMatchRequest.withoutHeaders: a header that is not "
         "there meets it",
         either("withoutHeaders: {x-a: {exact: \"1\"}}"), "web GET http://reviews/", v1},
        {"withoutHeaders of another value", "Istio VirtualService, HTTPMatchRequest.withoutHeaders: inverted headers",
         either("withoutHeaders: {x-a: {exact: \"1\"}}"), "web GET http://reviews/ h:x-a=2", v1},
        {"withoutHeaders of this value", "Istio VirtualService, HTTPMatchRequest.withoutHeaders: inverted headers",
         either("withoutHeaders: {x-a: {exact: \"1\"}}"), "web GET http://reviews/ h:x-a=1", v2},
        {"withoutHeaders presence", "Istio VirtualService, HTTPMatchRequest.withoutHeaders: an empty value is presence",
         either("withoutHeaders: {x-a: {}}"), "web GET http://reviews/ h:x-a=1", v2},
        {"withoutHeaders regex that takes all",
         "istio route.go, TranslateRouteMatch: a missing header counts as an empty "
         "one, which .* matches, so that the inverted match fails",
         either("withoutHeaders: {x-a: {regex: \".*\"}}"), "web GET http://reviews/", v2},
        {"queryParams exact", "Istio VirtualService, HTTPMatchRequest.queryParams: exact",
         either("queryParams: {v: {exact: \"2\"}}"), "web GET http://reviews/?v=2", v1},
        {"queryParams of another value", "Istio VirtualService, HTTPMatchRequest.queryParams: exact",
         either("queryParams: {v: {exact: \"2\"}}"), "web GET http://reviews/?v=22", v2},
        {"queryParams prefix", "Istio VirtualService, HTTPMatchRequest.queryParams: prefix",
         either("queryParams: {v: {prefix: \"2\"}}"), "web GET http://reviews/?v=22", v1},
        {"queryParams regex", "Istio VirtualService, HTTPMatchRequest.queryParams: regex",
         either("queryParams: {v: {regex: \"[0-9]+\"}}"), "web GET http://reviews/?v=22&w=1", v1},
        {"queryParams name is case-sensitive",
         "Envoy QueryParameterMatcher.name: a query parameter's name is case-sensitive",
         either("queryParams: {v: {exact: \"2\"}}"), "web GET http://reviews/?V=2", v2},
        {"queryParams presence", "Istio VirtualService, HTTPMatchRequest.queryParams: an empty value is presence",
         either("queryParams: {v: {}}"), "web GET http://reviews/?v=", v1},
        {"port", "Istio VirtualService, HTTPMatchRequest.port: the port on the host that is addressed",
         either("port: 80"), "web GET http://reviews/", v1},
        {"another port", "Istio VirtualService, HTTPMatchRequest.port: the port on the host that is addressed",
         either("port: 8080"), "web GET http://reviews/", v2},
        {"sourceLabels", "Istio VirtualService, HTTPMatchRequest.sourceLabels: labels of the caller's workload",
         either("sourceLabels: {app: web, tier: front}"), "web GET http://reviews/", v1},
        {"sourceLabels of others", "Istio VirtualService, HTTPMatchRequest.sourceLabels: all of them must hold",
         either("sourceLabels: {app: web, tier: back}"), "web GET http://reviews/", v2},
        {"sourceNamespace", "Istio VirtualService, HTTPMatchRequest.sourceNamespace: of the caller's workload",
         either("sourceNamespace: other"), "other/client GET http://reviews.shop/", v1},
        {"sourceNamespace of others",
         "Istio VirtualService, HTTPMatchRequest.sourceNamespace: of the caller's workload",
         either("sourceNamespace: other"), "web GET http://reviews/", v2},
        {"gateways of a match: mesh", "Istio VirtualService, HTTPMatchRequest.gateways: override the top-level list",
         virtualService("reviews",
                        "hosts: [reviews], gateways: [mesh, shop/edge], http: [{" + matchTo("gateways: [mesh]", "v1")
                            + "}, {" + to("v2") + "}]"),
         "web GET http://reviews/", v1},
        {"gateways of a match: a gateway only",
         "Istio VirtualService, HTTPMatchRequest.gateways: override the top-level list",
         virtualService("reviews",
                        "hosts: [reviews], gateways: [mesh, shop/edge], http: [{"
                            + matchTo("gateways: [shop/edge]", "v1") + "}, {" + to("v2") + "}]"),
         "web GET http://reviews/", v2},
        {"sourceLabels beside gateways",
         "istio route.go, sourceMatchHTTP: where a match names gateways, the source is not "
         "looked at",
         either("gateways: [mesh], sourceLabels: {app: nobody}"), "web GET http://reviews/", v1},
        {"an empty match", "Istio VirtualService, HTTPRoute.match: a block without conditions meets everything",
         either(""), "web GET http://reviews/", v1},
        {"sniHosts", "Istio VirtualService, TLSMatchAttributes.sniHosts: SNI to match on",
         exportedService("shop", "vault", {}, "selector: {app: reviews}, ports: [{port: 443, name: tls}]")
             + virtualService("vault",
                              "hosts: [vault], tls: [{match: [{sniHosts: [vault.shop.svc.cluster.local]}], "
                              "route: [{destination: {host: db, port: {number: 3306}}}]}]"),
         "web GET https://vault.shop.svc.cluster.local/", "routed db.shop:3306=100"},
        {"destinationSubnets",
         "Istio VirtualService, L4MatchAttributes.destinationSubnets: addresses of the destination",
         serviceEntry("shop", "net",
                      "hosts: [net.example], addresses: [10.9.0.0/16], location: MESH_EXTERNAL, "
                      "ports: [{number: 5000, name: tcp, protocol: TCP}]")
             + virtualService("net",
                              "hosts: [net.example], tcp: [{match: [{destinationSubnets: [10.9.1.0/24]}], "
                              "route: [{destination: {host: db, port: {number: 3306}}}]}]"),
         "web tcp://10.9.1.7:5000", "routed db.shop:3306=100"},
        {"destinationSubnets of others",
         "Istio VirtualService, L4MatchAttributes.destinationSubnets: addresses of the "
         "destination",
         serviceEntry("shop", "net",
                      "hosts: [net.example], addresses: [10.9.0.0/16], location: MESH_EXTERNAL, "
                      "ports: [{number: 5000, name: tcp, protocol: TCP}]")
             + virtualService("net",
                              "hosts: [net.example], tcp: [{match: [{destinationSubnets: [10.9.1.0/24]}], "
                              "route: [{destination: {host: db, port: {number: 3306}}}]}]"),
         "web tcp://10.9.2.7:5000", "routed net.example:5000=100"},
        {"TCP port", "Istio VirtualService, L4MatchAttributes.port: port of the host that is addressed",
         virtualService("db",
                        "hosts: [db], tcp: [{match: [{port: 3307}], route: [{destination: {host: reviews, port: "
                        "{number: 80}}}]}, {match: [{port: 3306}], route: [{destination: {host: replica}}]}]")
             + exportedService("shop", "replica", {}, "selector: {app: db}, ports: [{port: 3306, name: tcp-db}]"),
         "web tcp://db:3306", "routed replica.shop:3306=100"},
    });
}

void TestRouteRows::weights_data()
{
    const auto split = [](const std::string& one, const std::string& other) {
        const auto part = [](const std::string& subset, const std::string& weight) {
            return "{destination: {host: reviews, subset: " + subset + "}"
                + (weight.empty() ? "" : ", weight: " + weight) + "}";
        };
        return http({"route: [" + part("v1", one) + ", " + part("v2", other) + "]"});
    };
    addRows({
        {"sum of 100", "Istio VirtualService, HTTPRouteDestination.weight: share of the sum of all weights",
         split("90", "10"), "web GET http://reviews/", "routed reviews.shop:80/v1=90 reviews.shop:80/v2=10"},
        {"another sum", "Istio VirtualService, HTTPRouteDestination.weight: weight / sum of all weights",
         split("1", "3"), "web GET http://reviews/", "routed reviews.shop:80/v1=25 reviews.shop:80/v2=75"},
        {"thirds", "Istio VirtualService, HTTPRouteDestination.weight: weight / sum of all weights", split("1", "2"),
         "web GET http://reviews/", "routed reviews.shop:80/v1=33.3333 reviews.shop:80/v2=66.6667"},
        {"weight 0", "Istio VirtualService, HTTPRouteDestination.weight: 0 gets no traffic", split("100", "0"),
         "web GET http://reviews/", v1},
        {"absent beside another", "Istio VirtualService, HTTPRouteDestination.weight: absent is 0 in a list of several",
         split("", "5"), "web GET http://reviews/", v2},
        {"a single destination without weight",
         "Istio VirtualService, HTTPRouteDestination.weight: a lone destination "
         "gets everything",
         http({to("v1")}), "web GET http://reviews/", v1},
        {"a single destination of weight 0",
         "istio route.go, applyHTTPRouteDestination: the weight of a lone destination is "
         "not looked at",
         http({"route: [{destination: {host: reviews, subset: v1}, weight: 0}]"}), "web GET http://reviews/", v1},
        {"a share of a subset without pods", "Envoy response flags, UH: no healthy upstream in the cluster, 503",
         http({"route: [{destination: {host: reviews, subset: v1}, weight: 75}, {destination: {host: reviews, subset: "
               "v3}, "
               "weight: 25}]"}),
         "web GET http://reviews/", "mixed routed reviews.shop:80/v1=75 no_endpoints UH 503 reviews.shop:80/v3=25"},
        {"a share of a subset that is not there", "Envoy response flags, NC: upstream cluster not found, 503",
         http({"route: [{destination: {host: reviews, subset: v1}, weight: 75}, {destination: {host: reviews, subset: "
               "v9}, "
               "weight: 25}]"}),
         "web GET http://reviews/", "mixed routed reviews.shop:80/v1=75 no_subset NC 503 reviews.shop:80/v9=25"},
        {"TCP weights", "Istio VirtualService, RouteDestination.weight: share of connections",
         virtualService("db",
                        "hosts: [db], tcp: [{route: [{destination: {host: db}, weight: 80}, {destination: {host: "
                        "replica}, weight: 20}]}]")
             + exportedService("shop", "replica", {}, "selector: {app: db}, ports: [{port: 3306, name: tcp-db}]"),
         "web tcp://db:3306", "routed db.shop:3306=80 replica.shop:3306=20"},
        {"another host", "Istio VirtualService, Destination.host: short names are those of the rule's namespace",
         http({"route: [{destination: {host: ratings, port: {number: 9080}}}]"}), "web GET http://reviews/",
         "routed ratings.shop:9080=100"},
        {"port of a host with one port",
         "istio httproute.go, servicesByName: a sidecar's routes know only services that have "
         "the listener's port, so that the only port of another one is not taken",
         http({"route: [{destination: {host: ratings}}]"}), "web GET http://reviews/",
         "no_cluster NC 503 ratings.shop:80=100 | details=cluster_not_found"},
        {"a host that is not there", "Envoy response flags, NC: upstream cluster not found, 503",
         http({"route: [{destination: {host: nobody.shop.svc.cluster.local}}]"}), "web GET http://reviews/",
         "no_cluster NC 503 nobody.shop:80=100"},
        {"a short name means the rule's namespace",
         "Istio VirtualService, Destination.host: a short name is read in the "
         "namespace of the rule, not of the caller",
         http({"route: [{destination: {host: ratings, port: {number: 9080}}}]"}),
         "other/client GET http://reviews.shop/", "routed ratings.shop:9080=100"},
        {"a placeholder", "Meshdraft, placeholders: ${VAR} is filled in later, so that nobody knows the host",
         http({"route: [{destination: {host: \"${BACKEND}\"}}]"}), "web GET http://reviews/",
         "unknown ${backend}.shop:80=100 ?"},
    });
}

void TestRouteRows::order_data()
{
    addRows({
        {"first match wins",
         "Istio VirtualService, HTTPRoute: rules are applied in order, the first one that matches wins",
         http({matchTo("uri: {prefix: /}", "v1"), matchTo("uri: {exact: /cart}", "v2")}), "web GET http://reviews/cart",
         v1},
        {"the longer one first",
         "Istio VirtualService, HTTPRoute: rules are applied in order, the first one that matches wins",
         http({matchTo("uri: {exact: /cart}", "v2"), matchTo("uri: {prefix: /}", "v1")}), "web GET http://reviews/cart",
         v2},
        {"a rule without match ends the list",
         "istio route.go, BuildHTTPRoutesForVirtualService: nothing is read behind a "
         "rule without matches",
         http({to("v1"), matchTo("uri: {exact: /cart}", "v2")}), "web GET http://reviews/cart", v1},
        {"no rule matches", "Envoy response flags, NR: no route configured, 404",
         http({matchTo("uri: {prefix: /api}", "v1")}), "web GET http://reviews/cart",
         "no_route NR 404 -=100 | details=route_not_found"},
        {"rules of other callers only",
         "istio route.go, BuildHTTPRoutesForVirtualService: without a route for this proxy the "
         "VirtualService does not count and the service keeps its own route",
         http({matchTo("sourceLabels: {app: nobody}", "v1")}), "web GET http://reviews/",
         "routed reviews.shop:80=100 | step:route.default"},
        {"a catch-all for others only does not end the list",
         "istio route.go, BuildHTTPRoutesForVirtualService: only routes that the proxy keeps end it",
         http({matchTo("sourceLabels: {app: nobody}", "v1"), to("v2")}), "web GET http://reviews/", v2},
        {"name of the rule", "Istio VirtualService, HTTPRoute.name: for access logs and debugging",
         http({"name: all, " + to("v1")}), "web GET http://reviews/", "routed reviews.shop:80/v1=100 | route=all"},
        {"position of the rule", "Meshdraft, Answer.route: a rule without a name is known by its place",
         http({matchTo("uri: {exact: /x}", "v1"), to("v2")}), "web GET http://reviews/",
         "routed reviews.shop:80/v2=100 | route=http[1]"},
        {"a VirtualService of a gateway only", "Istio VirtualService, gateways: without mesh it is not for sidecars",
         virtualService("reviews", "hosts: [reviews], gateways: [shop/edge], http: [{" + to("v1") + "}]"),
         "web GET http://reviews/", "routed reviews.shop:80=100"},
        {"TCP rules do not count for HTTP", "Istio VirtualService, tcp: for traffic that is not HTTP",
         virtualService("reviews",
                        "hosts: [reviews], tcp: [{route: [{destination: {host: db, port: {number: 3306}}}]}]"),
         "web GET http://reviews/", "routed reviews.shop:80=100"},
        {"HTTP rules do not count for TCP", "Istio VirtualService, http: for ports of HTTP",
         virtualService("db", "hosts: [db], http: [{" + to("v1") + "}]"), "web tcp://db:3306",
         "routed db.shop:3306=100"},
    });
}

void TestRouteRows::delegates_data()
{
    const auto delegating = [](const std::string& match, const std::string& name = "leaf") {
        return "match: [{" + match + "}], delegate: {name: " + name + ", namespace: shop}";
    };
    const auto leaf = [](const std::string& rules, const std::string& more = {}) {
        return virtualService("leaf", more + "http: [" + rules + "]");
    };
    addRows({
        {"matches are combined", "Istio VirtualService, Delegate: the delegate's matches are a subset of the root's",
         http({delegating("uri: {prefix: /api}"), to("v2")})
             + leaf("{" + matchTo("uri: {prefix: /api/cart}", "v1") + "}"),
         "web GET http://reviews/api/cart", v1},
        {"outside of the root's match",
         "Istio VirtualService, Delegate: the delegate's matches are a subset of the root's",
         http({delegating("uri: {prefix: /api}"), to("v2")})
             + leaf("{" + matchTo("uri: {prefix: /api/cart}", "v1") + "}"),
         "web GET http://reviews/api/other", v2},
        {"a delegate without match takes the root's",
         "istio virtualservice.go, mergeHTTPMatchRequests: no matches of its "
         "own, so the root's",
         http({delegating("uri: {prefix: /api}"), to("v2")}) + leaf("{" + to("v1") + "}"),
         "web GET http://reviews/api/x", v1},
        {"a root without match takes the delegate's",
         "istio virtualservice.go, mergeHTTPMatchRequests: no matches of the "
         "root, so the delegate's",
         http({"delegate: {name: leaf, namespace: shop}", to("v2")})
             + leaf("{" + matchTo("uri: {exact: /a}", "v1") + "}"),
         "web GET http://reviews/a", v1},
        {"different conditions are both needed", "Istio VirtualService, Delegate: conditions of both are merged",
         http({delegating("uri: {prefix: /api}"), to("v2")})
             + leaf("{" + matchTo("headers: {x-a: {exact: \"1\"}}", "v1") + "}"),
         "web GET http://reviews/other h:x-a=1", v2},
        {"a conflict drops the delegate's rule",
         "Istio VirtualService, Delegate: a match that conflicts makes the delegate "
         "not take effect",
         http({delegating("uri: {prefix: /api}"), to("v2")}) + leaf("{" + matchTo("uri: {prefix: /web}", "v1") + "}"),
         "web GET http://reviews/web", v2},
        {"an exact root and a prefix of it conflict",
         "istio virtualservice.go, hasConflict: an exact root takes only the same "
         "exact value",
         http({delegating("uri: {exact: /api}"), to("v2")}) + leaf("{" + matchTo("uri: {prefix: /api}", "v1") + "}"),
         "web GET http://reviews/api", v2},
        {"the same exact value", "istio virtualservice.go, hasConflict: an exact root takes only the same exact value",
         http({delegating("uri: {exact: /api}"), to("v2")}) + leaf("{" + matchTo("uri: {exact: /api}", "v1") + "}"),
         "web GET http://reviews/api", v1},
        {"regular expressions conflict",
         "istio virtualservice.go, stringMatchConflict: regular expressions on both sides are "
         "not compared",
         http({delegating("uri: {prefix: /api}"), to("v2")})
             + leaf("{" + matchTo("uri: {regex: \"/api.*\"}", "v1") + "}"),
         "web GET http://reviews/api", v2},
        {"headers of one name conflict", "istio virtualservice.go, hasConflict: two values of one header",
         http({delegating("headers: {x-a: {exact: \"1\"}}"), to("v2")})
             + leaf("{" + matchTo("headers: {x-a: {exact: \"2\"}}", "v1") + "}"),
         "web GET http://reviews/ h:x-a=2", v2},
        {"a missing delegate",
         "istio virtualservice.go, mergeVirtualServicesIfNeeded: the root's rule is left out where the "
         "delegate is not there",
         http({delegating("uri: {prefix: /api}", "gone"), to("v2")}), "web GET http://reviews/api", v2},
        {"a delegate with hosts is none", "Istio VirtualService, Delegate: a delegate has no hosts",
         http({delegating("uri: {prefix: /api}"), to("v2")}) + leaf("{" + to("v1") + "}", "hosts: [reviews.other], "),
         "web GET http://reviews/api", v2},
        {"a delegate of another namespace", "Istio VirtualService, Delegate.namespace: of the root where it is absent",
         http({"match: [{uri: {prefix: /api}}], delegate: {name: leaf, namespace: other}", to("v2")})
             + virtualService("other/leaf",
                              "http: [{route: [{destination: {host: reviews.shop.svc.cluster.local, subset: "
                              "v1}}]}]"),
         "web GET http://reviews/api", v1},
        {"a delegate in the root's namespace",
         "Istio VirtualService, Delegate.namespace: of the root where it is absent",
         http({"match: [{uri: {prefix: /api}}], delegate: {name: leaf}", to("v2")}) + leaf("{" + to("v1") + "}"),
         "web GET http://reviews/api", v1},
        {"a delegate that is not exported",
         "Istio VirtualService, exportTo: holds for delegates too; the root's namespace "
         "must see it",
         http({"match: [{uri: {prefix: /api}}], delegate: {name: leaf, namespace: other}", to("v2")})
             + virtualService("other/leaf",
                              "exportTo: [\".\"], http: [{route: [{destination: {host: "
                              "reviews.shop.svc.cluster.local, subset: v1}}]}]"),
         "web GET http://reviews/api", v2},
        {"names are joined", "istio virtualservice.go, mergeHTTPRoute: root name, dash, delegate name",
         http({"name: root, " + delegating("uri: {prefix: /api}")}) + leaf("{name: leaf, " + to("v1") + "}"),
         "web GET http://reviews/api", "routed reviews.shop:80/v1=100 | route=root-leaf"},
        {"the root's timeout holds where the delegate has none",
         "istio virtualservice.go, mergeHTTPRoute: what the delegate "
         "leaves open is the root's",
         http({"timeout: 3s, " + delegating("uri: {prefix: /api}")}) + leaf("{" + to("v1") + "}"),
         "web GET http://reviews/api", "routed reviews.shop:80/v1=100 | timeout=3s"},
        {"the delegate's timeout goes before", "istio virtualservice.go, mergeHTTPRoute: what the delegate says holds",
         http({"timeout: 3s, " + delegating("uri: {prefix: /api}")}) + leaf("{timeout: 1s, " + to("v1") + "}"),
         "web GET http://reviews/api", "routed reviews.shop:80/v1=100 | timeout=1s"},
    });
}

void TestRouteRows::hosts_data()
{
    const auto on = [](const std::string& name, const std::string& host, const std::string& subset) {
        return virtualService(name,
                              "hosts: [" + host
                                  + "], http: [{route: [{destination: {host: "
                                    "reviews.shop.svc.cluster.local, subset: "
                                  + subset + "}}]}]");
    };
    addRows({
        {"in full", "istio httproute.go, generateVirtualHostDomains: the full name of the service",
         on("a", "reviews", "v1"), "web GET http://reviews.shop.svc.cluster.local/", v1},
        {"with svc", "istio httproute.go, GenerateAltVirtualHosts: name.namespace.svc", on("a", "reviews", "v1"),
         "web GET http://reviews.shop.svc/", v1},
        {"with its namespace", "istio httproute.go, GenerateAltVirtualHosts: name.namespace", on("a", "reviews", "v1"),
         "web GET http://reviews.shop/", v1},
        {"short, from its namespace",
         "istio httproute.go, GenerateAltVirtualHosts: the bare name for the same namespace", on("a", "reviews", "v1"),
         "web GET http://reviews/", v1},
        {"short, from another namespace",
         "istio httproute.go, GenerateAltVirtualHosts: never the bare name for another "
         "namespace; such a name leaves unmanaged",
         on("a", "reviews", "v1"), "other/client GET http://reviews/", "passthrough reviews:80=100"},
        {"in capitals", "Envoy VirtualHost.domains: hosts are compared without regard to case",
         on("a", "reviews", "v1"), "web GET http://Reviews.Shop/", v1},
        {"with its port", "istio httproute.go, IgnorePortInHostMatching: the port of the Host header is not looked at",
         on("a", "reviews", "v1"), "web GET http://reviews/ host=reviews:80", v1},
        {"host short for the rule's namespace",
         "Istio VirtualService, hosts: a short name is read in the rule's namespace", on("other/a", "reviews", "v1"),
         "web GET http://reviews/", "routed reviews.shop:80=100"},
        {"a rule of another namespace", "Istio VirtualService, exportTo: to all namespaces by default",
         on("other/a", "reviews.shop.svc.cluster.local", "v1"), "web GET http://reviews/", v1},
        {"a rule that is private to another namespace",
         "Istio VirtualService, exportTo: \".\" is the own namespace only",
         virtualService("other/a",
                        "exportTo: [\".\"], hosts: [reviews.shop.svc.cluster.local], http: [{route: [{destination: "
                        "{host: reviews.shop.svc.cluster.local, subset: v1}}]}]"),
         "web GET http://reviews/", "routed reviews.shop:80=100"},
        {"a rule exported by name", "Istio VirtualService, exportTo: names of namespaces",
         virtualService("other/a",
                        "exportTo: [shop], hosts: [reviews.shop.svc.cluster.local], http: [{route: [{destination: "
                        "{host: reviews.shop.svc.cluster.local, subset: v1}}]}]"),
         "web GET http://reviews/", v1},
        {"wildcard", "Istio VirtualService, hosts: a wildcard prefix covers services",
         on("a", "\"*.shop.svc.cluster.local\"", "v1"), "web GET http://reviews/", v1},
        {"exact before wildcard", "istio sidecar.go, most specific host: an exact host goes before a wildcard",
         on("a", "\"*.shop.svc.cluster.local\"", "v1") + on("b", "reviews", "v2"), "web GET http://reviews/", v2},
        {"longer wildcard first", "istio sidecar.go, MostSpecificWildcardVirtualServiceIndex: the longer wildcard",
         on("a", "\"*.cluster.local\"", "v1") + on("b", "\"*.shop.svc.cluster.local\"", "v2"),
         "web GET http://reviews/", v2},
        {"two VirtualServices of one host in the mesh",
         "Istio Traffic management best practices, Split large virtual "
         "services: merging is for gateways only, in the mesh one wins",
         on("a", "reviews", "v1") + on("b", "reviews", "v2"), "web GET http://reviews/",
         "routed reviews.shop:80/v1=100 (or: routed reviews.shop:80/v2=100)"},
        {"the older one wins", "istio push_context.go, sortConfigByCreationTime: the oldest first",
         document("networking.istio.io/v1", "VirtualService", "shop", "a",
                  "creationTimestamp: \"2026-02-01T00:00:00Z\"", "hosts: [reviews], http: [{" + to("v1") + "}]")
             + document("networking.istio.io/v1", "VirtualService", "shop", "b",
                        "creationTimestamp: \"2026-01-01T00:00:00Z\"", "hosts: [reviews], http: [{" + to("v2") + "}]"),
         "web GET http://reviews/", v2},
        {"a private one before a public one",
         "istio push_context.go, privateByNamespace: rules for the own namespace only "
         "are read first",
         on("a", "reviews", "v1")
             + virtualService("b", "exportTo: [\".\"], hosts: [reviews], http: [{" + to("v2") + "}]"),
         "web GET http://reviews/", v2},
        {"a host that is no service, on port 80",
         "istio route.go, buildSidecarVirtualHostsForVirtualService: a rule for "
         "unknown hosts is served on port 80",
         on("a", "shop.example.com", "v1"), "web GET http://shop.example.com/", v1},
        {"a host that is no service, on another port",
         "istio route.go, buildSidecarVirtualHostsForVirtualService: not on "
         "other ports",
         on("a", "shop.example.com", "v1"), "web GET http://shop.example.com:9080/",
         "passthrough shop.example.com:9080=100"},
        {"an unknown host",
         "Istio MeshConfig, outboundTrafficPolicy ALLOW_ANY: unknown hosts pass through",
         {},
         "web GET http://www.example.com/",
         "passthrough www.example.com:80=100"},
        {"several hosts", "Istio VirtualService, hosts: the rules are for each of them",
         virtualService("a", "hosts: [ratings, reviews], http: [{" + to("v1") + "}]"), "web GET http://reviews/", v1},
        {"the address of a service",
         "istio httproute.go, generateVirtualHostDomains: addresses of the service are domains",
         serviceEntry("shop", "vm",
                      "hosts: [vm.example], addresses: [240.0.0.9], location: MESH_INTERNAL, resolution: STATIC, "
                      "ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [{address: 10.0.0.1}]"),
         "web GET http://240.0.0.9/", "routed vm.example:80=100"},
    });
}

QTEST_APPLESS_MAIN(TestRouteRows)
#include "tst_routerows.moc"
