// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/branchstack.h"
#include "models/workspace/jobrunner.h"
#include "views/commit/commitframe.h"

#include <set>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace meshdraft::views {

class RiskPanel;
class TrailerRow;

/// Stacked branches before they are made: their names and order, message, exact diff and tier of each. The button makes
/// them, all or none; whatever goes wrong is said in the dialog.
class StackDialog : public CommitFrame {
    Q_OBJECT
public:
    /// The pending changes, or what a comparison of two commits differs in, in the order of what needs what.
    StackDialog(const Theme& theme, const workspace::SnapshotPtr& snapshot, QWidget* parent = nullptr);
    /// A canary plan.
    StackDialog(const Theme& theme, const workspace::SnapshotPtr& snapshot, const mesh::ElementRef& route,
                const changes::CanaryPlan& plan, QWidget* parent = nullptr);

    /// After accept(): what was made, from the bottom on, and the text of each branch's pull request.
    const std::vector<git::StackCommit>& made() const { return m_made; }
    QStringList pullRequests() const;

private:
    using Plan = std::function<Expected<workspace::BranchStack>(const std::stop_token&)>;

    StackDialog(const Theme& theme, workspace::SnapshotPtr snapshot, const QString& prefix, Plan plan, QWidget* parent);
    QWidget* buildForm();
    void addTrailers(QBoxLayout& column, QWidget* form);
    QWidget* buildDiff();
    void startPlan();
    void takePlan(Expected<workspace::BranchStack> stack);
    void rename();
    void list();
    void updateState();
    QString trailerValue(const workspace::StackedBranch& branch, const QString& name) const;
    void setTrailer(const QString& name, bool on);
    void showBranch(int row);
    void showFile(int index);
    void takeMessage();
    void make();
    int current() const;

    workspace::SnapshotPtr m_snapshot;
    Plan m_plan;
    workspace::JobRunner m_job;
    workspace::BranchStack m_stack;
    std::set<std::size_t> m_edited; ///< branches whose message somebody has written into
    std::vector<git::StackCommit> m_made;
    QString m_person; ///< for Signed-off-by
    QLineEdit* m_prefix = nullptr;
    QLabel* m_order = nullptr;
    QListWidget* m_branches = nullptr;
    QPlainTextEdit* m_text = nullptr;
    TrailerRow* m_trailers = nullptr;
    RiskPanel* m_risk = nullptr;
    QComboBox* m_files = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace meshdraft::views
