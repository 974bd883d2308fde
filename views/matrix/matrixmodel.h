// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"

#include <QAbstractTableModel>

#include <memory>

namespace meshdraft::views {

/// A comparison of environments as a table: host, setting, and a column for each environment.
class MatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SubjectColumn, SettingColumn, FirstEnvironment };
    enum Role {
        ElementRole = Qt::UserRole + 1, ///< mesh::ElementRef of a cell; null where there is nothing to go to
        DiffersRole, ///< of the row
        DeviatesRole, ///< of a cell
        StateRole, ///< matrix::CellState as int; environments only
        FilterRole, ///< all texts of the row
        ErrorRole, ///< of a header: the environment's sentence
    };
    using MatrixPtr = std::shared_ptr<const matrix::Matrix>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing to show.
    void setMatrix(MatrixPtr matrix);
    const MatrixPtr& matrix() const { return m_matrix; }

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

private:
    QString textOf(const matrix::Row& row, int column) const;
    QString hintOf(const matrix::Row& row, int column) const;

    MatrixPtr m_matrix;
};

} // namespace meshdraft::views
