// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QString>

namespace meshdraft::workspace {

/// One destination (or mirror) of a route, in words.
struct RouteRow {
    mesh::ElementRef element; ///< the destination
    QString host;
    QString route;
    QString match;
    QString destination;
    QString share;
    double shareValue = 0; ///< 0 to 1
    int workloads = -1; ///< -1: the files cannot tell
    QString file; ///< path:line
    topology::State state = topology::State::Same;
    bool dangling = false;

    friend bool operator==(const RouteRow&, const RouteRow&) = default;
};

/// A row for every destination and mirror of every route, in the order of the files.
std::vector<RouteRow> buildRouteRows(const Snapshot& snapshot);

} // namespace meshdraft::workspace
