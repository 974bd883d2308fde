// SPDX-License-Identifier: Apache-2.0
#include "views/common/tierbadge.h"

#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

namespace meshdraft::views {

TierBadge::TierBadge(const Theme& theme, Style style, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_style(style)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setText(workspace::tierText(m_tier));
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void TierBadge::setTier(changes::Tier tier)
{
    m_tier = tier;
    setText(workspace::tierText(tier));
    setAccessibleName(text());
    updateGeometry();
    update();
}

QFont TierBadge::badgeFont() const
{
    return scaledFont(font(), m_style == Style::Boxed ? 0.96 : 0.94, QFont::DemiBold);
}

QSize TierBadge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    const int margin = m_style == Style::Boxed ? 8 : 0;
    return {margin * 2 + 14 + 6 + metrics.horizontalAdvance(text()),
            metrics.height() + (m_style == Style::Boxed ? 6 : 2)};
}

void TierBadge::paintEvent(QPaintEvent* /*e*/)
{
    QPainter painter(this);
    const Look look = lookOf(m_tier);
    int x = 0;
    if (m_style == Style::Boxed) {
        drawBox(painter, rect(), 4, m_theme.color(look.fill), m_theme.color(look.token));
        x = 8;
    }
    painter.drawPixmap(QPoint(x, (height() - 14) / 2),
                       m_theme.pixmap(look.icon, 14, look.token, devicePixelRatioF(), "base"));
    painter.setFont(badgeFont());
    painter.setPen(m_theme.color(look.token));
    painter.drawText(rect().adjusted(x + 20, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus()) {
        drawBox(painter, QRectF(rect()), 4, {}, m_theme.color("focus"), 2);
    }
}

} // namespace meshdraft::views
