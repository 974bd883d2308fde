// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewpage.h"

#include "models/workspace/gitdirectory.h"
#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/changes/diffview.h"
#include "views/common/messagebar.h"
#include "views/request/fatepane.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewfindings.h"
#include "views/review/reviewfooter.h"
#include "views/review/reviewmodel.h"
#include "views/review/reviewpicture.h"
#include "views/review/reviewreason.h"
#include "views/review/reviewyaml.h"
#include "views/review/splitcompare.h"
#include "views/topology/graphcanvas.h"

#include <QGraphicsOpacityEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr double dimmed = 0.6;
}

ReviewPage::~ReviewPage() = default;

QWidget* ReviewPage::focusWidgetOfPage() const
{
    return m_list->isVisible() ? static_cast<QWidget*>(m_list) : m_bar->next();
}

void ReviewPage::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const bool isOther = workspace::gitDirectoryOf(m_snapshot) != workspace::gitDirectoryOf(snapshot);
    m_snapshot = snapshot;
    if (isOther) {
        m_job.cancel();
        m_message->hide();
        m_isOpened = false;
        m_environment.clear();
        take({});
    }
    const QString branch = snapshot ? snapshot->head.branch : QString();
    if (isOther || branch != m_branch) { // an edit changes nothing of what can be chosen
        m_branch = branch;
        if (!m_isOpened) {
            m_bar->setRange(u"..."_s); // follows the branch until something is reviewed
        }
        m_bar->setRepository(snapshot ? snapshot->repository : std::nullopt, branch);
    }
}

void ReviewPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isOpened && m_snapshot && m_snapshot->repository) {
        open();
    }
}

void ReviewPage::open(const QString& range)
{
    if (!m_snapshot || !m_snapshot->repository) {
        return;
    }
    m_isOpened = true;
    if (!range.isEmpty()) {
        m_bar->setRange(range);
    }
    m_message->hide();
    m_asked = {.range = m_bar->range(), .base = m_bar->base(), .head = m_bar->head(), .environment = m_environment};
    if (m_review) {
        m_replaced = std::exchange(m_review, std::nullopt);
    }
    const QString directory =
        m_snapshot->repository->isBare() ? m_snapshot->repository->gitDirectory() : m_snapshot->repository->workTree();
    m_footer->setBusy();
    m_findings->clear();
    m_job.open(directory, m_asked.range, m_environment.empty() ? m_snapshot->environment.name : m_environment,
               m_snapshot->cache);
    m_slow.start();
    showEmpty();
    Q_EMIT reviewChanged();
}

void ReviewPage::fetch(int number)
{
    if (!m_snapshot || !m_snapshot->repository) {
        return;
    }
    m_message->showMessage(MessageBar::Kind::Info, tr("Fetching request %1…").arg(number));
    m_message->addAction(tr("Cancel"), [this] {
        m_job.cancelFetch();
        m_message->hide();
    });
    m_job.fetch(*m_snapshot->repository, number);
}

/// What was shown before stays until there is something else, dimmed.
void ReviewPage::showProgress()
{
    m_progress->showMessage(MessageBar::Kind::Info,
                            m_job.isOpening() ? tr("Reading both states…") : tr("Asking requests of both states…"));
    m_progress->addAction(tr("Cancel"), [this] { stop(); })->setObjectName(u"reviewCancel"_s);
    if (m_job.isOpening() && m_comparison) {
        auto* effect = new QGraphicsOpacityEffect(m_parts);
        effect->setOpacity(dimmed);
        m_parts->setGraphicsEffect(effect);
    }
}

void ReviewPage::endProgress()
{
    m_slow.stop();
    m_progress->hide();
    m_parts->setGraphicsEffect(nullptr);
}

/// Back to what is shown, under the ends that it has.
void ReviewPage::stop()
{
    const bool wasOpening = m_job.isOpening();
    m_job.cancel();
    endProgress();
    m_message->showMessage(MessageBar::Kind::Info, tr("Stopped."));
    m_message->addAction(tr("Try again"), [this, asked = m_asked] {
        m_environment = asked.environment;
        open(asked.range);
    });
    if (wasOpening && m_comparison) {
        m_environment = m_shown.environment;
        m_bar->setRange(m_shown.range);
    }
    if (auto replaced = std::exchange(m_replaced, std::nullopt)) {
        takeReview(*replaced);
    } else {
        m_footer->setStopped();
    }
    showEmpty();
}

void ReviewPage::take(const workspace::SnapshotPtr& comparison)
{
    endProgress();
    m_comparison = comparison;
    m_review.reset();
    m_replaced.reset();
    m_element = {};
    m_shown = comparison ? m_asked : Question();
    if (comparison) {
        m_marks.setReview(comparison->repository->gitDirectory(), m_shown.base, m_shown.head);
        m_slow.start();
    }
    m_bar->setComparison(comparison);
    {
        const QScopedValueRollback guard(m_isSelecting, true);
        m_model->setComparison(comparison);
    }
    m_yaml->clear();
    m_findings->clear();
    m_picture->setComparison(comparison);
    if (comparison) {
        m_footer->setBusy();
        const auto nameOf = [](const QString& name, const QString& revision) {
            const bool isCommit = revision.size() >= 40 && revision != name;
            return isCommit ? QString(name + u' ' + revision.first(7)) : name;
        };
        m_yaml->setEnds(nameOf(m_shown.base, *comparison->base), nameOf(m_shown.head, comparison->revision));
    } else {
        m_footer->clear();
    }
    updateCounts();
    showEmpty();
    showReason(nullptr);
    m_bar->setNextEnabled(m_model->changeCount() > 0);
    if (m_model->changeCount() > 0) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    sayUnsaved();
    Q_EMIT reviewChanged();
}

/// The working tree is what is on disk.
void ReviewPage::sayUnsaved()
{
    if (!m_comparison || (m_shown.base != ":worktree"_L1 && m_shown.head != ":worktree"_L1)) {
        return;
    }
    const auto count = static_cast<int>(m_snapshot->changedFiles().size());
    if (count > 0) {
        m_message->showMessage(
            MessageBar::Kind::Warning,
            tr("%n files have edits that are not saved. They are not in this review.", nullptr, count));
        m_message->addAction(tr("Save files"), [this] { Q_EMIT saveRequested(); })->setObjectName(u"reviewSaveFiles"_s);
    }
}

void ReviewPage::takeReview(const workspace::Review& review)
{
    endProgress();
    m_review = review;
    m_bar->setReview(review);
    m_findings->setReview(review);
    m_footer->setReview(review);
    Q_EMIT reviewChanged();
}

void ReviewPage::showEmpty()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_list->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    if (hasRows) {
        return;
    }
    if (!m_comparison) {
        m_empty->setText(m_job.isRunning() ? tr("Reading both states…")
                                           : tr("Choose a base and a head above: two branches, tags or commits, the "
                                                "index or the working tree."));
    } else if (m_comparison->changedFiles().empty()) {
        m_empty->setText(tr("Both are the same."));
    } else {
        m_empty->setText(tr("Nothing of the mesh in %1 differs. %n files do.", nullptr,
                            static_cast<int>(m_comparison->changedFiles().size()))
                             .arg(workspace::printable(m_comparison->environment.name)));
    }
}

void ReviewPage::updateCounts()
{
    const int count = m_model->changeCount();
    m_counts->setText(m_comparison ? QString::number(count) : QString());
    m_viewedCounts->setText(count > 0 ? tr("%1 of %2 viewed").arg(m_model->viewedCount()).arg(count) : QString());
}

void ReviewPage::showRow(int row)
{
    const changes::ResourceChange* change = m_model->changeAt(row);
    showReason(change);
    if (change == nullptr || !m_comparison) {
        return;
    }
    if (!m_isSelecting) {
        m_element = change->statements.empty() ? shownResource(*change)->element(source::noNode)
                                               : change->statements.front().element;
        m_picture->select(m_element);
    }
    m_yaml->setChange(m_comparison, *change, m_element);
}

void ReviewPage::showReason(const changes::ResourceChange* change)
{
    m_split->setChange(change);
    m_reason->setChange(change);
}

void ReviewPage::selectElement(const mesh::ElementRef& element)
{
    const QScopedValueRollback guard(m_isSelecting, true);
    m_element = element;
    const int row = m_model->rowOf(element);
    if (row < 0) {
        return;
    }
    if (m_list->currentIndex().row() == row) {
        showRow(row);
    } else {
        m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->scrollTo(m_model->index(row));
}

/// In the picture, and its YAML; where nothing of its resource changes its file.
void ReviewPage::showFinding(const checks::Finding& finding)
{
    m_picture->select(finding.element);
    if (!finding.element.isNull() && m_model->rowOf(finding.element) >= 0) {
        selectElement(finding.element);
    } else if (!finding.where.path.empty()) {
        m_element = finding.element;
        Q_EMIT fileOpened(QString::fromStdString(finding.where.path), static_cast<int>(finding.where.line));
    }
}

void ReviewPage::nextChange(int direction)
{
    int row = m_list->currentIndex().row() + direction;
    if (direction < 0) {
        row = std::min(row, m_model->changeCount() - 1); // out of what is folded
    }
    if (row < 0 || row >= m_model->changeCount()) {
        m_message->showMessage(MessageBar::Kind::Info,
                               direction > 0 ? tr("That was the last change.") : tr("This is the first change."));
        return;
    }
    m_message->hide();
    m_list->setCurrentIndex(m_model->index(row));
}

void ReviewPage::toggleViewed()
{
    const QModelIndex index = m_list->currentIndex();
    m_model->setData(index, !index.data(ReviewModel::ViewedRole).toBool(), ReviewModel::ViewedRole);
}

void ReviewPage::nextPane(int direction)
{
    std::vector<QWidget*> panes{m_list, m_picture->canvas(), m_yaml->diff(), m_footer->fates()->list(), m_bar->next()};
    std::erase_if(panes, [](const QWidget* pane) { return !pane->isVisible(); });
    const QWidget* focused = window()->focusWidget();
    const auto current = std::ranges::find(panes, focused);
    const auto count = static_cast<int>(panes.size());
    const int at = current == panes.end() ? -1 : static_cast<int>(current - panes.begin());
    panes[static_cast<std::size_t>(at < 0 ? 0 : (at + direction + count) % count)]->setFocus(Qt::ShortcutFocusReason);
}

bool ReviewPage::handleKey(QKeyEvent& event)
{
    if (event.key() == Qt::Key_F6) {
        nextPane(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_N:
        nextChange(1);
        return true;
    case Qt::Key_P:
        nextChange(-1);
        return true;
    case Qt::Key_V:
        toggleViewed();
        return true;
    case Qt::Key_M:
        m_yaml->addNote();
        return true;
    case Qt::Key_O:
        m_picture->setMode(ReviewPicture::Overlay);
        return true;
    case Qt::Key_B:
        m_picture->setMode(ReviewPicture::Before);
        return true;
    case Qt::Key_A:
        m_picture->setMode(ReviewPicture::After);
        return true;
    case Qt::Key_S:
        m_picture->setMode(ReviewPicture::Swipe);
        return true;
    default:
        return false;
    }
}

/// Letters would search in a list and walk on the picture.
bool ReviewPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isOpening = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space;
    if (watched == m_list && isOpening && m_list->currentIndex().data(ReviewModel::FoldRole).toBool()) {
        m_model->setFoldOpen(!m_model->isFoldOpen());
        return true;
    }
    if (watched == m_list && key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
        toggleViewed();
        return true;
    }
    return handleKey(*key) || QWidget::eventFilter(watched, event);
}

void ReviewPage::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(*event)) {
        QWidget::keyPressEvent(event);
    }
}

} // namespace meshdraft::views
