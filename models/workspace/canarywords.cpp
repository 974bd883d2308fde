// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/canarywords.h"

#include "models/changes/statements.h"
#include "models/workspace/summary.h"
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

QString stackMessage(const changes::CanaryPlan& plan, const changes::MeshChange& change,
                     std::optional<std::size_t> step, std::size_t position, std::size_t count, const QString& below)
{
    QStringList lines{proposedMessage(change).trimmed(), {}};
    lines << say(QT_TRANSLATE_NOOP("meshdraft", "Branch %1 of %2 of a canary.")).arg(position).arg(count);
    if (!below.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Merge after %1, when that has been synced.")).arg(below);
    if (step && plan.steps[*step].pauseMinutes > 0) {
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Then let it stand for %1."))
                     .arg(pauseText(plan.steps[*step].pauseMinutes));
    }
    if (step && !plan.steps[*step].note.empty())
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Note: %1")).arg(QString::fromStdString(plan.steps[*step].note));
    return lines.join(u'\n') + u'\n';
}

QString orderText(std::size_t count)
{
    if (count < 2)
        return say(QT_TRANSLATE_NOOP("meshdraft", "One pull request."));
    return say(QT_TRANSLATE_NOOP("meshdraft",
                                 "%1 pull requests, one a branch: merge 1, wait for the sync, then merge 2, and so on. "
                                 "Merged together they would arrive as one state."))
        .arg(count);
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
