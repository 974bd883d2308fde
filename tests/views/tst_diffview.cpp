// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/changes/diffview.h"
#include "views/changes/yamlspans.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestDiffView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pairsStandBesideEachOther();
    void unifiedShowsRemovedBeforeAdded();
    void unchangedLinesAreFoldedAndCounted();
    void stepsThroughChanges();
    void keepsItsPlaceWhileTheSameFileChanges();
    void directionCharactersAreShownAsEscapes();
    void paintsColoursOfRemovedAndAdded();
    void equalTextsShowNothing();
    void clickTellsTheLine();
    void yamlHasColours();

private:
    static std::shared_ptr<const std::string> text(const QByteArray& bytes)
    {
        return std::make_shared<const std::string>(bytes.toStdString());
    }
    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<DiffView> m_view;
};

void TestDiffView::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_view = std::make_unique<DiffView>(m_fixture->theme);
    m_view->resize(700, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestDiffView::cleanup()
{
    m_view.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestDiffView::pairsStandBesideEachOther()
{
    m_view->setTexts(u"a.yaml"_s, text("a: 1\nweight: 90 # stable\nb: 2\n"), text("a: 1\nweight: 80 # stable\nb: 2\n"));
    QCOMPARE(m_view->rows().size(), 3);
    const DiffView::Row& row = m_view->rows()[1];
    QCOMPARE(row.kind, DiffView::Row::Changed);
    QCOMPARE(row.oldLine, 2);
    QCOMPARE(row.newLine, 2);
    QCOMPARE(m_view->textOf(row, true), u"weight: 90 # stable"_s);
    QCOMPARE(m_view->textOf(row, false), u"weight: 80 # stable"_s);
    QCOMPARE(m_view->changeCount(), 1);
}

void TestDiffView::unifiedShowsRemovedBeforeAdded()
{
    m_view->setMode(DiffView::Mode::Unified);
    m_view->setTexts(u"a.yaml"_s, text("x: 1\ny: 2\n"), text("x: 3\ny: 4\n"));
    QStringList lines;
    for (const DiffView::Row& row : m_view->rows()) {
        lines << (row.newLine == 0 ? u"-"_s + m_view->textOf(row, true) : u"+"_s + m_view->textOf(row, false));
    }
    QCOMPARE(lines, (QStringList{u"-x: 1"_s, u"-y: 2"_s, u"+x: 3"_s, u"+y: 4"_s}));
}

void TestDiffView::unchangedLinesAreFoldedAndCounted()
{
    QByteArray before;
    for (int i = 1; i <= 60; ++i) {
        before += "k" + QByteArray::number(i) + ": v\n";
    }
    QByteArray after = before;
    after.replace("k40: v", "k40: w");
    m_view->setTexts(u"a.yaml"_s, text(before), text(after));
    QCOMPARE(m_view->rows().front().kind, DiffView::Row::Fold);
    QCOMPARE(m_view->rows().back().kind, DiffView::Row::Fold);
    std::uint32_t all = 0;
    for (const DiffView::Row& row : m_view->rows()) {
        all += row.kind == DiffView::Row::Fold ? row.folded : 1;
    }
    QCOMPARE(all, 60);
}

void TestDiffView::stepsThroughChanges()
{
    QByteArray before;
    for (int i = 1; i <= 120; ++i) {
        before += "k" + QByteArray::number(i) + ": v\n";
    }
    QByteArray after = before;
    after.replace("k10: v", "k10: w").replace("k60: v", "k60: w").replace("k110: v", "k110: w");
    m_view->setTexts(u"a.yaml"_s, text(before), text(after));
    QCOMPARE(m_view->changeCount(), 3);
    QCOMPARE(m_view->currentChange(), 0);
    const int first = m_view->verticalScrollBar()->value();
    QVERIFY(m_view->nextChange());
    QVERIFY(m_view->verticalScrollBar()->value() > first);
    QVERIFY(m_view->nextChange());
    QVERIFY(!m_view->nextChange());
    QCOMPARE(m_view->currentChange(), 2);
    QVERIFY(m_view->previousChange());
    QCOMPARE(m_view->currentChange(), 1);
}

void TestDiffView::keepsItsPlaceWhileTheSameFileChanges()
{
    QByteArray before;
    for (int i = 1; i <= 120; ++i) {
        before += "k" + QByteArray::number(i) + ": v\n";
    }
    QByteArray after = before;
    after.replace("k10: v", "k10: w").replace("k60: v", "k60: w");
    m_view->setTexts(u"a.yaml"_s, text(before), text(after));
    QVERIFY(m_view->nextChange());
    const int place = m_view->verticalScrollBar()->value();
    after.replace("k60: w", "k60: x");
    m_view->setTexts(u"a.yaml"_s, text(before), text(after));
    QCOMPARE(m_view->verticalScrollBar()->value(), place);
    QCOMPARE(m_view->currentChange(), 1);
}

void TestDiffView::directionCharactersAreShownAsEscapes()
{
    m_view->setTexts(u"a.yaml"_s, text("a: 1\n"),
                     text("a: \xE2\x80\xAE"
                          "1\n"));
    const QString shown = m_view->textOf(m_view->rows().front(), false);
    QVERIFY2(!shown.contains(QChar(0x202E)), qPrintable(shown));
    QVERIFY2(shown.contains(u"202e"_s, Qt::CaseInsensitive), qPrintable(shown));
}

void TestDiffView::paintsColoursOfRemovedAndAdded()
{
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        m_fixture->theme.setScheme(scheme);
        m_view->setTexts(u"a.yaml"_s, text("weight: 90\n"), text("weight: 80\n"));
        const QImage picture = m_view->viewport()->grab().toImage();
        QCOMPARE(picture.pixelColor(2, 2), m_fixture->theme.color("rembg"));
        QCOMPARE(picture.pixelColor(picture.width() - 3, 2), m_fixture->theme.color("addbg"));
        QCOMPARE(picture.pixelColor(2, 100), m_fixture->theme.color("base"));
    }
    m_fixture->theme.setScheme(Theme::Scheme::Light);
}

void TestDiffView::equalTextsShowNothing()
{
    m_view->setTexts(u"a.yaml"_s, text("a: 1\n"), text("a: 1\n"));
    QCOMPARE(m_view->changeCount(), 0);
    QVERIFY(!m_view->nextChange());
    m_view->clear();
    QCOMPARE(m_view->rows().size(), 0);
}

void TestDiffView::clickTellsTheLine()
{
    m_view->setTexts(u"a.yaml"_s, text("a: 1\nb: 2\n"), text("a: 1\nb: 3\n"));
    QSignalSpy clicked(m_view.get(), &DiffView::lineClicked);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(500, 26));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].toUInt(), 2U);
    QCOMPARE(clicked[0][1].toBool(), false);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(50, 26));
    QCOMPARE(clicked[1][1].toBool(), true);
}

void TestDiffView::yamlHasColours()
{
    YamlSpans spans;
    const QString line = u"  weight: 90 # stable"_s;
    spans.setLines({u"timeout: 3s"_s, line, u"host: reviews"_s});
    const auto tokenAt = [&](std::size_t number, qsizetype position) {
        QByteArray token = "text";
        for (const YamlSpans::Span& span : spans.spansOf(number)) {
            if (position >= span.begin && position < span.begin + span.length) {
                token = span.token;
            }
        }
        return token;
    };
    QCOMPARE(tokenAt(1, line.indexOf(u'w')), "yk");
    QCOMPARE(tokenAt(1, line.indexOf(u'9')), "yn");
    QCOMPARE(tokenAt(1, line.indexOf(u's')), "yc");
    QCOMPARE(tokenAt(0, 9), "yn");
    QCOMPARE(tokenAt(2, 8), "ys");
}

int main(int argc, char** argv)
{
    return runViewTest<TestDiffView>(argc, argv);
}

#include "tst_diffview.moc"
