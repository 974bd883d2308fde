// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/glyphs.h"
#include "models/topology/render/graphscene.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>
#include <QPixmap>

#include <algorithm>
#include <map>
#include <tuple>

namespace meshdraft::topology {

/// How much is shown, by the height on the screen of a 12 px title.
enum class Detail : std::uint8_t {
    Overview, ///< under 4 px: boxes, bundles of edges, nodes as marks
    Shapes, ///< under 7 px: no names
    Titles, ///< under 10 px: no second lines, no feature badges
    Full,
};
Detail detailAt(double zoom);

/// The colours that the picture needs, looked up once a frame.
struct SceneColors {
    explicit SceneColors(const Palette& palette);
    QColor canvas, ns, nsline, node, nodeline, border, text, muted, faint, hl, hlsoft, focus, edge, err, warn, info,
        unk, add, addbg, rem, rembg, chg, chgbg, strict, perm, disab, lit;
    double outline; ///< width of a node's outline, pixels
    double faded; ///< opacity of what does not stand out
};

/// Paints one frame of a scene. The painter's transform maps scene to device.
class ScenePainter {
public:
    ScenePainter(QPainter& painter, const GraphScene& scene, const Viewport& viewport, const Palette& palette);
    void paint();

private:
    struct Look {
        QColor line;
        QColor fill;
        double width;
        Qt::PenStyle style;
        double dash;
        double gap;
    };

    // groups
    void paintGroups();
    void paintGroup(int index);
    void paintGroupTitle(int index);
    /// Counts of differences and findings before `right`; returns the new right end.
    double paintTally(const Tally& tally, double right, double y, const QColor& behind);
    QColor modeColor(mesh::MtlsMode mode) const;
    static Glyph modeGlyph(mesh::MtlsMode mode);

    // edges
    void paintEdges(const std::vector<int>& edges);
    void paintEdge(int index);
    bool isQuietCall(const Edge& edge) const;
    void strokeEdge(const GraphScene::EdgeItem& item, const QPen& pen);
    void paintArrow(const GraphScene::EdgeItem& item, const QColor& color, double growth = 1);
    void paintStraightEdges(const std::vector<int>& edges);
    void paintBundles();
    void paintLabels(const std::vector<int>& edges);
    void paintLabel(int index);
    QColor edgeColor(const Edge& edge) const;
    QPen edgePen(const Edge& edge, const GraphScene::EdgeItem& item, const QColor& color) const;
    QColor behind(const Edge& edge) const;

    // nodes
    void paintNodes(const std::vector<int>& nodes);
    void paintPlainShapes(const std::vector<int>& nodes);
    void paintStamps(const std::vector<int>& nodes);
    void paintNode(int index);
    void paintMarks(const std::vector<int>& nodes);
    void paintHalo(const Node& node, const QRectF& shape);
    void paintClosed(const Node& node, const GraphScene::NodeItem& item);
    void paintClosedTexts(const Node& node, const GraphScene::NodeItem& item);
    void paintFarGroup(const Node& node, const GraphScene::NodeItem& item);
    void paintPolicyBadges(int index);
    bool isPicked(int node) const { return std::ranges::contains(m_picked, node); }
    void paintShape(const Node& node, const QRectF& shape);
    void paintRows(int index);
    void paintTexts(const Node& node, const GraphScene::NodeItem& item);
    void paintWorkloadTexts(const Node& node, const GraphScene::NodeItem& item);
    void paintBadges(const Node& node, const QRectF& shape);
    void paintBadge(Badge badge, QPointF center);
    void paintStateGlyph(State state, const QRectF& shape);
    void paintNumbers();
    bool isLit(int edge) const;
    void paintFinding(checks::Severity severity, const QRectF& shape);
    void paintMissingSubsets(const Node& node, const GraphScene::NodeItem& item);
    Look lookOf(const Node& node) const;
    Look lookOf(State state) const;

    /// Runs `paint` with what is faded, then with what stands out.
    template <typename Paint>
    void inLayers(const std::vector<int>& items, const std::vector<char> Emphasis::* part, const Paint& paint);

    // shared
    void setOutline(const Look& look);
    void drawText(const QStaticText& text, double x, double centerY, const QFont& font, double lineHeight,
                  const QColor& color);
    /// A sign, from a picture of it that the frame's equal ones share.
    void paintGlyphAt(Glyph glyph, const QRectF& square, const QColor& color, const QColor& behind);
    void paintSign(Glyph glyph, QPointF center, double size, const QColor& color);
    double atLeast(double pixels, double onScreen) const { return std::max(pixels, onScreen * m_pixel); }
    QColor stateColor(State state) const;

    QPainter& m_painter;
    const GraphScene& m_scene;
    const Viewport& m_viewport;
    SceneColors m_colors;
    Detail m_detail;
    double m_pixel; ///< size in the scene of one pixel on the screen
    GraphScene::Hit m_selected;
    GraphScene::Hit m_hovered;
    std::vector<int> m_picked; ///< nodes
    bool m_hasManyCalls; ///< only those of the selection are drawn, and those to the outside
    bool m_showsLocks, m_showsBadges, m_showsFindings;
    QFont m_titleFont, m_detailFont, m_labelFont, m_noteFont;
    bool m_isRaster; ///< pixels, not SVG or PDF
    bool m_isBackground = false; ///< beside a lit path: names, no second lines
    std::map<std::tuple<Glyph, int, QRgb, QRgb>, QPixmap> m_glyphs;
    double m_titleHeight, m_detailHeight, m_labelHeight, m_noteHeight;
};

} // namespace meshdraft::topology
