// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshedit.h"

namespace meshdraft::workspace {

/// The changes of a rendered environment's edit as patches in its own kustomization: one JSON patch (RFC 6902) a
/// resource, `$patch: delete` for a resource that is to go. Nothing where the edit has new resources, which need no
/// patch, or moves something.
/// Errors: "edit.noResource" (args: kind, name).
Expected<std::optional<PlacedEdit>> overlayPatchFor(const Snapshot& snapshot, const MeshEdit& edit);

} // namespace meshdraft::workspace
