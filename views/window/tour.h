// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/window/script.h"

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class MainWindow;

/// A scripted run of the real window: opens a mesh, selects the reviews route, makes its split 80/10/10 with mouse and
/// keys, commits, and leaves a picture of every step in light and dark. Works without a screen.
class Tour : public Script {
    Q_OBJECT
public:
    Tour(MainWindow& window, Theme& theme, workspace::Workspace& workspace, QString directory);

    /// Opens `sample` and runs every step. Returns the exit code; on a failure one sentence goes to standard error.
    int run(const QString& sample);

private:
    void open(const QString& sample);
    void selectRoute();
    void splitTraffic();
    void commit();
    void lendIdentity() const;

    void shoot(const QString& name);
    std::vector<std::int64_t> weights() const;

    workspace::Workspace& m_workspace;
};

} // namespace meshdraft::views
