// SPDX-License-Identifier: Apache-2.0
#include "views/window/undowiring.h"

#include "models/workspace/emergency.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/commit/stackguide.h"
#include "views/common/messagebar.h"
#include "views/inspector/operations/resourceactions.h"
#include "views/review/reviewpage.h"
#include "views/undo/historywindow.h"
#include "views/undo/rollbackdialog.h"
#include "views/undo/runbookwindow.h"
#include "views/window/actions.h"
#include "views/window/editorwiring.h"
#include "views/window/pagerail.h"
#include "views/window/reviewwiring.h"
#include "views/window/windowmessages.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

void bring(QWidget& window)
{
    window.show();
    window.raise();
    window.activateWindow();
}

bool isPlace(const QString& end)
{
    return end.startsWith(u':');
}

} // namespace

UndoWiring::UndoWiring(const Parts& parts, QWidget* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_window(parent)
{
    Actions& actions = m_parts.actions;
    const auto on = [this](QAction* action, auto&& slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions.rollback, [this] { openRollback({}); });
    on(actions.history, [this] { openHistoryOfSelection(); });
    on(actions.runbook, [this] { runbookOfMenu(); });
    connect(&m_parts.resources, &ResourceActions::historyRequested, this, &UndoWiring::openHistoryOfSelection);
    ReviewPage* page = m_parts.reviews.page();
    connect(page, &ReviewPage::rollbackRequested, this, &UndoWiring::rollBackReview);
    connect(page, &ReviewPage::runbookRequested, this, &UndoWiring::runbookOfReview);
    followOpening();
    updateActions();
}

void UndoWiring::followOpening()
{
    const workspace::Workspace& workspace = m_parts.workspace;
    connect(&workspace, &workspace::Workspace::openStarted, this, [this] { m_isOpening = true; });
    connect(&workspace, &workspace::Workspace::openFailed, this, [this] { m_isOpening = false; });
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, [this] {
        updateActions();
        if (!std::exchange(m_isOpening, false)) {
            return;
        }
        // After all that the window says itself of an opening, which is queued, too.
        const auto later = [this](auto&& then) { QMetaObject::invokeMethod(this, then, Qt::QueuedConnection); };
        later([this, later] { later([this] { checkRecords(); }); });
    });
    m_parts.bar.installEventFilter(this);
}

void UndoWiring::updateActions()
{
    const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
    const bool isOpen = snapshot && snapshot->repository && !snapshot->head.isUnborn();
    const Actions& actions = m_parts.actions;
    for (QAction* action : {actions.rollback, actions.history, actions.runbook}) {
        action->setEnabled(isOpen);
    }
}

void UndoWiring::openRollback(const workspace::RollbackQuestion& question)
{
    m_parts.workspace.flushTyping();
    const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
    if (!snapshot || !snapshot->repository) {
        return;
    }
    auto* dialog = new RollbackDialog(m_parts.theme, snapshot, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { sayMade(dialog->made()); });
    dialog->open();
    dialog->ask(question);
}

void UndoWiring::sayMade(const git::StackCommit& made)
{
    MessageBar& bar = m_parts.bar;
    bring(*m_window);
    bar.showMessage(MessageBar::Kind::Success,
                    tr("Made %1. Push it and ask for a review.").arg(workspace::printable(made.branch.toStdString())));
    bar.addAction(tr("Review it"),
                  [this, made] {
                      m_parts.showPage(PageRail::Review);
                      m_parts.reviews.page()->open(u"HEAD.."_s + made.branch);
                  })
        ->setObjectName(u"rollbackReview"_s);
    addPushAndUndo(m_parts.workspace, bar, {made}, u"rollback"_s);
    bar.addAction(tr("Close"), [this] { m_parts.bar.hide(); });
}

/// The range of the review; what is not committed has nothing to take back, so its base counts alone.
void UndoWiring::rollBackReview()
{
    const ReviewPage::Question& shown = m_parts.reviews.page()->shown();
    const QString head = isPlace(shown.head) ? u"HEAD"_s : shown.head;
    openRollback({.what = isPlace(shown.base) ? head : QString(shown.base + u".."_s + head),
                  .isGood = false,
                  .scope = {},
                  .choice = {}});
}

void UndoWiring::openRunbook(const QString& range, const QString& why)
{
    auto* window = m_window->findChild<RunbookWindow*>();
    if (window == nullptr) {
        window = new RunbookWindow(m_parts.theme, m_parts.workspace, m_window);
        connect(window, &RunbookWindow::commitRequested, this, [this] {
            bring(*m_window);
            m_parts.commit();
        });
    }
    window->ask(range, why);
    bring(*window);
}

/// What is not committed has no commit that a runbook could go to.
void UndoWiring::runbookOfReview()
{
    const ReviewPage::Question& shown = m_parts.reviews.page()->shown();
    if (isPlace(shown.base) || isPlace(shown.head)) {
        openRunbook({},
                    tr("A runbook goes from one commit to another, and an end of this review is no commit. Commit it "
                       "first, or write two commits above."));
        return;
    }
    openRunbook(shown.range);
}

void UndoWiring::runbookOfMenu()
{
    const ReviewPage& page = *m_parts.reviews.page();
    const ReviewPage::Question& shown = page.shown();
    const bool isReviewed = page.comparison() != nullptr && !isPlace(shown.base) && !isPlace(shown.head);
    openRunbook(isReviewed ? shown.range : u"HEAD^..HEAD"_s);
}

void UndoWiring::openHistory(const mesh::ResourceKey& key)
{
    auto* window = m_window->findChild<HistoryWindow*>();
    if (window == nullptr) {
        window = new HistoryWindow(m_parts.theme, m_parts.workspace, m_window);
        connect(window, &HistoryWindow::pictureRequested, this, [this](const QString& range) {
            m_parts.showPage(PageRail::Review);
            m_parts.reviews.page()->open(range);
            bring(*m_window);
        });
        connect(window, &HistoryWindow::rollbackRequested, this,
                [this](const QString& commit, const workspace::RollbackScope& scope) {
                    bring(*m_window);
                    openRollback({.what = commit, .isGood = false, .scope = scope, .choice = {}});
                });
    }
    window->ask(key);
    bring(*window);
}

void UndoWiring::openHistoryOfSelection()
{
    const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
    const mesh::ElementRef element = m_parts.workspace.selection().current();
    const bool isResource =
        snapshot && snapshot->graph && !element.isNull() && snapshot->graph->find(element) != mesh::noResource;
    openHistory(isResource ? element.key : mesh::ResourceKey());
}

bool UndoWiring::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_parts.bar && event->type() == QEvent::Hide && std::exchange(m_isSayDue, false)) {
        QMetaObject::invokeMethod(this, &UndoWiring::checkRecords, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

/// Says what is open. Never over something else that is said.
void UndoWiring::checkRecords()
{
    const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
    if (!snapshot || !snapshot->repository) {
        return;
    }
    const workspace::EmergencyRecords records = workspace::openRecords(snapshot->current);
    if (records.open.empty() && records.errors.empty()) {
        return;
    }
    if (!m_parts.bar.isHidden()) {
        m_isSayDue = true;
        return;
    }
    const std::string path = records.open.empty() ? records.errors.front().where.path : records.open.front().path;
    m_parts.messages.showEmergencies(records,
                                     [this, path] { m_parts.editor.openFile(QString::fromStdString(path), 1); });
}

} // namespace meshdraft::views
