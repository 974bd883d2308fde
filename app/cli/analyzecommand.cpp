// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli analyze: findings of all checks.
#include "app/cli/analyzefix.h"
#include "app/cli/commandline.h"
#include "app/cli/findingformats.h"

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

/// A PATH argument is an environment of its own: a directory or file, in the repository that holds it.
std::vector<CommonOptions> targetsOf(const CommonOptions& common, bool repositoryIsGiven, const QStringList& paths)
{
    if (paths.isEmpty())
        return {common};
    std::vector<CommonOptions> targets;
    for (const auto& path : paths) {
        auto target = common;
        target.environment =
            environmentOfPath(path, repositoryIsGiven ? common.repository : QString(), target.repository);
        targets.push_back(target);
    }
    return targets;
}

} // namespace

int analyzeCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Prints the findings of all checks, from files alone."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"only"_s, u"Only these codes, separated by commas."_s, u"CODES"_s},
        {u"fail-on"_s, u"Exit with 1 from this severity on: error (default), warning, info, never."_s, u"SEVERITY"_s,
         u"error"_s},
        {u"format"_s, u"text (default), json, sarif or github."_s, u"FORMAT"_s, u"text"_s},
    });
    addWritingOptions(parser);
    parser.addPositionalArgument(u"PATH"_s, u"Directories or files to look at, each as a mesh of its own."_s,
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
    Report report;
    for (const auto& target : targetsOf(commonOptions(parser), parser.isSet(u"repo"_s), parser.positionalArguments())) {
        auto snapshots = openSnapshots(target);
        if (snapshots.empty())
            return UnreadableInput;
        if (fixes || writesBaseline) {
            auto written = fixes ? fixFindings(snapshots, codes, parser.isSet(u"dry-run"_s)) : writeBaseline(snapshots);
            if (!written.isFine)
                return Differences;
            snapshots = std::move(written.after);
        }
        for (const auto& snapshot : snapshots)
            report.add(*snapshot, codes, writer->hasFixes && !fixes);
    }
    if (!fixes && !writesBaseline)
        writeOut(writer->write(report));
    if (!*threshold)
        return Fine;
    return report.hasAtLeast(**threshold) ? Differences : Fine;
}

} // namespace meshdraft::cli
