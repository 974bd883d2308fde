// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli review: what differs between two revisions, the requests whose fate changes first.
#include "app/cli/commandline.h"
#include "app/cli/reviewformats.h"

#include "models/changes/projectrisk.h"
#include "models/git/history.h"
#include "models/workspace/judgement.h"
#include "models/workspace/words.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

struct Range {
    QString base;
    QString head;
    bool fromMergeBase = false;
};

/// "A..B" and "A...B"; an end that is left out is HEAD, as git has it.
std::optional<Range> rangeOf(const QString& written)
{
    const auto dots = written.indexOf(".."_L1);
    if (dots < 0)
        return std::nullopt;
    Range range;
    range.fromMergeBase = written.sliced(dots).startsWith("..."_L1);
    range.base = written.first(dots);
    range.head = written.sliced(dots + (range.fromMergeBase ? 3 : 2));
    for (QString* end : {&range.base, &range.head}) {
        if (end->isEmpty())
            *end = u"HEAD"_s;
    }
    return range;
}

/// The commit where the two ends of "A...B" part; A itself where they have no common commit, or several.
Expected<QString> baseOf(const Range& range, const QString& directory)
{
    if (!range.fromMergeBase)
        return range.base;
    const auto repository = git::Repository::open(directory);
    if (!repository)
        return std::unexpected(repository.error());
    const auto bases = git::mergeBases(*repository, range.base, range.head);
    if (!bases)
        return std::unexpected(bases.error());
    return bases->size() == 1 ? bases->front() : range.base;
}

std::shared_ptr<const mesh::effective::MeshView> viewOf(const workspace::Snapshot& snapshot)
{
    return std::make_shared<const mesh::effective::MeshView>(
        snapshot.graph, mesh::effective::meshSettingsOf(*snapshot.graph, snapshot.current));
}

EnvironmentReview compare(const workspace::Snapshot& base, const workspace::Snapshot& head)
{
    EnvironmentReview review;
    review.environment = head.environment.name;
    review.change = changes::compareGraphs(*base.graph, *head.graph);
    changes::projectRisk(base.saved).policy->classify(review.change, *base.graph, *head.graph);
    auto judgement = workspace::judgedBy(head, base);
    review.findings = workspace::compareFindings(base.findings, judgement.findings);
    review.unchangedFindings = judgement.findings.size() - review.findings.introduced.size();
    review.hiddenByHead = std::move(judgement.hiddenByHead);
    review.changesJudgement = judgement.isChanged;
    // who decides what counts can let everything pass
    if (review.changesJudgement)
        review.change.tier = changes::Tier::High;
    review.requests = traffic::changedRequests(traffic::Evaluator(viewOf(base)), traffic::Evaluator(viewOf(head)));
    return review;
}

} // namespace

int reviewCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says what differs between two revisions: the requests whose fate changes, the changes with their risk, and\n"
        "the findings that come and go. BASE...HEAD starts where the two part. Ends with 1 where something differs."_s);
    parser.addOptions({
        {u"repo"_s, u"The repository, or a directory in it (default: the current directory)."_s, u"DIR"_s, u"."_s},
        {u"env"_s, u"The environment: a name, a directory or file of the repository, or 'all'."_s, u"NAME"_s},
        {u"format"_s, u"text (default), json or markdown."_s, u"FORMAT"_s, u"text"_s},
    });
    parser.addPositionalArgument(u"RANGE"_s, u"BASE..HEAD or BASE...HEAD."_s, u"BASE..HEAD"_s);
    if (const auto code = parse(parser, u"review"_s, arguments))
        return *code;
    const auto* format = reviewFormatNamed(parser.value(u"format"_s));
    if (format == nullptr) {
        complain(u"Unknown format '%1': text, json or markdown."_s.arg(
            workspace::printable(parser.value(u"format"_s).toStdString())));
        return WrongUsage;
    }
    const auto words = parser.positionalArguments();
    const auto range = words.size() == 1 ? rangeOf(words.front()) : std::nullopt;
    if (!range) {
        complain(u"Expected one range, as main..HEAD or main...feature."_s);
        return WrongUsage;
    }
    CommonOptions options{parser.value(u"repo"_s), {}, parser.value(u"env"_s).toStdString()};
    const auto base = baseOf(*range, options.repository);
    if (!base) {
        complain(workspace::errorText(base.error()));
        return UnreadableInput;
    }
    options.revision = range->head;
    const auto heads = openSnapshots(options);
    if (heads.empty())
        return UnreadableInput;
    Review review{*base, range->head, {}};
    for (const workspace::SnapshotPtr& head : heads) {
        const auto before =
            workspace::openSnapshot(options.repository, *base, head->environment.name, {}, {}, head->cache);
        if (!before) {
            complain(workspace::errorText(before.error()));
            return UnreadableInput;
        }
        if ((*before)->environmentError || !(*before)->graph || !head->graph) {
            complain(u"%1 is left out: it cannot be read in %2."_s.arg(workspace::printable(head->environment.name),
                                                                       workspace::printable(base->toStdString())));
            continue;
        }
        review.environments.push_back(compare(**before, *head));
    }
    if (review.environments.empty())
        return UnreadableInput;
    writeOut(format->write(review));
    return review.differs() ? Differences : Fine;
}

} // namespace meshdraft::cli
