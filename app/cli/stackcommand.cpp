// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli stack: what differs between two commits, as stacked branches in the order of what needs what.
#include "app/cli/commandline.h"

#include "models/changes/statements.h"
#include "models/workspace/branchstack.h"
#include "models/workspace/comparison.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

int failed(const Error& error, ExitCode code)
{
    complain(workspace::errorText(error));
    return code;
}

QByteArray textOf(const workspace::BranchStack& stack)
{
    QString text;
    for (const auto& branch : stack.branches) {
        text += u"%1  %2  %3\n"_s.arg(QString::number(branch.place.position), branch.branch,
                                      QString::fromUtf8(changes::tierName(branch.change.tier)));
        for (const auto& change : branch.change.resources)
            text += u"   "_s
                + workspace::printable(changes::kindAndName((change.after ? change.after : change.before)->key))
                + u'\n';
        for (const auto& file : branch.files)
            text += u"   "_s + workspace::printable(file.path) + u'\n';
    }
    return (text + workspace::orderText(stack.branches.size()) + u'\n').toUtf8();
}

QByteArray jsonOf(const workspace::BranchStack& stack, const workspace::Snapshot& comparison,
                  const std::vector<git::StackCommit>& made)
{
    QJsonArray branches;
    for (std::size_t i = 0; i < stack.branches.size(); ++i) {
        const auto& branch = stack.branches[i];
        QJsonArray files;
        for (const auto& file : branch.files)
            files.append(QString::fromStdString(file.path));
        QJsonArray resources;
        for (const auto& change : branch.change.resources) {
            const auto& key = (change.after ? change.after : change.before)->key;
            resources.append(QJsonObject{{u"kind"_s, QString::fromStdString(key.kind)},
                                         {u"namespace"_s, QString::fromStdString(key.ns)},
                                         {u"name"_s, QString::fromStdString(key.name)}});
        }
        QJsonObject object{{u"branch"_s, branch.branch},
                           {u"tier"_s, QString::fromUtf8(changes::tierName(branch.change.tier))},
                           {u"resources"_s, resources},
                           {u"files"_s, files}};
        if (i < made.size())
            object[u"commit"_s] = made[i].commit;
        branches.append(object);
    }
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.stack/1"_s},
                                     {u"environment"_s, QString::fromStdString(comparison.environment.name)},
                                     {u"base"_s, stack.head},
                                     {u"branches"_s, branches}})
        .toJson();
}

int run(const workspace::Snapshot& comparison, const QCommandLineParser& parser)
{
    const auto wanted = parser.value(u"branches"_s);
    const auto stack =
        workspace::planReviewedStack(comparison, wanted.isEmpty() ? workspace::proposedPrefix(comparison) : wanted);
    if (!stack)
        return failed(stack.error(), WrongUsage);
    std::vector<git::StackCommit> made;
    if (!wanted.isEmpty()) {
        auto written = workspace::writeStack(comparison, *stack);
        if (!written)
            return failed(written.error(), Differences);
        made = std::move(*written);
    }
    if (parser.value(u"format"_s) == "json"_L1) {
        writeOut(jsonOf(*stack, comparison, made));
    } else if (parser.isSet(u"diff"_s)) {
        for (const auto& branch : stack->branches)
            writeOut("# " + branch.branch.toUtf8() + '\n' + QByteArray::fromStdString(workspace::diffOf(branch)));
    } else if (made.empty()) {
        writeOut(textOf(*stack));
    } else {
        for (const auto& commit : made)
            writeOut(u"%1 %2\n"_s.arg(commit.commit, commit.branch).toUtf8());
    }
    return Fine;
}

} // namespace

int stackCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Splits what differs between two commits into branches on top of each other, one pull request a step, in the\n"
        "order of what needs what. The last branch holds what the head of the range holds."_s);
    parser.addOptions({
        {u"repo"_s, u"The repository, or a directory in it (default: the current directory)."_s, u"DIR"_s, u"."_s},
        {u"env"_s, u"The environment: a name, a directory or file of the repository."_s, u"NAME"_s},
        {u"branches"_s, u"Make the branches PREFIX-1-..., all or none; without it nothing is written."_s, u"PREFIX"_s},
        {u"diff"_s, u"Print what each branch changes against the one below it."_s},
        {u"format"_s, u"text (default) or json."_s, u"FORMAT"_s, u"text"_s},
    });
    parser.addPositionalArgument(u"RANGE"_s, u"BASE..HEAD or BASE...HEAD."_s, u"BASE..HEAD"_s);
    if (const auto code = parse(parser, u"stack"_s, arguments))
        return *code;
    const auto format = parser.value(u"format"_s);
    if (format != "text"_L1 && format != "json"_L1) {
        complain(u"Unknown format '%1': text or json."_s.arg(workspace::printable(format.toStdString())));
        return WrongUsage;
    }
    if (parser.isSet(u"branches"_s) && parser.value(u"branches"_s).isEmpty()) {
        complain(u"--branches takes what the names of the branches start with, for example split/reviews-v3."_s);
        return WrongUsage;
    }
    const auto environment = parser.value(u"env"_s).toStdString();
    if (environment == "all") {
        complain(u"Branches are made in the order of one environment; name it with --env."_s);
        return WrongUsage;
    }
    const QString directory = parser.value(u"repo"_s);
    const auto repository = git::Repository::open(directory);
    if (!repository)
        return failed(repository.error(), UnreadableInput);
    const auto words = parser.positionalArguments();
    const auto range = words.size() == 1 ? workspace::readRange(*repository, words.front()) : std::nullopt;
    if (!range) {
        complain(u"Expected one range, as main..HEAD or main...feature."_s);
        return WrongUsage;
    }
    if (!*range)
        return failed(range->error(), UnreadableInput);
    const auto comparison = workspace::openComparison(directory, **range, environment);
    if (!comparison)
        return failed(comparison.error(), UnreadableInput);
    complainOfProjectFile(**comparison);
    return run(**comparison, parser);
}

} // namespace meshdraft::cli
