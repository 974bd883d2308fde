// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/runbook.h"

#include "models/changes/dependencies.h"
#include "models/changes/statements.h"
#include "models/workspace/codeownersof.h"
#include "models/workspace/comparison.h"
#include "models/workspace/shelltext.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/verification.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr qsizetype shortId = 12;

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

QString span(const QString& text)
{
    return codeSpan(text.toStdString());
}

bool hasMeaning(const changes::ResourceChange& change)
{
    return !change.before || !change.after || !change.fields.empty();
}

std::string titleOf(const changes::ResourceChange& change)
{
    const auto& key = resourceOf(change).key;
    return changes::kindAndName(key);
}

std::vector<std::string> ownersOf(const Snapshot& comparison)
{
    const auto owners = codeOwnersOf(comparison, *comparison.base);
    std::set<std::string> found;
    for (const auto& each : comparison.change.resources) {
        if (auto text = owners.ownersText(resourceOf(each).locate().path); !text.empty())
            found.insert(std::move(text));
    }
    return {found.begin(), found.end()};
}

class Writer {
public:
    explicit Writer(const Runbook& runbook)
        : m_runbook(runbook)
    {
    }

    QString write()
    {
        introduce();
        tell();
        suspend();
        apply();
        verify();
        goBack();
        follow();
        return std::move(m_text);
    }

private:
    void section(const char* title) { m_text += u"\n## %1. %2\n\n"_s.arg(++m_section).arg(say(title)); }
    void line(const QString& text) { m_text += text + u'\n'; }
    void task(const QString& text) { line(u"- [ ] "_s + text); }
    void commands(const QStringList& lines) { m_text += u'\n' + codeBlock(u"sh"_s, lines.join(u'\n') + u'\n') + u'\n'; }

    void introduce();
    void tell();
    void suspend();
    void apply();
    void applyAll(const changes::MeshChange& change, const std::vector<changes::OrderStep>& steps);
    void verify();
    void goBack();
    void follow();

    const Runbook& m_runbook;
    QString m_text;
    int m_section = 0;
};

void Writer::introduce()
{
    const auto& commits = m_runbook.commits;
    const auto subject = commits.empty() ? m_runbook.head.first(shortId) : commits.front().subject;
    line(u"# "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Emergency runbook: %1")).arg(span(subject)));
    line({});
    line(say(QT_TRANSLATE_NOOP("meshdraft",
                               "%1. From %2 to %3. Use it only when the pull request cannot be waited for."))
             .arg(tierText(m_runbook.review.tier), span(m_runbook.base.first(shortId)),
                  span(m_runbook.head.first(shortId))));
    line({});
    for (const auto& change : m_runbook.review.change().resources) {
        if (!hasMeaning(change))
            continue;
        line(u"- %1 %2"_s.arg(span(QString::fromStdString(titleOf(change))), tierText(change.tier)));
        for (const auto& statement : change.statements)
            line(u"  - "_s + span(statementText(statement)));
    }
}

void Writer::tell()
{
    section(QT_TRANSLATE_NOOP("meshdraft", "Tell people"));
    task(say(QT_TRANSLATE_NOOP("meshdraft", "The person on call and the incident channel: what, why, from when.")));
    for (const auto& owners : m_runbook.owners)
        task(say(QT_TRANSLATE_NOOP("meshdraft", "The owners of the files: %1")).arg(codeSpan(owners)));
    if (m_runbook.review.tier == changes::Tier::High)
        task(say(QT_TRANSLATE_NOOP("meshdraft", "High risk: a second person reads every command before it is run.")));
    if (m_runbook.record) {
        task(say(QT_TRANSLATE_NOOP("meshdraft", "The emergency record %1 is open until %2 (UTC): commit and push it."))
                 .arg(codeSpan(m_runbook.record->path),
                      m_runbook.record->deadline.toUTC().toString(u"yyyy-MM-dd HH:mm"_s)));
    }
    task(say(QT_TRANSLATE_NOOP("meshdraft", "Is this the right cluster?")));
    commands({u"kubectl config current-context"_s});
}

void Writer::suspend()
{
    section(QT_TRANSLATE_NOOP("meshdraft", "Stop the sync"));
    QStringList lines;
    for (const auto& guard : m_runbook.guards) {
        const auto title = guard.ns.empty() ? guard.name : guard.ns + '/' + guard.name;
        const auto name = codeSpan(guard.kind + ' ' + title);
        if (!guard.isAutomatic) {
            line(u"- "_s + say(QT_TRANSLATE_NOOP("meshdraft", "%1 does not sync by itself: leave it so.")).arg(name));
            continue;
        }
        line(u"- "_s
             + (guard.selfHeals
                    ? say(QT_TRANSLATE_NOOP("meshdraft", "%1 heals itself: it takes a change by hand back at once."))
                    : say(QT_TRANSLATE_NOOP("meshdraft", "%1 takes a change by hand back with its next sync.")))
                   .arg(name));
        if (guard.kind == "ApplicationSet") {
            line(u"  - "_s
                 + say(QT_TRANSLATE_NOOP("meshdraft",
                                         "The ApplicationSet may set the policy of its Applications again: look.")));
        }
        if (const auto words = suspendCommand(guard); !words.empty())
            lines << shellLine(words);
        else
            line(u"  - "_s + say(QT_TRANSLATE_NOOP("meshdraft", "By hand, no command is given for it: %1")).arg(name));
    }
    if (m_runbook.guards.empty()) {
        line(say(QT_TRANSLATE_NOOP("meshdraft",
                                   "No Argo CD Application and no Flux Kustomization of this repository delivers these "
                                   "files. If something else does, stop it first.")));
    }
    if (!lines.isEmpty())
        commands(lines);
}

void Writer::applyAll(const changes::MeshChange& change, const std::vector<changes::OrderStep>& steps)
{
    std::vector<const changes::ResourceChange*> order;
    for (const auto& step : steps) {
        for (const auto* each : step.resources) {
            if (std::ranges::contains(order, each)) {
                line(
                    say(QT_TRANSLATE_NOOP("meshdraft",
                                          "%1 gains what others need and loses what they needed: for a moment requests "
                                          "may fail."))
                        .arg(codeSpan(titleOf(*each))));
            } else {
                order.push_back(each);
            }
        }
    }
    for (const auto& each : change.resources) {
        if (!std::ranges::contains(order, &each))
            order.push_back(&each);
    }
    std::erase_if(order, [](const auto* each) { return !hasMeaning(*each); });
    // what goes away goes last
    std::ranges::stable_partition(order, [](const auto* each) { return each->after != nullptr; });
    for (const bool isDryRun : {true, false}) {
        task(isDryRun ? say(QT_TRANSLATE_NOOP("meshdraft", "The server checks, nothing changes yet:"))
                      : say(QT_TRANSLATE_NOOP("meshdraft", "Only if all of that passed, in this order:")));
        QString block;
        for (const auto* each : order)
            block += kubectlCommands(*each, isDryRun);
        if (!block.isEmpty())
            m_text += u'\n' + codeBlock(u"sh"_s, block) + u'\n';
    }
    for (const auto* each : order) {
        if (kubectlCommands(*each, true).isEmpty()) {
            task(say(QT_TRANSLATE_NOOP("meshdraft", "By hand, no command is given for it: %1"))
                     .arg(codeSpan(titleOf(*each))));
        }
    }
}

void Writer::apply()
{
    section(QT_TRANSLATE_NOOP("meshdraft", "Make the change"));
    applyAll(m_runbook.review.change(), m_runbook.review.order());
}

void Writer::verify()
{
    section(QT_TRANSLATE_NOOP("meshdraft", "Check it"));
    auto checks = verificationOf(m_runbook.review.change(), *m_runbook.review.mesh->graph);
    if (checks.proxies.isEmpty())
        checks.proxies << u"istioctl proxy-status"_s;
    task(say(QT_TRANSLATE_NOOP("meshdraft", "Every proxy is SYNCED and has what changed:")));
    commands(checks.proxies);
    if (!checks.queries.isEmpty()) {
        task(say(QT_TRANSLATE_NOOP("meshdraft", "Requests go where they should (PromQL; it lags by some minutes):")));
        m_text += u'\n' + codeBlock(u"promql"_s, checks.queries.join(u'\n')) + u'\n';
    }
    constexpr std::size_t most = 10;
    const auto& fates = m_runbook.review.requests.changes;
    for (std::size_t i = 0; i < std::min(fates.size(), most); ++i)
        task(span(fateText(fates[i])));
}

void Writer::goBack()
{
    section(QT_TRANSLATE_NOOP("meshdraft", "If it gets worse: the way back"));
    const auto& review = m_runbook.review;
    applyAll(review.back, changes::orderOf(review.back, *review.mesh->graph, *review.mesh->savedGraph));
    if (m_runbook.commits.empty())
        return;
    task(say(QT_TRANSLATE_NOOP("meshdraft", "The same in Git:")));
    const auto name = "revert-" + m_runbook.head.first(shortId).toStdString();
    const auto upstream = m_runbook.upstream.toStdString();
    const auto slash = upstream.find('/');
    const auto remote = slash == std::string::npos ? std::string("origin") : upstream.substr(0, slash);
    using Words = std::vector<std::string>;
    QStringList lines{shellLine(Words{"git", "fetch", remote}),
                      upstream.empty() ? shellLine(Words{"git", "switch", "-c", name})
                                       : shellLine(Words{"git", "switch", "--no-track", "-c", name, upstream})};
    for (const auto& commit : m_runbook.commits) {
        Words words{"git", "revert", "--no-edit"};
        if (commit.parents.size() > 1)
            words.insert(words.end(), {"-m", "1"});
        words.push_back(commit.id.toStdString());
        lines << shellLine(words);
    }
    lines << shellLine(Words{"git", "push", "-u", remote, name});
    commands(lines);
}

void Writer::follow()
{
    section(QT_TRANSLATE_NOOP("meshdraft", "Afterwards"));
    task(say(QT_TRANSLATE_NOOP("meshdraft", "Open the pull request with this very change within %1 hours."))
             .arg(EmergencyRecord::hours));
    task(say(QT_TRANSLATE_NOOP("meshdraft", "Only when it is merged, let the sync go on; else it undoes the change.")));
    QStringList lines;
    for (const auto& guard : m_runbook.guards) {
        if (const auto words = resumeCommand(guard); !words.empty())
            lines << shellLine(words);
    }
    if (!lines.isEmpty())
        commands(lines);
    if (m_runbook.record)
        task(say(QT_TRANSLATE_NOOP("meshdraft", "Close the record %1.")).arg(codeSpan(m_runbook.record->path)));
    task(say(QT_TRANSLATE_NOOP("meshdraft", "Tell the same people that it is over.")));
}

} // namespace

Expected<Runbook> readRunbook(const git::Repository& repository, const QString& base, const QString& head,
                              const std::string& environment, const std::shared_ptr<ParseCache>& cache,
                              const std::stop_token& stop)
{
    Runbook runbook;
    for (const auto& [to, revision] : {std::pair(&runbook.base, &base), {&runbook.head, &head}}) {
        const auto id = repository.resolve(*revision);
        if (!id)
            return std::unexpected(id.error());
        *to = *id;
    }
    auto commits = git::log(
        repository, {.head = runbook.head, .exclude = runbook.base, .limit = 100, .skip = 0, .firstParent = true});
    if (!commits)
        return std::unexpected(commits.error());
    runbook.commits = std::move(*commits);
    const auto directory = repository.isBare() ? repository.gitDirectory() : repository.workTree();
    const auto comparison =
        openComparison(directory, {.base = runbook.base, .head = runbook.head}, environment, {}, stop, cache);
    if (!comparison)
        return std::unexpected(comparison.error());
    const Snapshot& mesh = **comparison;
    runbook.review = reviewOf(*comparison, QDateTime::currentDateTime(), stop);
    runbook.owners = ownersOf(mesh);
    std::vector<std::string> paths;
    for (const auto& change : mesh.change.resources)
        paths.push_back(resourceOf(change).locate().path);
    runbook.guards = guardsOf(mesh, mesh.current, paths);
    if (const auto where = repository.head(); where && !where->isDetached()) {
        if (const auto upstream = git::upstreamOf(repository, where->branch); upstream && *upstream)
            runbook.upstream = (*upstream)->name;
    }
    return runbook;
}

EmergencyRecord recordOf(const Runbook& runbook, const QString& who, const QDateTime& now)
{
    EmergencyRecord record;
    record.opened = now.toUTC();
    record.who = who;
    record.what = runbook.commits.empty() ? runbook.head.first(shortId) : runbook.commits.front().subject;
    record.base = runbook.base;
    record.head = runbook.head;
    for (const auto& change : runbook.review.change().resources) {
        if (hasMeaning(change))
            record.resources.push_back(titleOf(change));
    }
    return record;
}

QString runbookMarkdown(const Runbook& runbook)
{
    return Writer(runbook).write();
}

} // namespace meshdraft::workspace
