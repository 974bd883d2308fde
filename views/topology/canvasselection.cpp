// SPDX-License-Identifier: Apache-2.0
// What the canvas does with its selection: groups, more than one node, the walk by keys, what it says.
#include "views/topology/canvastext.h"
#include "views/topology/graphcanvas.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace meshdraft::views {

using Hit = topology::GraphScene::Hit;

namespace {

constexpr double slack = 4;

bool isNode(const Hit& hit)
{
    return hit.kind == Hit::NodeHit || hit.kind == Hit::SubsetHit;
}

} // namespace

std::vector<std::string> GraphCanvas::selectedIds() const
{
    std::vector<std::string> ids;
    const auto add = [&](const mesh::ElementRef& element) {
        const Hit hit = m_scene ? m_scene->find(element) : Hit();
        if (isNode(hit)) {
            const topology::Node& node = m_scene->topology().nodes[static_cast<std::size_t>(hit.index)];
            ids.push_back(node.closed ? node.closed->id : node.id);
        } else if (hit.kind == Hit::GroupHit) {
            ids.push_back(m_scene->topology().groups[static_cast<std::size_t>(hit.index)].id);
        }
    };
    add(m_selected);
    std::ranges::for_each(m_picked, add);
    return ids;
}

void GraphCanvas::choose(const Hit& hit)
{
    if (hit.element == m_selected)
        return;
    m_selected = hit.element;
    announceSelection();
    viewport()->update();
    Q_EMIT elementSelected(m_selected);
}

/// Opens a closed group or closes an open one by its title.
bool GraphCanvas::toggle(const Hit& hit)
{
    const topology::Topology& topology = m_scene->topology();
    if (hit.kind == Hit::GroupHit && hit.onTitle) {
        Q_EMIT groupToggled(QString::fromStdString(topology.groups[static_cast<std::size_t>(hit.index)].id), false);
        return true;
    }
    if (hit.kind != Hit::NodeHit || !topology.nodes[static_cast<std::size_t>(hit.index)].closed)
        return false;
    choose(hit);
    Q_EMIT groupToggled(QString::fromStdString(topology.nodes[static_cast<std::size_t>(hit.index)].closed->id), true);
    return true;
}

void GraphCanvas::openOrActivate()
{
    if (m_selected.isNull())
        return;
    const Hit hit = m_scene ? m_scene->find(m_selected) : Hit();
    if (hit.kind != Hit::NodeHit || !toggle(hit))
        Q_EMIT elementActivated(m_selected);
}

void GraphCanvas::close()
{
    const Hit hit = m_scene ? m_scene->find(m_selected) : Hit();
    if (hit.kind == Hit::GroupHit) {
        toggle(hit);
    } else if (isNode(hit)) {
        const topology::Node& node = m_scene->topology().nodes[static_cast<std::size_t>(hit.index)];
        Q_EMIT closeRequested(QString::fromStdString(node.closed ? node.closed->id : node.id));
    }
}

/// Selects more: an element in or out of what is selected besides.
void GraphCanvas::pick(const mesh::ElementRef& element)
{
    if (element.isNull())
        return;
    if (const auto it = std::ranges::find(m_picked, element); it != m_picked.end()) {
        m_picked.erase(it);
    } else {
        m_picked.push_back(element);
    }
    announceSelection();
    viewport()->update();
}

void GraphCanvas::walk(int key)
{
    m_keyboardFocus = true;
    if (!m_scene)
        return;
    const Hit from = m_scene->find(m_selected);
    const Hit next = nextHit(*m_scene, from, key, visibleScene());
    viewport()->update();
    if (next.kind == Hit::Nothing)
        return;
    choose(next);
    if (const QRectF rect = m_scene->rectOf(next.element); isNode(next) && !rect.isEmpty())
        ensureVisible(rect);
}

bool GraphCanvas::showToolTip(QHelpEvent* event)
{
    const Hit hit = m_scene ? m_scene->hitTest(toScene(event->pos()), slack / m_zoom) : Hit();
    QString text = m_scene ? describe(*m_scene, hit) : QString();
    if (m_moreText && !text.isEmpty()) {
        if (const QString more = m_moreText(hit); !more.isEmpty())
            text += u'\n' + more;
    }
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(event->globalPos(), text, viewport());
    }
    return true;
}

/// The description is what a screen reader asks for, the announcement what it says by itself.
void GraphCanvas::announceSelection()
{
    QString text = m_scene ? describe(*m_scene, m_scene->find(m_selected)) : QString();
    if (!m_picked.empty())
        text += tr("\n%n selected besides", nullptr, static_cast<int>(m_picked.size()));
    setAccessibleDescription(text);
    if (text == m_announced)
        return;
    m_announced = text;
    if (text.isEmpty())
        return;
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

} // namespace meshdraft::views
