// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/edgegeometry.h"
#include "models/topology/render/scenepainter.h"

#include <array>
#include <cmath>

namespace meshdraft::topology {

namespace {

constexpr float zeroWeightOpacity = 0.6F;

bool isUnknown(const Node& node)
{
    return node.type == NodeType::Missing && node.missingReason.starts_with("unknown.");
}

} // namespace

QColor ScenePainter::edgeColor(const Edge& edge) const
{
    if (edge.state != State::Same)
        return stateColor(edge.state);
    if (edge.dangling)
        return m_colors.err;
    const std::vector<Node>& nodes = m_scene.topology().nodes;
    return isUnknown(nodes[edge.to]) || isUnknown(nodes[edge.from]) ? m_colors.unk : m_colors.edge;
}

QPen ScenePainter::edgePen(const Edge& edge, const GraphScene::EdgeItem& item, const QColor& color) const
{
    const double width = atLeast(item.width, 1);
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const auto dashed = [&](double dash, double gap) { pen.setDashPattern({dash / width, gap / width}); };
    const std::vector<Node>& nodes = m_scene.topology().nodes;
    if (edge.state == State::Removed) {
        dashed(4, 4);
    } else if (edge.dangling || isUnknown(nodes[edge.to]) || isUnknown(nodes[edge.from])) {
        dashed(6, 4);
    } else if (edge.type == EdgeType::Mirrors) {
        dashed(7, 5);
    } else if (edge.type == EdgeType::Calls || edge.type == EdgeType::Applies) {
        dashed(2, 4);
    }
    return pen;
}

QColor ScenePainter::behind(const Edge& edge) const
{
    const Topology& topology = m_scene.topology();
    const std::int32_t group = topology.nodes[edge.from].group;
    const bool isInside =
        group == topology.nodes[edge.to].group && !topology.groups[static_cast<std::size_t>(group)].outside;
    return isInside ? m_colors.ns : m_colors.canvas;
}

void ScenePainter::paintEdges(const std::vector<int>& edges)
{
    m_painter.setBrush(Qt::NoBrush);
    // What differs or dangles is painted over what does not.
    for (const bool quiet : {true, false}) {
        for (const int index : edges) {
            const Edge& edge = m_scene.topology().edges[static_cast<std::size_t>(index)];
            if ((edge.state == State::Same && !edge.dangling) == quiet)
                paintEdge(index);
        }
    }
}

bool ScenePainter::isQuietCall(const Edge& edge) const
{
    if (edge.type != EdgeType::Calls || !m_hasManyCalls)
        return false;
    const auto isEnd = [&](const GraphScene::Hit& hit) {
        const bool isNode = hit.kind == GraphScene::Hit::NodeHit || hit.kind == GraphScene::Hit::SubsetHit;
        return isNode && (static_cast<int>(edge.from) == hit.index || static_cast<int>(edge.to) == hit.index);
    };
    const Topology& topology = m_scene.topology();
    const auto isOutside = [&](std::uint32_t node) {
        return topology.groups[static_cast<std::size_t>(topology.nodes[node].group)].outside;
    };
    return !isEnd(m_selected) && !isEnd(m_hovered) && !isOutside(edge.from) && !isOutside(edge.to);
}

bool ScenePainter::isLit(int edge) const
{
    const Emphasis* emphasis = m_viewport.emphasis.get();
    return emphasis != nullptr && emphasis->lit && emphasis->edges[static_cast<std::size_t>(edge)] != 0;
}

void ScenePainter::paintEdge(int index)
{
    const Edge& edge = m_scene.topology().edges[static_cast<std::size_t>(index)];
    if (isQuietCall(edge) && !isLit(index))
        return;
    const GraphScene::EdgeItem& item = m_scene.edges()[static_cast<std::size_t>(index)];
    const bool isSelected = m_selected.kind == GraphScene::Hit::EdgeHit && m_selected.index == index;
    const bool isHovered = m_hovered.kind == GraphScene::Hit::EdgeHit && m_hovered.index == index;
    QColor color = isLit(index) && edge.type != EdgeType::Applies ? m_colors.lit : edgeColor(edge);
    if (edge.type == EdgeType::Routes && edge.share.value_or(1) <= 0)
        color.setAlphaF(zeroWeightOpacity);
    if (isSelected || isHovered) {
        const double reach = isSelected ? 8 * std::max(1.0, m_pixel) : 5 * m_pixel;
        m_painter.strokePath(
            item.curve,
            QPen(m_colors.hl, item.width + reach + (isSelected ? 3 * m_pixel : 0), Qt::SolidLine, Qt::RoundCap));
        m_painter.strokePath(item.curve, QPen(m_colors.hlsoft, item.width + reach, Qt::SolidLine, Qt::RoundCap));
    }
    if (m_detail == Detail::Shapes && edge.state == State::Same && !edge.dangling && !edge.isTcp
        && item.width * m_viewport.zoom <= 1.2) {
        QPen thin(color, 1);
        thin.setCosmetic(true);
        strokeEdge(item, thin);
        return;
    }
    if (edge.isTcp && m_detail != Detail::Shapes) {
        m_painter.strokePath(item.curve, QPen(color, item.width + 3.2, Qt::SolidLine, Qt::FlatCap));
        m_painter.strokePath(item.curve, QPen(behind(edge), item.width + 0.6, Qt::SolidLine, Qt::FlatCap));
    } else {
        strokeEdge(item, edgePen(edge, item, color));
    }
    if (edge.type == EdgeType::Applies)
        return;
    paintArrow(item, color, isSelected && m_viewport.focused ? 2 : 1);
    if (edge.type == EdgeType::Delegates) {
        constexpr double side = 4;
        const std::array open{item.start + QPointF(0, -side), item.start + QPointF(-2 * side, 0),
                              item.start + QPointF(0, side)};
        m_painter.setPen(QPen(color, atLeast(1.25, 1)));
        m_painter.setBrush(behind(edge));
        m_painter.drawPolygon(open.data(), 3);
        m_painter.setBrush(Qt::NoBrush);
    }
}

/// A straight level line, as most are, is filled as a rectangle: many times faster than stroking a path.
void ScenePainter::strokeEdge(const GraphScene::EdgeItem& item, const QPen& pen)
{
    const QPointF end = item.curve.currentPosition();
    if (item.curve.elementCount() > 2 || pen.style() != Qt::SolidLine || std::abs(end.y() - item.start.y()) > 0.01) {
        m_painter.strokePath(item.curve, pen);
        return;
    }
    const double width = pen.isCosmetic() ? pen.widthF() * m_pixel : pen.widthF();
    m_painter.fillRect(QRectF(item.start.x(), item.start.y() - (width / 2), end.x() - item.start.x(), width),
                       pen.color());
}

void ScenePainter::paintArrow(const GraphScene::EdgeItem& item, const QColor& color, double growth)
{
    const QPointF along = item.tipDirection * (arrowLength(item.width) * growth);
    const QPointF across =
        QPointF(-item.tipDirection.y(), item.tipDirection.x()) * (arrowHalfWidth(item.width) * growth);
    const std::array triangle{item.tip, item.tip - along + across, item.tip - along - across};
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawConvexPolygon(triangle.data(), 3);
    m_painter.setBrush(Qt::NoBrush);
}

void ScenePainter::paintStraightEdges(const std::vector<int>& edges)
{
    const Topology& topology = m_scene.topology();
    std::vector<QLineF> quiet;
    quiet.reserve(edges.size());
    std::array<std::vector<QLineF>, 4> loud; // by state; dangling ones with the removed
    std::vector<QLineF> lit;
    for (const int index : edges) {
        const Edge& edge = topology.edges[static_cast<std::size_t>(index)];
        const GraphScene::EdgeItem& item = m_scene.edges()[static_cast<std::size_t>(index)];
        const QLineF line(item.start, item.tip);
        if (isLit(index)) {
            lit.push_back(line);
        } else if (edge.state != State::Same) {
            loud[static_cast<std::size_t>(edge.state)].push_back(line);
        } else if (edge.dangling) {
            loud[0].push_back(line);
        } else if (edge.type != EdgeType::Calls && topology.nodes[edge.from].group == topology.nodes[edge.to].group) {
            quiet.push_back(line);
        }
    }
    QColor faded = m_colors.edge;
    m_painter.setPen(QPen(faded, 0));
    m_painter.drawLines(quiet.data(), static_cast<int>(quiet.size()));
    for (std::size_t state = 0; state < loud.size(); ++state) {
        QPen pen(state == 0 ? m_colors.err : stateColor(static_cast<State>(state)), 2);
        pen.setCosmetic(true);
        m_painter.setPen(pen);
        m_painter.drawLines(loud[state].data(), static_cast<int>(loud[state].size()));
    }
    QPen pen(m_colors.lit, 3);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    m_painter.drawLines(lit.data(), static_cast<int>(lit.size()));
}

void ScenePainter::paintBundles()
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    QColor color = m_colors.edge;
    color.setAlphaF(0.7F);
    for (const GraphScene::Bundle& bundle : m_scene.bundles()) {
        const QRectF from = m_scene.groups()[static_cast<std::size_t>(bundle.from)].rect;
        const QRectF to = m_scene.groups()[static_cast<std::size_t>(bundle.to)].rect;
        if (!(from | to).intersects(m_viewport.visible))
            continue;
        const bool isForward = from.right() <= to.left();
        const QPointF start(isForward ? from.right() : from.left(), from.center().y());
        const QPointF end(to.left(), to.center().y());
        const double handle = std::max(4 * m_pixel, 0.45 * std::abs(end.x() - start.x())) * (isForward ? 1 : -1);
        QPainterPath path(start);
        path.cubicTo(start + QPointF(handle, 0), end - QPointF(std::abs(handle), 0), end);
        m_painter.strokePath(path, QPen(color, bundle.width() * m_pixel, Qt::SolidLine, Qt::FlatCap));
    }
    m_painter.restore();
}

void ScenePainter::paintLabels(const std::vector<int>& edges)
{
    if (m_detail == Detail::Shapes)
        return;
    for (const int index : edges) {
        const Edge& edge = m_scene.topology().edges[static_cast<std::size_t>(index)];
        const bool isSelected = m_selected.kind == GraphScene::Hit::EdgeHit && m_selected.index == index;
        const bool isShown = m_detail == Detail::Full || isSelected || edge.state != State::Same;
        if (isShown && !m_scene.edges()[static_cast<std::size_t>(index)].labelHidden)
            paintLabel(index);
    }
}

void ScenePainter::paintLabel(int index)
{
    const Edge& edge = m_scene.topology().edges[static_cast<std::size_t>(index)];
    const GraphScene::EdgeItem& item = m_scene.edges()[static_cast<std::size_t>(index)];
    const QRectF chip = chipOf(item);
    const bool differs = edge.state != State::Same;
    const QColor color = differs ? stateColor(edge.state) : edge.dangling ? m_colors.err : m_colors.text;
    m_painter.setPen(QPen(differs ? color : m_colors.border, (differs ? 1.5 : 1) * m_pixel));
    m_painter.setBrush(m_colors.canvas);
    m_painter.drawRoundedRect(chip, 3, 3);
    double x = chip.left() + 6;
    if (differs) {
        const Glyph glyph = edge.state == State::Added ? Glyph::Added
            : edge.state == State::Removed             ? Glyph::Removed
                                                       : Glyph::Changed;
        paintGlyphAt(glyph, QRectF(x - 1, chip.center().y() - 6.5, 13, 13), color, m_colors.canvas);
        x += 16;
    }
    drawText(item.text, x, chip.center().y(), m_labelFont, m_labelHeight, color);
}

} // namespace meshdraft::topology
