// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/render.h"
#include "models/kustomize/rendercache.h"
#include "models/mesh/environment.h"

namespace meshdraft::workspace {

/// What a Kustomize root is rendered with: all files of the repository as they are saved, and what was rendered before.
struct RenderSource {
    kustomize::FileSourcePtr tree; ///< null until a root is rendered
    std::shared_ptr<kustomize::RenderCache> cache;

    /// The files with the texts of a snapshot in place of their own.
    kustomize::FileSourcePtr with(const mesh::FileSet& files) const { return kustomize::withTexts(tree, files); }
    kustomize::RenderOptions options() const;
};

/// The mesh of a rendered root.
struct RenderedMesh {
    kustomize::RenderedPtr rendered;
    mesh::MeshGraphPtr graph;
    mesh::Environment environment; ///< with the files of the FileSet that it was rendered from, and counts
};

/// Renders a root and reads the mesh in it; `known` is the graph of an earlier render of it, taken where the render is
/// the same. Blocks for kubectl unless the cache has it. Errors: those of kustomize::render.
Expected<RenderedMesh> renderMesh(const RenderSource& source, const mesh::FileSet& files,
                                  const mesh::Environment& environment, const kustomize::RenderedPtr& knownRender,
                                  const mesh::MeshGraphPtr& known);

} // namespace meshdraft::workspace
