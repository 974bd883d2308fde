// SPDX-License-Identifier: Apache-2.0
#include "views/window/pagerail.h"

#include "views/common/access.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int railWidth = 57;

/// Icon over label; painted here because no style has it.
class RailButton : public QToolButton {
public:
    RailButton(const Theme& theme, QString icon, QWidget* parent)
        : QToolButton(parent)
        , m_theme(theme)
        , m_icon(std::move(icon))
    {
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }
    QSize sizeHint() const override { return {railWidth - 1, text().isEmpty() ? 46 : 54}; }

protected:
    void paintEvent(QPaintEvent* /*unused*/) override
    {
        QPainter painter(this);
        const bool current = isChecked();
        if (current) {
            painter.fillRect(rect(), m_theme.color("window"));
            painter.fillRect(QRect(0, 0, 3, height()), m_theme.color("hl"));
        } else if (isEnabled() && underMouse()) {
            painter.fillRect(rect(), m_theme.color("border2"));
        }
        const char* ink = !isEnabled() ? "ctl" : current ? "text" : "muted";
        const int top = text().isEmpty() ? (height() - 18) / 2 : 9;
        const int size = text().isEmpty() ? 18 : 21;
        painter.setOpacity(isEnabled() ? 1.0 : 0.65);
        painter.drawPixmap(QPoint((width() - size) / 2 + 1, top),
                           m_theme.pixmap(m_icon, size, ink, devicePixelRatioF()));
        painter.setFont(scaledFont(font(), 0.8, current ? QFont::DemiBold : QFont::Normal));
        painter.setPen(m_theme.color(ink));
        painter.drawText(QRect(1, top + size + 2, width(), 16), Qt::AlignCenter, text());
        painter.setOpacity(1);
        if (hasFocus()) {
            drawBox(painter, QRectF(rect()).adjusted(4, 2, -2, -2), 4, {}, m_theme.color("focus"), 2);
        }
    }

private:
    const Theme& m_theme;
    QString m_icon;
};

} // namespace

PageRail::PageRail(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(new RailButton(theme, u"settings"_s, this))
{
    setObjectName(u"pageRail"_s);
    setRole(*this, QAccessible::PageTabList);
    setAccessibleName(tr("Pages"));
    setFixedWidth(railWidth + 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 1, 4);
    column->setSpacing(0);
    struct Entry {
        const char16_t* icon;
        const char16_t* name;
        QString text;
    };
    const std::array<Entry, PageCount> entries{{
        {u"home", u"pageStart", tr("Start")},
        {u"topology", u"pageTopology", tr("Topology")},
        {u"editor", u"pageEditor", tr("Editor")},
        {u"review", u"pageReview", tr("Review")},
        {u"explain", u"pageExplain", tr("Explain")},
        {u"learn", u"pageLearn", tr("Learn")},
    }};
    for (int i = 0; i < PageCount; ++i) {
        auto* button = new RailButton(theme, QString::fromUtf16(entries[i].icon), this);
        setRole(*button, QAccessible::PageTab);
        button->setText(entries[i].text);
        button->setAccessibleName(entries[i].text);
        button->setObjectName(QString::fromUtf16(entries[i].name));
        button->setCheckable(true);
        column->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i, button] {
            button->setChecked(true);
            Q_EMIT pageRequested(i);
        });
        m_buttons[i] = button;
    }
    column->addStretch(1);
    m_settings->setObjectName(u"settingsButton"_s);
    m_settings->setAccessibleName(tr("Appearance"));
    m_settings->setToolTip(tr("Appearance"));
    m_settings->setPopupMode(QToolButton::InstantPopup);
    column->addWidget(m_settings);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void PageRail::setCurrent(Page page)
{
    for (int i = 0; i < PageCount; ++i) {
        m_buttons[i]->setChecked(i == page);
    }
}

void PageRail::setPageEnabled(Page page, bool enabled, const QString& reason)
{
    m_buttons[page]->setEnabled(enabled);
    m_buttons[page]->setToolTip(reason);
}

void PageRail::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("rail"));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color("border"));
}

} // namespace meshdraft::views
