// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/suppression/suppression.h"
#include "models/traffic/evaluate.h"
#include "models/workspace/snapshot.h"

#include <stop_token>

namespace meshdraft::workspace {

/// The code of these findings.
inline constexpr auto flowCode = "MD100";

/// What does not add up in the flows of a whole mesh (traffic::flowsOf), as findings: weights that
/// are parts of another sum, requests that reach nobody. One finding for each place and reason, with the largest share
/// and the number of flows it is met in; copies on top of a total are none. Sorted by place.
/// Cost: one evaluation for each entry, host and caller on the way. Stopped: what was found until then.
checks::Findings flowFindings(const traffic::Evaluator& mesh, const std::stop_token& stop = {});

/// Those of a snapshot with its pending changes, sorted by what keeps findings back there.
checks::SortedFindings sortedFlowFindings(const Snapshot& snapshot);

} // namespace meshdraft::workspace
