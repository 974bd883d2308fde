// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <QObject>

#include <functional>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class ReachWindow;
class ResourceActions;
class Theme;

/// The ways to the window of who can reach whom: the menu, and from any resource.
class ReachWiring : public QObject {
    Q_OBJECT
public:
    /// `open` opens the YAML of an element. Everything outlives the object; `parent` is the window.
    ReachWiring(const Theme& theme, workspace::Workspace& workspace, Actions& actions, ResourceActions& resources,
                std::function<void(const mesh::ElementRef&)> open, QWidget* parent);

private:
    ReachWindow* window();
    void show(ReachWindow* window);
    void askTo();
    void askFrom();

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    std::function<void(const mesh::ElementRef&)> m_open;
    QWidget* m_parent;
};

} // namespace meshdraft::views
