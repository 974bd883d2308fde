// SPDX-License-Identifier: Apache-2.0
#include "views/request/partchip.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int widest = 190;
constexpr int cross = 12;
} // namespace

PartChip::PartChip(const Theme& theme, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(tr("Enter edits it, Delete takes it out"));
    setToolTip(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QFont PartChip::chipFont() const
{
    return scaledFont(font(), 0.9, QFont::DemiBold);
}

QSize PartChip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    return {std::min(widest, metrics.horizontalAdvance(text()) + 16 + cross + 5), metrics.height() + 8};
}

QRect PartChip::crossRect() const
{
    return {width() - cross - 6, (height() - cross) / 2, cross, cross};
}

void PartChip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, m_theme.color(underMouse() ? "border2" : "alt"),
            m_theme.color("ctl"));
    painter.setFont(chipFont());
    painter.setPen(m_theme.color("text"));
    const QRect place(8, 0, width() - cross - 19, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    painter.drawPixmap(crossRect().topLeft(), m_theme.pixmap(u"close"_s, cross, "muted", devicePixelRatioF()));
    if (hasFocus()) {
        drawBox(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 3, {}, m_theme.color("focus"), 2);
    }
}

void PartChip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeRequested();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT editRequested();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void PartChip::mouseReleaseEvent(QMouseEvent* event)
{
    setDown(false);
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint())) {
        return;
    }
    if (crossRect().adjusted(-4, -4, 4, 4).contains(event->position().toPoint())) {
        Q_EMIT removeRequested();
    } else {
        Q_EMIT editRequested();
    }
}

} // namespace meshdraft::views
