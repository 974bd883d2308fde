// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"
#include "models/traffic/request.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace meshdraft {
struct Error;
} // namespace meshdraft

namespace meshdraft::mesh {
class MeshGraph;
} // namespace meshdraft::mesh

namespace meshdraft::workspace {
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class Theme;

/// The caller that an element is: a workload or a gateway; nothing for others.
std::optional<traffic::Origin> originOf(const mesh::MeshGraph& graph, const mesh::ElementRef& element);

/// What can be done with whole resources: New resource…, Duplicate…, Rename…, Change port…, Move to namespace…, Delete,
/// Where used, Why not?, Who can reach this?, What can this reach?, History. The actions work on the selection; menus
/// of the window, the tree and the inspector show them.
class ResourceActions : public QObject {
    Q_OBJECT
public:
    /// `window` gets the actions and is the parent of dialogs; `fail` shows what was refused.
    ResourceActions(const Theme& theme, workspace::Workspace& workspace, QWidget& window,
                    std::function<void(const Error&)> fail);

    QAction *newResource, *duplicate, *rename, *changePort, *moveTo, *remove, *whereUsed, *whyNot, *reachTo, *reachFrom,
        *history;
    QList<QAction*> all() const
    {
        return {newResource, duplicate, rename,  changePort, moveTo, remove,
                whereUsed,   whyNot,    reachTo, reachFrom,  history};
    }
    /// A menu with them, made for one of the views.
    QMenu* makeMenu(QWidget* parent) const;
    /// Enables what the selection allows.
    void update();

Q_SIGNALS:
    void whereUsedRequested();
    /// What becomes of a request to the selected resource?
    void explainRequested();
    /// Who can reach the selected resource?
    void reachToRequested();
    /// What can the selected workload or gateway reach?
    void reachFromRequested();
    /// What has changed the selected resource?
    void historyRequested();

private:
    QAction* add(const char* name, const QString& text, const QString& keys);
    void askNew();
    void askDuplicate();
    void askRename();
    void askPort();
    void askMove();
    std::vector<mesh::ElementRef> selected() const;
    void askDelete();

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    QWidget& m_window;
    std::function<void(const Error&)> m_fail;
};

} // namespace meshdraft::views
