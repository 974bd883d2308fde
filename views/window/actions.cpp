// SPDX-License-Identifier: Apache-2.0
#include "views/window/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

Actions::Actions(QWidget& window)
    : QObject(&window)
    , open(nullptr)
    , themes(new QActionGroup(this))
    , m_window(window)
{
    open = add("openAction", tr("&Open repository…"), u"Ctrl+O"_s);
    openSample = add("openSampleAction", tr("Open the sa&mple mesh"), u"Ctrl+Shift+O"_s);
    save = add("saveAction", tr("&Save files"), u"Ctrl+S"_s);
    commit = add("commitAction", tr("&Commit…"), u"Ctrl+Return"_s);
    quit = add("quitAction", tr("&Quit"), u"Ctrl+Q"_s);
    undo = add("undoAction", tr("&Undo"), u"Ctrl+Z"_s);
    redo = add("redoAction", tr("&Redo"), u"Ctrl+Shift+Z"_s);
    find = add("findAction", tr("&Find in this view"), u"Ctrl+F"_s);
    replace = add("replaceAction", tr("Re&place"), u"Ctrl+H"_s);
    // The editor takes the keys itself; here they are to be seen.
    complete = add("completeAction", tr("&Complete"), u"Ctrl+Space"_s);
    closeTab = add("closeTabAction", tr("Close the fi&le"), u"Ctrl+W"_s);
    startPage = add("startPageAction", tr("&Start"), u"Ctrl+1"_s);
    topologyPage = add("topologyPageAction", tr("&Topology"), u"Ctrl+2"_s);
    editorPage = add("editorPageAction", tr("&Editor"), u"Ctrl+3"_s);
    reviewPage = add("reviewPageAction", tr("&Review a change"), u"Ctrl+R"_s);
    reviewPage->setShortcuts({QKeySequence(u"Ctrl+R"_s), QKeySequence(u"Ctrl+4"_s)});
    explainPage = add("explainPageAction", tr("E&xplain a request"), u"Ctrl+E"_s);
    explainPage->setShortcuts({QKeySequence(u"Ctrl+E"_s), QKeySequence(u"Ctrl+5"_s)});
    meshDock = add("meshDockAction", tr("&Mesh"), u"Alt+1"_s);
    inspectorDock = add("inspectorDockAction", tr("&Inspector"), u"Alt+2"_s);
    pendingPanel = add("pendingPanelAction", tr("&Pending changes"), u"Alt+3"_s);
    findingsPanel = add("findingsPanelAction", tr("&Findings"), u"Alt+4"_s);
    listPanel = add("listPanelAction", tr("Topology as &list"), u"Alt+5"_s);
    compareEnvironments = add("compareEnvironmentsAction", tr("&Compare environments…"), u"Ctrl+Shift+M"_s);
    zoomIn = add("zoomInAction", tr("&Zoom in"), u"Ctrl++"_s);
    zoomOut = add("zoomOutAction", tr("Zoom &out"), u"Ctrl+-"_s);
    actualSize = add("actualSizeAction", tr("&100 %"), u"Ctrl+0"_s);
    fit = add("fitAction", tr("Fit the pict&ure"), u"Ctrl+9"_s);
    exportPicture = add("exportAction", tr("&Export the picture…"));
    resetLayout = add("resetLayoutAction", tr("Reset l&ayout"));
    systemTheme = add("systemThemeAction", tr("As the &system"));
    lightTheme = add("lightThemeAction", tr("&Light"));
    darkTheme = add("darkThemeAction", tr("&Dark"));
    contrastTheme = add("contrastThemeAction", tr("High &contrast"));
    for (QAction* action : {systemTheme, lightTheme, darkTheme, contrastTheme}) {
        action->setCheckable(true);
        themes->addAction(action);
    }
    systemTheme->setChecked(true);
    back = add("backAction", tr("&Back"), u"Alt+Left"_s);
    forward = add("forwardAction", tr("&Forward"), u"Alt+Right"_s);
    goTo = add("goToAction", tr("&Go to a resource, file or action"), u"Ctrl+K"_s);
    definition = add("definitionAction", tr("Go to &definition"), u"F12"_s);
    references = add("referencesAction", tr("Show &references"), u"Shift+F12"_s);
    switchView = add("switchViewAction", tr("&Picture or text of what is selected"), u"F4"_s);
    nextFinding = add("nextFindingAction", tr("&Next finding"), u"F8"_s);
    previousFinding = add("previousFindingAction", tr("Pre&vious finding"), u"Shift+F8"_s);
    quickFix = add("quickFixAction", tr("&Quick fix…"), u"Ctrl+."_s);
    explainFinding = add("explainFindingAction", tr("What &findings mean…"), u"F1"_s);
    nextChange = add("nextChangeAction", tr("Next &change"), u"F7"_s);
    previousChange = add("previousChangeAction", tr("Previous c&hange"), u"Shift+F7"_s);
    revertChange = add("revertChangeAction", tr("&Revert change"));
    discardEdits = add("discardEditsAction", tr("&Discard edits"));
    reviewPending = add("reviewPendingAction", tr("What is not &committed"), u"Ctrl+Shift+R"_s);
    reviewAgain = add("reviewAgainAction", tr("Read it &again"));
    reviewExport = add("reviewExportAction", tr("&Export the review…"));
    rollback = add("rollbackAction", tr("Roll &back…"), u"Ctrl+Shift+B"_s);
    history = add("historyAction", tr("&History of meaning…"), u"Ctrl+Shift+H"_s);
    runbook = add("runbookAction", tr("R&unbook…"));
    explainAgain = add("explainAgainAction", tr("&Explain it again"));
    litPath = add("litPathAction", tr("&Light up its path on the topology"), u"Ctrl+Shift+L"_s);
    litPath->setCheckable(true);
    saveRequest = add("saveRequestAction", tr("&Save the request"));
    copyRequest = add("copyRequestAction", tr("&Copy it as curl command"));
    reach = add("reachAction", tr("&Who can reach whom…"), u"Ctrl+Shift+A"_s);
    shortcuts = add("shortcutsAction", tr("&Shortcuts"), u"Ctrl+/"_s);
    about = add("aboutAction", tr("&About Meshdraft"));
    meshDock->setCheckable(true);
    inspectorDock->setCheckable(true);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

QAction* Actions::add(const char* name, const QString& text, const QString& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    if (!keys.isEmpty()) {
        action->setShortcut(QKeySequence(keys));
    }
    m_window.addAction(action);
    m_all << action;
    return action;
}

void Actions::addChanges(const QList<QAction*>& actions)
{
    changeMenu->insertActions(revertChange, actions);
    changeMenu->insertSeparator(revertChange);
    m_all << actions;
}

void Actions::fillMenuBar(QMenuBar& bar)
{
    QMenu* file = bar.addMenu(tr("&File"));
    file->addActions({open, openSample});
    recentMenu = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addActions({save, commit, closeTab});
    file->addSeparator();
    file->addAction(exportPicture);
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({find, replace});
    edit->addSeparator();
    edit->addAction(complete);

    QMenu* view = bar.addMenu(tr("&View"));
    view->addActions({startPage, topologyPage, editorPage, reviewPage, explainPage});
    view->addSeparator();
    view->addActions({meshDock, inspectorDock, pendingPanel, findingsPanel, listPanel});
    view->addSeparator();
    view->addAction(compareEnvironments);
    view->addSeparator();
    view->addActions({zoomIn, zoomOut, actualSize, fit});
    view->addSeparator();
    themeMenu = view->addMenu(tr("T&heme"));
    themeMenu->addActions({systemTheme, lightTheme, darkTheme, contrastTheme});
    view->addAction(resetLayout);

    QMenu* go = bar.addMenu(tr("&Go"));
    go->addActions({back, forward});
    go->addSeparator();
    go->addAction(goTo);
    go->addActions({definition, references, switchView});
    go->addSeparator();
    go->addActions({nextFinding, previousFinding, nextChange, previousChange});

    changeMenu = bar.addMenu(tr("&Change"));
    changeMenu->addActions({quickFix, revertChange, discardEdits});
    changeMenu->addSeparator();
    changeMenu->addAction(commit);

    reviewMenu = bar.addMenu(tr("Revie&w"));
    reviewMenu->addActions({reviewPage, reviewPending, reviewAgain});
    reviewMenu->addSeparator();
    reviewMenu->addAction(reviewExport);
    reviewMenu->addSeparator();
    reviewMenu->addActions({history, rollback, runbook});

    requestMenu = bar.addMenu(tr("&Request"));
    requestMenu->addActions({explainPage, explainAgain, litPath});
    requestMenu->addSeparator();
    requestMenu->addActions({saveRequest, copyRequest});
    requestMenu->addSeparator();
    requestMenu->addAction(reach);

    QMenu* help = bar.addMenu(tr("&Help"));
    help->addActions({explainFinding, shortcuts, about});
}

} // namespace meshdraft::views
