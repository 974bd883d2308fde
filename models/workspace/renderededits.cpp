// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/renderededits.h"

#include "models/changes/split.h"

#include <chrono>

using namespace std::chrono_literals;

namespace meshdraft::workspace {

RenderedEdits::RenderedEdits(QObject* parent)
    : QObject(parent)
{
    // a drag goes through many weights; only where it rests is worth a render
    m_rest.setSingleShot(true);
    m_rest.setInterval(300ms);
    connect(&m_rest, &QTimer::timeout, this, &RenderedEdits::startPlan);
}

Expected<SnapshotPtr> RenderedEdits::predict(const SnapshotPtr& now, const mesh::ElementRef& route,
                                             const std::vector<std::int64_t>& weights, const QString& text)
{
    const auto index = now->graph->find(route);
    const auto* found = index == mesh::noResource ? nullptr : routeAt(now->graph->at(index), route.field);
    if (found == nullptr)
        return std::unexpected(Error{"edit.noRoute", {route.key.kind, route.key.name, route.field.text()}, {}});
    const auto edit = changes::setWeights(now->graph->at(index), *found, weights);
    if (!edit)
        return std::unexpected(edit.error());
    auto next = withPrediction(*now, *edit);
    if (!next)
        return next;
    m_job.cancel();
    m_plan = {};
    if (!m_base)
        m_base = now;
    m_route = route;
    m_weights = weights;
    m_text = text;
    m_rest.start();
    return next;
}

void RenderedEdits::drop()
{
    m_rest.stop();
    m_job.cancel();
    m_base.reset();
    m_plan = {};
}

void RenderedEdits::startPlan()
{
    m_job.run<Expected<SourcePlan>>(
        [base = m_base, route = m_route, weights = m_weights](const std::stop_token& stop) {
            return planWeights(*base, route, weights, stop);
        },
        [this](Expected<SourcePlan> plan) { takePlan(std::move(plan)); });
}

void RenderedEdits::takePlan(Expected<SourcePlan> plan)
{
    if (!plan) {
        Q_EMIT failed(plan.error());
        return;
    }
    if (plan->choices.empty()) {
        Q_EMIT unchanged();
        return;
    }
    // Only the place that decides the value now is taken without a question.
    const auto& first = plan->choices.front();
    if (first.isProven && first.isOnlyFor(m_base->environment.name)) {
        Q_EMIT decided(first.edit);
    } else if (plan->hasProven()) {
        m_plan = std::move(*plan);
        Q_EMIT asked();
    } else {
        Q_EMIT failed(first.reason.value_or(Error{}));
    }
}

} // namespace meshdraft::workspace
