// SPDX-License-Identifier: Apache-2.0
#include "views/topology/canvastext.h"

#include "models/topology/render/words.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using topology::Edge;
using topology::EdgeType;
using topology::GraphScene;
using topology::Node;
using topology::State;
using Hit = topology::GraphScene::Hit;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("GraphCanvas", text);
}

QString stateText(State state)
{
    switch (state) {
    case State::Added:
        return translated(QT_TRANSLATE_NOOP("GraphCanvas", "added"));
    case State::Removed:
        return translated(QT_TRANSLATE_NOOP("GraphCanvas", "removed"));
    case State::Changed:
        return translated(QT_TRANSLATE_NOOP("GraphCanvas", "changed"));
    case State::Same:
        break;
    }
    return {};
}

QString placeText(const Location& where)
{
    if (where.path.empty())
        return {};
    return topology::paintable(where.path) + (where.line > 0 ? u":%1"_s.arg(where.line) : QString());
}

QString nameOf(const Node& node)
{
    if (node.closed)
        return topology::paintable(node.title);
    const mesh::ResourceKey& key = node.element.key;
    if (node.element.isNull())
        return topology::paintable(node.title);
    const QString resource = topology::paintable(key.ns.empty() ? key.name : key.ns + "/" + key.name);
    if (node.type == topology::NodeType::Route)
        return topology::paintable(node.title) + u" ("_s + topology::paintable(key.kind) + u" "_s + resource + u")"_s;
    return topology::paintable(key.kind) + u" "_s + resource;
}

QString lines(std::initializer_list<QString> parts)
{
    QStringList shown;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            shown += part;
    }
    return shown.join(u'\n');
}

QString findingText(const std::optional<checks::Severity>& severity)
{
    if (!severity)
        return {};
    const std::string_view name = checks::severityName(*severity);
    return translated(QT_TRANSLATE_NOOP("GraphCanvas", "worst finding: %1"))
        .arg(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())));
}

QString describeNode(const Node& node)
{
    QString second;
    if (node.closed) {
        const QString name = node.closed->outside ? translated(QT_TRANSLATE_NOOP("GraphCanvas", "outside of the mesh"))
            : node.closed->isNamespace
            ? translated(QT_TRANSLATE_NOOP("GraphCanvas", "namespace %1")).arg(topology::paintable(node.title))
            : translated(QT_TRANSLATE_NOOP("GraphCanvas", "service %1 with its parts"))
                  .arg(topology::paintable(node.title));
        return lines({name, topology::tallyText(node.closed->tally), topology::modeText(node.mtls),
                      translated(QT_TRANSLATE_NOOP("GraphCanvas", "closed: Enter opens it"))});
    }
    if (node.type == topology::NodeType::Missing) {
        second = topology::missingText(node);
    } else if (node.replicas) {
        second = topology::podsText(*node.replicas);
    } else if (node.type != topology::NodeType::Route && node.type != topology::NodeType::Workload) {
        second = topology::paintable(node.subtitle);
    }
    return lines({nameOf(node), second, topology::modeText(node.mtls), placeText(node.where), stateText(node.state),
                  findingText(node.finding)});
}

QString describeEdge(const topology::Topology& topology, const Edge& edge)
{
    const Node& to = topology.nodes[edge.to];
    QString target = nameOf(to);
    if (edge.toRow >= 0)
        target += u" "_s + topology::paintable(to.subsets[static_cast<std::size_t>(edge.toRow)].name);
    const QString way = nameOf(topology.nodes[edge.from]) + u" → "_s + target;
    if (edge.type == EdgeType::Aggregate) {
        return lines({way,
                      edge.count == 1 ? translated(QT_TRANSLATE_NOOP("GraphCanvas", "1 connection"))
                                      : translated(QT_TRANSLATE_NOOP("GraphCanvas", "%1 connections")).arg(edge.count),
                      edge.dangling ? translated(QT_TRANSLATE_NOOP("GraphCanvas", "leads to something that is missing"))
                                    : QString(),
                      stateText(edge.state)});
    }
    QString label = topology::edgeLabel(edge);
    if (edge.oldShare && edge.share) {
        label = translated(QT_TRANSLATE_NOOP("GraphCanvas", "%1 % → %2 %"))
                    .arg(*edge.oldShare * 100)
                    .arg(*edge.share * 100);
    }
    const QString missing = !edge.dangling ? QString()
        : edge.toRow >= 0                  ? topology::missingSubsetText()
                                           : topology::missingText(to);
    return lines({way, label, missing, placeText(edge.where), stateText(edge.state)});
}

const Node& nodeAt(const GraphScene& scene, int index)
{
    return scene.topology().nodes[static_cast<std::size_t>(index)];
}

Hit hitOf(const GraphScene& scene, int node, int row)
{
    Hit hit{row < 0 ? Hit::NodeHit : Hit::SubsetHit, node, row, {}};
    hit.element = scene.elementOf(hit);
    return hit;
}

QPointF centerOf(const GraphScene& scene, const Hit& hit)
{
    const GraphScene::NodeItem& item = scene.nodes()[static_cast<std::size_t>(hit.index)];
    return hit.kind == Hit::SubsetHit ? item.rows[static_cast<std::size_t>(hit.row)].center() : item.rect.center();
}

Hit firstInView(const GraphScene& scene, const QRectF& visible)
{
    int best = -1;
    for (int i = 0; i < static_cast<int>(scene.nodes().size()); ++i) {
        const QRectF& rect = scene.nodes()[static_cast<std::size_t>(i)].rect;
        if (!visible.intersects(rect))
            continue;
        const auto before = [&](const QRectF& a, const QRectF& b) {
            return std::pair(a.left(), a.top()) < std::pair(b.left(), b.top());
        };
        if (best < 0 || before(rect, scene.nodes()[static_cast<std::size_t>(best)].rect))
            best = i;
    }
    return best < 0 ? Hit() : hitOf(scene, best, -1);
}

/// The nearest end of an edge to the right or left; a row leads on from its own edges, then from its card's.
Hit alongEdges(const GraphScene& scene, const Hit& from, bool toRight)
{
    Hit best;
    double nearest = 0;
    for (const Edge& edge : scene.topology().edges) {
        if (edge.type == EdgeType::Applies)
            continue;
        const int own = static_cast<int>(toRight ? edge.from : edge.to);
        const int ownRow = toRight ? edge.fromRow : edge.toRow;
        if (own != from.index || (from.kind == Hit::SubsetHit && ownRow >= 0 && ownRow != from.row))
            continue;
        const Hit other =
            hitOf(scene, static_cast<int>(toRight ? edge.to : edge.from), toRight ? edge.toRow : edge.fromRow);
        const double distance = std::abs(centerOf(scene, other).y() - centerOf(scene, from).y());
        if (best.kind == Hit::Nothing || distance < nearest) {
            best = other;
            nearest = distance;
        }
    }
    return best;
}

/// The next node above or below in the same column; rows of a card are stations on the way.
Hit amongSiblings(const GraphScene& scene, const Hit& from, bool down)
{
    const QPointF start = centerOf(scene, from);
    const QRectF own = scene.nodes()[static_cast<std::size_t>(from.index)].rect;
    Hit best;
    double nearest = 0;
    const auto offer = [&](const Hit& hit) {
        const double distance = (centerOf(scene, hit).y() - start.y()) * (down ? 1 : -1);
        if (distance > 0.5 && (best.kind == Hit::Nothing || distance < nearest)) {
            best = hit;
            nearest = distance;
        }
    };
    for (int i = 0; i < static_cast<int>(scene.nodes().size()); ++i) {
        const GraphScene::NodeItem& item = scene.nodes()[static_cast<std::size_t>(i)];
        const bool isSibling = nodeAt(scene, i).type == nodeAt(scene, from.index).type
            || (item.rect.left() < own.right() && item.rect.right() > own.left());
        if (!isSibling || item.rect.left() > own.right() || item.rect.right() < own.left())
            continue;
        if (item.rows.empty())
            offer(hitOf(scene, i, -1));
        for (int row = 0; row < static_cast<int>(item.rows.size()); ++row)
            offer(hitOf(scene, i, row));
    }
    return best;
}

} // namespace

QString describe(const GraphScene& scene, const Hit& hit)
{
    const topology::Topology& topology = scene.topology();
    switch (hit.kind) {
    case Hit::NodeHit:
        return describeNode(nodeAt(scene, hit.index));
    case Hit::SubsetHit: {
        const Node& node = nodeAt(scene, hit.index);
        const topology::SubsetRow& row = node.subsets[static_cast<std::size_t>(hit.row)];
        return lines({translated(QT_TRANSLATE_NOOP("GraphCanvas", "subset %1 of %2"))
                          .arg(topology::paintable(row.name), nameOf(node)),
                      row.missing ? topology::missingSubsetText() : QString(), placeText(row.where),
                      stateText(row.state)});
    }
    case Hit::EdgeHit:
        return describeEdge(topology, topology.edges[static_cast<std::size_t>(hit.index)]);
    case Hit::GroupHit: {
        const topology::Group& group = topology.groups[static_cast<std::size_t>(hit.index)];
        return lines({topology::paintable(group.title), topology::modeText(group.mtls),
                      topology::tallyText(scene.groups()[static_cast<std::size_t>(hit.index)].tally)});
    }
    case Hit::Nothing:
        break;
    }
    return {};
}

Hit nextHit(const GraphScene& scene, const Hit& from, int key, const QRectF& visible)
{
    if (from.kind == Hit::EdgeHit) {
        const Edge& edge = scene.topology().edges[static_cast<std::size_t>(from.index)];
        if (key == Qt::Key_Left)
            return hitOf(scene, static_cast<int>(edge.from), edge.fromRow);
        return hitOf(scene, static_cast<int>(edge.to), edge.toRow);
    }
    if (from.kind == Hit::GroupHit)
        return firstInView(scene, scene.groups()[static_cast<std::size_t>(from.index)].rect);
    if (from.kind != Hit::NodeHit && from.kind != Hit::SubsetHit)
        return firstInView(scene, visible);
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return alongEdges(scene, from, key == Qt::Key_Right);
    return amongSiblings(scene, from, key == Qt::Key_Down);
}

std::optional<QPointF> sceneShift(const GraphScene& before, const GraphScene& after, const QRectF& visible,
                                  const mesh::ElementRef& selected)
{
    const QRectF oldRect = before.rectOf(selected);
    const QRectF newRect = after.rectOf(selected);
    if (!oldRect.isEmpty() && !newRect.isEmpty() && visible.intersects(oldRect))
        return newRect.topLeft() - oldRect.topLeft();
    QHash<QByteArray, std::size_t> positions;
    for (std::size_t i = 0; i < after.nodes().size(); ++i)
        positions.insert(QByteArray::fromStdString(after.topology().nodes[i].id), i);
    std::optional<QPointF> shift;
    double nearest = 0;
    for (const int index : before.nodesIn(visible)) {
        const auto i = static_cast<std::size_t>(index);
        const auto it = positions.constFind(QByteArray::fromStdString(before.topology().nodes[i].id));
        if (it == positions.constEnd())
            continue;
        const QPointF off = before.nodes()[i].rect.center() - visible.center();
        const double distance = std::hypot(off.x(), off.y());
        if (!shift || distance < nearest) {
            shift = after.nodes()[*it].rect.topLeft() - before.nodes()[i].rect.topLeft();
            nearest = distance;
        }
    }
    return shift;
}

} // namespace meshdraft::views
