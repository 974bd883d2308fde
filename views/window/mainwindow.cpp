// SPDX-License-Identifier: Apache-2.0
#include "views/window/mainwindow.h"

#include "models/git/samplerepository.h"
#include "models/mesh/projectfile.h"
#include "models/workspace/meshfindings.h"
#include "models/workspace/workspace.h"
#include "views/changes/changespanel.h"
#include "views/changes/sourcechoicedialog.h"
#include "views/commit/commitdialog.h"
#include "views/commit/stackguide.h"
#include "views/common/access.h"
#include "views/common/folderdrop.h"
#include "views/common/messagebar.h"
#include "views/editor/editorpage.h"
#include "views/findings/findingspanel.h"
#include "views/inspector/inspectorpanel.h"
#include "views/inspector/operations/resourceactions.h"
#include "views/matrix/matrixwindow.h"
#include "views/request/requestpage.h"
#include "views/review/reviewpage.h"
#include "views/start/startpage.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/actions.h"
#include "views/window/bottomdock.h"
#include "views/window/editorwiring.h"
#include "views/window/findingwiring.h"
#include "views/window/followers.h"
#include "views/window/gotofield.h"
#include "views/window/keptguide.h"
#include "views/window/pagerail.h"
#include "views/window/reachwiring.h"
#include "views/window/renderguide.h"
#include "views/window/requestwiring.h"
#include "views/window/reviewwiring.h"
#include "views/window/shortcutsheet.h"
#include "views/window/statuscontents.h"
#include "views/window/topbar.h"
#include "views/window/undowiring.h"
#include "views/window/windowmessages.h"
#include "views/window/workbench.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

MainWindow::MainWindow(Theme& theme, workspace::Workspace& workspace, QSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_actions(new Actions(*this))
{
    installAccess();
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Meshdraft"));
    setWindowIcon(theme.icon(u"app"_s, "hl"));
    m_actions->fillMenuBar(*menuBar());
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_topBar = new TopBar(theme, *m_actions, central);
    column->addWidget(m_topBar);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_rail = new PageRail(theme, central);
    row->addWidget(m_rail);
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    m_message = new MessageBar(theme, central);
    m_message->setObjectName(u"windowMessage"_s);
    m_messages = new WindowMessages(theme, *m_message, workspace);
    m_pages = new QStackedWidget(central);
    m_start = new StartPage(theme, m_pages);
    m_kept = new KeptGuide(*m_message, *m_messages, *m_start, workspace);
    m_workbench = new Workbench(theme, workspace, m_pages);
    m_render = new RenderGuide(*m_message, *m_messages, *m_workbench);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workbench);
    content->addWidget(m_message);
    content->addWidget(m_pages, 1);
    row->addLayout(content, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    m_status = new StatusContents(theme, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFixedHeight(26);
    statusBar()->addWidget(m_status, 1);
    const QString later = tr("Not built yet; it comes with a later version");
    m_rail->setPageEnabled(PageRail::Learn, false, later);
    m_rail->settings()->setMenu(m_actions->themeMenu);

    m_editor = new EditorWiring(
        {*m_actions, *m_workbench, *m_messages, *m_status, *m_rail, workspace, [this](int page) { showPage(page); }},
        this);
    auto* resourceActions =
        new ResourceActions(theme, workspace, *this, [this](const Error& error) { m_messages->showError(error); });
    m_actions->addChanges(resourceActions->all());
    m_workbench->setResourceActions(*resourceActions);
    m_requests = new RequestWiring({theme, *m_actions, *m_workbench, *m_status, *m_rail, *m_editor, *resourceActions,
                                    workspace, settings, [this](int page) { showPage(page); }},
                                   m_pages);
    m_pages->addWidget(m_requests->page());
    m_reviews = new ReviewWiring({theme, *m_actions, *m_workbench, *m_status, *m_rail, *m_editor, *m_requests,
                                  workspace, settings, [this](int page) { showPage(page); }},
                                 m_pages);
    m_pages->addWidget(m_reviews->page());
    new ReachWiring(
        theme, workspace, *m_actions, *resourceActions,
        [this](const mesh::ElementRef& element) { m_requests->openElement(element); }, this);
    new UndoWiring({theme, *m_actions, *resourceActions, *m_reviews, *m_editor, *m_messages, *m_message, workspace,
                    [this](int page) { showPage(page); }, [this] { commit(); }},
                   this);
    new FindingWiring({theme, *m_actions, *m_workbench, *m_status, workspace,
                       [this](const Error& error) { m_messages->showError(error); }},
                      this);
    const auto atRest = [this](Followers::Take take) {
        m_workbench->followers()->add(Followers::Pace::AtRest, std::move(take));
    };
    atRest([this](const workspace::SnapshotPtr& snapshot) { m_topBar->goTo()->setSnapshot(snapshot); });
    atRest([this](const workspace::SnapshotPtr& snapshot) { m_status->setSnapshot(snapshot); });
    connectActions();
    connectViews();
    connectWorkspace();
    resize(1440, 900);
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    m_workbench->restoreLayout(m_settings);
    fillRecent();
    takeSnapshot(m_workspace.snapshot());
    showPage(PageRail::Start);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto&& slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->open, [this] { chooseRepository(); });
    on(m_actions->openSample, [this] { openDefaultSample(); });
    on(m_actions->save, [this] { save(); });
    on(m_actions->commit, [this] { commit(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [this] { m_workspace.undo(); });
    on(m_actions->redo, [this] { m_workspace.redo(); });
    on(m_actions->startPage, [this] { showPage(PageRail::Start); });
    on(m_actions->topologyPage, [this] { showPage(PageRail::Topology); });
    on(m_actions->meshDock, [this] { m_workbench->toggleDock(m_workbench->meshDock()); });
    on(m_actions->inspectorDock, [this] { m_workbench->toggleDock(m_workbench->inspectorDock()); });
    on(m_actions->pendingPanel, [this] { m_workbench->showTab(Workbench::PendingTab); });
    on(m_actions->findingsPanel, [this] { m_workbench->showTab(Workbench::FindingsTab); });
    on(m_actions->listPanel, [this] { m_workbench->showTab(Workbench::ListTab); });
    on(m_actions->compareEnvironments, [this] { compareEnvironments(); });
    GraphCanvas* canvas = m_workbench->topology()->canvas();
    on(m_actions->zoomIn, [canvas] { canvas->zoomIn(); });
    on(m_actions->zoomOut, [canvas] { canvas->zoomOut(); });
    on(m_actions->actualSize, [canvas] { canvas->zoomToActualSize(); });
    on(m_actions->fit, [canvas] { canvas->fit(); });
    on(m_actions->exportPicture, [this] { m_workbench->topology()->exportPicture(); });
    on(m_actions->resetLayout, [this] { m_workbench->resetLayout(); });
    connect(m_actions->themes, &QActionGroup::triggered, this,
            [this](QAction* action) { setScheme(static_cast<int>(m_actions->themes->actions().indexOf(action))); });
    on(m_actions->back, [this] { m_workspace.selection().goBack(); });
    on(m_actions->forward, [this] { m_workspace.selection().goForward(); });
    on(m_actions->goTo, [this] { m_topBar->goTo()->start(); });
    on(m_actions->nextChange, [this] { m_workbench->changes()->nextChange(); });
    on(m_actions->previousChange, [this] { m_workbench->changes()->previousChange(); });
    on(m_actions->revertChange, [this] { m_workbench->changes()->revertChange(); });
    on(m_actions->discardEdits, [this] {
        if (const Expected<void> done = m_workspace.revertAll(); !done) {
            m_messages->showError(done.error());
        }
    });
    on(m_actions->shortcuts, [this] { (new ShortcutSheet(m_actions->all(), this))->open(); });
    on(m_actions->about, [this] {
        QMessageBox::about(this, tr("About Meshdraft"),
                           tr("Meshdraft %1\nSee, change and review mesh configuration in Git.\nApache License 2.0")
                               .arg(QStringLiteral(MESHDRAFT_VERSION)));
    });
}

void MainWindow::connectViews()
{
    connect(m_rail, &PageRail::pageRequested, this, &MainWindow::showPage);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseRepository);
    connect(m_start, &StartPage::sampleRequested, this, [this] { openDefaultSample(); });
    connect(m_start, &StartPage::repositoryChosen, this,
            [this](const QString& directory) { openRepository(directory); });
    connect(m_kept, &KeptGuide::openRequested, this, [this](const QString& directory, const QString& environment) {
        openRepository(directory, {}, environment);
    });
    connect(m_kept, &KeptGuide::restored, this, [this] { showPage(PageRail::Topology); });
    connect(m_topBar, &TopBar::tierClicked, this, [this] { m_workbench->showTab(Workbench::PendingTab); });
    m_topBar->goTo()->setActions(m_actions->all());
    connect(new FolderDrop(*this), &FolderDrop::dropped, this,
            [this](const QString& directory) { openRepository(directory); });
    connect(m_topBar->goTo(), &GoToField::elementChosen, this, [this](const mesh::ElementRef& element) {
        showPage(PageRail::Topology);
        m_workspace.selection().select(element, m_topBar->goTo());
        m_workbench->topology()->reveal(element);
        m_workbench->inspectorDock()->show();
        m_workbench->inspector()->setFocus();
    });
    connect(m_workbench->topology(), &TopologyPage::activated, this, [this] {
        m_workbench->inspectorDock()->show();
        m_workbench->inspector()->setFocus();
    });
    connect(m_workbench->changes(), &ChangesPanel::failed, m_messages, &WindowMessages::showError);
    connect(m_status, &StatusContents::environmentChosen, this,
            [this](const QString& name) { m_workspace.chooseEnvironment(name.toStdString()); });
    connect(m_workbench->meshFindings(), &workspace::MeshFindings::changed, this,
            [this] { m_status->setFindings(m_workbench->meshFindings()->current()); });
    connect(m_status, &StatusContents::findingsClicked, this, [this] { m_workbench->showTab(Workbench::FindingsTab); });
    connect(m_status, &StatusContents::tierClicked, this, [this] { m_workbench->showTab(Workbench::PendingTab); });
    const std::pair<QDockWidget*, QAction*> docks[]{{m_workbench->meshDock(), m_actions->meshDock},
                                                    {m_workbench->inspectorDock(), m_actions->inspectorDock}};
    for (const auto& [dock, action] : docks) {
        connect(dock, &QDockWidget::visibilityChanged, action,
                [dock, action] { action->setChecked(!dock->isHidden()); });
        action->setChecked(true);
    }
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, &MainWindow::takeSnapshot);
    connect(&m_workspace, &workspace::Workspace::openStarted, this, [this](const QString& directory) {
        m_opening = true;
        m_openDirectory = directory;
        m_messages->opening();
    });
    connect(&m_workspace, &workspace::Workspace::openProgress, m_messages, &WindowMessages::showProgress);
    connect(&m_workspace, &workspace::Workspace::openFailed, this, [this](const Error& error) {
        m_opening = false;
        m_messages->opened();
        if (error.code != "open.cancelled") {
            m_messages->showError(error);
        }
    });
    connect(&m_workspace, &workspace::Workspace::sourceChoiceNeeded, this, &MainWindow::askWhereToWrite);
    connect(&m_workspace, &workspace::Workspace::editFailed, m_messages, &WindowMessages::showError);
    connect(&m_workspace, &workspace::Workspace::fileChangedOnDisk, m_messages, &WindowMessages::askAboutFile);
    connect(&m_workspace, &workspace::Workspace::contentKept, m_messages, &WindowMessages::showKept);
    connect(&m_workspace.undoStack(), &QUndoStack::indexChanged, this, [this] { updateActions(); });
    connect(&m_workspace, &workspace::Workspace::typingStarted, this, [this] { updateActions(); });
    connect(&m_workspace.selection(), &workspace::Selection::historyChanged, this, [this] { updateActions(); });
}

void MainWindow::openRepository(const QString& directory, const QString& revision, const QString& environment)
{
    if (mayDropChanges()) {
        m_workspace.open(directory, revision, environment.toStdString());
    }
}

void MainWindow::openSample(const QString& directory)
{
    if (!QDir(directory).exists() || QDir(directory).isEmpty()) {
        QDir().mkpath(directory);
        if (const Expected<void> made = git::materialise(u":/sample"_s, directory); !made) {
            m_messages->showError(made.error());
            return;
        }
    }
    openRepository(directory);
}

void MainWindow::openDefaultSample()
{
    openSample(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/sample-mesh"_s);
}

void MainWindow::chooseRepository()
{
    const QString directory =
        QFileDialog::getExistingDirectory(this, tr("Open repository"), m_settings.value(u"lastDirectory"_s).toString());
    if (!directory.isEmpty()) {
        m_settings.setValue(u"lastDirectory"_s, QFileInfo(directory).absolutePath());
        openRepository(directory);
    }
}

void MainWindow::takeSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const bool opened = std::exchange(m_opening, false) && snapshot;
    if (opened) {
        m_messages->opened();
        m_workbench->repositoryOpened();
    }
    m_topBar->setSnapshot(snapshot);
    m_workbench->setSnapshot(snapshot);
    for (const PageRail::Page page : {PageRail::Topology, PageRail::Editor}) {
        m_rail->setPageEnabled(page, snapshot != nullptr, snapshot ? QString() : tr("Open a repository first"));
    }
    if (opened) {
        showPage(PageRail::Topology);
        remember();
        if (snapshot->environmentError) {
            m_messages->showWarning(*snapshot->environmentError);
        } else if (const auto errors = snapshot->projectErrors(); !errors.empty()) {
            m_messages->showWarning(errors.front());
        }
        // Restoring makes a snapshot, which has to come after this one everywhere.
        QMetaObject::invokeMethod(m_kept, &KeptGuide::repositoryOpened, Qt::QueuedConnection);
    }
    m_render->setSnapshot(snapshot);
    const QString name = snapshot && snapshot->repository ? snapshot->repository->name() : QString();
    setWindowTitle(name.isEmpty() ? tr("Meshdraft") : tr("%1[*] - Meshdraft").arg(name));
    setWindowModified(snapshot && !snapshot->changedFiles().empty());
    updateActions();
}

void MainWindow::commit()
{
    m_workspace.flushTyping();
    if (!m_workspace.hasPendingChanges()) {
        return;
    }
    const QString summary = m_workspace.summaryMarkdown();
    auto* dialog = new CommitDialog(m_theme, m_workspace, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, summary] { m_messages->showCommitted(dialog->result(), dialog->subject(), summary); });
    connect(dialog, &CommitDialog::stackRequested, this, [this] { openStack(m_theme, m_workspace, *m_message); });
    dialog->open();
}

void MainWindow::askWhereToWrite()
{
    auto* dialog =
        new SourceChoiceDialog(m_theme, m_workspace.sourcePlan(), m_workspace.snapshot()->environment.name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const Expected<void> done = m_workspace.takeSourceChoice(dialog->choice()); !done) {
            m_messages->showError(done.error());
        }
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_workspace.dropPrediction(); });
    dialog->open();
}

void MainWindow::compareEnvironments()
{
    auto* window = findChild<MatrixWindow*>();
    if (window == nullptr) {
        window = new MatrixWindow(m_theme, m_workspace, this);
        connect(window, &MatrixWindow::shown, this, [this](const mesh::ElementRef& element) {
            showPage(PageRail::Topology);
            m_workbench->topology()->reveal(element);
            m_workbench->inspectorDock()->show();
        });
    }
    window->show();
    window->raise();
    window->activateWindow();
}

void MainWindow::save()
{
    if (const Expected<void> done = m_workspace.save(); !done) {
        m_messages->showError(done.error());
    }
}

void MainWindow::showPage(int page)
{
    const bool start = page == PageRail::Start || !m_workspace.snapshot();
    if (start) {
        m_kept->refresh();
    }
    const auto shown = start ? PageRail::Start : static_cast<PageRail::Page>(page);
    m_topBar->setVisible(!start);
    QWidget* focused = nullptr;
    switch (shown) {
    case PageRail::Start:
        m_pages->setCurrentWidget(m_start);
        focused = m_start;
        break;
    case PageRail::Explain:
        m_pages->setCurrentWidget(m_requests->page());
        focused = m_requests->page()->focusWidgetOfPage();
        break;
    case PageRail::Review:
        m_pages->setCurrentWidget(m_reviews->page());
        focused = m_reviews->page()->focusWidgetOfPage();
        break;
    case PageRail::Editor:
        m_pages->setCurrentWidget(m_workbench);
        m_workbench->showView(Workbench::EditorView);
        focused = m_workbench->editor()->focusWidgetOfPage();
        break;
    default:
        m_pages->setCurrentWidget(m_workbench);
        m_workbench->showView(Workbench::TopologyView);
        focused = m_workbench->topology()->canvas();
        break;
    }
    m_rail->setCurrent(shown);
    focused->setFocus();
}

void MainWindow::remember()
{
    RecentRepositories(m_settings).add(*m_workspace.snapshot(), QDir(m_openDirectory).absolutePath());
    fillRecent();
}

void MainWindow::fillRecent()
{
    const std::vector<RecentRepositories::Entry> entries = RecentRepositories(m_settings).entries();
    m_actions->recentMenu->clear();
    for (const RecentRepositories::Entry& entry : entries) {
        QAction* action = m_actions->recentMenu->addAction(entry.directory);
        connect(action, &QAction::triggered, this, [this, directory = entry.directory] { openRepository(directory); });
    }
    m_actions->recentMenu->setEnabled(!entries.empty());
    m_start->setRecent(entries);
}

void MainWindow::updateActions()
{
    const bool open = m_workspace.snapshot() != nullptr;
    const bool pending = open && m_workspace.hasPendingChanges();
    QUndoStack& stack = m_workspace.undoStack();
    m_actions->undo->setEnabled(m_workspace.canUndo());
    m_actions->redo->setEnabled(stack.canRedo());
    m_actions->undo->setToolTip(stack.canUndo() ? tr("Undo: %1").arg(stack.undoText()) : tr("Nothing to undo"));
    m_actions->redo->setToolTip(stack.canRedo() ? tr("Redo: %1").arg(stack.redoText()) : tr("Nothing to redo"));
    m_actions->back->setEnabled(m_workspace.selection().canGoBack());
    m_actions->forward->setEnabled(m_workspace.selection().canGoForward());
    for (QAction* action : {m_actions->save, m_actions->commit, m_actions->revertChange, m_actions->discardEdits,
                            m_actions->nextChange, m_actions->previousChange}) {
        action->setEnabled(pending);
    }
    m_actions->compareEnvironments->setEnabled(open);
    m_editor->updateActions();
    for (QAction* action : {m_actions->find, m_actions->topologyPage, m_actions->meshDock, m_actions->inspectorDock,
                            m_actions->pendingPanel, m_actions->findingsPanel, m_actions->listPanel, m_actions->zoomIn,
                            m_actions->zoomOut, m_actions->actualSize, m_actions->fit, m_actions->exportPicture,
                            m_actions->goTo, m_actions->nextFinding, m_actions->previousFinding}) {
        action->setEnabled(open);
    }
}

bool MainWindow::mayDropChanges()
{
    if (!m_workspace.hasPendingChanges()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("Pending changes"), tr("Changes that are not written would be lost."),
                    QMessageBox::NoButton, this);
    box.setObjectName(u"dropQuestion"_s);
    QPushButton* write = box.addButton(tr("Save files"), QMessageBox::AcceptRole);
    QPushButton* drop = box.addButton(tr("Discard edits"), QMessageBox::DestructiveRole);
    box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(write);
    box.exec();
    if (box.clickedButton() == write) {
        const Expected<void> done = m_workspace.save();
        if (!done) {
            m_messages->showError(done.error());
        }
        return done.has_value();
    }
    return box.clickedButton() == drop;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayDropChanges()) {
        event->ignore();
        return;
    }
    m_workspace.forgetPending();
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_workbench->saveLayout(m_settings);
    event->accept();
}

void MainWindow::setScheme(int scheme)
{
    m_theme.setScheme(static_cast<Theme::Scheme>(scheme));
    m_settings.setValue(u"theme"_s, scheme);
}

} // namespace meshdraft::views
