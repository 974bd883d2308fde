// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/branchstack.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace meshdraft::views {

class DiffView;
class MessageBar;
class RiskPanel;
class Theme;

/// A canary plan as stacked branches: their names and order, message, exact diff and tier of each. The button makes
/// them, all or none; whatever goes wrong is said in the dialog.
class StackDialog : public QDialog {
    Q_OBJECT
public:
    StackDialog(const Theme& theme, workspace::SnapshotPtr snapshot, mesh::ElementRef route, changes::CanaryPlan wanted,
                QWidget* parent = nullptr);

    /// After accept(): what was made, from the bottom on.
    const std::vector<git::StackCommit>& made() const { return m_made; }

private:
    QWidget* buildForm(const Theme& theme);
    QWidget* buildDiff(const Theme& theme);
    void planBranches();
    void showBranch(int row);
    void showFile(int index);
    void make();
    const workspace::StackedBranch* current() const;

    const Theme& m_theme;
    workspace::SnapshotPtr m_snapshot;
    mesh::ElementRef m_route;
    changes::CanaryPlan m_plan;
    workspace::BranchStack m_stack;
    std::vector<git::StackCommit> m_made;
    MessageBar* m_message;
    QLineEdit* m_prefix = nullptr;
    QLabel* m_order = nullptr;
    QListWidget* m_branches = nullptr;
    QPlainTextEdit* m_text = nullptr;
    RiskPanel* m_risk = nullptr;
    QComboBox* m_files = nullptr;
    DiffView* m_diff = nullptr;
    QPushButton* m_make = nullptr;
};

} // namespace meshdraft::views
