// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/routechooser.h"

#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/segmentedswitch.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int captionWidth = 44;
constexpr int addWidth = 30;
} // namespace

RouteChooser::RouteChooser(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_switch(new SegmentedSwitch(theme, this))
    , m_combo(new QComboBox(this))
    , m_add(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(0);
    auto* caption = new QLabel(tr("Route"), this);
    caption->setFont(scaledFont(font(), secondaryScale));
    caption->setFixedWidth(captionWidth);
    setInk(*caption, theme, "muted");
    row->addWidget(caption);
    row->addWidget(m_switch);
    row->addWidget(m_combo, 1);
    row->addStretch(1);
    row->addSpacing(4);
    row->addWidget(m_add);
    m_add->setObjectName(u"addPreview"_s);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setAccessibleName(tr("Add preview route"));
    m_add->setIcon(theme.icon(u"plus"_s));
    setAddable({});
    connect(&theme, &Theme::changed, m_add, [this, &theme] { m_add->setIcon(theme.icon(u"plus"_s)); });
    connect(m_add, &QToolButton::clicked, this, &RouteChooser::addRequested);
    m_switch->setFont(scaledFont(font(), secondaryScale));
    m_switch->setObjectName(u"routeSwitch"_s);
    m_switch->setAccessibleName(tr("Route"));
    m_combo->setObjectName(u"routeCombo"_s);
    setChoiceName(*m_combo, tr("Route"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_switch, &SegmentedSwitch::chosen, this, &RouteChooser::chosen);
    connect(m_combo, &QComboBox::activated, this, &RouteChooser::chosen);
}

void RouteChooser::setRoutes(const QStringList& names, int current)
{
    const QSignalBlocker blocker(m_combo);
    m_current = current;
    m_switch->setTexts(names);
    m_switch->setCurrent(current);
    QStringList shown;
    for (int i = 0; i < m_combo->count(); ++i) {
        shown << m_combo->itemText(i);
    }
    if (shown != names) {
        m_combo->clear();
        m_combo->addItems(names);
    }
    m_combo->setCurrentIndex(current);
    arrange();
}

void RouteChooser::setAddable(const QString& reason)
{
    m_add->setEnabled(reason.isEmpty());
    m_add->setToolTip(reason.isEmpty() ? tr("Add a preview route before this one, by header or cookie") : reason);
}

void RouteChooser::arrange()
{
    const bool fits = m_switch->sizeHint().width() <= width() - 24 - captionWidth - addWidth;
    m_switch->setVisible(fits);
    m_combo->setVisible(!fits);
}

void RouteChooser::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace meshdraft::views
