// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/rename.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace meshdraft::workspace {
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class Theme;

/// Asks for another name of a resource, subset, listener, route or port, and lists what changes with it.
class RenameDialog : public QDialog {
    Q_OBJECT
public:
    RenameDialog(const Theme& theme, workspace::Workspace& workspace, workspace::RenameTarget target, QWidget* parent);

    /// Renames and selects it again; stays open with the reason where that is refused.
    void accept() override;

private:
    void check();

    workspace::Workspace& m_workspace;
    workspace::RenameTarget m_target;
    QLineEdit* m_name;
    QLabel* m_note;
    QListWidget* m_places;
    QPushButton* m_rename;
};

} // namespace meshdraft::views
