// SPDX-License-Identifier: Apache-2.0
// What `meshdraft-cli analyze` reads and how it writes findings: the real program on real directories.
#include "tests/app/commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

constexpr auto routes = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - route:
    - destination: {host: reviews, subset: v1}
)";
constexpr auto rule = R"(apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews-NAME, namespace: shop}
spec: {host: reviews, subsets: [{name: NAME}]}
)";
constexpr auto service = R"(apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}
)";
// IST0134 unless the mesh config gives addresses to hosts by itself.
constexpr auto entry = R"(apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: db, namespace: shop}
spec:
  hosts: [db.example.com]
  ports: [{number: 5432, name: tcp, protocol: TCP}]
  resolution: DNS
)";
constexpr auto allocating =
    "defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: 'true', ISTIO_META_DNS_AUTO_ALLOCATE: 'true'}}\n";

QByteArray ruleWith(const char* subset)
{
    return QByteArray(rule).replace("NAME", subset);
}

/// The ConfigMap that istiod reads, with this mesh config.
QByteArray configMap(const QByteArray& config)
{
    QByteArray text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\n"
                      "data:\n  mesh: |\n";
    for (const QByteArray& line : config.split('\n'))
        text += "    " + line + '\n';
    return text;
}

QJsonArray findingsIn(const Output& output)
{
    return QJsonDocument::fromJson(output.out).object()[u"findings"_s].toArray();
}

/// "CODE severity FILE:LINE" of each finding of these codes.
QStringList found(const Output& output, const QStringList& codes)
{
    QStringList all;
    for (const auto& value : findingsIn(output)) {
        const auto finding = value.toObject();
        if (codes.contains(finding[u"code"_s].toString()))
            all << u"%1 %2 %3:%4"_s
                       .arg(finding[u"code"_s].toString(), finding[u"severity"_s].toString(),
                            finding[u"file"_s].toString())
                       .arg(finding[u"line"_s].toInt());
    }
    return all;
}

Output analyzed(QStringList arguments, const QString& directory)
{
    return cli(QStringList{u"analyze"_s, u"--format"_s, u"json"_s, u"--fail-on"_s, u"never"_s} + std::move(arguments),
               directory);
}

/// The same with a file as standard input.
Output analyzedInput(const QString& input, const QStringList& arguments, const QString& directory)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.setStandardInputFile(input);
    process.start(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"),
                  QStringList{u"analyze"_s, u"--format"_s, u"json"_s, u"--fail-on"_s, u"never"_s} + arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestAnalyzeCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        writeFile(path(u"mesh/routes.yaml"_s), routes);
        writeFile(path(u"mesh/service.yaml"_s), service);
        writeFile(path(u"other/rule.yaml"_s), ruleWith("v2"));
        writeFile(path(u"other/mended.yaml"_s), ruleWith("v1"));
    }

    void readsWhatItIsGiven_data()
    {
        QTest::addColumn<bool>("isRepository");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("expected"); // of IST0101
        const QStringList missing{u"IST0101 error mesh/routes.yaml:8"_s};
        for (const bool isRepository : {true, false}) {
            const QByteArray where = isRepository ? " in a repository" : " without one";
            const auto row = [&](const char* name, const QStringList& arguments, const QStringList& expected) {
                QTest::newRow(QByteArray(name + where).constData()) << isRepository << arguments << expected;
            };
            row("everything", {}, {});
            row("a directory", {u"mesh"_s}, isRepository ? missing : QStringList{u"IST0101 error routes.yaml:8"_s});
            row("a directory of --repo", {u"--repo"_s, u"."_s, u"mesh"_s}, missing);
            row("the environment", {u"--env"_s, u"mesh"_s}, missing);
            row("files are one mesh", {u"mesh/routes.yaml"_s, u"mesh/service.yaml"_s}, missing);
            row("with the rule", {u"mesh/routes.yaml"_s, u"mesh/service.yaml"_s, u"other/mended.yaml"_s}, {});
            row("a file twice", {u"mesh/routes.yaml"_s, u"mesh/service.yaml"_s, u"mesh/../mesh/routes.yaml"_s},
                missing);
            row("directories are meshes of their own", {u"mesh"_s, u"other"_s},
                isRepository ? missing : QStringList{u"IST0101 error routes.yaml:8"_s});
        }
    }
    void readsWhatItIsGiven()
    {
        QFETCH(bool, isRepository);
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, expected);
        if (isRepository)
            commitAll(path());
        const auto output = analyzed(arguments, path());
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(output.code, 0);
        QCOMPARE(found(output, {u"IST0101"_s}), expected);
    }

    void readsStandardInput()
    {
        writeFile(path(u"all.yaml"_s), routes + QByteArray("---\n") + service);
        const auto alone = analyzedInput(path(u"all.yaml"_s), {u"-"_s}, path());
        QCOMPARE(alone.err, QByteArray());
        QCOMPARE(found(alone, {u"IST0101"_s}), QStringList{u"IST0101 error -:8"_s});
        const auto together = analyzedInput(path(u"all.yaml"_s), {u"-"_s, u"other/mended.yaml"_s}, path());
        QCOMPARE(together.code, 0);
        QCOMPARE(found(together, {u"IST0101"_s}), QStringList());
    }

    void readsARevision_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("directory") << QStringList{u"mesh"_s};
        QTest::newRow("files") << QStringList{u"mesh/routes.yaml"_s, u"mesh/service.yaml"_s};
        QTest::newRow("the repository") << QStringList{u"--env"_s, u"mesh"_s};
    }
    /// Also what is not on the disk any more.
    void readsARevision()
    {
        QFETCH(QStringList, paths);
        commitAll(path());
        QVERIFY(QDir(path(u"mesh"_s)).removeRecursively());
        const auto output = analyzed(QStringList{u"--rev"_s, u"HEAD"_s} + paths, path());
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(found(output, {u"IST0101"_s}), QStringList{u"IST0101 error mesh/routes.yaml:8"_s});
    }

    void refusesWhatCannotBeRead_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no such file") << QStringList{u"mesh/nothing.yaml"_s} << QByteArray("nothing.yaml");
        QTest::newRow("one of several") << QStringList{u"mesh/routes.yaml"_s, u"nothing.yaml"_s}
                                        << QByteArray("nothing.yaml");
        QTest::newRow("revision without a repository")
            << QStringList{u"--rev"_s, u"HEAD"_s, u"mesh"_s} << QByteArray("Git");
        QTest::newRow("no such environment") << QStringList{u"--env"_s, u"nowhere"_s} << QByteArray("nowhere");
        QTest::newRow("no such mesh config") << QStringList{u"--mesh-config"_s, u"no.yaml"_s} << QByteArray("no.yaml");
        QTest::newRow("mesh config that is a list")
            << QStringList{u"--mesh-config"_s, u"list.yaml"_s} << QByteArray("list.yaml is no MeshConfig");
        QTest::newRow("a resource as mesh config")
            << QStringList{u"--mesh-config"_s, u"mesh/service.yaml"_s} << QByteArray("service.yaml is no MeshConfig");
        QTest::newRow("mesh config with a syntax error")
            << QStringList{u"--mesh-config"_s, u"broken.txt"_s} << QByteArray("broken.txt:");
    }
    void refusesWhatCannotBeRead()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        writeFile(path(u"list.yaml"_s), "[a]\n");
        writeFile(path(u"broken.txt"_s), "a: [1\n");
        const auto output = analyzed(arguments, path());
        QCOMPARE(output.code, 3);
        QVERIFY2(output.err.startsWith("meshdraft-cli: ") && output.err.contains(sentence), output.err);
        QVERIFY(output.out.isEmpty());
    }

    void aPlainDirectoryIsReadAsARepositoryIs()
    {
        writeFile(path(u".git/config.yaml"_s), routes);
        writeFile(path(u".hidden/broken.yaml"_s), "a: [1\n");
        writeFile(path(u"notes.txt"_s), "a: [1\n");
        QVERIFY(QFile::link(u"/etc"_s, path(u"linked"_s)));
        QVERIFY(QFile::link(path(u"mesh/routes.yaml"_s), path(u"again.yaml"_s)));
        const auto output = analyzed({}, path());
        QCOMPARE(output.code, 0);
        QCOMPARE(found(output, {u"MD001"_s, u"MD003"_s}), QStringList{u"MD001 error .hidden/broken.yaml:2"_s});
        const auto stats = QJsonDocument::fromJson(output.out).object()[u"stats"_s].toObject();
        QCOMPARE(stats[u"resources"_s].toInt(), 4);
        QCOMPARE(stats[u"files"_s].toInt(), 5);
    }

    void meshConfigStandsOverTheFiles_data()
    {
        QTest::addColumn<QByteArray>("inFiles"); // empty: none
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("isFound"); // IST0134
        QTest::newRow("neither") << QByteArray() << QByteArray() << true;
        QTest::newRow("files") << QByteArray(allocating) << QByteArray() << false;
        QTest::newRow("given") << QByteArray() << QByteArray(allocating) << false;
        QTest::newRow("given over files") << QByteArray("rootNamespace: mesh") << QByteArray(allocating) << false;
        QTest::newRow("given without it") << QByteArray(allocating) << QByteArray("rootNamespace: mesh\n") << true;
    }
    void meshConfigStandsOverTheFiles()
    {
        QFETCH(QByteArray, inFiles);
        QFETCH(QByteArray, given);
        QFETCH(bool, isFound);
        writeFile(path(u"db/entry.yaml"_s), entry);
        if (!inFiles.isEmpty())
            writeFile(path(u"db/config.yaml"_s), configMap(inFiles));
        QStringList arguments{u"db"_s};
        if (!given.isEmpty()) {
            writeFile(path(u"given.txt"_s), given);
            arguments += {u"--mesh-config"_s, u"given.txt"_s};
        }
        const auto output = analyzed(arguments, path());
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(found(output, {u"IST0134"_s}),
                 isFound ? QStringList{u"IST0134 warning entry.yaml:6"_s} : QStringList());
    }

    void whatIsWrongInAGivenMeshConfigIsFound()
    {
        writeFile(path(u"given.txt"_s), "rootNamespace: mesh\nconnectTimeout: long\n");
        const auto output = analyzed({u"mesh"_s, u"--mesh-config"_s, u"given.txt"_s}, path());
        QCOMPARE(found(output, {u"IST0106"_s}), QStringList{u"IST0106 error given.txt:2"_s});
    }

    void sarifFollowsItsSchema_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("findings of all kinds") << QByteArray(routes);
        QTest::newRow("a file that is not YAML") << QByteArray("a: [1\n");
        QTest::newRow("nothing to say") << QByteArray();
    }
    void sarifFollowsItsSchema()
    {
        const QString schema = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/sarif/sarif-schema-2.1.0.json");
        if (!QFile::exists(schema))
            QSKIP("../shared/sarif is not there");
        if (run(u"python3"_s, {u"-c"_s, u"import jsonschema"_s}, path()).code != 0)
            QSKIP("python3-jsonschema is not there");
        QFETCH(QByteArray, text);
        writeFile(path(u"alone/odd name,%.yaml"_s), text);
        const auto output = cli({u"analyze"_s, u"--format"_s, u"sarif"_s, u"alone"_s, u"mesh"_s}, path());
        writeFile(path(u"report.sarif"_s), output.out);
        const auto script = u"import json,sys,jsonschema\n"
                            "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))"_s;
        const auto valid = run(u"python3"_s, {u"-c"_s, script, path(u"report.sarif"_s), schema}, path());
        QVERIFY2(valid.code == 0, valid.err);
    }

    void sarifSaysEverything()
    {
        const auto report = [this] {
            const auto output =
                cli({u"analyze"_s, u"--format"_s, u"sarif"_s, u"--only"_s, u"IST0101"_s, u"mesh"_s}, path());
            return QJsonDocument::fromJson(output.out).object()[u"runs"_s][0].toObject();
        };
        const auto before = report();
        QCOMPARE(before[u"columnKind"_s].toString(), u"unicodeCodePoints"_s);
        const auto result = before[u"results"_s][0].toObject();
        const auto rule = before[u"tool"_s][u"driver"_s][u"rules"_s][result[u"ruleIndex"_s].toInt()].toObject();
        QCOMPARE(rule[u"id"_s].toString(), u"IST0101"_s);
        QCOMPARE(rule[u"helpUri"_s].toString(), u"https://meshdraft.dev/docs/codes/IST0101.md"_s);
        QVERIFY(rule[u"shortDescription"_s][u"text"_s].toString().contains(u"leads nowhere"_s));
        QCOMPARE(rule[u"defaultConfiguration"_s][u"level"_s].toString(), u"error"_s);
        QCOMPARE(result[u"level"_s].toString(), u"error"_s);
        const auto place = result[u"locations"_s][0][u"physicalLocation"_s].toObject();
        QCOMPARE(place[u"artifactLocation"_s][u"uri"_s].toString(), u"routes.yaml"_s);
        QCOMPARE(place[u"region"_s].toObject(),
                 (QJsonObject{{u"startLine"_s, 8}, {u"startColumn"_s, 44}, {u"endLine"_s, 8}, {u"endColumn"_s, 46}}));
        // the same finding is known again where lines have moved
        writeFile(path(u"mesh/routes.yaml"_s), QByteArray("# é\n") + routes);
        const auto after = report()[u"results"_s][0].toObject();
        QCOMPARE(after[u"locations"_s][0][u"physicalLocation"_s][u"region"_s][u"startLine"_s].toInt(), 9);
        QCOMPARE(after[u"partialFingerprints"_s], result[u"partialFingerprints"_s]);
    }

    void githubAnnotationsAreEscaped()
    {
        const auto name = u"mesh/a,b:c%.yaml"_s;
        QVERIFY(QFile::rename(path(u"mesh/routes.yaml"_s), path(name)));
        const auto output =
            cli({u"analyze"_s, u"--format"_s, u"github"_s, u"--only"_s, u"IST0101"_s, u"mesh"_s}, path());
        QCOMPARE(output.code, 1);
        QVERIFY2(output.out.startsWith("::error file=a%2Cb%3Ac%25.yaml,line=8,col=44,endColumn=46,title=IST0101::No "),
                 output.out);
        QCOMPARE(output.out.count('\n'), 1);
    }

private:
    QString path(const QString& name = {}) const { return m_directory->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestAnalyzeCommand)
#include "tst_analyzecommand.moc"
