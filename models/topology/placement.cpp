// SPDX-License-Identifier: Apache-2.0
#include "models/topology/placement.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace meshdraft::topology {

namespace {

constexpr int medianSweeps = 8;
constexpr int balanceSweeps = 6;

/// Least distance between neighbours in a column: badges and difference marks stick out of pills and tables. Pills,
/// cards without rows and workloads come to stand at one pitch, so that edges between them are straight.
constexpr std::array<double, ColumnCount> columnGap = {16, 18, 20, 18, 14, 14};
constexpr double textGap = 4;

struct Neighbour {
    std::uint32_t item = 0;
    double ownPort = 0;
    double otherPort = 0;
};

struct Links {
    std::vector<std::vector<Neighbour>> right; ///< what an item leads to
    std::vector<std::vector<Neighbour>> left; ///< what leads to it
};

Links linksOf(const Component& component)
{
    Links links{std::vector<std::vector<Neighbour>>(component.items.size()),
                std::vector<std::vector<Neighbour>>(component.items.size())};
    std::vector<bool> routes(component.items.size());
    for (const Component::Link& link : component.links) {
        if (!link.mirror && !link.sideways)
            routes[link.from] = true;
    }
    for (const Component::Link& link : component.links) {
        if (link.sideways || (link.mirror && routes[link.from]))
            continue;
        links.right[link.from].push_back({link.to, link.fromPort, link.toPort});
        links.left[link.to].push_back({link.from, link.toPort, link.fromPort});
    }
    return links;
}

/// Mean of the tops that would make each link straight; the own top where there is none.
double straightTop(const Component& component, std::uint32_t item, const std::vector<Neighbour>& neighbours,
                   const std::vector<Neighbour>& others = {})
{
    double sum = 0;
    double count = 0;
    for (const auto* list : {&neighbours, &others}) {
        for (const Neighbour& neighbour : *list) {
            sum += component.items[neighbour.item].y + neighbour.otherPort - neighbour.ownPort;
            count += 1;
        }
    }
    return count == 0 ? component.items[item].y : sum / count;
}

template <typename Wanted>
void placeColumn(Component& component, const std::vector<std::uint32_t>& column, double gap, const Wanted& wantedTop)
{
    std::vector<double> wanted;
    std::vector<double> heights;
    std::vector<double> gaps;
    for (std::size_t i = 0; i < column.size(); ++i) {
        wanted.push_back(wantedTop(column[i]));
        heights.push_back(component.items[column[i]].height);
        const bool besideText =
            component.items[column[i]].node < 0 || (i + 1 < column.size() && component.items[column[i + 1]].node < 0);
        gaps.push_back(besideText ? textGap : gap);
    }
    const std::vector<double> tops = spread(wanted, heights, gaps);
    for (std::size_t i = 0; i < column.size(); ++i)
        component.items[column[i]].y = tops[i];
}

double medianOf(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

std::string Component::shape() const
{
    std::string text;
    text.reserve((items.size() * 8) + (links.size() * 8));
    for (const Item& item : items) {
        text += std::to_string(item.column) + ":" + std::to_string(item.rows) + ":"
            + std::to_string(static_cast<int>(item.height)) + ",";
    }
    text += ";";
    for (const Link& link : links) {
        text += std::to_string(link.from) + "." + std::to_string(link.fromRow) + ">" + std::to_string(link.to) + "."
            + std::to_string(link.toRow) + (link.sideways ? "s" : "") + (link.mirror ? "m," : ",");
    }
    return text;
}

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& heights,
                           const std::vector<double>& gaps)
{
    // Subtracting what stands above turns the least distances into "not decreasing": blocks whose means fall are merged
    // (pool adjacent violators).
    struct Block {
        double sum = 0;
        double count = 0;
        double mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    std::vector<double> offsets;
    double offset = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        offsets.push_back(offset);
        blocks.push_back({wanted[i] - offset, 1});
        offset += heights[i] + gaps[i];
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    std::vector<double> tops;
    tops.reserve(wanted.size());
    for (const Block& block : blocks) {
        for (auto left = static_cast<std::size_t>(block.count); left > 0; --left)
            tops.push_back(block.mean() + offsets[tops.size()]);
    }
    return tops;
}

ColumnOrder orderByMedians(const Component& component)
{
    ColumnOrder order(ColumnCount);
    std::vector<double> position(component.items.size());
    for (std::uint32_t i = 0; i < component.items.size(); ++i) {
        auto& column = order[component.items[i].column];
        position[i] = static_cast<double>(column.size());
        column.push_back(i);
    }
    const Links links = linksOf(component);
    const auto sweep = [&](std::vector<std::uint32_t>& column, const std::vector<std::vector<Neighbour>>& side) {
        std::vector<double> key(component.items.size());
        std::vector<double> values;
        for (const std::uint32_t item : column) {
            values.clear();
            for (const Neighbour& neighbour : side[item]) {
                values.push_back(position[neighbour.item]
                                 + (neighbour.otherPort / (component.items[neighbour.item].height + 1)));
            }
            key[item] = values.empty() ? position[item] : medianOf(values);
        }
        std::ranges::stable_sort(column, {}, [&](std::uint32_t item) { return key[item]; });
        for (std::size_t i = 0; i < column.size(); ++i)
            position[column[i]] = static_cast<double>(i);
    };
    for (int i = 0; i < medianSweeps; ++i) {
        for (std::size_t column = 1; column < ColumnCount; ++column)
            sweep(order[column], links.left);
        for (std::size_t column = ColumnCount - 1; column-- > 0;)
            sweep(order[column], links.right);
    }
    return order;
}

void placeItems(Component& component, const ColumnOrder& order)
{
    const Links links = linksOf(component);
    for (std::size_t c = 0; c < ColumnCount; ++c) {
        double y = 0;
        for (const std::uint32_t item : order[c]) {
            component.items[item].y = y;
            y += component.items[item].height + columnGap[c];
        }
        for (const std::uint32_t item : order[c])
            component.items[item].y -= (y - columnGap[c]) / 2;
    }
    const auto place = [&](Column column, const auto& wanted) {
        placeColumn(component, order[column], columnGap[column], wanted);
    };
    const auto byBoth = [&](std::uint32_t i) { return straightTop(component, i, links.left[i], links.right[i]); };
    const auto byRight = [&](std::uint32_t i) { return straightTop(component, i, links.right[i]); };
    const auto byLeft = [&](std::uint32_t i) { return straightTop(component, i, links.left[i]); };
    // First services and workloads settle, which take the most room, then what leads to them.
    for (int i = 0; i < balanceSweeps; ++i) {
        place(ServiceColumn, byRight);
        place(WorkloadColumn, byLeft);
        place(RouteColumn, byRight);
        place(TableColumn, byRight);
        place(ServiceColumn, byBoth);
        place(WorkloadColumn, byLeft);
    }
    place(RouteColumn, byRight);
    place(TableColumn, byRight);

    double top = 0;
    double bottom = 0;
    bool isFirst = true;
    for (const Component::Item& item : component.items) {
        top = isFirst ? item.y : std::min(top, item.y);
        bottom = isFirst ? item.y + item.height : std::max(bottom, item.y + item.height);
        isFirst = false;
    }
    for (Component::Item& item : component.items)
        item.y -= top;
    component.height = bottom - top;
}

} // namespace meshdraft::topology
