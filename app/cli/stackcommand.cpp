// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli stack: what differs between two commits, as stacked branches in the order of what needs what.
#include "app/cli/rangeargument.h"
#include "app/cli/stackoutput.h"

#include "models/changes/statements.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QByteArray textOf(const workspace::BranchStack& stack)
{
    QString text;
    for (const auto& branch : stack.branches) {
        text += u"%1  %2  %3\n"_s.arg(QString::number(branch.place.position), branch.branch,
                                      QString::fromUtf8(changes::tierName(branch.change.tier)));
        for (const auto& change : branch.change.resources) {
            text += u"   "_s
                + workspace::printable(changes::kindAndName((change.after ? change.after : change.before)->key))
                + u'\n';
        }
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
        QJsonArray resources;
        for (const auto& change : branch.change.resources) {
            const auto& key = (change.after ? change.after : change.before)->key;
            resources.append(QJsonObject{{u"kind"_s, QString::fromStdString(key.kind)},
                                         {u"namespace"_s, QString::fromStdString(key.ns)},
                                         {u"name"_s, QString::fromStdString(key.name)}});
        }
        auto object = branchJson(branch, i < made.size() ? &made[i] : nullptr);
        object[u"resources"_s] = resources;
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
    return finishStack(comparison, *stack,
                       {.isWritten = !wanted.isEmpty(),
                        .isDiff = parser.isSet(u"diff"_s),
                        .isJson = parser.value(u"format"_s) == "json"_L1,
                        .text = [&] { return textOf(*stack); },
                        .json = [&](const auto& made) { return jsonOf(*stack, comparison, made); }});
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
    const auto range = rangeArgument(parser);
    if (!range)
        return range.error();
    const auto comparison = workspace::openComparison(parser.value(u"repo"_s), *range, environment);
    if (!comparison)
        return failed(comparison.error(), UnreadableInput);
    complainOfProjectFile(**comparison);
    return run(**comparison, parser);
}

} // namespace meshdraft::cli
