// SPDX-License-Identifier: Apache-2.0
#include "views/editor/outlinetree.h"

#include "models/workspace/resourcetreemodel.h"
#include "views/theme/theme.h"
#include "views/tree/badgedelegate.h"

#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using Model = workspace::ResourceTreeModel;
using workspace::OutlineItem;

namespace {

constexpr int leftMargin = 8; ///< below the title of its section
constexpr int bottomMargin = 6;
constexpr int mostRows = 24; ///< a longer outline scrolls

bool hasSamePlace(const OutlineItem& a, const OutlineItem& b)
{
    return a.parent == b.parent && a.element == b.element;
}

} // namespace

OutlineTree::OutlineTree(const Theme& theme, QWidget* parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"outlineTree"_s);
    setAccessibleName(tr("Outline"));
    setModel(m_model);
    setItemDelegate(new BadgeDelegate(theme, BadgeDelegate::Glyph::Right, this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(15);
    setViewportMargins(leftMargin, 0, 0, bottomMargin);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
    connect(this, &QTreeView::clicked, this, &OutlineTree::choose);
    const auto resized = [this] { updateGeometry(); };
    connect(this, &QTreeView::expanded, this, resized);
    connect(this, &QTreeView::collapsed, this, resized);
}

void OutlineTree::setItems(std::vector<OutlineItem> items)
{
    if (items == m_items) {
        return;
    }
    const bool isSame = std::ranges::equal(items, m_items, hasSamePlace);
    m_items = std::move(items);
    if (!isSame) {
        m_model->clear();
        m_rows.clear();
    }
    fill();
}

/// Rows that are there stay, and with them what is open.
void OutlineTree::fill()
{
    const bool isNew = m_rows.empty();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const OutlineItem& item = m_items[i];
        if (isNew) {
            auto* row = new QStandardItem;
            QStandardItem* above = item.parent < 0
                ? m_model->invisibleRootItem()
                : m_model->itemFromIndex(m_rows[static_cast<std::size_t>(item.parent)]);
            above->appendRow(row);
            m_rows.push_back(row->index());
        }
        QStandardItem* row = m_model->itemFromIndex(m_rows[i]);
        row->setText(item.title);
        row->setData(QVariant::fromValue(item.element), Model::ElementRole);
        row->setData(QString::fromStdString(item.icon), Model::IconRole);
        row->setData(item.detail, Model::DetailRole);
        row->setData(static_cast<int>(item.state), Model::StateRole);
        row->setData(item.errors, Model::ErrorsRole);
        row->setData(item.warnings, Model::WarningsRole);
        row->setToolTip(item.detail);
    }
    if (isNew) {
        expandAll();
    }
    updateGeometry();
}

void OutlineTree::setCurrentField(const mesh::FieldPath& field)
{
    const std::int32_t line = workspace::findInOutline(m_items, field);
    setCurrentIndex(line < 0 ? QModelIndex() : m_rows[static_cast<std::size_t>(line)]);
}

QSize OutlineTree::sizeHint() const
{
    int rows = 0;
    for (QModelIndex index = m_model->index(0, 0); index.isValid() && rows < mostRows; index = indexBelow(index)) {
        ++rows;
    }
    const int row = itemDelegate()->sizeHint({}, m_model->index(0, 0)).height();
    return {200,
            bottomMargin + rows * (row > 0 ? std::max(row, fontMetrics().height() + 7) : fontMetrics().height() + 7)};
}

void OutlineTree::choose(const QModelIndex& index)
{
    if (index.isValid()) {
        Q_EMIT chosen(index.data(Model::ElementRole).value<mesh::ElementRef>());
    }
}

void OutlineTree::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace meshdraft::views
