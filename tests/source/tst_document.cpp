// SPDX-License-Identifier: Apache-2.0
// How layouts become trees, and what a NodeRef answers.
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

class TestDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLayout_data();
    void readsLayout();
    void placesAbsentValues_data();
    void placesAbsentValues();
    void endsBlockScalars_data();
    void endsBlockScalars();
    void readsTypes_data();
    void readsTypes();
    void lastDuplicateWins();
    void followsAliases();
    void looksIntoMergedMappings();
    void navigates();
    void answersNothingWhenInvalid();
};

void TestDocument::readsLayout_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("texts");
    const auto row = [](const char* name, const char* text, const char* values, const char* texts) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(values) << QString::fromUtf8(texts);
    };
    row("block mapping", "a: 1\nb: two words\n", "{a: 1, b: two words}", "{a: 1, b: two words}");
    row("no final newline", "a:\n  b: 1", "{a: {b: 1}}", "{a: {b: 1}}");
    row("items indented", "a:\n  - x\n  - y\n", "{a: [x, y]}", "{a: [x, y]}");
    row("items not indented", "a:\n- x\n- y\nb: 1\n", "{a: [x, y], b: 1}", "{a: [x, y], b: 1}");
    row("mapping in item", "- a: 1\n  b: 2\n-   c: 3\n", "[{a: 1, b: 2}, {c: 3}]", "[{a: 1, b: 2}, {c: 3}]");
    row("items on one line", "- - a\n  - b\n- - - c\n", "[[a, b], [[c]]]", "[[a, b], [[c]]]");
    row("comments", "# top\na: 1 # one\n# between\nb: # two\n  # deep\n  c#d\n# end\n", "{a: 1, b: c#d}",
        "{a: 1, b: c#d}");
    row("crlf", "a: 1\r\nb:\r\n  - x\r\n", "{a: 1, b: [x]}", "{a: 1, b: [x]}");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: 1\nb:\nc: 2\n",
        "{a: 1, b: _, c: 2}", "{a: 1, b: _, c: 2}");
    row("flow", "a: {x: 1, y: [p, q]}\n", "{a: {x: 1, y: [p, q]}}", "{a: {x: 1, y: [p, q]}}");
    row("flow over lines", "a: {\n  x: 1, # one\n  y: [p,\n q],\n}\n", "{a: {x: 1, y: [p, q]}}",
        "{a: {x: 1, y: [p, q]}}");
    row("json", "{\"a\":{\"b\":[1,\"x\"]},\"c\":null}", "{a: {b: [1, x]}, c: null}",
        "{\"a\": {\"b\": [1, \"x\"]}, \"c\": null}");
    row("empty flow", "a: {}\nb: []\nc: [ ]\n", "{a: {}, b: [], c: []}", "{a: {}, b: [], c: []}");
    row("pair in a flow sequence", "[a: 1, {b: 2}: 3, {c: 4}]\n", "[{a: 1}, {{b: 2}: 3}, {c: 4}]",
        "[{a: 1}, {{b: 2}: 3}, {c: 4}]");
    row("explicit keys", "? a\n: 1\n? - b\n: - 2\n", "{a: 1, [b]: [2]}", "{a: 1, [b]: [2]}");
    row("single quotes", "a: 'it''s'\nb: 'x'\n", "{a: it's, b: x}", "{a: 'it''s', b: 'x'}");
    row("double quotes", "a: \"\\\"\\u00e9\\x41\"\nb: \"x # y: z\"\n", "{a: \"éA, b: x # y: z}",
        "{a: \"\\\"\\u00e9\\x41\", b: \"x # y: z\"}");
    row("empty quotes", "a: ''\nb: \"\"\n", "{a: , b: }", "{a: '', b: \"\"}");
    row("quotes over lines", "a: \"one\n  two\n\n  three\"\nb: 1\n", "{a: one two\\nthree, b: 1}",
        "{a: \"one\\n  two\\n\\n  three\", b: 1}");
    row("plain over lines", "a: one\n  two  \n\n  three # c\nb: 1\n", "{a: one two\\nthree, b: 1}",
        "{a: one\\n  two  \\n\\n  three, b: 1}");
    row("plain over lines, crlf", "a: one\r\n  two\r\nb: 1\r\n", "{a: one two, b: 1}", "{a: one\\r\\n  two, b: 1}");
    row("plain over lines in flow", "[one\n two,\n three]\n", "[one two, three]", "[one\\n two, three]");
    row("value on its own line", "a:\n  1\nb:\n  'x'\n", "{a: 1, b: x}", "{a: 1, b: 'x'}");
    row("literal", "a: |\n  x\n   y\n\n  z\nb: 1\n", "{a: x\\n y\\n\\nz\\n, b: 1}",
        "{a: |\\n  x\\n   y\\n\\n  z\\n, b: 1}");
    row("folded", "a: >-\n  x\n  y\nb: 1\n", "{a: x y, b: 1}", "{a: >-\\n  x\\n  y, b: 1}");
    row("yaml in a literal", "a: |-\n  ---x\n  b: {c: 1}\n", "{a: ---x\\nb: {c: 1}}", "{a: |-\\n  ---x\\n  b: {c: 1}}");
    row("anchors and aliases", "a: &x 1\nb: *x\nc: &y {d: *x}\ne: [*y, *x]\n", "{a: &1, b: *, c: &{d: *}, e: [*, *]}",
        "{a: &1, b: *, c: &{d: *}, e: [*, *]}");
    row("anchor of a key", "&k a: 1\n&m b: *k\n", "{&a: 1, &b: *}", "{&a: 1, &b: *}");
    row("anchor of a mapping", "&m\n&k a: 1\n", "&{&a: 1}", "&{&a: 1}");
    row("anchor of a block", "a: &x\n  b: 1\nc: &y\n- 2\n", "{a: &{b: 1}, c: &[2]}", "{a: &{b: 1}, c: &[2]}");
    row("tags", "a: !!str 1\nb: !x\n  c: 2\nd: !<tag:x,y> [3]\n", "{a: !1, b: !{c: 2}, d: ![3]}",
        "{a: !1, b: !{c: 2}, d: ![3]}");
    row("tag and anchor", "a: !!str &x 1\nb: &y !!str\nc: !t\n", "{a: &!1, b: &!_, c: !_}", "{a: &!1, b: &!_, c: !_}");
    row("nulls", "a: ~\nb: null\nc:\nnull: x\n", "{a: ~, b: null, c: _, null: x}", "{a: ~, b: null, c: _, null: x}");
    row("absent item before a null key", "k:\n-\nnull: x\n", "{k: [_], null: x}", "{k: [_], null: x}");
    row("null as a flow key", "{null, a: ~}\n", "{null: _, a: ~}", "{null: _, a: ~}");
    row("keys of many kinds", "1: a\n'q': b\n\"d\": c\n? |\n  k\n: e\n", "{1: a, q: b, d: c, k\\n: e}",
        "{1: a, 'q': b, \"d\": c, |\\n  k\\n: e}");
    row("colons and dashes in plain", "a: x:y\nb: -z\nc: :y\nd: --- e\n", "{a: x:y, b: -z, c: :y, d: --- e}",
        "{a: x:y, b: -z, c: :y, d: --- e}");
    row("letters beyond ASCII", "größe: \"naïve 日本\"\nb: é\n", "{größe: naïve 日本, b: é}",
        "{größe: \"naïve 日本\", b: é}");
    row("root scalar", "just text\n", "just text", "just text");
    row("root literal", "--- |\n  a\n", "a\\n", "|\\n  a\\n");
    row("root after marker", "--- {a: 1}\n", "{a: 1}", "{a: 1}");
    row("tabs behind tokens", "a:\t1\t# c\nb:\t[ 2,\t3 ]\n", "{a: 1, b: [2, 3]}", "{a: 1, b: [2, 3]}");
}

void TestDocument::readsLayout()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, values);
    QFETCH(QString, texts);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    QCOMPARE(parsed->documents.size(), 1U);
    const Document& document = *parsed->documents.front();
    QCOMPARE(QString::fromStdString(valuesOf(document.root())), values);
    QCOMPARE(QString::fromStdString(textsOf(document.root())), texts);
    QCOMPARE(inconsistencyOf(document), QString());
}

void TestDocument::placesAbsentValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("marked");
    const auto row = [](const char* name, const char* text, const char* marked) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(marked);
    };
    row("mapping", "a:\nb: \nc: # none\n", "a:^\nb:^ \nc:^ # none\n");
    row("items", "-\n- # none\n- a\n-", "-^\n-^ # none\n- a\n-^");
    row("flow", "{a: , b:, c}\n", "{a:^ , b:^, c^}\n");
    row("behind properties", "a: &x\nb: !!str\nc: 1\n", "a: &x^\nb: !!str^\nc: 1\n");
    row("explicit", "? a\n? b\n", "? a^\n? b^\n");
    row("key", ": a\n", "^: a\n");
    row("before a deeper key", "a:\n  b:\nc: 1\n", "a:\n  b:^\nc: 1\n");
    row("end of document", "a:\n--- \nb:\n...\n", "a:^\n--- \nb:^\n...\n");
}

void TestDocument::placesAbsentValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, marked);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    std::string shown = text.toStdString();
    for (auto document = parsed->documents.rbegin(); document != parsed->documents.rend(); ++document) {
        for (auto node = (*document)->nodes.rbegin(); node != (*document)->nodes.rend(); ++node) {
            if (node->kind != NodeKind::Empty)
                continue;
            QCOMPARE(node->range.begin, node->range.end);
            shown.insert(node->range.begin, "^");
        }
    }
    QCOMPARE(QString::fromStdString(shown), marked);
}

void TestDocument::endsBlockScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("scalar");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* name, const char* text, const char* scalar, const char* value) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(scalar) << QString::fromUtf8(value);
    };
    row("clip", "a: |\n  x\n\nb: 1\n", "|\n  x\n", "x\n");
    row("strip", "a: |-\n  x\n\nb: 1\n", "|-\n  x", "x");
    row("keep", "a: |+\n  x\n\n\nb: 1\n", "|+\n  x\n\n\n", "x\n\n\n");
    row("keep at the end", "a: |+\n  x\n \n", "|+\n  x\n \n", "x\n\n");
    row("indentation indicator", "a: |2-\n    x\n   y\nb: 1\n", "|2-\n    x\n   y", "  x\n y");
    row("chomping before indentation", "a: |-2\n   x\nb: 1\n", "|-2\n   x", " x");
    row("comment behind the header", "a: | # c\n  x\nb: 1\n", "| # c\n  x\n", "x\n");
    row("comment below", "a: |\n  x\n# c\nb: 1\n", "|\n  x\n", "x\n");
    row("no lines", "a: |\nb: 1\n", "|", "");
    row("no lines but a comment", "a: |-\n# c\nb: 1\n", "|-", "");
    row("only blank lines kept", "a: |+\n\n\nb: 1\n", "|+\n\n\n", "\n\n");
    row("blank line first", "a: |\n\n  x\nb: 1\n", "|\n\n  x\n", "\nx\n");
    row("crlf", "a: |\r\n  x\r\n  y\r\nb: 1\r\n", "|\r\n  x\r\n  y\r\n", "x\ny\n");
    row("crlf strip", "a: |-\r\n  x\r\nb: 1\r\n", "|-\r\n  x", "x");
    row("no final newline", "a: |\n  x", "|\n  x", "x");
    row("in an unindented item", "b:\n- |\n x\n- y\n", "|\n x\n", "x\n");
    row("in an item's mapping", "- a: |\n    x\n  b: 1\n", "|\n    x\n", "x\n");
    row("header on its own line", "a:\n  |\n x\nb: 1\n", "|\n x\n", "x\n");
    row("spaces beyond the indentation", "a: |\n  x\n     \nb: 1\n", "|\n  x\n     \n", "x\n   \n");
    row("ended by a marker", "a: |\n  x\n---\nb: 1\n", "|\n  x\n", "x\n");
}

void TestDocument::endsBlockScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, scalar);
    QFETCH(QString, value);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    const Document& document = *parsed->documents.front();
    const auto found = std::ranges::find_if(document.nodes, [](const Node& node) {
        return node.style == NodeStyle::Literal || node.style == NodeStyle::Folded;
    });
    QVERIFY(found != document.nodes.end());
    const NodeRef node(&document, static_cast<NodeId>(found - document.nodes.begin()));
    QCOMPARE(QString::fromStdString(std::string(node.text())), scalar);
    QCOMPARE(QString::fromStdString(std::string(node.value())), value);
    QCOMPARE(inconsistencyOf(document), QString());
}

void TestDocument::readsTypes_data()
{
    QTest::addColumn<QString>("scalar");
    QTest::addColumn<QString>("types");
    const auto row = [](const char* scalar, const char* types) {
        QTest::newRow(scalar) << QString::fromUtf8(scalar) << QString::fromUtf8(types);
    };
    row("10", "int 10 double 10 ");
    row("-3", "int -3 double -3 ");
    row("+3", "int 3 double 3 ");
    row("0", "int 0 double 0 ");
    row("010", "double 10 ");
    row("0x1f", "");
    row("1_000", "");
    row("99999999999999999999", "double 1e+20 ");
    row("1.5", "double 1.5 ");
    row("1e3", "double 1000 ");
    row(".5", "double 0.5 ");
    row("10%", "");
    row("\"10\"", "");
    row("'true'", "");
    row("!!str 10", "");
    row("true", "bool 1 ");
    row("False", "bool 0 ");
    row("YES", "bool 1 ");
    row("off", "bool 0 ");
    row("n", "bool 0 ");
    row("tRue", "");
    row("~", "null ");
    row("NULL", "null ");
    row("'null'", "");
    row("", "null ");
    row("-", "");
    row("text", "");
}

void TestDocument::readsTypes()
{
    QFETCH(QString, scalar);
    QFETCH(QString, types);
    if (scalar == u"-"_s)
        scalar = u"+-"_s;
    const ParsedTextPtr parsed = parseText("a: " + scalar.toStdString() + "\n");
    const NodeRef node = parsed->documents.front()->root()["a"];
    QString found;
    if (const auto number = node.toInt())
        found += u"int %1 "_s.arg(*number);
    if (const auto number = node.toDouble())
        found += u"double %1 "_s.arg(*number);
    if (const auto truth = node.toBool())
        found += u"bool %1 "_s.arg(*truth ? 1 : 0);
    if (node.isNull())
        found += u"null "_s;
    QCOMPARE(found, types);
}

void TestDocument::lastDuplicateWins()
{
    const ParsedTextPtr parsed = parseText("a: 1\nb: {c: 2, 'c': 3}\na: 4\n");
    const NodeRef root = parsed->documents.front()->root();
    QCOMPARE(root["a"].toInt(), 4);
    QCOMPARE(root["b"]["c"].toInt(), 3);
    QCOMPARE(root.size(), 3U);
    QCOMPARE(errorsOf(*parsed), u"source.duplicateKey 2:11 'c'\nsource.duplicateKey 3:1 'a'"_s);
}

void TestDocument::followsAliases()
{
    const ParsedTextPtr parsed = parseText("a: &x {n: 7}\nb: &y [p, q]\nc: *x\nd: *y\n&k e: 1\nf: *k\n");
    const NodeRef root = parsed->documents.front()->root();
    QCOMPARE(root["c"].kind(), NodeKind::Alias);
    QCOMPARE(root["c"]["n"].toInt(), 7);
    QCOMPARE(root["c"].resolved(), root["a"]);
    QCOMPARE(root["d"].size(), 2U);
    QCOMPARE(root["d"].item(1).value(), "q");
    QCOMPARE(root["d"].items().size(), 2U);
    QCOMPARE(root["f"].value(), "e");
    QCOMPARE(root["c"].entries().size(), 1U);
}

void TestDocument::looksIntoMergedMappings()
{
    const ParsedTextPtr parsed = parseText("base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\n"
                                           "one: {<<: *b, x: 9}\nlist:\n  <<: [*b, *m]\nquoted: {'<<': *b}\n");
    const NodeRef root = parsed->documents.front()->root();
    QCOMPARE(root["one"]["x"].toInt(), 9);
    QCOMPARE(root["one"]["y"].toInt(), 2);
    QCOMPARE(root["list"]["y"].toInt(), 2);
    QCOMPARE(root["list"]["z"].toInt(), 4);
    QVERIFY(!root["quoted"]["x"]);
    QVERIFY(!root["one"]["w"]);
    QCOMPARE(root["one"].size(), 2U);
}

void TestDocument::navigates()
{
    const ParsedTextPtr parsed = parseText("a:\n- x\n- {b: y}\n? [k]\n: z\n");
    const NodeRef root = parsed->documents.front()->root();
    const NodeRef item = root["a"].item(1);
    QCOMPARE(item.indexInParent(), 1U);
    QCOMPARE(item["b"].key().value(), "b");
    QCOMPARE(item["b"].parent(), item);
    QCOMPARE(root["a"].key().value(), "a");
    QVERIFY(!root["a"].key().key());
    QVERIFY(!item.key());
    QVERIFY(!root.indexInParent());
    const NodeRef::Entry complex = root.entries().at(1);
    QCOMPARE(complex.value.key(), complex.key);
    QVERIFY(complex.key.isSequence());
    QVERIFY(!root["a"].item(2));
}

void TestDocument::answersNothingWhenInvalid()
{
    const NodeRef nothing;
    QVERIFY(!nothing["a"].item(3)["b"].isValid());
    QCOMPARE(nothing.size(), 0U);
    QVERIFY(nothing.value().empty());
    QVERIFY(nothing.text().empty());
    QVERIFY(!nothing.toInt());
    QVERIFY(nothing.isNull());
    QVERIFY(!nothing.resolved());
    QVERIFY(!nothing.parent());
    QVERIFY(!nothing.key());
    const ParsedTextPtr empty = parseText("---\n");
    QVERIFY(!empty->documents.front()->root());
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestDocument)
#include "tst_document.moc"
