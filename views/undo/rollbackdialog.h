// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/rollbackjob.h"
#include "views/commit/commitframe.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace meshdraft::views {

class RollbackChoice;
class RollbackEffects;
class TrailerRow;

/// Plans how a change is taken back: what and how much of it, the difference that it makes, what it does to the mesh,
/// and ways to mend what the change broke. The button makes a branch with one commit; nothing else is written.
class RollbackDialog : public CommitFrame {
    Q_OBJECT
public:
    /// `snapshot` is of a repository.
    RollbackDialog(const Theme& theme, const workspace::SnapshotPtr& snapshot, QWidget* parent = nullptr);
    ~RollbackDialog() override;

    /// Asks; an empty `what` waits for one to be chosen.
    void ask(const workspace::RollbackQuestion& question);
    /// After accept().
    const git::StackCommit& made() const { return m_made; }

private:
    QWidget* buildForm();
    void addBranch(QBoxLayout& column, QWidget* form);
    QWidget* buildDiff();
    void connectJob();
    void start(bool isSameQuestion);
    void takePlan(const workspace::RollbackPlan& plan);
    void takeJudgement(const workspace::RollbackJudgement& judgement);
    void takeOffers(const workspace::MendOffers& offers);
    void refuse(const Error& error);
    void showMend(int mend);
    void showPlan();
    void propose();
    void showFile(int row);
    void goTo(const QString& path, int line);
    void setTrailer(const QString& name, bool on);
    void setTier(changes::Tier tier);
    void showState();
    void make();
    const workspace::RollbackPlan* plan() const;

    workspace::SnapshotPtr m_snapshot;
    workspace::RollbackJob m_job;
    workspace::JobRunner m_writing;
    std::optional<workspace::RollbackPlan> m_plan; ///< of what is asked for
    std::optional<workspace::RollbackJudgement> m_judgement;
    std::optional<workspace::MendOffers> m_offers;
    int m_mend = -1; ///< the offer that is taken instead
    changes::Tier m_tier = changes::Tier::None;
    git::StackCommit m_made;
    QString m_person; ///< for Signed-off-by
    bool m_isBranchEdited = false;
    bool m_isMessageEdited = false;
    bool m_wasCancelled = false;
    RollbackChoice* m_choice = nullptr;
    RollbackEffects* m_effects = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_cancelJob = nullptr;
    QLineEdit* m_branch = nullptr;
    QPlainTextEdit* m_text = nullptr;
    TrailerRow* m_trailers = nullptr;
    QListWidget* m_files = nullptr;
    QLabel* m_path = nullptr;
};

} // namespace meshdraft::views
