// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/routechooser.h"

#include "views/common/ink.h"
#include "views/common/segmentedswitch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int captionWidth = 50;
}

RouteChooser::RouteChooser(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_switch(new SegmentedSwitch(theme, this))
    , m_combo(new QComboBox(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(0);
    auto* caption = new QLabel(tr("Route"), this);
    caption->setFixedWidth(captionWidth);
    setInk(*caption, theme, "muted");
    row->addWidget(caption);
    row->addWidget(m_switch);
    row->addWidget(m_combo, 1);
    row->addStretch(1);
    m_switch->setObjectName(u"routeSwitch"_s);
    m_switch->setAccessibleName(tr("Route"));
    m_combo->setObjectName(u"routeCombo"_s);
    m_combo->setAccessibleName(tr("Route"));
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

void RouteChooser::arrange()
{
    const bool fits = m_switch->sizeHint().width() <= width() - 24 - captionWidth;
    m_switch->setVisible(fits);
    m_combo->setVisible(!fits);
}

void RouteChooser::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace meshdraft::views
