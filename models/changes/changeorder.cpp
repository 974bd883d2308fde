// SPDX-License-Identifier: Apache-2.0
#include "models/changes/changeorder.h"

#include <set>

namespace meshdraft::changes {

std::vector<OrderStep> orderOf(const MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after)
{
    return orderOf(change, dependenciesOf(change, before, after));
}

std::vector<OrderStep> orderOf(const MeshChange& change, std::span<const Dependency> dependencies)
{
    std::set<const ResourceChange*> provides;
    std::set<const ResourceChange*> removes;
    for (const Dependency& each : dependencies)
        (each.isRemoval ? removes : provides).insert(each.provider);
    std::vector<OrderStep> steps;
    const auto add = [&](OrderStep::Role role, const auto& belongs) {
        OrderStep step{.role = role, .resources = {}};
        for (const ResourceChange& each : change.resources) {
            if (belongs(&each))
                step.resources.push_back(&each);
        }
        if (!step.resources.empty())
            steps.push_back(std::move(step));
    };
    add(OrderStep::Role::Provides, [&](const ResourceChange* each) { return provides.contains(each); });
    add(OrderStep::Role::Uses,
        [&](const ResourceChange* each) { return !provides.contains(each) && !removes.contains(each); });
    add(OrderStep::Role::Removes, [&](const ResourceChange* each) { return removes.contains(each); });
    return steps;
}

} // namespace meshdraft::changes
