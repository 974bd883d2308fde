// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli canary: plans a canary in steps and writes it as stacked branches.
#include "app/cli/commandline.h"
#include "app/cli/resourcechoice.h"
#include "app/cli/stackoutput.h"

#include "models/changes/statements.h"
#include "models/mesh/effective/weightowner.h"
#include "models/workspace/canarywords.h"
#include "models/workspace/destinationedit.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

using workspace::printable;

/// What the command line asks for.
struct CanaryRequest {
    ResourceName resource;
    std::string ns; ///< empty: any
    std::string route;
    std::string target;
    std::optional<mesh::Labels> labels; ///< of a new subset
    std::vector<double> steps; ///< percent of the total
    std::int64_t pause = 0;
    QString prefix; ///< empty: nothing is written
    bool diff = false;
    bool json = false;
};

/// "10,25,50,100": rising, above 0, at most 100.
std::optional<std::vector<double>> parseSteps(const QString& text)
{
    std::vector<double> steps;
    for (const auto& part : text.split(u',')) {
        bool isNumber = false;
        const double step = part.trimmed().toDouble(&isNumber);
        const bool isPercentage = isNumber && step > 0 && step <= 100; // false for what is not a number
        if (!isPercentage || (!steps.empty() && step <= steps.back()))
            return std::nullopt;
        steps.push_back(step);
    }
    return steps;
}

std::optional<CanaryRequest> requestFrom(const QCommandLineParser& parser)
{
    const auto refused = [](const QString& text) {
        complain(text);
        return std::nullopt;
    };
    CanaryRequest request;
    const auto positional = parser.positionalArguments();
    if (positional.size() != 1 || !parser.isSet(u"to"_s))
        return refused(u"Expected one resource and --to DEST, for example: canary virtualservice/reviews --to v3"_s);
    request.resource = parseResourceName(positional.first());
    if (request.resource.kind.empty()) {
        return refused(
            u"'%1' names no resource with routes; expected KIND/NAME, for example virtualservice/reviews."_s.arg(
                positional.first()));
    }
    const auto steps = parseSteps(parser.value(u"steps"_s));
    if (!steps)
        return refused(u"--steps takes rising percentages above 0 and at most 100, for example 10,25,50,100."_s);
    request.steps = *steps;
    bool isNumber = false;
    request.pause = parser.value(u"pause"_s).toLongLong(&isNumber);
    if (!isNumber || request.pause < 0)
        return refused(u"--pause takes whole minutes."_s);
    if (parser.isSet(u"label"_s)) {
        request.labels = workspace::parseLabels(parser.value(u"label"_s).toStdString());
        if (!request.labels)
            return refused(u"--label takes labels, for example version=v3."_s);
    }
    const auto format = parser.value(u"format"_s);
    if (format != u"text"_s && format != u"json"_s)
        return refused(u"--format takes text or json."_s);
    request.json = format == u"json"_s;
    request.ns = parser.value(u"n"_s).toStdString();
    request.route = parser.value(u"route"_s).toStdString();
    request.target = parser.value(u"to"_s).toStdString();
    request.prefix = parser.value(u"branches"_s);
    request.diff = parser.isSet(u"diff"_s);
    if (parser.isSet(u"branches"_s) && request.prefix.isEmpty())
        return refused(u"--branches takes what the names of the branches start with, for example canary/reviews-v3."_s);
    return request;
}

/// The destination to add for a name that the route does not have.
std::optional<workspace::DestinationRequest> newDestination(const mesh::MeshGraph& graph, const workspace::RouteAt& at,
                                                            const CanaryRequest& request)
{
    if (at.route->destinations.empty())
        return std::nullopt;
    const auto first = changes::specOf(at.route->destinations.front());
    if (request.labels) {
        return workspace::DestinationRequest{
            {.host = first.host, .subset = request.target, .port = first.port, .ns = {}}, 0, request.labels};
    }
    for (const auto& choice : workspace::destinationChoices(graph, *at.resource, *at.route)) {
        const auto& spec = choice.destination;
        const bool isMeant = spec.subset.empty()
            ? spec.host == request.target
            : spec.subset == request.target || spec.host + '/' + spec.subset == request.target;
        if (isMeant && !choice.isInRoute) {
            return workspace::DestinationRequest{spec, 0,
                                                 choice.isNewSubset ? std::optional(choice.labels) : std::nullopt};
        }
    }
    return std::nullopt;
}

/// The snapshot in which the route has the destination, and which one it is.
struct Prepared {
    workspace::SnapshotPtr snapshot;
    mesh::ElementRef element;
    std::size_t target = 0;
};

Expected<Prepared> prepare(const workspace::SnapshotPtr& snapshot, const mesh::ElementRef& element,
                           const CanaryRequest& request)
{
    const auto at = workspace::routeIn(*snapshot->graph, element);
    const auto known = changes::findDestination(*at.route, request.target);
    if (known && !request.labels)
        return Prepared{snapshot, element, *known};
    const auto added = newDestination(*snapshot->graph, at, request);
    if (!added)
        return std::unexpected(known ? Error{"routing.sameDestination", {request.target}, {}} : known.error());
    const auto edit = workspace::planDestination(*snapshot, element, *added).and_then([&](const auto& planned) {
        return workspace::planMeshEdit(*snapshot, planned);
    });
    if (!edit)
        return std::unexpected(edit.error());
    auto edited = workspace::withEdit(*snapshot, *edit);
    if (!edited)
        return std::unexpected(edited.error());
    return Prepared{*edited, element, at.route->destinations.size()};
}

QString weightsText(const changes::CanaryPlan& plan, const changes::PlanStep& step)
{
    QStringList texts;
    for (std::size_t i = 0; i < plan.parts.size(); ++i)
        texts << printable(plan.parts[i]) + u' ' + QString::number(step.weights[i]);
    return texts.join(u", "_s);
}

QByteArray textOf(const workspace::BranchStack& stack, const changes::CanaryPlan& plan)
{
    QString text;
    int number = 1;
    for (const auto& branch : stack.branches) {
        text += u"%1  %2  %3"_s.arg(QString::number(number++), branch.branch,
                                    QString::fromUtf8(changes::tierName(branch.change.tier)));
        if (branch.step) {
            const auto& step = plan.steps[*branch.step];
            text += u"  "_s + weightsText(plan, step);
            if (step.pauseMinutes > 0)
                text += u"; then "_s + workspace::pauseText(step.pauseMinutes);
        }
        text += u'\n';
    }
    return (text + workspace::orderText(stack.branches.size()) + u'\n').toUtf8();
}

QByteArray jsonOf(const workspace::BranchStack& stack, const changes::CanaryPlan& plan,
                  const workspace::Snapshot& snapshot, const std::vector<git::StackCommit>& made)
{
    QJsonArray branches;
    for (std::size_t i = 0; i < stack.branches.size(); ++i) {
        const auto& branch = stack.branches[i];
        auto object = branchJson(branch, i < made.size() ? &made[i] : nullptr);
        if (branch.step) {
            QJsonObject weights;
            for (std::size_t part = 0; part < plan.parts.size(); ++part) {
                weights[QString::fromStdString(plan.parts[part])] =
                    static_cast<qint64>(plan.steps[*branch.step].weights[part]);
            }
            object[u"step"_s] = static_cast<qint64>(*branch.step + 1);
            object[u"weights"_s] = weights;
            object[u"pauseMinutes"_s] = static_cast<qint64>(plan.steps[*branch.step].pauseMinutes);
        }
        branches.append(object);
    }
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.canary/1"_s},
                                     {u"environment"_s, QString::fromStdString(snapshot.environment.name)},
                                     {u"base"_s, stack.head},
                                     {u"to"_s, QString::fromStdString(plan.parts[plan.target])},
                                     {u"branches"_s, branches}})
        .toJson();
}

int run(const workspace::SnapshotPtr& snapshot, const CanaryRequest& request)
{
    const auto resource = chooseResource(*snapshot, request.resource, request.ns);
    if (resource == nullptr)
        return WrongUsage;
    const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
    if (table == nullptr) {
        complain(u"%1 has no routes."_s.arg(printable(resource->key.kind)));
        return WrongUsage;
    }
    const auto route = changes::findRoute(*table, request.route);
    if (!route)
        return failed(route.error(), WrongUsage);
    if (const auto owner = mesh::effective::weightOwnerOf(*snapshot->graph, *resource, **route))
        complain(workspace::ownerText(*snapshot->graph, *owner));
    const auto prepared = prepare(snapshot, resource->element((*route)->node), request);
    if (!prepared)
        return failed(prepared.error(), WrongUsage);
    const auto at = workspace::routeIn(*prepared->snapshot->graph, prepared->element);
    const auto plan = changes::planCanary(*at.route, prepared->target, request.steps, request.pause);
    const auto prefix = request.prefix.isEmpty()
        ? workspace::proposedPrefix(*prepared->snapshot, prepared->element, plan)
        : request.prefix;
    const auto stack = workspace::planStack(*prepared->snapshot, prepared->element, plan, prefix);
    if (!stack)
        return failed(stack.error(), WrongUsage);
    return finishStack(*prepared->snapshot, *stack,
                       {.isWritten = !request.prefix.isEmpty(),
                        .isDiff = request.diff,
                        .isJson = request.json,
                        .text = [&] { return textOf(*stack, plan); },
                        .json = [&](const auto& made) { return jsonOf(*stack, plan, *snapshot, made); }});
}

} // namespace

int canaryCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Moves the traffic of a route to one destination step by step, as branches on top of each other: one pull "
        "request a step, the subset that it needs in the first one."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {{u"n"_s, u"namespace"_s}, u"Namespace of the resource."_s, u"NS"_s},
        {u"route"_s, u"The route: its name, http[i], tcp[i] or tls[i] (default: the one that splits)."_s, u"ROUTE"_s},
        {u"to"_s, u"Where traffic goes: a subset, or host[:port][/subset]; one that the route lacks is added."_s,
         u"DEST"_s},
        {u"label"_s, u"Labels of DEST, which is a new subset, for example version=v3."_s, u"KEY=VALUE,..."_s},
        {u"steps"_s, u"Percent of the traffic, step by step (default: 10,25,50,100)."_s, u"LIST"_s, u"10,25,50,100"_s},
        {u"pause"_s, u"Minutes that a step stands; said in the messages (default: 30)."_s, u"MINUTES"_s, u"30"_s},
        {u"branches"_s, u"Make the branches PREFIX-1-..., all or none; without it nothing is written."_s, u"PREFIX"_s},
        {u"diff"_s, u"Print what each branch changes against the one below it."_s},
        {u"format"_s, u"text (default) or json."_s, u"FORMAT"_s, u"text"_s},
    });
    parser.addPositionalArgument(u"RESOURCE"_s, u"KIND/NAME, for example virtualservice/reviews."_s);
    if (const auto code = parse(parser, u"canary"_s, arguments))
        return *code;
    const auto request = requestFrom(parser);
    if (!request)
        return WrongUsage;
    const auto options = commonOptions(parser);
    if (options.environment == "all") {
        complain(u"A canary is planned in one environment; name it with --env."_s);
        return WrongUsage;
    }
    const auto snapshots = openSnapshots(options);
    return snapshots.empty() ? UnreadableInput : run(snapshots.front(), *request);
}

} // namespace meshdraft::cli
