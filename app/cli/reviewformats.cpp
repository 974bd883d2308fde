// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reviewformats.h"

#include "app/cli/findingfixes.h"
#include "models/traffic/answer.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

const mesh::Resource& resourceOf(const changes::ResourceChange& change)
{
    return change.after ? *change.after : *change.before;
}

const std::string& environmentOf(const workspace::Review& review)
{
    return review.mesh->environment.name;
}

/// "VirtualService shop/reviews".
std::string titleOf(const changes::ResourceChange& change)
{
    const mesh::ResourceKey& key = resourceOf(change).key;
    return key.kind + ' ' + (key.ns.empty() ? key.name : key.ns + '/' + key.name);
}

/// "GET /cart from web to reviews: v1 100 % -> v3 100 % (callers alike: 2)".
QString fateLine(const traffic::ChangedFate& change)
{
    const QString alike = workspace::alikeText(change);
    return workspace::fateText(change) + (alike.isEmpty() ? alike : u" ("_s + alike + u')');
}

/// A change of what decides which findings count.
QString judgementText(const workspace::Review& review)
{
    QString out = u"This changes .meshdraft.yaml, the baseline or annotations that keep findings back; what counts is "
                  "read from the base."_s;
    if (!review.hiddenByHead.empty())
        out += u" It would hide %1 findings, which count here."_s.arg(review.hiddenByHead.size());
    return out;
}

QByteArray writeText(const workspace::RangeReview& review)
{
    QString out;
    for (const workspace::Review& one : review.environments) {
        if (review.environments.size() > 1)
            out += u"Environment "_s + workspace::printable(environmentOf(one)) + u'\n';
        if (one.changesJudgement)
            out += judgementText(one) + u'\n';
        out += workspace::tierText(one.tier) + u", %1 resources differ"_s.arg(one.change().resources.size()) + u'\n';
        if (!one.requests.changes.empty()) {
            out += u"\nRequests whose fate changes\n"_s;
            for (const traffic::ChangedFate& change : one.requests.changes)
                out += u"  "_s + fateLine(change) + u'\n';
        } else if (!one.change().resources.empty()) {
            out += u"\nNo request's fate changes (%1 were evaluated)\n"_s.arg(one.requests.evaluated);
        }
        if (!one.change().resources.empty())
            out += u"\nChanges\n"_s;
        for (const changes::ResourceChange& change : one.change().resources) {
            out += u"  %1 %2 %3\n"_s.arg(text(changes::tierName(change.tier)),
                                         text(changes::operationName(change.operation)),
                                         workspace::printable(titleOf(change)));
            for (const changes::Statement& statement : change.statements)
                out += u"    "_s + workspace::statementText(statement) + u'\n';
            for (const changes::Reason& reason : change.reasons)
                out += u"    why: "_s + workspace::reasonText(reason) + u'\n';
        }
        for (const auto& [title, list] : {std::pair(u"New findings"_s, &one.findings.introduced),
                                          std::pair(u"Findings that are gone"_s, &one.findings.mended)}) {
            if (!list->empty())
                out += u'\n' + title + u'\n';
            for (const checks::Finding& finding : *list) {
                out += u"  %1 %2: %3\n"_s.arg(text(checks::severityName(finding.severity)), text(finding.code),
                                              workspace::findingText(finding));
            }
        }
        out += u'\n';
    }
    return out.trimmed().toUtf8() + '\n';
}

/// Words of a line of Markdown that no text from the files can end: each line is one code span.
QByteArray writeMarkdown(const workspace::RangeReview& review)
{
    const auto span = [](const QString& line) { return workspace::codeSpan(line.toStdString()); };
    QString out;
    for (const workspace::Review& one : review.environments) {
        out += u"## "_s + (review.environments.size() > 1 ? span(text(environmentOf(one))) + u": "_s : QString())
            + workspace::tierText(one.tier) + u"\n\n"_s;
        if (one.changesJudgement)
            out += judgementText(one) + u"\n\n"_s;
        out += u"### Requests whose fate changes\n\n"_s;
        if (one.requests.changes.empty())
            out += u"None of %1 requests that were evaluated.\n"_s.arg(one.requests.evaluated);
        for (const traffic::ChangedFate& change : one.requests.changes)
            out += u"- "_s + span(fateLine(change)) + u'\n';
        if (!one.change().resources.empty())
            out += u"\n### Changes\n\n| risk | change | resource |\n| --- | --- | --- |\n"_s;
        for (const changes::ResourceChange& change : one.change().resources) {
            QString title = span(text(titleOf(change)));
            title.replace(u'|', u"\\|"_s); // a cell ends there even within a code span
            out += u"| %1 | %2 | %3 |\n"_s.arg(text(changes::tierName(change.tier)),
                                               text(changes::operationName(change.operation)), title);
        }
        const auto list = [&](const QString& title, const std::vector<checks::Finding>& findings) {
            if (!findings.empty())
                out += u"\n### "_s + title + u"\n\n"_s;
            for (const checks::Finding& finding : findings)
                out += u"- %1 "_s.arg(text(finding.code)) + span(workspace::findingText(finding)) + u'\n';
        };
        list(u"New findings"_s, one.findings.introduced);
        list(u"Findings that are gone"_s, one.findings.mended);
        out += u'\n';
    }
    return out.trimmed().toUtf8() + '\n';
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

QJsonObject changeJson(const changes::ResourceChange& change, const std::string& environment)
{
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
        {u"fields"_s, fields},
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

QByteArray writeJson(const workspace::RangeReview& review)
{
    QJsonArray changed;
    QJsonArray requests;
    QJsonArray introduced;
    QJsonArray mended;
    QJsonArray hidden;
    bool changesJudgement = false;
    std::size_t unchanged = 0;
    std::size_t evaluated = 0;
    auto tier = changes::Tier::None;
    for (const workspace::Review& one : review.environments) {
        tier = std::max(tier, one.tier);
        for (const traffic::ChangedFate& change : one.requests.changes)
            requests.append(requestJson(change, environmentOf(one)));
        for (const changes::ResourceChange& change : one.change().resources)
            changed.append(changeJson(change, environmentOf(one)));
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
        changesJudgement = changesJudgement || one.changesJudgement;
        unchanged += one.unchangedFindings;
        evaluated += one.requests.evaluated;
    }
    const QJsonObject root{
        {u"schema"_s, u"meshdraft.review/1"_s},
        {u"base"_s, review.base},
        {u"head"_s, review.head},
        {u"tier"_s, text(changes::tierName(tier))},
        {u"requests"_s, requests},
        {u"changes"_s, changed},
        {u"findings"_s,
         QJsonObject{{u"new"_s, introduced},
                     {u"fixed"_s, mended},
                     {u"unchanged"_s, static_cast<qint64>(unchanged)},
                     {u"hiddenByHead"_s, hidden}}},
        {u"changesJudgement"_s, changesJudgement},
        {u"stats"_s, QJsonObject{{u"evaluatedRequests"_s, static_cast<qint64>(evaluated)}}},
    };
    return QJsonDocument(root).toJson();
}

} // namespace

const ReviewFormat* reviewFormatNamed(const QString& name)
{
    static constexpr std::array formats = {
        ReviewFormat{"text", writeText},
        ReviewFormat{"json", writeJson},
        ReviewFormat{"markdown", writeMarkdown},
    };
    const auto* const found = std::ranges::find_if(
        formats, [&](const ReviewFormat& format) { return name == QLatin1StringView(format.name); });
    return found == formats.end() ? nullptr : found;
}

} // namespace meshdraft::cli
