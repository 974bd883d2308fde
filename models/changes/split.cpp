// SPDX-License-Identifier: Apache-2.0
#include "models/changes/split.h"

#include "models/changes/statements.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

namespace meshdraft::changes {

namespace {

constexpr std::int64_t maximumWeight = 1'000'000;

/// Unlocked parts other than `part`, the heaviest first; equal ones in their order.
std::vector<std::size_t> givingOrder(const Split& split, std::size_t part)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < split.parts.size(); ++i) {
        if (i != part && !split.parts[i].locked)
            order.push_back(i);
    }
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return split.parts[i].weight; });
    return order;
}

/// What people write for a host: as it stands, and for NAME.NAMESPACE.svc… also NAME, NAME.NAMESPACE and
/// NAME.NAMESPACE.svc.
std::vector<std::string> spellingsOf(const mesh::Destination& destination)
{
    const std::string& host = destination.host.value;
    std::vector<std::string> spellings{host};
    if (!destination.backendNamespace.empty())
        spellings.push_back(host + '.' + destination.backendNamespace);
    const std::size_t service = host.find(".svc");
    if (service != std::string::npos && (service + 4 == host.size() || host[service + 4] == '.')) {
        spellings.push_back(host.substr(0, host.find('.')));
        spellings.push_back(host.substr(0, service));
        spellings.push_back(host.substr(0, service + 4));
    }
    return spellings;
}

/// The node behind `weight:` as it stands (an alias stays an alias); invalid when absent or only merged in.
source::NodeRef writtenWeight(source::NodeRef item)
{
    source::NodeRef weight;
    if (item.isMapping()) {
        for (const source::NodeRef::Entry& entry : item.entries()) {
            if (entry.key.value() == "weight")
                weight = entry.value;
        }
    }
    return weight;
}

struct Wanted {
    std::string_view host;
    std::optional<std::uint32_t> port;
    std::optional<std::string_view> subset;
};

template <typename Number> std::optional<Number> numberIn(std::string_view text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

Wanted readWanted(std::string_view text)
{
    Wanted wanted;
    if (const std::size_t slash = text.rfind('/'); slash != std::string_view::npos) {
        wanted.subset = text.substr(slash + 1);
        text = text.substr(0, slash);
    }
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        wanted.port = numberIn<std::uint32_t>(text.substr(colon + 1));
        if (wanted.port)
            text = text.substr(0, colon);
    }
    wanted.host = text;
    return wanted;
}

/// 0: something else; 1: it may be meant; 2: named with all it has.
int matchOf(const mesh::Destination& destination, std::string_view text, const Wanted& wanted)
{
    if (!destination.subset.value.empty() && destination.subset.value == text)
        return 2;
    const std::vector<std::string> spellings = spellingsOf(destination);
    if (std::ranges::find(spellings, wanted.host) == spellings.end())
        return 0;
    if (wanted.port && (!destination.port.isPresent() || destination.port.value != *wanted.port))
        return 0;
    if (wanted.subset && destination.subset.value != *wanted.subset)
        return 0;
    const bool whole = wanted.port.has_value() == destination.port.isPresent()
        && wanted.subset.has_value() == !destination.subset.value.empty();
    return whole ? 2 : 1;
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string result;
    for (const std::string& text : texts)
        result += result.empty() ? text : ", " + text;
    return result;
}

std::string indexName(const mesh::RouteTable& table, const mesh::Route& route)
{
    const std::string_view list = table.isGatewayApi ? "rules" : mesh::protocolName(route.protocol);
    return std::string(list) + '[' + std::to_string(route.index) + ']';
}

std::vector<std::string> knownRoutes(const mesh::RouteTable& table, std::span<const mesh::Route* const> routes)
{
    std::vector<std::string> names;
    for (const mesh::Route* route : routes) {
        const std::string position = indexName(table, *route);
        names.push_back(route->name.value.empty() ? position : route->name.value + " (" + position + ')');
    }
    return names;
}

/// The list and position of "http[2]".
std::optional<std::pair<std::string_view, std::uint32_t>> readIndex(std::string_view text)
{
    const std::size_t bracket = text.find('[');
    if (bracket == std::string_view::npos || !text.ends_with(']'))
        return std::nullopt;
    const auto index = numberIn<std::uint32_t>(text.substr(bracket + 1, text.size() - bracket - 2));
    if (!index)
        return std::nullopt;
    return std::pair(text.substr(0, bracket), *index);
}

bool isAt(const mesh::RouteTable& table, const mesh::Route& route, std::string_view list, std::uint32_t index)
{
    if (route.index != index)
        return false;
    return list == mesh::protocolName(route.protocol)
        || (table.isGatewayApi && (list == "rules" || list == "http" || list == "tcp" || list == "tls"));
}

} // namespace

Split Split::of(const mesh::Route& route)
{
    Split split;
    for (const mesh::Destination& destination : route.destinations) {
        Part part;
        part.label = destinationLabel(destination);
        part.weight = destination.effectiveWeight;
        part.destination = destination.node;
        part.weightNode = destination.weight.node;
        split.total += part.weight;
        split.parts.push_back(std::move(part));
    }
    for (std::size_t i = 0; i < split.parts.size(); ++i) {
        const auto same = [&](const mesh::Destination& other) {
            return destinationLabel(other) == destinationLabel(route.destinations[i]);
        };
        if (std::ranges::count_if(route.destinations, same) > 1)
            split.parts[i].label = fullDestinationLabel(route.destinations[i]);
    }
    if (split.total == 0 && split.parts.size() > 1)
        split.total = 100;
    return split;
}

std::vector<std::int64_t> rebalance(const Split& split, std::size_t part, std::int64_t weight)
{
    std::vector<std::int64_t> weights;
    for (const Split::Part& each : split.parts)
        weights.push_back(each.weight);
    if (part >= split.parts.size() || split.parts[part].locked)
        return weights;
    const std::vector<std::size_t> others = givingOrder(split, part);
    if (others.empty())
        return weights;

    std::int64_t available = split.total;
    for (std::size_t i = 0; i < split.parts.size(); ++i) {
        if (i != part && split.parts[i].locked)
            available -= weights[i];
    }
    if (available < 0)
        return weights;
    weights[part] = std::clamp<std::int64_t>(weight, 0, available);
    std::int64_t rest = available - weights[part];
    std::int64_t held = 0;
    for (const std::size_t other : others)
        held += std::max<std::int64_t>(weights[other], 0);
    std::int64_t excess = held - rest;
    for (const std::size_t other : others) {
        const std::int64_t given = std::clamp<std::int64_t>(excess, 0, std::max<std::int64_t>(weights[other], 0));
        weights[other] = std::max<std::int64_t>(weights[other], 0) - given;
        excess -= given;
    }
    if (excess < 0)
        weights[others.front()] -= excess;
    return weights;
}

source::Change weightChange(const mesh::Resource& resource, const mesh::Destination& destination, std::int64_t weight)
{
    const std::string value = std::to_string(weight);
    if (const source::NodeRef written = writtenWeight(resource.node(destination.node)))
        return source::ScalarChange{written.id(), value, false};
    return source::EntryInsertion{destination.node, "weight", source::NewValue::scalar(value), source::noNode};
}

Expected<std::vector<source::Change>> weightChanges(const mesh::Resource& resource, const mesh::Route& route,
                                                    std::span<const std::int64_t> weights)
{
    if (route.delegate.isPresent() && route.destinations.empty())
        return std::unexpected(Error{"split.delegate", {route.delegate.value}, resource.locate(route.delegate.node)});
    if (weights.size() != route.destinations.size()) {
        return std::unexpected(Error{"split.count",
                                     {std::to_string(weights.size()), std::to_string(route.destinations.size())},
                                     resource.locate(route.node)});
    }
    std::vector<source::Change> changes;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const mesh::Destination& destination = route.destinations[i];
        if (weights[i] < 0 || weights[i] > maximumWeight) {
            return std::unexpected(Error{"split.range",
                                         {std::to_string(weights[i]), destinationLabel(destination)},
                                         resource.locate(destination.node)});
        }
        if (weights[i] != destination.effectiveWeight)
            changes.push_back(weightChange(resource, destination, weights[i]));
    }
    return changes;
}

Expected<source::FileEdit> setWeights(const mesh::Resource& resource, const mesh::Route& route,
                                      std::span<const std::int64_t> weights)
{
    const auto changes = weightChanges(resource, route, weights);
    if (!changes)
        return std::unexpected(changes.error());
    source::FileEdit edit{resource.source.path, resource.text->id, {}};
    if (changes->empty())
        return edit;
    auto splices = source::planChanges(*resource.text, resource.source.document, *changes);
    if (!splices) {
        Error error = splices.error();
        error.where.path = resource.source.path;
        return std::unexpected(std::move(error));
    }
    edit.splices = std::move(*splices);
    return edit;
}

Expected<std::size_t> findDestination(const mesh::Route& route, std::string_view text)
{
    const Wanted wanted = readWanted(text);
    std::vector<std::size_t> best;
    int level = 1;
    for (std::size_t i = 0; i < route.destinations.size(); ++i) {
        const int match = matchOf(route.destinations[i], text, wanted);
        if (match < level)
            continue;
        if (match > level)
            best.clear();
        level = match;
        best.push_back(i);
    }
    if (best.size() == 1)
        return best.front();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < route.destinations.size(); ++i) {
        if (best.empty() || std::ranges::find(best, i) != best.end())
            names.push_back(fullDestinationLabel(route.destinations[i]));
    }
    return std::unexpected(Error{
        best.empty() ? "split.noDestination" : "split.ambiguousDestination", {std::string(text), joined(names)}, {}});
}

Expected<const mesh::Route*> findRoute(const mesh::RouteTable& table, std::string_view text)
{
    std::vector<const mesh::Route*> all;
    std::vector<const mesh::Route*> found;
    for (const mesh::Route& route : table.routes)
        all.push_back(&route);
    if (text.empty()) {
        std::ranges::copy_if(all, std::back_inserter(found),
                             [](const mesh::Route* route) { return route->destinations.size() > 1; });
        if (found.empty())
            found = all;
    } else {
        std::ranges::copy_if(all, std::back_inserter(found),
                             [&](const mesh::Route* route) { return route->name.value == text; });
        if (const auto index = readIndex(text); found.empty() && index) {
            std::ranges::copy_if(all, std::back_inserter(found), [&](const mesh::Route* route) {
                return isAt(table, *route, index->first, index->second);
            });
        }
    }
    if (found.size() == 1)
        return found.front();
    const std::vector<std::string> names = knownRoutes(table, found.empty() ? all : found);
    return std::unexpected(
        Error{found.empty() ? "split.noRoute" : "split.ambiguousRoute", {std::string(text), joined(names)}, {}});
}

} // namespace meshdraft::changes
