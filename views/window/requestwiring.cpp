// SPDX-License-Identifier: Apache-2.0
#include "views/window/requestwiring.h"

#include "models/traffic/routingtests.h"
#include "models/workspace/requestaim.h"
#include "models/workspace/workspace.h"
#include "views/editor/editorpage.h"
#include "views/inspector/operations/resourceactions.h"
#include "views/request/addressfield.h"
#include "views/request/requestpage.h"
#include "views/request/requestpicture.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/actions.h"
#include "views/window/editorwiring.h"
#include "views/window/followers.h"
#include "views/window/pagerail.h"
#include "views/window/statuscontents.h"
#include "views/window/workbench.h"

#include <QAction>

namespace meshdraft::views {

namespace {

/// Of two things that are picked on the picture the first one asks the other.
std::optional<traffic::Origin> callerOf(const std::vector<mesh::ElementRef>& picked, const mesh::ElementRef& target,
                                        const mesh::MeshGraph& graph)
{
    for (const mesh::ElementRef& element : picked) {
        const mesh::ResourceIndex index = graph.find(element);
        if (index == mesh::noResource || element.key == target.key) {
            continue;
        }
        const mesh::Resource& resource = graph.at(index);
        if (std::holds_alternative<mesh::Workload>(resource.body)) {
            return traffic::Origin{
                .kind = traffic::Origin::Kind::Workload, .ns = resource.key.ns, .name = resource.key.name};
        }
        if (std::holds_alternative<mesh::Gateway>(resource.body)) {
            return traffic::Origin{
                .kind = traffic::Origin::Kind::Gateway, .ns = resource.key.ns, .name = resource.key.name};
        }
    }
    return std::nullopt;
}

} // namespace

RequestWiring::RequestWiring(const Parts& parts, QWidget* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(new RequestPage(parts.theme, parts.workspace, parts.settings, parent))
{
    Actions& actions = m_parts.actions;
    TopologyPage* topology = m_parts.workbench.topology();
    const auto on = [this](QAction* action, auto&& slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions.explainPage, [this] {
        m_parts.showPage(PageRail::Explain);
        m_page->bar()->address()->selectAll();
    });
    on(actions.explainAgain, [this] { m_page->bar()->explain(); });
    on(actions.saveRequest, [this] { m_page->bar()->saveRequest(); });
    on(actions.copyRequest, [this] { m_page->bar()->copyAsCurl(); });
    connect(actions.litPath, &QAction::toggled, this, &RequestWiring::light);
    connect(&m_parts.resources, &ResourceActions::explainRequested, this, &RequestWiring::whyNot);
    connect(topology, &TopologyPage::pictureShown, m_page,
            [this, topology] { m_page->setPicture(topology->picture()); });
    connect(topology, &TopologyPage::pathCleared, this, [this] { m_parts.actions.litPath->setChecked(false); });
    connect(m_page, &RequestPage::pathChanged, this, [this] {
        if (m_parts.actions.litPath->isChecked()) {
            light(true);
        }
        updateActions();
    });
    connect(m_page, &RequestPage::answerShown, this, [this] {
        m_parts.status.say(tr("Answered from files in %1 ms").arg(m_page->answer()->milliseconds, 0, 'f', 1));
        updateActions();
    });
    connect(m_page, &RequestPage::elementOpened, this, &RequestWiring::openElement);
    connect(m_page, &RequestPage::testsOpened, this, [this] {
        m_parts.editor.openFile(QString::fromUtf8(traffic::RoutingTests::path.data(),
                                                  static_cast<qsizetype>(traffic::RoutingTests::path.size())),
                                1);
    });
    connect(m_page, &RequestPage::topologyRequested, this, [this] {
        m_parts.actions.litPath->setChecked(true);
        m_parts.showPage(PageRail::Topology);
        if (!m_page->path().isEmpty()) {
            m_parts.workbench.topology()->reveal(m_page->path().stops.back().element);
        }
    });
    m_parts.workbench.followers()->add(Followers::Pace::AtRest, [this](const workspace::SnapshotPtr& snapshot) {
        m_page->setRepository(snapshot && snapshot->repository ? snapshot->repository->workTree() : QString());
        m_page->setSnapshot(snapshot);
        updateActions();
    });
    updateActions();
}

void RequestWiring::updateActions()
{
    const bool open = m_parts.workspace.snapshot() != nullptr;
    const bool asked = open && m_page->answer().has_value();
    Actions& actions = m_parts.actions;
    actions.explainPage->setEnabled(open);
    m_parts.rail.setPageEnabled(PageRail::Explain, open);
    for (QAction* action : {actions.explainAgain, actions.saveRequest, actions.copyRequest, actions.litPath}) {
        action->setEnabled(asked);
    }
    m_parts.workbench.topology()->setRequestKind(asked ? std::optional(m_page->answer()->request) : std::nullopt);
}

void RequestWiring::openElement(const mesh::ElementRef& element)
{
    m_parts.showPage(PageRail::Editor);
    m_parts.workbench.editor()->openElement(element);
    m_parts.workspace.selection().select(element, m_parts.workbench.editor());
    m_parts.workbench.editor()->focusWidgetOfPage()->setFocus();
}

void RequestWiring::whyNot()
{
    const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
    if (!snapshot || !snapshot->graph) {
        return;
    }
    const mesh::ElementRef target = m_parts.workspace.selection().current();
    const auto from = callerOf(m_parts.workbench.topology()->canvas()->picked(), target, *snapshot->graph);
    m_parts.showPage(PageRail::Explain);
    if (!m_page->explainTo(target, from)) {
        m_parts.status.say(tr("Nothing in these files sends requests there."));
    }
}

void RequestWiring::light(bool on)
{
    m_page->setWatched(on);
    m_parts.workbench.topology()->setPath(on ? m_page->path() : workspace::LitPath());
}

} // namespace meshdraft::views
