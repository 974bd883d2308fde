// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace meshdraft::views {

class GraphCanvas;
class Theme;

/// The whole picture, small, in the lower right corner of the canvas: what differs and what has findings in colour, and
/// a frame around what is in view. A click or a drag moves the view. GUI thread.
class MiniMap : public QWidget {
    Q_OBJECT
public:
    MiniMap(const Theme& theme, GraphCanvas& canvas);

    /// Wanted by the user; it is on show only while part of the picture is out of view.
    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    /// Where a point of the scene is painted.
    QPointF toMap(QPointF scenePoint) const;
    QPointF toScene(QPointF mapPoint) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void place();
    void refresh();
    double scale() const;
    QPointF offset() const;

    const Theme& m_theme;
    GraphCanvas& m_canvas;
    QPixmap m_picture; ///< everything but the frame
    const void* m_of = nullptr; ///< the scene that m_picture is of
    bool m_wanted = true;
};

} // namespace meshdraft::views
