// SPDX-License-Identifier: Apache-2.0
#include "views/window/workbench.h"

#include "models/workspace/meshfindings.h"
#include "models/workspace/workspace.h"
#include "views/changes/changespanel.h"
#include "views/editor/editorpage.h"
#include "views/editor/editorside.h"
#include "views/findings/findingspanel.h"
#include "views/inspector/inspectorheader.h"
#include "views/inspector/inspectorpanel.h"
#include "views/inspector/namespacecard.h"
#include "views/inspector/operations/resourceactions.h"
#include "views/theme/theme.h"
#include "views/topology/topologylistpanel.h"
#include "views/topology/topologypage.h"
#include "views/tree/meshtreepanel.h"
#include "views/window/bottomdock.h"
#include "views/window/docktitle.h"
#include "views/window/followers.h"

#include <QAction>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int layoutVersion = 1;
constexpr int meshWidth = 232;
constexpr int inspectorWidth = 318;
constexpr int bottomHeight = 254;

} // namespace

Workbench::Workbench(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QMainWindow(parent)
    , m_tree(new MeshTreePanel(theme, workspace.selection()))
    , m_inspector(new InspectorPanel(theme, workspace))
    , m_topology(new TopologyPage(theme, workspace.selection(), this))
    , m_editor(new EditorPage(theme, workspace, this))
    , m_views(new QStackedWidget(this))
    , m_side(new EditorSide(theme, workspace.selection()))
    , m_sides(new QStackedWidget)
    , m_changes(new ChangesPanel(theme, workspace))
    , m_findings(new FindingsPanel(theme, workspace.selection()))
    , m_meshFindings(new workspace::MeshFindings(this))
    , m_list(new TopologyListPanel(theme, workspace.selection()))
    , m_followers(new Followers(this))
{
    setObjectName(u"workbench"_s);
    setWindowFlags(Qt::Widget);
    m_views->addWidget(m_topology);
    m_views->addWidget(m_editor);
    setCentralWidget(m_views);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    m_meshDock = addDock(theme, u"meshDock"_s, tr("Mesh"), m_tree, Qt::LeftDockWidgetArea);
    m_inspectorDock = addDock(theme, u"inspectorDock"_s, tr("Inspector"), m_sides, Qt::RightDockWidgetArea);
    m_sides->addWidget(m_inspector);
    m_sides->addWidget(m_side);
    m_tree->setMinimumWidth(180);
    m_inspector->setMinimumWidth(280);
    m_bottom = new BottomDock(theme, this);
    m_bottom->addPanel(tr("Pending changes"), m_changes, m_changes->tools());
    m_bottom->addPanel(tr("Findings"), m_findings, m_findings->tools());
    m_bottom->addPanel(tr("Topology as list"), m_list, m_list->tools());
    addDockWidget(Qt::BottomDockWidgetArea, m_bottom);
    m_bottom->hide();
    NamespaceCard* card = m_inspector->namespaceCard();
    connect(m_topology, &TopologyPage::pictureShown, this, [this, card] {
        m_list->setPicture(m_topology->picture());
        card->setPicture(m_topology->picture().whole, m_topology->picture().facts,
                         [this](const QString& group) { return m_topology->isGroupOpen(group); });
    });
    connect(card, &NamespaceCard::toggleRequested, m_topology, &TopologyPage::toggleGroup);
    connect(card, &NamespaceCard::onlyRequested, m_topology, &TopologyPage::showOnly);
    connect(m_inspector, &InspectorPanel::usagesFound, m_side, &EditorSide::setUsages);
    connect(&workspace.selection(), &workspace::Selection::changed, this, &Workbench::updateSide);
    connect(m_topology, &TopologyPage::listRequested, this, [this] { showTab(ListTab); });
    addFollowers();
}

void Workbench::addFollowers()
{
    const auto eachStep = [this](Followers::Take take) {
        m_followers->add(Followers::Pace::EachStep, std::move(take));
    };
    const auto atRest = [this](Followers::Take take) { m_followers->add(Followers::Pace::AtRest, std::move(take)); };
    using Shown = const workspace::SnapshotPtr&;
    eachStep([this](Shown snapshot) { m_topology->setSnapshot(snapshot); });
    eachStep([this](Shown snapshot) { m_inspector->setSnapshot(snapshot); });
    eachStep([this](Shown snapshot) { m_changes->setSnapshot(snapshot); });
    eachStep([this](Shown snapshot) { offerChanges(snapshot); });
    atRest([this](Shown /*snapshot*/) { m_inspector->catchUp(); });
    atRest([this](Shown snapshot) { m_tree->setSnapshot(snapshot); });
    atRest([this](Shown snapshot) { m_editor->setSnapshot(snapshot); });
    atRest([this](Shown snapshot) { m_side->setSnapshot(snapshot); });
    atRest([this](Shown snapshot) { m_meshFindings->setSnapshot(snapshot); });
    connect(m_meshFindings, &workspace::MeshFindings::changed, this, [this] {
        m_findings->setFindings(*m_meshFindings);
        m_bottom->setFindings(m_meshFindings->current(), FindingsTab);
    });
    connect(m_inspector, &InspectorPanel::dragging, m_followers, &Followers::setDragging);
}

void Workbench::updateSide()
{
    const bool isBesideText = view() == EditorView && !m_side->isEmpty();
    m_sides->setCurrentWidget(isBesideText ? static_cast<QWidget*>(m_side) : m_inspector);
}

QDockWidget* Workbench::addDock(const Theme& theme, const QString& name, const QString& title, QWidget* panel,
                                Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setTitleBarWidget(new DockTitle(theme, *dock));
    dock->setWidget(panel);
    addDockWidget(area, dock);
    return dock;
}

void Workbench::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_followers->setSnapshot(snapshot);
}

void Workbench::offerChanges(const workspace::SnapshotPtr& snapshot)
{
    if (!snapshot) {
        m_list->setPicture({});
        return;
    }
    m_bottom->setPending(snapshot->change.resources.size(), PendingTab);
    if (!m_bottomOffered && !snapshot->change.resources.empty()) {
        showTab(PendingTab);
    }
}

void Workbench::showView(View view)
{
    m_views->setCurrentWidget(view == EditorView ? static_cast<QWidget*>(m_editor) : m_topology);
    Q_EMIT viewChanged();
    updateSide();
}

Workbench::View Workbench::view() const
{
    return m_views->currentWidget() == m_editor ? EditorView : TopologyView;
}

void Workbench::setResourceActions(const ResourceActions& actions)
{
    m_tree->setMenu(actions.makeMenu(m_tree), actions.remove);
    m_inspector->header()->setMenu(actions.makeMenu(m_inspector));
    m_topology->setMenu(actions.makeMenu(m_topology));
    // in the editor the same keys ask about what is at the caret
    const QKeySequence keys = actions.whereUsed->shortcut();
    connect(this, &Workbench::viewChanged, actions.whereUsed, [this, action = actions.whereUsed, keys] {
        action->setShortcut(view() == EditorView ? QKeySequence() : keys);
    });
    connect(&actions, &ResourceActions::whereUsedRequested, this, [this] {
        m_inspectorDock->show();
        m_sides->currentWidget() == m_side ? m_side->showWhereUsed() : m_inspector->showWhereUsed();
    });
}

void Workbench::showTab(Tab tab)
{
    m_bottomOffered = true;
    m_bottom->setCurrent(tab);
    if (m_bottom->isHidden()) {
        m_bottom->show();
        resizeDocks({m_bottom}, {bottomHeight}, Qt::Vertical);
    }
}

void Workbench::toggleDock(QDockWidget* dock)
{
    dock->setVisible(dock->isHidden());
}

void Workbench::sizeDocks()
{
    resizeDocks({m_meshDock, m_inspectorDock}, {meshWidth, inspectorWidth}, Qt::Horizontal);
    resizeDocks({m_bottom}, {bottomHeight}, Qt::Vertical);
}

void Workbench::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_sized) {
        m_sized = true;
        sizeDocks();
    }
}

void Workbench::resetLayout()
{
    for (QDockWidget* dock : {m_meshDock, m_inspectorDock, static_cast<QDockWidget*>(m_bottom)}) {
        dock->setFloating(false);
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_meshDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_bottom);
    m_meshDock->show();
    m_inspectorDock->show();
    sizeDocks();
}

void Workbench::saveLayout(QSettings& settings) const
{
    if (m_sized) {
        settings.setValue(u"workbench/layout"_s, saveState(layoutVersion));
    }
}

void Workbench::restoreLayout(QSettings& settings)
{
    const QByteArray state = settings.value(u"workbench/layout"_s).toByteArray();
    if (!state.isEmpty() && restoreState(state, layoutVersion)) {
        m_sized = true;
        // What was closed is opened by the first change again, as in a fresh window.
        m_bottom->hide();
    }
}

void Workbench::repositoryOpened()
{
    m_bottomOffered = false;
}

} // namespace meshdraft::views
