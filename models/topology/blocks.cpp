// SPDX-License-Identifier: Apache-2.0
#include "models/topology/placement.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace meshdraft::topology {

namespace {

constexpr double columnGap = 46;
constexpr double rowGap = 36;
constexpr double partGap = 48; ///< between parts of the mesh that do not lead to each other
constexpr int sweeps = 8;
constexpr std::size_t leastRows = 7;

using Indexes = std::vector<std::uint32_t>;

/// The groups and who leads to whom, without the edges that would close a circle.
class BlockGraph {
public:
    explicit BlockGraph(const Topology& topology)
        : m_topology(topology)
        , m_out(topology.groups.size())
        , m_in(topology.groups.size())
    {
        std::vector<std::set<std::uint32_t>> leads(topology.groups.size());
        std::vector<char> isEntered(topology.groups.size());
        for (const Edge& edge : topology.edges) {
            const auto from = static_cast<std::uint32_t>(topology.nodes[edge.from].group);
            const auto to = static_cast<std::uint32_t>(topology.nodes[edge.to].group);
            if (from == to || !placesNodes(edge))
                continue;
            leads[from].insert(to);
            isEntered[to] = 1;
        }
        m_color.resize(topology.groups.size());
        for (const bool entered : {false, true}) {
            for (std::uint32_t i = 0; i < leads.size(); ++i) {
                if ((isEntered[i] != 0) == entered)
                    visit(i, leads);
            }
        }
        for (std::uint32_t i = 0; i < m_out.size(); ++i) {
            for (const std::uint32_t to : m_out[i])
                m_in[to].push_back(i);
        }
    }

    const Indexes& leadsTo(std::uint32_t group) const { return m_out[group]; }
    const Indexes& ledFrom(std::uint32_t group) const { return m_in[group]; }

    /// Longest way from a start; what is outside stands last.
    std::vector<std::size_t> ranks() const
    {
        std::vector<std::size_t> rank(m_out.size());
        std::size_t last = 0;
        for (auto it = m_finished.rbegin(); it != m_finished.rend(); ++it) {
            for (const std::uint32_t to : m_out[*it])
                rank[to] = std::max(rank[to], rank[*it] + 1);
            last = std::max(last, rank[*it]);
        }
        for (std::uint32_t i = 0; i < rank.size(); ++i) {
            if (m_topology.groups[i].outside && !m_in[i].empty())
                rank[i] = last;
        }
        return rank;
    }

    /// Groups that hang together, the largest first, groups that hang on nothing in one part at the end.
    std::vector<Indexes> parts() const
    {
        std::vector<Indexes> parts;
        Indexes alone;
        std::vector<char> isSeen(m_out.size());
        for (std::uint32_t i = 0; i < m_out.size(); ++i) {
            if (isSeen[i] != 0)
                continue;
            if (m_out[i].empty() && m_in[i].empty()) {
                alone.push_back(i);
                continue;
            }
            Indexes part{i};
            isSeen[i] = 1;
            for (std::size_t at = 0; at < part.size(); ++at) {
                for (const Indexes* side : {&m_out[part[at]], &m_in[part[at]]}) {
                    for (const std::uint32_t other : *side) {
                        if (isSeen[other] == 0) {
                            isSeen[other] = 1;
                            part.push_back(other);
                        }
                    }
                }
            }
            std::ranges::sort(part);
            parts.push_back(std::move(part));
        }
        std::ranges::stable_sort(parts, std::greater(), &Indexes::size);
        if (!alone.empty())
            parts.push_back(std::move(alone));
        return parts;
    }

private:
    enum Color : char { White, Grey, Black };

    /// Depth first, without recursion: a chain of thousands of namespaces must not end the stack.
    void visit(std::uint32_t start, const std::vector<std::set<std::uint32_t>>& leads)
    {
        if (m_color[start] != White)
            return;
        std::vector<std::pair<std::uint32_t, std::set<std::uint32_t>::const_iterator>> stack;
        m_color[start] = Grey;
        stack.emplace_back(start, leads[start].begin());
        while (!stack.empty()) {
            auto& [group, next] = stack.back();
            if (next == leads[group].end()) {
                m_color[group] = Black;
                m_finished.push_back(group);
                stack.pop_back();
                continue;
            }
            const std::uint32_t to = *next++;
            if (m_color[to] == Grey)
                continue;
            m_out[group].push_back(to);
            if (m_color[to] == White) {
                m_color[to] = Grey;
                stack.emplace_back(to, leads[to].begin());
            }
        }
    }

    const Topology& m_topology;
    std::vector<Indexes> m_out;
    std::vector<Indexes> m_in;
    std::vector<char> m_color;
    Indexes m_finished;
};

class BlockArrangement {
public:
    BlockArrangement(const Topology& topology, std::vector<Rect> blocks)
        : m_graph(topology)
        , m_blocks(std::move(blocks))
    {
    }

    std::vector<Rect> run()
    {
        const std::vector<std::size_t> ranks = m_graph.ranks();
        double top = 0;
        for (const Indexes& part : m_graph.parts()) {
            const bool isAlone = m_graph.leadsTo(part.front()).empty() && m_graph.ledFrom(part.front()).empty();
            const std::vector<Indexes> columns = isAlone ? grid(part) : ordered(part, ranks);
            top = placeColumns(columns, top) + partGap;
        }
        return std::move(m_blocks);
    }

private:
    static std::size_t mostRows(std::size_t blocks)
    {
        return std::max(leastRows, static_cast<std::size_t>(std::ceil(1.3 * std::sqrt(static_cast<double>(blocks)))));
    }

    /// Row by row in columns as many as fit a wide picture.
    static std::vector<Indexes> grid(const Indexes& part)
    {
        const std::size_t columns =
            std::max<std::size_t>(5, static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(part.size())))));
        std::vector<Indexes> result(std::min(columns, part.size()));
        for (std::size_t i = 0; i < part.size(); ++i)
            result[i % result.size()].push_back(part[i]);
        return result;
    }

    std::vector<Indexes> ordered(const Indexes& part, const std::vector<std::size_t>& ranks)
    {
        std::vector<Indexes> columns;
        for (const std::uint32_t block : part) {
            columns.resize(std::max(columns.size(), ranks[block] + 1));
            columns[ranks[block]].push_back(block);
        }
        std::vector<double> position(m_blocks.size());
        const auto number = [&] {
            for (const Indexes& column : columns) {
                for (std::size_t i = 0; i < column.size(); ++i)
                    position[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
            }
        };
        number();
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const bool fromLeft = sweep % 2 == 0;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                Indexes& column = columns[fromLeft ? i : columns.size() - 1 - i];
                std::vector<double> key(m_blocks.size());
                for (const std::uint32_t block : column)
                    key[block] =
                        meanOf(fromLeft ? m_graph.ledFrom(block) : m_graph.leadsTo(block), position, position[block]);
                std::ranges::stable_sort(column, {}, [&](std::uint32_t block) { return key[block]; });
                number();
            }
        }
        return folded(columns, mostRows(part.size()));
    }

    static double meanOf(const Indexes& others, const std::vector<double>& position, double own)
    {
        if (others.empty())
            return own;
        double sum = 0;
        for (const std::uint32_t other : others)
            sum += position[other];
        return sum / static_cast<double>(others.size());
    }

    /// A column that is too high becomes several beside each other.
    static std::vector<Indexes> folded(const std::vector<Indexes>& columns, std::size_t most)
    {
        std::vector<Indexes> result;
        for (const Indexes& column : columns) {
            const std::size_t pieces = std::max<std::size_t>(1, (column.size() + most - 1) / most);
            const std::size_t first = result.size();
            result.resize(first + pieces);
            for (std::size_t i = 0; i < column.size(); ++i)
                result[first + (i * pieces / column.size())].push_back(column[i]);
        }
        std::erase_if(result, [](const Indexes& column) { return column.empty(); });
        return result;
    }

    /// Each block near the middle of what leads to it, nothing overlaps. Returns the lower end.
    double placeColumns(const std::vector<Indexes>& columns, double top)
    {
        double x = 0;
        double least = 0;
        double bottom = top;
        std::vector<char> isPlaced(m_blocks.size());
        for (const Indexes& column : columns) {
            std::vector<double> wanted;
            std::vector<double> heights;
            double width = 0;
            double next = top;
            for (const std::uint32_t block : column) {
                const Rect& rect = m_blocks[block];
                double sum = 0;
                double count = 0;
                for (const std::uint32_t other : m_graph.ledFrom(block)) {
                    if (isPlaced[other] != 0) {
                        sum += m_blocks[other].y + (m_blocks[other].height / 2);
                        count += 1;
                    }
                }
                wanted.push_back(count > 0 ? (sum / count) - (rect.height / 2) : next);
                next = wanted.back() + rect.height + rowGap;
                heights.push_back(rect.height);
                width = std::max(width, rect.width);
            }
            const std::vector<double> tops = spread(wanted, heights, std::vector<double>(heights.size(), rowGap));
            for (std::size_t i = 0; i < column.size(); ++i) {
                Rect& rect = m_blocks[column[i]];
                rect.x = x;
                rect.y = std::round(tops[i]);
                least = std::min(least, rect.y - top);
                isPlaced[column[i]] = 1;
            }
            x += width + columnGap;
        }
        for (const Indexes& column : columns) {
            for (const std::uint32_t block : column) {
                m_blocks[block].y -= std::floor(least);
                bottom = std::max(bottom, m_blocks[block].bottom());
            }
        }
        return bottom;
    }

    BlockGraph m_graph;
    std::vector<Rect> m_blocks;
};

/// The part of a topology that one group holds.
struct GroupPart {
    Topology topology;
    std::vector<Rect> sizes;
    Indexes nodes; ///< positions in the whole
};

std::vector<GroupPart> partsOf(const Topology& topology, const std::vector<Rect>& sizes)
{
    std::vector<GroupPart> parts(topology.groups.size());
    std::vector<std::uint32_t> position(topology.nodes.size());
    for (std::uint32_t i = 0; i < topology.nodes.size(); ++i) {
        GroupPart& part = parts[static_cast<std::size_t>(topology.nodes[i].group)];
        position[i] = static_cast<std::uint32_t>(part.nodes.size());
        part.nodes.push_back(i);
        part.sizes.push_back(sizes[i]);
        part.topology.nodes.push_back(topology.nodes[i]);
        part.topology.nodes.back().group = 0;
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].topology.groups.push_back(topology.groups[i]);
    for (const Edge& edge : topology.edges) {
        const std::int32_t group = topology.nodes[edge.from].group;
        if (group != topology.nodes[edge.to].group)
            continue;
        Edge inside = edge;
        inside.from = position[edge.from];
        inside.to = position[edge.to];
        parts[static_cast<std::size_t>(group)].topology.edges.push_back(std::move(inside));
    }
    return parts;
}

} // namespace

Expected<Layout> arrangeBlocks(const Topology& topology, const std::vector<Rect>& sizes,
                               const std::function<Expected<Layout>(const Topology&, const std::vector<Rect>&)>& inner)
{
    const std::vector<GroupPart> parts = partsOf(topology, sizes);
    std::vector<Layout> inside(parts.size());
    std::vector<Rect> blocks(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].nodes.empty())
            continue;
        if (topology.groups[i].closed) {
            inside[i].nodes = parts[i].sizes;
            blocks[i] = parts[i].sizes.front();
            continue;
        }
        Expected<Layout> layout = inner(parts[i].topology, parts[i].sizes);
        if (!layout)
            return layout;
        inside[i] = std::move(*layout);
        blocks[i] = inside[i].bounds;
    }
    Layout layout;
    layout.groups = BlockArrangement(topology, std::move(blocks)).run();
    layout.nodes = sizes;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Rect& block = layout.groups[i];
        for (std::size_t at = 0; at < parts[i].nodes.size(); ++at) {
            Rect& node = layout.nodes[parts[i].nodes[at]];
            node = inside[i].nodes[at];
            node.x += block.x;
            node.y += block.y;
        }
        layout.bounds.width = std::max(layout.bounds.width, block.right());
        layout.bounds.height = std::max(layout.bounds.height, block.bottom());
    }
    return layout;
}

} // namespace meshdraft::topology
