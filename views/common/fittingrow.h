// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <utility>
#include <vector>

class QBoxLayout;
class QMenu;
class QToolButton;

namespace meshdraft::views {

class Theme;

/// Keeps a bar of buttons within its width: what does not fit leaves in a fixed order and can be had in a menu at the
/// end of the bar. Owned by the bar.
class FittingRow : public QObject {
    Q_OBJECT
public:
    /// `row` is the layout of `bar`; the menu button is added by addMenu().
    FittingRow(const Theme& theme, QWidget& bar, QBoxLayout& row);

    /// Widgets that leave together when the room is short; the first group that is added leaves first. Of each the tool
    /// buttons are offered in the menu.
    void addGroup(std::vector<QWidget*> widgets);
    /// The button of the menu, at the end of the row as it is now.
    void addMenu();
    /// A widget that can be narrow, but should not be while others could leave.
    void setComfort(QWidget& widget, int width);
    /// A widget that its owner does not want now; it takes no room.
    void setWanted(QWidget& widget, bool wanted);
    /// The width below which nothing more can leave.
    int leastWidth() const;
    /// Lets leave what does not fit into the bar as wide as it is, and come back what does.
    void fit();

private:
    void fillMenu();
    int neededWidth() const;
    int comfort() const;

    struct Group {
        std::vector<QWidget*> widgets;
        bool isOut = false;
    };
    const Theme& m_theme;
    QWidget& m_bar;
    QBoxLayout& m_row;
    QToolButton* m_more;
    QMenu* m_menu;
    std::vector<Group> m_groups;
    std::vector<std::pair<QWidget*, int>> m_comforts;
    std::vector<const QWidget*> m_unwanted;
};

} // namespace meshdraft::views
