// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/workspace/reviewnotes.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

class QSettings;

namespace meshdraft::views {

using workspace::ReviewNote;

/// What a reviewer has seen and noted of one comparison, kept from one start to the next. A change is seen as long as
/// it stays what it was.
class ReviewMarks {
public:
    explicit ReviewMarks(QSettings& settings);

    /// Whose marks the others mean: the directory of a repository, and both ends by name. The changes that are asked
    /// about from now on live as long as this review.
    void setReview(const QString& repository, const QString& base, const QString& head);

    bool isViewed(const changes::ResourceChange& change) const;
    void setViewed(const changes::ResourceChange& change, bool viewed);
    const std::vector<ReviewNote>& notes() const { return m_notes; }
    /// Replaces the note on the same line; one without text takes it away.
    void setNote(const ReviewNote& note);

private:
    void write();
    const QString& fingerprint(const changes::ResourceChange& change) const;

    QSettings& m_settings;
    QString m_key;
    QSet<QString> m_viewed;
    mutable QHash<const changes::ResourceChange*, QString> m_fingerprints; ///< of this review
    std::vector<ReviewNote> m_notes;
};

} // namespace meshdraft::views
