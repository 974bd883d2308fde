// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli review: what differs between two revisions, the requests whose fate changes first.
#include "app/cli/rangeargument.h"
#include "app/cli/reviewformats.h"
#include "app/cli/trafficoutput.h"

#include "models/changes/ownerpolicy.h"
#include "models/workspace/comparison.h"
#include "models/workspace/words.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// True where neither side can be shown for itself.
bool isBrokenOnBothSides(const workspace::Snapshot& read, const std::string& name)
{
    auto base = read;
    base.current = base.saved;
    base.revision = *base.base;
    auto head = read;
    head.saved = head.current;
    head.base = head.revision;
    return !workspace::withComparedEnvironment(base, name) && !workspace::withComparedEnvironment(head, name);
}

/// The environments that are asked for: one, or all of both sides. False where the one cannot be compared.
bool addEnvironments(workspace::RangeReview& review, const workspace::Snapshot& read, const std::string& environment)
{
    const bool all = environment == "all";
    std::vector<std::string> names;
    if (all)
        std::ranges::transform(workspace::comparedEnvironments(read), std::back_inserter(names),
                               &mesh::Environment::name);
    if (names.empty())
        names.push_back(all ? std::string() : environment);
    bool isToldOfProject = false;
    for (const std::string& name : names) {
        const auto comparison = workspace::withComparedEnvironment(read, name);
        if (!comparison) {
            complain(all ? u"%1: %2"_s.arg(workspace::printable(name), workspace::errorText(comparison.error()))
                         : workspace::errorText(comparison.error()));
            if (!all)
                return false;
            review.broken.push_back({name, comparison.error(), isBrokenOnBothSides(read, name)});
            continue;
        }
        if (!isToldOfProject)
            complainOfProjectFile(**comparison);
        isToldOfProject = true;
        review.environments.push_back(workspace::reviewOf(*comparison, QDateTime::currentDateTime()));
    }
    return true;
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
    const auto range = rangeArgument(parser);
    if (!range)
        return range.error();
    const auto nameOf = [](const QString& revision, const QString& patch) {
        if (!patch.isEmpty())
            return QString(u"patch:"_s + patch);
        return revision.isEmpty() ? u":worktree"_s : revision;
    };
    workspace::RangeReview review{.base = nameOf(range->base, range->basePatch),
                                  .head = nameOf(range->head, range->headPatch),
                                  .environments = {}};
    const auto read = workspace::readComparison(parser.value(u"repo"_s), *range);
    if (!read)
        return failed(read.error(), UnreadableInput);
    if (!addEnvironments(review, **read, parser.value(u"env"_s).toStdString()))
        return UnreadableInput;
    if (parser.isSet(u"approved-by"_s))
        countMissing(review, parser.values(u"approved-by"_s));
    if (!writeResult(parser.value(u"o"_s), format->write(review)))
        return UnreadableInput;
    return failsOn(review, parser.value(u"fail-on"_s)) ? Differences : Fine;
}

} // namespace meshdraft::cli
