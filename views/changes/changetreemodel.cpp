// SPDX-License-Identifier: Apache-2.0
#include "views/changes/changetreemodel.h"

#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/inspector/facts.h"
#include "views/tree/badgedelegate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using Roles = workspace::ResourceTreeModel;

namespace {

topology::State stateOf(changes::Operation operation)
{
    switch (operation) {
    case changes::Operation::Added:
        return topology::State::Added;
    case changes::Operation::Removed:
        return topology::State::Removed;
    case changes::Operation::Modified:
    case changes::Operation::Moved:
    case changes::Operation::Renamed:
        break;
    }
    return topology::State::Changed;
}

const mesh::Resource& resourceOf(const changes::ResourceChange& change)
{
    return change.after ? *change.after : *change.before;
}

/// The changed files that no changed resource stands in; of what is rendered all of them.
std::vector<std::string> filesWithoutResource(const workspace::SnapshotPtr& snapshot)
{
    if (!snapshot) {
        return {};
    }
    std::vector<std::string> files = snapshot->changedFiles();
    for (const changes::ResourceChange& change : snapshot->change.resources) {
        for (const mesh::ResourcePtr& side : {change.before, change.after}) {
            if (side && snapshot->isRendered()) {
                std::erase(files, side->locate().path);
            } else if (side) {
                std::erase(files, side->source.path);
            }
        }
    }
    return files;
}

std::size_t childCount(const changes::ResourceChange& change)
{
    return std::max<std::size_t>(1, change.statements.size());
}

} // namespace

ChangeTreeModel::ChangeTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

std::vector<std::size_t> ChangeTreeModel::shape() const
{
    std::vector<std::size_t> counts;
    if (m_snapshot) {
        for (const changes::ResourceChange& change : m_snapshot->change.resources) {
            counts.push_back(childCount(change));
        }
        counts.insert(counts.end(), m_files.size(), 0);
    }
    return counts;
}

void ChangeTreeModel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const std::vector<std::size_t> before = shape();
    const workspace::SnapshotPtr old = std::exchange(m_snapshot, snapshot);
    std::vector<std::string> oldFiles = std::exchange(m_files, filesWithoutResource(snapshot));
    if (shape() == before) {
        for (int row = 0; row < rowCount(); ++row) {
            const QModelIndex resource = index(row, 0);
            Q_EMIT dataChanged(resource, resource);
            if (rowCount(resource) == 0) {
                continue;
            }
            Q_EMIT dataChanged(index(0, 0, resource), index(rowCount(resource) - 1, 0, resource));
        }
        return;
    }
    m_snapshot = old;
    std::swap(m_files, oldFiles);
    beginResetModel();
    m_snapshot = snapshot;
    m_files = std::move(oldFiles);
    endResetModel();
}

const changes::ResourceChange* ChangeTreeModel::changeOf(const QModelIndex& index) const
{
    if (!index.isValid() || !m_snapshot) {
        return nullptr;
    }
    const std::size_t row = index.internalId() == 0 ? static_cast<std::size_t>(index.row())
                                                    : static_cast<std::size_t>(index.internalId() - 1);
    const auto& resources = m_snapshot->change.resources;
    return row < resources.size() ? &resources[row] : nullptr;
}

std::string ChangeTreeModel::fileOf(const QModelIndex& index) const
{
    if (!index.isValid() || !m_snapshot || index.internalId() != 0 || changeOf(index) != nullptr) {
        return {};
    }
    const std::size_t file = static_cast<std::size_t>(index.row()) - m_snapshot->change.resources.size();
    return file < m_files.size() ? m_files[file] : std::string();
}

mesh::ElementRef ChangeTreeModel::elementOf(const QModelIndex& index) const
{
    const changes::ResourceChange* change = changeOf(index);
    if (change == nullptr) {
        return {};
    }
    if (index.internalId() != 0 && static_cast<std::size_t>(index.row()) < change->statements.size()) {
        return change->statements[static_cast<std::size_t>(index.row())].element;
    }
    return resourceOf(*change).element();
}

QModelIndex ChangeTreeModel::indexOf(const mesh::ElementRef& element) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex resource = index(row, 0);
        mesh::ElementRef own = elementOf(resource);
        if (own.key != element.key || own.path != element.path || own.document != element.document) {
            continue;
        }
        for (int child = 0; child < rowCount(resource); ++child) {
            const QModelIndex sentence = index(child, 0, resource);
            if (!element.field.isEmpty() && elementOf(sentence).field.isWithin(element.field)) {
                return sentence;
            }
        }
        return resource;
    }
    return {};
}

QModelIndex ChangeTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex ChangeTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr{0});
}

int ChangeTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!m_snapshot) {
        return 0;
    }
    if (!parent.isValid()) {
        return static_cast<int>(m_snapshot->change.resources.size() + m_files.size());
    }
    if (parent.internalId() != 0 || parent.column() != 0) {
        return 0;
    }
    const changes::ResourceChange* change = changeOf(parent);
    return change != nullptr ? static_cast<int>(childCount(*change)) : 0;
}

int ChangeTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return 1;
}

QVariant ChangeTreeModel::resourceData(const changes::ResourceChange& change, int role) const
{
    const mesh::ResourceKey& key = resourceOf(change).key;
    switch (role) {
    case Qt::DisplayRole:
        return workspace::printable(key.name);
    case Qt::ToolTipRole:
        return QString(workspace::printable(key.name) + u'\n' + FactSheet::kindAndNamespace(key));
    case Roles::IconRole:
        return iconOfKind(key.kind);
    case Roles::DetailRole:
        return FactSheet::kindAndNamespace(key);
    case Roles::StateRole:
        return static_cast<int>(stateOf(change.operation));
    case BadgeDelegate::tierRole:
        return static_cast<int>(change.tier);
    default:
        return {};
    }
}

QVariant ChangeTreeModel::statementData(const changes::ResourceChange& change, std::size_t row, int role) const
{
    if (row >= change.statements.size()) {
        return role == Qt::DisplayRole ? QVariant(tr("comments or formatting only")) : QVariant();
    }
    const changes::Statement& statement = change.statements[row];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return workspace::statementText(statement);
    case Roles::StateRole:
        return static_cast<int>(stateOf(statement.operation));
    default:
        return {};
    }
}

QVariant ChangeTreeModel::fileData(const std::string& path, int role)
{
    if (path.empty()) {
        return {};
    }
    const std::size_t slash = path.rfind('/');
    switch (role) {
    case Qt::DisplayRole:
        return workspace::printable(slash == std::string::npos ? path : path.substr(slash + 1));
    case Qt::ToolTipRole:
        return workspace::printable(path);
    case Roles::IconRole:
        return u"doc"_s;
    case Roles::DetailRole:
        return slash == std::string::npos
            ? tr("no mesh resource")
            : tr("%1 · no mesh resource").arg(workspace::printable(path.substr(0, slash)));
    case Roles::StateRole:
        return static_cast<int>(topology::State::Changed);
    default:
        return {};
    }
}

QVariant ChangeTreeModel::data(const QModelIndex& index, int role) const
{
    const changes::ResourceChange* change = changeOf(index);
    if (change == nullptr) {
        return fileData(fileOf(index), role);
    }
    if (role == Roles::ElementRole) {
        return QVariant::fromValue(elementOf(index));
    }
    return index.internalId() == 0 ? resourceData(*change, role)
                                   : statementData(*change, static_cast<std::size_t>(index.row()), role);
}

} // namespace meshdraft::views
