// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/requestcompare.h"

#include <QAbstractListModel>

namespace meshdraft::views {

/// The requests that fare differently after the pending changes, the graver ones first.
class FateModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        AlikeRole = Qt::UserRole + 1, ///< who else fares so; may be empty
        GravityRole, ///< Gravity as int
    };
    enum Gravity { Broken, Mended, Moved };
    explicit FateModel(QObject* parent = nullptr);

    void setComparison(traffic::RequestComparison comparison);
    const traffic::RequestComparison& comparison() const { return m_comparison; }
    const traffic::ChangedFate& at(int row) const { return m_comparison.changes[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;

private:
    traffic::RequestComparison m_comparison;
};

} // namespace meshdraft::views
