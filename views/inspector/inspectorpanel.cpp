// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspectorpanel.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/access.h"
#include "views/common/collapsiblesection.h"
#include "views/common/ink.h"
#include "views/inspector/effectivesection.h"
#include "views/inspector/factlist.h"
#include "views/inspector/form/resourceform.h"
#include "views/inspector/inspectorheader.h"
#include "views/inspector/namespacecard.h"
#include "views/inspector/routechooser.h"
#include "views/inspector/routetools.h"
#include "views/inspector/splitdesigner.h"
#include "views/inspector/usagelist.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// Who uses what is looked up when edits pause: a drag makes many graphs.
constexpr int usagesDelay = 120;

const mesh::Route* sameRoute(const mesh::Route& route, const mesh::RouteTable& other)
{
    const mesh::Route* byPlace = nullptr;
    for (const mesh::Route& candidate : other.routes) {
        if (candidate.protocol != route.protocol) {
            continue;
        }
        if (!route.name.value.empty() && candidate.name.value == route.name.value) {
            return &candidate;
        }
        if (candidate.index == route.index && candidate.name.value.empty() == route.name.value.empty()) {
            byPlace = &candidate;
        }
    }
    return route.name.value.empty() ? byPlace : nullptr;
}

bool hasNamespace(const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    return std::ranges::any_of(graph.resources(),
                               [&](const mesh::ResourcePtr& resource) { return resource->key.ns == element.key.name; });
}

topology::State stateOf(const workspace::Snapshot& snapshot, const mesh::ResourcePtr& resource)
{
    for (const changes::ResourceChange& change : snapshot.change.resources) {
        if (change.after == resource) {
            return change.before ? topology::State::Changed : topology::State::Added;
        }
    }
    return topology::State::Same;
}

} // namespace

InspectorPanel::InspectorPanel(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_empty(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"inspector"_s);
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Inspector"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_empty->setObjectName(u"inspectorEmpty"_s);
    m_empty->setWordWrap(true);
    setInk(*m_empty, theme, "muted");
    m_empty->setMargin(12);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(m_empty);
    outer->addWidget(m_scroll, 1);

    auto* content = new QWidget(m_scroll);
    content->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_header = new InspectorHeader(theme, content);
    m_chooser = new RouteChooser(theme, content);
    m_splitSection = new CollapsibleSection(theme, tr("Traffic split"), content);
    m_splitSection->setObjectName(u"splitSection"_s);
    m_split = new SplitDesigner(theme, m_splitSection);
    m_split->setObjectName(u"splitDesigner"_s);
    m_splitSection->setContent(m_split);
    m_splitSection->setOpen(true);
    m_body = new FactList(theme, content);
    m_body->setObjectName(u"resourceFacts"_s);
    m_namespace = new NamespaceCard(theme, content);
    m_column->addWidget(m_header);
    m_column->addWidget(m_namespace);
    m_column->addWidget(m_body);
    m_column->addWidget(m_chooser);
    m_tools = new RouteTools(theme, workspace, *m_split, *m_chooser, content);
    m_column->addWidget(m_tools->previewForm());
    m_column->addWidget(m_splitSection);
    m_column->addWidget(m_tools);
    m_form = new ResourceForm(theme, workspace, content);
    m_column->addWidget(m_form);
    m_effective = new EffectiveSection(theme, content);
    m_column->addWidget(m_effective);
    m_uses = addSection(tr("Where used"), u"usesSection"_s);
    m_policies = addSection(tr("Policies that apply"), u"policiesSection"_s);
    m_usagesDue.setSingleShot(true);
    m_usagesDue.setInterval(usagesDelay);
    connect(&m_usagesDue, &QTimer::timeout, this, [this] { lookUpUsages(); });
    m_column->addStretch(1);
    m_scroll->setWidget(content);
    setRole(*m_scroll, QAccessible::Grouping);
    m_scroll->setAccessibleName(tr("Inspector"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);

    connect(m_header, &InspectorHeader::fileRequested, this, &InspectorPanel::fileRequested);
    connect(m_chooser, &RouteChooser::chosen, this, [this](int index) { chooseRoute(index); });
    connect(m_split, &SplitDesigner::weightsEdited, this, &InspectorPanel::editWeights);
    connect(m_split, &SplitDesigner::dragging, this, [this](bool isHeld) {
        m_isDragging = isHeld;
        Q_EMIT dragging(isHeld);
    });
    connect(m_split, &SplitDesigner::elementActivated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    connect(m_namespace, &NamespaceCard::activated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    connect(m_effective, &EffectiveSection::activated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    connect(m_body, &FactList::activated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    connect(&m_workspace.selection(), &workspace::Selection::changed, this, [this] {
        refresh();
        showSelectedField();
    });
    connect(&m_workspace.selection(), &workspace::Selection::severalChanged, this, [this] { refresh(); });
    showNothing(tr("Select a resource. Ctrl+K finds one by name."));
}

InspectorPanel::Section InspectorPanel::addSection(const QString& title, const QString& name)
{
    auto* section = new CollapsibleSection(m_theme, title, m_header->parentWidget());
    section->setObjectName(name);
    auto* list = new UsageList(m_theme, section);
    list->setObjectName(name + u"List"_s);
    list->setAccessibleName(title);
    section->setContent(list);
    // Another element shows another list, which must not happen while this one handles its click.
    connect(
        list, &UsageList::chosen, this,
        [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); },
        Qt::QueuedConnection);
    m_column->addWidget(section);
    return {section, list};
}

void InspectorPanel::lookUpUsages()
{
    if (!m_snapshot || !m_snapshot->graph) {
        return;
    }
    m_usagesJob.run<workspace::UsagesPtr>(
        [graph = m_snapshot->graph](const std::stop_token&) {
            return std::make_shared<const workspace::Usages>(graph);
        },
        [this](const workspace::UsagesPtr& usages) {
            m_usages = usages;
            showUsages();
            Q_EMIT usagesFound(usages);
        });
}

void InspectorPanel::showUsages()
{
    const bool isThere = m_usages && m_snapshot && &m_usages->graph() == m_snapshot->graph.get();
    const mesh::ResourceIndex index =
        isThere ? m_snapshot->graph->find(m_workspace.selection().current()) : mesh::noResource;
    if (index == mesh::noResource) {
        return;
    }
    const auto uses = m_usages->of(index);
    m_uses.list->setUsages(*m_snapshot->graph, uses);
    m_uses.section->header()->setSummary(UsageList::summary(uses));
    const auto policies = m_usages->policiesOf(index);
    m_policies.list->setUsages(*m_snapshot->graph, policies);
    m_policies.section->header()->setSummary(policies.empty() ? tr("none") : QString::number(policies.size()));
    if (std::exchange(m_usesAsked, false)) {
        focusUses();
    }
}

void InspectorPanel::showWhereUsed()
{
    m_uses.section->setOpen(true);
    m_usesAsked = true;
    if (m_usages && m_snapshot && &m_usages->graph() == m_snapshot->graph.get()) {
        showUsages();
    }
}

void InspectorPanel::focusUses()
{
    m_uses.list->setFocus(Qt::ShortcutFocusReason);
    if (m_uses.list->count() > 0 && m_uses.list->currentRow() < 0) {
        m_uses.list->setCurrentRow(0);
    }
    // Its place is known when the layout is done.
    QMetaObject::invokeMethod(
        m_uses.list,
        [this] {
            m_scroll->widget()->layout()->activate();
            m_scroll->ensureWidgetVisible(m_uses.list, 0, 12);
        },
        Qt::QueuedConnection);
}

void InspectorPanel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_isBehind = m_isDragging && followDrag();
    if (!m_isBehind) {
        refresh();
    }
}

void InspectorPanel::catchUp()
{
    if (std::exchange(m_isBehind, false)) {
        refresh();
    }
}

bool InspectorPanel::followDrag()
{
    const mesh::ElementRef& element = m_workspace.selection().current();
    const mesh::ResourceIndex index =
        m_snapshot && m_snapshot->graph && !element.isNull() ? m_snapshot->graph->find(element) : mesh::noResource;
    if (index == mesh::noResource) {
        return false;
    }
    const mesh::ResourcePtr& resource = m_snapshot->graph->pointerAt(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
    if (table == nullptr || table->routes.empty()) {
        return false;
    }
    showSplit(resource, table->routes[static_cast<std::size_t>(chosenRoute(*resource, *table))]);
    return true;
}

void InspectorPanel::showNothing(const QString& text)
{
    m_empty->setText(text);
    m_empty->show();
    m_scroll->hide();
}

void InspectorPanel::refresh()
{
    const mesh::ElementRef& element = m_workspace.selection().current();
    if (!m_snapshot || !m_snapshot->graph || element.isNull()) {
        showNothing(tr("Select a resource. Ctrl+K finds one by name."));
        return;
    }
    const mesh::ResourceIndex index = m_snapshot->graph->find(element);
    m_namespace->setNamespace(m_snapshot, element.key.kind == "Namespace" ? element.key.name : std::string());
    if (index == mesh::noResource && element.key.kind == "Namespace" && hasNamespace(*m_snapshot->graph, element)) {
        showNamespace(element.key.name);
        return;
    }
    if (index == mesh::noResource) {
        showNothing(tr("%1 %2 is not in this environment any more.")
                        .arg(workspace::printable(element.key.kind), workspace::printable(element.key.name)));
        return;
    }
    m_empty->hide();
    m_scroll->show();
    const std::vector<mesh::ElementRef>& several = m_workspace.selection().several();
    if (several.size() > 1) {
        showSeveral(several);
    } else {
        showResource(index);
    }
}

void InspectorPanel::showResource(mesh::ResourceIndex index)
{
    const mesh::MeshGraph& graph = *m_snapshot->graph;
    const mesh::ResourcePtr& resource = graph.pointerAt(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
    const mesh::FieldPath& field = m_workspace.selection().current().field;
    const source::NodeRef selected = field.isEmpty() ? source::NodeRef() : field.resolve(resource->rootNode());
    m_header->setResource(*resource, resource->locate(selected.isValid() ? selected.id() : source::noNode),
                          stateOf(*m_snapshot, resource));
    const Facts body = FactSheet::body(graph, index);
    m_body->setFacts(body);
    m_body->layout()->setContentsMargins(12, 8, 12, 10);
    m_form->setResources(
        m_snapshot, {resource},
        table != nullptr && !table->routes.empty()
            ? resource->pathOf(table->routes[static_cast<std::size_t>(chosenRoute(*resource, *table))].node)
            : field);
    m_body->setVisible(!body.empty() && m_form->isEmpty());
    const bool hasRoutes = table != nullptr && !table->routes.empty();
    m_chooser->setVisible(hasRoutes);
    m_splitSection->setVisible(hasRoutes);
    if (hasRoutes) {
        showRoutes(resource, *table);
    } else {
        m_split->setSubject({});
        m_form->setSummaries({});
        m_tools->setRoute(m_snapshot, {});
    }
    m_uses.section->show();
    m_policies.section->show();
    if (m_usages && &m_usages->graph() == &graph) {
        showUsages();
    } else {
        m_usagesDue.start();
    }
    m_effective->setSubject(*m_snapshot, index);
}

int InspectorPanel::chosenRoute(const mesh::Resource& resource, const mesh::RouteTable& table) const
{
    const mesh::FieldPath& field = m_workspace.selection().current().field;
    for (std::size_t i = 0; !field.isEmpty() && i < table.routes.size(); ++i) {
        if (field.isWithin(resource.pathOf(table.routes[i].node))) {
            return static_cast<int>(i);
        }
    }
    for (std::size_t i = 0; i < table.routes.size(); ++i) {
        if (table.routes[i].destinations.size() > 1) {
            return static_cast<int>(i);
        }
    }
    return 0;
}

void InspectorPanel::showRoutes(const mesh::ResourcePtr& resource, const mesh::RouteTable& table)
{
    QStringList names;
    for (const mesh::Route& route : table.routes) {
        names << FactSheet::routeName(route);
    }
    const int current = chosenRoute(*resource, table);
    m_chooser->setRoutes(names, current);
    showRoute(resource, table.routes[static_cast<std::size_t>(current)]);
}

SplitDesigner::Subject InspectorPanel::showSplit(const mesh::ResourcePtr& resource, const mesh::Route& route)
{
    SplitDesigner::Subject subject;
    subject.graph = m_snapshot->graph;
    subject.resource = resource;
    subject.route = &route;
    subject.savedGraph = m_snapshot->savedGraph;
    const mesh::ResourceIndex old =
        subject.savedGraph ? subject.savedGraph->find(resource->element()) : mesh::noResource;
    if (old != mesh::noResource) {
        if (const auto* table = std::get_if<mesh::RouteTable>(&subject.savedGraph->at(old).body)) {
            subject.oldRoute = sameRoute(route, *table);
        }
    }
    m_split->setSubject(subject);
    const bool right = m_split->isTotalRight();
    m_splitSection->header()->setSummary(m_split->totalText(),
                                         m_split->totalText().isEmpty() ? QString()
                                             : right                    ? u"check"_s
                                                                        : u"warning"_s,
                                         right ? "ok" : "warn");
    return subject;
}

void InspectorPanel::showRoute(const mesh::ResourcePtr& resource, const mesh::Route& route)
{
    m_tools->setRoute(m_snapshot, showSplit(resource, route));
    m_form->setSummaries({{u"match"_s, FactSheet::matchSummary(route)},
                          {u"timing"_s, FactSheet::timingSummary(route)},
                          {u"features"_s, FactSheet::featureSummary(route)}});
    // What the row of the mirror holds need not stand in the form, too.
    if (CollapsibleSection* mirror = m_form->section(u"mirror"_s)) {
        mirror->setVisible(!m_tools->isMirrorComplete());
    }
}

/// One that the files use but have no object of.
void InspectorPanel::showNamespace(const std::string& name)
{
    m_empty->hide();
    m_scroll->show();
    m_header->setNamespace(workspace::printable(name));
    m_body->hide();
    m_chooser->hide();
    m_splitSection->hide();
    m_split->setSubject({});
    m_tools->setRoute(m_snapshot, {});
    m_effective->hide();
    m_form->setSummaries({});
    m_form->setResources(m_snapshot, {});
    m_uses.section->hide();
    m_policies.section->hide();
}

void InspectorPanel::showSeveral(const std::vector<mesh::ElementRef>& elements)
{
    std::vector<mesh::ResourcePtr> resources;
    for (const mesh::ElementRef& element : elements) {
        const mesh::ResourceIndex index = m_snapshot->graph->find(element);
        if (index != mesh::noResource) {
            resources.push_back(m_snapshot->graph->pointerAt(index));
        }
    }
    m_namespace->setNamespace({}, {});
    m_header->setResources(resources);
    m_body->hide();
    m_chooser->hide();
    m_splitSection->hide();
    m_split->setSubject({});
    m_tools->setRoute(m_snapshot, {});
    m_effective->hide();
    m_form->setSummaries({});
    m_form->setResources(m_snapshot, resources);
    m_uses.section->hide();
    m_policies.section->hide();
}

// A subset, a server, a rule that is selected elsewhere is opened here. Routes have their own sections.
void InspectorPanel::showSelectedField()
{
    const mesh::ElementRef& element = m_workspace.selection().current();
    if (element.field.isEmpty() || m_splitSection->isVisibleTo(this)) {
        return;
    }
    if (QWidget* reached = m_form->reveal(element.field)) {
        // Its place is known when the layout is done.
        QMetaObject::invokeMethod(
            reached,
            [this, reached] {
                m_scroll->widget()->layout()->activate();
                m_scroll->ensureWidgetVisible(reached, 0, 12);
            },
            Qt::QueuedConnection);
    }
}

void InspectorPanel::chooseRoute(int index)
{
    const mesh::ResourceIndex found = m_snapshot->graph->find(m_workspace.selection().current());
    if (found == mesh::noResource) {
        return;
    }
    const mesh::ResourcePtr& resource = m_snapshot->graph->pointerAt(found);
    const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
    if (table != nullptr && static_cast<std::size_t>(index) < table->routes.size()) {
        m_workspace.selection().select(resource->element(table->routes[static_cast<std::size_t>(index)].node), this);
    }
}

void InspectorPanel::editWeights(const mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId)
{
    const Expected<void> done = m_workspace.setWeights(route, weights, mergeId);
    if (!done) {
        m_split->showError(workspace::errorText(done.error()));
    }
}

} // namespace meshdraft::views
