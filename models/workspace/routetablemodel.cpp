// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/routetablemodel.h"

#include "models/workspace/routerows.h"

#include <algorithm>

namespace meshdraft::workspace {

RouteTableModel::RouteTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

RouteTableModel::~RouteTableModel() = default;

void RouteTableModel::setSnapshot(SnapshotPtr snapshot)
{
    auto rows = snapshot ? buildRouteRows(*snapshot) : std::vector<RouteRow>();
    m_snapshot = std::move(snapshot);
    if (!std::ranges::equal(rows, m_rows, {}, &RouteRow::element, &RouteRow::element)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    const auto old = std::exchange(m_rows, std::move(rows));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] != old[i])
            Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
}

int RouteTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RouteTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RouteTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        if (index.column() == ShareColumn)
            return row.shareValue;
        return index.column() == WorkloadsColumn ? QVariant(row.workloads) : QVariant(text(row, index.column()));
    case ElementRole:
        return QVariant::fromValue(row.element);
    case StateRole:
        return static_cast<int>(row.state);
    case DanglingRole:
        return row.dangling;
    default:
        return {};
    }
}

QString RouteTableModel::text(const RouteRow& row, int column)
{
    switch (column) {
    case HostColumn:
        return row.host;
    case RouteColumn:
        return row.route;
    case MatchColumn:
        return row.match;
    case DestinationColumn:
        return row.destination;
    case ShareColumn:
        return row.share;
    case WorkloadsColumn:
        return row.workloads < 0 ? QString() : QString::number(row.workloads);
    case FileColumn:
        return row.file;
    default:
        return {};
    }
}

QVariant RouteTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HostColumn:
        return tr("Host");
    case RouteColumn:
        return tr("Route");
    case MatchColumn:
        return tr("Match");
    case DestinationColumn:
        return tr("Destination");
    case ShareColumn:
        return tr("Share");
    case WorkloadsColumn:
        return tr("Workloads");
    case FileColumn:
        return tr("File");
    default:
        return {};
    }
}

} // namespace meshdraft::workspace
