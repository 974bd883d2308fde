// SPDX-License-Identifier: Apache-2.0
#include "views/topology/scenemotion.h"

#include <QStyle>
#include <QWidget>

#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace meshdraft::views {

using topology::GraphScene;
using topology::Rect;

namespace {

constexpr double still = 0.5; ///< pixels: nobody sees less

Rect toRect(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

/// A rectangle of its own size in the middle of another one.
Rect centred(const Rect& own, const QRectF& on)
{
    return {on.center().x() - (own.width / 2), on.center().y() - (own.height / 2), own.width, own.height};
}

bool moves(const Rect& a, const Rect& b)
{
    return std::hypot(a.x - b.x, a.y - b.y) > still || std::hypot(a.width - b.width, a.height - b.height) > still;
}

Rect between(const Rect& a, const Rect& b, double t)
{
    return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t), std::lerp(a.width, b.width, t),
            std::lerp(a.height, b.height, t)};
}

/// Where the nodes of a scene are, by id; those that a closed group holds are where it is.
std::unordered_map<std::string_view, QRectF> placesOf(const GraphScene& scene, QPointF shift)
{
    std::unordered_map<std::string_view, QRectF> places;
    for (std::size_t i = 0; i < scene.nodes().size(); ++i) {
        const topology::Node& node = scene.topology().nodes[i];
        const QRectF place = scene.nodes()[i].rect.translated(shift);
        places.emplace(node.id, place);
        if (node.closed) {
            for (const std::string& member : node.closed->members)
                places.emplace(member, place);
        }
    }
    return places;
}

} // namespace

SceneMotion::SceneMotion(const GraphScene& from, topology::GraphScenePtr to, QPointF shift)
    : m_to(std::move(to))
    , m_start(m_to->layout())
{
    const auto places = placesOf(from, shift);
    const auto placeOf = [&](const std::string& id) -> const QRectF* {
        const auto found = places.find(id);
        return found == places.end() ? nullptr : &found->second;
    };
    for (std::size_t i = 0; i < m_start.nodes.size(); ++i) {
        const topology::Node& node = m_to->topology().nodes[i];
        const QRectF* old = placeOf(node.id);
        QRectF members;
        if (old == nullptr && node.closed) {
            for (const std::string& member : node.closed->members) {
                if (const QRectF* place = placeOf(member))
                    members |= *place;
            }
            old = members.isEmpty() ? nullptr : &members;
        }
        if (old == nullptr)
            continue;
        const Rect start = centred(m_start.nodes[i], *old);
        m_moving += moves(start, m_start.nodes[i]) ? 1U : 0U;
        m_start.nodes[i] = start;
    }
    std::unordered_map<std::string_view, QRectF> groups;
    for (std::size_t i = 0; i < from.groups().size(); ++i)
        groups.emplace(from.topology().groups[i].id, from.groups()[i].rect.translated(shift));
    for (std::size_t i = 0; i < m_start.groups.size(); ++i) {
        const auto found = groups.find(m_to->topology().groups[i].id);
        if (found == groups.end())
            continue;
        const Rect start = toRect(found->second);
        m_moving += moves(start, m_start.groups[i]) ? 1U : 0U;
        m_start.groups[i] = start;
    }
}

topology::GraphScenePtr SceneMotion::at(double progress) const
{
    topology::Layout layout = m_to->layout();
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        layout.nodes[i] = between(m_start.nodes[i], layout.nodes[i], progress);
    for (std::size_t i = 0; i < layout.groups.size(); ++i)
        layout.groups[i] = between(m_start.groups[i], layout.groups[i], progress);
    return GraphScene::build(m_to->topology(), std::move(layout), topology::FontMeasure(), m_to->options());
}

bool wantsMotion(const QWidget& widget)
{
    const QStyle* style = widget.style();
    return style->styleHint(QStyle::SH_Widget_Animate, nullptr, &widget) != 0
        && style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) > 0;
}

} // namespace meshdraft::views
