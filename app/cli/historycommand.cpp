// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli history: the commits that change what a resource, a host or a mesh means.
#include "app/cli/undooptions.h"

#include "models/changes/dependencies.h"
#include "models/changes/statements.h"
#include "models/workspace/historyjob.h"
#include "models/workspace/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using workspace::MeaningfulCommit;
using workspace::printable;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QDateTime timeOf(const git::Signature& who)
{
    constexpr int secondsOfMinute = 60;
    return QDateTime::fromSecsSinceEpoch(who.seconds, QTimeZone::fromSecondsAheadOfUtc(who.zone * secondsOfMinute));
}

void writeCommit(const MeaningfulCommit& found)
{
    constexpr qsizetype shortId = 12;
    const auto& commit = found.commit;
    auto out = u"%1 %2 %3 %4: %5\n"_s.arg(commit.id.first(shortId), timeOf(commit.author).date().toString(Qt::ISODate),
                                          text(changes::tierName(found.change.tier)).leftJustified(6),
                                          printable(commit.author.name.toStdString()),
                                          printable(commit.subject.toStdString()));
    for (const auto& change : found.change.resources) {
        const auto& resource = resourceOf(change);
        out += u"  %1 %2 (%3)\n"_s.arg(text(changes::operationName(change.operation)),
                                       printable(changes::kindAndName(resource.key)), printable(resource.source.path));
        for (const auto& statement : change.statements)
            out += u"    "_s + workspace::statementText(statement) + u'\n';
        for (const auto& reason : change.reasons)
            out += u"    why: "_s + workspace::reasonText(reason) + u'\n';
    }
    writeOut(out.toUtf8());
}

QJsonObject jsonOf(const MeaningfulCommit& found)
{
    QJsonArray changed;
    for (const auto& change : found.change.resources) {
        QJsonArray statements;
        for (const auto& statement : change.statements)
            statements.append(workspace::statementText(statement));
        QJsonArray reasons;
        for (const auto& reason : change.reasons) {
            reasons.append(QJsonObject{{u"rule"_s, text(reason.rule)},
                                       {u"tier"_s, text(changes::tierName(reason.tier))},
                                       {u"text"_s, workspace::reasonText(reason)}});
        }
        const auto& resource = resourceOf(change);
        changed.append(QJsonObject{{u"kind"_s, text(resource.key.kind)},
                                   {u"namespace"_s, text(resource.key.ns)},
                                   {u"name"_s, text(resource.key.name)},
                                   {u"file"_s, text(resource.source.path)},
                                   {u"op"_s, text(changes::operationName(change.operation))},
                                   {u"tier"_s, text(changes::tierName(change.tier))},
                                   {u"statements"_s, statements},
                                   {u"reasons"_s, reasons}});
    }
    const auto& commit = found.commit;
    return {{u"commit"_s, commit.id},
            {u"author"_s, commit.author.name},
            {u"time"_s, timeOf(commit.author).toString(Qt::ISODate)},
            {u"subject"_s, commit.subject},
            {u"tier"_s, text(changes::tierName(found.change.tier))},
            {u"changes"_s, changed}};
}

struct Asked {
    workspace::HistorySubject subject;
    int limit = 0;
    bool json = false;
};

std::optional<Asked> askedFor(const QCommandLineParser& parser)
{
    const auto refused = [](const QString& why) {
        complain(why);
        return std::nullopt;
    };
    Asked asked;
    const auto format = parser.value(u"format"_s);
    if (format != "text"_L1 && format != "json"_L1)
        return refused(u"Unknown format '%1': text or json."_s.arg(printable(format.toStdString())));
    asked.json = format == "json"_L1;
    bool isNumber = true;
    asked.limit = parser.isSet(u"limit"_s) ? parser.value(u"limit"_s).toInt(&isNumber) : 0;
    if (!isNumber || asked.limit < 0)
        return refused(u"--limit takes a number of commits."_s);
    const auto words = parser.positionalArguments();
    asked.subject.host = parser.value(u"host"_s).toStdString();
    asked.subject.ns = parser.value(u"n"_s).toStdString();
    if (words.size() > 1 || (!words.isEmpty() && parser.isSet(u"host"_s)))
        return refused(u"Expected one resource, or --host HOST, or neither for the whole mesh."_s);
    if (!words.isEmpty()) {
        const auto name = anyResourceName(words.front());
        if (name.kind.empty()) {
            return refused(u"'%1' names no resource; expected KIND/NAME, for example virtualservice/reviews."_s.arg(
                printable(words.front().toStdString())));
        }
        asked.subject.kind = name.kind;
        asked.subject.name = name.name;
    }
    return asked;
}

/// Narrows the subject to the environment that is asked for; the exit code where that cannot be done.
std::optional<int> narrow(workspace::HistorySubject& subject, const CommonOptions& options)
{
    const auto snapshots = openSnapshots(options);
    if (snapshots.empty())
        return UnreadableInput;
    for (const auto& snapshot : snapshots) {
        if (!subject.isResource()) {
            workspace::addEnvironment(subject, *snapshot);
            continue;
        }
        for (const auto& resource : snapshot->graph->resources()) {
            const auto path = resource->locate().path;
            if (resource->key.kind == subject.kind && resource->key.name == subject.name
                && (subject.ns.empty() || resource->key.ns == subject.ns)
                && !std::ranges::contains(subject.paths, path))
                subject.paths.push_back(path);
        }
    }
    // without a path it would be looked for everywhere
    if (subject.isResource() && subject.paths.empty())
        return refuse({.code = "history.noSuchResource", .args = {subject.kind, subject.name}, .where = {}});
    return std::nullopt;
}

} // namespace

int historyCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The commits that change the meaning of a resource, of a host or of the whole mesh, the newest first: each\n"
        "with what it changes in words, and its risk. What only changes the layout of the text is left out."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {u"host"_s, u"Instead of a resource: everything that names this host."_s, u"HOST"_s},
        {{u"n"_s, u"namespace"_s}, u"The namespace of the resource or host (default: any)."_s, u"NS"_s},
        {u"limit"_s, u"Stop after this many commits."_s, u"N"_s},
        {u"format"_s, u"text (default) or json."_s, u"FORMAT"_s, u"text"_s},
    });
    parser.addPositionalArgument(u"RESOURCE"_s, u"KIND/NAME, as virtualservice/reviews."_s, u"[RESOURCE]"_s);
    if (const auto code = parse(parser, u"history"_s, arguments))
        return *code;
    auto asked = askedFor(parser);
    if (!asked)
        return WrongUsage;
    const auto options = commonOptions(parser);
    if (!options.environment.empty() && options.environment != "all") {
        if (const auto code = narrow(asked->subject, options))
            return *code;
    }
    const auto repository = git::Repository::open(options.repository);
    if (!repository)
        return refuse(repository.error());
    workspace::MeshHistoryOptions wanted;
    if (!options.revision.isEmpty())
        wanted.revision = options.revision;
    wanted.limit = asked->limit;
    workspace::ParseCache cache;
    QJsonArray commits;
    const auto ended =
        workspace::historyOfMeaning(*repository, asked->subject, wanted, cache, [&](const MeaningfulCommit& found) {
            if (asked->json)
                commits.append(jsonOf(found));
            else
                writeCommit(found);
            return true;
        });
    if (!ended)
        return refuse(ended.error());
    if (asked->json) {
        const QJsonObject root{{u"schema"_s, u"meshdraft.history/1"_s},
                               {u"commits"_s, commits},
                               {u"complete"_s, ended->isComplete},
                               {u"looked"_s, ended->looked}};
        writeOut(QJsonDocument(root).toJson());
    }
    return Fine;
}

} // namespace meshdraft::cli
