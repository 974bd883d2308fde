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

    /// Refused before and refused now, in another way: nobody loses anything.
    bool isStillRefused() const { return isRefused(before) && isRefused(after); }
};

/// The requests whose fate a change changes, the graver ones first: delivered before and refused after; what the files
/// could not tell of and is refused now; refused before and delivered after; what goes elsewhere; what is still
/// refused, in another way. Only hosts and callers that the changed resources can touch are asked.
struct RequestComparison {
    std::vector<ChangedFate> changes;
    std::size_t evaluated = 0; ///< requests asked of both meshes
    bool wasStopped = false;
};
RequestComparison changedRequests(const Evaluator& base, const Evaluator& head, std::stop_token stop = {});

} // namespace meshdraft::traffic
