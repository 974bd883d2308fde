// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/canarypanel.h"

#include "models/workspace/canarywords.h"
#include "models/workspace/words.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/common/undopassing.h"
#include "views/inspector/canarychart.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int longestPause = 7 * 24 * 60; ///< minutes
constexpr int narrowest = 60; ///< button

QPushButton* button(const Theme& theme, const QString& icon, const QString& text, const QString& name,
                    const QString& tip, QWidget* parent)
{
    auto* made = new QPushButton(theme.icon(icon), text, parent);
    made->setObjectName(name);
    made->setToolTip(tip);
    made->setFont(scaledFont(parent->font(), secondaryScale));
    made->setAutoDefault(false);
    made->setIconSize({14, 14});
    // Three of them have to fit beside each other in the narrowest inspector.
    made->setMinimumWidth(narrowest);
    QObject::connect(&theme, &Theme::changed, made, [made, icon, &theme] { made->setIcon(theme.icon(icon)); });
    return made;
}

} // namespace

CanaryPanel::CanaryPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_message(new MessageBar(theme, this))
{
    setObjectName(u"canaryPanel"_s);
    m_message->setObjectName(u"canaryMessage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 12);
    column->setSpacing(8);
    m_pages = {buildNone(), buildPlan(), buildOwned()};
    for (QWidget* page : m_pages) {
        column->addWidget(page);
    }
    column->addWidget(m_message);
    showPage(0);
}

void CanaryPanel::showPage(int page)
{
    // Not a stack: each page has its own height.
    for (int i = 0; i < static_cast<int>(m_pages.size()); ++i) {
        m_pages[i]->setVisible(i == page);
    }
}

QWidget* CanaryPanel::buildNone()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_reason = new QLabel(page);
    m_reason->setObjectName(u"canaryReason"_s);
    m_reason->setWordWrap(true);
    setInk(*m_reason, m_theme, "muted");
    column->addWidget(m_reason);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_target = new QComboBox(page);
    m_target->setObjectName(u"canaryTarget"_s);
    setChoiceName(*m_target, tr("Move traffic to"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(10);
    m_plan = new QPushButton(tr("Plan canary"), page);
    m_plan->setObjectName(u"canaryPlan"_s);
    m_plan->setFont(scaledFont(font(), secondaryScale));
    m_plan->setAutoDefault(false);
    m_plan->setToolTip(tr("Steps of 10, 25, 50 and 100 %, each 30 minutes; every one can be changed"));
    row->addWidget(m_target, 1);
    row->addWidget(m_plan);
    column->addLayout(row);
    connect(m_plan, &QPushButton::clicked, this, [this] { Q_EMIT planRequested(m_target->currentIndex()); });
    return page;
}

QWidget* CanaryPanel::buildPlan()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_chart = new CanaryChart(m_theme, page);
    m_chart->setObjectName(u"canaryChart"_s);
    column->addWidget(m_chart);
    column->addWidget(buildStep());
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_next = button(m_theme, u"step"_s, tr("Next step"), u"canaryNext"_s,
                    tr("Make the weights of the next step a pending change"), page);
    m_promote = button(m_theme, u"promote"_s, tr("Promote"), u"canaryPromote"_s,
                       tr("Send everything to the new destination, as a pending change"), page);
    m_abort = button(m_theme, u"abort"_s, tr("Abort"), u"canaryAbort"_s,
                     tr("Put the weights back to what they were before the first step, as a pending change"), page);
    row->addWidget(m_next);
    row->addWidget(m_promote);
    row->addWidget(m_abort);
    column->addLayout(row);
    auto* more = new QToolButton(page);
    more->setObjectName(u"canaryMore"_s);
    more->setIcon(m_theme.icon(u"menu"_s));
    connect(&m_theme, &Theme::changed, more, [this, more] { more->setIcon(m_theme.icon(u"menu"_s)); });
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAccessibleName(tr("More about the plan"));
    more->setToolTip(tr("More about the plan"));
    auto* menu = new QMenu(more);
    menu->addAction(tr("Add step"), this, [this] { addStep(); });
    menu->addAction(tr("Plan again"), this, [this] { Q_EMIT planRequested(static_cast<int>(m_subject.plan.target)); });
    menu->addAction(tr("Forget plan"), this, [this] { Q_EMIT planEdited({}, -1); });
    more->setMenu(menu);
    m_stack = button(m_theme, u"branch"_s, tr("Write as stacked branches…"), u"canaryStack"_s,
                     tr("One branch a step, each on top of the one before; your files stay as they are"), page);
    auto* last = new QHBoxLayout;
    last->setSpacing(6);
    last->addWidget(m_stack);
    last->addStretch(1);
    last->addWidget(more);
    column->addLayout(last);
    setTabOrder(m_abort, m_stack);
    setTabOrder(m_stack, more);

    connect(m_chart, &CanaryChart::chosen, this, [this](int bar) { Q_EMIT stepShown(bar - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { nextStep(); });
    connect(m_promote, &QPushButton::clicked, this,
            [this] { Q_EMIT weightsRequested(changes::promoted(m_subject.plan, m_subject.head)); });
    connect(m_abort, &QPushButton::clicked, this, [this] { Q_EMIT weightsRequested(m_subject.head); });
    connect(m_stack, &QPushButton::clicked, this, &CanaryPanel::stackRequested);
    return page;
}

QWidget* CanaryPanel::buildStep()
{
    m_step = new QWidget(this);
    m_step->setObjectName(u"canaryStep"_s);
    auto* column = new QVBoxLayout(m_step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_stepName = new QLabel(m_step);
    m_stepName->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    row->addWidget(m_stepName);
    row->addStretch(1);
    auto* caption = new QLabel(tr("pause"), m_step);
    setInk(*caption, m_theme, "muted");
    row->addWidget(caption);
    m_pause = new QSpinBox(m_step);
    m_pause->setObjectName(u"stepPause"_s);
    m_pause->setAccessibleName(tr("Pause after the step, in minutes"));
    m_pause->setRange(0, longestPause);
    m_pause->setSingleStep(5);
    m_pause->setSuffix(tr(" min"));
    m_pause->setKeyboardTracking(false);
    m_pause->setFont(tabularFont(font()));
    passUndo(*m_pause);
    row->addWidget(m_pause);
    const auto tool = [&](const QString& icon, const QString& name, const QString& tip) {
        auto* made = new QToolButton(m_step);
        made->setObjectName(name);
        made->setIcon(m_theme.icon(icon));
        connect(&m_theme, &Theme::changed, made, [this, made, icon] { made->setIcon(m_theme.icon(icon)); });
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAccessibleName(tip);
        made->setToolTip(tip);
        row->addWidget(made);
        return made;
    };
    auto* add = tool(u"plus"_s, u"stepAdd"_s, tr("Add a step behind this one"));
    m_removeStep = tool(u"close"_s, u"stepRemove"_s, tr("Remove this step"));
    column->addLayout(row);
    m_note = new QLineEdit(m_step);
    m_note->setObjectName(u"stepNote"_s);
    m_note->setAccessibleName(tr("Note of the step"));
    m_note->setPlaceholderText(tr("Note: what to look at before the next step"));
    passUndo(*m_note);
    column->addWidget(m_note);
    m_shares = new QLabel(m_step);
    m_shares->setObjectName(u"stepShares"_s);
    m_shares->setWordWrap(true);
    m_shares->setTextFormat(Qt::PlainText);
    m_shares->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shares->setFocusPolicy(Qt::NoFocus); // text, not a control
    m_shares->setToolTip(tr("From the files: routes, subsets, replicas and policies as they are now"));
    setInk(*m_shares, m_theme, "muted");
    column->addWidget(m_shares);
    connect(m_pause, &QSpinBox::valueChanged, this, [this] { editStep(); });
    connect(m_note, &QLineEdit::editingFinished, this, [this] { editStep(); });
    connect(add, &QToolButton::clicked, this, [this] { addStep(); });
    connect(m_removeStep, &QToolButton::clicked, this, [this] { removeStep(); });
    return m_step;
}

QWidget* CanaryPanel::buildOwned()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_ownedChart = new CanaryChart(m_theme, page);
    m_ownedChart->setObjectName(u"ownedChart"_s);
    column->addWidget(m_ownedChart);
    m_ownedSteps = new QLabel(page);
    m_ownedSteps->setObjectName(u"ownedSteps"_s);
    m_ownedSteps->setWordWrap(true);
    m_ownedSteps->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setInk(*m_ownedSteps, m_theme, "muted");
    column->addWidget(m_ownedSteps);
    return page;
}

QString CanaryPanel::weightsText(const std::vector<std::int64_t>& weights) const
{
    QStringList texts;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        texts << m_subject.names.value(static_cast<qsizetype>(i)) + u' ' + QString::number(weights[i]);
    }
    return texts.join(u", "_s);
}

QString CanaryPanel::spokenStep(std::size_t step) const
{
    const changes::PlanStep& shown = m_subject.plan.steps[step];
    QString text = tr("Step %1: %2").arg(QString::number(step + 1), weightsText(shown.weights));
    if (shown.pauseMinutes > 0) {
        text += tr("; then %1 pause").arg(workspace::pauseText(shown.pauseMinutes));
    }
    if (!shown.note.empty()) {
        text += u'\n' + workspace::printable(shown.note);
    }
    return text;
}

void CanaryPanel::setSubject(const Subject& subject)
{
    m_subject = subject;
    m_plan->setVisible(true);
    m_target->setVisible(true);
    if (subject.plan.isEmpty()) {
        m_reason->setText(tr("No plan yet. Traffic moves to one destination step by step."));
        m_reason->show();
        const int before = m_target->currentIndex();
        const bool isSame = m_target->count() == subject.names.size();
        m_target->clear();
        for (const QString& name : subject.names) {
            m_target->addItem(tr("To %1").arg(name));
        }
        // the one with the least is what a canary is for
        const auto least = std::min_element(subject.now.rbegin(), subject.now.rend());
        const int guess = static_cast<int>(subject.now.rend() - least) - 1;
        m_target->setCurrentIndex(isSame && before >= 0 ? before : guess);
        showPage(0);
        return;
    }
    std::vector<CanaryChart::Bar> bars;
    bars.push_back({tr("HEAD"), tr("HEAD"), subject.head, tr("HEAD: %1").arg(weightsText(subject.head)),
                    subject.now == subject.head});
    for (std::size_t i = 0; i < subject.plan.steps.size(); ++i) {
        const QString number = QString::number(i + 1);
        bars.push_back({tr("step %1").arg(number), number, subject.plan.steps[i].weights, spokenStep(i),
                        subject.plan.steps[i].weights == subject.now});
    }
    int current = subject.step + 1;
    if (subject.step < 0) {
        const auto found = std::ranges::find_if(bars, &CanaryChart::Bar::isNow);
        current = found == bars.end() ? -1 : static_cast<int>(found - bars.begin());
    }
    m_chart->setBars(std::move(bars), current);
    showStep();
    const auto next = changes::nextStep(subject.plan, subject.now);
    m_next->setEnabled(next.has_value());
    m_next->setToolTip(next ? tr("Make step %1 a pending change: %2")
                                  .arg(QString::number(*next + 1), weightsText(subject.plan.steps[*next].weights))
                            : tr("The last step is reached"));
    m_promote->setEnabled(subject.now != changes::promoted(subject.plan, subject.head));
    m_abort->setEnabled(subject.now != subject.head);
    showPage(1);
}

void CanaryPanel::showStep()
{
    const auto index = static_cast<std::size_t>(m_subject.step);
    const bool isStep = m_subject.step >= 0 && index < m_subject.plan.steps.size();
    m_step->setVisible(isStep);
    if (!isStep) {
        return;
    }
    const QSignalBlocker noPause(m_pause);
    const changes::PlanStep& step = m_subject.plan.steps[index];
    m_stepName->setText(tr("Step %1").arg(m_subject.step + 1));
    m_pause->setValue(static_cast<int>(std::min<std::int64_t>(step.pauseMinutes, longestPause)));
    const QString note = QString::fromStdString(step.note);
    if (m_note->text() != note && !m_note->hasFocus()) {
        m_note->setText(note);
    }
    m_removeStep->setEnabled(m_subject.plan.steps.size() > 1);
}

void CanaryPanel::setShares(const QString& text)
{
    m_shares->setText(text.isEmpty() ? tr("Requests are followed…") : text);
}

void CanaryPanel::editStep()
{
    changes::CanaryPlan plan = m_subject.plan;
    const auto index = static_cast<std::size_t>(m_subject.step);
    if (m_subject.step < 0 || index >= plan.steps.size()) {
        return;
    }
    plan.steps[index].pauseMinutes = m_pause->value();
    plan.steps[index].note = m_note->text().trimmed().toStdString();
    if (plan != m_subject.plan) {
        Q_EMIT planEdited(plan, m_subject.step);
    }
}

void CanaryPanel::addStep()
{
    changes::CanaryPlan plan = m_subject.plan;
    const auto last = static_cast<int>(plan.steps.size()) - 1;
    const int behind = m_subject.step >= 0 ? m_subject.step : last;
    plan.steps.insert(plan.steps.begin() + behind + 1,
                      changes::stepBehind(plan, m_subject.head, static_cast<std::size_t>(behind)));
    Q_EMIT planEdited(plan, behind + 1);
}

void CanaryPanel::removeStep()
{
    changes::CanaryPlan plan = m_subject.plan;
    if (m_subject.step < 0 || plan.steps.size() < 2) {
        return;
    }
    plan.steps.erase(plan.steps.begin() + m_subject.step);
    Q_EMIT planEdited(plan, std::min(m_subject.step, static_cast<int>(plan.steps.size()) - 1));
    m_chart->setFocus(Qt::OtherFocusReason);
}

void CanaryPanel::nextStep()
{
    if (const auto next = changes::nextStep(m_subject.plan, m_subject.now)) {
        Q_EMIT weightsRequested(m_subject.plan.steps[*next].weights);
    }
}

void CanaryPanel::setOwned(const mesh::effective::WeightOwner& owner)
{
    m_subject = {};
    m_message->hide();
    std::vector<CanaryChart::Bar> bars;
    QStringList lines;
    std::int64_t weight = 0;
    const QString stable = workspace::printable(owner.stable);
    const QString canary = workspace::printable(owner.canary);
    for (const mesh::CanaryStep& step : owner.steps) {
        lines << workspace::ownedStepText(step);
        if (!step.weight) {
            continue;
        }
        weight = std::clamp<std::int64_t>(*step.weight, 0, 100);
        const QString number = QString::number(bars.size() + 1);
        bars.push_back({tr("step %1").arg(number),
                        number,
                        {100 - weight, weight},
                        tr("Step %1: %2 %3, %4 %5")
                            .arg(number, stable, QString::number(100 - weight), canary, QString::number(weight)),
                        false});
    }
    m_ownedChart->setVisible(!bars.empty());
    m_ownedChart->setBars(std::move(bars), -1);
    QString text = lines.isEmpty() ? tr("It states no steps.") : lines.join(u" → "_s);
    if (!stable.isEmpty() && !canary.isEmpty()) {
        text = tr("%1 → %2: %3").arg(stable, canary, text);
    }
    if (!owner.interval.empty()) {
        text += tr("; a step every %1").arg(workspace::printable(owner.interval));
    }
    m_ownedSteps->setText(text);
    showPage(2);
}

void CanaryPanel::setNothing(const QString& reason)
{
    m_subject = {};
    m_reason->setText(reason);
    m_reason->show();
    m_plan->hide();
    m_target->hide();
    m_message->hide();
    showPage(0);
}

} // namespace meshdraft::views
