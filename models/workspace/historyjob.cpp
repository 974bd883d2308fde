// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/historyjob.h"

#include <algorithm>
#include <utility>

namespace meshdraft::workspace {
namespace {

constexpr int takeEvery = 100; ///< ms

} // namespace

HistoryJob::HistoryJob(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(takeEvery);
    connect(&m_timer, &QTimer::timeout, this, &HistoryJob::take);
}

HistoryJob::~HistoryJob() = default;

void HistoryJob::read(const git::Repository& repository, const HistorySubject& subject,
                      const MeshHistoryOptions& options)
{
    m_tray = std::make_shared<Tray>();
    m_timer.start();
    m_job.run<Expected<MeshHistoryEnd>>(
        [repository, subject, options, tray = m_tray](const std::stop_token& stop) {
            ParseCache cache;
            const auto put = [&](MeaningfulCommit commit) {
                const std::scoped_lock lock(tray->mutex);
                tray->commits.push_back(std::move(commit));
                return true;
            };
            return historyOfMeaning(repository, subject, options, cache, put, stop);
        },
        [this](const Expected<MeshHistoryEnd>& end) {
            m_timer.stop();
            take();
            if (end)
                Q_EMIT ended(*end);
            else
                Q_EMIT failed(end.error());
        });
}

void HistoryJob::cancel()
{
    m_job.cancel();
    m_timer.stop();
    take();
}

void HistoryJob::take()
{
    if (!m_tray)
        return;
    std::vector<MeaningfulCommit> commits;
    {
        const std::scoped_lock lock(m_tray->mutex);
        commits = std::exchange(m_tray->commits, {});
    }
    if (!commits.empty())
        Q_EMIT found(commits);
}

void addEnvironment(HistorySubject& subject, const Snapshot& snapshot)
{
    if (!snapshot.environment.name.empty())
        subject.paths.push_back(snapshot.environment.name);
    for (const auto& file : snapshot.environment.files)
        subject.paths.push_back(file);
}

HistorySubject historySubject(const Snapshot& snapshot, const mesh::ResourceKey& key)
{
    HistorySubject subject;
    if (key.kind.empty()) {
        addEnvironment(subject, snapshot);
        return subject;
    }
    subject.kind = key.kind;
    subject.ns = key.ns;
    subject.name = key.name;
    if (!snapshot.graph)
        return subject;
    for (const auto& resource : snapshot.graph->resources()) {
        if (resource->key != key)
            continue;
        if (resource->hasGuessedNamespace())
            subject.ns.clear();
        if (const auto path = resource->locate().path; !std::ranges::contains(subject.paths, path))
            subject.paths.push_back(path);
    }
    return subject;
}

HistorySubject historySubject(const Snapshot& snapshot, const QString& host)
{
    HistorySubject subject;
    subject.host = host.toStdString();
    addEnvironment(subject, snapshot);
    return subject;
}

} // namespace meshdraft::workspace
