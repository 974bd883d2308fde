// SPDX-License-Identifier: Apache-2.0
// Runs the real meshdraft-cli explain, flows, reach and test on the sample repository.
#include "tests/app/commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

QJsonObject json(const Output& output)
{
    return QJsonDocument::fromJson(output.out).object();
}

const QByteArray tests = "tests:\n"
                         "  - name: preview\n"
                         "    from: shop/storefront\n"
                         "    host: reviews\n"
                         "    headers: {x-preview: v3}\n"
                         "    expect: {verdict: routed, destinations: [{host: reviews, subset: v3}]}\n"
                         "  - name: carts <are> private\n"
                         "    from: shop/ratings\n"
                         "    host: cart\n"
                         "    expect: {verdict: routed}\n";

} // namespace

class TestTrafficCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void explainsAsDocumented();
    void explainsWhatIsPasted();
    void ranksCauses();
    void keepsNoTokenOfWhatIsPasted();
    void runsTests();
    void writesJunit();
    void locatesBrokenTests();
    void reachesAsDocumented();
    void flowsAsDocumented();
    void flowsNameWhatDoesNotAddUp();

private:
    Output on(const QString& revision, const QStringList& arguments) const
    {
        QStringList all = arguments;
        all.insert(1, u"--env"_s);
        all.insert(2, u"base"_s);
        if (!revision.isEmpty())
            all << u"--rev"_s << revision;
        return cli(all, m_directory.path());
    }

    QTemporaryDir m_directory;
};

void TestTrafficCommands::initTestCase()
{
    QCOMPARE(cli({u"sample"_s, m_directory.path()}, m_directory.path()).code, 0);
    writeFile(m_directory.filePath(u".meshdraft/requests.yaml"_s), tests);
}

void TestTrafficCommands::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const QStringList& arguments, int code, const char* sentence) {
        QTest::newRow(name) << arguments << code << QByteArray(sentence);
    };
    row("nothing", {u"explain"_s}, 2, "Expected --host");
    row("nobody calls", {u"explain"_s, u"--host"_s, u"cart"_s}, 2, "Expected --from");
    row("no caller", {u"explain"_s, u"--host"_s, u"cart"_s, u"--from"_s, u"web"_s}, 2, "'web' is no caller");
    row("unknown caller", {u"explain"_s, u"--host"_s, u"cart"_s, u"--from"_s, u"shop/web"_s}, 2,
        "There is no caller shop/web");
    row("port", {u"explain"_s, u"--host"_s, u"cart"_s, u"--from"_s, u"outside"_s, u"--port"_s, u"x"_s}, 2,
        "'x' is no port");
    row("header", {u"explain"_s, u"--host"_s, u"cart"_s, u"--from"_s, u"outside"_s, u"--header"_s, u"x"_s}, 2,
        "'x' is no header");
    row("format", {u"explain"_s, u"--host"_s, u"cart"_s, u"--format"_s, u"xml"_s}, 2, "Unknown format 'xml'");
    row("broken curl", {u"explain"_s, u"--curl"_s, u"curl 'x"_s}, 2, "1:6: The quote ' is not closed.");
    row("broken line", {u"explain"_s, u"--log"_s, u"hello"_s}, 2, "neither a curl command nor a line");
    row("both", {u"explain"_s, u"--log"_s, u"a"_s, u"--curl"_s, u"b"_s}, 2, "not both");
    row("unknown revision", {u"explain"_s, u"--host"_s, u"a"_s, u"--from"_s, u"outside"_s, u"--rev"_s, u"x"_s}, 3, "x");
    row("no file of tests", {u"test"_s, u"none.yaml"_s}, 3, "There is no file none.yaml.");
    row("two files", {u"test"_s, u"a"_s, u"b"_s}, 2, "one file");
    row("format of tests", {u"test"_s, u"--format"_s, u"xml"_s}, 2, "Unknown format 'xml'");
    row("flows from no entry", {u"flows"_s, u"--from"_s, u"web"_s}, 2, "'web' is no entry");
    row("flows from nobody", {u"flows"_s, u"--from"_s, u"shop/nobody"_s, u"--host"_s, u"cart"_s}, 2,
        "No requests enter");
    row("flows to nowhere", {u"flows"_s, u"--host"_s, u"nowhere"_s}, 2, "No requests enter");
    row("header of flows", {u"flows"_s, u"--header"_s, u"x"_s}, 2, "'x' is no header");
    row("format of flows", {u"flows"_s, u"--format"_s, u"csv"_s}, 2, "--format");
    row("reach of nobody", {u"reach"_s, u"--to"_s, u"nowhere"_s}, 2, "no such caller or host");
    row("format of reach", {u"reach"_s, u"--format"_s, u"xml"_s}, 2, "--format");
}

void TestTrafficCommands::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const Output output = on({}, arguments);
    QTEST(output.code, "code");
    QCOMPARE(output.out, QByteArray());
    QVERIFY2(output.err.startsWith("meshdraft-cli: ") && output.err.contains(sentence), output.err);
}

void TestTrafficCommands::explainsAsDocumented()
{
    const QStringList arguments{u"explain"_s, u"--from"_s, u"shop/storefront"_s, u"--host"_s,
                                u"reviews"_s, u"--path"_s, u"/7?a=b"_s};
    const Output text = on(u"main"_s, arguments);
    QCOMPARE(text.code, 0);
    QCOMPARE(text.err, QByteArray());
    for (const char* part : {"v1 90 %, v2 10 %", "timeout 3s, retries 2", "base/shop/reviews-vs.yaml:"})
        QVERIFY2(text.out.contains(part), text.out);

    const QJsonObject object = json(on(u"main"_s, arguments + QStringList{u"--format"_s, u"json"_s}));
    QCOMPARE(object[u"schema"_s].toString(), u"meshdraft.explain/1"_s);
    QCOMPARE(object[u"environment"_s].toString(), u"base"_s);
    QCOMPARE(object[u"verdict"_s].toString(), u"routed"_s);
    QCOMPARE(object[u"responseFlag"_s].toString(), QString());
    QCOMPARE(object[u"route"_s].toString(), u"default"_s);
    QCOMPARE(object[u"timeout"_s].toString(), u"3s"_s);
    QCOMPARE(object[u"retries"_s].toInt(), 2);
    QCOMPARE(object[u"request"_s][u"query"_s][u"a"_s].toString(), u"b"_s);
    const QJsonArray destinations = object[u"destinations"_s].toArray();
    QCOMPARE(destinations.size(), 2);
    QCOMPARE(destinations[0][u"host"_s].toString(), u"reviews.shop.svc.cluster.local"_s);
    QCOMPARE(destinations[0][u"subset"_s].toString(), u"v1"_s);
    QCOMPARE(destinations[0][u"percent"_s].toDouble(), 90.0);
    QCOMPARE(destinations[0][u"workloads"_s][0][u"name"_s].toString(), u"reviews-v1"_s);
    bool hasPlace = false;
    for (const auto& step : object[u"steps"_s].toArray()) {
        QVERIFY(!step[u"because"_s].toString().isEmpty());
        hasPlace = hasPlace
            || (step[u"file"_s].toString() == u"base/shop/reviews-vs.yaml"_s && step[u"line"_s].toInt() > 1
                && step[u"kind"_s].toString() == u"VirtualService"_s);
    }
    QVERIFY(hasPlace);

    const Output denied =
        on(u"main"_s, {u"explain"_s, u"--from"_s, u"shop/ratings"_s, u"--host"_s, u"cart"_s, u"--format"_s, u"json"_s});
    QCOMPARE(denied.code, 1);
    QCOMPARE(json(denied)[u"verdict"_s].toString(), u"denied"_s);
    QCOMPARE(json(denied)[u"status"_s].toInt(), 403);
}

void TestTrafficCommands::explainsWhatIsPasted()
{
    const Output found = on(u"main"_s, {u"explain"_s, u"--curl"_s, u"curl https://shop.acorn.example/seeds"_s});
    QVERIFY2(found.code == 0 && found.out.contains("storefront"), QByteArray(found.out + found.err).constData());
    const Output lost =
        on(u"broken/no-route"_s,
           {u"explain"_s, u"--curl"_s, u"curl https://shop.acorn.example/seeds"_s, u"--format"_s, u"json"_s});
    QCOMPARE(lost.code, 1);
    QCOMPARE(json(lost)[u"responseFlag"_s].toString(), u"NR"_s);
    QCOMPARE(json(lost)[u"request"_s][u"from"_s].toString(), u"gateway:edge/shop-gw"_s);
}

void TestTrafficCommands::ranksCauses()
{
    const Output output = on(
        u"broken/pool"_s,
        {u"explain"_s, u"--host"_s, u"cart.shop.svc.cluster.local"_s, u"--flag"_s, u"UO"_s, u"--format"_s, u"json"_s});
    QCOMPARE(output.code, 1);
    const auto first = json(output)[u"causes"_s][0];
    QCOMPARE(first[u"cause"_s].toString(), u"cause.poolLimit"_s);
    QCOMPARE(first[u"basis"_s].toString(), u"setting"_s);
    QCOMPARE(first[u"elements"_s][0][u"file"_s].toString(), u"base/shop/cart-dr.yaml"_s);
    QVERIFY(first[u"source"_s].toString().startsWith(u"https://"_s));
    QVERIFY(!json(output).contains(u"verdict"_s));
}

void TestTrafficCommands::keepsNoTokenOfWhatIsPasted()
{
    for (const char* format : {"text", "json"}) {
        const Output output = on(u"main"_s,
                                 {u"explain"_s, u"--format"_s, QString::fromLatin1(format), u"--curl"_s,
                                  u"curl -u ada:SECRET -b sid=SECRET 'https://shop.acorn.example/?token=SECRET'"_s});
        QVERIFY(!output.out.isEmpty());
        QVERIFY2(!output.out.contains("SECRET") && !output.err.contains("SECRET"), output.out);
    }
}

void TestTrafficCommands::runsTests()
{
    const Output output = on({}, {u"test"_s});
    QCOMPARE(output.code, 1);
    QVERIFY2(output.out.contains("ok    preview\n"), output.out);
    QVERIFY2(output.out.contains("FAIL  carts <are> private\n"), output.out);
    QVERIFY2(output.out.contains(".meshdraft/requests.yaml:10:23: verdict: expected routed, got denied"), output.out);
    QVERIFY2(output.out.contains("base/shop/callers-authz.yaml:"), output.out);
    QVERIFY2(output.out.endsWith("1 passed, 1 failed\n"), output.out);
    const QJsonObject object = json(on({}, {u"test"_s, u"--format"_s, u"json"_s}));
    QCOMPARE(object[u"schema"_s].toString(), u"meshdraft.test/1"_s);
    QCOMPARE(object[u"stats"_s][u"passed"_s].toInt(), 1);
    QCOMPARE(object[u"tests"_s][1][u"mismatches"_s][0][u"actual"_s].toString(), u"denied"_s);
    QCOMPARE(object[u"tests"_s][1][u"line"_s].toInt(), 7);
    writeFile(m_directory.filePath(u"good.yaml"_s), tests.first(tests.indexOf("  - name: carts")));
    QCOMPARE(on({}, {u"test"_s, u"good.yaml"_s}).code, 0);
}

void TestTrafficCommands::writesJunit()
{
    const Output output = on({}, {u"test"_s, u"--format"_s, u"junit"_s, u"-o"_s, u"report.xml"_s});
    QCOMPARE(output.code, 1);
    QCOMPARE(output.out, QByteArray());
    QFile file(m_directory.filePath(u"report.xml"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    int cases = 0;
    int failures = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"testcase"_s) {
            ++cases;
            QCOMPARE(xml.attributes().value(u"file"_s), u".meshdraft/requests.yaml"_s);
        }
        if (xml.name() == u"failure"_s) {
            ++failures;
            QCOMPARE(xml.attributes().value(u"message"_s), u"verdict: expected routed, got denied"_s);
        }
        if (xml.name() == u"testsuite"_s)
            QCOMPARE(xml.attributes().value(u"failures"_s), u"1"_s);
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, 2);
    QCOMPARE(failures, 1);
}

void TestTrafficCommands::locatesBrokenTests()
{
    writeFile(m_directory.filePath(u"broken.yaml"_s),
              "tests:\n  - {from: a/b, host: c, port: x, expect: {status: 200}}\n"
              "  - {name: good, from: shop/storefront, host: reviews, expect: {verdict: routed}}\n");
    const Output output = on({}, {u"test"_s, u"broken.yaml"_s});
    QCOMPARE(output.code, 1);
    QVERIFY2(output.err.contains("broken.yaml:2:32: port has the wrong type; expected a number."), output.err);
    QVERIFY2(output.out.endsWith("1 passed, 0 failed, 1 could not be read\n"), output.out);
    writeFile(m_directory.filePath(u"worse.yaml"_s), "tests: [\n");
    const Output worse = on({}, {u"test"_s, u"worse.yaml"_s});
    QCOMPARE(worse.code, 3);
    QVERIFY2(worse.err.contains("worse.yaml:"), worse.err);
}

void TestTrafficCommands::reachesAsDocumented()
{
    const QStringList arguments{u"reach"_s, u"--to"_s, u"cart"_s, u"--from"_s, u"shop/ratings"_s, u"--format"_s};
    const Output csv = on(u"main"_s, arguments + QStringList{u"csv"_s});
    QCOMPARE(csv.code, 0);
    const QByteArrayList lines = csv.out.split('\n');
    QCOMPARE(lines[0],
             QByteArray("environment,caller,host,port,reach,verdict,reason,kind,namespace,name,field,file,line\r"));
    QVERIFY2(lines[1].startsWith("base,shop/Deployment:ratings,cart.shop.svc.cluster.local,80,none,denied,"), csv.out);
    QVERIFY2(lines[1].contains("AuthorizationPolicy,shop,cart-callers,"), csv.out);
    const QJsonObject object = json(on(u"main"_s, arguments + QStringList{u"json"_s}));
    QCOMPARE(object[u"schema"_s].toString(), u"meshdraft.reach/1"_s);
    const auto cell = object[u"cells"_s][0];
    QCOMPARE(cell[u"reach"_s].toString(), u"none"_s);
    QCOMPARE(cell[u"delivered"_s].toInt(), 0);
    QCOMPARE(cell[u"file"_s].toString(), u"base/shop/callers-authz.yaml"_s);
    QCOMPARE(cell[u"refused"_s][u"from"_s].toString(), u"shop/Deployment:ratings"_s);
}

void TestTrafficCommands::flowsAsDocumented()
{
    const QStringList arguments{u"flows"_s, u"--from"_s, u"shop/storefront"_s, u"--host"_s, u"reviews"_s};
    const Output text = on(u"main"_s, arguments);
    QVERIFY2(text.out.startsWith("from shop/storefront to reviews.shop.svc.cluster.local\n"
                                 "  90 %  reviews.shop.svc.cluster.local:80/v1  [base/shop/reviews-vs.yaml:"),
             text.out);
    QVERIFY2(text.out.contains("    90 %  shop/reviews-v1"), text.out);

    const QJsonObject object = json(on(u"main"_s, arguments + QStringList{u"--format"_s, u"json"_s}));
    QCOMPARE(object[u"schema"_s].toString(), u"meshdraft.flows/1"_s);
    QCOMPARE(object[u"flows"_s].toArray().size(), 1);
    const auto flow = object[u"flows"_s][0];
    QCOMPARE(flow[u"environment"_s].toString(), u"base"_s);
    QCOMPARE(flow[u"request"_s][u"from"_s].toString(), u"shop/Deployment:storefront"_s);
    QCOMPARE(flow[u"lost"_s].toDouble(-1), 0.0);
    QCOMPARE(flow[u"nodes"_s][0][u"kind"_s].toString(), u"entry"_s);
    QCOMPARE(flow[u"nodes"_s][1][u"kind"_s].toString(), u"destination"_s);
    QCOMPARE(flow[u"nodes"_s][1][u"subset"_s].toString(), u"v1"_s);
    const auto edge = flow[u"edges"_s][0];
    QCOMPARE(edge[u"from"_s].toInt(-1), 0);
    QCOMPARE(edge[u"to"_s].toInt(-1), 1);
    QCOMPARE(edge[u"percent"_s].toDouble(), 90.0);
    QCOMPARE(edge[u"exact"_s].toBool(), true);
    QCOMPARE(edge[u"copies"_s].toBool(true), false);
    QCOMPARE(edge[u"called"_s].toString(), u"reviews.shop.svc.cluster.local"_s);
    QCOMPARE(edge[u"file"_s].toString(), u"base/shop/reviews-vs.yaml"_s);
    QVERIFY(edge[u"line"_s].toInt() > 1);

    // one kind of request takes another way
    const QJsonObject preview =
        json(on(u"main"_s, arguments + QStringList{u"--header"_s, u"x-preview=v3"_s, u"--format"_s, u"json"_s}));
    QCOMPARE(preview[u"flows"_s][0][u"nodes"_s][1][u"subset"_s].toString(), u"v3"_s);
    QCOMPARE(preview[u"flows"_s][0][u"edges"_s][0][u"percent"_s].toDouble(), 100.0);
}

void TestTrafficCommands::flowsNameWhatDoesNotAddUp()
{
    const QStringList arguments{u"flows"_s, u"--host"_s, u"reviews.acorn.example"_s};
    const QString branch = u"broken/missing-subset"_s;
    QCOMPARE(on(u"main"_s, arguments).code, 0);
    const Output text = on(branch, arguments);
    QCOMPARE(text.code, 1);
    QVERIFY2(
        text.out.contains("\nWhat does not add up\n  base/shop/reviews-dr.yaml:1: 10 % of the requests reach nobody "
                          "(no such subset). (from gateway edge/shop-gw to reviews.acorn.example)\n"),
        text.out);
    const QJsonObject object = json(on(branch, arguments + QStringList{u"--format"_s, u"json"_s}));
    const auto finding = object[u"findings"_s][0];
    QCOMPARE(finding[u"code"_s].toString(), u"flows.lost"_s);
    QCOMPARE(finding[u"entry"_s].toString(), u"gateway:edge/shop-gw"_s);
    QCOMPARE(finding[u"host"_s].toString(), u"reviews.acorn.example"_s);
    QCOMPARE(finding[u"file"_s].toString(), u"base/shop/reviews-dr.yaml"_s);
    QVERIFY(!finding[u"message"_s].toString().isEmpty());
    QCOMPARE(object[u"flows"_s][0][u"lost"_s].toDouble(), 10.0);
}

QTEST_GUILESS_MAIN(TestTrafficCommands)
#include "tst_trafficcommands.moc"
