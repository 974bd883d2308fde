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

    /// Predicts what `now` is with new weights of a route: the picture, findings and changes as they will be, the files
    /// as they are. A further prediction goes on from it; the plan is made for the last one.
    /// Errors: those of changes::setWeights, "edit.noRoute".
    Expected<SnapshotPtr> predict(const SnapshotPtr& now, const mesh::ElementRef& route,
                                  const std::vector<std::int64_t>& weights, const QString& text);
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
    /// The weights are back at what the files say.
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
    mesh::ElementRef m_route;
    std::vector<std::int64_t> m_weights;
    QString m_text;
    SourcePlan m_plan;
};

} // namespace meshdraft::workspace
