// SPDX-License-Identifier: Apache-2.0
// Any pending changes as stacked branches, in the order of what needs what.
#include "models/workspace/branchstack.h"
#include "models/workspace/pendingparts.h"
#include "models/workspace/stackbuilder.h"
#include "models/workspace/summary.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

using Role = changes::OrderStep::Role;

std::vector<changes::OrderStep> stepsOf(const Snapshot& snapshot)
{
    return changes::orderOf(snapshot.change, *snapshot.savedGraph, *snapshot.graph);
}

QString nameOf(Role role)
{
    switch (role) {
    case Role::Provides:
        return u"add"_s;
    case Role::Removes:
        return u"remove"_s;
    case Role::Uses:
        break;
    }
    return u"use"_s;
}

/// The steps as parts. A resource that stands in two of them gains in the first one and loses in the last one.
PendingParts partsOf(const std::vector<changes::OrderStep>& steps)
{
    std::map<mesh::ResourceKey, PartRange> ranges;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        for (const auto* change : steps[step].resources) {
            // A renamed one has two keys.
            for (const auto& side : {change->before, change->after}) {
                if (!side)
                    continue;
                const auto [known, isNew] = ranges.emplace(side->key, PartRange{step, step});
                known->second.loses = std::max(known->second.loses, step);
            }
        }
    }
    const auto uses = std::ranges::find(steps, Role::Uses, &changes::OrderStep::role);
    const auto rest = uses == steps.end() ? 0 : static_cast<std::size_t>(uses - steps.begin());
    return {.of =
                [ranges = std::move(ranges), rest](const changes::ResourceChange& change) {
                    const auto found = ranges.find((change.after ? change.after : change.before)->key);
                    return found == ranges.end() ? PartRange{rest, rest} : found->second;
                },
            .rest = rest};
}

} // namespace

bool needsOrder(const Snapshot& snapshot)
{
    return stepsOf(snapshot).size() > 1;
}

Expected<void> StackBuilder::addSteps()
{
    const auto steps = stepsOf(m_snapshot);
    if (steps.size() < 2)
        return std::unexpected(Error{.code = "stack.noOrder", .args = {}, .where = {}});
    const auto parts = partsOf(steps);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        // What is left is in the last one, whatever it is.
        const auto at = step + 1 < steps.size() ? upToPart(m_snapshot, parts, step)
                                                : Expected<SnapshotPtr>(std::make_shared<const Snapshot>(m_snapshot));
        if (!at)
            return std::unexpected(at.error());
        if (const auto added = add(*at, nameOf(steps[step].role), {.role = steps[step].role, .note = {}}); !added)
            return std::unexpected(added.error());
    }
    return {};
}

Expected<BranchStack> planStack(const Snapshot& snapshot, const QString& prefix)
{
    StackBuilder builder(snapshot);
    const auto added = builder.check().and_then([&] { return builder.addSteps(); });
    if (!added)
        return std::unexpected(added.error());
    return builder.finish(prefix);
}

} // namespace meshdraft::workspace
