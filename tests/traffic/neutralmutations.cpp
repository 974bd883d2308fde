// SPDX-License-Identifier: Apache-2.0
// Changes that change no request's fate: formatting, names that nobody uses, and other words for the same.
#include "tests/traffic/richmesh.h"

#include <QtGlobal>

#include <algorithm>
#include <functional>
#include <random>
#include <utility>

namespace meshdraft::test {

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count)
{
    return random() % count;
}

/// Starts of lines; texts of the mesh end with a line end.
std::vector<std::size_t> lineStarts(const std::string& text)
{
    std::vector<std::size_t> starts{0};
    for (auto at = text.find('\n'); at + 1 < text.size(); at = text.find('\n', at + 1))
        starts.push_back(at + 1);
    return starts;
}

std::string& anyFile(MeshTexts& mesh, Random& random)
{
    auto file = mesh.begin();
    std::advance(file, below(random, mesh.size()));
    return file->second;
}

void commentLine(MeshTexts& mesh, Random& random)
{
    std::string& text = anyFile(mesh, random);
    const auto starts = lineStarts(text);
    text.insert(starts[below(random, starts.size())], "# subset: v9 {not: read}\n");
}

void commentBehind(MeshTexts& mesh, Random& random)
{
    std::string& text = mesh.at(random() % 2 == 0 ? "vs-reviews" : "ap-cart");
    const auto starts = lineStarts(text);
    const auto start = starts[below(random, starts.size())];
    text.insert(text.find('\n', start), " # host: elsewhere");
}

void blankLines(MeshTexts& mesh, Random& random)
{
    std::string& text = anyFile(mesh, random);
    const auto starts = lineStarts(text);
    text.insert(starts[below(random, starts.size())], "\n\n");
}

void keyOrder(MeshTexts& mesh, Random& random)
{
    std::string* text = nullptr;
    do {
        text = &anyFile(mesh, random);
    } while (!text->contains("\nspec:\n"));
    const auto metadata = text->find("metadata:\n");
    const auto spec = text->find("spec:\n", metadata);
    *text = text->substr(0, metadata) + text->substr(spec) + text->substr(metadata, spec - metadata);
}

void flowMetadata(MeshTexts& mesh, Random& random)
{
    std::string* text = nullptr;
    do {
        text = &anyFile(mesh, random);
    } while (!text->contains("\n  namespace: "));
    const auto name = text->find("\n  name: ");
    const auto ns = text->find("\n  namespace: ");
    const auto end = text->find('\n', ns + 1);
    const std::string written = "metadata: { \"name\": \"" + text->substr(name + 9, ns - name - 9) + "\", namespace: '"
        + text->substr(ns + 14, end - ns - 14) + "' }";
    const auto start = text->find("metadata:");
    text->replace(start, end - start, written);
}

void moreLabels(MeshTexts& mesh, Random& random)
{
    std::string* text = nullptr;
    do {
        text = &anyFile(mesh, random);
    } while (!text->contains("\n  namespace: "));
    text->insert(text->find("\n  namespace: "),
                 "\n  labels: {team: t" + std::to_string(below(random, 9)) + ", app: x}");
}

void otherFiles(MeshTexts& mesh, Random& random)
{
    MeshTexts moved;
    for (auto& [name, text] : mesh)
        moved[std::to_string(random()) + name] = std::move(text);
    mesh = std::move(moved);
}

/// Several at once.
void muchFormatting(MeshTexts& mesh, Random& random)
{
    for (int i = 0; i < 10; ++i) {
        commentLine(mesh, random);
        blankLines(mesh, random);
        commentBehind(mesh, random);
    }
    otherFiles(mesh, random);
}

std::string object(const std::string& group, const std::string& kind, const std::string& ns, const std::string& spec)
{
    return "apiVersion: " + group + "\nkind: " + kind + "\nmetadata: {name: new, namespace: " + ns + "}\nspec: {" + spec
        + "}\n";
}

class Table {
public:
    void seeded(const std::string& kind, int seeds, void (*change)(MeshTexts&, Random&))
    {
        for (int seed = 0; seed < seeds; ++seed) {
            Random random(static_cast<std::uint32_t>(seed));
            MeshTexts mesh = m_base;
            change(mesh, random);
            add(kind, static_cast<std::size_t>(seed), std::move(mesh));
        }
    }

    void row(const std::string& kind, const std::string& file, const std::string& from,
             const std::vector<std::string>& texts)
    {
        for (std::size_t seed = 0; seed < texts.size(); ++seed) {
            MeshTexts mesh = m_base;
            replace(mesh, file, from, texts[seed]);
            add(kind + ", " + file, seed, std::move(mesh));
        }
    }

    void added(const std::string& kind, const std::vector<std::string>& texts)
    {
        for (std::size_t seed = 0; seed < texts.size(); ++seed) {
            MeshTexts mesh = m_base;
            mesh["zz-new"] = texts[seed];
            add(kind, seed, std::move(mesh));
        }
    }

    std::vector<Mutation> take() { return std::move(m_mutations); }

private:
    void add(const std::string& name, std::size_t seed, MeshTexts mesh)
    {
        m_mutations.push_back({name + ", seed " + std::to_string(seed), std::move(mesh), {}});
    }

    const MeshTexts m_base = richMesh();
    std::vector<Mutation> m_mutations;
};

void format(Table& table)
{
    table.seeded("comment line", 12, commentLine);
    table.seeded("comment behind", 10, commentBehind);
    table.seeded("blank lines", 10, blankLines);
    table.seeded("key order", 12, keyOrder);
    table.seeded("metadata in flow style and quotes", 12, flowMetadata);
    table.seeded("labels of the objects", 10, moreLabels);
    table.seeded("other files", 8, otherFiles);
    table.seeded("much formatting", 12, muchFormatting);
}

void rename(Table& table)
{
    for (const std::string name : {"preview", "api", "german", "beta", "legacy", "batch", "front", "everyone"})
        table.row("route renamed", "vs-reviews", "- name: " + name + "\n", {"- name: other\n", "-\n"});
    table.row("server renamed", "gw-public", "name: http,", {"name: http-shop,", "name: http2,"});
    table.row("credential renamed", "gw-public", "credentialName: shop-cert", {"credentialName: other"});
    table.row("port renamed", "svc-cart", "name: http-web", {"name: http", "name: http-other"});
}

void addUnused(Table& table)
{
    table.row("unused subset", "dr-reviews", "  subsets:\n",
              {"  subsets:\n    - {name: v0, labels: {version: v0}}\n",
               "  subsets:\n    - {name: v1-eu, labels: {version: v1, zone: eu}}\n", "  subsets:\n    - {name: all}\n",
               "  subsets:\n    - {name: v4, labels: {version: v2}, trafficPolicy: {tls: {mode: DISABLE}}}\n"});
    table.row("unused subset", "dr-ledger", "  subsets:\n",
              {"  subsets:\n    - {name: none, labels: {track: none}}\n"});
    const std::string net = "networking.istio.io/v1";
    const std::string sec = "security.istio.io/v1";
    table.added(
        "unreferenced",
        {object(net, "DestinationRule", "shop", "host: nobody, trafficPolicy: {tls: {mode: DISABLE}}"),
         object(net, "DestinationRule", "pay", "host: reviews, subsets: [{name: v1, labels: {version: v9}}]"),
         object(net, "VirtualService", "shop", "http: [{match: [{uri: {prefix: /}}], directResponse: {status: 500}}]"),
         object(net, "VirtualService", "shop",
                "hosts: [shop.example.com], gateways: [edge/nobody], http: [{directResponse: {status: 500}}]"),
         object(net, "Sidecar", "shop", "workloadSelector: {labels: {app: nobody}}, egress: [{hosts: [\"./*\"]}]"),
         object(sec, "AuthorizationPolicy", "shop",
                "selector: {matchLabels: {app: nobody}}, action: DENY, rules: [{}]"),
         object(sec, "AuthorizationPolicy", "legacy", "action: DENY, rules: [{}]"),
         object(sec, "AuthorizationPolicy", "shop", "action: DENY"),
         object(sec, "AuthorizationPolicy", "pay", "action: DENY, rules: [{to: [{operation: {ports: [\"1\"]}}]}]"),
         object(sec, "AuthorizationPolicy", "jobs", "action: DENY, rules: [{}]"),
         object(sec, "PeerAuthentication", "shop", "selector: {matchLabels: {app: nobody}}, mtls: {mode: STRICT}"),
         object(sec, "PeerAuthentication", "legacy", "mtls: {mode: STRICT}"),
         object(sec, "RequestAuthentication", "shop",
                "selector: {matchLabels: {app: nobody}}, jwtRules: [{issuer: x}]"),
         object(net, "EnvoyFilter", "shop",
                "workloadSelector: {labels: {app: nobody}}, configPatches: [{applyTo: HTTP_FILTER, match: {context: "
                "ANY}}]"),
         "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other, namespace: shop}\ndata: {mesh: x}\n",
         "apiVersion: v1\nkind: Secret\nmetadata: {name: other, namespace: shop}\ntype: Opaque\n",
         object("gateway.networking.k8s.io/v1", "HTTPRoute", "shop",
                "parentRefs: [{name: nobody}], hostnames: [app.gw.example.com], rules: [{}]"),
         object("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "shop",
                "from: [{group: gateway.networking.k8s.io, kind: TCPRoute, namespace: pay}], to: [{group: \"\", kind: "
                "Service}]"),
         object("apps/v1", "Deployment", "pay", "template: {metadata: {labels: {app: nobody}}, spec: {}}"),
         object("autoscaling/v2", "HorizontalPodAutoscaler", "shop", "minReplicas: 2")});
    table.added(
        "policy that repeats another",
        {object(sec, "AuthorizationPolicy", "shop",
                "selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {namespaces: [edge]}}]}]"),
         object(sec, "PeerAuthentication", "pay", "selector: {matchLabels: {app: payments}}, mtls: {mode: STRICT}"),
         object(sec, "AuthorizationPolicy", "pay",
                "selector: {matchLabels: {app: payments}}, action: DENY, rules: [{from: [{source: {notNamespaces: "
                "[jobs]}}], to: [{operation: {paths: [\"/pay/internal/*\"]}}]}]")});
}

void sayDefaults(Table& table)
{
    table.row("exported to all", "vs-reviews", "  hosts:\n",
              {"  exportTo: [\"*\"]\n  hosts:\n", "  gateways: [mesh]\n  hosts:\n"});
    table.row("exported to all", "dr-reviews", "  subsets:\n", {"  exportTo: [\"*\"]\n  subsets:\n"});
    table.row("exported to all", "svc-reviews", "  namespace: shop\n",
              {"  namespace: shop\n  annotations: {networking.istio.io/exportTo: \"*\"}\n"});
    table.row("weight of one", "vs-reviews", "subset: v3}\n    - name: everyone",
              {"subset: v3}\n          weight: 100\n    - name: everyone"});
    table.row("port of the service", "vs-cart-items", "host: cart.shop.svc.cluster.local}",
              {"host: cart.shop.svc.cluster.local, port: {number: 8080}}"});
    table.row("case", "vs-reviews", "uri: {exact: /de}", {"uri: {exact: /de}\n          ignoreUriCase: false"});
    table.row("default action", "ap-payments", "  rules:\n", {"  action: ALLOW\n  rules:\n"});
    table.row("action not said", "ap-cart", "  action: ALLOW\n", {""});
    table.row("target port", "svc-web", "port: 80}", {"port: 80, targetPort: 80}", "port: 80, protocol: TCP}"});
    table.row("account", "cart", "serviceAccountName: cart", {"serviceAccountName: cart\n      restartPolicy: Always"});
    table.row("default account", "reviews-v1", "containers: []\n",
              {"containers: []\n      serviceAccountName: default\n"});
    table.row("outbound policy", "config", "    outboundTrafficPolicy: {mode: ALLOW_ANY}\n",
              {"    rootNamespace: istio-system\n",
               "    trustDomain: cluster.local\n    outboundTrafficPolicy: {mode: ALLOW_ANY}\n"});
    table.row("server TLS", "pa-pay", "mode: STRICT}", {"mode: STRICT}\n  # all of them"});
    table.row("unset mode", "pa-shop-cart", "mode: PERMISSIVE", {"mode: UNSET"});
    table.row("subset's policy", "dr-reviews", "labels: {version: v1}\n",
              {"labels: {version: v1}\n      trafficPolicy: {}\n"});
    table.row("pool", "dr-reviews", "  subsets:\n",
              {"  trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}\n  subsets:\n"});
    table.row("no retries said", "vs-reviews", "timeout: 3s", {"timeout: 3s\n      retries: {attempts: 2}"});
    table.row("backend weight", "httproute", "{name: payments, namespace: pay, port: 80}",
              {"{name: payments, namespace: pay, port: 80, weight: 1}",
               "{group: \"\", kind: Service, name: payments, namespace: pay, port: 80}"});
    table.row("parent's kind", "httproute", "{name: k8s, namespace: edge}",
              {"{group: gateway.networking.k8s.io, kind: Gateway, name: k8s, namespace: edge}",
               "{name: k8s, namespace: edge, sectionName: http}"});
    table.row("injection of a pod", "payments", "app: payments",
              {"app: payments, sidecar.istio.io/inject: \"true\"", "app: payments, extra: label"});
}

void rewrite(Table& table)
{
    table.row("prefix in two rules", "vs-reviews",
              "    - name: api\n      match:\n        - uri: {prefix: /api/v2}\n          method: {exact: GET}\n      "
              "timeout: 3s\n      route:\n        - destination: {host: reviews, subset: v2}\n",
              {"    - match: [{uri: {prefix: /api/v2/x}, method: {exact: GET}}]\n      timeout: 3s\n      route: "
               "[{destination: {host: reviews, subset: v2}}]\n"
               "    - match: [{uri: {prefix: /api/v2}, method: {exact: GET}}]\n      timeout: 3s\n      route: "
               "[{destination: {host: reviews, subset: v2}}]\n",
               "    - match: [{uri: {prefix: /api/v2}, method: {exact: GET}, headers: {x-a: {}}}, {uri: {prefix: "
               "/api/v2}, method: {exact: GET}, withoutHeaders: {x-a: {}}}]\n"
               "      timeout: 3s\n      route: [{destination: {host: reviews, subset: v2}}]\n",
               "    - match: [{uri: {regex: \"/api/v2.*\"}, method: {regex: GET}}]\n      timeout: 3000ms\n      "
               "route: [{destination: {host: reviews.shop.svc.cluster.local, subset: v2}}]\n"});
    table.row("matches in two rules", "vs-reviews", "        - uri: {exact: /de}\n      route:\n",
              {"      route: [{destination: {host: reviews, subset: v2}}]\n    - match:\n        - uri: {exact: /de}\n "
               "     route:\n",
               "        - uri: {regex: \"/de\"}\n      route:\n",
               "        - uri: {exact: /de}\n        - uri: {exact: /de}\n      route:\n"});
    table.row("matches the other way round", "vs-reviews",
              "        - queryParams:\n            lang: {exact: de}\n        - uri: {exact: /de}\n",
              {"        - uri: {exact: /de}\n        - queryParams:\n            lang: {exact: de}\n"});
    table.row("regex for a text", "vs-reviews", "x-preview: {exact: \"yes\"}",
              {"x-preview: {regex: \"yes\"}", "x-preview: {regex: \"y[e]s\"}", "X-Preview: {exact: 'yes'}"});
    table.row("equal regex", "vs-reviews", "beta-[a-z]+", {"beta-[a-z][a-z]*", "(beta-)[a-z]{1,}"});
    table.row("equal weights", "vs-reviews",
              "weight: 90\n        - destination: {host: reviews, subset: v2}\n          weight: 10",
              {"weight: 9\n        - destination: {host: reviews, subset: v2}\n          weight: 1",
               "weight: 45\n        - destination: {host: reviews, subset: v2}\n          weight: 5",
               "weight: 90\n        - destination: {host: reviews, subset: v2}\n          weight: 10\n        - "
               "destination: {host: reviews, subset: v3}\n          weight: 0",
               "weight: 60\n        - destination: {host: reviews, subset: v1}\n          weight: 30\n        - "
               "destination: {host: reviews, subset: v2}\n          weight: 10"});
    table.row("destinations the other way round", "vs-ledger",
              "        - destination: {host: ledger, subset: stable}\n          weight: 80\n        - destination: "
              "{host: ledger, subset: canary}\n          weight: 20\n",
              {"        - destination: {host: ledger, subset: canary}\n          weight: 20\n        - destination: "
               "{host: ledger, subset: stable}\n          weight: 80\n"});
    table.row("disjoint rules the other way round", "vs-cart",
              "    - match:\n        - uri: {prefix: /items}\n      delegate: {name: cart-items, namespace: shop}\n    "
              "- match:\n        - uri: {prefix: /slow}\n      fault:\n        abort: {httpStatus: 503, percentage: "
              "{value: 10}}\n      route:\n        - destination: {host: cart, port: {number: 8080}}\n",
              {"    - match: [{uri: {prefix: /slow}}]\n      fault: {abort: {httpStatus: 503, percentage: {value: "
               "10}}}\n      route: [{destination: {host: cart, port: {number: 8080}}}]\n"
               "    - match: [{uri: {prefix: /items}}]\n      delegate: {name: cart-items, namespace: shop}\n"});
    table.row(
        "delegate written out", "vs-cart",
        "    - match:\n        - uri: {prefix: /items}\n      delegate: {name: cart-items, namespace: shop}\n",
        {"    - match: [{uri: {prefix: /items/new}, method: {exact: POST}}]\n      directResponse: {status: 410}\n"
         "    - match: [{uri: {prefix: /items}}]\n      timeout: 7s\n      route: [{destination: {host: cart}}]\n"});
    table.row("full host", "vs-reviews", "  hosts:\n    - reviews\n",
              {"  hosts:\n    - reviews.shop.svc.cluster.local\n",
               "  hosts:\n    - reviews\n    - reviews.shop.svc.cluster.local\n"});
    table.row("full host", "dr-reviews", "host: reviews\n", {"host: reviews.shop.svc.cluster.local\n"});
    table.row("rule that is never reached", "vs-reviews", "    - name: everyone\n",
              {"    - match: [{uri: {exact: /front/x}, sourceLabels: {tier: front}}]\n      directResponse: {status: "
               "500}\n    - name: everyone\n",
               "    - match: [{uri: {exact: /Legacy}}]\n      directResponse: {status: 500}\n    - name: everyone\n",
               "    - match: [{sourceNamespace: jobs, headers: {x-a: {}}}]\n      directResponse: {status: 500}\n    - "
               "name: everyone\n"});
    table.row("methods in two operations", "ap-cart",
              "        - operation: {methods: [GET, POST], paths: [\"/items*\", \"/slow\"]}\n",
              {"        - operation: {methods: [GET], paths: [\"/items*\", \"/slow\"]}\n        - operation: {methods: "
               "[POST], paths: [\"/items*\", \"/slow\"]}\n",
               "        - operation: {methods: [POST, GET], paths: [\"/slow\", \"/items*\", \"/items/*\"]}\n",
               "        - operation: {methods: [GET, POST], paths: [\"/items*\"]}\n        - operation: {methods: "
               "[GET, POST], paths: [/slow]}\n"});
    table.row("namespace as principal", "ap-cart", "source: {namespaces: [jobs]}",
              {"source: {principals: [\"cluster.local/ns/jobs/*\"]}", "source: {namespaces: [jobs, jobs]}"});
    table.row("source as condition", "ap-payments", "    - from:\n        - source: {namespaces: [jobs]}\n",
              {"    - when:\n        - {key: source.namespace, values: [jobs]}\n"});
    table.row("two namespaces in two sources", "ap-payments", "        - source: {namespaces: [shop, edge]}\n",
              {"        - source: {namespaces: [shop]}\n        - source: {namespaces: [edge]}\n"});
    table.row("claim's values the other way round", "ap-payments", "values: [admin, clerk]",
              {"values: [clerk, admin]"});
    table.row("hosts the other way round", "gw-public",
              "        - shop.example.com\n        - \"*.preview.example.com\"\n",
              {"        - \"*.preview.example.com\"\n        - shop.example.com\n",
               "        - \"*/shop.example.com\"\n        - \"*.preview.example.com\"\n"});
    table.row("authority as prefix", "vs-edge", "authority: {exact: a.preview.example.com}",
              {"authority: {regex: \"a\\\\.preview\\\\.example\\\\.com\"}"});
    table.row("gateway of the namespace", "vs-edge", "gateways: [edge/public]",
              {"gateways: [edge/public, edge/nobody]"});
    table.row("rules of a HTTPRoute the other way round", "httproute",
              "    - backendRefs:\n        - {name: web, port: 80, weight: 3}\n        - {name: reviews, port: 80, "
              "weight: 1}\n",
              {"    - backendRefs:\n        - {name: web, port: 80, weight: 6}\n        - {name: reviews, port: 80, "
               "weight: 2}\n",
               "    - matches: [{path: {type: PathPrefix, value: /}}]\n      backendRefs:\n        - {name: reviews, "
               "port: 80, weight: 1}\n        - {name: web, port: 80, weight: 3}\n"});
    table.row("egress the other way round", "sidecar-jobs",
              "        - \"./*\"\n        - \"shop/reviews.shop.svc.cluster.local\"\n",
              {"        - \"shop/reviews.shop.svc.cluster.local\"\n        - \"./*\"\n",
               "        - \"jobs/*\"\n        - \"*/reviews.shop.svc.cluster.local\"\n"});
}

} // namespace

std::vector<Mutation> neutralMutations()
{
    Table table;
    format(table);
    rename(table);
    addUnused(table);
    sayDefaults(table);
    rewrite(table);
    return table.take();
}

} // namespace meshdraft::test
