// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/resourcetree.h"
#include "models/workspace/resourcetreemodel.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QSortFilterProxyModel;
class QTreeView;

namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class Theme;

/// The Mesh dock: a filter and the tree of namespaces, kinds, resources and their parts. What is open and selected
/// survives a new snapshot.
class MeshTreePanel : public QWidget {
    Q_OBJECT
public:
    MeshTreePanel(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);

    /// The lines of a large mesh are made in the background: what is shown follows a little later.
    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    QLineEdit* filter() const { return m_filter; }
    /// The menu of the rows; `remove` is what the Delete key does.
    void setMenu(QMenu* menu, QAction* remove);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showItems(const workspace::SnapshotPtr& snapshot, std::vector<workspace::TreeItem> items);
    void takeSelection();
    void showSelection(const mesh::ElementRef& element, bool scroll);
    void remember(const QModelIndex& index, bool open);
    void restoreOpen(const QModelIndex& parent = {});
    QString keyOf(const QModelIndex& index) const;

    workspace::Selection& m_selection;
    workspace::ResourceTreeModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    QHash<QString, bool> m_open; ///< rows that the user opened or closed, by their path of names
    bool m_restoring = false;
    workspace::JobRunner m_job;
    workspace::SnapshotPtr m_next; ///< comes when the job is done
};

} // namespace meshdraft::views
