// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QAbstractScrollArea>

#include <functional>

class QHelpEvent;
class QVariantAnimation;

namespace meshdraft::views {

/// Shows a scene: pans, zooms, selects, walks along edges with the keys. It holds no knowledge of the mesh; everything
/// it paints comes from paintScene. GUI thread.
class GraphCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr double minimumZoom = 0.05;
    static constexpr double maximumZoom = 4.0;
    static constexpr double zoomStep = 1.2;

    explicit GraphCanvas(QWidget* parent = nullptr);
    ~GraphCanvas() override;

    /// Shows another scene (null: the empty text). The first one is fitted; later ones keep what is in view where it
    /// is: the selected node, else the node nearest to the middle. What moves does so in 160 ms (SceneMotion); the
    /// scene is the new one from the start.
    void setScene(topology::GraphScenePtr scene);
    const topology::GraphScenePtr& scene() const { return m_scene; }

    /// Colours of the picture; Palette::light() and dark() live as long as the program.
    void setScenePalette(const topology::Palette& palette);
    /// While a newer picture is on its way the old one is dimmed to 60 % and can be used.
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    /// True while what has moved is on its way.
    bool isMoving() const { return m_frame != nullptr; }
    /// What to say where there is no picture.
    void setEmptyText(const QString& text);

    /// Selects what shows an element; scrolls it into view unless `origin` is this canvas. Emits nothing.
    void setSelected(const mesh::ElementRef& element, const QObject* origin = nullptr);
    const mesh::ElementRef& selected() const { return m_selected; }
    /// Elements selected besides (Space, Ctrl+click).
    const std::vector<mesh::ElementRef>& picked() const { return m_picked; }
    /// Ids of the nodes and groups that are selected, in any way.
    std::vector<std::string> selectedIds() const;
    /// What stands out; null: everything alike. For the scene that is shown.
    void setEmphasis(std::shared_ptr<const topology::Emphasis> emphasis);
    const std::shared_ptr<const topology::Emphasis>& emphasis() const { return m_emphasis; }
    /// Sentences to add to the tool tip of a place: what only the page knows.
    void setMoreText(std::function<QString(const topology::GraphScene::Hit&)> text) { m_moreText = std::move(text); }

    double zoom() const { return m_zoom; }
    /// Zooms so that the scene point under `anchor` (viewport coordinates) stays there.
    void setZoom(double zoom, QPointF anchor);
    QPointF toScene(QPointF viewportPoint) const;
    QPointF fromScene(QPointF scenePoint) const;
    /// The visible part of the scene.
    QRectF visibleScene() const;
    void ensureVisible(const QRectF& sceneRect);
    void centerOn(QPointF scenePoint);

    QSize sizeHint() const override { return {800, 500}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    /// The whole picture with a margin, never above 100 %.
    void fit();
    /// As fit(), but names stay readable: a picture that would just lose them opens at its top left corner.
    void fitReadably();

Q_SIGNALS:
    /// The user chose an element by mouse or key.
    void elementSelected(const meshdraft::mesh::ElementRef& element);
    /// Double click or Enter.
    void elementActivated(const meshdraft::mesh::ElementRef& element);
    /// A closed group is to be opened, or an open one closed, in place.
    void groupToggled(const QString& groupId, bool open);
    /// Backspace on something that is no group: close what it is in.
    void closeRequested(const QString& nodeId);
    void hideRequested();
    void onlyRequested();
    void zoomChanged(double zoom);
    /// The visible part moved or changed its size.
    void viewChanged();
    void sceneChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void glide(const topology::GraphScene& old, QPointF shift);
    void endMotion();
    void updateScrollBars();
    void setOrigin(QPointF origin);
    void fitAbove(double least);
    void fitAgain();
    void choose(const topology::GraphScene::Hit& hit);
    void hover(QPointF viewportPoint);
    bool showToolTip(QHelpEvent* event);
    void walk(int key);
    bool toggle(const topology::GraphScene::Hit& hit);
    void openOrActivate();
    void close();
    void pick(const mesh::ElementRef& element);
    void announceSelection();

    topology::GraphScenePtr m_scene;
    topology::GraphScenePtr m_frame; ///< what is painted while things move; else null
    QVariantAnimation* m_motion = nullptr; ///< runs while m_frame is there
    const topology::Palette* m_palette;
    mesh::ElementRef m_selected;
    mesh::ElementRef m_hovered;
    std::vector<mesh::ElementRef> m_picked;
    std::shared_ptr<const topology::Emphasis> m_emphasis;
    std::function<QString(const topology::GraphScene::Hit&)> m_moreText;
    QString m_announced;
    QString m_emptyText;
    QPointF m_origin; ///< scene point at the top left of the viewport
    double m_zoom = 1;
    bool m_busy = false;
    bool m_readably = true; ///< the last fit was fitReadably()
    bool m_fitted = true; ///< the whole picture was asked for and has not been left since
    bool m_keyboardFocus = false;
    bool m_updatingBars = false;
    bool m_panning = false;
    bool m_mayPan = false;
    QPoint m_pressedAt;
    QPointF m_originAtPress;
};

} // namespace meshdraft::views
