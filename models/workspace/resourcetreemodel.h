// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QAbstractItemModel>

namespace meshdraft::workspace {

struct TreeItem;

/// The mesh as a tree: namespace -> kind -> resource -> parts (routes of a VirtualService, subsets of a
/// DestinationRule). Thin: holds the snapshot and maps it to roles.
class ResourceTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        ElementRole = Qt::UserRole + 1, ///< mesh::ElementRef
        IconRole, ///< name of an icon ("vs", "namespace", "route")
        DetailRole, ///< muted text behind the name: "Gateway", "80·10·10", "4"
        StateRole, ///< topology::State as int
        ErrorsRole, ///< findings of severity error at or below
        WarningsRole, ///< the same for warnings
        MtlsRole, ///< mesh::MtlsMode as int, for namespaces
        SortRole,
    };

    explicit ResourceTreeModel(QObject* parent = nullptr);
    ~ResourceTreeModel() override;

    /// Shows a snapshot (null: nothing). Where the same lines stay in the same places only data changes, so that views
    /// keep what is expanded and selected; else the model is reset.
    void setSnapshot(SnapshotPtr snapshot);
    /// The same with its lines, made elsewhere (buildResourceTree).
    void setItems(SnapshotPtr snapshot, std::vector<TreeItem> items);
    /// The index of an element, or of its nearest ancestor that has one; invalid when there is none.
    QModelIndex indexOf(const mesh::ElementRef& element) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const final;
    QModelIndex parent(const QModelIndex& child) const final;
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QHash<int, QByteArray> roleNames() const final;

private:
    std::vector<TreeItem> m_items;
    SnapshotPtr m_snapshot;
};

} // namespace meshdraft::workspace
