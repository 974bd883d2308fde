// SPDX-License-Identifier: Apache-2.0
#include "models/changes/dependencies.h"

#include <algorithm>
#include <map>

namespace meshdraft::changes {

namespace {

/// What a reference needs: a resource, or a subset of a host that some DestinationRule has.
using Need = std::pair<mesh::ResourceKey, std::string>;
using Needs = std::map<Need, mesh::ReferenceType>;

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

bool hasSubset(const mesh::Resource& resource, const std::string& name)
{
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    return rule != nullptr
        && std::ranges::any_of(rule->subsets, [&](const auto& each) { return each.name.value == name; });
}

/// The rule of a host that has a subset; null where there is none.
const mesh::Resource* ruleWith(const mesh::MeshGraph& graph, const mesh::Reference& reference)
{
    for (const mesh::ResourceIndex index : graph.destinationRulesFor(reference.target)) {
        if (hasSubset(graph.at(index), reference.subset))
            return &graph.at(index);
    }
    return nullptr;
}

Needs needsOf(const mesh::MeshGraph& graph, const mesh::ResourcePtr& resource)
{
    Needs needs;
    const mesh::ResourceIndex index = resource ? graph.find(resource->element()) : mesh::noResource;
    if (index == mesh::noResource)
        return needs;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (!isNeeded(reference))
            continue;
        needs.emplace(Need(graph.at(reference.to).key, std::string()), reference.type);
        if (reference.subset.empty())
            continue;
        if (const mesh::Resource* rule = ruleWith(graph, reference))
            needs.emplace(Need(rule->key, reference.subset), reference.type);
    }
    return needs;
}

/// True if a resource, or its subset, is there on one side only: `has` and not `lacks`.
bool appears(const mesh::ResourcePtr& has, const mesh::ResourcePtr& lacks, const std::string& subset)
{
    if (!has)
        return false;
    if (subset.empty())
        return lacks == nullptr;
    return hasSubset(*has, subset) && (lacks == nullptr || !hasSubset(*lacks, subset));
}

/// The resource if it has this key, else null: one that is renamed is there under one name only.
mesh::ResourcePtr calledBy(const mesh::ResourceKey& key, const mesh::ResourcePtr& resource)
{
    return resource && resource->key == key ? resource : nullptr;
}

} // namespace

const mesh::Resource& resourceOf(const ResourceChange& change)
{
    return change.after ? *change.after : *change.before;
}

std::vector<Dependency> dependenciesOf(const MeshChange& change, const mesh::MeshGraph& before,
                                       const mesh::MeshGraph& after)
{
    std::map<mesh::ResourceKey, const ResourceChange*> changed;
    for (const ResourceChange& each : change.resources) {
        // A renamed one has two keys.
        for (const mesh::ResourcePtr& side : {each.after, each.before}) {
            if (side)
                changed.emplace(side->key, &each);
        }
    }
    std::vector<Dependency> dependencies;
    const auto add = [&](const ResourceChange& user, const Needs& needs, bool isRemoval) {
        for (const auto& [need, type] : needs) {
            const auto& [key, subset] = need;
            const auto found = changed.find(key);
            if (found == changed.end() || found->second == &user)
                continue;
            const ResourceChange& provider = *found->second;
            const mesh::ResourcePtr old = calledBy(key, provider.before);
            const mesh::ResourcePtr fresh = calledBy(key, provider.after);
            if (isRemoval ? appears(old, fresh, subset) : appears(fresh, old, subset))
                dependencies.push_back({&user, &provider, type, subset, isRemoval});
        }
    };
    for (const ResourceChange& user : change.resources)
        add(user, needsOf(after, user.after), false);
    for (const ResourceChange& user : change.resources)
        add(user, needsOf(before, user.before), true);
    return dependencies;
}

} // namespace meshdraft::changes
