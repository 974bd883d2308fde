// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/newresourcedialog.h"

#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

NewResourceDialog::NewResourceDialog(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_snapshot(workspace.snapshot())
{
    build(theme, tr("New resource"), tr("Make it"));
    const auto kinds = workspace::creatableKinds();
    const mesh::ElementRef& beside = workspace.selection().current();
    int current = 0;
    for (const mesh::KindSchema* kind : kinds) {
        if (kind->kind == beside.key.kind && kind->group == beside.key.group) {
            current = m_kind->count();
        }
        const QString group = printable(kind->group);
        const bool isTwice = std::ranges::count(kinds, kind->kind, &mesh::KindSchema::kind) > 1;
        m_kind->addItem(theme.icon(iconOfKind(kind->kind)),
                        isTwice ? printable(kind->kind) + u" ("_s + group + u')' : printable(kind->kind), group);
        m_kind->setItemData(m_kind->count() - 1, workspace::schemaText(kind->explanation), Qt::ToolTipRole);
    }
    m_kind->setCurrentIndex(current);
    const mesh::KindSchema* kind = chosenKind();
    m_namespace->setEditText(
        QString::fromStdString(workspace::proposedDraft(*m_snapshot, *kind, workspace.selection().current()).ns));
    propose();
    check();
    m_name->setFocus();
}

NewResourceDialog::NewResourceDialog(const Theme& theme, workspace::Workspace& workspace,
                                     const mesh::Resource& original, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_snapshot(workspace.snapshot())
    , m_original(original.element())
    , m_copy(workspace::draftOfCopy(*m_snapshot, original))
{
    build(theme, tr("Duplicate %1").arg(printable(original.key.name)), tr("Duplicate"));
    m_kind->addItem(theme.icon(iconOfKind(original.key.kind)), printable(original.key.kind));
    m_kind->setEnabled(false);
    m_name->setText(QString::fromStdString(m_copy.name));
    m_namespace->setEditText(QString::fromStdString(m_copy.ns));
    m_namespace->setEnabled(!m_copy.ns.empty());
    propose();
    check();
    m_name->setFocus();
    m_name->selectAll();
}

void NewResourceDialog::build(const Theme& theme, const QString& title, const QString& make)
{
    setObjectName(u"newResourceDialog"_s);
    setWindowTitle(title);
    setMinimumWidth(480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"newKind"_s);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"newName"_s);
    m_namespace = new QComboBox(this);
    m_namespace->setObjectName(u"newNamespace"_s);
    m_namespace->setEditable(true);
    m_namespace->lineEdit()->setAccessibleName(tr("Namespace"));
    for (const std::string& name : workspace::knownNamespaces(*m_snapshot)) {
        m_namespace->addItem(theme.icon(u"namespace"_s), QString::fromStdString(name));
    }
    m_path = new QLineEdit(this);
    m_path->setObjectName(u"newPath"_s);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Name&space"), m_namespace);
    form->addRow(tr("&File"), m_path);
    column->addLayout(form);
    m_note = new QLabel(this);
    m_note->setObjectName(u"newNote"_s);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * m_note->fontMetrics().lineSpacing());
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setInk(*m_note, theme, "muted");
    column->addWidget(m_note);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(make, QDialogButtonBox::AcceptRole);
    m_make->setObjectName(u"newMake"_s);
    m_make->setDefault(true);
    setPrimary(*m_make, theme);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewResourceDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto changed = [this] {
        propose();
        check();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, changed);
    connect(m_name, &QLineEdit::textChanged, this, changed);
    connect(m_namespace, &QComboBox::editTextChanged, this, changed);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_pathIsOwn = true;
        check();
    });
}

const mesh::KindSchema* NewResourceDialog::chosenKind() const
{
    const auto kinds = workspace::creatableKinds();
    const auto index = static_cast<std::size_t>(m_kind->currentIndex());
    return index < kinds.size() ? kinds[index] : kinds.front();
}

workspace::ResourceDraft NewResourceDialog::draft() const
{
    workspace::ResourceDraft draft = m_copy;
    if (!m_original) {
        const mesh::KindSchema* kind = chosenKind();
        draft.group = kind->group;
        draft.kind = kind->kind;
    }
    draft.name = m_name->text().trimmed().toStdString();
    draft.ns = m_namespace->isEnabled() ? m_namespace->currentText().trimmed().toStdString() : std::string();
    draft.path = m_path->text().trimmed().toStdString();
    return draft;
}

void NewResourceDialog::propose()
{
    if (!m_original) {
        m_namespace->setEnabled(chosenKind()->isNamespaced);
    }
    if (!m_pathIsOwn) {
        const workspace::ResourceDraft now = draft();
        m_path->setText(now.name.empty() ? QString()
                                         : QString::fromStdString(workspace::proposedPath(*m_snapshot, now)));
    }
}

Expected<workspace::MeshEdit> NewResourceDialog::plan() const
{
    return m_original ? workspace::planDuplicate(*m_snapshot, *m_original, draft())
                      : workspace::planNewResource(*m_snapshot, draft());
}

void NewResourceDialog::check()
{
    const bool isEmpty = m_name->text().trimmed().isEmpty();
    const auto planned = plan();
    m_make->setEnabled(planned.has_value() && !m_path->text().trimmed().isEmpty());
    if (!planned && !isEmpty) {
        m_note->setText(workspace::errorText(planned.error()));
    } else if (!m_original) {
        m_note->setText(workspace::schemaText(chosenKind()->explanation));
    } else {
        m_note->setText(tr("Comments stay with the original."));
    }
    if (planned && m_snapshot->current.find(draft().path) != nullptr) {
        m_note->setText(tr("%1 is there already; the resource goes to its end.").arg(printable(draft().path)));
    }
}

void NewResourceDialog::accept()
{
    const workspace::ResourceDraft wanted = draft();
    auto planned = plan();
    if (!planned) {
        m_note->setText(workspace::errorText(planned.error()));
        return;
    }
    const QString step = m_original ? tr("Duplicate %1").arg(printable(m_original->key.name))
                                    : tr("New %1 %2").arg(printable(wanted.kind), printable(wanted.name));
    if (const Expected<void> done = m_workspace.apply(*planned, step); !done) {
        m_note->setText(workspace::errorText(done.error()));
        return;
    }
    const workspace::SnapshotPtr now = m_workspace.snapshot();
    const auto found = now->graph->find(workspace::keyOf(*now, wanted));
    if (!found.empty()) {
        m_workspace.selection().select(now->graph->at(found.front()).element());
    }
    QDialog::accept();
}

} // namespace meshdraft::views
