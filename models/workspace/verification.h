// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <QStringList>

namespace meshdraft::workspace {

/// What to look at after a change has been synced: commands and queries, each one line.
struct Verification {
    QStringList proxies; ///< `istioctl` commands, for the proxies that hold what changes
    QStringList queries; ///< PromQL over istio_requests_total, one a touched host
};

/// Which proxies hold the changed routes, clusters and policies: the gateways that a VirtualService or route is served
/// by, and a workload behind each touched host. `after` is the graph that the change leads to.
Verification verificationOf(const changes::MeshChange& change, const mesh::MeshGraph& after);

/// The same as a list in Markdown to tick off, with how long telemetry lags; empty where there is nothing to look at.
QString verificationMarkdown(const Verification& verification);

} // namespace meshdraft::workspace
