// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <vector>

namespace meshdraft::views {

/// Hands the newest snapshot to the views. While something is dragged in a large mesh, only the views that show what is
/// dragged follow each step: the others get the last snapshot when the drag rests or ends, each in a turn of the event
/// loop of its own, so that no frame waits for all of them.
class Followers : public QObject {
    Q_OBJECT
public:
    enum class Pace { EachStep, AtRest };
    using Take = std::function<void(const workspace::SnapshotPtr&)>;

    explicit Followers(QObject* parent = nullptr);

    /// In the order in which they are added, those of each step first.
    void add(Pace pace, Take take);
    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    void setDragging(bool isDragging);

private:
    void takeTurn();

    std::vector<Take> m_eachStep;
    std::vector<Take> m_atRest;
    workspace::SnapshotPtr m_snapshot;
    QTimer m_rest; ///< runs while a drag goes on
    QTimer m_turn;
    std::size_t m_next = 0; ///< in m_atRest: who takes the next turn
    bool m_isDragging = false;
};

} // namespace meshdraft::views
