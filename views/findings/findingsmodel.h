// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QAbstractTableModel>

namespace meshdraft::views {

/// The findings of a snapshot as a table: introduced by the pending changes first, then those that were there before,
/// then the mended ones.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { CodeColumn, TextColumn, NewsColumn, PlaceColumn, ColumnCount };
    enum Role {
        ElementRole = Qt::UserRole + 1,
        SeverityRole, ///< checks::Severity as int
        NewsRole, ///< News as int
        SortRole,
    };
    enum News { Introduced, StillThere, Mended };

    explicit FindingsModel(QObject* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Row of the next (`direction` 1) or previous (-1) finding that is not mended, introduced ones only while there
    /// are any; -1 when there is none.
    int step(int row, int direction) const;

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

private:
    struct Row {
        const checks::Finding* finding; ///< in m_snapshot
        News news;
    };
    workspace::SnapshotPtr m_snapshot;
    std::vector<Row> m_rows;
};

} // namespace meshdraft::views
