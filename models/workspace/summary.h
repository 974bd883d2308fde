// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/changeorder.h"
#include "models/checks/finding.h"

#include <QString>

namespace meshdraft::workspace {

/// What a pull request says: what changes, the tier with its reasons, findings that the change introduces and mends,
/// the diff. Text from the repository stands in code spans and fences that it cannot leave.
/// `before` and `after` are the graphs that it leads from and to: for the order of the steps and what to look at.
QString summaryMarkdown(const changes::MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after,
                        const std::vector<checks::Finding>& introduced, const std::vector<checks::Finding>& mended,
                        const QString& unifiedDiff);

/// "2 pull requests: DestinationRule shop/reviews first, wait for the sync, then VirtualService shop/reviews."; empty
/// where no order matters.
QString orderText(const std::vector<changes::OrderStep>& steps);

/// A message with a trailer ("Risk: medium") at its end, in place of the one with that name; an empty value takes it
/// out. Trailers stand in the last paragraph, as `git interpret-trailers` reads them.
QString withTrailer(const QString& message, const QString& name, const QString& value);

/// A commit's first line, at most 72 characters: "Move 10 % of reviews from v1 to v3".
QString proposedSubject(const changes::MeshChange& change);
/// The subject, and what changes in words.
QString proposedMessage(const changes::MeshChange& change);
/// "canary/reviews-v3" where traffic moves to one destination, else "mesh/KIND-NAME"; always a valid name of a branch.
QString proposedBranch(const changes::MeshChange& change);

} // namespace meshdraft::workspace
