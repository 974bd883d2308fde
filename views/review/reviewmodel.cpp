// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewmodel.h"

#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/review/reviewmarks.h"

#include <algorithm>
#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::size_t linesShown = 3;
constexpr std::size_t linesOfTip = 20;

/// What a change means, in a few lines; the rest is counted.
QStringList linesOf(const changes::ResourceChange& change)
{
    QStringList lines;
    for (const changes::Statement& statement : change.statements) {
        if (lines.size() == linesShown) {
            lines << ReviewModel::tr("and %n more", nullptr, static_cast<int>(change.statements.size() - linesShown));
            break;
        }
        lines << workspace::statementText(statement);
    }
    return lines;
}

} // namespace

ReviewModel::ReviewModel(ReviewMarks& marks, QObject* parent)
    : QAbstractListModel(parent)
    , m_marks(marks)
{
}

void ReviewModel::setComparison(const workspace::SnapshotPtr& comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_shown.clear();
    m_noise.clear();
    m_isOpen = false;
    if (comparison) {
        for (const changes::ResourceChange& change : comparison->change.resources) {
            if (const changes::Noise noise = changes::noiseOf(change); noise != changes::Noise::None) {
                m_noise.emplace_back(&change, noise);
            } else {
                m_shown.push_back(&change);
            }
        }
    }
    endResetModel();
}

const changes::ResourceChange* ReviewModel::changeAt(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    if (row < changeCount()) {
        return m_shown[static_cast<std::size_t>(row)];
    }
    const int folded = row - changeCount() - 1;
    return folded < 0 ? nullptr : m_noise[static_cast<std::size_t>(folded)].first;
}

int ReviewModel::rowOf(const mesh::ElementRef& element)
{
    const auto isOf = [&](const changes::ResourceChange* change) {
        return (change->after && change->after->key == element.key)
            || (change->before && change->before->key == element.key);
    };
    const auto shown = std::ranges::find_if(m_shown, isOf);
    if (shown != m_shown.end()) {
        return static_cast<int>(shown - m_shown.begin());
    }
    const auto folded = std::ranges::find_if(m_noise, [&](const auto& each) { return isOf(each.first); });
    if (folded == m_noise.end()) {
        return -1;
    }
    setFoldOpen(true);
    return changeCount() + 1 + static_cast<int>(folded - m_noise.begin());
}

void ReviewModel::setFoldOpen(bool open)
{
    if (open == m_isOpen || m_noise.empty()) {
        return;
    }
    const int first = changeCount() + 1;
    const int last = changeCount() + noiseCount();
    if (open) {
        beginInsertRows({}, first, last);
        m_isOpen = true;
        endInsertRows();
    } else {
        beginRemoveRows({}, first, last);
        m_isOpen = false;
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(changeCount()), index(changeCount()));
}

int ReviewModel::viewedCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_shown, [this](const auto* change) { return m_marks.isViewed(*change); }));
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return changeCount() + (m_noise.empty() ? 0 : 1) + (m_isOpen ? noiseCount() : 0);
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() != 0) {
        return {};
    }
    const changes::ResourceChange* change = changeAt(index.row());
    return change == nullptr ? foldData(role) : changeData(*change, role);
}

QVariant ReviewModel::foldData(int role) const
{
    if (role == FoldRole) {
        return true;
    }
    if (role == OpenRole) {
        return m_isOpen;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    std::array<int, 4> counts{};
    for (const auto& [change, noise] : m_noise) {
        ++counts.at(static_cast<std::size_t>(noise));
    }
    QStringList parts;
    if (const int text = counts[static_cast<std::size_t>(changes::Noise::Text)]; text > 0) {
        parts << tr("%n without meaning (comments, key order)", nullptr, text);
    }
    if (const int versions = counts[static_cast<std::size_t>(changes::Noise::Version)]; versions > 0) {
        parts << tr("%n of versions only", nullptr, versions);
    }
    if (const int generated = counts[static_cast<std::size_t>(changes::Noise::Generated)]; generated > 0) {
        parts << tr("%n in generated files", nullptr, generated);
    }
    return parts.join(u", "_s);
}

QVariant ReviewModel::changeData(const changes::ResourceChange& change, int role) const
{
    const mesh::ResourceKey& key = shownResource(change)->key;
    switch (role) {
    case Qt::DisplayRole:
        return workspace::printable(key.name);
    case WhereRole:
        return key.ns.empty() ? workspace::printable(key.kind)
                              : QString(workspace::printable(key.kind) + u" · "_s + workspace::printable(key.ns));
    case LinesRole:
        return linesOf(change);
    case Qt::ToolTipRole: {
        QStringList lines;
        for (const changes::Statement& statement : change.statements | std::views::take(linesOfTip)) {
            lines << workspace::statementText(statement);
        }
        if (const std::size_t all = change.statements.size(); all > linesOfTip) {
            lines << tr("and %n more", nullptr, static_cast<int>(all - linesOfTip));
        }
        for (const changes::Reason& reason : change.reasons) {
            lines << workspace::reasonText(reason);
        }
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return QString(workspace::tierText(change.tier) + u", "_s + changeData(change, WhereRole).toString() + u' '
                       + workspace::printable(key.name) + u": "_s + linesOf(change).join(u". "_s));
    case OperationRole:
        return static_cast<int>(change.operation);
    case TierRole:
        return static_cast<int>(change.tier);
    case KindRole:
        return QString::fromStdString(key.kind);
    case ViewedRole:
        return m_marks.isViewed(change);
    case FoldRole:
        return false;
    default:
        return {};
    }
}

bool ReviewModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const changes::ResourceChange* change = index.isValid() ? changeAt(index.row()) : nullptr;
    if (change == nullptr || role != ViewedRole) {
        return false;
    }
    m_marks.setViewed(*change, value.toBool());
    Q_EMIT dataChanged(index, index, {ViewedRole});
    return true;
}

} // namespace meshdraft::views
