// SPDX-License-Identifier: Apache-2.0
#include "views/undo/rollbackdialog.h"

#include "models/workspace/freebranch.h"
#include "models/workspace/rollbackwords.h"
#include "models/workspace/summary.h"
#include "models/workspace/words.h"
#include "views/changes/diffview.h"
#include "views/commit/trailerrow.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/undo/mendlist.h"
#include "views/undo/rollbackchoice.h"
#include "views/undo/rollbackconflicts.h"
#include "views/undo/rollbackeffects.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

std::shared_ptr<const std::string> textOf(const std::optional<QByteArray>& bytes)
{
    return std::make_shared<const std::string>(bytes ? bytes->toStdString() : std::string());
}

QString fileText(const workspace::RollbackFile& file)
{
    const QString name = workspace::printable(file.path);
    if (!file.after) {
        return RollbackDialog::tr("%1 (goes away)").arg(name);
    }
    if (!file.before) {
        return RollbackDialog::tr("%1 (comes back)").arg(name);
    }
    return file.isExact ? name : RollbackDialog::tr("%1 (merged with later changes)").arg(name);
}

} // namespace

RollbackDialog::RollbackDialog(const Theme& theme, const workspace::SnapshotPtr& snapshot, QWidget* parent)
    : CommitFrame(theme, u"rollback"_s, parent)
    , m_snapshot(snapshot)
{
    setWindowTitle(tr("Rollback plan"));
    QWidget* form = buildForm();
    build(form, buildDiff(), 440,
          tr("A branch on HEAD with one commit. Nothing is pushed; your branch, files and pending edits stay as they "
             "are."),
          tr("Make branch"), [this] { make(); });
    resize(1160, 780);
    connectJob();
    showState();
    m_choice->field()->setFocus();
}

RollbackDialog::~RollbackDialog() = default;

QWidget* RollbackDialog::buildForm()
{
    auto* form = new QWidget(this);
    QBoxLayout* column = startForm(form);
    m_choice = new RollbackChoice(theme(), *m_snapshot->repository, form);
    column->addWidget(m_choice);
    column->addSpacing(6);
    auto* frame = new QFrame(form);
    frame->setFrameShape(QFrame::StyledPanel);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->setSpacing(0);
    m_effects = new RollbackEffects(theme(), frame);
    inside->addWidget(m_effects);
    column->addWidget(frame, 5);
    auto* row = new QHBoxLayout;
    m_state = new QLabel(form);
    m_state->setObjectName(u"rollbackState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    setInk(*m_state, theme(), "muted");
    m_cancelJob = new QPushButton(tr("Stop"), form);
    m_cancelJob->setObjectName(u"rollbackStop"_s);
    m_cancelJob->setAutoDefault(false);
    row->addWidget(m_state, 1);
    row->addWidget(m_cancelJob);
    column->addLayout(row);
    addBranch(*column, form);
    connect(m_choice, &RollbackChoice::changed, this, [this] { start(false); });
    connect(m_effects->conflicts(), &RollbackConflicts::chosen, this, [this] { start(true); });
    connect(m_effects->conflicts(), &RollbackConflicts::placeChosen, this, &RollbackDialog::goTo);
    connect(m_effects->mends(), &MendList::chosen, this, &RollbackDialog::showMend);
    connect(m_cancelJob, &QPushButton::clicked, this, [this] {
        m_wasCancelled = true;
        m_job.cancel();
        m_choice->forget();
        m_choice->field()->setFocus();
    });
    return form;
}

void RollbackDialog::addBranch(QBoxLayout& column, QWidget* form)
{
    m_branch = new QLineEdit(form);
    m_branch->setObjectName(u"rollbackBranch"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(caption(tr("Branch"), form, m_branch));
    row->addWidget(m_branch, 1);
    column.addLayout(row);
    m_text = addMessage(column, form, u"rollbackMessage"_s, 70);
    m_trailers = new TrailerRow(form);
    m_trailers->add(u"Risk"_s, QString::fromUtf8(changes::tierName(m_tier)), riskTrailerHint());
    m_person = m_snapshot->repository->identity().value_or(QString());
    if (!m_person.isEmpty()) {
        m_trailers->add(u"Signed-off-by"_s, m_person, signOffHint());
    }
    column.addWidget(m_trailers);
    connect(m_trailers, &TrailerRow::toggled, this, &RollbackDialog::setTrailer);
    connect(m_branch, &QLineEdit::textEdited, this, [this] {
        m_isBranchEdited = true;
        showState();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_isMessageEdited = true;
        showState();
    });
}

QWidget* RollbackDialog::buildDiff()
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    m_files = new QListWidget(this);
    m_files->setObjectName(u"rollbackFiles"_s);
    m_files->setAccessibleName(tr("Files that the rollback changes"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setMaximumHeight(112);
    m_files->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* title = new QHBoxLayout;
    title->setContentsMargins(12, 8, 12, 6);
    m_path = new QLabel(this);
    m_path->setObjectName(u"rollbackPath"_s);
    m_path->setTextFormat(Qt::PlainText);
    setInk(*m_path, theme(), "muted");
    title->addWidget(m_path, 1);
    head->addLayout(title);
    auto* list = new QHBoxLayout;
    list->setContentsMargins(8, 0, 8, 4);
    list->addWidget(m_files);
    head->addLayout(list);
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    head->addWidget(line);
    QWidget* side = buildSide(head, tr("Difference to HEAD"));
    connect(m_files, &QListWidget::currentRowChanged, this, &RollbackDialog::showFile);
    return side;
}

void RollbackDialog::connectJob()
{
    using workspace::RollbackJob;
    connect(&m_job, &RollbackJob::planned, this, &RollbackDialog::takePlan);
    connect(&m_job, &RollbackJob::failed, this, &RollbackDialog::refuse);
    connect(&m_job, &RollbackJob::judged, this,
            [this](const workspace::RollbackJudgement& judgement, const std::vector<workspace::DeliveryGuard>& guards) {
                m_effects->setGuards(guards);
                takeJudgement(judgement);
            });
    connect(&m_job, &RollbackJob::judgeFailed, this, [this](const Error& error) { m_effects->setJudgeError(error); });
    connect(&m_job, &RollbackJob::offered, this, &RollbackDialog::takeOffers);
    connect(&m_job, &RollbackJob::offersFailed, this, [this] { m_effects->setMendState(tr("cannot be worked out")); });
    connect(&m_job, &RollbackJob::phaseChanged, this, &RollbackDialog::showState);
}

void RollbackDialog::ask(const workspace::RollbackQuestion& question)
{
    m_choice->setQuestion(question);
    if (!question.what.isEmpty()) {
        start(false);
    }
}

/// Plans what is chosen; with the answers that were given where the question is the same.
void RollbackDialog::start(bool isSameQuestion)
{
    workspace::RollbackQuestion question = m_choice->question();
    question.choice = m_effects->conflicts()->choice();
    m_wasCancelled = false;
    m_mend = -1;
    m_offers.reset();
    m_effects->setMendState({});
    message().hide();
    if (!isSameQuestion) {
        m_plan.reset();
        m_judgement.reset();
        question.choice = {};
    }
    m_job.ask(*m_snapshot->repository, question, m_snapshot->environment.name, m_snapshot->cache);
}

const workspace::RollbackPlan* RollbackDialog::plan() const
{
    if (m_mend >= 0 && m_offers) {
        return &m_offers->offers.at(static_cast<std::size_t>(m_mend)).plan;
    }
    return m_plan ? &*m_plan : nullptr;
}

void RollbackDialog::takePlan(const workspace::RollbackPlan& plan)
{
    m_plan = plan;
    m_effects->setPlan(plan);
    showPlan();
}

void RollbackDialog::takeJudgement(const workspace::RollbackJudgement& judgement)
{
    m_judgement = judgement;
    m_effects->setJudgement(judgement);
    setTier(judgement.change.tier);
    if (m_choice->question().scope.kind == workspace::RollbackScope::Kind::Everything) {
        m_choice->setParts(judgement.change);
    }
}

void RollbackDialog::takeOffers(const workspace::MendOffers& offers)
{
    m_offers = offers;
    m_effects->setOffers(offers);
}

void RollbackDialog::refuse(const Error& error)
{
    m_plan.reset();
    m_choice->forget();
    m_effects->clear();
    showPlan();
    message().showMessage(error.code == "rollback.nothing" ? MessageBar::Kind::Info : MessageBar::Kind::Error,
                          workspace::errorText(error));
}

void RollbackDialog::showMend(int mend)
{
    m_mend = mend;
    if (mend >= 0 && m_offers) {
        const workspace::Mend& offer = m_offers->offers.at(static_cast<std::size_t>(mend));
        m_effects->setJudgement(offer.judgement);
        setTier(offer.judgement.change.tier);
    } else if (m_judgement) {
        m_effects->setJudgement(*m_judgement);
        setTier(m_judgement->change.tier);
    }
    showPlan();
}

/// The files of what is shown, and the names that are proposed for it.
void RollbackDialog::showPlan()
{
    const QSignalBlocker quiet(m_files);
    const QString before =
        m_files->currentItem() != nullptr ? m_files->currentItem()->data(Qt::UserRole).toString() : QString();
    m_files->clear();
    int row = 0;
    if (const workspace::RollbackPlan* shown = plan()) {
        for (const workspace::RollbackFile& file : shown->files) {
            auto* item = new QListWidgetItem(fileText(file), m_files);
            item->setData(Qt::UserRole, QString::fromStdString(file.path));
            if (file.isExact) {
                item->setToolTip(tr("No later commit touched it: these are the very bytes from before"));
            }
            if (item->data(Qt::UserRole).toString() == before) {
                row = m_files->count() - 1;
            }
        }
        propose();
    }
    const int count = m_files->count();
    m_path->setText(count == 0 ? QString() : tr("%n files change", nullptr, count));
    const int rowHeight = std::max(18, m_files->sizeHintForRow(0));
    m_files->setVisible(count > 0);
    m_files->setFixedHeight(std::min(count, 5) * rowHeight + 4);
    m_files->setCurrentRow(count > 0 ? row : -1);
    showFile(count > 0 ? row : -1);
    showState();
}

void RollbackDialog::propose()
{
    const workspace::RollbackPlan& shown = *plan();
    if (!m_isBranchEdited) {
        m_branch->setText(workspace::freeBranch(*m_snapshot->repository, workspace::rollbackBranch(shown)));
    }
    if (m_isMessageEdited) {
        return;
    }
    QString text = workspace::rollbackMessage(shown);
    if (m_mend >= 0) {
        const workspace::Mend& mend = m_offers->offers.at(static_cast<std::size_t>(m_mend));
        text = workspace::mendText(mend.kind, mend.subject) + u'\n';
    } else if (m_plan->request.scope.kind != workspace::RollbackScope::Kind::Everything) {
        const qsizetype end = text.indexOf(u"\n\n"_s);
        text.insert(end + 2, tr("Only %1.").arg(workspace::scopeText(m_plan->request.scope)) + u"\n\n"_s);
    }
    for (const QString& name : {u"Risk"_s, u"Signed-off-by"_s}) {
        if (m_trailers->isOn(name)) {
            text = workspace::withTrailer(text, name,
                                          name == u"Risk"_s ? QString::fromUtf8(changes::tierName(m_tier)) : m_person);
        }
    }
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
}

void RollbackDialog::setTrailer(const QString& name, bool on)
{
    const QString value = name == u"Risk"_s ? QString::fromUtf8(changes::tierName(m_tier)) : m_person;
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(workspace::withTrailer(m_text->toPlainText(), name, on ? value : QString()));
}

void RollbackDialog::setTier(changes::Tier tier)
{
    m_tier = tier;
    m_trailers->setValue(u"Risk"_s, QString::fromUtf8(changes::tierName(tier)));
    if (m_trailers->isOn(u"Risk"_s)) {
        setTrailer(u"Risk"_s, true);
    }
}

void RollbackDialog::showFile(int row)
{
    const workspace::RollbackPlan* shown = plan();
    if (shown == nullptr || row < 0 || row >= static_cast<int>(shown->files.size())) {
        diff().clear();
        return;
    }
    const workspace::RollbackFile& file = shown->files[static_cast<std::size_t>(row)];
    diff().setTexts(workspace::printable(file.path), textOf(file.before), textOf(file.after));
    diff().goToFirstChange();
}

void RollbackDialog::goTo(const QString& path, int line)
{
    for (int row = 0; row < m_files->count(); ++row) {
        if (m_files->item(row)->data(Qt::UserRole).toString() == path) {
            m_files->setCurrentRow(row);
            diff().goToLine(static_cast<std::uint32_t>(std::max(1, line)), true);
        }
    }
}

void RollbackDialog::showState()
{
    using Phase = workspace::RollbackJob::Phase;
    const Phase phase = m_job.phase();
    const workspace::RollbackPlan* shown = plan();
    QString text;
    switch (phase) {
    case Phase::Planning:
        text = tr("Planning…");
        break;
    case Phase::Judging:
        text = tr("Working out what it does to the mesh…");
        break;
    case Phase::Mending:
        text = tr("Looking for ways to mend…");
        m_effects->setMendState(tr("looking…"));
        break;
    case Phase::Idle:
        if (m_wasCancelled) {
            text = tr("Stopped. Press Enter in the field to go on.");
        } else if (shown == nullptr && m_choice->question().what.isEmpty()) {
            text = tr("Choose a commit, or write a range.");
        }
        break;
    }
    if (text.isEmpty() && shown != nullptr && !shown->isDecided()) {
        text = tr("Decide each place that was changed later as well.");
    }
    m_state->setText(text);
    m_cancelJob->setVisible(phase != Phase::Idle);
    m_state->setVisible(!text.isEmpty());
    m_branch->setEnabled(shown != nullptr);
    m_text->setEnabled(shown != nullptr);
    m_trailers->setEnabled(shown != nullptr);
    confirmButton().setEnabled(shown != nullptr && phase != Phase::Planning && shown->isDecided()
                               && !shown->files.empty() && !m_branch->text().trimmed().isEmpty()
                               && !m_text->toPlainText().trimmed().isEmpty());
}

void RollbackDialog::make()
{
    const workspace::RollbackPlan* shown = plan();
    if (shown == nullptr) {
        return;
    }
    m_job.cancel();
    startWaiting(tr("Making the branch. Hooks and signing take the time that they need."));
    using Made = Expected<git::StackCommit>;
    m_writing.run<Made>(
        [repository = *m_snapshot->repository, plan = *shown, branch = m_branch->text().trimmed(),
         text = QString(m_text->toPlainText().trimmed() + u'\n')](const std::stop_token&) {
            return workspace::writeRollback(repository, plan, branch, text);
        },
        [this](Made made) {
            endWaiting();
            if (made) {
                m_made = std::move(*made);
                accept();
                return;
            }
            showState();
            showError(made.error());
            if (made.error().code == "commit.branchExists" || made.error().code == "commit.badBranch") {
                m_branch->setFocus();
                m_branch->selectAll();
            }
        });
}

} // namespace meshdraft::views
