// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/move.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace meshdraft::workspace {
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class Theme;

/// Asks for another namespace of one or more resources, lists what would lead nowhere then, and what changes.
class MoveDialog : public QDialog {
    Q_OBJECT
public:
    MoveDialog(const Theme& theme, workspace::Workspace& workspace, std::vector<mesh::ElementRef> elements,
               QWidget* parent);

    /// Moves and selects the first of them again; stays open with the reason where that is refused.
    void accept() override;

private:
    std::string chosen() const;
    void check();
    QString noteOf(const workspace::MovePlan& plan) const;

    workspace::Workspace& m_workspace;
    std::vector<mesh::ElementRef> m_elements;
    QComboBox* m_namespace;
    QLabel* m_lost;
    QListWidget* m_dangling;
    QLabel* m_note;
    QListWidget* m_places;
    QPushButton* m_move;
};

} // namespace meshdraft::views
