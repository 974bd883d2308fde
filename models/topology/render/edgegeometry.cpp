// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/edgegeometry.h"

#include "models/topology/render/words.h"
#include "models/topology/view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace meshdraft::topology {

namespace {

constexpr double shortestHandle = 22;
constexpr double longestHandle = 180;
constexpr double widthPerShare = 4.75;
constexpr double labelStep = 6;
constexpr int labelSteps = 4;
/// Longer edges pass other columns: their label stays in the gap where they start.
constexpr double longEdge = 220;
constexpr double labelInLongEdge = 64;

/// As wide as a route with the same share; what several flows add to grows slowly.
double widthOfFlow(const EdgeFlow* flow)
{
    constexpr double whole = 100;
    constexpr double perTenfold = 2;
    if (flow == nullptr || flow->percent <= 0)
        return 1;
    const double share = flow->percent / whole;
    return plainWidth + (widthPerShare * std::min(share, 1.0)) + (perTenfold * std::log10(std::max(share, 1.0)));
}

const EdgeFlow* flowOf(const Edge& edge, const SceneOptions& options)
{
    if (!options.flows)
        return nullptr;
    const auto found = options.flows->edges.find(edge.id);
    return found == options.flows->edges.end() ? nullptr : &found->second;
}

double heightOf(const Node& node, const GraphScene::NodeItem& item, int row)
{
    const QRectF& shape = item.shape;
    return edgeHeight(node, {shape.x(), shape.y(), shape.width(), shape.height()}, row);
}

QPointF leave(const Node& node, const GraphScene::NodeItem& item, int row)
{
    return {node.type == NodeType::Workload ? item.rect.right() : item.shape.right(), heightOf(node, item, row)};
}

QPointF enter(const Node& node, const GraphScene::NodeItem& item, int row)
{
    constexpr double slant = 3.5; // of a trapezoid, at half its height
    return {item.shape.left() + (node.type == NodeType::ServiceEntry ? slant : 0), heightOf(node, item, row)};
}

/// Where an edge meets the side of an open group: straight across where it can, below the title, off the corners.
double heightOnFrame(const QRectF& frame, double wanted)
{
    constexpr double belowTitle = 34;
    constexpr double aboveCorner = 12;
    return std::clamp(wanted, std::min(frame.top() + belowTitle, frame.center().y()),
                      std::max(frame.bottom() - aboveCorner, frame.center().y()));
}

/// From the left side of a pill back into the right side of the table that it hands over to: through the gap between
/// the two columns.
void makeDelegate(GraphScene::EdgeItem& item, const GraphScene::NodeItem& from, const GraphScene::NodeItem& to)
{
    constexpr double besideArrow = 6; // where the route's own arrow does not end
    const double middle = from.shape.center().y();
    const bool isBelow = to.shape.center().y() > middle;
    item.start = {from.shape.left() + 1, middle + (isBelow ? besideArrow : -besideArrow)};
    item.tip = {to.shape.right(), to.shape.center().y()};
    item.tipDirection = {-1, 0};
    const QPointF end = item.tip + QPointF(arrowLength(item.width), 0);
    const double handle = std::clamp(0.45 * std::abs(end.x() - item.start.x()), shortestHandle, longestHandle);
    item.curve.moveTo(item.start);
    item.curve.cubicTo(item.start - QPointF(handle, 0), end + QPointF(handle, 0), end);
}

void makeCurve(GraphScene::EdgeItem& item)
{
    item.tipDirection = {1, 0};
    const QPointF end = item.tip - QPointF(arrowLength(item.width), 0);
    const double dx = std::abs(item.tip.x() - item.start.x());
    const double handle = std::clamp(0.45 * dx, shortestHandle, longestHandle);
    item.curve.moveTo(item.start);
    if (std::abs(end.y() - item.start.y()) <= 1 && end.x() > item.start.x()) {
        item.curve.lineTo(end);
    } else {
        item.curve.cubicTo(item.start + QPointF(handle, 0), end - QPointF(handle, 0), end);
    }
}

double labelPosition(const GraphScene::EdgeItem& item)
{
    const double dx = item.tip.x() - item.start.x();
    if (dx < longEdge)
        return item.isSplit ? 0.63 : 0.5;
    double low = 0;
    double high = 1;
    for (int i = 0; i < 12; ++i) {
        const double middle = (low + high) / 2;
        (pointOn(item, middle).x() < item.start.x() + labelInLongEdge ? low : high) = middle;
    }
    return low;
}

/// The rectangles that are taken, by cells.
class Taken {
public:
    bool isFree(const QRectF& rect) const
    {
        return forEachCell(rect, [&](Cell cell) {
            const auto it = m_cells.constFind(cell);
            return it == m_cells.constEnd()
                || std::ranges::none_of(*it, [&](const QRectF& other) { return other.intersects(rect); });
        });
    }
    void take(const QRectF& rect)
    {
        forEachCell(rect, [&](Cell cell) {
            m_cells[cell].push_back(rect);
            return true;
        });
    }

private:
    using Cell = std::pair<int, int>;

    template <typename Work> static bool forEachCell(const QRectF& rect, const Work& work)
    {
        constexpr double height = 64;
        constexpr double width = 256;
        const auto at = [](double place, double size) { return static_cast<int>(std::floor(place / size)); };
        for (int y = at(rect.top(), height); y <= at(rect.bottom(), height); ++y) {
            for (int x = at(rect.left(), width); x <= at(rect.right(), width); ++x) {
                if (!work(Cell(x, y)))
                    return false;
            }
        }
        return true;
    }

    QHash<Cell, std::vector<QRectF>> m_cells;
};

int rankOf(const Edge& edge)
{
    if (edge.state != State::Same)
        return 0;
    return edge.dangling ? 1 : 2;
}

} // namespace

QPointF pointOn(const GraphScene::EdgeItem& edge, double t)
{
    const QPainterPath& path = edge.curve;
    const QPointF a = path.elementAt(0);
    if (path.elementCount() < 4)
        return a + ((QPointF(path.elementAt(path.elementCount() - 1)) - a) * t);
    const QPointF b = path.elementAt(1);
    const QPointF c = path.elementAt(2);
    const QPointF d = path.elementAt(3);
    const double s = 1 - t;
    return (a * (s * s * s)) + (b * (3 * s * s * t)) + (c * (3 * s * t * t)) + (d * (t * t * t));
}

GraphScene::EdgeItem makeEdge(const Topology& topology, const std::vector<GraphScene::NodeItem>& nodes,
                              const std::vector<QRectF>& groups, const Edge& edge, bool isSplit,
                              const TextMeasure& measure, const SceneOptions& options)
{
    GraphScene::EdgeItem item;
    item.isSplit = isSplit;
    if (edge.type == EdgeType::Routes)
        item.width = plainWidth + (widthPerShare * std::clamp(edge.share.value_or(1), 0.0, 1.0));
    if (edge.type == EdgeType::Aggregate)
        item.width = std::min(6.0, plainWidth + (0.8 * std::log2(1.0 + edge.count)));
    const bool isFlow = showsFlow(options.labels);
    const EdgeFlow* flow = isFlow ? flowOf(edge, options) : nullptr;
    if (isFlow)
        item.width = widthOfFlow(flow);
    // dots of a wide line look like a ladder
    if (isFlow && edge.type == EdgeType::Calls)
        item.width = 1 + ((item.width - 1) / 3);
    const GraphScene::NodeItem& from = nodes[edge.from];
    const GraphScene::NodeItem& to = nodes[edge.to];
    if (edge.type == EdgeType::Delegates) {
        makeDelegate(item, from, to);
    } else if (edge.type == EdgeType::Applies) {
        // Drawn from what it is for to the policy, which stands right of it.
        item.start = leave(topology.nodes[edge.to], to, edge.toRow);
        item.tip = enter(topology.nodes[edge.from], from, -1) + QPointF(arrowLength(item.width), 0);
        makeCurve(item);
        item.tip -= QPointF(arrowLength(item.width), 0);
    } else {
        item.start = leave(topology.nodes[edge.from], from, edge.fromRow);
        item.tip = enter(topology.nodes[edge.to], to, edge.toRow);
        const auto frame = [&](std::uint32_t node) -> const QRectF& {
            return groups[static_cast<std::size_t>(topology.nodes[node].group)];
        };
        if (endsAtFrame(topology, edge.from, edge.to)) {
            item.start = {frame(edge.from).right(), heightOnFrame(frame(edge.from), item.tip.y())};
        } else if (endsAtFrame(topology, edge.to, edge.from)) {
            item.tip = {frame(edge.to).left(), heightOnFrame(frame(edge.to), item.start.y())};
        }
        makeCurve(item);
    }
    const EdgeFact* fact = nullptr;
    if (options.facts) {
        if (const auto it = options.facts->edges.find(edge.id); it != options.facts->edges.end())
            fact = &it->second;
    }
    item.label = isFlow ? flowLabel(flow) : edgeLabel(edge, topology, options.labels, fact);
    if (!item.label.isEmpty()) {
        const double glyph = edge.state == State::Same ? 0 : 16;
        const double text = measure.width(item.label.toStdString(), TextMeasure::Role::EdgeLabel);
        item.chip = {std::ceil(text) + glyph + 12, chipHeight};
        item.text = QStaticText(item.label);
        item.text.setTextFormat(Qt::PlainText);
        item.labelAt = pointOn(item, labelPosition(item));
    } else {
        item.labelHidden = true;
    }
    return item;
}

void placeLabels(const Topology& topology, std::vector<GraphScene::EdgeItem>& edges)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        if (!edges[i].labelHidden)
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return rankOf(topology.edges[i]); });
    Taken taken;
    for (const std::uint32_t i : order) {
        GraphScene::EdgeItem& edge = edges[i];
        const double length = std::hypot(edge.tip.x() - edge.start.x(), edge.tip.y() - edge.start.y());
        const double start = labelPosition(edge);
        // 0, +1, -1, +2, -2 ... steps along the curve, then near its ends.
        constexpr int steps = (2 * labelSteps) + 1;
        constexpr std::array<double, 2> ends = {0.28, 0.76};
        edge.labelHidden = true;
        for (int step = 0; step < steps + static_cast<int>(ends.size()); ++step) {
            const double place = step < steps
                ? start + ((step % 2 == 1 ? (step + 1) / 2 : -(step / 2)) * labelStep / std::max(length, 1.0))
                : ends[static_cast<std::size_t>(step - steps)];
            edge.labelAt = pointOn(edge, std::clamp(place, 0.15, 0.9));
            const QRectF chip = chipOf(edge).adjusted(-1, -1, 1, 1);
            if (!taken.isFree(chip))
                continue;
            taken.take(chip);
            edge.labelHidden = false;
            break;
        }
    }
}

QRectF chipOf(const GraphScene::EdgeItem& edge)
{
    return {edge.labelAt - QPointF(edge.chip.width() / 2, edge.chip.height() / 2), edge.chip};
}

QRectF boundsOf(const GraphScene::EdgeItem& edge)
{
    const double margin = edge.width + 6;
    QRectF bounds = edge.curve.controlPointRect().adjusted(-margin, -margin, margin, margin);
    bounds |= QRectF(edge.tip, edge.tip).adjusted(-margin, -margin, margin, margin);
    return edge.labelHidden ? bounds : bounds | chipOf(edge).adjusted(-1, -1, 1, 1);
}

} // namespace meshdraft::topology
