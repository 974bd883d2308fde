// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli flows: where requests go from each entry, hop by hop.
#include "app/cli/requestoptions.h"
#include "app/cli/trafficoutput.h"

#include "models/traffic/flows.h"
#include "models/traffic/requestfields.h"
#include "models/workspace/flowwords.h"
#include "models/workspace/words.h"

#include <QJsonDocument>

#include <algorithm>
#include <expected>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using mesh::effective::MeshView;
using traffic::Flow;
using traffic::FlowEdge;
using traffic::FlowNode;
using traffic::FlowProblem;

/// The flows of one environment.
struct Part {
    std::string environment;
    traffic::Evaluator mesh;
    std::vector<Flow> flows;
};

/// Calls `take` for every total that does not add up.
template <typename Take> void eachFinding(const std::vector<Part>& parts, Take take)
{
    for (const Part& part : parts) {
        for (const Flow& flow : part.flows) {
            for (const FlowProblem& problem : flow.problems) {
                if (!problem.isNote())
                    take(part, flow, problem);
            }
        }
    }
}

/// Prints one flow as a tree: what a place leads to stands below it, once.
class FlowReport {
public:
    FlowReport(const MeshView& view, const Flow& flow)
        : m_view(view)
        , m_flow(flow)
        , m_isDone(flow.nodes.size())
    {
    }

    QString text()
    {
        m_text = workspace::flowText(m_flow.request) + u'\n';
        addBelow(0, 1);
        return m_text;
    }

private:
    void addBelow(std::size_t node, int depth)
    {
        m_isDone[node] = true;
        for (const FlowEdge& edge : m_flow.edges) {
            if (edge.from != node)
                continue;
            m_text += QString(2 * depth, u' ') + workspace::flowShareText(edge.percent, edge.isExact, edge.isMirror)
                + u"  "_s + workspace::flowNodeText(m_flow.nodes[edge.to]);
            if (const QString place = placeText(m_view, edge.element); !place.isEmpty())
                m_text += u"  ["_s + place + u']';
            const bool isNew = !m_isDone[edge.to];
            m_text += isNew || !leadsOn(edge.to) ? u"\n"_s : u"  (above)\n"_s;
            if (isNew)
                addBelow(edge.to, depth + 1);
        }
    }

    bool leadsOn(std::size_t node) const { return std::ranges::contains(m_flow.edges, node, &FlowEdge::from); }

    const MeshView& m_view;
    const Flow& m_flow;
    std::vector<bool> m_isDone;
    QString m_text;
};

QByteArray writeText(const std::vector<Part>& parts)
{
    QString out;
    for (const Part& part : parts) {
        if (parts.size() > 1)
            out += u"# "_s + workspace::printable(part.environment) + u'\n';
        for (const Flow& flow : part.flows)
            out += FlowReport(part.mesh.view(), flow).text();
    }
    bool isFirst = true;
    eachFinding(parts, [&](const Part& part, const Flow& flow, const FlowProblem& problem) {
        if (std::exchange(isFirst, false))
            out += u"\nWhat does not add up\n"_s;
        const QString place = placeText(part.mesh.view(), problem.element);
        out += u"  "_s + (place.isEmpty() ? QString() : place + u": "_s) + workspace::flowProblemText(problem) + u" ("_s
            + workspace::flowText(flow.request) + u")\n"_s;
    });
    return out.toUtf8();
}

QString kindName(FlowNode::Kind kind)
{
    switch (kind) {
    case FlowNode::Kind::Entry:
        return u"entry"_s;
    case FlowNode::Kind::Destination:
        return u"destination"_s;
    case FlowNode::Kind::Workload:
        return u"workload"_s;
    case FlowNode::Kind::End:
        break;
    }
    return u"end"_s;
}

QJsonObject nodeJson(const FlowNode& node)
{
    QJsonObject object{{u"kind"_s, kindName(node.kind)}};
    switch (node.kind) {
    case FlowNode::Kind::Entry:
    case FlowNode::Kind::Workload:
        object[u"name"_s] = jsonText(traffic::originName(node.origin));
        break;
    case FlowNode::Kind::Destination:
        object[u"host"_s] = jsonText(node.host);
        object[u"port"_s] = static_cast<qint64>(node.port);
        object[u"subset"_s] = jsonText(node.subset);
        break;
    case FlowNode::Kind::End:
        object[u"verdict"_s] = jsonText(traffic::verdictName(node.verdict));
        break;
    }
    return object;
}

QJsonObject problemJson(const MeshView& view, const FlowProblem& problem)
{
    QJsonObject object{{u"code"_s, jsonText(problem.code)}, {u"message"_s, workspace::flowProblemText(problem)}};
    addElement(object, view, problem.element);
    return object;
}

QJsonObject flowJson(const Part& part, const Flow& flow)
{
    QJsonArray nodes;
    for (const FlowNode& node : flow.nodes)
        nodes.append(nodeJson(node));
    QJsonArray edges;
    for (const FlowEdge& edge : flow.edges) {
        QJsonObject object{{u"from"_s, static_cast<qint64>(edge.from)},
                           {u"to"_s, static_cast<qint64>(edge.to)},
                           {u"percent"_s, edge.percent},
                           {u"exact"_s, edge.isExact},
                           {u"copies"_s, edge.isMirror},
                           {u"called"_s, jsonText(edge.host)}};
        addElement(object, part.mesh.view(), edge.element);
        edges.append(object);
    }
    QJsonArray notes;
    for (const FlowProblem& problem : flow.problems) {
        if (problem.isNote())
            notes.append(problemJson(part.mesh.view(), problem));
    }
    return {{u"environment"_s, jsonText(part.environment)},
            {u"request"_s, requestJson(flow.request)},
            {u"lost"_s, flow.lostPercent()},
            {u"nodes"_s, nodes},
            {u"edges"_s, edges},
            {u"notes"_s, notes}};
}

QByteArray writeJson(const std::vector<Part>& parts)
{
    QJsonArray flows;
    for (const Part& part : parts) {
        for (const Flow& flow : part.flows)
            flows.append(flowJson(part, flow));
    }
    QJsonArray findings;
    eachFinding(parts, [&](const Part& part, const Flow& flow, const FlowProblem& problem) {
        QJsonObject object = problemJson(part.mesh.view(), problem);
        object[u"environment"_s] = jsonText(part.environment);
        object[u"entry"_s] = jsonText(traffic::originName(flow.request.from));
        object[u"host"_s] = jsonText(flow.request.host);
        findings.append(object);
    });
    return QJsonDocument(
               QJsonObject{{u"schema"_s, u"meshdraft.flows/1"_s}, {u"flows"_s, flows}, {u"findings"_s, findings}})
        .toJson();
}

std::expected<traffic::FlowQuery, QString> queryOf(const QCommandLineParser& parser)
{
    traffic::FlowQuery query;
    for (const QString& entry : parser.values(u"from"_s)) {
        const auto origin = traffic::originFrom(entry.toStdString());
        if (!origin) {
            return std::unexpected(u"'%1' is no entry: expected NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, "
                                   "namespace:NAMESPACE or outside."_s.arg(shownText(entry)));
        }
        query.entries.push_back(*origin);
    }
    for (const QString& host : parser.values(u"host"_s))
        query.hosts.push_back(host.toStdString());
    if (hasRequestContent(parser)) {
        query.kind.emplace();
        if (const auto read = readRequestContent(parser, *query.kind); !read)
            return std::unexpected(read.error());
    }
    return query;
}

/// True where the entry of a flow is not in the files.
bool isEntryMissing(const traffic::Evaluator& mesh, const Flow& flow)
{
    return std::ranges::any_of(mesh.evaluate(flow.request).steps, [](const traffic::Step& step) {
        return step.code == "caller.notFound" || step.code == "caller.gatewayNotFound";
    });
}

} // namespace

int flowsCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Says where requests go, hop by hop: of 100 that enter at each gateway host and "
                                     u"each declared caller, how many "
                                     "pass each place.\nEnds with 1 where totals do not add up."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"from"_s,
         u"Only from here: NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, namespace:NAMESPACE or outside; several are "
         "allowed."_s,
         u"ENTRY"_s},
        {u"host"_s, u"Only requests to this host; several are allowed."_s, u"HOST"_s},
        {u"format"_s, u"text (default) or json."_s, u"FORMAT"_s, u"text"_s},
    });
    addRequestContent(parser);
    if (const auto code = parse(parser, u"flows"_s, arguments))
        return *code;
    const QString format = parser.value(u"format"_s);
    if ((format != "text"_L1 && format != "json"_L1) || !parser.positionalArguments().isEmpty()) {
        complain(u"Expected --format text or json, and no further words."_s);
        return WrongUsage;
    }
    const auto query = queryOf(parser);
    if (!query) {
        complain(query.error());
        return WrongUsage;
    }
    const auto snapshots = openSnapshots(commonOptions(parser));
    if (snapshots.empty())
        return UnreadableInput;
    std::vector<Part> parts;
    for (const auto& snapshot : snapshots) {
        traffic::Evaluator mesh = evaluatorOf(*snapshot);
        std::vector<Flow> flows = traffic::flowsOf(mesh, *query);
        std::erase_if(flows, [&](const Flow& flow) { return isEntryMissing(mesh, flow); });
        parts.push_back({snapshot->environment.name, std::move(mesh), std::move(flows)});
    }
    const bool isAsked = !query->entries.empty() || !query->hosts.empty();
    if (isAsked && std::ranges::all_of(parts, [](const Part& part) { return part.flows.empty(); })) {
        complain(u"No requests enter there: there is no such entry in the files, or nothing says what it calls. With "
                 "--from and --host both are taken as they are."_s);
        return WrongUsage;
    }
    writeOut(format == "json"_L1 ? writeJson(parts) : writeText(parts));
    bool hasFindings = false;
    eachFinding(parts, [&](const Part&, const Flow&, const FlowProblem&) { hasFindings = true; });
    return hasFindings ? Differences : Fine;
}

} // namespace meshdraft::cli
