// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingspanel.h"

#include "models/workspace/selection.h"
#include "models/workspace/words.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/findings/findingsmodel.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// The glyph of the severity before the code; mended rows in muted text.
class FindingDelegate : public QStyledItemDelegate {
public:
    FindingDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int news = index.data(FindingsModel::NewsRole).toInt();
        if (news == FindingsModel::Mended) {
            option->palette.setColor(QPalette::Text, m_theme.color("muted"));
        }
        if (index.column() == FindingsModel::NewsColumn && news == FindingsModel::Introduced) {
            option->font.setWeight(QFont::DemiBold);
        }
        if (index.column() == FindingsModel::PlaceColumn) {
            option->textElideMode = Qt::ElideMiddle;
        }
        if (index.column() == FindingsModel::CodeColumn) {
            const auto severity = static_cast<checks::Severity>(index.data(FindingsModel::SeverityRole).toInt());
            const Look look = lookOf(severity);
            const bool selected = option->state.testFlag(QStyle::State_Selected);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {15, 15};
            option->icon = QIcon(m_theme.pixmap(look.icon, 15, selected ? "hltext" : look.token,
                                                option->widget->devicePixelRatioF(), selected ? "hl" : "base"));
            option->font = fixedFont();
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

FindingsPanel::FindingsPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new FindingsModel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_table(new QTableView(this))
{
    m_empty->setObjectName(u"findingsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    setInk(*m_empty, theme, "muted");
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_table->setObjectName(u"findingsTable"_s);
    m_table->setAccessibleName(tr("Findings"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FindingDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 11);
    m_table->horizontalHeader()->setSectionResizeMode(FindingsModel::TextColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(FindingsModel::CodeColumn, 100);
    m_table->setColumnWidth(FindingsModel::NewsColumn, 120);
    m_table->setColumnWidth(FindingsModel::PlaceColumn, 260);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(&theme, &Theme::changed, this, [this] { m_table->viewport()->update(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        m_current = index.row();
        const auto element = index.data(FindingsModel::ElementRole).value<mesh::ElementRef>();
        if (!element.isNull()) {
            m_selection.select(element, this);
        }
    });
}

void FindingsPanel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_model->setSnapshot(snapshot);
    m_current = -1;
    m_empty->setText(snapshot ? tr("No findings in %1.").arg(workspace::printable(snapshot->environment.name))
                              : tr("No repository is open."));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
}

bool FindingsPanel::step(int direction)
{
    const int row = m_model->step(m_current, direction);
    if (row < 0) {
        return false;
    }
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
    return true;
}

} // namespace meshdraft::views
