// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/renamedialog.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/inspector/operations/placelist.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::NamedPart;
using workspace::printable;

namespace {

QString titleOf(const workspace::RenameTarget& target)
{
    const QString name = printable(target.name);
    switch (target.part) {
    case NamedPart::Subset:
        return RenameDialog::tr("Rename subset %1").arg(name);
    case NamedPart::Listener:
        return RenameDialog::tr("Rename listener %1").arg(name);
    case NamedPart::ServerPort:
        return RenameDialog::tr("Rename server port %1").arg(name);
    case NamedPart::Route:
        return RenameDialog::tr("Rename route %1").arg(name);
    case NamedPart::Port:
        return RenameDialog::tr("Rename port %1").arg(name);
    case NamedPart::PortNumber:
        return RenameDialog::tr("Change port %1").arg(name);
    case NamedPart::WorkloadPort:
        return RenameDialog::tr("Change port %1 of the pods").arg(name);
    case NamedPart::Resource:
        break;
    }
    return RenameDialog::tr("Rename %1 %2").arg(printable(target.element.key.kind), name);
}

/// Any other name that the part can have: it shows what would follow.
std::string otherName(const workspace::RenameTarget& target)
{
    const bool isNumber = std::ranges::all_of(target.name, [](char c) { return c >= '0' && c <= '9'; });
    if (target.part != NamedPart::PortNumber && !(target.part == NamedPart::WorkloadPort && isNumber))
        return target.name + "-2";
    return target.name == "65535" ? "1" : "65535";
}

} // namespace

RenameDialog::RenameDialog(const Theme& theme, workspace::Workspace& workspace, workspace::RenameTarget target,
                           QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_target(std::move(target))
    , m_name(new QLineEdit(QString::fromStdString(m_target.name), this))
    , m_note(new QLabel(this))
    , m_places(new QListWidget(this))
{
    setObjectName(u"renameDialog"_s);
    setWindowTitle(titleOf(m_target));
    setMinimumSize(560, 340);
    m_name->setObjectName(u"renameName"_s);
    m_note->setObjectName(u"renameNote"_s);
    m_note->setWordWrap(true);
    setInk(*m_note, theme, "muted");
    m_places->setObjectName(u"renamePlaces"_s);
    m_places->setAccessibleName(tr("What changes"));
    preparePlaces(*m_places, theme);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    auto* form = new QFormLayout;
    const bool isPort = m_target.part == NamedPart::PortNumber || m_target.part == NamedPart::WorkloadPort;
    form->addRow(isPort ? tr("&New port") : tr("New &name"), m_name);
    column->addLayout(form);
    column->addWidget(m_note);
    column->addWidget(m_places, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_rename = buttons->addButton(isPort ? tr("Change") : tr("Rename"), QDialogButtonBox::AcceptRole);
    m_rename->setObjectName(u"renameMake"_s);
    m_rename->setDefault(true);
    setPrimary(*m_rename, theme);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, [this] { check(); });
    m_name->selectAll();
    m_name->setFocus();
    check();
}

void RenameDialog::check()
{
    const std::string name = m_name->text().trimmed().toStdString();
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto plan = workspace::planRename(*snapshot, m_target, name);
    m_places->clear();
    m_rename->setEnabled(plan && name != m_target.name);
    if (!plan) {
        m_note->setText(workspace::errorText(plan.error()));
        return;
    }
    // Without another name the places are those that would follow.
    const auto shown = name == m_target.name ? workspace::planRename(*snapshot, m_target, otherName(m_target)) : plan;
    const auto& places = shown ? shown->places : plan->places;
    for (const workspace::RenamePlace& place : places) {
        const QString after = name == m_target.name ? u"…"_s : printable(place.after);
        const QString what = printable(place.before) + u" → "_s + after;
        addPlace(*m_places, *snapshot->graph, place.element,
                 place.before.empty() ? QString(u"+ "_s + printable(place.after)) : what);
    }
    QString note = tr("Nothing in this environment refers to it.");
    if (places.size() == 2) {
        note = tr("1 reference follows, in the same step.");
    } else if (places.size() > 2) {
        note = tr("%1 references follow, all in one step.").arg(places.size() - 1);
    }
    for (const Location& where : plan->outside) {
        note += u'\n'
            + tr("%1:%2 goes by the old name, is not part of this environment, and stays as it is.")
                  .arg(printable(where.path))
                  .arg(where.line);
    }
    m_note->setText(note);
}

void RenameDialog::accept()
{
    const std::string name = m_name->text().trimmed().toStdString();
    const auto plan = workspace::planRename(*m_workspace.snapshot(), m_target, name);
    if (!plan || name == m_target.name) {
        check();
        return;
    }
    const bool isPort = m_target.part == NamedPart::PortNumber || m_target.part == NamedPart::WorkloadPort;
    const Expected<void> done = m_workspace.apply(
        plan->edit,
        (isPort ? tr("Change port %1 to %2") : tr("Rename %1 to %2")).arg(printable(m_target.name), printable(name)));
    if (!done) {
        m_note->setText(workspace::errorText(done.error()));
        return;
    }
    if (m_target.part == NamedPart::Resource) {
        mesh::ResourceKey key = m_target.element.key;
        key.name = name;
        const mesh::MeshGraph& graph = *m_workspace.snapshot()->graph;
        if (const auto found = graph.find(key); !found.empty()) {
            m_workspace.selection().select(graph.at(found.front()).element());
        }
    }
    QDialog::accept();
}

} // namespace meshdraft::views
