// SPDX-License-Identifier: Apache-2.0
#include "models/topology/align.h"

#include "models/topology/placement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace meshdraft::topology {

namespace {

constexpr double padding = 12;
constexpr double contentTop = 30;
constexpr double componentGap = 20;
constexpr double groupGap = 10;
constexpr double sidewaysCost = 3; ///< a place beside is further than one below
constexpr std::size_t mostChanged = 64; ///< components; beyond, nothing of the old picture would be left

Rect united(const Rect& a, const Rect& b)
{
    if (a.width == 0 && a.height == 0)
        return b;
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect moved(const Rect& rect, Point by)
{
    return {rect.x + by.x, rect.y + by.y, rect.width, rect.height};
}

bool meet(const Rect& a, const Rect& b, double gap)
{
    return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap && b.y < a.bottom() + gap;
}

/// What moves as one: a component of a namespace, or one gateway or outside host; in an overview all namespaces that
/// hang together.
struct Part {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> groups; ///< overview only
    std::size_t group = 0;
    std::string signature;
    Rect box;
    bool isKept = false;
};

std::string describe(const Topology& topology, const Layout& layout, const Part& part,
                     const std::vector<std::vector<std::uint32_t>>& edges)
{
    std::vector<std::string> lines;
    for (const std::uint32_t node : part.nodes) {
        const Rect& rect = layout.nodes[node];
        lines.push_back(topology.nodes[node].id + '\t' + std::to_string(static_cast<int>(rect.width)) + 'x'
                        + std::to_string(static_cast<int>(rect.height)));
        for (const std::uint32_t index : edges[node]) {
            const Edge& edge = topology.edges[index];
            lines.push_back(topology.nodes[edge.from].id + '\n' + std::to_string(edge.fromRow) + '\n'
                            + topology.nodes[edge.to].id + '\n' + std::to_string(edge.toRow));
        }
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines)
        text += line + '\r';
    return text;
}

std::vector<Part> partsOfOverview(const Topology& topology)
{
    std::vector<std::uint32_t> parent(topology.groups.size());
    std::ranges::iota(parent, 0U);
    const auto find = [&](std::uint32_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    for (const Edge& edge : topology.edges) {
        const std::uint32_t a = find(static_cast<std::uint32_t>(topology.nodes[edge.from].group));
        const std::uint32_t b = find(static_cast<std::uint32_t>(topology.nodes[edge.to].group));
        if (placesNodes(edge))
            parent[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::uint32_t, Part> parts;
    for (std::uint32_t i = 0; i < parent.size(); ++i)
        parts[find(i)].groups.push_back(i);
    for (std::uint32_t i = 0; i < topology.nodes.size(); ++i)
        parts[find(static_cast<std::uint32_t>(topology.nodes[i].group))].nodes.push_back(i);
    std::vector<Part> result;
    for (auto& [root, part] : parts)
        result.push_back(std::move(part));
    return result;
}

std::vector<Part> partsOf(const Topology& topology, const Layout& layout)
{
    std::vector<Part> parts;
    std::vector<char> isTaken(topology.nodes.size());
    if (topology.overview) {
        parts = partsOfOverview(topology);
    } else {
        for (const Component& component : findComponents(topology, layout.nodes)) {
            Part part;
            for (const Component::Item& item : component.items) {
                if (item.node >= 0) {
                    part.nodes.push_back(static_cast<std::uint32_t>(item.node));
                    isTaken[part.nodes.back()] = 1;
                }
            }
            parts.push_back(std::move(part));
        }
        for (std::uint32_t i = 0; i < isTaken.size(); ++i) {
            if (isTaken[i] == 0)
                parts.push_back({.nodes = {i}, .groups = {}, .group = 0, .signature = {}, .box = {}});
        }
    }
    std::vector<std::vector<std::uint32_t>> edges(topology.nodes.size());
    for (std::uint32_t i = 0; i < topology.edges.size(); ++i) {
        const Edge& edge = topology.edges[i];
        const bool isInside = topology.nodes[edge.from].group == topology.nodes[edge.to].group;
        if (placesNodes(edge) && (isInside || topology.overview))
            edges[edge.from].push_back(i);
    }
    for (Part& part : parts) {
        part.group = static_cast<std::size_t>(topology.nodes[part.nodes.front()].group);
        part.signature = describe(topology, layout, part, edges);
        for (const std::uint32_t node : part.nodes)
            part.box = united(part.box, layout.nodes[node]);
        for (const std::uint32_t group : part.groups)
            part.box = united(part.box, layout.groups[group]);
    }
    return parts;
}

class Alignment {
public:
    Alignment(const Topology& topology, Layout layout, const Topology& before, const Layout& old)
        : m_topology(topology)
        , m_before(before)
        , m_fresh(std::move(layout))
        , m_old(old)
        , m_result(m_fresh)
        , m_parts(partsOf(topology, m_fresh))
    {
        for (std::uint32_t i = 0; i < before.nodes.size(); ++i)
            m_oldNode.emplace(before.nodes[i].id, i);
        for (std::uint32_t i = 0; i < before.groups.size(); ++i)
            m_oldGroup.emplace(before.groups[i].id, i);
        for (std::uint32_t i = 0; i < before.nodes.size(); ++i) {
            if (!before.nodes[i].closed)
                continue;
            for (const std::string& member : before.nodes[i].closed->members)
                m_closedIn.emplace(member, i);
        }
    }

    Layout run()
    {
        keepUntouched();
        const auto kept = static_cast<std::size_t>(std::ranges::count(m_parts, true, &Part::isKept));
        const std::size_t changed = m_parts.size() - kept;
        if (!m_topology.overview && (changed > mostChanged || (kept == 0 && m_parts.size() > 1)))
            return std::move(m_fresh);
        m_topology.overview ? placeOverview() : placeAll();
        findBounds();
        return std::move(m_result);
    }

private:
    void keepUntouched()
    {
        std::unordered_map<std::string, const Part*> oldParts;
        const std::vector<Part> before = partsOf(m_before, m_old);
        for (const Part& part : before)
            oldParts.emplace(part.signature, &part);
        for (Part& part : m_parts) {
            if (!oldParts.contains(part.signature))
                continue;
            // In another namespace the same nodes are new there.
            const std::string& group = m_topology.groups[part.group].id;
            const Part* same = oldParts.at(part.signature);
            if (m_before.groups[same->group].id != group)
                continue;
            part.isKept = true;
            part.box = same->box;
            for (const std::uint32_t node : part.nodes)
                m_result.nodes[node] = m_old.nodes[m_oldNode.at(m_topology.nodes[node].id)];
            for (const std::uint32_t each : part.groups) {
                if (const auto it = m_oldGroup.find(m_topology.groups[each].id); it != m_oldGroup.end())
                    m_result.groups[each] = m_old.groups[it->second];
            }
        }
    }

    /// How far most nodes of a part would have to move to stand where they stood; nothing where none did.
    std::optional<Point> leastMove(const Part& part) const
    {
        std::map<std::pair<double, double>, int> votes;
        for (const std::uint32_t node : part.nodes) {
            const auto it = m_oldNode.find(m_topology.nodes[node].id);
            if (it != m_oldNode.end()) {
                const Rect& was = m_old.nodes[it->second];
                votes[{was.x - m_fresh.nodes[node].x, was.y - m_fresh.nodes[node].y}] += 1;
            }
        }
        for (const std::uint32_t group : part.groups) {
            const auto it = m_oldGroup.find(m_topology.groups[group].id);
            if (it != m_oldGroup.end()) {
                const Rect& was = m_old.groups[it->second];
                votes[{was.x - m_fresh.groups[group].x, was.y - m_fresh.groups[group].y}] += 1;
            }
        }
        if (!votes.empty()) {
            const auto best = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
            return Point{best->first.first, best->first.second};
        }
        return moveOfGroup(part);
    }

    /// A part that was closed or is closed now stands where what it was stood.
    std::optional<Point> moveOfGroup(const Part& part) const
    {
        Rect was;
        for (const std::uint32_t node : part.nodes) {
            if (const auto it = m_closedIn.find(m_topology.nodes[node].id); it != m_closedIn.end())
                was = united(was, m_old.nodes[it->second]);
            if (!m_topology.nodes[node].closed)
                continue;
            for (const std::string& member : m_topology.nodes[node].closed->members) {
                if (const auto it = m_oldNode.find(member); it != m_oldNode.end())
                    was = united(was, m_old.nodes[it->second]);
            }
        }
        if (was.width == 0)
            return std::nullopt;
        return Point{was.x - part.box.x, was.y - part.box.y};
    }

    void place(Part& part, Point by)
    {
        const Point whole{std::round(by.x), std::round(by.y)};
        for (const std::uint32_t node : part.nodes)
            m_result.nodes[node] = moved(m_fresh.nodes[node], whole);
        for (const std::uint32_t group : part.groups)
            m_result.groups[group] = moved(m_fresh.groups[group], whole);
        part.box = moved(part.box, whole);
        part.isKept = true;
    }

    // an overview: namespaces that hang together move as one

    void placeOverview()
    {
        for (Part& part : m_parts) {
            if (part.isKept)
                continue;
            const Point wanted = leastMove(part).value_or(Point{});
            Rect others;
            std::vector<Rect> taken;
            for (const Part& other : m_parts) {
                if (other.isKept) {
                    taken.push_back(other.box);
                    others = united(others, other.box);
                }
            }
            const double gap = 2 * padding;
            std::vector<Point> places{wanted};
            for (const Rect& box : taken) {
                places.push_back({wanted.x, box.y - gap - part.box.bottom()});
                places.push_back({wanted.x, box.bottom() + gap - part.box.y});
            }
            places.push_back({wanted.x, others.bottom() + gap - part.box.y});
            const auto isFree = [&](const Point& by) {
                return std::ranges::none_of(
                    taken, [&](const Rect& box) { return meet(moved(part.box, by), box, componentGap); });
            };
            place(part, nearest(places, wanted, isFree).value_or(places.back()));
        }
    }

    // the usual picture: components in the boxes of their namespaces

    void placeAll()
    {
        const std::size_t count = m_topology.groups.size();
        m_boxes.assign(count, Rect{});
        std::vector<std::vector<Part*>> open(count);
        for (Part& part : m_parts) {
            if (part.isKept) {
                addToBox(part.group, part.box);
            } else {
                open[part.group].push_back(&part);
            }
        }
        std::vector<std::size_t> whole;
        for (std::size_t group = 0; group < count; ++group) {
            if (m_boxes[group].width == 0) {
                whole.push_back(group);
                continue;
            }
            std::ranges::stable_sort(open[group], {}, [](const Part* part) { return part->box.y; });
            for (Part* part : open[group]) {
                if (!placeInBox(*part)) {
                    whole.push_back(group);
                    break;
                }
            }
        }
        for (const std::size_t group : whole)
            m_boxes[group] = {};
        for (const std::size_t group : whole)
            placeGroup(group);
        for (std::size_t group = 0; group < count; ++group)
            m_result.groups[group] = m_boxes[group];
    }

    void addToBox(std::size_t group, const Rect& content)
    {
        Rect box = m_topology.groups[group].closed
            ? content
            : Rect{content.x - padding, content.y - contentTop, content.width + (2 * padding),
                   content.height + contentTop + padding};
        if (const auto it = m_oldGroup.find(m_topology.groups[group].id);
            it != m_oldGroup.end() && !m_topology.groups[group].closed && !m_before.groups[it->second].closed) {
            // The title keeps its place and its room.
            const Rect& was = m_old.groups[it->second];
            const double left = std::min(box.x, was.x);
            const double least = std::min(was.width, m_fresh.groups[group].width);
            box = {left, box.y, std::max(box.right() - left, least), box.height};
        }
        m_boxes[group] = united(m_boxes[group], box);
    }

    bool placeInBox(Part& part)
    {
        const Rect box = m_boxes[part.group];
        std::vector<Rect> taken;
        for (const Part& other : m_parts) {
            if (other.isKept && other.group == part.group)
                taken.push_back(other.box);
        }
        const Point wanted = leastMove(part).value_or(Point{columnMove(part.group), box.bottom() - part.box.y});
        std::vector<Point> places{wanted};
        for (const Rect& other : taken) {
            places.push_back({wanted.x, other.bottom() + componentGap - part.box.y});
            places.push_back({wanted.x, other.y - componentGap - part.box.bottom()});
        }
        places.push_back({box.right() + (2 * padding) - part.box.x, box.y + contentTop - part.box.y});
        const auto isFree = [&](const Point& by) {
            const Rect here = moved(part.box, by);
            if (std::ranges::any_of(taken, [&](const Rect& other) { return meet(here, other, componentGap / 2); }))
                return false;
            const Rect grown = united(box,
                                      {here.x - padding, here.y - contentTop, here.width + (2 * padding),
                                       here.height + contentTop + padding});
            for (std::size_t i = 0; i < m_boxes.size(); ++i) {
                if (i != part.group && m_boxes[i].width > 0 && meet(grown, m_boxes[i], 2))
                    return false;
            }
            return true;
        };
        const std::optional<Point> by = nearest(places, wanted, isFree);
        if (!by)
            return false;
        place(part, *by);
        addToBox(part.group, part.box);
        return true;
    }

    /// How far the columns of a namespace have moved against the fresh layout.
    double columnMove(std::size_t group) const
    {
        for (const Part& part : m_parts) {
            if (part.isKept && part.group == group)
                return m_result.nodes[part.nodes.front()].x - m_fresh.nodes[part.nodes.front()].x;
        }
        return 0;
    }

    /// Everything in a namespace, as it was laid out, into a free place.
    void placeGroup(std::size_t group)
    {
        const Rect fresh = m_fresh.groups[group];
        Point wanted{0, 0};
        Rect all;
        for (const Rect& box : m_boxes)
            all = united(all, box);
        if (const auto it = m_oldGroup.find(m_topology.groups[group].id); it != m_oldGroup.end()) {
            wanted = {m_old.groups[it->second].x - fresh.x, m_old.groups[it->second].y - fresh.y};
        } else if (all.width > 0) {
            wanted = {all.x - fresh.x, all.bottom() + groupGap - fresh.y};
        }
        std::vector<Point> places{wanted};
        for (const Rect& box : m_boxes) {
            if (box.width == 0)
                continue;
            places.push_back({wanted.x, box.bottom() + groupGap - fresh.y});
            places.push_back({wanted.x, box.y - groupGap - fresh.bottom()});
            places.push_back({box.right() + groupGap - fresh.x, wanted.y});
        }
        places.push_back({wanted.x, all.bottom() + groupGap - fresh.y});
        const auto isFree = [&](const Point& by) {
            return std::ranges::none_of(
                m_boxes, [&](const Rect& box) { return box.width > 0 && meet(moved(fresh, by), box, 2); });
        };
        const Point by = nearest(places, wanted, isFree).value_or(places.back());
        for (Part& part : m_parts) {
            if (part.group != group)
                continue;
            part.box = {};
            for (const std::uint32_t node : part.nodes)
                part.box = united(part.box, m_fresh.nodes[node]);
            place(part, by);
        }
        m_boxes[group] = moved(fresh, {std::round(by.x), std::round(by.y)});
    }

    template <typename Free>
    static std::optional<Point> nearest(const std::vector<Point>& places, Point wanted, const Free& isFree)
    {
        std::optional<Point> best;
        double least = std::numeric_limits<double>::max();
        for (const Point& place : places) {
            const double cost = std::abs(place.y - wanted.y) + (sidewaysCost * std::abs(place.x - wanted.x));
            if (cost < least && isFree(place)) {
                best = place;
                least = cost;
            }
        }
        return best;
    }

    void findBounds()
    {
        m_result.bounds = {};
        for (const Rect& group : m_result.groups)
            m_result.bounds = united(m_result.bounds, group);
    }

    const Topology& m_topology;
    const Topology& m_before;
    Layout m_fresh;
    const Layout& m_old;
    Layout m_result;
    std::vector<Part> m_parts;
    std::vector<Rect> m_boxes; ///< of the groups that are placed; empty for the others
    std::unordered_map<std::string, std::uint32_t> m_oldNode;
    std::unordered_map<std::string, std::uint32_t> m_oldGroup;
    std::unordered_map<std::string, std::uint32_t> m_closedIn; ///< member -> the old closed node
};

} // namespace

Layout alignTo(const Topology& topology, Layout layout, const Topology& before, const Layout& old)
{
    if (topology.overview != before.overview || topology.nodes.empty() || before.nodes.empty())
        return layout;
    return Alignment(topology, std::move(layout), before, old).run();
}

OrderedRequest inLastOrder(const Topology& topology, const std::vector<Rect>& sizes, const Topology& before,
                           const Layout& old)
{
    std::unordered_map<std::string_view, double> tops;
    for (std::size_t i = 0; i < before.nodes.size(); ++i)
        tops.emplace(before.nodes[i].id, old.nodes[i].y);
    std::vector<double> keys;
    double last = 0;
    for (const Node& node : topology.nodes) {
        if (const auto it = tops.find(node.id); it != tops.end())
            last = it->second;
        keys.push_back(last);
    }
    OrderedRequest request;
    request.order.resize(topology.nodes.size());
    std::ranges::iota(request.order, 0U);
    std::ranges::stable_sort(request.order, {}, [&](std::uint32_t i) { return keys[i]; });
    std::vector<std::uint32_t> position(request.order.size());
    for (std::uint32_t i = 0; i < request.order.size(); ++i) {
        position[request.order[i]] = i;
        request.topology.nodes.push_back(topology.nodes[request.order[i]]);
        request.sizes.push_back(sizes[request.order[i]]);
    }
    request.topology.groups = topology.groups;
    request.topology.overview = topology.overview;
    request.topology.edges = topology.edges;
    for (Edge& edge : request.topology.edges) {
        edge.from = position[edge.from];
        edge.to = position[edge.to];
    }
    return request;
}

Layout OrderedRequest::restore(Layout layout) const
{
    std::vector<Rect> nodes(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        nodes[order[i]] = layout.nodes[i];
    layout.nodes = std::move(nodes);
    return layout;
}

} // namespace meshdraft::topology
