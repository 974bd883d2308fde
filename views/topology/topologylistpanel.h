// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/topology/picturebuilder.h"

#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class RouteListPanel;
class SegmentedSwitch;
class Theme;
class TopologyTreeModel;

/// The picture without a picture: as a tree that says everything, or as a table of destinations. Both follow the
/// selection. It is filled when it is looked at: nobody pays for a list that is closed.
class TopologyListPanel : public QWidget {
    Q_OBJECT
public:
    TopologyListPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);

    void setPicture(const BuiltPicture& picture);
    /// What stands in the row of the tabs.
    QWidget* tools() const { return m_tools; }
    QTreeView* tree() const { return m_tree; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void follow(const mesh::ElementRef& element);

    workspace::Selection& m_selection;
    BuiltPicture m_picture;
    TopologyTreeModel* m_model;
    QTreeView* m_tree;
    RouteListPanel* m_routes;
    QStackedWidget* m_stack;
    QWidget* m_tools;
    SegmentedSwitch* m_switch;
    bool m_following = false;
    bool m_isFilled = false;
};

} // namespace meshdraft::views
