// SPDX-License-Identifier: Apache-2.0
#include "views/request/fatemodel.h"

#include "models/workspace/trafficwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

bool reaches(const traffic::Answer& answer)
{
    return std::ranges::all_of(answer.shares,
                               [](const traffic::Share& share) { return traffic::isDelivered(share.verdict); });
}

} // namespace

FateModel::FateModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void FateModel::setComparison(traffic::RequestComparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    endResetModel();
}

int FateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.changes.size());
}

QVariant FateModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() != 0) {
        return {};
    }
    const traffic::ChangedFate& change = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return workspace::fateText(change);
    case Qt::ToolTipRole: {
        const QString alike = workspace::alikeText(change);
        return alike.isEmpty() ? workspace::fateText(change) : workspace::fateText(change) + u'\n' + alike;
    }
    case AlikeRole:
        return workspace::alikeText(change);
    case GravityRole: {
        const bool before = reaches(change.before);
        const bool after = reaches(change.after);
        return before == after ? Moved : before ? Broken : Mended;
    }
    default:
        return {};
    }
}

} // namespace meshdraft::views
