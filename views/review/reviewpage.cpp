// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewpage.h"

#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/common/tierbadge.h"
#include "views/request/fatepane.h"
#include "views/request/paneparts.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewdelegate.h"
#include "views/review/reviewfindings.h"
#include "views/review/reviewfooter.h"
#include "views/review/reviewmodel.h"
#include "views/review/reviewpicture.h"
#include "views/review/reviewyaml.h"
#include "views/review/splitcompare.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int listWidth = 322;
constexpr int footerHeight = 210;
} // namespace

ReviewPage::ReviewPage(const Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_marks(settings)
    , m_bar(new ReviewBar(theme, this))
    , m_message(new MessageBar(theme, this))
    , m_model(new ReviewModel(m_marks, this))
    , m_picture(new ReviewPicture(theme, this))
    , m_yaml(new ReviewYaml(theme, m_marks, this))
    , m_footer(new ReviewFooter(theme, this))
{
    setObjectName(u"reviewPage"_s);
    m_message->setObjectName(u"reviewMessage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(m_message);
    const auto splitter = [](Qt::Orientation orientation, QWidget* owner) {
        auto* made = new QSplitter(orientation, owner);
        made->setChildrenCollapsible(false);
        made->setHandleWidth(1);
        return made;
    };
    auto* all = splitter(Qt::Horizontal, this);
    all->setObjectName(u"reviewSplitter"_s);
    all->addWidget(makeList());
    auto* right = splitter(Qt::Vertical, all);
    auto* above = splitter(Qt::Horizontal, right);
    above->addWidget(makeCentre());
    above->addWidget(m_yaml);
    m_yaml->setMinimumWidth(160);
    above->setSizes({560, 500});
    above->setStretchFactor(0, 1);
    above->setStretchFactor(1, 1);
    right->addWidget(above);
    auto* below = new QScrollArea(right);
    below->setObjectName(u"reviewBelow"_s);
    below->setFrameShape(QFrame::NoFrame);
    below->setWidgetResizable(true);
    below->setFocusPolicy(Qt::NoFocus);
    below->setMinimumSize(120, 90);
    below->setWidget(m_footer);
    right->addWidget(below);
    right->setSizes({560, footerHeight});
    right->setStretchFactor(0, 1);
    all->addWidget(right);
    all->setSizes({listWidth, 1000});
    all->setStretchFactor(1, 1);
    column->addWidget(all, 1);
    connectParts();
    fillExports();
    take({});
}

ReviewPage::~ReviewPage() = default;

QWidget* ReviewPage::makeList()
{
    auto* pane = new QSplitter(Qt::Vertical, this);
    pane->setChildrenCollapsible(false);
    pane->setHandleWidth(1);
    auto* list = new QWidget(pane);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->setSpacing(8);
    head->addWidget(titleLabel(tr("Changes by risk"), list));
    m_counts = new QLabel(list);
    m_viewedCounts = new QLabel(list);
    m_viewedCounts->setObjectName(u"reviewViewedCounts"_s);
    for (QLabel* label : {m_counts, m_viewedCounts}) {
        label->setFont(scaledFont(font(), secondaryScale));
        setInk(*label, m_theme, "muted");
    }
    head->addWidget(m_counts, 1);
    head->addWidget(m_viewedCounts);
    column->addLayout(head);
    column->addWidget(lineBetween(m_theme, list));
    m_list = new QListView(list);
    prepareList(*m_list, u"reviewList"_s, tr("Changes by risk"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReviewDelegate(m_theme, m_list));
    column->addWidget(m_list, 1);
    m_empty = new QLabel(list);
    m_empty->setObjectName(u"reviewEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setContentsMargins(14, 14, 14, 14);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    setInk(*m_empty, m_theme, "muted");
    column->addWidget(m_empty, 1);
    pane->addWidget(list);
    m_findings = new ReviewFindings(m_theme, pane);
    m_findings->setMinimumHeight(70);
    pane->addWidget(m_findings);
    pane->setSizes({560, 180});
    pane->setStretchFactor(0, 1);
    pane->setMinimumWidth(170);
    return pane;
}

QWidget* ReviewPage::makeCentre()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_picture, 1);
    column->addWidget(lineBetween(m_theme, pane));
    m_split = new SplitCompare(m_theme, pane);
    column->addWidget(m_split);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(10);
    m_reasonTier = new TierBadge(m_theme, TierBadge::Style::Plain, pane);
    row->addWidget(m_reasonTier, 0, Qt::AlignTop);
    m_reason = new QLabel(pane);
    m_reason->setObjectName(u"reviewReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setMinimumWidth(1);
    m_reason->setFont(scaledFont(font(), 0.92));
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_reason, 1);
    column->addLayout(row);
    pane->setMinimumWidth(200);
    return pane;
}

void ReviewPage::connectParts()
{
    connect(m_bar, &ReviewBar::rangeChosen, this, [this] { open(); });
    connect(m_bar, &ReviewBar::environmentChosen, this, [this](const QString& name) {
        m_environment = name.toStdString();
        open();
    });
    connect(m_bar, &ReviewBar::requestWanted, this, [this](int number) {
        m_message->showMessage(MessageBar::Kind::Info, tr("Fetching request %1…").arg(number));
        m_job.fetch(*m_snapshot->repository, number);
    });
    connect(&m_job, &workspace::ReviewJob::fetched, m_bar, &ReviewBar::chooseHead);
    connect(m_bar->next(), &QPushButton::clicked, this, [this] { nextChange(1); });
    connect(&m_job, &workspace::ReviewJob::compared, this, &ReviewPage::take);
    connect(&m_job, &workspace::ReviewJob::reviewed, this, &ReviewPage::takeReview);
    connect(&m_job, &workspace::ReviewJob::failed, this, [this](const Error& error) {
        take({});
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
        m_message->addAction(tr("Try again"), [this] { open(); });
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { showRow(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(ReviewModel::FoldRole).toBool()) {
            m_model->setFoldOpen(!m_model->isFoldOpen());
        }
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        updateCounts();
        if (const auto* change = m_model->changeAt(m_list->currentIndex().row())) {
            m_yaml->setViewed(m_marks.isViewed(*change));
        }
    });
    m_list->installEventFilter(this);
    m_yaml->diff()->installEventFilter(this);
    m_picture->canvas()->installEventFilter(this);
    m_picture->upper()->installEventFilter(this);
    connect(m_picture, &ReviewPicture::elementSelected, this, &ReviewPage::selectElement);
    connect(m_picture, &ReviewPicture::elementActivated, this, &ReviewPage::selectElement);
    connect(m_picture, &ReviewPicture::pictureShown, this, [this] {
        if (!m_element.isNull()) {
            m_picture->select(m_element);
        }
    });
    connect(m_findings, &ReviewFindings::elementChosen, this, &ReviewPage::selectElement);
    connect(m_yaml, &ReviewYaml::viewedChanged, this,
            [this](bool viewed) { m_model->setData(m_list->currentIndex(), viewed, ReviewModel::ViewedRole); });
    connect(m_yaml, &ReviewYaml::fileOpened, this, &ReviewPage::fileOpened);
    connect(m_footer, &ReviewFooter::requestChosen, this, &ReviewPage::requestChosen);
    connect(m_footer, &ReviewFooter::rollbackRequested, this, &ReviewPage::rollbackRequested);
    connect(m_footer, &ReviewFooter::runbookRequested, this, &ReviewPage::runbookRequested);
}

void ReviewPage::fillExports()
{
    const auto add = [this](const QString& text, const QString& format) {
        connect(m_bar->exports()->addAction(text), &QAction::triggered, this,
                [this, format] { Q_EMIT exportRequested(format); });
    };
    add(tr("Markdown, for a comment…"), u"markdown"_s);
    add(tr("HTML, one file…"), u"html"_s);
    add(tr("Notes as review comments (JSON)…"), u"notes"_s);
}

QWidget* ReviewPage::focusWidgetOfPage() const
{
    return m_list->isVisible() ? static_cast<QWidget*>(m_list) : m_bar->next();
}

void ReviewPage::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const auto directory = [](const workspace::SnapshotPtr& of) {
        return of && of->repository ? of->repository->gitDirectory() : QString();
    };
    const bool isOther = directory(m_snapshot) != directory(snapshot);
    m_snapshot = snapshot;
    if (isOther) {
        m_job.cancel();
        m_isOpened = false;
        m_environment.clear();
        m_bar->setRange(u"..."_s);
        take({});
    }
    if (!m_isOpened) {
        m_bar->setRange(u"..."_s); // follows the branch until something is reviewed
    }
    m_bar->setRepository(snapshot ? snapshot->repository : std::nullopt, snapshot ? snapshot->head.branch : QString());
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
    if (m_environment.empty()) {
        m_environment = m_snapshot->environment.name;
    }
    const QString directory =
        m_snapshot->repository->isBare() ? m_snapshot->repository->gitDirectory() : m_snapshot->repository->workTree();
    m_footer->setBusy();
    m_job.open(directory, m_bar->range(), m_environment, m_snapshot->cache);
}

void ReviewPage::take(const workspace::SnapshotPtr& comparison)
{
    m_comparison = comparison;
    m_review.reset();
    m_element = {};
    if (comparison) {
        m_marks.setReview(comparison->repository->gitDirectory(), m_bar->base(), m_bar->head());
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
        m_yaml->setEnds(nameOf(m_bar->base(), *comparison->base), nameOf(m_bar->head(), comparison->revision));
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
}

void ReviewPage::takeReview(const workspace::Review& review)
{
    m_review = review;
    m_bar->setReview(review);
    m_findings->setReview(review);
    m_footer->setReview(review);
    Q_EMIT reviewShown();
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

/// The highest reason; the others are in its tool tip.
void ReviewPage::showReason(const changes::ResourceChange* change)
{
    m_split->setChange(change);
    m_reasonTier->setVisible(change != nullptr);
    m_reason->clear();
    m_reason->setToolTip({});
    if (change == nullptr) {
        return;
    }
    m_reasonTier->setTier(change->tier);
    QStringList reasons;
    for (const changes::Reason& reason : change->reasons) {
        reasons << workspace::reasonText(reason) + u" ("_s + workspace::printable(reason.rule) + u')';
    }
    m_reason->setText(reasons.value(0));
    m_reason->setToolTip(reasons.join(u'\n'));
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

void ReviewPage::nextChange(int direction)
{
    const int row = m_list->currentIndex().row() + direction;
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
