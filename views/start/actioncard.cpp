// SPDX-License-Identifier: Apache-2.0
#include "views/start/actioncard.h"

#include <utility>

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

namespace meshdraft::views {

ActionCard::ActionCard(const Theme& theme, QString icon, const QString& title, const QString& detail, QString keys,
                       QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(std::move(icon))
    , m_detail(detail)
    , m_keys(std::move(keys))
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize ActionCard::sizeHint() const
{
    return {404, 62};
}

void ActionCard::paintEvent(QPaintEvent* /*e*/)
{
    QPainter painter(this);
    const bool on = isEnabled();
    const bool hot = on && (hasFocus() || isDown());
    const char* ground = on && underMouse() ? "hlsoft" : "base";
    drawBox(painter, rect(), 4, m_theme.color(ground), m_theme.color(hot ? "focus" : "border"), hot ? 2 : 1);
    painter.drawPixmap(QPoint(16, (height() - 22) / 2),
                       m_theme.pixmap(m_icon, 22,
                                      !on       ? "ctl"
                                          : hot ? "hl"
                                                : "text",
                                      devicePixelRatioF()));
    const QFont keyFont = scaledFont(font(), 0.88);
    const int keyWidth = m_keys.isEmpty() ? 0 : QFontMetrics(keyFont).horizontalAdvance(m_keys) + 10;
    const QRect inner = rect().adjusted(52, 0, -16 - keyWidth - 8, 0);
    painter.setFont(scaledFont(font(), 1.04, QFont::DemiBold));
    painter.setPen(m_theme.color(on ? "text" : "ctl"));
    const int middle = height() / 2;
    const int titleHeight = painter.fontMetrics().height();
    painter.drawText(QRect(inner.left(), middle - titleHeight, inner.width(), titleHeight), Qt::AlignVCenter, text());
    painter.setFont(scaledFont(font(), 0.92));
    painter.setPen(m_theme.color(on ? "muted" : "ctl"));
    painter.drawText(QRect(inner.left(), middle, inner.width(), painter.fontMetrics().height() + 2), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, inner.width()));
    if (keyWidth > 0) {
        const QFontMetrics metrics(keyFont);
        const QRectF box(width() - 14 - keyWidth, middle - (metrics.height() + 4) / 2.0, keyWidth,
                         metrics.height() + 4);
        drawBox(painter, box, 3, {}, m_theme.color("border"));
        painter.setFont(keyFont);
        painter.setPen(m_theme.color(on ? "muted" : "ctl"));
        painter.drawText(box, Qt::AlignCenter, m_keys);
    }
}

} // namespace meshdraft::views
