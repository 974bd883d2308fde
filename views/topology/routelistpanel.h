// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/routetablemodel.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class Theme;

/// The picture as a table: a row a destination, to sort and filter; for keyboards and screen readers too.
class RouteListPanel : public QWidget {
    Q_OBJECT
public:
    RouteListPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// The filter: it stands in the row of the tabs.
    QLineEdit* filter() const { return m_filter; }

private:
    void showSelection(const mesh::ElementRef& element);

    workspace::Selection& m_selection;
    workspace::RouteTableModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QTableView* m_table;
    QLineEdit* m_filter;
    bool m_following = false;
};

} // namespace meshdraft::views
