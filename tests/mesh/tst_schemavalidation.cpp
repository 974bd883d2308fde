// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schemavalidation.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

constexpr const char* istioNetworking = "networking.istio.io/v1";
constexpr const char* gatewayApi = "gateway.networking.k8s.io/v1";

/// A resource of a kind with the given lines under `spec`, which may be in flow style.
std::string resource(const char* apiVersion, const char* kind, const char* spec)
{
    return std::string("apiVersion: ") + apiVersion + "\nkind: " + kind + "\nmetadata: {name: x}\nspec: " + spec + "\n";
}

/// "code field @line:column", one a line.
QByteArray violationsOf(const std::string& text)
{
    const auto parsed = source::parseText(text);
    const source::NodeRef root = parsed->documents.at(0)->root();
    const std::string apiVersion(root["apiVersion"].value());
    const auto slash = apiVersion.find('/');
    const KindSchema* kind =
        Schema::builtIn().find(apiVersion.substr(0, slash), apiVersion.substr(slash + 1), root["kind"].value());
    if (!kind)
        return "no table";
    QByteArrayList lines;
    for (const SchemaViolation& violation : validate(*kind, root)) {
        const source::NodeRef node(parsed->documents.at(0).get(), violation.node);
        QByteArray line = QByteArray::fromStdString(std::string(violation.code).substr(7)) + ' '
            + QByteArray::fromStdString(violation.args.at(0)) + " @ "
            + QByteArray::fromStdString(std::string(node.text()));
        lines << line.simplified();
    }
    return lines.join("; ");
}

} // namespace

class TestSchemaValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void structure_data();
    void structure();
    void values_data();
    void values();
    void rules_data();
    void rules();
    void gatewayApiRules_data();
    void gatewayApiRules();
    void saysWhatWasExpected();
    void followsAliasesAndMerges();
    void takesNumbersInQuotesInMeshConfig();
};

namespace {

void columns()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QByteArray>("violations"); // empty: none
}

/// What each table of rows runs.
void compareRow(const char* apiVersion)
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, spec);
    QFETCH(QByteArray, violations);
    QCOMPARE(violationsOf(resource(apiVersion, kind.constData(), spec.constData())), violations);
}

/// A row; `kind` with "group/version:Kind" names another API.
void row(const char* name, const char* kind, const char* spec, const char* violations)
{
    QTest::newRow(name) << QByteArray(kind) << QByteArray(spec) << QByteArray(violations);
}

} // namespace

void TestSchemaValidation::structure_data()
{
    columns();
    row("good", "VirtualService", "{hosts: [a], http: [{route: [{destination: {host: a}, weight: 10}]}]}", "");
    row("no spec", "VirtualService", "", "");
    row("no spec where it is required", "ServiceEntry", "",
        "missingField spec @ apiVersion: networking.istio.io/v1 kind: ServiceEntry metadata: {name: x} spec:");
    row("unknown field", "VirtualService", "{hots: [a]}", "misspelledField hots @ hots");
    row("unknown field deep", "VirtualService", "{http: [{retries: {attemps: 3}}]}",
        "misspelledField attemps @ attemps");
    row("case of letters", "VirtualService", "{http: [{Timeout: 3s}]}", "misspelledField Timeout @ Timeout");
    row("field of another kind", "Gateway", "{hosts: [a]}", "unknownField hosts @ hosts");
    row("version that is not served", "EnvoyFilter", "", "no table");
    row("list expected", "VirtualService", "{hosts: a}", "wrongType hosts @ a");
    row("object expected", "VirtualService", "{http: [{retries: 3}]}", "wrongType retries @ 3");
    row("list in place of object", "VirtualService", "{http: [{retries: [3]}]}", "wrongType retries @ [3]");
    row("object in place of list", "VirtualService", "{http: {route: []}}", "wrongType http @ {route: []}");
    row("empty item", "VirtualService", "{hosts: [~]}", "wrongType hosts @ ~");
    row("null counts as absent", "VirtualService", "{hosts: ~, http: null}", "");
    row("missing field", "DestinationRule", "{subsets: [{name: v1}]}", "missingField host @ {subsets: [{name: v1}]}");
    row("null is missing", "DestinationRule", "{host: ~}", "missingField host @ {host: ~}");
    row("missing in an item", "VirtualService", "{http: [{route: [{weight: 1}]}]}",
        "missingField destination @ {weight: 1}");
    row("two at once, in order", "VirtualService", "{http: [{route: [{weight: x}]}], hots: 1}",
        "missingField destination @ {weight: x}; wrongType weight @ x; misspelledField hots @ hots");
}

void TestSchemaValidation::structure()
{
    compareRow(istioNetworking);
}

void TestSchemaValidation::values_data()
{
    columns();
    row("number for a text", "VirtualService", "{hosts: [8080]}", "wrongType hosts @ 8080");
    row("boolean for a text", "VirtualService", "{hosts: [yes]}", "wrongType hosts @ yes");
    row("quoted number is a text", "VirtualService", "{hosts: ['8080']}", "");
    row("tagged number is a text", "VirtualService", "{hosts: [!!str 8080]}", "");
    row("a lone y may be a text", "VirtualService", "{hosts: [y]}", "");
    row("text for a number", "VirtualService", "{http: [{route: [{destination: {host: a}, weight: '10'}]}]}",
        "wrongType weight @ '10'");
    row("fraction for an integer", "VirtualService", "{http: [{retries: {attempts: 1.5}}]}",
        "wrongType attempts @ 1.5");
    row("integer spelled with a fraction", "VirtualService", "{http: [{retries: {attempts: 2.0}}]}", "");
    row("integer for a number", "VirtualService", "{http: [{mirrorPercentage: {value: 5}}]}", "");
    row("boolean in quotes", "VirtualService", "{http: [{retries: {retryRemoteLocalities: 'true'}}]}",
        "wrongType retryRemoteLocalities @ 'true'");
    row("on is a boolean", "VirtualService", "{http: [{retries: {retryRemoteLocalities: on}}]}", "");
    row("label value that is a number", "DestinationRule", "{host: a, subsets: [{name: v1, labels: {version: 1}}]}",
        "wrongType labels @ 1");
    row("not in the enum", "DestinationRule", "{host: a, trafficPolicy: {tls: {mode: MTLS}}}", "notInEnum mode @ MTLS");
    row("enum in small letters", "DestinationRule", "{host: a, trafficPolicy: {loadBalancer: {simple: random}}}",
        "notInEnum simple @ random");
    row("usual values only", "Gateway", "{servers: [{hosts: [a], port: {number: 80, name: a, protocol: http}}]}", "");
    row("port too high", "Gateway", "{servers: [{hosts: [a], port: {number: 65536, name: a, protocol: HTTP}}]}",
        "tooLarge number @ 65536");
    row("port 0", "VirtualService", "{http: [{match: [{port: 0}]}]}", "tooSmall port @ 0");
    row("percent too high", "VirtualService", "{http: [{mirrorPercentage: {value: 100.5}}]}", "tooLarge value @ 100.5");
    row("negative weight", "VirtualService", "{http: [{route: [{destination: {host: a}, weight: -1}]}]}",
        "tooSmall weight @ -1");
    row("more than 32 bits", "DestinationRule",
        "{host: a, trafficPolicy: {connectionPool: {tcp: {maxConnections: 4294967296}}}}",
        "tooLarge maxConnections @ 4294967296");
    row("code of an item", "DestinationRule",
        "{host: a, trafficPolicy: {outlierDetection: {outlierDetectionHttpErrorCodes: [500, 600]}}}",
        "tooLarge outlierDetectionHttpErrorCodes @ 600");
    row("no duration", "VirtualService", "{http: [{timeout: 3sec}]}", "format timeout @ 3sec");
    row("duration without unit", "VirtualService", "{http: [{timeout: 3}]}", "wrongType timeout @ 3");
    row("duration too short", "VirtualService", "{http: [{timeout: 10us}]}", "tooSmall timeout @ 10us");
    row("shortest duration", "VirtualService", "{http: [{timeout: 1ms}]}", "");
    row("length", "ServiceEntry", "{hosts: [a], ports: [{number: 1, name: ''}]}", "");
    row("too many items", "Gateway",
        "{servers: [{hosts: [a], port: {number: 1, name: a, protocol: TLS}, tls: {credentialNames: [a, b, c]}}]}",
        "tooMany credentialNames @ [a, b, c]");
    row("too few items", "ServiceEntry", "{hosts: []}", "tooFew hosts @ []");
    row("excluded text", "ServiceEntry", "{hosts: ['*']}", "excluded hosts @ '*'");
    row("wildcard in a label", "DestinationRule", "{host: a, workloadSelector: {matchLabels: {app: 'a*'}}}",
        "excluded matchLabels @ 'a*'");
    row("wildcard in the key of a label", "DestinationRule", "{host: a, workloadSelector: {matchLabels: {'a*': a}}}",
        "excluded matchLabels @ 'a*'");
    row("empty key of a label", "DestinationRule", "{host: a, workloadSelector: {matchLabels: {'': a}}}",
        "tooShort matchLabels @ ''");
    row("label too long", "DestinationRule",
        "{host: a, workloadSelector: {matchLabels: {app: "
        "aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaa}}}",
        "tooLong matchLabels @ aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaa");
    row("pattern of a key", "WorkloadEntry", "{address: 1.1.1.1, ports: {a_b: 80}}", "pattern ports @ a_b");
    row("port of a map", "WorkloadEntry", "{address: 1.1.1.1, ports: {http: 0}}", "tooSmall ports @ 0");
    row("pattern", "WorkloadGroup", "{template: {}, probe: {httpGet: {port: 1, httpHeaders: [{name: 'a b'}]}}}",
        "pattern name @ 'a b'");
    row("relative socket", "WorkloadEntry", "{address: 'unix://a'}", "pattern address @ 'unix://a'");
    row("directory as socket", "WorkloadEntry", "{address: 'unix:///a/'}", "pattern address @ 'unix:///a/'");
    row("socket", "WorkloadEntry", "{address: 'unix:///a/b'}", "");
    row("abstract socket", "WorkloadEntry", "{address: 'unix://@a'}", "");
}

void TestSchemaValidation::values()
{
    compareRow(istioNetworking);
}

void TestSchemaValidation::rules_data()
{
    columns();
    const auto other = [](const char* name, const char* apiVersion, const char* kind, const char* spec,
                          const char* found) {
        QTest::newRow(name) << QByteArray(apiVersion) + ' ' + kind << QByteArray(spec) << QByteArray(found);
    };
    row("two of a choice", "VirtualService", "{http: [{match: [{uri: {exact: /a, prefix: /}}]}]}",
        "choice exact, prefix @ prefix");
    row("choice by order in the text", "VirtualService", "{http: [{match: [{uri: {prefix: /, exact: /a}}]}]}",
        "choice exact, prefix @ exact");
    row("route and redirect", "VirtualService", "{http: [{redirect: {uri: /}, route: [{destination: {host: a}}]}]}",
        "choice route, redirect @ route");
    row("null takes no part in a choice", "VirtualService", "{http: [{match: [{uri: {exact: /a, prefix: ~}}]}]}", "");
    row("load balancer", "DestinationRule",
        "{host: a, trafficPolicy: {loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}}}",
        "choice simple, consistentHash @ consistentHash");
    row("one Secret and several", "Gateway",
        "{servers: [{hosts: [a], port: {number: 1, name: a, protocol: TLS}, tls: {credentialName: a, credentialNames: "
        "[b]}}]}",
        "choice credentialName, credentialNames @ credentialNames");
    row("endpoints and selector", "ServiceEntry",
        "{hosts: [a], resolution: STATIC, endpoints: [{address: 1.1.1.1}], workloadSelector: {}}",
        "choice workloadSelector, endpoints @ workloadSelector");
    row("endpoints without resolution", "ServiceEntry", "{hosts: [a], endpoints: [{address: 1.1.1.1}]}",
        "rule endpoints @ endpoints");
    row("endpoints with resolution", "ServiceEntry", "{hosts: [a], resolution: DNS, endpoints: [{address: a.b}]}", "");
    row("range with DNS", "ServiceEntry", "{hosts: [a], addresses: [1.1.1.1, 1.1.1.0/24], resolution: DNS}",
        "rule addresses @ 1.1.1.0/24");
    row("range with NONE by default", "ServiceEntry", "{hosts: [a], addresses: [1.1.1.0/24]}", "");
    row("round robin with two", "ServiceEntry",
        "{hosts: [a], resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.b}, {address: a.c}]}",
        "rule endpoints @ [{address: a.b}, {address: a.c}]");
    row("port twice", "ServiceEntry",
        "{hosts: [a], ports: [{number: 1, name: a}, {number: 2, name: b}, {number: 1, name: c}]}", "rule ports @ 1");
    row("neither address nor network", "WorkloadEntry", "{weight: 1}", "choice address, network @ {weight: 1}");
    row("network alone", "WorkloadEntry", "{network: a}", "");
    row("ports of a socket", "WorkloadEntry", "{address: 'unix:///a', ports: {a: 1}}", "rule ports @ ports");
    const char* filter = "networking.istio.io/v1alpha3";
    other("waypoint needed", filter, "EnvoyFilter", "{configPatches: [{match: {context: WAYPOINT}}]}",
          "rule waypoint @ {context: WAYPOINT}");
    other("waypoint empty", filter, "EnvoyFilter", "{configPatches: [{match: {context: WAYPOINT, waypoint: {}}}]}", "");
    other("waypoint not allowed", filter, "EnvoyFilter", "{configPatches: [{match: {waypoint: {}}}]}",
          "rule waypoint @ waypoint");
    other("free value", filter, "EnvoyFilter",
          "{configPatches: [{patch: {operation: MERGE, value: {a: [1, {b: c}]}}}]}", "");
    other("labels and targets", filter, "EnvoyFilter", "{workloadSelector: {}, targetRefs: []}",
          "choice workloadSelector, targetRefs @ targetRefs");
    const char* security = "security.istio.io/v1";
    other("selector and target", security, "AuthorizationPolicy", "{selector: {}, targetRef: {kind: Gateway, name: a}}",
          "choice selector, targetRef @ targetRef");
    other("namespace of a target", security, "AuthorizationPolicy",
          "{targetRefs: [{kind: Gateway, name: a, namespace: b}]}", "tooLong namespace @ b");
    other("accounts and namespaces", security, "AuthorizationPolicy",
          "{rules: [{from: [{source: {serviceAccounts: [a], namespaces: [b], ipBlocks: [1.1.1.1]}}]}]}",
          "rule namespaces @ namespaces");
    other("port modes without labels", security, "PeerAuthentication",
          "{selector: {matchLabels: {}}, portLevelMtls: {80: {mode: STRICT}}}",
          "rule selector.matchLabels @ {selector: {matchLabels: {}}, portLevelMtls: {80: {mode: STRICT}}}");
    other("port modes with labels", security, "PeerAuthentication",
          "{selector: {matchLabels: {a: b}}, portLevelMtls: {80: {mode: STRICT}}}", "");
    other("port mode of no port", security, "PeerAuthentication",
          "{selector: {matchLabels: {a: b}}, portLevelMtls: {70000: {mode: STRICT}, http: {mode: STRICT}}}",
          "tooLarge portLevelMtls @ 70000; tooSmall portLevelMtls @ http");
    other("no port modes", security, "PeerAuthentication", "{selector: {matchLabels: {a: b}}, portLevelMtls: {}}",
          "tooFew portLevelMtls @ {}");
    other("keys twice", security, "RequestAuthentication", "{jwtRules: [{jwks: a, jwksUri: 'https://a'}]}",
          "choice jwksUri, jwks @ jwksUri");
    other("keys by FTP", security, "RequestAuthentication", "{jwtRules: [{jwksUri: 'ftp://a'}]}",
          "scheme jwksUri @ 'ftp://a'");
    const char* telemetry = "telemetry.istio.io/v1";
    other("tag without value", telemetry, "Telemetry",
          "{metrics: [{overrides: [{tagOverrides: {a: {operation: UPSERT}}}]}]}", "rule value @ {operation: UPSERT}");
    other("tag with an empty value", telemetry, "Telemetry",
          "{metrics: [{overrides: [{tagOverrides: {a: {operation: UPSERT, value: ''}}}]}]}",
          "rule value @ {operation: UPSERT, value: ''}");
    other("removed tag with value", telemetry, "Telemetry",
          "{metrics: [{overrides: [{tagOverrides: {a: {operation: REMOVE, value: b}}}]}]}", "rule value @ value");
    const char* extensions = "extensions.istio.io/v1alpha1";
    other("neither Wasm nor Lua", extensions, "TrafficExtension", "{phase: AUTHN}",
          "choice wasm, lua @ {phase: AUTHN}");
    other("Wasm and Lua", extensions, "TrafficExtension", "{lua: {inlineCode: a}, wasm: {url: a}}",
          "choice wasm, lua @ wasm");
    other("module without scheme", extensions, "WasmPlugin", "{url: 'registry/a:1', pluginConfig: {a: [1]}}", "");
    other("module by FTP", extensions, "WasmPlugin", "{url: 'ftp://a'}", "scheme url @ 'ftp://a'");
    other("variable of the host with value", extensions, "WasmPlugin",
          "{url: a, vmConfig: {env: [{name: a, valueFrom: HOST, value: b}]}}", "rule value @ value");
    other("checksum", extensions, "WasmPlugin", "{url: a, sha256: abc}", "pattern sha256 @ abc");
}

void TestSchemaValidation::rules()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, spec);
    QFETCH(QByteArray, violations);
    const auto blank = kind.indexOf(' ');
    const QByteArray apiVersion = blank < 0 ? QByteArray(istioNetworking) : kind.first(blank);
    QCOMPARE(violationsOf(resource(apiVersion.constData(), kind.sliced(blank + 1).constData(), spec.constData())),
             violations);
}

void TestSchemaValidation::gatewayApiRules_data()
{
    columns();
    row("good", "HTTPRoute",
        "{parentRefs: [{name: a}], rules: [{matches: [{path: {value: /}}], backendRefs: [{name: a, port: 80, weight: "
        "0}]}]}",
        "");
    row("filter without settings", "HTTPRoute", "{rules: [{filters: [{type: URLRewrite}]}]}",
        "rule urlRewrite @ {type: URLRewrite}");
    row("settings of another filter", "HTTPRoute",
        "{rules: [{filters: [{type: URLRewrite, urlRewrite: {hostname: a}, cors: {}}]}]}", "rule cors @ cors");
    row("prefix replaced by path", "HTTPRoute",
        "{rules: [{filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath, replacePrefixMatch: "
        "/}}}]}]}",
        "rule replaceFullPath @ {type: ReplaceFullPath, replacePrefixMatch: /}; rule replacePrefixMatch @ "
        "replacePrefixMatch");
    row("weight too high", "HTTPRoute", "{rules: [{backendRefs: [{name: a, weight: 1000001}]}]}",
        "tooLarge weight @ 1000001");
    row("duration of Go", "HTTPRoute", "{rules: [{timeouts: {request: 1.5s}}]}", "format request @ 1.5s");
    row("duration", "HTTPRoute", "{rules: [{timeouts: {request: 1m30s, backendRequest: 0s}}]}", "");
    row("method", "HTTPRoute", "{rules: [{matches: [{method: get}]}]}", "notInEnum method @ get");
    row("percent and fraction", "HTTPRoute",
        "{rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: a}, percent: 1, fraction: "
        "{numerator: 1}}}]}]}",
        "choice percent, fraction @ fraction");
    row("no listener name", "Gateway", "{gatewayClassName: a, listeners: [{port: 80, protocol: HTTP}]}",
        "missingField name @ {port: 80, protocol: HTTP}");
    row("TLS for HTTP", "Gateway",
        "{gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTP, tls: {mode: Passthrough}}]}",
        "rule tls @ tls");
    row("termination without certificate", "Gateway",
        "{gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTPS, tls: {}}]}",
        "choice certificateRefs, options @ {}");
    row("pass-through", "Gateway",
        "{gatewayClassName: a, listeners: [{name: a, port: 80, protocol: TLS, tls: {mode: Passthrough}}]}", "");
    row("no trust", "BackendTLSPolicy",
        "{targetRefs: [{group: '', kind: Service, name: a}], validation: {hostname: a}}",
        "choice caCertificateRefs, wellKnownCACertificates @ {hostname: a}");
    row("grant without kind", "ReferenceGrant", "{from: [{group: a, namespace: b}], to: [{group: '', kind: Service}]}",
        "missingField kind @ {group: a, namespace: b}");
    row("controller name", "GatewayClass", "{controllerName: istio}", "pattern controllerName @ istio");
    row("no method in a match", "GRPCRoute", "{rules: [{matches: [{method: {type: Exact}}]}]}",
        "choice service, method @ {type: Exact}");
}

void TestSchemaValidation::gatewayApiRules()
{
    compareRow(gatewayApi);
}

void TestSchemaValidation::saysWhatWasExpected()
{
    const auto arguments = [](const char* kind, const char* spec) {
        const auto parsed = source::parseText(resource(istioNetworking, kind, spec));
        const source::NodeRef root = parsed->documents.at(0)->root();
        return validate(*Schema::builtIn().find("networking.istio.io", "v1", kind), root).at(0).args;
    };
    using Arguments = std::vector<std::string>;
    QCOMPARE(arguments("VirtualService", "{http: [{timeot: 3s}]}"), (Arguments{"timeot", "timeout"}));
    QCOMPARE(arguments("VirtualService", "{hosts: a}"), (Arguments{"hosts", "list", "string"}));
    QCOMPARE(arguments("VirtualService", "{hosts: [~]}"), (Arguments{"hosts", "string", "null"}));
    QCOMPARE(arguments("VirtualService", "{http: [{timeout: 10us}]}"), (Arguments{"timeout", "10us", "1ms"}));
    QCOMPARE(arguments("VirtualService", "{http: [{match: [{port: 70000}]}]}"), (Arguments{"port", "70000", "65535"}));
    QCOMPARE(arguments("Sidecar", "{outboundTrafficPolicy: {mode: OFF_}}"),
             (Arguments{"mode", "OFF_", "REGISTRY_ONLY, ALLOW_ANY"}));
    QCOMPARE(arguments("ServiceEntry", "{hosts: []}"), (Arguments{"hosts", "0", "1"}));
    QCOMPARE(arguments("VirtualService", "{http: [{timeout: x}]}"), (Arguments{"timeout", "x", "duration"}));
    const auto choice = arguments("VirtualService", "{http: [{match: [{uri: {exact: a, prefix: b}}]}]}");
    QCOMPARE(choice.size(), std::size_t(2));
    QVERIFY(choice.at(1).ends_with('.'));
}

void TestSchemaValidation::followsAliasesAndMerges()
{
    const std::string text =
        resource(istioNetworking, "VirtualService",
                 "\n  http:\n  - &a {timeout: x}\n  - *a\n  - {<<: *a, name: b}\n  - {<<: *a, timeout: 1s}");
    QCOMPARE(violationsOf(text), QByteArray("format timeout @ x; format timeout @ x; format timeout @ x"));
    QCOMPARE(violationsOf(resource(istioNetworking, "DestinationRule", "{<<: {host: a}}")), QByteArray());
}

void TestSchemaValidation::takesNumbersInQuotesInMeshConfig()
{
    const KindSchema* kind = Schema::builtIn().find("mesh.istio.io", {}, "MeshConfig");
    const auto parsed = source::parseText("defaultConfig: {concurrency: '2', drainDuration: 4}\n"
                                          "notInTheTable: 1\n"
                                          "enableAutoMtls: 1\n"
                                          "outboundTrafficPolicy: {mode: ANY}\n");
    QByteArrayList found;
    for (const SchemaViolation& violation : validate(*kind, parsed->documents.at(0)->root()))
        found << QByteArray::fromStdString(std::string(violation.code) + ' ' + violation.args.at(0));
    QCOMPARE(found.join("; "),
             QByteArray("schema.wrongType drainDuration; schema.wrongType enableAutoMtls; schema.notInEnum mode"));
}

QTEST_GUILESS_MAIN(TestSchemaValidation)
#include "tst_schemavalidation.moc"
