// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixmodel.h"

#include "models/workspace/matrixwords.h"
#include "models/workspace/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

std::size_t environmentAt(int column)
{
    return static_cast<std::size_t>(column - MatrixModel::FirstEnvironment);
}

} // namespace

void MatrixModel::setMatrix(MatrixPtr matrix)
{
    beginResetModel();
    m_matrix = std::move(matrix);
    endResetModel();
}

int MatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_matrix ? 0 : static_cast<int>(m_matrix->rows.size());
}

int MatrixModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return FirstEnvironment + (m_matrix ? static_cast<int>(m_matrix->environments.size()) : 0);
}

QString MatrixModel::textOf(const matrix::Row& row, int column) const
{
    switch (column) {
    case SubjectColumn:
        return workspace::printable(m_matrix->subjects[row.subject].label);
    case SettingColumn:
        return workspace::rowText(row);
    default:
        return workspace::cellText(row.cells[environmentAt(column)]);
    }
}

QString MatrixModel::hintOf(const matrix::Row& row, int column) const
{
    switch (column) {
    case SubjectColumn: {
        const QString hint = workspace::subjectHint(*m_matrix, m_matrix->subjects[row.subject]);
        return hint.isEmpty() ? textOf(row, column) : hint;
    }
    case SettingColumn:
        return QString(textOf(row, column) + u'\n' + workspace::printable(row.setting));
    default:
        return workspace::cellHint(*m_matrix, row, environmentAt(column));
    }
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    const matrix::Row& row = m_matrix->rows[static_cast<std::size_t>(index.row())];
    const bool isCell = index.column() >= FirstEnvironment;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return hintOf(row, index.column());
    case Qt::AccessibleTextRole:
        if (isCell && row.cells[environmentAt(index.column())].deviates) {
            return tr("%1, differs").arg(textOf(row, index.column()));
        }
        return textOf(row, index.column());
    case DiffersRole:
        return row.differs;
    case DeviatesRole:
        return isCell && row.cells[environmentAt(index.column())].deviates;
    case StateRole:
        return isCell ? QVariant(static_cast<int>(row.cells[environmentAt(index.column())].state)) : QVariant();
    case ElementRole:
        return isCell ? QVariant::fromValue(row.cells[environmentAt(index.column())].element)
                      : QVariant::fromValue(mesh::ElementRef());
    case FilterRole: {
        QStringList texts{workspace::printable(row.setting)};
        for (int column = 0; column < columnCount(); ++column) {
            texts << textOf(row, column);
        }
        return texts.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (section < FirstEnvironment) {
        return role != Qt::DisplayRole ? QVariant() : section == SubjectColumn ? tr("Host") : tr("Setting");
    }
    const matrix::Input& input = m_matrix->environments[environmentAt(section)];
    const QString error = input.error ? workspace::errorText(*input.error) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return workspace::printable(input.environment);
    case Qt::ToolTipRole:
        return QString(workspace::printable(input.environment) + (error.isEmpty() ? QString() : u'\n' + error));
    case ErrorRole:
        return error;
    default:
        return {};
    }
}

} // namespace meshdraft::views
