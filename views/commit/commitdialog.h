// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/workspace/snapshot.h"
#include "views/commit/commitframe.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QRadioButton;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

/// Branch, message, files, exact diff and tier of what will be committed. Commit writes; whatever goes wrong is said in
/// the dialog and nothing is lost.
class CommitDialog : public CommitFrame {
    Q_OBJECT
public:
    CommitDialog(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    /// After accept(): what was committed, and the subject of its message.
    const git::CommitResult& result() const { return m_result; }
    QString subject() const;

Q_SIGNALS:
    /// The pending changes are to become stacked branches instead; the dialog has closed.
    void stackRequested();

private:
    QWidget* buildForm();
    void addTrailers(QBoxLayout& column, QWidget* form);
    void addOrder(QBoxLayout& column, QWidget* form);
    QWidget* buildDiff();
    void commit(bool acceptStaged);
    void take(const Expected<git::CommitResult>& done);
    void sayError(const Error& error);
    void showFile(int row);
    void updateState();

    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    git::CommitResult m_result;
    QRadioButton* m_newBranch = nullptr;
    QRadioButton* m_currentBranch = nullptr;
    QLineEdit* m_branch = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QListWidget* m_files = nullptr;
    QLabel* m_path = nullptr;
};

} // namespace meshdraft::views
