// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli analyze --fix and --write-baseline, and what it says of fixes and suppressed findings.
#include "tests/app/commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray routes = "# who sees the reviews\n"
                          "apiVersion: networking.istio.io/v1\n"
                          "kind: VirtualService\n"
                          "metadata: {name: reviews, namespace: shop}\n"
                          "spec:\n"
                          "  hosts: [reviews]\n"
                          "  http:\n"
                          "  - route:\n"
                          "    - destination: {host: reviews.shop}   # short, \xc3\xa4\n"
                          "    timout: 5s\n";
const QByteArray mended = "# who sees the reviews\n"
                          "apiVersion: networking.istio.io/v1\n"
                          "kind: VirtualService\n"
                          "metadata: {name: reviews, namespace: shop}\n"
                          "spec:\n"
                          "  hosts: [reviews]\n"
                          "  http:\n"
                          "  - route:\n"
                          "    - destination: {host: reviews.shop.svc.cluster.local}   # short, \xc3\xa4\n"
                          "    timeout: 5s\n";
const QByteArray service = "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
                           "spec: {ports: [{name: web, port: 80}]}\n";

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestAnalyzeFix : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_directory.reset(); }
    void mendsAndSaysSo();
    void dryRunWritesNothing();
    void mendsOnlyTheseCodes();
    void saysWhatIsLeft();
    void environmentsShareFiles();
    void renderedIsMendedInItsSources();
    void wrongUse_data();
    void wrongUse();
    void jsonHasFixes();
    void sarifHasFixesAndSuppressions();
    void baselineHidesOldDebt();
    void suppressedIsCounted();
    void expiredIsSaid();
    void reviewIsJudgedByItsBase();

private:
    QString path(const char* name) const { return m_directory->filePath(QString::fromLatin1(name)); }
    Output analyze(const QStringList& arguments) const
    {
        return cli(QStringList{u"analyze"_s} + arguments, m_directory->path());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestAnalyzeFix::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path("routes.yaml"), routes);
    writeFile(path("service.yaml"), service);
    commitAll(m_directory->path());
}

void TestAnalyzeFix::mendsAndSaysSo()
{
    const Output output = analyze({u"--fix"_s});
    QCOMPARE(output.err, QByteArray());
    QCOMPARE(output.out,
             QByteArray("routes.yaml:9:27: IST0101: Write reviews.shop.svc.cluster.local instead of reviews.shop\n"
                        "routes.yaml:10:5: IST0106: Rename timout to timeout\n"
                        "2 mended in 1 files\n"));
    QCOMPARE(output.code, 0);
    QCOMPARE(readFile(path("routes.yaml")), mended);
    QCOMPARE(readFile(path("service.yaml")), service);
    const Output again = analyze({u"--fix"_s});
    QCOMPARE(again.out, QByteArray("0 mended in 0 files\n"));
}

void TestAnalyzeFix::dryRunWritesNothing()
{
    const Output output = analyze({u"--fix"_s, u"--dry-run"_s});
    QCOMPARE(output.code, 0);
    QVERIFY2(output.out.contains("-    - destination: {host: reviews.shop}   # short"), output.out);
    QVERIFY2(output.out.contains("+    timeout: 5s"), output.out);
    QCOMPARE(readFile(path("routes.yaml")), routes);
    // git can apply it
    writeFile(path("x.diff"), output.out);
    QCOMPARE(git({u"apply"_s, u"x.diff"_s}, m_directory->path()).code, 0);
    QCOMPARE(readFile(path("routes.yaml")), mended);
}

void TestAnalyzeFix::mendsOnlyTheseCodes()
{
    const Output output = analyze({u"--fix"_s, u"--only"_s, u"ist0106"_s});
    QVERIFY2(output.out.endsWith("1 mended in 1 files\n"), output.out);
    QVERIFY(readFile(path("routes.yaml")).contains("timeout: 5s"));
    QVERIFY(readFile(path("routes.yaml")).contains("{host: reviews.shop}"));
    QCOMPARE(output.code, 0);
}

void TestAnalyzeFix::saysWhatIsLeft()
{
    writeFile(path("routes.yaml"), QByteArray(routes).replace("5s", "5"));
    const Output output = analyze({u"--fix"_s, u"--only"_s, u"IST0106"_s});
    QCOMPARE(output.out, QByteArray("0 mended in 0 files\n"));
    QVERIFY2(
        output.err.contains("Left: routes.yaml:10:5: IST0106: Rename timout to timeout. It would introduce IST0106"),
        output.err);
    QCOMPARE(output.code, 1);
}

void TestAnalyzeFix::environmentsShareFiles()
{
    const Output output = analyze({u"--fix"_s, u"--env"_s, u"all"_s});
    QVERIFY2(output.out.endsWith("2 mended in 1 files\n"), output.out);
    QCOMPARE(readFile(path("routes.yaml")), mended);
}

void TestAnalyzeFix::renderedIsMendedInItsSources()
{
    writeFile(path("kustomization.yaml"),
              "resources: [routes.yaml, service.yaml]\npatches: [{patch: '{apiVersion: v1, kind: Service, metadata: "
              "{name: reviews, namespace: shop, labels: {a: b}}}'}]\n");
    const Output output = analyze({u"--fix"_s});
    if (output.err.contains("kubectl was not found"))
        QSKIP("kubectl is not installed");
    QCOMPARE(output.err, QByteArray());
    QVERIFY2(output.out.endsWith("2 mended in 1 files\n"), output.out);
    QCOMPARE(readFile(path("routes.yaml")), mended);
}

void TestAnalyzeFix::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("both") << QStringList{u"--fix"_s, u"--write-baseline"_s};
    QTest::newRow("dry run of nothing") << QStringList{u"--dry-run"_s};
    QTest::newRow("a revision") << QStringList{u"--fix"_s, u"--rev"_s, u"HEAD"_s};
    QTest::newRow("baseline of a revision") << QStringList{u"--write-baseline"_s, u"--rev"_s, u"HEAD"_s};
}

void TestAnalyzeFix::wrongUse()
{
    QFETCH(QStringList, arguments);
    const Output output = analyze(arguments);
    QCOMPARE(output.code, 2);
    QVERIFY(output.out.isEmpty());
    QCOMPARE(readFile(path("routes.yaml")), routes);
    QVERIFY(!QFile::exists(path(".meshdraft/baseline.yaml")));
}

void TestAnalyzeFix::jsonHasFixes()
{
    const QJsonObject root = json(analyze({u"--format"_s, u"json"_s}).out);
    const QJsonObject host = root[u"findings"].toArray().at(0).toObject();
    QCOMPARE(host[u"code"].toString(), u"IST0101"_s);
    const QJsonObject fix = host[u"fixes"].toArray().at(0).toObject();
    QCOMPARE(fix[u"title"].toString(), u"Write reviews.shop.svc.cluster.local instead of reviews.shop"_s);
    QVERIFY(fix[u"certain"].toBool());
    QCOMPARE(fix[u"edits"].toArray().size(), 1);
    const QJsonObject edit = fix[u"edits"].toArray().at(0).toObject();
    QCOMPARE(edit[u"file"].toString(), u"routes.yaml"_s);
    QCOMPARE(edit[u"line"].toInt(), 9);
    QCOMPARE(edit[u"endLine"].toInt(), 9);
    const QByteArray line = routes.split('\n').at(8);
    const int from = edit[u"column"].toInt() - 1;
    const int to = edit[u"endColumn"].toInt() - 1;
    QCOMPARE(line.first(from) + edit[u"text"].toString().toUtf8() + line.sliced(to), mended.split('\n').at(8));
    // a revision cannot be mended
    for (const auto& finding :
         json(analyze({u"--format"_s, u"json"_s, u"--rev"_s, u"HEAD"_s}).out)[u"findings"].toArray())
        QVERIFY(!finding.toObject().contains(u"fixes"));
}

void TestAnalyzeFix::sarifHasFixesAndSuppressions()
{
    writeFile(path(".meshdraft.yaml"), "suppress: [{code: IST0118, reason: 'old, \"known\"'}]\n");
    writeFile(path("other.yaml"),
              "apiVersion: v1\nkind: Service\nmetadata:\n  name: other\n  namespace: shop\n  annotations: "
              "{galley.istio.io/analyze-suppress: '*', banana.istio.io/peel: a}\nspec: {ports: [{name: http, port: "
              "80}]}\n");
    const Output output = analyze({u"--format"_s, u"sarif"_s});
    const QJsonObject report = json(output.out)[u"runs"].toArray().at(0).toObject();
    QHash<QString, QJsonObject> results;
    for (const auto& value : report[u"results"].toArray())
        results.insert(value.toObject()[u"ruleId"].toString(), value.toObject());
    const QJsonObject fix = results[u"IST0101"_s][u"fixes"].toArray().at(0).toObject();
    const QJsonObject change = fix[u"artifactChanges"].toArray().at(0).toObject();
    QCOMPARE(change[u"artifactLocation"][u"uri"].toString(), u"routes.yaml"_s);
    QCOMPARE(change[u"replacements"].toArray().at(0)[u"deletedRegion"][u"startLine"].toInt(), 9);
    QVERIFY(!results[u"IST0101"_s].contains(u"suppressions"));
    const QJsonObject entry = results[u"IST0118"_s][u"suppressions"].toArray().at(0).toObject();
    QCOMPARE(entry[u"kind"].toString(), u"external"_s);
    QCOMPARE(entry[u"justification"].toString(), u"old, \"known\""_s);
    const QJsonObject annotation = results[u"IST0108"_s][u"suppressions"].toArray().at(0).toObject();
    QCOMPARE(annotation[u"kind"].toString(), u"inSource"_s);
    QCOMPARE(annotation[u"location"][u"physicalLocation"][u"region"][u"startLine"].toInt(), 6);

    const QString schema = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/sarif/sarif-schema-2.1.0.json");
    if (!QFile::exists(schema))
        QSKIP("the SARIF schema is not there");
    writeFile(path("x.sarif"), output.out);
    const auto script = u"import json,sys,jsonschema\n"
                        "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))"_s;
    const Output valid = run(u"python3"_s, {u"-c"_s, script, path("x.sarif"), schema}, m_directory->path());
    QVERIFY2(valid.code == 0, valid.err);
}

void TestAnalyzeFix::baselineHidesOldDebt()
{
    const Output written = analyze({u"--write-baseline"_s});
    QCOMPARE(written.err, QByteArray());
    QCOMPARE(written.out, QByteArray("3 findings written to .meshdraft/baseline.yaml\n"));
    QCOMPARE(written.code, 0);
    const Output quiet = analyze({});
    QCOMPARE(quiet.code, 0);
    QVERIFY2(quiet.out.startsWith("0 errors, 0 warnings, 0 notes, 0 cannot be told from files;"), quiet.out);
    QVERIFY2(quiet.out.endsWith(", 3 suppressed\n"), quiet.out);
    // a line that moves hides no less; what is new shows
    writeFile(path("routes.yaml"), "# moved\n" + QByteArray(routes).replace("5s", "5s\n    retris: {attempts: 2}"));
    const QJsonObject root = json(analyze({u"--format"_s, u"json"_s}).out);
    QCOMPARE(root[u"findings"].toArray().size(), 1);
    QVERIFY(root[u"findings"].toArray().at(0)[u"message"].toString().contains(u"retris"_s));
    QCOMPARE(root[u"suppressed"].toArray().size(), 3);
    QCOMPARE(root[u"suppressed"].toArray().at(0)[u"suppression"][u"by"].toString(), u"baseline"_s);
    // written again it is the same but for that
    const QByteArray before = readFile(path(".meshdraft/baseline.yaml"));
    writeFile(path("routes.yaml"), routes);
    analyze({u"--write-baseline"_s});
    QCOMPARE(readFile(path(".meshdraft/baseline.yaml")), before);
}

void TestAnalyzeFix::suppressedIsCounted()
{
    writeFile(path(".meshdraft.yaml"), "suppress: [{code: [IST0101, IST0106], path: 'routes.yaml', reason: later}]\n");
    const Output output = analyze({});
    QCOMPARE(output.code, 0);
    QVERIFY2(output.out.endsWith(", 2 suppressed\n"), output.out);
    const Output only = analyze({u"--only"_s, u"IST0101"_s});
    QVERIFY2(only.out.endsWith(", 1 suppressed\n"), only.out);
}

void TestAnalyzeFix::expiredIsSaid()
{
    writeFile(path(".meshdraft.yaml"), "suppress: [{code: IST0101, reason: later, expires: 2020-01-31}]\n");
    const Output output = analyze({});
    QCOMPARE(output.code, 1);
    QCOMPARE(output.err,
             QByteArray("meshdraft-cli: .meshdraft.yaml:1:12: The suppression of IST0101 ended on 2020-01-31 and no "
                        "longer holds (later). Mend what it hid, or give it another date.\n"));
    QVERIFY(output.out.contains("IST0101"));
}

void TestAnalyzeFix::reviewIsJudgedByItsBase()
{
    writeFile(path(".meshdraft.yaml"), "suppress: [{code: '*', path: '**', reason: hush}]\n");
    writeFile(path("other.yaml"),
              "apiVersion: v1\nkind: Service\nmetadata: {name: other, namespace: shop}\nspec: {ports: [{name: page, "
              "port: 80}]}\n");
    QCOMPARE(git({u"add"_s, u"-A"_s}, m_directory->path()).code, 0);
    QCOMPARE(git({u"commit"_s, u"-q"_s, u"-m"_s, u"hush"_s}, m_directory->path()).code, 0);
    const Output output = cli({u"review"_s, u"HEAD~1..HEAD"_s, u"--format"_s, u"json"_s}, m_directory->path());
    const QJsonObject root = json(output.out);
    QCOMPARE(output.code, 1);
    QCOMPARE(root[u"tier"].toString(), u"high"_s);
    QVERIFY(root[u"changesJudgement"].toBool());
    QCOMPARE(root[u"findings"][u"new"].toArray().size(), 1);
    QCOMPARE(root[u"findings"][u"new"].toArray().at(0)[u"code"].toString(), u"IST0118"_s);
    QCOMPARE(root[u"findings"][u"fixed"].toArray().size(), 0);
    QCOMPARE(root[u"findings"][u"hiddenByHead"].toArray().size(), 4);
    const Output text = cli({u"review"_s, u"HEAD~1..HEAD"_s}, m_directory->path());
    QVERIFY2(text.out.contains("It would hide 4 findings, which count here."), text.out);
}

QTEST_GUILESS_MAIN(TestAnalyzeFix)
#include "tst_analyzefix.moc"
