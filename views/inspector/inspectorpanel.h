// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/facts.h"

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
class FactList;
class InspectorHeader;
class RouteChooser;
class RouteTools;
class SplitDesigner;
class Theme;

/// The Inspector dock: what the selected resource says; for a route its traffic split, which can be changed.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    InspectorPanel(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    RouteTools* routeTools() const { return m_tools; }

Q_SIGNALS:
    void fileRequested(const QString& path, int line);

private:
    struct Section {
        CollapsibleSection* section = nullptr;
        FactList* facts = nullptr;
    };
    Section addSection(const QString& title, const QString& name);
    void refresh();
    void showResource(mesh::ResourceIndex index);
    void showRoutes(const mesh::ResourcePtr& resource, const mesh::RouteTable& table);
    void showRoute(const mesh::ResourcePtr& resource, const mesh::Route& route);
    void showNothing(const QString& text);
    int chosenRoute(const mesh::Resource& resource, const mesh::RouteTable& table) const;
    void chooseRoute(int index);
    void editWeights(const mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId);
    static void fill(const Section& section, const Facts& facts, const QString& summary);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    QLabel* m_empty;
    QScrollArea* m_scroll;
    InspectorHeader* m_header;
    RouteChooser* m_chooser;
    CollapsibleSection* m_splitSection;
    SplitDesigner* m_split;
    RouteTools* m_tools;
    QVBoxLayout* m_column;
    FactList* m_body;
    Section m_match, m_timing, m_features, m_uses;
};

} // namespace meshdraft::views
