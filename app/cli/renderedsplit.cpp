// SPDX-License-Identifier: Apache-2.0
#include "app/cli/renderedsplit.h"

#include "app/cli/commandline.h"
#include "models/workspace/words.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using workspace::SourceChoice;
using Where = kustomize::EditChoice::Where;

QString nameOf(Where where)
{
    return where == Where::Source ? u"source"_s : u"overlay"_s;
}

QString describe(const SourceChoice& choice)
{
    if (!choice.isProven) {
        return u"  not in %1: %2"_s.arg(nameOf(choice.where).leftJustified(8),
                                        workspace::errorText(choice.reason.value_or(Error{})));
    }
    const auto place = u"%1:%2"_s.arg(workspace::printable(choice.place.path)).arg(choice.place.line);
    QStringList environments;
    for (const auto& environment : choice.environments)
        environments << workspace::printable(environment);
    return u"  --in %1  %2  changes %3"_s.arg(nameOf(choice.where).leftJustified(8), place, environments.join(u", "_s));
}

} // namespace

std::optional<source::Edit> renderedEdit(const workspace::Snapshot& snapshot, const mesh::ElementRef& route,
                                         const std::vector<std::int64_t>& weights, const QString& where)
{
    const auto edit = workspace::weightsEdit(snapshot, route, weights);
    const auto plan = edit.and_then([&](const auto& wanted) { return workspace::planSources(snapshot, wanted); });
    if (!plan) {
        complain(workspace::errorText(plan.error()));
        return std::nullopt;
    }
    if (plan->choices.empty())
        return source::Edit{};
    const auto isWanted = [&](const SourceChoice& choice) {
        return where.isEmpty() ? choice.isOnlyFor(snapshot.environment.name) : nameOf(choice.where) == where;
    };
    const auto& choices = plan->choices;
    // without a word from the user only the place that decides the weight now is taken
    const auto end = where.isEmpty() ? choices.begin() + 1 : choices.end();
    const auto chosen =
        std::find_if(choices.begin(), end, [&](const auto& choice) { return choice.isProven && isWanted(choice); });
    if (chosen != end)
        return chosen->edit;
    complain(plan->hasProven()
                 ? u"%1 is rendered. Choose where to write it:"_s.arg(workspace::printable(route.key.name))
                 : u"%1 is rendered and cannot be edited from here:"_s.arg(workspace::printable(route.key.name)));
    for (const auto& choice : choices)
        complain(describe(choice));
    return std::nullopt;
}

} // namespace meshdraft::cli
