// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/matrix.h"
#include "models/matrix/settings.h"
#include "tests/mesh/effectivetexts.h"

#include <QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::matrix;
using namespace meshdraft::test;

namespace {

mesh::MeshGraphPtr graphNamed(const std::string& name, const std::string& text)
{
    return mesh::MeshGraph::build(name, mesh::readResources(name, name + ".yaml", source::parseText(text), "default"));
}

/// Two or three environments, an empty text makes one that cannot be read.
std::vector<Input> environments(const std::vector<std::string>& texts)
{
    std::vector<Input> inputs;
    for (const std::string& text : texts) {
        const std::string name = "env" + std::to_string(inputs.size() + 1);
        if (text.empty())
            inputs.push_back({name, nullptr, Error{"environment.rendered", {name, "base"}, {}}});
        else
            inputs.push_back({name, graphNamed(name, text), {}});
    }
    return inputs;
}

std::string noteText(Note note)
{
    static const std::array names{"",     "default",   "mesh config", "inherited",     "alone",          "not set",
                                  "auto", "not there", "no proxy",    "proxy unknown", "creation order", "later"};
    return names.at(static_cast<std::size_t>(note));
}

/// "5s", "(1024 default)", "- not set"; "~" in front: it deviates.
std::string printed(const Cell& cell)
{
    std::string text = cell.deviates ? "~" : "";
    const std::string note = cell.note == Note::None ? "" : " " + noteText(cell.note);
    switch (cell.state) {
    case CellState::Present:
        return text + cell.value + note;
    case CellState::Absent:
        return text + (cell.effective.empty() ? "-" + note : "(" + cell.effective + note + ")");
    case CellState::NoSuchHost:
        return text + "no host";
    case CellState::Unknown:
        return text + "?" + cell.value + note;
    case CellState::Unreadable:
        return text + "unreadable";
    }
    return text;
}

/// "SUBJECT SETTING [ITEM]: CELL | CELL", an asterisk in front of rows that differ.
std::string printed(const Matrix& matrix, const Row& row)
{
    std::string text = (row.differs ? "*" : "") + matrix.subjects.at(row.subject).label + " " + row.setting;
    if (!row.item.empty())
        text += " [" + row.item + "]";
    text += ":";
    for (const Cell& cell : row.cells)
        text += (&cell == &row.cells.front() ? " " : " | ") + printed(cell);
    return text;
}

std::string printed(const Matrix& matrix)
{
    std::string text;
    for (const Row& row : matrix.rows)
        text += printed(matrix, row) + "\n";
    return text;
}

std::string route(const std::string& http, const std::string& name = "reviews", const std::string& ns = "shop")
{
    return document("networking.istio.io/v1", "VirtualService", ns, name, {}, "hosts: [reviews], http: [" + http + "]");
}

std::string reviewsService(const std::string& ns = "shop")
{
    return document("v1", "Service", ns, "reviews", {}, "selector: {app: reviews}, ports: [{port: 80, name: http}]");
}

Query only(std::initializer_list<const char*> settings)
{
    Query query;
    for (const char* setting : settings)
        query.settings.emplace_back(setting);
    return query;
}

constexpr auto toReviews = "route: [{destination: {host: reviews}}]";

} // namespace

class TestMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsOfHosts_data();
    void settingsOfHosts();
    void fields_data();
    void fields();
    void hostsMatchOverNamespaces();
    void hostsOfOneNameInTwoNamespacesStayApart();
    void publicHostsMatchByTheirRoutes_data();
    void publicHostsMatchByTheirRoutes();
    void aMissingHostIsOneDifference();
    void hostsAreChosenByGlob_data();
    void hostsAreChosenByGlob();
    void cellsKnowTheirPlace();
    void onlyDifferences();
    void anUnreadableEnvironmentHidesNoOther();
    void withRowsKeepsTheRest();
    void stopsWhenAsked();
    void settingIdsAreUnique();
};

void TestMatrix::settingsOfHosts_data()
{
    QTest::addColumn<std::string>("setting");
    QTest::addColumn<std::vector<std::string>>("texts");
    QTest::addColumn<std::string>("expected");
    using Texts = std::vector<std::string>;
    const auto add = [](const char* name, const char* setting, const Texts& texts, const std::string& expected) {
        QTest::newRow(name) << std::string(setting) << texts << (expected.empty() ? "" : expected + "\n");
    };
    const auto rule = [](const std::string& spec) {
        return reviewsService() + destinationRule("shop", "reviews", "host: reviews, " + spec);
    };
    const auto timeout = [](const std::string& value) {
        return reviewsService() + route("{timeout: " + value + ", " + toReviews + "}");
    };
    const std::string plain = reviewsService() + route(std::string("{") + toReviews + "}");

    add("timeout differs", "route.timeout", {timeout("3s"), timeout("5s")},
        "*reviews.shop route.timeout [http *]: 3s | ~5s");
    add("two spellings of one duration", "route.timeout", {timeout("3s"), timeout("3000ms")},
        "reviews.shop route.timeout [http *]: 3s | 3000ms");
    add("no timeout", "route.timeout", {timeout("3s"), plain}, "*reviews.shop route.timeout [http *]: 3s | ~- not set");
    add("0s is no timeout", "route.timeout", {timeout("0s"), plain},
        "reviews.shop route.timeout [http *]: 0s | - not set");
    add("nobody writes it", "route.timeout", {plain, plain}, "");
    add("most have another", "route.timeout", {timeout("1s"), timeout("5s"), timeout("5s")},
        "*reviews.shop route.timeout [http *]: ~1s | 5s | 5s");
    add("filled in later", "route.timeout", {timeout("\"${TIMEOUT}\""), timeout("5s")},
        "reviews.shop route.timeout [http *]: ?${TIMEOUT} later | 5s");
    add("no such host", "route.timeout", {timeout("3s"), service("cart", "shop")},
        "*reviews.shop route.timeout [http *]: 3s | ~no host");
    add("no such route", "route.timeout",
        {reviewsService() + route(std::string("{name: a, timeout: 3s, ") + toReviews + "}"), plain},
        "*reviews.shop route.timeout [a]: 3s | ~- not there");
    add("an unreadable environment is not compared", "route.timeout", {timeout("3s"), ""},
        "reviews.shop route.timeout [http *]: 3s | unreadable");

    const auto split = [](const std::string& v1, const std::string& v2) {
        return reviewsService() + route("{name: default, route: [" + v1 + (v2.empty() ? "" : ", " + v2) + "]}");
    };
    const std::string v1 = "{destination: {host: reviews, subset: v1}, weight: 90}";
    const std::string v2 = "{destination: {host: reviews.shop.svc.cluster.local, subset: v2}, weight: 10}";
    const std::string alone = "{destination: {host: reviews, subset: v1}}";
    add("weights", "route.weights", {split(v1, v2), split(alone, "")},
        "*reviews.shop route.weights [default]: v1 90 / v2 10 | ~v1 alone");
    add("order of destinations", "route.weights", {split(v1, v2), split(v2, v1)},
        "reviews.shop route.weights [default]: v1 90 / v2 10 | v2 10 / v1 90");
    add("a destination without traffic", "route.weights",
        {split(v1, v2), split(v1, v2 + ", {destination: {host: reviews, subset: v3}, weight: 0}")},
        "reviews.shop route.weights [default]: v1 90 / v2 10 | v1 90 / v2 10 / v3 0");
    add("alone with and without a weight", "route.weights",
        {split("{destination: {host: reviews, subset: v1}, weight: 100}", ""), split(alone, "")},
        "reviews.shop route.weights [default]: v1 100 | v1 alone");
    add("another host", "route.weights",
        {split("{destination: {host: cart, port: {number: 80}}}", ""), split("{destination: {host: cart}}", "")},
        "*reviews.shop route.weights [default]: cart:80 alone | ~cart alone");

    const auto retries = [](const std::string& value, const std::string& more = {}) {
        return reviewsService() + route("{retries: " + value + ", " + toReviews + "}") + more;
    };
    add("attempts", "route.retries.attempts", {retries("{attempts: 3}"), plain},
        "*reviews.shop route.retries.attempts [http *]: 3 | ~(2 default)");
    add("attempts as the default", "route.retries.attempts", {retries("{attempts: 2}"), plain},
        "reviews.shop route.retries.attempts [http *]: 2 | (2 default)");
    add("attempts of the mesh config", "route.retries.attempts",
        {retries("{attempts: 3}"), plain + meshConfig("defaultHttpRetryPolicy:\n  attempts: 3\n")},
        "reviews.shop route.retries.attempts [http *]: 3 | (3 mesh config)");
    add("time per try", "route.retries.perTryTimeout", {retries("{attempts: 3, perTryTimeout: 1s}"), plain},
        "*reviews.shop route.retries.perTryTimeout [http *]: 1s | ~- not set");
    add("what is retried", "route.retries.retryOn", {retries("{attempts: 3, retryOn: 5xx}"), plain},
        "*reviews.shop route.retries.retryOn [http *]: 5xx | "
        "~(connect-failure,refused-stream,unavailable,cancelled default)");
    add("mirror", "route.mirror",
        {reviewsService()
             + route(std::string("{mirror: {host: reviews, subset: v2}, mirrorPercentage: {value: 5}, ") + toReviews
                     + "}"),
         plain},
        "*reviews.shop route.mirror [http *]: v2 5 % | ~- not set");
    add("fault", "route.fault",
        {reviewsService()
             + route(std::string("{fault: {delay: {fixedDelay: 2s, percentage: {value: 10}}}, ") + toReviews + "}"),
         plain},
        "*reviews.shop route.fault [http *]: {delay: {fixedDelay: 2s, percentage: {value: 10}}} | ~- not set");
    add("a second table names the route's", "route.timeout",
        {timeout("3s"),
         timeout("3s") + route("{name: b, timeout: 1s, route: [{destination: {host: reviews}}]}", "second")},
        "reviews.shop route.timeout [reviews: http *]: 3s | 3s\n"
        "*reviews.shop route.timeout [second: b]: - not there | ~1s");
    add("a delegate's routes", "route.timeout",
        {reviewsService()
         + document("networking.istio.io/v1", "VirtualService", "shop", "root", {},
                    "hosts: [reviews], http: [{delegate: {name: part, namespace: teams}}]")
         + document("networking.istio.io/v1", "VirtualService", "teams", "part", {},
                    "http: [{name: a, timeout: 9s, route: [{destination: {host: reviews.shop.svc.cluster.local}}]}]")},
        "reviews.shop route.timeout [a]: 9s");
    add("an HTTPRoute of a Service", "route.timeout",
        {reviewsService()
         + document("gateway.networking.k8s.io/v1", "HTTPRoute", "shop", "r", {},
                    "parentRefs: [{kind: Service, group: '', name: reviews}], rules: [{name: a, timeouts: "
                    "{request: 2s}, backendRefs: [{name: reviews, port: 80}]}]")},
        "reviews.shop route.timeout [a]: 2s");

    add("pool", "pool.*", {rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}"), reviewsService()},
        "*reviews.shop pool.tcp.maxConnections: 100 | ~(4294967295 default)");
    add("a subset has its own or the rule's", "pool.tcp.maxConnections",
        {rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}, subsets: [{name: v1, labels: {v: one}, "
              "trafficPolicy: {connectionPool: {tcp: {maxConnections: 7}}}}]"),
         rule(
             "trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}, subsets: [{name: v1, labels: {v: one}}]")},
        "reviews.shop pool.tcp.maxConnections: 100 | 100\n"
        "*reviews.shop pool.tcp.maxConnections [subset v1]: 7 | ~(100 inherited)");
    add("a port takes over nothing", "pool.tcp.maxConnections",
        {rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}, portLevelSettings: [{port: {number: 80}, "
              "connectionPool: {tcp: {maxConnections: 7}}}]}"),
         rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}, portLevelSettings: [{port: {number: 80}, "
              "tls: {mode: SIMPLE}}]}")},
        "reviews.shop pool.tcp.maxConnections: 100 | 100\n"
        "*reviews.shop pool.tcp.maxConnections [port 80]: 7 | ~(4294967295 default)");
    add("a port that is not there has the rule's", "pool.tcp.maxConnections",
        {rule("trafficPolicy: {portLevelSettings: [{port: {number: 80}, connectionPool: {tcp: {maxConnections: 7}}}]}"),
         rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 7}}}")},
        "*reviews.shop pool.tcp.maxConnections: (4294967295 default) | ~7\n"
        "reviews.shop pool.tcp.maxConnections [port 80]: 7 | (7 inherited)");
    add("outlier detection has defaults once it is there", "outlier.*",
        {rule("trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}"),
         rule("trafficPolicy: {outlierDetection: {interval: 10s}}"), reviewsService()},
        "*reviews.shop outlier.consecutive5xxErrors: 3 | ~(5 default) | ~- not set\n"
        "*reviews.shop outlier.interval: (10s default) | 10s | ~- not set");
    add("load balancer", "balancer.*",
        {rule("trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}"),
         rule("trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: x-user}}}")},
        "reviews.shop balancer.simple: LEAST_REQUEST | (LEAST_REQUEST default)\n"
        "*reviews.shop balancer.consistentHash: - not set | ~{httpHeaderName: x-user}");
    add("TLS", "tls.mode", {rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}"), reviewsService()},
        "*reviews.shop tls.mode: ISTIO_MUTUAL | ~- auto");
    add("subsets", "subset.labels",
        {rule("subsets: [{name: v1, labels: {version: v1}}]"), rule("subsets: [{name: v1, labels: {version: v2}}]")},
        "*reviews.shop subset.labels [subset v1]: {version: v1} | ~{version: v2}");
    add("two rules that are merged by age", "pool.tcp.maxConnections",
        {rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}")
             + destinationRule("shop", "other",
                               "host: reviews, trafficPolicy: {connectionPool: {tcp: {maxConnections: 2}}}"),
         rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}")},
        "reviews.shop pool.tcp.maxConnections: ? creation order | 1");
    add("two rules that agree", "pool.tcp.maxConnections",
        {rule("trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}")
         + destinationRule("shop", "other",
                           "host: reviews, trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}")},
        "reviews.shop pool.tcp.maxConnections: 1");
    add("a rule without a Service", "pool.tcp.maxConnections",
        {destinationRule("shop", "pay",
                         "host: pay.example.com, trafficPolicy: {connectionPool: {tcp: {maxConnections: 4}}}")},
        "pay.example.com pool.tcp.maxConnections: 4");

    const auto workload = [](const std::string& labels, const std::string& more = {}) {
        return reviewsService() + namespaceObject("shop", labels) + deployment("shop", "reviews") + more;
    };
    const std::string strict = peerAuthentication("shop", "all", "mtls: {mode: STRICT}");
    add("mTLS", "mtls.mode", {workload("istio-injection: enabled", strict), workload("istio-injection: enabled")},
        "*reviews.shop mtls.mode [reviews]: STRICT | ~(PERMISSIVE default)");
    add("mTLS without a proxy", "mtls.mode", {workload("istio-injection: enabled", strict), workload("a: b", strict)},
        "*reviews.shop mtls.mode [reviews]: STRICT | ~STRICT no proxy");
    add("proxies", "proxy.*",
        {workload("istio.io/rev: canary"), workload("istio-injection: enabled"), workload("a: b")},
        "*reviews.shop proxy.kind [reviews]: sidecar | sidecar | ~none\n"
        "*reviews.shop proxy.revision [reviews]: canary | ~default | ~- not set");
    add("a namespace that is not in the files", "proxy.kind",
        {workload("istio-injection: enabled"), reviewsService() + deployment("shop", "reviews")},
        "reviews.shop proxy.kind [reviews]: sidecar | ? proxy unknown");
    add("kind of host", "host.kind",
        {reviewsService(), route(std::string("{") + toReviews + "}"), service("a", "shop")},
        "*a.shop host.kind: no host | no host | ~Service\n"
        "*reviews.shop host.kind: Service | ~VirtualService | ~no host");
    add("gateways", "host.gateways",
        {document("networking.istio.io/v1", "Gateway", "edge", "gw", {},
                  "servers: [{port: {number: 443, protocol: HTTPS}, hosts: ['*']}]")
             + document("networking.istio.io/v1", "VirtualService", "shop", "web", {},
                        "hosts: [shop.example.com], gateways: [edge/gw], http: []"),
         document("networking.istio.io/v1", "VirtualService", "shop", "web", {},
                  "hosts: [shop.example.com], gateways: [mesh, edge/gw], http: []")},
        "*shop.example.com host.gateways: edge/gw HTTPS 443 | ~edge/gw, mesh");
}

void TestMatrix::settingsOfHosts()
{
    QFETCH(std::string, setting);
    QFETCH(std::vector<std::string>, texts);
    QFETCH(std::string, expected);
    Query query;
    query.settings = {setting};
    QCOMPARE(QString::fromStdString(printed(compare(environments(texts), query))), QString::fromStdString(expected));
}

void TestMatrix::fields_data()
{
    QTest::addColumn<std::string>("field");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("one field, absent in one")
        << std::string("DestinationRule:spec.trafficPolicy.connectionPool.tcp.maxConnections")
        << std::string("*DestinationRule shop/reviews DestinationRule:spec.trafficPolicy.connectionPool.tcp."
                       "maxConnections: 100 | ~(4294967295 default)\n");
    QTest::newRow("every route by its name")
        << std::string("VirtualService:spec.http[*].timeout")
        << std::string("*VirtualService shop/reviews VirtualService:spec.http[*].timeout [spec.http[a].timeout]: 1s | "
                       "~2s\n"
                       "*VirtualService shop/reviews VirtualService:spec.http[*].timeout [spec.http[1].timeout]: - not "
                       "set | ~- not there\n");
    QTest::newRow("a named route") << std::string("vs:spec.http[a].timeout")
                                   << std::string("*VirtualService shop/reviews "
                                                  "VirtualService:spec.http[a].timeout: 1s | ~2s\n");
    QTest::newRow("by position") << std::string("vs:spec.http[1].timeout")
                                 << std::string(
                                        "VirtualService shop/reviews VirtualService:spec.http[1].timeout: - not "
                                        "set | - not set\n");
    QTest::newRow("a whole list") << std::string("vs:spec.hosts")
                                  << std::string("VirtualService shop/reviews VirtualService:spec.hosts: [reviews] | "
                                                 "[reviews]\n");
    QTest::newRow("every key") << std::string("Service:spec.selector.*")
                               << std::string(
                                      "Service shop/reviews Service:spec.selector.* [spec.selector.app]: reviews "
                                      "| reviews\n");
    QTest::newRow("kind that no environment has") << std::string("Sidecar:spec.egress") << std::string();
}

void TestMatrix::fields()
{
    QFETCH(std::string, field);
    QFETCH(std::string, expected);
    const std::string first = reviewsService()
        + destinationRule("shop", "reviews",
                          "host: reviews, trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}")
        + route(std::string("{name: a, timeout: 1s, ") + toReviews + "}, {" + toReviews + "}");
    const std::string second = reviewsService() + destinationRule("shop", "reviews", "host: reviews")
        + route(std::string("{name: a, timeout: 2s, ") + toReviews + "}");
    const auto query = parseField(field);
    QVERIFY(query.has_value());
    Query wanted;
    wanted.fields = {*query};
    QCOMPARE(QString::fromStdString(printed(compare(environments({first, second}), wanted))),
             QString::fromStdString(expected));
}

void TestMatrix::hostsMatchOverNamespaces()
{
    const auto text = [](const std::string& ns, const std::string& timeout) {
        return reviewsService(ns) + route("{timeout: " + timeout + ", " + toReviews + "}", "reviews", ns);
    };
    const Matrix matrix = compare(environments({text("shop-dev", "1s"), text("shop", "2s")}), only({"route.timeout"}));
    QCOMPARE(printed(matrix), std::string("*reviews route.timeout [http *]: 1s | ~2s\n"));
    QCOMPARE(matrix.subjects.front().match, Match::Name);
    QCOMPARE(matrix.subjects.front().names,
             (std::vector<std::string>{"reviews.shop-dev.svc.cluster.local", "reviews.shop.svc.cluster.local"}));
}

void TestMatrix::hostsOfOneNameInTwoNamespacesStayApart()
{
    const std::string two = service("web", "a") + service("web", "b");
    const Matrix matrix = compare(environments({two, service("web", "c")}), only({"host.kind"}));
    QCOMPARE(printed(matrix),
             std::string("*web.a host.kind: Service | ~no host\n*web.b host.kind: Service | ~no host\n"
                         "*web.c host.kind: no host | ~Service\n"));
    for (const Subject& subject : matrix.subjects)
        QCOMPARE(subject.match, Match::Exact);
}

void TestMatrix::publicHostsMatchByTheirRoutes_data()
{
    QTest::addColumn<std::vector<std::string>>("texts");
    QTest::addColumn<std::string>("expected");
    using Texts = std::vector<std::string>;
    const auto table = [](const std::string& name, const std::string& hosts) {
        return document("networking.istio.io/v1", "VirtualService", "shop", name, {},
                        "hosts: [" + hosts + "], http: [{name: a, timeout: 1s, " + toReviews + "}]");
    };
    QTest::newRow("another domain") << Texts{table("web", "shop.example.com"), table("web", "shop.staging.example.com")}
                                    << std::string("shop.example.com route.timeout [a]: 1s | 1s\n");
    QTest::newRow("called as in the first environment")
        << Texts{table("web", "z.example.com"), table("web", "a.example.com")}
        << std::string("z.example.com route.timeout [a]: 1s | 1s\n");
    QTest::newRow("other routes") << Texts{table("web", "a.example.com"), table("app", "b.example.com")}
                                  << std::string("*a.example.com route.timeout [a]: 1s | ~no host\n"
                                                 "*b.example.com route.timeout [a]: no host | ~1s\n");
    QTest::newRow("two hosts of the same routes")
        << Texts{table("web", "a.example.com, b.example.com"), table("web", "c.example.com")}
        << std::string("*a.example.com route.timeout [a]: 1s | ~no host\n"
                       "*b.example.com route.timeout [a]: 1s | ~no host\n"
                       "*c.example.com route.timeout [a]: no host | ~1s\n");
}

void TestMatrix::publicHostsMatchByTheirRoutes()
{
    QFETCH(std::vector<std::string>, texts);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(printed(compare(environments(texts), only({"route.timeout"})))),
             QString::fromStdString(expected));
}

void TestMatrix::aMissingHostIsOneDifference()
{
    const std::string here = reviewsService() + route(std::string("{timeout: 3s, ") + toReviews + "}");
    QCOMPARE(printed(compare(environments({here, service("cart", "shop")}), only({"host.kind", "route.timeout"}))),
             std::string("*cart.shop host.kind: no host | ~Service\n"
                         "*reviews.shop host.kind: Service | ~no host\n"
                         "reviews.shop route.timeout [http *]: 3s | no host\n"));
}

void TestMatrix::hostsAreChosenByGlob_data()
{
    QTest::addColumn<std::string>("glob");
    QTest::addColumn<int>("rows");
    QTest::newRow("none given") << std::string() << 3;
    QTest::newRow("label") << std::string("web.a") << 1;
    QTest::newRow("namespace") << std::string("*.a") << 2;
    QTest::newRow("full host") << std::string("web.*.svc.cluster.local") << 2;
    QTest::newRow("nothing") << std::string("x*") << 0;
}

void TestMatrix::hostsAreChosenByGlob()
{
    QFETCH(std::string, glob);
    Query query = only({"host.kind"});
    query.host = glob;
    const std::string text = service("web", "a") + service("web", "b") + service("cart", "a");
    const Matrix matrix = compare(environments({text, text}), query);
    QTEST(static_cast<int>(matrix.rows.size()), "rows");
}

void TestMatrix::cellsKnowTheirPlace()
{
    const std::string written = reviewsService() + route(std::string("{name: a, timeout: 1s, ") + toReviews + "}");
    const std::string absent = reviewsService() + route(std::string("{name: a, ") + toReviews + "}");
    const Matrix matrix = compare(environments({written, absent}), only({"route.timeout"}));
    QCOMPARE(matrix.rows.size(), 1U);
    const Cell& first = matrix.rows[0].cells[0];
    QCOMPARE(printed(first.element), std::string("VirtualService/shop/reviews spec.http[0].timeout"));
    QCOMPARE(first.element.key.environment, std::string("env1"));
    QCOMPARE(first.where.path, std::string("env1.yaml"));
    QCOMPARE(first.where.line, 10U);
    // Where nothing is written: the route that would have it.
    QCOMPARE(printed(matrix.rows[0].cells[1].element), std::string("VirtualService/shop/reviews spec.http[0]"));
}

void TestMatrix::onlyDifferences()
{
    const auto text = [](const std::string& timeout) {
        return reviewsService() + route("{timeout: " + timeout + ", retries: {attempts: 3}, " + toReviews + "}");
    };
    Query query = only({"route.timeout", "route.retries.attempts"});
    const Matrix all = compare(environments({text("1s"), text("2s")}), query);
    QCOMPARE(all.rows.size(), 2U);
    QCOMPARE(all.differences, 1U);
    query.onlyDifferences = true;
    const Matrix differing = compare(environments({text("1s"), text("2s")}), query);
    QCOMPARE(printed(differing), std::string("*reviews.shop route.timeout [http *]: 1s | ~2s\n"));
}

void TestMatrix::anUnreadableEnvironmentHidesNoOther()
{
    const std::string text = reviewsService() + route(std::string("{timeout: 1s, ") + toReviews + "}");
    const Matrix matrix = compare(environments({"", text}), only({"route.timeout"}));
    QCOMPARE(printed(matrix), std::string("reviews.shop route.timeout [http *]: unreadable | 1s\n"));
    QCOMPARE(matrix.environments[0].error->code, std::string("environment.rendered"));
    QVERIFY(!matrix.isUnreadable());
    const Matrix nothing = compare(environments({"", ""}));
    QVERIFY(nothing.rows.empty());
    QVERIFY(nothing.isUnreadable());
}

void TestMatrix::withRowsKeepsTheRest()
{
    const Matrix matrix =
        compare(environments({service("a", "x") + service("b", "x"), service("b", "x")}), only({"host.kind"}));
    QCOMPARE(matrix.rows.size(), 2U);
    QCOMPARE(matrix.differences, 1U);
    const std::array<std::size_t, 1> second{1};
    const Matrix part = matrix.withRows(second);
    QCOMPARE(printed(part), std::string("b.x host.kind: Service | Service\n"));
    QCOMPARE(part.differences, 0U);
}

void TestMatrix::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const std::string text = service("a", "x");
    QVERIFY(compare(environments({text, text}), only({"host.kind"}), stop.get_token()).rows.empty());
}

void TestMatrix::settingIdsAreUnique()
{
    std::set<std::string_view> ids;
    for (const Setting& setting : settings()) {
        QVERIFY2(ids.insert(setting.id).second, setting.id.data());
        QVERIFY(isSettingPattern(setting.id));
    }
    QVERIFY(isSettingPattern("route.*"));
    QVERIFY(!isSettingPattern("route.timeouts"));
}

QTEST_APPLESS_MAIN(TestMatrix)
#include "tst_matrix.moc"
