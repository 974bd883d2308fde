// SPDX-License-Identifier: Apache-2.0
#include "views/topology/topologylistpanel.h"

#include "models/workspace/selection.h"
#include "views/common/segmentedswitch.h"
#include "views/theme/theme.h"
#include "views/topology/routelistpanel.h"
#include "views/topology/topologytreemodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int nameWidth = 260;
constexpr int openRows = 400; ///< a larger tree starts closed

/// Rows of the height that all lists have.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 8};
    }
};

} // namespace

TopologyListPanel::TopologyListPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new TopologyTreeModel(this))
    , m_tree(new QTreeView)
    , m_routes(new RouteListPanel(theme, selection))
    , m_stack(new QStackedWidget(this))
    , m_tools(new QWidget)
    , m_switch(new SegmentedSwitch(theme, m_tools))
{
    setObjectName(u"topologyListPanel"_s);
    m_tree->setObjectName(u"topologyTree"_s);
    m_tree->setAccessibleName(tr("Topology as tree"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setIndentation(15);
    m_tree->header()->resizeSection(0, nameWidth);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setHighlightSections(false);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_routes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    m_switch->setObjectName(u"listSwitch"_s);
    m_switch->setAccessibleName(tr("Form of the list"));
    m_switch->setTexts({tr("Tree"), tr("Routes")});
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_routes->filter());
    row->addWidget(m_switch);
    m_routes->filter()->hide();
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        m_routes->filter()->setVisible(index == 1);
        m_isFilled = false;
        fill();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const auto element = index.data(TopologyTreeModel::ElementRole).value<mesh::ElementRef>();
        if (!m_following && !element.isNull())
            m_selection.select(element, this);
    });
    connect(&selection, &workspace::Selection::changed, this, [this](const mesh::ElementRef& element, QObject* origin) {
        if (origin != this && m_isFilled)
            follow(element);
    });
}

void TopologyListPanel::setPicture(const BuiltPicture& picture)
{
    m_picture = picture;
    m_isFilled = false;
    if (isVisible())
        fill();
}

void TopologyListPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fill();
}

void TopologyListPanel::fill()
{
    if (m_isFilled)
        return;
    m_isFilled = true;
    if (m_stack->currentWidget() == m_routes) {
        m_routes->setSnapshot(m_picture.snapshot);
        return;
    }
    const QScopedValueRollback guard(m_following, true);
    m_model->setScene(m_picture.scene);
    if (m_picture.scene && m_picture.scene->nodes().size() < openRows)
        m_tree->expandToDepth(0);
    follow(m_selection.current());
}

void TopologyListPanel::follow(const mesh::ElementRef& element)
{
    const QScopedValueRollback guard(m_following, true);
    if (const QModelIndex index = m_model->find(element); index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    } else {
        m_tree->selectionModel()->clear();
    }
}

} // namespace meshdraft::views
