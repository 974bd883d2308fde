// SPDX-License-Identifier: Apache-2.0
#include "views/reach/reachrows.h"

#include "views/reach/reachmodel.h"

#include <algorithm>

namespace meshdraft::views {

namespace {

bool hasAll(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

void ReachRows::setCallers(const QString& words)
{
    m_callers = words.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void ReachRows::setTargets(const QString& words)
{
    m_targets = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ReachRows::setOnlyRefused(bool only)
{
    m_onlyRefused = only;
    invalidateRowsFilter();
}

bool ReachRows::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QAbstractItemModel& source = *sourceModel();
    if (!hasAll(source.index(row, ReachModel::CallerColumn, parent).data().toString(), m_callers)) {
        return false;
    }
    if (!m_onlyRefused) {
        return true;
    }
    for (int column = ReachModel::FirstTarget; column < source.columnCount(); ++column) {
        const auto reach =
            static_cast<traffic::Reach>(source.index(row, column, parent).data(ReachModel::ReachRole).toInt());
        const bool isRefused = reach == traffic::Reach::None || reach == traffic::Reach::Some;
        if (isRefused && filterAcceptsColumn(column, parent)) {
            return true;
        }
    }
    return false;
}

bool ReachRows::filterAcceptsColumn(int column, const QModelIndex& /*parent*/) const
{
    return column < ReachModel::FirstTarget
        || hasAll(sourceModel()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(), m_targets);
}

traffic::ReachMatrix ReachRows::shown() const
{
    traffic::ReachMatrix shown;
    const auto& matrix = static_cast<const ReachModel*>(sourceModel())->matrix();
    if (!matrix) {
        return shown;
    }
    std::vector<std::size_t> targets;
    for (int column = ReachModel::FirstTarget; column < columnCount(); ++column) {
        const int source = mapToSource(index(0, column)).column();
        if (source >= ReachModel::FirstTarget) {
            targets.push_back(static_cast<std::size_t>(source - ReachModel::FirstTarget));
        }
    }
    for (const std::size_t target : targets) {
        shown.targets.push_back(matrix->targets[target]);
    }
    for (int row = 0; row < rowCount(); ++row) {
        const traffic::ReachRow& source = matrix->rows[static_cast<std::size_t>(mapToSource(index(row, 0)).row())];
        traffic::ReachRow& own = shown.rows.emplace_back(traffic::ReachRow{source.caller, {}});
        for (const std::size_t target : targets) {
            own.cells.push_back(source.cells[target]);
        }
    }
    return shown;
}

} // namespace meshdraft::views
