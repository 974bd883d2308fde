// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/sourceplan.h"

#include <QTimer>

namespace meshdraft::workspace {

/// Edits of rendered resources. What an edit would make is shown at once; when the user rests, the edit of the source
/// files that makes it so is looked for and proved in the background. GUI thread.
class RenderedEdits : public QObject {
    Q_OBJECT
public:
    explicit RenderedEdits(QObject* parent = nullptr);

    /// Predicts what an edit makes of a snapshot: the picture, findings and changes as they will be, the files as they
    /// are. `base` is base() where something is predicted, and this edit takes the place of that one.
    /// Errors: those of planMeshEdit.
    Expected<SnapshotPtr> predict(const SnapshotPtr& base, const MeshEdit& edit, const QString& text, int mergeId);
    /// One for all edits of an element.
    static int mergeIdOf(const mesh::ElementRef& element);
    /// True while what was asked with another merge id is not settled.
    bool isBusyWithOther(int mergeId) const { return m_base && (mergeId <= 0 || mergeId != m_mergeId); }
    /// The snapshot that the predictions started from; null where nothing is predicted.
    const SnapshotPtr& base() const { return m_base; }
    /// What was asked last; empty choices where nothing is open.
    const SourcePlan& plan() const { return m_plan; }
    const QString& text() const { return m_text; }
    /// Ends the prediction and whatever runs for it.
    void drop();

Q_SIGNALS:
    /// There is one way to write it, and only this environment changes.
    void decided(const meshdraft::source::Edit& edit);
    /// What was asked for is what the files say already.
    void unchanged();
    /// Somebody has to choose among plan().
    void asked();
    void failed(const meshdraft::Error& error);

private:
    void startPlan();
    void takePlan(Expected<SourcePlan> plan);

    JobRunner m_job;
    QTimer m_rest;
    SnapshotPtr m_base;
    MeshEdit m_edit;
    QString m_text;
    int m_mergeId = 0;
    SourcePlan m_plan;
};

} // namespace meshdraft::workspace
