// SPDX-License-Identifier: Apache-2.0
// What the formats of a review promise, also about text that wants to be more than text.
#include "tests/app/reviewmesh.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

// what each may end or start somewhere
const QStringList hostileWords{u"<script>alert(1)</script>"_s,
                               u"a`b``c"_s,
                               u"x|y"_s,
                               u"]]>"_s,
                               u"<!-- c --> -->"_s,
                               u"a\u202eb"_s,
                               u"a\u001b[31m"_s,
                               u"one\n\n# two"_s,
                               u"![x](http://x.example/p.png)"_s,
                               u"@everyone"_s,
                               u"\"quoted' & $(id)"_s};

/// A YAML scalar with exactly this text.
QByteArray scalar(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// A mesh with a word wherever text can stand: names, matches, subsets, labels, hosts, annotations.
QByteArray hostileMesh(const QString& word, const QByteArray& weight)
{
    const QByteArray text = scalar(word);
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: " + text
        + ", namespace: shop, annotations: {" + text + ": " + text
        + "}}\nspec:\n  hosts: [reviews]\n  http:\n    - name: " + text + "\n      match: [{headers: {" + text
        + ": {exact: " + text + "}}, uri: {prefix: " + text
        + "}}]\n      route:\n        - destination: {host: " + "reviews, subset: " + text
        + "}\n          weight: " + weight + "\n        - destination: {host: " + text + "}\n          weight: 10\n"
        + "    - route: [{destination: {host: reviews, subset: v1}}]\n---\n"
          "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: "
        + text + ", labels: {version: " + text + weight + "}}]}\n";
}

/// Markdown without its code spans, comments of our own and the picture.
QString bareMarkdown(const QString& markdown)
{
    QString out;
    bool isPicture = false;
    for (const QString& line : markdown.split(u'\n')) {
        if (line.startsWith(u"```"_s)) {
            isPicture = !isPicture;
            continue;
        }
        if (isPicture)
            continue;
        static const QRegularExpression span(u"(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)"_s);
        out += QString(line).replace(span, u"*"_s) + u'\n';
    }
    return out;
}

QStringList pictureLines(const QString& markdown)
{
    const auto start = markdown.indexOf(u"```mermaid\n"_s);
    const auto end = markdown.indexOf(u"\n```"_s, start + 3);
    return start < 0 ? QStringList() : markdown.sliced(start, end - start).split(u'\n').sliced(1);
}

} // namespace

class TestReviewFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void text();
    void markdownShowsAPicture();
    void htmlIsOneFile();
    void sarifTellsNewFromGone();
    void sarifFollowsItsSchema();
    void secretsStayHidden_data();
    void secretsStayHidden();
    void placeholdersInPaths();
    void namesInTheProcess();
    void sentencesOfSchemas();
    void hostileText_data();
    void hostileText();

private:
    QString path() const { return m_directory->path(); }
    QByteArray formatted(const QString& format, const QString& range = u"HEAD~1..HEAD"_s) const
    {
        const Output output = review({range, u"--format"_s, format}, path());
        return output.code == 1 ? output.out : "failed: " + output.err;
    }
    static void checkText(const QByteArray& out);
    static void checkMarkdown(const QString& out);
    static void checkHtml(const QString& out);

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestReviewFormats::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    writeFile(path() + u"/mesh.yaml"_s, reviewsMesh("x-preview", "v1"));
    writeFile(path() + u"/workloads.yaml"_s, reviewsWorkloads());
    writeFile(path() + u"/CODEOWNERS"_s, "* @acorn/platform\n");
    commitAll(path());
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v3"), u"preview"_s);
}

void TestReviewFormats::text()
{
    const QByteArray out = formatted(u"text"_s);
    // in the order in which a reviewer asks
    qsizetype place = 0;
    for (const char* said : {"risk", "Requests whose fate changes", "Changes", "modified VirtualService shop/reviews",
                             "why: ", "What the proxies receive", "RDS", "Who approves", "@acorn/platform", "Order",
                             "The way back: high risk"}) {
        const auto found = out.indexOf(said, place);
        QVERIFY2(found >= 0, QByteArray(said + QByteArray(" is not in its place in:\n") + out).constData());
        place = found;
    }
}

void TestReviewFormats::markdownShowsAPicture()
{
    const QString out = QString::fromUtf8(formatted(u"markdown"_s));
    const QStringList picture = pictureLines(out);
    QVERIFY2(picture.size() > 3, qPrintable(out));
    QCOMPARE(picture.front(), u"flowchart LR"_s);
    QVERIFY2(std::ranges::any_of(picture, [](const QString& line) { return line.contains(u"-->"_s); }),
             qPrintable(picture.join(u'\n')));
    QVERIFY(out.contains(u"### Who approves"_s));
    QVERIFY(out.contains(u"### Order"_s));
    // nobody is called by a comment that comes again with every push
    QVERIFY2(!bareMarkdown(out).contains(u'@'), qPrintable(out));
}

void TestReviewFormats::htmlIsOneFile()
{
    const QString out = QString::fromUtf8(formatted(u"html"_s));
    QVERIFY(out.startsWith(u"<!DOCTYPE html>\n"_s));
    QVERIFY(out.endsWith(u"</body></html>\n"_s));
    QVERIFY(out.contains(u"http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"_s));
    QVERIFY(out.contains(u"src=\"data:image/svg+xml;base64,"_s));
    for (const QString& said : {u"VirtualService"_s, u"Requests whose fate changes"_s, u"Who approves"_s, u"Lines"_s})
        QVERIFY2(out.contains(said), qPrintable(said));
    checkHtml(out);
}

void TestReviewFormats::sarifTellsNewFromGone()
{
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v9"), u"a subset that is not there"_s);
    const auto statesOf = [&](const QString& range) {
        QMap<QString, QStringList> states;
        const auto report = QJsonDocument::fromJson(formatted(u"sarif"_s, range));
        for (const QJsonValue& result : report[u"runs"_s][0][u"results"_s].toArray())
            states[result[u"baselineState"_s].toString()] << result[u"ruleId"_s].toString();
        return states;
    };
    const auto came = statesOf(u"HEAD~1..HEAD"_s);
    QVERIFY2(!came[u"new"_s].isEmpty(), qPrintable(came.keys().join(u' ')));
    QCOMPARE(came.keys(), QStringList{u"new"_s});
    const auto went = statesOf(u"HEAD..HEAD~1"_s);
    QCOMPARE(went.keys(), QStringList{u"absent"_s});
    QCOMPARE(went[u"absent"_s], came[u"new"_s]);
}

void TestReviewFormats::sarifFollowsItsSchema()
{
    const QString schema = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/sarif/sarif-schema-2.1.0.json");
    if (!QFile::exists(schema))
        QSKIP("../shared/sarif is not there");
    if (run(u"python3"_s, {u"-c"_s, u"import jsonschema"_s}, path()).code != 0)
        QSKIP("python3-jsonschema is not there");
    commitFile(path(), u"mesh.yaml"_s, hostileMesh(hostileWords.join(u' '), "90"), u"hostile"_s);
    const QByteArray report = formatted(u"sarif"_s);
    QVERIFY(!QJsonDocument::fromJson(report)[u"runs"_s][0][u"results"_s].toArray().isEmpty());
    writeFile(path() + u"/report.sarif"_s, report);
    const auto script = u"import json,sys,jsonschema\n"
                        "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))"_s;
    const Output valid = run(u"python3"_s, {u"-c"_s, script, path() + u"/report.sarif"_s, schema}, path());
    QVERIFY2(valid.code == 0, valid.err.constData());
}

void TestReviewFormats::secretsStayHidden_data()
{
    QTest::addColumn<QString>("format");
    for (const QString& format : {u"text"_s, u"json"_s, u"markdown"_s, u"html"_s, u"sarif"_s})
        QTest::addRow("%s", qPrintable(format)) << format;
}

void TestReviewFormats::secretsStayHidden()
{
    QFETCH(const QString, format);
    const auto secret = [](const char* data, const char* extra) -> QByteArray {
        return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: wallet\n  namespace: shop\n  annotations: "
               "{kubectl.kubernetes.io/last-applied-configuration: 'sesame-"
            + QByteArray(data) + "'}\nstringData:\n  changes: sesame-" + data + "\n  " + extra + ": sesame-x\n"
            + "data: {both: " + data + "c2VzYW1l}\n";
    };
    commitFile(path(), u"secret.yaml"_s, secret("one", "goes"), u"before"_s);
    commitFile(path(), u"secret.yaml"_s, secret("two", "comes"), u"after"_s);
    const QByteArray out = formatted(format);
    QVERIFY2(!out.startsWith("failed"), out.constData());
    if (format != u"sarif"_s)
        QVERIFY2(out.contains("wallet"), out.constData());
    for (const char* kept : {"sesame-", "c2VzYW1l"})
        QVERIFY2(!out.contains(kept), out.constData());
}

void TestReviewFormats::placeholdersInPaths()
{
    commitFile(path(), u"a%1.yaml"_s, hostileMesh(u"x"_s, "90").replace("name: reviews,", "name: others,"),
               u"placeholder"_s);
    const QString out = QString::fromUtf8(formatted(u"html"_s));
    static const QRegularExpression place(u"a%1\\.yaml:\\d+</span>"_s);
    QVERIFY2(place.match(out).hasMatch(), qPrintable(out));
}

void TestReviewFormats::namesInTheProcess()
{
    commitFile(path(), u".meshdraft.yaml"_s,
               "process: {tiers: {low: {evidence: [&e '<img src=x> @everyone [x](y)']}, medium: {evidence: [*e]}, "
               "high: {evidence: [*e]}}}\n",
               u"process"_s);
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v1"), u"back"_s);
    const QString out = QString::fromUtf8(formatted(u"markdown"_s));
    QVERIFY2(out.contains(u"evidence: "_s), qPrintable(out));
    QVERIFY2(!bareMarkdown(out).contains(u"@everyone"_s), qPrintable(out));
}

void TestReviewFormats::sentencesOfSchemas()
{
    commitFile(path(), u"mesh.yaml"_s, reviewsMesh("x-preview", "v1").replace("  hosts: [", "  hostz: []\n  hosts: ["),
               u"a field that is none"_s);
    const auto json = QJsonDocument::fromJson(formatted(u"json"_s));
    QString message;
    for (const QJsonValue& finding : json[u"findings"_s][u"new"_s].toArray()) {
        if (finding[u"field"_s].toString().contains(u"hostz"_s))
            message = finding[u"message"_s].toString();
    }
    QVERIFY2(!message.isEmpty(), json.toJson().constData());
    const QString out = QString::fromUtf8(formatted(u"markdown"_s));
    QVERIFY2(out.contains(message), qPrintable(out));
    QVERIFY2(!out.contains(u"schema."_s), qPrintable(out));
}

void TestReviewFormats::hostileText_data()
{
    QTest::addColumn<QString>("word");
    for (const QString& word : hostileWords)
        QTest::addRow("%s", scalar(word).constData()) << word;
}

void TestReviewFormats::hostileText()
{
    QFETCH(QString, word);
    // a path may hold all but a slash
    const QString file = QString(word).remove(u'/') + u".yaml"_s;
    commitFile(path(), file, hostileMesh(word, "90"), u"hostile\n\nRisk: "_s + QString(word).remove(u'\n'));
    commitFile(path(), u"CODEOWNERS"_s, "* @acorn/platform @" + QString(word).simplified().remove(u' ').toUtf8() + '\n',
               u"owners"_s);
    commitFile(path(), file, hostileMesh(word, "80"), u"hostile again"_s);
    for (const QString& range : {u"HEAD~1..HEAD"_s, u"HEAD~3..HEAD"_s}) {
        checkText(formatted(u"text"_s, range));
        checkMarkdown(QString::fromUtf8(formatted(u"markdown"_s, range)));
        checkHtml(QString::fromUtf8(formatted(u"html"_s, range)));
        // what machines read has the text as it is
        const auto json = QJsonDocument::fromJson(formatted(u"json"_s, range));
        QStringList names;
        for (const QJsonValue& change : json[u"changes"_s].toArray())
            names << change[u"name"_s].toString();
        QVERIFY2(names.contains(word), qPrintable(names.join(u'\n')));
        QVERIFY(QJsonDocument::fromJson(formatted(u"sarif"_s, range)).isObject());
    }
}

void TestReviewFormats::checkText(const QByteArray& out)
{
    QVERIFY2(!out.startsWith("failed"), out.constData());
    QVERIFY2(!out.contains('\x1b') && !out.contains("\xe2\x80\xae"), out.constData());
    QVERIFY2(!out.contains("\n# two"), out.constData());
}

void TestReviewFormats::checkMarkdown(const QString& out)
{
    QVERIFY2(!out.startsWith(u"failed"_s), qPrintable(out));
    QVERIFY2(!out.contains(u'\u001b') && !out.contains(u'\u202e'), qPrintable(out));
    const QString bare = bareMarkdown(out);
    // what is left is ours
    for (const QString& part :
         {u"<script"_s, u"-->"_s, u"<!--"_s, u"]]>"_s, u"]("_s, u"# two"_s, u"@everyone"_s, u"$(id)"_s, u"``"_s})
        QVERIFY2(!bare.contains(part), qPrintable(part + u" in:\n"_s + bare + u"\nof:\n"_s + out));
    for (const QString& line : bare.split(u'\n')) {
        if (line.startsWith(u'|'))
            QVERIFY2(QString(line).remove(u"\\|"_s).count(u'|') == 5, qPrintable(line));
    }
    static const QRegularExpression known(
        u"^(  n\\d+\\[\"[^\"<>`\\[\\]]*\"\\](:::\\w+)?|  n\\d+ (-->|-\\.->)(\\|\"[^\"<>|`]*\"\\|)? n\\d+"
        "|  classDef \\w+ [\\w#:,\\- ]+|flowchart LR)$"_s);
    for (const QString& line : pictureLines(out))
        QVERIFY2(known.match(line).hasMatch(), qPrintable(line));
}

void TestReviewFormats::checkHtml(const QString& out)
{
    QVERIFY2(out.startsWith(u"<!DOCTYPE html>"_s), qPrintable(out));
    QVERIFY2(!out.contains(u'\u001b') && !out.contains(u'\u202e'), qPrintable(out));
    static const QStringList known{
        u"!DOCTYPE"_s, u"html"_s, u"head"_s, u"meta"_s,    u"title"_s,   u"style"_s,  u"body"_s, u"h1"_s, u"h2"_s,
        u"p"_s,        u"span"_s, u"ul"_s,   u"li"_s,      u"table"_s,   u"tr"_s,     u"th"_s,   u"td"_s, u"b"_s,
        u"br"_s,       u"code"_s, u"pre"_s,  u"details"_s, u"summary"_s, u"figure"_s, u"img"_s};
    static const QRegularExpression tag(u"<([^/\\s>][^\\s>]*)([^>]*)>"_s);
    for (const auto& match : tag.globalMatch(out)) {
        QVERIFY2(known.contains(match.captured(1)), qPrintable(match.captured()));
        const QString attributes = match.captured(2);
        QVERIFY2(!attributes.contains(u"href"_s) && !attributes.contains(QRegularExpression(u"\\bon\\w+="_s)),
                 qPrintable(attributes));
        if (attributes.contains(u"src="_s))
            QVERIFY2(attributes.contains(u"src=\"data:"_s), qPrintable(attributes));
    }
    // no style loads anything either
    QVERIFY(!out.contains(u"url("_s) && !out.contains(u"@import"_s));
    // the picture is XML that only draws
    static const QRegularExpression data(u"src=\"data:image/svg\\+xml;base64,([^\"]*)\""_s);
    for (const auto& match : data.globalMatch(out)) {
        QXmlStreamReader svg(QByteArray::fromBase64(match.captured(1).toLatin1()));
        while (!svg.atEnd()) {
            if (svg.readNext() != QXmlStreamReader::StartElement)
                continue;
            QVERIFY2(svg.name() != u"script"_s && svg.name() != u"foreignObject"_s, qPrintable(svg.name().toString()));
            for (const auto& attribute : svg.attributes())
                QVERIFY2(attribute.name() != u"href"_s && !attribute.name().startsWith(u"on"_s),
                         qPrintable(attribute.name().toString()));
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    }
}

QTEST_GUILESS_MAIN(TestReviewFormats)
#include "tst_reviewformats.moc"
