// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/documentmerge.h"
#include "models/git/commit.h"
#include "models/workspace/findingdelta.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/keptedits.h"
#include "models/workspace/selection.h"
#include "models/workspace/snapshot.h"

#include <QTimer>
#include <QUndoStack>

#include <deque>
#include <map>
#include <optional>

namespace meshdraft::git {
struct StackCommit;
}

namespace meshdraft::workspace {

class Disposer;
class FileWatch;
class Journal;
class PushJob;
class RenderedEdits;
class Typing;
struct MeshEdit;
struct SourcePlan;

/// What became of the files of kept edits.
struct RestoredEdits {
    std::vector<std::string> restored;
    std::vector<std::string> left; ///< changed so much meanwhile that the edits do not fit: still kept
};

/// A file with pending edits that another program has written to, or removed.
struct ForeignChange {
    source::ParsedTextPtr onDisk; ///< empty where the file is gone
    source::ParsedTextPtr mine;
    bool isRemoved = false; ///< then there is nothing to merge with
    std::optional<std::string> merged =
        std::nullopt; ///< both edits in one text; nothing while a conflict is not decided
    std::vector<changes::MergeConflict> conflicts; ///< the places that both changed, the decided ones too
    Error conflict = {}; ///< the first one that is not decided
};

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

    /// Puts an edit onto the undo stack. Edits with the same positive `mergeId` in a row become one step (a drag).
    /// At once, on the GUI thread; ends in snapshotChanged unless nothing changes. A file whose base is the empty text
    /// and that is not there is made.
    /// Errors: "edit.nothingOpen", "edit.readOnly" (args: revision), those of withEdit.
    Expected<void> apply(const source::Edit& edit, const QString& text, int mergeId = 0);
    /// The same for changes of resources, new ones and removals. Of rendered resources the result is shown at once and
    /// written later: when the sources that decide it are found and the edit is proved, else after sourceChoiceNeeded,
    /// or not at all (editFailed). Errors: as apply, those of planMeshEdit, "rendered.busy" (args: the step that is not
    /// written yet; one with the same mergeId takes its place).
    Expected<void> apply(const MeshEdit& edit, const QString& text, int mergeId = 0);
    /// One keystroke of the text editor: `splice` counts in typedText(). It is an edit like any other as soon as it is
    /// worked out, for large files and rendered environments in the background; everything else that is asked of the
    /// workspace comes after it. Errors: "edit.nothingOpen", "edit.readOnly", "edit.noSuchFile", those of
    /// source::applySplices. What withEdit then refuses ends in editFailed.
    Expected<void> type(const std::string& path, const source::Splice& splice, const QString& text, int mergeId);
    /// The current text of a file with all that was typed.
    std::string typedText(const std::string& path) const;
    /// Works out at once what was typed.
    void flushTyping();
    /// Undo and redo of the stack, with what was typed last as its newest step. In a rendered environment the step is
    /// worked out in the background first; whatever else is asked of the workspace comes after it.
    void undo();
    void redo();
    /// Gives up the undo, redo or change of environment that is being worked out.
    void cancelRendering();
    bool canUndo() const;
    /// New weights for the route at `route` (an element whose field is the route's path or lies below it). Errors: as
    /// apply of a MeshEdit, "edit.noRoute" (args: kind, name, field), those of changes::weightChanges.
    Expected<void> setWeights(const mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId = 0);
    /// Where the edit that is shown but not written can go; after sourceChoiceNeeded.
    const SourcePlan& sourcePlan() const;
    /// Writes it there. Errors: as apply.
    Expected<void> takeSourceChoice(std::size_t choice);
    /// Gives it up: what is shown goes back to what the files say.
    void dropPrediction();

    /// Puts one changed resource, or everything, back to what the files hold; one undo step. Errors: as revertEdit;
    /// of one resource "edit.broken" (args: path) where the text of its file cannot be read.
    Expected<void> revert(const mesh::ElementRef& element);
    /// The same for one field of it, one run of changed lines of a file (revertBlockEdit), or one file.
    Expected<void> revertField(const mesh::ElementRef& element);
    Expected<void> revertBlock(const std::string& path, std::size_t block);
    Expected<void> revertFile(const std::string& path);
    Expected<void> revertAll();

    bool hasPendingChanges() const;
    /// What the pending changes introduce and mend.
    FindingDelta findingDelta() const;
    /// The changed files that held uncommitted changes of the user's own before the edit. A commit leaves those in the
    /// working tree, uncommitted; where they cannot be told apart from the edit it ends in "commit.overlap".
    std::vector<std::string> filesWithForeignChanges() const;
    /// Commits the pending changes; on success the undo stack is emptied. Ends in snapshotChanged.
    /// Errors: as git::commit and commitFiles.
    Expected<git::CommitResult> commit(const QString& branch, bool newBranch, const QString& message,
                                       bool acceptStaged = false);
    /// The same beside the window, however long hooks and signing take: `done` gets the result, after snapshotChanged.
    /// Until then nothing can be edited ("edit.committing").
    void startCommit(const QString& branch, bool newBranch, const QString& message, bool acceptStaged,
                     std::function<void(const Expected<git::CommitResult>&)> done);
    bool isCommitting() const { return m_isCommitting; }
    /// Takes back a commit that was just made; its edits are pending again. Errors: "undo.pending" (there are new
    /// edits), those of git::undoCommit.
    Expected<void> undoCommit(const git::CommitResult& commit);
    /// Deletes the branches of a stack that was made here and not pushed; nothing else changes. Errors:
    /// "edit.nothingOpen", those of git::undoStack.
    Expected<void> undoStack(const std::vector<git::StackCommit>& commits);
    /// Pushes a branch in the background (`remote` empty: as of git::pushTargetOf); pushing() tells how it goes.
    /// Errors: "edit.nothingOpen".
    Expected<void> push(const QString& branch, const QString& remote = {});
    /// The same for all branches of a stack, from the bottom on.
    Expected<void> pushAll(const QStringList& branches);
    PushJob& pushing() { return *m_push; }
    /// Writes the pending changes to the working tree without a commit; they can still be undone.
    Expected<void> save();
    /// A commit message for the pending changes: a subject of at most 72 characters and what changes, in words.
    QString proposedMessage() const;
    /// A branch name for the pending changes: "canary/reviews-v3".
    QString proposedBranch() const;
    /// What a pull request says: changes, tier with reasons, findings, the diff.
    QString summaryMarkdown() const;

    /// What a changed file holds on disk by now, beside the pending text. Errors: those of
    /// git::Repository::readWorkFile, "edit.noSuchFile".
    Expected<ForeignChange> foreignChange(const std::string& path, const changes::MergeChoice& choice = {}) const;
    /// Answers to fileChangedOnDisk; each can be undone, which brings back what was pending. Errors: as foreignChange.
    /// Takes what is on disk (nothing, where the file is gone).
    Expected<void> reloadFile(const std::string& path);
    /// Keeps the pending text instead of what is on disk; the pending difference then shows what of that would go (of a
    /// file that is gone: all of it would come back).
    Expected<void> keepMine(const std::string& path);
    /// Puts the pending edits on top of what is on disk; `choice` says what is taken where both changed the same place.
    /// Errors: "merge.conflict" (args: path, field, what it is here, what it is on disk) where it says nothing,
    /// "merge.removed" (args: path).
    Expected<void> mergeFile(const std::string& path, const changes::MergeChoice& choice = {});
    /// The changed files that hold something else on disk than the edits were made for, not yet decided.
    std::vector<std::string> conflicts() const;

    /// Writes pending edits down in this directory, so that they survive the end of the process. Without it (or with an
    /// empty one) nothing is kept.
    void keepEditsIn(const QString& directory);
    /// What sessions that ended unexpectedly left there; the second: of the repository that is open.
    std::vector<KeptEdits> keptEdits() const;
    std::vector<KeptEdits> keptEditsHere() const;
    /// Makes kept edits pending again, on top of what there is: step by step where nothing has changed meanwhile, else
    /// what fits, as one step. They stay kept until the journal of this session has them.
    /// Errors: as apply, those of JournalFile, "journal.elsewhere" (args: the work tree that they belong to).
    Expected<RestoredEdits> restoreKept(const QString& journal);
    /// The user drops what is pending: it is not to be offered again.
    void forgetPending();

Q_SIGNALS:
    /// Something was typed that is not worked out yet: there are pending changes, and a step to undo.
    void typingStarted();
    void snapshotChanged(const meshdraft::workspace::SnapshotPtr& snapshot);
    /// A change of environment, an undo or redo is worked out in the background, and is no more.
    void renderingStarted();
    void renderingEnded();
    void openStarted(const QString& directory);
    void openProgress(int done, int all);
    void openFailed(const meshdraft::Error& error);
    /// An edit of a rendered resource is shown, but it can be written in more than one place, or changes more than this
    /// environment: sourcePlan() has the choices.
    void sourceChoiceNeeded();
    /// An undo or redo could not be done (the file holds something else meanwhile); its step is gone.
    void editFailed(const meshdraft::Error& error);
    /// A file with pending edits was changed by another program. Files without pending edits are read again quietly.
    void fileChangedOnDisk(const QString& path);
    /// While files were written another program wrote to them too; its content was kept, and each note says where
    /// (as of git::commit). Comes before what was called returns.
    void contentKept(const std::vector<meshdraft::Error>& notes);
    /// Pending edits are not written down any more. Said once a repository.
    void journalFailed(const meshdraft::Error& error);

private:
    friend class EditCommand;
    struct Reread;

    Expected<void> applyNow(const source::Edit& edit, const QString& text, int mergeId);
    void pushStep(const Snapshot& before, const SnapshotPtr& after, const source::Edit& edit, const QString& text,
                  int mergeId);
    void publish(SnapshotPtr snapshot);
    void followTyping();
    void workOutTyping();
    void takeTyped(const source::Edit& edit, const SnapshotPtr& next);
    Expected<void> requireReadable(const std::string& path) const;
    void followRenderedEdits();
    Expected<void> predict(const MeshEdit& edit, const QString& text, int mergeId);
    void settlePrediction();
    void writePredicted(const source::Edit& edit);
    bool replay(const source::Edit& edit, const QString& text, journal::Step step);
    void followReplays();
    void replayStep(bool isUndo);
    void takeReplay();
    void finishReplays();
    Expected<SnapshotPtr> replayed(const source::Edit& edit) const;
    void recordEdit(const Snapshot& after, const source::Edit& edit, const QString& text, journal::Step step,
                    int mergeId);
    void replaySteps(const KeptEdits& kept);
    Expected<void> requireEditable() const;
    Expected<void> applyRevert(Expected<source::Edit> edit, const QString& text);
    void runOpenJob(std::function<Expected<SnapshotPtr>(std::stop_token)> work,
                    std::function<void(Expected<SnapshotPtr>)> done);
    void showProgress();
    Expected<void> prepareCommit();
    void finishCommit(const Expected<git::CommitResult>& result, const std::vector<Error>& kept);
    void takeSaved(const std::vector<std::string>& paths);
    void sayKept(const std::vector<Error>& notes);
    void rereadFiles();
    void takeReread(const SnapshotPtr& base, Reread reread);
    Expected<void> settle(const std::string& path, const ForeignChange& change, const std::string& text,
                          const QString& step);
    void watchFiles();

    struct Progress;
    /// What became of an edit that was worked out in the background.
    struct Replayed {
        SnapshotPtr base;
        source::Edit edit;
        Expected<SnapshotPtr> next;
    };

    std::unique_ptr<Disposer> m_disposer;
    SnapshotPtr m_snapshot;
    Selection m_selection;
    QUndoStack m_undo;
    std::shared_ptr<ParseCache> m_cache;
    std::shared_ptr<Progress> m_progress; ///< of the running job; written by it, polled here
    QTimer m_progressTimer;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<Journal> m_journal; ///< null: nothing is kept
    std::map<std::string, source::ContentId> m_conflicts; ///< changed file -> what it holds on disk; empty: gone
    std::unique_ptr<JobRunner> m_openJob;
    std::unique_ptr<JobRunner> m_rereadJob;
    std::unique_ptr<Typing> m_typing;
    std::unique_ptr<JobRunner> m_typingJob;
    std::unique_ptr<PushJob> m_push;
    std::unique_ptr<RenderedEdits> m_rendered;
    std::unique_ptr<JobRunner> m_replayJob;
    std::deque<bool> m_replays; ///< steps that were asked for, in order; true: undo
    std::optional<Replayed> m_replayed; ///< of the step that is taken now
    std::unique_ptr<JobRunner> m_commitJob;
    bool m_isCommitting = false;
    bool m_isRereadDue = false; ///< files changed while a commit was made
    bool m_isChoosing = false; ///< the open job is for an environment
};

} // namespace meshdraft::workspace
