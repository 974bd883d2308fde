// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli runbook: how a change is made by hand in an emergency, and the records of such changes.
#include "app/cli/trafficoutput.h"
#include "app/cli/undooptions.h"

#include "models/workspace/parsecache.h"
#include "models/workspace/runbook.h"
#include "models/workspace/words.h"

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using workspace::printable;

/// The open records, the most urgent first; 1 where a deadline has passed.
int listOpen(const git::Repository& repository)
{
    const auto records = workspace::openRecords(repository);
    const auto now = QDateTime::currentDateTimeUtc();
    bool isLate = false;
    for (const auto& record : records.open) {
        const int hours = record.hoursLeft(now);
        isLate = isLate || hours < 0;
        const auto left = hours < 0 ? u"%1 h late"_s.arg(-hours) : u"%1 h left"_s.arg(hours);
        writeOut(u"%1  %2  %3 (%4)\n"_s
                     .arg(left.leftJustified(10), printable(record.path), printable(record.what.toStdString()),
                          printable(record.who.toStdString()))
                     .toUtf8());
    }
    for (const auto& error : records.errors)
        complain(workspace::errorText(error));
    return isLate || !records.errors.empty() ? Differences : Fine;
}

} // namespace

int runbookCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes the runbook for making a change by hand when the pull request cannot be waited for, as Markdown:\n"
        "kubectl for exactly its resources, what to stop, how to check it, the way back. Nothing is run."_s);
    parser.addOptions({
        {u"repo"_s, u"The repository, or a directory in it (default: the current directory)."_s, u"DIR"_s, u"."_s},
        {u"env"_s, u"The environment: a name, a directory or file of the repository."_s, u"NAME"_s},
        {u"o"_s, u"Write to this file instead of standard output."_s, u"FILE"_s},
        {u"record"_s, u"Also write an emergency record into the working tree, open for 24 hours."_s},
        {u"open"_s, u"Instead: list the open emergency records. Ends with 1 where a deadline has passed."_s},
        {u"close"_s, u"Instead: mark this emergency record as closed."_s, u"FILE"_s},
    });
    parser.addPositionalArgument(u"RANGE"_s, u"BASE..HEAD."_s, u"[BASE..HEAD]"_s);
    if (const auto code = parse(parser, u"runbook"_s, arguments))
        return *code;
    const auto words = parser.positionalArguments();
    const bool isOther = parser.isSet(u"open"_s) || parser.isSet(u"close"_s);
    const auto dots = words.value(0).indexOf(".."_L1);
    if (words.size() != (isOther ? 0 : 1) || (!isOther && (dots < 0 || words.front().contains("..."_L1)))) {
        complain(u"Expected one range, as main..hotfix, or --open, or --close FILE."_s);
        return WrongUsage;
    }
    const auto repository = git::Repository::open(parser.value(u"repo"_s));
    if (!repository)
        return refuse(repository.error());
    if (parser.isSet(u"open"_s))
        return listOpen(*repository);
    if (parser.isSet(u"close"_s)) {
        const auto closed = workspace::closeRecord(*repository, parser.value(u"close"_s).toStdString());
        return closed ? Fine : refuse(closed.error());
    }
    const auto end = [](const QString& written) { return written.isEmpty() ? u"HEAD"_s : written; };
    auto runbook =
        workspace::readRunbook(*repository, end(words.front().first(dots)), end(words.front().sliced(dots + 2)),
                               parser.value(u"env"_s).toStdString(), std::make_shared<workspace::ParseCache>());
    if (!runbook)
        return refuse(runbook.error());
    if (parser.isSet(u"record"_s)) {
        const auto who = repository->identity();
        if (!who)
            return refuse(who.error());
        auto record = workspace::recordOf(*runbook, *who, QDateTime::currentDateTimeUtc());
        if (const auto written = workspace::writeRecord(*repository, record); !written)
            return refuse(written.error());
        complain(u"Wrote the record %1."_s.arg(printable(record.path)));
        runbook->record = std::move(record);
    }
    return writeResult(parser.value(u"o"_s), workspace::runbookMarkdown(*runbook).toUtf8()) ? Fine : UnreadableInput;
}

} // namespace meshdraft::cli
