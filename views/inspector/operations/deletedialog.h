// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/removal.h"

#include <QDialog>

class QLabel;

namespace meshdraft::workspace {
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class Theme;

/// Says what deleting resources leaves without a target, and asks whether to go on.
class DeleteDialog : public QDialog {
    Q_OBJECT
public:
    DeleteDialog(const Theme& theme, workspace::Workspace& workspace, workspace::RemovalPlan plan, QWidget* parent);

    /// Deletes; stays open with the reason where that is refused.
    void accept() override;

private:
    workspace::Workspace& m_workspace;
    workspace::RemovalPlan m_plan;
    QLabel* m_note;
};

/// "Delete reviews": the undo step.
QString deleteStep(const workspace::MeshEdit& edit);

} // namespace meshdraft::views
