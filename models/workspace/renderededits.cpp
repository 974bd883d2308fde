// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/renderededits.h"

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

Expected<SnapshotPtr> RenderedEdits::predict(const SnapshotPtr& base, const MeshEdit& edit, const QString& text,
                                             int mergeId)
{
    const auto shown = planMeshEdit(*base, edit);
    if (!shown)
        return std::unexpected(shown.error());
    auto next = shown->files.empty() ? base : withPrediction(*base, shown->files.front());
    if (!next)
        return next;
    m_job.cancel();
    m_plan = {};
    m_base = base;
    m_edit = edit;
    m_text = text;
    m_mergeId = mergeId;
    m_rest.start();
    return next;
}

int RenderedEdits::mergeIdOf(const mesh::ElementRef& element)
{
    const auto& key = element.key;
    const std::string name = key.group + '/' + key.kind + '/' + key.ns + '/' + key.name + '#' + element.field.text();
    return static_cast<int>(std::hash<std::string>()(name) & 0x3FFFFFFFU) + 1;
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
        [base = m_base, edit = m_edit](const std::stop_token& stop) { return planSources(*base, edit, stop); },
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
