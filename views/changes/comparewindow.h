// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/workspace.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;

namespace meshdraft::views {

class ConflictList;
class DiffView;
class MessageBar;
class Theme;

/// A file that changed on disk under its pending edits, or was removed there: what is there beside what is here, the
/// places that both changed with a choice for each, and the ways on. Does not block the window behind it; deletes
/// itself when it is closed.
class CompareWindow : public QDialog {
    Q_OBJECT
public:
    CompareWindow(const Theme& theme, workspace::Workspace& workspace, const QString& path, QWidget* parent);

Q_SIGNALS:
    /// One of the answers was given and taken.
    void settled();

private:
    QPushButton* addAnswer(const QString& name, const std::function<Expected<void>()>& answer);
    void refresh();
    void orderFocus();
    void showMerge(const workspace::ForeignChange& change);
    void showAnswers(bool isRemoved);

    workspace::Workspace& m_workspace;
    std::string m_path;
    MessageBar* m_message;
    QLabel* m_diskHead;
    DiffView* m_diff;
    ConflictList* m_conflicts;
    QPushButton* m_merge;
    QPushButton* m_keep;
    QPushButton* m_reload;
};

} // namespace meshdraft::views
