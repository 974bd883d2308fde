// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "views/topology/picturebuilder.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace meshdraft::views {

class GraphCanvas;
class LegendPanel;
class SegmentedSwitch;
class Theme;

/// The mesh of a comparison as a picture: both states in one, one of them, or one beside the other with a line between
/// that is dragged. All of them are laid out once and show the same part at the same size.
class ReviewPicture : public QWidget {
    Q_OBJECT
public:
    enum Mode { Overlay, Before, After, Swipe };
    explicit ReviewPicture(const Theme& theme, QWidget* parent = nullptr);
    ~ReviewPicture() override;

    /// Null: nothing is compared.
    void setComparison(const workspace::SnapshotPtr& comparison);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// Both states in one; null while there is none.
    const topology::GraphScenePtr& scene() const { return m_scenes[Overlay]; }
    GraphCanvas* canvas() const { return m_canvas; }
    /// The newer state in Mode::Swipe.
    GraphCanvas* upper() const { return m_upper; }
    /// Selects an element and brings it into view.
    void select(const mesh::ElementRef& element);
    /// Where the line of Mode::Swipe is, 0 to 1 of the width.
    double swipe() const { return m_swipe; }
    void setSwipe(double part);
    bool isBusy() const { return m_builder->isRunning() || m_sides.isRunning(); }

Q_SIGNALS:
    void elementSelected(const meshdraft::mesh::ElementRef& element);
    void elementActivated(const meshdraft::mesh::ElementRef& element);
    /// Of another comparison, or of more or less of it.
    void pictureShown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Handle;
    QWidget* makeBar();
    void build(bool isFresh);
    void toggleGroup(const QString& id, bool open);
    void take(const BuiltPicture& picture);
    void show(Mode mode);
    void clear();
    void put(const BuiltPicture& picture);
    void endBusy();
    void makeSides();
    static topology::GraphScenePtr sideOf(const BuiltPicture& picture, topology::State dropped);
    void followLower();
    void followUpper();
    void placeUpper();
    void paintIcons();

    const Theme& m_theme;
    PictureBuilder* m_builder;
    workspace::SnapshotPtr m_comparison;
    BuiltPicture m_picture;
    std::array<topology::GraphScenePtr, 3> m_scenes; ///< by Mode, but Swipe; the sides when they are first shown
    workspace::JobRunner m_sides;
    SegmentedSwitch* m_switch;
    std::array<QLabel*, 3> m_glyphs{};
    QToolButton* m_fit;
    QToolButton* m_legendButton;
    QToolButton* m_hopsButton;
    GraphCanvas* m_canvas;
    GraphCanvas* m_upper; ///< over m_canvas, right of the line
    Handle* m_handle;
    LegendPanel* m_legend;
    QTimer m_busyTimer;
    Mode m_mode = Overlay;
    topology::ViewSpec m_view; ///< with the groups that were opened and closed by hand
    double m_swipe = 0.5;
    bool m_isFitting = true; ///< the next picture shows something else
    bool m_isLinking = false;
};

} // namespace meshdraft::views
