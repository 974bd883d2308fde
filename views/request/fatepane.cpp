// SPDX-License-Identifier: Apache-2.0
#include "views/request/fatepane.h"

#include "views/common/ink.h"
#include "views/request/fatedelegate.h"
#include "views/request/fatemodel.h"
#include "views/request/paneparts.h"
#include "views/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

FatePane::FatePane(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(new FateModel(this))
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 6);
    head->setSpacing(8);
    head->addWidget(titleLabel(tr("Requests whose fate changes"), this));
    m_title->setObjectName(u"fateTitle"_s);
    setInk(*m_title, theme, "muted");
    head->addWidget(m_title, 1);
    column->addLayout(head);
    column->addWidget(lineBetween(theme, this));
    prepareList(*m_list, u"fateList"_s, tr("Requests whose fate changes"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FateDelegate(theme, m_list));
    column->addWidget(m_list, 1);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { chooseRow(index.row()); });
}

void FatePane::setComparison(const traffic::RequestComparison& comparison)
{
    m_model->setComparison(comparison);
    m_title->setText(!comparison.changes.empty()     ? QString::number(comparison.changes.size())
                         : comparison.evaluated == 0 ? QString() // nothing was asked yet
                                                     : tr("none of %1 that were asked").arg(comparison.evaluated));
}

/// Enter means something else in each style.
bool FatePane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
            chooseRow(m_list->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FatePane::chooseRow(int row)
{
    if (row >= 0 && row < m_model->rowCount()) {
        Q_EMIT requestChosen(m_model->at(row).request);
    }
}

} // namespace meshdraft::views
