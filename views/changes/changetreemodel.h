// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QAbstractItemModel>

namespace meshdraft::views {

/// The pending changes: a row a resource, below it what changes in words; then a row a file that changes without any
/// resource (a kustomization, Helm values). Has the roles of
/// workspace::ResourceTreeModel and BadgeDelegate::tierRole. Holds the snapshot and maps it.
class ChangeTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit ChangeTreeModel(QObject* parent = nullptr);

    /// Rows of the same shape are updated in place: selection and open rows stay.
    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// The change of a row or of its parent row; null for an invalid index.
    const changes::ResourceChange* changeOf(const QModelIndex& index) const;
    /// The file of a row that stands for one; empty for others.
    std::string fileOf(const QModelIndex& index) const;
    /// What the row selects.
    mesh::ElementRef elementOf(const QModelIndex& index) const;
    /// The row of an element: its sentence, else its resource; invalid when it does not change.
    QModelIndex indexOf(const mesh::ElementRef& element) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const final;
    QModelIndex parent(const QModelIndex& child) const final;
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;

private:
    std::vector<std::size_t> shape() const;
    QVariant resourceData(const changes::ResourceChange& change, int role) const;
    static QVariant fileData(const std::string& path, int role);
    QVariant statementData(const changes::ResourceChange& change, std::size_t row, int role) const;

    workspace::SnapshotPtr m_snapshot;
    std::vector<std::string> m_files; ///< changed ones without a changed resource
};

} // namespace meshdraft::views
