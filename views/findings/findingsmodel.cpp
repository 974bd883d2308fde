// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingsmodel.h"

#include "models/workspace/findingdelta.h"
#include "models/workspace/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

bool isSame(const checks::Finding& a, const checks::Finding& b)
{
    return a.code == b.code && a.element == b.element && a.message == b.message && a.args == b.args;
}

bool contains(const std::vector<checks::Finding>& findings, const checks::Finding& finding)
{
    return std::ranges::any_of(findings, [&](const checks::Finding& one) { return isSame(one, finding); });
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FindingsModel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    beginResetModel();
    m_snapshot = snapshot;
    m_rows.clear();
    if (snapshot) {
        const workspace::FindingDelta delta = workspace::compareFindings(snapshot->savedFindings, snapshot->findings);
        for (const News news : {Introduced, StillThere}) {
            for (const checks::Finding& finding : snapshot->findings) {
                const bool introduced = !delta.introduced.empty() && contains(delta.introduced, finding);
                if (introduced == (news == Introduced)) {
                    m_rows.push_back({&finding, news});
                }
            }
        }
        for (const checks::Finding& finding : snapshot->savedFindings) {
            if (!delta.mended.empty() && contains(delta.mended, finding)) {
                m_rows.push_back({&finding, Mended});
            }
        }
        std::ranges::stable_sort(m_rows, [](const Row& a, const Row& b) {
            return std::pair(a.news, a.finding->severity) < std::pair(b.news, b.finding->severity);
        });
    }
    endResetModel();
}

int FindingsModel::step(int row, int direction) const
{
    const bool anyNew = !m_rows.empty() && m_rows.front().news == Introduced;
    for (int next = row + direction; next >= 0 && next < rowCount(); next += direction) {
        const News news = m_rows[static_cast<std::size_t>(next)].news;
        if (news == Introduced || (!anyNew && news == StillThere)) {
            return next;
        }
    }
    return -1;
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const checks::Finding& finding = *row.finding;
    switch (role) {
    case ElementRole:
        return QVariant::fromValue(finding.element);
    case SeverityRole:
        return static_cast<int>(finding.severity);
    case NewsRole:
        return static_cast<int>(row.news);
    case SortRole:
        if (index.column() == CodeColumn) {
            return QString(QString::number(static_cast<int>(finding.severity)) + QString::fromStdString(finding.code));
        }
        [[fallthrough]];
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case CodeColumn:
        return QString::fromStdString(finding.code);
    case TextColumn:
        return workspace::findingText(finding);
    case NewsColumn:
        return row.news == Introduced ? tr("new") : row.news == Mended ? tr("mended") : tr("was there");
    case PlaceColumn:
        return QString(workspace::printable(finding.where.path)
                       + (finding.where.line > 0 ? u':' + QString::number(finding.where.line) : QString()));
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case CodeColumn:
        return tr("Code");
    case TextColumn:
        return tr("What was found");
    case NewsColumn:
        return tr("Since the change");
    case PlaceColumn:
        return tr("Where");
    default:
        return {};
    }
}

} // namespace meshdraft::views
