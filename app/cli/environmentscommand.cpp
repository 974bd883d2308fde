// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli environments: what there is to look at.
#include "app/cli/commandline.h"

#include "models/git/remotes.h"
#include "models/mesh/targetversion.h"
#include "models/workspace/environmentwords.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// One line of the list.
struct Row {
    mesh::Environment environment;
    std::optional<Error> error;
    bool isRead = false; ///< its resources are counted
    mesh::Target target;
};

QString text(const std::string& bytes)
{
    return QString::fromStdString(bytes);
}

QString kindText(const Row& row)
{
    switch (row.environment.kind) {
    case mesh::EnvironmentKind::Directory:
        return u"directory"_s;
    case mesh::EnvironmentKind::KustomizeBase:
        return u"kustomize-files"_s;
    case mesh::EnvironmentKind::KustomizeRoot:
        return u"kustomize"_s;
    case mesh::EnvironmentKind::File:
        return u"file"_s;
    }
    return {};
}

Row readRow(const workspace::SnapshotPtr& snapshot, const mesh::Environment& environment,
            const mesh::ProjectFile& project, bool renders)
{
    Row row{.environment = environment, .error = environment.error, .isRead = false, .target = {}};
    mesh::MeshGraphPtr graph;
    if (row.error) {
        // nothing to read
    } else if (environment.kind != mesh::EnvironmentKind::KustomizeRoot) {
        graph = mesh::buildGraph(snapshot->saved, environment);
    } else if (renders) {
        if (const auto rendered = workspace::withEnvironment(*snapshot, environment.name)) {
            graph = (*rendered)->savedGraph;
            row.environment = (*rendered)->environment;
        } else {
            row.error = rendered.error();
        }
    }
    row.isRead = graph != nullptr;
    row.target = mesh::targetOf(graph.get(), snapshot->saved, row.environment, project);
    return row;
}

QByteArray writeTable(const std::vector<Row>& rows, const std::vector<Error>& problems)
{
    std::vector<QStringList> lines{{u"NAME"_s, u"KIND"_s, u"RESOURCES"_s, u"ISTIO"_s, u"DATA PLANE"_s}};
    for (const Row& row : rows) {
        lines.push_back({workspace::printable(row.environment.name), kindText(row),
                         row.isRead ? QString::number(row.environment.resources) : u"-"_s,
                         workspace::versionText(row.target.version), workspace::dataPlaneText(row.target.dataPlane)});
    }
    std::vector<qsizetype> widths(static_cast<std::size_t>(lines.front().size()));
    for (const QStringList& line : lines) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], line[static_cast<qsizetype>(i)].size());
    }
    QString out;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i)
            line += lines[n][static_cast<qsizetype>(i)].leftJustified(widths[i] + 2);
        out += line.trimmed() + u'\n';
        if (n == 0)
            continue;
        const Row& row = rows[n - 1];
        for (const mesh::Delivery& delivery : row.environment.deliveredBy) {
            out += u"    %1. %2\n"_s.arg(workspace::deliveryText(delivery),
                                         workspace::deliveryDetails(delivery).join(u' '));
        }
        if (row.error) {
            out += u"    error: %1\n"_s.arg(workspace::errorText(*row.error));
        } else if (!row.isRead) {
            out += u"    Not rendered; --render does that.\n"_s;
        }
        // of one environment everything, of many where the answer comes from
        for (const QString& detail :
             rows.size() == 1 ? workspace::targetDetails(row.target) : workspace::targetSources(row.target))
            out += u"    "_s + detail + u'\n';
    }
    if (!problems.empty())
        out += u"\nDelivered, and not in this list:\n"_s;
    for (const Error& problem : problems)
        out += u"    %1\n"_s.arg(workspace::errorText(problem));
    return out.toUtf8();
}

QJsonObject placeObject(const Location& where)
{
    return {{u"file"_s, text(where.path)},
            {u"line"_s, static_cast<qint64>(where.line)},
            {u"column"_s, static_cast<qint64>(where.column)}};
}

QJsonObject errorObject(const Error& error)
{
    auto object = placeObject(error.where);
    object[u"code"_s] = text(error.code);
    object[u"message"_s] = workspace::sentence(error.code, error.args);
    return object;
}

QString knowledgeName(mesh::Knowledge knowledge)
{
    switch (knowledge) {
    case mesh::Knowledge::Found:
        return u"found"_s;
    case mesh::Knowledge::Stated:
        return u"stated"_s;
    case mesh::Knowledge::FoundElsewhere:
        return u"found-outside"_s;
    case mesh::Knowledge::Assumed:
        return u"assumed"_s;
    }
    return {};
}

QJsonObject versionObject(const mesh::TargetVersion& version)
{
    QJsonArray versions;
    for (const auto& one : version.versions)
        versions.append(text(one.text()));
    QJsonArray findings;
    for (const auto& finding : version.findings) {
        auto object = placeObject(finding.where);
        object[u"version"_s] = text(finding.version.text());
        object[u"written"_s] = text(finding.written);
        object[u"of"_s] = text(finding.what);
        findings.append(object);
    }
    QJsonObject object{{u"versions"_s, versions},
                       {u"known"_s, knowledgeName(version.knowledge)},
                       {u"contradicted"_s, version.isContradicted()},
                       {u"findings"_s, findings}};
    if (version.stated) {
        auto stated = placeObject(version.statedAt);
        stated[u"version"_s] = text(version.stated->text());
        object[u"stated"_s] = stated;
    }
    return object;
}

QJsonObject dataPlaneObject(const mesh::TargetDataPlane& dataPlane)
{
    QJsonArray findings;
    for (const auto& finding : dataPlane.findings) {
        auto object = placeObject(finding.where);
        object[u"mode"_s] = text(std::string(mesh::dataPlaneModeName(finding.mode)));
        object[u"of"_s] = text(finding.what);
        findings.append(object);
    }
    QJsonObject object{{u"mode"_s, text(std::string(mesh::dataPlaneModeName(dataPlane.mode)))},
                       {u"known"_s, knowledgeName(dataPlane.knowledge)},
                       {u"findings"_s, findings}};
    if (dataPlane.stated) {
        auto stated = placeObject(dataPlane.statedAt);
        stated[u"mode"_s] = text(std::string(mesh::dataPlaneModeName(*dataPlane.stated)));
        object[u"stated"_s] = stated;
    }
    return object;
}

QJsonObject deliveryObject(const mesh::Delivery& delivery)
{
    QJsonArray dependsOn;
    for (const auto& other : delivery.dependsOn)
        dependsOn.append(text(other));
    QJsonArray notes;
    for (const auto& note : delivery.notes)
        notes.append(workspace::sentence(note.code, note.args));
    auto object = placeObject(delivery.where);
    object[u"tool"_s] = delivery.tool == mesh::DeliveryTool::ArgoCd ? u"argocd"_s : u"flux"_s;
    object[u"kind"_s] = text(delivery.kind);
    object[u"namespace"_s] = text(delivery.ns);
    object[u"name"_s] = text(delivery.name);
    object[u"path"_s] = text(delivery.path);
    object[u"targetNamespace"_s] = text(delivery.targetNamespace);
    object[u"revision"_s] = text(delivery.revision);
    object[u"repository"_s] = text(delivery.repository);
    object[u"repositoryIsAssumed"_s] = delivery.match == mesh::RepositoryMatch::Assumed;
    object[u"dependsOn"_s] = dependsOn;
    object[u"notes"_s] = notes;
    return object;
}

QByteArray writeJson(const std::vector<Row>& rows, const std::vector<Error>& problems)
{
    QJsonArray environments;
    for (const Row& row : rows) {
        QJsonArray deliveredBy;
        for (const auto& delivery : row.environment.deliveredBy)
            deliveredBy.append(deliveryObject(delivery));
        QJsonObject object{{u"environment"_s, text(row.environment.name)},
                           {u"kind"_s, kindText(row)},
                           {u"deliveredBy"_s, deliveredBy},
                           {u"istio"_s, versionObject(row.target.version)},
                           {u"dataPlane"_s, dataPlaneObject(row.target.dataPlane)},
                           {u"resources"_s, QJsonValue::Null}};
        if (row.isRead)
            object[u"resources"_s] = static_cast<qint64>(row.environment.resources);
        if (row.error)
            object[u"error"_s] = errorObject(*row.error);
        environments.append(object);
    }
    QJsonArray notListed;
    for (const Error& problem : problems)
        notListed.append(errorObject(problem));
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.environments/1"_s},
                                     {u"environments"_s, environments},
                                     {u"notListed"_s, notListed}})
        .toJson();
}

/// The environments that are asked for; nothing where there is none of that name.
std::optional<std::vector<mesh::Environment>> wantedOf(const workspace::Snapshot& snapshot, const std::string& name)
{
    if (name.empty() || name == "all")
        return snapshot.environments;
    const auto known = std::ranges::find(snapshot.environments, name, &mesh::Environment::name);
    if (known != snapshot.environments.end())
        return std::vector{*known};
    const auto chosen = mesh::chooseEnvironment(snapshot.saved, snapshot.environments, name);
    if (chosen)
        return std::vector{*chosen};
    complain(workspace::errorText(chosen.error()));
    return std::nullopt;
}

} // namespace

int environmentsCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lists the environments: who delivers them, for which version of Istio and which data plane they are."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"render"_s, u"Render Kustomize roots, to count what is in them and to see that they render."_s},
        {u"format"_s, u"table (default) or json."_s, u"FORMAT"_s, u"table"_s},
    });
    if (const auto code = parse(parser, u"environments"_s, arguments))
        return *code;
    const auto format = parser.value(u"format"_s);
    if ((format != "table"_L1 && format != "json"_L1) || !parser.positionalArguments().isEmpty()) {
        complain(u"Expected --format table or json, and no further words."_s);
        return WrongUsage;
    }
    const auto options = commonOptions(parser);
    const auto snapshot = workspace::openSnapshot(options.repository, options.revision, {});
    if (!snapshot) {
        complain(workspace::errorText(snapshot.error()));
        return UnreadableInput;
    }
    const auto wanted = wantedOf(**snapshot, options.environment);
    if (!wanted)
        return UnreadableInput;
    const bool projectIsFine = complainOfProjectFile(**snapshot);
    const auto project = mesh::readProjectFile((*snapshot)->saved);
    std::vector<Row> rows;
    for (const auto& environment : *wanted)
        rows.push_back(readRow(*snapshot, environment, project, parser.isSet(u"render"_s)));
    const auto remotes = [&] { return git::remoteUrls(*(*snapshot)->repository); };
    const auto problems = mesh::findDeliveries((*snapshot)->saved, remotes).problems;
    writeOut(format == "json"_L1 ? writeJson(rows, problems) : writeTable(rows, problems));
    const bool allFine = std::ranges::none_of(rows, [](const Row& row) { return row.error.has_value(); });
    return projectIsFine && allFine ? Fine : Differences;
}

} // namespace meshdraft::cli
