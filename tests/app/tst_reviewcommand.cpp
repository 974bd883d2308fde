// SPDX-License-Identifier: Apache-2.0
#include "tests/app/reviewmesh.h"

// Runs the real meshdraft-cli review on real repositories.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

class TestReviewCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void printsRequestsFirst();
    void formattingChangesNothing();
    void writesDocumentedJson();
    void saysWhatFollows();
    void readsTheRootNamespaceOfValuesFiles();
    void saysWhoIsMissing_data();
    void saysWhoIsMissing();
    void ownersAreJudgedByTheBase_data();
    void ownersAreJudgedByTheBase();
    void waysBackCanBeRun();
    void failsOnATier_data();
    void failsOnATier();
    void writesAFile();

private:
    QString path() const { return m_directory->path(); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestReviewCommand::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path() + u"/mesh.yaml"_s, reviewsMesh("x-preview", "v1"));
    writeFile(path() + u"/workloads.yaml"_s, reviewsWorkloads());
    commitAll(path());
}

void TestReviewCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no range") << QStringList{};
    QTest::newRow("one revision") << QStringList{u"HEAD"_s};
    QTest::newRow("two ranges") << QStringList{u"HEAD..HEAD"_s, u"HEAD..HEAD"_s};
    QTest::newRow("format") << QStringList{u"HEAD..HEAD"_s, u"--format"_s, u"pdf"_s};
    QTest::newRow("tier") << QStringList{u"HEAD..HEAD"_s, u"--fail-on"_s, u"huge"_s};
    QTest::newRow("option") << QStringList{u"HEAD..HEAD"_s, u"--nothing"_s};
}

void TestReviewCommand::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    const Output output = review(arguments, path());
    QCOMPARE(output.code, 2);
    QVERIFY(output.out.isEmpty());
    QVERIFY(output.err.startsWith("meshdraft-cli: "));
}

void TestReviewCommand::printsRequestsFirst()
{
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v3"), u"preview"_s);
    const Output output = review({u"HEAD~1..HEAD"_s}, path());
    QVERIFY2(output.code == 1, output.err.constData());
    const auto fate = output.out.indexOf("GET / with x-preview: yes from web to reviews: v1 100 % -> v3 100 %");
    QVERIFY2(fate > 0, output.out.constData());
    QVERIFY2(output.out.indexOf("modified VirtualService shop/reviews") > fate, output.out.constData());
    QVERIFY(output.out.contains("why: "));
}

void TestReviewCommand::formattingChangesNothing()
{
    commitFile(path(), u"mesh.yaml"_s, "# a comment\n" + reviewsMesh("x-preview", "v1"), u"comment"_s);
    const Output output = review({u"HEAD~1..HEAD"_s}, path());
    QVERIFY2(output.code == 0, QByteArray(output.out + output.err).constData());
    QVERIFY2(!output.out.contains("Requests whose fate changes"), output.out.constData());
}

void TestReviewCommand::writesDocumentedJson()
{
    commitFile(path(), u"CODEOWNERS"_s, "* @shop\n", u"owners"_s);
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v3"), u"preview"_s);
    const Output output = review({u"HEAD~1..HEAD"_s, u"--format"_s, u"json"_s}, path());
    QCOMPARE(output.code, 1);
    const QJsonObject root = QJsonDocument::fromJson(output.out).object();
    QCOMPARE(root[u"schema"].toString(), u"meshdraft.review/1"_s);
    QCOMPARE(root[u"base"].toString(), u"HEAD~1"_s);
    QCOMPARE(root[u"head"].toString(), u"HEAD"_s);
    const QJsonArray requests = root[u"requests"].toArray();
    const auto found = std::find_if(requests.begin(), requests.end(), [](const QJsonValue& one) {
        return one[u"from"][u"name"].toString() == u"web" && one[u"headers"][u"x-preview"].toString() == u"yes";
    });
    QVERIFY2(found != requests.end(), output.out.constData());
    const QJsonObject request = found->toObject();
    QCOMPARE(request[u"host"].toString(), u"reviews.shop.svc.cluster.local"_s);
    QCOMPARE(request[u"method"].toString(), u"GET"_s);
    QCOMPARE(request[u"path"].toString(), u"/"_s);
    QCOMPARE(request[u"port"].toInt(), 80);
    QCOMPARE(request[u"before"][u"destinations"][0][u"subset"].toString(), u"v1"_s);
    QCOMPARE(request[u"after"][u"destinations"][0][u"subset"].toString(), u"v3"_s);
    QCOMPARE(request[u"after"][u"verdict"].toString(), u"routed"_s);
    QCOMPARE(request[u"after"][u"destinations"][0][u"workloads"][0].toString(), u"reviews-v3"_s);
    QVERIFY(request[u"alike"].isArray());
    // every key stands in the documentation
    QFile docs(QStringLiteral(MESHDRAFT_SOURCE_DIR "/docs/command-line.md"));
    QVERIFY(docs.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(docs.readAll());
    const auto start = page.indexOf(u"\n## review"_s);
    const QString section = page.sliced(start, page.indexOf(u"\n## "_s, start + 4) - start);
    QStringList keys = root.keys() + request.keys() + request[u"before"].toObject().keys()
        + request[u"before"][u"destinations"][0].toObject().keys();
    for (const QString& list : {u"changes"_s, u"owners"_s, u"waves"_s, u"rollback"_s, u"proxies"_s, u"process"_s}) {
        const QJsonObject first = root[list][0].toObject();
        QVERIFY2(!first.isEmpty(), qPrintable(list));
        keys += first.keys();
    }
    keys += root[u"changes"][0][u"blast"].toObject().keys();
    keys += root[u"waves"][0][u"resources"][0].toObject().keys();
    for (const QString& key : std::as_const(keys)) {
        const QRegularExpression word(u"[`.]"_s + key + u"`"_s);
        QVERIFY2(section.contains(word), qPrintable(key));
    }
}

void TestReviewCommand::saysWhatFollows()
{
    writeFile(path() + u"/CODEOWNERS"_s, "* @acorn/platform\nmesh.yaml @acorn/shop\n");
    commitFile(path(), u"x.yaml"_s, "# owners\n", u"owners"_s);
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v3"), u"preview\n\nRisk: low"_s);
    const QJsonObject root = reviewJson({u"HEAD~1..HEAD"_s}, path());
    const QJsonValue change = root[u"changes"][0];
    QCOMPARE(change[u"xds"].toArray(), QJsonArray{u"RDS"_s});
    QCOMPARE(change[u"blast"][u"hosts"].toArray(), QJsonArray{u"reviews.shop.svc.cluster.local"_s});
    QCOMPARE(change[u"blast"][u"namespaces"].toArray(), QJsonArray{u"shop"_s});
    QStringList owners;
    for (const QJsonValue& approval : root[u"owners"].toArray()) {
        for (const QJsonValue& owner : approval[u"owners"].toArray())
            owners << owner.toString();
        QVERIFY(!approval[u"text"].toString().isEmpty());
    }
    QVERIFY2(owners.contains(u"@acorn/shop"_s), qPrintable(owners.join(u' ')));
    QVERIFY2(!owners.contains(u"@acorn/platform"_s), qPrintable(owners.join(u' ')));
    QCOMPARE(root[u"waves"].toArray().size(), 1);
    QCOMPARE(root[u"waves"][0][u"wave"].toInt(), 1); // a VirtualService
    QCOMPARE(root[u"waves"][0][u"resources"][0][u"resource"].toString(), u"VirtualService shop/reviews"_s);
    QCOMPARE(root[u"rollback"][0][u"tier"].toString(), root[u"tier"].toString());
    QCOMPARE(root[u"process"][0][u"declared"].toString(), u"low"_s);
    QVERIFY(root[u"process"][0][u"allowed"].isBool());
    QCOMPARE(root[u"proxies"][0][u"sidecars"].toInt(), 3);
}

/// The root namespace is named in the Helm values of the control plane alone.
void TestReviewCommand::readsTheRootNamespaceOfValuesFiles()
{
    commitFile(path(), u"values.yaml"_s, "meshConfig: {rootNamespace: mesh}\n", u"values"_s);
    commitFile(path(), u"telemetry.yaml"_s,
               "apiVersion: telemetry.istio.io/v1\nkind: Telemetry\nmetadata: {name: default, namespace: mesh}\n"
               "spec: {tracing: [{randomSamplingPercentage: 5}]}\n",
               u"telemetry"_s);
    const QJsonObject root = reviewJson({u"HEAD~1..HEAD"_s}, path());
    QCOMPARE(root[u"owners"][0][u"text"].toString(), u"Telemetry mesh/default is in the root namespace."_s);
    QCOMPARE(root[u"proxies"][0][u"sidecars"].toInt(), 3);
}

void TestReviewCommand::saysWhoIsMissing_data()
{
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<int>("missing"); // -1: not told
    QTest::newRow("not asked for") << QStringList() << -1;
    QTest::newRow("nobody yet") << QStringList{u"--approved-by"_s, u""_s} << 2;
    QTest::newRow("one") << QStringList{u"--approved-by"_s, u"ann"_s} << 1;
    QTest::newRow("somebody else too") << QStringList{u"--approved-by"_s, u"@Ann, mallory"_s} << 1;
    QTest::newRow("both") << QStringList{u"--approved-by"_s, u"ann,eve"_s} << 0;
    QTest::newRow("one by one") << QStringList{u"--approved-by"_s, u"ann"_s, u"--approved-by"_s, u"eve"_s} << 0;
}

void TestReviewCommand::saysWhoIsMissing()
{
    QFETCH(QStringList, approvers);
    QFETCH(int, missing);
    writeFile(path() + u"/.meshdraft.yaml"_s, "owners:\n  members: {'@acorn/shop': [eve]}\n");
    commitFile(path(), u"CODEOWNERS"_s, "[Shop][2]\n* @ann @acorn/shop\n^[Docs]\n* @docs\n", u"owners"_s);
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v3"), u"preview"_s);
    const QStringList arguments = QStringList{u"HEAD~1..HEAD"_s} + approvers;
    const QJsonArray owners = reviewJson(arguments, path())[u"owners"].toArray();
    QCOMPARE(owners.size(), 2);
    for (const QJsonValue& approval : owners) {
        const bool isTold = missing >= 0 && approval[u"required"].toBool();
        QCOMPARE(approval.toObject().contains(u"missing"), isTold);
        if (isTold)
            QCOMPARE(approval[u"missing"].toInt(), missing);
    }
    static constexpr std::array sentences{"Approved.", "1 approval is still missing.",
                                          "2 approvals are still missing."};
    for (const QString& format : {u"text"_s, u"markdown"_s, u"html"_s}) {
        const Output output = review(arguments + QStringList{u"--format"_s, format}, path());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(output.out.count(sentences.at(static_cast<std::size_t>(i))), missing == i ? 1 : 0);
    }
}

void TestReviewCommand::ownersAreJudgedByTheBase_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("before"); // null: no such file
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("isCommitted");
    QTest::newRow("another owner") << u"CODEOWNERS"_s << QByteArray("* @acorn/shop\n") << QByteArray("* @mallory\n")
                                   << true;
    QTest::newRow("in the working tree") << u".github/CODEOWNERS"_s << QByteArray("* @acorn/shop\n")
                                         << QByteArray("* @mallory\n") << false;
    QTest::newRow("a new file") << u"docs/CODEOWNERS"_s << QByteArray() << QByteArray("* @mallory\n") << true;
}

void TestReviewCommand::ownersAreJudgedByTheBase()
{
    QFETCH(const QString, place);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const bool, isCommitted);
    commitFile(path(), u".meshdraft.yaml"_s, "owners: {platform: ['@acorn/platform']}\n", u"owners"_s);
    if (!before.isNull())
        commitFile(path(), place, before, u"before"_s);
    if (isCommitted)
        commitFile(path(), place, after, u"after"_s);
    else
        writeFile(path() + u'/' + place, after);
    const QString range = isCommitted ? u"HEAD~1..HEAD"_s : u"HEAD..:worktree"_s;
    const QJsonObject root = reviewJson({range}, path());
    QCOMPARE(root[u"tier"].toString(), u"high"_s);
    QCOMPARE(root[u"changesJudgement"].toBool(), true);
    QStringList owners;
    for (const QJsonValue& approval : root[u"owners"].toArray()) {
        for (const QJsonValue& owner : approval[u"owners"].toArray())
            owners << owner.toString();
    }
    QVERIFY2(owners.contains(u"@acorn/platform"_s), qPrintable(owners.join(u' ')));
    QVERIFY2(!owners.contains(u"@mallory"_s), qPrintable(owners.join(u' ')));
    const Output text = review({range}, path());
    QCOMPARE(text.code, 1);
    QVERIFY2(text.out.contains("CODEOWNERS") && text.out.contains("@acorn/platform"), text.out.constData());
    QCOMPARE(reviewJson({u"HEAD..HEAD"_s}, path())[u"changesJudgement"].toBool(), false);
}

/// Whatever the kind: also one that has no short name here.
void TestReviewCommand::waysBackCanBeRun()
{
    const auto resource = [](const char* apiVersion, const char* kind, const char* spec) -> QByteArray {
        return "---\napiVersion: " + QByteArray(apiVersion) + "\nkind: " + kind
            + "\nmetadata: {name: x, namespace: shop}\nspec: " + spec + '\n';
    };
    const auto all = [&](const char* spec) -> QByteArray {
        return resource("batch/v1", "CronJob", spec) + resource("v1", "ReplicationController", spec)
            + resource("security.istio.io/v1", "AuthorizationPolicy", spec);
    };
    commitFile(path(), u"x.yaml"_s, all("{}"), u"before"_s);
    commitFile(path(), u"x.yaml"_s, all("{action: DENY}"), u"after"_s);
    const QJsonArray ways = reviewJson({u"HEAD~1..HEAD"_s}, path())[u"rollback"].toArray();
    QCOMPARE(ways.size(), 4); // all of it, and each
    for (const QJsonValue& way : ways) {
        const QStringList words = way[u"command"].toString().remove(u'\'').split(u' ');
        QCOMPARE(words.first(), u"meshdraft-cli"_s);
        const Output output = cli(words.sliced(1), path());
        QVERIFY2(output.code == 0, qPrintable(words.join(u' ') + u'\n' + QString::fromUtf8(output.err)));
        QVERIFY2(output.out.contains("-spec: {action: DENY}"), output.out.constData());
    }
}

void TestReviewCommand::failsOnATier_data()
{
    QTest::addColumn<QString>("tier");
    QTest::addColumn<int>("medium");
    QTest::addColumn<int>("text");
    QTest::newRow("low") << u"low"_s << 1 << 0;
    QTest::newRow("medium") << u"medium"_s << 1 << 0;
    QTest::newRow("high") << u"high"_s << 0 << 0;
    QTest::newRow("any") << u"any"_s << 1 << 0;
    QTest::newRow("never") << u"never"_s << 0 << 0;
}

void TestReviewCommand::failsOnATier()
{
    QFETCH(QString, tier);
    QFETCH(int, medium);
    QFETCH(int, text);
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-other", "v1"), u"another header"_s);
    QCOMPARE(reviewJson({u"HEAD~1..HEAD"_s}, path())[u"tier"].toString(), u"medium"_s);
    QCOMPARE(review({u"HEAD~1..HEAD"_s, u"--fail-on"_s, tier}, path()).code, medium);
    commitFile(path(), u"mesh.yaml"_s, "# words\n" + reviewsMesh("x-other", "v1"), u"a comment"_s);
    QCOMPARE(review({u"HEAD~1..HEAD"_s, u"--fail-on"_s, tier}, path()).code, text);
}

void TestReviewCommand::writesAFile()
{
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v3"), u"preview"_s);
    for (const QString& format : {u"text"_s, u"json"_s, u"markdown"_s, u"html"_s, u"sarif"_s}) {
        const Output printed = review({u"HEAD~1..HEAD"_s, u"--format"_s, format}, path());
        const Output written = review({u"HEAD~1..HEAD"_s, u"--format"_s, format, u"-o"_s, u"out.file"_s}, path());
        QCOMPARE(written.code, 1);
        QVERIFY(written.out.isEmpty());
        QFile file(path() + u"/out.file"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), printed.out);
    }
    const Output refused = review({u"HEAD~1..HEAD"_s, u"-o"_s, u"none/out.file"_s}, path());
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("none/out.file could not be written"), refused.err.constData());
}

QTEST_GUILESS_MAIN(TestReviewCommand)
#include "tst_reviewcommand.moc"
