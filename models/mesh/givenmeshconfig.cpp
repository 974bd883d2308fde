// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/givenmeshconfig.h"

#include "models/mesh/graphupdate.h"

namespace meshdraft::mesh {

namespace {

// A resource that is read from a file has a name: this one cannot be mistaken for it.
constexpr std::string_view group = "mesh.istio.io";
constexpr std::string_view kind = "MeshConfig";

} // namespace

bool isGivenMeshConfig(const ResourceKey& key)
{
    return key.group == group && key.kind == kind && key.name.empty();
}

source::NodeRef givenMeshConfigOf(const MeshGraph& graph, Lookups* asked)
{
    for (const ResourceIndex index : graph.meshConfigs(asked)) {
        if (isGivenMeshConfig(graph.at(index).key))
            return graph.at(index).rootNode();
    }
    return {};
}

MeshGraphPtr withMeshConfig(const MeshGraphPtr& graph, const std::string& path, const source::ParsedTextPtr& text)
{
    auto resource = std::make_shared<Resource>();
    resource->key = {graph->environment(), std::string(group), std::string(kind), {}, {}};
    resource->apiVersion = std::string(group) + "/v1alpha1";
    resource->source = {text->id, path, 0, 0};
    resource->text = text;
    resource->root = text->documents.front()->root().id();
    std::vector<ResourcePtr> resources;
    for (const ResourceIndex index : graph->ofFile(path))
        resources.push_back(graph->pointerAt(index));
    resources.push_back(std::move(resource));
    return updateGraph(graph, {{path, std::move(resources)}}).graph;
}

} // namespace meshdraft::mesh
