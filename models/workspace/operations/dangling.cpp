// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/dangling.h"

#include "models/workspace/operations/usages.h"

#include <set>

namespace meshdraft::workspace {

using mesh::effective::ReferenceReason;

namespace {

/// Where a reference stands, whatever document its resource is in.
using Place = std::pair<mesh::ResourceKey, mesh::FieldPath>;

struct Missing {
    Place place;
    std::string target;
    bool isThere = false; ///< but not for this one
};

/// What the graph's own references do not say: MeshGraph knows no grants, and keeps a selector without workloads for
/// no reference at all.
bool isForbidden(const mesh::effective::Reference& reference)
{
    return reference.reason == ReferenceReason::NotVisible || reference.reason == ReferenceReason::NotGranted
        || reference.reason == ReferenceReason::NotAllowed || reference.reason == ReferenceReason::NoWorkload;
}

std::vector<Missing> missingIn(const mesh::MeshGraphPtr& graph)
{
    std::vector<Missing> missing;
    std::set<Place> known;
    const auto add = [&](const mesh::Resource& from, const mesh::FieldPath& field, const std::string& target,
                         bool isThere) {
        Place place{from.key, field};
        if (known.insert(place).second)
            missing.push_back({std::move(place), target, isThere});
    };
    for (const mesh::Reference* reference : graph->references()) {
        const mesh::Resource& from = graph->at(reference->from);
        if (reference->resolution == mesh::Resolution::Missing) {
            add(from, from.pathOf(reference->node), reference->target, false);
        } else if (reference->subsetResolution == mesh::Resolution::Missing) {
            add(from, from.pathOf(reference->subsetNode), reference->subset, false);
        }
    }
    const Usages usages(graph);
    for (const auto& reference : usages.policyReferences()) {
        if (reference.outcome == mesh::effective::ReferenceOutcome::Missing)
            add(graph->at(reference.from), reference.element.field, reference.target, isForbidden(reference));
    }
    for (const mesh::ResourceIndex index : graph->order()) {
        const mesh::Resource& from = graph->at(index);
        if (std::holds_alternative<mesh::OtherKind>(from.body))
            continue;
        for (const auto& reference : mesh::effective::referencesFrom(usages.view(), index)) {
            if (reference.outcome == mesh::effective::ReferenceOutcome::Missing && isForbidden(reference))
                add(from, reference.element.field, reference.target, true);
        }
    }
    return missing;
}

} // namespace

Expected<std::vector<DanglingPlace>> danglingAfter(const Snapshot& snapshot, const MeshEdit& meshEdit,
                                                   const std::map<mesh::ResourceKey, mesh::ResourceKey>& before)
{
    const auto edit = planMeshEdit(snapshot, meshEdit);
    if (!edit)
        return std::unexpected(edit.error());
    std::vector<DanglingPlace> dangling;
    if (edit->files.empty())
        return dangling;
    const auto after =
        snapshot.isRendered() ? withPrediction(snapshot, edit->files.front()) : withEdit(snapshot, *edit);
    if (!after)
        return std::unexpected(after.error());
    std::set<std::pair<Place, bool>> known;
    for (Missing& missing : missingIn(snapshot.graph))
        known.emplace(std::move(missing.place), missing.isThere);
    for (Missing& missing : missingIn((*after)->graph)) {
        Place& place = missing.place;
        if (const auto former = before.find(place.first); former != before.end())
            place.first = former->second;
        if (known.contains({place, missing.isThere}))
            continue;
        const auto found = snapshot.graph->find(place.first);
        if (found.empty())
            continue;
        mesh::ElementRef element = snapshot.graph->at(found.front()).element();
        element.field = place.second;
        dangling.push_back({std::move(element), std::move(missing.target)});
    }
    return dangling;
}

} // namespace meshdraft::workspace
