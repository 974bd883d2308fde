// SPDX-License-Identifier: Apache-2.0
#include "models/changes/routeedit.h"

#include "models/changes/routeparts.h"
#include "models/changes/split.h"
#include "models/changes/statements.h"

#include <algorithm>

namespace meshdraft::changes {

using source::Change;
using source::NodeRef;

namespace {

/// A lone backend of the Gateway API has a weight that says nothing; beside another one it has to leave room.
constexpr std::int64_t usualTotal = 100;

std::string labelOf(const DestinationSpec& destination)
{
    mesh::Destination as;
    as.host.value = destination.host;
    as.subset.value = destination.subset;
    if (destination.port)
        as.port = {*destination.port, 0};
    return fullDestinationLabel(as);
}

} // namespace

DestinationSpec specOf(const mesh::Destination& destination)
{
    return {.host = destination.host.value,
            .subset = destination.subset.value,
            .port = destination.port.isPresent() ? std::optional(destination.port.value) : std::nullopt,
            .ns = destination.backendNamespace};
}

std::optional<Error> unrepresentable(const mesh::Resource& resource, const mesh::Route& route)
{
    if (route.delegate.isPresent())
        return Error{"split.delegate", {route.delegate.value}, resource.locate(route.delegate.node)};
    if (!route.destinations.empty() && route.destinationList != source::noNode)
        return std::nullopt;
    const char* code = route.hasRedirect ? "routing.redirect"
        : route.hasDirectResponse        ? "routing.directResponse"
                                         : "routing.noDestination";
    return Error{code, {}, resource.locate(route.node)};
}

bool hasAbsentWeights(const mesh::Route& route)
{
    return route.destinations.size() > 1
        && std::ranges::any_of(route.destinations, [](const auto& each) { return !each.weight.isPresent(); });
}

Expected<std::vector<Change>> addDestination(const mesh::Resource& resource, const mesh::Route& route,
                                             const DestinationSpec& destination, std::int64_t weight)
{
    if (auto reason = unrepresentable(resource, route))
        return std::unexpected(std::move(*reason));
    for (const mesh::Destination& other : route.destinations) {
        if (specOf(other) == destination)
            return std::unexpected(
                Error{"routing.sameDestination", {labelOf(destination)}, resource.locate(other.node)});
    }
    Split split = Split::of(route);
    const bool wasAlone = split.parts.size() == 1;
    if (wasAlone && tableOf(resource).isGatewayApi && split.total <= 1) {
        split.total = usualTotal;
        split.parts.front().weight = usualTotal;
    }
    if (weight < 0 || weight > split.total)
        return std::unexpected(
            Error{"split.range", {std::to_string(weight), labelOf(destination)}, resource.locate(route.node)});
    Split::Part part;
    split.parts.push_back(part);
    std::vector<std::int64_t> weights = rebalance(split, split.parts.size() - 1, weight);
    std::vector<Change> changes;
    for (std::size_t i = 0; i < route.destinations.size(); ++i) {
        const mesh::Destination& other = route.destinations[i];
        // Alone it needed no weight; beside another one an absent weight is nothing.
        const bool isUnwritten = wasAlone && !other.weight.isPresent();
        if (weights[i] != other.effectiveWeight || isUnwritten)
            changes.push_back(weightChange(resource, other, weights[i]));
    }
    const NodeRef like = resource.node(route.destinations.back().node).resolved();
    changes.emplace_back(source::ItemInsertion{
        route.destinationList, destinationItem(tableOf(resource), destination, weights.back(), like), source::noNode});
    return changes;
}

Expected<std::vector<Change>> removeDestination(const mesh::Resource& resource, const mesh::Route& route,
                                                std::size_t position)
{
    if (auto reason = unrepresentable(resource, route))
        return std::unexpected(std::move(*reason));
    if (route.destinations.size() < 2 || position >= route.destinations.size()) {
        return std::unexpected(Error{"routing.lastDestination",
                                     {destinationLabel(route.destinations.front())},
                                     resource.locate(route.destinations.front().node)});
    }
    const Split split = Split::of(route);
    const std::vector<std::int64_t> weights =
        split.parts[position].weight == 0 ? std::vector<std::int64_t>() : rebalance(split, position, 0);
    std::vector<Change> changes;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (i != position && weights[i] != route.destinations[i].effectiveWeight)
            changes.push_back(weightChange(resource, route.destinations[i], weights[i]));
    }
    changes.emplace_back(source::Removal{route.destinations[position].node});
    return changes;
}

} // namespace meshdraft::changes
