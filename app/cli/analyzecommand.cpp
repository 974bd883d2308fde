// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli analyze: findings of all checks.
#include "app/cli/analyzefix.h"
#include "app/cli/analyzeinput.h"
#include "app/cli/findingformats.h"
#include "models/workspace/looseinput.h"

#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

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
    addWritingOptions(parser);
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

    if (const auto wrong = wrongWritingOptions(parser); !wrong.isEmpty()) {
        complain(wrong);
        return WrongUsage;
    }
    const bool fixes = parser.isSet(u"fix"_s);
    const bool writesBaseline = parser.isSet(u"write-baseline"_s);
    std::set<std::string> codes;
    for (const auto& code : parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts))
        codes.insert(code.toUpper().toStdString());
    const auto configPath = parser.value(u"mesh-config"_s);
    const auto config = configPath.isEmpty() ? nullptr : readMeshConfigFile(configPath);
    if (!configPath.isEmpty() && !config)
        return UnreadableInput;
    auto snapshots = openMeshes(commonOptions(parser), parser.isSet(u"repo"_s), parser.positionalArguments());
    if (snapshots.empty())
        return UnreadableInput;
    if (config) {
        for (auto& snapshot : snapshots)
            snapshot = workspace::withMeshConfig(*snapshot, configPath.toStdString(), config);
    }
    if (fixes || writesBaseline) {
        auto written = fixes ? fixFindings(snapshots, codes, parser.isSet(u"dry-run"_s)) : writeBaseline(snapshots);
        if (!written.isFine)
            return Differences;
        snapshots = std::move(written.after);
    }
    Report report;
    for (const auto& snapshot : snapshots)
        report.add(*snapshot, codes, writer->hasFixes && !fixes);
    if (!fixes && !writesBaseline)
        writeOut(writer->write(report));
    if (!*threshold)
        return Fine;
    return report.hasAtLeast(**threshold) ? Differences : Fine;
}

} // namespace meshdraft::cli
