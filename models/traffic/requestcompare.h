// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/requestset.h"

#include <stop_token>
#include <vector>

namespace meshdraft::traffic {

/// A request that fares differently in two meshes.
struct ChangedFate {
    Request request;
    std::vector<Origin> alike; ///< callers that fare the same
    std::size_t others = 0; ///< further requests to the host, from the same caller, with the very same two answers
    bool isAny = false; ///< every request that was asked from this caller to this port fares so
    Answer before;
    Answer after;
};

/// The requests whose fate a change changes, the graver ones first: delivered before and refused after, then the other
/// way round, then what goes elsewhere. Only hosts and callers that the changed resources can touch are asked.
struct RequestComparison {
    std::vector<ChangedFate> changes;
    std::size_t evaluated = 0; ///< requests asked of both meshes
    bool wasStopped = false;
};
RequestComparison changedRequests(const Evaluator& base, const Evaluator& head, std::stop_token stop = {});

} // namespace meshdraft::traffic
