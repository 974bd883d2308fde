// SPDX-License-Identifier: Apache-2.0
#include "tests/traffic/richmesh.h"

#include "tests/mesh/meshtexts.h"

#include <QtGlobal>

namespace meshdraft::test {

namespace {

std::string object(const std::string& apiVersion, const std::string& kind, const std::string& ns,
                   const std::string& name, const std::string& rest)
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: " + name
        + (ns.empty() ? "" : "\n  namespace: " + ns) + "\n" + rest;
}

std::string istio(const std::string& kind, const std::string& ns, const std::string& name, const std::string& spec)
{
    return object("networking.istio.io/v1", kind, ns, name, "spec:\n" + spec);
}

std::string security(const std::string& kind, const std::string& ns, const std::string& name, const std::string& spec)
{
    return object("security.istio.io/v1", kind, ns, name, "spec:\n" + spec);
}

std::string deployment(const std::string& ns, const std::string& name, const std::string& labels,
                       const std::string& account = {})
{
    return object("apps/v1", "Deployment", ns, name,
                  "spec:\n  template:\n    metadata:\n      labels: {" + labels + "}\n    spec:\n      containers: []\n"
                      + (account.empty() ? "" : "      serviceAccountName: " + account + "\n"));
}

std::string service(const std::string& ns, const std::string& name, const std::string& selector,
                    const std::string& ports)
{
    return object("v1", "Service", ns, name, "spec:\n  selector: {" + selector + "}\n  ports:\n" + ports);
}

std::string nameSpace(const std::string& name, const std::string& labels)
{
    return object("v1", "Namespace", {}, name, "  labels: {" + labels + "}\n");
}

void addBasics(MeshTexts& mesh)
{
    mesh["config"] = object("v1", "ConfigMap", "istio-system", "istio",
                            "data:\n  mesh: |\n    outboundTrafficPolicy: {mode: ALLOW_ANY}\n");
    mesh["ns-istio-system"] = nameSpace("istio-system", "");
    mesh["ns-shop"] = nameSpace("shop", "istio-injection: enabled");
    mesh["ns-pay"] = nameSpace("pay", "istio-injection: enabled");
    mesh["ns-jobs"] = nameSpace("jobs", "istio-injection: enabled");
    mesh["ns-edge"] = nameSpace("edge", "istio-injection: enabled");
    mesh["ns-legacy"] = nameSpace("legacy", "");

    mesh["web"] = deployment("shop", "web", "app: web, tier: front", "web");
    mesh["reviews-v1"] = deployment("shop", "reviews-v1", "app: reviews, version: v1");
    mesh["reviews-v2"] = deployment("shop", "reviews-v2", "app: reviews, version: v2");
    mesh["reviews-v3"] = deployment("shop", "reviews-v3", "app: reviews, version: v3");
    mesh["cart"] = deployment("shop", "cart", "app: cart", "cart");
    mesh["payments"] = deployment("pay", "payments", "app: payments");
    mesh["ledger-a"] = deployment("pay", "ledger-a", "app: ledger, track: stable");
    mesh["ledger-b"] = deployment("pay", "ledger-b", "app: ledger, track: canary");
    mesh["batch"] = deployment("jobs", "batch", "app: batch", "batch");
    mesh["ingress"] = deployment("edge", "ingress", "app: ingress, istio: edge", "ingress");
    mesh["old"] = deployment("legacy", "old", "app: old");

    const std::string http = "    - {name: http, port: 80}\n";
    mesh["svc-web"] = service("shop", "web", "app: web", http);
    mesh["svc-reviews"] = service("shop", "reviews", "app: reviews", http);
    mesh["svc-cart"] = service("shop", "cart", "app: cart", "    - {name: http-web, port: 8080, targetPort: 8000}\n");
    mesh["svc-payments"] = service("pay", "payments", "app: payments", http + "    - {name: http-admin, port: 9000}\n");
    mesh["svc-ledger"] = service("pay", "ledger", "app: ledger", "    - {name: tcp, port: 7000}\n");
    mesh["svc-old"] = service("legacy", "old", "app: old", http);
}

void addRoutes(MeshTexts& mesh)
{
    mesh["vs-reviews"] = istio("VirtualService", "shop", "reviews", R"(  hosts:
    - reviews
  http:
    - name: preview
      match:
        - headers:
            x-preview: {exact: "yes"}
      route:
        - destination: {host: reviews, subset: v3}
    - name: api
      match:
        - uri: {prefix: /api/v2}
          method: {exact: GET}
      timeout: 3s
      route:
        - destination: {host: reviews, subset: v2}
    - name: german
      match:
        - queryParams:
            lang: {exact: de}
        - uri: {exact: /de}
      route:
        - destination: {host: reviews, subset: v2}
    - name: beta
      match:
        - headers:
            x-user: {regex: "beta-[a-z]+"}
          withoutHeaders:
            x-stable: {}
      route:
        - destination: {host: reviews, subset: v2}
    - name: legacy
      match:
        - uri: {exact: /Legacy}
          ignoreUriCase: true
      redirect: {uri: /new, redirectCode: 302}
    - name: batch
      match:
        - sourceNamespace: jobs
      retries: {attempts: 5, perTryTimeout: 2s}
      route:
        - destination: {host: reviews, subset: v1}
    - name: front
      match:
        - sourceLabels: {tier: front}
          uri: {prefix: /front}
      route:
        - destination: {host: reviews, subset: v3}
    - name: everyone
      route:
        - destination: {host: reviews, subset: v1}
          weight: 90
        - destination: {host: reviews, subset: v2}
          weight: 10
)");
    mesh["dr-reviews"] = istio("DestinationRule", "shop", "reviews", R"(  host: reviews
  subsets:
    - name: v1
      labels: {version: v1}
    - name: v2
      labels: {version: v2}
    - name: v3
      labels: {version: v3}
)");
    mesh["vs-cart"] = istio("VirtualService", "shop", "cart", R"(  hosts:
    - cart
  http:
    - match:
        - uri: {prefix: /items}
      delegate: {name: cart-items, namespace: shop}
    - match:
        - uri: {prefix: /slow}
      fault:
        abort: {httpStatus: 503, percentage: {value: 10}}
      route:
        - destination: {host: cart, port: {number: 8080}}
    - route:
        - destination: {host: cart}
      mirror: {host: reviews, subset: v2}
      mirrorPercentage: {value: 25}
)");
    mesh["vs-cart-items"] = istio("VirtualService", "shop", "cart-items", R"(  http:
    - match:
        - uri: {prefix: /items/new}
          method: {exact: POST}
      directResponse: {status: 410}
    - timeout: 7s
      route:
        - destination: {host: cart.shop.svc.cluster.local}
)");
    mesh["vs-ledger"] = istio("VirtualService", "pay", "ledger", R"(  hosts:
    - ledger.pay.svc.cluster.local
  tcp:
    - match:
        - port: 7000
      route:
        - destination: {host: ledger, subset: stable}
          weight: 80
        - destination: {host: ledger, subset: canary}
          weight: 20
)");
    mesh["dr-ledger"] = istio("DestinationRule", "pay", "ledger", R"(  host: ledger
  subsets:
    - name: stable
      labels: {track: stable}
    - name: canary
      labels: {track: canary}
)");
    mesh["se-partner"] = istio("ServiceEntry", "shop", "partner", R"(  hosts: [api.partner.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
    - {number: 80, name: http, protocol: HTTP}
    - {number: 443, name: tls, protocol: TLS}
)");
    mesh["vs-partner"] = istio("VirtualService", "shop", "partner", R"(  hosts: [api.partner.com]
  exportTo: ["."]
  http:
    - match:
        - uri: {prefix: /v1}
      timeout: 9s
      route:
        - destination: {host: api.partner.com, port: {number: 80}}
    - route:
        - destination: {host: api.partner.com, port: {number: 80}}
)");
}

void addGateways(MeshTexts& mesh)
{
    mesh["gw-public"] = istio("Gateway", "edge", "public", R"(  selector: {istio: edge}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts:
        - shop.example.com
        - "*.preview.example.com"
    - port: {number: 443, name: https, protocol: HTTPS}
      tls: {mode: SIMPLE, credentialName: shop-cert}
      hosts: [secure.example.com]
    - port: {number: 8443, name: tls, protocol: TLS}
      tls: {mode: PASSTHROUGH}
      hosts: [ledger.example.com]
)");
    mesh["vs-edge"] = istio("VirtualService", "shop", "edge", R"(  hosts:
    - shop.example.com
    - secure.example.com
    - "*.preview.example.com"
  gateways: [edge/public]
  http:
    - match:
        - uri: {prefix: /cart}
          headers:
            x-shop: {prefix: eu}
      route:
        - destination: {host: cart, port: {number: 8080}}
    - match:
        - authority: {exact: a.preview.example.com}
      route:
        - destination: {host: reviews, subset: v3}
    - route:
        - destination: {host: web}
)");
    mesh["vs-passthrough"] = istio("VirtualService", "pay", "passthrough", R"(  hosts: [ledger.example.com]
  gateways: [edge/public]
  tls:
    - match:
        - sniHosts: [ledger.example.com]
          port: 8443
      route:
        - destination: {host: ledger, port: {number: 7000}, subset: stable}
)");
    mesh["k8s-gateway"] = object("gateway.networking.k8s.io/v1", "Gateway", "edge", "k8s", R"(spec:
  gatewayClassName: istio
  listeners:
    - name: http
      port: 80
      protocol: HTTP
      hostname: "*.gw.example.com"
      allowedRoutes: {namespaces: {from: All}}
)");
    mesh["httproute"] = object("gateway.networking.k8s.io/v1", "HTTPRoute", "shop", "app", R"(spec:
  parentRefs:
    - {name: k8s, namespace: edge}
  hostnames: [app.gw.example.com]
  rules:
    - matches:
        - path: {type: PathPrefix, value: /v2}
          headers:
            - {name: x-canary, value: "on"}
      backendRefs:
        - {name: reviews, port: 80}
    - matches:
        - path: {type: PathPrefix, value: /pay}
      backendRefs:
        - {name: payments, namespace: pay, port: 80}
    - backendRefs:
        - {name: web, port: 80, weight: 3}
        - {name: reviews, port: 80, weight: 1}
)");
    mesh["grant"] = object("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "pay", "routes", R"(spec:
  from:
    - {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}
  to:
    - {group: "", kind: Service}
)");
}

void addPolicies(MeshTexts& mesh)
{
    mesh["sidecar-jobs"] = istio("Sidecar", "jobs", "default", R"(  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
  egress:
    - hosts:
        - "./*"
        - "shop/reviews.shop.svc.cluster.local"
        - "shop/cart.shop.svc.cluster.local"
        - "pay/payments.pay.svc.cluster.local"
)");
    mesh["pa-pay"] = security("PeerAuthentication", "pay", "default", "  mtls: {mode: STRICT}\n");
    mesh["pa-shop-cart"] = security("PeerAuthentication", "shop", "cart", R"(  selector: {matchLabels: {app: cart}}
  mtls: {mode: PERMISSIVE}
)");
    mesh["ap-cart"] = security("AuthorizationPolicy", "shop", "cart", R"(  selector: {matchLabels: {app: cart}}
  action: ALLOW
  rules:
    - from:
        - source: {principals: [cluster.local/ns/shop/sa/web]}
      to:
        - operation: {methods: [GET, POST], paths: ["/items*", "/slow"]}
    - from:
        - source: {namespaces: [jobs]}
      to:
        - operation: {paths: ["/batch/*"]}
    - to:
        - operation: {ports: ["8000"]}
      when:
        - {key: "request.headers[x-admin]", values: [root]}
    - from:
        - source: {namespaces: [edge]}
)");
    mesh["ra-payments"] =
        security("RequestAuthentication", "pay", "payments", R"(  selector: {matchLabels: {app: payments}}
  jwtRules:
    - issuer: https://one.example.com
      audiences: [pay]
    - issuer: https://two.example.com
)");
    mesh["ap-payments"] =
        security("AuthorizationPolicy", "pay", "payments", R"(  selector: {matchLabels: {app: payments}}
  rules:
    - from:
        - source: {requestPrincipals: ["https://one.example.com/*"]}
      to:
        - operation: {paths: ["/pay*"]}
      when:
        - {key: "request.auth.claims[group]", values: [admin, clerk]}
    - from:
        - source: {namespaces: [shop, edge]}
      to:
        - operation: {methods: [GET], paths: [/health]}
    - from:
        - source: {namespaces: [jobs]}
)");
    mesh["ap-payments-deny"] = security("AuthorizationPolicy", "pay", "payments-deny", R"(  action: DENY
  selector: {matchLabels: {app: payments}}
  rules:
    - from:
        - source: {notNamespaces: [jobs]}
      to:
        - operation: {paths: ["/pay/internal*"]}
)");
    mesh["ap-edge"] = security("AuthorizationPolicy", "edge", "edge", R"(  selector: {matchLabels: {istio: edge}}
  action: DENY
  rules:
    - to:
        - operation: {ports: ["80"], paths: ["/admin*"]}
)");
}

} // namespace

MeshTexts richMesh()
{
    MeshTexts mesh;
    addBasics(mesh);
    addRoutes(mesh);
    addGateways(mesh);
    addPolicies(mesh);
    return mesh;
}

std::shared_ptr<const traffic::Evaluator> evaluatorOf(const MeshTexts& texts)
{
    std::string all;
    for (const auto& [file, text] : texts)
        all += "---\n" + text;
    return std::make_shared<const traffic::Evaluator>(std::make_shared<const mesh::effective::MeshView>(graphOf(all)));
}

void replace(MeshTexts& texts, const std::string& file, const std::string& from, const std::string& to)
{
    std::string& text = texts.at(file);
    const auto at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        qFatal("%s: '%s' does not stand there once", file.c_str(), from.c_str());
    text.replace(at, from.size(), to);
}

} // namespace meshdraft::test
