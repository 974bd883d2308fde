// SPDX-License-Identifier: Apache-2.0
#include "models/topology/layout.h"

#include "models/topology/graphvizcontext.h"
#include "models/topology/placement.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace meshdraft::topology {

namespace {

constexpr double widthStep = 8;
constexpr double widestNode = 200;
constexpr std::size_t largestForDot = 1000;

constexpr double cardTitle = 26;
constexpr double rowPitch = 28;
constexpr double widePitch = 44; ///< the pitch of workloads, so that their edges are straight
constexpr double rowHeight = 23;
constexpr double rowInset = 7;

double grow(double base, double needed)
{
    return needed <= base ? base : std::min(widestNode, base + (std::ceil((needed - base) / widthStep) * widthStep));
}

/// How many rows of each card lead to workloads of their own.
std::vector<std::size_t> rowsWithWorkloads(const Topology& topology)
{
    std::vector<std::pair<std::uint32_t, std::int32_t>> rows;
    for (const Edge& edge : topology.edges) {
        if (edge.type == EdgeType::Selects && edge.fromRow >= 0)
            rows.emplace_back(edge.from, edge.fromRow);
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    std::vector<std::size_t> counts(topology.nodes.size());
    for (const auto& [node, row] : rows)
        ++counts[node];
    return counts;
}

class NodeSizes {
public:
    explicit NodeSizes(const TextMeasure& measure)
        : m_measure(measure)
    {
    }

    Rect sizeOf(const Node& node, std::size_t wideRows) const
    {
        switch (node.type) {
        case NodeType::Gateway:
            return size(108, texts(node) + 28 + 20, 42);
        case NodeType::RouteTable:
            return size(118, texts(node) + 20, 38);
        case NodeType::Route:
            return size(80, title(node.subtitle) + 6 + title(node.title) + 24, 24);
        case NodeType::Service:
            return card(node, wideRows);
        case NodeType::Workload:
            return size(22 + 8 + 48, 22 + 8 + std::max(title(node.title), 14 + detail(node.subtitle)), 30);
        case NodeType::ServiceEntry:
            return size(76, texts(node) + 24, node.subtitle.empty() ? 38 : 54);
        case NodeType::Missing:
            return missing(node);
        case NodeType::Closed:
            return size(122, title(node.title) + 28 + 34, 58);
        case NodeType::Policy:
            return size(148, texts(node) + 34 + 10, 40);
        }
        return {};
    }

private:
    static Rect size(double base, double needed, double height) { return {0, 0, grow(base, needed), height}; }
    double title(const std::string& text) const { return m_measure.width(text, TextMeasure::Role::NodeTitle); }
    double detail(const std::string& text) const { return m_measure.width(text, TextMeasure::Role::NodeDetail); }
    double texts(const Node& node) const { return std::max(title(node.title), detail(node.subtitle)); }

    Rect card(const Node& node, std::size_t wideRows) const
    {
        double needed = 28 + title(node.title) + 10;
        for (const SubsetRow& row : node.subsets)
            needed = std::max(needed, (2 * rowInset) + (row.missing ? 20 : 0) + title(row.name) + 20);
        if (!node.subtitle.empty())
            needed = std::max(needed, 28 + detail(node.subtitle) + 10);
        if (node.subsets.empty())
            return size(98, needed, node.subtitle.empty() ? cardTitle : 38);
        const double pitch = wideRows > 1 ? widePitch : rowPitch;
        const auto others = static_cast<double>(node.subsets.size() - 1);
        return size(98, needed, cardTitle + (others * pitch) + rowPitch);
    }

    Rect missing(const Node& node) const
    {
        switch (columnOf(node)) {
        case GatewayColumn:
            return size(132, title(node.title) + 48, 42);
        case TableColumn:
            return size(126, title(node.title) + 40, 38);
        default:
            return size(114, title(node.title) + 38, 40);
        }
    }

    const TextMeasure& m_measure;
};

/// Where nothing branches there is nothing to order.
bool isChain(const Component& component)
{
    std::array<int, ColumnCount> count{};
    return std::ranges::all_of(component.items, [&](const Component::Item& item) { return ++count[item.column] == 1; });
}

/// The order of components, asked of Graphviz once a shape: most of a large mesh looks alike.
class Ordering {
public:
    Expected<void> place(Component& component)
    {
        const std::string shape = component.shape();
        if (const auto it = m_placed.find(shape); it != m_placed.end()) {
            for (std::size_t i = 0; i < component.items.size(); ++i)
                component.items[i].y = it->second.items[i].y;
            component.height = it->second.height;
            return {};
        }
        Expected<ColumnOrder> order = orderOf(component);
        if (!order)
            return std::unexpected(order.error());
        placeItems(component, *order);
        m_placed.emplace(shape, component);
        return {};
    }

private:
    Expected<ColumnOrder> orderOf(const Component& component)
    {
        if (isChain(component) || component.items.size() > largestForDot)
            return orderByMedians(component);
        if (!m_graphviz)
            m_graphviz = std::make_unique<GraphvizContext>();
        return orderWithGraphviz(*m_graphviz, component);
    }

    std::unordered_map<std::string, Component> m_placed;
    std::unique_ptr<GraphvizContext> m_graphviz;
};

} // namespace

std::vector<Rect> measureNodes(const Topology& topology, const TextMeasure& measure)
{
    const std::vector<std::size_t> rows = rowsWithWorkloads(topology);
    const NodeSizes sizes(measure);
    std::vector<Rect> result;
    result.reserve(topology.nodes.size());
    for (std::size_t i = 0; i < topology.nodes.size(); ++i)
        result.push_back(sizes.sizeOf(topology.nodes[i], rows[i]));
    return result;
}

std::vector<Rect> subsetRows(const Node& node, const Rect& card)
{
    std::vector<Rect> rows;
    rows.reserve(node.subsets.size());
    const auto count = static_cast<double>(node.subsets.size());
    const double pitch = count > 1 ? (card.height - cardTitle - rowPitch) / (count - 1) : rowPitch;
    // The half pixel puts the middle of a row, where edges end, on a whole one.
    for (std::size_t i = 0; i < node.subsets.size(); ++i) {
        const double top = card.y + cardTitle + 0.5 + (static_cast<double>(i) * pitch);
        rows.push_back({card.x + rowInset, top, card.width - (2 * rowInset), rowHeight});
    }
    return rows;
}

double edgeHeight(const Node& node, const Rect& rect, int row)
{
    if (node.subsets.empty())
        return rect.y + (rect.height / 2);
    const std::vector<Rect> rows = row < 0 ? std::vector<Rect>() : subsetRows(node, rect);
    if (row < 0 || static_cast<std::size_t>(row) >= rows.size())
        return rect.y + (cardTitle / 2);
    const Rect& place = rows[static_cast<std::size_t>(row)];
    return place.y + (place.height / 2);
}

std::string layoutHash(const Topology& topology, const std::vector<Rect>& sizes)
{
    return hashOf(encodeRequest(topology, sizes));
}

std::string hashOf(const std::string& request)
{
    const QByteArrayView bytes(request.data(), static_cast<qsizetype>(request.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().toStdString();
}

Expected<Layout> layoutWithGraphviz(const Topology& topology, const std::vector<Rect>& sizes)
{
    if (topology.overview)
        return arrangeBlocks(topology, sizes, layoutWithGraphviz);
    std::vector<Component> components = findComponents(topology, sizes);
    Ordering ordering;
    for (Component& component : components) {
        if (Expected<void> placed = ordering.place(component); !placed)
            return std::unexpected(placed.error());
    }
    return arrange(topology, sizes, components);
}

} // namespace meshdraft::topology
