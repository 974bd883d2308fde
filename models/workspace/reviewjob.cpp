// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reviewjob.h"

namespace meshdraft::workspace {

ReviewJob::ReviewJob(QObject* parent)
    : QObject(parent)
{
}

ReviewJob::~ReviewJob() = default;

void ReviewJob::open(const QString& directory, const QString& range, const std::string& environment,
                     const std::shared_ptr<ParseCache>& cache)
{
    m_reviewing.cancel();
    m_fetching.cancel();
    m_opening.run<Expected<SnapshotPtr>>(
        [directory, range, environment, cache](const std::stop_token& stop) -> Expected<SnapshotPtr> {
            const auto repository = git::Repository::open(directory);
            if (!repository)
                return std::unexpected(repository.error());
            const auto ends = readRange(*repository, range);
            if (!ends)
                return std::unexpected(Error{.code = "review.noRange", .args = {range.toStdString()}, .where = {}});
            if (!*ends)
                return std::unexpected(ends->error());
            return openComparison(directory, **ends, environment, {}, stop, cache);
        },
        [this](const Expected<SnapshotPtr>& opened) {
            if (!opened) {
                Q_EMIT failed(opened.error());
                return;
            }
            Q_EMIT compared(*opened);
            review(*opened);
        });
}

void ReviewJob::review(const SnapshotPtr& comparison)
{
    m_reviewing.run<Review>(
        [comparison](const std::stop_token& stop) { return reviewOf(comparison, QDateTime::currentDateTime(), stop); },
        [this](const Review& made) { Q_EMIT reviewed(made); });
}

void ReviewJob::fetch(const git::Repository& repository, int number)
{
    m_fetching.run<Expected<git::FetchedRequest>>(
        [repository, number](const std::stop_token& stop) { return git::fetchRequest(repository, number, {}, stop); },
        [this, number](const Expected<git::FetchedRequest>& request) {
            if (request) {
                Q_EMIT fetched(request->reference);
            } else {
                Q_EMIT fetchFailed(number, request.error());
            }
        });
}

void ReviewJob::cancel()
{
    m_opening.cancel();
    m_reviewing.cancel();
    m_fetching.cancel();
}

} // namespace meshdraft::workspace
