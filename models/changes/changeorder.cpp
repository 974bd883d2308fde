// SPDX-License-Identifier: Apache-2.0
#include "models/changes/changeorder.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::changes {

namespace {

/// What a reference needs: a resource, or a subset of a host that some DestinationRule has.
using Need = std::pair<mesh::ResourceKey, std::string>;

/// True for references without which requests fail; that a rule names a host, or a Service its pods, is none of them.
bool isNeeded(const mesh::Reference& reference)
{
    switch (reference.type) {
    case mesh::ReferenceType::Exposes:
    case mesh::ReferenceType::Routes:
    case mesh::ReferenceType::Mirrors:
    case mesh::ReferenceType::Delegates:
        return reference.resolution == mesh::Resolution::Found && reference.to != mesh::noResource;
    case mesh::ReferenceType::AppliesTo:
    case mesh::ReferenceType::Selects:
        break;
    }
    return false;
}

/// The rule of a host that has a subset; null where there is none.
const mesh::Resource* ruleWith(const mesh::MeshGraph& graph, const mesh::Reference& reference)
{
    for (const mesh::ResourceIndex index : graph.destinationRulesFor(reference.target)) {
        const auto& rule = std::get<mesh::DestinationRule>(graph.at(index).body);
        if (std::ranges::any_of(rule.subsets, [&](const auto& each) { return each.name.value == reference.subset; }))
            return &graph.at(index);
    }
    return nullptr;
}

std::set<Need> needsOf(const mesh::MeshGraph& graph, const mesh::ResourcePtr& resource)
{
    std::set<Need> needs;
    const mesh::ResourceIndex index = resource ? graph.find(resource->element()) : mesh::noResource;
    if (index == mesh::noResource)
        return needs;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (!isNeeded(reference))
            continue;
        needs.emplace(graph.at(reference.to).key, std::string());
        if (reference.subset.empty())
            continue;
        if (const mesh::Resource* rule = ruleWith(graph, reference))
            needs.emplace(rule->key, reference.subset);
    }
    return needs;
}

bool hasSubset(const mesh::ResourcePtr& resource, const std::string& name)
{
    const auto* rule = resource ? std::get_if<mesh::DestinationRule>(&resource->body) : nullptr;
    return rule != nullptr
        && std::ranges::any_of(rule->subsets, [&](const auto& each) { return each.name.value == name; });
}

/// The resource if it has this key, else null.
mesh::ResourcePtr calledBy(const mesh::ResourceKey& key, const mesh::ResourcePtr& resource)
{
    return resource && resource->key == key ? resource : nullptr;
}

/// True if a resource, or its subset, is there on one side only: `has` and not `lacks`.
bool appears(const mesh::ResourcePtr& has, const mesh::ResourcePtr& lacks, const std::string& subset)
{
    if (!has)
        return false;
    return subset.empty() ? lacks == nullptr : hasSubset(has, subset) && !hasSubset(lacks, subset);
}

} // namespace

std::vector<OrderStep> orderOf(const MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after)
{
    std::map<mesh::ResourceKey, const ResourceChange*> changed;
    for (const ResourceChange& each : change.resources) {
        // A renamed one has two keys.
        for (const mesh::ResourcePtr& side : {each.after, each.before}) {
            if (side)
                changed.emplace(side->key, &each);
        }
    }
    std::set<const ResourceChange*> provides;
    std::set<const ResourceChange*> removes;
    for (const ResourceChange& user : change.resources) {
        for (const auto& [key, subset] : needsOf(after, user.after)) {
            const auto found = changed.find(key);
            if (found != changed.end() && found->second != &user
                && appears(calledBy(key, found->second->after), calledBy(key, found->second->before), subset))
                provides.insert(found->second);
        }
        for (const auto& [key, subset] : needsOf(before, user.before)) {
            const auto found = changed.find(key);
            if (found != changed.end() && found->second != &user
                && appears(calledBy(key, found->second->before), calledBy(key, found->second->after), subset))
                removes.insert(found->second);
        }
    }
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
