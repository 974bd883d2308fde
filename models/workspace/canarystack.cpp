// SPDX-License-Identifier: Apache-2.0
// A canary plan as stacked branches.
#include "models/changes/statements.h"
#include "models/workspace/branchstack.h"
#include "models/workspace/destinationedit.h"
#include "models/workspace/pendingparts.h"
#include "models/workspace/sourceplan.h"
#include "models/workspace/stackbuilder.h"
#include "models/workspace/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

/// What changes belong to a plan.
enum Part : std::uint8_t { Before, Route, Other };

Error plainError(const char* code, std::vector<std::string> args = {})
{
    return {.code = code, .args = std::move(args), .where = {}};
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

class CanaryStacker {
public:
    CanaryStacker(const Snapshot& snapshot, const mesh::ElementRef& route, const changes::CanaryPlan& plan,
                  std::stop_token stop)
        : m_snapshot(snapshot)
        , m_element(route)
        , m_plan(plan)
        , m_stop(std::move(stop))
        , m_builder(snapshot)
    {
    }

    Expected<BranchStack> make(const QString& prefix)
    {
        if (auto ready = check(); !ready)
            return std::unexpected(ready.error());
        const PendingParts parts{.of =
                                     [this](const changes::ResourceChange& change) {
                                         const std::size_t part = partOf(change);
                                         return PartRange{part, part};
                                     },
                                 .rest = Other};
        const auto whole = upToPart(m_snapshot, parts, Route);
        if (!whole)
            return std::unexpected(whole.error());
        const auto prepared = upToPart(m_snapshot, parts, Before);
        if (!prepared)
            return std::unexpected(prepared.error());
        if (!(*prepared)->changedFiles().empty()) {
            if (const auto added = m_builder.add(*prepared, u"subset"_s, {.isCanary = true, .note = {}}); !added)
                return std::unexpected(added.error());
        }
        for (std::size_t step = 0; step < m_plan.steps.size(); ++step) {
            if (const auto added = addStep(*whole, step); !added)
                return std::unexpected(added.error());
        }
        return m_builder.finish(prefix, leftOut(**whole));
    }

private:
    Expected<void> check()
    {
        if (auto ready = m_builder.check(); !ready)
            return ready;
        const auto at = routeIn(*m_snapshot.graph, m_element);
        if (at.route == nullptr) {
            return std::unexpected(
                plainError("edit.noRoute", {m_element.key.kind, m_element.key.name, m_element.field.text()}));
        }
        if (m_plan.isEmpty())
            return std::unexpected(plainError("canary.empty"));
        if (changes::partsOf(*at.route) != m_plan.parts)
            return std::unexpected(plainError("canary.stale"));
        m_resource = at.resource;
        const auto& graph = *m_snapshot.graph;
        for (const auto& destination : at.route->destinations) {
            const auto host = graph.resolveHost(destination.host.value, at.resource->key.ns);
            if (host.resource != mesh::noResource)
                m_services.insert(graph.at(host.resource).key);
            for (const auto index : graph.destinationRulesFor(host.fqdn))
                m_rules.insert(graph.at(index).key);
        }
        return {};
    }

    Part partOf(const changes::ResourceChange& change) const
    {
        const auto& key = (change.after ? change.after : change.before)->key;
        if (key == m_resource->key)
            return Route;
        const bool isNewService = change.operation == changes::Operation::Added && m_services.contains(key);
        return isNewService || m_rules.contains(key) ? Before : Other;
    }

    Expected<void> addStep(const SnapshotPtr& whole, std::size_t step)
    {
        const auto number = std::to_string(step + 1);
        const auto edit = weightsEdit(*whole, m_element, m_plan.steps[step].weights);
        if (!edit)
            return std::unexpected(edit.error());
        const auto at = withStep(whole, *edit, number);
        if (!at)
            return std::unexpected(at.error());
        const auto& planned = m_plan.steps[step];
        const auto added = m_builder.add(
            *at, nameOf(planned), {.isCanary = true, .pauseMinutes = planned.pauseMinutes, .note = planned.note});
        if (!added)
            return std::unexpected(added.error());
        if (!*added)
            return std::unexpected(plainError("canary.sameStep", {number}));
        m_builder.last().step = step;
        return {};
    }

    Expected<SnapshotPtr> withStep(const SnapshotPtr& whole, const MeshEdit& edit, const std::string& number) const
    {
        if (edit.isEmpty())
            return whole;
        if (!whole->isRendered()) {
            return planMeshEdit(*whole, edit).and_then([&](const source::Edit& written) {
                return withEdit(*whole, written);
            });
        }
        const auto plan = planSources(*whole, edit, m_stop);
        if (!plan)
            return std::unexpected(plan.error());
        const auto* choice = plan->plainChoice(whole->environment.name);
        if (choice == nullptr) {
            if (plan->choices.empty())
                return whole;
            // What could be written would change more than this environment, or nothing could.
            const auto other = std::ranges::find_if(plan->choices, &SourceChoice::isProven);
            if (other != plan->choices.end())
                return std::unexpected(plainError("canary.otherEnvironments", {number, joined(other->environments)}));
            return std::unexpected(plan->choices.front().reason.value_or(plainError("canary.empty")));
        }
        if (choice->edit.files.size() != 1) {
            std::vector<std::string> files;
            for (const auto& file : choice->edit.files)
                files.push_back(file.path);
            return std::unexpected(plainError("canary.severalFiles", {number, joined(files)}));
        }
        return withEdit(*whole, choice->edit);
    }

    QString nameOf(const changes::PlanStep& step) const
    {
        const auto total = std::accumulate(step.weights.begin(), step.weights.end(), std::int64_t{0});
        const auto share =
            total > 0 ? 100.0 * static_cast<double>(step.weights[m_plan.target]) / static_cast<double>(total) : 0.0;
        return QString::number(std::llround(share));
    }

    std::vector<std::string> leftOut(const Snapshot& whole) const
    {
        std::vector<std::string> names;
        std::set<std::string> files;
        for (const auto& change : m_snapshot.change.resources) {
            for (const auto& resource : {change.before, change.after}) {
                if (resource)
                    files.insert(resource->source.path);
            }
            if (partOf(change) == Other)
                names.push_back(workspace::nameOf(change));
        }
        // files without a resource
        const auto within = whole.changedFiles();
        for (const auto& path : m_snapshot.changedFiles()) {
            if (!files.contains(path) && !std::ranges::contains(within, path))
                names.push_back(path);
        }
        return names;
    }

    const Snapshot& m_snapshot;
    const mesh::ElementRef& m_element;
    const changes::CanaryPlan& m_plan;
    std::stop_token m_stop;
    StackBuilder m_builder;
    mesh::ResourcePtr m_resource;
    std::set<mesh::ResourceKey> m_rules;
    std::set<mesh::ResourceKey> m_services;
};

/// A part of a branch's name: letters, digits and "-".
QString forBranch(const std::string& text)
{
    QString result;
    for (const QChar c : QString::fromStdString(text).toLower())
        result += (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? c : u'-';
    while (result.contains(u"--"_s))
        result.replace(u"--"_s, u"-"_s);
    while (result.startsWith(u'-'))
        result.remove(0, 1);
    while (result.endsWith(u'-'))
        result.chop(1);
    return result;
}

/// With a number behind it where a branch would be in the way.
QString freePrefix(const Snapshot& snapshot, const QString& prefix)
{
    const auto branches = snapshot.repository->branches();
    const auto isTaken = [&](const QString& wanted) {
        return branches
            && std::ranges::any_of(*branches, [&](const QString& branch) { return branch.startsWith(wanted + u'-'); });
    };
    QString free = prefix;
    for (int i = 2; isTaken(free); ++i)
        free = prefix + u'-' + QString::number(i);
    return free;
}

} // namespace

Expected<BranchStack> planStack(const Snapshot& snapshot, const mesh::ElementRef& route,
                                const changes::CanaryPlan& plan, const QString& prefix, const std::stop_token& stop)
{
    return CanaryStacker(snapshot, route, plan, stop).make(prefix);
}

QString proposedPrefix(const Snapshot& snapshot, const mesh::ElementRef& route, const changes::CanaryPlan& plan)
{
    std::string target = plan.target < plan.parts.size() ? plan.parts[plan.target] : std::string();
    const auto slash = target.rfind('/');
    target = slash == std::string::npos ? target.substr(0, target.find('.')) : target.substr(slash + 1);
    const auto name = forBranch(route.key.name);
    QString prefix = u"canary/"_s + (name.isEmpty() ? u"route"_s : name);
    if (const auto part = forBranch(target); !part.isEmpty() && part != name)
        prefix += u'-' + part;
    return freePrefix(snapshot, prefix);
}

QString proposedPrefix(const Snapshot& snapshot)
{
    return freePrefix(snapshot, proposedBranch(snapshot.change));
}

} // namespace meshdraft::workspace
