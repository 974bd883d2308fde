// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/workspace/snapshot.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class DiffView;
class MessageBar;
class Theme;

/// Branch, message, files, exact diff and tier of what will be committed. Commit writes; whatever goes wrong is said in
/// the dialog and nothing is lost.
class CommitDialog : public QDialog {
    Q_OBJECT
public:
    CommitDialog(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    /// After accept(): what was committed, and the subject of its message.
    const git::CommitResult& result() const { return m_result; }
    QString subject() const;

private:
    QWidget* buildForm(const Theme& theme);
    QWidget* buildDiff(const Theme& theme);
    void commit(bool acceptStaged);
    void showError(const Error& error);
    void showFile(int row);
    void updateState();

    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    git::CommitResult m_result;
    MessageBar* m_message;
    QRadioButton* m_newBranch = nullptr;
    QRadioButton* m_currentBranch = nullptr;
    QLineEdit* m_branch = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QListWidget* m_files = nullptr;
    QLabel* m_path = nullptr;
    DiffView* m_diff = nullptr;
    QPushButton* m_commit = nullptr;
};

} // namespace meshdraft::views
