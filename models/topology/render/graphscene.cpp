// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/graphscene.h"

#include "models/topology/placement.h"
#include "models/topology/render/edgegeometry.h"
#include "models/topology/render/uniformgrid.h"
#include "models/topology/render/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <thread>

namespace meshdraft::topology {

struct GraphScene::Grid {
    UniformGrid nodes;
    UniformGrid edges;
};

/// Elements by the name of their resource.
struct GraphScene::Index {
    explicit Index(const Topology& graph);

    struct Entry {
        const mesh::ElementRef* element;
        Hit::Kind kind;
        int index;
        int row;
        bool isRelated; ///< any field of the element's resource belongs to the node
    };
    std::vector<Entry> entries;
    std::unordered_multimap<std::string_view, std::uint32_t> byName;

    void add(const mesh::ElementRef& element, Hit::Kind kind, std::size_t at, int row = -1, bool isRelated = false);
};

namespace {

using Role = TextMeasure::Role;

/// Margin of what nodes paint around their rectangle: halo, focus line, badges, marks.
constexpr double nodeMargin = 12;
constexpr double titleHeight = 26; ///< of a group
constexpr double toggleWidth = 24;

QRectF toRectF(const Rect& rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

/// Shortens a text in its middle until it fits.
QString elided(const QString& text, double width, Role role, const TextMeasure& measure, double& textWidth)
{
    textWidth = measure.width(text.toStdString(), role);
    if (textWidth <= width)
        return text;
    qsizetype low = 0;
    qsizetype high = text.size();
    QString best(QChar(u'…'));
    while (low <= high) {
        const qsizetype keep = (low + high) / 2;
        const QString shorter = text.left((keep + 1) / 2) + QChar(u'…') + text.right(keep / 2);
        if (measure.width(shorter.toStdString(), role) <= width) {
            best = shorter;
            low = keep + 1;
        } else {
            high = keep - 1;
        }
    }
    textWidth = measure.width(best.toStdString(), role);
    return best;
}

QStaticText plainText(const QString& text)
{
    QStaticText result(text);
    result.setTextFormat(Qt::PlainText);
    return result;
}

QRectF shapeOf(const Node& node, const QRectF& rect)
{
    constexpr double circle = 22;
    constexpr double trapezoid = 38;
    if (node.type == NodeType::Workload)
        return {rect.left(), rect.center().y() - (circle / 2), circle, circle};
    if (node.type == NodeType::ServiceEntry)
        return {rect.left(), rect.top(), rect.width(), std::min(rect.height(), trapezoid)};
    return rect;
}

/// Room for a node's title inside its shape.
double titleRoom(const Node& node, const QRectF& rect, double subtitleWidth)
{
    switch (node.type) {
    case NodeType::Gateway:
        return rect.width() - 28 - 14;
    case NodeType::Route:
        return rect.width() - 24 - 6 - subtitleWidth;
    case NodeType::Service:
        return rect.width() - 28 - 8;
    case NodeType::Workload:
        return rect.width() - 30;
    case NodeType::Missing:
        return rect.width() - 36;
    case NodeType::Closed:
        return rect.width() - 28 - (node.mtls == mesh::MtlsMode::Unset ? 8 : 26);
    case NodeType::Policy:
        return rect.width() - 42;
    default:
        return rect.width() - 18;
    }
}

QString secondLine(const Node& node)
{
    if (node.type == NodeType::Missing)
        return missingText(node);
    if (node.type == NodeType::Workload && node.replicas)
        return podsText(*node.replicas);
    if (node.closed && node.closed->outside)
        return entriesText(node.closed->tally.serviceEntries);
    return paintable(node.subtitle);
}

/// Up to this width a node has grown to its texts: there is nothing to measure again and nothing to shorten.
constexpr double grownWidth = 192;

bool holdsItsTexts(const Node& node, const QRectF& rect)
{
    switch (node.type) {
    case NodeType::Gateway:
    case NodeType::RouteTable:
    case NodeType::Service:
    case NodeType::Policy:
        return rect.width() < grownWidth;
    case NodeType::Workload:
        return rect.width() < grownWidth && node.replicas.has_value();
    default:
        return false;
    }
}

GraphScene::NodeItem makeNode(const Node& node, const Rect& place, const TextMeasure& measure)
{
    GraphScene::NodeItem item;
    item.rect = toRectF(place);
    item.shape = shapeOf(node, item.rect);
    for (const Rect& row : subsetRows(node, place))
        item.rows.push_back(toRectF(row));
    const bool isGrown = holdsItsTexts(node, item.rect);
    for (const SubsetRow& row : node.subsets) {
        if (isGrown) {
            item.rowTexts.push_back(plainText(paintable(row.name)));
            continue;
        }
        double width = 0;
        const double room = item.rows.empty() ? 0 : item.rows.front().width() - 16 - (row.missing ? 18 : 0);
        item.rowTexts.push_back(plainText(elided(paintable(row.name), room, Role::NodeTitle, measure, width)));
    }
    if (isGrown) {
        const QString second = secondLine(node);
        item.title = plainText(paintable(node.title));
        item.titleWidth = titleRoom(node, item.rect, 0);
        item.subtitle = plainText(second);
        item.subtitleWidth = second.isEmpty() ? 0 : item.titleWidth;
        return item;
    }
    const double detailRoom =
        node.type == NodeType::ServiceEntry ? item.rect.width() + 16 : titleRoom(node, item.rect, 0);
    const Role detailRole = node.type == NodeType::Route ? Role::NodeTitle : Role::NodeDetail;
    item.subtitle = plainText(elided(secondLine(node), detailRoom, detailRole, measure, item.subtitleWidth));
    item.title = plainText(elided(paintable(node.title), titleRoom(node, item.rect, item.subtitleWidth),
                                  Role::NodeTitle, measure, item.titleWidth));
    return item;
}

std::vector<GraphScene::GroupItem> makeGroups(const Topology& topology, const Layout& layout,
                                              const TextMeasure& measure)
{
    std::vector<GraphScene::GroupItem> groups(topology.groups.size());
    std::vector<bool> onlyVirtualServices(topology.groups.size(), true);
    for (const Node& node : topology.nodes) {
        if (node.group < 0)
            continue;
        const auto group = static_cast<std::size_t>(node.group);
        groups[group].nodes += 1;
        groups[group].tally.count(node);
        if (groups[group].element.isNull() && !topology.groups[group].outside && !node.element.isNull())
            groups[group].element = namespaceElement(node.element.key.environment, topology.groups[group].title);
        if (node.type == NodeType::RouteTable && node.element.key.kind != "VirtualService")
            onlyVirtualServices[group] = false;
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Group& group = topology.groups[i];
        GraphScene::GroupItem& item = groups[i];
        item.rect = toRectF(layout.groups[i]);
        const double room = item.rect.width() - 40;
        item.title = plainText(elided(paintable(group.title), room, Role::GroupTitle, measure, item.titleWidth));
        const QString mode = modeText(group.mtls);
        item.mode = plainText(mode);
        item.modeWidth = mode.isEmpty() ? 0 : measure.width(mode.toStdString(), Role::EdgeLabel);
        const QString note = groupNote(group, onlyVirtualServices[i]);
        item.note = plainText(note);
        item.noteWidth = measure.width(note.toStdString(), Role::NodeDetail) * 1.1;
    }
    return groups;
}

std::vector<GraphScene::Bundle> makeBundles(const Topology& topology)
{
    std::map<std::pair<int, int>, int> counts;
    for (const Edge& edge : topology.edges) {
        const int from = topology.nodes[edge.from].group;
        const int to = topology.nodes[edge.to].group;
        if (from != to && placesNodes(edge))
            counts[{from, to}] += static_cast<int>(edge.count);
    }
    std::vector<GraphScene::Bundle> bundles;
    bundles.reserve(counts.size());
    for (const auto& [groups, edges] : counts)
        bundles.push_back({groups.first, groups.second, edges});
    return bundles;
}

double distanceTo(const GraphScene::EdgeItem& edge, QPointF point)
{
    constexpr int segments = 24;
    double best = std::numeric_limits<double>::max();
    QPointF from = edge.start;
    for (int i = 1; i <= segments + 1; ++i) {
        const QPointF to = i > segments ? edge.tip : pointOn(edge, static_cast<double>(i) / segments);
        const QPointF along = to - from;
        const double length = QPointF::dotProduct(along, along);
        const double t = length == 0 ? 0 : std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0);
        const QPointF off = point - (from + along * t);
        best = std::min(best, std::hypot(off.x(), off.y()));
        from = to;
    }
    return best;
}

bool isSamePlace(const mesh::ElementRef& left, const mesh::ElementRef& right)
{
    return left.path == right.path && left.document == right.document && left.item == right.item;
}

} // namespace

void GraphScene::Index::add(const mesh::ElementRef& element, Hit::Kind kind, std::size_t at, int row, bool isRelated)
{
    if (element.isNull())
        return;
    byName.emplace(element.key.name, static_cast<std::uint32_t>(entries.size()));
    entries.push_back({&element, kind, static_cast<int>(at), row, isRelated});
}

/// All but the groups, whose elements the scene makes.
GraphScene::Index::Index(const Topology& graph)
{
    entries.reserve(graph.nodes.size() + graph.edges.size());
    byName.reserve(graph.nodes.size() + graph.edges.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node& node = graph.nodes[i];
        add(node.element, Hit::NodeHit, i);
        for (std::size_t row = 0; row < node.subsets.size(); ++row)
            add(node.subsets[row].element, Hit::SubsetHit, i, static_cast<int>(row));
        for (const mesh::ElementRef& element : node.related)
            add(element, Hit::NodeHit, i, -1, true);
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const EdgeType type = graph.edges[i].type;
        const bool isNamed = type != EdgeType::Aggregate && type != EdgeType::Applies && type != EdgeType::Contains
            && type != EdgeType::Selects;
        if (isNamed)
            add(graph.edges[i].element, Hit::EdgeHit, i);
    }
}

double GraphScene::Bundle::width() const
{
    return std::min(6.0, 1.25 + (0.8 * std::log2(1.0 + edges)));
}

std::shared_ptr<const GraphScene> GraphScene::build(Topology topology, Layout layout, const TextMeasure& measure,
                                                    const SceneOptions& options)
{
    const std::shared_ptr<GraphScene> scene(new GraphScene);
    scene->m_topology = std::move(topology);
    scene->m_options = options;
    scene->m_layout = std::move(layout);
    const Topology& graph = scene->m_topology;
    scene->m_layout.nodes.resize(graph.nodes.size());
    scene->m_layout.groups.resize(graph.groups.size());
    scene->m_bounds = toRectF(scene->m_layout.bounds);

    // What needs neither places nor fonts is made beside the rest.
    std::shared_ptr<Index> index;
    std::jthread beside([&] { index = std::make_shared<Index>(graph); });
    std::vector<QRectF> nodeBounds;
    nodeBounds.reserve(graph.nodes.size());
    scene->m_nodes.reserve(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        scene->m_nodes.push_back(makeNode(graph.nodes[i], scene->m_layout.nodes[i], measure));
        nodeBounds.push_back(scene->m_nodes.back().rect.adjusted(-nodeMargin, -nodeMargin, nodeMargin, nodeMargin));
    }
    std::vector<int> destinations(graph.nodes.size());
    for (const Edge& edge : graph.edges)
        destinations[edge.from] += edge.type == EdgeType::Routes ? 1 : 0;
    std::vector<QRectF> edgeBounds;
    scene->m_edges.reserve(graph.edges.size());
    std::vector<QRectF> frames;
    std::ranges::transform(scene->m_layout.groups, std::back_inserter(frames), toRectF);
    for (const Edge& edge : graph.edges)
        scene->m_edges.push_back(
            makeEdge(graph, scene->m_nodes, frames, edge, destinations[edge.from] > 1, measure, scene->m_options));
    placeLabels(graph, scene->m_edges);
    std::ranges::transform(scene->m_edges, std::back_inserter(edgeBounds), boundsOf);
    scene->m_groups = makeGroups(graph, scene->m_layout, measure);
    scene->m_bundles = makeBundles(graph);
    const QRectF area = scene->m_bounds.adjusted(-nodeMargin, -nodeMargin, nodeMargin, nodeMargin);
    scene->m_grid = std::make_shared<const Grid>(UniformGrid(area, nodeBounds), UniformGrid(area, edgeBounds));

    beside.join();
    for (std::size_t i = 0; i < graph.groups.size(); ++i) {
        if (!graph.groups[i].closed)
            index->add(scene->m_groups[i].element, Hit::GroupHit, i);
    }
    scene->m_index = std::move(index);
    return scene;
}

std::vector<int> GraphScene::nodesIn(const QRectF& rect) const
{
    return m_grid->nodes.meeting(rect);
}

std::vector<int> GraphScene::edgesIn(const QRectF& rect) const
{
    return m_grid->edges.meeting(rect);
}

GraphScene::Hit GraphScene::hitTest(QPointF point, double slack) const
{
    const QRectF around(point.x() - slack, point.y() - slack, 2 * slack, 2 * slack);
    Hit hit;
    for (const int i : nodesIn(around)) {
        const NodeItem& item = m_nodes[static_cast<std::size_t>(i)];
        if (!item.rect.contains(point))
            continue;
        hit = {Hit::NodeHit, i, -1, {}};
        hit.onToggle =
            m_topology.nodes[static_cast<std::size_t>(i)].closed && point.x() < item.rect.left() + toggleWidth;
        for (std::size_t row = 0; row < item.rows.size(); ++row) {
            if (item.rows[row].contains(point))
                hit = {Hit::SubsetHit, i, static_cast<int>(row), {}};
        }
    }
    if (hit.kind == Hit::Nothing) {
        double best = std::numeric_limits<double>::max();
        const bool hasManyCalls = std::ranges::count(m_topology.edges, EdgeType::Calls, &Edge::type) > mostCalls;
        for (const int i : edgesIn(around)) {
            // What is not drawn unless its ends are selected is in nobody's way.
            if (hasManyCalls && m_topology.edges[static_cast<std::size_t>(i)].type == EdgeType::Calls)
                continue;
            const EdgeItem& edge = m_edges[static_cast<std::size_t>(i)];
            const bool onLabel = !edge.labelHidden && chipOf(edge).contains(point);
            const double distance = onLabel ? 0 : distanceTo(edge, point) - (edge.width / 2);
            if (distance <= slack && distance < best) {
                best = distance;
                hit = {Hit::EdgeHit, i, -1, {}};
            }
        }
    }
    for (std::size_t i = 0; i < m_groups.size() && hit.kind == Hit::Nothing; ++i) {
        const QRectF& rect = m_groups[i].rect;
        if (m_topology.groups[i].closed || !rect.contains(point))
            continue;
        hit = {Hit::GroupHit, static_cast<int>(i), -1, {}};
        hit.onTitle = point.y() < rect.top() + titleHeight;
        hit.onToggle = hit.onTitle && point.x() < rect.left() + toggleWidth;
    }
    hit.element = elementOf(hit);
    return hit;
}

mesh::ElementRef GraphScene::elementOf(const Hit& hit) const
{
    if (hit.kind == Hit::EdgeHit)
        return m_topology.edges[static_cast<std::size_t>(hit.index)].element;
    if (hit.kind == Hit::GroupHit && hit.onTitle)
        return m_groups[static_cast<std::size_t>(hit.index)].element;
    if (hit.kind != Hit::NodeHit && hit.kind != Hit::SubsetHit)
        return {};
    const Node& node = m_topology.nodes[static_cast<std::size_t>(hit.index)];
    const mesh::ElementRef& own =
        hit.kind == Hit::SubsetHit ? node.subsets[static_cast<std::size_t>(hit.row)].element : node.element;
    if (!own.isNull())
        return own;
    for (const Edge& edge : m_topology.edges) {
        const bool leadsHere = edge.to == static_cast<std::uint32_t>(hit.index) && edge.toRow == hit.row;
        const bool startsHere = edge.from == static_cast<std::uint32_t>(hit.index) && edge.type == EdgeType::Exposes;
        if (leadsHere || startsHere)
            return edge.element;
    }
    return {};
}

GraphScene::Hit GraphScene::find(const mesh::ElementRef& element) const
{
    Hit hit;
    if (element.isNull())
        return hit;
    // The same place counts more than the same key alone; then the longest field.
    std::pair<bool, std::size_t> best{false, 0};
    const auto [first, last] = m_index->byName.equal_range(element.key.name);
    for (auto it = first; it != last; ++it) {
        const Index::Entry& entry = m_index->entries[it->second];
        if (entry.element->key != element.key || (!entry.isRelated && !element.field.isWithin(entry.element->field)))
            continue;
        const std::pair<bool, std::size_t> rank{isSamePlace(*entry.element, element),
                                                entry.isRelated ? 0 : entry.element->field.text().size()};
        const bool isNodeInstead = hit.kind == Hit::EdgeHit && entry.kind != Hit::EdgeHit && rank == best;
        if (hit.kind == Hit::Nothing || rank > best || isNodeInstead) {
            best = rank;
            hit = {entry.kind, entry.index, entry.row, element};
            hit.onTitle = entry.kind == Hit::GroupHit;
        }
    }
    return hit;
}

QRectF GraphScene::rectOf(const mesh::ElementRef& element) const
{
    const Hit hit = find(element);
    switch (hit.kind) {
    case Hit::NodeHit:
        return m_nodes[static_cast<std::size_t>(hit.index)].rect;
    case Hit::SubsetHit:
        return m_nodes[static_cast<std::size_t>(hit.index)].rows[static_cast<std::size_t>(hit.row)];
    case Hit::EdgeHit: {
        const EdgeItem& edge = m_edges[static_cast<std::size_t>(hit.index)];
        return edge.curve.controlPointRect() | QRectF(edge.tip, edge.tip);
    }
    case Hit::GroupHit:
        return m_groups[static_cast<std::size_t>(hit.index)].rect;
    default:
        return {};
    }
}

} // namespace meshdraft::topology
