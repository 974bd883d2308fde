// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/canarychart.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int scaleWidth = 27; ///< of the numbers at the left
constexpr int captionHeight = 24;
constexpr int topRoom = 8;
constexpr qreal gap = 2; ///< between segments
constexpr qreal widest = 44; ///< of a bar
constexpr qreal labelHeight = 15; ///< a segment needs for its number
} // namespace

CanaryChart::CanaryChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Steps of the canary plan"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void CanaryChart::setBars(std::vector<Bar> bars, int current)
{
    if (bars == m_bars && current == m_current) {
        return;
    }
    m_bars = std::move(bars);
    m_current = std::clamp(current, -1, static_cast<int>(m_bars.size()) - 1);
    describe();
    update();
}

void CanaryChart::describe()
{
    setAccessibleDescription(m_current >= 0 ? m_bars[static_cast<std::size_t>(m_current)].spoken : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QSize CanaryChart::sizeHint() const
{
    return {280, 128};
}

QSize CanaryChart::minimumSizeHint() const
{
    return {180, 128};
}

QRectF CanaryChart::plot() const
{
    return {scaleWidth + 4.0, topRoom, width() - scaleWidth - 8.0, height() - topRoom - captionHeight * 1.0};
}

QRect CanaryChart::barRect(int bar) const
{
    const QRectF area = plot();
    const qreal slot = area.width() / std::max<qreal>(1, static_cast<qreal>(m_bars.size()));
    const QRectF rect(area.left() + slot * bar, 1, slot, height() - 2);
    return rect.adjusted(1, 0, -1, 0).toRect();
}

std::int64_t CanaryChart::total() const
{
    std::int64_t most = 0;
    for (const Bar& bar : m_bars) {
        most = std::max(most, std::accumulate(bar.weights.begin(), bar.weights.end(), std::int64_t{0}));
    }
    return std::max<std::int64_t>(most, 1);
}

void CanaryChart::paintScale(QPainter& painter) const
{
    const QRectF area = plot();
    painter.setFont(scaledFont(tabularFont(font()), 0.85));
    for (const int half : {0, 1, 2}) {
        const qreal y = qRound(area.bottom() - area.height() * half / 2.0);
        painter.setPen(m_theme.color("border2"));
        painter.drawLine(QPointF(area.left() - 2, y), QPointF(area.right(), y));
        painter.setPen(m_theme.color("muted"));
        painter.drawText(QRectF(0, y - 8, scaleWidth - 3, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(static_cast<double>(total()) * half / 2.0));
    }
}

void CanaryChart::paintBar(QPainter& painter, int bar) const
{
    const Bar& shown = m_bars[static_cast<std::size_t>(bar)];
    const QRect slot = barRect(bar);
    const QRectF area = plot();
    const qreal width = std::min<qreal>(widest, slot.width() - 6.0);
    const qreal left = slot.left() + (slot.width() - width) / 2.0;
    qreal bottom = area.bottom();
    painter.setFont(scaledFont(tabularFont(font()), 0.85, QFont::DemiBold));
    for (std::size_t part = 0; part < shown.weights.size(); ++part) {
        if (shown.weights[part] <= 0) {
            continue;
        }
        const qreal height = area.height() * static_cast<double>(shown.weights[part]) / static_cast<double>(total());
        const QRectF segment(left, bottom - height, width, std::max<qreal>(1.5, height - gap));
        bottom -= height;
        drawBox(painter, segment, std::min<qreal>(2, segment.height() / 2), m_theme.color(seriesToken(part)),
                part >= 2 ? m_theme.color("ctl") : QColor());
        const QString label = QString::number(shown.weights[part]);
        if (segment.height() >= labelHeight && painter.fontMetrics().horizontalAdvance(label) + 4 <= segment.width()) {
            painter.setPen(m_theme.color(seriesTextToken(part)));
            painter.drawText(segment, Qt::AlignCenter, label);
        }
    }
    const bool isCurrent = bar == m_current;
    painter.setFont(scaledFont(font(), 0.85, isCurrent || shown.isNow ? QFont::DemiBold : QFont::Normal));
    painter.setPen(m_theme.color(isCurrent || shown.isNow ? "text" : "muted"));
    const bool fits = painter.fontMetrics().horizontalAdvance(shown.caption) <= slot.width() - 2;
    painter.drawText(QRectF(slot.left(), area.bottom() + 2, slot.width(), captionHeight - 4), Qt::AlignCenter,
                     fits ? shown.caption : shown.shortCaption);
    if (isCurrent) {
        drawBox(painter, QRectF(slot).adjusted(1, 1, -1, -1), 4, {}, m_theme.color("hl"), hasFocus() ? 2.5 : 1.5);
    }
}

void CanaryChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter);
    for (int bar = 0; bar < static_cast<int>(m_bars.size()); ++bar) {
        paintBar(painter, bar);
    }
    if (hasFocus() && m_current < 0) {
        drawBox(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 4, {}, m_theme.color("focus"), 2);
    }
}

int CanaryChart::barAt(QPoint position) const
{
    for (int bar = 0; bar < static_cast<int>(m_bars.size()); ++bar) {
        if (barRect(bar).contains(position)) {
            return bar;
        }
    }
    return -1;
}

void CanaryChart::choose(int bar)
{
    if (bar < 0 || bar >= static_cast<int>(m_bars.size())) {
        return;
    }
    m_current = bar;
    describe();
    update();
    Q_EMIT chosen(bar);
}

void CanaryChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        choose(barAt(event->position().toPoint()));
    } else {
        event->ignore();
    }
}

void CanaryChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        choose(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool CanaryChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int bar = barAt(help->pos());
        if (bar >= 0) {
            QToolTip::showText(help->globalPos(), m_bars[static_cast<std::size_t>(bar)].spoken, this, barRect(bar));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace meshdraft::views
