// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingspanel.h"

#include "models/checks/needscluster.h"
#include "models/workspace/meshfindings.h"
#include "models/workspace/selection.h"
#include "models/workspace/words.h"
#include "views/common/choicebutton.h"
#include "views/common/ink.h"
#include "views/common/linklabel.h"
#include "views/common/undopassing.h"
#include "views/findings/findingdelegate.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
enum Page { EmptyPage, NothingPage, ListPage };
constexpr int codeWidth = 118;
constexpr int newsWidth = 88;
constexpr int placeWidth = 250;
} // namespace

FindingsPanel::FindingsPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_selection(selection)
    , m_model(new FindingsModel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_nothing(new LinkLabel(this))
    , m_tree(new QTreeView(this))
    , m_tools(new QWidget)
{
    for (QLabel* label : {m_empty, static_cast<QLabel*>(m_nothing)}) {
        label->setAlignment(Qt::AlignCenter);
        setInk(*label, theme, "muted");
        label->setBackgroundRole(QPalette::Base);
        label->setAutoFillBackground(true);
    }
    m_empty->setObjectName(u"findingsEmpty"_s);
    m_nothing->setObjectName(u"findingsNothing"_s);
    m_nothing->setTextFormat(Qt::RichText);
    m_tree->setObjectName(u"findingsTree"_s);
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new FindingDelegate(theme, m_tree));
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(15);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    QHeaderView* header = m_tree->header();
    header->hide();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FindingsModel::TextColumn, QHeaderView::Stretch);
    header->resizeSection(FindingsModel::CodeColumn, codeWidth);
    header->resizeSection(FindingsModel::NewsColumn, newsWidth);
    header->resizeSection(FindingsModel::PlaceColumn, placeWidth);
    m_stack->insertWidget(EmptyPage, m_empty);
    m_stack->insertWidget(NothingPage, m_nothing);
    m_stack->insertWidget(ListPage, m_tree);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    makeTools();
    m_tree->installEventFilter(this);
    connect(&theme, &Theme::changed, this, [this] { m_tree->viewport()->update(); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsPanel::takeCurrent);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const checks::Finding* finding = m_model->finding(index)) {
            Q_EMIT findingOpened(*finding);
        } else {
            m_tree->setExpanded(index.siblingAtColumn(0), !m_tree->isExpanded(index.siblingAtColumn(0)));
        }
    });
    const auto remember = [this](const QModelIndex& index, bool isOpen) {
        if (m_isFilling) {
            return;
        }
        const QString title = index.data().toString();
        if (isOpen) {
            m_closed.remove(title);
        } else {
            m_closed.insert(title);
        }
    };
    connect(m_tree, &QTreeView::expanded, this, [remember](const QModelIndex& index) { remember(index, true); });
    connect(m_tree, &QTreeView::collapsed, this, [remember](const QModelIndex& index) { remember(index, false); });
    connect(m_nothing, &QLabel::linkActivated, this, [this] {
        m_filter->clear();
        setScope(Scope::Everything);
    });
    connect(&selection, &workspace::Selection::changed, this, [this](const mesh::ElementRef&, QObject* origin) {
        if (origin != this && (m_scope == Scope::SelectedFile || m_scope == Scope::SelectedResource)) {
            applyFilter();
        }
    });
}

void FindingsPanel::makeTools()
{
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_filter = new QLineEdit(m_tools);
    m_filter->setObjectName(u"findingsFilter"_s);
    m_filter->setAccessibleName(tr("Filter the findings"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(170);
    passUndo(*m_filter);
    QAction* glyph = m_filter->addAction(m_theme.icon(u"sidecar"_s, "muted"), QLineEdit::LeadingPosition);
    connect(&m_theme, &Theme::changed, this, [this, glyph] { glyph->setIcon(m_theme.icon(u"sidecar"_s, "muted")); });
    connect(m_filter, &QLineEdit::textChanged, this, &FindingsPanel::applyFilter);
    row->addWidget(m_filter);
    const auto choices = [&](ChoiceButton*& button, const QString& name, const QString& label, const QStringList& texts,
                             const std::function<void(int)>& choose) {
        button = new ChoiceButton(m_theme, label, m_tools);
        button->setObjectName(name);
        button->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(button);
        auto* group = new QActionGroup(menu);
        for (int i = 0; i < texts.size(); ++i) {
            QAction* action = menu->addAction(texts[i], this, [choose, i] { choose(i); });
            action->setCheckable(true);
            action->setChecked(i == 0);
            group->addAction(action);
        }
        button->setMenu(menu);
        button->setChoice(texts.front());
        row->addWidget(button);
    };
    choices(m_scopeButton, u"findingsScope"_s, tr("Of"),
            {tr("Whole environment"), tr("The pending change"), tr("Selected file"), tr("Selected resource")},
            [this](int choice) { setScope(static_cast<Scope>(choice)); });
    choices(m_groupButton, u"findingsGroups"_s, tr("Group by"),
            {tr("Nothing"), tr("File"), tr("Code"), tr("Severity"), tr("Namespace"), tr("Owner")},
            [this](int choice) { setGrouping(static_cast<FindingsModel::Grouping>(choice)); });
}

void FindingsPanel::setScope(Scope scope)
{
    m_scope = scope;
    QAction* action = m_scopeButton->menu()->actions()[static_cast<int>(scope)];
    action->setChecked(true);
    m_scopeButton->setChoice(action->text());
    applyFilter();
}

void FindingsPanel::setGrouping(FindingsModel::Grouping grouping)
{
    QAction* action = m_groupButton->menu()->actions()[static_cast<int>(grouping)];
    m_groupButton->setChoice(action->text());
    m_closed.clear();
    m_isFilling = true;
    m_model->setGrouping(grouping);
    m_tree->setRootIsDecorated(grouping != FindingsModel::Grouping::None);
    m_isFilling = false;
    showRows();
}

void FindingsPanel::applyFilter()
{
    FindingFilter filter;
    filter.text = m_filter->text();
    filter.onlyIntroduced = m_scope == Scope::Introduced;
    if (m_scope == Scope::SelectedFile) {
        filter.path = m_selection.current().path;
    } else if (m_scope == Scope::SelectedResource) {
        filter.resource = m_selection.current().key;
    }
    m_isFilling = true;
    m_model->setFilter(filter);
    m_isFilling = false;
    showRows();
}

void FindingsPanel::setFindings(const workspace::MeshFindings& findings)
{
    // The same finding stays the current one: whoever types below it keeps the place.
    std::optional<checks::Finding> kept;
    if (const checks::Finding* finding = current()) {
        kept = *finding;
    }
    m_isFilling = true;
    m_model->setFindings(findings.saved(), findings.current(), findings.owners());
    if (kept) {
        m_tree->setCurrentIndex(m_model->find(*kept));
    }
    m_isFilling = false;
    const workspace::SnapshotPtr& snapshot = findings.snapshot();
    m_empty->setText(snapshot ? tr("No findings in %1. %2 checks ran; %3 need a cluster.")
                                    .arg(workspace::printable(snapshot->environment.name))
                                    .arg(checks::allChecks().size())
                                    .arg(checks::clusterAnalyzers().size())
                              : tr("No repository is open."));
    showRows();
}

/// The list, or why there is none; groups as they were left.
void FindingsPanel::showRows()
{
    const int rows = m_model->rowCount();
    if (rows > 0) {
        m_stack->setCurrentIndex(ListPage);
        m_isFilling = true;
        for (int row = 0; row < rows; ++row) {
            const QModelIndex group = m_model->index(row, 0);
            m_tree->setExpanded(group, !m_closed.contains(group.data().toString()));
            m_tree->setFirstColumnSpanned(row, {}, group.data(FindingsModel::CountRole).isValid());
        }
        m_isFilling = false;
    } else if (m_model->total() > 0) {
        m_nothing->setText(u"%1 <a href=\"#\" style=\"color:%2\">%3</a>"_s.arg(
            tr("None of the %1 findings is shown.").arg(m_model->total()), m_theme.html("link"), tr("Show all")));
        m_stack->setCurrentIndex(NothingPage);
    } else {
        m_stack->setCurrentIndex(EmptyPage);
    }
}

void FindingsPanel::takeCurrent(const QModelIndex& index)
{
    const auto element = index.data(FindingsModel::ElementRole).value<mesh::ElementRef>();
    if (!m_isFilling && !element.isNull()) {
        m_selection.select(element, this);
    }
}

const checks::Finding* FindingsPanel::current() const
{
    return m_model->finding(m_tree->currentIndex());
}

QRect FindingsPanel::currentRect() const
{
    const QRect row = m_tree->visualRect(m_tree->currentIndex().siblingAtColumn(FindingsModel::TextColumn));
    return {m_tree->viewport()->mapToGlobal(row.topLeft()), row.size()};
}

bool FindingsPanel::step(int direction)
{
    const QModelIndex next = m_model->step(m_tree->currentIndex(), direction);
    if (!next.isValid()) {
        return false;
    }
    m_tree->setCurrentIndex(next);
    m_tree->scrollTo(next);
    return true;
}

void FindingsPanel::showMenu(const QPoint& at)
{
    const checks::Finding* finding = m_model->finding(m_tree->indexAt(at));
    if (finding == nullptr) {
        return;
    }
    QMenu menu(this);
    menu.addAction(tr("&Open in the editor"), this, [this, copy = *finding] { Q_EMIT findingOpened(copy); });
    menu.addAction(tr("&Quick fix…"), QKeySequence(u"Ctrl+."_s), this,
                   [this, copy = *finding] { Q_EMIT fixesRequested(copy, currentRect()); });
    menu.addAction(tr("&What %1 means…").arg(QString::fromStdString(finding->code)), QKeySequence(Qt::Key_F1), this,
                   [this, code = QString::fromStdString(finding->code)] { Q_EMIT pageRequested(code); });
    menu.addSeparator();
    menu.addAction(tr("&Copy"), this, [text = workspace::findingText(*finding), code = finding->code] {
        QApplication::clipboard()->setText(QString::fromStdString(code) + u": "_s + text);
    });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

/// Enter opens; the Menu key asks for the menu of the current row and not of what is under the mouse.
bool FindingsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (const checks::Finding* finding = current()) {
                Q_EMIT findingOpened(*finding);
            } else if (const QModelIndex group = m_tree->currentIndex(); group.isValid()) {
                m_tree->setExpanded(group, !m_tree->isExpanded(group));
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace meshdraft::views
