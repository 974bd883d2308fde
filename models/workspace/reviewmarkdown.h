// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QByteArray>

namespace meshdraft::workspace {

/// A review as a comment of a pull request, with a picture in Mermaid. Text from the repository stands in code spans
/// that it cannot leave, and mentions nobody.
QByteArray reviewMarkdown(const RangeReview& review);

/// The changed part of the mesh in the language of Mermaid: at most `most` nodes, those that differ first; empty where
/// nothing differs.
QString reviewMermaid(const Review& review, std::size_t most = 40);

} // namespace meshdraft::workspace
