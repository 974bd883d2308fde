// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspectorpanel.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/collapsiblesection.h"
#include "views/common/ink.h"
#include "views/inspector/factlist.h"
#include "views/inspector/inspectorheader.h"
#include "views/inspector/routechooser.h"
#include "views/inspector/routetools.h"
#include "views/inspector/splitdesigner.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

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
    m_column->addWidget(m_header);
    m_column->addWidget(m_body);
    m_column->addWidget(m_chooser);
    m_tools = new RouteTools(theme, workspace, *m_split, *m_chooser, content);
    m_column->addWidget(m_tools->previewForm());
    m_column->addWidget(m_splitSection);
    m_column->addWidget(m_tools);
    m_match = addSection(tr("Match"), u"matchSection"_s);
    m_timing = addSection(tr("Timeout and retries"), u"timingSection"_s);
    m_features = addSection(tr("Fault, headers, CORS"), u"featureSection"_s);
    m_uses = addSection(tr("Where used"), u"usesSection"_s);
    m_column->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);

    connect(m_header, &InspectorHeader::fileRequested, this, &InspectorPanel::fileRequested);
    connect(m_chooser, &RouteChooser::chosen, this, [this](int index) { chooseRoute(index); });
    connect(m_split, &SplitDesigner::weightsEdited, this, &InspectorPanel::editWeights);
    connect(m_split, &SplitDesigner::elementActivated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    connect(m_body, &FactList::activated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    connect(&m_workspace.selection(), &workspace::Selection::changed, this, [this] { refresh(); });
    showNothing(tr("Select a resource. Ctrl+K finds one by name."));
}

InspectorPanel::Section InspectorPanel::addSection(const QString& title, const QString& name)
{
    auto* section = new CollapsibleSection(m_theme, title, m_header->parentWidget());
    section->setObjectName(name);
    auto* facts = new FactList(m_theme, section);
    section->setContent(facts);
    connect(facts, &FactList::activated, this,
            [this](const mesh::ElementRef& element) { m_workspace.selection().select(element, this); });
    m_column->addWidget(section);
    return {section, facts};
}

void InspectorPanel::fill(const Section& section, const Facts& facts, const QString& summary)
{
    section.section->setVisible(true);
    section.section->header()->setSummary(summary);
    section.facts->setFacts(facts);
}

void InspectorPanel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    refresh();
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
    if (index == mesh::noResource) {
        showNothing(tr("%1 %2 is not in this environment any more.")
                        .arg(workspace::printable(element.key.kind), workspace::printable(element.key.name)));
        return;
    }
    m_empty->hide();
    m_scroll->show();
    showResource(index);
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
    m_body->setVisible(!body.empty() && table == nullptr);
    const bool hasRoutes = table != nullptr && !table->routes.empty();
    m_chooser->setVisible(hasRoutes);
    m_splitSection->setVisible(hasRoutes);
    for (const Section& section : {m_match, m_timing, m_features}) {
        section.section->setVisible(false);
    }
    if (hasRoutes) {
        showRoutes(resource, *table);
    } else {
        m_split->setSubject({});
        m_tools->setRoute(m_snapshot, {});
    }
    const Facts uses = FactSheet::uses(graph, index);
    fill(m_uses, uses, FactSheet::usesSummary(uses));
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

void InspectorPanel::showRoute(const mesh::ResourcePtr& resource, const mesh::Route& route)
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
    m_tools->setRoute(m_snapshot, subject);
    const bool right = m_split->isTotalRight();
    m_splitSection->header()->setSummary(m_split->totalText(),
                                         m_split->totalText().isEmpty() ? QString()
                                             : right                    ? u"check"_s
                                                                        : u"warning"_s,
                                         right ? "ok" : "warn");
    fill(m_match, FactSheet::matches(route), FactSheet::matchSummary(route));
    fill(m_timing, FactSheet::timing(route), FactSheet::timingSummary(route));
    fill(m_features, FactSheet::features(route), FactSheet::featureSummary(route));
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
