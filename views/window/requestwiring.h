// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QSettings;

namespace meshdraft::mesh {
struct ElementRef;
}
namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class EditorWiring;
class PageRail;
class RequestPage;
class ResourceActions;
class StatusContents;
class Theme;
class Workbench;

/// The page of requests in the window: its actions, the way from any resource to a question about it, and the way of
/// the request on the topology page.
class RequestWiring : public QObject {
    Q_OBJECT
public:
    /// What the window hands over; all of it outlives the object. `showPage` takes a PageRail::Page.
    struct Parts {
        const Theme& theme;
        Actions& actions;
        Workbench& workbench;
        StatusContents& status;
        PageRail& rail;
        EditorWiring& editor;
        ResourceActions& resources;
        workspace::Workspace& workspace;
        QSettings& settings;
        std::function<void(int)> showPage;
    };
    RequestWiring(const Parts& parts, QWidget* parent);

    RequestPage* page() const { return m_page; }
    /// What is possible now.
    void updateActions();

    /// Opens the YAML of an element in the editor.
    void openElement(const mesh::ElementRef& element);

private:
    void whyNot();
    void light(bool on);

    Parts m_parts;
    RequestPage* m_page;
};

} // namespace meshdraft::views
