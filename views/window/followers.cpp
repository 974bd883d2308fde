// SPDX-License-Identifier: Apache-2.0
#include "views/window/followers.h"

#include <utility>

namespace meshdraft::views {

namespace {
constexpr int restMs = 200; ///< a drag that does not move for this long rests
constexpr mesh::ResourceIndex largeMesh = 1000; ///< from here on the views that wait would cost more than a frame
} // namespace

Followers::Followers(QObject* parent)
    : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_rest, &QTimer::timeout, this, [this] { takeTurn(); });
    connect(&m_turn, &QTimer::timeout, this, [this] { takeTurn(); });
}

void Followers::add(Pace pace, Take take)
{
    (pace == Pace::EachStep ? m_eachStep : m_atRest).push_back(std::move(take));
}

void Followers::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_turn.stop();
    m_rest.stop();
    m_next = 0;
    for (const Take& take : m_eachStep) {
        take(snapshot);
    }
    if (m_isDragging && snapshot && snapshot->graph && snapshot->graph->slotCount() >= largeMesh) {
        m_rest.start();
        return;
    }
    for (const Take& take : m_atRest) {
        take(snapshot);
    }
}

void Followers::setDragging(bool isDragging)
{
    m_isDragging = isDragging;
    if (!isDragging && m_rest.isActive()) {
        m_rest.stop();
        m_turn.start();
    }
}

void Followers::takeTurn()
{
    if (m_next < m_atRest.size()) {
        m_turn.start();
        m_atRest[m_next++](m_snapshot);
    }
}

} // namespace meshdraft::views
