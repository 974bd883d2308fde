// SPDX-License-Identifier: Apache-2.0
#include "views/undo/historymodel.h"

#include "models/workspace/words.h"
#include "views/start/ago.h"
#include "views/undo/rollbackchoice.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr qsizetype linesShown = 3;
constexpr qsizetype shortId = 9;

/// What a commit means: its statements, and the names of resources that have none.
QStringList meaningOf(const workspace::MeaningfulCommit& commit)
{
    QStringList lines;
    for (const changes::ResourceChange& change : commit.change.resources) {
        for (const changes::Statement& statement : change.statements) {
            lines << workspace::statementText(statement);
        }
        if (change.statements.empty()) {
            const mesh::ResourcePtr& shown = change.after ? change.after : change.before;
            const QString title = resourceTitle(shown->key);
            lines << (!change.before      ? HistoryModel::tr("%1 is new").arg(title)
                          : !change.after ? HistoryModel::tr("%1 goes away").arg(title)
                                          : HistoryModel::tr("%1 changes").arg(title));
        }
    }
    return lines;
}

QDateTime timeOf(const workspace::MeaningfulCommit& commit)
{
    return QDateTime::fromSecsSinceEpoch(commit.commit.author.seconds);
}

} // namespace

HistoryModel::HistoryModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void HistoryModel::clear()
{
    beginResetModel();
    m_commits.clear();
    endResetModel();
}

void HistoryModel::append(const std::vector<workspace::MeaningfulCommit>& commits)
{
    if (commits.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(commits.size()) - 1);
    m_commits.insert(m_commits.end(), commits.begin(), commits.end());
    endInsertRows();
}

const workspace::MeaningfulCommit* HistoryModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_commits[static_cast<std::size_t>(row)];
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commits.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const workspace::MeaningfulCommit* commit = index.isValid() && index.column() == 0 ? at(index.row()) : nullptr;
    if (commit == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return workspace::printable(commit->commit.subject.toStdString());
    case AboutRole:
        return QString(workspace::printable(commit->commit.author.name.toStdString()) + u" · "_s + ago(timeOf(*commit))
                       + u" · "_s + commit->commit.id.first(shortId));
    case LinesRole: {
        QStringList lines = meaningOf(*commit);
        if (const qsizetype more = lines.size() - linesShown; more > 0) {
            lines = lines.first(linesShown);
            lines << tr("and %n more", nullptr, static_cast<int>(more));
        }
        return lines;
    }
    case Qt::ToolTipRole:
        return QString(QLocale().toString(timeOf(*commit), QLocale::LongFormat) + u'\n'
                       + meaningOf(*commit).join(u'\n'));
    case Qt::AccessibleTextRole:
        return QString(workspace::tierText(commit->change.tier) + u", "_s + data(index, Qt::DisplayRole).toString()
                       + u". "_s + data(index, AboutRole).toString() + u": "_s
                       + data(index, LinesRole).toStringList().join(u". "_s));
    case TierRole:
        return static_cast<int>(commit->change.tier);
    case CommitRole:
        return commit->commit.id;
    default:
        return {};
    }
}

} // namespace meshdraft::views
