// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/render.h"
#include "models/mesh/resource.h"

namespace meshdraft::kustomize {

/// The path that resources of a render have in place of a file's: there is no such file.
std::string renderedPath(const std::string& root);

/// Tells where what was rendered is written: of a scalar the place that decides it, or the field of a kustomization
/// that makes it; of anything else the first scalar in it for which that is known, else the file of the resource.
std::shared_ptr<const mesh::SourceMap> sourceMapOf(const RenderedPtr& rendered);

} // namespace meshdraft::kustomize
