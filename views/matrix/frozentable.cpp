// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/frozentable.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>

namespace meshdraft::views {

FrozenTable::FrozenTable(int frozenColumns, QWidget* parent)
    : QTableView(parent)
    , m_frozen(new QTableView(this))
    , m_columns(frozenColumns)
{
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setAccessibleName(tr("First columns, kept in view"));
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QTableView* view : {static_cast<QTableView*>(this), m_frozen}) {
        view->setVerticalScrollMode(ScrollPerPixel);
        view->setHorizontalScrollMode(ScrollPerPixel);
        view->setFrameShape(QFrame::NoFrame);
        view->setShowGrid(false);
        view->setWordWrap(false);
        view->verticalHeader()->hide();
        view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        view->horizontalHeader()->setHighlightSections(false);
    }
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 8);
    horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    viewport()->stackUnder(m_frozen);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        m_frozen->setColumnWidth(column, width);
        place();
    });
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (column < m_columns) {
            setColumnWidth(column, width);
        }
    });
    connect(m_frozen, &QAbstractItemView::doubleClicked, this, &QAbstractItemView::doubleClicked);
    connect(this, &QAbstractItemView::doubleClicked, this, &FrozenTable::opened);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] { Q_EMIT opened(currentIndex()); });
    }
    connect(m_frozen, &QAbstractItemView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
}

void FrozenTable::setModel(QAbstractItemModel* model)
{
    m_frozen->setModel(model);
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &FrozenTable::hideOthers);
    connect(model, &QAbstractItemModel::columnsInserted, this, &FrozenTable::hideOthers);
    hideOthers();
}

void FrozenTable::setSelectionModel(QItemSelectionModel* selection)
{
    QTableView::setSelectionModel(selection);
    if (m_frozen->model() == selection->model()) {
        m_frozen->setSelectionModel(selection);
    }
}

void FrozenTable::setDelegate(QAbstractItemDelegate* delegate)
{
    setItemDelegate(delegate);
    m_frozen->setItemDelegate(delegate);
}

int FrozenTable::frozenWidth() const
{
    int width = 0;
    for (int column = 0; column < m_columns; ++column) {
        width += columnWidth(column);
    }
    return width;
}

void FrozenTable::hideOthers()
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        m_frozen->setColumnHidden(column, column >= m_columns);
        m_frozen->setColumnWidth(column, columnWidth(column));
    }
    place();
}

void FrozenTable::place()
{
    m_frozen->verticalHeader()->setDefaultSectionSize(verticalHeader()->defaultSectionSize());
    m_frozen->horizontalHeader()->setFixedHeight(horizontalHeader()->height());
    m_frozen->setGeometry(frameWidth(), frameWidth(), std::min(frozenWidth(), viewport()->width()),
                          viewport()->height() + horizontalHeader()->height());
}

void FrozenTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    place();
}

void FrozenTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    // What the table thinks visible may lie below the columns that stay.
    const int hidden = frozenWidth() - visualRect(index).left();
    if (index.isValid() && index.column() >= m_columns && hidden > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
    }
}

QModelIndex FrozenTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    scrollTo(next);
    return next;
}

} // namespace meshdraft::views
