// SPDX-License-Identifier: Apache-2.0
#include "views/commit/commitdialog.h"

#include "models/workspace/freebranch.h"
#include "models/workspace/summary.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/changes/changetext.h"
#include "views/changes/diffview.h"
#include "views/changes/riskpanel.h"
#include "views/commit/trailerrow.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

CommitDialog::CommitDialog(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : CommitFrame(theme, u"commit"_s, parent)
    , m_workspace(workspace)
    , m_snapshot(workspace.snapshot())
{
    setWindowTitle(tr("Commit"));
    QWidget* form = buildForm();
    build(form, buildDiff(), 380, tr("Nothing is pushed; hooks and signing run as with git commit."), tr("Commit"),
          [this] { commit(false); });
    resize(1000, 620);
    showFile(0);
    updateState();
    (m_newBranch->isChecked() ? static_cast<QWidget*>(m_branch) : m_text)->setFocus();
}

QWidget* CommitDialog::buildForm()
{
    auto* form = new QWidget(this);
    QBoxLayout* column = startForm(form);
    column->addWidget(caption(tr("Branch"), form));
    m_newBranch = new QRadioButton(tr("New branch"), form);
    m_newBranch->setObjectName(u"newBranch"_s);
    m_branch = new QLineEdit(m_snapshot->repository
                                 ? workspace::freeBranch(*m_snapshot->repository, m_workspace.proposedBranch())
                                 : m_workspace.proposedBranch(),
                             form);
    m_branch->setObjectName(u"branchEdit"_s);
    m_branch->setAccessibleName(tr("Name of the new branch"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_newBranch);
    row->addWidget(m_branch, 1);
    column->addLayout(row);
    const QString current = m_snapshot->head.branch;
    m_currentBranch = new QRadioButton(current.isEmpty() ? tr("The current branch (none: HEAD is detached)")
                                                         : tr("Current branch, %1").arg(current),
                                       form);
    m_currentBranch->setObjectName(u"currentBranch"_s);
    m_currentBranch->setEnabled(!current.isEmpty());
    m_newBranch->setChecked(true);
    column->addWidget(m_currentBranch);
    column->addSpacing(6);

    m_text = addMessage(*column, form, u"messageEdit"_s, 90);
    m_text->setPlainText(m_workspace.proposedMessage());
    addTrailers(*column, form);
    column->addSpacing(6);

    m_files = new QListWidget(form);
    m_files->setObjectName(u"commitFiles"_s);
    m_files->setAccessibleName(tr("Files of the commit"));
    m_files->setMaximumHeight(86);
    m_files->setTextElideMode(Qt::ElideMiddle);
    const std::vector<std::string> foreign = m_workspace.filesWithForeignChanges();
    for (const std::string& path : m_snapshot->changedFiles()) {
        auto* item = new QListWidgetItem(workspace::printable(path), m_files);
        item->setCheckState(Qt::Checked);
        // The mark says that the file is part of the commit; it cannot be taken out here.
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        item->setData(Qt::UserRole, QString::fromStdString(path));
        if (textIn(m_snapshot->current, path)->empty()) {
            item->setText(tr("%1 (deleted)").arg(item->text()));
        } else if (textIn(m_snapshot->saved, path)->empty()) {
            item->setText(tr("%1 (new)").arg(item->text()));
        }
        if (std::ranges::find(foreign, path) != foreign.end()) {
            item->setToolTip(tr("This file also holds uncommitted changes of your own; they stay where they are."));
            item->setText(item->text() + tr(" (your own changes stay out)"));
        }
    }
    column->addWidget(
        caption(m_files->count() == 1 ? tr("1 file") : tr("%1 files").arg(m_files->count()), form, m_files));
    column->addWidget(m_files);
    column->addSpacing(6);
    addOrder(*column, form);
    auto* risk = new RiskPanel(theme(), form);
    risk->setChange(m_snapshot->change, m_snapshot->risk);
    risk->setMinimumHeight(130);
    column->addWidget(risk, 2);

    connect(m_files, &QListWidget::currentRowChanged, this, [this](int index) { showFile(index); });
    connect(m_newBranch, &QRadioButton::toggled, this, [this] { updateState(); });
    connect(m_branch, &QLineEdit::textChanged, this, [this] { updateState(); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { updateState(); });
    return form;
}

void CommitDialog::addTrailers(QBoxLayout& column, QWidget* form)
{
    auto* row = new TrailerRow(form);
    QMap<QString, QString> values{{u"Risk"_s, QString::fromUtf8(changes::tierName(m_snapshot->change.tier))}};
    row->add(u"Risk"_s, values[u"Risk"_s], riskTrailerHint());
    if (const QString person = m_snapshot->repository->identity().value_or(QString()); !person.isEmpty()) {
        values[u"Signed-off-by"_s] = person;
        row->add(u"Signed-off-by"_s, person, signOffHint());
    }
    connect(row, &TrailerRow::toggled, this, [this, values](const QString& name, bool on) {
        // one step of the field's own undo
        QTextCursor cursor(m_text->document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(workspace::withTrailer(m_text->toPlainText(), name, on ? values[name] : QString()));
    });
    column.addWidget(row);
}

void CommitDialog::addOrder(QBoxLayout& column, QWidget* form)
{
    const QString order =
        workspace::orderText(changes::orderOf(m_snapshot->change, *m_snapshot->savedGraph, *m_snapshot->graph));
    if (order.isEmpty()) {
        return;
    }
    auto* note = new QLabel(tr("Order matters: %1 In one commit all of it arrives at once.").arg(order), form);
    note->setObjectName(u"commitOrder"_s);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    column.addWidget(note);
    auto* stack = new QPushButton(theme().icon(u"branch"_s), tr("Write as stacked branches…"), form);
    stack->setObjectName(u"commitStack"_s);
    stack->setToolTip(tr("One branch and pull request a step, each on top of the one before"));
    stack->setAutoDefault(false);
    connect(stack, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT stackRequested();
    });
    column.addWidget(stack, 0, Qt::AlignLeft);
    column.addSpacing(6);
}

QWidget* CommitDialog::buildDiff()
{
    m_path = new QLabel(this);
    m_path->setTextFormat(Qt::PlainText);
    setInk(*m_path, theme(), "muted");
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 6);
    row->addWidget(m_path);
    return buildSide(row, tr("Difference"));
}

void CommitDialog::showFile(int row)
{
    const QListWidgetItem* item = m_files->item(row);
    if (item == nullptr) {
        diff().clear();
        return;
    }
    const std::string path = item->data(Qt::UserRole).toString().toStdString();
    m_path->setText(workspace::printable(path));
    diff().setTexts(m_path->text(), textIn(m_snapshot->saved, path), textIn(m_snapshot->current, path));
}

void CommitDialog::updateState()
{
    const bool isNew = m_newBranch->isChecked();
    m_branch->setEnabled(isNew);
    const bool named = isNew ? !m_branch->text().trimmed().isEmpty() : !m_snapshot->head.branch.isEmpty();
    confirmButton().setEnabled(named && !m_text->toPlainText().trimmed().isEmpty() && m_files->count() > 0);
}

QString CommitDialog::subject() const
{
    return m_text->toPlainText().trimmed().section(u'\n', 0, 0);
}

void CommitDialog::commit(bool acceptStaged)
{
    const bool isNew = m_newBranch->isChecked();
    startWaiting(tr("Committing. Hooks and signing take the time that they need."));
    m_workspace.startCommit(isNew ? m_branch->text().trimmed() : m_snapshot->head.branch, isNew,
                            m_text->toPlainText().trimmed() + u'\n', acceptStaged,
                            [dialog = QPointer(this)](const Expected<git::CommitResult>& done) {
                                if (dialog) {
                                    dialog->take(done);
                                }
                            });
}

void CommitDialog::take(const Expected<git::CommitResult>& done)
{
    endWaiting();
    if (!done) {
        updateState();
        sayError(done.error());
        return;
    }
    m_result = *done;
    accept();
}

void CommitDialog::sayError(const Error& error)
{
    if (error.code == "commit.staged") {
        message().showMessage(MessageBar::Kind::Warning, workspace::errorText(error));
        message().addAction(tr("Commit anyway"), [this] { commit(true); })->setObjectName(u"commitStaged"_s);
        return;
    }
    showError(error);
    if (error.code == "commit.hook") {
        message().addAction(tr("Try again"), [this] { commit(false); })->setObjectName(u"commitAgain"_s);
        message().addAction(tr("Edit message"), [this] { m_text->setFocus(); });
    } else if (error.code == "commit.branchExists" || error.code == "commit.badBranch") {
        m_branch->setFocus();
        m_branch->selectAll();
    }
}

} // namespace meshdraft::views
