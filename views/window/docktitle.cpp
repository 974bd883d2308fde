// SPDX-License-Identifier: Apache-2.0
#include "views/window/docktitle.h"

#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

DockButtons::DockButtons(const Theme& theme, QDockWidget& dock, QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const QString& icon, const QString& text) {
        auto* button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setFixedSize(20, 20);
        button->setIconSize({14, 14});
        button->setIcon(theme.icon(icon, "muted"));
        button->setAccessibleName(text);
        button->setToolTip(text);
        connect(&theme, &Theme::changed, button,
                [&theme, button, icon] { button->setIcon(theme.icon(icon, "muted")); });
        row->addWidget(button);
        return button;
    };
    const QString name = dock.windowTitle();
    connect(add(u"float"_s, tr("Float or dock %1").arg(name)), &QToolButton::clicked, &dock,
            [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(add(u"close"_s, tr("Close %1").arg(name)), &QToolButton::clicked, &dock, &QWidget::close);
}

DockTitle::DockTitle(const Theme& theme, QDockWidget& dock)
    : QWidget(&dock)
    , m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 4, 4);
    row->setSpacing(4);
    auto* name = new QLabel(dock.windowTitle(), this);
    name->setFont(scaledFont(font(), 0.92, QFont::DemiBold));
    row->addWidget(name, 1);
    row->addWidget(new DockButtons(theme, dock, this));
    setFixedHeight(27);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void DockTitle::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("window"));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border"));
}

} // namespace meshdraft::views
