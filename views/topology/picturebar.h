// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace meshdraft::views {

class ChoiceButton;
class FindField;
class FittingRow;
class Theme;

/// The bar above the picture: history, what to show, labels, layers, find, zoom, minimap, legend, export. It says what
/// was chosen and holds no state of the picture.
class PictureBar : public QWidget {
    Q_OBJECT
public:
    explicit PictureBar(const Theme& theme, QWidget* parent = nullptr);

    FindField* find() const { return m_find; }
    /// Shows what is chosen; `selected` is the name that "Around" would take, empty: nothing is selected.
    void setView(const topology::ViewSpec& view, const std::vector<std::string>& namespaces, const QString& selected,
                 bool hasChanges);
    void setLabels(topology::EdgeLabels labels);
    /// There is a request whose kind can be followed; empty: there is none.
    void setRequestKind(const QString& kind);
    void setZoom(double zoom);
    void setHistory(bool canGoBack, bool canGoForward);
    void setMiniMap(bool wanted);
    void setLegend(bool shown);
    /// Narrower than all that is in it: see FittingRow.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void showChosen(meshdraft::topology::Show show, int hops);
    void namespaceChosen(const QString& ns);
    void allOpened(bool open);
    void arrangeRequested();
    void labelsChosen(meshdraft::topology::EdgeLabels labels);
    void layerToggled(meshdraft::topology::Layer layer, bool on);
    void zoomOutRequested();
    void actualSizeRequested();
    void zoomInRequested();
    void fitRequested();
    void miniMapToggled(bool wanted);
    void legendToggled(bool shown);
    void listRequested();
    /// "svg", "png", "pdf", "dot"; `scale` of png.
    void exportRequested(const QString& format, double scale);
    void printRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addButton(QHBoxLayout* row, const QString& icon, const QString& name, const QString& text,
                           const QString& shortcut = {});
    void addHistory(QHBoxLayout* row);
    void addShow(QHBoxLayout* row);
    void addLabels(QHBoxLayout* row);
    void addLayers(QHBoxLayout* row);
    void addZoom(QHBoxLayout* row);
    void addExport(QHBoxLayout* row);
    void letLeave(QHBoxLayout* row);

    const Theme& m_theme;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    ChoiceButton* m_show = nullptr;
    QMenu* m_around = nullptr;
    QAction* m_changed = nullptr;
    QMenu* m_namespaces = nullptr;
    std::vector<std::string> m_names;
    ChoiceButton* m_labels = nullptr;
    QAction* m_kindFlow = nullptr;
    QMenu* m_layers = nullptr;
    FindField* m_find = nullptr;
    QToolButton* m_zoom = nullptr;
    QToolButton* m_map = nullptr;
    QToolButton* m_legend = nullptr;
    QWidget* m_historyLine = nullptr;
    FittingRow* m_fitting = nullptr;
};

} // namespace meshdraft::views
