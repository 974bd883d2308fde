// SPDX-License-Identifier: Apache-2.0
#include "views/common/ink.h"

#include "views/theme/theme.h"

#include <QPalette>
#include <QPushButton>
#include <QWidget>

namespace meshdraft::views {

void setInk(QWidget& widget, const Theme& theme, const char* token)
{
    const auto apply = [&widget, &theme, token] {
        QPalette palette = widget.palette();
        // A widget on Base draws its text in Text, one on Window in WindowText.
        palette.setColor(QPalette::WindowText, theme.color(token));
        palette.setColor(QPalette::Text, theme.color(token));
        widget.setPalette(palette);
    };
    apply();
    QObject::connect(&theme, &Theme::changed, &widget, apply);
}

void setPrimary(QPushButton& button, const Theme& theme)
{
    const auto apply = [&button, &theme] {
        QPalette primary = button.parentWidget()->palette();
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            primary.setColor(group, QPalette::Button, theme.color("hl"));
            primary.setColor(group, QPalette::Dark, theme.color("hl"));
            primary.setColor(group, QPalette::ButtonText, theme.color("hltext"));
        }
        button.setPalette(primary);
    };
    apply();
    QObject::connect(&theme, &Theme::changed, &button, apply);
}

} // namespace meshdraft::views
