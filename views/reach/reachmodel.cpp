// SPDX-License-Identifier: Apache-2.0
#include "views/reach/reachmodel.h"

#include "models/traffic/requestfields.h"
#include "models/workspace/reachwords.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Reach;

void ReachModel::setMatrix(MatrixPtr matrix)
{
    beginResetModel();
    m_matrix = std::move(matrix);
    endResetModel();
}

int ReachModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_matrix ? 0 : static_cast<int>(m_matrix->rows.size());
}

int ReachModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return FirstTarget + (m_matrix ? static_cast<int>(m_matrix->targets.size()) : 0);
}

QString ReachModel::detailOf(const traffic::ReachRow& row, std::size_t target) const
{
    const traffic::ReachCell& cell = row.cells[target];
    const QString way =
        workspace::originText(row.caller) + u" → "_s + workspace::reachTargetText(m_matrix->targets[target]);
    if (cell.reach == Reach::Nothing) {
        return tr("%1: no request goes this way.").arg(way);
    }
    QStringList parts{tr("%1: %2.").arg(way, workspace::reachText(cell.reach)), workspace::reachCount(cell),
                      workspace::reachReason(cell)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QVariant ReachModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    const traffic::ReachRow& row = m_matrix->rows[static_cast<std::size_t>(index.row())];
    if (index.column() == CallerColumn) {
        switch (role) {
        case Qt::DisplayRole:
            return workspace::originText(row.caller);
        case Qt::ToolTipRole:
            return workspace::printable(traffic::originName(row.caller));
        case ElementRole:
            return QVariant::fromValue(mesh::ElementRef());
        default:
            return {};
        }
    }
    const auto target = static_cast<std::size_t>(index.column() - FirstTarget);
    const traffic::ReachCell& cell = row.cells[target];
    switch (role) {
    case Qt::DisplayRole:
        return cell.reach == Reach::Nothing ? u"–"_s : workspace::reachText(cell.reach);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case DetailRole:
        return detailOf(row, target);
    case ElementRole:
        return QVariant::fromValue(cell.because);
    case ReachRole:
        return static_cast<int>(cell.reach);
    default:
        return {};
    }
}

QVariant ReachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (section == CallerColumn) {
        return role == Qt::DisplayRole ? QVariant(tr("Caller")) : QVariant();
    }
    const traffic::ReachTarget& target = m_matrix->targets[static_cast<std::size_t>(section - FirstTarget)];
    switch (role) {
    case Qt::DisplayRole:
        return workspace::reachTargetText(target);
    case Qt::ToolTipRole:
        return QString(workspace::printable(target.host) + u':' + QString::number(target.port));
    default:
        return {};
    }
}

} // namespace meshdraft::views
