// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QDockWidget>

class QStackedWidget;
class QTabBar;

namespace meshdraft::views {

class Chip;
class SeverityCounts;
class Theme;

/// The dock at the bottom: its title row holds the tabs and the tools of the current one.
class BottomDock : public QDockWidget {
    Q_OBJECT
public:
    explicit BottomDock(const Theme& theme, QWidget* parent = nullptr);

    /// Adds a tab; `tools` (may be null) stand in the title row while it is the current one.
    int addPanel(const QString& title, QWidget* panel, QWidget* tools);
    void setCurrent(int tab);
    int current() const;
    /// Numbers on the tabs: pending changes, findings by severity.
    void setPending(std::size_t changes, int tab);
    void setFindings(const checks::Findings& findings, int tab);

Q_SIGNALS:
    void currentChanged(int tab);

private:
    void showTools(int tab);
    void putOnTab(QWidget* badge, bool isShown, int tab);

    const Theme& m_theme;
    QTabBar* m_tabs;
    QStackedWidget* m_panels;
    QStackedWidget* m_tools;
    Chip* m_count;
    SeverityCounts* m_severities;
};

} // namespace meshdraft::views
