// SPDX-License-Identifier: Apache-2.0
// Saved requests: read, run against the sample, and written without touching anything else.
#include "models/traffic/routingtests.h"

#include "tests/traffic/samplemesh.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

constexpr auto path = RoutingTests::path;

const std::string file = R"(# Agreed with the shop team.
tests:
  # The widget on partner pages.
  - name: preview   # by header
    from: gateway:edge/shop-gw
    host: reviews.acorn.example
    tls: tls
    path: /widget?lang=en
    headers: {X-Preview: v3}
    expect:
      verdict: routed
      route: preview
      destinations: [{host: reviews, subset: v3, percent: 100}]
  - name: split
    from: shop/storefront
    host: reviews
    expect:
      timeout: 3s
      retries: 2
      destinations:
        - {host: reviews.shop, subset: v1, percent: 90}
        - {host: reviews.shop.svc.cluster.local, port: 80, subset: v2, percent: 10}
        - {host: reviews, subset: v3, percent: 0}
  - name: carts are private
    from: shop/ratings
    host: cart
    expect: {verdict: denied, status: 403, flag: none, details: rbac_access_denied}
)";

std::string printed(const std::vector<Error>& errors)
{
    std::string all;
    for (const Error& error : errors) {
        all += (all.empty() ? "" : "; ") + error.code;
        for (const std::string& arg : error.args)
            all += " " + arg;
        all += " @" + std::to_string(error.where.line) + ":" + std::to_string(error.where.column);
    }
    return all;
}

std::string printed(const std::vector<Mismatch>& mismatches)
{
    std::string all;
    for (const Mismatch& one : mismatches) {
        all += (all.empty() ? "" : "; ") + one.field + ": " + one.expected + " != " + one.actual + " @"
            + std::to_string(one.where.line);
    }
    return all;
}

RoutingTest someTest()
{
    RoutingTest test;
    test.name = "new: \"one\"";
    test.request.from = {Origin::Kind::Workload, "shop", "web", {}};
    test.request.host = "reviews";
    test.request.port = 80;
    test.request.method = "POST";
    test.request.path = "/a b";
    test.request.query = {{"page", "2"}, {"page", "3"}, {"x", "true"}};
    test.request.headers = {{"accept", "*/*"}, {"x-preview", "on"}};
    test.request.tls = CallerTls::Tls;
    test.request.sni = "reviews";
    test.request.alpn = {"h2", "http/1.1"};
    test.request.protocol = Protocol::Http2;
    test.request.sourceIp = "10.1.2.3";
    test.request.token = Token{.issuer = "https://a",
                               .subject = "b",
                               .audiences = {"c", "d"},
                               .presenter = "e",
                               .claims = {{"groups", {"x", "y"}}, {"level", {"3"}}},
                               .isValid = false};
    test.expect.verdict = "mixed";
    test.expect.flag = "";
    test.expect.status = 503;
    test.expect.destinations = {{"reviews.shop", 80, "v1", 33.3, {}}, {"reviews.shop", 0, {}, 66.7, {}}};
    return test;
}

} // namespace

class TestRoutingTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndRuns();
    void namesWhatDiffers_data();
    void namesWhatDiffers();
    void locatesErrors_data();
    void locatesErrors();
    void writesAndReadsBack_data();
    void writesAndReadsBack();
    void refusesSameName();
    void replacesAndRemoves();
    void expectsWhatIs();

private:
    test::SampleMesh m_sample;
};

void TestRoutingTests::readsAndRuns()
{
    const RoutingTests tests = readRoutingTests(*source::parseText(file), path);
    QCOMPARE(printed(tests.errors), std::string());
    QCOMPARE(tests.tests.size(), 3U);
    QCOMPARE(tests.tests[0].request.headers.find("x-preview")->second, "v3");
    QCOMPARE(tests.tests[0].request.query.find("lang")->second, "en");
    QCOMPARE(tests.tests[0].places.at("verdict").line, 11U);
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    for (const RoutingTest& test : tests.tests)
        QCOMPARE(printed(runTest(mesh, test).mismatches), std::string());
}

void TestRoutingTests::namesWhatDiffers_data()
{
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QString>("wanted"); // of all tests
    QTest::newRow("canary") << QStringLiteral("canary/reviews-v3")
                            << QStringLiteral("destinations: reviews.shop/v1 90 %, "
                                              "reviews.shop.svc.cluster.local:80/v2 10 %, reviews/v3 0 % != "
                                              "reviews.shop.svc.cluster.local:80/v1 80 %, "
                                              "reviews.shop.svc.cluster.local:80/v2 10 %, "
                                              "reviews.shop.svc.cluster.local:80/v3 10 % @21");
    QTest::newRow("timeout") << QStringLiteral("broken/timeout") << QStringLiteral("timeout: 3s != 30ms @18");
    QTest::newRow("no endpoints") << QStringLiteral("broken/no-endpoints")
                                  << QStringLiteral("verdict: denied != no_endpoints @27; flag: none != UH @27; "
                                                    "status: 403 != 503 @27; details: rbac_access_denied != "
                                                    "no_healthy_upstream @27");
    QTest::newRow("no route") << QStringLiteral("broken/no-route") << QString();
}

void TestRoutingTests::namesWhatDiffers()
{
    QFETCH(QString, branch);
    const RoutingTests tests = readRoutingTests(*source::parseText(file), path);
    const Evaluator mesh(m_sample.view(branch));
    std::string all;
    for (const RoutingTest& test : tests.tests)
        all += printed(runTest(mesh, test).mismatches);
    QTEST(QString::fromStdString(all), "wanted");
}

void TestRoutingTests::locatesErrors_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* yaml, const char* error) {
        QTest::newRow(name) << QString::fromUtf8(yaml) << QString::fromUtf8(error);
    };
    const char* const good = "from: a/b, host: c, expect: {verdict: routed}";
    const auto with = [&](const char* name, const char* fields, const char* error) {
        QTest::newRow(name) << QStringLiteral("tests:\n- {%1}\n").arg(QString::fromUtf8(fields))
                            << QString::fromUtf8(error);
    };
    row("empty", "", "");
    row("only a comment", "# later\n", "");
    row("no tests yet", "tests:\n", "");
    with("good", good, "");
    row("a list", "- a\n", "requests.type . mapping @1:1");
    row("another key", "test: []\n", "requests.unknownField test tests @1:1");
    row("tests are a mapping", "tests: {a: b}\n", "requests.type tests list @1:8");
    row("a test is a text", "tests: [a]\n", "requests.type tests[] mapping @1:9");
    row("two documents", "tests: []\n---\ntests: []\n", "requests.type . mapping @3:1");
    row("not YAML", "tests: [\n", "source.syntax");
    with("nobody calls", "host: c, expect: {verdict: routed}", "requests.missing from @2:3");
    with("no host", "from: a/b, expect: {verdict: routed}", "requests.missing host @2:3");
    with("nothing is expected", "from: a/b, host: c", "requests.missing expect @2:3");
    with("an empty expectation", "from: a/b, host: c, expect: {}", "requests.missing expect.verdict @2:32");
    with("misspelled", "form: a/b, from: a/b, host: c, expect: {verdict: routed}",
         "requests.unknownField form name, from, host, port, address, protocol, tls, sni, alpn, method, path, query, "
         "headers, claims, tokenIsValid, sourcePrincipal, sourceIp, expect @2:4");
    with("bad caller", "from: web, host: c, expect: {verdict: routed}",
         "requests.value from web NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, namespace:NAMESPACE, outside @2:10");
    with("bad port", "from: a/b, host: c, port: x, expect: {verdict: routed}", "requests.type port number @2:30");
    with("port too large", "from: a/b, host: c, port: 70000, expect: {verdict: routed}",
         "requests.type port number @2:30");
    with("bad protocol", "from: a/b, host: c, protocol: ftp, expect: {verdict: routed}",
         "requests.value protocol ftp http, http2, grpc, tcp @2:34");
    with("bad path", "from: a/b, host: c, path: x, expect: {verdict: routed}", "requests.value path x /… @2:30");
    with("headers are a list", "from: a/b, host: c, headers: [a], expect: {verdict: routed}",
         "requests.type headers mapping @2:33");
    with("bad token", "from: a/b, host: c, tokenIsValid: maybe, expect: {verdict: routed}",
         "requests.value tokenIsValid maybe true, false @2:38");
    with("bad status", "from: a/b, host: c, expect: {status: 5xx}", "requests.type status number @2:41");
    with("sums to more", "from: a/b, host: c, expect: {destinations: [{host: a, percent: 80}, {host: b, percent: 30}]}",
         "requests.sum 110 @2:47");
    with("sums to less", "from: a/b, host: c, expect: {destinations: [{host: a, percent: 80}]}",
         "requests.sum 80 @2:47");
    with("destination without a host", "from: a/b, host: c, expect: {destinations: [{subset: v1}]}",
         "requests.missing destinations[].host @2:48");
    row("same name",
        "tests:\n- {name: x, from: a/b, host: c, expect: {status: 200}}\n"
        "- {name: x, from: a/b, host: c, expect: {status: 200}}\n",
        "requests.sameName x @3:10");
}

void TestRoutingTests::locatesErrors()
{
    QFETCH(QString, yaml);
    QFETCH(QString, error);
    const RoutingTests tests = readRoutingTests(*source::parseText(yaml.toStdString()), path);
    for (const Error& each : tests.errors)
        QCOMPARE(each.where.path, std::string(path));
    if (error == QLatin1String("source.syntax")) {
        QCOMPARE(tests.errors.size(), 1U);
        QCOMPARE(tests.errors.front().code, "source.syntax");
        return;
    }
    QCOMPARE(QString::fromStdString(printed(tests.errors)), error);
}

void TestRoutingTests::writesAndReadsBack_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("no file") << QString();
    QTest::newRow("some tests") << QString::fromStdString(file);
    QTest::newRow("empty list") << QStringLiteral("# ours\ntests: []  # none yet\n");
    QTest::newRow("no list") << QStringLiteral("tests:\n");
    QTest::newRow("comments only") << QStringLiteral("# ours\n# later");
    QTest::newRow("Windows lines") << QString::fromStdString(file).replace(QLatin1String("\n"), QLatin1String("\r\n"));
    QTest::newRow("flow style") << QStringLiteral("tests: [{name: a, from: a/b, host: c, expect: {status: 200}}]\n");
}

void TestRoutingTests::writesAndReadsBack()
{
    QFETCH(QString, before);
    const auto old = before.isEmpty() ? nullptr : source::parseText(before.toStdString());
    const RoutingTest test = someTest();
    const auto edit = addTest(old, path, test);
    QVERIFY2(edit, edit ? "" : edit.error().code.c_str());
    QCOMPARE(edit->base, source::contentIdOf(before.toStdString()));
    const auto after = source::applySplices(before.toStdString(), edit->splices);
    QVERIFY(after);
    const RoutingTests read = readRoutingTests(*source::parseText(*after), path);
    QVERIFY2(read.errors.empty(), (printed(read.errors) + "\n" + *after).c_str());
    const std::size_t known = old == nullptr ? 0 : readRoutingTests(*old, path).tests.size();
    QCOMPARE(read.tests.size(), known + 1);
    const RoutingTest& back = read.tests.back();
    QCOMPARE(back.name, test.name);
    QVERIFY2(back.request == test.request, after->c_str());
    QCOMPARE(back.expect.verdict, test.expect.verdict);
    QCOMPARE(back.expect.flag, test.expect.flag);
    QCOMPARE(back.expect.status, test.expect.status);
    QCOMPARE(back.expect.destinations->size(), 2U);
    QCOMPARE(back.expect.destinations->front().percent, 33.3);
    // what stood there stands there still
    for (const std::string kept : {"# Agreed with the shop team.", "# The widget on partner pages.", "# by header",
                                   "# ours", "# none yet", "# later"})
        QCOMPARE(after->contains(kept), before.toStdString().contains(kept));
}

void TestRoutingTests::refusesSameName()
{
    RoutingTest test = someTest();
    test.name = "split";
    const auto edit = addTest(source::parseText(file), path, test);
    QVERIFY(!edit);
    QCOMPARE(edit.error().code, "requests.sameName");
    const auto list = addTest(source::parseText("- a\n"), path, test);
    QVERIFY(!list);
    QCOMPARE(list.error().code, "requests.type");
}

void TestRoutingTests::replacesAndRemoves()
{
    const auto old = source::parseText(file);
    const auto replaced = replaceTest(old, path, "split", someTest());
    QVERIFY2(replaced, replaced ? "" : replaced.error().code.c_str());
    const auto after = source::applySplices(file, replaced->splices);
    QVERIFY(after);
    const RoutingTests read = readRoutingTests(*source::parseText(*after), path);
    QCOMPARE(read.tests.size(), 3U);
    QVERIFY(read.tests[1].request == someTest().request);
    QCOMPARE(read.tests[2].name, "carts are private");

    const auto removed = removeTest(old, path, "split");
    QVERIFY(removed);
    const auto without = source::applySplices(file, removed->splices);
    QVERIFY(without);
    QCOMPARE(readRoutingTests(*source::parseText(*without), path).tests.size(), 2U);
    QVERIFY(without->contains("# by header"));

    QCOMPARE(removeTest(old, path, "none").error().code, "requests.noSuchTest");
    QCOMPARE(replaceTest(old, path, "none", someTest()).error().code, "requests.noSuchTest");
    RoutingTest same = someTest();
    same.name = "preview";
    QCOMPARE(replaceTest(old, path, "split", same).error().code, "requests.sameName");
}

void TestRoutingTests::expectsWhatIs()
{
    const Evaluator mesh(m_sample.view(QStringLiteral("main")));
    for (const RoutingTest& test : readRoutingTests(*source::parseText(file), path).tests) {
        const Answer answer = mesh.evaluate(test.request);
        QCOMPARE(printed(runTest(mesh, testOf("x", test.request, answer)).mismatches), std::string());
    }
}

QTEST_GUILESS_MAIN(TestRoutingTests)
#include "tst_routingtests.moc"
