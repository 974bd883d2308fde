// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli analyze: findings of all checks.
#include "app/cli/analyzeinput.h"
#include "app/cli/findingformats.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/flowfindings.h"

#include <algorithm>
#include <iterator>

#include "models/workspace/looseinput.h"

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// Findings of one environment, those of its flows behind those of the checks, narrowed to the codes asked for.
std::vector<checks::Finding> wanted(const workspace::Snapshot& snapshot, const QStringList& codes)
{
    const auto isWanted = [&](std::string_view code) {
        return codes.isEmpty()
            || codes.contains(QLatin1StringView(code.data(), static_cast<qsizetype>(code.size())), Qt::CaseInsensitive);
    };
    checks::Findings flows;
    if (snapshot.effective && isWanted(workspace::flowCode))
        flows = workspace::flowFindings(snapshot.effective->evaluator());
    std::vector<checks::Finding> findings;
    for (const checks::Findings& part : {snapshot.findings, flows}) {
        std::ranges::copy_if(part, std::back_inserter(findings),
                             [&](const checks::Finding& finding) { return isWanted(finding.code); });
    }
    return findings;
}

/// The lowest severity that makes the command fail; nothing for "never".
std::optional<std::optional<checks::Severity>> thresholdOf(const QString& text)
{
    if (text == "never"_L1)
        return std::optional<checks::Severity>();
    for (auto severity : {checks::Severity::Error, checks::Severity::Warning, checks::Severity::Info}) {
        if (text.toStdString() == checks::severityName(severity))
            return std::optional(severity);
    }
    return std::nullopt;
}

} // namespace

int analyzeCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Prints the findings of all checks, from files alone."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"mesh-config"_s, u"Take the MeshConfig in FILE instead of what the files say."_s, u"FILE"_s},
        {u"only"_s, u"Only these codes, separated by commas."_s, u"CODES"_s},
        {u"fail-on"_s, u"Exit with 1 from this severity on: error (default), warning, info, never."_s, u"SEVERITY"_s,
         u"error"_s},
        {u"format"_s, u"text (default), json, sarif or github."_s, u"FORMAT"_s, u"text"_s},
    });
    parser.addPositionalArgument(u"PATH"_s,
                                 u"Directories, each a mesh of its own; files, and - for standard input, "
                                 "one mesh together."_s,
                                 u"[PATH...]"_s);
    if (const auto code = parse(parser, u"analyze"_s, arguments))
        return *code;

    const auto format = parser.value(u"format"_s);
    const auto* writer = formatNamed(format);
    const auto threshold = thresholdOf(parser.value(u"fail-on"_s));
    if (writer == nullptr || !threshold) {
        complain(writer == nullptr
                     ? u"Unknown format '%1': text, json, sarif or github."_s.arg(format)
                     : u"Unknown severity '%1': error, warning, info or never."_s.arg(parser.value(u"fail-on"_s)));
        return WrongUsage;
    }

    const auto codes = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    const auto configPath = parser.value(u"mesh-config"_s);
    const auto config = configPath.isEmpty() ? nullptr : readMeshConfigFile(configPath);
    if (!configPath.isEmpty() && !config)
        return UnreadableInput;
    const auto snapshots = openMeshes(commonOptions(parser), parser.isSet(u"repo"_s), parser.positionalArguments());
    if (snapshots.empty())
        return UnreadableInput;
    Report report;
    for (auto snapshot : snapshots) {
        if (config)
            snapshot = workspace::withMeshConfig(*snapshot, configPath.toStdString(), config);
        report.add(*snapshot, wanted(*snapshot, codes));
    }
    writeOut(writer->write(report));
    if (!*threshold)
        return Fine;
    return report.hasAtLeast(**threshold) ? Differences : Fine;
}

} // namespace meshdraft::cli
