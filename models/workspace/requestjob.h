// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/causes.h"
#include "models/traffic/requestcompare.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/snapshot.h"

#include <optional>

namespace meshdraft::workspace {

/// A request with what the mesh of one snapshot does to it.
struct EvaluatedRequest {
    traffic::Request request;
    SnapshotPtr snapshot;
    traffic::Answer answer;
    std::optional<traffic::Answer> before; ///< of what is saved, where the request fares differently there
    double milliseconds = 0; ///< of the evaluation itself, without what is made once for a mesh
};

/// Asks the mesh about requests in the background: what becomes of one, and which ones a pending change touches. The
/// newest question counts. GUI thread.
class RequestJob : public QObject {
    Q_OBJECT
public:
    explicit RequestJob(QObject* parent = nullptr);
    ~RequestJob() override;

    void ask(const SnapshotPtr& snapshot, const traffic::Request& request);
    /// The requests that fare differently in what is saved and what is pending; nothing is asked where these are the
    /// same mesh.
    void compare(const SnapshotPtr& snapshot);
    /// What in this mesh makes requests end so.
    void findCauses(const SnapshotPtr& snapshot, const traffic::Symptom& symptom);
    void cancel();
    bool isAsking() const { return m_asking.isRunning(); }
    bool isComparing() const { return m_comparing.isRunning(); }

Q_SIGNALS:
    void answered(const meshdraft::workspace::EvaluatedRequest& evaluated);
    void compared(const meshdraft::traffic::RequestComparison& comparison);
    void causesFound(const std::vector<meshdraft::traffic::Cause>& causes);

private:
    JobRunner m_asking;
    JobRunner m_comparing;
    JobRunner m_searching;
};

} // namespace meshdraft::workspace
