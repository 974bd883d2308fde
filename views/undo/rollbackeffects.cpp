// SPDX-License-Identifier: Apache-2.0
#include "views/undo/rollbackeffects.h"

#include "models/workspace/reviewwords.h"
#include "models/workspace/rollbackwords.h"
#include "models/workspace/shelltext.h"
#include "models/workspace/summary.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "views/common/collapsiblesection.h"
#include "views/common/paint.h"
#include "views/common/textlines.h"
#include "views/undo/mendlist.h"
#include "views/undo/rollbackconflicts.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::size_t mostLines = 6;

QString nameOf(const workspace::DeliveryGuard& guard)
{
    return workspace::resourceTitle({{}, {}, guard.kind, guard.ns, guard.name});
}

} // namespace

RollbackEffects::RollbackEffects(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_conflicts(new RollbackConflicts(theme))
    , m_mends(new MendList(theme))
{
    setObjectName(u"rollbackEffects"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setWidget(content);
    m_conflictSection = addSection(tr("Changed later as well"), u"rollbackConflicts"_s, m_conflicts);
    m_risk = addPart(tr("Risk of going back"), u"rollbackRisk"_s);
    m_findings = addPart(tr("Findings"), u"rollbackFindings"_s);
    m_requests = addPart(tr("Requests whose fate changes"), u"rollbackRequests"_s);
    m_order = addPart(tr("Order"), u"rollbackOrder"_s);
    m_mendSection = addSection(tr("Ways to mend"), u"rollbackMends"_s, m_mends);
    m_guards = addPart(tr("Argo CD and Flux"), u"rollbackGuards"_s);
    m_commits = addPart(tr("Takes back"), u"rollbackCommits"_s);
    column->addStretch(1);
    clear();
}

CollapsibleSection* RollbackEffects::addSection(const QString& title, const QString& name, QWidget* content)
{
    auto* section = new CollapsibleSection(m_theme, title, widget());
    section->setObjectName(name);
    section->setContent(content);
    section->setOpen(true);
    static_cast<QVBoxLayout*>(widget()->layout())->addWidget(section);
    return section;
}

RollbackEffects::Part RollbackEffects::addPart(const QString& title, const QString& name)
{
    auto* lines = new TextLines(m_theme);
    return {addSection(title, name, lines), lines};
}

void RollbackEffects::clear()
{
    m_conflicts->setConflicts({});
    m_conflictSection->hide();
    for (const Part& part : {m_risk, m_findings, m_requests, m_order, m_guards, m_commits}) {
        part.section->hide();
    }
    m_mends->clear();
    m_mendSection->hide();
}

void RollbackEffects::setPlan(const workspace::RollbackPlan& plan)
{
    m_conflicts->setConflicts(plan.conflicts);
    m_conflictSection->setVisible(!plan.conflicts.empty());
    const int open = m_conflicts->undecided();
    m_conflictSection->header()->setSummary(open > 0 ? tr("%n to decide", nullptr, open) : tr("all decided"),
                                            open > 0 ? u"warning"_s : u"check"_s, open > 0 ? "warn" : "ok");
    m_commits.lines->clear();
    for (std::size_t i = 0; i < std::min(plan.commits.size(), mostLines); ++i) {
        constexpr qsizetype shortId = 9;
        const git::HistoryEntry& commit = plan.commits[i];
        m_commits.lines->addQuiet(commit.id.first(shortId) + u"  "_s
                                  + workspace::printable(commit.subject.toStdString()));
    }
    m_commits.lines->addRest(plan.commits.size(), mostLines);
    m_commits.section->header()->setSummary(tr("%n commits", nullptr, static_cast<int>(plan.commits.size())));
    m_commits.section->setVisible(!plan.commits.empty());
}

void RollbackEffects::setJudgement(const workspace::RollbackJudgement& judgement)
{
    showRisk(judgement.change);
    showFindings(judgement.findings);
    showRequests(judgement.requests);
    const QString order = workspace::orderText(judgement.order());
    m_order.lines->clear();
    m_order.lines->add(order.isEmpty() ? tr("All of it can arrive at once.") : order);
    m_order.section->header()->setSummary(order.isEmpty() ? tr("does not matter") : QString());
    m_order.section->setVisible(!judgement.change.resources.empty());
}

void RollbackEffects::setJudgeError(const Error& error)
{
    for (const Part& part : {m_findings, m_requests, m_order}) {
        part.section->hide();
    }
    m_risk.lines->clear();
    m_risk.lines->add(workspace::errorText(error), u"warning"_s, "warn");
    m_risk.section->header()->setSummary(tr("not known"), u"unknown"_s, "muted");
    m_risk.section->show();
}

void RollbackEffects::showRisk(const changes::MeshChange& change)
{
    m_risk.lines->clear();
    const Look look = lookOf(change.tier);
    m_risk.section->header()->setSummary(workspace::tierText(change.tier), look.icon, look.token);
    std::vector<changes::Reason> reasons;
    for (const changes::ResourceChange& each : change.resources) {
        for (const changes::Reason& reason : each.reasons) {
            const bool isKnown = std::ranges::any_of(reasons, [&](const changes::Reason& known) {
                return known.rule == reason.rule && known.message == reason.message && known.args == reason.args;
            });
            if (!isKnown) {
                reasons.push_back(reason);
            }
        }
    }
    std::ranges::stable_sort(reasons, std::greater(), &changes::Reason::tier);
    for (std::size_t i = 0; i < std::min(reasons.size(), mostLines); ++i) {
        const Look of = lookOf(reasons[i].tier);
        m_risk.lines->add(workspace::reasonWithRule(reasons[i]), of.icon, of.token);
    }
    m_risk.lines->addRest(reasons.size(), mostLines);
    std::size_t statements = 0;
    for (const changes::ResourceChange& each : change.resources) {
        for (const changes::Statement& statement : each.statements) {
            if (statements++ < mostLines) {
                m_risk.lines->addQuiet(workspace::statementText(statement));
            }
        }
    }
    m_risk.lines->addRest(statements, mostLines);
    if (change.resources.empty()) {
        m_risk.lines->addQuiet(tr("Nothing of the mesh changes in this environment."));
    }
    m_risk.section->show();
}

void RollbackEffects::showFindings(const workspace::FindingDelta& findings)
{
    m_findings.lines->clear();
    const std::size_t introduced = findings.introduced.size();
    const std::size_t mended = findings.mended.size();
    for (std::size_t i = 0; i < std::min(introduced, mostLines); ++i) {
        const checks::Finding& finding = findings.introduced[i];
        const Look look = lookOf(finding.severity);
        m_findings.lines->add(tr("New: %1 %2").arg(workspace::printable(finding.code), workspace::findingText(finding)),
                              look.icon, look.token);
    }
    m_findings.lines->addRest(introduced, mostLines);
    for (std::size_t i = 0; i < std::min(mended, mostLines); ++i) {
        const checks::Finding& finding = findings.mended[i];
        m_findings.lines->add(
            tr("Mended: %1 %2").arg(workspace::printable(finding.code), workspace::findingText(finding)), u"check"_s,
            "ok");
    }
    m_findings.lines->addRest(mended, mostLines);
    if (introduced + mended == 0) {
        m_findings.lines->addQuiet(tr("The findings stay as they are."));
    }
    m_findings.section->header()->setSummary(tr("%1 new, %2 mended").arg(introduced).arg(mended));
    m_findings.section->show();
}

void RollbackEffects::showRequests(const traffic::RequestComparison& requests)
{
    m_requests.lines->clear();
    const auto& changed = requests.changes;
    for (std::size_t i = 0; i < std::min(changed.size(), mostLines); ++i) {
        m_requests.lines->add(workspace::fateText(changed[i]));
    }
    m_requests.lines->addRest(changed.size(), mostLines);
    if (changed.empty()) {
        m_requests.lines->addQuiet(tr("Every request ends where it ends now."));
    }
    m_requests.section->header()->setSummary(QString::number(changed.size()));
    m_requests.section->show();
}

void RollbackEffects::setGuards(const std::vector<workspace::DeliveryGuard>& guards)
{
    m_guards.lines->clear();
    for (const workspace::DeliveryGuard& guard : guards) {
        const auto suspend = workspace::suspendCommand(guard);
        if (suspend.empty()) {
            m_guards.lines->addQuiet(tr("%1 does not sync by itself.").arg(nameOf(guard)));
            continue;
        }
        m_guards.lines->add(guard.selfHeals
                                ? tr("%1 heals itself: it undoes a change by hand at once.").arg(nameOf(guard))
                                : tr("%1 undoes a change by hand with its next sync.").arg(nameOf(guard)),
                            u"warning"_s, "warn");
        m_guards.lines->addQuiet(tr("Before a change by hand:"));
        m_guards.lines->addCommand(workspace::shellLine(suspend));
        m_guards.lines->addQuiet(tr("When the branch is merged:"));
        m_guards.lines->addCommand(workspace::shellLine(workspace::resumeCommand(guard)));
    }
    m_guards.section->header()->setSummary(tr("%n deliver these files", nullptr, static_cast<int>(guards.size())));
    m_guards.section->setVisible(!guards.empty());
}

void RollbackEffects::setMendState(const QString& summary)
{
    m_mends->clear();
    m_mendSection->header()->setSummary(summary);
    m_mendSection->setVisible(!summary.isEmpty());
}

void RollbackEffects::setOffers(const workspace::MendOffers& offers)
{
    m_mends->setOffers(offers);
    const std::size_t count = offers.offers.size();
    m_mendSection->header()->setSummary(offers.lost.changes.empty() ? tr("nothing is lost") : QString::number(count));
    m_mendSection->show();
}

} // namespace meshdraft::views
