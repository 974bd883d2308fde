// SPDX-License-Identifier: Apache-2.0
#include "views/undo/historymodel.h"

#include "models/workspace/rollbackwords.h"
#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/start/ago.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr qsizetype linesShown = 3;
constexpr qsizetype linesOfTip = 20;
constexpr qsizetype shortId = 9;

QDateTime timeOf(const workspace::MeaningfulCommit& commit)
{
    return QDateTime::fromSecsSinceEpoch(commit.commit.author.seconds);
}

} // namespace

/// What a commit means: its statements, and the names of resources that have none.
HistoryModel::Row HistoryModel::rowOf(const workspace::MeaningfulCommit& commit)
{
    Row row{.commit = commit, .meaning = {}, .lines = 0};
    const auto add = [&](auto&& text) {
        if (++row.lines <= static_cast<std::size_t>(linesOfTip)) {
            row.meaning << text();
        }
    };
    for (const changes::ResourceChange& change : commit.change.resources) {
        for (const changes::Statement& statement : change.statements) {
            add([&] { return workspace::statementText(statement); });
        }
        if (change.statements.empty()) {
            add([&] {
                const QString title = workspace::resourceTitle(shownResource(change)->key);
                return !change.before ? tr("%1 is new").arg(title)
                    : !change.after   ? tr("%1 goes away").arg(title)
                                      : tr("%1 changes").arg(title);
            });
        }
    }
    return row;
}

/// The first lines, and how many more there are.
QStringList HistoryModel::firstLines(const Row& row, qsizetype count)
{
    QStringList lines = row.meaning.first(std::min(count, row.meaning.size()));
    if (const auto more = static_cast<qsizetype>(row.lines) - lines.size(); more > 0) {
        lines << tr("and %n more", nullptr, static_cast<int>(more));
    }
    return lines;
}

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
    std::ranges::transform(commits, std::back_inserter(m_commits), rowOf);
    endInsertRows();
}

const workspace::MeaningfulCommit* HistoryModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_commits[static_cast<std::size_t>(row)].commit;
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
    const Row& row = m_commits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return workspace::printable(commit->commit.subject.toStdString());
    case AboutRole:
        return QString(workspace::printable(commit->commit.author.name.toStdString()) + u" · "_s + ago(timeOf(*commit))
                       + u" · "_s + commit->commit.id.first(shortId));
    case LinesRole:
        return firstLines(row, linesShown);
    case Qt::ToolTipRole:
        return QString(QLocale().toString(timeOf(*commit), QLocale::LongFormat) + u'\n'
                       + firstLines(row, linesOfTip).join(u'\n'));
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
