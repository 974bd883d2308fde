// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// The edit that puts one changed resource back to what its file holds, other pending edits of the file kept: its
/// document (in a List, its item); for a resource that was added or removed, the lines of its document.
/// Errors: "revert.unchanged" (args: kind, name), "rendered.revert" (args: name: a rendered resource has no file).
Expected<source::Edit> revertEdit(const Snapshot& snapshot, const mesh::ElementRef& element);

/// The edit that puts every file back to what is saved.
source::Edit revertAllEdit(const Snapshot& snapshot);

} // namespace meshdraft::workspace
