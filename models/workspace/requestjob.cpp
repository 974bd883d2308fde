// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/requestjob.h"

#include "models/workspace/effectivefacts.h"

#include <chrono>

namespace meshdraft::workspace {

namespace {

bool isChanged(const Snapshot& snapshot)
{
    return snapshot.savedEffective && snapshot.savedEffective != snapshot.effective;
}

EvaluatedRequest evaluate(const SnapshotPtr& snapshot, const traffic::Request& request)
{
    EvaluatedRequest evaluated;
    evaluated.request = request;
    evaluated.snapshot = snapshot;
    const traffic::Evaluator& mesh = snapshot->effective->evaluator();
    const auto start = std::chrono::steady_clock::now();
    evaluated.answer = mesh.evaluate(request);
    evaluated.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    if (isChanged(*snapshot)) {
        traffic::Answer before = snapshot->savedEffective->evaluator().evaluate(request);
        if (!traffic::sameFate(before, evaluated.answer))
            evaluated.before = std::move(before);
    }
    return evaluated;
}

} // namespace

RequestJob::RequestJob(QObject* parent)
    : QObject(parent)
{
}

RequestJob::~RequestJob() = default;

void RequestJob::ask(const SnapshotPtr& snapshot, const traffic::Request& request)
{
    if (!snapshot || !snapshot->effective) {
        m_asking.cancel();
        return;
    }
    m_asking.run<EvaluatedRequest>(
        [snapshot, request](const std::stop_token& /*stop*/) { return evaluate(snapshot, request); },
        [this](const EvaluatedRequest& evaluated) { Q_EMIT answered(evaluated); });
}

void RequestJob::compare(const SnapshotPtr& snapshot)
{
    if (!snapshot || !snapshot->effective || !isChanged(*snapshot)) {
        m_comparing.cancel();
        Q_EMIT compared({});
        return;
    }
    m_comparing.run<traffic::RequestComparison>(
        [snapshot](const std::stop_token& stop) {
            return traffic::changedRequests(snapshot->savedEffective->evaluator(), snapshot->effective->evaluator(),
                                            stop);
        },
        [this](const traffic::RequestComparison& comparison) { Q_EMIT compared(comparison); });
}

void RequestJob::findCauses(const SnapshotPtr& snapshot, const traffic::Symptom& symptom)
{
    if (!snapshot || !snapshot->effective) {
        return;
    }
    m_searching.run<std::vector<traffic::Cause>>(
        [snapshot, symptom](const std::stop_token& /*stop*/) {
            return traffic::causesOf(snapshot->effective->evaluator(), symptom);
        },
        [this](const std::vector<traffic::Cause>& causes) { Q_EMIT causesFound(causes); });
}

void RequestJob::cancel()
{
    m_searching.cancel();
    m_asking.cancel();
    m_comparing.cancel();
}

} // namespace meshdraft::workspace
