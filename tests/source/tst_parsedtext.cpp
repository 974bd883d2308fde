// SPDX-License-Identifier: Apache-2.0
// How a text is cut into documents, what is refused and where, lines and columns, object ids.
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

class TestParsedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsDocuments_data();
    void cutsDocuments();
    void reportsErrors_data();
    void reportsErrors();
    void tellsTemplates_data();
    void tellsTemplates();
    void refusesDeepNesting_data();
    void refusesDeepNesting();
    void refusesLargeTexts();
    void refusesLongLines();
    void refusesExplodingAliases();
    void survivesTruncation();
    void survivesRandomBytes();
    void locates();
    void hashesAsGit_data();
    void hashesAsGit();
};

void TestParsedText::cutsDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("documents");
    QTest::addColumn<QString>("ranges");
    const auto row = [](const char* name, const char* text, const char* documents, const char* ranges) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(documents) << QString::fromUtf8(ranges);
    };
    row("nothing", "", "", "");
    row("blank lines", "\n \n\n", "", "");
    row("comments only", "# a\n# b\n", "", "");
    row("one", "a: 1\n", "0 {a: 1}", "0-5");
    row("two", "a: 1\n---\nb: 2\n", "0 {a: 1}\n1 {b: 2}", "0-5 8-14");
    row("marker first", "---\na: 1\n", "0 {a: 1}", "3-9");
    row("comment before the marker", "# top\n---\na: 1\n---\n# c\nb: 2\n", "0 {a: 1}\n1 {b: 2}", "9-15 18-28");
    row("empty between", "a: 1\n---\n---\n# none\n---\nb: 2\n", "0 {a: 1}\n1 -\n2 -\n3 {b: 2}", "0-5 8-9 12-20 23-29");
    row("marker last", "a: 1\n---\n", "0 {a: 1}\n1 -", "0-5 8-9");
    row("marker last without newline", "a: 1\n---", "0 {a: 1}\n1 -", "0-5 8-8");
    row("comment behind the marker", "--- # c\na: 1\n", "0 {a: 1}", "3-13");
    row("content behind the marker", "--- a\n--- [b]\n--- |\n c\n", "0 a\n1 [b]\n2 c\\n", "3-6 9-14 17-23");
    row("ends", "a: 1\n...\n---\nb: 2\n...\n", "0 {a: 1}\n1 {b: 2}", "0-5 12-18");
    row("end without marker", "a: 1\n...\n# c\nb: 2\n", "0 {a: 1}\n1 {b: 2}", "0-5 9-18");
    row("ends only", "...\n...\n", "", "");
    row("end with comment", "a: 1\n... # c\n", "0 {a: 1}", "0-5");
    row("directives", "%YAML 1.2\n%TAG !x! tag:x,\n---\na: !x!y 1\n", "0 {a: !1}", "29-40");
    row("directives of the second", "a: 1\n...\n%YAML 1.1\n---\nb: 2\n", "0 {a: 1}\n1 {b: 2}", "0-5 22-28");
    row("crlf", "a: 1\r\n---\r\nb: 2\r\n", "0 {a: 1}\n1 {b: 2}", "0-6 9-17");
    row("byte order mark", "\xEF\xBB\xBF---\na: 1\n", "0 {a: 1}", "6-12");
    row("not markers", "a: x\n ---\n---b: 1\n....: 2\n", "0 {a: x ---, ---b: 1, ....: 2}", "0-26");
    row("in a literal", "a: |\n  x\n---\nb: |\n  ---\n", "0 {a: x\\n}\n1 {b: ---\\n}", "0-9 12-24");
    row("anchors end with the document", "a: &x 1\n---\nb: &x 2\nc: *x\n", "0 {a: &1}\n1 {b: &2, c: *}", "0-8 11-26");
}

void TestParsedText::cutsDocuments()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, documents);
    QFETCH(QString, ranges);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    QCOMPARE(parsed->kind, TextKind::Yaml);
    QCOMPARE(documentsOf(*parsed), documents);
    QStringList found;
    for (const auto& document : parsed->documents) {
        found += u"%1-%2"_s.arg(document->range.begin).arg(document->range.end);
        QCOMPARE(inconsistencyOf(*document), QString());
        QCOMPARE(document->text, parsed->text);
    }
    QCOMPARE(found.join(u' '), ranges);
}

void TestParsedText::reportsErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    QTest::addColumn<QString>("documents");
    const auto row = [](const char* name, QByteArrayView text, const char* errors, const char* documents) {
        QTest::newRow(name) << text.toByteArray() << QString::fromUtf8(errors) << QString::fromUtf8(documents);
    };
    row("neighbours stay", "a: 1\n---\nb: [1\n---\nc: 3\n", "source.syntax 4:1 'end of sequence flow not found'",
        "0 {a: 1}\n2 {c: 3}");
    row("column in code points", "a: 1\n\"é日\" : b: c\n", "source.syntax 2:9 'illegal map value'", "");
    row("key without colon", "a: 1\nb\n", "source.syntax 2:1 'key without ':''", "");
    row("key without colon at the end of a block", "a:\n  b: 1\n  c\nd: 1\n---\ne: 1\n",
        "source.syntax 4:2 'illegal map value'", "1 {e: 1}");
    row("entry missing in a sequence", "[a, , b]\n", "source.syntax 1:4 'flow entry missing'", "");
    row("entry missing in a mapping", "{a: 1, , b: 2}\n", "source.syntax 1:7 'flow entry missing'", "");
    row("dash in flow", "[-]\n", "source.syntax 1:2 ''-' in a flow collection'", "");
    row("unknown escape", "a: \"it\\'s\"\n", "source.syntax 1:7 'unknown escape'", "");
    row("verbatim tag right before its value", "a: !<t>x y\n", "source.syntax 1:8 'blank missing behind a tag'", "");
    row("tag right before a literal", "!t>-\n a\n", "source.syntax 1:3 'blank missing behind a tag'", "");
    row("tags before the end of flow entries", "[!t, !<t>, {a: !t}]\n", "", "0 [!_, !_, {a: !_}]");
    row("unknown anchor", "a: *x\n", "source.syntax 1:4 'the referenced anchor is not defined: x'", "");
    row("second root", "[a]\nb\n", "source.syntax 2:1 'content behind the document's root'", "");
    row("directive in a document", "a: 1\n%YAML 1.2\n---\nb: 2\n",
        "source.syntax 2:1 'content behind the document's root'", "1 {b: 2}");
    row("directive without document", "%YAML 1.2\n", "source.syntax 1:1 'directive without document'", "");
    row("directive before content", "%YAML 1.2\na: 1\n---\nb: 1\n", "source.syntax 1:1 'directive without document'",
        "1 {b: 1}");
    row("content behind the end", "a: 1\n... b\n---\nc: 1\n", "source.syntax 2:5 'content behind the document's end'",
        "1 {c: 1}");
    row("tab as indentation", "a:\n\tb: 1\n---\nc: 1\n", "source.syntax 2:3 'illegal map value'", "1 {c: 1}");
    row("control character", "a: \"x\x04y\"\n---\nb: 1\n", "source.control 1:6 'U+0004'", "1 {b: 1}");
    row("escape character in a comment", "# \x1B[31m\na: 1\n", "source.control 1:3 'U+001B'", "");
    row("control character outside of documents", "a: 1\n...\n# \x07\n", "source.control 3:3 'U+0007'", "0 {a: 1}");
    row("delete", "a: \x7F\n", "source.control 1:4 'U+007F'", "");
    row("C1 control", "a: \xC2\x9B\n", "source.control 1:4 'U+009B'", "");
    row("not a character", "a: \xEF\xBF\xBE\n", "source.control 1:4 'U+FFFE'", "");
    row("NUL", QByteArrayView("a: 1\n---\nb: \0\n", 14), "source.control 3:4 'U+0000'", "");
    row("invalid UTF-8", "a: 1\n---\nb: \xFFx\n", "source.utf8 3:4 'FF'", "");
    row("Latin-1", "a: caf\xE9\n", "source.utf8 1:7 'E9'", "");
    row("overlong UTF-8", "a: \xC0\xAF\n", "source.utf8 1:4 'C0'", "");
    row("surrogate", "a: \xED\xA0\x80\n", "source.utf8 1:4 'ED'", "");
    row("beyond Unicode", "a: \xF4\x90\x80\x80\n", "source.utf8 1:4 'F4'", "");
    row("cut off UTF-8", "a: \xE6\x97", "source.utf8 1:4 'E6'", "");
    row("UTF-16",
        QByteArrayView("\xFF\xFE"
                       "a\0:\0",
                       6),
        "source.encoding 1:1 'UTF-16'", "");
    row("UTF-32", QByteArrayView("\0\0\xFE\xFF\0\0\0a", 8), "source.encoding 1:1 'UTF-32'", "");
    row("lone CR", "a: 1\rb: 2\n---\nc: 3\n", "source.loneCr 1:5", "1 {c: 3}");
    row("CR at the end", "a: 1\r", "source.loneCr 1:5", "");
    row("NEL in plain", "a: x\xC2\x85y\n---\nb: 1\n", "source.separator 1:5", "1 {b: 1}");
    row("line separator in a comment", "a: 1 # \xE2\x80\xA8 b: 2\n", "source.separator 1:8", "");
    row("line separator in a literal", "a: |\n  x\xE2\x80\xA9y\n", "source.separator 2:4", "");
    row("second byte order mark",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "a: 1\n",
        "source.control 1:1 'U+FEFF'", "");
    row("byte order mark of a file joined on",
        "a: 1\n---\n\xEF\xBB\xBF"
        "b: 1\n",
        "source.control 3:1 'U+FEFF'", "0 {a: 1}");
    row("byte order mark in quotes", "a: \"\xEF\xBB\xBF\"\n", "", "0 {a: \xEF\xBB\xBF}");
    row("separators in quotes", "a: \"\xC2\x85\"\nb: '\xE2\x80\xA8\xE2\x80\xA9'\n", "",
        "0 {a: \xC2\x85, b: \xE2\x80\xA8\xE2\x80\xA9}");
    row("alias in its own anchor", "a: &x [1, *x]\n---\nb: 1\n", "source.aliasCycle 1:11 'x'", "1 {b: 1}");
    row("duplicate key", "a: {b: 1}\na: 2\n", "source.duplicateKey 2:1 'a'", "0 {a: {b: 1}, a: 2}");
    row("duplicate in other quotes", "a: 1\n'a': 2\n\"\\x61\": 3\n",
        "source.duplicateKey 2:1 'a'\nsource.duplicateKey 3:1 'a'", "0 {a: 1, a: 2, a: 3}");
    row("duplicate among many",
        "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\nj: 1\nk: 1\nl: 1\nm: 1\nc: 2\nn: 1\na: 2\n",
        "source.duplicateKey 14:1 'c'\nsource.duplicateKey 16:1 'a'",
        "0 {a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, c: 2, n: 1, a: 2}");
    row("two merge keys are none", "x: &x {a: 1}\ny: {<<: *x, <<: *x}\n", "", "0 {x: &{a: 1}, y: {<<: *, <<: *}}");
}

void TestParsedText::reportsErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    QFETCH(QString, documents);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(errorsOf(*parsed), errors);
    QCOMPARE(documentsOf(*parsed), documents);
}

void TestParsedText::tellsTemplates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTemplate");
    const auto row = [](const char* name, const char* text, bool isTemplate) {
        QTest::newRow(name) << QByteArray(text) << isTemplate;
    };
    row("action on a line", "{{- if .Values.on }}\na: 1\n{{- end }}\n", true);
    row("action in an item", "a:\n  {{- range .Values.list }}\n  - {{ . }}\n  {{- end }}\n", true);
    row("value", "a: {{ .Values.x }}\n", true);
    row("value that is valid YAML", "a: {{.x}}\n", true);
    row("within a plain value", "a: image:{{ .Values.tag }}\n", true);
    row("key", "{{ .Values.key }}: 1\n", true);
    row("second document", "a: 1\n---\na: {{ include \"x\" . }}\n", true);
    row("in flow", "a: [{{ .Values.x }}]\n", true);
    row("below a literal", "a: |\n  {{ x }}\nb: {{ .Values.y }}\n", true);
    row("behind an empty literal", "a: |\nb: {{ .Values.y }}\n", true);
    row("double quotes", "a: \"{{ .Values.x }}\"\n", false);
    row("single quotes", "a: '{{ .Values.x }}'\n", false);
    row("quotes over lines", "a: \"x\n  {{ .Values.x }}\"\n", false);
    row("comment", "# {{ .Values.x }}\na: 1 # {{- if }}\n", false);
    row("literal", "a: |\n  {{- if .Values.x }}\n  b: {{ .Values.y }}\nc: 1\n", false);
    row("literal in an item", "a:\n- |\n  {{ .Values.x }}\n- b: >-\n    {{ .Values.x }}\n", false);
    row("alert text", "a: Instance {{ $labels.instance }} is down\n", false);
    row("application set", "a: name-{{name}}\n", false);
    row("quote on the next line of a plain value", "a: b\n  \"c\nd: \"{{ x }}\"\n", false);
    row("quote on the next line of a plain flow value", "{a: b\n\"c,\nd: \"{{ x }}\"}\n", false);
    row("action below a plain value", "a:\n  b: c\n    {{- with .Values.x }}\n", true);
    row("quote below a plain item", "- a\n- \"{{ x }}\"\n", false);
    row("quotes below an entry", "a:\n  b: c\n  \"{{ x }}\": d\n", false);
    row("single braces", "a: {b: {c: 1}}\n", false);
}

void TestParsedText::tellsTemplates()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isTemplate);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(parsed->kind, isTemplate ? TextKind::Template : TextKind::Yaml);
    QCOMPARE(parsed->documents.empty(), isTemplate);
    QCOMPARE(errorsOf(*parsed), QString());
}

void TestParsedText::refusesDeepNesting_data()
{
    QTest::addColumn<QString>("opening");
    QTest::addColumn<QString>("closing");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("readable");
    for (const int depth : {400, 401, 450, 100'000}) {
        QTest::addRow("sequences %d", depth) << u"["_s << u"]"_s << depth << (depth <= 400);
        QTest::addRow("mappings %d", depth) << u"{a: "_s << u"}"_s << depth << (depth <= 400);
        QTest::addRow("items %d", depth) << u"- "_s << QString() << depth << (depth <= 400);
        QTest::addRow("unclosed %d", depth) << u"["_s << QString() << depth << false;
    }
}

void TestParsedText::refusesDeepNesting()
{
    QFETCH(QString, opening);
    QFETCH(QString, closing);
    QFETCH(int, depth);
    QFETCH(bool, readable);
    const QString text = opening.repeated(depth) + u'x' + closing.repeated(depth) + u"\n---\na: 1\n"_s;
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(parsed->documents.size(), readable ? 2U : 1U);
    if (!readable) {
        QCOMPARE(parsed->errors.size(), 1U);
        // At 400 open brackets the missing ends are found first or the depth that yaml-cpp makes of them.
        QVERIFY(depth <= 400 || parsed->errors.front().code == "source.depth");
    }
}

void TestParsedText::refusesLargeTexts()
{
    std::string text = "a: 1\n";
    text.resize(32U * 1024 * 1024 + 1, '#');
    const ParsedTextPtr parsed = parseText(text);
    QCOMPARE(parsed->kind, TextKind::Unreadable);
    QCOMPARE(errorsOf(*parsed), u"source.size 0:0 '33554432'"_s);
    QCOMPARE(parsed->text->size(), text.size());
}

void TestParsedText::refusesLongLines()
{
    std::string text = "a: 1\n---\nb: [1";
    while (text.size() < 5U * 1024 * 1024)
        text += ",1";
    text += "]\n---\nc: 1\n";
    const ParsedTextPtr parsed = parseText(text);
    QCOMPARE(documentsOf(*parsed), u"0 {a: 1}\n2 {c: 1}"_s);
    QCOMPARE(errorsOf(*parsed), u"source.lineLength 3:1 '4194304'"_s);
}

void TestParsedText::refusesExplodingAliases()
{
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        const std::string name = "a" + std::to_string(i);
        text += name + ": &" + name + " [" + before;
        for (int k = 1; k < 10; ++k)
            text += ", " + before;
        text += "]\n";
    }
    const ParsedTextPtr parsed = parseText(text + "---\nb: 1\n");
    QCOMPARE(documentsOf(*parsed), u"1 {b: 1}"_s);
    QCOMPARE(parsed->errors.front().code, "source.aliases");
}

/// A text cut off at any byte gives documents or errors, and ranges that hold.
void TestParsedText::survivesTruncation()
{
    const std::string text =
        "# top\r\n--- !t &r\na: &x \"q\\\"\\u00e9 é\n  z\"\nb:\n- |2-\n    x\n\n- >+\n  y\n\n"
        "- {k: 'it''s', ? [p, q: r]: *x,\n   m: }\n? c\n: ~\n<<: {n: null}\n...\n%YAML 1.2\n---\nd:\n  e: 1\n";
    QCOMPARE(errorsOf(*parseText(text)), QString());
    for (std::size_t size = 0; size < text.size(); ++size) {
        const ParsedTextPtr parsed = parseText(text.substr(0, size));
        for (const auto& document : parsed->documents)
            QVERIFY2(inconsistencyOf(*document).isEmpty(),
                     qPrintable(u"%1: "_s.arg(size) + inconsistencyOf(*document)));
        for (const Error& error : parsed->errors)
            QVERIFY2(error.code != "source.range", qPrintable(u"%1: "_s.arg(size) + errorText(error)));
    }
}

void TestParsedText::survivesRandomBytes()
{
    static constexpr std::string_view alphabet = "ab:-?,[]{}&*!|>'\"%#~ \n\t\r.\\<=é0";
    std::uint32_t state = 20'240'611;
    const auto next = [&state](std::uint32_t bound) {
        state = state * 1'664'525U + 1'013'904'223U;
        return (state >> 8) % bound;
    };
    int readable = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (std::uint32_t length = next(40); length > 0; --length)
            text += alphabet[next(static_cast<std::uint32_t>(alphabet.size()))];
        const ParsedTextPtr parsed = parseText(text);
        for (const auto& document : parsed->documents) {
            readable += document->root() ? 1 : 0;
            for (const Node& node : document->nodes)
                QVERIFY2(node.range.begin <= node.range.end && node.range.end <= text.size(), text.c_str());
        }
    }
    QVERIFY(readable > 100);
}

void TestParsedText::locates()
{
    const std::string text = "\xEF\xBB\xBF"
                             "ab\r\né日c\n\nlast";
    const LineIndex lines(text);
    QCOMPARE(lines.lineCount(), 4U);
    const auto at = [&](std::uint32_t offset) {
        const Location where = lines.locate(text, offset);
        return u"%1:%2"_s.arg(where.line).arg(where.column);
    };
    QCOMPARE(at(0), u"1:1"_s);
    QCOMPARE(at(3), u"1:1"_s);
    QCOMPARE(at(5), u"1:3"_s);
    QCOMPARE(at(7), u"2:1"_s);
    QCOMPARE(at(9), u"2:2"_s);
    QCOMPARE(at(12), u"2:3"_s);
    QCOMPARE(at(14), u"3:1"_s);
    QCOMPARE(at(15), u"4:1"_s);
    QCOMPARE(at(19), u"4:5"_s);
    QCOMPARE(at(900), u"4:5"_s);
    QCOMPARE(lines.startOf(1), 0U);
    QCOMPARE(lines.startOf(2), 7U);
    QCOMPARE(lines.startOf(9), 19U);
    QCOMPARE(LineIndex("a\n").lineCount(), 2U);
}

void TestParsedText::hashesAsGit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    // As `git hash-object --stdin` prints them.
    QTest::newRow("empty") << QByteArray() << u"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"_s;
    QTest::newRow("hello") << QByteArray("hello\n") << u"ce013625030ba8dba906f756967f9e9ca394464a"_s;
}

void TestParsedText::hashesAsGit()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, id);
    QCOMPARE(QString::fromStdString(contentIdOf(text.toStdString())), id);
    QCOMPARE(QString::fromStdString(parseText(text.toStdString())->id), id);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestParsedText)
#include "tst_parsedtext.moc"
