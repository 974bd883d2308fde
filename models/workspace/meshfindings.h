// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/codeowners.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/snapshot.h"

#include <QTimer>

namespace meshdraft::workspace {

/// Everything that is said of a mesh: what the checks found, at once, and what does not add up in its flows, which is
/// found beside the window a moment after the last change. GUI thread.
class MeshFindings : public QObject {
    Q_OBJECT
public:
    explicit MeshFindings(QObject* parent = nullptr);
    ~MeshFindings() override;

    /// Null: nothing is open. Emits changed(), and again when the flows have been followed and say something.
    void setSnapshot(const SnapshotPtr& snapshot);
    const SnapshotPtr& snapshot() const { return m_snapshot; }
    /// Of what is saved, and of it with the pending changes.
    const checks::Findings& saved() const { return m_saved; }
    const checks::Findings& current() const { return m_current; }
    /// Who owns which file, as the last commit says.
    const changes::CodeOwners& owners() const { return m_known.owners; }
    /// True until the flows of this snapshot have been followed.
    bool isSearching() const { return m_delay.isActive() || m_job.isRunning(); }

Q_SIGNALS:
    void changed();

private:
    /// What the flows of one graph say, what is kept back with it.
    struct Known {
        mesh::MeshGraphPtr graph;
        checks::Findings findings;
    };
    struct Both {
        Known saved;
        Known current;
        QString head; ///< the commit that the owners are of
        changes::CodeOwners owners;
    };

    void follow();
    void gather();

    SnapshotPtr m_snapshot;
    Both m_known;
    checks::Findings m_saved;
    checks::Findings m_current;
    QTimer m_delay;
    JobRunner m_job;
};

} // namespace meshdraft::workspace
