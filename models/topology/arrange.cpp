// SPDX-License-Identifier: Apache-2.0
#include "models/topology/placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace meshdraft::topology {

namespace {

constexpr double padding = 12;
constexpr double titleHeight = 26;
constexpr double contentTop = titleHeight + 4;
constexpr double groupGap = 10;
constexpr double componentGap = 20;
constexpr double gatewayGap = 16;
constexpr double outsideGap = 16;
constexpr double largestBeside = 360; ///< height of what a namespace of gateways may hold beside them
constexpr double besideGap = 30; ///< between the columns of boxes: room for the curves of a gateway
/// Gap behind each column: the widest one holds the weight labels.
constexpr std::array<double, ColumnCount> columnGaps = {44, 34, 108, 36, 44, 0};
/// A picture that is higher than this many times its width is broken into columns of namespaces.
constexpr double tallest = 3.5;
constexpr double targetAspect = 1.6;

double centerY(const Rect& rect)
{
    return rect.y + (rect.height / 2);
}

/// Least width of a box for its title, lock and mode; text is not measured here.
double titleWidth(const Group& group)
{
    constexpr double characterWidth = 7.5;
    constexpr double lockWidth = 30;
    constexpr std::array<double, 4> modeLengths = {0, 7, 10, 6}; // nothing, DISABLE, PERMISSIVE, STRICT
    const double mode = modeLengths[static_cast<std::size_t>(group.mtls)];
    return (2 * padding) + (characterWidth * static_cast<double>(group.title.size()))
        + (mode > 0 ? lockWidth + (mode * characterWidth) : 0);
}

class Arrangement {
public:
    Arrangement(const Topology& topology, const std::vector<Rect>& sizes, std::vector<Component>& components)
        : m_topology(topology)
        , m_components(components)
        , m_groups(topology.groups.size())
    {
        m_layout.nodes = sizes;
        m_layout.groups.resize(topology.groups.size());
        for (std::size_t i = 0; i < components.size(); ++i)
            m_groups[groupOf(components[i])].components.push_back(i);
        for (std::uint32_t i = 0; i < topology.nodes.size(); ++i) {
            GroupPlan& plan = m_groups[static_cast<std::size_t>(topology.nodes[i].group)];
            if (topology.groups[static_cast<std::size_t>(topology.nodes[i].group)].outside) {
                plan.outside.push_back(i);
            } else if (columnOf(topology.nodes[i]) == GatewayColumn) {
                plan.gateways.push_back(i);
            }
        }
        for (GroupPlan& plan : m_groups)
            plan.isBeside = !plan.gateways.empty() && isSmall(plan.components);
    }

    Layout run()
    {
        findColumns();
        findNeighbours();
        placeMainGroups();
        placeBeside();
        placeOutside();
        shrinkClosedGroups();
        normalise();
        return std::move(m_layout);
    }

private:
    struct GroupPlan {
        std::vector<std::size_t> components;
        std::vector<std::uint32_t> gateways;
        std::vector<std::uint32_t> outside;
        std::vector<std::vector<std::size_t>> strips; ///< components, top to bottom, strip by strip
        double height = 0;
        bool isBeside = false; ///< gateways and little else: stands left of the others
        bool isMain() const { return !components.empty() && !isBeside; }
    };

    /// Nothing, or what usually stands beside gateways: their service and pods, without routes.
    bool isSmall(const std::vector<std::size_t>& components) const
    {
        const bool hasRoutes = std::ranges::any_of(components, [&](std::size_t component) {
            return std::ranges::any_of(m_components[component].items, [](const Component::Item& item) {
                return item.column == TableColumn || item.column == RouteColumn;
            });
        });
        return !hasRoutes && contentHeight(components) <= largestBeside;
    }

    std::size_t groupOf(const Component& component) const
    {
        return static_cast<std::size_t>(m_topology.nodes[static_cast<std::size_t>(component.items.front().node)].group);
    }

    Rect& rect(std::uint32_t node) { return m_layout.nodes[node]; }

    void findColumns()
    {
        std::array<double, ColumnCount> widths{};
        for (const GroupPlan& plan : m_groups) {
            for (const std::uint32_t gateway : plan.gateways) {
                if (plan.isMain())
                    widths[GatewayColumn] = std::max(widths[GatewayColumn], rect(gateway).width);
            }
            for (const std::size_t component : plan.isMain() ? plan.components : std::vector<std::size_t>()) {
                for (const Component::Item& item : m_components[component].items)
                    widths[item.column] = std::max(widths[item.column], item.width);
            }
        }
        double x = padding;
        for (std::size_t column = 0; column < ColumnCount; ++column) {
            m_columns[column] = x;
            if (widths[column] > 0)
                x += widths[column] + columnGaps[column];
            if (widths[column] > 0)
                m_stripWidth = x - columnGaps[column] + padding;
        }
        m_boxLeft = m_columns[TableColumn] - padding;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].isMain())
                m_stripWidth = std::max(m_stripWidth, m_boxLeft + titleWidth(m_topology.groups[i]));
        }
    }

    /// Tables that a gateway leads to, and what leads to each node outside.
    void findNeighbours()
    {
        m_neighbours.resize(m_topology.nodes.size());
        for (const Edge& edge : m_topology.edges) {
            if (!placesNodes(edge))
                continue;
            if (columnOf(m_topology.nodes[edge.from]) == GatewayColumn)
                m_neighbours[edge.from].push_back(edge.to);
            m_neighbours[edge.to].push_back(edge.from);
        }
    }

    double contentHeight(const std::vector<std::size_t>& components) const
    {
        double height = 0;
        for (const std::size_t component : components)
            height += m_components[component].height + componentGap;
        return std::max(0.0, height - componentGap);
    }

    void fillStrips(GroupPlan& plan, double limit)
    {
        const double total = contentHeight(plan.components);
        const double count = std::max(1.0, std::ceil(total / std::max(limit, 1.0)));
        const double target = total / count;
        double height = 0;
        for (const std::size_t component : plan.components) {
            const double next = m_components[component].height + componentGap;
            if (plan.strips.empty() || (height > 0 && height + (next / 2) > target)) {
                plan.strips.emplace_back();
                height = 0;
            }
            plan.strips.back().push_back(component);
            height += next;
        }
        for (const auto& strip : plan.strips)
            plan.height = std::max(plan.height, contentHeight(strip));
        double gateways = 0;
        for (const std::uint32_t gateway : plan.gateways)
            gateways += rect(gateway).height + gatewayGap;
        plan.height = std::max(plan.height, gateways - gatewayGap) + contentTop + padding;
    }

    void placeMainGroups()
    {
        double total = 0;
        for (const GroupPlan& plan : m_groups) {
            if (plan.isMain())
                total += contentHeight(plan.components) + contentTop + padding + groupGap;
        }
        const bool isTall = total > tallest * m_stripWidth;
        const auto columns = isTall
            ? static_cast<std::size_t>(std::max(1.0, std::round(std::sqrt(targetAspect * total / m_stripWidth))))
            : std::size_t{1};
        const double limit = columns == 1 ? total : total / static_cast<double>(columns);
        std::vector<double> heights(columns, 0);
        const double pitch = m_stripWidth + groupGap;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            GroupPlan& plan = m_groups[i];
            if (!plan.isMain())
                continue;
            fillStrips(plan, limit);
            if (plan.strips.size() > heights.size())
                heights.resize(plan.strips.size(), 0);
            const auto [start, top] = lowestPlace(heights, plan.strips.size());
            std::fill_n(heights.begin() + static_cast<std::ptrdiff_t>(start), plan.strips.size(),
                        top + plan.height + groupGap);
            placeGroup(i, static_cast<double>(start) * pitch, top, pitch);
        }
        m_mainRight = m_stripWidth == 0 ? 0 : (static_cast<double>(heights.size()) * pitch) - groupGap;
    }

    /// First run of `count` columns in which a box comes to stand highest.
    static std::pair<std::size_t, double> lowestPlace(const std::vector<double>& heights, std::size_t count)
    {
        std::pair<std::size_t, double> best{0, -1};
        for (std::size_t start = 0; start + count <= heights.size(); ++start) {
            const auto from = heights.begin() + static_cast<std::ptrdiff_t>(start);
            const double top = *std::max_element(from, from + static_cast<std::ptrdiff_t>(count));
            if (best.second < 0 || top < best.second)
                best = {start, top};
        }
        return best;
    }

    void placeGroup(std::size_t group, double x, double top, double pitch)
    {
        GroupPlan& plan = m_groups[group];
        for (std::size_t s = 0; s < plan.strips.size(); ++s) {
            double y = top + contentTop;
            for (const std::size_t component : plan.strips[s]) {
                for (const Component::Item& item : m_components[component].items) {
                    if (item.node >= 0) {
                        Rect& place = rect(static_cast<std::uint32_t>(item.node));
                        place.x = x + (static_cast<double>(s) * pitch) + m_columns[item.column];
                        place.y = y + item.y;
                    }
                }
                y += m_components[component].height + componentGap;
            }
        }
        placeInnerGateways(plan, group, x, top);
        const double left = x + (plan.gateways.empty() ? m_boxLeft : 0);
        const double right = x + (static_cast<double>(plan.strips.size() - 1) * pitch) + m_stripWidth;
        m_layout.groups[group] = {left, top, right - left, plan.height};
    }

    /// Mean of the centres of the neighbours that are placed already, in one group or in any.
    std::optional<double> wantedCenter(std::uint32_t node, std::optional<std::size_t> group) const
    {
        double sum = 0;
        double count = 0;
        for (const std::uint32_t other : m_neighbours[node]) {
            const auto otherGroup = static_cast<std::size_t>(m_topology.nodes[other].group);
            if (group ? otherGroup != *group : !m_groups[otherGroup].isMain())
                continue;
            sum += centerY(m_layout.nodes[other]);
            count += 1;
        }
        return count == 0 ? std::nullopt : std::optional(sum / count);
    }

    /// Places nodes below each other, each near its wanted centre, within the given range if that is possible.
    void stack(std::vector<std::uint32_t>& nodes, const std::vector<double>& wantedTops, double gap, double least,
               double most)
    {
        std::vector<std::size_t> order(nodes.size());
        std::ranges::iota(order, std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wantedTops[i]; });
        std::vector<double> wanted;
        std::vector<double> heights;
        for (const std::size_t i : order) {
            wanted.push_back(wantedTops[i]);
            heights.push_back(rect(nodes[i]).height);
        }
        std::vector<double> tops = spread(wanted, heights, std::vector<double>(heights.size(), gap));
        double limit = most;
        for (std::size_t i = tops.size(); i-- > 0;) {
            tops[i] = std::min(tops[i], limit - heights[i]);
            limit = tops[i] - gap;
        }
        limit = least;
        for (std::size_t i = 0; i < tops.size(); ++i) {
            tops[i] = std::max(tops[i], limit);
            limit = tops[i] + heights[i] + gap;
            rect(nodes[order[i]]).y = tops[i];
        }
    }

    void placeInnerGateways(GroupPlan& plan, std::size_t group, double x, double top)
    {
        if (plan.gateways.empty())
            return;
        std::vector<double> wanted;
        for (const std::uint32_t gateway : plan.gateways) {
            rect(gateway).x = x + m_columns[GatewayColumn];
            const double center = wantedCenter(gateway, group).value_or(top + (plan.height / 2));
            wanted.push_back(center - (rect(gateway).height / 2));
        }
        stack(plan.gateways, wanted, gatewayGap, top + contentTop, top + plan.height - padding);
    }

    /// Size of the box of a group beside the others; where its workloads stand.
    struct BesideBox {
        double width = 0;
        double height = contentTop;
        double componentsTop = 0;
        std::array<double, ColumnCount> left{}; ///< of each column
    };

    BesideBox measureBeside(std::size_t group) const
    {
        const GroupPlan& plan = m_groups[group];
        BesideBox box;
        std::array<double, ColumnCount> widths{};
        for (const std::size_t component : plan.components) {
            for (const Component::Item& item : m_components[component].items)
                widths[item.column] = std::max(widths[item.column], item.width);
        }
        double x = padding;
        double content = 2 * padding;
        for (const Column column : {ServiceColumn, WorkloadColumn, PolicyColumn}) {
            box.left[column] = x;
            if (widths[column] > 0) {
                content = x + widths[column] + padding;
                x += widths[column] + columnGaps[column];
            }
        }
        box.width = std::max(titleWidth(m_topology.groups[group]), plan.components.empty() ? 0 : content);
        for (const std::uint32_t gateway : plan.gateways) {
            box.height += m_layout.nodes[gateway].height + gatewayGap;
            box.width = std::max(box.width, m_layout.nodes[gateway].width + (2 * padding));
        }
        box.componentsTop = box.height;
        box.height += plan.components.empty() ? -gatewayGap : contentHeight(plan.components);
        box.height += padding;
        return box;
    }

    /// Where the top of such a box should be: its gateways at the height of what they expose.
    double wantedTop(std::size_t group) const
    {
        double sum = 0;
        double count = 0;
        double y = contentTop;
        for (const std::uint32_t gateway : m_groups[group].gateways) {
            const double height = m_layout.nodes[gateway].height;
            if (const auto center = wantedCenter(gateway, std::nullopt)) {
                sum += *center - (y + (height / 2));
                count += 1;
            }
            y += height + gatewayGap;
        }
        return count == 0 ? 0 : sum / count;
    }

    void fillBeside(std::size_t group, const BesideBox& plan)
    {
        const Rect& box = m_layout.groups[group];
        double y = box.y + contentTop;
        for (const std::uint32_t gateway : m_groups[group].gateways) {
            rect(gateway).x = box.right() - padding - rect(gateway).width;
            rect(gateway).y = y;
            y += rect(gateway).height + gatewayGap;
        }
        y = box.y + plan.componentsTop;
        for (const std::size_t component : m_groups[group].components) {
            for (const Component::Item& item : m_components[component].items) {
                if (item.node >= 0) {
                    Rect& place = rect(static_cast<std::uint32_t>(item.node));
                    place.x = box.x + plan.left[item.column];
                    place.y = y + item.y;
                }
            }
            y += m_components[component].height + componentGap;
        }
    }

    /// Namespaces that hold gateways and little else stand left of everything, each at the height of its hosts.
    void placeBeside()
    {
        std::vector<std::size_t> groups;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].isBeside)
                groups.push_back(i);
        }
        std::vector<double> tops(m_groups.size());
        for (const std::size_t group : groups)
            tops[group] = wantedTop(group);
        std::ranges::stable_sort(groups, {}, [&](std::size_t group) { return tops[group]; });
        std::vector<BesideBox> boxes;
        std::vector<double> wanted;
        std::vector<double> heights;
        double width = 0;
        for (const std::size_t group : groups) {
            boxes.push_back(measureBeside(group));
            wanted.push_back(tops[group]);
            heights.push_back(boxes.back().height);
            width = std::max(width, boxes.back().width);
        }
        const std::vector<double> placed = spread(wanted, heights, std::vector<double>(heights.size(), groupGap));
        for (std::size_t i = 0; i < groups.size(); ++i) {
            m_layout.groups[groups[i]] = {boxOrigin() - besideGap - width, placed[i], width, heights[i]};
            fillBeside(groups[i], boxes[i]);
        }
    }

    /// Left edge of the leftmost main box.
    double boxOrigin() const
    {
        const bool hasInner = std::ranges::any_of(
            m_groups, [](const GroupPlan& plan) { return plan.isMain() && !plan.gateways.empty(); });
        return hasInner ? 0 : m_boxLeft;
    }

    void placeOutside()
    {
        double top = 0;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            GroupPlan& plan = m_groups[i];
            if (plan.outside.empty())
                continue;
            std::vector<double> wanted;
            double width = 0;
            double last = top + contentTop;
            for (const std::uint32_t node : plan.outside) {
                const auto center = wantedCenter(node, std::nullopt);
                wanted.push_back(center ? *center - (rect(node).height / 2) : last);
                last = wanted.back();
                width = std::max(width, rect(node).width);
            }
            stack(plan.outside, wanted, outsideGap, top + contentTop, std::numeric_limits<double>::max());
            const double boxWidth = std::max(width + (2 * padding), titleWidth(m_topology.groups[i]));
            const double left = m_mainRight + (m_mainRight > 0 ? outsideGap : 0);
            double first = std::numeric_limits<double>::max();
            double bottom = 0;
            for (const std::uint32_t node : plan.outside) {
                rect(node).x = left + ((boxWidth - rect(node).width) / 2);
                first = std::min(first, rect(node).y);
                bottom = std::max(bottom, rect(node).y + rect(node).height);
            }
            m_layout.groups[i] = {left, first - contentTop, boxWidth, bottom - first + contentTop + padding};
            top = bottom + padding + groupGap;
        }
    }

    /// A closed group has no box around its one node.
    void shrinkClosedGroups()
    {
        for (std::uint32_t i = 0; i < m_topology.nodes.size(); ++i) {
            const auto group = static_cast<std::size_t>(m_topology.nodes[i].group);
            if (m_topology.groups[group].closed)
                m_layout.groups[group] = m_layout.nodes[i];
        }
    }

    /// Whole pixels, the top left corner at 0, 0.
    void normalise()
    {
        if (m_layout.groups.empty())
            return;
        double left = std::numeric_limits<double>::max();
        double top = left;
        for (const Rect& box : m_layout.groups) {
            left = std::min(left, box.x);
            top = std::min(top, box.y);
        }
        const auto move = [&](Rect& place) {
            place.x = std::round(place.x - left);
            place.y = std::round(place.y - top);
        };
        std::ranges::for_each(m_layout.nodes, move);
        for (Rect& box : m_layout.groups) {
            const double right = std::round(box.right() - left);
            const double bottom = std::round(box.bottom() - top);
            move(box);
            box.width = right - box.x;
            box.height = bottom - box.y;
            m_layout.bounds.width = std::max(m_layout.bounds.width, box.right());
            m_layout.bounds.height = std::max(m_layout.bounds.height, box.bottom());
        }
    }

    const Topology& m_topology;
    std::vector<Component>& m_components;
    std::vector<GroupPlan> m_groups;
    std::vector<std::vector<std::uint32_t>> m_neighbours;
    std::array<double, ColumnCount> m_columns{}; ///< left edge of each column in a strip
    double m_stripWidth = 0;
    double m_boxLeft = 0; ///< of a box without gateways, in a strip
    double m_mainRight = 0;
    Layout m_layout;
};

} // namespace

Layout arrange(const Topology& topology, const std::vector<Rect>& sizes, std::vector<Component>& components)
{
    return Arrangement(topology, sizes, components).run();
}

} // namespace meshdraft::topology
