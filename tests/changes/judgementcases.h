// SPDX-License-Identifier: Apache-2.0
// One mesh, and changes of it, one for each kind of risk rule: what the units that judge a change are tested with.
#pragma once

#include "models/changes/riskpolicy.h"
#include "models/mesh/effective/meshview.h"
#include "yamlmesh.h"

#include <QString>

#include <vector>

namespace meshdraft::tests {

inline std::string object(const std::string& apiVersion, const std::string& kind, const std::string& name,
                          const std::string& spec, const std::string& ns = "shop", const std::string& more = {})
{
    return "---\napiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: " + ns
        + more + "}\nspec: " + spec + "\n";
}

inline std::string istio(const std::string& kind, const std::string& name, const std::string& spec,
                         const std::string& ns = "shop", const std::string& more = {})
{
    return object("networking.istio.io/v1", kind, name, spec, ns, more);
}

inline std::string security(const std::string& kind, const std::string& name, const std::string& spec,
                            const std::string& ns = "shop", const std::string& more = {})
{
    return object("security.istio.io/v1", kind, name, spec, ns, more);
}

inline std::string deployment(const std::string& name, const std::string& ns, const std::string& more = {})
{
    return object("apps/v1", "Deployment", name,
                  "{" + more + "template: {metadata: {labels: {app: " + name + "}}, spec: {containers: [{name: a}]}}}",
                  ns);
}

inline std::string service(const std::string& name, const std::string& ns)
{
    return object("v1", "Service", name, "{selector: {app: " + name + "}, ports: [{name: http, port: 80}]}", ns);
}

inline std::string injectedNamespace(const std::string& name)
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + ", labels: {istio-injection: enabled}}\n";
}

/// Two namespaces with three sidecars, and a gateway: shop (web, reviews), pay (pay), istio-system (ingress).
inline std::string meshOfCases()
{
    return injectedNamespace("shop") + injectedNamespace("pay") + deployment("web", "shop", "replicas: 3, ")
        + deployment("reviews", "shop", "replicas: 2, ") + deployment("pay", "pay") + service("web", "shop")
        + service("reviews", "shop") + service("pay", "pay")
        + "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ingress, namespace: istio-system}\nspec: "
          "{template: {metadata: {labels: {istio: ingressgateway}}, spec: {containers: [{name: istio-proxy}]}}}\n"
        + istio("Gateway", "edge",
                "{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, "
                "hosts: [shop.example], tls: {mode: SIMPLE, credentialName: cert}}]}");
}

inline std::string rule(const std::string& more, const std::string& subsets = "{name: v1, labels: {version: v1}}")
{
    return istio("DestinationRule", "reviews", "{host: reviews, " + more + "subsets: [" + subsets + "]}");
}

inline std::string toSubset(const std::string& subset)
{
    return "{destination: {host: reviews, subset: " + subset + "}}";
}

inline std::string routes(const std::string& more, const std::string& destinations)
{
    return istio("VirtualService", "reviews",
                 "{hosts: [reviews], http: [{" + more + "route: [" + destinations + "]}]}");
}

struct JudgementCase {
    const char* name;
    std::string before; ///< besides meshOfCases()
    std::string after;
};

/// A change of each kind of rule in resources/risk/default.json.
inline std::vector<JudgementCase> judgementCases()
{
    const std::string two = "{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}";
    const std::string mostly = "{destination: {host: reviews, subset: v1}, weight: 90}, {destination: {host: reviews, "
                               "subset: v2}, weight: 10}";
    const std::string lessOften = "{destination: {host: reviews, subset: v1}, weight: 70}, {destination: {host: "
                                  "reviews, subset: v2}, weight: 30}";
    const std::string toCart =
        istio("VirtualService", "web", "{hosts: [web], http: [{route: [{destination: {host: cart}}]}]}");
    const auto order = [](const std::string& first, const std::string& second) {
        const auto route = [](const std::string& name) {
            return "{name: " + name + ", route: [{destination: {host: reviews, subset: " + name + "}}]}";
        };
        return istio("Sidecar", "default", "{egress: [{hosts: ['./*']}]}")
            + istio("VirtualService", "reviews",
                    "{hosts: [reviews], http: [" + route(first) + ", " + route(second) + "]}");
    };
    const auto telemetry = [](const std::string& ns) {
        return object("telemetry.istio.io/v1", "Telemetry", "default", "{tracing: [{randomSamplingPercentage: 5}]}",
                      ns);
    };
    return {
        {"comments", routes("", toSubset("v1")) + rule(""), routes("", toSubset("v1")) + rule("") + "# why\n"},
        {"weights", rule("", two) + routes("", mostly), rule("", two) + routes("", lessOften)},
        {"timeout", rule("") + routes("", toSubset("v1")), rule("") + routes("timeout: 3s, ", toSubset("v1"))},
        {"canary", rule("") + routes("", toSubset("v1")), rule("", two) + routes("", toSubset("v2"))},
        {"subset removed", rule("", two) + routes("", toSubset("v2")), rule("") + routes("", toSubset("v1"))},
        {"subset removed in use", rule("", two) + routes("", toSubset("v2")), rule("") + routes("", toSubset("v2"))},
        {"circuit breaker", rule(""), rule("trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}, ")},
        {"hash policy", rule(""), rule("trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: x-user}}}, ")},
        {"client TLS", rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, "),
         rule("trafficPolicy: {tls: {mode: DISABLE}}, ")},
        {"gateway certificate", "",
         istio("Gateway", "other",
               "{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, "
               "hosts: [b.example], tls: {mode: SIMPLE, credentialName: b}}]}")},
        {"strict mTLS", security("PeerAuthentication", "default", "{mtls: {mode: PERMISSIVE}}"),
         security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}")},
        {"strict mTLS of the mesh", "",
         security("PeerAuthentication", "default", "{mtls: {mode: STRICT}}", "istio-system")},
        {"authorization", "",
         security("AuthorizationPolicy", "harmless",
                  "{selector: {matchLabels: {app: pay}}, rules: [{from: [{source: {namespaces: [shop]}}]}]}", "pay")},
        {"authorization denies", "",
         security("AuthorizationPolicy", "harmless", "{action: DENY, rules: [{to: [{operation: {methods: [PUT]}}]}]}",
                  "pay")},
        {"tokens", "",
         security("RequestAuthentication", "jwt",
                  "{selector: {matchLabels: {app: web}}, jwtRules: [{issuer: a.example}]}")},
        {"envoy filter", "",
         istio(
             "EnvoyFilter", "lua",
             "{workloadSelector: {labels: {app: web}}, configPatches: [{applyTo: HTTP_FILTER}, {applyTo: CLUSTER}]}")},
        {"sidecar", istio("Sidecar", "default", "{egress: [{hosts: ['./*']}]}"),
         istio("Sidecar", "default", "{egress: [{hosts: ['./*', 'pay/*']}]}")},
        {"sidecar of the mesh", "", istio("Sidecar", "default", "{egress: [{hosts: ['./*']}]}", "istio-system")},
        {"telemetry of the mesh", "",
         object("telemetry.istio.io/v1", "Telemetry", "default", "{tracing: [{randomSamplingPercentage: 5}]}",
                "istio-system")},
        {"wasm version",
         object("extensions.istio.io/v1alpha1", "WasmPlugin", "a",
                "{selector: {matchLabels: {app: web}}, url: 'oci://a:1'}"),
         object("extensions.istio.io/v1alpha1", "WasmPlugin", "a",
                "{selector: {matchLabels: {app: web}}, url: 'oci://a:2'}")},
        {"service entry", "",
         istio("ServiceEntry", "out",
               "{hosts: [api.example], ports: [{number: 443, name: tls, protocol: TLS}], "
               "resolution: DNS, exportTo: ['.']}")},
        {"service selector", object("v1", "Service", "cart", "{selector: {app: web}, ports: [{port: 80}]}"),
         object("v1", "Service", "cart", "{selector: {app: reviews}, ports: [{port: 80}]}")},
        {"workload image", deployment("jobs", "pay"),
         object("apps/v1", "Deployment", "jobs",
                "{template: {metadata: {labels: {app: jobs}}, spec: {containers: [{name: a, image: b}]}}}", "pay")},
        {"new route at a gateway", "",
         istio("VirtualService", "edge",
               "{hosts: [shop.example], gateways: [edge], http: [{route: [{destination: {host: web}}]}]}")},
        {"proxy config", "", istio("ProxyConfig", "slow", "{concurrency: 1}")},
        {"bootstrap patch", "",
         istio("EnvoyFilter", "start",
               "{workloadSelector: {labels: {app: web}}, configPatches: [{applyTo: BOOTSTRAP}]}")},
        {"order of routes", order("v1", "v2"), order("v2", "v1")},
        {"service renamed", toCart + service("cart", "shop"),
         toCart + tests::replaced(service("cart", "shop"), "name: cart", "name: basket")},
        {"telemetry leaves the root namespace", telemetry("istio-system"), telemetry("shop")},
    };
}

struct JudgedCase {
    mesh::MeshGraphPtr before;
    mesh::MeshGraphPtr after;
    changes::MeshChange change;

    mesh::effective::MeshView viewBefore() const { return mesh::effective::MeshView(before); }
    mesh::effective::MeshView viewAfter() const { return mesh::effective::MeshView(after); }
};

inline JudgedCase judged(const std::string& before, const std::string& after)
{
    JudgedCase result{.before = graphOf(meshOfCases() + before), .after = graphOf(meshOfCases() + after), .change = {}};
    result.change = changes::compareGraphs(*result.before, *result.after);
    changes::RiskPolicy::builtIn().classify(result.change, *result.before, *result.after);
    return result;
}

} // namespace meshdraft::tests
