// SPDX-License-Identifier: Apache-2.0
// Bodies of the kinds that say what proxies accept, see and run, and what delivers configuration.
#include "models/mesh/kinds.h"
#include "models/mesh/meshconfig.h"
#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

ResourcePtr read(const std::string& apiVersion, const std::string& kind, const std::string& rest)
{
    const auto text = source::parseText("apiVersion: " + apiVersion + "\nkind: " + kind
                                        + "\nmetadata: {name: a, namespace: shop}\n" + rest);
    return readResources("env", "a.yaml", text, "default").at(0);
}

template <typename Kind>
std::pair<ResourcePtr, const Kind*> bodyOf(const std::string& apiVersion, const std::string& kind,
                                           const std::string& rest)
{
    ResourcePtr resource = read(apiVersion, kind, rest);
    const auto* body = std::get_if<Kind>(&resource->body);
    return {std::move(resource), body};
}

std::string joined(const Strings& values)
{
    std::string text;
    for (const auto& value : values)
        text += (text.empty() ? "" : ",") + value.value;
    return text;
}

} // namespace

class TestPolicies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void authorizationPolicyKeepsEveryList();
    void authorizationPolicyTellsNoRulesFromOneEmptyRule();
    void targetsAreSelectorsOrReferences();
    void requestAuthenticationReadsBothSpellings();
    void sidecarTellsAbsentEgress();
    void envoyFilterSaysWhatItChanges();
    void telemetryAndProxyConfig();
    void workloadGroupIsATemplate();
    void referenceGrantPermits_data();
    void referenceGrantPermits();
    void labelSelectorMatches_data();
    void labelSelectorMatches();
    void injectionWebhooksLeaveOthersOut();
    void ingressBackends();
    void rolloutIsAWorkloadWithSteps();
    void flaggerCanaryNamesItsService();
    void applicationsAndKustomizationsNameTheirPaths();
    void meshConfigKeepsDefaults();
    void oddTypesReadAsAbsent_data();
    void oddTypesReadAsAbsent();
};

void TestPolicies::authorizationPolicyKeepsEveryList()
{
    const auto [resource, policy] = bodyOf<AuthorizationPolicy>("security.istio.io/v1", "AuthorizationPolicy", R"(spec:
  selector: {matchLabels: {app: reviews}}
  action: DENY
  rules:
    - from:
        - source: {principals: [p], notPrincipals: [np], requestPrincipals: [rp], namespaces: [n], notNamespaces: [nn],
                   ipBlocks: [10.0.0.0/8], remoteIpBlocks: [1.2.3.4], serviceAccounts: [s], trustDomains: [t]}
        - source: {notServiceAccounts: [ns]}
      to:
        - operation: {hosts: [h], ports: ["80"], methods: [GET, POST], notMethods: [PUT], paths: [/a*], notPaths: [/b]}
      when:
        - {key: "request.headers[x]", values: [v], notValues: [w]}
)");
    QVERIFY(policy != nullptr);
    QCOMPARE(policy->action.value, "DENY");
    QCOMPARE(policy->target.selector, (Labels{{"app", "reviews"}}));
    QCOMPARE(policy->rules.size(), std::size_t(1));
    const auto& rule = policy->rules.front();
    QCOMPARE(rule.from.size(), std::size_t(2));
    QCOMPARE(joined(rule.from[0].principals.any), "p");
    QCOMPARE(joined(rule.from[0].principals.none), "np");
    QCOMPARE(joined(rule.from[0].requestPrincipals.any), "rp");
    QCOMPARE(joined(rule.from[0].namespaces.none), "nn");
    QCOMPARE(joined(rule.from[0].ipBlocks.any), "10.0.0.0/8");
    QCOMPARE(joined(rule.from[0].remoteIpBlocks.any), "1.2.3.4");
    QCOMPARE(joined(rule.from[0].trustDomains.any), "t");
    QCOMPARE(joined(rule.from[1].serviceAccounts.none), "ns");
    QVERIFY(rule.from[1].principals.isEmpty());
    QCOMPARE(joined(rule.to[0].methods.any), "GET,POST");
    QCOMPARE(joined(rule.to[0].methods.none), "PUT");
    QCOMPARE(joined(rule.to[0].ports.any), "80");
    QCOMPARE(joined(rule.to[0].paths.none), "/b");
    QCOMPARE(rule.when[0].key.value, "request.headers[x]");
    QCOMPARE(joined(rule.when[0].values.none), "w");
    QCOMPARE(resource->pathOf(rule.to[0].paths.any[0].node).text(), "spec.rules[0].to[0].operation.paths[0]");
}

void TestPolicies::authorizationPolicyTellsNoRulesFromOneEmptyRule()
{
    const auto none = bodyOf<AuthorizationPolicy>("security.istio.io/v1", "AuthorizationPolicy", "spec: {}\n");
    QVERIFY(none.second->rules.empty());
    QCOMPARE(none.second->rulesNode, source::noNode);
    QVERIFY(!none.second->action.isPresent());
    const auto everything =
        bodyOf<AuthorizationPolicy>("security.istio.io/v1beta1", "AuthorizationPolicy", "spec: {rules: [{}]}\n");
    QCOMPARE(everything.second->rules.size(), std::size_t(1));
    QVERIFY(everything.second->rules.front().from.empty());
}

void TestPolicies::targetsAreSelectorsOrReferences()
{
    const auto [resource, policy] = bodyOf<AuthorizationPolicy>("security.istio.io/v1", "AuthorizationPolicy", R"(spec:
  targetRef: {kind: Service, name: one}
  targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: two, namespace: edge}]
)");
    QCOMPARE(policy->target.references.size(), std::size_t(2));
    QCOMPARE(policy->target.references[0].name.value, "two");
    QCOMPARE(policy->target.references[0].ns, "edge");
    QCOMPARE(policy->target.references[1].kind, "Service");
    QVERIFY(!policy->target.isEverything());
    QVERIFY(policy->target.selector.empty());
}

void TestPolicies::requestAuthenticationReadsBothSpellings()
{
    const auto [resource, policy] =
        bodyOf<RequestAuthentication>("security.istio.io/v1", "RequestAuthentication", R"(spec:
  jwtRules:
    - {issuer: a, jwksUri: https://a, audiences: [x, y], fromHeaders: [{name: x-jwt, prefix: "Bearer "}]}
    - {issuer: b, jwks_uri: https://b, fromParams: [q], fromCookies: [c]}
)");
    QCOMPARE(policy->rules.size(), std::size_t(2));
    QCOMPARE(joined(policy->rules[0].audiences), "x,y");
    QCOMPARE(joined(policy->rules[0].fromHeaders), "x-jwt");
    QCOMPARE(policy->rules[1].jwksUri.value, "https://b");
    QCOMPARE(joined(policy->rules[1].fromCookies), "c");
}

void TestPolicies::sidecarTellsAbsentEgress()
{
    const auto [resource, sidecar] = bodyOf<Sidecar>("networking.istio.io/v1", "Sidecar", R"(spec:
  workloadSelector: {labels: {app: web}}
  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
  egress:
    - port: {number: 9080, protocol: HTTP, name: egress}
      hosts: [./*, istio-system/*]
    - hosts: ["*/api.example.com"]
  ingress:
    - {port: {number: 8080, protocol: HTTP}, defaultEndpoint: 127.0.0.1:8080}
)");
    QCOMPARE(sidecar->workloadSelector, (Labels{{"app", "web"}}));
    QCOMPARE(sidecar->outboundMode.value, "REGISTRY_ONLY");
    QCOMPARE(sidecar->egress.size(), std::size_t(2));
    QCOMPARE(sidecar->egress[0].port.value, 9080U);
    QCOMPARE(joined(sidecar->egress[0].hosts), "./*,istio-system/*");
    QCOMPARE(sidecar->ingress[0].defaultEndpoint.value, "127.0.0.1:8080");
    QVERIFY(sidecar->egressNode != source::noNode);
    QCOMPARE(bodyOf<Sidecar>("networking.istio.io/v1", "Sidecar", "spec: {}\n").second->egressNode, source::noNode);
    QVERIFY(bodyOf<Sidecar>("networking.istio.io/v1", "Sidecar", "spec: {egress: []}\n").second->egressNode
            != source::noNode);
}

void TestPolicies::envoyFilterSaysWhatItChanges()
{
    const auto [resource, filter] = bodyOf<EnvoyFilter>("networking.istio.io/v1alpha3", "EnvoyFilter", R"(spec:
  workloadSelector: {labels: {app: web}}
  priority: -5
  configPatches:
    - {applyTo: HTTP_FILTER, match: {context: GATEWAY}, patch: {operation: INSERT_BEFORE, value: {a: 1}}}
    - {applyTo: CLUSTER, patch: {operation: MERGE}}
)");
    QCOMPARE(filter->target.selector, (Labels{{"app", "web"}}));
    QCOMPARE(filter->priority.value, -5);
    QCOMPARE(filter->patches.size(), std::size_t(2));
    QCOMPARE(filter->patches[0].context, "GATEWAY");
    QCOMPARE(filter->patches[0].operation, "INSERT_BEFORE");
    QCOMPARE(filter->patches[1].context, "ANY");
    const auto plugin = bodyOf<ProxyExtension>("extensions.istio.io/v1alpha1", "WasmPlugin",
                                               "spec: {url: oci://x, phase: AUTHN, priority: 10}\n");
    QCOMPARE(plugin.second->url.value, "oci://x");
    QCOMPARE(plugin.second->phase.value, "AUTHN");
}

void TestPolicies::telemetryAndProxyConfig()
{
    const auto [resource, telemetry] = bodyOf<Telemetry>("telemetry.istio.io/v1", "Telemetry", R"(spec:
  tracing: [{providers: [{name: otel}], randomSamplingPercentage: 2.5}, {}]
  accessLogging: [{providers: [{name: log}], disabled: true, filter: {expression: response.code >= 400}}]
  metrics: [{providers: [{name: prometheus}]}]
)");
    QCOMPARE(telemetry->tracing.size(), std::size_t(2));
    QCOMPARE(telemetry->tracing[0].samplingPercent, std::optional(2.5));
    QVERIFY(!telemetry->tracing[1].samplingPercent);
    QVERIFY(telemetry->accessLogs[0].isDisabled);
    QCOMPARE(telemetry->accessLogs[0].filter.value, "response.code >= 400");
    QCOMPARE(joined(telemetry->metricProviders), "prometheus");
    const auto config = bodyOf<ProxyConfig>("networking.istio.io/v1beta1", "ProxyConfig",
                                            "spec: {concurrency: 0, image: {imageType: distroless}}\n");
    QVERIFY(config.second->concurrency.isPresent());
    QCOMPARE(config.second->imageType.value, "distroless");
}

void TestPolicies::workloadGroupIsATemplate()
{
    const auto [resource, group] = bodyOf<WorkloadEntry>("networking.istio.io/v1", "WorkloadGroup", R"(spec:
  metadata: {labels: {app: vm, version: v0}}
  template: {labels: {version: v1}, serviceAccount: vm, ports: {http: 8080, odd: x}, network: n1}
)");
    QVERIFY(group->isGroup);
    QCOMPARE(group->labels, (Labels{{"app", "vm"}, {"version", "v1"}}));
    QCOMPARE(group->ports.size(), std::size_t(1));
    QCOMPARE(group->serviceAccount, "vm");
    const auto entry = bodyOf<WorkloadEntry>("networking.istio.io/v1", "WorkloadEntry",
                                             "spec: {address: 10.1.2.3, labels: {app: vm}, weight: 3}\n");
    QVERIFY(!entry.second->isGroup);
    QCOMPARE(entry.second->address.value, "10.1.2.3");
    QCOMPARE(entry.second->weight.value, 3);
}

void TestPolicies::referenceGrantPermits_data()
{
    QTest::addColumn<std::string>("fromNs");
    QTest::addColumn<std::string>("toName");
    QTest::addColumn<bool>("expected");
    QTest::newRow("named") << std::string("shop") << std::string("reviews") << true;
    QTest::newRow("another name") << std::string("shop") << std::string("ratings") << false;
    QTest::newRow("another namespace") << std::string("jobs") << std::string("reviews") << false;
}

void TestPolicies::referenceGrantPermits()
{
    QFETCH(std::string, fromNs);
    QFETCH(std::string, toName);
    QFETCH(bool, expected);
    const auto [resource, grant] =
        bodyOf<ReferenceGrant>("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", R"(spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}]
  to: [{group: "", kind: Service, name: reviews}, {group: "", kind: Secret}]
)");
    QCOMPARE(grant->permits("gateway.networking.k8s.io", "HTTPRoute", fromNs, "", "Service", toName), expected);
    QVERIFY(grant->permits("gateway.networking.k8s.io", "HTTPRoute", "shop", "", "Secret", "any"));
    QVERIFY(!grant->permits("gateway.networking.k8s.io", "TCPRoute", "shop", "", "Secret", "any"));
}

void TestPolicies::labelSelectorMatches_data()
{
    QTest::addColumn<std::string>("op");
    QTest::addColumn<bool>("withLabel");
    QTest::addColumn<bool>("without");
    QTest::newRow("In") << std::string("In") << true << false;
    QTest::newRow("NotIn") << std::string("NotIn") << false << true;
    QTest::newRow("Exists") << std::string("Exists") << true << false;
    QTest::newRow("DoesNotExist") << std::string("DoesNotExist") << false << true;
    QTest::newRow("unknown operator") << std::string("Near") << false << false;
}

void TestPolicies::labelSelectorMatches()
{
    QFETCH(std::string, op);
    QFETCH(bool, withLabel);
    QFETCH(bool, without);
    const LabelSelector selector{{{"app", "a"}}, {{"rev", op, {"x", "y"}}}};
    QCOMPARE(selector.matches({{"app", "a"}, {"rev", "y"}}), withLabel);
    QCOMPARE(selector.matches({{"app", "a"}}), without);
    QVERIFY(!selector.matches({{"app", "b"}, {"rev", "y"}}));
    QVERIFY(LabelSelector().matches({}));
}

void TestPolicies::injectionWebhooksLeaveOthersOut()
{
    const auto [resource, hooks] =
        bodyOf<InjectionWebhooks>("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", R"(webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    namespaceSelector:
      matchExpressions: [{key: istio.io/rev, operator: In, values: [canary]}]
    objectSelector:
      matchLabels: {a: b}
  - name: cert-manager.io
)");
    QCOMPARE(hooks->webhooks.size(), std::size_t(1));
    QVERIFY(hooks->webhooks[0].namespaces.matches({{"istio.io/rev", "canary"}}));
    QVERIFY(!hooks->webhooks[0].namespaces.matches({}));
    QVERIFY(hooks->webhooks[0].objects.matches({{"a", "b"}}));
}

void TestPolicies::ingressBackends()
{
    const auto [resource, ingress] = bodyOf<Ingress>("networking.k8s.io/v1", "Ingress", R"(spec:
  ingressClassName: istio
  defaultBackend: {service: {name: fallback}}
  rules:
    - host: shop.example
      http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}, {backend: {serviceName: old}}]}
)");
    QCOMPARE(ingress->className.value, "istio");
    QCOMPARE(ingress->backends.size(), std::size_t(3));
    QCOMPARE(ingress->backends[0].service.value, "fallback");
    QCOMPARE(ingress->backends[1].host, "shop.example");
    QCOMPARE(ingress->backends[2].service.value, "old");
}

void TestPolicies::rolloutIsAWorkloadWithSteps()
{
    const auto [resource, workload] = bodyOf<Workload>("argoproj.io/v1alpha1", "Rollout", R"(spec:
  replicas: 4
  template:
    metadata: {labels: {app: reviews}}
    spec: {hostNetwork: true, containers: [{ports: [{name: http, containerPort: 9080}, {containerPort: 1}]}]}
  strategy:
    canary:
      canaryService: reviews-canary
      stableService: reviews-stable
      trafficRouting:
        istio:
          virtualService: {name: reviews, routes: [default]}
          destinationRule: {name: reviews, canarySubsetName: canary, stableSubsetName: stable}
      steps: [{setWeight: 10}, {pause: {duration: 30m}}, {setWeight: 50}, {pause: {}}]
)");
    QCOMPARE(workload->replicas, std::optional<std::int64_t>(4));
    QVERIFY(workload->usesHostNetwork);
    QCOMPARE(workload->ports.at("http"), 9080U);
    QVERIFY(workload->rollout.has_value());
    const RolloutStrategy& strategy = *workload->rollout;
    QCOMPARE(strategy.owns.size(), std::size_t(1));
    QCOMPARE(strategy.owns[0].virtualService.value, "reviews");
    QCOMPARE(strategy.owns[0].routes[0].value, "default");
    QCOMPARE(strategy.canarySubset, "canary");
    QCOMPARE(strategy.steps.size(), std::size_t(4));
    QCOMPARE(strategy.steps[0].weight, std::optional<std::int64_t>(10));
    QCOMPARE(strategy.steps[1].pause, "30m");
    QVERIFY(strategy.steps[3].isPause && strategy.steps[3].pause.empty());
    const auto plain = bodyOf<Workload>("argoproj.io/v1alpha1", "Rollout", "spec: {strategy: {blueGreen: {}}}\n");
    QVERIFY(!plain.second->rollout);
}

void TestPolicies::flaggerCanaryNamesItsService()
{
    const auto [resource, canary] = bodyOf<FlaggerCanary>("flagger.app/v1beta1", "Canary", R"(spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: reviews}
  service: {port: 9898, gateways: [edge/public], hosts: [reviews.example]}
  analysis: {interval: 1m, stepWeight: 5, maxWeight: 50, stepWeights: [1, 10]}
)");
    QCOMPARE(canary->serviceName, "reviews");
    QCOMPARE(canary->stepWeight.value, 5);
    QCOMPARE(canary->maxWeight.value, 50);
    QCOMPARE(canary->steps.size(), std::size_t(2));
    QCOMPARE(canary->gateways[0].value, "edge/public");
}

void TestPolicies::applicationsAndKustomizationsNameTheirPaths()
{
    const auto [application, argo] = bodyOf<ArgoApplication>("argoproj.io/v1alpha1", "Application", R"(spec:
  source: {repoURL: https://git.example/mesh, path: ./overlays/production/, targetRevision: main}
  sources: [{chart: istiod, repoURL: https://charts.example}]
  destination: {namespace: shop, name: prod}
  syncPolicy: {automated: {selfHeal: true}}
)");
    QCOMPARE(argo->sources.size(), std::size_t(2));
    QCOMPARE(argo->sources[0].path.value, "overlays/production");
    QCOMPARE(argo->sources[1].helmChart, "istiod");
    QCOMPARE(argo->destinationServer, "prod");
    QVERIFY(argo->isAutomated && argo->selfHeals);
    const auto [kustomization, flux] =
        bodyOf<FluxKustomization>("kustomize.toolkit.fluxcd.io/v1", "Kustomization", R"(spec:
  path: ./
  sourceRef: {kind: GitRepository, name: fleet}
  dependsOn: [{name: base}, {name: infra, namespace: flux-system}]
  postBuild: {substitute: {a: b}}
  targetNamespace: shop
)");
    QCOMPARE(flux->source.path.value, ".");
    QCOMPARE(joined(flux->dependsOn), "shop/base,flux-system/infra");
    QVERIFY(flux->substitutes && !flux->decrypts);
}

void TestPolicies::meshConfigKeepsDefaults()
{
    const auto text = source::parseText(R"(rootNamespace: mesh
trustDomain: acorn.example
enableAutoMtls: false
outboundTrafficPolicy: {mode: REGISTRY_ONLY}
defaultHttpRetryPolicy: {attempts: 0}
defaultConfig: {holdApplicationUntilProxyStarts: true, concurrency: 4}
extensionProviders:
  - {name: opa, envoyExtAuthzGrpc: {service: opa.opa, port: 9191}}
  - {name: otel, opentelemetry: {service: otel.o11y, port: 4317}}
)");
    YamlReader yaml(*text->documents[0]);
    const MeshConfig config = readMeshConfig(yaml, text->documents[0]->root());
    QCOMPARE(config.rootNamespace.value, "mesh");
    QVERIFY(config.rootNamespace.isPresent());
    QVERIFY(!config.autoMtls.value);
    QCOMPARE(config.outboundMode.value, "REGISTRY_ONLY");
    QCOMPARE(config.retryAttempts.value, 0);
    QVERIFY(config.holdsApplication.value);
    QCOMPARE(config.concurrency.value, 4);
    QCOMPARE(config.extensionProviders.size(), std::size_t(2));
    QCOMPARE(config.authorizationProviders, (std::vector<std::string>{"opa"}));
    const MeshConfig plain = readMeshConfig(yaml, {});
    QCOMPARE(plain.rootNamespace.value, "istio-system");
    QVERIFY(!plain.rootNamespace.isPresent());
    QVERIFY(plain.autoMtls.value);
    QCOMPARE(plain.retryAttempts.value, 2);
}

void TestPolicies::oddTypesReadAsAbsent_data()
{
    QTest::addColumn<std::string>("spec");
    for (const char* spec : {"spec:\n", "spec: []\n", "spec: x\n", "spec: {selector: x, rules: {a: b}, egress: 7}\n",
                             "spec: {rules: [1, [], null], jwtRules: [x], configPatches: [null], tracing: y}\n",
                             "spec: {from: [1], to: [[]], template: 4, ports: [], targetRefs: {a: b}}\n"})
        QTest::newRow(QByteArray(spec).trimmed().constData()) << std::string(spec);
}

void TestPolicies::oddTypesReadAsAbsent()
{
    QFETCH(std::string, spec);
    for (const KindInfo& kind : knownKinds()) {
        const std::string group(kind.group);
        const auto resource = read(group.empty() ? "v1" : group + "/v1", std::string(kind.kind), spec);
        QCOMPARE(resource->key.name, "a");
    }
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
