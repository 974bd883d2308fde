// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/textbuffer.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

/// A character of the file as an editor steps over it, told apart by hand.
struct Cell {
    std::string bytes;
    QString shown; ///< empty: a byte order mark
    bool isBreak() const { return shown == u"\n"; }
};

using Cells = std::vector<Cell>;

std::string bytesOf(const Cells& cells)
{
    return std::accumulate(cells.begin(), cells.end(), std::string(),
                           [](std::string all, const Cell& cell) { return std::move(all) + cell.bytes; });
}

QString shownOf(const Cells& cells)
{
    QString all;
    for (const Cell& cell : cells)
        all += cell.shown;
    return all;
}

const Cell feed{"\n", u"\n"_s};
const Cell pair{"\r\n", u"\n"_s};
const Cell carriageReturn{"\r", u"\u240D"_s};
const std::vector<Cell> letters{
    {"a", u"a"_s},
    {":", u":"_s},
    {" ", u" "_s},
    {"\t", u"\t"_s},
    {"\xC2\xA0", u"\u00A0"_s},
    {"\xC3\xA4", u"\u00E4"_s},
    {"\xE2\x80\xA8", u"\u2424"_s},
    {"\xE2\x80\xA9", u"\u2424"_s},
    {"\xC2\x85", u"\u2424"_s},
    {"\xE2\x80\xAE", u"\u2426"_s},
    {"\x1B", u"\u241B"_s},
    {"\xF0\x9F\x9A\x80", u"\U0001F680"_s},
    carriageReturn,
    feed,
    pair,
};

/// What an editor can be made to insert: no control characters, no separators.
const std::vector<Cell> typed{{"x", u"x"_s},
                              {"-", u"-"_s},
                              {" ", u" "_s},
                              {"\xC2\xA0", u"\u00A0"_s},
                              {"\xC3\xA9", u"\u00E9"_s},
                              {"\xF0\x9F\x98\x80", u"\U0001F600"_s},
                              {"", u"\n"_s}};

/// A lone carriage return never stands right before a line feed: read again, the two would be one line ending.
Cells randomCells(QRandomGenerator& random, int count)
{
    Cells cells;
    if (random.bounded(3) == 0)
        cells.push_back({"\xEF\xBB\xBF", {}});
    for (int i = 0; i < count; ++i) {
        const Cell& next = letters[random.bounded(quint64(letters.size()))];
        if (next.isBreak() && !cells.empty() && cells.back().bytes == "\r")
            continue;
        cells.push_back(next);
    }
    return cells;
}

std::string endingAt(const Cells& cells, std::size_t at)
{
    for (std::size_t i = at; i < cells.size(); ++i) {
        if (cells[i].isBreak())
            return cells[i].bytes;
    }
    for (std::size_t i = at; i-- > 0;) {
        if (cells[i].isBreak())
            return cells[i].bytes;
    }
    return "\n";
}

} // namespace

class TestTextBuffer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatAnEditorCannotHold_data();
    void showsWhatAnEditorCannotHold();
    void linesAndPositions();
    void oneLetterIsOneByte();
    void breaksHaveTheEndingOfTheirLine_data();
    void breaksHaveTheEndingOfTheirLine();
    void whatIsToldButStaysIsNotTouched();
    void randomTypingChangesTheseBytesOnly();
    void randomSplicesShowTheSameAsAFreshText();
};

void TestTextBuffer::showsWhatAnEditorCannotHold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("empty") << QByteArray("") << u""_s;
    QTest::newRow("both line endings") << QByteArray("a\r\nb\nc") << u"a\nb\nc"_s;
    QTest::newRow("final newline") << QByteArray("a\n") << u"a\n"_s;
    QTest::newRow("lone carriage return") << QByteArray("a\rb\r\n") << u"a\u240Db\n"_s;
    QTest::newRow("carriage return before a pair") << QByteArray("a\r\r\n") << u"a\u240D\n"_s;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFk: v\n") << u"k: v\n"_s;
    QTest::newRow("byte order mark within") << QByteArray("k\xEF\xBB\xBF") << u"k\u2426"_s;
    QTest::newRow("no-break space stays") << QByteArray("a\xC2\xA0") << u"a\u00A0"_s;
    QTest::newRow("separators") << QByteArray("a\xE2\x80\xA8\xE2\x80\xA9\xC2\x85") << u"a\u2424\u2424\u2424"_s;
    QTest::newRow("escape") << QByteArray("\x1B[31m") << u"\u241B[31m"_s;
    QTest::newRow("right to left override") << QByteArray("a\xE2\x80\xAE") << u"a\u2426"_s;
    QTest::newRow("beyond the BMP") << QByteArray("\xF0\x9F\x9A\x80.") << u"\U0001F680."_s;
}

void TestTextBuffer::showsWhatAnEditorCannotHold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, shown);
    const TextBuffer buffer(bytes.toStdString());
    QCOMPARE(buffer.shown(), shown);
    QCOMPARE(buffer.size(), shown.size());
    QCOMPARE(buffer.bytes(), bytes.toStdString());
}

void TestTextBuffer::linesAndPositions()
{
    const TextBuffer buffer("\xEF\xBB\xBF"
                            "a: \xC3\xA4\r\n\xF0\x9F\x9A\x80x\n");
    QCOMPARE(buffer.lineCount(), 3);
    QCOMPARE(buffer.offsetOf(0), 3U);
    QCOMPARE(buffer.offsetOf(3), 6U);
    QCOMPARE(buffer.offsetOf(4), 8U); // before the line ending, not within
    QCOMPARE(buffer.offsetOf(5), 10U);
    QCOMPARE(buffer.offsetOf(7), 14U); // behind both halves of the rocket
    QCOMPARE(buffer.positionOf(9), 4);
    QCOMPARE(buffer.positionOf(14), 7);
    QCOMPARE(buffer.positionOf(16), 9);
    QCOMPARE(buffer.lineAt(8), 1);
    QCOMPARE(buffer.lineOf(10), 1);
    QCOMPARE(buffer.line(1), std::string_view("\xF0\x9F\x9A\x80x"));
    QCOMPARE(buffer.endOf(0), 8U);
}

void TestTextBuffer::oneLetterIsOneByte()
{
    TextBuffer buffer("a: 1\r\nb:\xC2\xA0\rx\xE2\x80\xA8y\nc: 3");
    const std::string before = buffer.bytes();
    const auto splice = buffer.change(static_cast<int>(buffer.shown().indexOf(u'y')), 0, u"z");
    QCOMPARE(splice.size(), std::size_t(1));
    QCOMPARE(splice.front().length, 0U);
    QCOMPARE(splice.front().text, std::string("z"));
    std::string expected = before;
    expected.insert(before.find('y'), "z");
    QCOMPARE(buffer.bytes(), expected);
}

void TestTextBuffer::breaksHaveTheEndingOfTheirLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("pair") << QByteArray("ab\r\nc\n") << 1 << QByteArray("a\r\nb\r\nc\n");
    QTest::newRow("feed beside pairs") << QByteArray("ab\r\ncd\n") << 4 << QByteArray("ab\r\nc\nd\n");
    QTest::newRow("last line as the one before") << QByteArray("ab\r\ncd") << 4 << QByteArray("ab\r\nc\r\nd");
    QTest::newRow("only line") << QByteArray("ab") << 1 << QByteArray("a\nb");
    QTest::newRow("empty file") << QByteArray("") << 0 << QByteArray("\n");
}

void TestTextBuffer::breaksHaveTheEndingOfTheirLine()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, position);
    QFETCH(const QByteArray, after);
    TextBuffer buffer(bytes.toStdString());
    QCOMPARE(buffer.change(position, 0, u"\u2029").size(), std::size_t(1));
    QCOMPARE(buffer.bytes(), after.toStdString());
}

void TestTextBuffer::whatIsToldButStaysIsNotTouched()
{
    const std::string bytes = "a\r\nb\rc\xE2\x80\xA8\n";
    TextBuffer buffer(bytes);
    QVERIFY(buffer.change(0, buffer.size(), QString(buffer.shown()).replace(u'\n', QChar::ParagraphSeparator)).empty());
    QCOMPARE(buffer.bytes(), bytes);
    QString more = buffer.shown();
    more.insert(4, u'!');
    const auto splice = buffer.change(0, buffer.size(), more);
    QCOMPARE(splice, (std::vector<source::Splice>{{.offset = 5, .length = 0, .text = "!"}}));
    // two places at once: what stands between them keeps its bytes
    more = buffer.shown();
    more.insert(0, u'<');
    more.append(u'>');
    QVERIFY(!buffer.change(0, buffer.size(), more).empty());
    QCOMPARE(buffer.bytes(), std::string("<a\r\nb\r!c\xE2\x80\xA8\n>"));
}

/// 2,000 changes of shown text beside a list of characters that is changed by hand.
void TestTextBuffer::randomTypingChangesTheseBytesOnly()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        Cells cells = randomCells(random, 120);
        TextBuffer buffer(bytesOf(cells));
        std::string spliced = buffer.bytes();
        for (int i = 0; i < 100; ++i) {
            const std::size_t mark = !cells.empty() && cells.front().shown.isEmpty() ? 1 : 0;
            const auto first = mark + random.bounded(quint64(cells.size() - mark + 1));
            const auto count = std::min<std::size_t>(random.bounded(5), cells.size() - first);
            const std::string ending = endingAt(cells, first);
            Cells added;
            for (quint32 n = random.bounded(4U); n > 0; --n) {
                Cell cell = typed[random.bounded(quint64(typed.size()))];
                if (cell.isBreak())
                    cell.bytes = ending;
                added.push_back(cell);
            }
            const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = begin + static_cast<std::ptrdiff_t>(count);
            const auto position = static_cast<int>(shownOf(Cells(cells.begin(), begin)).size());
            const Cells gone(begin, end);
            // What is replaced by the same sign stays as it was.
            for (std::size_t n = 0; n < std::min(gone.size(), added.size()) && gone[n].shown == added[n].shown; ++n)
                added[n] = gone[n];
            for (std::size_t n = 1; n <= std::min(gone.size(), added.size())
                 && gone[gone.size() - n].shown == added[added.size() - n].shown;
                 ++n)
                added[added.size() - n] = gone[gone.size() - n];
            cells.insert(cells.erase(begin, end), added.begin(), added.end());
            const auto splice = buffer.change(position, static_cast<int>(shownOf(gone).size()), shownOf(added));
            for (const source::Splice& each : splice) {
                const auto applied = source::applySplices(spliced, {&each, 1});
                QVERIFY(applied.has_value());
                spliced = *applied;
            }
            QCOMPARE(buffer.bytes(), bytesOf(cells));
            QCOMPARE(spliced, bytesOf(cells));
            QCOMPARE(buffer.shown(), shownOf(cells));
            QCOMPARE(buffer.lineCount(), shownOf(cells).count(u'\n') + 1);
            const auto some = static_cast<int>(random.bounded(static_cast<quint32>(buffer.size()) + 1));
            QCOMPARE(buffer.shown(0, buffer.positionOf(buffer.offsetOf(some))).size(),
                     buffer.positionOf(buffer.offsetOf(some)));
        }
    }
}

void TestTextBuffer::randomSplicesShowTheSameAsAFreshText()
{
    QRandomGenerator random(7);
    Cells cells = randomCells(random, 200);
    TextBuffer buffer(bytesOf(cells));
    QString shown = buffer.shown();
    for (int i = 0; i < 2000; ++i) {
        const auto first = random.bounded(quint64(cells.size() + 1));
        const auto count = std::min<std::size_t>(random.bounded(6), cells.size() - first);
        const Cells added = randomCells(random, static_cast<int>(random.bounded(6)));
        const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = begin + static_cast<std::ptrdiff_t>(count);
        const source::Splice splice{.offset = static_cast<std::uint32_t>(bytesOf(Cells(cells.begin(), begin)).size()),
                                    .length = static_cast<std::uint32_t>(bytesOf(Cells(begin, end)).size()),
                                    .text = bytesOf(added)};
        cells.insert(cells.erase(begin, end), added.begin(), added.end());
        const ShownChange change = buffer.take(splice);
        shown.replace(change.position, change.removed, change.added);
        QCOMPARE(buffer.bytes(), bytesOf(cells));
        QCOMPARE(buffer.shown(), shown);
        QCOMPARE(shown, TextBuffer(bytesOf(cells)).shown());
        QCOMPARE(buffer.size(), shown.size());
    }
}

QTEST_GUILESS_MAIN(TestTextBuffer)
#include "tst_textbuffer.moc"
