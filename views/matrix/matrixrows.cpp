// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixrows.h"

#include "views/matrix/matrixmodel.h"
#include "views/theme/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

MatrixRows::MatrixRows(const Theme& theme, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this,
            [this] { Q_EMIT headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1)); });
}

void MatrixRows::setWords(const QString& text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void MatrixRows::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    invalidateRowsFilter();
}

std::vector<std::size_t> MatrixRows::sourceRows() const
{
    std::vector<std::size_t> rows;
    for (int row = 0; row < rowCount(); ++row) {
        rows.push_back(static_cast<std::size_t>(mapToSource(index(row, 0)).row()));
    }
    return rows;
}

QVariant MatrixRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DecorationRole && orientation == Qt::Horizontal
        && !QSortFilterProxyModel::headerData(section, orientation, MatrixModel::ErrorRole).toString().isEmpty()) {
        return m_theme.icon(u"warning"_s, "warn");
    }
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

bool MatrixRows::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_onlyDifferences && !index.data(MatrixModel::DiffersRole).toBool()) {
        return false;
    }
    if (m_words.isEmpty()) {
        return true;
    }
    const QString text = index.data(MatrixModel::FilterRole).toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace meshdraft::views
