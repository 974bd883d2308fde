// SPDX-License-Identifier: Apache-2.0
#include "views/common/collapsiblesection.h"

#include "views/common/paint.h"
#include "views/theme/theme.h"

#include <QPainterPath>
#include <QVBoxLayout>

namespace meshdraft::views {

SectionHeader::SectionHeader(const Theme& theme, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void SectionHeader::setSummary(const QString& summary, const QString& icon, const char* token)
{
    m_summary = summary;
    m_icon = icon;
    m_token = token;
    setAccessibleDescription(summary);
    update();
}

void SectionHeader::setQuiet(bool quiet)
{
    m_quiet = quiet;
    m_bold = !quiet;
    updateGeometry();
    update();
}

void SectionHeader::setBold(bool bold)
{
    m_bold = bold;
    update();
}

QSize SectionHeader::sizeHint() const
{
    return {200, QFontMetrics(font()).height() + (m_quiet ? 10 : 14)};
}

QSize SectionHeader::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void SectionHeader::paintEvent(QPaintEvent* /*e*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    QPainterPath chevron;
    if (isChecked()) {
        chevron.moveTo(13, middle - 2);
        chevron.lineTo(17, middle + 2);
        chevron.lineTo(21, middle - 2);
    } else {
        chevron.moveTo(15, middle - 4);
        chevron.lineTo(19, middle);
        chevron.lineTo(15, middle + 4);
    }
    painter.setPen(QPen(m_theme.color("muted"), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
    QFont bold = font();
    bold.setWeight(m_bold && !m_quiet ? QFont::DemiBold : QFont::Normal);
    painter.setFont(bold);
    painter.setPen(m_theme.color(m_bold ? "text" : "muted"));
    const QRect inner = rect().adjusted(30, 0, -12, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text());
    QRect right = inner;
    right.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(text()) + 12);
    if (!m_icon.isEmpty()) {
        painter.drawPixmap(QPoint(right.right() - 14, (height() - 16) / 2),
                           m_theme.pixmap(m_icon, 16, m_token, devicePixelRatioF()));
        right.setRight(right.right() - 22);
    }
    painter.setFont(font());
    painter.setPen(m_theme.color("muted"));
    painter.drawText(right, Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(m_summary, Qt::ElideRight, right.width()));
    if (hasFocus()) {
        drawBox(painter, QRectF(rect()).adjusted(4, 3, -4, -3), 4, {}, m_theme.color("focus"), 2);
    }
}

CollapsibleSection::CollapsibleSection(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_header(new SectionHeader(theme, title, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addWidget(m_header);
    connect(m_header, &QAbstractButton::toggled, this, [this](bool open) {
        if (m_content != nullptr) {
            m_content->setVisible(open);
        }
    });
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void CollapsibleSection::setContent(QWidget* content)
{
    m_content = content;
    layout()->addWidget(content);
    content->setVisible(isOpen());
}

void CollapsibleSection::setOpen(bool open)
{
    m_header->setChecked(open);
}

bool CollapsibleSection::isOpen() const
{
    return m_header->isChecked();
}

void CollapsibleSection::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border2"));
}

} // namespace meshdraft::views
