// SPDX-License-Identifier: Apache-2.0
#include "views/common/segmentedswitch.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace meshdraft::views {

namespace {

constexpr int padding = 12;

QFont currentFont(const QFont& font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

} // namespace

SegmentedSwitch::SegmentedSwitch(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void SegmentedSwitch::setTexts(const QStringList& texts)
{
    if (texts == m_texts) {
        return;
    }
    m_texts = texts;
    m_current = std::min(m_current, static_cast<int>(texts.size()) - 1);
    updateGeometry();
    update();
}

void SegmentedSwitch::setCurrent(int index)
{
    if (index != m_current && index >= 0 && index < m_texts.size()) {
        m_current = index;
        update();
    }
}

void SegmentedSwitch::choose(int index)
{
    if (index < 0 || index >= m_texts.size() || index == m_current) {
        return;
    }
    setCurrent(index);
    Q_EMIT chosen(index);
}

int SegmentedSwitch::naturalWidth(int index) const
{
    return QFontMetrics(currentFont(font())).horizontalAdvance(m_texts.at(index)) + 2 * padding;
}

QSize SegmentedSwitch::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_texts.size(); ++i) {
        width += naturalWidth(i);
    }
    return {width + 2, QFontMetrics(font()).height() + 9};
}

QSize SegmentedSwitch::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 60 * static_cast<int>(m_texts.size())), sizeHint().height()};
}

QRect SegmentedSwitch::segmentRect(int index) const
{
    const int natural = std::max(1, sizeHint().width() - 2);
    const int available = std::min(width() - 2, natural);
    int x = 1;
    for (int i = 0; i < index; ++i) {
        x += naturalWidth(i) * available / natural;
    }
    const int w = index + 1 == m_texts.size() ? 1 + available - x : naturalWidth(index) * available / natural;
    return {x, 1, w, height() - 2};
}

void SegmentedSwitch::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_texts.isEmpty()) {
        return;
    }
    const QRectF all(0, 0, segmentRect(static_cast<int>(m_texts.size()) - 1).right() + 2, height());
    drawBox(painter, all, 4, m_theme.color("base"), {});
    QPainterPath clip;
    clip.addRoundedRect(all.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    for (int i = 0; i < m_texts.size(); ++i) {
        const QRect rect = segmentRect(i);
        const bool current = i == m_current;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(clip);
        if (current) {
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), m_theme.color(isEnabled() ? "hl" : "border2"));
        } else if (i > 0 && i - 1 != m_current) {
            painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), m_theme.color("ctl"));
        }
        painter.setFont(current ? currentFont(font()) : font());
        painter.setPen(m_theme.color(!isEnabled() ? "ctl" : current ? "hltext" : "text"));
        const QString text = painter.fontMetrics().elidedText(m_texts.at(i), Qt::ElideRight, rect.width() - 8);
        painter.drawText(rect, Qt::AlignCenter, text);
        painter.restore();
        if (current && hasFocus()) {
            drawBox(painter, QRectF(rect).adjusted(2, 2, -2, -2), 2, {}, m_theme.color("hltext"), 1);
        }
    }
    drawBox(painter, all, 4, {}, m_theme.color(isEnabled() ? "ctl" : "border"));
}

void SegmentedSwitch::mousePressEvent(QMouseEvent* event)
{
    for (int i = 0; i < m_texts.size(); ++i) {
        if (segmentRect(i).contains(event->position().toPoint())) {
            choose(i);
            return;
        }
    }
    QWidget::mousePressEvent(event);
}

void SegmentedSwitch::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        choose(m_current - 1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        choose(m_current + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(static_cast<int>(m_texts.size()) - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool SegmentedSwitch::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < m_texts.size(); ++i) {
            if (segmentRect(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), m_texts.at(i), this);
                return true;
            }
        }
    }
    return QWidget::event(event);
}

} // namespace meshdraft::views
