// SPDX-License-Identifier: Apache-2.0
#include "tests/app/commandrun.h"

// Runs the real meshdraft-cli review on real repositories.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using namespace meshdraft::test;

Output review(const QStringList& arguments, const QString& directory)
{
    return cli(QStringList{u"review"_s} + arguments, directory);
}

QByteArray mesh(const QByteArray& header, const QByteArray& subset)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n    - match: [{headers: {"
        + header + ": {exact: \"yes\"}}}]\n      route: [{destination: {host: reviews, subset: " + subset
        + "}}]\n    - route: [{destination: {host: reviews, subset: v1}}]\n---\n"
          "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v3, labels: {version: "
          "v3}}]}\n---\n"
          "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {selector: {app: reviews}, ports: [{port: 80, name: http}]}\n";
}

QByteArray workload(const QByteArray& name, const QByteArray& labels)
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
        + ", namespace: shop}\nspec: {template: {metadata: {labels: {" + labels + "}}, spec: {}}}\n";
}

QByteArray workloads()
{
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n"
        + workload("web", "app: web") + workload("reviews-v1", "app: reviews, version: v1")
        + workload("reviews-v3", "app: reviews, version: v3");
}

void commitFile(const QString& directory, const QString& file, const QByteArray& text, const QString& message)
{
    writeFile(directory + u'/' + file, text);
    QCOMPARE(git({u"add"_s, u"-A"_s}, directory).code, 0);
    QCOMPARE(git({u"commit"_s, u"-q"_s, u"-m"_s, message}, directory).code, 0);
}

} // namespace

class TestReviewCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void printsRequestsFirst();
    void formattingChangesNothing();
    void writesDocumentedJson();
    void threeDotsStartWhereTheTwoPart();
    void markdownKeepsTextInSpans();
    void hostileTextIsEscaped();
    void unknownRevision();

private:
    QString path() const { return m_directory->path(); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestReviewCommand::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path() + u"/mesh.yaml"_s, mesh("x-preview", "v1"));
    writeFile(path() + u"/workloads.yaml"_s, workloads());
    commitAll(path());
}

void TestReviewCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no range") << QStringList{};
    QTest::newRow("one revision") << QStringList{u"HEAD"_s};
    QTest::newRow("two ranges") << QStringList{u"HEAD..HEAD"_s, u"HEAD..HEAD"_s};
    QTest::newRow("format") << QStringList{u"HEAD..HEAD"_s, u"--format"_s, u"html"_s};
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
    commitFile(path(), u"mesh.yaml"_s, mesh("x-preview", "v3"), u"preview"_s);
    const Output output = review({u"HEAD~1..HEAD"_s}, path());
    QVERIFY2(output.code == 1, output.err.constData());
    const auto fate = output.out.indexOf("GET / with x-preview: yes from web to reviews: v1 100 % -> v3 100 %");
    QVERIFY2(fate > 0, output.out.constData());
    QVERIFY2(output.out.indexOf("modified VirtualService shop/reviews") > fate, output.out.constData());
    QVERIFY(output.out.contains("why: "));
}

void TestReviewCommand::formattingChangesNothing()
{
    commitFile(path(), u"mesh.yaml"_s, "# a comment\n" + mesh("x-preview", "v1"), u"comment"_s);
    const Output output = review({u"HEAD~1..HEAD"_s}, path());
    QVERIFY2(output.code == 0, QByteArray(output.out + output.err).constData());
    QVERIFY2(!output.out.contains("Requests whose fate changes"), output.out.constData());
}

void TestReviewCommand::writesDocumentedJson()
{
    commitFile(path(), u"mesh.yaml"_s, mesh("x-preview", "v3"), u"preview"_s);
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
    const QString section = page.sliced(page.indexOf(u"\n## review"_s));
    for (const QString& key : root.keys() + request.keys() + root[u"changes"][0].toObject().keys()
             + request[u"before"].toObject().keys() + request[u"before"][u"destinations"][0].toObject().keys())
        QVERIFY2(section.contains(key), qPrintable(key));
}

void TestReviewCommand::threeDotsStartWhereTheTwoPart()
{
    QCOMPARE(git({u"checkout"_s, u"-q"_s, u"-b"_s, u"feature"_s}, path()).code, 0);
    commitFile(path(), u"other.yaml"_s, "# nothing\n", u"other"_s);
    QCOMPARE(git({u"checkout"_s, u"-q"_s, u"main"_s}, path()).code, 0);
    commitFile(path(), u"mesh.yaml"_s, mesh("x-preview", "v3"), u"preview"_s);
    const Output both = review({u"main..feature"_s}, path());
    QVERIFY2(both.code == 1, both.err.constData());
    const Output own = review({u"main...feature"_s}, path());
    QVERIFY2(own.code == 0, own.out.constData());
}

void TestReviewCommand::markdownKeepsTextInSpans()
{
    commitFile(path(), u"mesh.yaml"_s, mesh("x-`a`|b", "v3"), u"preview"_s);
    const Output output = review({u"HEAD~1..HEAD"_s, u"--format"_s, u"markdown"_s}, path());
    QCOMPARE(output.code, 1);
    QVERIFY2(output.out.startsWith("## "), output.out.constData());
    QVERIFY2(output.out.contains("### Requests whose fate changes"), output.out.constData());
    for (const QByteArray& line : output.out.split('\n')) {
        if (line.contains("x-`a`|b"))
            QVERIFY2(line.startsWith("- ``") && line.endsWith("``"), line.constData());
    }
}

void TestReviewCommand::hostileTextIsEscaped()
{
    commitFile(path(), u"mesh.yaml"_s, mesh("\"x-\\u202e\\u001b[31m\"", "v3"), u"preview"_s);
    for (const QString& format : {u"text"_s, u"markdown"_s}) {
        const Output output = review({u"HEAD~1..HEAD"_s, u"--format"_s, format}, path());
        QCOMPARE(output.code, 1);
        QVERIFY2(output.out.contains("\\u202e"), output.out.constData());
        QVERIFY(!output.out.contains("\xe2\x80\xae"));
        QVERIFY(!output.out.contains('\x1b'));
    }
}

void TestReviewCommand::unknownRevision()
{
    for (const QString& range : {u"nowhere..HEAD"_s, u"HEAD..nowhere"_s, u"nowhere...HEAD"_s}) {
        const Output output = review({range}, path());
        QCOMPARE(output.code, 3);
        QVERIFY(output.out.isEmpty());
        QVERIFY(output.err.contains("nowhere"));
    }
}

QTEST_GUILESS_MAIN(TestReviewCommand)
#include "tst_reviewcommand.moc"
