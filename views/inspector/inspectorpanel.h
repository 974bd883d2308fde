// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/operations/usages.h"
#include "views/inspector/facts.h"
#include "views/inspector/splitdesigner.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace meshdraft::workspace {
class Selection;
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class CollapsibleSection;
class EffectiveSection;
class FactList;
class UsageList;
class InspectorHeader;
class ResourceForm;
class RouteChooser;
class RouteTools;
class NamespaceCard;
class Theme;

/// The Inspector dock: what the selected resource says, as a form; of a route its traffic split first. Of several
/// resources the form shows what they have in common.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    InspectorPanel(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    InspectorHeader* header() const { return m_header; }
    ResourceForm* form() const { return m_form; }
    /// Opens the list of what uses the resource and gives it the focus.
    void showWhereUsed();
    RouteTools* routeTools() const { return m_tools; }
    NamespaceCard* namespaceCard() const { return m_namespace; }
    /// Shows what a drag left out: while a slider is held only the split follows.
    void catchUp();

Q_SIGNALS:
    /// A slider of the split is held from now on, or let go.
    void dragging(bool isHeld);
    void fileRequested(const QString& path, int line);
    /// Who uses what in the graph of the newest snapshot that was looked through.
    void usagesFound(const meshdraft::workspace::UsagesPtr& usages);

private:
    struct Section {
        CollapsibleSection* section = nullptr;
        UsageList* list = nullptr;
    };
    Section addSection(const QString& title, const QString& name);
    void lookUpUsages();
    void showUsages();
    void focusUses();
    void showSelectedField();
    void refresh();
    void showResource(mesh::ResourceIndex index);
    void showSeveral(const std::vector<mesh::ElementRef>& elements);
    void showRoutes(const mesh::ResourcePtr& resource, const mesh::RouteTable& table);
    void showRoute(const mesh::ResourcePtr& resource, const mesh::Route& route);
    SplitDesigner::Subject showSplit(const mesh::ResourcePtr& resource, const mesh::Route& route);
    bool followDrag();
    void showNothing(const QString& text);
    void showNamespace(const std::string& name);
    int chosenRoute(const mesh::Resource& resource, const mesh::RouteTable& table) const;
    void chooseRoute(int index);
    void editWeights(const mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    bool m_isDragging = false;
    bool m_isBehind = false; ///< only the split shows the newest snapshot
    QLabel* m_empty;
    QScrollArea* m_scroll;
    InspectorHeader* m_header;
    NamespaceCard* m_namespace;
    RouteChooser* m_chooser;
    CollapsibleSection* m_splitSection;
    SplitDesigner* m_split;
    RouteTools* m_tools;
    QVBoxLayout* m_column;
    FactList* m_body;
    EffectiveSection* m_effective;
    ResourceForm* m_form;
    Section m_uses;
    Section m_policies;
    workspace::UsagesPtr m_usages; ///< of the snapshot's graph, or of an earlier one while a new one is looked up
    QTimer m_usagesDue;
    workspace::JobRunner m_usagesJob{this};
    bool m_usesAsked = false; ///< the list gets the focus when it is there
};

} // namespace meshdraft::views
