// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/selection.h"
#include "models/workspace/snapshot.h"

#include <QUndoStack>

namespace meshdraft::workspace {

/// The Qt face of the models: one open repository, its snapshot, its pending edits with undo, and the background work
/// that makes them. Views call it and listen to it; they know no YAML. GUI thread.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Null until a repository is open.
    SnapshotPtr snapshot() const { return m_snapshot; }
    Selection& selection() { return m_selection; }
    QUndoStack& undoStack() { return m_undo; }

    /// Opens a repository in the background; ends in snapshotChanged or openFailed.
    void open(const QString& directory, const QString& revision = {}, const std::string& environment = {});
    void cancelOpening();
    bool isOpening() const;
    void chooseEnvironment(const std::string& environment);

    /// Puts an edit onto the undo stack. Edits with the same non-zero `mergeId` in a row become one step (a drag).
    /// At once, on the GUI thread; ends in snapshotChanged.
    Expected<void> apply(const source::Edit& edit, const QString& text, int mergeId = 0);
    /// New weights for the route at `route` (an element whose field is the route's path).
    Expected<void> setWeights(const mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId = 0);
    /// Puts one changed resource, or everything, back to what the files hold; one undo step.
    Expected<void> revert(const mesh::ElementRef& element);
    Expected<void> revertAll();

    bool hasPendingChanges() const;
    /// Commits the pending changes; on success the undo stack is emptied. Ends in snapshotChanged.
    Expected<git::CommitResult> commit(const QString& branch, bool newBranch, const QString& message,
                                       bool acceptStaged = false);
    /// Writes the pending changes to the working tree without a commit.
    Expected<void> save();
    /// A commit message for the pending changes: a subject of at most 72 characters and what changes, in words.
    QString proposedMessage() const;
    /// A branch name for the pending changes: "canary/reviews-v3".
    QString proposedBranch() const;
    /// What a pull request says: changes, tier with reasons, findings, the diff.
    QString summaryMarkdown() const;

Q_SIGNALS:
    void snapshotChanged(const meshdraft::workspace::SnapshotPtr& snapshot);
    void openStarted(const QString& directory);
    void openProgress(int done, int all);
    void openFailed(const meshdraft::Error& error);

private:
    friend class EditCommand;
    void publish(SnapshotPtr snapshot);

    SnapshotPtr m_snapshot;
    Selection m_selection;
    QUndoStack m_undo;
    std::unique_ptr<JobRunner> m_openJob;
};

} // namespace meshdraft::workspace
