// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshedit.h"

namespace meshdraft::workspace {

/// Changes of rendered resources as changes of the files that they are rendered from.
struct SourceTranslation {
    PlacedEdit edit;
    Location place; ///< of the first one
};

/// Finds for everything that a rendered environment's edit changes the place in the sources that decides it now. What
/// comes out is a candidate: only a render tells whether it does what was meant. New resources keep their paths.
/// Errors: "edit.noResource" (args: kind, name), those of kustomize::whyNotEditable, "kustomize.merged" (args:
/// resource, field: what would be replaced or taken out stands in several places).
Expected<SourceTranslation> translateToSources(const Snapshot& snapshot, const MeshEdit& edit);

} // namespace meshdraft::workspace
