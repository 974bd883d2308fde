// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statementgroups.h"
#include "models/changes/statements.h"
#include "models/mesh/schema.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <optional>

using namespace std::string_view_literals;

namespace meshdraft::changes {

namespace {

/// What a match asks for: the request itself and what comes with it.
struct Asked {
    std::string request; ///< "GET /api/*"
    std::string with; ///< "x-canary=yes, port=80"
};

std::string pathText(const mesh::Match::Condition& condition)
{
    if (condition.op == "prefix")
        return condition.value + '*';
    return condition.op == "regex" ? '~' + condition.value : condition.value;
}

Asked askedBy(const mesh::Match& match)
{
    Asked asked;
    std::string method;
    for (const mesh::Match::Condition& condition : match.conditions) {
        if (condition.field == "uri" || condition.field == "path") {
            asked.request = pathText(condition);
        } else if (condition.field == "method") {
            method = pathText(condition);
        } else {
            const bool isHeader = condition.field.starts_with("headers.");
            asked.with += asked.with.empty() ? "" : ", ";
            asked.with += isHeader ? condition.field.substr(8) : condition.field;
            if (condition.op != "present")
                asked.with += '=' + pathText(condition);
        }
    }
    if (!method.empty())
        asked.request = asked.request.empty() ? method : method + ' ' + asked.request;
    return asked;
}

std::string wholeText(const mesh::Match& match)
{
    const Asked asked = askedBy(match);
    if (asked.with.empty())
        return asked.request;
    return asked.request.empty() ? '[' + asked.with + ']' : asked.request + " [" + asked.with + ']';
}

/// A number with at most one decimal.
std::string numberText(double number)
{
    return std::format("{}", std::round(number * 10) / 10);
}

/// A part of the requests of a route that goes elsewhere now.
struct Flow {
    std::string from;
    std::string to;
    double percent = 0;
};

/// What each destination lost, handed in turn to those that gained.
std::vector<Flow> flowsOf(const mesh::Route& before, const mesh::Route& after)
{
    std::vector<std::pair<std::string, double>> losers;
    std::vector<std::pair<std::string, double>> gainers;
    for (const DestinationPair& pair : pairDestinations(before, after)) {
        const mesh::Destination& destination = pair.after != nullptr ? *pair.after : *pair.before;
        const double change =
            100 * ((pair.after != nullptr ? pair.after->share : 0) - (pair.before != nullptr ? pair.before->share : 0));
        if (std::abs(change) >= 0.05)
            (change < 0 ? losers : gainers).emplace_back(destinationLabel(destination), std::abs(change));
    }
    std::vector<Flow> flows;
    auto gainer = gainers.begin();
    for (auto& [name, lost] : losers) {
        while (gainer != gainers.end() && lost >= 0.05) {
            const double part = std::min(lost, gainer->second);
            flows.push_back({name, gainer->first, part});
            lost -= part;
            gainer->second -= part;
            if (gainer->second < 0.05)
                ++gainer;
        }
    }
    return flows;
}

void tellMoves(const ResourceChange& change, const RoutePair& pair, const mesh::FieldPath& path, Told& told)
{
    // A sole destination that became another one is told as that.
    if (pair.before->destinations.size() < 2 && pair.after->destinations.size() < 2)
        return;
    const std::vector<mesh::Match>& matches = pair.after->matches;
    for (const Flow& flow : flowsOf(*pair.before, *pair.after)) {
        const std::string percent = numberText(flow.percent);
        if (matches.empty()) {
            const auto& table = std::get<mesh::RouteTable>(change.after->body);
            const std::string host = table.hosts.empty() ? change.after->key.name : table.hosts.front().value;
            told.say(change, path, "change.trafficAll", {percent, host, flow.from, flow.to});
            continue;
        }
        const Asked asked = askedBy(matches.front());
        if (matches.size() == 1 && !asked.request.empty() && !asked.with.empty()) {
            told.say(change, path, "change.trafficWith", {percent, asked.request, asked.with, flow.from, flow.to});
        } else if (matches.size() == 1 && asked.request.empty()) {
            told.say(change, path, "change.trafficOnlyWith", {percent, asked.with, flow.from, flow.to});
        } else {
            std::string requests;
            for (const mesh::Match& match : matches)
                requests += (requests.empty() ? "" : " | ") + wholeText(match);
            told.say(change, path, "change.traffic", {percent, requests, flow.from, flow.to});
        }
    }
}

/// Seconds that all retries of a route may take, and the timeout of the whole request.
struct RetryBudget {
    double retries = 0;
    double timeout = 0;

    bool isOver() const { return retries > timeout; }
    friend bool operator==(const RetryBudget&, const RetryBudget&) = default;
};

std::optional<RetryBudget> budgetOf(const mesh::Route& route)
{
    const auto each = mesh::secondsOf(route.perTryTimeout.value);
    const auto timeout = mesh::secondsOf(route.timeout.value);
    if (!each || !timeout || *timeout <= 0 || !route.retryAttempts.isPresent())
        return std::nullopt;
    return RetryBudget{static_cast<double>(route.retryAttempts.value) * *each, *timeout};
}

/// The field of a route that changed how long requests may take; the route where it went away.
mesh::FieldPath changedTime(const ResourceChange& change, const mesh::FieldPath& route)
{
    for (const FieldChange& field : change.fields) {
        const bool isTime =
            std::ranges::any_of(std::array<std::string_view, 4>{"timeout", "retries", "timeouts", "retry"},
                                [&](std::string_view key) { return field.path.isWithin(route.child(key)); });
        if (isTime && field.operation != Operation::Removed)
            return field.path;
    }
    return route;
}

void tellRetries(const ResourceChange& change, const RoutePair& pair, const mesh::FieldPath& path, Told& told)
{
    const auto before = budgetOf(*pair.before);
    const auto after = budgetOf(*pair.after);
    if (!after || before == after)
        return;
    const std::string label = routeLabel(std::get<mesh::RouteTable>(change.after->body), *pair.after);
    const std::string retries = std::format("{} s", after->retries);
    const std::string timeout = std::format("{} s", after->timeout);
    const mesh::FieldPath place = changedTime(change, path);
    if (after->isOver()) {
        told.say(change, place, "change.retriesOver", {label, retries, timeout});
    } else if (before && before->isOver()) {
        told.say(change, place, "change.retriesFit", {label, retries, timeout});
    }
}

} // namespace

void tellTraffic(const ResourceChange& change, std::span<const RoutePair> routes, Told& told)
{
    for (const RoutePair& pair : routes) {
        if (pair.before == nullptr || pair.after == nullptr)
            continue;
        const auto& table = std::get<mesh::RouteTable>(change.after->body);
        const std::string_view list = table.isGatewayApi ? "rules" : mesh::protocolName(pair.after->protocol);
        const mesh::FieldPath path = mesh::FieldPath("spec").child(list).child(pair.after->index);
        tellMoves(change, pair, path.child(table.isGatewayApi ? "backendRefs"sv : "route"sv), told);
        tellRetries(change, pair, path, told);
    }
}

} // namespace meshdraft::changes
