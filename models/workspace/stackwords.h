// SPDX-License-Identifier: Apache-2.0
// What a stack of branches says to people.
#pragma once

#include "models/changes/changeorder.h"

#include <QString>

namespace meshdraft::workspace {

/// Where a branch stands in its stack, and what follows it.
struct StackPlace {
    std::size_t position = 1; ///< from 1
    std::size_t count = 1;
    bool isCanary = false;
    changes::OrderStep::Role role = changes::OrderStep::Role::Uses; ///< of a stack that is no canary
    std::int64_t pauseMinutes = 0; ///< how long it stands before the next one
    std::string note;
};

/// What a commit of a stack says: what changes, its place, the pause, the note. `below` is the branch that has to be
/// merged before.
QString stackMessage(const changes::MeshChange& change, const StackPlace& place, const QString& below);

/// The section of a pull request that says its place: all branches in order, and what to wait for.
QString stackMarkdown(const QStringList& branches, const StackPlace& place);

/// "2 pull requests, one a branch: merge 1, wait for the sync, then merge 2." for the whole stack.
QString orderText(std::size_t count);

} // namespace meshdraft::workspace
