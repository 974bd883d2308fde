// SPDX-License-Identifier: Apache-2.0
// The mirror of a route: `mirror` or `mirrors` of a VirtualService, a RequestMirror filter of the Gateway API.
#include "models/changes/routeparts.h"

#include <cmath>

namespace meshdraft::changes {

using source::Change;
using source::EntryInsertion;
using source::NewEntry;
using source::NewValue;
using source::NodeRef;

namespace {

/// Sets a scalar entry of a mapping, adds it, or takes it out (no value).
void setEntry(std::vector<Change>& changes, NodeRef mapping, const std::string& key,
              const std::optional<std::string>& value, bool asString)
{
    const NodeRef::Entry entry = entryOf(mapping, key);
    if (!value) {
        if (entry.key)
            changes.emplace_back(source::Removal{entry.key.id()});
    } else if (!entry.key) {
        changes.emplace_back(EntryInsertion{mapping.id(), key, NewValue::scalar(*value, asString), source::noNode});
    } else if (entry.value.value() != *value) {
        changes.emplace_back(source::ScalarChange{entry.value.id(), *value, asString});
    }
}

/// Sets the port {number} of an Istio destination.
void setPort(std::vector<Change>& changes, NodeRef destination, const std::optional<std::uint32_t>& port)
{
    const NodeRef::Entry entry = entryOf(destination, "port");
    if (port && entry.value.resolved().isMapping()) {
        setEntry(changes, entry.value, "number", std::to_string(*port), false);
    } else if (port) {
        changes.emplace_back(EntryInsertion{destination.id(), "port",
                                            NewValue::mapping({{"number", NewValue::scalar(std::to_string(*port))}}),
                                            source::noNode});
    } else if (entry.key) {
        changes.emplace_back(source::Removal{entry.key.id()});
    }
}

std::optional<std::string> unlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

void setIstioDestination(std::vector<Change>& changes, NodeRef destination, const DestinationSpec& to)
{
    setEntry(changes, destination, "host", to.host, true);
    setEntry(changes, destination, "subset", unlessEmpty(to.subset), true);
    setPort(changes, destination, to.port);
}

/// `mirrorPercentage: {value: 5}` (or `percentage` of an item of `mirrors`); `older`: a plain number that stands there.
void setPercentage(std::vector<Change>& changes, NodeRef mapping, const std::string& key, double percent)
{
    const std::string number = numberText(percent);
    for (const char* older : {"mirrorPercent", "mirror_percent"}) {
        if (const NodeRef::Entry entry = entryOf(mapping, older); entry.key) {
            setEntry(changes, mapping, older, number, false);
            return;
        }
    }
    const NodeRef::Entry entry = entryOf(mapping, key);
    if (!entry.key) {
        changes.emplace_back(EntryInsertion{mapping.id(), key, NewValue::mapping({{"value", NewValue::scalar(number)}}),
                                            source::noNode});
    } else if (entry.value.resolved().isMapping()) {
        setEntry(changes, entry.value, "value", number, false);
    } else {
        changes.emplace_back(
            source::ValueReplacement{entry.value.id(), NewValue::mapping({{"value", NewValue::scalar(number)}})});
    }
}

std::vector<Change> istioMirror(const mesh::Resource& resource, const mesh::Route& route,
                                const std::optional<MirrorSpec>& mirror)
{
    std::vector<Change> changes;
    const NodeRef item = resource.node(route.node).resolved();
    const NodeRef::Entry several = entryOf(item, "mirrors");
    const NodeRef::Entry single = entryOf(item, "mirror");
    if (!mirror) {
        for (const char* key : {"mirror", "mirrors", "mirrorPercentage", "mirrorPercent", "mirror_percent"}) {
            if (const NodeRef::Entry entry = entryOf(item, key); entry.key)
                changes.emplace_back(source::Removal{entry.key.id()});
        }
        return changes;
    }
    if (!route.mirrors.empty() && !single.key && several.key) {
        const NodeRef first = several.value.resolved().item(0).resolved();
        setIstioDestination(changes, entryOf(first, "destination").value, mirror->destination);
        setPercentage(changes, first, "percentage", mirror->percent);
        return changes;
    }
    if (single.value.resolved().isMapping()) {
        setIstioDestination(changes, single.value, mirror->destination);
    } else {
        const NodeRef like = resource.node(route.destinations.front().node).resolved()["destination"];
        changes.emplace_back(
            EntryInsertion{route.node, "mirror", destinationValue(mirror->destination, like), source::noNode});
    }
    setPercentage(changes, item, "mirrorPercentage", mirror->percent);
    return changes;
}

/// A filter of the rule (or of a backend) as it stands: the RequestMirror of the only mirror.
std::vector<Change> changedFilter(NodeRef filter, const MirrorSpec& mirror)
{
    std::vector<Change> changes;
    const NodeRef body = entryOf(filter, "requestMirror").value;
    const NodeRef backend = entryOf(body, "backendRef").value;
    const auto port = mirror.destination.port;
    setEntry(changes, backend, "name", mirror.destination.host, true);
    setEntry(changes, backend, "namespace", unlessEmpty(mirror.destination.ns), true);
    setEntry(changes, backend, "port", port ? std::optional(std::to_string(*port)) : std::nullopt, false);
    if (const NodeRef::Entry fraction = entryOf(body, "fraction"); fraction.key)
        changes.emplace_back(source::Removal{fraction.key.id()});
    setEntry(changes, body, "percent", numberText(mirror.percent), false);
    return changes;
}

std::vector<Change> gatewayMirror(const mesh::Resource& resource, const mesh::Route& route,
                                  const std::optional<MirrorSpec>& mirror)
{
    if (!route.mirrors.empty()) {
        const NodeRef filter = resource.node(route.mirrors.front().node);
        if (mirror)
            return changedFilter(filter.resolved(), *mirror);
        const NodeRef list = filter.parent();
        return {source::Removal{list.size() == 1 ? list.key().id() : filter.id()}};
    }
    if (!mirror)
        return {};
    const NodeRef like = resource.node(route.destinations.front().node);
    const NewValue value = NewValue::mapping(
        {{"type", NewValue::scalar("RequestMirror")},
         {"requestMirror",
          NewValue::mapping({{"backendRef", inOrderOf(backendEntries(mirror->destination, like), like)},
                             {"percent", NewValue::scalar(numberText(mirror->percent))}})}});
    const NodeRef::Entry filters = entryOf(resource.node(route.node).resolved(), "filters");
    if (filters.value.resolved().isSequence())
        return {source::ItemInsertion{filters.value.id(), value, source::noNode}};
    return {EntryInsertion{route.node, "filters", NewValue::sequence({value}), source::noNode}};
}

} // namespace

std::optional<Error> unmirrorable(const mesh::Resource& resource, const mesh::Route& route)
{
    if (auto reason = unrepresentable(resource, route))
        return reason;
    if (route.protocol == mesh::Protocol::Tcp || route.protocol == mesh::Protocol::Tls)
        return Error{
            "routing.mirrorProtocol", {std::string(mesh::protocolName(route.protocol))}, resource.locate(route.node)};
    if (route.mirrors.size() > 1)
        return Error{"routing.mirrors", {std::to_string(route.mirrors.size())}, resource.locate(route.mirrors[0].node)};
    return std::nullopt;
}

Expected<std::vector<Change>> setMirror(const mesh::Resource& resource, const mesh::Route& route,
                                        const std::optional<MirrorSpec>& mirror)
{
    if (auto reason = unmirrorable(resource, route))
        return std::unexpected(std::move(*reason));
    const bool isGatewayApi = tableOf(resource).isGatewayApi;
    if (mirror) {
        const bool isWhole = std::floor(mirror->percent) == mirror->percent;
        if (!(mirror->percent > 0 && mirror->percent <= 100) || (isGatewayApi && !isWhole))
            return std::unexpected(
                Error{"routing.percent", {numberText(mirror->percent)}, resource.locate(route.node)});
    }
    return isGatewayApi ? gatewayMirror(resource, route, mirror) : istioMirror(resource, route, mirror);
}

} // namespace meshdraft::changes
