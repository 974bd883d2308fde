// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class PageRail;
class StatusContents;
class WindowMessages;
class Workbench;

/// Connects the editor page with the window: its actions, what is said in the status bar and the message bar, and the
/// ways between picture and text.
class EditorWiring : public QObject {
    Q_OBJECT
public:
    /// What the window hands over; all of it outlives the object. `showPage` takes a PageRail::Page.
    struct Parts {
        Actions& actions;
        Workbench& workbench;
        WindowMessages& messages;
        StatusContents& status;
        PageRail& rail;
        workspace::Workspace& workspace;
        std::function<void(int)> showPage;
    };
    EditorWiring(const Parts& parts, QObject* parent);

    /// Opens a file at a line (from 1) in the editor.
    void openFile(const QString& path, int line);
    /// What is possible on the page that is shown now.
    void updateActions();

private:
    void switchView();
    bool isEditorShown() const;

    Parts m_parts;
};

} // namespace meshdraft::views
