// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reviewjson.h"

#include "app/cli/findingfixes.h"
#include "models/changes/blast.h"
#include "models/changes/dependencies.h"
#include "models/changes/statements.h"
#include "models/traffic/answer.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/shelltext.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

const std::string& environmentOf(const workspace::Review& review)
{
    return review.mesh->environment.name;
}

QJsonArray texts(const std::vector<std::string>& list)
{
    QJsonArray array;
    for (const std::string& each : list)
        array.append(text(each));
    return array;
}

QJsonObject findingJson(const checks::Finding& finding)
{
    return {
        {u"code"_s, text(finding.code)},
        {u"severity"_s, text(checks::severityName(finding.severity))},
        {u"kind"_s, text(finding.element.key.kind)},
        {u"namespace"_s, text(finding.element.key.ns)},
        {u"name"_s, text(finding.element.key.name)},
        {u"message"_s, workspace::findingText(finding)},
        {u"file"_s, text(finding.where.path)},
        {u"line"_s, static_cast<qint64>(finding.where.line)},
        {u"column"_s, static_cast<qint64>(finding.where.column)},
        {u"field"_s, text(finding.element.field.text())},
    };
}

QJsonArray findingsJson(const std::vector<checks::Finding>& findings)
{
    QJsonArray array;
    for (const checks::Finding& finding : findings)
        array.append(findingJson(finding));
    return array;
}

QJsonArray xdsNames(const std::set<changes::Xds>& types)
{
    QJsonArray array;
    for (const changes::Xds type : types)
        array.append(text(changes::xdsName(type)));
    return array;
}

/// What one change reaches by itself.
QJsonObject blastJson(const changes::ResourceChange& change, const workspace::Snapshot& mesh)
{
    changes::MeshChange alone;
    alone.resources.push_back(change);
    changes::findTouched(alone, *mesh.savedGraph, *mesh.graph);
    return {{u"hosts"_s, texts(alone.hosts)},
            {u"namespaces"_s, texts(alone.namespaces)},
            {u"workloads"_s, static_cast<qint64>(alone.workloads)}};
}

QJsonArray titlesJson(const std::vector<const changes::ResourceChange*>& list)
{
    QJsonArray array;
    for (const changes::ResourceChange* each : list)
        array.append(text(changes::kindAndName(resourceOf(*each).key)));
    return array;
}

QJsonArray ownersJson(const workspace::Review& review)
{
    QJsonArray array;
    for (const changes::Approval& approval : review.approvals) {
        QJsonObject owners{
            {u"environment"_s, text(environmentOf(review))},
            {u"owners"_s, texts(approval.owners)},
            {u"count"_s, static_cast<qint64>(approval.count)},
            {u"required"_s, !approval.isOptional},
            {u"text"_s, workspace::sentence(approval.message, approval.args)},
            {u"resources"_s, titlesJson(approval.changes)},
            {u"files"_s, texts(approval.paths)},
        };
        if (approval.missing)
            owners[u"missing"_s] = static_cast<qint64>(*approval.missing);
        array.append(owners);
    }
    return array;
}

QJsonArray wavesJson(const workspace::Review& review)
{
    QJsonArray array;
    for (const changes::LandingStep& step : review.landing.steps) {
        QJsonArray resources;
        for (const changes::WaveEntry& entry : step.entries) {
            resources.append(QJsonObject{{u"resource"_s, text(changes::kindAndName(resourceOf(*entry.change).key))},
                                         {u"pullRequest"_s, static_cast<qint64>(entry.pullRequest)},
                                         {u"text"_s, workspace::waveText(entry)}});
        }
        array.append(QJsonObject{{u"environment"_s, text(environmentOf(review))},
                                 {u"wave"_s, step.wave},
                                 {u"removal"_s, step.isRemoval},
                                 {u"resources"_s, resources}});
    }
    return array;
}

/// What the files say of the order and the change does not keep.
QJsonArray orderJson(const workspace::Review& review)
{
    QJsonArray array;
    for (const auto* notes : {&review.landing.waves, &review.landing.flux}) {
        for (const changes::OrderNote& note : *notes) {
            if (note.verdict != changes::OrderNote::Verdict::Fine)
                array.append(workspace::orderNoteText(note));
        }
    }
    for (const changes::PushHazard& hazard : review.impact.hazards)
        array.append(workspace::hazardText(hazard));
    return array;
}

/// The ways back with their own tiers: all of it, and each resource alone. Only between commits there is a command.
QJsonArray rollbackJson(const workspace::Review& review, const workspace::RangeReview& range)
{
    QJsonArray array;
    if (review.back.resources.empty())
        return array;
    const auto& repository = review.mesh->repository;
    const bool isOfCommits = repository && repository->resolve(range.base) && repository->resolve(range.head);
    const auto add = [&](const QString& scope, changes::Tier tier, const std::vector<std::string>& options) {
        QJsonObject way{{u"environment"_s, text(environmentOf(review))},
                        {u"scope"_s, scope},
                        {u"tier"_s, text(changes::tierName(tier))}};
        if (isOfCommits) {
            std::vector<std::string> words{"meshdraft-cli", "rollback",
                                           QString(range.base + u".."_s + range.head).toStdString()};
            words.insert(words.end(), options.begin(), options.end());
            words.emplace_back("--diff");
            way[u"command"_s] = workspace::shellLine(words);
        }
        array.append(way);
    };
    add(u"all"_s, review.back.tier, {});
    for (const changes::ResourceChange& change : review.back.resources) {
        const mesh::ResourceKey& key = resourceOf(change).key;
        std::vector<std::string> options{"--only", key.kind + '/' + key.name};
        if (!key.ns.empty())
            options.insert(options.end(), {"-n", key.ns});
        add(text(changes::kindAndName(resourceOf(change).key)), change.tier, options);
    }
    return array;
}

QJsonObject impactJson(const workspace::Review& review)
{
    return {{u"environment"_s, text(environmentOf(review))},
            {u"text"_s, workspace::impactText(review.impact)},
            {u"sidecars"_s, static_cast<qint64>(review.impact.sidecars())},
            {u"gateways"_s, static_cast<qint64>(review.impact.gateways())},
            {u"known"_s, static_cast<qint64>(review.impact.known)}};
}

QJsonObject processJson(const workspace::Review& review)
{
    QJsonObject object{{u"environment"_s, text(environmentOf(review))},
                       {u"text"_s, workspace::processText(review.process.of(review.tier))},
                       {u"allowed"_s, review.permission.isAllowed},
                       {u"reason"_s, workspace::permissionText(review.permission)}};
    if (review.permission.until)
        object[u"until"_s] = review.permission.until->toString(Qt::ISODate);
    if (review.declared.tier)
        object[u"declared"_s] = text(changes::tierName(*review.declared.tier));
    return object;
}

QJsonObject changeJson(const changes::ResourceChange& change, const workspace::Review& review)
{
    const std::string& environment = environmentOf(review);
    QJsonArray said;
    for (const changes::Statement& statement : change.statements)
        said.append(workspace::statementText(statement));
    std::set<changes::Xds> types;
    for (const changes::XdsPush& push : review.impact.pushes) {
        if (push.change == &change)
            std::ranges::transform(push.touches, std::inserter(types, types.end()), &changes::XdsTouch::type);
    }
    QJsonArray reasons;
    for (const changes::Reason& reason : change.reasons) {
        reasons.append(QJsonObject{{u"rule"_s, text(reason.rule)},
                                   {u"tier"_s, text(changes::tierName(reason.tier))},
                                   {u"text"_s, workspace::reasonText(reason)}});
    }
    QJsonArray fields;
    for (const changes::FieldChange& field : change.fields) {
        fields.append(QJsonObject{
            {u"path"_s, text(field.path.text())}, {u"old"_s, text(field.oldValue)}, {u"new"_s, text(field.newValue)}});
    }
    const mesh::Resource& resource = resourceOf(change);
    return {
        {u"environment"_s, text(environment)},
        {u"kind"_s, text(resource.key.kind)},
        {u"namespace"_s, text(resource.key.ns)},
        {u"name"_s, text(resource.key.name)},
        {u"op"_s, text(changes::operationName(change.operation))},
        {u"file"_s, text(resource.source.path)},
        {u"tier"_s, text(changes::tierName(change.tier))},
        {u"reasons"_s, reasons},
        {u"text"_s, said},
        {u"fields"_s, fields},
        {u"xds"_s, xdsNames(types)},
        {u"blast"_s, blastJson(change, *review.mesh)},
    };
}

QJsonObject originJson(const traffic::Origin& origin)
{
    static constexpr std::array<const char*, 4> kinds{"workload", "namespace", "gateway", "outside"};
    QJsonObject object{{u"kind"_s, QLatin1StringView(kinds[static_cast<std::size_t>(origin.kind)])}};
    if (!origin.ns.empty())
        object[u"namespace"_s] = text(origin.ns);
    if (!origin.name.empty())
        object[u"name"_s] = text(origin.name);
    return object;
}

QJsonObject answerJson(const traffic::Answer& answer, const traffic::Request& request)
{
    QJsonArray destinations;
    for (const traffic::Share& share : answer.shares) {
        QJsonArray workloads;
        for (const traffic::Server& server : share.servers)
            workloads.append(text(server.key.name));
        destinations.append(QJsonObject{
            {u"host"_s, text(share.host)},
            {u"port"_s, static_cast<qint64>(share.port)},
            {u"subset"_s, text(share.subset)},
            {u"percent"_s, share.percent},
            {u"verdict"_s, text(traffic::verdictName(share.verdict))},
            {u"responseFlag"_s, text(share.flag)},
            {u"status"_s, share.status},
            {u"wire"_s, text(traffic::wireName(share.wire))},
            {u"workloads"_s, workloads},
        });
    }
    return {
        {u"verdict"_s, text(traffic::verdictName(answer.verdict))},
        {u"text"_s, workspace::answerText(answer, request)},
        {u"destinations"_s, destinations},
        {u"timeout"_s, text(answer.effort.timeout)},
        {u"retries"_s, static_cast<qint64>(answer.effort.retries)},
        {u"uncertain"_s, answer.isUncertain()},
    };
}

QJsonObject namesJson(const std::multimap<std::string, std::string, std::less<>>& values)
{
    QJsonObject object;
    for (const auto& [name, value] : values)
        object[text(name)] = text(value);
    return object;
}

QJsonObject requestJson(const traffic::ChangedFate& change, const std::string& environment)
{
    const traffic::Request& request = change.request;
    QJsonArray alike;
    for (const traffic::Origin& origin : change.alike)
        alike.append(originJson(origin));
    QJsonObject object{
        {u"environment"_s, text(environment)},
        {u"from"_s, originJson(request.from)},
        {u"host"_s, text(request.host)},
        {u"port"_s, static_cast<qint64>(request.port)},
        {u"protocol"_s, text(traffic::protocolName(request.protocol))},
        {u"method"_s, text(request.method)},
        {u"path"_s, text(request.path)},
        {u"query"_s, namesJson(request.query)},
        {u"headers"_s, namesJson(request.headers)},
        {u"text"_s, workspace::fateText(change)},
        {u"before"_s, answerJson(change.before, request)},
        {u"after"_s, answerJson(change.after, request)},
        {u"alike"_s, alike},
        {u"others"_s, static_cast<qint64>(change.others)},
        {u"any"_s, change.isAny},
    };
    if (request.tls != traffic::CallerTls::None)
        object[u"sni"_s] = text(request.sni.empty() ? request.host : request.sni);
    if (request.token) {
        object[u"token"_s] =
            QJsonObject{{u"issuer"_s, text(request.token->issuer)}, {u"valid"_s, request.token->isValid}};
    }
    return object;
}

} // namespace

QByteArray reviewJson(const workspace::RangeReview& review)
{
    QJsonArray changed;
    QJsonArray requests;
    QJsonArray introduced;
    QJsonArray mended;
    QJsonArray hidden;
    QJsonArray owners;
    QJsonArray waves;
    QJsonArray order;
    QJsonArray ways;
    QJsonArray proxies;
    QJsonArray process;
    bool changesJudgement = false;
    std::size_t unchanged = 0;
    std::size_t evaluated = 0;
    for (const workspace::Review& one : review.environments) {
        for (const traffic::ChangedFate& change : one.requests.changes)
            requests.append(requestJson(change, environmentOf(one)));
        for (const changes::ResourceChange& change : one.change().resources)
            changed.append(changeJson(change, one));
        for (auto& [into, list] :
             {std::pair(&introduced, &one.findings.introduced), std::pair(&mended, &one.findings.mended)}) {
            for (const QJsonValueConstRef value : findingsJson(*list)) {
                QJsonObject finding = value.toObject();
                finding[u"environment"_s] = text(environmentOf(one));
                into->append(finding);
            }
        }
        for (const auto& kept : one.hiddenByHead) {
            QJsonObject finding = findingJson(kept.finding);
            finding[u"environment"_s] = text(environmentOf(one));
            finding[u"suppression"_s] = suppressionAsJson(kept);
            hidden.append(finding);
        }
        for (auto& [into, list] : {std::pair(&owners, ownersJson(one)), std::pair(&waves, wavesJson(one)),
                                   std::pair(&order, orderJson(one)), std::pair(&ways, rollbackJson(one, review))}) {
            for (const QJsonValueConstRef value : list)
                into->append(value);
        }
        proxies.append(impactJson(one));
        process.append(processJson(one));
        changesJudgement = changesJudgement || one.changesJudgement;
        unchanged += one.unchangedFindings;
        evaluated += one.requests.evaluated;
    }
    QJsonArray broken;
    for (const workspace::BrokenEnvironment& each : review.broken) {
        broken.append(QJsonObject{{u"environment"_s, text(each.name)},
                                  {u"both"_s, each.isOnBothSides},
                                  {u"code"_s, text(each.error.code)},
                                  {u"message"_s, workspace::errorText(each.error)}});
    }
    const QJsonObject root{
        {u"schema"_s, u"meshdraft.review/1"_s},
        {u"base"_s, review.base},
        {u"head"_s, review.head},
        {u"tier"_s, text(changes::tierName(review.tier()))},
        {u"broken"_s, broken},
        {u"requests"_s, requests},
        {u"changes"_s, changed},
        {u"findings"_s,
         QJsonObject{{u"new"_s, introduced},
                     {u"fixed"_s, mended},
                     {u"unchanged"_s, static_cast<qint64>(unchanged)},
                     {u"hiddenByHead"_s, hidden}}},
        {u"changesJudgement"_s, changesJudgement},
        {u"owners"_s, owners},
        {u"waves"_s, waves},
        {u"order"_s, order},
        {u"rollback"_s, ways},
        {u"proxies"_s, proxies},
        {u"process"_s, process},
        {u"stats"_s, QJsonObject{{u"evaluatedRequests"_s, static_cast<qint64>(evaluated)}}},
    };
    return QJsonDocument(root).toJson();
}

} // namespace meshdraft::cli
