// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/workspace.h"

#include <QDialog>

class QPushButton;

namespace meshdraft::views {

class DiffView;
class MessageBar;
class Theme;

/// A file that changed on disk under its pending edits: what is there beside what is here, with the ways on. Does not
/// block the window behind it; deletes itself when it is closed.
class CompareWindow : public QDialog {
    Q_OBJECT
public:
    CompareWindow(const Theme& theme, workspace::Workspace& workspace, const QString& path, QWidget* parent);

Q_SIGNALS:
    /// One of the answers was given and taken.
    void settled();

private:
    using Answer = Expected<void> (workspace::Workspace::*)(const std::string&);
    QPushButton* addAnswer(const QString& text, const QString& hint, const QString& name, Answer answer);
    void refresh();

    workspace::Workspace& m_workspace;
    std::string m_path;
    MessageBar* m_message;
    DiffView* m_diff;
    QPushButton* m_merge;
};

} // namespace meshdraft::views
