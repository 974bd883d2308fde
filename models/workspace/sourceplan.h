// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/renderededit.h"
#include "models/workspace/meshedit.h"

#include <stop_token>

namespace meshdraft::workspace {

/// One place in the sources where a change of a rendered resource can be written.
struct SourceChoice {
    kustomize::EditChoice::Where where = kustomize::EditChoice::Where::Source;
    Location place; ///< of the first byte that changes
    source::Edit edit; ///< of the snapshot's current texts
    std::vector<std::string> environments; ///< that change, sorted
    bool isProven = false; ///< renders of all of them show exactly what was announced
    std::optional<Error> reason; ///< why not

    /// True where only this environment changes.
    bool isOnlyFor(const std::string& environment) const
    {
        return environments.size() == 1 && environments.front() == environment;
    }
};

/// How a change of a rendered resource can be written down.
struct SourcePlan {
    /// Where it is decided now, then the environment's own patch if there is one; none where nothing differs.
    std::vector<SourceChoice> choices;

    /// The one that needs no question: proven, and for this environment only. Null where somebody has to choose.
    const SourceChoice* plainChoice(const std::string& environment) const;
    bool hasProven() const;
};

/// Plans an edit of rendered resources, and proves each way to write it: where the values are decided now; where that
/// changes other environments or cannot be done, the environment's own patch for the resource, else a new patch in its
/// kustomization. Blocks for kubectl, some renders an environment; thread-safe.
/// Errors: those of planMeshEdit and planRenderedEdit.
Expected<SourcePlan> planSources(const Snapshot& snapshot, const MeshEdit& edit, const std::stop_token& stop = {});

/// New weights of a route as an edit; empty where they are what they were.
/// Errors: "edit.noRoute" (args: kind, name, field), those of changes::weightChanges.
Expected<MeshEdit> weightsEdit(const Snapshot& snapshot, const mesh::ElementRef& route,
                               const std::vector<std::int64_t>& weights);

/// The route that an element is, or lies in; null when there is none.
const mesh::Route* routeAt(const mesh::Resource& resource, const mesh::FieldPath& field);

} // namespace meshdraft::workspace
