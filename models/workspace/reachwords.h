// SPDX-License-Identifier: Apache-2.0
// Who can reach whom, for people and for files.
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/traffic/reach.h"

#include <QByteArray>
#include <QString>

namespace meshdraft::workspace {

/// "all", "some", "none", "unknown"; empty where no such caller goes there.
QString reachText(traffic::Reach reach);
/// "cart.shop:80".
QString reachTargetText(const traffic::ReachTarget& target);
/// Why: the sentence of the step that decides; empty where there is none.
QString reachReason(const traffic::ReachCell& cell);
/// "3 of 5 kinds of requests arrive."; empty where all of them fare alike.
QString reachCount(const traffic::ReachCell& cell);

/// A line for each cell that says something; `hasHead`: below the names of the fields.
QByteArray reachCsv(const mesh::effective::MeshView& view, const traffic::ReachMatrix& matrix,
                    const std::string& environment, bool hasHead = true);
/// A table: callers as rows, targets as columns; below it why what does not arrive does not.
QString reachMarkdown(const traffic::ReachMatrix& matrix);
/// As `meshdraft-cli reach --format json` has it, without the requests.
QByteArray reachJson(const mesh::effective::MeshView& view, const traffic::ReachMatrix& matrix,
                     const std::string& environment);

} // namespace meshdraft::workspace
