// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QMainWindow>

class QSettings;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class BottomDock;
class ChangesPanel;
class FindingsPanel;
class InspectorPanel;
class MeshTreePanel;
class ResourceActions;
class RouteListPanel;
class Theme;
class TopologyPage;

/// The page of the picture with its docks: Mesh at the left, Inspector at the right in full height, the bottom dock.
/// A window inside the window, so that the pages without docks need not know of them.
class Workbench : public QMainWindow {
    Q_OBJECT
public:
    enum Tab { PendingTab, FindingsTab, ListTab };
    Workbench(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// What can be done with resources, in the menus of tree and inspector.
    void setResourceActions(const ResourceActions& actions);
    void showTab(Tab tab);
    void toggleDock(QDockWidget* dock);
    QDockWidget* meshDock() const { return m_meshDock; }
    QDockWidget* inspectorDock() const { return m_inspectorDock; }
    BottomDock* bottomDock() const { return m_bottom; }
    TopologyPage* topology() const { return m_topology; }
    ChangesPanel* changes() const { return m_changes; }
    FindingsPanel* findings() const { return m_findings; }
    InspectorPanel* inspector() const { return m_inspector; }

    void resetLayout();
    void saveLayout(QSettings& settings) const;
    void restoreLayout(QSettings& settings);
    /// The bottom dock shows itself at the first change of a repository, once.
    void repositoryOpened();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QDockWidget* addDock(const Theme& theme, const QString& name, const QString& title, QWidget* panel,
                         Qt::DockWidgetArea area);
    void sizeDocks();

    MeshTreePanel* m_tree;
    InspectorPanel* m_inspector;
    TopologyPage* m_topology;
    ChangesPanel* m_changes;
    FindingsPanel* m_findings;
    RouteListPanel* m_list;
    QDockWidget* m_meshDock;
    QDockWidget* m_inspectorDock;
    BottomDock* m_bottom;
    bool m_bottomOffered = false;
    bool m_sized = false;
};

} // namespace meshdraft::views
