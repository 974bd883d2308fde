// SPDX-License-Identifier: Apache-2.0
// Texts made to hurt: each gives a located error or the right reading, and the documents beside it stay. What the large
// ones cost is measured by bench_hostile.
#include "hostiletexts.h"
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

constexpr quint32 maximumNesting = 400;
constexpr qsizetype maximumLine = qsizetype(4) * 1024 * 1024;

} // namespace

class TestHostileInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meetsFloods_data();
    void meetsFloods();
    void namesEveryControlCharacter_data();
    void namesEveryControlCharacter();
    void finds0x04InADocumentBehindAThousandOthers();
    void nests_data();
    void nests();
    void readsAliasesOfAliasesOnce();
    void readsUpToTheLimitOfSize();
    void readsLineSeparatorsInManyQuotes();
    void tellsTemplatesBehindHeadersThatAreNone();
};

void TestHostileInput::meetsFloods_data()
{
    QTest::addColumn<quint32>("index");
    for (quint32 i = 0; i < hostileTexts().size(); ++i)
        QTest::addRow("%s", hostileTexts()[i].name) << i;
}

void TestHostileInput::meetsFloods()
{
    QFETCH(quint32, index);
    const HostileText& hostile = hostileTexts()[index];
    const std::string text = hostile.make(2000);
    const ParsedTextPtr parsed = parseText(text);
    QCOMPARE(*parsed->text, text);
    QCOMPARE(parsed->kind, TextKind::Yaml);
    QCOMPARE(QByteArray::fromStdString(parsed->errors.empty() ? std::string() : parsed->errors.front().code),
             QByteArray(hostile.error));
    for (const Error& error : parsed->errors)
        QVERIFY2(error.where.line > 0 && error.where.line <= parsed->lines.lineCount(), qPrintable(errorText(error)));
    QCOMPARE(!parsed->documents.empty() && parsed->documents.front()->index == 0, hostile.readable);
    for (std::size_t i = 0; i < std::min<std::size_t>(parsed->documents.size(), 3); ++i)
        QCOMPARE(inconsistencyOf(*parsed->documents[i]), QString());
    // Its neighbour in the stream is read whatever stands in front.
    const ParsedTextPtr followed = parseText(text + "\n...\n---\nlast: 1\n");
    const bool swallows = QByteArrayView(hostile.name).startsWith("open verbatim");
    QVERIFY(!followed->documents.empty() || swallows);
    QCOMPARE(followed->documents.back()->root()["last"].toInt(), 1);
}

void TestHostileInput::namesEveryControlCharacter_data()
{
    QTest::addColumn<char>("control");
    for (char c = 1; c < 0x20; ++c) {
        if (c != '\t' && c != '\n' && c != '\r')
            QTest::addRow("U+%04X", c) << c;
    }
    QTest::addRow("U+007F") << '\x7F';
}

/// yaml-cpp drops some of them in quotes without a word.
void TestHostileInput::namesEveryControlCharacter()
{
    QFETCH(char, control);
    const std::string name(1, control);
    for (const std::string& text : {"a: \"x" + name + "\"\n", "a: 'x" + name + "'\n", "a: bx" + name + "\n",
                                    "a: #x" + name + "\n", "a: " + name + "\n", "a:  " + name}) {
        const ParsedTextPtr parsed = parseText("b: 1\n---\n" + text);
        QCOMPARE(parsed->errors.size(), 1U);
        const auto expected = u"U+%1"_s.arg(static_cast<int>(control), 4, 16, QChar(u'0')).toUpper();
        QCOMPARE(errorText(parsed->errors.front()),
                 u"source.control 3:%1 '%2'"_s.arg(text.find(control) + 1).arg(expected));
        QCOMPARE(documentsOf(*parsed), u"0 {b: 1}"_s);
    }
}

void TestHostileInput::finds0x04InADocumentBehindAThousandOthers()
{
    std::string text = "a: '" + std::string(3000, '\x07') + "'\n";
    text += "---\nb: \"x\x04y\"\n---\nc: 1\n";
    const ParsedTextPtr parsed = parseText(text);
    QCOMPARE(errorsOf(*parsed), u"source.control 1:5 'U+0007'\nsource.control 3:6 'U+0004'"_s);
    QCOMPARE(documentsOf(*parsed), u"2 {c: 1}"_s);
}

void TestHostileInput::nests_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("closing");
    QTest::addColumn<quint32>("depth");
    for (const quint32 depth : {400U, 401U, 500U, 10'000U, 1'000'000U}) {
        const auto row = [depth](const char* name, const char* opening, const char* closing) {
            QTest::addRow("%s %u", name, depth) << QByteArray(opening) << QByteArray(closing) << depth;
        };
        row("brackets", "[", "]");
        row("braces", "{a: ", "}");
        row("brackets on lines", "[\n", "]\n");
        row("items", "- ", "");
        row("explicit keys", "? ", "");
        row("anchors and brackets", "&a [", "]");
        // Indentation grows with the square of the depth.
        if (depth <= 500)
            row("block", "", "");
    }
}

void TestHostileInput::nests()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, closing);
    QFETCH(quint32, depth);
    QByteArray text;
    if (opening.isEmpty()) {
        for (quint32 i = 0; i < depth; ++i)
            text += QByteArray(static_cast<qsizetype>(i), ' ') + "a:\n";
        text += QByteArray(static_cast<qsizetype>(depth), ' ') + 'x';
    } else {
        text = opening.repeated(depth) + 'x' + closing.repeated(depth);
    }
    const ParsedTextPtr parsed = parseText(text.toStdString() + "\n---\nlast: 1\n");
    QCOMPARE(parsed->documents.back()->root()["last"].toInt(), 1);
    QCOMPARE(parsed->documents.size(), depth <= maximumNesting ? 2U : 1U);
    if (depth <= maximumNesting) {
        QCOMPARE(errorsOf(*parsed), QString());
        return;
    }
    // A million of them make a line that is not parsed at all.
    const std::string& code = parsed->errors.front().code;
    QVERIFY2(code == "source.depth" || (text.size() > maximumLine && code == "source.lineLength"), code.c_str());
}

/// Growing in number of nodes when replaced, not in nodes.
void TestHostileInput::readsAliasesOfAliasesOnce()
{
    std::string text = "a0: &a0 {k: v}\n";
    for (int i = 1; i < 400; ++i) {
        const std::string before = std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {<<: *a" + before + "}\n";
    }
    const ParsedTextPtr parsed = parseText(text);
    QCOMPARE(errorsOf(*parsed), QString());
    QCOMPARE(parsed->documents.front()->root().size(), 400U);
    // Deep chains of merges come to an end.
    QCOMPARE(parsed->documents.front()->root()["a399"]["none"].isValid(), false);
}

void TestHostileInput::readsUpToTheLimitOfSize()
{
    std::string text = "a: 1\n";
    const std::string line = "# " + std::string(1021, 'x') + '\n';
    while (text.size() + line.size() < 32U * 1024 * 1024)
        text += line;
    text.resize(32U * 1024 * 1024, '\n');
    QCOMPARE(documentsOf(*parseText(text)), u"0 {a: 1}"_s);
    const ParsedTextPtr larger = parseText(text + '\n');
    QCOMPARE(larger->kind, TextKind::Unreadable);
    QCOMPARE(errorsOf(*larger), u"source.size 0:0 '33554432'"_s);
}

void TestHostileInput::readsLineSeparatorsInManyQuotes()
{
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "- [\"a\xE2\x80\xA8\", &b 'c\xC2\x85', d, ]\n";
    QCOMPARE(errorsOf(*parseText(text)), QString());
    const ParsedTextPtr broken = parseText(text + "- e\xE2\x80\xA9\n");
    QCOMPARE(errorsOf(*broken), u"source.separator 2001:4"_s);
}

void TestHostileInput::tellsTemplatesBehindHeadersThatAreNone()
{
    QCOMPARE(parseText("a: | {{ .Values.x }}\nb: 1\n")->kind, TextKind::Template);
    QCOMPARE(parseText("a: |2- # c\n   {{ .Values.x }}\nb: 1\n")->kind, TextKind::Yaml);
    QCOMPARE(parseText("a: >+\n\n  {{ .Values.x }}\nb: 1\n")->kind, TextKind::Yaml);
    QCOMPARE(parseText("a: |\n\n\nb: {{ .Values.x }}\n")->kind, TextKind::Template);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestHostileInput)
#include "tst_hostileinput.moc"
