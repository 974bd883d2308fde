// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli split: changes a traffic split in place.
#include "app/cli/commandline.h"
#include "app/cli/renderedsplit.h"
#include "app/cli/resourcechoice.h"

#include "models/changes/split.h"
#include "models/changes/textdiff.h"
#include "models/git/commit.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/summary.h"
#include "models/workspace/words.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// One DEST=WEIGHT of the command line.
struct Wish {
    std::string destination;
    std::int64_t weight = 0;
};

/// What the command line asks for.
struct SplitRequest {
    ResourceName resource;
    std::string ns; ///< empty: any
    std::string route;
    std::vector<Wish> wishes;
    bool balance = false;
    QString where; ///< of a rendered environment: "source", "overlay", or empty
};

QString quoted(const std::string& text)
{
    return workspace::printable(text);
}

std::optional<Wish> parseWish(const QString& text)
{
    const auto equals = text.lastIndexOf(u'=');
    bool isNumber = false;
    const auto weight = text.mid(equals + 1).toLongLong(&isNumber);
    if (equals <= 0 || !isNumber)
        return std::nullopt;
    return Wish{text.left(equals).toStdString(), weight};
}

/// The weights of the whole route after the wishes.
Expected<std::vector<std::int64_t>> weightsFor(const mesh::Route& route, const SplitRequest& request)
{
    auto split = changes::Split::of(route);
    std::vector<std::size_t> named;
    for (const auto& wish : request.wishes) {
        const auto index = changes::findDestination(route, wish.destination);
        if (!index)
            return std::unexpected(index.error());
        named.push_back(*index);
    }
    if (request.balance) {
        for (const auto index : named)
            split.parts[index].locked = true;
        for (std::size_t i = 0; i < named.size(); ++i) {
            split.parts[named[i]].locked = false;
            const auto weights = changes::rebalance(split, named[i], request.wishes[i].weight);
            for (std::size_t part = 0; part < weights.size(); ++part)
                split.parts[part].weight = weights[part];
            split.parts[named[i]].locked = true;
        }
    }
    std::vector<std::int64_t> weights;
    for (const auto& part : split.parts)
        weights.push_back(part.weight);
    for (std::size_t i = 0; i < named.size(); ++i)
        weights[named[i]] = request.wishes[i].weight;
    return weights;
}

/// The edit in one environment; nothing when it could not be made (the reason is printed).
std::optional<source::Edit> editIn(const workspace::Snapshot& snapshot, const SplitRequest& request)
{
    const auto resource = chooseResource(snapshot, request.resource, request.ns);
    if (resource == nullptr)
        return std::nullopt;
    const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
    if (table == nullptr) {
        complain(u"%1 has no routes."_s.arg(quoted(resource->key.kind)));
        return std::nullopt;
    }
    const auto route = changes::findRoute(*table, request.route);
    if (!route) {
        complain(workspace::errorText(route.error()));
        return std::nullopt;
    }
    const auto weights = weightsFor(**route, request);
    if (!weights) {
        complain(workspace::errorText(weights.error()));
        return std::nullopt;
    }
    source::Edit result;
    if (snapshot.isRendered()) {
        auto edit = renderedEdit(snapshot, resource->element((*route)->node), *weights, request.where);
        if (!edit)
            return std::nullopt;
        result = std::move(*edit);
    } else {
        auto edit = changes::setWeights(*resource, **route, *weights);
        if (!edit) {
            complain(workspace::errorText(edit.error()));
            return std::nullopt;
        }
        result.files = {std::move(*edit)};
    }
    const auto before = changes::Split::of(**route).total;
    const auto after = std::accumulate(weights->begin(), weights->end(), std::int64_t{0});
    if (before != after && !request.balance)
        complain(
            u"Note: the weights of this route now add up to %1 (before: %2); --balance keeps the total."_s.arg(after)
                .arg(before));
    return result;
}

/// The edit over all snapshots, each file once.
std::optional<source::Edit> editFor(const std::vector<workspace::SnapshotPtr>& snapshots, const SplitRequest& request)
{
    source::Edit edit;
    std::set<std::string> paths;
    for (const auto& snapshot : snapshots) {
        // of all environments the rendered ones follow the files of the others
        if (snapshots.size() > 1
            && (snapshot->isRendered() || resourcesNamed(*snapshot, request.resource, request.ns).empty()))
            continue;
        const auto one = editIn(*snapshot, request);
        if (!one)
            return std::nullopt;
        for (const auto& file : one->files) {
            if (!file.splices.empty() && paths.insert(file.path).second)
                edit.files.push_back(file);
        }
    }
    return edit;
}

QByteArray diffOf(const workspace::Snapshot& before, const workspace::Snapshot& after)
{
    std::string diff;
    for (const auto& path : after.changedFiles())
        diff += changes::unifiedDiff(path, *before.saved.find(path)->text->text, *after.current.find(path)->text->text);
    return QByteArray::fromStdString(diff);
}

int commitEdit(const workspace::Snapshot& edited, const QCommandLineParser& parser)
{
    git::CommitRequest request;
    request.branch = parser.value(u"branch"_s);
    if (request.branch.isEmpty()) {
        request.branch = edited.head.branch;
    } else {
        const auto branches = edited.repository->branches();
        request.newBranch = !branches || !std::ranges::contains(*branches, request.branch);
    }
    request.message = parser.isSet(u"m"_s) ? parser.value(u"m"_s) : workspace::proposedMessage(edited.change);
    const auto files = workspace::commitFiles(edited);
    if (!files) {
        complain(workspace::errorText(files.error()));
        return Differences;
    }
    request.files = *files;
    std::vector<Error> kept;
    const auto result = git::commit(*edited.repository, request, &kept);
    for (const Error& note : kept)
        complain(workspace::errorText(note));
    if (!result) {
        complain(workspace::errorText(result.error()));
        return Differences;
    }
    writeOut(u"%1 %2\n"_s.arg(result->commit, result->branch).toUtf8());
    return Fine;
}

std::optional<SplitRequest> requestFrom(const QCommandLineParser& parser)
{
    SplitRequest request;
    const auto positional = parser.positionalArguments();
    if (positional.size() < 2) {
        complain(
            u"Expected a resource and at least one DEST=WEIGHT, for example: split virtualservice/reviews v1=80"_s);
        return std::nullopt;
    }
    request.resource = parseResourceName(positional.first());
    if (request.resource.kind.empty()) {
        complain(u"'%1' names no resource with routes; expected KIND/NAME, for example virtualservice/reviews."_s.arg(
            positional.first()));
        return std::nullopt;
    }
    for (const auto& text : positional.mid(1)) {
        const auto wish = parseWish(text);
        if (!wish) {
            complain(u"'%1' is not DEST=WEIGHT (a subset, or host[:port][/subset], and a whole number)."_s.arg(text));
            return std::nullopt;
        }
        request.wishes.push_back(*wish);
    }
    request.ns = parser.value(u"n"_s).toStdString();
    request.route = parser.value(u"route"_s).toStdString();
    request.balance = parser.isSet(u"balance"_s);
    request.where = parser.value(u"in"_s);
    if (!request.where.isEmpty() && request.where != u"source"_s && request.where != u"overlay"_s) {
        complain(u"--in takes source or overlay."_s);
        return std::nullopt;
    }
    return request;
}

} // namespace

int splitCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Gives destinations of a route new weights; only the bytes of these numbers change."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {{u"n"_s, u"namespace"_s}, u"Namespace of the resource."_s, u"NS"_s},
        {u"route"_s, u"The route: its name, http[i], tcp[i] or tls[i] (default: the one that splits)."_s, u"ROUTE"_s},
        {u"balance"_s, u"Keep the total: the largest destinations that are not named give way."_s},
        {u"in"_s,
         u"In a rendered environment: write where the value is decided (source) or in the overlay's own patch "
         "(overlay)."_s,
         u"WHERE"_s},
        {u"diff"_s, u"Print the difference and change nothing (the default)."_s},
        {u"write"_s, u"Write to the working tree."_s},
        {u"commit"_s, u"Commit, and write to the working tree."_s},
        {u"m"_s, u"Message of the commit (default: what changes, in words)."_s, u"MSG"_s},
        {u"branch"_s, u"Branch of the commit: the current one (default) or a new one."_s, u"BRANCH"_s},
    });
    parser.addPositionalArgument(u"RESOURCE"_s, u"KIND/NAME, for example virtualservice/reviews."_s);
    parser.addPositionalArgument(u"DEST=WEIGHT"_s, u"DEST is a subset, or host[:port][/subset]."_s,
                                 u"DEST=WEIGHT..."_s);
    if (const auto code = parse(parser, u"split"_s, arguments))
        return *code;
    const auto request = requestFrom(parser);
    if (!request)
        return WrongUsage;
    const auto actions = static_cast<int>(parser.isSet(u"diff"_s)) + static_cast<int>(parser.isSet(u"write"_s))
        + static_cast<int>(parser.isSet(u"commit"_s));
    const auto options = commonOptions(parser);
    if (actions > 1 || (!options.revision.isEmpty() && actions == 1 && !parser.isSet(u"diff"_s))) {
        complain(actions > 1 ? u"Choose one of --diff, --write and --commit."_s
                             : u"A revision is read-only; --rev goes with --diff."_s);
        return WrongUsage;
    }

    const auto snapshots = openSnapshots(options);
    if (snapshots.empty())
        return UnreadableInput;
    const auto edit = editFor(snapshots, *request);
    if (!edit)
        return WrongUsage;
    if (edit->files.empty())
        return Fine;
    // The files are the same in every environment, so that one snapshot can carry the whole edit.
    const auto edited = workspace::withEdit(*snapshots.front(), *edit);
    if (!edited) {
        complain(workspace::errorText(edited.error()));
        return Differences;
    }
    if (parser.isSet(u"commit"_s))
        return commitEdit(**edited, parser);
    if (parser.isSet(u"write"_s)) {
        const auto files = workspace::workTreeFiles(**edited);
        std::vector<Error> kept;
        const auto saved = git::saveFiles(*(*edited)->repository, files, &kept);
        for (const Error& note : kept)
            complain(workspace::errorText(note));
        if (!saved) {
            complain(workspace::errorText(saved.error()));
            return Differences;
        }
        return Fine;
    }
    writeOut(diffOf(*snapshots.front(), **edited));
    return Fine;
}

} // namespace meshdraft::cli
