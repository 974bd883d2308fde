// SPDX-License-Identifier: Apache-2.0
#include "views/common/fittingrow.h"

#include "views/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

FittingRow::FittingRow(const Theme& theme, QWidget& bar, QBoxLayout& row)
    : QObject(&bar)
    , m_theme(theme)
    , m_bar(bar)
    , m_row(row)
    , m_more(new QToolButton(&bar))
    , m_menu(new QMenu(m_more))
{
    m_more->setObjectName(u"moreOfBar"_s);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("What has no room in this bar"));
    m_more->setIconSize({16, 16});
    m_more->setFixedSize(26, 26);
    m_more->hide();
    const auto restyle = [this] { m_more->setIcon(m_theme.icon(u"menu"_s)); };
    restyle();
    connect(&theme, &Theme::changed, m_more, restyle);
    // Not the button's own menu: that would have an arrow beside the dots.
    connect(m_more, &QToolButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
}

void FittingRow::addGroup(std::vector<QWidget*> widgets)
{
    m_groups.push_back({std::move(widgets), false});
}

void FittingRow::addMenu()
{
    m_row.addWidget(m_more);
}

void FittingRow::setComfort(QWidget& widget, int width)
{
    m_comforts.emplace_back(&widget, width);
}

/// What the comfort of the narrow ones asks for beyond their least width.
int FittingRow::comfort() const
{
    int more = 0;
    for (const auto& [widget, width] : m_comforts) {
        const int least = widget->minimumWidth() > 0 ? widget->minimumWidth() : widget->minimumSizeHint().width();
        more += widget->isHidden() ? 0 : std::max(0, std::min(width, widget->sizeHint().width()) - least);
    }
    return more;
}

void FittingRow::setWanted(QWidget& widget, bool wanted)
{
    std::erase(m_unwanted, &widget);
    if (!wanted) {
        m_unwanted.push_back(&widget);
    }
    fit();
}

int FittingRow::neededWidth() const
{
    // Asked while the bar is laid out: to invalidate the row here would have it laid out again and again.
    const QMargins margins = m_row.contentsMargins();
    int width = margins.left() + margins.right();
    int shown = 0;
    for (int i = 0; i < m_row.count(); ++i) {
        QLayoutItem* item = m_row.itemAt(i);
        width += item->minimumSize().width();
        shown += item->isEmpty() ? 0 : 1;
    }
    return width + (std::max(0, shown - 1) * m_row.spacing());
}

int FittingRow::leastWidth() const
{
    // What can leave has left; the menu has come.
    int width = neededWidth();
    for (const Group& group : m_groups) {
        for (QWidget* widget : group.widgets) {
            if (!widget->isHidden()) {
                width -= m_row.itemAt(m_row.indexOf(widget))->minimumSize().width() + m_row.spacing();
            }
        }
    }
    return width + (m_more->isHidden() ? m_more->width() + m_row.spacing() : 0);
}

void FittingRow::fit()
{
    const auto show = [this](Group& group, bool isOut) {
        group.isOut = isOut;
        for (QWidget* widget : group.widgets) {
            widget->setVisible(!isOut && !std::ranges::contains(m_unwanted, widget));
        }
    };
    m_more->hide();
    for (Group& group : m_groups) {
        show(group, false);
    }
    for (Group& group : m_groups) {
        if (neededWidth() + comfort() <= m_bar.width()) {
            break;
        }
        show(group, true);
        m_more->show();
    }
    m_row.activate();
}

void FittingRow::fillMenu()
{
    m_menu->clear();
    for (const Group& group : m_groups) {
        for (QWidget* widget : group.widgets) {
            auto* button = qobject_cast<QToolButton*>(widget);
            if (!group.isOut || button == nullptr || std::ranges::contains(m_unwanted, widget)) {
                continue;
            }
            QAction* action = nullptr;
            if (button->menu() != nullptr) {
                button->menu()->setTitle(button->accessibleName());
                action = m_menu->addMenu(button->menu());
            } else {
                action = m_menu->addAction(button->accessibleName(), button, &QAbstractButton::click);
                action->setCheckable(button->isCheckable());
                action->setChecked(button->isChecked());
            }
            action->setIcon(button->icon());
            action->setEnabled(button->isEnabled());
        }
    }
}

} // namespace meshdraft::views
