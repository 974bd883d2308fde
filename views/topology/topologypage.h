// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"
#include "models/workspace/snapshot.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace meshdraft::topology {
class LayoutClient;
}
namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class GraphCanvas;
class MessageBar;
class Theme;

/// The picture with its own bar. Lays out in the worker process; an edit that moves nothing is painted at once.
class TopologyPage : public QWidget {
    Q_OBJECT
public:
    TopologyPage(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);
    ~TopologyPage() override;

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    GraphCanvas* canvas() const { return m_canvas; }
    QLineEdit* findField() const { return m_find; }
    /// True while a layout is being made.
    bool isBusy() const { return m_layoutRunning; }
    /// Brings an element into the middle, at a size at which its name can be read.
    void reveal(const mesh::ElementRef& element);
    /// Asks for a file and writes the picture to it.
    void exportPicture();

Q_SIGNALS:
    /// The picture shows the newest snapshot.
    void pictureShown();
    /// Double click or Enter on an element.
    void activated(const meshdraft::mesh::ElementRef& element);

private:
    enum Show { Everything, Around };
    void buildBar(const Theme& theme);
    QToolButton* addButton(QLayout* row, const QString& icon, const QString& name, const QString& text,
                           const QString& shortcut = {});
    void rebuild();
    void takeLayout(const topology::Topology& topology, Expected<topology::Layout> layout);
    void updateShowTexts();
    void find(bool step);
    std::vector<std::string> nodesOf(const mesh::ElementRef& element) const;

    const Theme& m_theme;
    workspace::Selection& m_selection;
    workspace::SnapshotPtr m_snapshot;
    topology::LayoutClient* m_layouts;
    topology::FontMeasure m_measure;
    GraphCanvas* m_canvas;
    MessageBar* m_message;
    QWidget* m_bar;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QComboBox* m_show = nullptr;
    QLineEdit* m_find = nullptr;
    QLabel* m_zoom = nullptr;
    QTimer m_busyTimer;
    mesh::ElementRef m_centre; ///< of "Around"
    std::size_t m_findPosition = 0;
    bool m_layoutRunning = false;
    bool m_fitNext = false; ///< the next picture shows something else: fit it
};

} // namespace meshdraft::views
