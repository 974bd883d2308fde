// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"
#include "models/workspace/snapshot.h"

#include <functional>

namespace meshdraft::workspace {

/// The environments that are worth putting side by side: every kustomization, and the directories that are a mesh of
/// their own. A directory that heaps several of them together is left out, and so are the parts of one mesh.
std::vector<std::string> comparableEnvironments(const Snapshot& snapshot);

/// The graph of each environment, pending edits included, in the order of the names; one that cannot be had is there
/// with its error. Any thread; `next` (may be empty) is called before each with its position. Asked to stop it returns
/// what there is.
std::vector<matrix::Input> environmentGraphs(const Snapshot& snapshot, const std::vector<std::string>& names,
                                             const std::stop_token& stop = {},
                                             const std::function<void(std::size_t)>& next = {});

} // namespace meshdraft::workspace
