// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/layout.h"

#include <QColor>
#include <QHash>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <set>

namespace meshdraft::topology {

/// The named colours of design/tokens.md (docs/design.md); the only place with hex values is palette.cpp.
class Palette {
public:
    static const Palette& light();
    static const Palette& dark();
    /// A colour by its token ("nodeline", "addbg"); asserts that it exists.
    QColor color(const char* token) const;
    bool isDark() const { return m_dark; }

private:
    explicit Palette(bool dark);
    QHash<QString, QColor> m_colors;
    bool m_dark = false;
};

/// What the picture paints, ready to paint: geometry and texts of one topology and layout, with a uniform grid for
/// culling and hit tests. Immutable.
class GraphScene {
public:
    struct NodeItem {
        QRectF rect;
        std::vector<QRectF> rows; ///< subsets
    };
    struct EdgeItem {
        QPainterPath curve;
        QPointF tip, tipDirection;
        QPointF labelAt;
        QString label;  ///< "90 %", "mirror 5 %"
        double width = 1.25;
        bool labelHidden = false;
    };

    static std::shared_ptr<const GraphScene> build(Topology topology, Layout layout, const TextMeasure& measure);

    const Topology& topology() const { return m_topology; }
    const Layout& layout() const { return m_layout; }
    const std::vector<NodeItem>& nodes() const { return m_nodes; }
    const std::vector<EdgeItem>& edges() const { return m_edges; }
    QRectF bounds() const { return m_bounds; }

    struct Hit {
        enum Kind { Nothing, NodeHit, SubsetHit, EdgeHit, GroupHit } kind = Nothing;
        int index = -1;
        int row = -1;
        mesh::ElementRef element;
    };
    /// What is at a point of the scene; `slack` in scene pixels widens edges.
    Hit hitTest(QPointF point, double slack = 4) const;
    /// Nodes and edges whose bounds meet a rectangle.
    std::vector<int> nodesIn(const QRectF& rect) const;
    std::vector<int> edgesIn(const QRectF& rect) const;
    /// Rectangle of the node or row that shows an element (or its nearest ancestor); empty when there is none.
    QRectF rectOf(const mesh::ElementRef& element) const;

private:
    GraphScene() = default;
    struct Grid;
    Topology m_topology;
    Layout m_layout;
    std::vector<NodeItem> m_nodes;
    std::vector<EdgeItem> m_edges;
    QRectF m_bounds;
    std::shared_ptr<const Grid> m_grid;
};

using GraphScenePtr = std::shared_ptr<const GraphScene>;

/// What of a scene is on show, and how.
struct Viewport {
    QRectF visible;   ///< in scene coordinates
    double zoom = 1;  ///< device-independent pixels per scene pixel
    mesh::ElementRef selected;
    mesh::ElementRef hovered;
    bool focused = false; ///< draws the focus line around the selection
};

/// Paints a scene; pure: no state, no widgets. The painter's transform maps scene to device.
void paintScene(QPainter& painter, const GraphScene& scene, const Viewport& viewport, const Palette& palette);

/// TextMeasure with the application's font (QFontMetricsF); needs a QGuiApplication.
class FontMeasure : public TextMeasure {
public:
    double width(const std::string& text, Role role) const override;
    /// The font of a role at 100 %.
    static QFont font(Role role);
};

/// Writes the whole picture to FILE.svg, .png or .pdf. Errors: "render.format" (args: the ending), "render.write".
Expected<void> exportScene(const GraphScene& scene, const QString& file, const Palette& palette, double scale = 2);

} // namespace meshdraft::topology
