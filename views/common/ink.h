// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPushButton;
class QWidget;

namespace meshdraft::views {

class Theme;

/// Gives the text of a label or view the colour of a token, in every scheme and on every ground.
void setInk(QWidget& widget, const Theme& theme, const char* token);

/// Makes a button the one that does what its dialog is for.
void setPrimary(QPushButton& button, const Theme& theme);

} // namespace meshdraft::views
