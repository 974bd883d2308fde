// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class FindingsModel;
class Theme;

/// What the checks found; a row selects its place everywhere. F8 and Shift+F8 walk what the pending change introduces.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    FindingsPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// False when there is no further finding.
    bool step(int direction);

private:
    workspace::Selection& m_selection;
    FindingsModel* m_model;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    QTableView* m_table;
    int m_current = -1;
};

} // namespace meshdraft::views
