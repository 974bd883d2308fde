// SPDX-License-Identifier: Apache-2.0
#include "views/commit/commitdialog.h"

#include "models/workspace/summary.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/changes/diffview.h"
#include "views/changes/riskpanel.h"
#include "views/commit/trailerrow.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// The proposed name, with a number behind it where a branch of that name exists.
QString freeBranch(const workspace::Snapshot& snapshot, const QString& proposed)
{
    const Expected<std::vector<QString>> branches =
        snapshot.repository ? snapshot.repository->branches() : Expected<std::vector<QString>>(std::vector<QString>{});
    QString name = proposed;
    for (int i = 2; branches && std::ranges::find(*branches, name) != branches->end(); ++i) {
        name = proposed + u'-' + QString::number(i);
    }
    return name;
}

QLabel* caption(const QString& text, QWidget* parent, QWidget* buddy = nullptr)
{
    auto* label = new QLabel(text, parent);
    label->setFont(scaledFont(parent->font(), 1.0, QFont::DemiBold));
    label->setBuddy(buddy);
    return label;
}

std::shared_ptr<const std::string> textOf(const mesh::FileSet& files, const std::string& path)
{
    const mesh::SourceFile* file = files.find(path);
    return file != nullptr && file->text ? file->text->text : std::make_shared<const std::string>();
}

} // namespace

CommitDialog::CommitDialog(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_snapshot(workspace.snapshot())
    , m_message(new MessageBar(theme, this))
{
    setObjectName(u"commitDialog"_s);
    setWindowTitle(tr("Commit"));
    m_message->setObjectName(u"commitError"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_message);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildForm(theme));
    splitter->addWidget(buildDiff(theme));
    splitter->setSizes({380, 600});
    splitter->setStretchFactor(1, 1);
    column->addWidget(splitter, 1);
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    column->addWidget(line);
    column->addSpacing(12);

    auto* buttons = new QDialogButtonBox(this);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    auto* note = new QLabel(tr("Nothing is pushed; hooks and signing run as with git commit."), this);
    setInk(*note, theme, "muted");
    foot->addWidget(note, 1);
    foot->addWidget(buttons);
    column->addLayout(foot);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"commitCancel"_s);
    m_commit = buttons->addButton(tr("Commit"), QDialogButtonBox::AcceptRole);
    m_commit->setObjectName(u"commitConfirm"_s);
    m_commit->setDefault(true);
    setPrimary(*m_commit, theme);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_commit, &QPushButton::clicked, this, [this] { commit(false); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_commit,
            &QPushButton::click);
    resize(1000, 620);
    showFile(0);
    updateState();
    (m_newBranch->isChecked() ? static_cast<QWidget*>(m_branch) : m_text)->setFocus();
}

QWidget* CommitDialog::buildForm(const Theme& theme)
{
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(6);
    column->addWidget(caption(tr("Branch"), form));
    m_newBranch = new QRadioButton(tr("New branch"), form);
    m_newBranch->setObjectName(u"newBranch"_s);
    m_branch = new QLineEdit(freeBranch(*m_snapshot, m_workspace.proposedBranch()), form);
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

    m_text = new QPlainTextEdit(m_workspace.proposedMessage(), form);
    m_text->setObjectName(u"messageEdit"_s);
    m_text->setAccessibleName(tr("Commit message"));
    m_text->setFont(fixedFont());
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(90);
    column->addWidget(caption(tr("Message"), form, m_text));
    column->addWidget(m_text, 2);
    auto* trailers = new TrailerRow(*m_text, form);
    trailers->add(u"Risk"_s, QString::fromUtf8(changes::tierName(m_snapshot->change.tier)),
                  tr("The tier that you declare; a review shows it beside the computed one."));
    if (const QString person = m_snapshot->repository->identity().value_or(QString()); !person.isEmpty()) {
        trailers->add(u"Signed-off-by"_s, person, tr("As git commit --signoff."));
    }
    column->addWidget(trailers);
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
        if (textOf(m_snapshot->current, path)->empty()) {
            item->setText(tr("%1 (deleted)").arg(item->text()));
        } else if (textOf(m_snapshot->saved, path)->empty()) {
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
    const QString order =
        workspace::orderText(changes::orderOf(m_snapshot->change, *m_snapshot->savedGraph, *m_snapshot->graph));
    if (!order.isEmpty()) {
        auto* note = new QLabel(tr("Order matters: %1 In one commit all of it arrives at once.").arg(order), form);
        note->setObjectName(u"commitOrder"_s);
        note->setTextFormat(Qt::PlainText);
        note->setWordWrap(true);
        column->addWidget(note);
        column->addSpacing(6);
    }
    auto* risk = new RiskPanel(theme, form);
    risk->setChange(m_snapshot->change, m_snapshot->risk);
    risk->setMinimumHeight(130);
    column->addWidget(risk, 2);

    connect(m_files, &QListWidget::currentRowChanged, this, [this](int index) { showFile(index); });
    connect(m_newBranch, &QRadioButton::toggled, this, [this] { updateState(); });
    connect(m_branch, &QLineEdit::textChanged, this, [this] { updateState(); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { updateState(); });
    return form;
}

QWidget* CommitDialog::buildDiff(const Theme& theme)
{
    auto* side = new QWidget(this);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_path = new QLabel(side);
    m_path->setTextFormat(Qt::PlainText);
    setInk(*m_path, theme, "muted");
    m_path->setContentsMargins(12, 8, 12, 6);
    m_diff = new DiffView(theme, side);
    m_diff->setObjectName(u"commitDiff"_s);
    m_diff->setAccessibleName(tr("Difference"));
    m_diff->setMode(DiffView::Mode::Unified);
    column->addWidget(m_path);
    column->addWidget(m_diff, 1);
    return side;
}

void CommitDialog::showFile(int row)
{
    const QListWidgetItem* item = m_files->item(row);
    if (item == nullptr) {
        m_diff->clear();
        return;
    }
    const std::string path = item->data(Qt::UserRole).toString().toStdString();
    m_path->setText(workspace::printable(path));
    m_diff->setTexts(m_path->text(), textOf(m_snapshot->saved, path), textOf(m_snapshot->current, path));
}

void CommitDialog::updateState()
{
    const bool isNew = m_newBranch->isChecked();
    m_branch->setEnabled(isNew);
    const bool named = isNew ? !m_branch->text().trimmed().isEmpty() : !m_snapshot->head.branch.isEmpty();
    m_commit->setEnabled(named && !m_text->toPlainText().trimmed().isEmpty() && m_files->count() > 0);
}

QString CommitDialog::subject() const
{
    return m_text->toPlainText().trimmed().section(u'\n', 0, 0);
}

void CommitDialog::commit(bool acceptStaged)
{
    const bool isNew = m_newBranch->isChecked();
    m_message->hide();
    m_commit->setEnabled(false);
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    Expected<git::CommitResult> done = m_workspace.commit(isNew ? m_branch->text().trimmed() : m_snapshot->head.branch,
                                                          isNew, m_text->toPlainText().trimmed() + u'\n', acceptStaged);
    QGuiApplication::restoreOverrideCursor();
    if (!done) {
        updateState();
        showError(done.error());
        return;
    }
    m_result = std::move(*done);
    accept();
}

void CommitDialog::showError(const Error& error)
{
    if (error.code == "commit.staged") {
        m_message->showMessage(MessageBar::Kind::Warning, workspace::errorText(error));
        m_message->addAction(tr("Commit anyway"), [this] { commit(true); })->setObjectName(u"commitStaged"_s);
        return;
    }
    if (error.code == "commit.hook" && error.args.size() > 1) {
        // The sentence names the exit code; what the hook printed stands below it, as it was printed.
        QStringList output;
        for (const QString& line : QString::fromStdString(error.args[1]).split(u'\n')) {
            output << workspace::printable(line.toStdString());
        }
        Error brief = error;
        brief.args[1].clear();
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(brief).trimmed(),
                               output.join(u'\n').trimmed());
        m_message->addAction(tr("Try again"), [this] { commit(false); })->setObjectName(u"commitAgain"_s);
        m_message->addAction(tr("Edit message"), [this] { m_text->setFocus(); });
        return;
    }
    m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
    if (error.code == "commit.branchExists" || error.code == "commit.badBranch") {
        m_branch->setFocus();
        m_branch->selectAll();
    }
}

} // namespace meshdraft::views
