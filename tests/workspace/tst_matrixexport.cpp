// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/settings.h"
#include "models/workspace/matrixexport.h"
#include "models/workspace/matrixwords.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;
using matrix::Cell;
using matrix::CellState;
using matrix::Note;

namespace {

Cell cell(CellState state, const std::string& value = {}, const std::string& effective = {}, Note note = Note::None)
{
    Cell result;
    result.state = state;
    result.note = note;
    result.value = value;
    result.effective = effective;
    return result;
}

/// One row with this value in environment "a" and another one in "b".
matrix::Matrix withValue(const std::string& value)
{
    matrix::Matrix matrix;
    matrix.environments = {{"a", nullptr, {}}, {"b", nullptr, {}}};
    matrix.subjects = {{"reviews.shop", {"reviews", "reviews"}, matrix::Match::Exact}};
    matrix.rows = {
        {0, "route.timeout", "default", true, {cell(CellState::Present, value), cell(CellState::Present, "x")}}};
    matrix.rows.front().cells.back().deviates = true;
    matrix.differences = 1;
    return matrix;
}

/// Reads RFC 4180 as a spreadsheet does.
QList<QStringList> readCsv(const QByteArray& bytes)
{
    QList<QStringList> lines;
    QStringList fields{QString()};
    bool isQuoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            fields.back() += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u',') {
            fields << QString();
        } else if (!isQuoted && c == u'\r') {
            ++i; // the line feed
            lines << fields;
            fields = {QString()};
        } else {
            fields.back() += c;
        }
    }
    return lines;
}

} // namespace

class TestMatrixExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csvIsReadBack_data();
    void csvIsReadBack();
    void markdownCannotBeLeft_data();
    void markdownCannotBeLeft();
    void markdownMarksWhatDiffers();
    void markdownNamesWhatCannotBeRead();
    void cellsHaveWords_data();
    void cellsHaveWords();
    void everySettingHasAText();
    void everyStateAndNoteHasAName();
    void subjectsSayThatNamespacesDiffer();
};

void TestMatrixExport::csvIsReadBack_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("read");
    QTest::newRow("plain") << QByteArray("3s") << u"3s"_s;
    QTest::newRow("comma and quotes") << QByteArray("a, \"b\"") << u"a, \"b\""_s;
    QTest::newRow("Unicode") << QByteArray("3\u2009s") << QString::fromUtf8("3\u2009s");
    QTest::newRow("line end") << QByteArray("a\r\nb") << u"a\\u000d\\u000ab"_s;
    QTest::newRow("direction") << QByteArray("a\u202eb") << u"a\\u202eb"_s;
    QTest::newRow("formula") << QByteArray("=HYPERLINK(\"http://x\")") << u"'=HYPERLINK(\"http://x\")"_s;
    QTest::newRow("plus") << QByteArray("+1") << u"'+1"_s;
    QTest::newRow("minus") << QByteArray("-1") << u"'-1"_s;
    QTest::newRow("at") << QByteArray("@SUM(A1)") << u"'@SUM(A1)"_s;
    QTest::newRow("tab before a formula") << QByteArray("\t=1") << u"\\u0009=1"_s;
    QTest::newRow("spaces before a formula") << QByteArray("  =1") << u"'  =1"_s;
    QTest::newRow("space at the end") << QByteArray("a ") << u"a "_s;
}

void TestMatrixExport::csvIsReadBack()
{
    QFETCH(QByteArray, value);
    const QByteArray csv = matrixCsv(withValue(value.toStdString()));
    QVERIFY(csv.endsWith("\r\n"));
    const QList<QStringList> lines = readCsv(csv);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], (QStringList{u"host"_s, u"setting"_s, u"item"_s, u"differs"_s, u"a"_s, u"b"_s}));
    QCOMPARE(lines[1].first(4), (QStringList{u"reviews.shop"_s, u"route.timeout"_s, u"default"_s, u"yes"_s}));
    QTEST(lines[1][4], "read");
}

void TestMatrixExport::markdownCannotBeLeft_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("bar") << QByteArray("a|b") << u"`a\\|b`"_s;
    QTest::newRow("backtick") << QByteArray("a`b") << u"``a`b``"_s;
    QTest::newRow("markup") << QByteArray("<img src=x> @team") << u"`<img src=x> @team`"_s;
    QTest::newRow("line end") << QByteArray("a\n| b |") << u"`a\\u000a\\| b \\|`"_s;
}

void TestMatrixExport::markdownCannotBeLeft()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, shown);
    const QString text = matrixMarkdown(withValue(value.toStdString()));
    QVERIFY2(text.contains(u"| Timeout · `default` | "_s + shown + u" | ~ `x` |\n"_s), qPrintable(text));
}

void TestMatrixExport::markdownMarksWhatDiffers()
{
    QCOMPARE(matrixMarkdown(withValue("3s")),
             u"## Environments compared\n\nRows that differ: 1 of 1.\n\n### `reviews.shop`\n\n"
             "| Setting | `a` | `b` |\n| --- | --- | --- |\n| Timeout · `default` | `3s` | ~ `x` |\n"_s);
}

void TestMatrixExport::markdownNamesWhatCannotBeRead()
{
    matrix::Matrix matrix = withValue("3s");
    matrix.environments[1].error = Error{"environment.unknown", {"b|c", "a"}, {}};
    matrix.subjects[0].match = matrix::Match::Name;
    const QString text = matrixMarkdown(matrix);
    QVERIFY2(text.contains(u"- `b`: There is no environment `b|c`. There are: `a`."_s), qPrintable(text));
    QVERIFY2(text.contains(u"Matched by name; the namespaces differ. `a`: `reviews`, `b`: `reviews`"_s),
             qPrintable(text));
}

void TestMatrixExport::cellsHaveWords_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<QString>("text");
    QTest::newRow("value") << cell(CellState::Present, "3s") << u"3s"_s;
    QTest::newRow("empty value") << cell(CellState::Present) << u"\"\""_s;
    QTest::newRow("default") << cell(CellState::Absent, {}, "1024", Note::Default) << u"1024 (default)"_s;
    QTest::newRow("nothing") << cell(CellState::Absent, {}, {}, Note::NotSet) << u"not set"_s;
    QTest::newRow("alone") << cell(CellState::Present, "v1", {}, Note::Alone) << u"v1 (all)"_s;
    QTest::newRow("inherited") << cell(CellState::Absent, {}, "7", Note::Inherited) << u"7 (from the rule)"_s;
    QTest::newRow("unknown") << cell(CellState::Unknown, "${X}", {}, Note::Placeholder)
                             << u"${X} (cannot tell: filled in later)"_s;
    QTest::newRow("no host") << cell(CellState::NoSuchHost) << u"no such host"_s;
    QTest::newRow("unreadable") << cell(CellState::Unreadable) << u"cannot be read"_s;
}

void TestMatrixExport::cellsHaveWords()
{
    QFETCH(Cell, cell);
    QTEST(cellText(cell), "text");
}

void TestMatrixExport::everySettingHasAText()
{
    for (const matrix::Setting& setting : matrix::settings()) {
        const std::string id(setting.id);
        QVERIFY2(settingText(id) != QString::fromStdString(id), id.c_str());
        QVERIFY(!settingGroupText(setting.group).isEmpty());
    }
    QCOMPARE(settingText("VirtualService:spec.http[*].timeout"), u"VirtualService:spec.http[*].timeout"_s);
}

void TestMatrixExport::everyStateAndNoteHasAName()
{
    std::set<std::string_view> names;
    for (int state = 0; state <= static_cast<int>(CellState::Unreadable); ++state)
        QVERIFY(names.insert(stateName(static_cast<CellState>(state))).second);
    names.clear();
    for (int note = 0; note <= static_cast<int>(Note::Placeholder); ++note)
        QVERIFY(names.insert(noteName(static_cast<Note>(note))).second);
}

void TestMatrixExport::subjectsSayThatNamespacesDiffer()
{
    matrix::Matrix matrix = withValue("3s");
    QCOMPARE(subjectHint(matrix, matrix.subjects[0]), QString());
    matrix.subjects[0] = {"reviews", {"reviews.dev", "reviews.shop"}, matrix::Match::Name};
    QVERIFY(subjectHint(matrix, matrix.subjects[0]).endsWith(u"\na: reviews.dev\nb: reviews.shop"_s));
}

QTEST_GUILESS_MAIN(TestMatrixExport)
#include "tst_matrixexport.moc"
