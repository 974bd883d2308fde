// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/renderedmesh.h"

#include "models/kustomize/renderedsource.h"
#include "models/mesh/kinds.h"

namespace meshdraft::workspace {

kustomize::RenderOptions RenderSource::options() const
{
    kustomize::RenderOptions options;
    options.cache = cache;
    return options;
}

Expected<RenderedMesh> renderMesh(const RenderSource& source, const mesh::FileSet& files,
                                  const mesh::Environment& environment, const kustomize::RenderedPtr& knownRender,
                                  const mesh::MeshGraphPtr& known)
{
    auto rendered = kustomize::render(*source.with(files), environment.name, source.options());
    if (!rendered)
        return std::unexpected(rendered.error());
    RenderedMesh mesh{.rendered = std::move(*rendered), .graph = known, .environment = environment};
    if (mesh.rendered != knownRender) {
        auto resources =
            mesh::readResources(environment.name, kustomize::renderedPath(environment.name), mesh.rendered->text,
                                environment.defaultNamespace, kustomize::sourceMapOf(mesh.rendered));
        mesh.graph = mesh::MeshGraph::build(environment.name, std::move(resources));
    }
    std::vector<std::string> paths;
    for (const auto& [path, file] : mesh.rendered->closure->files) {
        if (files.find(path) != nullptr)
            paths.push_back(path);
    }
    mesh.environment.files = std::move(paths);
    mesh.environment.resources = 0;
    mesh.environment.routes = 0;
    for (const auto& resource : mesh.graph->resources()) {
        mesh.environment.resources += mesh::isMeshKind(resource->key.group, resource->key.kind) ? 1U : 0U;
        mesh.environment.routes += mesh::isRouteKind(resource->key.group, resource->key.kind) ? 1U : 0U;
    }
    return mesh;
}

} // namespace meshdraft::workspace
