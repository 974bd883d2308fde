// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli matrix: settings of hosts and resources over environments.
#include "app/cli/commandline.h"
#include "app/cli/matrixformats.h"

#include "models/matrix/settings.h"
#include "models/workspace/environmentgraphs.h"
#include "models/workspace/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// The settings and fields that are asked for.
Expected<matrix::Query> queryOf(const QCommandLineParser& parser)
{
    matrix::Query query;
    for (const auto& setting : parser.values(u"setting"_s)) {
        query.settings.push_back(setting.toStdString());
        if (!matrix::isSettingPattern(query.settings.back()))
            return std::unexpected(
                Error{.code = "matrix.unknownSetting", .args = {query.settings.back()}, .where = {}});
    }
    for (const auto& field : parser.values(u"field"_s)) {
        auto parsed = matrix::parseField(field.toStdString());
        if (!parsed)
            return std::unexpected(parsed.error());
        query.fields.push_back(std::move(*parsed));
    }
    query.host = parser.value(u"host"_s).toStdString();
    query.onlyDifferences = parser.isSet(u"only-differences"_s);
    return query;
}

std::vector<std::string> environmentsOf(const workspace::Snapshot& snapshot, const QStringList& names)
{
    if (names.isEmpty())
        return workspace::comparableEnvironments(snapshot);
    std::vector<std::string> result;
    const auto add = [&](const std::string& name) {
        if (!std::ranges::contains(result, name))
            result.push_back(name);
    };
    for (const auto& name : names) {
        if (name != "all"_L1) {
            add(name.toStdString());
            continue;
        }
        for (const auto& environment : snapshot.environments)
            add(environment.name);
    }
    return result;
}

} // namespace

int matrixCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Puts the settings of every host side by side, a column an environment. Without --env: the environments that\n"
        "are a mesh of their own. Ends with 1 where they differ."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"setting"_s, u"Only this setting; 'route.*' is a group. May be given several times."_s, u"ID"_s},
        {u"field"_s, u"A field of a kind, as VirtualService:spec.http[*].timeout. May be given several times."_s,
         u"KIND:PATH"_s},
        {u"host"_s, u"Only hosts or resources whose name matches, as 'reviews.*'."_s, u"GLOB"_s},
        {u"only-differences"_s, u"Only what differs."_s},
        {u"format"_s, u"table (default), csv, markdown or json."_s, u"FORMAT"_s, u"table"_s},
    });
    if (const auto code = parse(parser, u"matrix"_s, arguments))
        return *code;
    const auto* format = matrixFormatNamed(parser.value(u"format"_s));
    if (format == nullptr || !parser.positionalArguments().isEmpty()) {
        complain(format == nullptr ? u"Unknown format '%1': table, csv, markdown or json."_s.arg(
                                         workspace::printable(parser.value(u"format"_s).toStdString()))
                                   : u"Expected no further words; a setting is asked for by --setting."_s);
        return WrongUsage;
    }
    const auto query = queryOf(parser);
    if (!query) {
        complain(workspace::errorText(query.error()));
        return WrongUsage;
    }

    const auto common = commonOptions(parser);
    const auto snapshot = workspace::openSnapshot(common.repository, common.revision, {});
    if (!snapshot) {
        complain(workspace::errorText(snapshot.error()));
        return UnreadableInput;
    }
    const auto names = environmentsOf(**snapshot, parser.values(u"env"_s));
    const auto matrix = matrix::compare(workspace::environmentGraphs(**snapshot, names), *query);
    for (const auto& input : matrix.environments) {
        if (input.error)
            complain(workspace::errorText(*input.error));
    }
    if (matrix.isUnreadable()) {
        if (names.empty())
            complain(u"No environment was found; --env NAME takes a directory or file, too."_s);
        return UnreadableInput;
    }
    if (matrix.environments.size() == 1)
        complain(u"Only one environment is there to look at; --env names others."_s);
    writeOut(format->write(matrix));
    return matrix.differences > 0 ? Differences : Fine;
}

} // namespace meshdraft::cli
