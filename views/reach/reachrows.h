// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/reach.h"

#include <QSortFilterProxyModel>
#include <QStringList>

namespace meshdraft::views {

/// The callers and targets of a matrix that are asked for.
class ReachRows : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Callers whose name has every word; targets alike.
    void setCallers(const QString& words);
    void setTargets(const QString& words);
    /// Only callers that something is kept from.
    void setOnlyRefused(bool only);
    /// The matrix as it is shown.
    traffic::ReachMatrix shown() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool filterAcceptsColumn(int column, const QModelIndex& parent) const override;

private:
    QStringList m_callers;
    QStringList m_targets;
    bool m_onlyRefused = false;
};

} // namespace meshdraft::views
