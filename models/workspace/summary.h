// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/checks/finding.h"

#include <QString>

namespace meshdraft::workspace {

/// What a pull request says: what changes, the tier with its reasons, findings that the change introduces and mends,
/// the diff. Text from the repository stands in code spans and fences that it cannot leave.
QString summaryMarkdown(const changes::MeshChange& change, const std::vector<checks::Finding>& introduced,
                        const std::vector<checks::Finding>& mended, const QString& unifiedDiff);

/// A commit's first line, at most 72 characters: "Move 10 % of reviews from v1 to v3".
QString proposedSubject(const changes::MeshChange& change);
/// The subject, and what changes in words.
QString proposedMessage(const changes::MeshChange& change);
/// "canary/reviews-v3" where traffic moves to one destination, else "mesh/KIND-NAME"; always a valid name of a branch.
QString proposedBranch(const changes::MeshChange& change);

} // namespace meshdraft::workspace
