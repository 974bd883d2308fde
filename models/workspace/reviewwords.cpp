// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reviewwords.h"

#include "models/changes/statements.h"
#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // What the proxies get: %1 kind and name, %2 the field.
    {"xds.added", QT_TRANSLATE_NOOP("meshdraft", "%1 is new.")},
    {"xds.removed", QT_TRANSLATE_NOOP("meshdraft", "%1 goes away.")},
    {"xds.renamed", QT_TRANSLATE_NOOP("meshdraft", "%1 is called %2 now.")},
    {"xds.routes", QT_TRANSLATE_NOOP("meshdraft", "%1 changes routes (%2).")},
    {"xds.routeImports",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 sends requests elsewhere (%2): proxies with a Sidecar get those clusters too.")},
    {"xds.streamRoutes", QT_TRANSLATE_NOOP("meshdraft", "%1 changes routes of TLS or TCP (%2), which are listeners.")},
    {"xds.routeScope", QT_TRANSLATE_NOOP("meshdraft", "%1 routes for other hosts, gateways or namespaces (%2).")},
    {"xds.certificate", QT_TRANSLATE_NOOP("meshdraft", "%1 says which certificate is served (%2).")},
    {"xds.serverTls", QT_TRANSLATE_NOOP("meshdraft", "%1 changes the TLS of a server (%2).")},
    {"xds.servers", QT_TRANSLATE_NOOP("meshdraft", "%1 changes what a gateway serves (%2).")},
    {"xds.grant", QT_TRANSLATE_NOOP("meshdraft", "%1 changes what routes of other namespaces may name (%2).")},
    {"xds.hashPolicy",
     QT_TRANSLATE_NOOP("meshdraft", "%1 changes consistent hashing (%2), which stands in routes as well.")},
    {"xds.locality",
     QT_TRANSLATE_NOOP("meshdraft", "%1 changes locality load balancing (%2): the order of the endpoints.")},
    {"xds.outlier", QT_TRANSLATE_NOOP("meshdraft", "%1 changes outlier detection (%2).")},
    {"xds.clientTls", QT_TRANSLATE_NOOP("meshdraft", "%1 changes the TLS that clients send (%2).")},
    {"xds.trafficPolicy", QT_TRANSLATE_NOOP("meshdraft", "%1 changes the traffic policy of clusters (%2).")},
    {"xds.subset", QT_TRANSLATE_NOOP("meshdraft", "%1 changes subsets (%2); each is a cluster.")},
    {"xds.ruleScope", QT_TRANSLATE_NOOP("meshdraft", "%1 holds for another host or for other clients (%2).")},
    {"xds.endpoints", QT_TRANSLATE_NOOP("meshdraft", "%1 stands for other endpoints (%2).")},
    {"xds.service", QT_TRANSLATE_NOOP("meshdraft", "%1 changes a host or its ports (%2).")},
    {"xds.exported", QT_TRANSLATE_NOOP("meshdraft", "%1 is visible to other namespaces (%2).")},
    {"xds.pods", QT_TRANSLATE_NOOP("meshdraft", "%1 gets other pods (%2): endpoints of its Services.")},
    {"xds.serverMtls", QT_TRANSLATE_NOOP("meshdraft", "%1 changes what servers accept (%2).")},
    {"xds.autoMtls", QT_TRANSLATE_NOOP("meshdraft", "%1 changes what clients send by auto mTLS (%2).")},
    {"xds.tokens", QT_TRANSLATE_NOOP("meshdraft", "%1 changes which tokens are read (%2).")},
    {"xds.authorization", QT_TRANSLATE_NOOP("meshdraft", "%1 changes who may call (%2).")},
    {"xds.sidecarIngress", QT_TRANSLATE_NOOP("meshdraft", "%1 changes on what ports proxies take requests (%2).")},
    {"xds.sidecarEgress", QT_TRANSLATE_NOOP("meshdraft", "%1 changes which hosts proxies know (%2).")},
    {"xds.patch", QT_TRANSLATE_NOOP("meshdraft", "%1 patches proxies (%2).")},
    {"xds.extensionConfig",
     QT_TRANSLATE_NOOP("meshdraft", "%1 changes the code or the settings of an extension (%2).")},
    {"xds.extension", QT_TRANSLATE_NOOP("meshdraft", "%1 changes where an extension runs (%2).")},
    {"xds.telemetry", QT_TRANSLATE_NOOP("meshdraft", "%1 changes logs, metrics or traces (%2).")},
    {"xds.meshConfig", QT_TRANSLATE_NOOP("meshdraft", "%1 holds mesh config: everything is built again.")},
    {"xds.bootstrap", QT_TRANSLATE_NOOP("meshdraft", "Proxies read it when they start: restart the pods.")},
    {"xds.bootstrapDefaults",
     QT_TRANSLATE_NOOP("meshdraft", "What is in defaultConfig is read when proxies start: restart the pods.")},
    {"xds.injection",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Labels of a Namespace count when pods start: restart them to add or lose proxies.")},
    // What fails in the wrong order: %1 first, %2 second, %3 the subset.
    {"hazard.subsetFirst",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has to bring subset %3 before %2 routes to it; until then requests fail with 503 (NC).")},
    {"hazard.subsetLast",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has to leave subset %3 before %2 takes it away; else requests fail with 503 (NC).")},
    {"hazard.serviceFirst",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to be there before %2 routes to it; until then requests fail with 503.")},
    {"hazard.serviceLast",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to route elsewhere before %2 goes away; else requests fail with 503.")},
    {"hazard.delegateFirst",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to be there before %2 delegates to it; until then requests get 404 (NR).")},
    {"hazard.delegateLast",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to delegate elsewhere before %2 goes away; else requests get 404 (NR).")},
    {"hazard.gatewayFirst",
     QT_TRANSLATE_NOOP("meshdraft", "%1 answers 404 until %2 has arrived; routes alone do nothing without it.")},
    {"hazard.gatewayLast",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to leave the gateway before %2 goes away; else clients cannot connect.")},
    {"hazard.stillUsed", QT_TRANSLATE_NOOP("meshdraft", "%1 still needs %2, which goes away: requests fail for good.")},
    {"hazard.subsetStillUsed",
     QT_TRANSLATE_NOOP("meshdraft", "%1 still routes to subset %3, which %2 loses: requests fail with 503 (NC).")},
    {"hazard.clientsFirst",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to send mTLS before %2 asks for it; until then connections are refused.")},
    {"hazard.serverFirst",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to accept plaintext before %2 sends it; else connections are refused.")},
    {"hazard.tokensFirst",
     QT_TRANSLATE_NOOP("meshdraft", "%1 has to read tokens before %2 asks for them; until then requests get 403.")},
    {"hazard.allowFirst",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has to be there before %2 denies everything else; until then requests get 403.")},
    // Errors of opening a review: workspace/reviewjob.h, git/fetchrequest.h.
    {"review.noRange",
     QT_TRANSLATE_NOOP("meshdraft", "“%1” is no range. Write BASE..HEAD or BASE...HEAD, as main...feature.")},
    {"fetch.whichRemote",
     QT_TRANSLATE_NOOP("meshdraft",
                       "There are several remotes (%1). Name the one with the requests upstream or origin.")},
    {"fetch.noRequest",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 has no request with number %1. Look the number up there; it may be in another repository.")},
    {"fetch.unreachable",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 could not be asked. Check its address with git remote -v, the network, and that git fetch "
                       "works in a terminal.\n%2")},
    {"fetch.cancelled", QT_TRANSLATE_NOOP("meshdraft", "Fetching was cancelled; nothing has changed.")},
    // Why something stands in its wave.
    {"wave.kind", QT_TRANSLATE_NOOP("meshdraft", "The usual place of a %1.")},
    {"wave.strictLast",
     QT_TRANSLATE_NOOP("meshdraft",
                       "STRICT comes last: what clients send has to be mTLS before servers insist on it.")},
    {"wave.denyLast",
     QT_TRANSLATE_NOOP("meshdraft", "What denies comes last, when all that has to be allowed is allowed.")},
    {"wave.needs", QT_TRANSLATE_NOOP("meshdraft", "Needs %1 first.")},
    {"wave.removed", QT_TRANSLATE_NOOP("meshdraft", "Goes away behind all that comes, in reverse order.")},
    {"wave.removedAfter", QT_TRANSLATE_NOOP("meshdraft", "Goes away only when %1 does not need it any more.")},
    // Sync waves: %1 and %2 the resources, %3 and %4 what is written, %5 and %6 what would be right.
    {"argo.fine", QT_TRANSLATE_NOOP("meshdraft", "The sync waves bring %1 before %2.")},
    {"argo.missing", QT_TRANSLATE_NOOP("meshdraft", "No sync wave orders %1 before %2; waves %5 and %6 would.")},
    {"argo.same",
     QT_TRANSLATE_NOOP("meshdraft", "%1 and %2 come in one sync wave, in no order; waves %5 and %6 would keep it.")},
    {"argo.wrongWayRound",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The sync waves (%3, %4) bring %1 behind %2, which needs it; waves %5 and %6 would be right.")},
    {"argo.twoSyncs",
     QT_TRANSLATE_NOOP("meshdraft",
                       "What %2 loses is gone before %1 has left it: make two pull requests, and wait for the sync.")},
    // Flux: %1 and %2 the resources, %3 and %4 their Kustomizations.
    {"flux.fine", QT_TRANSLATE_NOOP("meshdraft", "Kustomization %4 waits for %3, so %1 comes before %2.")},
    {"flux.missing",
     QT_TRANSLATE_NOOP("meshdraft", "%2 needs %1, but Kustomization %4 does not wait for %3: set dependsOn.")},
    {"flux.wrongWayRound",
     QT_TRANSLATE_NOOP("meshdraft", "%2 needs %1, but Kustomization %3 waits for %4: it comes the wrong way round.")},
    // Why somebody must approve: %1 the resource or file, %2 what decided.
    {"approval.codeOwners", QT_TRANSLATE_NOOP("meshdraft", "CODEOWNERS gives them %1.")},
    {"approval.codeOwnersSection", QT_TRANSLATE_NOOP("meshdraft", "Section %2 of CODEOWNERS gives them %1.")},
    {"approval.policyFile", QT_TRANSLATE_NOOP("meshdraft", "%1 decides how changes are judged.")},
    {"approval.meshConfig", QT_TRANSLATE_NOOP("meshdraft", "%1 holds mesh config.")},
    {"approval.clusterScoped", QT_TRANSLATE_NOOP("meshdraft", "%1 is of the whole cluster.")},
    {"approval.rootNamespace", QT_TRANSLATE_NOOP("meshdraft", "%1 is in the root namespace.")},
    {"approval.proxyCode", QT_TRANSLATE_NOOP("meshdraft", "%1 changes proxies directly.")},
    {"approval.gateway", QT_TRANSLATE_NOOP("meshdraft", "%1 opens the mesh to the outside.")},
    {"approval.wildcardHost", QT_TRANSLATE_NOOP("meshdraft", "%1 takes every host of a wildcard.")},
    {"approval.security", QT_TRANSLATE_NOOP("meshdraft", "%1 decides who may call.")},
    {"approval.rule", QT_TRANSLATE_NOOP("meshdraft", "A rule (%2) gives them %1.")},
    {"approval.label", QT_TRANSLATE_NOOP("meshdraft", "%2 of %1 names them.")},
    // Errors of .meshdraft.yaml.
    {"owners.unknownDefault",
     QT_TRANSLATE_NOOP("meshdraft", "There is no default %1 to leave out; expected one of %2.")},
    {"process.timeZone",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not a time zone; expected a name like Europe/Berlin or UTC.")},
    {"process.time", QT_TRANSLATE_NOOP("meshdraft", "%1 is not a time; expected one like 09:00, in quotes.")},
    {"process.date",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not a date; expected one like 2026-12-24 or 2026-12-24T18:00.")},
    {"process.day", QT_TRANSLATE_NOOP("meshdraft", "%1 is not a day; expected Mon, Tue, Wed, Thu, Fri, Sat or Sun.")},
    {"process.noWindow", QT_TRANSLATE_NOOP("meshdraft", "There is no window %1; expected one of %2.")},
    {"process.tier", QT_TRANSLATE_NOOP("meshdraft", "%1 is not a tier; expected none, low, medium or high.")},
    {"process.freezeOrder", QT_TRANSLATE_NOOP("meshdraft", "The freeze ends (%2) before it begins (%1).")},
    // Whether a change may go in now: %1 the window or the freeze.
    {"window.always", QT_TRANSLATE_NOOP("meshdraft", "It may go in at any time.")},
    {"window.open", QT_TRANSLATE_NOOP("meshdraft", "It may go in now (%1).")},
    {"window.closed", QT_TRANSLATE_NOOP("meshdraft", "It may go in only in: %1.")},
    {"window.freeze", QT_TRANSLATE_NOOP("meshdraft", "Nothing goes in during the freeze “%1”.")},
    // The author's word: %1 what is declared, %2 what was computed.
    {"declared.agrees", QT_TRANSLATE_NOOP("meshdraft", "The author says the same: %1.")},
    {"declared.lower", QT_TRANSLATE_NOOP("meshdraft", "The author declares %1, less than what was computed: %2.")},
    {"declared.higher", QT_TRANSLATE_NOOP("meshdraft", "The author declares %1, more than what was computed: %2.")},
    {"declared.unreadable", QT_TRANSLATE_NOOP("meshdraft", "The author declares %1, which is no tier; computed: %2.")},
});

QString say(const char* text, int number = -1)
{
    return QCoreApplication::translate("meshdraft", text, nullptr, number);
}

/// One sentence for one, another for any other number (%1); a language with more forms has them in its translation.
QString counted(const char* one, const char* many, std::size_t number)
{
    return number == 1 ? say(one) : say(many).arg(number);
}

QString joined(const std::vector<std::string>& parts, const QString& between)
{
    QStringList shown;
    for (const std::string& part : parts)
        shown << printable(part);
    return shown.join(between);
}

QString counts(std::uint32_t sidecars, std::uint32_t gateways)
{
    QStringList parts;
    if (sidecars > 0 || gateways == 0)
        parts << counted(QT_TRANSLATE_NOOP("meshdraft", "1 workload"), QT_TRANSLATE_NOOP("meshdraft", "%1 workloads"),
                         sidecars);
    if (gateways > 0)
        parts << counted(QT_TRANSLATE_NOOP("meshdraft", "1 gateway"), QT_TRANSLATE_NOOP("meshdraft", "%1 gateways"),
                         gateways);
    return parts.join(u", "_s);
}

QString momentText(const QDateTime& moment)
{
    // without a language of the user: no words that depend on one, and no seconds
    if (QLocale().language() == QLocale::C)
        return moment.toString(u"yyyy-MM-dd HH:mm "_s) + moment.timeZoneAbbreviation();
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' '
        + QLocale().toString(moment.time(), QLocale::ShortFormat) + u' ' + moment.timeZoneAbbreviation();
}

} // namespace

std::span<const Words> reviewWords()
{
    return table;
}

QString impactText(const changes::ProxyImpact& impact)
{
    if (impact.types.empty())
        return say(QT_TRANSLATE_NOOP("meshdraft", "No proxy gets anything."));
    QStringList types;
    for (const changes::Xds type : impact.types)
        types << QString::fromUtf8(changes::xdsName(type).data(), qsizetype(changes::xdsName(type).size()));
    if (impact.known == 0 && impact.proxies.empty())
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1; the files hold no proxies to count.")).arg(types.join(u", "_s));
    QString text = say(QT_TRANSLATE_NOOP("meshdraft", "%1 to about %2 of %3 proxies (%4)."))
                       .arg(types.join(u", "_s))
                       .arg(impact.proxies.size())
                       .arg(std::max<std::size_t>(impact.known, impact.proxies.size()))
                       .arg(counts(impact.sidecars(), impact.gateways()));
    if (const auto replicas = impact.replicas(); replicas && !impact.proxies.empty())
        text += u' '
            + counted(QT_TRANSLATE_NOOP("meshdraft", "1 pod by the stated replicas."),
                      QT_TRANSLATE_NOOP("meshdraft", "%1 pods by their stated replicas."), *replicas);
    if (impact.unsure() > 0) {
        text += u' '
            + say(QT_TRANSLATE_N_NOOP("meshdraft", "Of %n of them the files do not say whether there is a proxy."),
                  static_cast<int>(impact.unsure()));
    }
    if (impact.ambient > 0) {
        text += u' '
            + counted(QT_TRANSLATE_NOOP("meshdraft", "1 workload in ambient mode is not counted."),
                      QT_TRANSLATE_NOOP("meshdraft", "%1 workloads in ambient mode are not counted."), impact.ambient);
    }
    return text;
}

QString touchText(const changes::XdsTouch& touch)
{
    const std::string_view name = changes::xdsName(touch.type);
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1: %2 %3."))
        .arg(QString::fromUtf8(name.data(), qsizetype(name.size())), sentence(touch.message, touch.args),
             counts(touch.sidecars, touch.gateways));
}

QString hazardText(const changes::PushHazard& hazard)
{
    return sentence(hazard.message, hazard.args);
}

QString stepTitle(const changes::LandingStep& step)
{
    return (step.isRemoval ? say(QT_TRANSLATE_NOOP("meshdraft", "Wave %1, going away"))
                           : say(QT_TRANSLATE_NOOP("meshdraft", "Wave %1")))
        .arg(step.wave);
}

QString waveText(const changes::WaveEntry& entry)
{
    return sentence(entry.message, entry.args);
}

QString stepText(const changes::LandingStep& step)
{
    QStringList names;
    for (const changes::WaveEntry& entry : step.entries) {
        const mesh::ResourceKey& key = (entry.change->after ? entry.change->after : entry.change->before)->key;
        QString name = printable(changes::kindAndName(key));
        if (entry.message != "wave.kind")
            name += u" ("_s + waveText(entry) + u')';
        names << name;
    }
    return stepTitle(step) + u": "_s + names.join(u", "_s);
}

QString shortRevision(const QString& revision)
{
    const bool isId = (revision.size() == 40 || revision.size() == 64)
        && std::ranges::all_of(revision, [](QChar one) { return u"0123456789abcdef"_s.contains(one); });
    return isId ? revision.first(12) : revision;
}

QString stillRefusedText(const traffic::RequestComparison& requests)
{
    const auto number = std::ranges::count_if(requests.changes, &traffic::ChangedFate::isStillRefused);
    if (number == 0)
        return {};
    return counted(
        QT_TRANSLATE_NOOP("meshdraft", "1 kind of request was refused before and still is, in another way."),
        QT_TRANSLATE_NOOP("meshdraft", "%1 kinds of requests were refused before and still are, in another way."),
        static_cast<std::size_t>(number));
}

QString orderNoteText(const changes::OrderNote& note)
{
    return sentence(note.message, note.args);
}

QString approvalText(const changes::Approval& approval)
{
    const QString owners = joined(approval.owners, say(QT_TRANSLATE_NOOP("meshdraft", " or ")));
    QString reason = sentence(approval.message, approval.args);
    if (const auto all = std::max(approval.changes.size(), approval.paths.size()); all > 1) {
        reason += u' ' + say(QT_TRANSLATE_N_NOOP("meshdraft", "And %n more."), static_cast<int>(all) - 1);
    }
    if (approval.missing) {
        reason += u' '
            + (*approval.missing == 0
                   ? say(QT_TRANSLATE_NOOP("meshdraft", "Approved."))
                   : counted(QT_TRANSLATE_NOOP("meshdraft", "1 approval is still missing."),
                             QT_TRANSLATE_NOOP("meshdraft", "%1 approvals are still missing."), *approval.missing));
    }
    if (approval.isOptional)
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1 (optional): %2")).arg(owners, reason);
    if (approval.count > 1)
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1 of %2: %3")).arg(QString::number(approval.count), owners, reason);
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1: %2")).arg(owners, reason);
}

QString processText(const changes::TierProcess& process)
{
    QStringList parts{counted(QT_TRANSLATE_NOOP("meshdraft", "1 reviewer"),
                              QT_TRANSLATE_NOOP("meshdraft", "%1 reviewers"), process.reviewers)};
    if (!process.evidence.empty())
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "evidence: %1")).arg(joined(process.evidence, u", "_s));
    if (!process.windows.empty())
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "only in: %1")).arg(joined(process.windows, u", "_s));
    if (process.tellsOnCall)
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "tell the on-call person"));
    if (process.needsRollbackPlan)
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "a plan to roll back"));
    return parts.join(u"; "_s) + u'.';
}

QString permissionText(const changes::Permission& permission)
{
    const QString reason = sentence(permission.message, permission.args);
    if (!permission.until) {
        return permission.isAllowed
            ? reason
            : reason + u' ' + say(QT_TRANSLATE_NOOP("meshdraft", "No time in the next year is free."));
    }
    const QString until = permission.isAllowed ? say(QT_TRANSLATE_NOOP("meshdraft", "Until %1."))
                                               : say(QT_TRANSLATE_NOOP("meshdraft", "Not now; from %1."));
    return reason + u' ' + until.arg(momentText(*permission.until));
}

QString tierWord(changes::Tier tier)
{
    switch (tier) {
    case changes::Tier::None:
        return QCoreApplication::translate("meshdraft", "None");
    case changes::Tier::Low:
        return QCoreApplication::translate("meshdraft", "Low");
    case changes::Tier::Medium:
        return QCoreApplication::translate("meshdraft", "Medium");
    case changes::Tier::High:
        return QCoreApplication::translate("meshdraft", "High");
    }
    return {};
}

QString reasonWithRule(const changes::Reason& reason)
{
    return QString(reasonText(reason) + u" ("_s + printable(reason.rule) + u')');
}

QString declaredText(const changes::DeclaredTier& declared, changes::Tier computed)
{
    if (declared.message.empty())
        return {};
    return sentence(declared.message, {declared.text, std::string(changes::tierName(computed))});
}

} // namespace meshdraft::workspace
