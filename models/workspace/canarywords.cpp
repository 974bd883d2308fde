// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/canarywords.h"

#include "models/changes/statements.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

constexpr std::int64_t minutesOfHour = 60;

} // namespace

QString pauseText(std::int64_t minutes)
{
    if (minutes <= 0)
        return {};
    const auto hours = minutes / minutesOfHour;
    const auto rest = minutes % minutesOfHour;
    if (hours == 0)
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1 min")).arg(rest);
    if (rest == 0)
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1 h")).arg(hours);
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 h %2 min")).arg(hours).arg(rest);
}

QString planSummary(const changes::CanaryPlan& plan)
{
    if (plan.isEmpty())
        return say(QT_TRANSLATE_NOOP("meshdraft", "none"));
    const auto count = plan.steps.size() == 1 ? say(QT_TRANSLATE_NOOP("meshdraft", "1 step"))
                                              : say(QT_TRANSLATE_NOOP("meshdraft", "%1 steps")).arg(plan.steps.size());
    const auto pause = plan.steps.front().pauseMinutes;
    // The last step has nobody to wait for.
    const bool isSame = std::all_of(plan.steps.begin(), plan.steps.end() - 1,
                                    [&](const changes::PlanStep& step) { return step.pauseMinutes == pause; });
    if (!isSame)
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1, pauses differ")).arg(count);
    return pause > 0 ? say(QT_TRANSLATE_NOOP("meshdraft", "%1, %2 pause")).arg(count, pauseText(pause)) : count;
}

QString ownerText(const mesh::MeshGraph& graph, const mesh::effective::WeightOwner& owner)
{
    const auto& resource = graph.at(owner.owner);
    const auto controller =
        owner.controller == mesh::effective::WeightOwner::Controller::Flagger ? u"Flagger"_s : u"Argo Rollouts"_s;
    return say(QT_TRANSLATE_NOOP("meshdraft",
                                 "%1 sets these weights from %2 %3 (line %4). A change here will be overwritten."))
        .arg(controller, printable(resource.key.kind), printable(changes::qualifiedName(resource.key)))
        .arg(resource.locate().line);
}

QString ownedStepText(const mesh::CanaryStep& step)
{
    QStringList parts;
    if (step.weight)
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "%1 %")).arg(*step.weight);
    if (step.isPause) {
        parts << (step.pause.empty() ? say(QT_TRANSLATE_NOOP("meshdraft", "pause until promoted"))
                                     : say(QT_TRANSLATE_NOOP("meshdraft", "pause %1")).arg(printable(step.pause)));
    }
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("meshdraft", "another kind of step")) : parts.join(u", "_s);
}

} // namespace meshdraft::workspace
