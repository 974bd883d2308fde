// SPDX-License-Identifier: Apache-2.0
#include "tests/app/commandrun.h"

// Runs the real meshdraft-cli environments on real repositories.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using namespace meshdraft::test;

Output environments(const QStringList& arguments, const QString& directory)
{
    return cli(QStringList{u"environments"_s} + arguments, directory);
}

const QByteArray service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n";

QByteArray application(const QByteArray& name, const QByteArray& path, const QByteArray& url)
{
    return "---\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: " + name
        + ", namespace: argocd}\nspec:\n  source:\n    repoURL: " + url + "\n    path: " + path
        + "\n    targetRevision: main\n  destination: {namespace: web}\n";
}

/// dev is a plain directory, prod a Kustomize root, gone is not there; the control plane stands in istio.
void makeRepository(const QString& directory)
{
    const QByteArray own = "https://example.com/acme/shop.git";
    writeFile(directory + u"/apps/apps.yaml"_s,
              application("dev", "dev", own) + application("prod", "overlays/prod", own)
                  + application("gone", "gone", own)
                  + application("other", "x", "https://user:secret@example.com/acme/other.git"));
    writeFile(directory + u"/dev/web.yaml"_s, service);
    writeFile(directory + u"/overlays/prod/kustomization.yaml"_s, "resources: [web.yaml]\nnamePrefix: prod-\n");
    writeFile(directory + u"/overlays/prod/web.yaml"_s, service);
    writeFile(directory + u"/istio/istiod.yaml"_s,
              "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: istiod, namespace: istio-system}\n"
              "spec: {template: {spec: {containers: [{name: d, image: 'docker.io/istio/pilot:1.27.1'}]}}}\n");
    writeFile(directory + u"/.meshdraft.yaml"_s, "environments:\n- {name: dev, dataPlane: ambient}\n");
    commitAll(directory);
    QCOMPARE(git({u"remote"_s, u"add"_s, u"origin"_s, u"git@example.com:acme/shop.git"_s}, directory).code, 0);
}

QJsonObject environmentNamed(const QByteArray& json, const QString& name)
{
    const auto all = QJsonDocument::fromJson(json).object()[u"environments"_s].toArray();
    for (const auto& one : all) {
        if (one.toObject()[u"environment"_s] == name)
            return one.toObject();
    }
    return {};
}

bool hasKubectl()
{
    return !QStandardPaths::findExecutable(u"kubectl"_s).isEmpty();
}

} // namespace

class TestEnvironmentsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void listsAsATable();
    void listsAsJson();
    void listsOneEnvironment();
    void rendersWhenAsked();
    void readsARevision();
    void aBadProjectFileIsNeverSilent();
    void hostileTextIsEscaped();
    void theSample();
};

void TestEnvironmentsCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("format") << QStringList{u"--format"_s, u"xml"_s} << 2 << QByteArray("--format table or json");
    QTest::newRow("word") << QStringList{u"dev"_s} << 2 << QByteArray("no further words");
    QTest::newRow("environment") << QStringList{u"--env"_s, u"nowhere"_s} << 3
                                 << QByteArray("There is no environment nowhere.");
    QTest::newRow("directory that is not there") << QStringList{u"--env"_s, u"gone"_s} << 1 << QByteArray();
}

void TestEnvironmentsCommand::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const QTemporaryDir directory;
    makeRepository(directory.path());
    const Output output = environments(arguments, directory.path());
    QTEST(output.code, "code");
    QVERIFY2(output.err.contains(sentence), output.err);
}

void TestEnvironmentsCommand::listsAsATable()
{
    const QTemporaryDir directory;
    makeRepository(directory.path());
    const Output output = environments({}, directory.path());
    QCOMPARE(output.err, QByteArray());
    QCOMPARE(output.code, 1); // one directory is not there
    const auto lines = output.out.split('\n');
    QVERIFY(lines.front().startsWith("NAME"));
    const auto lineOf = [&](const QByteArray& name) {
        for (const auto& line : lines) {
            if (line.startsWith(QByteArray(name + " ")))
                return line.simplified();
        }
        return QByteArray();
    };
    QCOMPARE(lineOf("dev"), QByteArray("dev directory 1 Istio 1.27 (found outside) ambient (stated)"));
    QCOMPARE(lineOf("istio"), QByteArray("istio directory 1 Istio 1.27 sidecar (assumed)"));
    QCOMPARE(lineOf("overlays/prod"),
             QByteArray("overlays/prod kustomize - Istio 1.27 (found outside) sidecar (assumed)"));
    for (const auto* part :
         {"    delivered by Argo CD Application argocd/dev. Named in apps/apps.yaml:8. Into the namespace web. At "
          "revision main.\n",
          "    Version 1.27.1: image pilot in istio/istiod.yaml:4.\n",
          "    Data plane ambient: stated in .meshdraft.yaml:2.\n", "    Not rendered; --render does that.\n",
          "    error: apps/apps.yaml:28:11: Application argocd/gone deploys the directory gone, and there is no YAML "
          "file in it.\n",
          "\nDelivered, and not in this list:\n    apps/apps.yaml:38:11: Application argocd/other deploys another "
          "repository: https://example.com/acme/other.git.\n"})
        QVERIFY2(output.out.contains(part), QByteArray(QByteArray(part) + "\nis not in\n" + output.out).constData());
    QVERIFY(!output.out.contains("secret"));
}

void TestEnvironmentsCommand::listsAsJson()
{
    const QTemporaryDir directory;
    makeRepository(directory.path());
    const Output output = environments({u"--format"_s, u"json"_s}, directory.path());
    const auto document = QJsonDocument::fromJson(output.out).object();
    QCOMPARE(document[u"schema"_s].toString(), u"meshdraft.environments/1"_s);
    QCOMPARE(document[u"notListed"_s].toArray().size(), 1);
    QCOMPARE(document[u"notListed"_s][0][u"code"_s].toString(), u"delivery.otherRepository"_s);

    const auto dev = environmentNamed(output.out, u"dev"_s);
    QCOMPARE(dev[u"kind"_s].toString(), u"directory"_s);
    QCOMPARE(dev[u"resources"_s].toInt(), 1);
    const auto delivery = dev[u"deliveredBy"_s][0].toObject();
    QCOMPARE(delivery[u"tool"_s].toString(), u"argocd"_s);
    QCOMPARE(delivery[u"namespace"_s].toString(), u"argocd"_s);
    QCOMPARE(delivery[u"name"_s].toString(), u"dev"_s);
    QCOMPARE(delivery[u"targetNamespace"_s].toString(), u"web"_s);
    QCOMPARE(delivery[u"repositoryIsAssumed"_s].toBool(true), false);
    QCOMPARE(delivery[u"file"_s].toString(), u"apps/apps.yaml"_s);
    QCOMPARE(delivery[u"line"_s].toInt(), 8);
    QCOMPARE(dev[u"istio"_s][u"versions"_s].toArray(), QJsonArray{u"1.27"_s});
    QCOMPARE(dev[u"istio"_s][u"known"_s].toString(), u"found-outside"_s);
    QCOMPARE(dev[u"istio"_s][u"findings"_s][0][u"file"_s].toString(), u"istio/istiod.yaml"_s);
    QCOMPARE(dev[u"dataPlane"_s][u"mode"_s].toString(), u"ambient"_s);
    QCOMPARE(dev[u"dataPlane"_s][u"stated"_s][u"line"_s].toInt(), 2);

    const auto gone = environmentNamed(output.out, u"gone"_s);
    QCOMPARE(gone[u"error"_s][u"code"_s].toString(), u"delivery.noFiles"_s);
    QVERIFY(gone[u"resources"_s].isNull());
    QVERIFY(environmentNamed(output.out, u"overlays/prod"_s)[u"resources"_s].isNull());
}

void TestEnvironmentsCommand::listsOneEnvironment()
{
    const QTemporaryDir directory;
    makeRepository(directory.path());
    const Output output = environments({u"--env"_s, u"dev"_s, u"--format"_s, u"json"_s}, directory.path());
    QCOMPARE(output.code, 0);
    const Output table = environments({u"--env"_s, u"dev"_s}, directory.path());
    QVERIFY2(table.out.contains("    Version 1.27.1: image pilot in istio/istiod.yaml:4.\n"), table.out);
    const auto all = QJsonDocument::fromJson(output.out).object()[u"environments"_s].toArray();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][u"environment"_s].toString(), u"dev"_s);
}

void TestEnvironmentsCommand::rendersWhenAsked()
{
    if (!hasKubectl())
        QSKIP("kubectl is not there");
    const QTemporaryDir directory;
    makeRepository(directory.path());
    writeFile(directory.filePath(u"broken/kustomization.yaml"_s), "resources: [absent.yaml]\nnamePrefix: x-\n");
    const Output output = environments({u"--render"_s, u"--format"_s, u"json"_s}, directory.path());
    QCOMPARE(output.code, 1);
    QCOMPARE(environmentNamed(output.out, u"overlays/prod"_s)[u"resources"_s].toInt(), 1);
    const auto broken = environmentNamed(output.out, u"broken"_s)[u"error"_s];
    QCOMPARE(broken[u"code"_s].toString(), u"kustomize.missing"_s);
    QCOMPARE(broken[u"file"_s].toString(), u"broken/kustomization.yaml"_s);
    QVERIFY(broken[u"message"_s].toString().contains(u"absent.yaml"_s));
}

void TestEnvironmentsCommand::readsARevision()
{
    const QTemporaryDir directory;
    makeRepository(directory.path());
    writeFile(directory.filePath(u".meshdraft.yaml"_s), "environments:\n- {name: dev, dataPlane: mixed}\n");
    const auto modeIn = [&](const QStringList& arguments) {
        const Output output = environments(arguments + QStringList{u"--format"_s, u"json"_s}, directory.path());
        return environmentNamed(output.out, u"dev"_s)[u"dataPlane"_s][u"mode"_s].toString();
    };
    QCOMPARE(modeIn({}), u"mixed"_s);
    QCOMPARE(modeIn({u"--rev"_s, u"HEAD"_s}), u"ambient"_s);
}

void TestEnvironmentsCommand::aBadProjectFileIsNeverSilent()
{
    const QTemporaryDir directory;
    makeRepository(directory.path());
    writeFile(directory.filePath(u".meshdraft.yaml"_s), "environments:\n- {name: dev, istioVersion: newest}\n");
    const QByteArray sentence =
        "meshdraft-cli: .meshdraft.yaml:2:29: newest is not a version of Istio; expected something like \"1.27\".\n";
    const Output list = environments({u"--env"_s, u"dev"_s}, directory.path());
    QCOMPARE(list.code, 1);
    QCOMPARE(list.err, sentence);
    const Output analyze = cli({u"analyze"_s, u"--env"_s, u"dev"_s}, directory.path());
    QCOMPARE(analyze.err, sentence);
}

void TestEnvironmentsCommand::hostileTextIsEscaped()
{
    const QTemporaryDir directory;
    writeFile(directory.filePath(u"a/x.yaml"_s), service);
    writeFile(directory.filePath(u"app.yaml"_s),
              application("\"\\e[31mred\\u202E\"", "a", "\"https://example.com/\\e]0;x\\a\""));
    commitAll(directory.path());
    const Output output = environments({}, directory.path());
    QCOMPARE(output.code, 0);
    QVERIFY(output.out.contains("\\u001b[31mred\\u202e") || output.out.contains("\\u001B[31mred\\u202E"));
    QVERIFY(!output.out.contains('\x1b'));
    QVERIFY(!output.out.contains("\xe2\x80\xae"));
}

void TestEnvironmentsCommand::theSample()
{
    const QTemporaryDir directory;
    const QString sample = directory.filePath(u"sample"_s);
    QCOMPARE(cli({u"sample"_s, sample}, directory.path()).code, 0);
    const Output output = environments({}, sample);
    QCOMPARE(output.code, 0);
    for (const auto* name : {"base ", "overlays/production ", "overlays/staging "})
        QVERIFY2(output.out.contains(QByteArray("\n" + QByteArray(name))), output.out);
}

QTEST_GUILESS_MAIN(TestEnvironmentsCommand)
#include "tst_environmentscommand.moc"
