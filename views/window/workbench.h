// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QMainWindow>

class QStackedWidget;

class QSettings;

namespace meshdraft::workspace {
class MeshFindings;
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class BottomDock;
class ChangesPanel;
class EditorPage;
class EditorSide;
class FindingsPanel;
class Followers;
class InspectorPanel;
class MeshTreePanel;
class ResourceActions;
class Theme;
class TopologyListPanel;
class TopologyPage;

/// The page of the picture with its docks: Mesh at the left, Inspector at the right in full height, the bottom dock.
/// A window inside the window, so that the pages without docks need not know of them.
class Workbench : public QMainWindow {
    Q_OBJECT
public:
    enum Tab { PendingTab, FindingsTab, ListTab };
    enum View { TopologyView, EditorView };
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
    EditorPage* editor() const { return m_editor; }
    EditorSide* editorSide() const { return m_side; }
    /// The Inspector dock holds what belongs to the view: beside the text its outline, beside the picture the forms.
    void updateSide();
    /// What stands between the docks.
    void showView(View view);
    View view() const;
    ChangesPanel* changes() const { return m_changes; }
    FindingsPanel* findings() const { return m_findings; }
    /// What is found in the mesh that is shown, flows included.
    workspace::MeshFindings* meshFindings() const { return m_meshFindings; }
    InspectorPanel* inspector() const { return m_inspector; }
    /// Who gets each snapshot, and when.
    Followers* followers() const { return m_followers; }

    void resetLayout();
    void saveLayout(QSettings& settings) const;
    void restoreLayout(QSettings& settings);
    /// The bottom dock shows itself at the first change of a repository, once.
    void repositoryOpened();

Q_SIGNALS:
    void viewChanged();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QDockWidget* addDock(const Theme& theme, const QString& name, const QString& title, QWidget* panel,
                         Qt::DockWidgetArea area);
    void sizeDocks();
    void addFollowers();
    void offerChanges(const workspace::SnapshotPtr& snapshot);

    MeshTreePanel* m_tree;
    InspectorPanel* m_inspector;
    TopologyPage* m_topology;
    EditorPage* m_editor;
    QStackedWidget* m_views;
    EditorSide* m_side;
    QStackedWidget* m_sides; ///< in the Inspector dock
    ChangesPanel* m_changes;
    FindingsPanel* m_findings;
    workspace::MeshFindings* m_meshFindings;
    TopologyListPanel* m_list;
    Followers* m_followers;
    QDockWidget* m_meshDock;
    QDockWidget* m_inspectorDock;
    BottomDock* m_bottom;
    bool m_bottomOffered = false;
    bool m_sized = false;
};

} // namespace meshdraft::views
