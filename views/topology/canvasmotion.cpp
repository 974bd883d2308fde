// SPDX-License-Identifier: Apache-2.0
// How the canvas gets from one scene to the next.
#include "views/topology/graphcanvas.h"
#include "views/topology/scenemotion.h"

#include <QVariantAnimation>

namespace meshdraft::views {

using topology::GraphScene;

void GraphCanvas::glide(const GraphScene& old, QPointF shift)
{
    if (!isVisible() || !wantsMotion(*this) || m_scene->nodes().size() > SceneMotion::largest)
        return;
    const auto motion = std::make_shared<const SceneMotion>(old, m_scene, shift);
    if (!motion->isWorthwhile())
        return;
    m_frame = motion->at(0);
    m_motion = new QVariantAnimation(this);
    m_motion->setDuration(SceneMotion::duration);
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    m_motion->setStartValue(0.0);
    m_motion->setEndValue(1.0);
    connect(m_motion, &QVariantAnimation::valueChanged, this, [this, motion](const QVariant& value) {
        m_frame = motion->at(value.toDouble());
        viewport()->update();
    });
    connect(m_motion, &QVariantAnimation::finished, this, &GraphCanvas::endMotion);
    m_motion->start();
}

void GraphCanvas::endMotion()
{
    if (m_motion == nullptr)
        return;
    m_motion->disconnect(this);
    m_motion->stop();
    m_motion->deleteLater();
    m_motion = nullptr;
    m_frame.reset();
    viewport()->update();
}

} // namespace meshdraft::views
