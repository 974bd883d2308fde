// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/closure.h"
#include "models/mesh/resourcekey.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace meshdraft::kustomize {

class Reading;
class RenderCache;

/// A resource in what was rendered.
struct RenderedResource {
    mesh::ResourceKey key; ///< environment: the root
    std::uint32_t document = 0; ///< Document::index in Rendered::text
    source::NodeId node = source::noNode; ///< its root
    std::string originFile; ///< the file it comes from, as Kustomize says; empty where it does not or was not asked
    std::uint32_t read = 0; ///< its place in the reading, from 1; 0: not found there
};

/// What a root renders to. Immutable; read from any thread.
struct Rendered {
    std::string root;
    source::ParsedTextPtr text; ///< byte for byte what `kubectl kustomize` prints
    std::vector<RenderedResource> resources;
    KustomizeClosurePtr closure;
    std::shared_ptr<const Reading> reading; ///< our own reading of the same files: where values come from

    const RenderedResource* find(const mesh::ResourceKey& key) const;
    source::NodeRef rootOf(const RenderedResource& resource) const;
};

using RenderedPtr = std::shared_ptr<const Rendered>;

struct RenderOptions {
    std::string kubectl; ///< the program; empty: the one on the PATH
    std::chrono::milliseconds timeLimit = std::chrono::seconds(30);
    bool withOrigins = true; ///< a second render that names each resource's file
    std::shared_ptr<RenderCache> cache; ///< may be null
};

/// Renders a root: the files that it needs are copied to a directory of our own and given to kubectl without network.
/// One or two runs of kubectl, none when the cache has it; blocks the calling thread; thread-safe.
/// Errors: those of closureOf and its first problem, of runKubectl, of explained, "kustomize.scratch", "file.*".
Expected<RenderedPtr> render(const FileSource& files, const std::string& root, const RenderOptions& options = {},
                             std::stop_token stop = {});

/// As render, but whatever problems the closure has: for what must hold behind that check, too.
Expected<RenderedPtr> renderUnchecked(const KustomizeClosurePtr& closure, const RenderOptions& options = {},
                                      std::stop_token stop = {});

} // namespace meshdraft::kustomize
