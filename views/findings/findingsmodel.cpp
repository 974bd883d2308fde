// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingsmodel.h"

#include "models/checks/suppression/fingerprint.h"
#include "models/workspace/findingdelta.h"
#include "models/workspace/words.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// Which of `all` are in `some`, which stands in the same order.
std::vector<bool> marksOf(const checks::Findings& all, const std::vector<checks::Finding>& some)
{
    std::vector<bool> marks;
    auto next = some.begin();
    for (const checks::Finding& finding : all) {
        const bool isNext = next != some.end() && *next == finding;
        marks.push_back(isNext);
        next += isNext ? 1 : 0;
    }
    return marks;
}

QString placeOf(const checks::Finding& finding)
{
    QString place = workspace::printable(finding.where.path);
    if (finding.where.line > 0) {
        place += u':' + QString::number(finding.where.line);
    }
    return place;
}

/// A child knows its group: its internal id is the group's position and one.
constexpr quintptr isTop = 0;

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void FindingsModel::setFindings(const checks::Findings& saved, const checks::Findings& current,
                                const changes::CodeOwners& owners)
{
    beginResetModel();
    m_owners = owners;
    m_saved = saved;
    m_current = current;
    m_all.clear();
    const workspace::FindingDelta delta = workspace::compareFindings(m_saved, m_current);
    const std::vector<bool> introduced = marksOf(m_current, delta.introduced);
    for (std::size_t i = 0; i < m_current.size(); ++i) {
        m_all.push_back({&m_current[i], introduced[i] ? Introduced : StillThere});
    }
    m_total = static_cast<int>(m_all.size());
    const std::vector<bool> mended = marksOf(m_saved, delta.mended);
    for (std::size_t i = 0; i < m_saved.size(); ++i) {
        if (mended[i]) {
            m_all.push_back({&m_saved[i], Mended});
        }
    }
    std::ranges::stable_sort(m_all, {}, [](const Row& row) { return std::pair(row.news, row.finding->severity); });
    arrange();
    endResetModel();
}

void FindingsModel::setGrouping(Grouping grouping)
{
    beginResetModel();
    m_grouping = grouping;
    arrange();
    endResetModel();
}

void FindingsModel::setFilter(const FindingFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

/// Puts what is wanted into its groups; a group stands where the first of its findings would.
void FindingsModel::arrange()
{
    m_groups.clear();
    if (m_grouping == Grouping::None) {
        m_groups.push_back({});
    }
    for (const Row& row : m_all) {
        if (!isWanted(row)) {
            continue;
        }
        const QString title = groupOf(row);
        auto group = std::ranges::find(m_groups, title, &Group::title);
        if (group == m_groups.end()) {
            group = m_groups.insert(m_groups.end(), Group{.title = title, .rows = {}});
        }
        group->rows.push_back(row);
    }
    if (m_grouping == Grouping::File || m_grouping == Grouping::Code || m_grouping == Grouping::Namespace
        || m_grouping == Grouping::Owner) {
        std::ranges::stable_sort(m_groups, {}, &Group::title);
    }
}

bool FindingsModel::isWanted(const Row& row) const
{
    const checks::Finding& finding = *row.finding;
    if ((m_filter.onlyIntroduced && row.news == StillThere)
        || (!m_filter.path.empty() && finding.where.path != m_filter.path)
        || (!m_filter.resource.name.empty() && finding.element.key != m_filter.resource)) {
        return false;
    }
    const QStringList words = m_filter.text.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return true;
    }
    const mesh::ResourceKey& key = finding.element.key;
    const QString all = QString::fromStdString(finding.code + ' ' + key.kind + ' ' + key.ns + '/' + key.name) + u' '
        + workspace::findingText(finding) + u' ' + placeOf(finding);
    return std::ranges::all_of(words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

QString FindingsModel::groupOf(const Row& row) const
{
    const checks::Finding& finding = *row.finding;
    switch (m_grouping) {
    case Grouping::File:
        return workspace::printable(finding.where.path);
    case Grouping::Code:
        return QString::fromStdString(finding.code);
    case Grouping::Namespace:
        return finding.element.key.ns.empty() ? tr("No namespace") : workspace::printable(finding.element.key.ns);
    case Grouping::Owner: {
        const std::string owners = m_owners.ownersText(finding.where.path);
        return owners.empty() ? tr("Nobody in CODEOWNERS") : workspace::printable(owners);
    }
    case Grouping::Severity:
        switch (finding.severity) {
        case checks::Severity::Error:
            return tr("Errors");
        case checks::Severity::Warning:
            return tr("Warnings");
        case checks::Severity::Info:
            return tr("Notes");
        case checks::Severity::Unknown:
            return tr("Cannot be told from files");
        }
        break;
    case Grouping::None:
        break;
    }
    return {};
}

const FindingsModel::Row* FindingsModel::rowAt(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    if (m_grouping != Grouping::None && index.internalId() == isTop) {
        return nullptr;
    }
    const std::size_t group = m_grouping == Grouping::None ? 0 : index.internalId() - 1;
    return &m_groups[group].rows[static_cast<std::size_t>(index.row())];
}

const checks::Finding* FindingsModel::finding(const QModelIndex& index) const
{
    const Row* row = rowAt(index);
    return row != nullptr ? row->finding : nullptr;
}

QModelIndex FindingsModel::find(const checks::Finding& finding) const
{
    const checks::Fingerprint wanted = checks::fingerprintOf(finding);
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const std::vector<Row>& rows = m_groups[group].rows;
        const auto found =
            std::ranges::find_if(rows, [&](const Row& row) { return checks::fingerprintOf(*row.finding) == wanted; });
        if (found != rows.end()) {
            const int row = static_cast<int>(found - rows.begin());
            return m_grouping == Grouping::None ? index(row, 0) : index(row, 0, index(static_cast<int>(group), 0));
        }
    }
    return {};
}

QModelIndex FindingsModel::step(const QModelIndex& from, int direction) const
{
    std::vector<QModelIndex> all;
    bool anyNew = false;
    int at = -1;
    const QModelIndex current = from.siblingAtColumn(0);
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const QModelIndex parent = m_grouping == Grouping::None ? QModelIndex() : index(static_cast<int>(group), 0);
        // from a group on to its first finding
        if (parent.isValid() && parent == current) {
            at = static_cast<int>(all.size()) - (direction > 0 ? 1 : 0);
        }
        for (std::size_t row = 0; row < m_groups[group].rows.size(); ++row) {
            const QModelIndex each = index(static_cast<int>(row), 0, parent);
            if (each == current) {
                at = static_cast<int>(all.size());
            }
            anyNew = anyNew || m_groups[group].rows[row].news == Introduced;
            all.push_back(each);
        }
    }
    const int count = static_cast<int>(all.size());
    int next = at + direction;
    if (!from.isValid()) {
        next = direction > 0 ? 0 : count - 1;
    }
    for (; next >= 0 && next < count; next += direction) {
        const News news = rowAt(all[static_cast<std::size_t>(next)])->news;
        if (news == Introduced || (!anyNew && news == StillThere)) {
            return all[static_cast<std::size_t>(next)];
        }
    }
    return {};
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : isTop);
}

QModelIndex FindingsModel::parent(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() != isTop
        ? createIndex(static_cast<int>(index.internalId()) - 1, 0, isTop)
        : QModelIndex();
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    if (m_grouping == Grouping::None) {
        return parent.isValid() || m_groups.empty() ? 0 : static_cast<int>(m_groups.front().rows.size());
    }
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    return parent.internalId() == isTop && parent.column() == 0
        ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size())
        : 0;
}

int FindingsModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant FindingsModel::groupData(const Group& group, int column, int role) const
{
    switch (role) {
    case SeverityRole:
        return static_cast<int>(
            std::ranges::min(group.rows, {}, [](const Row& row) { return row.finding->severity; }).finding->severity);
    case CountRole:
        return static_cast<int>(group.rows.size());
    case Qt::DisplayRole:
        return column == 0 ? group.title : QString();
    case Qt::AccessibleTextRole:
        return column == 0 ? tr("%1, findings: %2").arg(group.title).arg(group.rows.size()) : QString();
    default:
        return {};
    }
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row* row = rowAt(index);
    if (row == nullptr) {
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    }
    switch (role) {
    case ElementRole:
        return QVariant::fromValue(row->finding->element);
    case SeverityRole:
        return static_cast<int>(row->finding->severity);
    case NewsRole:
        return static_cast<int>(row->news);
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(*row, index.column());
    default:
        return {};
    }
}

QString FindingsModel::textOf(const Row& row, int column) const
{
    const checks::Finding& finding = *row.finding;
    switch (column) {
    case CodeColumn:
        return QString::fromStdString(finding.code);
    case TextColumn:
        return workspace::findingText(finding);
    case NewsColumn:
        return row.news == Mended                           ? tr("mended")
            : finding.severity == checks::Severity::Unknown ? tr("cannot tell")
            : row.news == Introduced                        ? tr("new")
                                                            : tr("old");
    case PlaceColumn:
        return placeOf(finding);
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
