// SPDX-License-Identifier: Apache-2.0
#include "views/commit/stackdialog.h"

#include "models/workspace/canarywords.h"
#include "models/workspace/words.h"
#include "views/changes/diffview.h"
#include "views/changes/riskpanel.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QLabel* caption(const QString& text, QWidget* parent, QWidget* buddy)
{
    auto* label = new QLabel(text, parent);
    label->setFont(scaledFont(parent->font(), 1.0, QFont::DemiBold));
    label->setBuddy(buddy);
    return label;
}

} // namespace

StackDialog::StackDialog(const Theme& theme, workspace::SnapshotPtr snapshot, mesh::ElementRef route,
                         changes::CanaryPlan wanted, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_snapshot(std::move(snapshot))
    , m_route(std::move(route))
    , m_plan(std::move(wanted))
    , m_message(new MessageBar(theme, this))
{
    setObjectName(u"stackDialog"_s);
    setWindowTitle(tr("Stacked branches"));
    m_message->setObjectName(u"stackError"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_message);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildForm(theme));
    splitter->addWidget(buildDiff(theme));
    splitter->setSizes({420, 600});
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
    auto* note = new QLabel(
        tr("Nothing is pushed. Your branch, files and pending edits stay as they are; hooks and signing run."), this);
    note->setWordWrap(true);
    setInk(*note, theme, "muted");
    foot->addWidget(note, 1);
    foot->addWidget(buttons);
    column->addLayout(foot);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"stackCancel"_s);
    m_make = buttons->addButton(tr("Make branches"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(u"stackConfirm"_s);
    m_make->setDefault(true);
    setPrimary(*m_make, theme);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, [this] { make(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_make,
            &QPushButton::click);
    resize(1060, 660);
    m_prefix->setText(workspace::proposedPrefix(*m_snapshot, m_route, m_plan));
    connect(m_prefix, &QLineEdit::textChanged, this, [this] { planBranches(); });
    planBranches();
    m_prefix->setFocus();
    m_prefix->selectAll();
}

QWidget* StackDialog::buildForm(const Theme& theme)
{
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(6);
    m_prefix = new QLineEdit(form);
    m_prefix->setObjectName(u"stackPrefix"_s);
    column->addWidget(caption(tr("Names start with"), form, m_prefix));
    column->addWidget(m_prefix);
    column->addSpacing(6);
    m_order = new QLabel(form);
    m_order->setObjectName(u"stackOrder"_s);
    m_order->setWordWrap(true);
    m_branches = new QListWidget(form);
    m_branches->setObjectName(u"stackBranches"_s);
    m_branches->setAccessibleName(tr("Branches, in the order of merging"));
    m_branches->setTextElideMode(Qt::ElideMiddle);
    m_branches->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(caption(tr("Merge in this order"), form, m_branches));
    column->addWidget(m_branches, 3);
    column->addWidget(m_order);
    setInk(*m_order, theme, "muted");
    column->addSpacing(6);
    m_text = new QPlainTextEdit(form);
    m_text->setObjectName(u"stackMessage"_s);
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(96);
    column->addWidget(caption(tr("Message"), form, m_text));
    column->addWidget(m_text, 2);
    column->addSpacing(6);
    m_risk = new RiskPanel(theme, form);
    m_risk->setMinimumHeight(110);
    column->addWidget(m_risk, 2);
    connect(m_branches, &QListWidget::currentRowChanged, this, [this](int row) { showBranch(row); });
    return form;
}

QWidget* StackDialog::buildDiff(const Theme& theme)
{
    auto* side = new QWidget(this);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_files = new QComboBox(side);
    m_files->setObjectName(u"stackFiles"_s);
    setChoiceName(*m_files, tr("File"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(m_files, 1);
    m_diff = new DiffView(theme, side);
    m_diff->setObjectName(u"stackDiff"_s);
    m_diff->setAccessibleName(tr("Difference to the branch below"));
    m_diff->setMode(DiffView::Mode::Unified);
    column->addLayout(row);
    column->addWidget(m_diff, 1);
    connect(m_files, &QComboBox::currentIndexChanged, this, [this](int index) { showFile(index); });
    return side;
}

void StackDialog::planBranches()
{
    const QString prefix = m_prefix->text().trimmed();
    auto stack = workspace::planStack(*m_snapshot, m_route, m_plan, prefix);
    const int row = std::max(0, m_branches->currentRow());
    const QSignalBlocker blocker(m_branches);
    m_branches->clear();
    m_make->setEnabled(stack.has_value() && !prefix.isEmpty());
    if (!stack) {
        m_stack = {};
        m_order->clear();
        showBranch(-1);
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(stack.error()));
        return;
    }
    m_stack = std::move(*stack);
    m_message->hide();
    if (!m_stack.leftOut.empty()) {
        QStringList names;
        for (const std::string& name : m_stack.leftOut) {
            names << workspace::printable(name);
        }
        m_message->showMessage(MessageBar::Kind::Info,
                               tr("Not part of the plan, stays pending: %1.").arg(names.join(u", "_s)));
    }
    for (std::size_t i = 0; i < m_stack.branches.size(); ++i) {
        const workspace::StackedBranch& branch = m_stack.branches[i];
        QString text = u"%1  %2"_s.arg(QString::number(i + 1), workspace::printable(branch.branch.toStdString()));
        if (branch.step && m_plan.steps[*branch.step].pauseMinutes > 0) {
            text += tr("   then %1").arg(workspace::pauseText(m_plan.steps[*branch.step].pauseMinutes));
        }
        const Look look = lookOf(branch.change.tier);
        auto* item = new QListWidgetItem(m_theme.icon(look.icon, look.token), text, m_branches);
        item->setToolTip(workspace::tierText(branch.change.tier));
        item->setData(Qt::AccessibleTextRole, QString(text + u", "_s + workspace::tierText(branch.change.tier)));
    }
    m_order->setText(workspace::orderText(m_stack.branches.size()));
    m_make->setText(m_stack.branches.size() == 1 ? tr("Make 1 branch")
                                                 : tr("Make %1 branches").arg(m_stack.branches.size()));
    m_branches->setCurrentRow(std::min(row, m_branches->count() - 1));
    showBranch(m_branches->currentRow());
}

const workspace::StackedBranch* StackDialog::current() const
{
    const int row = m_branches->currentRow();
    return row >= 0 && row < static_cast<int>(m_stack.branches.size())
        ? &m_stack.branches[static_cast<std::size_t>(row)]
        : nullptr;
}

void StackDialog::showBranch(int row)
{
    const QSignalBlocker blocker(m_files);
    m_files->clear();
    const workspace::StackedBranch* branch = row >= 0 ? current() : nullptr;
    if (branch == nullptr) {
        m_text->clear();
        m_risk->setChange({}, m_snapshot->risk);
        m_diff->clear();
        return;
    }
    m_text->setPlainText(branch->message);
    m_risk->setChange(branch->change, m_snapshot->risk);
    for (const workspace::StackedBranch::File& file : branch->files) {
        m_files->addItem(workspace::printable(file.path));
    }
    showFile(0);
}

void StackDialog::showFile(int index)
{
    const workspace::StackedBranch* branch = current();
    if (branch == nullptr || index < 0 || index >= static_cast<int>(branch->files.size())) {
        m_diff->clear();
        return;
    }
    const workspace::StackedBranch::File& file = branch->files[static_cast<std::size_t>(index)];
    m_diff->setTexts(workspace::printable(file.path), file.before, file.after);
    m_diff->goToFirstChange();
}

void StackDialog::make()
{
    m_message->hide();
    m_make->setEnabled(false);
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    auto made = workspace::writeStack(*m_snapshot, m_stack);
    QGuiApplication::restoreOverrideCursor();
    if (made) {
        m_made = std::move(*made);
        accept();
        return;
    }
    m_make->setEnabled(true);
    Error error = made.error();
    QString output;
    if (error.code == "commit.hook" && error.args.size() > 1) {
        QStringList lines;
        for (const QString& line : QString::fromStdString(error.args[1]).split(u'\n')) {
            lines << workspace::printable(line.toStdString());
        }
        output = lines.join(u'\n').trimmed();
        error.args[1].clear();
    }
    m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error).trimmed(), output);
    if (error.code == "commit.branchExists" || error.code == "commit.badBranch") {
        m_prefix->setFocus();
        m_prefix->selectAll();
    }
}

} // namespace meshdraft::views
