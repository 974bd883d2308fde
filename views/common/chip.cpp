// SPDX-License-Identifier: Apache-2.0
#include "views/common/chip.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

namespace meshdraft::views {

Chip::Chip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Chip::set(const QString& text, const char* ink, const char* fill)
{
    m_ink = ink;
    m_fill = fill;
    if (text != m_text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
    }
    setVisible(!text.isEmpty());
    update();
}

QFont Chip::chipFont() const
{
    return scaledFont(tabularFont(font()), 0.9, QFont::DemiBold);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(m_text) + 14, metrics.height() + 3};
}

void Chip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), 3, m_theme.color(m_fill), {});
    painter.setFont(chipFont());
    painter.setPen(m_theme.color(m_ink));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace meshdraft::views
