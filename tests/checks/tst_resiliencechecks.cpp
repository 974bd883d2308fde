// SPDX-License-Identifier: Apache-2.0
// Checks of timeouts, retries, pools, and of what exportTo hides.
#include "tests/checks/findingtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

// Each object is five lines: ---, apiVersion, kind, metadata, spec.

std::string selectingService(const std::string& name, const std::string& ns = "shop", const std::string& port = "http")
{
    return object("v1", "Service", name,
                  "spec: {selector: {app: " + name + "}, ports: [{port: 80, name: " + port + "}]}", ns);
}

/// A VirtualService with one route to the host of its name.
std::string routes(const std::string& name, const std::string& more, const std::string& ns = "shop")
{
    return istio("VirtualService", name,
                 "{hosts: [" + name + "], http: [{route: [{destination: {host: " + name + "}}]" + more + "}]}", ns);
}

/// A Deployment whose annotation says whom it calls: on the fourth line.
std::string caller(const std::string& name, const std::string& hosts, const std::string& ns = "shop")
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + ", namespace: " + ns
        + ", annotations: {meshdraft.dev/calls: \"" + hosts + "\"}}\nspec: {template: {metadata: {labels: {app: " + name
        + "}}, spec: {serviceAccountName: " + name + "}}}\n";
}

std::string rule(const std::string& spec)
{
    return istio("DestinationRule", "d", "{" + spec + "}");
}

std::string retries(int attempts)
{
    return ", retries: {attempts: " + std::to_string(attempts) + "}";
}

} // namespace

class TestResilienceChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    static void addRetries();
    static void addCalls();
    static void addTimeouts();
    static void addPools();
    static void addHidden();
};

void TestResilienceChecks::addRetries()
{
    addRow("retry-timeout", "retries that do not fit",
           routes("a", ", timeout: 5s, retries: {attempts: 3, perTryTimeout: 2s}"),
           {"a.yaml:5 MD110 warning retry.timeout(3; 2s; 5s; 3; 4) VirtualService/a "
            "spec.http[0].retries.perTryTimeout"});
    addRow("retry-timeout", "one try takes all the time",
           routes("a", ", timeout: 2s, retries: {attempts: 1, perTryTimeout: 2000ms}"),
           {"a.yaml:5 MD110 warning retry.timeout(1; 2000ms; 2s; 1; 2) VirtualService/a "
            "spec.http[0].retries.perTryTimeout"});
    addRow("retry-timeout", "of the Gateway API",
           object("gateway.networking.k8s.io/v1", "HTTPRoute", "r",
                  "spec: {rules: [{timeouts: {request: 1s, backendRequest: 600ms}, retry: {attempts: 2}}]}"),
           {"a.yaml:5 MD110 warning retry.timeout(2; 600ms; 1s; 2; 3) HTTPRoute/r "
            "spec.rules[0].timeouts.backendRequest"});
    addRow("retry-timeout", "they fit",
           routes("a", ", timeout: 10s, retries: {attempts: 3, perTryTimeout: 2s}")
               + routes("b", ", timeout: 6s, retries: {attempts: 3, perTryTimeout: 2s}"));
    addRow("retry-timeout", "nothing is limited, or nothing is tried again",
           routes("a", ", timeout: 0s, retries: {attempts: 3, perTryTimeout: 2s}")
               + routes("b", ", retries: {attempts: 3, perTryTimeout: 2s}")
               + routes("c", ", timeout: 1s, retries: {attempts: 3}")
               + routes("d", ", timeout: 1s, retries: {attempts: 0, perTryTimeout: 2s}")
               + routes("e", ", timeout: '${T}', retries: {attempts: 3, perTryTimeout: 2s}"));
}

void TestResilienceChecks::addCalls()
{
    const std::string services = selectingService("a") + selectingService("b"); // ten lines
    addRow("call-timeout", "the caller gives up first",
           services + caller("a", "b:80") + routes("a", ", timeout: 2s") + routes("b", ", timeout: 3s"),
           {"a.yaml:20 MD111 info call.timeout(2s; shop/a; b.shop.svc.cluster.local; 3s; shop/b) VirtualService/a "
            "spec.http[0].timeout"});
    addRow("call-timeout", "by a policy that names the caller",
           services + caller("a", "") + deployment("b", "app: b")
               + security("AuthorizationPolicy", "p",
                          "{selector: {matchLabels: {app: b}}, rules: [{from: [{source: {principals: "
                          "[cluster.local/ns/shop/sa/a]}}]}]}")
               + routes("a", ", timeout: 2s") + routes("b", ", timeout: 3s"),
           {"a.yaml:30 MD111 info call.timeout(2s; shop/a; b.shop.svc.cluster.local; 3s; shop/b) VirtualService/a "
            "spec.http[0].timeout"});
    addRow("call-timeout", "by a Sidecar for its pods",
           services + deployment("a", "app: a")
               + istio("Sidecar", "s",
                       "{workloadSelector: {labels: {app: a}}, egress: [{hosts: [./b.shop.svc.cluster.local]}]}")
               + routes("a", ", timeout: 2s") + routes("b", ", timeout: 3s"),
           {"a.yaml:25 MD111 info call.timeout(2s; shop/a; b.shop.svc.cluster.local; 3s; shop/b) VirtualService/a "
            "spec.http[0].timeout"});
    addRow("call-timeout", "the callee gives up first, or at the same time",
           services + caller("a", "b") + routes("a", ", timeout: 3s") + routes("b", ", timeout: 3s"));
    addRow("call-timeout", "no call, no timeout, some route without",
           services + caller("a", "c") + routes("a", ", timeout: 2s") + routes("b", ", timeout: 3s"));
    addRow("call-timeout", "one side without a timeout",
           services + caller("a", "b") + routes("a", ", timeout: 2s") + routes("b", ""));
    addRow("call-timeout", "some route of the callee is quick enough",
           services + caller("a", "b") + routes("a", ", timeout: 2s")
               + istio("VirtualService", "b",
                       "{hosts: [b], http: [{timeout: 9s, match: [{uri: {exact: /slow}}], route: [{destination: {host: "
                       "b}}]}, {timeout: 1s, route: [{destination: {host: b}}]}]}"));

    addRow("retry-chain", "three times three",
           services + caller("a", "b") + routes("a", retries(3)) + routes("b", retries(3)),
           {"a.yaml:20 MD112 warning retry.chain(shop/a > shop/b; 16) VirtualService/a spec.http[0].retries.attempts"});
    addRow("retry-chain", "further calls",
           services + selectingService("c") + selectingService("d") + caller("a", "b") + caller("b", "c")
               + caller("c", "d") + routes("a", retries(2)) + routes("b", retries(2)) + routes("c", retries(2))
               + routes("d", retries(2)),
           {"a.yaml:40 MD112 warning retry.chain(shop/a > shop/b > shop/c > shop/d; 81) VirtualService/a "
            "spec.http[0].retries.attempts"});
    addRow("retry-chain", "few, or one place only, or in a circle",
           services + caller("a", "b") + caller("b", "a") + routes("a", retries(2)) + routes("b", retries(2)));
    addRow("retry-chain", "one place only", services + caller("a", "b") + routes("a", retries(5)) + routes("b", ""));
    addRow("retry-chain", "no call", services + caller("a", "") + routes("a", retries(5)) + routes("b", retries(5)));
}

void TestResilienceChecks::addTimeouts()
{
    addRow("route-timeout", "said once",
           selectingService("a")
               + istio("VirtualService", "v",
                       "{hosts: [a], http: [{timeout: 1s, route: [{destination: {host: a}}]}, {route: [{destination: "
                       "{host: a}}]}, {route: [{destination: {host: a, port: {number: 80}}}]}]}"),
           {"a.yaml:10 MD113 info route.timeout(2) VirtualService/v spec.http[1]"});
    addRow("route-timeout", "nobody sets timeouts",
           selectingService("a") + routes("a", "") + routes("a", ", timeout: 1s", "far"));
    addRow("route-timeout", "a timeout, or none on purpose",
           selectingService("a") + routes("a", ", timeout: 1s") + routes("a", ", timeout: 0s"));
    addRow("route-timeout", "streams, a port that does not say, outside, not in the files",
           selectingService("a", "shop", "grpc-api") + selectingService("b", "shop", "web") + routes("a", "")
               + routes("b", "") + routes("c", "") + routes("d", ", timeout: 1s")
               + istio("ServiceEntry", "e", "{hosts: [x.com], ports: [{number: 80, name: http}]}")
               + istio("VirtualService", "x", "{hosts: [x.com], http: [{route: [{destination: {host: x.com}}]}]}"));
    addRow("route-timeout", "nothing is sent on",
           selectingService("a") + routes("d", ", timeout: 1s")
               + istio("VirtualService", "v", "{hosts: [a], http: [{redirect: {uri: /x}}, {delegate: {name: w}}]}"));
}

void TestResilienceChecks::addPools()
{
    const auto pool = [](const std::string& text) { return "connectionPool: {" + text + "}"; };
    addRow(
        "connection-pool", "one request waits",
        rule("host: a, trafficPolicy: {" + pool("tcp: {maxConnections: 1}, http: {http1MaxPendingRequests: 1}") + "}"),
        {"a.yaml:5 MD114 warning pool.low(http1MaxPendingRequests; a) DestinationRule/d "
         "spec.trafficPolicy.connectionPool.http.http1MaxPendingRequests"});
    addRow("connection-pool", "of a port and a subset",
           rule("host: a, trafficPolicy: {portLevelSettings: [{port: {number: 80}, "
                + pool("http: {http2MaxRequests: 1}") + "}]}, subsets: [{name: s, trafficPolicy: {"
                + pool("http: {http2MaxRequests: 1}") + "}}]"),
           {"a.yaml:5 MD114 warning pool.low(http2MaxRequests; a) DestinationRule/d "
            "spec.subsets[0].trafficPolicy.connectionPool.http.http2MaxRequests",
            "a.yaml:5 MD114 warning pool.low(http2MaxRequests; a) DestinationRule/d "
            "spec.trafficPolicy.portLevelSettings[0].connectionPool.http.http2MaxRequests"});
    const std::string single = rule("host: a, trafficPolicy: {" + pool("tcp: {maxConnections: 1}") + "}");
    addRow("connection-pool", "one connection of HTTP/1.1", selectingService("a") + single,
           {"a.yaml:10 MD114 info pool.single(a) DestinationRule/d "
            "spec.trafficPolicy.connectionPool.tcp.maxConnections"});
    addRow("connection-pool", "one connection of HTTP/2, or of nobody knows what",
           selectingService("a", "shop", "grpc") + single);
    addRow("connection-pool", "a host that is not in the files", single);
    addRow("connection-pool", "limits as they are set",
           selectingService("a")
               + rule("host: a, trafficPolicy: {"
                      + pool("tcp: {maxConnections: 100}, http: {http1MaxPendingRequests: 10, http2MaxRequests: 100, "
                             "maxRequestsPerConnection: 1, maxRetries: 1}")
                      + "}"));
}

void TestResilienceChecks::addHidden()
{
    const std::string pods = deployment("a", "app: a");
    const std::string gateway =
        istio("Gateway", "g", "{selector: {istio: ingressgateway}, servers: [{port: {number: 80}, hosts: ['*']}]}");
    const auto table = [](const std::string& more, const std::string& ns = "shop") {
        return istio("VirtualService", "v",
                     "{hosts: [x.com]" + more
                         + ", http: [{route: [{destination: {host: a.shop.svc.cluster.local, subset: s}}]}]}",
                     ns);
    };
    const std::string hidden = rule("host: a, exportTo: ['.'], subsets: [{name: s}]");
    addRow("hidden-rule", "from the gateway's pods", pods + gateway + hidden + table(", gateways: [g, mesh]"),
           {"a.yaml:20 MD115 warning subset.hidden(s; a.shop.svc.cluster.local; istio-system; shop/d) VirtualService/v "
            "spec.http[0].route[0].destination.subset"});
    addRow("hidden-rule", "from the workloads beside the routes",
           deployment("b", "app: b", "far") + hidden + table("", "far"),
           {"a.yaml:15 MD115 warning subset.hidden(s; a.shop.svc.cluster.local; far; shop/d) VirtualService/v "
            "spec.http[0].route[0].destination.subset"});
    addRow("hidden-rule", "seen by all who use it",
           pods + gateway + table(", gateways: [g, mesh]")
               + rule("host: a, exportTo: ['.', istio-system], subsets: [{name: s}]"));
    addRow("hidden-rule", "exported to all, of several rules one is seen",
           pods + gateway + table(", gateways: [g]") + hidden
               + istio("DestinationRule", "e", "{host: a, subsets: [{name: s}]}"));
    addRow("hidden-rule", "no proxies that use the route are known", hidden + table("", "far"));

    const std::string closed = "---\napiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop, annotations: "
                               "{networking.istio.io/exportTo: .}}\nspec: {ports: [{port: 80}]}\n";
    addRow("hidden-host", "a Service", closed + caller("b", "a.shop", "far"),
           {"a.yaml:9 MD116 warning host.hidden(a.shop.svc.cluster.local; far; Service shop/a) Deployment/b "
            "metadata.annotations[\"meshdraft.dev/calls\"]"});
    addRow("hidden-host", "the routes of a host",
           selectingService("a") + istio("VirtualService", "v", "{hosts: [a], exportTo: ['.']}")
               + caller("b", "a.shop", "far"),
           {"a.yaml:14 MD116 info host.hidden.routes(shop/v; a.shop.svc.cluster.local; far) Deployment/b "
            "metadata.annotations[\"meshdraft.dev/calls\"]"});
    addRow("hidden-host", "seen from its own namespace, or from the caller's",
           closed + caller("b", "a") + selectingService("c") + caller("d", "c.shop, nowhere.far", "far")
               + istio("VirtualService", "v", "{hosts: [c.shop.svc.cluster.local], exportTo: ['.']}", "other"));
    addRow("hidden-host", "routes of several, one of them seen",
           selectingService("a") + istio("VirtualService", "v", "{hosts: [a], exportTo: ['.']}")
               + istio("VirtualService", "w", "{hosts: [a.shop.svc.cluster.local], exportTo: ['.']}", "far")
               + caller("b", "a.shop", "far"));
}

void TestResilienceChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addRetries();
    addCalls();
    addTimeouts();
    addPools();
    addHidden();
}

void TestResilienceChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), fileSet({{"a.yaml", text.toStdString()}}), true), expected);
}

QTEST_GUILESS_MAIN(TestResilienceChecks)
#include "tst_resiliencechecks.moc"
