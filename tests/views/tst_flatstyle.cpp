// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/theme/flatstyle.h"

#include <QPushButton>
#include <QScrollBar>
#include <QStyleOptionSlider>

using namespace Qt::StringLiterals;
using namespace meshdraft::views;

namespace {

class Bar : public QScrollBar {
public:
    using QScrollBar::initStyleOption;
    using QScrollBar::QScrollBar;
    QRect part(QStyle::SubControl control) const
    {
        QStyleOptionSlider option;
        initStyleOption(&option);
        return style()->subControlRect(QStyle::CC_ScrollBar, &option, control, this);
    }
};

} // namespace

class TestFlatStyle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thumbsStayInTheirBar_data();
    void thumbsStayInTheirBar();
    void aDraggedThumbScrolls();
    void buttonsHaveRoomForIconAndText();

private:
    FlatStyle m_style;
};

void TestFlatStyle::thumbsStayInTheirBar_data()
{
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("value");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            for (const int maximum : {0, 10, 1000, 2'000'000'000}) {
                for (const int part : {0, 1, 2})
                    QTest::addRow("%d %d %d %d", orientation, direction, maximum, part)
                        << orientation << maximum << maximum / 2 * part << direction;
            }
        }
    }
}

void TestFlatStyle::thumbsStayInTheirBar()
{
    QFETCH(const Qt::Orientation, orientation);
    QFETCH(const int, maximum);
    QFETCH(const int, value);
    QFETCH(const Qt::LayoutDirection, direction);
    Bar bar(orientation);
    bar.setStyle(&m_style);
    bar.setLayoutDirection(direction);
    const bool isVertical = orientation == Qt::Vertical;
    bar.resize(isVertical ? QSize(11, 200) : QSize(200, 11));
    bar.setRange(0, maximum);
    bar.setPageStep(10);
    bar.setValue(value);
    const QRect thumb = bar.part(QStyle::SC_ScrollBarSlider);
    QVERIFY(bar.rect().contains(thumb));
    QVERIFY((isVertical ? thumb.height() : thumb.width()) >= 28);
    QVERIFY(bar.part(QStyle::SC_ScrollBarAddLine).isEmpty());
    QVERIFY(bar.part(QStyle::SC_ScrollBarSubLine).isEmpty());
    // The two pages and the thumb fill the bar.
    const auto area = [](const QRect& rect) { return rect.isEmpty() ? 0 : rect.width() * rect.height(); };
    QCOMPARE(area(thumb) + area(bar.part(QStyle::SC_ScrollBarAddPage)) + area(bar.part(QStyle::SC_ScrollBarSubPage)),
             area(bar.rect()));
    if (maximum > 0 && value == maximum)
        QVERIFY(bar.part(QStyle::SC_ScrollBarAddPage).isEmpty());
    if (value == 0)
        QVERIFY(bar.part(QStyle::SC_ScrollBarSubPage).isEmpty());
}

void TestFlatStyle::aDraggedThumbScrolls()
{
    Bar bar(Qt::Vertical);
    bar.setStyle(&m_style);
    bar.resize(11, 200);
    bar.setRange(0, 100);
    bar.setPageStep(25);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    const QPoint start = bar.part(QStyle::SC_ScrollBarSlider).center();
    QTest::mousePress(&bar, Qt::LeftButton, {}, start);
    QTest::mouseMove(&bar, start + QPoint(0, 300));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, start + QPoint(0, 300));
    QCOMPARE(bar.value(), 100);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(5, 2));
    QVERIFY(bar.value() < 100);
}

void TestFlatStyle::buttonsHaveRoomForIconAndText()
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::red);
    QPushButton plain(u"Commit 12 changes"_s);
    QPushButton button(QIcon(pixmap), u"Commit 12 changes"_s);
    for (QPushButton* each : {&plain, &button}) {
        each->setStyle(&m_style);
        each->setIconSize({16, 16});
    }
    QCOMPARE(button.sizeHint().width() - plain.sizeHint().width(), 16 + 8);
    button.resize(button.sizeHint());
    const QImage image = button.grab().toImage();
    // The icon is inside, with a gap behind it.
    int first = image.width();
    int last = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) == QColor(Qt::red)) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
    }
    QCOMPARE(last - first + 1, 16);
    QVERIFY(first > 4);
    const QColor ground = image.pixelColor(last + 3, image.height() / 2);
    for (int x = last + 1; x < last + 7; ++x)
        QCOMPARE(image.pixelColor(x, image.height() / 2), ground);
}

int main(int argc, char** argv)
{
    return runViewTest<TestFlatStyle>(argc, argv);
}

#include "tst_flatstyle.moc"
