// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class ChangeTreeModel;
class DiffView;
class RiskPanel;
class SegmentedSwitch;
class Theme;

/// Pending changes: what changes in words, the exact lines, the tier and its reasons.
class ChangesPanel : public QWidget {
    Q_OBJECT
public:
    ChangesPanel(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Unified / Side by side and Revert change: they stand in the row of the tabs.
    QWidget* tools() const { return m_tools; }
    DiffView* diff() const { return m_diff; }
    /// F7 and Shift+F7: through the lines of the file, then on to the next changed resource.
    void nextChange();
    void previousChange();
    /// The resource, or the file, of the current row.
    void revertChange();
    /// The current row alone: a field where it is one.
    void revertRow();
    /// The run of changed lines that the difference shows as the current one.
    void revertLines();

Q_SIGNALS:
    void failed(const meshdraft::Error& error);

private:
    void showRow(const QModelIndex& index);
    void showFile(const std::string& path);
    void showMenu(QWidget* where, QPoint position);
    void report(const Expected<void>& done);
    void selectRow(const QModelIndex& index);
    void updateCaption();
    void step(int direction);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    ChangeTreeModel* m_model;
    QStackedWidget* m_stack;
    QTreeView* m_list;
    QLabel* m_path;
    QLabel* m_position;
    DiffView* m_diff;
    RiskPanel* m_risk;
    QWidget* m_tools;
    SegmentedSwitch* m_mode;
    QPushButton* m_revert;
    std::string m_shownPath; ///< of a file that can be put back; empty for what is only predicted
    QPersistentModelIndex m_shownRow;
    bool m_following = false;
};

} // namespace meshdraft::views
