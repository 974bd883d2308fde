// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli explain: what the mesh does to one request, and why one did not arrive.
#include "app/cli/requestoptions.h"
#include "app/cli/trafficoutput.h"

#include "models/traffic/requestfields.h"
#include "models/traffic/requesttext.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// What is asked: a request, and what was seen of it where it was pasted or said.
struct Question {
    traffic::Request request;
    bool hasOrigin = false;
    std::optional<traffic::Symptom> symptom; ///< causes are asked for
    std::vector<std::string> replaced;
};

std::unexpected<QString> wrong(const QString& text)
{
    return std::unexpected(text);
}

using Read = std::expected<void, QString>;

Read readPasted(const QCommandLineParser& parser, Question& question)
{
    const bool isCurl = parser.isSet(u"curl"_s);
    if (isCurl && parser.isSet(u"log"_s))
        return wrong(u"Expected --curl or --log, not both."_s);
    if (!isCurl && !parser.isSet(u"log"_s))
        return {};
    const std::string text = parser.value(isCurl ? u"curl"_s : u"log"_s).toStdString();
    auto pasted = isCurl ? traffic::parseCurl(text) : traffic::parseLogLine(text);
    if (!pasted)
        return wrong(workspace::errorText(pasted.error()));
    question.request = pasted->request;
    question.replaced = pasted->replaced;
    question.hasOrigin = pasted->request.from.kind != traffic::Origin::Kind::Outside;
    if (!isCurl)
        question.symptom = traffic::symptomOf(*pasted);
    return {};
}

Read readPlaces(const QCommandLineParser& parser, traffic::Request& request, bool& hasOrigin)
{
    constexpr uint lastPort = 65535;
    if (parser.isSet(u"from"_s)) {
        const auto origin = traffic::originFrom(parser.value(u"from"_s).toStdString());
        if (!origin) {
            return wrong(u"'%1' is no caller: expected NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, "
                         "namespace:NAMESPACE or outside."_s.arg(shownText(parser.value(u"from"_s))));
        }
        request.from = *origin;
        hasOrigin = true;
    }
    if (parser.isSet(u"host"_s))
        request.host = parser.value(u"host"_s).toStdString();
    if (parser.isSet(u"port"_s)) {
        bool isNumber = false;
        request.port = parser.value(u"port"_s).toUInt(&isNumber);
        if (!isNumber || request.port == 0 || request.port > lastPort)
            return wrong(u"'%1' is no port: expected 1 to 65535."_s.arg(shownText(parser.value(u"port"_s))));
    }
    if (parser.isSet(u"protocol"_s)) {
        const auto protocol = traffic::protocolFrom(parser.value(u"protocol"_s).toStdString());
        if (!protocol)
            return wrong(u"--protocol is http, http2, grpc or tcp."_s);
        request.protocol = *protocol;
    }
    if (parser.isSet(u"tls"_s))
        request.tls = traffic::CallerTls::Tls;
    if (parser.isSet(u"sni"_s)) {
        request.sni = parser.value(u"sni"_s).toStdString();
        request.tls = traffic::CallerTls::Tls;
    }
    if (parser.isSet(u"address"_s))
        request.address = parser.value(u"address"_s).toStdString();
    if (parser.isSet(u"source-principal"_s))
        request.sourcePrincipal = parser.value(u"source-principal"_s).toStdString();
    if (parser.isSet(u"source-ip"_s))
        request.sourceIp = parser.value(u"source-ip"_s).toStdString();
    return {};
}

Read readSymptom(const QCommandLineParser& parser, Question& question)
{
    if (!parser.isSet(u"why"_s) && !parser.isSet(u"flag"_s) && !parser.isSet(u"status"_s) && !parser.isSet(u"details"_s)
        && !question.symptom)
        return {};
    if (!question.symptom) {
        question.symptom.emplace();
        // without a path or a text nobody said what was asked
        question.symptom->isOnlyHost = !parser.isSet(u"path"_s) && !parser.isSet(u"curl"_s);
    }
    question.symptom->request = question.request;
    if (!question.hasOrigin)
        question.symptom->request.from = {traffic::Origin::Kind::Outside, {}, {}, {}};
    if (parser.isSet(u"flag"_s)) {
        question.symptom->flags.clear();
        for (const QString& flag : parser.value(u"flag"_s).split(u',', Qt::SkipEmptyParts))
            question.symptom->flags.push_back(flag.toStdString());
    }
    if (parser.isSet(u"status"_s)) {
        bool isNumber = false;
        question.symptom->status = parser.value(u"status"_s).toInt(&isNumber);
        if (!isNumber)
            return wrong(u"'%1' is no status."_s.arg(shownText(parser.value(u"status"_s))));
    }
    if (parser.isSet(u"details"_s))
        question.symptom->details = parser.value(u"details"_s).toStdString();
    return {};
}

std::expected<Question, QString> questionOf(const QCommandLineParser& parser)
{
    Question question;
    if (const auto read = readPasted(parser, question); !read)
        return wrong(read.error());
    if (const auto read = readPlaces(parser, question.request, question.hasOrigin); !read)
        return wrong(read.error());
    if (const auto read = readRequestContent(parser, question.request); !read)
        return wrong(read.error());
    if (const auto read = readSymptom(parser, question); !read)
        return wrong(read.error());
    if (question.request.host.empty())
        return wrong(u"Expected --host H, --curl TEXT or --log LINE."_s);
    if (!question.hasOrigin && !question.symptom && !parser.isSet(u"curl"_s))
        return wrong(u"Expected --from NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, namespace:NAMESPACE or outside."_s);
    return question;
}

/// Who may have sent a pasted request: the gateways that know its host, else somebody outside.
traffic::Origin likelyOrigin(const traffic::Evaluator& mesh, traffic::Request request)
{
    for (const mesh::ResourceIndex index : mesh.view().graph().ofKind("Gateway")) {
        const mesh::Resource& gateway = mesh.view().at(index);
        request.from = {traffic::Origin::Kind::Gateway, gateway.key.ns, gateway.key.name, {}};
        const traffic::Verdict verdict = mesh.evaluate(request).verdict;
        if (verdict != traffic::Verdict::NoVirtualHost && verdict != traffic::Verdict::NoListener
            && verdict != traffic::Verdict::NoFilterChain && verdict != traffic::Verdict::Unknown)
            return request.from;
    }
    return {traffic::Origin::Kind::Outside, {}, {}, {}};
}

/// The result for one environment.
struct Result {
    std::string environment;
    QJsonObject json;
    QString text;
    bool isRefused = false;
    bool isCallerMissing = false;
};

Result explain(const workspace::Snapshot& snapshot, const Question& question, bool isPasted)
{
    Result result;
    result.environment = snapshot.environment.name;
    const traffic::Evaluator mesh = evaluatorOf(snapshot);
    traffic::Request request = question.request;
    const bool asksOnlyWhy = question.symptom && !question.hasOrigin;
    if (!question.hasOrigin && isPasted)
        request.from = likelyOrigin(mesh, request);
    result.json = {{u"schema"_s, u"meshdraft.explain/1"_s},
                   {u"environment"_s, jsonText(result.environment)},
                   {u"request"_s, requestJson(request)}};
    QJsonArray replaced;
    for (const std::string& name : question.replaced)
        replaced.append(jsonText(name));
    result.json[u"replaced"_s] = replaced;
    if (!asksOnlyWhy) {
        const traffic::Answer answer = mesh.evaluate(request);
        addAnswer(result.json, mesh.view(), answer, result.environment);
        result.text = answerReport(mesh.view(), request, answer);
        result.isRefused = cli::isRefused(answer);
        result.isCallerMissing = std::ranges::any_of(answer.steps, [](const traffic::Step& step) {
            return step.code == "caller.notFound" || step.code == "caller.gatewayNotFound";
        });
    }
    if (question.symptom) {
        const auto causes = traffic::causesOf(mesh, *question.symptom);
        result.json[u"causes"_s] = causesJson(mesh.view(), causes, result.environment);
        result.text += (result.text.isEmpty() ? QString() : u"\n"_s) + causesReport(mesh.view(), causes);
        result.isRefused = result.isRefused || !causes.empty();
    }
    return result;
}

} // namespace

int explainCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says what the mesh does to one request, step by step, or why requests end as an access log shows.\n"
        "Ends with 1 where the request does not arrive."_s);
    addCommonOptions(parser);
    addRequestContent(parser);
    parser.addOptions({
        {u"from"_s, u"Who calls: NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, namespace:NAMESPACE or outside."_s,
         u"CALLER"_s},
        {u"host"_s, u"The host as the caller names it."_s, u"HOST"_s},
        {u"port"_s, u"Its port (default: that of the host or scheme)."_s, u"PORT"_s},
        {u"source-principal"_s, u"Identity of the caller; default: that of the workload."_s, u"PRINCIPAL"_s},
        {u"source-ip"_s, u"Address of the caller."_s, u"IP"_s},
        {u"address"_s, u"Address that the caller connects to; default: what the host resolves to."_s, u"IP"_s},
        {u"protocol"_s, u"http (default), http2, grpc or tcp."_s, u"PROTOCOL"_s},
        {u"tls"_s, u"The caller encrypts by itself."_s},
        {u"sni"_s, u"Server name of the caller's TLS; default: the host."_s, u"NAME"_s},
        {u"curl"_s, u"The request as a curl command."_s, u"TEXT"_s},
        {u"log"_s, u"The request as a line of an access log: causes are ranked."_s, u"LINE"_s},
        {u"why"_s, u"Rank the causes for which such requests do not arrive."_s},
        {u"flag"_s, u"The response flag that was seen (NC, UF, …): causes are ranked."_s, u"FLAG"_s},
        {u"status"_s, u"The status that was seen."_s, u"CODE"_s},
        {u"details"_s, u"The response_code_details that were seen."_s, u"TEXT"_s},
        {u"format"_s, u"text (default) or json."_s, u"FORMAT"_s, u"text"_s},
    });
    if (const auto code = parse(parser, u"explain"_s, arguments))
        return *code;
    const QString format = parser.value(u"format"_s);
    if (format != "text"_L1 && format != "json"_L1) {
        complain(u"Unknown format '%1': text or json."_s.arg(shownText(format)));
        return WrongUsage;
    }
    if (!parser.positionalArguments().isEmpty()) {
        complain(u"Expected no further words; a pasted text is one word in quotes behind --curl or --log."_s);
        return WrongUsage;
    }
    const auto question = questionOf(parser);
    if (!question) {
        complain(question.error());
        return WrongUsage;
    }
    const auto snapshots = openSnapshots(commonOptions(parser));
    if (snapshots.empty())
        return UnreadableInput;
    std::vector<Result> results;
    for (const auto& snapshot : snapshots)
        results.push_back(explain(*snapshot, *question, parser.isSet(u"curl"_s)));
    if (std::ranges::all_of(results, &Result::isCallerMissing)) {
        complain(u"There is no caller %1 in the files."_s.arg(
            workspace::printable(traffic::originName(question->request.from))));
        return WrongUsage;
    }
    if (format == "json"_L1) {
        QJsonObject root = results.front().json;
        if (results.size() > 1) {
            QJsonArray all;
            for (const Result& result : results)
                all.append(result.json);
            root = {{u"schema"_s, u"meshdraft.explain/1"_s}, {u"environments"_s, all}};
        }
        writeOut(QJsonDocument(root).toJson());
    } else {
        QString text;
        for (const Result& result : results) {
            if (results.size() > 1)
                text += (text.isEmpty() ? u"# "_s : u"\n# "_s) + workspace::printable(result.environment) + u'\n';
            text += result.text;
        }
        writeOut(text.toUtf8());
    }
    return std::ranges::any_of(results, &Result::isRefused) ? Differences : Fine;
}

} // namespace meshdraft::cli
