// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/meshedit.h"

#include "models/kustomize/renderedsource.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::workspace {
namespace {

Expected<const mesh::Resource*> resourceAt(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    const auto index = snapshot.graph->find(element);
    if (index == mesh::noResource)
        return std::unexpected(Error{"edit.noResource", {element.key.kind, element.key.name}, {}});
    const auto& resource = snapshot.graph->at(index);
    if (const auto& path = resource.source.path; snapshot.lastGood.contains(path))
        return std::unexpected(Error{"edit.broken", {path}, {.path = path}});
    return &resource;
}

} // namespace

bool standsAlone(const mesh::MeshGraph& graph, const mesh::Resource& resource)
{
    return std::ranges::count_if(
               graph.ofFile(resource.source.path),
               [&](mesh::ResourceIndex other) { return graph.at(other).source.document == resource.source.document; })
        == 1;
}

Expected<void> addNested(MeshEdit& edit, const Snapshot& snapshot, const mesh::Resource& resource,
                         const source::NestedText& text, const std::vector<source::Change>& changes)
{
    constexpr std::uint32_t document = 0;
    const source::NodeId scalar = text.scalar().id();
    if (!snapshot.isRendered()) {
        edit.nested.push_back({resource.element(), {scalar, document, changes}});
        return {};
    }
    const auto splices = source::planChanges(*text.inner(), document, changes);
    if (!splices)
        return std::unexpected(text.outwards(splices.error()));
    auto after = source::applySplices(*text.inner()->text, *splices);
    if (!after)
        return std::unexpected(after.error());
    edit.changes.push_back({resource.element(), {source::ScalarChange{scalar, std::move(*after), true}}});
    return {};
}

Expected<source::Edit> planMeshEdit(const Snapshot& snapshot, const MeshEdit& edit)
{
    const auto& graph = *snapshot.graph;
    PlacedEdit placed;
    for (const auto& change : edit.changes) {
        const auto resource = resourceAt(snapshot, change.resource);
        if (!resource)
            return std::unexpected(resource.error());
        std::ranges::copy(change.changes,
                          std::back_inserter(placed.changes[{(*resource)->source.path, (*resource)->source.document}]));
    }
    for (const auto& nested : edit.nested) {
        const auto resource = resourceAt(snapshot, nested.resource);
        if (!resource)
            return std::unexpected(resource.error());
        placed.nested[{(*resource)->source.path, (*resource)->source.document}].push_back(nested.edit);
    }
    for (const auto& removal : edit.removals) {
        const auto resource = resourceAt(snapshot, removal);
        if (!resource)
            return std::unexpected(resource.error());
        const PlacedEdit::Place place{(*resource)->source.path, (*resource)->source.document};
        // An item of a List goes alone.
        if (standsAlone(graph, **resource))
            placed.removals.insert(place);
        else
            placed.changes[place].emplace_back(source::Removal{(*resource)->root});
    }
    placed.additions = edit.additions;
    if (!snapshot.isRendered())
        return planPlacedEdit(snapshot.current, placed);
    const auto rendered = kustomize::renderedPath(snapshot.environment.name);
    for (auto& addition : placed.additions)
        addition.path = rendered;
    if (graph.order().empty())
        return std::unexpected(Error{"edit.noResource", {"", snapshot.environment.name}, {}});
    // of what is shown, which may be a prediction already
    return planPlacedEdit(mesh::FileSet().with(rendered, graph.at(graph.order().front()).text), placed);
}

} // namespace meshdraft::workspace
