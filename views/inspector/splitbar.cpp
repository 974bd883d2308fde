// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/splitbar.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int captionWidth = 50;
}

SplitBar::SplitBar(const Theme& theme, QString caption, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_caption(std::move(caption))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void SplitBar::setSegments(std::vector<Segment> segments)
{
    if (segments == m_segments) {
        return;
    }
    m_segments = std::move(segments);
    QStringList words;
    for (const Segment& segment : m_segments) {
        words << segment.label + u' ' + segment.value;
    }
    setAccessibleName(m_caption.isEmpty() ? words.join(u", "_s) : m_caption + u": "_s + words.join(u", "_s));
    update();
}

QSize SplitBar::sizeHint() const
{
    return {240, 22};
}

QSize SplitBar::minimumSizeHint() const
{
    return {140, 22};
}

void SplitBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(scaledFont(font(), 0.93));
    painter.setPen(m_theme.color("muted"));
    painter.drawText(QRect(0, 0, captionWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, m_caption);
    painter.setFont(scaledFont(tabularFont(font()), 0.9, QFont::DemiBold));
    const int left = m_caption.isEmpty() ? 0 : captionWidth;
    const QRectF bar(left, 3, width() - left, height() - 6);
    int visible = 0;
    for (const Segment& segment : m_segments) {
        visible += segment.share > 0 ? 1 : 0;
    }
    const qreal room = bar.width() - 2.0 * std::max(0, visible - 1);
    qreal x = bar.left();
    for (const Segment& segment : m_segments) {
        if (segment.share <= 0) {
            continue;
        }
        const QRectF rect(x, bar.top(), std::max(3.0, room * segment.share), bar.height());
        x = rect.right() + 2;
        const QColor line = segment.isNew ? m_theme.color("add")
            : segment.series >= 2         ? m_theme.color("ctl")
                                          : QColor();
        drawBox(painter, rect, 2, m_theme.color(segment.isNew ? "addbg" : seriesToken(segment.series)), line,
                segment.isNew ? 1.6 : 1);
        painter.setPen(m_theme.color(segment.isNew ? "text" : seriesTextToken(segment.series)));
        const QString full = segment.label + u' ' + segment.value;
        const QFontMetrics metrics = painter.fontMetrics();
        if (metrics.horizontalAdvance(full) + 8 <= rect.width()) {
            painter.drawText(rect, Qt::AlignCenter, full);
        } else if (metrics.horizontalAdvance(segment.label) + 6 <= rect.width()) {
            painter.drawText(rect, Qt::AlignCenter, segment.label);
        }
    }
}

bool SplitBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), accessibleName(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace meshdraft::views
