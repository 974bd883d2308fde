// SPDX-License-Identifier: Apache-2.0
#include "models/source/documentedit.h"
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

class TestDocumentEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adds_data();
    void adds();
    void removes_data();
    void removes();
    void refuses_data();
    void refuses();
    void takesTheStyleOfTheFile();
};

void TestDocumentEdits::adds_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("behind");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, int behind, const char* after) {
        QTest::newRow(name) << QByteArray(before) << behind << QByteArray(after);
    };
    row("empty file", "", -1, "kind: A\n");
    row("byte order mark only", "\xEF\xBB\xBF", -1, "\xEF\xBB\xBFkind: A\n");
    row("comments only", "# licence\n", -1, "# licence\nkind: A\n");
    row("comments only, no final newline", "# licence", -1, "# licence\nkind: A");
    row("one document", "a: 1\n", -1, "a: 1\n---\nkind: A\n");
    row("no final newline", "a: 1", -1, "a: 1\n---\nkind: A");
    row("crlf", "a: 1\r\n", -1, "a: 1\r\n---\r\nkind: A\r\n");
    row("behind an end marker", "a: 1\n...\n", -1, "a: 1\n...\n---\nkind: A\n");
    row("comments at the end", "a: 1\n# end\n", -1, "a: 1\n# end\n---\nkind: A\n");
    row("blank lines at the end", "a: 1\n\n\n", -1, "a: 1\n\n\n---\nkind: A\n");
    row("separator at the end", "a: 1\n---\n", -1, "a: 1\n---\n---\nkind: A\n");
    row("between", "a: 1\n---\nb: 2\n", 0, "a: 1\n---\nkind: A\n---\nb: 2\n");
    row("behind the last by name", "a: 1\n---\nb: 2\n", 1, "a: 1\n---\nb: 2\n---\nkind: A\n");
    row("before an end marker", "a: 1\n...\n%YAML 1.2\n---\nb: 2\n", 0,
        "a: 1\n---\nkind: A\n...\n%YAML 1.2\n---\nb: 2\n");
    row("behind a literal that keeps its lines", "a: |+\n  x\n\n", -1, "a: |+\n  x\n\n---\nkind: A\n");
    row("beside a broken document", "a: [\n---\nb: 2\n", 1, "a: [\n---\nb: 2\n---\nkind: A\n");
}

void TestDocumentEdits::adds()
{
    QFETCH(QByteArray, before);
    QFETCH(int, behind);
    QFETCH(QByteArray, after);
    const ParsedTextPtr parsed = parseText(before.toStdString());
    const NewValue value = NewValue::mapping({{"kind", NewValue::scalar("A", true)}});
    const auto splices = planDocumentAddition(
        *parsed, value, behind < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(behind)));
    QVERIFY2(splices, splices ? "" : qPrintable(errorText(splices.error())));
    QCOMPARE(QByteArray::fromStdString(applySplices(*parsed->text, *splices).value_or("")), after);
    QCOMPARE(splices->size(), std::size_t(1));
    QCOMPARE(splices->front().length, 0U);
}

void TestDocumentEdits::removes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("document");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, int document, const char* after) {
        QTest::newRow(name) << QByteArray(before) << document << QByteArray(after);
    };
    row("the only one", "a: 1\n", 0, "");
    row("the only one, header stays", "# licence\n\n# about a\na: 1\n", 0, "# licence\n\n");
    row("the only one, header before the marker stays", "# licence\n---\n# about a\na: 1\n", 0, "# licence\n");
    row("the first", "a: 1\n---\nb: 2\n", 0, "---\nb: 2\n");
    row("the first, header stays", "# licence\n---\na: 1\n---\nb: 2\n", 0, "# licence\n---\nb: 2\n");
    row("the middle", "a: 1\n---\n# about b\nb: 2\n---\nc: 3\n", 1, "a: 1\n---\nc: 3\n");
    row("the last", "a: 1\n---\nb: 2\n", 1, "a: 1\n");
    row("the last, no final newline", "a: 1\n---\nb: 2", 1, "a: 1\n");
    row("comments of the neighbours stay", "a: 1\n# end of a\n---\nb: 2\n---\n# about c\nc: 3\n", 1,
        "a: 1\n# end of a\n---\n# about c\nc: 3\n");
    row("with its directives", "a: 1\n...\n%YAML 1.2\n---\nb: 2\n", 1, "a: 1\n...\n");
    row("the first with its end marker", "a: 1\n...\n---\nb: 2\n", 0, "---\nb: 2\n");
    row("one whose end marker is needed", "a: 1\n---\nb: 2\n...\n%YAML 1.2\n---\nc: 3\n", 1,
        "a: 1\n...\n%YAML 1.2\n---\nc: 3\n");
    row("crlf", "a: 1\r\n---\r\nb: 2\r\n", 1, "a: 1\r\n");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: 1\n---\nb: 2\n",
        0, "\xEF\xBB\xBF---\nb: 2\n");
    row("an empty one", "a: 1\n---\n---\nc: 3\n", 1, "a: 1\n---\nc: 3\n");
}

void TestDocumentEdits::removes()
{
    QFETCH(QByteArray, before);
    QFETCH(int, document);
    QFETCH(QByteArray, after);
    const ParsedTextPtr parsed = parseText(before.toStdString());
    const auto splices = planDocumentRemoval(*parsed, static_cast<std::uint32_t>(document));
    QVERIFY2(splices, splices ? "" : qPrintable(errorText(splices.error())));
    QCOMPARE(QByteArray::fromStdString(applySplices(*parsed->text, *splices).value_or("")), after);
    for (const Splice& splice : *splices)
        QVERIFY(splice.text.empty());
}

void TestDocumentEdits::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("document");
    QTest::addColumn<QString>("code");
    QTest::newRow("template") << QByteArray("a: {{ .Values.x }}\n") << 0 << u"edit.template"_s;
    QTest::newRow("binary") << QByteArray("a: \xFF\n") << 0 << u"edit.unreadable"_s;
    QTest::newRow("no such document") << QByteArray("a: 1\n") << 1 << u"edit.noSuchNode"_s;
    QTest::newRow("a broken one") << QByteArray("a: [\n---\nb: 1\n") << 0 << u"edit.noSuchNode"_s;
}

void TestDocumentEdits::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, document);
    QFETCH(QString, code);
    const ParsedTextPtr parsed = parseText(text.toStdString());
    const auto index = static_cast<std::uint32_t>(document);
    const auto removal = planDocumentRemoval(*parsed, index);
    QVERIFY(!removal);
    QCOMPARE(QString::fromStdString(removal.error().code), code);
    const auto addition = planDocumentAddition(*parsed, NewValue::scalar("x"), index);
    QVERIFY(!addition);
    QCOMPARE(QString::fromStdString(addition.error().code), code);
    // A literal without a final newline would gain one.
    const ParsedTextPtr literal = parseText("a: |\n  x");
    QCOMPARE(planDocumentAddition(*literal, NewValue::scalar("x")).error().code, "edit.proof");
}

void TestDocumentEdits::takesTheStyleOfTheFile()
{
    const ParsedTextPtr parsed = parseText("spec:\n    hosts:\n    - a\n    http:\n    -   name: x\n");
    const NewValue value = NewValue::mapping(
        {{"kind", NewValue::scalar("B", true)},
         {"spec",
          NewValue::mapping({{"hosts", NewValue::sequence({NewValue::scalar("on", true), NewValue::scalar("c")})},
                             {"http",
                              NewValue::sequence({NewValue::mapping(
                                  {{"name", NewValue::scalar("y")}, {"empty", NewValue::mapping({})}})})}})}});
    const auto splices = planDocumentAddition(*parsed, value);
    QVERIFY(splices);
    QCOMPARE(splices->front().text,
             "---\nkind: B\nspec:\n    hosts:\n    - \"on\"\n    - c\n    http:\n    - name: y\n      empty: {}\n");
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestDocumentEdits)
#include "tst_documentedits.moc"
