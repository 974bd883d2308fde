// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/resourcetreemodel.h"

#include "models/workspace/resourcetree.h"

#include <algorithm>

namespace meshdraft::workspace {

ResourceTreeModel::ResourceTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

ResourceTreeModel::~ResourceTreeModel() = default;

void ResourceTreeModel::setSnapshot(SnapshotPtr snapshot)
{
    auto items = snapshot ? buildResourceTree(*snapshot) : std::vector<TreeItem>();
    setItems(std::move(snapshot), std::move(items));
}

void ResourceTreeModel::setItems(SnapshotPtr snapshot, std::vector<TreeItem> items)
{
    m_snapshot = std::move(snapshot);
    const bool isSame = std::ranges::equal(items, m_items, &TreeItem::hasSamePlace);
    if (!isSame) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
        return;
    }
    // Expansion and selection of the views stay: only what is shown has changed.
    const auto old = std::exchange(m_items, std::move(items));
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i] != old[i]) {
            const auto changed = createIndex(m_items[i].row, 0, static_cast<quintptr>(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

QModelIndex ResourceTreeModel::indexOf(const mesh::ElementRef& element) const
{
    const auto position = findInTree(m_items, element);
    if (position < 0)
        return {};
    return createIndex(m_items[static_cast<std::size_t>(position)].row, 0, static_cast<quintptr>(position));
}

QModelIndex ResourceTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    const auto first = parent.isValid() ? m_items[parent.internalId()].firstChild : 0;
    return createIndex(row, 0, static_cast<quintptr>(first) + static_cast<quintptr>(row));
}

QModelIndex ResourceTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() >= m_items.size())
        return {};
    const auto position = m_items[child.internalId()].parent;
    if (position < 0)
        return {};
    return createIndex(m_items[static_cast<std::size_t>(position)].row, 0, static_cast<quintptr>(position));
}

int ResourceTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        const auto isTop = [](const TreeItem& item) { return item.parent < 0; };
        return static_cast<int>(std::ranges::find_if_not(m_items, isTop) - m_items.begin());
    }
    return parent.column() == 0 && parent.internalId() < m_items.size() ? m_items[parent.internalId()].children : 0;
}

int ResourceTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return 1;
}

QVariant ResourceTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto& item = m_items[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case ElementRole:
        return QVariant::fromValue(item.element);
    case IconRole:
        return QString::fromLatin1(item.icon.data(), static_cast<qsizetype>(item.icon.size()));
    case DetailRole:
        return item.detail;
    case StateRole:
        return static_cast<int>(item.state);
    case ErrorsRole:
        return item.errors;
    case WarningsRole:
        return item.warnings;
    case MtlsRole:
        return item.type == TreeItem::Type::Namespace ? QVariant(static_cast<int>(item.mtls)) : QVariant();
    case SortRole:
        return item.sortKey;
    default:
        return {};
    }
}

QHash<int, QByteArray> ResourceTreeModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert(ElementRole, "element");
    names.insert(IconRole, "icon");
    names.insert(DetailRole, "detail");
    names.insert(StateRole, "state");
    names.insert(ErrorsRole, "errors");
    names.insert(WarningsRole, "warnings");
    names.insert(MtlsRole, "mtls");
    names.insert(SortRole, "sort");
    return names;
}

} // namespace meshdraft::workspace
