// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/movedialog.h"

#include "models/workspace/operations/newresource.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/inspector/operations/placelist.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

MoveDialog::MoveDialog(const Theme& theme, workspace::Workspace& workspace, std::vector<mesh::ElementRef> elements,
                       QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_elements(std::move(elements))
    , m_namespace(new QComboBox(this))
    , m_lost(new QLabel(this))
    , m_dangling(new QListWidget(this))
    , m_note(new QLabel(this))
    , m_places(new QListWidget(this))
{
    setObjectName(u"moveDialog"_s);
    const mesh::ResourceKey& first = m_elements.front().key;
    setWindowTitle(m_elements.size() == 1 ? tr("Move %1 %2").arg(printable(first.kind), printable(first.name))
                                          : tr("Move %1 resources").arg(m_elements.size()));
    setMinimumSize(560, 400);
    m_namespace->setObjectName(u"moveNamespace"_s);
    m_namespace->setEditable(true);
    for (const std::string& name : workspace::knownNamespaces(*workspace.snapshot())) {
        m_namespace->addItem(theme.icon(u"namespace"_s), QString::fromStdString(name));
    }
    m_namespace->setEditText(QString::fromStdString(first.ns));
    m_lost->setObjectName(u"moveLost"_s);
    m_lost->setWordWrap(true);
    setInk(*m_lost, theme, "err");
    m_dangling->setObjectName(u"moveDangling"_s);
    m_dangling->setAccessibleName(tr("References that would lead nowhere"));
    m_note->setObjectName(u"moveNote"_s);
    m_note->setWordWrap(true);
    setInk(*m_note, theme, "muted");
    m_places->setObjectName(u"movePlaces"_s);
    m_places->setAccessibleName(tr("What changes"));
    preparePlaces(*m_dangling, theme);
    preparePlaces(*m_places, theme);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    auto* form = new QFormLayout;
    form->addRow(tr("New &namespace"), m_namespace);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    column->addWidget(m_lost);
    column->addWidget(m_dangling, 1);
    column->addWidget(m_note);
    column->addWidget(m_places, 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_move = buttons->addButton(tr("Move"), QDialogButtonBox::AcceptRole);
    m_move->setObjectName(u"moveMake"_s);
    m_move->setDefault(true);
    setPrimary(*m_move, theme);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &MoveDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_namespace, &QComboBox::editTextChanged, this, [this] { check(); });
    for (QListWidget* list : {m_dangling, m_places}) {
        connect(list, &QListWidget::itemActivated, this, [this, list](const QListWidgetItem* item) {
            m_workspace.selection().select(placeAt(*list, list->row(item)));
            reject();
        });
    }
    m_namespace->lineEdit()->selectAll();
    m_namespace->setFocus();
    check();
}

std::string MoveDialog::chosen() const
{
    return m_namespace->currentText().trimmed().toStdString();
}

QString MoveDialog::noteOf(const workspace::MovePlan& plan) const
{
    QString note = plan.places.empty()            ? tr("It is there already: choose another namespace.")
        : plan.places.size() == m_elements.size() ? tr("Nothing else has to change.")
                                                  : tr("%1 places change, all in one step.").arg(plan.places.size());
    for (const Location& where : plan.outside) {
        note += u'\n'
            + tr("%1:%2 goes by the old namespace, is not part of this environment, and stays as it is.")
                  .arg(printable(where.path))
                  .arg(where.line);
    }
    return note;
}

void MoveDialog::check()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto plan = workspace::planMove(*snapshot, m_elements, chosen());
    m_places->clear();
    m_dangling->clear();
    m_move->setEnabled(plan && !plan->places.empty());
    const bool isLosing = plan && !plan->dangling.empty();
    m_lost->setVisible(isLosing);
    m_dangling->setVisible(isLosing);
    if (!plan) {
        m_note->setText(workspace::errorText(plan.error()));
        return;
    }
    m_lost->setText(plan->dangling.size() == 1 ? tr("1 reference would lead nowhere:")
                                               : tr("%1 references would lead nowhere:").arg(plan->dangling.size()));
    m_move->setText(isLosing ? tr("Move all the same") : tr("Move"));
    for (const workspace::DanglingPlace& place : plan->dangling) {
        addPlace(*m_dangling, *snapshot->graph, place.element, printable(place.target));
    }
    for (const workspace::RenamePlace& place : plan->places) {
        addPlace(*m_places, *snapshot->graph, place.element,
                 place.before.empty() ? QString(u"+ "_s + printable(place.after))
                                      : QString(printable(place.before) + u" → "_s + printable(place.after)));
    }
    m_note->setText(noteOf(*plan));
}

void MoveDialog::accept()
{
    const std::string ns = chosen();
    const auto plan = workspace::planMove(*m_workspace.snapshot(), m_elements, ns);
    if (!plan || plan->places.empty()) {
        check();
        return;
    }
    const QString what =
        m_elements.size() == 1 ? printable(m_elements.front().key.name) : tr("%1 resources").arg(m_elements.size());
    const Expected<void> done = m_workspace.apply(plan->edit, tr("Move %1 to %2").arg(what, printable(ns)));
    if (!done) {
        m_note->setText(workspace::errorText(done.error()));
        return;
    }
    mesh::ResourceKey key = m_elements.front().key;
    key.ns = ns;
    const mesh::MeshGraph& graph = *m_workspace.snapshot()->graph;
    if (const auto found = graph.find(key); !found.empty()) {
        m_workspace.selection().select(graph.at(found.front()).element());
    }
    QDialog::accept();
}

} // namespace meshdraft::views
