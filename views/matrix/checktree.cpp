// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/checktree.h"

#include <QSignalBlocker>

namespace meshdraft::views {

namespace {

constexpr int idRole = Qt::UserRole;

} // namespace

CheckTree::CheckTree(QWidget* parent)
    : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setMinimumSize(280, 200);
    connect(this, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem* item) {
        // A group changes its leaves one after the other; what is asked for is only known afterwards.
        if (item->childCount() == 0) {
            Q_EMIT choiceChanged();
        }
    });
}

void CheckTree::addGroup(const QString& title, const QList<Item>& items)
{
    const QSignalBlocker blocker(this);
    QTreeWidgetItem* parent = invisibleRootItem();
    if (!title.isEmpty()) {
        const auto existing = findItems(title, Qt::MatchExactly);
        parent = existing.isEmpty() ? new QTreeWidgetItem(this, {title}) : existing.front();
        parent->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
    }
    for (const Item& item : items) {
        auto* leaf = new QTreeWidgetItem(parent, {item.text});
        leaf->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
        leaf->setData(0, idRole, item.id);
        leaf->setToolTip(0, item.hint);
        leaf->setCheckState(0, item.isChecked ? Qt::Checked : Qt::Unchecked);
    }
    expandAll();
}

QList<QTreeWidgetItem*> CheckTree::leaves() const
{
    QList<QTreeWidgetItem*> result;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* top = topLevelItem(i);
        if (top->data(0, idRole).isValid()) {
            result << top;
        }
        for (int child = 0; child < top->childCount(); ++child) {
            result << top->child(child);
        }
    }
    return result;
}

QStringList CheckTree::checked() const
{
    QStringList ids;
    for (const QTreeWidgetItem* leaf : leaves()) {
        if (leaf->checkState(0) == Qt::Checked) {
            ids << leaf->data(0, idRole).toString();
        }
    }
    return ids;
}

} // namespace meshdraft::views
