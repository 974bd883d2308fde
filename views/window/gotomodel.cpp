// SPDX-License-Identifier: Apache-2.0
#include "views/window/gotomodel.h"

#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/inspector/facts.h"

#include <QAction>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using Roles = workspace::ResourceTreeModel;

namespace {

constexpr std::size_t shownHits = 12;
constexpr int routeRank = 20;
constexpr int actionRank = 25;
constexpr int fileRank = 30;
constexpr mesh::ResourceIndex largeMesh = 2000; ///< from here on collecting takes longer than a frame

int rankOfKind(std::string_view kind)
{
    static constexpr std::array<std::string_view, 7> order{"VirtualService",  "HTTPRoute",    "Gateway",   "Service",
                                                           "DestinationRule", "ServiceEntry", "Deployment"};
    const auto* const found = std::ranges::find(order, kind);
    return static_cast<int>(found - order.begin());
}

/// 0 best; -1: no hit.
int rankOf(const QString& name, const QString& detail, const QString& path, const QString& text)
{
    if (name.compare(text, Qt::CaseInsensitive) == 0) {
        return 0;
    }
    if (name.startsWith(text, Qt::CaseInsensitive)) {
        return 1;
    }
    if (name.contains(text, Qt::CaseInsensitive)) {
        return 2;
    }
    if (detail.contains(text, Qt::CaseInsensitive)) {
        return 3;
    }
    return path.contains(text, Qt::CaseInsensitive) ? 4 : -1;
}

} // namespace

GoToModel::GoToModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

std::vector<GoToModel::Entry> GoToModel::collect(const mesh::MeshGraph& graph)
{
    std::vector<Entry> all;
    std::set<std::string> files;
    for (const mesh::ResourcePtr& resource : graph.resources()) {
        all.push_back({workspace::printable(resource->key.name), FactSheet::kindAndNamespace(resource->key),
                       iconOfKind(resource->key.kind), workspace::printable(resource->source.path), resource->element(),
                       rankOfKind(resource->key.kind)});
        if (const auto* table = std::get_if<mesh::RouteTable>(&resource->body)) {
            for (const mesh::Route& route : table->routes) {
                if (!route.name.value.empty()) {
                    all.push_back({workspace::printable(route.name.value),
                                   tr("route of %1").arg(workspace::printable(resource->key.name)),
                                   u"route"_s,
                                   {},
                                   resource->element(route.node),
                                   routeRank});
                }
            }
        }
        if (files.insert(resource->source.path).second) {
            const QString path = workspace::printable(resource->source.path);
            all.push_back({path.section(u'/', -1), path, u"doc"_s, path, resource->element(), fileRank});
        }
    }
    return all;
}

void GoToModel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    beginResetModel();
    m_hits.clear();
    m_snapshot = snapshot;
    m_job.cancel();
    endResetModel();
}

bool GoToModel::isCollected() const
{
    return m_collectedOf.lock() == (m_snapshot ? m_snapshot->graph : nullptr);
}

void GoToModel::prepare()
{
    const mesh::MeshGraphPtr graph = m_snapshot ? m_snapshot->graph : nullptr;
    if (isCollected() || m_job.isRunning()) {
        return;
    }
    if (!graph || graph->slotCount() < largeMesh) {
        m_hits.clear();
        m_all = graph ? collect(*graph) : std::vector<Entry>();
        m_collectedOf = graph;
        return;
    }
    m_job.run<std::vector<Entry>>([graph](const std::stop_token&) { return collect(*graph); },
                                  [this, graph](std::vector<Entry> all) {
                                      beginResetModel();
                                      m_hits.clear();
                                      m_all = std::move(all);
                                      m_collectedOf = graph;
                                      endResetModel();
                                      if (!m_wanted.isEmpty()) {
                                          search(m_wanted);
                                          Q_EMIT searched();
                                      }
                                  });
}

void GoToModel::findActions()
{
    m_possible.clear();
    for (QAction* action : m_actions) {
        if (!action->isEnabled() || !action->isVisible()) {
            continue;
        }
        QString name = action->text();
        name.remove(u'&');
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        m_possible.push_back({name, keys.isEmpty() ? tr("action") : keys, u"play"_s, {}, {}, actionRank, action});
    }
}

void GoToModel::search(const QString& wanted)
{
    m_wanted = wanted;
    prepare();
    const bool isKnown = isCollected();
    const bool onlyActions = wanted.startsWith(u'>');
    const QString text = onlyActions ? wanted.mid(1).trimmed() : wanted;
    beginResetModel();
    findActions();
    struct Ranked {
        int rank;
        const Entry* entry;
    };
    std::vector<Ranked> ranked;
    const auto rank = [&](const Entry& entry) {
        if (text.isEmpty()) {
            return onlyActions ? 0 : -1;
        }
        // the keys of an action are no name
        return rankOf(entry.name, entry.action != nullptr ? QString() : entry.detail, entry.path, text);
    };
    const auto take = [&](const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            if (const int here = rank(entry); here >= 0) {
                ranked.push_back({here, &entry});
            }
        }
    };
    if (!onlyActions && isKnown) {
        take(m_all);
    }
    take(m_possible);
    std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
        return std::tuple(a.rank, a.entry->kindRank, a.entry->name)
            < std::tuple(b.rank, b.entry->kindRank, b.entry->name);
    });
    m_hits.clear();
    const std::size_t most = onlyActions ? ranked.size() : std::min(shownHits, ranked.size());
    for (std::size_t i = 0; i < most; ++i) {
        m_hits.push_back(ranked[i].entry);
    }
    endResetModel();
}

mesh::ElementRef GoToModel::elementAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_hits[static_cast<std::size_t>(row)]->element : mesh::ElementRef{};
}

QAction* GoToModel::actionAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_hits[static_cast<std::size_t>(row)]->action : nullptr;
}

int GoToModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant GoToModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Entry& entry = *m_hits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.name;
    case Roles::IconRole:
        return entry.icon;
    case Roles::DetailRole:
        return entry.detail;
    case Roles::ElementRole:
        return QVariant::fromValue(entry.element);
    default:
        return {};
    }
}

} // namespace meshdraft::views
