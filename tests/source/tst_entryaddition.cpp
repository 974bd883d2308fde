// SPDX-License-Identifier: Apache-2.0
// Adding an entry to a mapping in whatever layout it has.
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// The mapping that has the entry `x: y`-like key `t`; the first mapping without one.
NodeId targetOf(const Document& document)
{
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
        const NodeRef node(&document, id);
        if (node.key() && node.key().value() == "t")
            return node.isMapping() || node.kind() == NodeKind::Alias || node.isSequence() ? id : node.parent().id();
    }
    return 0;
}

} // namespace

class TestEntryAddition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adds_data();
    void adds();
    void refuses_data();
    void refuses();
    void addsSeveral();
    void addsAndChanges();
};

void TestEntryAddition::adds_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("block", "t: 1\n", "t: 1\nw: 10\n");
    row("nested", "a:\n  t: 1\nb: 2\n", "a:\n  t: 1\n  w: 10\nb: 2\n");
    row("value of a key", "t:\n  a: 1\nb: 2\n", "t:\n  a: 1\n  w: 10\nb: 2\n");
    row("no final newline", "a:\n  t: 1", "a:\n  t: 1\n  w: 10");
    row("crlf", "a:\r\n  t: 1\r\nb: 2\r\n", "a:\r\n  t: 1\r\n  w: 10\r\nb: 2\r\n");
    row("crlf, no final newline", "a: 1\r\nt: 1", "a: 1\r\nt: 1\r\nw: 10");
    row("byte order mark", "\xEF\xBB\xBFt: 1\n", "\xEF\xBB\xBFt: 1\nw: 10\n");
    row("inline in an item", "- t: 1\n- b: 2\n", "- t: 1\n  w: 10\n- b: 2\n");
    row("inline in a wide item", "a:\n  -   t: 1\n", "a:\n  -   t: 1\n      w: 10\n");
    row("inline in two items", "- - t: 1\n", "- - t: 1\n    w: 10\n");
    row("last value is a mapping", "- t:\n    a: 1\n    b: {c: 1}\n  u: 0\n- b: 2\n",
        "- t:\n    a: 1\n    b: {c: 1}\n    w: 10\n  u: 0\n- b: 2\n");
    row("last value is a nested block", "- t: 0\n  d:\n    h: x\n    s: y\n- b: 2\n",
        "- t: 0\n  d:\n    h: x\n    s: y\n  w: 10\n- b: 2\n");
    row("last value is an unindented list", "k:\n  t: 0\n  l:\n  - x\n  - y\nb: 2\n",
        "k:\n  t: 0\n  l:\n  - x\n  - y\n  w: 10\nb: 2\n");
    row("comment behind", "t: 1 # one\n# next\nb: 1\n", "t: 1 # one\n# next\nb: 1\nw: 10\n");
    row("comments below", "a:\n  t: 1 # one\n  # below\n# next\nb: 1\n",
        "a:\n  t: 1 # one\n  w: 10\n  # below\n# next\nb: 1\n");
    row("blank lines below", "a:\n  t: 1\n\n\nb: 1\n", "a:\n  t: 1\n  w: 10\n\n\nb: 1\n");
    row("blanks behind", "a:\n  t: 1  \nb: 1\n", "a:\n  t: 1  \n  w: 10\nb: 1\n");
    row("last value absent", "a:\n  t: 1\n  u:\nb: 1\n", "a:\n  t: 1\n  u:\n  w: 10\nb: 1\n");
    row("last value absent, comment", "a:\n  t: # c\nb: 1\n", "a:\n  t: # c\n  w: 10\nb: 1\n");
    row("last value literal", "a:\n  t: |\n    x\n\nb: 1\n", "a:\n  t: |\n    x\n  w: 10\n\nb: 1\n");
    row("last value literal, strip", "a:\n  t: |-\n    x\n\nb: 1\n", "a:\n  t: |-\n    x\n  w: 10\n\nb: 1\n");
    row("last value literal, keep", "a:\n  t: |+\n    x\n\nb: 1\n", "a:\n  t: |+\n    x\n\n  w: 10\nb: 1\n");
    row("last value literal, no final newline", "a:\n  t: |-\n    x", "a:\n  t: |-\n    x\n  w: 10");
    row("last value empty literal", "a:\n  t: |\nb: 1\n", "a:\n  t: |\n  w: 10\nb: 1\n");
    row("last value over lines", "a:\n  t: one\n    two\nb: 1\n", "a:\n  t: one\n    two\n  w: 10\nb: 1\n");
    row("last value in quotes over lines", "a:\n  t: \"one\n    two\"\nb: 1\n",
        "a:\n  t: \"one\n    two\"\n  w: 10\nb: 1\n");
    row("last value flow over lines", "a:\n  t: 1\n  u: [x,\n    y] # c\nb: 1\n",
        "a:\n  t: 1\n  u: [x,\n    y] # c\n  w: 10\nb: 1\n");
    row("end marker below", "t: 1\n...\n---\nb: 1\n", "t: 1\nw: 10\n...\n---\nb: 1\n");
    row("separator below", "t: 1\n# c\n---\nb: 1\n", "t: 1\nw: 10\n# c\n---\nb: 1\n");
    row("marker and tag", "--- !x\nt: 1\n", "--- !x\nt: 1\nw: 10\n");
    row("explicit key", "? t\n: 1\n", "? t\n: 1\nw: 10\n");
    row("flow", "a: { t: x, s: b }\n", "a: { t: x, s: b, w: 10 }\n");
    row("flow, tight", "a: {t: x,s: b}\n", "a: {t: x,s: b,w: 10}\n");
    row("flow of one", "- {t: x} # c\n- b\n", "- {t: x, w: 10} # c\n- b\n");
    row("flow, trailing comma", "a: {t: x, }\n", "a: {t: x, w: 10, }\n");
    row("flow, absent value", "a: {t: }\n", "a: {t: , w: 10 }\n");
    row("flow, absent value without colon", "a: {t}\n", "a: {t , w: 10}\n");
    row("flow, nested last", "a: {t: 1, b: {c: [1, 2]}}\n", "a: {t: 1, b: {c: [1, 2]}, w: 10}\n");
    row("flow in flow", "a: [{t: 1}, {b: 2}]\n", "a: [{t: 1, w: 10}, {b: 2}]\n");
    row("empty flow", "t: {}\nb: 1\n", "t: {w: 10}\nb: 1\n");
    row("empty flow with a blank", "t: { }\n", "t: { w: 10 }\n");
    row("empty root", "{}\n", "{w: 10}\n");
    row("json", "{\"t\":\"x\",\"u\":1}\n", "{\"t\":\"x\",\"u\":1,\"w\":10}\n");
    row("json with blanks", "{\"t\": \"x\", \"u\": 1}\n", "{\"t\": \"x\", \"u\": 1, \"w\": 10}\n");
    row("json over lines", "{\n  \"t\": \"x\",\n  \"u\": {\n    \"v\": 1\n  }\n}\n",
        "{\n  \"t\": \"x\",\n  \"u\": {\n    \"v\": 1\n  },\n  \"w\": 10\n}\n");
    row("flow over lines", "a: {\n  t: x,\n  s: b\n}\n", "a: {\n  t: x,\n  s: b,\n  w: 10\n}\n");
    row("flow over lines, trailing comma", "a: {\n  t: x,\n  s: b,\n}\n", "a: {\n  t: x,\n  s: b,\n  w: 10,\n}\n");
    row("flow over lines, comments", "a: {\n  t: x, # one\n  s: b # two\n  # three\n}\n",
        "a: {\n  t: x, # one\n  s: b, # two\n  w: 10\n  # three\n}\n");
    row("flow over lines, crlf", "a: {\r\n  t: x,\r\n  s: b\r\n}\r\n",
        "a: {\r\n  t: x,\r\n  s: b,\r\n  w: 10\r\n}\r\n");
    row("flow over lines, bracket behind", "a: {\n  t: x,\n  s: b }\n", "a: {\n  t: x,\n  s: b,\n  w: 10 }\n");
    row("flow broken in the middle", "a: {t: x,\n    s: b, u: c}\n", "a: {t: x,\n    s: b, u: c, w: 10}\n");
    row("unaliased anchor", "a: &x\n  t: 1\nb: 2\n", "a: &x\n  t: 1\n  w: 10\nb: 2\n");
    row("aliases elsewhere", "d: &d {s: 1}\na:\n  t: 1\n  u: *d\nb: *d\n",
        "d: &d {s: 1}\na:\n  t: 1\n  u: *d\n  w: 10\nb: *d\n");
}

void TestEntryAddition::adds()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const ParsedTextPtr parsed = parseText(before.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    const NodeId target = targetOf(*parsed->documents.front());
    const std::vector<EntryAddition> additions{{target, "w", "10", false}};
    const auto result = changed(*parsed, 0, {}, additions);
    QVERIFY2(result, result ? "" : qPrintable(errorText(result.error())));
    QCOMPARE(QByteArray::fromStdString(*result), after);
    const ParsedTextPtr again = parseText(*result);
    QCOMPARE(errorsOf(*again), QString());
    QCOMPARE(again->documents.front()->nodes.size(), parsed->documents.front()->nodes.size() + 2);
}

void TestEntryAddition::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* text, const char* error) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(error);
    };
    row("alias", "a: &x {b: 1}\nt: *x\n", "edit.alias 2:4 'x' '2'");
    row("aliased mapping", "t: &x {b: 1}\nc: *x\n", "edit.alias 1:7 'x' '2'");
    row("within an aliased mapping", "a: &x\n  t: 1\nc:\n- *x\n", "edit.alias 2:3 'x' '4'");
    row("merge key", "a: &x {b: 1}\nk:\n  <<: *x\n  t: 1\n", "edit.merge 3:3 'w'");
    row("sequence", "t: [1]\n", "edit.notMapping 1:4");
    row("pair without brackets", "[t: 1]\n", "edit.notMapping 1:2");
    row("key is there", "a:\n  t: 1\n  \"w\": 2\n", "edit.duplicateKey 2:3 'w'");
}

void TestEntryAddition::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    const std::vector<EntryAddition> additions{{targetOf(*parsed->documents.front()), "w", "10", false}};
    const auto result = changed(*parsed, 0, {}, additions);
    QVERIFY(!result);
    QCOMPARE(errorText(result.error()), error);
}

void TestEntryAddition::addsSeveral()
{
    const ParsedTextPtr parsed = parseText("a:\n  b:\n    c: 1\n\nd: {e: {}}");
    const NodeRef root = parsed->documents.front()->root();
    const std::vector<EntryAddition> additions{
        {root["a"].id(), "w", "on", true},      {root["a"]["b"].id(), "x y", "1", false},
        {root["a"]["b"].id(), "no", "z", true}, {root.id(), "last", "a: b", true},
        {root["d"]["e"].id(), "p", "1", false}, {root["d"]["e"].id(), "q", "a,b", true},
        {root["d"].id(), "r", "", true},
    };
    QCOMPARE(changed(*parsed, 0, {}, additions),
             Expected<std::string>("a:\n  b:\n    c: 1\n    x y: 1\n    \"no\": z\n  w: \"on\"\n\n"
                                   "d: {e: {p: 1, q: \"a,b\"}, r: \"\"}\nlast: \"a: b\""));
    const std::vector<EntryAddition> twice{{root.id(), "w", "1", false}, {root.id(), "w", "2", false}};
    const auto refused = changed(*parsed, 0, {}, twice);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "edit.duplicateKey");
}

void TestEntryAddition::addsAndChanges()
{
    const ParsedTextPtr parsed = parseText("route:\n- destination: {host: a, subset: v1}\n  weight: 100\n- "
                                           "destination:\n    host: a\n    subset:\n- destination: {host: b}\n");
    const NodeRef route = parsed->documents.front()->root()["route"];
    const std::vector<ScalarChange> changes{{route.item(0)["weight"].id(), "80", false},
                                            {route.item(1)["destination"]["subset"].id(), "v2", true}};
    const std::vector<EntryAddition> additions{{route.item(1).id(), "weight", "20", false},
                                               {route.item(2).id(), "weight", "0", false},
                                               {route.item(2)["destination"].id(), "subset", "v3", true}};
    QCOMPARE(changed(*parsed, 0, changes, additions),
             Expected<std::string>(
                 "route:\n- destination: {host: a, subset: v1}\n  weight: 80\n- destination:\n    host: a\n"
                 "    subset: v2\n  weight: 20\n- destination: {host: b, subset: v3}\n  weight: 0\n"));
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestEntryAddition)
#include "tst_entryaddition.moc"
