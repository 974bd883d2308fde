// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/namespacecard.h"

#include "models/workspace/words.h"
#include "views/common/collapsiblesection.h"
#include "views/inspector/factlist.h"
#include "views/theme/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::size_t mostNeighbours = 20;

struct KindGroup {
    const char* title;
    std::array<std::string_view, 7> kinds;
};

/// The order of the drawing: what runs, what routes, what guards.
constexpr std::array kindGroups = {
    KindGroup{QT_TRANSLATE_NOOP("meshdraft::views::NamespaceCard", "Services"), {"Service"}},
    KindGroup{QT_TRANSLATE_NOOP("meshdraft::views::NamespaceCard", "Workloads"),
              {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod"}},
    KindGroup{QT_TRANSLATE_NOOP("meshdraft::views::NamespaceCard", "VirtualServices"), {"VirtualService"}},
    KindGroup{QT_TRANSLATE_NOOP("meshdraft::views::NamespaceCard", "Gateway API routes"),
              {"HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"}},
    KindGroup{QT_TRANSLATE_NOOP("meshdraft::views::NamespaceCard", "DestinationRules"), {"DestinationRule"}},
    KindGroup{QT_TRANSLATE_NOOP("meshdraft::views::NamespaceCard", "AuthorizationPolicies"), {"AuthorizationPolicy"}},
};

QString hosts(std::size_t count)
{
    return count == 1 ? NamespaceCard::tr("1 host") : NamespaceCard::tr("%L1 hosts").arg(count);
}

} // namespace

NamespaceCard::NamespaceCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_toggle(new QPushButton(this))
    , m_only(new QPushButton(tr("Show only this"), this))
    , m_counts(new FactList(theme, this))
{
    setObjectName(u"namespaceCard"_s);
    m_toggle->setObjectName(u"toggleGroup"_s);
    m_only->setObjectName(u"onlyGroup"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 10);
    buttons->setSpacing(8);
    for (QPushButton* button : {m_toggle, m_only}) {
        button->setAutoDefault(false);
        button->setFont(scaledFont(font(), secondaryScale));
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_counts->setObjectName(u"namespaceCounts"_s);
    m_counts->layout()->setContentsMargins(12, 0, 12, 10);
    column->addWidget(m_counts);
    m_importSection = addSection(tr("What each proxy imports"), u"importSection"_s, m_imports);
    m_intoSection = addSection(tr("Calls into"), u"callsIntoSection"_s, m_into);
    m_fromSection = addSection(tr("Called from"), u"calledFromSection"_s, m_from);
    connect(m_toggle, &QPushButton::clicked, this,
            [this] { Q_EMIT toggleRequested(groupId(), !(m_isOpen && m_isOpen(groupId()))); });
    connect(m_only, &QPushButton::clicked, this, [this] { Q_EMIT onlyRequested(groupId()); });
    hide();
}

CollapsibleSection* NamespaceCard::addSection(const QString& title, const QString& name, FactList*& list)
{
    auto* section = new CollapsibleSection(m_theme, title, this);
    section->setObjectName(name);
    list = new FactList(m_theme, section);
    section->setContent(list);
    section->setOpen(true);
    layout()->addWidget(section);
    // Another namespace shows other lines, which must not happen while these handle their click.
    connect(list, &FactList::activated, this, &NamespaceCard::activated, Qt::QueuedConnection);
    return section;
}

void NamespaceCard::setPicture(std::shared_ptr<const topology::Topology> whole, topology::FactsPtr facts,
                               const std::function<bool(const QString&)>& isOpen)
{
    m_whole = std::move(whole);
    m_facts = std::move(facts);
    m_isOpen = isOpen;
    if (!m_name.empty()) {
        refresh();
    }
}

void NamespaceCard::setNamespace(const workspace::SnapshotPtr& snapshot, const std::string& name)
{
    m_snapshot = snapshot;
    m_name = name;
    setVisible(!name.empty());
    if (!name.empty()) {
        refresh();
    }
}

QString NamespaceCard::groupId() const
{
    return u"ns/"_s + QString::fromStdString(m_name);
}

void NamespaceCard::refresh()
{
    const bool isDrawn = m_whole && std::ranges::contains(m_whole->groups, "ns/" + m_name, &topology::Group::id);
    m_toggle->setVisible(isDrawn);
    m_only->setVisible(isDrawn);
    m_toggle->setText(m_isOpen && m_isOpen(groupId()) ? tr("Close group") : tr("Open group"));
    showCounts();
    showImports();
    showCalls();
}

void NamespaceCard::showCounts()
{
    std::map<std::string_view, std::size_t> counts;
    for (const mesh::ResourcePtr& resource : m_snapshot->graph->resources()) {
        if (resource->key.ns == m_name) {
            ++counts[resource->key.kind];
        }
    }
    Facts facts;
    for (const KindGroup& group : kindGroups) {
        std::size_t count = 0;
        for (const std::string_view kind : group.kinds) {
            const auto found = counts.find(kind);
            count += found == counts.end() ? 0 : found->second;
        }
        if (count > 0) {
            facts.push_back({tr(group.title), QString::number(count), {}});
        }
    }
    m_counts->setFacts(facts);
}

/// Proxies of one namespace import the same unless a Sidecar selects some of them: the first that has one says it.
void NamespaceCard::showImports()
{
    Facts rows;
    for (std::size_t i = 0; m_whole && m_facts && i < m_whole->nodes.size() && rows.empty(); ++i) {
        const topology::Node& node = m_whole->nodes[i];
        const auto found = m_facts->imports.find(node.id);
        if (found == m_facts->imports.end() || found->second.sidecar.isNull() || found->second.total == 0
            || m_whole->groups[static_cast<std::size_t>(node.group)].id != "ns/" + m_name) {
            continue;
        }
        const topology::ImportFact& import = found->second;
        const std::uint32_t fewer = import.total - std::min(import.imported, import.total);
        rows = {{tr("With Sidecar"), hosts(import.imported), import.sidecar},
                {tr("Without"), hosts(import.total), {}},
                {tr("Saved"), tr("%L1 in every proxy, %2 %").arg(fewer).arg(100 * fewer / import.total), {}}};
    }
    m_importSection->setVisible(!rows.empty());
    m_imports->setFacts(rows);
}

void NamespaceCard::showCalls()
{
    // Hosts that lead out, and routes that lead in; by namespace.
    std::map<std::string, std::set<std::uint32_t>> into;
    std::map<std::string, std::set<std::uint32_t>> from;
    const auto idOf = [&](std::uint32_t node) -> const std::string& {
        return m_whole->groups[static_cast<std::size_t>(m_whole->nodes[node].group)].id;
    };
    const std::string own = "ns/" + m_name;
    for (std::size_t i = 0; m_whole && i < m_whole->edges.size(); ++i) {
        const topology::Edge& edge = m_whole->edges[i];
        if (edge.type == topology::EdgeType::Applies || idOf(edge.from) == idOf(edge.to)) {
            continue;
        }
        if (idOf(edge.from) == own) {
            into[idOf(edge.to)].insert(edge.to);
        } else if (idOf(edge.to) == own) {
            from[idOf(edge.from)].insert(edge.from);
        }
    }
    const auto rowsOf = [&](const std::map<std::string, std::set<std::uint32_t>>& neighbours, bool isInto) {
        Facts rows;
        for (const auto& [group, nodes] : neighbours) {
            if (rows.size() == mostNeighbours) {
                break;
            }
            const auto found = std::ranges::find(m_whole->groups, group, &topology::Group::id);
            const std::size_t count = nodes.size();
            rows.push_back({isInto           ? hosts(count)
                                : count == 1 ? tr("1 route")
                                             : tr("%1 routes").arg(count),
                            workspace::printable(found->title),
                            found->outside ? mesh::ElementRef()
                                           : topology::namespaceElement(m_snapshot->environment.name, found->title)});
        }
        return rows;
    };
    const Facts outgoing = rowsOf(into, true);
    const Facts incoming = rowsOf(from, false);
    m_intoSection->setVisible(!outgoing.empty());
    m_fromSection->setVisible(!incoming.empty());
    m_into->setFacts(outgoing);
    m_from->setFacts(incoming);
}

} // namespace meshdraft::views
