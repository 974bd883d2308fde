// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace meshdraft::mesh {

/// What one kustomization file says, as far as it decides which files make a mesh.
struct Kustomization {
    bool isComponent = false; ///< kind: Component, never an entry point
    bool needsRendering = false; ///< more than a list of files with a namespace
    std::string ns; ///< `namespace:`, empty when absent
    std::vector<std::string> files; ///< `resources` that are files of the repository, sorted
    std::vector<std::string> bases; ///< `resources` and `components` that are none: directories, URLs
    std::vector<std::string> mentioned; ///< files of the repository that any of its strings names (patches ...)
};

/// All kustomizations by their directory.
using Kustomizations = std::map<std::string, Kustomization, std::less<>>;

/// Finds kustomization.yaml, kustomization.yml and Kustomization.
Kustomizations findKustomizations(const FileSet& files);

} // namespace meshdraft::mesh
