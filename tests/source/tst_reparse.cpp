// SPDX-License-Identifier: Apache-2.0
// Parsing again after an edit: the same result as from nothing, at the cost of the edited document.
#include "sourcetest.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// The parse of the text after one splice.
ParsedTextPtr edited(const ParsedText& before, std::uint32_t offset, std::uint32_t length, std::string_view replacement)
{
    std::string text = *before.text;
    text.replace(offset, length, replacement);
    return reparseText(before, std::move(text), {offset, offset + static_cast<std::uint32_t>(replacement.size())});
}

} // namespace

class TestReparse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesUntouchedDocuments();
    void equalsParseFromNothing_data();
    void equalsParseFromNothing();
    void equalsParseFromNothingAfterRandomEdits();
    void keepsFewVersionsOfTheText();
};

void TestReparse::sharesUntouchedDocuments()
{
    const ParsedTextPtr before = parseText("a: 1\n---\nb: 20\n---\nc: &x 3\nd: *x\nd: \"\\t\"\n");
    const ParsedTextPtr sameLength = edited(*before, 12, 2, "30");
    QCOMPARE(sameLength->documents.size(), 3U);
    QCOMPARE(sameLength->documents[0], before->documents[0]);
    QVERIFY(sameLength->documents[1] != before->documents[1]);
    QCOMPARE(sameLength->documents[2], before->documents[2]);

    const ParsedTextPtr longer = edited(*before, 12, 2, "3000");
    QCOMPARE(longer->documents[0], before->documents[0]);
    QCOMPARE(longer->documents[2]->text, longer->text);
    QCOMPARE(differenceBetween(*longer, *parseText(*longer->text)), QString());
}

void TestReparse::equalsParseFromNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint32>("offset");
    QTest::addColumn<quint32>("length");
    QTest::addColumn<QByteArray>("replacement");
    const QByteArray text = "a: 1\n---\nb: [1\n---\nc: 3\n...\n%YAML 1.2\n---\nd: 4\nd: 5\n";
    const auto row = [&text](const char* name, const char* before, const char* after) {
        const qsizetype at = text.indexOf(before);
        QVERIFY(at >= 0);
        QTest::newRow(name) << text << static_cast<quint32>(at) << static_cast<quint32>(QByteArray(before).size())
                            << QByteArray(after);
    };
    row("a value", "1\n", "100\n");
    row("mending a document", "[1", "[1]");
    row("breaking a document", "3", "[3");
    row("making a separator", "b: [1", "---");
    row("removing a separator", "---\nc", "c");
    row("breaking a separator", "---\nc", "----\nc");
    row("removing an end", "...\n", "");
    row("a directive", "%YAML 1.2", "# YAML 1.2");
    row("in front", "a", "---\n---\na");
    row("behind", "d: 5\n", "d: 5\n---\n");
    row("content behind an end", "...\n", "... x\n");
    row("becoming a template", "3", "{{ .Values.c }}");
    row("becoming unreadable", "3", "\xFF");
    row("a control character", "3", "\x07");
    row("lines before a duplicate key", "a: 1\n", "a:\n  1\n\n");
}

void TestReparse::equalsParseFromNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(quint32, offset);
    QFETCH(quint32, length);
    QFETCH(QByteArray, replacement);
    const ParsedTextPtr before = parseText(text.toStdString());
    const ParsedTextPtr after = edited(*before, offset, length, replacement.toStdString());
    QCOMPARE(differenceBetween(*after, *parseText(*after->text)), QString());
    // And back.
    const std::string old = text.mid(offset, length).toStdString();
    const ParsedTextPtr back = edited(*after, offset, static_cast<std::uint32_t>(replacement.size()), old);
    QCOMPARE(differenceBetween(*back, *before), QString());
}

void TestReparse::equalsParseFromNothingAfterRandomEdits()
{
    static const std::vector<std::string> pieces{
        "",   "1",     "\n",          "---\n", "\n---\n",     "...\n", "-",       "a: b\n", "é",  "[",    "]",
        "\"", "# c\n", "%YAML 1.2\n", "  ",    "x: |\n  y\n", "\r\n",  "{{ x }}", "&a ",    "*a", "\x07", "a"};
    std::uint32_t state = 7;
    const auto next = [&state](std::size_t bound) {
        state = state * 1'664'525U + 1'013'904'223U;
        return static_cast<std::uint32_t>((state >> 8) % bound);
    };
    std::string start;
    for (int i = 0; i < 8; ++i)
        start += "k" + std::to_string(i) + ":\n  - v: &a \"1\\t\"\n    w: *a\n---\n";
    ParsedTextPtr text = parseText(start);
    for (int round = 0; round < 3000; ++round) {
        // Back to a clean text now and then, so that most edits meet documents that can be read.
        if (round % 40 == 0)
            text = parseText(start);
        const auto size = static_cast<std::uint32_t>(text->text->size());
        const std::uint32_t offset = next(size + 1);
        const std::uint32_t length = std::min(next(6), size - offset);
        text = edited(*text, offset, length, pieces[next(pieces.size())]);
        const QString difference = differenceBetween(*text, *parseText(*text->text));
        QVERIFY2(difference.isEmpty(), qPrintable(u"round %1: "_s.arg(round) + difference));
    }
}

void TestReparse::keepsFewVersionsOfTheText()
{
    std::string start;
    for (int i = 0; i < 50; ++i)
        start += "a: 1\n---\n";
    ParsedTextPtr text = parseText(start);
    for (std::uint32_t i = 0; i < 50; ++i) {
        text = edited(*text, i * 9 + 3, 1, "2");
        std::set<const std::string*> versions;
        for (const auto& document : text->documents)
            versions.insert(document->text.get());
        QVERIFY(versions.size() <= 10);
    }
    QCOMPARE(differenceBetween(*text, *parseText(*text->text)), QString());
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestReparse)
#include "tst_reparse.moc"
