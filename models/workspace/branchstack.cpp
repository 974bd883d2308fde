// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/branchstack.h"

#include "models/changes/statements.h"
#include "models/changes/textdiff.h"
#include "models/workspace/canarywords.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/destinationedit.h"
#include "models/workspace/revert.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

using Texts = std::map<std::string, std::string>;

Error plainError(const char* code, std::vector<std::string> args = {})
{
    return {.code = code, .args = std::move(args), .where = {}};
}

/// What changes belong to a plan.
enum class Part : std::uint8_t { Other, Before, Route };

class Stacker {
public:
    Stacker(const Snapshot& snapshot, const mesh::ElementRef& route, const changes::CanaryPlan& plan, QString prefix)
        : m_snapshot(snapshot)
        , m_element(route)
        , m_plan(plan)
        , m_prefix(std::move(prefix))
    {
    }

    Expected<BranchStack> make()
    {
        if (auto ready = check(); !ready)
            return std::unexpected(ready.error());
        m_stack.head = m_snapshot.head.commit;
        // Reverting one change shifts nothing that the next one needs: each is looked up again.
        auto whole = without(std::make_shared<const Snapshot>(m_snapshot), Part::Other);
        if (!whole)
            return std::unexpected(whole.error());
        const auto prepared = without(*whole, Part::Route);
        if (!prepared)
            return std::unexpected(prepared.error());
        m_count = m_plan.steps.size() + (isChanged(**prepared) ? 1 : 0);
        const auto* below = m_snapshot.savedGraph.get();
        if (isChanged(**prepared)) {
            if (auto added = add(**prepared, *below, {}); !added)
                return std::unexpected(added.error());
            below = (*prepared)->graph.get();
        }
        std::vector<SnapshotPtr> kept{*prepared};
        for (std::size_t step = 0; step < m_plan.steps.size(); ++step) {
            auto next = atStep(**whole, step);
            if (!next)
                return std::unexpected(next.error());
            if (auto added = add(**next, *below, step); !added)
                return std::unexpected(added.error());
            below = (*next)->graph.get();
            kept.push_back(std::move(*next));
        }
        return std::move(m_stack);
    }

private:
    Expected<void> check()
    {
        if (m_snapshot.isReadOnly())
            return std::unexpected(plainError("edit.readOnly", {m_snapshot.revision.toStdString()}));
        if (m_snapshot.isRendered())
            return std::unexpected(plainError("canary.rendered", {m_snapshot.environment.name}));
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
        for (const auto& destination : at.route->destinations) {
            const auto host = m_snapshot.graph->resolveHost(destination.host.value, at.resource->key.ns);
            for (const auto index : m_snapshot.graph->destinationRulesFor(host.fqdn))
                m_rules.insert(m_snapshot.graph->at(index).key);
        }
        return {};
    }

    Part partOf(const changes::ResourceChange& change) const
    {
        const auto& resource = change.after ? *change.after : *change.before;
        if (resource.key == m_resource->key)
            return Part::Route;
        return m_rules.contains(resource.key) ? Part::Before : Part::Other;
    }

    /// The snapshot without the pending changes of one part.
    Expected<SnapshotPtr> without(SnapshotPtr snapshot, Part part)
    {
        for (;;) {
            const auto found = std::ranges::find_if(snapshot->change.resources,
                                                    [&](const auto& change) { return partOf(change) == part; });
            if (found == snapshot->change.resources.end())
                return snapshot;
            const auto& resource = found->after ? *found->after : *found->before;
            const auto name = resource.key.kind + ' ' + changes::qualifiedName(resource.key);
            if (part == Part::Other)
                m_stack.leftOut.push_back(name);
            // A list of a kustomization may name its file: that cannot be taken apart here.
            if (found->operation != changes::Operation::Modified)
                return std::unexpected(plainError("canary.otherFiles", {name}));
            auto next = revertEdit(*snapshot, resource.element()).and_then([&](const source::Edit& edit) {
                return withEdit(*snapshot, edit);
            });
            if (!next)
                return next;
            if ((*next)->change.resources.size() >= snapshot->change.resources.size())
                return std::unexpected(plainError("canary.otherFiles", {name}));
            snapshot = std::move(*next);
        }
    }

    static bool isChanged(const Snapshot& snapshot) { return !snapshot.changedFiles().empty(); }

    Expected<SnapshotPtr> atStep(const Snapshot& whole, std::size_t step) const
    {
        const auto at = routeIn(*whole.graph, m_element);
        if (at.route == nullptr)
            return std::unexpected(plainError("canary.stale"));
        auto edit = changes::setWeights(*at.resource, *at.route, m_plan.steps[step].weights);
        if (!edit)
            return std::unexpected(edit.error());
        if (edit->splices.empty())
            return std::make_shared<const Snapshot>(whole);
        return withEdit(whole, {.files = {std::move(*edit)}});
    }

    Expected<void> add(const Snapshot& snapshot, const mesh::MeshGraph& below, std::optional<std::size_t> step)
    {
        const auto files = commitFiles(snapshot);
        if (!files)
            return std::unexpected(files.error());
        StackedBranch branch;
        branch.step = step;
        for (const auto& file : *files) {
            if (file.isRemoved)
                return std::unexpected(plainError("canary.otherFiles", {file.path}));
            const auto before = textBelow(file.path);
            if (!before)
                return std::unexpected(before.error());
            if (*before == file.content.toStdString())
                continue;
            auto after = std::make_shared<const std::string>(file.content.toStdString());
            branch.files.push_back({file.path, std::make_shared<const std::string>(*before), after});
            m_below[file.path] = *after;
        }
        if (branch.files.empty())
            return std::unexpected(plainError("canary.sameStep", {std::to_string(step.value_or(0) + 1)}));
        branch.change = changes::compareGraphs(below, *snapshot.graph);
        m_snapshot.risk.policy->classify(branch.change, below, *snapshot.graph);
        const auto position = m_stack.branches.size() + 1;
        branch.branch = m_prefix + u'-' + QString::number(position) + u'-' + nameOf(step);
        branch.message = stackMessage(m_plan, branch.change, step, position, m_count,
                                      m_stack.branches.empty() ? QString() : m_stack.branches.back().branch);
        m_stack.branches.push_back(std::move(branch));
        return {};
    }

    /// A file as the branch below has it: of the first one that is what HEAD has.
    Expected<std::string> textBelow(const std::string& path) const
    {
        const auto known = m_below.find(path);
        if (known != m_below.end())
            return known->second;
        const auto bytes = m_snapshot.repository->readRevisionFile(m_snapshot.head.commit, path);
        if (!bytes)
            return std::unexpected(bytes.error());
        return *bytes ? (*bytes)->toStdString() : std::string();
    }

    QString nameOf(std::optional<std::size_t> step) const
    {
        if (!step)
            return u"subset"_s;
        const auto& weights = m_plan.steps[*step].weights;
        const auto total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
        const auto share =
            total > 0 ? 100.0 * static_cast<double>(weights[m_plan.target]) / static_cast<double>(total) : 0.0;
        return QString::number(std::llround(share));
    }

    const Snapshot& m_snapshot;
    const mesh::ElementRef& m_element;
    const changes::CanaryPlan& m_plan;
    QString m_prefix;
    mesh::ResourcePtr m_resource;
    std::set<mesh::ResourceKey> m_rules;
    Texts m_below; ///< of files that a branch has changed
    std::size_t m_count = 0;
    BranchStack m_stack;
};

/// A part of a branch's name: letters, digits, "." and "-".
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

} // namespace

Expected<BranchStack> planStack(const Snapshot& snapshot, const mesh::ElementRef& route,
                                const changes::CanaryPlan& plan, const QString& prefix)
{
    return Stacker(snapshot, route, plan, prefix).make();
}

Expected<std::vector<git::StackCommit>> writeStack(const Snapshot& snapshot, const BranchStack& stack)
{
    std::vector<git::StackBranch> branches;
    for (const auto& planned : stack.branches) {
        git::StackBranch branch{planned.branch, planned.message, {}};
        for (const auto& file : planned.files)
            branch.files.push_back({file.path, QByteArray::fromStdString(*file.after)});
        branches.push_back(std::move(branch));
    }
    return git::commitStack(*snapshot.repository, stack.head, branches);
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

std::string diffOf(const StackedBranch& branch)
{
    std::string diff;
    for (const auto& file : branch.files)
        diff += changes::unifiedDiff(file.path, *file.before, *file.after);
    return diff;
}

} // namespace meshdraft::workspace
