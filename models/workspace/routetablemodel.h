// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QAbstractTableModel>

namespace meshdraft::workspace {

struct RouteRow;

/// Every route destination of the mesh as one row: the picture's edges as a list.
class RouteTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        HostColumn,
        RouteColumn,
        MatchColumn,
        DestinationColumn,
        ShareColumn,
        WorkloadsColumn,
        FileColumn,
        ColumnCount
    };
    enum Role { ElementRole = Qt::UserRole + 1, SortRole, StateRole, DanglingRole };

    explicit RouteTableModel(QObject* parent = nullptr);
    ~RouteTableModel() override;

    /// Shows a snapshot (null: nothing). Where the same rows stay only data changes; else the model is reset.
    void setSnapshot(SnapshotPtr snapshot);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

private:
    static QString text(const RouteRow& row, int column);

    std::vector<RouteRow> m_rows;
    SnapshotPtr m_snapshot;
};

} // namespace meshdraft::workspace
