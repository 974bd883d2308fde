// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/deletedialog.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/inspector/operations/placelist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

QString deleteStep(const workspace::MeshEdit& edit)
{
    return edit.removals.size() == 1 ? DeleteDialog::tr("Delete %1").arg(printable(edit.removals.front().key.name))
                                     : DeleteDialog::tr("Delete %1 resources").arg(edit.removals.size());
}

DeleteDialog::DeleteDialog(const Theme& theme, workspace::Workspace& workspace, workspace::RemovalPlan plan,
                           QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_plan(std::move(plan))
    , m_note(new QLabel(this))
{
    setObjectName(u"deleteDialog"_s);
    setWindowTitle(deleteStep(m_plan.edit));
    setMinimumSize(560, 300);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    m_note->setObjectName(u"deleteNote"_s);
    m_note->setWordWrap(true);
    m_note->setText(m_plan.dangling.size() == 1 ? tr("1 reference would lead nowhere:")
                                                : tr("%1 references would lead nowhere:").arg(m_plan.dangling.size()));
    column->addWidget(m_note);
    auto* places = new QListWidget(this);
    places->setObjectName(u"deletePlaces"_s);
    places->setAccessibleName(tr("References that would lead nowhere"));
    preparePlaces(*places, theme);
    for (const workspace::DanglingPlace& place : m_plan.dangling) {
        addPlace(*places, *workspace.snapshot()->graph, place.element, printable(place.target));
    }
    column->addWidget(places, 1);
    auto* hint = new QLabel(tr("Double-click a place to go there. The edit can be undone."), this);
    setInk(*hint, theme, "muted");
    column->addWidget(hint);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* remove = buttons->addButton(tr("Delete all the same"), QDialogButtonBox::AcceptRole);
    remove->setObjectName(u"deleteMake"_s);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DeleteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(places, &QListWidget::itemActivated, this, [this, places](const QListWidgetItem* item) {
        m_workspace.selection().select(placeAt(*places, places->row(item)));
        reject();
    });
}

void DeleteDialog::accept()
{
    if (const Expected<void> done = m_workspace.apply(m_plan.edit, deleteStep(m_plan.edit)); !done) {
        m_note->setText(workspace::errorText(done.error()));
        return;
    }
    QDialog::accept();
}

} // namespace meshdraft::views
