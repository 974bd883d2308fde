// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <QSet>
#include <QString>

#include <vector>

class QSettings;

namespace meshdraft::views {

/// A remark on a line, which becomes a comment of the review.
struct ReviewNote {
    QString path;
    int line = 0; ///< from 1
    bool isOld = false; ///< of the base's text
    QString text;

    friend bool operator==(const ReviewNote&, const ReviewNote&) = default;
};

/// What a reviewer has seen and noted of one comparison, kept from one start to the next. A change is seen as long as
/// it stays what it was.
class ReviewMarks {
public:
    explicit ReviewMarks(QSettings& settings);

    /// Whose marks the others mean: the directory of a repository, and both ends by name.
    void setReview(const QString& repository, const QString& base, const QString& head);

    bool isViewed(const changes::ResourceChange& change) const;
    void setViewed(const changes::ResourceChange& change, bool viewed);
    const std::vector<ReviewNote>& notes() const { return m_notes; }
    /// Replaces the note on the same line; one without text takes it away.
    void setNote(const ReviewNote& note);

private:
    void write();

    QSettings& m_settings;
    QString m_key;
    QSet<QString> m_viewed;
    std::vector<ReviewNote> m_notes;
};

} // namespace meshdraft::views
