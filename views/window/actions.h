// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QWidget;

namespace meshdraft::views {

/// Every action of the window with its text, keys and object name, and the menus that hold them. What they do is
/// connected by the window.
class Actions : public QObject {
    Q_OBJECT
public:
    /// `window` gets the actions, so that their keys work in all of it.
    explicit Actions(QWidget& window);

    void fillMenuBar(QMenuBar& bar);
    /// Actions of somebody else: at the top of the Change menu, and in the shortcut sheet.
    void addChanges(const QList<QAction*>& actions);
    /// All actions that have keys, in the order of the menus.
    QList<QAction*> all() const { return m_all; }

    QAction *open, *openSample, *save, *commit, *quit;
    QAction *undo, *redo, *find;
    QAction *replace, *complete, *closeTab;
    QAction *startPage, *topologyPage, *editorPage, *explainPage;
    QAction *meshDock, *inspectorDock, *pendingPanel, *findingsPanel, *listPanel;
    QAction* compareEnvironments;
    QAction* reach;
    QAction* quickFix;
    QAction* explainFinding;
    QAction *zoomIn, *zoomOut, *actualSize, *fit, *exportPicture, *resetLayout;
    QAction *systemTheme, *lightTheme, *darkTheme, *contrastTheme;
    QAction *back, *forward, *goTo, *nextFinding, *previousFinding, *nextChange, *previousChange;
    QAction *definition, *references, *switchView;
    QAction *revertChange, *discardEdits;
    QAction *reviewPage, *reviewPending, *reviewAgain, *reviewExport;
    QAction *rollback, *history, *runbook;
    QAction *explainAgain, *litPath, *saveRequest, *copyRequest;
    QAction *shortcuts, *about;
    QMenu* recentMenu = nullptr;
    QMenu* themeMenu = nullptr;
    QMenu* changeMenu = nullptr;
    QMenu* reviewMenu = nullptr;
    QMenu* requestMenu = nullptr;
    QActionGroup* themes;

private:
    QAction* add(const char* name, const QString& text, const QString& keys = {});

    QWidget& m_window;
    QList<QAction*> m_all;
};

} // namespace meshdraft::views
