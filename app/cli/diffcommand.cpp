// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli diff: what two versions of a file mean differently, also as git's diff driver.
#include "app/cli/commandline.h"

#include "models/changes/dependencies.h"
#include "models/changes/noise.h"
#include "models/changes/statements.h"
#include "models/changes/textdiff.h"
#include "models/git/namedfile.h"
#include "models/workspace/comparison.h"
#include "models/workspace/looseinput.h"
#include "models/workspace/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// The two versions, and what the file is called.
struct Versions {
    QString before;
    QString after;
    std::string name;
    std::string oldName; ///< differs where git found a rename
};

/// What the arguments mean; nothing: neither two files nor what git gives to a driver (gitattributes, "Defining an
/// external diff driver": path, old file, hex, mode, new file, hex, mode; of a rename the new path and what git says).
std::optional<Versions> versionsOf(const QStringList& words, const QString& name)
{
    if (words.size() == 2) {
        const auto& shown = !name.isEmpty() ? name : words[1] == "/dev/null"_L1 ? words[0] : words[1];
        return Versions{words[0], words[1], shown.toStdString(), shown.toStdString()};
    }
    if (words.size() < 7 || words.size() > 9)
        return std::nullopt;
    const auto oldName = words[0].toStdString();
    return Versions{words[1], words[4], words.size() > 7 ? words[7].toStdString() : oldName, oldName};
}

/// The same lines, but nothing in them steers a terminal.
QString linesOf(const std::string& name, const std::string& before, const std::string& after)
{
    QString out;
    auto lines = QString::fromStdString(changes::unifiedDiff(name, before, after)).split(u'\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    for (const QString& line : lines)
        out += workspace::printable(line.toStdString()) + u'\n';
    return out;
}

QString changeText(const changes::ResourceChange& change)
{
    const auto& key = resourceOf(change).key;
    const auto operation = changes::operationName(change.operation);
    QString out =
        u"  %1 %2 %3\n"_s.arg(QLatin1StringView(operation.data(), static_cast<qsizetype>(operation.size())),
                              workspace::printable(key.kind), workspace::printable(changes::qualifiedName(key)));
    for (const auto& statement : change.statements) {
        // the line above says so
        if (statement.message == "change.added" || statement.message == "change.removed")
            continue;
        // one file does not know whether routes elsewhere use a name
        out += u"    "_s
            + (statement.message == "change.subsetRenamed"
                   ? u"Subset %1 is called %2 now; routes in other files may still use the old name"_s.arg(
                         workspace::printable(statement.args[0]), workspace::printable(statement.args[1]))
                   : workspace::statementText(statement))
            + u'\n';
    }
    return out;
}

/// The words of a file that is YAML of a mesh on both sides, as far as it is there.
QString meaningOf(const workspace::Snapshot& comparison)
{
    QString out;
    for (const auto& change : comparison.change.resources) {
        if (changes::noiseOf(change) != changes::Noise::Text)
            out += changeText(change);
    }
    return out.isEmpty() ? u"  no change in meaning: comments or layout only\n"_s : out;
}

bool isMesh(const workspace::Snapshot& side, const std::string& text)
{
    return text.empty() || !side.graph->resources().empty();
}

QString textOf(const Versions& versions, const std::string& before, const std::string& after)
{
    QString out = workspace::printable(versions.name);
    if (versions.oldName != versions.name)
        out += u" (was %1)"_s.arg(workspace::printable(versions.oldName));
    out += u'\n';
    if (before == after)
        return out + u"  same content\n"_s;
    const auto sideOf = [&](const std::string& text) {
        return workspace::snapshotOfTexts({{.path = versions.name, .text = source::parseText(text)}}, versions.name);
    };
    const auto base = sideOf(before);
    const auto head = sideOf(after);
    // half a file would tell half the truth
    for (const auto& [side, which] : {std::pair(&base, u"before"_s), std::pair(&head, u"now"_s)}) {
        if (const auto& errors = (*side)->current.files.front().text->errors; !errors.empty()) {
            out += u"  %1: %2\n"_s.arg(which, workspace::errorText(errors.front()));
            return out + linesOf(versions.name, before, after);
        }
    }
    if (!isMesh(*base, before) || !isMesh(*head, after))
        return out + linesOf(versions.name, before, after);
    return out + meaningOf(*workspace::comparisonOf(*base, *head));
}

} // namespace

int diffCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says in words what two versions of a YAML file mean differently; of a file that holds nothing of a mesh it\n"
        "prints the lines. Also takes the seven arguments that git gives to a diff driver. Ends with 0 whether or not\n"
        "they differ, as git wants it."_s);
    parser.addOption({u"name"_s, u"What to call the file (default: the name of NEW)."_s, u"PATH"_s});
    parser.addPositionalArgument(u"OLD"_s, u"The file as it was; /dev/null: it was not there."_s, u"OLD"_s);
    parser.addPositionalArgument(u"NEW"_s, u"The file as it is; /dev/null: it is gone."_s, u"NEW"_s);
    if (const auto code = parse(parser, u"diff"_s, arguments))
        return *code;
    const auto words = parser.positionalArguments();
    if (words.size() == 1) { // git's way to say that a path has a merge conflict
        writeOut((workspace::printable(words.front().toStdString()) + u"\n  has a merge conflict\n"_s).toUtf8());
        return Fine;
    }
    const auto versions = versionsOf(words, parser.value(u"name"_s));
    if (!versions) {
        complain(u"Expected two files, or the seven arguments of a git diff driver."_s);
        return WrongUsage;
    }
    const auto before = git::readNamedFile(versions->before).transform(&QByteArray::toStdString);
    const auto after = git::readNamedFile(versions->after).transform(&QByteArray::toStdString);
    for (const auto* side : {&before, &after}) {
        if (!*side) {
            complain(workspace::errorText(side->error()));
            return UnreadableInput;
        }
    }
    writeOut(textOf(*versions, *before, *after).toUtf8());
    return Fine;
}

} // namespace meshdraft::cli
