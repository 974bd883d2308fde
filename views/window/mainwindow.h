// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QMainWindow>

class QSettings;
class QStackedWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class EditorWiring;
class KeptGuide;
class MessageBar;
class PageRail;
class RenderGuide;
class RequestWiring;
class ReviewWiring;
class StartPage;
class StatusContents;
class Theme;
class TopBar;
class WindowMessages;
class Workbench;

/// The window: wires pages, bars, docks and actions to one workspace, and does nothing else.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `theme`, `workspace` and `settings` outlive the window.
    MainWindow(Theme& theme, workspace::Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a repository (asks first when unsaved work would be dropped).
    void openRepository(const QString& directory, const QString& revision = {}, const QString& environment = {});
    /// Opens the sample mesh in `directory`, which is made there unless it exists.
    void openSample(const QString& directory);
    Workbench& workbench() { return *m_workbench; }
    MessageBar& message() { return *m_message; }

public Q_SLOTS:
    void chooseRepository();
    void commit();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void connectActions();
    void connectViews();
    void connectWorkspace();
    void takeSnapshot(const workspace::SnapshotPtr& snapshot);
    void showPage(int page);
    void openDefaultSample();
    void compareEnvironments();
    void save();
    void askWhereToWrite();
    void remember();
    void fillRecent();
    void updateActions();
    bool mayDropChanges();
    void setScheme(int scheme);

    Theme& m_theme;
    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    Actions* m_actions;
    PageRail* m_rail;
    TopBar* m_topBar;
    MessageBar* m_message;
    WindowMessages* m_messages;
    QStackedWidget* m_pages;
    StartPage* m_start;
    KeptGuide* m_kept;
    RenderGuide* m_render;
    Workbench* m_workbench;
    StatusContents* m_status;
    EditorWiring* m_editor;
    RequestWiring* m_requests;
    ReviewWiring* m_reviews;
    QString m_openDirectory;
    bool m_opening = false;
};

} // namespace meshdraft::views
