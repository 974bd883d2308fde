// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli rollback: takes back a commit or a range, or goes back to a good commit, as a branch.
#include "app/cli/undooptions.h"

#include "models/changes/statements.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/rollbackoffers.h"
#include "models/workspace/rollbackwords.h"
#include "models/workspace/shelltext.h"
#include "models/workspace/summary.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using workspace::printable;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// What the command line asks for.
struct Asked {
    QString what; ///< a commit or a range
    QString good; ///< go back to it
    workspace::RollbackScope scope;
    std::optional<changes::MergeSide> choice;
    bool json = false;
};

std::optional<Asked> askedFor(const QCommandLineParser& parser)
{
    const auto refused = [](const QString& why) {
        complain(why);
        return std::nullopt;
    };
    using Kind = workspace::RollbackScope::Kind;
    Asked asked;
    const auto words = parser.positionalArguments();
    asked.good = parser.value(u"to"_s);
    if (words.size() != (parser.isSet(u"to"_s) ? 0 : 1))
        return refused(u"Expected one commit or range to take back, or --to COMMIT to go back to."_s);
    asked.what = words.value(0);
    const auto format = parser.value(u"format"_s);
    if (format != "text"_L1 && format != "json"_L1)
        return refused(u"Unknown format '%1': text or json."_s.arg(printable(format.toStdString())));
    asked.json = format == "json"_L1;
    const auto conflicts = parser.value(u"conflicts"_s);
    if (conflicts != "stop"_L1 && conflicts != "restore"_L1 && conflicts != "keep"_L1)
        return refused(u"--conflicts takes stop, restore or keep."_s);
    if (conflicts != "stop"_L1)
        asked.choice = conflicts == "restore"_L1 ? changes::MergeSide::Mine : changes::MergeSide::Theirs;
    if (parser.isSet(u"route"_s) && !parser.isSet(u"only"_s))
        return refused(u"--route names a route of the resource that --only names."_s);
    if (parser.isSet(u"only"_s)) {
        const auto name = anyResourceName(parser.value(u"only"_s));
        if (name.kind.empty()) {
            return refused(u"'%1' names no resource; expected KIND/NAME, for example virtualservice/reviews."_s.arg(
                printable(parser.value(u"only"_s).toStdString())));
        }
        asked.scope = {parser.isSet(u"route"_s) ? Kind::Route : Kind::Resources, name.kind,
                       parser.value(u"n"_s).toStdString(), name.name, parser.value(u"route"_s).toStdString()};
    } else if (parser.isSet(u"n"_s)) {
        asked.scope = {Kind::Resources, {}, parser.value(u"n"_s).toStdString(), {}, {}};
    } else if (parser.isSet(u"mesh-only"_s)) {
        asked.scope.kind = Kind::MeshFiles;
    }
    return asked;
}

/// How a file comes to what it shall be.
const char* wayOf(const workspace::RollbackFile& file)
{
    if (!file.after)
        return "removed";
    if (!file.before)
        return "restored";
    return file.isExact ? "exact" : "merged";
}

QByteArray textOf(const workspace::RollbackPlan& plan, const workspace::Review* review)
{
    constexpr qsizetype shortId = 12;
    auto out = u"Takes back %1 commits, on top of HEAD %2\n"_s.arg(plan.commits.size()).arg(plan.head.first(shortId));
    for (const auto& commit : plan.commits)
        out += u"  %1 %2\n"_s.arg(commit.id.first(shortId), printable(commit.subject.toStdString()));
    out += u"\nFiles\n"_s;
    for (const auto& file : plan.files)
        out += u"  %1 %2\n"_s.arg(QLatin1StringView(wayOf(file)), -8).arg(printable(file.path));
    if (!plan.conflicts.empty())
        out += u"\nChanged by later commits as well\n"_s;
    for (const auto& conflict : plan.conflicts) {
        out += u"  "_s + workspace::errorText(conflict.what) + u'\n';
        for (const auto& [name, place] : {std::pair("before", &conflict.where.mine), {"now", &conflict.where.theirs}}) {
            if (!place->text.empty())
                out += u"    %1: %2\n"_s.arg(QLatin1StringView(name), printable(place->text));
        }
    }
    if (review == nullptr)
        return out.toUtf8();
    const auto* format = reviewFormatNamed(u"text"_s);
    QByteArray bytes = out.toUtf8() + '\n' + format->write({plan.head, {}, {*review}});
    if (const auto order = workspace::orderText(review->order()); !order.isEmpty())
        bytes += "\nOrder: " + order.toUtf8() + '\n';
    return bytes;
}

QByteArray jsonOf(const workspace::RollbackPlan& plan, const workspace::Review* review)
{
    QJsonObject root;
    if (review != nullptr) {
        const auto* format = reviewFormatNamed(u"json"_s);
        root = QJsonDocument::fromJson(format->write({plan.head, {}, {*review}})).object();
        QJsonArray steps;
        for (const auto& step : review->order()) {
            QJsonArray names;
            for (const auto* change : step.resources)
                names.append(text(changes::kindAndName((change->after ? change->after : change->before)->key)));
            steps.append(names);
        }
        root[u"order"_s] = steps;
        root.remove(u"head"_s);
    }
    root[u"schema"_s] = u"meshdraft.rollback/1"_s;
    root[u"base"_s] = plan.head;
    root[u"from"_s] = plan.request.after;
    root[u"to"_s] = plan.request.before;
    QJsonArray commits;
    for (const auto& commit : plan.commits)
        commits.append(QJsonObject{{u"commit"_s, commit.id}, {u"subject"_s, commit.subject}});
    root[u"commits"_s] = commits;
    QJsonArray files;
    for (const auto& file : plan.files) {
        files.append(QJsonObject{
            {u"path"_s, text(file.path)}, {u"how"_s, QLatin1StringView(wayOf(file))}, {u"mode"_s, text(file.mode)}});
    }
    root[u"files"_s] = files;
    QJsonArray conflicts;
    for (const auto& conflict : plan.conflicts) {
        conflicts.append(QJsonObject{{u"code"_s, text(conflict.what.code)},
                                     {u"file"_s, text(conflict.what.where.path)},
                                     {u"line"_s, static_cast<qint64>(conflict.what.where.line)},
                                     {u"resource"_s, text(conflict.where.document)},
                                     {u"field"_s, text(conflict.where.path)},
                                     {u"before"_s, text(conflict.where.mine.text)},
                                     {u"now"_s, text(conflict.where.theirs.text)},
                                     {u"decided"_s, conflict.isDecided()},
                                     {u"message"_s, workspace::errorText(conflict.what)}});
    }
    root[u"conflicts"_s] = conflicts;
    return QJsonDocument(root).toJson();
}

/// "policy shop/deny: deletePolicy" and the like.
QString wayText(workspace::MendKind kind, const mesh::ResourceKey& subject)
{
    const auto name = subject.kind.empty() ? subject.ns : changes::kindAndName(subject);
    const auto way = text(workspace::mendName(kind));
    return name.empty() ? way : way + u' ' + printable(name);
}

QByteArray mendsText(const workspace::MendOffers& mends)
{
    auto out = u"Requests that were lost: %1\n"_s.arg(mends.lost.changes.size());
    for (const auto& change : mends.lost.changes)
        out += u"  "_s + workspace::fateText(change) + u'\n';
    out += mends.offers.empty() ? u"\nNo way gives them back and opens nothing else\n"_s : u"\nWays to mend\n"_s;
    for (const auto& mend : mends.offers) {
        out += u"  %1 (%2)%3\n"_s.arg(wayText(mend.kind, mend.subject), workspace::tierText(mend.review.tier),
                                      mend.isOpenToAll ? u": the last policy that allows goes, everybody may call"_s
                                                       : QString());
        for (const auto& change : mend.review.requests.changes)
            out += u"    "_s + workspace::fateText(change) + u'\n';
    }
    if (!mends.refused.empty())
        out += u"\nNot offered\n"_s;
    for (const auto& refused : mends.refused)
        out += u"  %1: %2\n"_s.arg(wayText(refused.kind, refused.subject), workspace::errorText(refused.reason));
    for (const auto& guard : mends.guards) {
        if (!guard.isAutomatic)
            continue;
        out += u"\nA change by hand is taken back by %1."_s.arg(printable(guard.kind + ' ' + guard.name));
        if (const auto words = workspace::suspendCommand(guard); !words.empty())
            out += u" Before: %1; afterwards: %2"_s.arg(workspace::shellLine(words),
                                                        workspace::shellLine(workspace::resumeCommand(guard)));
        out += u'\n';
    }
    return out.toUtf8();
}

QByteArray mendsJson(const workspace::MendOffers& mends)
{
    QJsonArray lost;
    for (const auto& change : mends.lost.changes)
        lost.append(workspace::fateText(change));
    QJsonArray offers;
    for (const auto& mend : mends.offers) {
        QJsonArray files;
        for (const auto& file : mend.plan.files)
            files.append(text(file.path));
        offers.append(QJsonObject{{u"way"_s, text(workspace::mendName(mend.kind))},
                                  {u"kind"_s, text(mend.subject.kind)},
                                  {u"namespace"_s, text(mend.subject.ns)},
                                  {u"name"_s, text(mend.subject.name)},
                                  {u"tier"_s, text(changes::tierName(mend.review.tier))},
                                  {u"openToAll"_s, mend.isOpenToAll},
                                  {u"files"_s, files}});
    }
    QJsonArray refused;
    for (const auto& each : mends.refused) {
        refused.append(QJsonObject{{u"way"_s, text(workspace::mendName(each.kind))},
                                   {u"kind"_s, text(each.subject.kind)},
                                   {u"namespace"_s, text(each.subject.ns)},
                                   {u"name"_s, text(each.subject.name)},
                                   {u"code"_s, text(each.reason.code)},
                                   {u"message"_s, workspace::errorText(each.reason)}});
    }
    QJsonArray guards;
    for (const auto& guard : mends.guards) {
        guards.append(QJsonObject{{u"kind"_s, text(guard.kind)},
                                  {u"namespace"_s, text(guard.ns)},
                                  {u"name"_s, text(guard.name)},
                                  {u"path"_s, text(guard.path)},
                                  {u"automatic"_s, guard.isAutomatic},
                                  {u"selfHeals"_s, guard.selfHeals},
                                  {u"suspend"_s, workspace::shellLine(workspace::suspendCommand(guard))},
                                  {u"resume"_s, workspace::shellLine(workspace::resumeCommand(guard))}});
    }
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.mends/1"_s},
                                     {u"lost"_s, lost},
                                     {u"offers"_s, offers},
                                     {u"refused"_s, refused},
                                     {u"guards"_s, guards}})
        .toJson();
}

/// The ways to give back what a change took.
int printMends(const git::Repository& repository, const workspace::RollbackRequest& request,
               const QCommandLineParser& parser, bool json)
{
    const auto mends = workspace::offerMends(repository, request, parser.value(u"env"_s).toStdString(),
                                             std::make_shared<workspace::ParseCache>());
    if (!mends)
        return refuse(mends.error());
    writeOut(json ? mendsJson(*mends) : mendsText(*mends));
    return mends->lost.changes.empty() || !mends->offers.empty() ? Fine : Differences;
}

int makeBranch(const git::Repository& repository, const workspace::RollbackPlan& plan, const QCommandLineParser& parser)
{
    const auto given = parser.value(u"m"_s);
    const auto made = workspace::writeRollback(repository, plan, parser.value(u"branch"_s),
                                               given.isEmpty() ? workspace::rollbackMessage(plan) : given + u'\n');
    if (!made) {
        for (const auto& conflict : plan.conflicts)
            complain(workspace::errorText(conflict.what));
        return refuse(made.error());
    }
    writeOut(u"Made branch %1: %2\n"_s.arg(made->branch, made->commit).toUtf8());
    for (const auto& path : made->changedByHooks)
        complain(u"A hook changed %1."_s.arg(printable(path)));
    return Fine;
}

} // namespace

int rollbackCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plans how a commit or a range is taken back on top of HEAD: what no later commit touched gets its very "
        u"bytes\n"
        "back, the rest is merged. Says what that does to the mesh; writes a branch where one is asked for. HEAD, the\n"
        "index and the files stay as they are. Ends with 1 where later commits changed the same places."_s);
    parser.addOptions({
        {u"repo"_s, u"The repository, or a directory in it (default: the current directory)."_s, u"DIR"_s, u"."_s},
        {u"env"_s, u"The environment to judge it in: a name, a directory or file of the repository."_s, u"NAME"_s},
        {u"to"_s, u"Instead of a commit or range: go back to this commit, which was good."_s, u"COMMIT"_s},
        {u"only"_s, u"Only this resource; the rest of its files stays."_s, u"RESOURCE"_s},
        {{u"n"_s, u"namespace"_s}, u"The namespace of the resource; without one: all resources of it."_s, u"NS"_s},
        {u"route"_s, u"Of that resource only this route: its name, or http[0]."_s, u"ROUTE"_s},
        {u"mesh-only"_s, u"Only the YAML files."_s},
        {u"conflicts"_s, u"Where later commits changed the same: stop (default), restore or keep."_s, u"HOW"_s,
         u"stop"_s},
        {u"mends"_s, u"Instead: say which ways give back every request that the change lost, and open nothing else."_s},
        {u"diff"_s, u"Print the difference, as git prints it."_s},
        {u"branch"_s, u"Make this branch on HEAD."_s, u"NAME"_s},
        {u"m"_s, u"The message of its commit."_s, u"MESSAGE"_s},
        {u"format"_s, u"text (default) or json."_s, u"FORMAT"_s, u"text"_s},
    });
    parser.addPositionalArgument(u"WHAT"_s, u"A commit, or a range A..B."_s, u"[COMMIT|A..B]"_s);
    if (const auto code = parse(parser, u"rollback"_s, arguments))
        return *code;
    const auto asked = askedFor(parser);
    if (!asked)
        return WrongUsage;
    const auto repository = git::Repository::open(parser.value(u"repo"_s));
    if (!repository)
        return refuse(repository.error());
    const auto request = asked->good.isEmpty() ? workspace::rollbackOf(*repository, asked->what, asked->scope)
                                               : workspace::rollbackTo(*repository, asked->good, asked->scope);
    if (!request)
        return refuse(request.error());
    if (parser.isSet(u"mends"_s))
        return printMends(*repository, *request, parser, asked->json);
    const auto cache = std::make_shared<workspace::ParseCache>();
    const auto plan =
        workspace::planRollback(*repository, *request, *cache, [&](const auto&) { return asked->choice; });
    if (!plan)
        return refuse(plan.error());
    if (parser.isSet(u"branch"_s))
        return makeBranch(*repository, *plan, parser);
    if (parser.isSet(u"diff"_s)) {
        const auto diff = workspace::diffOf(*repository, *plan);
        if (!diff)
            return refuse(diff.error());
        // a terminal would do what the files say
        const bool isTerminal = ::isatty(STDOUT_FILENO) == 1;
        writeOut(isTerminal ? workspace::printableLines(diff->toStdString()).toUtf8() : *diff);
        return plan->isDecided() ? Fine : Differences;
    }
    const auto review = workspace::judgeRollback(*repository, *plan, parser.value(u"env"_s).toStdString(), cache);
    if (!review)
        complain(workspace::errorText(review.error()));
    const auto* judged = review ? &*review : nullptr;
    writeOut(asked->json ? jsonOf(*plan, judged) : textOf(*plan, judged));
    if (judged == nullptr)
        return UnreadableInput;
    return plan->isDecided() ? Fine : Differences;
}

} // namespace meshdraft::cli
