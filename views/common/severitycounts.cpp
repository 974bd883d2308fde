// SPDX-License-Identifier: Apache-2.0
#include "views/common/severitycounts.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int glyph = 13;
constexpr int gap = 5; ///< between glyph and number
constexpr int space = 11; ///< between severities
} // namespace

SeverityCounts::SeverityCounts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void SeverityCounts::setFindings(const checks::Findings& findings, checks::Severity most)
{
    m_counts = {};
    for (const checks::Finding& finding : findings) {
        if (finding.severity <= most) {
            ++m_counts.at(static_cast<std::size_t>(finding.severity));
        }
    }
    setAccessibleName(tr("%1 errors, %2 warnings, %3 notes, %4 cannot be told")
                          .arg(m_counts[0])
                          .arg(m_counts[1])
                          .arg(m_counts[2])
                          .arg(m_counts[3]));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize SeverityCounts::sizeHint() const
{
    const QFontMetrics metrics(tabularFont(font()));
    int width = 0;
    for (const int count : m_counts) {
        if (count > 0) {
            width += glyph + gap + metrics.horizontalAdvance(QString::number(count)) + space;
        }
    }
    return {std::max(0, width - space), metrics.height() + 2};
}

void SeverityCounts::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(tabularFont(font()));
    int x = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts.at(i) == 0) {
            continue;
        }
        const Look look = lookOf(static_cast<checks::Severity>(i));
        painter.drawPixmap(QPoint(x, (height() - glyph) / 2),
                           m_theme.pixmap(look.icon, glyph, look.token, devicePixelRatioF(), "window"));
        const QString text = QString::number(m_counts.at(i));
        x += glyph + gap;
        painter.setPen(m_theme.color("text"));
        painter.drawText(QRect(x, 0, 80, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += painter.fontMetrics().horizontalAdvance(text) + space;
    }
}

void SeverityCounts::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT clicked();
    }
}

} // namespace meshdraft::views
