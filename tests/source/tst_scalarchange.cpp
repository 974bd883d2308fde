// SPDX-License-Identifier: Apache-2.0
// Giving a scalar another value: only its bytes move, its style stays where it can, and what would show elsewhere is
// refused.
#include "models/source/scalar.h"

#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

class TestScalarChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void refuses_data();
    void refuses();
    void refusesWholeTexts();
    void changesSeveral();
    void changesOneDocument();
    void holdsEveryString_data();
    void holdsEveryString();
    void quotesWhatReadsOtherwise_data();
    void quotesWhatReadsOtherwise();
};

void TestScalarChange::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("asString");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* value, bool asString, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(value) << asString << QByteArray(after);
    };
    row("plain", "w: 80 # of 100\nb: 1\n", "20", false, "w: 20 # of 100\nb: 1\n");
    row("no final newline", "w: 80", "100", false, "w: 100");
    row("crlf", "w: 80\r\nb: 1\r\n", "5", false, "w: 5\r\nb: 1\r\n");
    row("byte order mark", "\xEF\xBB\xBFw: 80\n", "5", false, "\xEF\xBB\xBFw: 5\n");
    row("flow", "{a: 1,w: 80 ,b: 2}\n", "5", false, "{a: 1,w: 5 ,b: 2}\n");
    row("json", "{\"w\":80,\"b\":2}", "5", false, "{\"w\":5,\"b\":2}");
    row("double quotes stay", "w: \"v1\"\n", "v2", true, "w: \"v2\"\n");
    row("single quotes stay", "w: 'v1'\n", "it's", true, "w: 'it''s'\n");
    row("quotes stay on a number", "w: \"80\"\n", "20", false, "w: \"20\"\n");
    row("escapes", "w: \"a\"\n", "x\"\\\ty", true, "w: \"x\\\"\\\\\\ty\"\n");
    row("line break", "w: a\n", "x\ny", true, "w: \"x\\ny\"\n");
    row("line break in single quotes", "w: 'a'\n", "x\ny", true, "w: \"x\\ny\"\n");
    row("boolean as string", "w: v1\n", "on", true, "w: \"on\"\n");
    row("boolean", "w: false\n", "true", false, "w: true\n");
    row("colon", "w: v1\n", "a: b", true, "w: \"a: b\"\n");
    row("colon within", "w: v1\n", "a:b", true, "w: a:b\n");
    row("comment", "w: v1\n", "a #b", true, "w: \"a #b\"\n");
    row("backslash", "w: v1\n", "^a\\d: +$", true, "w: '^a\\d: +$'\n");
    row("star host", "w: a.b\n", "*.b", true, "w: \"*.b\"\n");
    row("comma in block", "w: a\n", "a, b", true, "w: a, b\n");
    row("comma in flow", "{w: a}\n", "a, b", true, "{w: \"a, b\"}\n");
    row("empty string", "w: a\n", "", true, "w: \"\"\n");
    row("marker at the margin", "a\n", "---", true, "\"---\"\n");
    row("marker behind a marker", "--- a\n", "---", true, "--- ---\n");
    row("letters", "w: a\n", "größe", true, "w: größe\n");
    row("no-break space", "w: a\n", "x\xC2\xA0y", true, "w: x\xC2\xA0y\n");
    row("control character", "w: a\n", "x\x1B\xC2\x9By", true, "w: \"x\\x1b\\x9by\"\n");
    row("line separator", "w: a\n", "x\xE2\x80\xA8y", true, "w: \"x\\u2028y\"\n");
    row("plain over lines", "w: one\n  two # c\nb: 1\n", "three", true, "w: three # c\nb: 1\n");
    row("quotes over lines", "w: \"one\n  two\"\nb: 1\n", "three", true, "w: \"three\"\nb: 1\n");
    row("template action", "w: a\n", "a {{ .Values.x }}", true, "w: \"a {{ .Values.x }}\"\n");
    row("absent", "w:\nb: 1\n", "5", false, "w: 5\nb: 1\n");
    row("absent, comment", "w: # c\nb: 1\n", "5", false, "w: 5 # c\nb: 1\n");
    row("absent in flow", "{w:, b: 1}\n", "5", false, "{w: 5, b: 1}\n");
    row("absent without colon in flow", "{w, b: 1}\n", "5", false, "{w: 5, b: 1}\n");
    row("absent behind anchor", "w: &x\nb: 1\n", "5", false, "w: &x 5\nb: 1\n");
    row("null", "w: ~\n", "5", false, "w: 5\n");
    row("anchor and tag stay", "w: &x !!str a\nb: 1\n", "c", true, "w: &x !!str c\nb: 1\n");
    row("tag of a string, number", "w: !!str 1\n", "2", false, "w: !!str 2\n");
    row("tag of no kind", "w: ! 1\n", "2", false, "w: ! 2\n");
    row("tag of a string in full", "w: !<tag:yaml.org,2002:str> a\n", "b", true, "w: !<tag:yaml.org,2002:str> b\n");
    row("tag of a string, absent", "w: !!str\nb: 1\n", "5", true, "w: !!str \"5\"\nb: 1\n");
    row("literal", "w: |\n  a\n  b\nb: 1\n", "a\nc\n\nd\n", true, "w: |\n  a\n  c\n\n  d\nb: 1\n");
    row("literal strip", "w: |-\n    a\nb: 1\n", "x\ny", true, "w: |-\n    x\n    y\nb: 1\n");
    row("literal with indicator", "k:\n  w: |2\n     a\n", "b\n", true, "k:\n  w: |2\n    b\n");
    row("literal crlf", "w: |\r\n  a\r\nb: 1\r\n", "x\ny\n", true, "w: |\r\n  x\r\n  y\r\nb: 1\r\n");
    row("literal to one line", "w: |\n  a\n  b\nb: 1\n", "x", true, "w: x\nb: 1\n");
    row("literal to escapes", "w: |\n  a\nb: 1\n", "x\x01\n", true, "w: \"x\\x01\\n\"\nb: 1\n");
    row("literal at the end", "w: |-\n  a", "b\nc", true, "w: |-\n  b\n  c");
    row("folded", "w: >\n  a\n  b\nb: 1\n", "x\n", true, "w: \"x\\n\"\nb: 1\n");
    row("key of an item", "- w: 1\n  b: 2\n- b: 3\n", "5", false, "- w: 5\n  b: 2\n- b: 3\n");
    row("unaliased anchor around", "x: &x {w: 1}\ny: &y 2\nz: *y\n", "5", false, "x: &x {w: 5}\ny: &y 2\nz: *y\n");
    row("duplicate key", "w: 1\nw: 2\n", "5", false, "w: 1\nw: 5\n");
    row("same value", "w: 1\n", "1", false, "w: 1\n");
    row("own key beside a merge", "x: &x {w: 1}\ny: {<<: *x, w: 2}\n", "5", false, "x: &x {w: 1}\ny: {<<: *x, w: 5}\n");
}

void TestScalarChange::changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, value);
    QFETCH(bool, asString);
    QFETCH(QByteArray, after);
    const ParsedTextPtr parsed = parseText(before.toStdString());
    const Document& document = *parsed->documents.front();
    const std::vector<NodeRef> found = valuesOfKey(document, "w");
    const NodeId node = found.empty() ? document.root().id() : found.back().id();
    const std::vector<ScalarChange> changes{{node, value.toStdString(), asString}};
    const auto result = changed(*parsed, 0, changes);
    QVERIFY2(result, result ? "" : qPrintable(errorText(result.error())));
    QCOMPARE(QByteArray::fromStdString(*result), after);
}

void TestScalarChange::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* text, const char* error) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(error);
    };
    row("alias", "a: &x 1\nw: *x\n", "edit.alias 2:4 'x' '2'");
    row("anchor in use", "w: &x 1\nb: 2\nc: *x\n", "edit.alias 1:7 'x' '3'");
    row("within an anchor in use", "base: &b\n  k: {w: 1}\nc:\n  <<: *b\n", "edit.alias 2:10 'b' '4'");
    row("own tag", "w: !custom x\n", "edit.tag 1:12");
    row("tag of a number", "b: {w: !!int 1}\n", "edit.tag 1:14");
    row("tag before an anchor", "w: !!int &x 1\n", "edit.tag 1:13");
    row("tag of an absent value", "w: !!int\nb: 1\n", "edit.tag 1:9");
    row("tag before a comment", "w: !!binary # !!str\n  eA==\n", "edit.tag 2:3");
    row("mapping", "a: 1\nw: {b: 1}\n", "edit.notScalar 2:4");
    row("sequence", "a: 1\nw:\n- 1\n", "edit.notScalar 3:1");
}

void TestScalarChange::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    const std::vector<ScalarChange> changes{{valuesOfKey(*parsed->documents.front(), "w").front().id(), "5", false}};
    const auto result = changed(*parsed, 0, changes);
    QVERIFY(!result);
    QCOMPARE(errorText(result.error()), error);
}

void TestScalarChange::refusesWholeTexts()
{
    const std::vector<ScalarChange> first{{0, "5", false}};
    const auto codeOf = [](const std::string& text, std::uint32_t document, const std::vector<ScalarChange>& changes) {
        const auto result = changed(*parseText(text), document, changes);
        return result ? std::string() : result.error().code;
    };
    QCOMPARE(codeOf("a: {{ .Values.a }}\n", 0, first), "edit.template");
    QCOMPARE(codeOf("a: \xFF\n", 0, first), "edit.unreadable");
    QCOMPARE(codeOf("a: [\n---\nb\n", 0, first), "edit.noSuchNode");
    QCOMPARE(codeOf("a: [\n---\nb\n", 1, first), "");
    QCOMPARE(codeOf("a: 1\n", 1, first), "edit.noSuchNode");
    QCOMPARE(codeOf("a: 1\n", 0, {{7, "5", false}}), "edit.noSuchNode");
    QCOMPARE(codeOf("a: 1\n", 0, {{2, "5", false}, {2, "6", false}}), "edit.conflict");
    QCOMPARE(codeOf("a: 1\n", 0, {{2, "\xFF", false}}), "edit.value");
    // The end marker of the document would lose its line.
    QCOMPARE(codeOf("? |\n  a\n...\n# c\n", 0, {{2, "5", false}}), "edit.proof");
    // An absent key has no place of its own.
    QCOMPARE(codeOf(": a\n", 0, {{1, "5", false}}), "edit.notScalar");
}

void TestScalarChange::changesSeveral()
{
    const ParsedTextPtr parsed = parseText("a:\n- w: 80 # one\n- w: 20\n- w:\n- {w: '0'}\n");
    std::vector<ScalarChange> changes;
    int value = 10;
    for (const NodeRef& weight : valuesOfKey(*parsed->documents.front(), "w"))
        changes.insert(changes.begin(), {weight.id(), std::to_string(value++), false});
    QCOMPARE(changed(*parsed, 0, changes), Expected<std::string>("a:\n- w: 10 # one\n- w: 11\n- w: 12\n- {w: '13'}\n"));
}

void TestScalarChange::changesOneDocument()
{
    const ParsedTextPtr parsed = parseText("w: 1\n---\nw: [\n---\n# c\nw: 3\n---\nw: 4\n");
    const Document& third = *parsed->documents.at(1);
    QCOMPARE(third.index, 2U);
    const std::vector<ScalarChange> changes{{third.root()["w"].id(), "33", false}};
    const auto splices = planChanges(*parsed, 2, changes);
    QVERIFY(splices);
    QCOMPARE(*splices, (std::vector<Splice>{{25, 1, "33"}}));
    QCOMPARE(applySplices(*parsed->text, *splices),
             Expected<std::string>("w: 1\n---\nw: [\n---\n# c\nw: 33\n---\nw: 4\n"));
}

void TestScalarChange::holdsEveryString_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"a: [x]\nw: v\nb: 1\n", "a: 1\nw: 'v'\n", "w: \"v\"\n", "{a: 1, w: v, b: 2}\n", "[{w: v}, x]\n",
          "w: |\n  v\nb: 1\n", "w: |-\n  v\nb: 1\n", "w: |+\n  v\n\nb: 1\n", "w: >-\n  v\n", "w:\nb: 1\n"})
        QTest::newRow(text) << QByteArray(text);
}

/// Values made of everything that means something in YAML: each is held exactly.
void TestScalarChange::holdsEveryString()
{
    QFETCH(QByteArray, text);
    static const std::vector<std::string> pieces{"a",
                                                 " ",
                                                 ":",
                                                 "#",
                                                 "-",
                                                 "?",
                                                 ",",
                                                 "[",
                                                 "]",
                                                 "{",
                                                 "}",
                                                 "&",
                                                 "*",
                                                 "!",
                                                 "|",
                                                 ">",
                                                 "'",
                                                 "\"",
                                                 "%",
                                                 "@",
                                                 "`",
                                                 "\n",
                                                 "\t",
                                                 "\\",
                                                 "é",
                                                 "日",
                                                 "\xF0\x9F\x98\x80",
                                                 "~",
                                                 "=",
                                                 "<<",
                                                 "0",
                                                 "---",
                                                 "...",
                                                 "\r",
                                                 "\x1B",
                                                 "\xC2\x85",
                                                 "\xE2\x80\xA9",
                                                 "\xEF\xBB\xBF",
                                                 "null",
                                                 "\x7F"};
    const ParsedTextPtr parsed = parseText(text.toStdString());
    const NodeId node = valuesOfKey(*parsed->documents.front(), "w").front().id();
    std::uint32_t state = 99;
    for (int round = 0; round < 1500; ++round) {
        std::string value;
        state = state * 1'664'525U + 1'013'904'223U;
        for (std::uint32_t i = 0, length = (state >> 20) % 6; i < length; ++i) {
            state = state * 1'664'525U + 1'013'904'223U;
            value += pieces[(state >> 8) % pieces.size()];
        }
        const std::vector<ScalarChange> changes{{node, value, true}};
        const auto result = changed(*parsed, 0, changes);
        QVERIFY2(result, value.c_str());
        const ParsedTextPtr again = parseText(*result);
        QCOMPARE(errorsOf(*again), QString());
        QCOMPARE(valuesOfKey(*again->documents.front(), "w").front().value(), value);
    }
}

void TestScalarChange::quotesWhatReadsOtherwise_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("quoted");
    for (const char* value : {"on",
                              "Yes",
                              "n",
                              "TRUE",
                              "null",
                              "~",
                              "NULL",
                              "",
                              "1",
                              "-1",
                              "+1",
                              "0x1f",
                              "0o17",
                              "017",
                              "0b101",
                              "1_000",
                              "1e3",
                              "1E-3",
                              "1.5",
                              ".5",
                              "5.",
                              "-.inf",
                              ".INF",
                              ".nan",
                              "12:30",
                              "1:20:30.5",
                              "2001-12-14",
                              "2001-12-14t21:59:43.10-05:00",
                              "<<",
                              "=",
                              "2001-1-1 12:00:00"})
        QTest::newRow(value) << QString::fromUtf8(value) << true;
    for (const char* value :
         {"v1",  "1.2.3",          "10.0.0.1", "5s",         "100ms",       "0xg", "1e", "e3", "--", "a_1",
          "_1",  "nulls",          "yesno",    "10.0.0.0/8", "2001:db8::1", "-a",  ".",  "..", "+",  "80%",
          "1-2", "abc-2001-12-14", "tRue"})
        QTest::newRow(value) << QString::fromUtf8(value) << false;
}

void TestScalarChange::quotesWhatReadsOtherwise()
{
    QFETCH(QString, value);
    QFETCH(bool, quoted);
    const std::string plain = value.toStdString();
    QCOMPARE(readsAsOtherThanString(plain), quoted);
    QCOMPARE(renderScalar(plain, NodeStyle::Plain, true, {}), quoted ? '"' + plain + '"' : plain);
    if (!plain.empty())
        QCOMPARE(renderScalar(plain, NodeStyle::Plain, false, {}), plain);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestScalarChange)
#include "tst_scalarchange.moc"
