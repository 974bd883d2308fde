// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

class QWidget;

namespace meshdraft::views {

/// The way from one picture to the next: what is in both glides to its new place, what a group held comes out of it, or
/// goes into it. Immutable.
class SceneMotion {
public:
    static constexpr int duration = 160; ///< ms
    static constexpr std::size_t most = 400; ///< nodes that may move; more are put in place at once

    /// `shift` is what moves from the old scene's coordinates to the new one's.
    SceneMotion(const topology::GraphScene& from, topology::GraphScenePtr to, QPointF shift);

    /// Nodes and frames that move.
    std::size_t moving() const { return m_moving; }
    /// A larger picture is put in place at once: each step makes all of it anew.
    static constexpr std::size_t largest = 800;
    bool isWorthwhile() const { return m_moving > 0 && m_moving <= most; }
    /// The picture at 0..1 of the way.
    topology::GraphScenePtr at(double progress) const;

private:
    topology::GraphScenePtr m_to;
    topology::Layout m_start; ///< where everything of m_to comes from
    std::size_t m_moving = 0;
};

/// False where the desktop asks for less motion.
bool wantsMotion(const QWidget& widget);

} // namespace meshdraft::views
