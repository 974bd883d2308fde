// SPDX-License-Identifier: Apache-2.0
// Entries and items put in, taken out, moved, renamed and replaced, in the layouts that people write.
#include "models/source/entryextent.h"
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// The node at "a.b[1].c"; "a.b!" is the key of that entry.
NodeId nodeAt(const Document& document, QStringView path)
{
    const bool isKey = path.endsWith(u'!');
    NodeRef node = document.root();
    for (QStringView part : (isKey ? path.chopped(1) : path).split(u'.', Qt::SkipEmptyParts)) {
        const qsizetype bracket = part.indexOf(u'[');
        const QStringView name = bracket < 0 ? part : part.first(bracket);
        if (!name.isEmpty())
            node = node.resolved()[name.toString().toStdString()];
        if (bracket >= 0)
            node = node.item(part.sliced(bracket + 1).chopped(1).toUInt());
    }
    return isKey ? node.key().id() : node.id();
}

/// "1" and other scalars; "M" is {x: 1, z: [a, b]}, "L" is [a, {b: c}], "{}" and "[]".
NewValue valueOf(const QString& text)
{
    if (text == u"M"_s)
        return NewValue::mapping(
            {{"x", NewValue::scalar("1")}, {"z", NewValue::sequence({NewValue::scalar("a"), NewValue::scalar("b")})}});
    if (text == u"L"_s)
        return NewValue::sequence(
            {NewValue::scalar("a"), NewValue::mapping({{"b", NewValue::scalar("c")}, {"d", NewValue::mapping({})}})});
    if (text == u"{}"_s)
        return NewValue::mapping({});
    if (text == u"[]"_s)
        return NewValue::sequence({});
    return NewValue::scalar(text.toStdString(), false);
}

/// "remove PATH", "rename PATH NAME", "move PATH [BEFORE]", "entry PATH KEY VALUE [BEFORE]", "item PATH VALUE
/// [BEFORE]", "replace PATH VALUE"; PATH "-" is the root, BEFORE "." nothing. LIKE behind BEFORE: whose style it takes.
/// Several are parted by "; ".
std::vector<Change> changesOf(const Document& document, const QString& script)
{
    std::vector<Change> changes;
    for (const QString& line : script.split(u"; "_s)) {
        const QStringList words = line.split(u' ');
        const auto node = [&](qsizetype index) {
            if (index >= words.size())
                return noNode;
            if (words[index] == u"."_s)
                return noNode;
            return words[index] == u"-"_s ? document.root().id() : nodeAt(document, words[index]);
        };
        const auto like = [&](NewValue value, qsizetype index) {
            return index < words.size() ? styledLike(std::move(value), {&document, node(index)}) : value;
        };
        if (words[0] == u"remove"_s)
            changes.emplace_back(Removal{node(1)});
        else if (words[0] == u"rename"_s)
            changes.emplace_back(KeyRename{node(1), words[2].toStdString()});
        else if (words[0] == u"move"_s)
            changes.emplace_back(Move{node(1), node(2)});
        else if (words[0] == u"entry"_s)
            changes.emplace_back(EntryInsertion{node(1), words[2].toStdString(), like(valueOf(words[3]), 5), node(4)});
        else if (words[0] == u"item"_s)
            changes.emplace_back(ItemInsertion{node(1), like(valueOf(words[2]), 4), node(3)});
        else
            changes.emplace_back(ValueReplacement{node(1), valueOf(words[2])});
    }
    return changes;
}

} // namespace

class TestStructure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void refuses_data();
    void refuses();
    void tellsExtents_data();
    void tellsExtents();

private:
    void blockRows();
    void flowRows();
    void styleRows();
    void valueRows();
};

void TestStructure::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("after");
    blockRows();
    flowRows();
    styleRows();
    valueRows();
}

namespace {

void row(const char* before, const char* script, const char* after)
{
    static int number = 0;
    QTest::addRow("%d: %s", ++number, script) << QByteArray(before) << QString::fromUtf8(script) << QByteArray(after);
}

} // namespace

void TestStructure::blockRows()
{
    // Removing.
    row("a: 1\nb: 2\nc: 3\n", "remove b!", "a: 1\nc: 3\n");
    row("a: 1\nb: 2\nc: 3\n", "remove a!", "b: 2\nc: 3\n");
    row("a: 1\nb: 2", "remove b!", "a: 1");
    row("a: 1\r\nb: 2\r\nc: 3", "remove b!", "a: 1\r\nc: 3");
    row("\xEF\xBB\xBF"
        "a: 1\nb: 2\n",
        "remove a!",
        "\xEF\xBB\xBF"
        "b: 2\n");
    row("a: 1\n# about b\nb: 2 # two\n# about c\nc: 3\n", "remove b!", "a: 1\n# about c\nc: 3\n");
    row("# file\n\n# about a\na: 1\nb: 2\n", "remove a!", "# file\n\nb: 2\n");
    row("# file\n\na: 1\nb: 2\n", "remove a!", "# file\n\nb: 2\n");
    row("a: 1\n\nb: 2\n\nc: 3\n", "remove b!", "a: 1\n\nc: 3\n");
    row("a: 1\n\n# about b\nb: 2\n\n# about c\nc: 3\n", "remove b!", "a: 1\n\n# about c\nc: 3\n");
    row("a: 1\n\nb: 2\nc: 3\n", "remove b!", "a: 1\n\nc: 3\n");
    row("k:\n  a: 1\n  # deep\n  b:\n    x: 1\n    # within b\nn: 2\n", "remove k.b!", "k:\n  a: 1\nn: 2\n");
    row("k:\n  a: 1\nn: 2\n", "remove k.a!", "k: {}\nn: 2\n");
    row("k: # why\n  a: 1\nn: 2\n", "remove k.a!", "k: {} # why\nn: 2\n");
    row("k: &x\n  a: 1", "remove k.a!", "k: &x {}");
    row("k:\n- a\nn: 2\n", "remove k[0]", "k: []\nn: 2\n");
    row("a: 1\n", "remove a!", "{}\n");
    row("# about a\na: 1 # one\n", "remove a!", "{}\n");
    row("# file\n\n# about a\na: 1\n  # of a\n# end\n", "remove a!", "# file\n\n{}\n# end\n");
    row("--- # first\n# about a\na: 1", "remove a!", "--- # first\n{}");
    row("# about a\n- a\n", "remove [0]", "[]\n");
    row("  # about a\r\n  a: 1\r\n", "remove a!", "  {}\r\n");
    row("# about a\na: 1\n# far\n\n# about b\nb: 2\n", "remove a!; remove b!", "{}\n# far\n\n");
    row("k:\n  # about a\n  a: 1\n", "remove k.a!", "k: {}\n");
    row("- a: 1\n  b: 2\n- c\n", "remove [0].a!", "- b: 2\n- c\n");
    row("- a: 1 # one\n  # about b\n  b: 2\n", "remove [0].a!", "- # about b\n  b: 2\n");
    row("- a: 1\n- c\n", "remove [0].a!", "- {}\n- c\n");
    row("- a: 1\n  b: 2\n", "remove [0].b!", "- a: 1\n");
    row("k:\n  - a\n  # about b\n  - b\n  - c\n", "remove k[1]", "k:\n  - a\n  - c\n");
    row("- - x\n  - y\n", "remove [0].[0]", "- - y\n");
    row("a: |\n  text\n\nb: 2\n", "remove b!", "a: |\n  text\n");
    row("a: 1\nb: |\n  text\n  # no comment\nc: 3\n", "remove b!", "a: 1\nc: 3\n");
    row("a: 1\nb: 2\nc: 3\nd: 4\n", "remove b!; remove c!", "a: 1\nd: 4\n");
    row("? a\n: 1\n? b\n: 2\n", "remove a!", "? b\n: 2\n");
    // Adding.
    row("a: 1\nb: 2\n", "entry - m M b!", "a: 1\nm:\n  x: 1\n  z:\n  - a\n  - b\nb: 2\n");
    row("k:\n    a:\n    - 1\nb: 2\n", "entry - m M",
        "k:\n    a:\n    - 1\nb: 2\nm:\n    x: 1\n    z:\n    - a\n    - b\n");
    row("a: 1\n# about b\nb: 2\n", "entry - m 9 b!", "a: 1\nm: 9\n# about b\nb: 2\n");
    row("- a: 1\n  b: 2\n", "entry [0] m 9 [0].a!", "- m: 9\n  a: 1\n  b: 2\n");
    row("- a: 1\n", "entry [0] m L", "- a: 1\n  m:\n  - a\n  - b: c\n    d: {}\n");
    row("k:\n  - a\n  - b\n", "item k M k[1]", "k:\n  - a\n  - x: 1\n    z:\n      - a\n      - b\n  - b\n");
    row("k:\n- a\n", "item k L", "k:\n- a\n- - a\n  - b: c\n    d: {}\n");
    row("k:\n-   a\n", "item k c", "k:\n-   a\n-   c\n");
    row("k:\n  - a # one\n  # end\nb: 1", "item k c", "k:\n  - a # one\n  - c\n  # end\nb: 1");
    row("k:\r\n  - a\r\n", "item k M", "k:\r\n  - a\r\n  - x: 1\r\n    z:\r\n      - a\r\n      - b\r\n");
    row("- a", "item - c", "- a\n- c");
    row("a: {}\n", "entry a m 1", "a: {m: 1}\n");
    row("a: 1\n", "entry - on 12:30", "a: 1\n\"on\": 12:30\n");
    // Moving.
    row("a: 1\nb: 2\nc: 3\n", "move c! a!", "c: 3\na: 1\nb: 2\n");
    row("a: 1\nb: 2\nc: 3\n", "move a!", "b: 2\nc: 3\na: 1\n");
    row("a: 1\n# about b\nb: 2 # two\nc: 3", "move b!", "a: 1\nc: 3\n# about b\nb: 2 # two");
    row("a: 1\nb: 2", "move b! a!", "b: 2\na: 1");
    row("- a: 1\n  b: 2\n", "move [0].b! [0].a!", "- b: 2\n  a: 1\n");
    row("- a: 1\n  b:\n    x: 1\n  c: 3\n", "move [0].a!", "- b:\n    x: 1\n  c: 3\n  a: 1\n");
    row("k:\n  - a\n  - b:\n      c: 1\n  - d\n", "move k[1] k[0]", "k:\n  - b:\n      c: 1\n  - a\n  - d\n");
    row("a: 1\nb: 2\n", "move a! b!", "a: 1\nb: 2\n");
    row("a: 1\nb: 2\nc: 3\n", "move c! b!; remove a!", "c: 3\nb: 2\n");
    // Renaming.
    row("a: 1\n\"b\" : 2 # c\n", "rename b! new", "a: 1\n\"new\" : 2 # c\n");
    row("? !!str a\n: 1\n", "rename a! b", "? !!str b\n: 1\n");
    row("a: 1\n", "rename a! on", "\"on\": 1\n");
    row("{a: 1, b: 2}\n", "rename b! c,d", "{a: 1, \"c,d\": 2}\n");
    row("a: 1\nb: 2\n", "rename a! b; rename b! a", "b: 1\na: 2\n");
}

void TestStructure::styleRows()
{
    row("k:\n- {x: 0}\n", "item k M . k[0]", "k:\n- {x: 0}\n- {x: 1, z: [a, b]}\n");
    row("k:\n- { x: 0 } # c\n", "item k M . k[0]", "k:\n- { x: 0 } # c\n- { x: 1, z: [ a, b ] }\n");
    row("k:\n- {x: 0}\n- y\n", "item k M k[1] k[0]", "k:\n- {x: 0}\n- {x: 1, z: [a, b]}\n- y\n");
    row("k:\n- x: 0\n  z: [c]\n", "item k M . k[0]", "k:\n- x: 0\n  z: [c]\n- x: 1\n  z: [a, b]\n");
    row("k:\n- x: 'o'\n  z:\n  - \"c\"\n", "item k M . k[0]",
        "k:\n- x: 'o'\n  z:\n  - \"c\"\n- x: '1'\n  z:\n  - \"a\"\n  - \"b\"\n");
    row("k:\n- {}\n", "item k M . k[0]", "k:\n- {}\n- x: 1\n  z:\n  - a\n  - b\n");
    row("k:\n- 1\n", "item k M . k[0]", "k:\n- 1\n- x: 1\n  z:\n  - a\n  - b\n");
    row("k:\n- {x: {y: 1}}\n- {\n  x: 2}\n", "item k M . k[1]",
        "k:\n- {x: {y: 1}}\n- {\n  x: 2}\n- {x: 1, z: [a, b]}\n");
    row("a: {x: 0}\n", "entry - b M . a", "a: {x: 0}\nb: {x: 1, z: [a, b]}\n");
    row("a: 'o'\nc: d\n", "entry - b e c! a", "a: 'o'\nb: 'e'\nc: d\n");
    row("a: 'o'\r\n", "entry - b e . a", "a: 'o'\r\nb: 'e'\r\n");
}

void TestStructure::flowRows()
{
    row("k: {a: 1, b: 2, c: 3}\n", "remove k.b!", "k: {a: 1, c: 3}\n");
    row("k: {a: 1, b: 2, c: 3}\n", "remove k.c!", "k: {a: 1, b: 2}\n");
    row("k: { a: 1, b: 2 } # c\n", "remove k.a!", "k: { b: 2 } # c\n");
    row("k: { a: 1 }\n", "remove k.a!", "k: {  }\n");
    row("k: [a, b, c]\n", "remove k[0]; remove k[2]", "k: [b]\n");
    row("k: [a, b, ]\n", "remove k[1]", "k: [a, ]\n");
    row("k: [a, b]\n", "item k M k[1]", "k: [a, {x: 1, z: [a, b]}, b]\n");
    row("k: {a: 1}\n", "entry k m L k.a!", "k: {m: [a, {b: c, d: {}}], a: 1}\n");
    row("k: []\n", "item k a", "k: [a]\n");
    row("k: [a, b, c]\n", "move k[2] k[0]", "k: [c, a, b]\n");
    row("k: {a: 1, b: 2}\n", "move k.a!", "k: {b: 2, a: 1}\n");
    row("{\"a\":1,\"b\":2}\n", "entry - m M b!", "{\"a\":1,\"m\":{\"x\":1,\"z\":[\"a\",\"b\"]},\"b\":2}\n");
    row("k: {\n  a: 1, # one\n  b: 2, # two\n  c: 3\n}\n", "remove k.b!", "k: {\n  a: 1, # one\n  c: 3\n}\n");
    row("k: {\n  a: 1, # one\n  b: 2 # two\n}\n", "remove k.b!", "k: {\n  a: 1 # one\n}\n");
    row("k: {\n  a: 1,\n  # about b\n  b: 2,\n}\n", "remove k.b!", "k: {\n  a: 1,\n}\n");
    row("k: {\n  a: 1,\n  b: 2\n}\n", "entry k m 9 k.b!", "k: {\n  a: 1,\n  m: 9,\n  b: 2\n}\n");
    row("k: [\n  a,\n  b\n]\n", "item k c", "k: [\n  a,\n  b,\n  c\n]\n");
    row("k: [\n  a,\n  b\n]\n", "move k[1] k[0]", "k: [\n  b,\n  a\n]\n");
    row("k: [a, # one\n    b]\n", "remove k[1]", "k: [a, # one\n    ]\n");
    row("k: [a, # one\n    b, c]\n", "remove k[0]; remove k[1]", "k: [ # one\n    c]\n");
    row("k: [a, # one\n    b, c]\n", "move k[0]", "k: [ # one\n    b, c, a]\n");
    // One element a line: its comments go along, and the tail keeps or lacks its comma.
    row("k: [\n  a, # one\n  b\n]\n", "move k[0]", "k: [\n  b,\n  a # one\n]\n");
    row("k: [\n\ta, # one\n\t# about b\n\tb # two\n\t# end\n]\n", "move k[1] k[0]",
        "k: [\n\t# about b\n\tb, # two\n\ta # one\n\t# end\n]\n");
    row("k: [\n\ta, # one\n\tb, # two\n\tc\n]\n", "move k[0] k[2]", "k: [\n\tb, # two\n\ta, # one\n\tc\n]\n");
    row("k: {\r\n\ta: 1, # one\r\n\tb: 2,\r\n}\r\n", "move k.a!", "k: {\r\n\tb: 2,\r\n\ta: 1, # one\r\n}\r\n");
    row("k: {\n  a:, # one\n  b:\n}\n", "move k.a!", "k: {\n  b: ,\n  a: # one\n}\n");
    row("k: [\n\ta, # one\n\tb\n]\n", "item k c k[0]; item k d", "k: [\n\tc,\n\ta, # one\n\tb,\n\td\n]\n");
    row("k: [\n  # about a\n  a # one\n]\n", "item k c k[0]", "k: [\n  c,\n  # about a\n  a # one\n]\n");
    row("k: [\n  a, # one\n  b # two\n]\n", "remove k[0]; remove k[1]; item k c", "k: [\n  c\n]\n");
    row("k: [\n  a,\n  b, # two\n  c # three\n]\n", "move k[0]; remove k[2]", "k: [\n  b, # two\n  a\n]\n");
    row("k: [\n\ta,\n\tb]\n", "item k c", "k: [\n\ta,\n\tb,\n\tc]\n");
}

void TestStructure::valueRows()
{
    row("a: 1 # c\nb: 2\n", "replace a M", "a: # c\n  x: 1\n  z:\n  - a\n  - b\nb: 2\n");
    row("a: 1\nb: 2\n", "replace a M", "a:\n  x: 1\n  z:\n  - a\n  - b\nb: 2\n");
    row("a:\nb: 2\n", "replace a L", "a:\n- a\n- b: c\n  d: {}\nb: 2\n");
    row("a: # c\nb: 2\n", "replace a L", "a: # c\n- a\n- b: c\n  d: {}\nb: 2\n");
    row("a: {}\n", "replace a M", "a:\n  x: 1\n  z:\n  - a\n  - b\n");
    row("a:\n  x: 1 # gone\nb: 2\n", "replace a 7", "a: 7\nb: 2\n");
    row("a: # stays\n  x: 1\nb: 2\n", "replace a 7", "a: 7 # stays\nb: 2\n");
    row("a: # stays\n  x: 1\nb: 2\n", "replace a L", "a: # stays\n- a\n- b: c\n  d: {}\nb: 2\n");
    row("a:\n  x: 1", "replace a 7", "a: 7");
    row("a: |\n  text\nb: 2\n", "replace a M", "a:\n  x: 1\n  z:\n  - a\n  - b\nb: 2\n");
    row("- a\n- b\n", "replace [0] M", "- x: 1\n  z:\n  - a\n  - b\n- b\n");
    row("- a # c\n- b\n", "replace [0] M", "- # c\n  x: 1\n  z:\n  - a\n  - b\n- b\n");
    row("- x: 1\n  y: 2\n- b\n", "replace [0] 7", "- 7\n- b\n");
    row("- x: 1\n  y: 2\n- b\n", "replace [0] L", "- - a\n  - b: c\n    d: {}\n- b\n");
    row("k: [a, {b: 1}]\n", "replace k[1] L", "k: [a, [a, {b: c, d: {}}]]\n");
    row("{a, b: }\n", "replace a 1; replace b 2", "{a: 1, b: 2 }\n");
    row("a: 1\n", "replace - L", "- a\n- b: c\n  d: {}\n");
    row("a:\n  b: 1\nc: 2\n", "replace a []", "a: []\nc: 2\n");
}

void TestStructure::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, script);
    QFETCH(QByteArray, after);
    const ParsedTextPtr parsed = parseText(before.toStdString());
    QCOMPARE(errorsOf(*parsed), QString());
    const auto splices = planChanges(*parsed, 0, changesOf(*parsed->documents.front(), script));
    QVERIFY2(splices, splices ? "" : qPrintable(errorText(splices.error())));
    QCOMPARE(QByteArray::fromStdString(applySplices(*parsed->text, *splices).value_or("overlap")), after);
}

void TestStructure::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("error");
    const auto refusal = [](const char* text, const char* script, const char* error) {
        QTest::addRow("%s %s", script, error)
            << QByteArray(text) << QString::fromUtf8(script) << QString::fromUtf8(error);
    };
    refusal("a: &x 1\nb: *x\n", "remove a!", "edit.alias 1:1 'x' '2'");
    refusal("a: &x 1\nb: *x\n", "move a!", "edit.alias 1:1 'x' '2'");
    refusal("a: &x 1\nb: *x\n", "move b! a!", "edit.alias 2:1 'x' '2'");
    refusal("a: &x {k: 1}\nb: *x\n", "entry a m 1", "edit.alias 1:7 'x' '2'");
    refusal("a: &x {k: 1}\nb: *x\n", "replace a 1", "edit.alias 1:7 'x' '2'");
    refusal("a: &x {k: 1}\nb:\n  <<: *x\n  c: 1\n", "remove b.c!", "edit.merge 3:3 'c'");
    refusal("a: &x {k: 1}\nb:\n  <<: *x\n  c: 1\n", "rename b.c! k", "edit.merge 3:3 'k'");
    refusal("a: 1\nb: 2\n", "rename a! b", "edit.duplicateKey 1:1 'b'");
    refusal("a: 1\nb: 2\n", "entry - b 1", "edit.duplicateKey 1:1 'b'");
    refusal("a: 1\nb: 2\n", "remove a!; remove a!", "edit.conflict 1:1");
    refusal("a: {x: 1}\n", "remove a!; entry a m 1", "edit.conflict 1:4");
    refusal("a: {x: 1}\n", "replace a 1; replace a.x 2", "edit.conflict 1:8");
    refusal("a: 1\nb: 2\n", "remove a!; move b! a!", "edit.conflict 2:1");
    refusal("a: 1\nb: [c]\n", "move a! b[0]", "edit.notElement 1:1");
    refusal("a: 1\n", "remove -", "edit.notElement 1:1");
    refusal("a: 1\n", "item a 1", "edit.notSequence 1:4");
    refusal("a: [1]\n", "entry a m 1", "edit.notMapping 1:4");
    refusal("a: [b]\n", "rename a[0] x", "edit.notKey 1:5");
    refusal("a: !t 1\n", "replace a M", "edit.tag 1:7");
    refusal("!t a: 1\n", "rename a! b", "edit.tag 1:4");
    refusal("? !t a\n: 1\n", "rename a! b", "edit.tag 1:6");
    refusal("k: {x: 1, !t a: 1}\n", "rename k.a! b", "edit.tag 1:14");
    refusal("k: [a,\n    # about b\n    b, # two\n    c]\n", "move k[1] k[0]", "edit.proof 3:5");
    refusal("k: [\n  a,\n  b, # two\n  c]\n", "move k[1]", "edit.proof 3:3");
}

void TestStructure::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, script);
    QFETCH(QString, error);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    const auto splices = planChanges(*parsed, 0, changesOf(*parsed->documents.front(), script));
    QVERIFY(!splices);
    QCOMPARE(errorText(splices.error()), error);
}

void TestStructure::tellsExtents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<int>("comments");
    const auto extent = [](const char* text, const char* path, const char* whole, int comments) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(path) << QByteArray(whole) << comments;
    };
    extent("a: 1\n# x\nb: 2 # y\nc: 3\n", "b!", "# x\nb: 2 # y\n", 2);
    extent("a: 1\n# far\n\n# x\nb: 2\n", "b!", "# x\nb: 2\n", 1);
    extent("a: 1\n  # of a\n# of b\nb: 2\n", "a!", "a: 1\n  # of a\n", 1);
    extent("- a: 1\n  b: 2\n", "[0].a", "a: 1\n", 0);
    extent("k: {a: 1, b: 2} # c\n", "k.a!", "a: 1", 0);
    extent("k: {\n  # x\n  a: 1, # y\n  b: 2\n}\n", "k.a!", "  # x\n  a: 1, # y\n", 2);
    extent("k:\n  a: |\n    # text\n  b: 1\n", "k.a!", "  a: |\n    # text\n", 0);
}

void TestStructure::tellsExtents()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(QByteArray, whole);
    QFETCH(int, comments);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    const Document& document = *parsed->documents.front();
    const auto extent = extentOf(NodeRef(&document, nodeAt(document, path)));
    QVERIFY(extent);
    QCOMPARE(QByteArray(text).sliced(extent->whole.begin, extent->whole.size()), whole);
    QCOMPARE(static_cast<int>(extent->comments.size()), comments);
    QVERIFY(!extentOf(document.root()));
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestStructure)
#include "tst_structure.moc"
