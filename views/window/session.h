// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QSettings;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class MainWindow;

/// Where somebody was when the program ended: repository, environment, page, open files and caret, selection. The
/// window keeps its own geometry and docks. GUI thread.
class Session : public QObject {
    Q_OBJECT
public:
    /// `window`, `workspace` and `settings` outlive it.
    Session(MainWindow& window, workspace::Workspace& workspace, QSettings& settings);

    /// Writes down what is open now.
    void save() const;
    /// Opens what was open last; false where there is nothing, or where it is gone.
    bool resume();

private:
    void arrive();

    MainWindow& m_window;
    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    bool m_isResuming = false;
};

} // namespace meshdraft::views
