// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;

namespace meshdraft::views {

class Theme;

/// Float and close, for the title row of a dock.
class DockButtons : public QWidget {
    Q_OBJECT
public:
    DockButtons(const Theme& theme, QDockWidget& dock, QWidget* parent);
};

/// The title row of a dock: its name, float, close.
class DockTitle : public QWidget {
    Q_OBJECT
public:
    DockTitle(const Theme& theme, QDockWidget& dock);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace meshdraft::views
