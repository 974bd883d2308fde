// SPDX-License-Identifier: Apache-2.0
#include "views/window/reachwiring.h"

#include "models/workspace/requestaim.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/inspector/operations/resourceactions.h"
#include "views/reach/reachwindow.h"
#include "views/window/actions.h"

#include <QAction>

#include <utility>

namespace meshdraft::views {

ReachWiring::ReachWiring(const Theme& theme, workspace::Workspace& workspace, Actions& actions,
                         ResourceActions& resources, std::function<void(const mesh::ElementRef&)> open, QWidget* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_open(std::move(open))
    , m_parent(parent)
{
    QAction* everything = actions.reach;
    connect(everything, &QAction::triggered, this, [this] {
        ReachWindow* shown = window();
        shown->ask({}, {});
        show(shown);
    });
    connect(&resources, &ResourceActions::reachToRequested, this, &ReachWiring::askTo);
    connect(&resources, &ResourceActions::reachFromRequested, this, &ReachWiring::askFrom);
    const auto enable = [this, everything] { everything->setEnabled(m_workspace.snapshot() != nullptr); };
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, enable);
    enable();
}

ReachWindow* ReachWiring::window()
{
    auto* found = m_parent->findChild<ReachWindow*>();
    if (found == nullptr) {
        found = new ReachWindow(m_theme, m_workspace, m_parent);
        connect(found, &ReachWindow::elementOpened, this, [this](const mesh::ElementRef& element) {
            m_open(element);
            m_parent->raise();
            m_parent->activateWindow();
        });
    }
    return found;
}

void ReachWiring::show(ReachWindow* window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

void ReachWiring::askTo()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const mesh::ElementRef target = m_workspace.selection().current();
    const auto request = snapshot && snapshot->graph ? workspace::requestTo(*snapshot->graph, target) : std::nullopt;
    if (!request) {
        return;
    }
    ReachWindow* shown = window();
    shown->ask({{}, {request->host}}, tr("Who can reach %1?").arg(workspace::printable(request->host)));
    show(shown);
}

void ReachWiring::askFrom()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto origin =
        snapshot && snapshot->graph ? originOf(*snapshot->graph, m_workspace.selection().current()) : std::nullopt;
    if (!origin) {
        return;
    }
    ReachWindow* shown = window();
    shown->ask({{*origin}, {}}, tr("What can %1 reach?").arg(workspace::originText(*origin)));
    show(shown);
}

} // namespace meshdraft::views
