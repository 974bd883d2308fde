// SPDX-License-Identifier: Apache-2.0
#include "views/topology/topologytreemodel.h"

#include "models/topology/render/words.h"
#include "views/topology/canvastext.h"
#include "views/topology/canvaswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using topology::Edge;
using topology::EdgeType;
using topology::GraphScene;
using topology::Node;
using topology::NodeType;
using Hit = topology::GraphScene::Hit;

bool TopologyTreeModel::Item::operator==(const Item& other) const
{
    return hit.kind == other.hit.kind && hit.index == other.hit.index && hit.row == other.hit.row
        && hit.element == other.hit.element && parent == other.parent && row == other.row && children == other.children;
}

std::vector<TopologyTreeModel::Item> TopologyTreeModel::itemsOf(const GraphScene& scene, std::vector<int>& top)
{
    const topology::Topology& topology = scene.topology();
    std::vector<Item> items;
    std::vector<std::vector<int>> edges(topology.nodes.size());
    std::vector<std::vector<int>> routes(topology.nodes.size());
    for (std::size_t i = 0; i < topology.edges.size(); ++i) {
        const Edge& edge = topology.edges[i];
        if (edge.type == EdgeType::Contains) {
            routes[edge.from].push_back(static_cast<int>(edge.to));
        } else {
            edges[edge.from].push_back(static_cast<int>(i));
        }
    }
    const auto add = [&](Hit::Kind kind, int index, int row, int parent) {
        Item item;
        item.hit = {kind, index, row, {}};
        item.hit.onTitle = kind == Hit::GroupHit;
        item.hit.element = scene.elementOf(item.hit);
        item.parent = parent;
        std::vector<int>& siblings = parent < 0 ? top : items[static_cast<std::size_t>(parent)].children;
        item.row = static_cast<int>(siblings.size());
        siblings.push_back(static_cast<int>(items.size()));
        items.push_back(std::move(item));
        return static_cast<int>(items.size()) - 1;
    };
    const auto addNode = [&](const auto& self, int index, int parent) -> void {
        const auto at = static_cast<std::size_t>(index);
        const int own = add(Hit::NodeHit, index, -1, parent);
        for (std::size_t row = 0; row < topology.nodes[at].subsets.size(); ++row)
            add(Hit::SubsetHit, index, static_cast<int>(row), own);
        for (const int route : routes[at])
            self(self, route, own);
        for (const int edge : edges[at])
            add(Hit::EdgeHit, edge, -1, own);
    };
    std::vector<std::vector<int>> nodes(topology.groups.size());
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        if (topology.nodes[i].type != NodeType::Route)
            nodes[static_cast<std::size_t>(topology.nodes[i].group)].push_back(static_cast<int>(i));
    }
    for (std::size_t group = 0; group < nodes.size(); ++group) {
        const auto isBefore = [&](int a, int b) {
            const QRectF& left = scene.nodes()[static_cast<std::size_t>(a)].rect;
            const QRectF& right = scene.nodes()[static_cast<std::size_t>(b)].rect;
            return std::pair(left.left(), left.top()) < std::pair(right.left(), right.top());
        };
        std::ranges::stable_sort(nodes[group], isBefore);
        const int parent = topology.groups[group].closed ? -1 : add(Hit::GroupHit, static_cast<int>(group), -1, -1);
        for (const int node : nodes[group])
            addNode(addNode, node, parent);
    }
    return items;
}

void TopologyTreeModel::setScene(topology::GraphScenePtr scene)
{
    std::vector<int> top;
    std::vector<Item> items = scene ? itemsOf(*scene, top) : std::vector<Item>();
    if (items == m_items && top == m_top && m_scene && scene) {
        m_scene = std::move(scene);
        const auto changed = [this](const auto& self, const QModelIndex& parent) -> void {
            if (const int rows = rowCount(parent); rows > 0) {
                Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
                for (int row = 0; row < rows; ++row)
                    self(self, index(row, 0, parent));
            }
        };
        changed(changed, {});
        return;
    }
    beginResetModel();
    m_scene = std::move(scene);
    m_items = std::move(items);
    m_top = std::move(top);
    endResetModel();
}

QModelIndex TopologyTreeModel::find(const mesh::ElementRef& element) const
{
    const Hit hit = m_scene ? m_scene->find(element) : Hit();
    for (std::size_t i = 0; hit.kind != Hit::Nothing && i < m_items.size(); ++i) {
        const Item& item = m_items[i];
        if (item.hit.kind == hit.kind && item.hit.index == hit.index && item.hit.row == hit.row)
            return createIndex(item.row, 0, static_cast<quintptr>(i));
    }
    return {};
}

QModelIndex TopologyTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const std::vector<int>& rows = parent.isValid() ? m_items[parent.internalId()].children : m_top;
    return createIndex(row, column, static_cast<quintptr>(rows[static_cast<std::size_t>(row)]));
}

QModelIndex TopologyTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_items[child.internalId()].parent;
    return parent < 0 ? QModelIndex()
                      : createIndex(m_items[static_cast<std::size_t>(parent)].row, 0, static_cast<quintptr>(parent));
}

int TopologyTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? m_items[parent.internalId()].children.size() : m_top.size());
}

int TopologyTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QString TopologyTreeModel::name(const Item& item) const
{
    const topology::Topology& topology = m_scene->topology();
    const auto at = static_cast<std::size_t>(item.hit.index);
    switch (item.hit.kind) {
    case Hit::GroupHit:
        return topology::paintable(topology.groups[at].title);
    case Hit::SubsetHit:
        return topology::paintable(topology.nodes[at].subsets[static_cast<std::size_t>(item.hit.row)].name);
    case Hit::EdgeHit: {
        const Edge& edge = topology.edges[at];
        const Node& to = topology.nodes[edge.to];
        QString target = topology::paintable(to.title);
        if (edge.toRow >= 0)
            target += u' ' + topology::paintable(to.subsets[static_cast<std::size_t>(edge.toRow)].name);
        return u"→ "_s + target;
    }
    default:
        return topology::paintable(topology.nodes[at].title);
    }
}

/// What the tool tip says, without the name, in one line.
QString TopologyTreeModel::says(const Item& item) const
{
    QStringList lines = describe(*m_scene, item.hit).split(u'\n', Qt::SkipEmptyParts);
    if (item.hit.kind != Hit::NodeHit || m_scene->topology().nodes[static_cast<std::size_t>(item.hit.index)].closed) {
        if (!lines.isEmpty())
            lines.removeFirst();
    }
    lines += factText(*m_scene, item.hit).split(u'\n', Qt::SkipEmptyParts);
    return lines.join(u" · "_s);
}

QVariant TopologyTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Item& item = m_items[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? name(item) : says(item);
    case Qt::ToolTipRole:
        return describe(*m_scene, item.hit);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? QString(name(item) + u", "_s + says(item)) : says(item);
    case ElementRole:
        return QVariant::fromValue(item.hit.element);
    default:
        return {};
    }
}

QVariant TopologyTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return section == NameColumn ? tr("Name") : tr("What the picture says");
}

} // namespace meshdraft::views
