// SPDX-License-Identifier: Apache-2.0
#include "tests/app/commandrun.h"

// Runs the real meshdraft-cli matrix on real repositories.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using namespace meshdraft::test;

Output matrix(const QStringList& arguments, const QString& directory)
{
    return cli(QStringList{u"matrix"_s} + arguments, directory);
}

QByteArray reviews(const QByteArray& timeout, const QByteArray& weights)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n    - name: default\n"
        + (timeout.isEmpty() ? QByteArray() : "      timeout: " + timeout + "\n") + "      route: [" + weights
        + "]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {ports: [{port: 80, name: http}]}\n";
}

const QByteArray split = "{destination: {host: reviews, subset: v1}, weight: 90}, "
                         "{destination: {host: reviews, subset: v2}, weight: 10}";
const QByteArray whole = "{destination: {host: reviews, subset: v1}}";

/// Three environments: dev and prod differ, staging has to be rendered.
void makeRepository(const QString& directory)
{
    writeFile(directory + u"/dev/reviews.yaml"_s, reviews("", whole));
    writeFile(directory + u"/prod/reviews.yaml"_s, reviews("3s", split));
    commitAll(directory);
}

} // namespace

class TestMatrixCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void printsATable();
    void chosenSettingsFieldsAndHosts_data();
    void chosenSettingsFieldsAndHosts();
    void writesCsv();
    void writesMarkdown();
    void writesDocumentedJson();
    void anEnvironmentThatFailsHidesNoOther();
    void readsARevision();
    void hostileTextIsEscaped();
};

void TestMatrixCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("format") << QStringList{u"--format"_s, u"xml"_s} << 2 << QByteArray("Unknown format 'xml'");
    QTest::newRow("word") << QStringList{u"route.timeout"_s} << 2 << QByteArray("--setting");
    QTest::newRow("setting") << QStringList{u"--setting"_s, u"route.timeouts"_s} << 2
                             << QByteArray("route.timeouts is not a setting");
    QTest::newRow("field without a kind")
        << QStringList{u"--field"_s, u"spec.http"_s} << 2 << QByteArray("expected KIND:path");
    QTest::newRow("misspelled field") << QStringList{u"--field"_s, u"dr:spec.trafficPolicy.conectionPool"_s} << 2
                                      << QByteArray("Did you mean connectionPool?");
    QTest::newRow("Secret") << QStringList{u"--field"_s, u"Secret:data.key"_s} << 2
                            << QByteArray("Values of Secrets are not shown.");
    QTest::newRow("unknown environment") << QStringList{u"--env"_s, u"nowhere"_s} << 3
                                         << QByteArray("There is no environment nowhere.");
    QTest::newRow("unknown revision") << QStringList{u"--rev"_s, u"nowhere"_s} << 3 << QByteArray("nowhere");
}

void TestMatrixCommand::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output = matrix(arguments, directory.path());
    QTEST(output.code, "code");
    QVERIFY(output.out.isEmpty());
    QVERIFY2(output.err.startsWith("meshdraft-cli: ") && output.err.contains(sentence), output.err);
}

void TestMatrixCommand::printsATable()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output = matrix({}, directory.path());
    QCOMPARE(output.err, QByteArray());
    QCOMPARE(output.code, 1);
    QCOMPARE(output.out,
             QByteArray("                       dev         prod\n"
                        "reviews.shop\n"
                        "  Weights · default    v1 (all)  ~ v1 90 / v2 10\n"
                        "  Timeout · default    not set   ~ 3s\n"
                        "2 of 2 rows differ (~)\n"));
}

void TestMatrixCommand::chosenSettingsFieldsAndHosts_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArrayList>("settings"); // of the CSV's lines
    QTest::newRow("all") << QStringList{} << 1 << QByteArrayList{"route.weights", "route.timeout"};
    QTest::newRow("group") << QStringList{u"--setting"_s, u"route.t*"_s} << 1 << QByteArrayList{"route.timeout"};
    QTest::newRow("twice") << QStringList{u"--setting"_s, u"host.kind"_s, u"--setting"_s, u"route.weights"_s} << 1
                           << QByteArrayList{"route.weights"};
    QTest::newRow("what does not differ")
        << QStringList{u"--setting"_s, u"host.kind"_s} << 0 << QByteArrayList{"host.kind"};
    QTest::newRow("only differences") << QStringList{u"--setting"_s, u"host.kind"_s, u"--only-differences"_s} << 0
                                      << QByteArrayList{};
    QTest::newRow("field") << QStringList{u"--field"_s, u"vs:spec.http[0].timeout"_s} << 1
                           << QByteArrayList{"VirtualService:spec.http[0].timeout"};
    QTest::newRow("host") << QStringList{u"--host"_s, u"reviews.*"_s, u"--setting"_s, u"route.timeout"_s} << 1
                          << QByteArrayList{"route.timeout"};
    QTest::newRow("no such host") << QStringList{u"--host"_s, u"cart"_s} << 0 << QByteArrayList{};
    QTest::newRow("one environment") << QStringList{u"--env"_s, u"prod"_s} << 0
                                     << QByteArrayList{"route.weights", "route.timeout"};
    QTest::newRow("environments by name, each once")
        << QStringList{u"--env"_s, u"prod"_s, u"--env"_s, u"dev"_s, u"--env"_s, u"prod"_s} << 1
        << QByteArrayList{"route.weights", "route.timeout"};
}

void TestMatrixCommand::chosenSettingsFieldsAndHosts()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, settings);
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output = matrix(arguments + QStringList{u"--format"_s, u"csv"_s}, directory.path());
    QTEST(output.code, "code");
    QByteArrayList seen;
    for (const QByteArray& line : output.out.split('\n').mid(1)) {
        if (!line.isEmpty())
            seen << line.split(',').at(1);
    }
    QCOMPARE(seen, settings);
}

void TestMatrixCommand::writesCsv()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output =
        matrix({u"--format"_s, u"csv"_s, u"--env"_s, u"prod"_s, u"--env"_s, u"dev"_s}, directory.path());
    QCOMPARE(output.out,
             QByteArray("host,setting,item,differs,prod,dev\r\n"
                        "reviews.shop,route.weights,default,yes,v1 90 / v2 10,v1 (all)\r\n"
                        "reviews.shop,route.timeout,default,yes,3s,not set\r\n"));
}

void TestMatrixCommand::writesMarkdown()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output = matrix({u"--format"_s, u"markdown"_s, u"--setting"_s, u"route.timeout"_s}, directory.path());
    QCOMPARE(output.out,
             QByteArray("## Environments compared\n\nRows that differ: 1 of 1.\n\n### `reviews.shop`\n\n"
                        "| Setting | `dev` | `prod` |\n| --- | --- | --- |\n"
                        "| Timeout · `default` | not set | ~ `3s` |\n"));
}

void TestMatrixCommand::writesDocumentedJson()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output = matrix({u"--format"_s, u"json"_s, u"--setting"_s, u"route.timeout"_s}, directory.path());
    const auto json = QJsonDocument::fromJson(output.out).object();
    QCOMPARE(json[u"schema"_s].toString(), u"meshdraft.matrix/1"_s);
    QCOMPARE(json[u"environments"_s].toArray().size(), 2);
    for (const auto& value : json[u"environments"_s].toArray())
        QVERIFY(value[u"resources"_s].toInt() == 2);
    QCOMPARE(json[u"stats"_s][u"differences"_s].toInt(), 1);
    const auto row = json[u"rows"_s][0].toObject();
    QCOMPARE(row[u"subject"_s].toString(), u"reviews.shop"_s);
    QCOMPARE(row[u"item"_s].toString(), u"default"_s);
    QCOMPARE(row[u"matchedBy"_s].toString(), u"exact"_s);
    const auto absent = row[u"cells"_s][0].toObject();
    QCOMPARE(absent[u"environment"_s].toString(), u"dev"_s);
    QCOMPARE(absent[u"state"_s].toString(), u"absent"_s);
    QCOMPARE(absent[u"note"_s].toString(), u"notSet"_s);
    const auto written = row[u"cells"_s][1].toObject();
    const QJsonObject expected{
        {u"environment"_s, u"prod"_s},
        {u"host"_s, u"reviews.shop.svc.cluster.local"_s},
        {u"state"_s, u"present"_s},
        {u"value"_s, u"3s"_s},
        {u"effective"_s, u"3s"_s},
        {u"note"_s, u""_s},
        {u"deviates"_s, true},
        {u"kind"_s, u"VirtualService"_s},
        {u"namespace"_s, u"shop"_s},
        {u"name"_s, u"reviews"_s},
        {u"field"_s, u"spec.http[0].timeout"_s},
        {u"file"_s, u"prod/reviews.yaml"_s},
        {u"line"_s, 8},
        {u"column"_s, 16},
    };
    QCOMPARE(written, expected);
}

void TestMatrixCommand::anEnvironmentThatFailsHidesNoOther()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    const auto output = matrix({u"--env"_s, u"dev"_s, u"--env"_s, u"nowhere"_s, u"--env"_s, u"prod"_s, u"--format"_s,
                                u"csv"_s, u"--setting"_s, u"route.timeout"_s},
                               directory.path());
    QCOMPARE(output.code, 1);
    QVERIFY2(output.err.contains("There is no environment nowhere."), output.err);
    QVERIFY2(output.out.endsWith("reviews.shop,route.timeout,default,yes,not set,cannot be read,3s\r\n"), output.out);
}

void TestMatrixCommand::readsARevision()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    writeFile(directory.filePath(u"prod/reviews.yaml"_s), reviews("9s", split));
    const QStringList arguments{u"--format"_s, u"csv"_s, u"--setting"_s, u"route.timeout"_s};
    QVERIFY(matrix(arguments, directory.path()).out.endsWith("not set,9s\r\n"));
    const auto head = matrix(arguments + QStringList{u"--rev"_s, u"HEAD"_s}, directory.path());
    QVERIFY2(head.out.endsWith("not set,3s\r\n"), head.out);
}

void TestMatrixCommand::hostileTextIsEscaped()
{
    QTemporaryDir directory;
    makeRepository(directory.path());
    writeFile(directory.filePath(u"prod/reviews.yaml"_s), reviews("\"\\e[31m=1\\u202e|\"", split));
    for (const char* format : {"table", "csv", "markdown"}) {
        const auto output =
            matrix({u"--format"_s, QLatin1StringView(format), u"--setting"_s, u"route.timeout"_s}, directory.path());
        QVERIFY2(output.out.contains("\\u001b[31m=1\\u202e"), output.out);
        QVERIFY(!output.out.contains('\x1b'));
    }
}

QTEST_GUILESS_MAIN(TestMatrixCommand)
#include "tst_matrixcommand.moc"
