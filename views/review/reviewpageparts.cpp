// SPDX-License-Identifier: Apache-2.0
// What the page is made of, and how its parts are connected.
#include "views/review/reviewpage.h"

#include "models/workspace/words.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/request/paneparts.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewdelegate.h"
#include "views/review/reviewfindings.h"
#include "views/review/reviewfooter.h"
#include "views/review/reviewmodel.h"
#include "views/review/reviewpicture.h"
#include "views/review/reviewreason.h"
#include "views/review/reviewyaml.h"
#include "views/review/splitcompare.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int listWidth = 322;
constexpr int footerHeight = 210;
constexpr int slowAfter = 200; ///< ms
} // namespace

ReviewPage::ReviewPage(const Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_marks(settings)
    , m_bar(new ReviewBar(theme, this))
    , m_progress(new MessageBar(theme, this))
    , m_message(new MessageBar(theme, this))
    , m_model(new ReviewModel(m_marks, this))
    , m_picture(new ReviewPicture(theme, this))
    , m_yaml(new ReviewYaml(theme, m_marks, this))
    , m_footer(new ReviewFooter(theme, this))
{
    setObjectName(u"reviewPage"_s);
    m_progress->setObjectName(u"reviewProgress"_s);
    m_message->setObjectName(u"reviewMessage"_s);
    m_slow.setObjectName(u"reviewSlow"_s);
    m_slow.setParent(this);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(m_progress);
    column->addWidget(m_message);
    const auto splitter = [](Qt::Orientation orientation, QWidget* owner) {
        auto* made = new QSplitter(orientation, owner);
        made->setChildrenCollapsible(false);
        made->setHandleWidth(1);
        return made;
    };
    m_parts = splitter(Qt::Horizontal, this);
    m_parts->setObjectName(u"reviewSplitter"_s);
    m_parts->addWidget(makeList());
    auto* right = splitter(Qt::Vertical, m_parts);
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
    m_parts->addWidget(right);
    m_parts->setSizes({listWidth, 1000});
    m_parts->setStretchFactor(1, 1);
    column->addWidget(m_parts, 1);
    connectParts();
    fillExports();
    m_bar->setRepository({}, {});
    take({});
}

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
    m_reason = new ReviewReason(m_theme, pane);
    column->addWidget(m_reason);
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
    connect(m_bar, &ReviewBar::requestWanted, this, &ReviewPage::fetch);
    connect(&m_job, &workspace::ReviewJob::fetched, m_bar, &ReviewBar::chooseHead);
    connect(&m_job, &workspace::ReviewJob::fetchFailed, this, [this](int number, const Error& error) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
        m_message->addAction(tr("Try again"), [this, number] { fetch(number); });
    });
    connect(&m_theme, &Theme::changed, this, [this] {
        if (m_review) {
            m_footer->setReview(*m_review); // its glyphs are pictures
        }
    });
    connect(&m_slow, &QTimer::timeout, this, &ReviewPage::showProgress);
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
    connect(m_findings, &ReviewFindings::findingChosen, this, &ReviewPage::showFinding);
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

} // namespace meshdraft::views
