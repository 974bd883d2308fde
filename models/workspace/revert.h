// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// The edit that puts one changed resource back to what its file holds, other pending edits of the file kept: its
/// document (in a List, its item); for a resource that was added or removed, the lines of its document.
/// Errors: "revert.unchanged" (args: kind, name), "rendered.revert" (args: name: a rendered resource has no file).
Expected<source::Edit> revertEdit(const Snapshot& snapshot, const mesh::ElementRef& element);

/// The edit that puts one field (or everything below it) of a changed resource back, other changes of it kept.
/// Errors: as revertEdit.
Expected<source::Edit> revertFieldEdit(const Snapshot& snapshot, const mesh::ElementRef& element);

/// The edit that puts one run of changed lines of a file back: its number, from 0, in textblocks' changedBlocks of what
/// is saved and what is pending. Errors: "revert.unchanged" (args: path, empty).
Expected<source::Edit> revertBlockEdit(const Snapshot& snapshot, const std::string& path, std::size_t block);

/// The edit that puts a file back. Errors: as revertBlockEdit.
Expected<source::Edit> revertFileEdit(const Snapshot& snapshot, const std::string& path);

/// The edit that puts every file back to what is saved.
source::Edit revertAllEdit(const Snapshot& snapshot);

} // namespace meshdraft::workspace
