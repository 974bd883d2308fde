// SPDX-License-Identifier: Apache-2.0
#include "tests/changes/randommesh.h"

#include <algorithm>

namespace meshdraft::test {

namespace {

constexpr int mostDocuments = 5;

std::string head(const std::string& api, const std::string& kind, const std::string& name, const std::string& ns,
                 const std::string& more = {})
{
    return "apiVersion: " + api + "\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: " + ns + more
        + "}\n";
}

} // namespace

RandomMesh::RandomMesh(quint32 seed, Extent extent)
    : m_random(seed)
    , m_hasCluster(extent == Extent::Cluster)
    , m_files(fileCount)
{
    for (int i = 0; i < 4 * fileCount; ++i)
        change();
}

std::string RandomMesh::pathOf(int file)
{
    return "d" + std::to_string(file % 2) + "/f" + std::to_string(file) + ".yaml";
}

std::string RandomMesh::textOf(int file) const
{
    std::string text;
    for (const std::string& document : m_files[static_cast<std::size_t>(file)])
        text += "---\n" + document;
    return text;
}

int RandomMesh::change()
{
    const int file = m_random.bounded(fileCount);
    std::vector<std::string>& documents = m_files[static_cast<std::size_t>(file)];
    const auto place = [&] { return m_random.bounded(static_cast<int>(documents.size())); };
    const int what = m_random.bounded(10);
    if (documents.empty() || (what < 3 && documents.size() < mostDocuments)) {
        documents.insert(documents.begin() + m_random.bounded(static_cast<int>(documents.size()) + 1), document());
    } else if (what < 5) {
        documents.erase(documents.begin() + place());
    } else if (what < 6) {
        std::swap(documents[static_cast<std::size_t>(place())], documents[static_cast<std::size_t>(place())]);
    } else if (what < 8) {
        tweak(documents[static_cast<std::size_t>(place())]);
    } else if (what < 9 && m_random.bounded(4) == 0) {
        documents.clear();
    } else {
        documents[static_cast<std::size_t>(place())] = document();
    }
    return file;
}

/// Another word, or a comment, in a document that stays.
void RandomMesh::tweak(std::string& document)
{
    const std::string from =
        pick({"80", "90", ": s", ": t", "app: a", "app: b", "exportTo: n", "[m]", "host: a", "STRICT"});
    const std::string to =
        pick({"80", "90", ": s", ": t", "app: a", "app: b", "exportTo: \".\"", "[n]", "host: b", "UNSET"});
    const auto place = document.find(from);
    if (place == std::string::npos)
        document.insert(0, "# note\n");
    else if (from.substr(0, 2) == to.substr(0, 2) || from.size() == 2)
        document.replace(place, from.size(), to);
}

std::string RandomMesh::pick(std::initializer_list<const char*> words)
{
    return words.begin()[m_random.bounded(static_cast<int>(words.size()))];
}

std::string RandomMesh::more(std::initializer_list<const char*> words)
{
    return m_hasCluster ? pick(words) : std::string();
}

std::string RandomMesh::host()
{
    return pick({"a", "b", "a.n.svc.cluster.local", "b.m.svc.cluster.local", "a.n", "b.m.svc", "api.example.com",
                 "x.example.org", "\"${HOST}\"", "*.example.org"});
}

std::string RandomMesh::exportTo()
{
    return pick({"", "", ", exportTo: [\".\"]", ", exportTo: [m]", ", exportTo: [\"*\", n]"});
}

/// The annotation of Argo CD.
std::string RandomMesh::wave()
{
    return more({"", "", "", ", annotations: {argocd.argoproj.io/sync-wave: \"0\"}",
                 ", annotations: {argocd.argoproj.io/sync-wave: \"1\"}"});
}

std::string RandomMesh::virtualService()
{
    std::string text = head("networking.istio.io/v1", "VirtualService", pick({"v", "w"}), pick({"n", "m"}), wave());
    const bool isDelegate = m_hasCluster && m_random.bounded(6) == 0;
    if (isDelegate)
        text += "spec:\n  http:\n";
    else
        text += "spec:\n  hosts: [" + host() + "]\n  gateways: [" + pick({"mesh", "g", "n/g", "o/g"}) + "]\n"
            + pick({"", "  exportTo: [m]\n"}) + "  http:\n";
    for (int i = m_random.bounded(1, 3); i > 0; --i) {
        if (m_random.bounded(5) == 0) {
            text += "  - delegate: {name: " + pick({"v", "w"}) + ", namespace: " + pick({"n", "m", "o"}) + "}\n";
            continue;
        }
        text += "  - route:\n    - destination: {host: " + host() + pick({"", ", subset: s", ", subset: t"})
            + pick({"", ", port: {number: 80}", ", port: {number: 90}"}) + "}\n"
            + more({"", "", "      weight: 90\n    - {destination: {host: b, subset: t}, weight: 10}\n"})
            + pick({"", "    mirror: {host: a, subset: s}\n"})
            + more({"", "", "", "    match: [{headers: {\"@request.auth.claims.x\": {exact: y}}}]\n",
                    "    match: [{uri: {prefix: /a}}]\n", "    match: [{uri: {exact: /ab}}]\n"})
            + more({"", "    timeout: 1s\n", "    timeout: 2s\n"})
            + more({"", "    retries: {attempts: 3, perTryTimeout: 1s}\n", "    retries: {attempts: 3}\n"});
    }
    return text;
}

std::string RandomMesh::other(int kind)
{
    const std::string ns = pick({"n", "m"});
    switch (kind) {
    case 0:
        return head("v1", "Service", pick({"a", "b"}), ns,
                    pick({"", ", annotations: {networking.istio.io/exportTo: \".\"}",
                          ", annotations: {networking.istio.io/exportTo: n}"}))
            + "spec: {selector: {app: " + pick({"a", "b"}) + pick({"", ", version: s"}) + "}, ports: [{port: "
            + pick({"80", "90"}) + more({"", ", targetPort: 8080", ", protocol: UDP", ", name: http", ", name: grpc"})
            + "}" + more({"", ", {port: 70}"}) + "]}\n";
    case 1:
        return head("networking.istio.io/v1", "DestinationRule", pick({"r", "q"}), pick({"n", "m", "istio-system"}),
                    wave())
            + "spec: {" + more({"", "trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}, "}) + "host: "
            + pick({"a", "b", "\"*.example.org\"", "\"*.n.svc.cluster.local\"", "\"*\""}) + ", subsets: [{name: "
            + pick({"s", "t"}) + ", labels: {version: " + pick({"s", "t"}) + "}}]" + exportTo() + "}\n";
    case 2:
        return head("networking.istio.io/v1", "ServiceEntry", pick({"e", "f"}), ns) + "spec: {hosts: ["
            + pick({"api.example.com", "\"*.example.org\"", "a", "\"*\""}) + "], ports: [{number: " + pick({"80", "90"})
            + ", name: http" + more({"", ", protocol: TCP"})
            + "}], workloadSelector: {labels: {app: " + pick({"a", "b"}) + "}}" + exportTo() + "}\n";
    case 3:
        if (!m_hasCluster) {
            return head("networking.istio.io/v1", "Gateway", "g", pick({"n", "o"}))
                + "spec: {selector: {app: " + pick({"a", "gw"}) + "}}\n";
        }
        return head("networking.istio.io/v1", "Gateway", "g", pick({"n", "o"})) + "spec: {selector: {"
            + pick({"app: a", "app: gw", "istio: ingressgateway", "istio: x"})
            + "}, servers: [{port: {number: " + pick({"80", "90"}) + ", name: http}, hosts: ["
            + pick({"a", "\"*\"", "n/b"}) + "], tls: {mode: SIMPLE, credentialName: " + pick({"s", "t"}) + "}}]}\n";
    case 4:
        return head("security.istio.io/v1", "PeerAuthentication", pick({"p", "q"}), pick({"n", "istio-system"}))
            + "spec: {" + pick({"", "selector: {matchLabels: {app: a}}, "})
            + "mtls: {mode: " + pick({"STRICT", "DISABLE", "UNSET"}) + "}}\n";
    default:
        return head("apps/v1", "Deployment", pick({"a", "b", "c"}), ns,
                    more({"", "", ", annotations: {meshdraft.dev/calls: \"a, b.n, api.example.com\"}",
                          ", annotations: {meshdraft.dev/calls: \"b, a.m:80\"}"}))
            + "spec: {template: {metadata: {labels: {app: " + pick({"a", "b", "gw"}) + ", version: " + pick({"s", "t"})
            + "}}" + more({"", ", spec: {serviceAccountName: x}"}) + "}}\n";
    }
}

/// What says who is in the mesh and what the mesh is.
std::string RandomMesh::ofCluster()
{
    const std::string ns = pick({"n", "m", "istio-system"});
    switch (m_random.bounded(11)) {
    case 9:
        return head("flagger.app/v1beta1", "Canary", pick({"v", "w"}), ns) + "spec: {targetRef: {name: "
            + pick({"v", "w"}) + "}, service: {gateways: [" + pick({"g", "n/g"}) + "]}}\n";
    case 10:
        return head("argoproj.io/v1alpha1", "Rollout", pick({"v", "w"}), ns)
            + "spec: {strategy: {canary: {trafficRouting: {istio: {virtualService: {name: " + pick({"v", "w", "v.n"})
            + "}, destinationRule: {name: " + pick({"r", "q"}) + ", canarySubsetName: " + pick({"s", "t"}) + "}}}}}}\n";
    case 0:
        return "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + pick({"n", "m", "o"}) + ", labels: {"
            + pick({"", "istio-injection: enabled", "istio-injection: enabled", "istio.io/rev: x",
                    "istio.io/dataplane-mode: ambient", "istio-injection: enabled, istio.io/rev: x"})
            + "}}\n";
    case 1:
        return head("v1", "Pod", pick({"a", "p"}), ns,
                    ", labels: {app: " + pick({"a", "gw"}) + ", version: " + pick({"s", "t"})
                        + pick({"", ", gateway.networking.k8s.io/gateway-name: g"}) + "}")
            + "spec: {" + pick({"", "nodeName: k, "})
            + "containers: [{name: istio-proxy, image: " + pick({"auto", "h/i:1", "\"\""}) + "}]}\n";
    case 2:
        return head("v1", "ConfigMap", "istio", "istio-system")
            + "data:\n  mesh: |\n    rootNamespace: " + pick({"n", "istio-system"})
            + pick({"", "\n    defaultProviders: {accessLogging: [x]}", "\n    defaultDestinationRuleExportTo: [\".\"]",
                    "\n    extensionProviders: [{name: x, lightstep: {}}]",
                    "\n    defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: \"true\", "
                    "PILOT_ENABLE_IP_AUTOALLOCATE: \"true\"}}"})
            + "\n" + pick({"", "  meshNetworks: |\n    networks: {x: {endpoints: [{fromRegistry: c}]}}\n"});
    case 3:
        return head("v1", "Secret", pick({"s", "t"}), ns, pick({"", ", labels: {istio/multiCluster: \"true\"}"}))
            + "data: {" + pick({"c: eA==", "tls.crt: eA==, tls.key: eA==", "d: eA=="}) + "}\n";
    case 4:
        return "apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: "
            + pick({"w", "x"}) + "}\nwebhooks: [{name: sidecar-injector.istio.io, clientConfig: {service: {name: "
            + pick({"a", "b"}) + ", namespace: n}}, namespaceSelector: {matchLabels: {"
            + pick({"istio-injection: enabled", "istio.io/rev: x"}) + "}}}]\n";
    case 5:
        return "apiVersion: v1\nkind: Node\nmetadata: {name: k, labels: {topology.kubernetes.io/zone: "
            + pick({"s", "t"}) + "}}\n";
    case 6:
        return head("networking.istio.io/v1", "ProxyConfig", "pc", ns)
            + "spec: {image: {imageType: " + pick({"debug", "default"}) + "}}\n";
    case 7:
        return head("v1", "ConfigMap", pick({"istio-sidecar-injector", "istio-sidecar-injector-x"}), ns)
            + "data: {values: '{\"global\": {\"hub\": \"h\", \"tag\": \"1\", \"proxy\": {\"image\": \""
            + pick({"i", "j"})
            + "\"}}, \"sidecarInjectorWebhook\": {\"enableNamespacesByDefault\": " + pick({"true", "false"}) + "}}'}\n";
    default:
        return head("networking.istio.io/v1", "WorkloadEntry", "we", ns)
            + "spec: {address: 1.1.1.1, labels: {version: " + pick({"s", "t"}) + "}}\n";
    }
}

/// What selects pods.
std::string RandomMesh::policy()
{
    const std::string ns = pick({"n", "n", "n", "m", "istio-system"});
    const std::string selector =
        pick({"", "selector: {matchLabels: {app: a}}, ", "selector: {matchLabels: {app: a, version: s}}, ",
              "selector: {matchLabels: {version: t}}, "});
    switch (m_random.bounded(6)) {
    case 0:
    case 5:
        return head("networking.istio.io/v1", "Sidecar", pick({"s", "t"}), ns) + "spec: {"
            + pick({"", "workloadSelector: {labels: {app: a}}, ", "workloadSelector: {labels: {version: s}}, "})
            + "egress: [" + pick({"", "{hosts: [\"*/a.n.svc.cluster.local\"]}"}) + "]}\n";
    case 1:
        return head("telemetry.istio.io/v1", "Telemetry", pick({"s", "t"}), ns) + "spec: {" + selector
            + "tracing: [{providers: [{name: x}]}], accessLogging: [{disabled: " + pick({"true", "false"}) + "}]}\n";
    case 2:
        return head("security.istio.io/v1", "AuthorizationPolicy", pick({"s", "t"}), ns) + "spec: {" + selector
            + "rules: [{from: [{source: {"
            + pick({"namespaces: [n]", "namespaces: [o]", "namespaces: [\"x*\"]",
                    "principals: [cluster.local/ns/n/sa/default]", "principals: [cluster.local/ns/n/sa/x]"})
            + "}}]}]}\n";
    case 3:
        return head("security.istio.io/v1", "RequestAuthentication", pick({"s", "t"}), ns) + "spec: {" + selector
            + "jwtRules: []}\n";
    default:
        return head("networking.istio.io/v1alpha3", "EnvoyFilter", pick({"s", "t"}), ns)
            + "spec: {configPatches: [{applyTo: HTTP_FILTER, match: {proxy: {" + pick({"", "proxyVersion: x"})
            + "}}, patch: {operation: " + pick({"INSERT_BEFORE", "ADD"}) + ", value: {name: " + pick({"f", "g"})
            + "}}}]}\n";
    }
}

/// What says who may call, with which TLS, and how pods are replaced.
std::string RandomMesh::security()
{
    const std::string ns = pick({"n", "n", "m", "istio-system"});
    switch (m_random.bounded(12)) {
    case 0:
    case 1:
        return head("security.istio.io/v1", "AuthorizationPolicy", pick({"s", "t"}), ns) + "spec: {"
            + pick({"", "selector: {matchLabels: {app: a}}, "}) + pick({"", "", "action: DENY, "}) + "rules: ["
            + pick({"", "{}", "{from: [{source: {principals: [cluster.local/ns/n/sa/a, td/ns/n/sa/b]}}]}",
                    "{from: [{source: {requestPrincipals: ['*'], notRequestPrincipals: ['*']}}]}",
                    "{to: [{operation: {methods: [get], hosts: [a.n.svc.cluster.local], ports: ['80']}}]}"})
            + "]}\n";
    case 2:
        return head("v1", "ServiceAccount", pick({"a", "b"}), pick({"n", "m"}));
    case 3:
        return head("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "rg", ns)
            + "spec: {from: [{namespace: " + pick({"n", "o"}) + "}]}\n";
    case 4:
        return head("networking.istio.io/v1", "WorkloadGroup", pick({"s", "t"}), ns)
            + "spec: {metadata: {labels: {app: " + pick({"a", "b"})
            + "}}, template: {serviceAccount: " + pick({"a", "b"}) + "}}\n";
    case 5:
        return head("install.istio.io/v1alpha1", "IstioOperator", "io", "istio-system")
            + "spec: {revision: " + pick({"x", "y"}) + ", tag: " + pick({"1.26.0", "1.28.0"})
            + pick({"", ", meshConfig: {enableAutoMtls: false}"}) + "}\n";
    case 6:
        return "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: "
               "w}\n"
               "webhooks: [{name: w, clientConfig: {service: {name: a, namespace: n, port: 80}}}]\n";
    case 7:
    case 8:
        return head("networking.istio.io/v1", "DestinationRule", pick({"r", "q"}), ns)
            + "spec: {host: " + pick({"a", "b", "a.n.svc.cluster.local", "\"*.n.svc.cluster.local\"", "\"*.local\""})
            + ", trafficPolicy: {tls: {mode: " + pick({"DISABLE", "ISTIO_MUTUAL", "SIMPLE"})
            + "}}, subsets: [{name: s}, {name: t, labels: {version: t}}]" + exportTo() + "}\n";
    case 9:
        return head("security.istio.io/v1", "RequestAuthentication", pick({"s", "t"}), ns)
            + "spec: {jwtRules: [{issuer: i}]}\n";
    case 10:
        return head("networking.istio.io/v1", "Sidecar", pick({"s", "t"}), ns)
            + "spec: {egress: [{hosts: [n/a.n.svc.cluster.local, ./b, o/*]}]}\n";
    default:
        return head("apps/v1", "Deployment", pick({"a", "b", "c"}), pick({"n", "m"}),
                    ", annotations: {meshdraft.dev/calls: a.n}")
            + "spec: {replicas: 8, template: {metadata: {labels: {app: a"
            + pick({"", ", sidecar.istio.io/inject: 'true'", ", sidecar.istio.io/inject: 'false'", ", istio.io/rev: x"})
            + "}}, spec: {serviceAccountName: " + pick({"a", "b"})
            + ", containers: [{name: c, ports: [{name: web, containerPort: " + pick({"80", "8080"}) + "}]}]}}}\n";
    }
}

/// A service that calls another one, with its routes: a list, so that all of it comes and goes at once.
std::string RandomMesh::calling()
{
    const std::string name = pick({"a", "b"});
    const std::string other = name == "a" ? "b" : "a";
    const std::string ns = ", namespace: " + pick({"n", "n", "m"});
    return "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: " + name + ns
        + "}\n  spec: {selector: {app: " + name + "}, ports: [{port: 80, name: http}]}\n"
        + "- apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: " + name + ns
        + ", annotations: {meshdraft.dev/calls: " + other + pick({"", ".n", ".m"})
        + "}}\n  spec: {template: {metadata: {labels: {app: " + name + "}}}}\n"
        + "- apiVersion: networking.istio.io/v1\n  kind: VirtualService\n  metadata: {name: r" + name + ns
        + "}\n  spec: {hosts: [" + name + "], http: [{route: [{destination: {host: " + name + pick({"", ", subset: s"})
        + "}}]" + pick({"", ", timeout: 1s", ", timeout: 2s"}) + pick({"", ", retries: {attempts: 3}"}) + "}]"
        + pick({"", "", ", exportTo: [\".\"]"}) + "}\n"
        + "- apiVersion: networking.istio.io/v1\n  kind: DestinationRule\n  metadata: {name: r" + name + ns
        + "}\n  spec: {host: " + name + ", subsets: [{name: s}, {name: u}]"
        + pick({"", ", trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}"}) + exportTo() + "}\n";
}

/// Routes that meet others of the same host at a gateway.
std::string RandomMesh::atGateway()
{
    if (m_random.bounded(4) == 0) {
        return head("networking.istio.io/v1", "Gateway", pick({"g", "h"}), "n")
            + "spec: {servers: [{port: {number: 80, name: http}, hosts: [\"*\"]}]}\n";
    }
    return head("networking.istio.io/v1", "VirtualService", pick({"x", "y"}), pick({"n", "m"})) + "spec:\n  hosts: ["
        + pick({"x.com", "x.com", "\"*\""}) + "]\n  gateways: [" + pick({"n/g", "n/g", "n/h"}) + "]\n"
        + pick({"", "", "  exportTo: [m]\n"}) + "  http:\n  - route: [{destination: {host: a}}]\n"
        + pick({"", "    match: [{uri: {prefix: /a}}]\n", "    match: [{uri: {prefix: /a}}, {uri: {exact: /ab}}]\n"})
        + "  - route: [{destination: {host: b}}]\n    match: [{uri: {prefix: " + pick({"/", "/ab", "/c"}) + "}}]\n";
}

/// What Flux brings, by directory.
std::string RandomMesh::kustomization()
{
    const std::string name = pick({"d0", "d1"});
    return head("kustomize.toolkit.fluxcd.io/v1", "Kustomization", name, "flux") + "spec: {path: ./" + name
        + ", sourceRef: {kind: GitRepository, name: r}" + pick({"", "", ", dependsOn: [{name: d1}]", ", suspend: true"})
        + "}\n";
}

std::string RandomMesh::document()
{
    if (m_random.bounded(40) == 0)
        return pick({"a: 1\na: 2\n", "{\n", "note: no resource\n"});
    const int kind = m_random.bounded(m_hasCluster ? 24 : 10);
    if (kind >= 20)
        return security();
    if (kind == 17)
        return calling();
    if (kind == 16 || kind == 18)
        return atGateway();
    if (kind == 19)
        return kustomization();
    if (kind >= 13)
        return ofCluster();
    if (kind >= 10)
        return policy();
    return kind < 3 ? virtualService() : other(kind - 4);
}

} // namespace meshdraft::test
