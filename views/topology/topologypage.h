// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/query.h"
#include "models/workspace/disposer.h"
#include "models/workspace/requeststeps.h"
#include "views/topology/picturebuilder.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QMenu;
class QPrinter;

namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class FlowBar;
class GraphCanvas;
class LegendPanel;
class MessageBar;
class MiniMap;
class PictureBar;
class Theme;

/// The picture with its own bar. Pictures are made off this thread (PictureBuilder); until the next one is there the
/// last one stays and can be used. What is shown is part of the selection's history.
class TopologyPage : public QWidget {
    Q_OBJECT
public:
    TopologyPage(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);
    ~TopologyPage() override;

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    GraphCanvas* canvas() const { return m_canvas; }
    QLineEdit* findField() const;
    /// True while a picture is being made.
    bool isBusy() const { return m_builder->isRunning(); }
    /// What is shown, as it was last drawn.
    const BuiltPicture& picture() const { return m_picture; }
    /// Brings an element into the middle, at a size at which its name can be read.
    void reveal(const mesh::ElementRef& element);
    /// The way of a request, lit while nothing is looked for; an empty one ends it. Escape on the picture does, too.
    void setPath(const workspace::LitPath& path);
    /// The request that is asked for elsewhere: flows of its kind can be shown. Nothing: they cannot.
    void setRequestKind(const std::optional<traffic::Request>& kind);
    void setLabels(topology::EdgeLabels labels);
    /// What is offered for an element with the other mouse button, or the menu key.
    void setMenu(QMenu* menu);
    /// Opens or closes a group in place, as a step of the history.
    void toggleGroup(const QString& id, bool open);
    /// Leaves everything out but a group.
    void showOnly(const QString& groupId);
    bool isGroupOpen(const QString& id) const;
    /// Asks for a file and writes the picture to it; an empty format is chosen by the ending.
    void exportPicture(const QString& format = {}, double scale = 2);
    /// Writes the whole picture and says so.
    bool writePicture(const QString& file, double scale);
    /// Asks for a printer and prints the picture on one page.
    void print();
    /// Prints the picture on one page.
    bool printOn(QPrinter& printer);

Q_SIGNALS:
    /// The picture shows the newest snapshot.
    void pictureShown();
    /// Double click or Enter on an element.
    void activated(const meshdraft::mesh::ElementRef& element);
    void listRequested();
    void pathCleared();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectBar();
    void connectCanvas();
    void rebuild(bool isFresh = false);
    void take(const BuiltPicture& picture);
    void showEmpty(const BuiltPicture& picture);
    /// Another view, as a step of the history.
    void changeView(const std::function<void(topology::ViewSpec&)>& change);
    void closeAround(const QString& id);
    void openAll(bool open);
    void updateBar();
    void updateHiddenBar();
    topology::QueryContext queryContext();
    /// What the expression and a selected policy make stand out.
    void updateEmphasis();
    void showFound();
    std::vector<int> hitNodes() const;
    void step(int direction);
    void hideFound(bool others);

    const Theme& m_theme;
    workspace::Selection& m_selection;
    workspace::SnapshotPtr m_snapshot;
    PictureBuilder* m_builder;
    workspace::Disposer m_disposer; ///< of pictures: taking one of ten thousand nodes apart costs frames
    BuiltPicture m_picture;
    std::optional<topology::ViewSpec> m_view; ///< nothing: what the mesh opens on
    topology::EdgeLabels m_labels = topology::EdgeLabels::Weights;
    std::optional<traffic::Request> m_kind;
    GraphCanvas* m_canvas;
    MessageBar* m_message;
    MessageBar* m_hiddenBar;
    FlowBar* m_flowBar;
    PictureBar* m_bar;
    MiniMap* m_miniMap;
    LegendPanel* m_legend;
    QTimer m_busyTimer;
    std::shared_ptr<const topology::Emphasis> m_found; ///< of the scene that is shown; null: nothing is asked for
    workspace::LitPath m_path;
    std::unordered_map<std::string, std::vector<std::string>> m_codes; ///< of findings, by node
    const void* m_codesOf = nullptr;
    bool m_fitNext = false; ///< the next picture shows something else: fit it
};

} // namespace meshdraft::views
