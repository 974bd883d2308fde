// SPDX-License-Identifier: Apache-2.0
#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

RouteTable tableOf(const std::string& text)
{
    const auto resources = readResources(".", "a.yaml", source::parseText(text), "default");
    return std::get<RouteTable>(resources.at(0)->body);
}

RouteTable istio(const std::string& spec)
{
    return tableOf(test::virtualService("v", "shop", spec));
}

RouteTable gatewayApi(const std::string& kind, const std::string& spec)
{
    return tableOf("apiVersion: gateway.networking.k8s.io/v1\nkind: " + kind
                   + "\nmetadata: {name: r, namespace: shop}\nspec:\n" + spec);
}

QByteArray weights(const std::vector<Destination>& destinations)
{
    QByteArray all;
    for (const Destination& destination : destinations)
        all +=
            QByteArray::number(destination.effectiveWeight) + "=" + QByteArray::number(destination.share, 'g', 3) + " ";
    return all.trimmed();
}

QByteArray conditions(const Match& match)
{
    QByteArrayList all;
    for (const Match::Condition& condition : match.conditions)
        all << QByteArray::fromStdString(condition.field + " " + condition.op + " " + condition.value).trimmed();
    return all.join("; ");
}

} // namespace

class TestRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsIstioWeights_data();
    void countsIstioWeights();
    void countsGatewayApiWeights_data();
    void countsGatewayApiWeights();
    void reducesIstioMatches_data();
    void reducesIstioMatches();
    void reducesGatewayApiMatches_data();
    void reducesGatewayApiMatches();
    void numbersRoutesByList();
    void readsWhatARouteDoes();
    void readsMirrors_data();
    void readsMirrors();
    void readsGatewayApiRules();
    void readsGatewayApiMirrors();
    void writesParentsOut();
};

void TestRoutes::countsIstioWeights_data()
{
    QTest::addColumn<QByteArray>("weights");
    QTest::addColumn<QByteArray>("expected");
    // "-" stands for an absent weight
    QTest::newRow("90/10") << QByteArray("90 10") << QByteArray("90=0.9 10=0.1");
    QTest::newRow("alone and absent") << QByteArray("-") << QByteArray("100=1");
    QTest::newRow("alone with a weight") << QByteArray("30") << QByteArray("30=1");
    QTest::newRow("alone with 0 gets everything") << QByteArray("0") << QByteArray("100=1");
    QTest::newRow("absent beside others is 0") << QByteArray("- 100") << QByteArray("0=0 100=1");
    QTest::newRow("all absent") << QByteArray("- -") << QByteArray("0=0 0=0");
    QTest::newRow("other sums") << QByteArray("1 3") << QByteArray("1=0.25 3=0.75");
    QTest::newRow("quoted") << QByteArray("'25' 75") << QByteArray("25=0.25 75=0.75");
    QTest::newRow("negative") << QByteArray("-5 10") << QByteArray("0=0 10=1");
    QTest::newRow("no number") << QByteArray("ten 10") << QByteArray("0=0 10=1");
    QTest::newRow("enormous") << QByteArray("9223372036854775807 9223372036854775807")
                              << QByteArray("2147483647=0.5 2147483647=0.5");
    QTest::newRow("past 64 bits") << QByteArray("92233720368547758070 1") << QByteArray("0=0 1=1");
}

void TestRoutes::countsIstioWeights()
{
    QFETCH(QByteArray, weights);
    QFETCH(QByteArray, expected);
    std::string routes;
    for (const QByteArray& weight : weights.split(' '))
        routes += "    - destination: {host: a}\n"
            + (weight == "-" ? std::string() : "      weight: " + weight.toStdString() + "\n");
    for (const char* list : {"http", "tls", "tcp"}) {
        const RouteTable table = istio(std::string("  ") + list + ":\n  - route:\n" + routes);
        QCOMPARE(::weights(table.routes.at(0).destinations), expected);
    }
}

void TestRoutes::countsGatewayApiWeights_data()
{
    QTest::addColumn<QByteArray>("weights");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("absent is 1") << QByteArray("- -") << QByteArray("1=0.5 1=0.5");
    QTest::newRow("absent beside others") << QByteArray("- 3") << QByteArray("1=0.25 3=0.75");
    QTest::newRow("alone") << QByteArray("-") << QByteArray("1=1");
    QTest::newRow("alone with 0 gets nothing") << QByteArray("0") << QByteArray("0=0");
    QTest::newRow("0 beside others") << QByteArray("0 10") << QByteArray("0=0 10=1");
}

void TestRoutes::countsGatewayApiWeights()
{
    QFETCH(QByteArray, weights);
    QFETCH(QByteArray, expected);
    std::string backends;
    for (const QByteArray& weight : weights.split(' '))
        backends +=
            "    - {name: a, port: 80" + (weight == "-" ? std::string() : ", weight: " + weight.toStdString()) + "}\n";
    for (const char* kind : {"HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"})
        QCOMPARE(::weights(gatewayApi(kind, "  rules:\n  - backendRefs:\n" + backends).routes.at(0).destinations),
                 expected);
}

void TestRoutes::reducesIstioMatches_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray http = "http";
    QTest::newRow("uri and method") << http << QByteArray("{uri: {prefix: /a}, method: {exact: GET}}")
                                    << QByteArray("uri prefix /a; method exact GET");
    QTest::newRow("regex") << http << QByteArray("{authority: {regex: 'a.*'}, scheme: {exact: https}}")
                           << QByteArray("scheme exact https; authority regex a.*");
    QTest::newRow("headers") << http << QByteArray("{headers: {x-preview: {exact: 'yes'}, x-any: {}}}")
                             << QByteArray("headers.x-preview exact yes; headers.x-any present");
    QTest::newRow("without and query") << http << QByteArray("{withoutHeaders: {x: {}}, queryParams: {q: {exact: 1}}}")
                                       << QByteArray("withoutHeaders.x present; queryParams.q exact 1");
    QTest::newRow("source") << http
                            << QByteArray("{port: 80, sourceLabels: {app: a}, sourceNamespace: n, gateways: [g, mesh]}")
                            << QByteArray("port exact 80; sourceLabels.app exact a; sourceNamespace exact n; "
                                          "gateways exact g, mesh");
    QTest::newRow("case") << http << QByteArray("{uri: {exact: /A}, ignoreUriCase: true}")
                          << QByteArray("uri exact /A; ignoreUriCase exact true");
    QTest::newRow("everything") << http << QByteArray("{}") << QByteArray();
    QTest::newRow("sni") << QByteArray("tls") << QByteArray("{port: 443, sniHosts: [a.com, b.com]}")
                         << QByteArray("sniHosts exact a.com, b.com; port exact 443");
    QTest::newRow("subnet") << QByteArray("tcp")
                            << QByteArray("{destinationSubnets: [10.0.0.0/8], sourceSubnet: 1.0.0.0/8}")
                            << QByteArray("destinationSubnets exact 10.0.0.0/8; sourceSubnet exact 1.0.0.0/8");
}

void TestRoutes::reducesIstioMatches()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, match);
    QFETCH(QByteArray, expected);
    const RouteTable table = istio("  " + list.toStdString() + ":\n  - match: [" + match.toStdString() + "]\n");
    QCOMPARE(conditions(table.routes.at(0).matches.at(0)), expected);
}

void TestRoutes::reducesGatewayApiMatches_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray http = "HTTPRoute";
    QTest::newRow("exact") << http << QByteArray("{path: {type: Exact, value: /a}}") << QByteArray("path exact /a");
    QTest::newRow("prefix unless stated") << http << QByteArray("{path: {value: /a}}") << QByteArray("path prefix /a");
    QTest::newRow("regular expression") << http << QByteArray("{path: {type: RegularExpression, value: a+}}")
                                        << QByteArray("path regex a+");
    QTest::newRow("own type") << http << QByteArray("{path: {type: Glob, value: a}}") << QByteArray("path Glob a");
    QTest::newRow("headers, query, method")
        << http
        << QByteArray("{headers: [{name: x, value: y}], queryParams: [{type: RegularExpression, name: q, value: z}], "
                      "method: POST}")
        << QByteArray("method exact POST; headers.x exact y; queryParams.q regex z");
    QTest::newRow("grpc") << QByteArray("GRPCRoute")
                          << QByteArray("{method: {service: a.B, method: Do}, headers: [{name: x, value: y}]}")
                          << QByteArray("service exact a.B; method exact Do; headers.x exact y");
}

void TestRoutes::reducesGatewayApiMatches()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, match);
    QFETCH(QByteArray, expected);
    const RouteTable table = gatewayApi(kind.toStdString(), "  rules:\n  - matches: [" + match.toStdString() + "]\n");
    QCOMPARE(conditions(table.routes.at(0).matches.at(0)), expected);
}

void TestRoutes::numbersRoutesByList()
{
    const RouteTable table = istio("  tcp: [{route: []}]\n  http: [{name: a}, {name: b}]\n  tls: [{}, {}, {}]\n");
    QByteArray all;
    for (const Route& route : table.routes)
        all += QByteArray::fromStdString(std::string(protocolName(route.protocol))) + "["
            + QByteArray::number(route.index) + "] ";
    QCOMPARE(all, QByteArray("http[0] http[1] tls[0] tls[1] tls[2] tcp[0] "));
    QCOMPARE(table.routes[1].name.value, "b");
    QCOMPARE(gatewayApi("GRPCRoute", "  rules: [{}]\n").routes.at(0).protocol, Protocol::Grpc);
}

void TestRoutes::readsWhatARouteDoes()
{
    const std::string text = test::virtualService(
        "v", "shop",
        "  hosts: [a, b.example.com]\n  gateways: [gw, mesh]\n  exportTo: ['.']\n  http:\n"
        "  - timeout: 3s\n    retries: {attempts: 2, perTryTimeout: 1s}\n    fault: {}\n    rewrite: {uri: /}\n"
        "    corsPolicy: {}\n    route:\n    - destination: {host: a, subset: v1, port: {number: 8080}}\n"
        "      headers: {request: {}}\n  - redirect: {uri: /}\n    match: [{name: m, uri: {exact: /}}]\n"
        "  - directResponse: {status: 503}\n  - delegate: {name: d}\n  - delegate: {name: d, namespace: other}\n");
    const auto resources = readResources(".", "a.yaml", source::parseText(text), "default");
    const Resource& resource = *resources.at(0);
    const auto& table = std::get<RouteTable>(resource.body);
    QVERIFY(!table.isGatewayApi);
    QCOMPARE(table.hosts.at(1).value, "b.example.com");
    QCOMPARE(resource.pathOf(table.gateways.at(0).node).text(), "spec.gateways[0]");
    const Route& first = table.routes.at(0);
    QCOMPARE(first.timeout.value, "3s");
    QCOMPARE(first.retryAttempts.value, 2);
    QCOMPARE(first.perTryTimeout.value, "1s");
    QVERIFY(first.hasFault && first.hasRewrite && first.hasCors && first.hasHeaderChanges && !first.hasRedirect);
    QCOMPARE(first.destinations.at(0).subset.value, "v1");
    QCOMPARE(first.destinations.at(0).port.value, 8080U);
    QCOMPARE(resource.pathOf(first.destinations.at(0).node).text(), "spec.http[0].route[0]");
    QCOMPARE(resource.pathOf(first.destinations.at(0).host.node).text(), "spec.http[0].route[0].destination.host");
    QCOMPARE(resource.pathOf(first.destinationList).text(), "spec.http[0].route");
    QVERIFY(table.routes.at(1).hasRedirect);
    QCOMPARE(table.routes.at(1).matches.at(0).name, "m");
    QCOMPARE(table.routes.at(1).destinationList, source::noNode);
    QVERIFY(table.routes.at(2).hasDirectResponse);
    QCOMPARE(table.routes.at(3).delegate.value, "shop/d");
    QCOMPARE(table.routes.at(4).delegate.value, "other/d");
    QCOMPARE(resource.pathOf(table.routes.at(4).delegate.node).text(), "spec.http[4].delegate.name");
}

void TestRoutes::readsMirrors_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("absent is everything") << QByteArray("mirror: {host: m}") << QByteArray("100=1");
    QTest::newRow("percentage") << QByteArray("mirror: {host: m}, mirrorPercentage: {value: 12.5}")
                                << QByteArray("13=0.125");
    QTest::newRow("empty percentage is 0")
        << QByteArray("mirror: {host: m}, mirrorPercentage: {}") << QByteArray("0=0");
    QTest::newRow("old field") << QByteArray("mirror: {host: m}, mirrorPercent: 20") << QByteArray("20=0.2");
    QTest::newRow("several") << QByteArray("mirrors: [{destination: {host: m}, percentage: {value: 1}}, {destination: "
                                           "{host: n}}]")
                             << QByteArray("1=0.01 100=1");
    QTest::newRow("out of range") << QByteArray("mirror: {host: m}, mirrorPercentage: {value: 1e300}")
                                  << QByteArray("100=1");
    QTest::newRow("none") << QByteArray("route: []") << QByteArray();
}

void TestRoutes::readsMirrors()
{
    QFETCH(QByteArray, route);
    QFETCH(QByteArray, expected);
    const RouteTable table = istio("  http: [{" + route.toStdString() + "}]\n");
    QCOMPARE(weights(table.routes.at(0).mirrors), expected);
    for (const Destination& mirror : table.routes.at(0).mirrors)
        QVERIFY(mirror.host.isPresent());
}

void TestRoutes::readsGatewayApiRules()
{
    const RouteTable table = gatewayApi(
        "HTTPRoute",
        "  hostnames: [a.example.com]\n  rules:\n  - name: first\n    timeouts: {request: 5s, backendRequest: 1s}\n"
        "    retry: {attempts: 3}\n    filters: [{type: URLRewrite}, {type: RequestHeaderModifier}]\n"
        "    backendRefs: [{name: a, port: 80}, {name: b, namespace: other, port: 81, kind: ServiceImport}]\n"
        "  - filters: [{type: RequestRedirect}, {type: CORS}]\n");
    QVERIFY(table.isGatewayApi);
    QCOMPARE(table.hosts.at(0).value, "a.example.com");
    const Route& first = table.routes.at(0);
    QCOMPARE(first.name.value, "first");
    QCOMPARE(first.timeout.value, "5s");
    QCOMPARE(first.perTryTimeout.value, "1s");
    QCOMPARE(first.retryAttempts.value, 3);
    QVERIFY(first.hasRewrite && first.hasHeaderChanges && !first.hasRedirect);
    QCOMPARE(first.destinations.at(0).backendKind, "Service");
    QCOMPARE(first.destinations.at(1).backendKind, "ServiceImport");
    QCOMPARE(first.destinations.at(1).backendNamespace, "other");
    QCOMPARE(first.destinations.at(1).port.value, 81U);
    QVERIFY(table.routes.at(1).hasRedirect && table.routes.at(1).hasCors);
}

void TestRoutes::readsGatewayApiMirrors()
{
    const RouteTable table = gatewayApi(
        "HTTPRoute",
        "  rules:\n  - filters:\n    - {type: RequestMirror, requestMirror: {backendRef: {name: m, port: 80}}}\n"
        "    - {type: RequestMirror, requestMirror: {backendRef: {name: n}, percent: 10}}\n"
        "    - {type: RequestMirror, requestMirror: {backendRef: {name: o}, fraction: {numerator: 1, denominator: "
        "0}}}\n"
        "    backendRefs:\n    - name: a\n      filters:\n"
        "      - {type: RequestMirror, requestMirror: {backendRef: {name: p}, fraction: {numerator: 5, denominator: "
        "1000}}}\n");
    QCOMPARE(weights(table.routes.at(0).mirrors), QByteArray("100=1 10=0.1 0=0 1=0.005"));
    QCOMPARE(table.routes.at(0).mirrors.at(3).host.value, "p");
}

void TestRoutes::writesParentsOut()
{
    const RouteTable table = gatewayApi("HTTPRoute",
                                        "  parentRefs: [{name: g}, {name: g, namespace: infra, sectionName: web}, "
                                        "{kind: Service, group: '', name: s}, {namespace: n}]\n");
    QCOMPARE(table.gateways.size(), std::size_t(3));
    QCOMPARE(table.gateways[0].value, "shop/g");
    QCOMPARE(table.gateways[1].value, "infra/g");
    QCOMPARE(table.gateways[2].value, "Service/shop/s");
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
