// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/scenepainter.h"
#include "models/topology/render/words.h"

#include <QHash>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>

namespace meshdraft::topology {

namespace {

constexpr double nodeRadius = 4;
constexpr double gatewayPoint = 11;
constexpr double trapezoidSlant = 7;
constexpr double haloGap = 4;
constexpr double haloWidth = 2;

bool isGatewayShape(const Node& node)
{
    return node.type == NodeType::Gateway
        || (node.type == NodeType::Missing && node.missingReason.ends_with(".gateway"));
}

bool isOutsideShape(const Node& node)
{
    return node.closed && node.closed->outside;
}

Glyph policyGlyph(const Node& node)
{
    const std::string& kind = node.element.key.kind;
    if (kind == "PeerAuthentication")
        return Glyph::LockClosed;
    if (kind == "EnvoyFilter" || kind == "WasmPlugin")
        return Glyph::Funnel;
    if (kind == "Sidecar")
        return Glyph::Plug;
    return kind == "Telemetry" ? Glyph::Wave : Glyph::Shield;
}

/// Draws the outline of a node with the painter's pen and brush.
void drawShape(QPainter& painter, const Node& node, const QRectF& r)
{
    if (isGatewayShape(node)) {
        const double point = std::min(gatewayPoint, r.width() / 3);
        const double q = nodeRadius;
        QPainterPath path(QPointF(r.left() + q, r.top()));
        path.lineTo(r.right() - point, r.top());
        path.lineTo(r.right(), r.center().y());
        path.lineTo(r.right() - point, r.bottom());
        path.lineTo(r.left() + q, r.bottom());
        path.quadTo(r.bottomLeft(), QPointF(r.left(), r.bottom() - q));
        path.lineTo(r.left(), r.top() + q);
        path.quadTo(r.topLeft(), QPointF(r.left() + q, r.top()));
        painter.drawPath(path);
    } else if (node.type == NodeType::ServiceEntry || isOutsideShape(node)) {
        const std::array points{QPointF(r.left() + trapezoidSlant, r.top()),
                                QPointF(r.right() - trapezoidSlant, r.top()), r.bottomRight(), r.bottomLeft()};
        painter.drawConvexPolygon(points.data(), 4);
    } else if (node.type == NodeType::Workload) {
        painter.drawEllipse(r);
    } else {
        const double radius = node.type == NodeType::Route ? r.height() / 2 : nodeRadius;
        painter.drawRoundedRect(r, radius, radius);
    }
}

} // namespace

ScenePainter::Look ScenePainter::lookOf(State state) const
{
    switch (state) {
    case State::Added:
        return {m_colors.add, m_colors.addbg, 2, Qt::SolidLine, 0, 0};
    case State::Removed:
        return {m_colors.rem, m_colors.rembg, 2, Qt::CustomDashLine, 4, 4};
    case State::Changed:
        return {m_colors.chg, m_colors.chgbg, 2, Qt::SolidLine, 0, 0};
    case State::Same:
        break;
    }
    return {m_colors.nodeline, m_colors.node, m_colors.outline, Qt::SolidLine, 0, 0};
}

ScenePainter::Look ScenePainter::lookOf(const Node& node) const
{
    if (node.type != NodeType::Missing)
        return lookOf(node.state);
    const bool isUnknown = node.missingReason.starts_with("unknown.");
    return {isUnknown ? m_colors.unk : m_colors.err, QColor(), 1.5, Qt::CustomDashLine, 5, 3};
}

/// The second outline behind a closed group: there is more in it.
void ScenePainter::paintClosed(const Node& node, const GraphScene::NodeItem& item)
{
    Look look = lookOf(node);
    if (isOutsideShape(node)) {
        look = {m_colors.nsline, m_colors.canvas, 1.25, Qt::CustomDashLine, 4, 3};
        setOutline(look);
        drawShape(m_painter, node, item.shape);
        return;
    }
    setOutline({m_colors.nsline, m_colors.canvas, 1, Qt::SolidLine, 0, 0});
    drawShape(m_painter, node, item.shape.translated(4, 4));
    setOutline(look);
    drawShape(m_painter, node, item.shape);
}

void ScenePainter::setOutline(const Look& look)
{
    const double width = look.width * m_pixel;
    QPen pen(look.line, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (look.style == Qt::CustomDashLine)
        pen.setDashPattern({look.dash / look.width, look.gap / look.width});
    m_painter.setPen(pen);
    m_painter.setBrush(look.fill.isValid() ? QBrush(look.fill) : QBrush(Qt::NoBrush));
}

void ScenePainter::paintNodes(const std::vector<int>& nodes)
{
    if (m_detail == Detail::Shapes) {
        paintPlainShapes(nodes);
        return;
    }
    for (const int index : nodes)
        paintNode(index);
}

/// Without names most nodes are plain rectangles: all of them in two calls, without antialiasing. Pills and circles of
/// one size share a picture of it.
void ScenePainter::paintPlainShapes(const std::vector<int>& nodes)
{
    std::vector<QRectF> boxes;
    std::vector<QRectF> rows;
    std::vector<int> others;
    std::vector<int> round;
    boxes.reserve(nodes.size());
    for (const int index : nodes) {
        const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
        const GraphScene::NodeItem& item = m_scene.nodes()[static_cast<std::size_t>(index)];
        const bool isMarked = node.state != State::Same || node.finding.has_value() || index == m_hovered.index
            || index == m_selected.index || std::ranges::any_of(node.subsets, [](const SubsetRow& row) {
                                  return row.missing || row.state != State::Same;
                              });
        if (!isMarked && isPicked(index)) {
            others.push_back(index);
        } else if (!isMarked && (node.type == NodeType::Route || node.type == NodeType::Workload)) {
            round.push_back(index);
        } else if (!isMarked && (node.type == NodeType::RouteTable || node.type == NodeType::Service)) {
            boxes.push_back(item.shape);
            rows.insert(rows.end(), item.rows.begin(), item.rows.end());
        } else {
            others.push_back(index);
        }
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(QPen(m_colors.nodeline, 0));
    m_painter.setBrush(m_colors.node);
    m_painter.drawRects(boxes.data(), static_cast<int>(boxes.size()));
    m_painter.setBrush(m_colors.ns);
    m_painter.drawRects(rows.data(), static_cast<int>(rows.size()));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    paintStamps(round);
    for (const int index : others)
        paintNode(index);
}

void ScenePainter::paintStamps(const std::vector<int>& nodes)
{
    const double ratio = m_painter.device()->devicePixelRatio();
    const QTransform toDevice = m_painter.worldTransform();
    const double scale = toDevice.m11() * ratio;
    QHash<int, QPixmap> stamps;
    m_painter.save();
    m_painter.resetTransform();
    for (const int index : nodes) {
        const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
        const QRectF& shape = m_scene.nodes()[static_cast<std::size_t>(index)].shape;
        QPixmap& stamp = stamps[static_cast<int>(shape.width()) + (node.type == NodeType::Workload ? 1 : 0)];
        if (stamp.isNull()) {
            stamp = QPixmap((shape.size() * scale).toSize() + QSize(3, 3));
            stamp.fill(Qt::transparent);
            QPainter painter(&stamp);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(1, 1);
            painter.scale(scale, scale);
            painter.setPen(QPen(m_colors.nodeline, 1.25 * m_pixel));
            painter.setBrush(m_colors.node);
            drawShape(painter, node, QRectF(QPointF(), shape.size()));
            painter.end();
            stamp.setDevicePixelRatio(ratio);
        }
        const QPointF at = toDevice.map(shape.topLeft());
        m_painter.drawPixmap(QPointF(std::round(at.x()), std::round(at.y())) - (QPointF(1, 1) / ratio), stamp);
    }
    m_painter.restore();
}

void ScenePainter::paintNode(int index)
{
    const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
    const GraphScene::NodeItem& item = m_scene.nodes()[static_cast<std::size_t>(index)];
    if (m_hovered.kind == GraphScene::Hit::NodeHit && m_hovered.index == index) {
        m_painter.setPen(QPen(m_colors.hl, m_pixel));
        m_painter.setBrush(Qt::NoBrush);
        const double out = 2.5 * m_pixel;
        drawShape(m_painter, node, item.shape.adjusted(-out, -out, out, out));
    }
    if ((m_selected.kind == GraphScene::Hit::NodeHit && m_selected.index == index) || isPicked(index))
        paintHalo(node, item.shape);
    if (node.closed) {
        paintClosed(node, item);
    } else {
        paintShape(node, item.shape);
    }
    if (m_viewport.emphasis && m_viewport.emphasis->lit
        && m_viewport.emphasis->nodes[static_cast<std::size_t>(index)] != 0) {
        m_painter.setPen(QPen(m_colors.lit, 2 * m_pixel));
        m_painter.setBrush(Qt::NoBrush);
        drawShape(m_painter, node, item.shape);
    }
    if (!item.rows.empty())
        paintRows(index);
    if (m_detail == Detail::Full || m_detail == Detail::Titles)
        paintTexts(node, item);
    if (m_detail == Detail::Full && m_showsBadges && !m_isBackground)
        paintBadges(node, item.shape);
    if (m_detail == Detail::Full && m_scene.options().facts && (m_scene.options().layers & PolicyLayer) != 0)
        paintPolicyBadges(index);
    if (node.closed && m_detail == Detail::Shapes)
        paintFarGroup(node, item);
    if (node.state != State::Same)
        paintStateGlyph(node.state, node.type == NodeType::Workload ? item.shape.adjusted(0, 0, -3, 0) : item.shape);
    if (node.finding && m_showsFindings)
        paintFinding(*node.finding, item.shape);
}

/// Selection: a soft band with a line around it; focus: a second line outside.
void ScenePainter::paintHalo(const Node& node, const QRectF& shape)
{
    const double gap = atLeast(haloGap, haloGap);
    m_painter.setPen(QPen(m_colors.hl, atLeast(haloWidth, haloWidth)));
    m_painter.setBrush(m_colors.hlsoft);
    drawShape(m_painter, node, shape.adjusted(-gap, -gap, gap, gap));
    if (!m_viewport.focused)
        return;
    const double out = gap + (4 * std::max(1.0, m_pixel));
    m_painter.setPen(QPen(m_colors.focus, 2 * m_pixel));
    m_painter.setBrush(Qt::NoBrush);
    drawShape(m_painter, node, shape.adjusted(-out, -out, out, out));
}

void ScenePainter::paintShape(const Node& node, const QRectF& shape)
{
    setOutline(lookOf(node));
    drawShape(m_painter, node, shape);
}

void ScenePainter::paintRows(int index)
{
    const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
    const GraphScene::NodeItem& item = m_scene.nodes()[static_cast<std::size_t>(index)];
    for (std::size_t i = 0; i < item.rows.size(); ++i) {
        const SubsetRow& row = node.subsets[i];
        const QRectF& rect = item.rows[i];
        if (m_selected.kind == GraphScene::Hit::SubsetHit && m_selected.index == index
            && m_selected.row == static_cast<int>(i)) {
            // The card leaves 7 px beside a row: the halo of a row is drawn tighter.
            m_painter.setPen(QPen(m_colors.hl, atLeast(haloWidth, haloWidth)));
            m_painter.setBrush(m_colors.hlsoft);
            m_painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 6, 6);
        }
        Look look = lookOf(row.state);
        if (row.state == State::Same) {
            look = {row.missing ? m_colors.err : m_colors.nodeline,
                    row.missing ? m_colors.node : m_colors.ns,
                    row.missing ? 1.5 : 1,
                    row.missing ? Qt::CustomDashLine : Qt::SolidLine,
                    5,
                    3};
        }
        setOutline(look);
        m_painter.drawRoundedRect(rect, nodeRadius, nodeRadius);
        if (m_detail == Detail::Full || m_detail == Detail::Titles) {
            double x = rect.left() + 8;
            if (row.missing) {
                paintGlyphAt(Glyph::BrokenLink, QRectF(x, rect.center().y() - 6.5, 13, 13), m_colors.err,
                             m_colors.node);
                x += 18;
            }
            drawText(item.rowTexts[i], x, rect.center().y(), m_titleFont, m_titleHeight,
                     row.missing ? m_colors.err : m_colors.text);
        }
        if (row.state != State::Same)
            paintStateGlyph(row.state, rect);
    }
    if (m_detail == Detail::Full || m_detail == Detail::Titles)
        paintMissingSubsets(node, item);
}

void ScenePainter::paintMissingSubsets(const Node& node, const GraphScene::NodeItem& item)
{
    for (std::size_t i = 0; i < item.rows.size(); ++i) {
        if (node.subsets[i].missing) {
            const double y = item.rows[i].center().y();
            drawText(QStaticText(missingSubsetText()), item.rect.right() + 6, y, m_labelFont, m_labelHeight,
                     m_colors.err);
        }
    }
}

void ScenePainter::paintTexts(const Node& node, const GraphScene::NodeItem& item)
{
    const QRectF& shape = item.shape;
    const double middle = shape.center().y();
    const bool hasSecond = m_detail == Detail::Full && item.subtitleWidth > 0;
    const auto twoLines = [&](double x, const QColor& title, const QColor& detail) {
        drawText(item.title, x, middle - (hasSecond ? 6.5 : 0), m_titleFont, m_titleHeight, title);
        if (hasSecond)
            drawText(item.subtitle, x, middle + 7.5, m_detailFont, m_detailHeight, detail);
    };
    switch (node.type) {
    case NodeType::Gateway:
        paintGlyphAt(Glyph::Globe, QRectF(shape.left() + 8, middle - 7.5, 15, 15), m_colors.nodeline, m_colors.node);
        twoLines(shape.left() + 28, m_colors.text, m_colors.muted);
        break;
    case NodeType::Route:
        drawText(item.subtitle, shape.left() + 12, middle, m_titleFont, m_titleHeight, m_colors.muted);
        drawText(item.title, shape.left() + 12 + item.subtitleWidth + 6, middle, m_titleFont, m_titleHeight,
                 m_colors.text);
        break;
    case NodeType::Service: {
        const double y = item.rows.empty() ? middle : shape.top() + 13;
        const bool hasFile = hasSecond && item.rows.empty();
        paintGlyphAt(Glyph::Diamond, QRectF(shape.left() + 8, y - 7, 14, 14), m_colors.nodeline, m_colors.node);
        drawText(item.title, shape.left() + 28, y - (hasFile ? 6.5 : 0), m_titleFont, m_titleHeight, m_colors.text);
        if (hasFile)
            drawText(item.subtitle, shape.left() + 28, y + 7.5, m_detailFont, m_detailHeight, m_colors.muted);
        break;
    }
    case NodeType::Workload:
        paintWorkloadTexts(node, item);
        break;
    case NodeType::ServiceEntry:
        drawText(item.title, shape.center().x() - (item.titleWidth / 2), middle, m_titleFont, m_titleHeight,
                 m_colors.text);
        if (hasSecond) {
            drawText(item.subtitle, shape.center().x() - (item.subtitleWidth / 2), shape.bottom() + 9, m_detailFont,
                     m_detailHeight, m_colors.muted);
        }
        break;
    case NodeType::Missing: {
        const bool isUnknown = node.missingReason.starts_with("unknown.");
        const QColor color = isUnknown ? m_colors.unk : m_colors.err;
        paintGlyphAt(isUnknown ? Glyph::Unknown : Glyph::BrokenLink, QRectF(shape.left() + 9, middle - 7, 14, 14),
                     color, m_colors.canvas);
        twoLines(shape.left() + 28, color, color);
        break;
    }
    case NodeType::RouteTable:
        twoLines(shape.left() + 10, m_colors.text, m_colors.muted);
        break;
    case NodeType::Closed:
        paintClosedTexts(node, item);
        break;
    case NodeType::Policy:
        paintGlyphAt(policyGlyph(node), QRectF(shape.left() + 10, middle - 8, 16, 16), m_colors.nodeline,
                     m_colors.node);
        twoLines(shape.left() + 34, m_colors.text, m_colors.muted);
        break;
    }
}

void ScenePainter::paintWorkloadTexts(const Node& node, const GraphScene::NodeItem& item)
{
    const QRectF& shape = item.shape;
    if (node.replicas) {
        const QString count = *node.replicas > 999 ? QStringLiteral("999+") : QString::number(*node.replicas);
        m_painter.setFont(*node.replicas > 99 ? m_detailFont : m_labelFont);
        m_painter.setPen(m_colors.text);
        m_painter.drawText(shape, Qt::AlignCenter, count);
    } else {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colors.nodeline);
        m_painter.drawEllipse(shape.center(), 2.5, 2.5);
    }
    const double x = shape.right() + 8;
    const bool hasSecond = m_detail == Detail::Full;
    drawText(item.title, x, shape.center().y() - (hasSecond ? 6.5 : 0), m_titleFont, m_titleHeight, m_colors.text);
    if (!hasSecond)
        return;
    const double y = shape.center().y() + 7.5;
    const bool hasLock = m_showsLocks && node.mtls != mesh::MtlsMode::Unset;
    if (hasLock)
        paintGlyphAt(modeGlyph(node.mtls), QRectF(x - 1, y - 6, 11, 11), modeColor(node.mtls), m_colors.ns);
    drawText(item.subtitle, x + (hasLock ? 14 : 0), y, m_detailFont, m_detailHeight, m_colors.muted);
}

/// Far away: every node a mark of at least 3 px, those that differ or dangle in their colour.
void ScenePainter::paintMarks(const std::vector<int>& nodes)
{
    std::vector<QRectF> quiet;
    quiet.reserve(nodes.size());
    std::vector<int> loud;
    const double least = 3 * m_pixel;
    const auto markOf = [&](const QRectF& shape) {
        const QSizeF size(std::max(shape.width(), least), std::max(shape.height(), least));
        return QRectF(shape.center() - QPointF(size.width() / 2, size.height() / 2), size);
    };
    for (const int index : nodes) {
        const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
        const bool isSelected = m_selected.index == index
            && (m_selected.kind == GraphScene::Hit::NodeHit || m_selected.kind == GraphScene::Hit::SubsetHit);
        if (node.state != State::Same || node.type == NodeType::Missing || node.finding || isSelected) {
            loud.push_back(index);
        } else {
            quiet.push_back(markOf(m_scene.nodes()[static_cast<std::size_t>(index)].shape));
        }
    }
    // Where a mark is little more than its outline, it is filled with that.
    const bool isTiny = 24 * m_viewport.zoom < 6;
    m_painter.setPen(isTiny ? QPen(Qt::NoPen) : QPen(m_colors.nodeline, 0));
    m_painter.setBrush(isTiny ? m_colors.nodeline : m_colors.node);
    m_painter.drawRects(quiet.data(), static_cast<int>(quiet.size()));
    for (const int index : loud) {
        const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
        const QRectF mark = markOf(m_scene.nodes()[static_cast<std::size_t>(index)].shape);
        if (m_selected.kind == GraphScene::Hit::NodeHit && m_selected.index == index)
            paintHalo(node, mark);
        setOutline(lookOf(node));
        m_painter.drawRect(mark);
        if (node.finding && m_showsFindings)
            paintFinding(*node.finding, mark);
    }
}

} // namespace meshdraft::topology
