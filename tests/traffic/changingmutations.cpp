// SPDX-License-Identifier: Apache-2.0
// Changes that change what becomes of a request, each with a request that shows it. Kinds stand in rows: a place (the
// file and what stands there) and a text for every seed.
#include "models/traffic/requestset.h"
#include "tests/traffic/richmesh.h"

#include <QtGlobal>

#include <functional>
#include <utility>

namespace meshdraft::test {

namespace {

using traffic::Origin;
using traffic::Request;

Request call(const std::string& ns, const std::string& name, const std::string& host, const std::string& path = "/")
{
    Request request;
    request.from = {Origin::Kind::Workload, ns, name, "Deployment"};
    request.host = host;
    request.path = path;
    request.port = 80;
    return request;
}

Request with(Request request, const std::string& header, const std::string& value)
{
    request.headers.emplace(header, value);
    return request;
}

Request asking(Request request, const std::string& name, const std::string& value)
{
    request.query.emplace(name, value);
    return request;
}

Request by(Request request, const std::string& method)
{
    request.method = method;
    return request;
}

Request on(Request request, std::uint32_t port)
{
    request.port = port;
    return request;
}

Request through(const std::string& gateway, const std::string& host, const std::string& path = "/")
{
    Request request;
    request.from = {Origin::Kind::Gateway, "edge", gateway, {}};
    request.host = host;
    request.path = path;
    request.port = 80;
    return request;
}

Request tls(Request request, std::uint32_t port)
{
    request.tls = traffic::CallerTls::Tls;
    request.port = port;
    return request;
}

Request tcp(Request request, std::uint32_t port)
{
    request.protocol = traffic::Protocol::Tcp;
    request.port = port;
    return request;
}

Request bearing(Request request, const std::string& issuer, const std::string& audience, const std::string& group = {})
{
    request.token.emplace();
    request.token->issuer = issuer;
    request.token->subject = "someone";
    if (!audience.empty())
        request.token->audiences = {audience};
    if (!group.empty())
        request.token->claims["group"] = {group};
    return request;
}

Request outside(const std::string& host)
{
    Request request;
    request.from = {Origin::Kind::Outside, {}, {}, {}};
    request.host = host;
    request.port = 80;
    return request;
}

const std::string reviews = "reviews.shop.svc.cluster.local";
const std::string cart = "cart.shop.svc.cluster.local";
const std::string web = "web.shop.svc.cluster.local";
const std::string payments = "payments.pay.svc.cluster.local";
const std::string ledger = "ledger.pay.svc.cluster.local";
const std::string one = "https://one.example.com";
const std::string two = "https://two.example.com";

class Table {
public:
    /// One mutation for each text that comes in place of `from`.
    void row(const std::string& kind, const std::string& file, const std::string& from,
             const std::vector<std::string>& texts, const Request& witness)
    {
        for (std::size_t seed = 0; seed < texts.size(); ++seed) {
            MeshTexts mesh = m_base;
            replace(mesh, file, from, texts[seed]);
            add(kind + ", " + file, seed, std::move(mesh), witness);
        }
    }

    void removed(const std::string& kind, const std::string& file, const Request& witness)
    {
        MeshTexts mesh = m_base;
        mesh.erase(file);
        add(kind + ", " + file, 0, std::move(mesh), witness);
    }

    void added(const std::string& kind, const std::vector<std::string>& texts, const Request& witness)
    {
        for (std::size_t seed = 0; seed < texts.size(); ++seed) {
            MeshTexts mesh = m_base;
            mesh["zz-new"] = texts[seed];
            add(kind, seed, std::move(mesh), witness);
        }
    }

    std::vector<Mutation> take() { return std::move(m_mutations); }

private:
    void add(const std::string& name, std::size_t seed, MeshTexts mesh, const Request& witness)
    {
        m_mutations.push_back({name + ", seed " + std::to_string(seed), std::move(mesh), witness});
    }

    const MeshTexts m_base = richMesh();
    std::vector<Mutation> m_mutations;
};

std::string policy(const std::string& ns, const std::string& spec)
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: new, namespace: " + ns
        + "}\nspec: {" + spec + "}\n";
}

std::string resource(const std::string& kind, const std::string& ns, const std::string& spec)
{
    return "apiVersion: networking.istio.io/v1\nkind: " + kind + "\nmetadata: {name: new, namespace: " + ns
        + "}\nspec: {" + spec + "}\n";
}

void changeRoutes(Table& table)
{
    const Request plain = call("shop", "web", reviews);
    table.row(
        "weights", "vs-reviews", "weight: 90\n        - destination: {host: reviews, subset: v2}\n          weight: 10",
        {"weight: 91\n        - destination: {host: reviews, subset: v2}\n          weight: 9",
         "weight: 10\n        - destination: {host: reviews, subset: v2}\n          weight: 90",
         "weight: 100\n        - destination: {host: reviews, subset: v2}\n          weight: 0",
         "weight: 90\n        - destination: {host: reviews, subset: v3}\n          weight: 10",
         "weight: 90\n        - destination: {host: cart, port: {number: 8080}}\n          weight: 10", "weight: 90"},
        plain);
    table.row("header value", "vs-reviews", "x-preview: {exact: \"yes\"}",
              {"x-preview: {exact: \"no\"}", "x-preview: {exact: \"yes \\u00e9\"}", "x-preview: {prefix: yess}",
               "x-preview: {regex: \"y+\"}", "x-other: {exact: \"yes\"}"},
              with(plain, "x-preview", "yes"));
    table.row("header widened", "vs-reviews", "x-preview: {exact: \"yes\"}",
              {"x-preview: {}", "x-preview: {prefix: ye}", "x-preview: {regex: \"yet?\"}"},
              with(plain, "x-preview", "ye"));
    table.row("header narrowed", "vs-reviews", "x-preview: {exact: \"yes\"}",
              {"x-preview: {exact: \"yes\"}\n            x-more: {}",
               "x-preview: {exact: \"yes\"}\n          uri: {prefix: /only}",
               "x-preview: {exact: \"yes\"}\n          method: {exact: PUT}",
               "x-preview: {exact: \"yes\"}\n          sourceNamespace: jobs",
               "x-preview: {exact: \"yes\"}\n          sourceLabels: {app: batch}"},
              with(plain, "x-preview", "yes"));
    const Request api = call("shop", "web", reviews, "/api/v2");
    table.row(
        "path", "vs-reviews", "uri: {prefix: /api/v2}",
        {"uri: {prefix: /api/v3}", "uri: {prefix: /api/v2/}", "uri: {exact: /api/v22}", "uri: {regex: \"/api/v[34]\"}"},
        api);
    table.row("path widened", "vs-reviews", "uri: {prefix: /api/v2}",
              {"uri: {prefix: /api/v}", "uri: {prefix: /api}", "uri: {regex: \"/api/v(1|2)\"}"},
              call("shop", "web", reviews, "/api/v1"));
    table.row("path narrowed", "vs-reviews", "uri: {prefix: /api/v2}",
              {"uri: {exact: /api/v2}", "uri: {regex: \"/api/v2\"}"}, call("shop", "web", reviews, "/api/v2x"));
    table.row("method", "vs-reviews", "method: {exact: GET}",
              {"method: {exact: POST}", "method: {exact: get}", "method: {regex: \"P.*\"}"}, api);
    table.row("method widened", "vs-reviews", "          method: {exact: GET}\n",
              {"", "          method: {regex: \"GET|HEAD\"}\n"}, by(api, "HEAD"));
    table.row("timeout", "vs-reviews", "timeout: 3s", {"timeout: 30s", "timeout: 0s", "timeout: 2900ms"}, api);
    table.row("query", "vs-reviews", "lang: {exact: de}",
              {"lang: {exact: fr}", "language: {exact: de}", "lang: {prefix: dee}"}, asking(plain, "lang", "de"));
    table.row("second match", "vs-reviews", "uri: {exact: /de}", {"uri: {exact: /fr}", "uri: {exact: /de/}"},
              call("shop", "web", reviews, "/de"));
    table.row("regex", "vs-reviews", "{regex: \"beta-[a-z]+\"}",
              {"{regex: \"alpha-[a-z]+\"}", "{regex: \"beta-[0-9]+\"}", "{exact: beta}", "{regex: \"beta-[b-z]+\"}"},
              with(plain, "x-user", "beta-a"));
    table.row("without header", "vs-reviews", "          withoutHeaders:\n            x-stable: {}\n",
              {"", "          withoutHeaders:\n            x-stable: {exact: \"no\"}\n",
               "          withoutHeaders:\n            x-other: {}\n"},
              with(with(plain, "x-user", "beta-a"), "x-stable", "1"));
    table.row("case", "vs-reviews", "          ignoreUriCase: true\n", {"", "          ignoreUriCase: false\n"},
              call("shop", "web", reviews, "/LEGACY"));
    table.row("redirect", "vs-reviews", "redirect: {uri: /new, redirectCode: 302}",
              {"redirect: {uri: /new, redirectCode: 307}", "directResponse: {status: 404}",
               "route: [{destination: {host: cart, port: {number: 8080}}}]"},
              call("shop", "web", reviews, "/Legacy"));
    const Request batch = call("jobs", "batch", reviews);
    table.row("source namespace", "vs-reviews", "sourceNamespace: jobs",
              {"sourceNamespace: job", "sourceNamespace: pay"}, batch);
    table.row("retries", "vs-reviews", "retries: {attempts: 5, perTryTimeout: 2s}",
              {"retries: {attempts: 4, perTryTimeout: 2s}", "retries: {attempts: 5, perTryTimeout: 1s}",
               "retries: {attempts: 5}", "retries: {attempts: 0}",
               "retries: {attempts: 5, perTryTimeout: 2s, retryOn: 5xx}"},
              batch);
    table.row("source labels", "vs-reviews", "sourceLabels: {tier: front}",
              {"sourceLabels: {tier: back}", "sourceLabels: {tier: front, app: shop}"},
              call("shop", "web", reviews, "/front"));
    table.row("destination", "vs-reviews", "subset: v3}\n    - name: everyone",
              {"subset: v2}\n    - name: everyone", "subset: v9}\n    - name: everyone",
               "port: {number: 81}}\n    - name: everyone"},
              call("shop", "web", reviews, "/front"));
    table.row(
        "first route", "vs-reviews", "  http:\n",
        {"  http:\n    - match: [{uri: {exact: /hi}}]\n      directResponse: {status: 200}\n",
         "  http:\n    - match: [{uri: {prefix: /h}}]\n      route: [{destination: {host: reviews, subset: v3}}]\n",
         "  http:\n    - match: [{uri: {regex: \"/h[aeiou]\"}}]\n      fault: {abort: {httpStatus: 500, percentage: "
         "{value: 1}}}\n"
         "      route: [{destination: {host: reviews, subset: v1}}]\n"},
        call("shop", "web", reviews, "/hi"));
    table.row("order of rules", "vs-reviews",
              "    - name: preview\n      match:\n        - headers:\n            x-preview: {exact: \"yes\"}\n      "
              "route:\n        - destination: {host: reviews, subset: v3}\n    - name: api\n      match:\n        - "
              "uri: {prefix: /api/v2}\n          method: {exact: GET}\n      timeout: 3s\n      route:\n        - "
              "destination: {host: reviews, subset: v2}\n",
              {"    - name: api\n      match:\n        - uri: {prefix: /api/v2}\n          method: {exact: GET}\n      "
               "timeout: 3s\n      route:\n        - destination: {host: reviews, subset: v2}\n    - name: preview\n   "
               "   match:\n        - headers:\n            x-preview: {exact: \"yes\"}\n      route:\n        - "
               "destination: {host: reviews, subset: v3}\n"},
              with(api, "x-preview", "yes"));
    table.row("last route", "vs-reviews", "    - name: everyone\n",
              {"    - name: everyone\n      match: [{uri: {prefix: /all}}]\n"}, plain);
    table.row("exported to", "vs-reviews", "  hosts:\n",
              {"  exportTo: [\".\"]\n  hosts:\n", "  exportTo: [shop, pay]\n  hosts:\n"}, batch);
    table.row("hosts", "vs-reviews", "  hosts:\n    - reviews\n", {"  hosts:\n    - review\n", "  hosts:\n    - web\n"},
              with(plain, "x-preview", "yes"));
    table.row("bound to a gateway", "vs-reviews", "  http:\n", {"  gateways: [edge/public]\n  http:\n"},
              with(plain, "x-preview", "yes"));
    table.removed("no routes any more", "vs-reviews", plain);
    table.added("another rule",
                {resource("VirtualService", "shop",
                          "hosts: [web], http: [{match: [{uri: {prefix: /x}}], directResponse: {status: 200}}, {route: "
                          "[{destination: {host: web}}]}]"),
                 resource("VirtualService", "shop",
                          "hosts: [web], http: [{match: [{uri: {prefix: /x}}], timeout: 4s, route: [{destination: "
                          "{host: web}}]}, {route: [{destination: {host: web}}]}]")},
                call("shop", "cart", web, "/x"));
}

void changeDelegates(Table& table)
{
    const Request items = call("shop", "web", cart, "/items");
    const Request added = on(by(call("shop", "web", cart, "/items/new"), "POST"), 8080);
    table.row("delegate's match", "vs-cart-items", "uri: {prefix: /items/new}",
              {"uri: {prefix: /items/newer}", "uri: {exact: /items/old}"}, added);
    table.row("delegate's answer", "vs-cart-items", "status: 410", {"status: 404", "status: 200"}, added);
    table.row("delegate's timeout", "vs-cart-items", "timeout: 7s", {"timeout: 8s", "retries: {attempts: 1}"},
              on(items, 8080));
    table.row("delegating match", "vs-cart", "uri: {prefix: /items}", {"uri: {prefix: /item2}"}, on(items, 8080));
    table.row("delegate's name", "vs-cart", "delegate: {name: cart-items, namespace: shop}",
              {"delegate: {name: cart-item, namespace: shop}"}, on(items, 8080));
    table.removed("delegate removed", "vs-cart-items", on(items, 8080));
    const Request slow = on(call("shop", "web", cart, "/slow"), 8080);
    table.row("fault", "vs-cart", "abort: {httpStatus: 503, percentage: {value: 10}}",
              {"abort: {httpStatus: 503, percentage: {value: 11}}", "abort: {httpStatus: 500, percentage: {value: 10}}",
               "abort: {httpStatus: 503}", "delay: {fixedDelay: 1s}"},
              slow);
    const Request mirrored = on(with(call("shop", "web", cart, "/"), "x-admin", "root"), 8080);
    table.row("mirror", "vs-cart", "mirror: {host: reviews, subset: v2}",
              {"mirror: {host: reviews, subset: v1}", "mirror: {host: web}", "timeout: 1s"}, mirrored);
    table.row("mirrored share", "vs-cart", "mirrorPercentage: {value: 25}",
              {"mirrorPercentage: {value: 26}", "mirrorPercentage: {value: 100}"}, mirrored);
}

void changeDestinations(Table& table)
{
    const Request plain = call("shop", "web", reviews);
    table.row("subset's labels", "dr-reviews", "labels: {version: v1}",
              {"labels: {version: v2}", "labels: {version: v9}", "labels: {version: v1, x: y}"}, plain);
    table.row("subset's name", "dr-reviews", "name: v2", {"name: v22"}, plain);
    table.row("rule's host", "dr-reviews", "host: reviews\n",
              {"host: review\n", "host: reviews.pay.svc.cluster.local\n"}, plain);
    table.row("client TLS", "dr-reviews", "  subsets:\n",
              {"  trafficPolicy: {tls: {mode: DISABLE}}\n  subsets:\n",
               "  trafficPolicy: {tls: {mode: SIMPLE}}\n  subsets:\n"},
              plain);
    table.row("client TLS of a subset", "dr-reviews", "labels: {version: v2}\n",
              {"labels: {version: v2}\n      trafficPolicy: {tls: {mode: DISABLE}}\n"}, plain);
    table.row("rule exported", "dr-reviews", "  subsets:\n", {"  exportTo: [pay]\n  subsets:\n"}, plain);
    table.removed("no rule any more", "dr-reviews", plain);
    table.added("a client's own rule",
                {resource("DestinationRule", "jobs",
                          "host: reviews.shop.svc.cluster.local, subsets: [{name: v2, labels: {version: v2}}]"),
                 resource("DestinationRule", "jobs",
                          "host: \"*.shop.svc.cluster.local\", trafficPolicy: {tls: {mode: DISABLE}}")},
                call("jobs", "batch", reviews));
    table.added(
        "plain text into STRICT",
        {resource("DestinationRule", "pay", "host: payments, trafficPolicy: {tls: {mode: DISABLE}}"),
         resource("DestinationRule", "istio-system", "host: \"*.local\", trafficPolicy: {tls: {mode: DISABLE}}")},
        call("jobs", "batch", payments));
    table.row("pods' labels", "reviews-v2", "version: v2", {"version: v4", "version: v3"}, plain);
    table.row("pods outside of the Service", "reviews-v1", "app: reviews", {"app: review"}, plain);
    table.removed("workload removed", "reviews-v3", with(plain, "x-preview", "yes"));
    table.row("injection off", "ns-pay", "istio-injection: enabled", {"istio-injection: disabled", "x: y"},
              call("jobs", "batch", payments));
    table.row("injection on", "ns-legacy", "labels: {}", {"labels: {istio-injection: enabled}"},
              call("legacy", "old", payments));
    table.row("pod without a proxy", "payments", "app: payments", {"app: payments, sidecar.istio.io/inject: \"false\""},
              call("jobs", "batch", payments));
    table.row("caller without a proxy", "batch", "app: batch", {"app: batch, sidecar.istio.io/inject: \"false\""},
              call("jobs", "batch", reviews));
    table.row("caller's labels", "web", "tier: front", {"tier: back"}, call("shop", "web", reviews, "/front"));
    table.row("caller's account", "web", "serviceAccountName: web", {"serviceAccountName: other"},
              on(call("shop", "web", cart, "/items"), 8080));
    table.row("selector", "svc-web", "app: web", {"app: webb", "app: cart"}, call("shop", "cart", web));
    table.row("port", "svc-payments", "port: 80}", {"port: 81}"}, call("jobs", "batch", payments));
    table.row("target port", "svc-cart", "targetPort: 8000", {"targetPort: 8001"},
              on(with(call("pay", "payments", cart, "/"), "x-admin", "root"), 8080));
    table.row("service exported", "svc-reviews", "  namespace: shop\n",
              {"  namespace: shop\n  annotations: {networking.istio.io/exportTo: \".\"}\n"},
              call("pay", "payments", reviews));
    table.removed("service removed", "svc-web", call("shop", "cart", web));
    const Request opaque = tcp(call("pay", "payments", ledger), 7000);
    table.row("TCP weights", "vs-ledger", "weight: 80", {"weight: 60", "weight: 0"}, opaque);
    table.row("TCP port", "vs-ledger", "- port: 7000", {"- port: 7001"}, opaque);
    table.row("TCP subset's labels", "dr-ledger", "labels: {track: canary}", {"labels: {track: canaries}"}, opaque);
    const Request partner = call("shop", "web", "api.partner.com", "/v1");
    table.row("outside host", "se-partner", "hosts: [api.partner.com]", {"hosts: [api.partners.com]"}, partner);
    table.row("outside port", "se-partner", "number: 80", {"number: 8080"}, partner);
    table.row("outside timeout", "vs-partner", "timeout: 9s", {"timeout: 90s"}, partner);
    table.row("outside route exported", "vs-partner", "exportTo: [\".\"]", {"exportTo: [pay]", "exportTo: [\"~\"]"},
              partner);
    table.row("mesh's outbound policy", "config", "mode: ALLOW_ANY", {"mode: REGISTRY_ONLY"},
              call("shop", "web", std::string(traffic::unknownHost)));
}

void changeGateways(Table& table)
{
    const Request shop = through("public", "shop.example.com");
    table.row("gateway's host", "gw-public", "        - shop.example.com\n",
              {"", "        - shops.example.com\n", "        - pay/shop.example.com\n"}, shop);
    table.row("gateway's wildcard", "gw-public", "\"*.preview.example.com\"",
              {"\"*.other.example.com\"", "b.preview.example.com"}, through("public", "a.preview.example.com"));
    table.row("gateway's port", "gw-public", "number: 80,", {"number: 81,"}, shop);
    table.row("gateway's selector", "gw-public", "selector: {istio: edge}", {"selector: {istio: other}"},
              through("public", "shop.example.com", "/admin"));
    table.row("HTTPS redirect", "gw-public", "      hosts:\n        - shop",
              {"      tls: {httpsRedirect: true}\n      hosts:\n        - shop"}, shop);
    const Request secure = tls(through("public", "secure.example.com"), 443);
    table.row("TLS host", "gw-public", "hosts: [secure.example.com]", {"hosts: [secured.example.com]"}, secure);
    const Request ledgers = tcp(tls(through("public", "ledger.example.com"), 8443), 8443);
    table.row("passthrough host", "gw-public", "hosts: [ledger.example.com]", {"hosts: [ledgers.example.com]"},
              ledgers);
    table.row("SNI", "vs-passthrough", "sniHosts: [ledger.example.com]", {"sniHosts: [x.ledger.example.com]"}, ledgers);
    table.row("passthrough destination", "vs-passthrough", "subset: stable", {"subset: canary", "subset: none"},
              ledgers);
    const Request eu = with(through("public", "shop.example.com", "/cart"), "x-shop", "eu");
    table.row("edge's header", "vs-edge", "x-shop: {prefix: eu}", {"x-shop: {prefix: us}", "x-shop: {exact: eu2}"}, eu);
    table.row("edge's header widened", "vs-edge", "x-shop: {prefix: eu}", {"x-shop: {}", "x-shop: {prefix: e}"},
              with(through("public", "shop.example.com", "/cart"), "x-shop", "e"));
    table.row("edge's path", "vs-edge", "uri: {prefix: /cart}", {"uri: {prefix: /carts}", "uri: {exact: /car}"}, eu);
    table.row("edge's destination", "vs-edge", "- destination: {host: web}",
              {"- destination: {host: reviews}", "- destination: {host: webs}"}, shop);
    table.row("authority", "vs-edge", "authority: {exact: a.preview.example.com}",
              {"authority: {exact: b.preview.example.com}", "authority: {exact: shop.example.com}"},
              through("public", "a.preview.example.com"));
    table.row("edge's hosts", "vs-edge", "    - shop.example.com\n", {"", "    - shops.example.com\n"}, shop);
    table.row("edge's gateway", "vs-edge", "gateways: [edge/public]", {"gateways: [edge/other]", "gateways: [mesh]"},
              shop);
    table.removed("edge routes removed", "vs-edge", shop);
    table.removed("gateway policy removed", "ap-edge", through("public", "shop.example.com", "/admin"));
    table.row("gateway policy", "ap-edge", "paths: [\"/admin*\"]",
              {"paths: [\"/admin/*\"]", "paths: [/other]", "paths: [\"*/admin\"], methods: [PUT]"},
              through("public", "shop.example.com", "/admin"));
    const Request app = through("k8s", "app.gw.example.com");
    const Request v2 = with(through("k8s", "app.gw.example.com", "/v2"), "x-canary", "on");
    table.row("backend weights", "httproute", "weight: 3", {"weight: 2", "weight: 1", "weight: 0"}, app);
    table.row("HTTPRoute's path", "httproute", "type: PathPrefix, value: /v2",
              {"type: PathPrefix, value: /v3", "type: Exact, value: /v22"}, v2);
    table.row("HTTPRoute's header", "httproute", "name: x-canary, value: \"on\"",
              {"name: x-canary, value: \"off\"", "name: x-other, value: \"on\""}, v2);
    table.row("HTTPRoute's host", "httproute", "hostnames: [app.gw.example.com]", {"hostnames: [apps.gw.example.com]"},
              app);
    table.row("HTTPRoute's parent", "httproute", "- {name: k8s, namespace: edge}", {"- {name: k8, namespace: edge}"},
              app);
    table.row("listener's host", "k8s-gateway", "hostname: \"*.gw.example.com\"", {"hostname: \"*.gws.example.com\""},
              app);
    table.row("listener's port", "k8s-gateway", "port: 80", {"port: 8080"}, app);
    table.row("routes allowed", "k8s-gateway", "{from: All}", {"{from: Same}"}, app);
    const Request granted = through("k8s", "app.gw.example.com", "/pay");
    table.removed("grant removed", "grant", granted);
    table.row("grant", "grant", "namespace: shop", {"namespace: shops"}, granted);
    table.row("backend", "httproute", "{name: payments, namespace: pay, port: 80}",
              {"{name: payments, namespace: pay, port: 90}"}, granted);
}

void changePolicies(Table& table)
{
    const Request items = on(call("shop", "web", cart, "/items"), 8080);
    table.row("principal", "ap-cart", "principals: [cluster.local/ns/shop/sa/web]",
              {"principals: [cluster.local/ns/shop/sa/w]", "principals: [cluster.local/ns/pay/*]",
               "notPrincipals: [cluster.local/ns/shop/sa/web]"},
              items);
    table.row("principal widened", "ap-cart", "principals: [cluster.local/ns/shop/sa/web]",
              {"principals: [cluster.local/ns/pay/*, cluster.local/ns/shop/sa/web]", "principals: [\"*\"]"},
              on(call("pay", "payments", cart, "/items"), 8080));
    table.row("methods", "ap-cart", "methods: [GET, POST]", {"methods: [POST]", "notMethods: [GET]"}, items);
    table.row("methods widened", "ap-cart", "methods: [GET, POST], ", {"", "methods: [GET, POST, DELETE], "},
              on(by(call("shop", "web", cart, "/items"), "DELETE"), 8080));
    table.row("paths", "ap-cart", "paths: [\"/items*\", \"/slow\"]",
              {"paths: [\"/item\", \"/slow\"]", "paths: [\"/items/*\", \"/slow\"]", "notPaths: [\"/items*\"]"}, items);
    table.row("policy's namespace", "ap-cart", "namespaces: [jobs]", {"namespaces: [job]", "namespaces: [pay]"},
              on(call("jobs", "batch", cart, "/batch/x"), 8080));
    const Request root = on(with(call("pay", "payments", cart, "/"), "x-admin", "root"), 8080);
    table.row("condition's header", "ap-cart", "request.headers[x-admin]", {"request.headers[x-other]"}, root);
    table.row("condition's value", "ap-cart", "values: [root]",
              {"values: [roots]", "notValues: [root]", "values: [\"r*x\"]"}, root);
    table.row("condition widened", "ap-cart", "values: [root]",
              {"values: [root, \"super*\"]", "values: [\"*\"]", "notValues: [root]"},
              on(with(call("pay", "payments", cart, "/"), "x-admin", "superx"), 8080));
    table.row("policy's port", "ap-cart", "ports: [\"8000\"]", {"ports: [\"8080\"]"}, root);
    table.row("action", "ap-cart", "action: ALLOW", {"action: DENY"}, items);
    table.row("action", "ap-cart", "action: ALLOW", {"action: AUDIT"}, on(call("pay", "payments", cart, "/"), 8080));
    table.row("dry run", "ap-cart", "  namespace: shop\n",
              {"  namespace: shop\n  annotations: {istio.io/dry-run: \"true\"}\n"},
              on(call("pay", "payments", cart, "/"), 8080));
    table.row("policy's selector", "ap-cart", "matchLabels: {app: cart}", {"matchLabels: {app: carts}"},
              on(call("pay", "payments", cart, "/"), 8080));
    table.removed("policy removed", "ap-cart", on(call("pay", "payments", cart, "/"), 8080));
    table.added("policy for a namespace",
                {policy("shop", ""), policy("shop", "action: DENY, rules: [{}]"),
                 policy("shop", "action: DENY, rules: [{from: [{source: {namespaces: [jobs]}}]}]"),
                 policy("istio-system", "action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]"),
                 policy("shop", "rules: [{to: [{operation: {paths: [/only]}}]}]"),
                 policy("shop", "action: CUSTOM, provider: {name: opa}, rules: [{}]")},
                call("jobs", "batch", reviews));
    table.added("policy for one header",
                {policy("shop", "action: DENY, rules: [{when: [{key: \"request.headers[x-bad]\", values: [\"a*\"]}]}]"),
                 policy("shop",
                        "action: DENY, rules: [{to: [{operation: {paths: [\"/bad/{*}/x\"]}}], when: [{key: "
                        "\"request.headers[x-bad]\", values: [ax]}]}]")},
                with(call("pay", "payments", web, "/bad/1/x"), "x-bad", "ax"));
    const Request paying = bearing(call("shop", "web", payments, "/pay"), one, "pay", "admin");
    table.row("issuer", "ra-payments", "issuer: https://one.example.com", {"issuer: https://three.example.com"},
              paying);
    table.row("audience", "ra-payments", "audiences: [pay]", {"audiences: [paying]"}, paying);
    table.row("audience dropped", "ra-payments", "      audiences: [pay]\n", {""},
              bearing(call("jobs", "batch", payments, "/pay"), one, "other", "admin"));
    table.row("second issuer", "ra-payments", "    - issuer: https://two.example.com\n",
              {"", "    - issuer: https://two.example.com\n      audiences: [pay2]\n"},
              bearing(call("jobs", "batch", payments), two, ""));
    table.row("request principal", "ap-payments", "https://one.example.com/*",
              {"https://two.example.com/*", "https://one.example.com/me"}, paying);
    table.row("claim", "ap-payments", "claims[group]", {"claims[groups]"}, paying);
    table.row("claim's values", "ap-payments", "values: [admin, clerk]", {"values: [clerk]", "notValues: [admin]"},
              paying);
    table.row("claim's values widened", "ap-payments", "values: [admin, clerk]", {"values: [admin, clerk, guest]"},
              bearing(call("shop", "web", payments, "/pay"), one, "pay", "guest"));
    table.row("allowed health", "ap-payments", "paths: [/health]", {"paths: [/healthz]", "notPaths: [/health]"},
              call("shop", "web", payments, "/health"));
    table.row("allowed namespace", "ap-payments", "namespaces: [jobs]", {"namespaces: [shop]", "notNamespaces: [jobs]"},
              call("jobs", "batch", payments));
    const Request internal = bearing(call("shop", "web", payments, "/pay/internal"), one, "pay", "admin");
    table.row("denied path", "ap-payments-deny", "paths: [\"/pay/internal*\"]",
              {"paths: [\"/pay/intern\"]", "paths: [\"/internal*\"]"}, internal);
    table.row("denied namespace", "ap-payments-deny", "notNamespaces: [jobs]",
              {"notNamespaces: [shop]", "namespaces: [jobs]"}, internal);
    table.removed("denial removed", "ap-payments-deny", internal);
    table.removed("authentication removed", "ra-payments", paying);
    table.row("mTLS of a namespace", "pa-pay", "mode: STRICT", {"mode: DISABLE"}, call("jobs", "batch", payments));
    table.row("mTLS opened", "pa-pay", "mode: STRICT", {"mode: PERMISSIVE"}, tcp(outside(ledger), 7000));
    table.row("mTLS of a workload", "pa-shop-cart", "mode: PERMISSIVE", {"mode: STRICT"},
              on(with(outside(cart), "x-admin", "root"), 8080));
    table.row("mTLS of a port", "pa-shop-cart", "mode: PERMISSIVE}\n",
              {"mode: PERMISSIVE}\n  portLevelMtls: {8000: {mode: STRICT}}\n"},
              on(with(outside(cart), "x-admin", "root"), 8080));
    table.removed("mTLS removed", "pa-pay", tcp(outside(ledger), 7000));
    table.row("egress", "sidecar-jobs", "        - \"shop/reviews.shop.svc.cluster.local\"\n",
              {"", "        - \"shop/review.shop.svc.cluster.local\"\n",
               "        - \"pay/reviews.shop.svc.cluster.local\"\n"},
              call("jobs", "batch", reviews));
    table.row("egress widened", "sidecar-jobs", "\"./*\"", {"\"*/*\"", "\"shop/*\""}, call("jobs", "batch", web));
    table.row("own outbound policy", "sidecar-jobs", "mode: REGISTRY_ONLY", {"mode: ALLOW_ANY"},
              call("jobs", "batch", web));
    table.removed("Sidecar removed", "sidecar-jobs", call("jobs", "batch", web));
    table.row("trust domain", "config", "    outboundTrafficPolicy",
              {"    trustDomain: other\n    outboundTrafficPolicy"}, items);
}

} // namespace

std::vector<Mutation> changingMutations()
{
    Table table;
    changeRoutes(table);
    changeDelegates(table);
    changeDestinations(table);
    changeGateways(table);
    changePolicies(table);
    return table.take();
}

} // namespace meshdraft::test
