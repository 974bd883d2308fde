// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace meshdraft::workspace {

/// A remark on a line, which becomes a comment of the review.
struct ReviewNote {
    QString path;
    int line = 0; ///< from 1
    bool isOld = false; ///< of the base's text
    QString text;

    friend bool operator==(const ReviewNote&, const ReviewNote&) = default;
};

/// The notes as GitHub takes comments of a review (REST API, "Create a review for a pull request").
QByteArray reviewNotesJson(const std::vector<ReviewNote>& notes);

} // namespace meshdraft::workspace
