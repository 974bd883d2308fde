// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <functional>

namespace meshdraft::workspace {

/// Where a changed resource belongs: to one part, or what it gains to an earlier one than what it loses.
struct PartRange {
    std::size_t gains = 0;
    std::size_t loses = 0;
};

/// The pending edits in parts that come one after the other.
struct PendingParts {
    std::function<PartRange(const changes::ResourceChange&)> of;
    std::size_t rest = 0; ///< what is no resource of the mesh: Helm values, settings of a kustomization
};

/// The snapshot with the pending edits of the parts up to `last` and without all others. One file may hold edits of
/// several parts: it gets those of its documents (in a List, of its items) that belong here. An entry of a
/// kustomization comes and goes with the file that it names. Proved: exactly the resources of these parts differ from
/// what is saved, and are as they are pending. In a rendered environment it blocks for kubectl. Errors:
/// "stack.entangled" (args: resource, or path; its edits cannot be told apart from those of another part), those of
/// withEdit, and what does not render.
Expected<SnapshotPtr> upToPart(const Snapshot& snapshot, const PendingParts& parts, std::size_t last);

/// "DestinationRule shop/cart".
std::string nameOf(const changes::ResourceChange& change);

} // namespace meshdraft::workspace
