// SPDX-License-Identifier: Apache-2.0
#include "views/tree/meshtreepanel.h"

#include "models/workspace/selection.h"
#include "views/common/undopassing.h"
#include "views/theme/theme.h"
#include "views/tree/badgedelegate.h"

#include <QAction>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using Model = workspace::ResourceTreeModel;

namespace {

constexpr mesh::ResourceIndex largeMesh = 2000; ///< from here on making the lines takes longer than a frame

} // namespace

MeshTreePanel::MeshTreePanel(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new Model(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter->setObjectName(u"meshFilter"_s);
    m_filter->setAccessibleName(tr("Filter the mesh"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    passUndo(*m_filter);
    QAction* glyph = m_filter->addAction(theme.icon(u"sidecar"_s, "muted"), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, this, [this, glyph, &theme] {
        glyph->setIcon(theme.icon(u"sidecar"_s, "muted"));
        m_tree->viewport()->update();
    });

    m_tree->setObjectName(u"meshTree"_s);
    m_tree->setAccessibleName(tr("Mesh"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new BadgeDelegate(theme, BadgeDelegate::Glyph::Right, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(15);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_tree->viewport()->installEventFilter(this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(6, 5, 6, 5);
    head->addWidget(m_filter);
    column->addLayout(head);
    column->addWidget(m_tree, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text);
        if (text.isEmpty()) {
            restoreOpen();
            showSelection(m_selection.current(), true);
        } else {
            const QScopedValueRollback guard(m_restoring, true);
            m_tree->expandAll();
        }
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        remember(index, true);
        if (!m_restoring) {
            restoreOpen(index);
        }
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) { remember(index, false); });
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { takeSelection(); });
    connect(&m_selection, &workspace::Selection::changed, this,
            [this](const mesh::ElementRef& element, QObject* origin) {
                if (origin != this) {
                    showSelection(element, true);
                }
            });
}

void MeshTreePanel::setMenu(QMenu* menu, QAction* remove)
{
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, menu,
            [this, menu](const QPoint& at) { menu->popup(m_tree->viewport()->mapToGlobal(at)); });
    auto* key = new QShortcut(QKeySequence(Qt::Key_Delete), m_tree, nullptr, nullptr, Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, remove, &QAction::trigger);
}

// Of several rows the resources count, and the one that was chosen last is the current one.
void MeshTreePanel::takeSelection()
{
    if (m_restoring) {
        return;
    }
    std::vector<mesh::ElementRef> resources;
    mesh::ElementRef only;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedRows()) {
        auto element = index.data(Model::ElementRole).value<mesh::ElementRef>();
        if (element.isNull()) {
            continue;
        }
        only = element;
        element.field = {};
        if (!std::ranges::contains(resources, element)) {
            resources.push_back(std::move(element));
        }
    }
    if (resources.size() > 1) {
        m_selection.selectSeveral(resources, this);
    } else if (!only.isNull()) {
        m_selection.select(only, this);
    }
}

// A dock that opens below must not hide what is selected.
bool MeshTreePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        const QModelIndexList selected = m_tree->selectionModel()->selectedIndexes();
        if (!selected.isEmpty()) {
            m_tree->scrollTo(selected.front());
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MeshTreePanel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    if (!snapshot || !snapshot->graph || snapshot->graph->slotCount() < largeMesh) {
        m_job.cancel();
        m_next.reset();
        showItems(snapshot, snapshot ? workspace::buildResourceTree(*snapshot) : std::vector<workspace::TreeItem>());
        return;
    }
    // Of many edits in a row (a drag) each job that runs is finished, and only the last one waits.
    if (m_job.isRunning()) {
        m_next = snapshot;
        return;
    }
    m_job.run<std::vector<workspace::TreeItem>>(
        [snapshot](const std::stop_token&) { return workspace::buildResourceTree(*snapshot); },
        [this, snapshot](std::vector<workspace::TreeItem> items) {
            showItems(snapshot, std::move(items));
            if (const workspace::SnapshotPtr next = std::exchange(m_next, nullptr)) {
                setSnapshot(next);
            }
        });
}

void MeshTreePanel::showItems(const workspace::SnapshotPtr& snapshot, std::vector<workspace::TreeItem> items)
{
    const QScopedValueRollback guard(m_restoring, true);
    const int position = m_tree->verticalScrollBar()->value();
    m_model->setItems(snapshot, std::move(items));
    restoreOpen();
    showSelection(m_selection.current(), false);
    m_tree->doItemsLayout();
    m_tree->verticalScrollBar()->setValue(position);
}

QString MeshTreePanel::keyOf(const QModelIndex& index) const
{
    return index.isValid() ? keyOf(index.parent()) + u'/' + index.data().toString() : QString();
}

void MeshTreePanel::remember(const QModelIndex& index, bool open)
{
    if (!m_restoring) {
        m_open.insert(keyOf(index), open);
    }
}

// In a small mesh the namespaces with routes or gateways start open, and in them the routes and rules; the rest opens
// on request.
void MeshTreePanel::restoreOpen(const QModelIndex& parent)
{
    const QScopedValueRollback guard(m_restoring, true);
    const bool small = m_model->rowCount() <= 8;
    for (int row = 0; row < m_proxy->rowCount(parent); ++row) {
        const QModelIndex index = m_proxy->index(row, 0, parent);
        if (!m_proxy->hasChildren(index)) {
            continue;
        }
        const bool isNamespace = !parent.isValid();
        const QString icon = index.data(Model::IconRole).toString();
        bool byDefault = !parent.parent().isValid() && (icon == u"vs"_s || icon == u"dr"_s);
        if (isNamespace) {
            const auto leads = [&](int child) {
                const QString kind = m_proxy->index(child, 0, index).data(Model::IconRole).toString();
                return kind == u"vs"_s || kind == u"gateway"_s;
            };
            byDefault = std::ranges::any_of(std::views::iota(0, m_proxy->rowCount(index)), leads);
        }
        const bool open = m_open.value(keyOf(index), small && byDefault);
        m_tree->setExpanded(index, open);
        // What is closed is looked into when it is opened: a large mesh has too much of it.
        if (open) {
            restoreOpen(index);
        }
    }
}

void MeshTreePanel::showSelection(const mesh::ElementRef& element, bool scroll)
{
    const QScopedValueRollback guard(m_restoring, true);
    if (element.isNull()) {
        m_tree->clearSelection();
        return;
    }
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(element));
    if (!index.isValid()) {
        m_tree->clearSelection();
        return;
    }
    const int position = m_tree->verticalScrollBar()->value();
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        m_tree->setExpanded(above, true);
    }
    m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (const mesh::ElementRef& other : m_selection.several()) {
        const QModelIndex row = m_proxy->mapFromSource(m_model->indexOf(other));
        m_tree->selectionModel()->select(row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    if (scroll) {
        m_tree->scrollTo(index);
    } else {
        m_tree->verticalScrollBar()->setValue(position);
    }
}

} // namespace meshdraft::views
