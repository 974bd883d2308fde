// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli reach: who can reach whom.
#include "app/cli/trafficoutput.h"

#include "models/traffic/reach.h"
#include "models/traffic/requestfields.h"
#include "models/workspace/reachwords.h"
#include "models/workspace/words.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using traffic::ReachCell;
using traffic::ReachMatrix;

/// A matrix of one environment.
struct Part {
    std::string environment;
    traffic::Evaluator mesh;
    ReachMatrix matrix;
};

/// Calls `take` for every cell that says something.
template <typename Take> void eachCell(const std::vector<Part>& parts, Take take)
{
    for (const Part& part : parts) {
        for (const traffic::ReachRow& row : part.matrix.rows) {
            for (std::size_t at = 0; at < row.cells.size(); ++at) {
                if (row.cells[at].reach != traffic::Reach::Nothing)
                    take(part, row.caller, part.matrix.targets[at], row.cells[at]);
            }
        }
    }
}

QByteArray writeCsv(const std::vector<Part>& parts)
{
    QByteArray out;
    for (const Part& part : parts)
        out += workspace::reachCsv(part.mesh.view(), part.matrix, part.environment, out.isEmpty());
    return out;
}

QByteArray writeText(const std::vector<Part>& parts)
{
    QString out;
    std::string environment;
    std::string caller;
    eachCell(parts, [&](const Part& part, const auto& origin, const auto& target, const ReachCell& cell) {
        if (parts.size() > 1 && part.environment != environment) {
            out += u"# "_s + workspace::printable(part.environment) + u'\n';
            environment = part.environment;
            caller.clear();
        }
        if (const std::string name = traffic::originName(origin); name != caller) {
            out += workspace::printable(name) + u'\n';
            caller = name;
        }
        out += u"  %1  %2:%3"_s.arg(jsonText(traffic::reachName(cell.reach)).leftJustified(7),
                                    workspace::printable(target.host), QString::number(target.port));
        if (cell.reach != traffic::Reach::All) {
            out += u"  "_s + workspace::reachReason(cell);
            if (const QString place = placeText(part.mesh.view(), cell.because); !place.isEmpty())
                out += u"  ["_s + place + u']';
        }
        out += u'\n';
    });
    return out.toUtf8();
}

QByteArray writeJson(const std::vector<Part>& parts)
{
    QJsonArray cells;
    eachCell(parts, [&](const Part& part, const auto& caller, const auto& target, const ReachCell& cell) {
        QJsonObject object{{u"environment"_s, jsonText(part.environment)},
                           {u"caller"_s, jsonText(traffic::originName(caller))},
                           {u"host"_s, jsonText(target.host)},
                           {u"port"_s, static_cast<qint64>(target.port)},
                           {u"reach"_s, jsonText(traffic::reachName(cell.reach))},
                           {u"verdict"_s, jsonText(traffic::verdictName(cell.verdict))},
                           {u"decision"_s, jsonText(cell.code)},
                           {u"because"_s, workspace::reachReason(cell)},
                           {u"requests"_s, static_cast<qint64>(cell.requests)},
                           {u"delivered"_s, static_cast<qint64>(cell.delivered)}};
        addElement(object, part.mesh.view(), cell.because);
        if (cell.arrives)
            object[u"arrives"_s] = requestJson(*cell.arrives);
        if (cell.refused)
            object[u"refused"_s] = requestJson(*cell.refused);
        cells.append(object);
    });
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.reach/1"_s}, {u"cells"_s, cells}}).toJson();
}

} // namespace

int reachCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says who can reach whom and why not: every caller and every host, or those that are asked for."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"from"_s, u"Only this caller: NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME or outside; several are allowed."_s,
         u"CALLER"_s},
        {u"to"_s, u"Only this host; several are allowed."_s, u"HOST"_s},
        {u"format"_s, u"text (default), csv or json."_s, u"FORMAT"_s, u"text"_s},
        {{u"o"_s, u"output"_s}, u"Write to this file."_s, u"FILE"_s},
    });
    if (const auto code = parse(parser, u"reach"_s, arguments))
        return *code;
    const QString format = parser.value(u"format"_s);
    if ((format != "text"_L1 && format != "csv"_L1 && format != "json"_L1) || !parser.positionalArguments().isEmpty()) {
        complain(u"Expected --format text, csv or json, and no further words."_s);
        return WrongUsage;
    }
    traffic::ReachQuery query;
    for (const QString& caller : parser.values(u"from"_s)) {
        const auto origin = traffic::originFrom(caller.toStdString());
        if (!origin) {
            complain(u"'%1' is no caller: expected NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME or outside."_s.arg(
                workspace::printable(caller.toStdString())));
            return WrongUsage;
        }
        query.callers.push_back(*origin);
    }
    for (const QString& host : parser.values(u"to"_s))
        query.hosts.push_back(host.toStdString());
    const auto snapshots = openSnapshots(commonOptions(parser));
    if (snapshots.empty())
        return UnreadableInput;
    std::vector<Part> parts;
    for (const auto& snapshot : snapshots) {
        traffic::Evaluator mesh = evaluatorOf(*snapshot);
        ReachMatrix matrix = traffic::reachOf(mesh, query);
        parts.push_back({snapshot->environment.name, std::move(mesh), std::move(matrix)});
    }
    const bool isAsked = !query.callers.empty() || !query.hosts.empty();
    const bool isEmpty = std::ranges::all_of(parts, [](const Part& part) { return part.matrix.rows.empty(); });
    if (isAsked && isEmpty) {
        complain(u"There is no such caller or host in the files."_s);
        return WrongUsage;
    }
    const QByteArray bytes = format == "csv"_L1 ? writeCsv(parts)
        : format == "json"_L1                   ? writeJson(parts)
                                                : writeText(parts);
    return writeResult(parser.value(u"output"_s), bytes) ? Fine : UnreadableInput;
}

} // namespace meshdraft::cli
