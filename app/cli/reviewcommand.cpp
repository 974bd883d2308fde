// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli review: what differs between two revisions, the requests whose fate changes first.
#include "app/cli/commandline.h"
#include "app/cli/reviewformats.h"

#include "models/changes/ownerpolicy.h"
#include "models/workspace/comparison.h"
#include "models/workspace/words.h"

#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// The comparisons that are asked for: of one environment, or of all that can be read.
std::vector<workspace::SnapshotPtr> comparisonsOf(const QString& directory, const workspace::RevisionRange& range,
                                                  const std::string& environment)
{
    const bool all = environment == "all";
    const auto first = workspace::openComparison(directory, range, all ? std::string() : environment);
    if (!first) {
        complain(workspace::errorText(first.error()));
        return {};
    }
    complainOfProjectFile(**first);
    if (!all)
        return {*first};
    std::vector<workspace::SnapshotPtr> comparisons;
    for (const auto& each : (*first)->environments) {
        if (auto comparison = workspace::withComparedEnvironment(**first, each.name))
            comparisons.push_back(*comparison);
        else
            complain(
                u"%1 is left out. %2"_s.arg(workspace::printable(each.name), workspace::errorText(comparison.error())));
    }
    return comparisons;
}

constexpr std::array thresholds{"low"_L1, "medium"_L1, "high"_L1, "any"_L1, "never"_L1};

bool failsOn(const workspace::RangeReview& review, const QString& threshold)
{
    const auto place = std::ranges::find(thresholds, threshold) - thresholds.begin();
    if (place < 3)
        return review.tier() >= static_cast<changes::Tier>(place + 1);
    return place == 3 && review.differs();
}

/// `names`: each may be several with commas between.
void countMissing(workspace::RangeReview& review, const QStringList& names)
{
    std::vector<std::string> approvers;
    for (const QString& name : names.join(u',').split(u',', Qt::SkipEmptyParts))
        approvers.push_back(name.trimmed().toStdString());
    for (workspace::Review& one : review.environments)
        changes::countMissing(one.approvals, approvers, changes::projectOwners(one.mesh->saved).policy);
}

} // namespace

int reviewCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says what differs between two revisions: the requests whose fate changes, the changes with their risk, and\n"
        "the findings that come and go. BASE...HEAD starts where the two part. An end may be :worktree, :index or\n"
        "patch:FILE (the other end with that patch applied). Ends with 1 where something differs."_s);
    parser.addOptions({
        {u"repo"_s, u"The repository, or a directory in it (default: the current directory)."_s, u"DIR"_s, u"."_s},
        {u"env"_s, u"The environment: a name, a directory or file of the repository, or 'all'."_s, u"NAME"_s},
        {u"format"_s, u"text (default), json, markdown, html or sarif."_s, u"FORMAT"_s, u"text"_s},
        {{u"o"_s, u"output"_s}, u"File to write instead of standard output."_s, u"FILE"_s},
        {u"fail-on"_s,
         u"Ends with 1 from this tier on: low, medium, high; any (default): where something differs; never."_s,
         u"TIER"_s, u"any"_s},
        {u"approved-by"_s, u"Who has approved: says which approvals are still missing."_s, u"NAME,..."_s},
    });
    parser.addPositionalArgument(u"RANGE"_s, u"BASE..HEAD or BASE...HEAD."_s, u"BASE..HEAD"_s);
    if (const auto code = parse(parser, u"review"_s, arguments))
        return *code;
    const auto* format = reviewFormatNamed(parser.value(u"format"_s));
    if (format == nullptr) {
        complain(u"Unknown format '%1': text, json, markdown, html or sarif."_s.arg(
            workspace::printable(parser.value(u"format"_s).toStdString())));
        return WrongUsage;
    }
    if (!std::ranges::contains(thresholds, parser.value(u"fail-on"_s))) {
        complain(u"Unknown tier '%1': low, medium, high, any or never."_s.arg(
            workspace::printable(parser.value(u"fail-on"_s).toStdString())));
        return WrongUsage;
    }
    const auto words = parser.positionalArguments();
    const QString directory = parser.value(u"repo"_s);
    const auto repository = git::Repository::open(directory);
    if (!repository) {
        complain(workspace::errorText(repository.error()));
        return UnreadableInput;
    }
    const auto range = words.size() == 1 ? workspace::readRange(*repository, words.front()) : std::nullopt;
    if (!range) {
        complain(u"Expected one range, as main..HEAD or main...feature."_s);
        return WrongUsage;
    }
    if (!*range) {
        complain(workspace::errorText(range->error()));
        return UnreadableInput;
    }
    const auto nameOf = [](const QString& revision, const QString& patch) {
        if (!patch.isEmpty())
            return QString(u"patch:"_s + patch);
        return revision.isEmpty() ? u":worktree"_s : revision;
    };
    workspace::RangeReview review{.base = nameOf((*range)->base, (*range)->basePatch),
                                  .head = nameOf((*range)->head, (*range)->headPatch),
                                  .environments = {}};
    for (const auto& comparison : comparisonsOf(directory, **range, parser.value(u"env"_s).toStdString()))
        review.environments.push_back(workspace::reviewOf(comparison, QDateTime::currentDateTime()));
    if (parser.isSet(u"approved-by"_s))
        countMissing(review, parser.values(u"approved-by"_s));
    if (review.environments.empty())
        return UnreadableInput;
    const QByteArray text = format->write(review);
    if (const QString file = parser.value(u"o"_s); file.isEmpty()) {
        writeOut(text);
    } else {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
            complain(u"%1 cannot be written: %2"_s.arg(workspace::printable(file.toStdString()), out.errorString()));
            return UnreadableInput;
        }
    }
    return failsOn(review, parser.value(u"fail-on"_s)) ? Differences : Fine;
}

} // namespace meshdraft::cli
