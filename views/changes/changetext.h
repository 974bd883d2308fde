// SPDX-License-Identifier: Apache-2.0
// The texts that stand for a change.
#pragma once

#include "models/workspace/snapshot.h"

#include <memory>
#include <string>

namespace meshdraft::views {

/// A file's text; of one that is not there an empty one.
std::shared_ptr<const std::string> textIn(const mesh::FileSet& files, const std::string& path);

/// The resource as it is after the change; one that was removed as it was.
const mesh::ResourcePtr& shownResource(const changes::ResourceChange& change);

/// The file to show for a change: its own; of a rendered resource the changed file that decides the field.
std::string fileOf(const workspace::Snapshot& snapshot, const changes::ResourceChange& change,
                   const mesh::FieldPath& field);

} // namespace meshdraft::views
