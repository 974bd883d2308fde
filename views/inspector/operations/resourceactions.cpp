// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/resourceactions.h"

#include "models/workspace/requestaim.h"
#include "models/workspace/workspace.h"
#include "views/inspector/operations/deletedialog.h"
#include "views/inspector/operations/movedialog.h"
#include "views/inspector/operations/newresourcedialog.h"
#include "views/inspector/operations/renamedialog.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

std::optional<traffic::Origin> originOf(const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    const mesh::ResourceIndex index = graph.find(element);
    if (index == mesh::noResource) {
        return std::nullopt;
    }
    const mesh::Resource& resource = graph.at(index);
    const mesh::ResourceKey& key = resource.key;
    if (std::holds_alternative<mesh::Workload>(resource.body)) {
        return traffic::Origin{traffic::Origin::Kind::Workload, key.ns, key.name, key.kind};
    }
    if (std::holds_alternative<mesh::Gateway>(resource.body)) {
        return traffic::Origin{traffic::Origin::Kind::Gateway, key.ns, key.name, {}};
    }
    return std::nullopt;
}

ResourceActions::ResourceActions(const Theme& theme, workspace::Workspace& workspace, QWidget& window,
                                 std::function<void(const Error&)> fail)
    : QObject(&window)
    , newResource(nullptr)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_window(window)
    , m_fail(std::move(fail))
{
    newResource = add("newResourceAction", tr("&New resource…"), u"Ctrl+N"_s);
    duplicate = add("duplicateAction", tr("D&uplicate…"), u"Ctrl+D"_s);
    rename = add("renameAction", tr("R&ename…"), u"F2"_s);
    changePort = add("changePortAction", tr("Change &port…"), u"Ctrl+F2"_s);
    moveTo = add("moveAction", tr("&Move to namespace…"), u"Shift+F2"_s);
    remove = add("deleteAction", tr("De&lete"), u"Ctrl+Delete"_s);
    whereUsed = add("whereUsedAction", tr("&Where used"), u"Shift+F12"_s);
    whyNot = add("whyNotAction", tr("Wh&y not? Explain a request to it"), u"Ctrl+Shift+E"_s);
    reachTo = add("reachToAction", tr("Who can reac&h this…"), u"Ctrl+Shift+W"_s);
    reachFrom = add("reachFromAction", tr("What c&an this reach…"), u"Ctrl+Alt+W"_s);
    history = add("resourceHistoryAction", tr("H&istory of its meaning…"), u"Ctrl+Alt+H"_s);
    connect(history, &QAction::triggered, this, &ResourceActions::historyRequested);
    connect(whyNot, &QAction::triggered, this, &ResourceActions::explainRequested);
    connect(reachTo, &QAction::triggered, this, &ResourceActions::reachToRequested);
    connect(reachFrom, &QAction::triggered, this, &ResourceActions::reachFromRequested);
    connect(newResource, &QAction::triggered, this, [this] { askNew(); });
    connect(duplicate, &QAction::triggered, this, [this] { askDuplicate(); });
    connect(rename, &QAction::triggered, this, [this] { askRename(); });
    connect(changePort, &QAction::triggered, this, [this] { askPort(); });
    connect(moveTo, &QAction::triggered, this, [this] { askMove(); });
    connect(remove, &QAction::triggered, this, [this] { askDelete(); });
    connect(whereUsed, &QAction::triggered, this, &ResourceActions::whereUsedRequested);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, [this] { update(); });
    connect(&workspace.selection(), &workspace::Selection::changed, this, [this] { update(); });
    connect(&workspace.selection(), &workspace::Selection::severalChanged, this, [this] { update(); });
    update();
}

QAction* ResourceActions::add(const char* name, const QString& text, const QString& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(QKeySequence(keys));
    m_window.addAction(action);
    return action;
}

QMenu* ResourceActions::makeMenu(QWidget* parent) const
{
    auto* menu = new QMenu(parent);
    menu->addAction(newResource);
    menu->addSeparator();
    menu->addActions({duplicate, rename, changePort, moveTo, remove});
    menu->addSeparator();
    menu->addActions({whereUsed, whyNot, reachTo, reachFrom, history});
    return menu;
}

void ResourceActions::update()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const bool canEdit = snapshot && snapshot->graph && !snapshot->isReadOnly();
    const workspace::Selection& selection = m_workspace.selection();
    const bool hasResource =
        snapshot && snapshot->graph && snapshot->graph->find(selection.current()) != mesh::noResource;
    const bool isOne = hasResource && selection.several().empty();
    newResource->setEnabled(canEdit);
    duplicate->setEnabled(canEdit && isOne);
    rename->setEnabled(canEdit && isOne);
    changePort->setEnabled(canEdit && isOne && workspace::portTarget(*snapshot->graph, selection.current()));
    moveTo->setEnabled(canEdit && hasResource && !selection.current().key.ns.empty());
    remove->setEnabled(canEdit && hasResource);
    whereUsed->setEnabled(isOne);
    whyNot->setEnabled(isOne && workspace::requestTo(*snapshot->graph, selection.current()).has_value());
    reachTo->setEnabled(whyNot->isEnabled());
    history->setEnabled(isOne);
    reachFrom->setEnabled(isOne && originOf(*snapshot->graph, selection.current()).has_value());
}

void ResourceActions::askNew()
{
    auto* dialog = new NewResourceDialog(m_theme, m_workspace, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ResourceActions::askDuplicate()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const mesh::ResourceIndex index = snapshot->graph->find(m_workspace.selection().current());
    if (index == mesh::noResource) {
        return;
    }
    auto* dialog = new NewResourceDialog(m_theme, m_workspace, snapshot->graph->at(index), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ResourceActions::askRename()
{
    const auto target = workspace::renameTarget(*m_workspace.snapshot()->graph, m_workspace.selection().current());
    if (!target) {
        return;
    }
    auto* dialog = new RenameDialog(m_theme, m_workspace, *target, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ResourceActions::askPort()
{
    const auto target = workspace::portTarget(*m_workspace.snapshot()->graph, m_workspace.selection().current());
    if (!target) {
        return;
    }
    auto* dialog = new RenameDialog(m_theme, m_workspace, *target, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ResourceActions::askMove()
{
    auto* dialog = new MoveDialog(m_theme, m_workspace, selected(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::vector<mesh::ElementRef> ResourceActions::selected() const
{
    std::vector<mesh::ElementRef> elements = m_workspace.selection().several();
    if (elements.empty()) {
        elements.push_back(m_workspace.selection().current());
    }
    for (mesh::ElementRef& element : elements) {
        element.field = {};
    }
    return elements;
}

void ResourceActions::askDelete()
{
    auto plan = workspace::planRemoval(*m_workspace.snapshot(), selected());
    if (!plan) {
        m_fail(plan.error());
        return;
    }
    if (!plan->dangling.empty()) {
        auto* dialog = new DeleteDialog(m_theme, m_workspace, std::move(*plan), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return;
    }
    if (const Expected<void> done = m_workspace.apply(plan->edit, deleteStep(plan->edit)); !done) {
        m_fail(done.error());
    }
}

} // namespace meshdraft::views
