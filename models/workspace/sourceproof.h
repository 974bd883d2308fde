// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <stop_token>

namespace meshdraft::workspace {

/// The Kustomize roots of a snapshot, its own among them.
std::vector<std::string> rootsOf(const Snapshot& snapshot);

/// What scratch renders say about an edit of the sources of a rendered environment.
struct SourceProof {
    std::vector<std::string> environments; ///< that render to something else with it, sorted
    std::optional<Error> reason; ///< why it is not what was meant; nothing: it is
};

/// Renders every root that needs an edited file before and after the edit. The snapshot's own one must come to say
/// exactly what `predicted` says; of the others it is told which change. Blocks for kubectl; thread-safe.
/// Reasons: those of source::applySplices and kustomize::render; "kustomize.unexpected" (args: root, resource, field).
SourceProof proveEdit(const Snapshot& snapshot, const source::Edit& edit, const source::ParsedText& predicted,
                      const std::stop_token& stop = {});

} // namespace meshdraft::workspace
