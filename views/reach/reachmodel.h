// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/reach.h"

#include <QAbstractTableModel>

#include <memory>

namespace meshdraft::views {

/// Who can reach whom as a table: the caller, and a column for each target.
class ReachModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { CallerColumn, FirstTarget };
    enum Role {
        ElementRole = Qt::UserRole + 1, ///< mesh::ElementRef of what decides; null: a default of Istio
        ReachRole, ///< traffic::Reach as int; cells only
        DetailRole, ///< who, whom, how much and why, in sentences
    };
    using MatrixPtr = std::shared_ptr<const traffic::ReachMatrix>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing to show.
    void setMatrix(MatrixPtr matrix);
    const MatrixPtr& matrix() const { return m_matrix; }

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

private:
    QString detailOf(const traffic::ReachRow& row, std::size_t target) const;

    MatrixPtr m_matrix;
};

} // namespace meshdraft::views
