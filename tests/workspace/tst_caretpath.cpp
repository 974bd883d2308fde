// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/caretpath.h"
#include "models/workspace/editor/findtext.h"
#include "models/workspace/editor/yamllines.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

using Place = CaretPath::Place;

const QByteArray head = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: catalog\n"
                        "  namespace: shop\nspec:\n";

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.join(u' ');
}

QByteArray applied(const TextBuffer& buffer, const std::vector<source::Splice>& splices)
{
    return QByteArray::fromStdString(source::applySplices(buffer.bytes(), splices).value());
}

} // namespace

class TestCaretPath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheWayByIndentation_data();
    void findsTheWayByIndentation();
    void readsWhatTheDocumentSaysOfItself_data();
    void readsWhatTheDocumentSaysOfItself();
    void findsTheValueOfAKeyBeside_data();
    void findsTheValueOfAKeyBeside();
    void crumbsAreWhatPeopleSay();
    void foldsKeysWithSomethingBelow_data();
    void foldsKeysWithSomethingBelow();
    void newLinesGoOn_data();
    void newLinesGoOn();
    void togglesComments();
    void findsAndReplaces_data();
    void findsAndReplaces();
    void refusesWhatIsNoExpression();
};

void TestCaretPath::findsTheWayByIndentation_data()
{
    QTest::addColumn<QByteArray>("text"); // | is the caret
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("siblings");
    const auto row = [](const char* name, const QByteArray& text, const char* path, Place place, const char* typed,
                        const char* siblings = "") {
        QTest::newRow(name) << text << QString::fromLatin1(path) << static_cast<int>(place)
                            << QString::fromLatin1(typed) << QString::fromLatin1(siblings);
    };
    row("a value", "spec:\n  host: cat|", "spec.host", Place::Value, "cat");
    row("the middle of a value", "spec:\n  host: ca|talog", "spec.host", Place::Value, "ca");
    row("an empty value", "spec:\n  host: |\n", "spec.host", Place::Value, "");
    row("right behind the colon", "spec:\n  host:|\n", "spec.host", Place::Value, "");
    row("a key that is typed", "spec:\n  hosts: [a]\n  htt|\n  tls: []\n", "spec", Place::Key, "htt", "hosts tls");
    row("an empty line", "spec:\n  hosts: [a]\n  |\n", "spec", Place::Key, "", "hosts");
    row("an empty line further left", "spec:\n  hosts: [a]\n|\n", "", Place::Key, "", "spec");
    row("a key with its value", "spec:\n  ho|sts: [a]\n", "spec", Place::Key, "ho");
    row("items of a list", "spec:\n  http:\n  - name: a\n  - name: b\n    tim|\n", "spec.http[1]", Place::Key, "tim",
        "name");
    row("items further right", "spec:\n  http:\n    - name: a\n      route:\n        - destination:\n            ho|\n",
        "spec.http[0].route[0].destination", Place::Key, "ho");
    row("a key behind a dash", "spec:\n  http:\n  - na|\n    route: []\n", "spec.http[0]", Place::Key, "na", "route");
    row("a value behind a dash", "spec:\n  http:\n  - name: de|\n", "spec.http[0].name", Place::Value, "de");
    row("an item that is a text", "spec:\n  hosts:\n  - a\n  - sto|\n", "spec.hosts[1]", Place::Key, "sto");
    row("a dash alone", "spec:\n  hosts:\n  - |\n", "spec.hosts[0]", Place::Key, "");
    row("a list within brackets", "spec:\n  hosts: [a, b|]\n", "spec.hosts[1]", Place::Value, "b");
    row("a key in braces", "spec:\n  retries: {attempts: 3, per|}\n", "spec.retries", Place::Key, "per", "attempts");
    row("a value in braces", "spec:\n  - destination: {host: cat|\n", "spec[0].destination.host", Place::Value, "cat");
    row("braces in brackets", "a:\n  b: [{c: 1}, {d: x|}]", "a.b[1].d", Place::Value, "x");
    row("a key before its value is there",
        "spec:\n  http:\n  - route:\n    - destination:\n        host: a\n      we|\n", "spec.http[0].route[0]",
        Place::Key, "we", "destination");
    row("a comment", "spec:\n  host: a # ca|\n", "spec.host", Place::Text, "");
    row("a text of several lines", "data:\n  mesh: |-\n    trust|\n", "data.mesh", Place::Text, "trust");
    row("the second document", "a:\n  b: 1\n---\nc:\n  d: e|\n", "c.d", Place::Value, "e");
    row("the first document", "a:\n  b: e|\n---\nc:\n  d: 1\n", "a.b", Place::Value, "e");
    row("Windows line endings", "spec:\r\n  host: cat|\r\n", "spec.host", Place::Value, "cat");
    row("a quoted key", "metadata:\n  annotations:\n    \"a.b/c\": x|\n", "metadata.annotations[\"a.b/c\"]",
        Place::Value, "x");
    row("nothing at all", "|", "", Place::Key, "");
}

void TestCaretPath::findsTheWayByIndentation()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, path);
    QFETCH(const int, place);
    QFETCH(const QString, typed);
    QFETCH(const QString, siblings);
    // The caret is the last bar: a text of several lines has one, too.
    const auto caret = text.lastIndexOf('|');
    text.remove(caret, 1);
    const CaretPath found = caretPathAt(text.toStdString(), static_cast<std::uint32_t>(caret));
    QCOMPARE(QString::fromStdString(found.path().text()), path);
    QCOMPARE(static_cast<int>(found.place), place);
    if (found.place != Place::Text) {
        QCOMPARE(QString::fromStdString(found.typed), typed);
        QCOMPARE(joined(found.siblings), siblings);
    }
}

void TestCaretPath::readsWhatTheDocumentSaysOfItself_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("in block style") << head;
    QTest::newRow("in flow style") << QByteArray("apiVersion: networking.istio.io/v1\nkind: VirtualService\n"
                                                 "metadata: {name: catalog, namespace: shop}\nspec:\n");
    QTest::newRow("quoted, behind another document")
        << QByteArray("kind: Service\nmetadata:\n  name: other\n---\napiVersion: \"networking.istio.io/v1\"\n"
                      "kind: VirtualService\nmetadata:\n  labels:\n    name: wrong\n  namespace: 'shop'\n"
                      "  name: catalog\nspec:\n");
}

void TestCaretPath::readsWhatTheDocumentSaysOfItself()
{
    QFETCH(const QByteArray, text);
    const CaretPath found = caretPathAt(text.toStdString(), static_cast<std::uint32_t>(text.size()));
    QCOMPARE(found.apiVersion, std::string("networking.istio.io/v1"));
    QCOMPARE(found.kind, std::string("VirtualService"));
    QCOMPARE(found.ns, std::string("shop"));
    QCOMPARE(found.name, std::string("catalog"));
    QVERIFY(found.schema() != nullptr);
}

void TestCaretPath::findsTheValueOfAKeyBeside_data()
{
    QTest::addColumn<QByteArray>("text"); // | is before the key
    QTest::addColumn<QString>("host");
    QTest::newRow("above") << QByteArray("a:\n  host: cat\n  |subset: v1\n") << u"cat"_s;
    QTest::newRow("below") << QByteArray("a:\n  |subset: v1\n  port:\n    number: 1\n  host: cat\n") << u"cat"_s;
    QTest::newRow("behind a dash") << QByteArray("a:\n- host: cat\n  |subset: v1\n") << u"cat"_s;
    QTest::newRow("in braces") << QByteArray("a: {host: cat, |subset: v1}\n") << u"cat"_s;
    QTest::newRow("of another item") << QByteArray("a:\n- host: cat\n- |subset: v1\n- host: dog\n") << u""_s;
    QTest::newRow("deeper") << QByteArray("a:\n  x:\n    host: cat\n  |subset: v1\n") << u""_s;
}

void TestCaretPath::findsTheValueOfAKeyBeside()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, host);
    const auto key = text.indexOf('|');
    text.remove(key, 1);
    QCOMPARE(QString::fromStdString(valueBeside(text.toStdString(), static_cast<std::uint32_t>(key), "host")), host);
}

void TestCaretPath::crumbsAreWhatPeopleSay()
{
    const QByteArray text = head
        + "  http:\n  - name: default\n    timeout: 1s\n  - name: search\n    route:\n    - destination:\n"
          "        host: cat";
    const CaretPath found = caretPathAt(text.toStdString(), static_cast<std::uint32_t>(text.size()));
    std::vector<std::string> labels;
    for (const Crumb& crumb : crumbsOf(found, text.toStdString()))
        labels.push_back(crumb.label);
    QCOMPARE(joined(labels), u"http search route destination.host"_s);
}

void TestCaretPath::foldsKeysWithSomethingBelow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("end");
    QTest::newRow("a mapping") << QByteArray("a:\n  b: 1\n  c: 2\nd: 3\n") << 0 << 2;
    QTest::newRow("a list at the same column") << QByteArray("a:\n- b: 1\n  c: 2\nd: 3\n") << 0 << 2;
    QTest::newRow("empty lines within") << QByteArray("a:\n  b: 1\n\n  c: 2\n\nd: 3\n") << 0 << 3;
    QTest::newRow("up to the next document") << QByteArray("a:\n  b: 1\n---\n  c: 2\n") << 0 << 1;
    QTest::newRow("a text") << QByteArray("a: |\n  b\n  c\n") << 0 << 2;
    QTest::newRow("a comment behind the key") << QByteArray("a: # x\n  b: 1\n") << 0 << 1;
    QTest::newRow("a value") << QByteArray("a: 1\nb: 2\n") << 0 << -1;
    QTest::newRow("nothing below") << QByteArray("a:\nb: 2\n") << 0 << -1;
}

void TestCaretPath::foldsKeysWithSomethingBelow()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const int, end);
    QCOMPARE(foldEnd(TextBuffer(text.toStdString()), line), end);
}

void TestCaretPath::newLinesGoOn_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("spaces");
    QTest::newRow("a value") << QByteArray("  a: 1") << 2;
    QTest::newRow("a key with something below") << QByteArray("  a:") << 4;
    QTest::newRow("a comment behind it") << QByteArray("  a: # what") << 4;
    QTest::newRow("an item") << QByteArray("  - a: 1") << 4;
    QTest::newRow("an item with something below") << QByteArray("- a:") << 4;
    QTest::newRow("a text") << QByteArray("a: |") << 2;
    QTest::newRow("nothing") << QByteArray("") << 0;
}

void TestCaretPath::newLinesGoOn()
{
    QFETCH(const QByteArray, before);
    QFETCH(const int, spaces);
    const TextBuffer buffer(before.toStdString());
    QCOMPARE(newLineIndent(buffer, static_cast<std::uint32_t>(before.size())),
             std::string(static_cast<std::size_t>(spaces), ' '));
}

void TestCaretPath::togglesComments()
{
    const QByteArray text = "a:\r\n  b: 1\r\n\r\n    c: 2\n#d\n";
    const TextBuffer buffer(text.toStdString());
    const QByteArray commented = applied(buffer, toggleComment(buffer, 1, 3));
    QCOMPARE(commented, QByteArray("a:\r\n  # b: 1\r\n\r\n  #   c: 2\n#d\n"));
    const TextBuffer again(commented.toStdString());
    QCOMPARE(applied(again, toggleComment(again, 1, 3)), text);
    QCOMPARE(applied(buffer, toggleComment(buffer, 4, 4)), QByteArray("a:\r\n  b: 1\r\n\r\n    c: 2\nd\n"));
    QVERIFY(toggleComment(buffer, 2, 2).empty());
    QCOMPARE(applied(buffer, indentLines(buffer, 0, 3, true)), QByteArray("  a:\r\n    b: 1\r\n\r\n      c: 2\n#d\n"));
    QCOMPARE(applied(buffer, indentLines(buffer, 0, 3, false)), QByteArray("a:\r\nb: 1\r\n\r\n  c: 2\n#d\n"));
}

void TestCaretPath::findsAndReplaces_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("how"); // r: regular expression, w: whole word, c: case
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<int>("hits");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("plain") << u"v1"_s << u""_s << u"v2"_s << 3 << QByteArray("v2: V2\r\nv2x: \xC3\xA4\n");
    QTest::newRow("case") << u"V1"_s << u"c"_s << u"v2"_s << 1 << QByteArray("v1: v2\r\nv1x: \xC3\xA4\n");
    QTest::newRow("word") << u"v1"_s << u"w"_s << u"v2"_s << 2 << QByteArray("v2: v2\r\nv1x: \xC3\xA4\n");
    QTest::newRow("expression") << u"v(\\d)x"_s << u"r"_s << u"w\\1y"_s << 1 << QByteArray("v1: V1\r\nw1y: \xC3\xA4\n");
    QTest::newRow("a sign of expressions") << u"."_s << u""_s << u"!"_s << 0 << QByteArray("v1: V1\r\nv1x: \xC3\xA4\n");
    QTest::newRow("starts of lines") << u"^v1"_s << u"r"_s << u"w"_s << 2 << QByteArray("w: V1\r\nwx: \xC3\xA4\n");
    QTest::newRow("empty matches") << u"q*"_s << u"r"_s << u"w"_s << 0 << QByteArray("v1: V1\r\nv1x: \xC3\xA4\n");
    QTest::newRow("beyond ASCII") << u"\u00C4"_s << u""_s << u"ae"_s << 1 << QByteArray("v1: V1\r\nv1x: ae\n");
}

void TestCaretPath::findsAndReplaces()
{
    QFETCH(const QString, find);
    QFETCH(const QString, how);
    QFETCH(const QString, replacement);
    QFETCH(const int, hits);
    QFETCH(QByteArray, after);
    const QByteArray text = "v1: V1\r\nv1x: \xC3\xA4\n";
    const FindQuery query{.text = find.toStdString(),
                          .isRegex = how.contains(u'r'),
                          .wholeWord = how.contains(u'w'),
                          .matchCase = how.contains(u'c')};
    const auto found = findAll(text.toStdString(), query);
    QVERIFY(found.has_value());
    QCOMPARE(static_cast<int>(found->size()), hits);
    const auto splices = replaceAll(text.toStdString(), query, replacement.toStdString());
    QVERIFY(splices.has_value());
    const TextBuffer buffer(text.toStdString());
    after.replace("V2", "v2");
    QCOMPARE(applied(buffer, *splices), after);
    if (hits > 1) {
        const auto one = replaceOne(text.toStdString(), query, replacement.toStdString(), found->back());
        QVERIFY(one.has_value());
        QCOMPARE(one->size(), std::size_t(1));
        QCOMPARE(one->front().offset, found->back().begin);
    }
}

void TestCaretPath::refusesWhatIsNoExpression()
{
    const FindQuery query{.text = "(", .isRegex = true, .wholeWord = false, .matchCase = false};
    QCOMPARE(findAll("a", query).error().code, std::string("find.regex"));
    const FindQuery good{.text = "a", .isRegex = true, .wholeWord = false, .matchCase = false};
    QCOMPARE(replaceAll("a", good, "\\5").error().code, std::string("find.replacement"));
}

QTEST_GUILESS_MAIN(TestCaretPath)
#include "tst_caretpath.moc"
