// SPDX-License-Identifier: Apache-2.0
// YAML in a string: every byte of it has its place in the file, and an edit of it is one of the file under both laws.
#include "corpus.h"
#include "nestedgenerator.h"
#include "sourcetest.h"

#include "models/source/nested.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// The text in the first string of that name.
Expected<NestedTextPtr> opened(const ParsedTextPtr& outer, std::string_view key)
{
    for (const auto& document : outer->documents) {
        const std::vector<NodeRef> found = valuesOfKey(*document, key);
        if (!found.empty())
            return NestedText::open(outer, document->index, found.front().id());
    }
    return std::unexpected(Error{"test.noSuchKey", {}, {}});
}

Expected<NestedTextPtr> opened(std::string file)
{
    return opened(parseText(std::move(file)), "m");
}

/// The file with these splices of its nested text.
Expected<std::string> edited(const NestedText& nested, const Expected<std::vector<Splice>>& splices)
{
    const NestedText* file = &nested;
    while (file->around())
        file = file->around().get();
    if (!splices)
        return std::unexpected(splices.error());
    return applySplices(*file->outer()->text, *splices);
}

std::uint32_t codePointSize(std::string_view text, std::uint32_t at)
{
    std::uint32_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U)
        ++size;
    return size;
}

/// True if these bytes of the file are written for this character.
bool reads(std::string_view bytes, std::string_view character, NodeStyle style)
{
    if (bytes == character)
        return true;
    if (style == NodeStyle::DoubleQuoted && bytes.starts_with('\\'))
        return parseText('"' + std::string(bytes) + '"')->documents.front()->root().value() == character;
    if (style == NodeStyle::SingleQuoted && character == "'")
        return bytes == "''";
    return (character == "\n" || character == " ") && bytes.contains('\n')
        && bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// What is wrong with the places of a nested text; empty if nothing is.
QString misplaced(const NestedText& nested)
{
    const std::string_view inner = *nested.inner()->text;
    const ParsedText& file = *nested.outer();
    std::uint32_t before = nested.scalar().range().begin;
    for (std::uint32_t at = 0; at < inner.size();) {
        const std::uint32_t size = codePointSize(inner, at);
        const ByteRange range = nested.outerRange({at, at + size});
        const std::string_view bytes = std::string_view(*file.text).substr(range.begin, range.size());
        const bool right = range.begin >= before && range.end <= nested.scalar().range().end
            && reads(bytes, inner.substr(at, size), nested.scalar().node().style)
            && (at % 8 > 0 || nested.locate(at) == file.locate(range.begin));
        if (!right)
            return u"byte %1 of the inner text is not at %2..%3"_s.arg(at).arg(range.begin).arg(range.end);
        before = range.end;
        at += size;
    }
    return nested.locate(static_cast<std::uint32_t>(inner.size())).line > 0 ? QString() : u"the end has no place"_s;
}

/// A plain scalar may come to need quotes, a folded one lines that only a literal block has, and single quotes hold no
/// line break.
QString staysIn(NodeStyle now, NodeStyle before, std::string_view value)
{
    const bool mayChange = before == NodeStyle::Plain || (before == NodeStyle::Folded && now == NodeStyle::Literal)
        || (before == NodeStyle::SingleQuoted && value.contains('\n'));
    return now == before || mayChange ? QString() : u"another style"_s;
}

/// What is wrong with an edit of a nested text; empty if both laws hold. `wanted` is the inner text after it.
QString violation(const NestedText& nested, const std::vector<Splice>& splices, const std::string& wanted)
{
    const std::string& before = *nested.outer()->text;
    const ByteRange range = nested.scalar().range();
    const Expected<std::string> after = applySplices(before, splices);
    const std::size_t behind = before.size() - range.end;
    if (!after || after->size() < range.begin + behind || after->compare(0, range.begin, before, 0, range.begin) != 0
        || after->compare(after->size() - behind, behind, before, range.end) != 0)
        return u"other bytes moved"_s;
    const ParsedTextPtr parsed = parseText(*after);
    const std::string place = pathOf(nested.scalar());
    std::vector<std::string> expected = leavesOf(*nested.outer());
    std::vector<std::string> found = leavesOf(*parsed);
    const auto isPlace = [&](const std::string& leaf) { return leaf.starts_with(place + " = "); };
    if (std::erase_if(expected, isPlace) != std::erase_if(found, isPlace) || expected != found)
        return u"another value changed"_s;
    for (const auto& document : parsed->documents) {
        for (NodeId id = 0; id < document->nodes.size(); ++id) {
            const NodeRef node(document.get(), id);
            if (node.isScalar() && node.value() == wanted && pathOf(node) == place)
                return staysIn(node.node().style, nested.scalar().node().style, wanted);
        }
    }
    return u"the value is not there"_s;
}

std::vector<NodeRef> scalarsOf(const ParsedText& text)
{
    std::vector<NodeRef> found;
    for (const auto& document : text.documents) {
        for (NodeId id = 0; id < document->nodes.size(); ++id) {
            const NodeRef node(document.get(), id);
            const bool isValue = node.isScalar() && (!node.parent().isMapping() || node.key());
            if (isValue)
                found.push_back(node);
        }
    }
    return found;
}

struct Tally {
    int changes = 0;
    int additions = 0;
    int refused = 0;
};

/// Checks one edit; `exact` = the file changes by the very bytes that the inner text does.
QString tryEdit(const NestedText& nested, std::uint32_t document, const std::vector<ScalarChange>& changes,
                const std::vector<EntryAddition>& additions, bool exact, Tally& tally)
{
    const auto inner = planChanges(*nested.inner(), document, changes, additions);
    const auto splices = planNestedChanges(nested, document, changes, additions);
    if (!inner) {
        ++tally.refused;
        return splices ? u"not refused"_s : QString();
    }
    if (!splices)
        return u"refused: "_s + errorText(splices.error());
    if (exact) {
        if (splices->size() != inner->size())
            return u"not as many splices"_s;
        for (std::size_t i = 0; i < inner->size(); ++i) {
            const Splice& splice = (*inner)[i];
            const ByteRange range = nested.outerRange({splice.offset, splice.offset + splice.length});
            if ((*splices)[i] != Splice{range.begin, range.size(), splice.text})
                return u"more bytes change than in the inner text"_s;
        }
    }
    tally.changes += static_cast<int>(changes.size());
    tally.additions += static_cast<int>(additions.size());
    return violation(nested, *splices, *applySplices(*nested.inner()->text, *inner));
}

} // namespace

class TestNested : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void refuses_data();
    void refuses();
    void refusesSplices();
    void locatesErrors_data();
    void locatesErrors();
    void readsTemplates();
    void editsSeveralPlaces();
    void editsStringsInStrings();
    void holdsOnGeneratedFiles_data();
    void holdsOnGeneratedFiles();
    void holdsOnRealFiles();
};

void TestNested::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* inner, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(inner) << QByteArray(after);
    };
    row("literal, digits", "m: |\n  w: 80 # x\n  b: 1\nz: 1\n", "w: 20 # x\nb: 1\n",
        "m: |\n  w: 20 # x\n  b: 1\nz: 1\n");
    row("literal, first character", "m: |-\n  80\nz: 1\n", "5", "m: |-\n  5\nz: 1\n");
    row("literal, line added", "m: |\n  a: 1\n  b: 1\nz: 1\n", "a: 1\nx: 1\nb: 1\n",
        "m: |\n  a: 1\n  x: 1\n  b: 1\nz: 1\n");
    row("literal, line added first", "m: |\n  a: 1\n", "x: 1\na: 1\n", "m: |\n  x: 1\n  a: 1\n");
    row("literal, line added last", "m: |\n  a: 1\nz: 1\n", "a: 1\nx: 1\n", "m: |\n  a: 1\n  x: 1\nz: 1\n");
    row("literal, line added last, stripped", "m: |-\n  a: 1\nz: 1\n", "a: 1\nx: 1", "m: |-\n  a: 1\n  x: 1\nz: 1\n");
    row("literal, line added at the end of the file", "m: |-\n  a: 1", "a: 1\nx: 1", "m: |-\n  a: 1\n  x: 1");
    row("literal, blank lines added", "m: |\n    a: 1\n    b: 1\n", "a: 1\n\n\nx: 1\nb: 1\n",
        "m: |\n    a: 1\n\n\n    x: 1\n    b: 1\n");
    row("literal, line added before a blank one", "m: |\n  a: 1\n \n  b: 1\n", "a: 1\nx: 1\n\nb: 1\n",
        "m: |\n  a: 1\n  x: 1\n \n  b: 1\n");
    row("literal, line removed", "m: |\n  a: 1\n  x: 1\n  b: 1\n", "a: 1\nb: 1\n", "m: |\n  a: 1\n  b: 1\n");
    row("literal, first line removed", "m: |\n  x: 1\n  b: 1\n", "b: 1\n", "m: |\n  b: 1\n");
    row("literal, last line removed", "m: |\n  a: 1\n  x: 1\nz: 1\n", "a: 1\n", "m: |\n  a: 1\nz: 1\n");
    row("literal, last line removed, stripped", "m: |-\n  a: 1\n  x: 1\nz: 1\n", "a: 1", "m: |-\n  a: 1\nz: 1\n");
    row("literal, lines joined", "m: |\n  a:\n    1\n", "a: 1\n", "m: |\n  a: 1\n");
    row("literal, line emptied", "m: |\n  a: 1\n  x\n  b: 1\n", "a: 1\n\nb: 1\n", "m: |\n  a: 1\n\n  b: 1\n");
    row("literal, blank line filled", "m: |\n  a: 1\n\n  b: 1\n", "a: 1\nx: 1\nb: 1\n",
        "m: |\n  a: 1\n  x: 1\n  b: 1\n");
    row("literal, crlf", "m: |\r\n  a: 1\r\n  b: 1\r\nz: 1\r\n", "a: 1\n\nx: 1\nb: 1\n",
        "m: |\r\n  a: 1\r\n\r\n  x: 1\r\n  b: 1\r\nz: 1\r\n");
    row("literal, crlf, last line", "m: |-\r\n  a: 1\r\nz: 1\r\n", "a: 1\nx: 1",
        "m: |-\r\n  a: 1\r\n  x: 1\r\nz: 1\r\n");
    row("literal, indicators", "m: |2- # c\n    a: 1\nz: 1\n", "  a: 1\n  b: 1",
        "m: |2- # c\n    a: 1\n    b: 1\nz: 1\n");
    row("literal, starts with a blank", "m: |-\n  a: 1\nz: 1\n", " a: 1\n b: 1", "m: |-2\n   a: 1\n   b: 1\nz: 1\n");
    row("literal, final newline added", "m: |- # c\n  a: 1\nz: 1\n", "a: 1\n", "m: | # c\n  a: 1\nz: 1\n");
    row("literal, final newline removed", "m: |\n  a: 1\nz: 1\n", "a: 1", "m: |-\n  a: 1\nz: 1\n");
    row("literal, two final newlines", "m: |\n  a: 1\nz: 1\n", "a: 1\n\n", "m: |+\n  a: 1\n\nz: 1\n");
    row("literal, kept newlines", "m: |+\n  a: 1\n\nz: 1\n", "a: 2\n\n\n", "m: |+\n  a: 2\n\n\nz: 1\n");
    row("literal, kept newlines removed", "m: |+\n  a: 1\n\n\nz: 1\n", "a: 1\n", "m: |+\n  a: 1\nz: 1\n");
    row("literal, kept newlines all removed", "m: |+2\n  a: 1\n\nz: 1\n", "a: 1", "m: |-2\n  a: 1\n\nz: 1\n");
    row("literal, line added over kept newlines", "m: |+\n  a: 1\n\nz: 1\n", "a: 1\nx: 1\n\n",
        "m: |+\n  a: 1\n  x: 1\n\nz: 1\n");
    row("literal, line and newlines", "m: |-\n  a: 1\nz: 1\n", "a: 1\nx: 1\n", "m: |\n  a: 1\n  x: 1\nz: 1\n");
    row("literal, nothing left", "m: |\n  a: 1\nz: 1\n", "", "m: \"\"\nz: 1\n");
    row("literal, control character", "m: |\n  a: 1\nz: 1\n", "a: \x01\n", "m: \"a: \\x01\\n\"\nz: 1\n");
    row("literal, tab", "m: |\n  a: x\nz: 1\n", "a: x\ty\n", "m: |\n  a: x\ty\nz: 1\n");
    row("literal, line separator", "m: |\n  a: x\nz: 1\n", "a: \xE2\x80\xA8\n", "m: \"a: \\u2028\\n\"\nz: 1\n");
    row("literal in a list", "- - m: |\n      a: 1\n    z: 1\n", "a: 1\nb: 1\n",
        "- - m: |\n      a: 1\n      b: 1\n    z: 1\n");
    row("folded, digits", "m: >\n  {a: 1,\n  w: 80}\nz: 1\n", "{a: 1, w: 20}\n", "m: >\n  {a: 1,\n  w: 20}\nz: 1\n");
    row("folded, line added", "m: >\n  a: 1\n\n  b: 1\nz: 1\n", "a: 1\nx: 1\nb: 1\n",
        "m: >\n  a: 1\n\n  x: 1\n\n  b: 1\nz: 1\n");
    row("folded, indented line added", "m: >\n  a:\n    b: 1\nz: 1\n", "a:\n  b: 1\n  x: 1\n",
        "m: >\n  a:\n    b: 1\n    x: 1\nz: 1\n");
    row("folded, line removed", "m: >-\n  a: 1\n\n  x: 1\n\n  b: 1\nz: 1\n", "a: 1\nb: 1",
        "m: >-\n  a: 1\n\n  b: 1\nz: 1\n");
    row("folded, crlf", "m: >-\r\n  a: 1\r\nz: 1\r\n", "a: 1\nx: 1", "m: >-\r\n  a: 1\r\n\r\n  x: 1\r\nz: 1\r\n");
    row("folded, no longer foldable", "m: > # c\n  a:\n  b\nz: 1\n", "a: b\n c\n", "m: > # c\n  a:\n  b\n   c\nz: 1\n");
    row("double, digits", "m: \"w: 80\\nb: \\u0031\\n\" # c\n", "w: 20\nb: 1\n", "m: \"w: 20\\nb: \\u0031\\n\" # c\n");
    row("double, escape replaced", "m: \"a: \\x31\\tb\"\n", "a: 2\tb", "m: \"a: 2\\tb\"\n");
    row("double, line added", "m: \"a: 1\\n\\\n  b: 1\\n\"\n", "a: 1\nx: \"1\"\nb: 1\n",
        "m: \"a: 1\\nx: \\\"1\\\"\\n\\\n  b: 1\\n\"\n");
    row("double, over lines", "m: \"a: 1\n\n  b:\n  80\"\n", "a: 1\nb: 20", "m: \"a: 1\n\n  b:\n  20\"\n");
    row("double, before a fold", "m: \"a:\n  80\"\n", "a:\n 80", "m: \"a:\\n\n  80\"\n");
    row("double, fold replaced", "m: \"a:\n  80\"\n", "a:\t80", "m: \"a:\\t80\"\n");
    row("single, digits", "m: '{a: ''x'', w: 80}'\n", "{a: 'x', w: 20}", "m: '{a: ''x'', w: 20}'\n");
    row("single, entry added", "m: '{a: ''x''}'\n", "{a: 'x', b: 'y'}", "m: '{a: ''x'', b: ''y''}'\n");
    row("single, over lines", "m: '{a: 1,\n  w: 80}'\n", "{a: 1, w: 20}", "m: '{a: 1,\n  w: 20}'\n");
    row("single, line added", "m: 'networks: {}'\nz: 1\n", "networks: {}\nx: 'y'",
        "m: \"networks: {}\\nx: 'y'\"\nz: 1\n");
    row("plain, word", "m: one two # c\n", "one three", "m: one three # c\n");
    row("plain, over lines", "m: one\n  two\n  four\nz: 1\n", "one three four", "m: one\n  three\n  four\nz: 1\n");
    row("plain, to a mapping", "m: one # c\n", "one: two", "m: \"one: two\" # c\n");
    row("plain in flow", "{m: one, z: 1}\n", "{}", "{m: \"{}\", z: 1}\n");
    row("plain, would read as a number", "m: v1\n", "1", "m: \"1\"\n");
    row("tag and anchor stay", "m: &x !!str |\n  a: 1\nz: 1\n", "a: 2\n", "m: &x !!str |\n  a: 2\nz: 1\n");
    row("byte order mark", "\xEF\xBB\xBFm: |\n  a: \xC3\xBC\n", "a: \xC3\xB6\n", "\xEF\xBB\xBFm: |\n  a: \xC3\xB6\n");
    row("same text", "m: |\n  a: 1\n", "a: 1\n", "m: |\n  a: 1\n");
}

void TestNested::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, inner);
    QFETCH(QByteArray, after);
    const Expected<NestedTextPtr> nested = opened(before.toStdString());
    QVERIFY2(nested, nested ? "" : qPrintable(errorText(nested.error())));
    QCOMPARE(misplaced(**nested), QString());
    const std::vector<Splice> splices = differenceOf(*(*nested)->inner()->text, inner.toStdString());
    const Expected<std::string> result = edited(**nested, planNested(**nested, splices));
    QVERIFY2(result, result ? "" : qPrintable(errorText(result.error())));
    QCOMPARE(QByteArray::fromStdString(*result), after);
}

void TestNested::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* file, const char* error) {
        QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(error);
    };
    row("alias", "a: &x '{a: 1}'\nm: *x\n", "edit.notScalar 2:4");
    row("anchor in use", "m: &x '{a: 1}'\nb: *x\n", "edit.alias 1:7 'x' '2'");
    row("binary", "m: &x !!binary YTogMQ==\n", "nested.tag 1:16 '!!binary'");
    row("own tag", "{m: !yaml 'a: 1'}\n", "nested.tag 1:11 '!yaml'");
    row("mapping", "m: {a: 1}\n", "edit.notScalar 1:4");
    row("template", "z: 1\nm: |\n  a: {{ .Values.a }}\n", "edit.template 2:4");
    row("unreadable", "m: \"a: \\0\"\n", "edit.unreadable 1:4");
    row("key that is there", "m: |\n  {a: 1}\n", "edit.duplicateKey 2:3 'a'");
}

void TestNested::refuses()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, error);
    const Expected<NestedTextPtr> nested = opened(file.toStdString());
    if (!nested) {
        QCOMPARE(errorText(nested.error()), error);
        return;
    }
    const ParsedText& inner = *(*nested)->inner();
    const std::vector<Splice> splices{{0, 1, "x"}};
    if (inner.kind != TextKind::Yaml || !error.contains(u"duplicateKey")) {
        const auto planned = planNested(**nested, splices);
        QVERIFY(!planned);
        QCOMPARE(errorText(planned.error()), error);
        return;
    }
    const std::vector<EntryAddition> additions{{0, "a", "1", false}};
    const auto planned = planNestedChanges(**nested, 0, {}, additions);
    QVERIFY(!planned);
    QCOMPARE(errorText(planned.error()), error);
}

void TestNested::refusesSplices()
{
    const NestedTextPtr nested = *opened("m: |\n  a: 1\n");
    const auto codeOf = [&](const std::vector<Splice>& splices) {
        const auto planned = planNested(*nested, splices);
        return planned ? std::string() : planned.error().code;
    };
    QCOMPARE(codeOf({{9, 1, ""}}), "edit.range");
    QCOMPARE(codeOf({{3, 1, ""}, {0, 1, ""}}), "edit.order");
    QCOMPARE(codeOf({{3, 1, "\xFF"}}), "edit.value");
    const ParsedTextPtr outer = parseText("m: 1\n");
    QCOMPARE(NestedText::open(outer, 1, 0).error().code, "edit.noSuchNode");
    QCOMPARE(NestedText::open(outer, 0, 9).error().code, "edit.noSuchNode");
}

void TestNested::locatesErrors_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char* name, const char* file, const char* errors) {
        QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(errors);
    };
    row("literal", "z: 1\nm: |\n   a: 1\n\n   \xC3\xBC: 1\n   a: 2\n", "source.duplicateKey 6:4 'a'");
    row("literal, crlf", "m: |-\r\n  a: 1\r\n  a: 2\r\n", "source.duplicateKey 3:3 'a'");
    row("unfinished", "m: |\n  a: [1,\nz: 1\n", "source.syntax 2:9 'end of sequence flow not found'");
    row("double", "m: \"\\u0061: 1\\n\\\n  b: ]\"\n", "source.syntax 2:6 'illegal flow end'");
    row("double, repeated", "m: \"\\u0061: 1\\n\\\n  \\x61: 2\"\n", "source.duplicateKey 2:3 'a'");
    row("single", "m: '{''a'': 1,\n\n  ''a'': 2}'\n", "source.duplicateKey 3:3 'a'");
    row("folded", "m: >\n  {a: 1,\n  a: 2}\n", "source.duplicateKey 3:3 'a'");
    row("fine", "m: |\n  a: 1\n", "");
}

void TestNested::locatesErrors()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, errors);
    const NestedTextPtr nested = *opened(file.toStdString());
    QCOMPARE(misplaced(*nested), QString());
    QStringList found;
    for (const Error& error : nested->errors())
        found += errorText(error);
    QCOMPARE(found.join(u'\n'), errors);
}

void TestNested::readsTemplates()
{
    const NestedTextPtr nested = *opened("m: |\n  a: {{ .Values.a }}\n");
    QCOMPARE(nested->inner()->kind, TextKind::Template);
    QVERIFY(nested->errors().empty());
}

void TestNested::editsSeveralPlaces()
{
    const NestedTextPtr nested = *opened("m: |\r\n  a: 80 # one\r\n  b: {c: 20}\r\n\r\n  d: x\r\nz: 1\r\n");
    const NodeRef root = nested->inner()->documents.front()->root();
    const std::vector<ScalarChange> changes{{root["a"].id(), "1", false}, {root["b"]["c"].id(), "2", false}};
    const std::vector<EntryAddition> additions{{root.id(), "e", "5", false}, {root["b"].id(), "f", "6", false}};
    const auto splices = planNestedChanges(*nested, 0, changes, additions);
    QCOMPARE(edited(*nested, splices),
             Expected<std::string>("m: |\r\n  a: 1 # one\r\n  b: {c: 2, f: 6}\r\n\r\n  d: x\r\n  e: 5\r\nz: 1\r\n"));
    // Those that touch are one.
    QCOMPARE(splices->size(), 3U);
}

void TestNested::editsStringsInStrings()
{
    const NestedTextPtr outer = *opened("z: 1\nm: |\n  # c\n  n: \"w: 80\\n\\\n    v: '{x: 1}'\\n\"\n  b: 1\n");
    const Expected<NestedTextPtr> middle =
        NestedText::open(outer, 0, outer->inner()->documents.front()->root()["n"].id());
    QVERIFY(middle);
    const NodeRef root = (*middle)->inner()->documents.front()->root();
    const Expected<NestedTextPtr> innermost = NestedText::open(*middle, 0, root["v"].id());
    QVERIFY(innermost);
    const NodeRef x = (*innermost)->inner()->documents.front()->root()["x"];
    QCOMPARE((*innermost)->locate(x.range().begin), (Location{{}, 5, 13}));
    QCOMPARE((*innermost)->outerRange(x.range()).size(), 1U);
    const std::vector<ScalarChange> weight{{root["w"].id(), "20", false}};
    QCOMPARE(edited(**middle, planNestedChanges(**middle, 0, weight)),
             Expected<std::string>("z: 1\nm: |\n  # c\n  n: \"w: 20\\n\\\n    v: '{x: 1}'\\n\"\n  b: 1\n"));
    const std::vector<ScalarChange> deepest{{x.id(), "it's", true}};
    QCOMPARE(edited(**innermost, planNestedChanges(**innermost, 0, deepest)),
             Expected<std::string>("z: 1\nm: |\n  # c\n  n: \"w: 80\\n\\\n    v: '{x: it''s}'\\n\"\n  b: 1\n"));
    const auto refused = NestedText::open(*middle, 0, root.id());
    QVERIFY(!refused);
    QCOMPARE(errorText(refused.error()), u"edit.notScalar 4:7"_s);
}

void TestNested::holdsOnGeneratedFiles_data()
{
    QTest::addColumn<NodeStyle>("style");
    QTest::addColumn<bool>("crlf");
    const auto row = [](const char* name, NodeStyle style) {
        QTest::addRow("%s", name) << style << false;
        QTest::addRow("%s, crlf", name) << style << true;
    };
    row("literal", NodeStyle::Literal);
    row("folded", NodeStyle::Folded);
    row("double", NodeStyle::DoubleQuoted);
    row("single", NodeStyle::SingleQuoted);
    row("plain", NodeStyle::Plain);
}

void TestNested::holdsOnGeneratedFiles()
{
    QFETCH(NodeStyle, style);
    QFETCH(bool, crlf);
    constexpr std::uint32_t files = 220;
    Tally tally;
    for (std::uint32_t seed = 0; seed < files; ++seed) {
        NestedGenerator generator(seed * 2 + (crlf ? 1 : 0));
        const std::string text = generator.inner(style);
        const std::optional<std::string> file = generator.embedded(text, style, crlf);
        const auto context = [&](const QString& what) {
            return u"seed %1: %2\n%3"_s.arg(seed).arg(what, QString::fromStdString(file.value_or(text))).toUtf8();
        };
        QVERIFY2(file, context(u"cannot hold"_s).constData());
        const ParsedTextPtr outer = parseText(*file);
        QVERIFY2(outer->errors.empty(), context(errorsOf(*outer)).constData());
        const Expected<NestedTextPtr> opening = opened(outer, "mesh");
        QVERIFY2(opening, context(opening ? QString() : errorText(opening.error())).constData());
        const NestedText& nested = **opening;
        QCOMPARE(nested.scalar().node().style, style);
        QCOMPARE(*nested.inner()->text, text);
        QVERIFY2(nested.inner()->errors.empty(), context(errorsOf(*nested.inner())).constData());
        QString wrong = misplaced(nested);
        QVERIFY2(wrong.isEmpty(), context(wrong).constData());

        const std::vector<NodeRef> scalars = scalarsOf(*nested.inner());
        const NodeRef changed = scalars[generator.next(static_cast<std::uint32_t>(scalars.size()))];
        const std::vector<ScalarChange> changes{{changed.id(), generator.next(3) > 0 ? "137" : "it's \"x\"", false}};
        const bool isDigits = changed.toInt().has_value() && changes.front().value == "137";
        wrong = tryEdit(nested, changed.document()->index, changes, {}, isDigits && style != NodeStyle::Plain, tally);
        QVERIFY2(wrong.isEmpty(), context(u"change of %1: "_s.arg(changed.id()) + wrong).constData());
        const NodeRef mapping = changed.parent().isMapping() ? changed.parent() : changed.document()->root();
        if (!mapping.isMapping())
            continue;
        const std::vector<EntryAddition> additions{{mapping.id(), "added", "3'7", false}};
        wrong = tryEdit(nested, changed.document()->index, {}, additions, false, tally);
        QVERIFY2(wrong.isEmpty(), context(u"addition to %1: "_s.arg(mapping.id()) + wrong).constData());
    }
    QVERIFY(tally.changes > 150);
    QVERIFY(style == NodeStyle::Plain || tally.additions > 150);
    qInfo("%d changes, %d additions, %d refused", tally.changes, tally.additions, tally.refused);
}

void TestNested::holdsOnRealFiles()
{
    const std::vector<CorpusText> texts = corpus();
    if (texts.empty())
        QSKIP("the shared YAML files are not here");
    int found = 0;
    Tally tally;
    for (const CorpusText& text : texts) {
        if (!text.text.contains("proxy.istio.io/config") && !text.text.contains("mesh: ")
            && !text.text.contains("meshNetworks: "))
            continue;
        const ParsedTextPtr outer = parseText(text.text);
        for (const auto& document : outer->documents) {
            std::vector<NodeRef> strings;
            for (const char* key : {"mesh", "meshNetworks", "proxy.istio.io/config"}) {
                const std::vector<NodeRef> more = valuesOfKey(*document, key);
                strings.insert(strings.end(), more.begin(), more.end());
            }
            std::erase_if(strings, [](const NodeRef& node) { return !node.isScalar(); });
            for (const NodeRef& string : strings) {
                const Expected<NestedTextPtr> nested = NestedText::open(outer, document->index, string.id());
                QVERIFY2(nested, qPrintable(text.name));
                QVERIFY2((*nested)->errors().empty(), qPrintable(text.name));
                QString wrong = misplaced(**nested);
                QVERIFY2(wrong.isEmpty(), qPrintable(text.name + u": "_s + wrong));
                ++found;
                for (const NodeRef& scalar : scalarsOf(*(*nested)->inner())) {
                    const std::vector<ScalarChange> changes{{scalar.id(), "137", false}};
                    wrong = tryEdit(**nested, 0, changes, {}, scalar.toInt().has_value(), tally);
                    QVERIFY2(wrong.isEmpty(), qPrintable(text.name + u": "_s + wrong));
                }
                const std::vector<EntryAddition> additions{{0, "added", "1", false}};
                wrong = tryEdit(**nested, 0, {}, additions, false, tally);
                QVERIFY2(wrong.isEmpty(), qPrintable(text.name + u": "_s + wrong));
            }
        }
    }
    QVERIFY(found > 20);
    qInfo("%d nested texts, %d changes, %d additions, %d refused", found, tally.changes, tally.additions,
          tally.refused);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestNested)
#include "tst_nested.moc"
