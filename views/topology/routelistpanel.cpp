// SPDX-License-Identifier: Apache-2.0
#include "views/topology/routelistpanel.h"

#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/selection.h"
#include "views/common/paint.h"
#include "views/common/undopassing.h"
#include "views/theme/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using Model = workspace::RouteTableModel;

namespace {

/// The difference glyph before the destination; dangling ones with the broken link.
class RouteDelegate : public QStyledItemDelegate {
public:
    RouteDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == Model::FileColumn) {
            option->textElideMode = Qt::ElideMiddle;
        }
        if (index.column() != Model::DestinationColumn) {
            return;
        }
        const bool dangling = index.data(Model::DanglingRole).toBool();
        Look look = lookOf(static_cast<topology::State>(index.data(Model::StateRole).toInt()));
        if (dangling) {
            look = {u"broken"_s, "err"};
        }
        if (!look.icon.isEmpty()) {
            const bool selected = option->state.testFlag(QStyle::State_Selected);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {14, 14};
            option->icon = QIcon(m_theme.pixmap(look.icon, 14, selected ? "hltext" : look.token,
                                                option->widget->devicePixelRatioF(), selected ? "hl" : "base"));
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

RouteListPanel::RouteListPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new Model(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_filter(new QLineEdit)
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(Model::SortRole);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(u"routeTable"_s);
    m_table->setAccessibleName(tr("Topology as list"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new RouteDelegate(theme, m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 8);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    const std::initializer_list<std::pair<int, int>> widths{{Model::HostColumn, 190},  {Model::RouteColumn, 130},
                                                            {Model::MatchColumn, 180}, {Model::DestinationColumn, 190},
                                                            {Model::ShareColumn, 70},  {Model::WorkloadsColumn, 150}};
    for (const auto& [section, width] : widths) {
        m_table->setColumnWidth(section, width);
    }
    header->setStretchLastSection(true);
    m_filter->setObjectName(u"routeFilter"_s);
    passUndo(*m_filter);
    m_filter->setAccessibleName(tr("Filter the list"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);

    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(&theme, &Theme::changed, this, [this] { m_table->viewport()->update(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        const auto element = index.data(Model::ElementRole).value<mesh::ElementRef>();
        if (!m_following && !element.isNull()) {
            m_selection.select(element, this);
        }
    });
    connect(&selection, &workspace::Selection::changed, this, [this](const mesh::ElementRef& element, QObject* origin) {
        if (origin != this) {
            showSelection(element);
        }
    });
}

void RouteListPanel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const QScopedValueRollback guard(m_following, true);
    m_model->setSnapshot(snapshot);
    showSelection(m_selection.current());
}

void RouteListPanel::showSelection(const mesh::ElementRef& element)
{
    const QScopedValueRollback guard(m_following, true);
    for (int row = 0; row < m_proxy->rowCount() && !element.isNull(); ++row) {
        const auto here = m_proxy->index(row, 0).data(Model::ElementRole).value<mesh::ElementRef>();
        if (here.key == element.key && here.path == element.path && here.document == element.document
            && here.field.isWithin(element.field)) {
            m_table->selectRow(row);
            m_table->scrollTo(m_proxy->index(row, 0));
            return;
        }
    }
    m_table->clearSelection();
}

} // namespace meshdraft::views
