// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/removal.h"

#include "models/workspace/operations/usages.h"

#include <algorithm>
#include <map>

namespace meshdraft::workspace {

namespace {

/// Where a reference stands, whatever document its resource is in.
struct Place {
    mesh::ResourceKey key;
    mesh::FieldPath field;
    std::string target;

    friend auto operator<=>(const Place&, const Place&) = default;
};

std::vector<Place> missingIn(const mesh::MeshGraphPtr& graph)
{
    std::vector<Place> places;
    const auto add = [&](const mesh::Resource& from, const mesh::FieldPath& field, const std::string& target) {
        Place place{from.key, field, target};
        if (!std::ranges::contains(places, place))
            places.push_back(std::move(place));
    };
    for (const mesh::Reference* reference : graph->references()) {
        const mesh::Resource& from = graph->at(reference->from);
        if (reference->resolution == mesh::Resolution::Missing) {
            add(from, from.pathOf(reference->node), reference->target);
        } else if (reference->subsetResolution == mesh::Resolution::Missing) {
            add(from, from.pathOf(reference->subsetNode), reference->subset);
        }
    }
    const Usages usages(graph);
    for (const auto& reference : usages.policyReferences()) {
        if (reference.outcome == mesh::effective::ReferenceOutcome::Missing)
            add(graph->at(reference.from), reference.element.field, reference.target);
    }
    return places;
}

} // namespace

Expected<RemovalPlan> planRemoval(const Snapshot& snapshot, const std::vector<mesh::ElementRef>& elements)
{
    RemovalPlan plan;
    plan.edit.removals = elements;
    const auto edit = planMeshEdit(snapshot, plan.edit);
    if (!edit)
        return std::unexpected(edit.error());
    if (edit->files.empty())
        return plan;
    const auto after =
        snapshot.isRendered() ? withPrediction(snapshot, edit->files.front()) : withEdit(snapshot, *edit);
    if (!after)
        return std::unexpected(after.error());
    auto before = missingIn(snapshot.graph);
    std::ranges::sort(before);
    for (const Place& place : missingIn((*after)->graph)) {
        if (std::ranges::binary_search(before, place))
            continue;
        const auto found = snapshot.graph->find(place.key);
        if (found.empty())
            continue;
        mesh::ElementRef element = snapshot.graph->at(found.front()).element();
        element.field = place.field;
        plan.dangling.push_back({std::move(element), place.target});
    }
    return plan;
}

} // namespace meshdraft::workspace
