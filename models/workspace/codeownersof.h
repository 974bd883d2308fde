// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/codeowners.h"
#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// Who owns which file, as a revision says (empty: the working tree). A change of the file counts when it is there:
/// nobody makes themselves an owner by a change.
changes::CodeOwners codeOwnersOf(const Snapshot& snapshot, const QString& revision);

/// The places of CODEOWNERS whose file differs between the two sides of a comparison.
std::vector<std::string> changedCodeOwners(const Snapshot& comparison);

} // namespace meshdraft::workspace
