// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/weightslider.h"

#include "views/common/paint.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace meshdraft::views {

namespace {
constexpr qreal handle = 8; ///< radius
constexpr qreal inset = 11; ///< from the edge to the middle of the handle at the ends: room for the focus line
} // namespace

WeightSlider::WeightSlider(const Theme& theme, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSingleStep(1);
    setPageStep(5);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void WeightSlider::setMark(std::optional<int> value)
{
    if (value != m_mark) {
        m_mark = value;
        update();
    }
}

QSize WeightSlider::sizeHint() const
{
    return {120, 26};
}

qreal WeightSlider::xOf(int value) const
{
    const int span = std::max(1, maximum() - minimum());
    return inset + (width() - 2 * inset) * (value - minimum()) / span;
}

int WeightSlider::valueAt(qreal x) const
{
    const qreal share = (x - inset) / std::max(1.0, width() - 2 * inset);
    return minimum() + qRound(std::clamp(share, 0.0, 1.0) * (maximum() - minimum()));
}

QPoint WeightSlider::positionOf(int value) const
{
    return {qRound(xOf(value)), height() / 2};
}

void WeightSlider::paintEvent(QPaintEvent* /*ev*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    const qreal x = xOf(sliderPosition());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color("border"));
    painter.drawRoundedRect(QRectF(inset - 1, middle - 2, width() - 2 * inset + 2, 4), 2, 2);
    painter.setBrush(m_theme.color(maximum() > minimum() ? "hl" : "ctl"));
    painter.drawRoundedRect(QRectF(inset - 1, middle - 2, x - inset + 1, 4), 2, 2);
    if (m_mark) {
        painter.fillRect(QRectF(qRound(xOf(*m_mark)) - 1, middle - 7, 2, 14), m_theme.color("chg"));
    }
    const bool focused = hasFocus();
    painter.setBrush(m_theme.color("node"));
    painter.setPen(QPen(m_theme.color(focused ? "focus" : "nodeline"), focused ? 3 : 1));
    const qreal radius = focused ? handle + 0.5 : handle - 0.5;
    painter.drawEllipse(QPointF(x, middle), radius, radius);
}

void WeightSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || maximum() == minimum()) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    setValue(valueAt(event->position().x()));
}

void WeightSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown()) {
        setValue(valueAt(event->position().x()));
    }
}

void WeightSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isSliderDown()) {
        setSliderDown(false);
    }
}

void WeightSlider::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_L) {
        Q_EMIT lockRequested();
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
        return;
    }
    if (text.size() == 1 && text.front() >= u'0' && text.front() <= u'9') {
        Q_EMIT digitTyped(text);
        return;
    }
    QSlider::keyPressEvent(event);
}

// The wheel scrolls the inspector; a weight that changes because the pointer happens to be over it is an accident.
void WeightSlider::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QSlider::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace meshdraft::views
