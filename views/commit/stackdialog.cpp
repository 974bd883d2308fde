// SPDX-License-Identifier: Apache-2.0
#include "views/commit/stackdialog.h"

#include "models/workspace/canarywords.h"
#include "models/workspace/summary.h"
#include "models/workspace/words.h"
#include "views/changes/diffview.h"
#include "views/changes/riskpanel.h"
#include "views/commit/trailerrow.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/common/paint.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

StackDialog::StackDialog(const Theme& theme, const workspace::SnapshotPtr& snapshot, QWidget* parent)
    : StackDialog(
          theme, snapshot, workspace::proposedPrefix(*snapshot),
          [snapshot](const std::stop_token& /*stop*/) {
              return snapshot->base ? workspace::planReviewedStack(*snapshot, {}) : workspace::planStack(*snapshot, {});
          },
          parent)
{
}

StackDialog::StackDialog(const Theme& theme, const workspace::SnapshotPtr& snapshot, const mesh::ElementRef& route,
                         const changes::CanaryPlan& plan, QWidget* parent)
    : StackDialog(
          theme, snapshot, workspace::proposedPrefix(*snapshot, route, plan),
          [snapshot, route, plan](const std::stop_token& stop) {
              return workspace::planStack(*snapshot, route, plan, {}, stop);
          },
          parent)
{
}

StackDialog::StackDialog(const Theme& theme, workspace::SnapshotPtr snapshot, const QString& prefix, Plan plan,
                         QWidget* parent)
    : CommitFrame(theme, u"stack"_s, parent)
    , m_snapshot(std::move(snapshot))
    , m_plan(std::move(plan))
{
    setWindowTitle(tr("Stacked branches"));
    QWidget* form = buildForm();
    build(form, buildDiff(), 420,
          tr("Nothing is pushed. Your branch, files and pending edits stay as they are; hooks and signing run."),
          tr("Make branches"), [this] { make(); });
    resize(1060, 680);
    m_prefix->setText(prefix);
    connect(m_prefix, &QLineEdit::textChanged, this, [this] { rename(); });
    startPlan();
    m_prefix->setFocus();
    m_prefix->selectAll();
}

QWidget* StackDialog::buildForm()
{
    auto* form = new QWidget(this);
    QBoxLayout* column = startForm(form);
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
    setInk(*m_order, theme(), "muted");
    column->addSpacing(6);
    m_text = addMessage(*column, form, u"stackMessage"_s, 96);
    addTrailers(*column, form);
    column->addSpacing(6);
    m_risk = new RiskPanel(theme(), form);
    m_risk->setMinimumHeight(110);
    column->addWidget(m_risk, 2);
    connect(m_branches, &QListWidget::currentRowChanged, this, [this](int row) { showBranch(row); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { takeMessage(); });
    return form;
}

void StackDialog::addTrailers(QBoxLayout& column, QWidget* form)
{
    m_trailers = new TrailerRow(form);
    m_trailers->add(u"Risk"_s, QString::fromUtf8(changes::tierName(m_snapshot->change.tier)), riskTrailerHint());
    m_person = m_snapshot->repository->identity().value_or(QString());
    if (!m_person.isEmpty()) {
        m_trailers->add(u"Signed-off-by"_s, m_person, signOffHint());
    }
    connect(m_trailers, &TrailerRow::toggled, this, &StackDialog::setTrailer);
    column.addWidget(m_trailers);
}

QWidget* StackDialog::buildDiff()
{
    m_files = new QComboBox(this);
    m_files->setObjectName(u"stackFiles"_s);
    m_copy = new QPushButton(theme().icon(u"copy"_s), tr("Copy pull-request text"), this);
    m_copy->setObjectName(u"stackCopyText"_s);
    m_copy->setToolTip(tr("What the pull request of this branch says, as Markdown"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (current() >= 0) {
            QGuiApplication::clipboard()->setText(
                workspace::pullRequestMarkdown(m_stack, static_cast<std::size_t>(current())));
        }
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_files, 1);
    row->addWidget(m_copy);
    connect(m_files, &QComboBox::currentIndexChanged, this, [this](int index) { showFile(index); });
    QWidget* side = buildSide(row, tr("Difference to the branch below"));
    setChoiceName(*m_files, tr("File")); // its label stands beside it
    return side;
}

void StackDialog::startPlan()
{
    updateState();
    if (!m_snapshot->isRendered()) {
        takePlan(m_plan({}));
        return;
    }
    // Each step is rendered and proved.
    m_order->setText(tr("Finding where each step is written…"));
    m_job.run<Expected<workspace::BranchStack>>(
        m_plan, [this](Expected<workspace::BranchStack> stack) { takePlan(std::move(stack)); });
}

void StackDialog::takePlan(Expected<workspace::BranchStack> stack)
{
    if (!stack) {
        m_order->clear();
        showBranch(-1);
        updateState();
        showError(stack.error());
        return;
    }
    m_stack = std::move(*stack);
    if (!m_stack.leftOut.empty()) {
        QStringList names;
        for (const std::string& name : m_stack.leftOut) {
            names << workspace::printable(name);
        }
        message().showMessage(MessageBar::Kind::Info,
                              tr("Not part of the plan, stays pending: %1.").arg(names.join(u", "_s)));
    }
    m_order->setText(workspace::orderText(m_stack.branches.size()));
    confirmButton().setText(m_stack.branches.size() == 1 ? tr("Make 1 branch")
                                                         : tr("Make %1 branches").arg(m_stack.branches.size()));
    rename();
}

/// Gives the branches their names; a message that somebody has written into keeps all but the name in it.
void StackDialog::rename()
{
    const workspace::BranchStack before = m_stack;
    workspace::nameStack(m_stack, m_prefix->text().trimmed());
    for (std::size_t i = 0; i < m_stack.branches.size(); ++i) {
        QString& text = m_stack.branches[i].message;
        if (m_edited.contains(i)) {
            text = before.branches[i].message;
            if (i > 0) {
                text.replace(before.branches[i - 1].branch, m_stack.branches[i - 1].branch);
            }
            continue;
        }
        for (const QString& name : {u"Risk"_s, u"Signed-off-by"_s}) {
            if (m_trailers->isOn(name)) {
                text = workspace::withTrailer(text, name, trailerValue(m_stack.branches[i], name));
            }
        }
    }
    list();
}

void StackDialog::list()
{
    const int row = std::max(0, m_branches->currentRow());
    const QSignalBlocker blocker(m_branches);
    m_branches->clear();
    for (const workspace::StackedBranch& branch : m_stack.branches) {
        QString text =
            u"%1  %2"_s.arg(QString::number(branch.place.position), workspace::printable(branch.branch.toStdString()));
        if (branch.place.pauseMinutes > 0) {
            text += tr("   then %1").arg(workspace::pauseText(branch.place.pauseMinutes));
        }
        const Look look = lookOf(branch.change.tier);
        QIcon icon = theme().icon(look.icon, look.token);
        // the colour of a tier is none to be seen on that of the selection
        icon.addPixmap(theme().icon(look.icon, "hltext").pixmap(QSize(16, 16), devicePixelRatioF()), QIcon::Selected);
        auto* item = new QListWidgetItem(icon, text, m_branches);
        item->setToolTip(workspace::tierText(branch.change.tier));
        item->setData(Qt::AccessibleTextRole, QString(text + u", "_s + workspace::tierText(branch.change.tier)));
    }
    m_branches->setCurrentRow(std::min(row, m_branches->count() - 1));
    showBranch(m_branches->currentRow());
    updateState();
}

void StackDialog::updateState()
{
    const bool isPlanned = !m_stack.branches.empty();
    m_copy->setEnabled(isPlanned);
    m_text->setReadOnly(!isPlanned);
    m_trailers->setEnabled(isPlanned);
    const bool isWritten = std::ranges::none_of(
        m_stack.branches, [](const workspace::StackedBranch& branch) { return branch.message.trimmed().isEmpty(); });
    confirmButton().setEnabled(isPlanned && isWritten && !m_prefix->text().trimmed().isEmpty());
}

int StackDialog::current() const
{
    const int row = m_branches->currentRow();
    return row < static_cast<int>(m_stack.branches.size()) ? row : -1;
}

QString StackDialog::trailerValue(const workspace::StackedBranch& branch, const QString& name) const
{
    return name == u"Risk"_s ? QString::fromUtf8(changes::tierName(branch.change.tier)) : m_person;
}

void StackDialog::setTrailer(const QString& name, bool on)
{
    for (workspace::StackedBranch& branch : m_stack.branches) {
        branch.message = workspace::withTrailer(branch.message, name, on ? trailerValue(branch, name) : QString());
    }
    if (current() >= 0) {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(m_stack.branches[static_cast<std::size_t>(current())].message);
    }
    updateState();
}

void StackDialog::takeMessage()
{
    const int row = current();
    if (row < 0) {
        return;
    }
    m_stack.branches[static_cast<std::size_t>(row)].message = m_text->toPlainText().trimmed() + u'\n';
    m_edited.insert(static_cast<std::size_t>(row));
    updateState();
}

void StackDialog::showBranch(int row)
{
    const QSignalBlocker files(m_files);
    const QSignalBlocker text(m_text);
    m_files->clear();
    if (row < 0 || current() < 0) {
        m_text->clear();
        m_risk->setChange({}, m_snapshot->risk);
        diff().clear();
        return;
    }
    const workspace::StackedBranch& branch = m_stack.branches[static_cast<std::size_t>(row)];
    m_text->setPlainText(branch.message);
    m_trailers->setValue(u"Risk"_s, trailerValue(branch, u"Risk"_s));
    m_risk->setChange(branch.change, m_snapshot->risk);
    for (const workspace::StackedBranch::File& file : branch.files) {
        const QString name = workspace::printable(file.path);
        m_files->addItem(file.before->empty()      ? tr("%1 (new)").arg(name)
                             : file.after->empty() ? tr("%1 (deleted)").arg(name)
                                                   : name);
    }
    showFile(0);
}

void StackDialog::showFile(int index)
{
    const int row = current();
    if (row < 0 || index < 0) {
        diff().clear();
        return;
    }
    const auto& files = m_stack.branches[static_cast<std::size_t>(row)].files;
    const workspace::StackedBranch::File& file = files[static_cast<std::size_t>(index)];
    diff().setTexts(workspace::printable(file.path), file.before, file.after);
    diff().goToFirstChange();
}

QStringList StackDialog::pullRequests() const
{
    QStringList texts;
    for (std::size_t i = 0; i < m_stack.branches.size(); ++i) {
        texts << workspace::pullRequestMarkdown(m_stack, i);
    }
    return texts;
}

void StackDialog::make()
{
    startWaiting(tr("Making the branches. Hooks and signing take the time that they need."));
    using Made = Expected<std::vector<git::StackCommit>>;
    m_job.run<Made>([snapshot = m_snapshot,
                     stack = m_stack](const std::stop_token&) { return workspace::writeStack(*snapshot, stack); },
                    [this](Made made) {
                        endWaiting();
                        if (made) {
                            m_made = std::move(*made);
                            accept();
                            return;
                        }
                        updateState();
                        showError(made.error());
                        if (made.error().code == "commit.branchExists" || made.error().code == "commit.badBranch") {
                            m_prefix->setFocus();
                            m_prefix->selectAll();
                        }
                    });
}

} // namespace meshdraft::views
