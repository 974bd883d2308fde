// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/facts.h"
#include "models/topology/flowfacts.h"
#include "models/topology/layout.h"
#include "models/topology/view.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QStaticText>
#include <QString>

#include <array>
#include <memory>

class QPainter;

namespace meshdraft::topology {

/// The named colours of design/tokens.md (docs/design.md); the only place with hex values is palette.cpp.
class Palette {
public:
    static const Palette& light();
    static const Palette& dark();
    /// Two colours and one accent: ink on paper, outlines instead of fills.
    static const Palette& highContrast(bool dark);
    /// A colour by its token ("nodeline", "addbg"); asserts that it exists.
    QColor color(const char* token) const;
    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_highContrast; }

private:
    Palette(bool dark, bool highContrast);
    QHash<QString, QColor> m_colors;
    bool m_dark = false;
    bool m_highContrast = false;
};

/// What stands on the edges.
enum class EdgeLabels : std::uint8_t {
    Weights,
    Ports, ///< protocol and port
    Mtls,
    Hosts,
    None,
    Flow, ///< of 100 requests that enter at each entry
    KindFlow, ///< the same of one kind of request
};
/// True where the labels say what passes the edges, and their widths follow it.
constexpr bool showsFlow(EdgeLabels labels)
{
    return labels == EdgeLabels::Flow || labels == EdgeLabels::KindFlow;
}

/// How a topology is turned into a scene.
struct SceneOptions {
    EdgeLabels labels = EdgeLabels::Weights;
    std::uint32_t layers = defaultLayers;
    FactsPtr facts; ///< may be null: they come after the first picture
    FlowFactsPtr flows; ///< for labels that show them, with the joined edges; null until they are found
};

/// What the picture paints, ready to paint: geometry and texts of one topology and layout, with a uniform grid for
/// culling and hit tests. Immutable.
class GraphScene {
public:
    struct NodeItem {
        QRectF rect;
        QRectF shape; ///< the shape alone: the circle of a workload, the trapezoid of a ServiceEntry
        std::vector<QRectF> rows; ///< subsets
        QStaticText title, subtitle; ///< elided to what the shape holds
        double titleWidth = 0;
        double subtitleWidth = 0;
        std::vector<QStaticText> rowTexts;
    };
    struct EdgeItem {
        QPainterPath curve;
        QPointF tip, tipDirection;
        QPointF labelAt;
        QString label; ///< "90 %", "mirror 5 %"
        double width = 1.25;
        bool labelHidden = false;
        QPointF start;
        QSizeF chip; ///< of the label, room for its glyph included
        QStaticText text;
        bool isSplit = false; ///< one of several destinations
    };
    struct GroupItem {
        QRectF rect;
        QStaticText title, mode, note; ///< name; STRICT ...; "4 virtual services · 6 workloads"
        double titleWidth = 0;
        double modeWidth = 0;
        double noteWidth = 0;
        int nodes = 0;
        Tally tally;
        mesh::ElementRef element; ///< the namespace; null for what is outside
    };
    /// All edges between two groups, for the far view.
    struct Bundle {
        int from = 0;
        int to = 0;
        int edges = 0;
        double width() const;
    };

    static std::shared_ptr<const GraphScene> build(Topology topology, Layout layout, const TextMeasure& measure,
                                                   const SceneOptions& options = {});

    const Topology& topology() const { return m_topology; }
    const SceneOptions& options() const { return m_options; }
    const Layout& layout() const { return m_layout; }
    const std::vector<NodeItem>& nodes() const { return m_nodes; }
    const std::vector<EdgeItem>& edges() const { return m_edges; }
    const std::vector<GroupItem>& groups() const { return m_groups; }
    const std::vector<Bundle>& bundles() const { return m_bundles; }
    QRectF bounds() const { return m_bounds; }

    struct Hit {
        enum Kind { Nothing, NodeHit, SubsetHit, EdgeHit, GroupHit } kind = Nothing;
        int index = -1;
        int row = -1;
        mesh::ElementRef element;
        bool onTitle = false; ///< of an open group
        bool onToggle = false; ///< the glyph that opens and closes a group
    };
    /// What is at a point of the scene; `slack` in scene pixels widens edges.
    Hit hitTest(QPointF point, double slack = 4) const;
    /// Nodes and edges whose bounds meet a rectangle.
    std::vector<int> nodesIn(const QRectF& rect) const;
    std::vector<int> edgesIn(const QRectF& rect) const;
    /// What shows an element, or its nearest ancestor: a destination's edge before its route's pill.
    Hit find(const mesh::ElementRef& element) const;
    /// The element that stands for a hit; for what is missing: what names it.
    mesh::ElementRef elementOf(const Hit& hit) const;
    /// Rectangle of the node or row that shows an element (or its nearest ancestor); empty when there is none.
    QRectF rectOf(const mesh::ElementRef& element) const;

private:
    GraphScene() = default;
    struct Grid;
    struct Index;
    Topology m_topology;
    SceneOptions m_options;
    Layout m_layout;
    std::vector<NodeItem> m_nodes;
    std::vector<EdgeItem> m_edges;
    std::vector<GroupItem> m_groups;
    std::vector<Bundle> m_bundles;
    QRectF m_bounds;
    std::shared_ptr<const Grid> m_grid;
    std::shared_ptr<const Index> m_index;
};

using GraphScenePtr = std::shared_ptr<const GraphScene>;

/// What of a scene stands out; the rest is faded to 45 %, beside a lit path without second lines.
struct Emphasis {
    std::vector<char> nodes; ///< 1: stands out; in the order of Topology::nodes
    std::vector<char> edges;
    bool lit = false; ///< what stands out gets the lit outline, too: targets of a policy, the way of a request
    std::vector<std::pair<int, int>> numbers; ///< node -> the number at its corner: steps of a request
};

/// What of a scene is on show, and how.
struct Viewport {
    QRectF visible; ///< in scene coordinates
    double zoom = 1; ///< device-independent pixels per scene pixel
    mesh::ElementRef selected;
    mesh::ElementRef hovered;
    std::vector<mesh::ElementRef> picked; ///< selected besides
    std::shared_ptr<const Emphasis> emphasis; ///< null: everything alike
    bool focused = false; ///< draws the focus line around the selection
};

/// Paints a scene; pure: no state, no widgets. The painter's transform maps scene to device.
void paintScene(QPainter& painter, const GraphScene& scene, const Viewport& viewport, const Palette& palette);

/// TextMeasure with the application's font (QFontMetricsF); needs a QGuiApplication.
class FontMeasure : public TextMeasure {
public:
    FontMeasure();
    double width(const std::string& text, Role role) const override;
    /// The font of a role at 100 %.
    static QFont font(Role role);

private:
    std::array<QFontMetricsF, 4> m_metrics;
};

/// Paints the whole picture into a page of this size, as large as fits but not above the size it has on a screen.
void paintOnPage(QPainter& painter, const GraphScene& scene, const Palette& palette, QSize page);

/// Writes the whole picture to FILE.svg, .png, .pdf or .dot; `scale` is that of the PNG. Errors: "render.format" (args:
/// the ending), "render.write".
Expected<void> exportScene(const GraphScene& scene, const QString& file, const Palette& palette, double scale = 2);

/// The whole picture as SVG.
QByteArray sceneSvg(const GraphScene& scene, const Palette& palette);

} // namespace meshdraft::topology
