// SPDX-License-Identifier: Apache-2.0
#include "app/cli/trafficoutput.h"

#include "models/mesh/elementplace.h"
#include "models/traffic/requestfields.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

using mesh::effective::MeshView;
using traffic::Answer;
using traffic::Cause;
using traffic::Share;

namespace {

QJsonArray textsJson(const std::vector<std::string>& texts)
{
    QJsonArray array;
    for (const std::string& each : texts)
        array.append(jsonText(each));
    return array;
}

QJsonObject pairsJson(const std::multimap<std::string, std::string, std::less<>>& pairs)
{
    QJsonObject object;
    for (const auto& [name, value] : pairs) {
        const QString key = jsonText(name);
        if (object.contains(key)) {
            QJsonArray values = object[key].isArray() ? object[key].toArray() : QJsonArray{object[key]};
            values.append(jsonText(value));
            object[key] = values;
        } else {
            object[key] = jsonText(value);
        }
    }
    return object;
}

/// The flag, status and details that most of the refused requests show.
const Share* refusedShare(const Answer& answer)
{
    const Share* found = nullptr;
    for (const Share& share : answer.shares) {
        const bool shows = !share.flag.empty() || share.status != 0;
        if (shows && (found == nullptr || share.percent > found->percent))
            found = &share;
    }
    return found;
}

QString workloadNames(const Share& share)
{
    QStringList names;
    for (const traffic::Server& server : share.servers) {
        QString name = workspace::printable(server.key.name);
        if (server.verdict != share.verdict)
            name += u" ("_s + workspace::verdictText(server.verdict) + u')';
        names.append(name);
    }
    return names.join(u", "_s);
}

QString shareReport(const MeshView& view, const Share& share)
{
    QString line = u"  %1 %  "_s.arg(percentText(share.percent), 7);
    QString host = workspace::printable(share.host);
    if (share.port != 0)
        host += u':' + QString::number(share.port);
    if (!share.subset.empty())
        host += u'/' + workspace::printable(share.subset);
    QStringList parts;
    if (!share.host.empty())
        parts.append(host);
    if (const QString workloads = workloadNames(share); !workloads.isEmpty())
        parts.append(workloads);
    if (share.verdict != traffic::Verdict::Routed) {
        QString fate = workspace::verdictText(share.verdict);
        if (!share.flag.empty())
            fate += u" · "_s + workspace::printable(share.flag);
        if (share.status != 0)
            fate += u" · "_s + QString::number(share.status);
        if (!share.details.empty())
            fate += u" · "_s + workspace::printable(share.details);
        parts.append(fate);
    } else {
        parts.append(workspace::wireText(share.wire));
    }
    line += parts.join(u"  "_s);
    if (const QString place = placeText(view, share.because.isNull() ? share.element : share.because); !place.isEmpty())
        line += u"  ["_s + place + u']';
    return line + u'\n';
}

} // namespace

traffic::Evaluator evaluatorOf(const workspace::Snapshot& snapshot)
{
    return traffic::Evaluator(std::shared_ptr<const MeshView>(snapshot.effective, &snapshot.effective->view()));
}

QString jsonText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString percentText(double percent)
{
    return QString::number(percent, 'g', 6);
}

Location locationOf(const MeshView& view, const mesh::ElementRef& element)
{
    return mesh::placeOf(view.graph(), element).where;
}

QString placeText(const MeshView& view, const mesh::ElementRef& element)
{
    if (element.isNull())
        return {};
    const Location where = locationOf(view, element);
    QString text = workspace::printable(where.path);
    if (where.line > 0)
        text += u':' + QString::number(where.line);
    return text;
}

void addElement(QJsonObject& object, const MeshView& view, const mesh::ElementRef& element)
{
    if (element.isNull())
        return;
    const Location where = locationOf(view, element);
    object[u"kind"_s] = jsonText(element.key.kind);
    object[u"namespace"_s] = jsonText(element.key.ns);
    object[u"name"_s] = jsonText(element.key.name);
    object[u"field"_s] = jsonText(element.field.text());
    object[u"file"_s] = jsonText(where.path);
    object[u"line"_s] = static_cast<qint64>(where.line);
    object[u"column"_s] = static_cast<qint64>(where.column);
}

QJsonArray elementsJson(const MeshView& view, const std::vector<mesh::ElementRef>& elements,
                        const std::string& environment)
{
    QJsonArray array;
    for (const mesh::ElementRef& element : elements) {
        QJsonObject object{{u"environment"_s, jsonText(environment)}};
        addElement(object, view, element);
        array.append(object);
    }
    return array;
}

bool losesRequests(const Answer& answer)
{
    return std::ranges::any_of(answer.shares, [](const Share& share) {
        return !traffic::isDelivered(share.verdict) && share.verdict != traffic::Verdict::Unknown
            && share.verdict != traffic::Verdict::Redirected && share.verdict != traffic::Verdict::DirectResponse;
    });
}

QJsonObject requestJson(const traffic::Request& request)
{
    QJsonObject object{
        {u"from"_s, jsonText(traffic::originName(request.from))},
        {u"host"_s, jsonText(request.host)},
        {u"port"_s, static_cast<qint64>(request.port)},
        {u"protocol"_s, jsonText(traffic::protocolName(request.protocol))},
        {u"tls"_s, jsonText(traffic::callerTlsName(request.tls))},
        {u"sni"_s, jsonText(request.sni)},
        {u"method"_s, jsonText(request.method)},
        {u"path"_s, jsonText(request.path)},
        {u"query"_s, pairsJson(request.query)},
        {u"headers"_s, pairsJson(request.headers)},
        {u"address"_s, jsonText(request.address)},
        {u"sourceIp"_s, jsonText(request.sourceIp)},
        {u"sourcePrincipal"_s, jsonText(request.sourcePrincipal)},
    };
    if (request.token) {
        QJsonObject claims{{u"iss"_s, jsonText(request.token->issuer)}, {u"sub"_s, jsonText(request.token->subject)}};
        claims[u"aud"_s] = textsJson(request.token->audiences);
        if (!request.token->presenter.empty())
            claims[u"azp"_s] = jsonText(request.token->presenter);
        for (const auto& [name, values] : request.token->claims)
            claims[jsonText(name)] = textsJson(values);
        object[u"claims"_s] = claims;
    }
    return object;
}

void addAnswer(QJsonObject& object, const MeshView& view, const Answer& answer, const std::string& environment)
{
    const Share* refused = refusedShare(answer);
    object[u"verdict"_s] = jsonText(traffic::verdictName(answer.verdict));
    object[u"responseFlag"_s] = refused == nullptr ? QString() : jsonText(refused->flag);
    object[u"status"_s] = refused == nullptr ? 0 : refused->status;
    object[u"details"_s] = refused == nullptr ? QString() : jsonText(refused->details);
    object[u"uncertain"_s] = answer.isUncertain();
    object[u"route"_s] = jsonText(answer.route);
    QJsonArray steps;
    for (const traffic::Step& step : answer.steps) {
        QJsonObject one{{u"environment"_s, jsonText(environment)},
                        {u"stage"_s, jsonText(traffic::stageName(step.stage))},
                        {u"decision"_s, jsonText(step.code)},
                        {u"because"_s, workspace::stepText(step)},
                        {u"destination"_s, step.share},
                        {u"unknown"_s, step.isUnknown}};
        addElement(one, view, step.element);
        steps.append(one);
    }
    object[u"steps"_s] = steps;
    QJsonArray destinations;
    for (const Share& share : answer.shares) {
        QJsonArray workloads;
        for (const traffic::Server& server : share.servers) {
            QJsonObject one{{u"environment"_s, jsonText(environment)},
                            {u"kind"_s, jsonText(server.key.kind)},
                            {u"namespace"_s, jsonText(server.key.ns)},
                            {u"name"_s, jsonText(server.key.name)},
                            {u"verdict"_s, jsonText(traffic::verdictName(server.verdict))}};
            workloads.append(one);
        }
        QJsonObject one{{u"environment"_s, jsonText(environment)},
                        {u"host"_s, jsonText(share.host)},
                        {u"port"_s, static_cast<qint64>(share.port)},
                        {u"subset"_s, jsonText(share.subset)},
                        {u"percent"_s, share.percent},
                        {u"verdict"_s, jsonText(traffic::verdictName(share.verdict))},
                        {u"responseFlag"_s, jsonText(share.flag)},
                        {u"status"_s, share.status},
                        {u"details"_s, jsonText(share.details)},
                        {u"wire"_s, jsonText(traffic::wireName(share.wire))},
                        {u"workloads"_s, workloads}};
        addElement(one, view, share.because.isNull() ? share.element : share.because);
        destinations.append(one);
    }
    object[u"destinations"_s] = destinations;
    QJsonArray mirrors;
    for (const traffic::Mirror& mirror : answer.mirrors) {
        QJsonObject one{{u"environment"_s, jsonText(environment)},
                        {u"host"_s, jsonText(mirror.host)},
                        {u"port"_s, static_cast<qint64>(mirror.port)},
                        {u"subset"_s, jsonText(mirror.subset)},
                        {u"percent"_s, mirror.percent}};
        addElement(one, view, mirror.element);
        mirrors.append(one);
    }
    object[u"mirrors"_s] = mirrors;
    object[u"timeout"_s] = jsonText(answer.effort.timeout);
    object[u"retries"_s] = static_cast<qint64>(answer.effort.retries);
    object[u"perTryTimeout"_s] = jsonText(answer.effort.perTryTimeout);
    object[u"retryOn"_s] = jsonText(answer.effort.retryOn);
    object[u"worstSeconds"_s] = answer.effort.worstSeconds;
    object[u"tied"_s] = elementsJson(view, answer.tied, environment);
    QJsonArray otherwise;
    for (const Answer& other : answer.otherwise) {
        QJsonObject one;
        addAnswer(one, view, other, environment);
        otherwise.append(one);
    }
    object[u"otherwise"_s] = otherwise;
}

QJsonArray causesJson(const MeshView& view, const std::vector<Cause>& causes, const std::string& environment)
{
    QJsonArray array;
    for (const Cause& cause : causes) {
        QJsonObject object{{u"basis"_s, jsonText(traffic::basisName(cause.basis))},
                           {u"cause"_s, jsonText(cause.code)},
                           {u"because"_s, workspace::sentence(cause.code, cause.args)},
                           {u"elements"_s, elementsJson(view, cause.elements, environment)},
                           {u"requests"_s, static_cast<qint64>(cause.requests)},
                           {u"source"_s, jsonText(cause.source)}};
        if (cause.request) {
            object[u"verdict"_s] = jsonText(traffic::verdictName(cause.verdict));
            object[u"request"_s] = requestJson(*cause.request);
        }
        array.append(object);
    }
    return array;
}

QString answerReport(const MeshView& view, const traffic::Request& request, const Answer& answer)
{
    QString text = workspace::callText(request) + u"\n  "_s + workspace::answerText(answer, request) + u'\n';
    if (!answer.effort.timeout.empty() || answer.effort.retries > 0) {
        text += u"  timeout %1, retries %2"_s.arg(
            answer.effort.timeout.empty() ? u"none"_s : workspace::printable(answer.effort.timeout),
            QString::number(answer.effort.retries));
        if (answer.effort.worstSeconds > 0)
            text += u", at most %1 s"_s.arg(answer.effort.worstSeconds);
        text += u'\n';
    }
    text += u"\nDestinations\n"_s;
    for (const Share& share : answer.shares)
        text += shareReport(view, share);
    for (const traffic::Mirror& mirror : answer.mirrors) {
        text += u"  copies of %1 % to %2%3\n"_s.arg(percentText(mirror.percent), workspace::printable(mirror.host),
                                                    mirror.subset.empty() ? QString()
                                                                          : u'/' + workspace::printable(mirror.subset));
    }
    text += u"\nSteps\n"_s;
    std::optional<traffic::Stage> stage;
    for (const traffic::Step& step : answer.steps) {
        if (stage != step.stage) {
            text += u"  "_s + workspace::stageText(step.stage) + u'\n';
            stage = step.stage;
        }
        text += u"    "_s + (step.isUnknown ? u"? "_s : QString()) + workspace::stepText(step);
        if (const QString place = placeText(view, step.element); !place.isEmpty())
            text += u"  ["_s + place + u']';
        text += u'\n';
    }
    if (answer.dependsOnCreationOrder()) {
        text += u"\nThis depends on which of these was created first, which files do not say:\n"_s;
        for (const mesh::ElementRef& element : answer.tied)
            text += u"  "_s + placeText(view, element) + u'\n';
        for (const Answer& other : answer.otherwise)
            text += u"  or: "_s + workspace::answerText(other, request) + u'\n';
    }
    return text;
}

QString causesReport(const MeshView& view, const std::vector<Cause>& causes)
{
    if (causes.empty())
        return u"Nothing in this mesh makes requests end so.\n"_s;
    QString text = u"Causes, the likeliest first\n"_s;
    int number = 0;
    for (const Cause& cause : causes) {
        text += u"  %1. %2"_s.arg(++number).arg(workspace::sentence(cause.code, cause.args));
        if (!cause.elements.empty())
            text += u"  ["_s + placeText(view, cause.elements.front()) + u']';
        text += u'\n';
        if (cause.request) {
            text += u"       %1: %2"_s.arg(workspace::callText(*cause.request), workspace::verdictText(cause.verdict));
            if (cause.requests > 1)
                text += u" (and %1 more)"_s.arg(cause.requests - 1);
            text += u'\n';
        }
    }
    return text;
}

bool writeResult(const QString& file, const QByteArray& bytes)
{
    if (file.isEmpty()) {
        writeOut(bytes);
        return true;
    }
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit())
        return true;
    complain(u"%1 could not be written: %2."_s.arg(workspace::printable(file.toStdString()),
                                                   workspace::printable(target.errorString().toStdString())));
    return false;
}

} // namespace meshdraft::cli
