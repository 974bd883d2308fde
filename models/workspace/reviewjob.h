// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/fetchrequest.h"
#include "models/workspace/comparison.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/review.h"

namespace meshdraft::workspace {

/// Opens comparisons and reviews them in the background; the newest one counts. First what differs, for the picture,
/// then the whole review. GUI thread.
class ReviewJob : public QObject {
    Q_OBJECT
public:
    explicit ReviewJob(QObject* parent = nullptr);
    ~ReviewJob() override;

    /// `range` as of readRange; an empty environment is the default one. `cache` (may be null) holds texts that were
    /// parsed before.
    void open(const QString& directory, const QString& range, const std::string& environment,
              const std::shared_ptr<ParseCache>& cache);
    /// Fetches a pull or merge request, which only this does; ends in fetched or fetchFailed. Opening another
    /// comparison ends it.
    void fetch(const git::Repository& repository, int number);
    void cancelFetch() { m_fetching.cancel(); }
    void cancel();
    /// The states are read: what was compared before is still the newest comparison.
    bool isOpening() const { return m_opening.isRunning(); }
    bool isRunning() const { return m_opening.isRunning() || m_reviewing.isRunning() || m_fetching.isRunning(); }

Q_SIGNALS:
    void compared(const meshdraft::workspace::SnapshotPtr& comparison);
    void reviewed(const meshdraft::workspace::Review& review);
    /// A revision that can be reviewed.
    void fetched(const QString& reference);
    /// Errors of readRange and openComparison; "review.noRange" (args: text).
    void failed(const meshdraft::Error& error);
    /// Errors of git::fetchRequest. What is compared stays.
    void fetchFailed(int number, const meshdraft::Error& error);

private:
    void review(const SnapshotPtr& comparison);

    JobRunner m_opening;
    JobRunner m_reviewing;
    JobRunner m_fetching;
};

} // namespace meshdraft::workspace
