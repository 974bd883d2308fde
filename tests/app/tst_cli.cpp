// SPDX-License-Identifier: Apache-2.0
// Runs the real meshdraft-cli on real repositories.
#include "models/mesh/environment.h"
#include "tests/app/commandrun.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;

namespace {

using namespace meshdraft::test;

const QString sharedDirectory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared");

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A repository with one commit of one file.
void makeRepository(const QString& directory, const QString& path, const QByteArray& text)
{
    writeFile(directory + u'/' + path, text);
    commitAll(directory);
}

constexpr auto reviews = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
spec:
  hosts: [reviews]
  http:
  - name: default
    route:
    - destination: { host: reviews, subset: v1 }
      weight: 90 # stable
    - destination: { host: reviews, subset: v2 }
      weight: 10
    - destination: { host: reviews, subset: v3 }
)";

} // namespace

class TestCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsHelpAndVersion()
    {
        const auto help = cli({u"--help"_s}, u"."_s);
        QCOMPARE(help.code, 0);
        for (const auto* command : {"analyze", "environments", "split", "render", "matrix", "sample"})
            QVERIFY2(help.out.contains(command), command);
        QCOMPARE(cli({u"--version"_s}, u"."_s).out, QByteArray("meshdraft-cli " MESHDRAFT_VERSION "\n"));
        for (const auto* command : {"analyze", "environments", "split", "render", "matrix", "sample"}) {
            const auto own = cli({QString::fromLatin1(command), u"--help"_s}, u"."_s);
            QCOMPARE(own.code, 0);
            QVERIFY(own.out.startsWith("Usage: meshdraft-cli "));
        }
    }

    void readsIndexStashesAndRevisionsByName_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QByteArray>("subset"); // that is named and not defined there
        QTest::newRow("commit") << u"HEAD"_s << QByteArray("v1");
        QTest::newRow("annotated tag") << u"release"_s << QByteArray("v1");
        QTest::newRow("index") << u":index"_s << QByteArray("staged");
        QTest::newRow("stash") << u"stash@{0}"_s << QByteArray("stashed");
        QTest::newRow("working tree") << QString() << QByteArray("ondisk");
    }
    void readsIndexStashesAndRevisionsByName()
    {
        QFETCH(QString, revision);
        QFETCH(QByteArray, subset);
        QTemporaryDir directory;
        const auto withSubset = [](const char* name) {
            return QByteArray(reviews).replace("subset: v1", QByteArray(QByteArray("subset: ") + name));
        };
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        const auto path = directory.filePath(u"mesh/reviews.yaml"_s);
        git({u"tag"_s, u"-a"_s, u"-m"_s, u"tag"_s, u"release"_s}, directory.path());
        writeFile(path, withSubset("stashed"));
        git({u"stash"_s, u"-q"_s}, directory.path());
        writeFile(path, withSubset("staged"));
        git({u"add"_s, u"."_s}, directory.path());
        writeFile(path, withSubset("ondisk"));
        QStringList arguments{u"analyze"_s};
        if (!revision.isEmpty())
            arguments += {u"--rev"_s, revision};
        const auto output = cli(arguments, directory.path());
        QVERIFY2(output.out.contains(subset), QByteArray(output.out + output.err).constData());
        for (const char* other : {"staged", "stashed", "ondisk"})
            QCOMPARE(output.out.contains(other), subset == other);
    }

    void saysWhyARepositoryCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("configuration with a syntax error")
            << QByteArray("[core\n") << QByteArray("/.git/config, line 6, is wrong. Mend that line.");
        QTest::newRow("configuration with a wrong value")
            << QByteArray("[core]\n\tbare = maybe\n") << QByteArray("core.bare is \"maybe\"");
        QTest::newRow("newer format") << QByteArray("[core]\n\trepositoryFormatVersion = 99\n")
                                      << QByteArray("(found 99). Install a newer git.");
    }
    void saysWhyARepositoryCannotBeRead()
    {
        QFETCH(QByteArray, config);
        QFETCH(QByteArray, sentence);
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        const auto file = directory.filePath(u".git/config"_s);
        writeFile(file, readFile(file) + config);
        const auto output = cli({u"analyze"_s}, directory.path());
        QCOMPARE(output.code, 3);
        QVERIFY(output.out.isEmpty());
        QVERIFY2(output.err.contains(sentence), output.err);
    }

    void saysWhereTheGitDirectoryOfAWorkTreeWas()
    {
        QTemporaryDir directory;
        const auto main = directory.filePath(u"main"_s);
        makeRepository(main, u"mesh/reviews.yaml"_s, reviews);
        QCOMPARE(git({u"worktree"_s, u"add"_s, u"-q"_s, u"../linked"_s}, main).code, 0);
        QVERIFY(QDir().rename(main, directory.filePath(u"moved"_s)));
        const auto output = cli({u"analyze"_s}, directory.filePath(u"linked"_s));
        QCOMPARE(output.code, 3);
        QVERIFY2(output.err.contains("/main/.git/worktrees/linked, which is not there"), output.err);
        QVERIFY2(output.err.contains("git worktree repair"), output.err);
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no command") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{u"deploy"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"analyze"_s, u"--fast"_s} << 2;
        QTest::newRow("unknown format") << QStringList{u"analyze"_s, u"--format"_s, u"xml"_s} << 2;
        QTest::newRow("split without destination") << QStringList{u"split"_s, u"vs/reviews"_s} << 2;
        QTest::newRow("split without kind") << QStringList{u"split"_s, u"reviews"_s, u"v1=1"_s} << 2;
        QTest::newRow("weight is no number") << QStringList{u"split"_s, u"vs/reviews"_s, u"v1=many"_s} << 2;
        QTest::newRow("unknown subset") << QStringList{u"split"_s, u"vs/reviews"_s, u"v9=10"_s} << 2;
        QTest::newRow("unknown resource") << QStringList{u"split"_s, u"vs/ratings"_s, u"v1=10"_s} << 2;
        QTest::newRow("two actions") << QStringList{u"split"_s, u"vs/reviews"_s, u"v1=1"_s, u"--diff"_s, u"--write"_s}
                                     << 2;
        QTest::newRow("write to a revision")
            << QStringList{u"split"_s, u"vs/reviews"_s, u"v1=1"_s, u"--write"_s, u"--rev"_s, u"main"_s} << 2;
        QTest::newRow("unknown revision") << QStringList{u"analyze"_s, u"--rev"_s, u"nowhere"_s} << 3;
        QTest::newRow("unknown environment") << QStringList{u"analyze"_s, u"--env"_s, u"nowhere"_s} << 3;
        QTest::newRow("no repository") << QStringList{u"analyze"_s, u"--repo"_s, u"/nowhere"_s} << 3;
        QTest::newRow("picture without a file") << QStringList{u"render"_s} << 2;
        QTest::newRow("picture of an unknown format") << QStringList{u"render"_s, u"-o"_s, u"x.bmp"_s} << 2;
    }
    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        const auto output = cli(arguments, directory.path());
        QCOMPARE(output.code, code);
        QVERIFY(output.err.startsWith("meshdraft-cli: "));
        QVERIFY(output.out.isEmpty());
    }

    void splitPrintsTheDifferenceAndChangesNothing()
    {
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        const auto output = cli({u"split"_s, u"virtualservice/reviews"_s, u"-n"_s, u"shop"_s, u"v1=80"_s, u"v3=10"_s},
                                directory.path());
        QCOMPARE(output.code, 0);
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(output.out,
                 QByteArray("--- a/mesh/reviews.yaml\n+++ b/mesh/reviews.yaml\n@@ -9,7 +9,8 @@\n   - name: default\n"
                            "     route:\n     - destination: { host: reviews, subset: v1 }\n"
                            "-      weight: 90 # stable\n+      weight: 80 # stable\n"
                            "     - destination: { host: reviews, subset: v2 }\n       weight: 10\n"
                            "     - destination: { host: reviews, subset: v3 }\n+      weight: 10\n"));
        QCOMPARE(readFile(directory.filePath(u"mesh/reviews.yaml"_s)), QByteArray(reviews));
    }

    void splitKeepsTheTotalWhenAsked()
    {
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        const auto alone = cli({u"split"_s, u"vs/reviews"_s, u"v3=10"_s, u"--diff"_s}, directory.path());
        QCOMPARE(alone.code, 0);
        QVERIFY(alone.err.contains("110"));
        const auto output =
            cli({u"split"_s, u"vs/reviews"_s, u"v3=10"_s, u"--balance"_s, u"--write"_s}, directory.path());
        QCOMPARE(output.code, 0);
        auto expected = QByteArray(reviews);
        expected.replace("weight: 90", "weight: 80").append("      weight: 10\n");
        QCOMPARE(readFile(directory.filePath(u"mesh/reviews.yaml"_s)), expected);
    }

    void splitCommitsOnANewBranch()
    {
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        writeFile(directory.filePath(u"notes.txt"_s), "mine\n");
        QCOMPARE(git({u"add"_s, u"notes.txt"_s}, directory.path()).code, 0);
        const auto output = cli({u"split"_s, u"vs/reviews"_s, u"v1=80"_s, u"v2=20"_s, u"--commit"_s, u"-m"_s,
                                 u"Move 10 % to v2"_s, u"--branch"_s, u"canary/v2"_s},
                                directory.path());
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(output.code, 0);
        const auto shown = git({u"show"_s, u"--numstat"_s, u"--format=%s"_s, u"canary/v2"_s}, directory.path());
        QCOMPARE(shown.out, QByteArray("Move 10 % to v2\n\n2\t2\tmesh/reviews.yaml\n"));
        // What the user had staged is staged as before, and nothing else differs.
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}, directory.path()).out, QByteArray("A  notes.txt\n"));
    }

    void everyWeightOfRealRepositoriesMovesOnlyItsBytes()
    {
        if (!QFile::exists(sharedDirectory + u"/repos"_s))
            QSKIP("../shared/repos is not there");
        int weights = 0;
        QDirIterator files(sharedDirectory + u"/repos"_s, {u"*.yaml"_s, u"*.yml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto original = readFile(files.next());
            if (original.contains("weight:"))
                weights += changeEveryWeight(original, files.fileName());
        }
        QVERIFY2(weights >= 30, qPrintable(QString::number(weights)));
    }

    void analyzeNamesABrokenFileAndHidesNothingElse()
    {
        QTemporaryDir directory;
        auto dangling = QByteArray(reviews);
        makeRepository(directory.path(), u"reviews.yaml"_s, dangling.replace("subset: v1", "subset: v9"));
        writeFile(directory.filePath(u"broken.yaml"_s), "kind: Gateway\nspec:\n  servers: [a, {b\nmetadata: x\n");
        writeFile(
            directory.filePath(u"rule.yaml"_s),
            "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
            "spec: {host: reviews, subsets: [{name: v1}, {name: v2}, {name: v3}]}\n---\napiVersion: v1\n"
            "kind: Service\nmetadata: {name: reviews, namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n");
        const auto output = cli({u"analyze"_s, u"--env"_s, u"."_s}, directory.path());
        QCOMPARE(output.code, 1);
        QVERIFY2(output.out.contains("broken.yaml:"), output.out);
        QVERIFY2(output.out.contains("reviews.yaml:11:"), output.out);
        QVERIFY2(output.out.contains("IST0101"), output.out);
        QCOMPARE(cli({u"analyze"_s, u"--env"_s, u"."_s, u"--fail-on"_s, u"never"_s}, directory.path()).code, 0);
        const auto only = cli({u"analyze"_s, u"--env"_s, u"."_s, u"--only"_s, u"IST0101"_s}, directory.path());
        QVERIFY(!only.out.contains("broken.yaml"));
        const auto path = cli({u"analyze"_s, u"rule.yaml"_s}, directory.path());
        QCOMPARE(path.code, 0);
    }

    void analyzeWritesDocumentedJson()
    {
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        writeFile(directory.filePath(u"mesh/broken.yaml"_s), "a: [1\n");
        const auto output = cli({u"analyze"_s, u"--format"_s, u"json"_s}, directory.path());
        const auto json = QJsonDocument::fromJson(output.out).object();
        QCOMPARE(json[u"schema"_s].toString(), u"meshdraft.analyze/1"_s);
        const auto findings = json[u"findings"_s].toArray();
        QVERIFY(!findings.isEmpty());
        for (const auto& value : findings) {
            const auto finding = value.toObject();
            for (const auto* key : {"environment", "code", "severity", "kind", "namespace", "name", "message", "file",
                                    "line", "column", "field"})
                QVERIFY2(finding.contains(QLatin1StringView(key)), key);
        }
        for (const auto* key : {"files", "documents", "resources", "skipped"})
            QVERIFY2(json[u"stats"_s].toObject().contains(QLatin1StringView(key)), key);
    }

    void analyzeWritesValidSarif()
    {
        const auto schema = sharedDirectory + u"/sarif"_s;
        const auto schemas = QDir(schema).entryList({u"*.json"_s}, QDir::Files);
        if (schemas.isEmpty())
            QSKIP("../shared/sarif is not there");
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        writeFile(directory.filePath(u"mesh/broken.yaml"_s), "a: [1\n");
        const auto output = cli({u"analyze"_s, u"--format"_s, u"sarif"_s}, directory.path());
        const auto report = directory.filePath(u"report.sarif"_s);
        writeFile(report, output.out);
        const auto script = u"import json,sys,jsonschema\n"
                            "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))"_s;
        const auto valid =
            run(u"python3"_s, {u"-c"_s, script, report, schema + u'/' + schemas.first()}, directory.path());
        QVERIFY2(valid.code == 0, valid.err);
    }

    void renderWritesEachFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("svg") << u"mesh.svg"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"mesh.png"_s << QByteArray("\x89PNG");
        QTest::newRow("pdf") << u"mesh.pdf"_s << QByteArray("%PDF");
        QTest::newRow("dot") << u"mesh.dot"_s << QByteArray("digraph mesh {");
    }
    void renderWritesEachFormat()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, start);
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh/reviews.yaml"_s, reviews);
        const auto output = cli({u"render"_s, u"-o"_s, file}, directory.path());
        QVERIFY2(output.code == 0, output.err);
        QVERIFY(readFile(directory.filePath(file)).startsWith(start));
    }

    void sampleIsTheSameEverywhere()
    {
        QTemporaryDir directory;
        for (const auto* name : {"one", "two"}) {
            const auto output = cli({u"sample"_s, QString::fromLatin1(name)}, directory.path());
            QVERIFY2(output.code == 0, output.err);
        }
        const auto refs = [&directory](const QString& name) {
            return git({u"for-each-ref"_s, u"--format=%(objectname) %(refname)"_s}, directory.filePath(name)).out;
        };
        QVERIFY(refs(u"one"_s).contains("refs/heads/canary/reviews-v3"));
        QVERIFY(refs(u"one"_s).contains("refs/heads/hotfix/strict-mtls"));
        QCOMPARE(refs(u"one"_s), refs(u"two"_s));
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}, directory.filePath(u"one"_s)).out, QByteArray());
        // The second time the directory is not empty.
        QCOMPARE(cli({u"sample"_s, u"one"_s}, directory.path()).code, 3);
    }

    /// What a person who opens the sample for the first time is told: all of it is true and meant to be there.
    void theSampleSaysWhatItShould_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QByteArrayList>("expected"); // beside what is said of every revision
        QTest::newRow("main") << u"main"_s << QByteArrayList();
        QTest::newRow("a canary") << u"canary/reviews-v3"_s << QByteArrayList();
        QTest::newRow("a rule without its subsets")
            << u"hotfix/strict-mtls"_s
            << QByteArrayList{"base/shop/catalog-vs.yaml IST0101", "base/shop/catalog-dr.yaml MD100",
                              "base/shop/catalog-dr.yaml MD105", "base/orders/ledger-dr.yaml MD119",
                              "base/orders/ledger-vs.yaml MD119"};
        QTest::newRow("a missing subset")
            << u"broken/missing-subset"_s
            << QByteArrayList{"base/shop/reviews-vs.yaml IST0101", "base/shop/reviews-dr.yaml MD100"};
        QTest::newRow("a policy for pods without a proxy")
            << u"broken/no-proxy"_s
            << QByteArrayList{"base/shop/callers-authz.yaml IST0127", "base/shop/ratings-dr.yaml MD147",
                              "base/shop/ratings.yaml MD100"};
        QTest::newRow("a route behind one for everything")
            << u"broken/delay"_s << QByteArrayList{"base/shop/ratings-vs.yaml IST0130"};
    }
    void theSampleSaysWhatItShould()
    {
        QFETCH(QString, revision);
        QFETCH(QByteArrayList, expected);
        // Paths are denied on every port, and a filter stands on internals of Istio. Three notes: a caller that waits
        // less than what it calls, a route without timeout, an update that takes a pod away first.
        expected += {"base/edge/ingress-authz.yaml IST0133", "base/shop/search-envoyfilter.yaml IST0133",
                     "base/shop/recommendations-vs.yaml MD111", "base/shop/reviews-vs.yaml MD113",
                     "base/shop/reviews.yaml MD170"};
        std::ranges::sort(expected);
        QTemporaryDir directory;
        QCOMPARE(cli({u"sample"_s, u"mesh"_s}, directory.path()).code, 0);
        const auto analysis = cli({u"analyze"_s, u"--repo"_s, u"mesh"_s, u"--env"_s, u"base"_s, u"--rev"_s, revision,
                                   u"--format"_s, u"json"_s, u"--fail-on"_s, u"never"_s},
                                  directory.path());
        QByteArrayList found;
        for (const auto& value : QJsonDocument::fromJson(analysis.out).object()[u"findings"_s].toArray())
            found << (value[u"file"_s].toString() + u' ' + value[u"code"_s].toString()).toUtf8();
        std::ranges::sort(found);
        QCOMPARE(found, expected);
    }

private:
    /// Gives every weight of every route in a file another number, one at a time, through `split --write`. Returns how
    /// many there were.
    static int changeEveryWeight(const QByteArray& original, const QString& name)
    {
        int weights = 0;
        const auto text = source::parseText(original.toStdString());
        for (const auto& resource : mesh::readResources(".", "mesh.yaml", text, "default")) {
            const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
            if (table == nullptr)
                continue;
            for (const auto& route : table->routes) {
                for (const auto& destination : route.destinations) {
                    if (!destination.weight.isPresent())
                        continue;
                    changeWeight(original, *resource, route, destination, name);
                    ++weights;
                }
            }
        }
        return weights;
    }

    static void changeWeight(const QByteArray& original, const mesh::Resource& resource, const mesh::Route& route,
                             const mesh::Destination& destination, const QString& name)
    {
        QTemporaryDir directory;
        makeRepository(directory.path(), u"mesh.yaml"_s, original);
        auto called = destination.host.value;
        if (destination.port.isPresent())
            called += ':' + std::to_string(destination.port.value);
        if (!destination.subset.value.empty())
            called += '/' + destination.subset.value;
        const auto output = cli(
            {u"split"_s, QString::fromStdString(resource.key.kind + '/' + resource.key.name), u"-n"_s,
             QString::fromStdString(resource.key.ns), u"--route"_s,
             u"%1[%2]"_s.arg(QString::fromStdString(std::string(mesh::protocolName(route.protocol)))).arg(route.index),
             QString::fromStdString(called + "=37"), u"--write"_s, u"--env"_s, u"mesh.yaml"_s},
            directory.path());
        QVERIFY2(output.code == 0, qPrintable(name + u": "_s + QString::fromUtf8(output.err)));
        const auto range = resource.node(destination.weight.node).range();
        auto expected = original;
        expected.replace(range.begin, range.size(), "37");
        QCOMPARE(readFile(directory.filePath(u"mesh.yaml"_s)), expected);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
