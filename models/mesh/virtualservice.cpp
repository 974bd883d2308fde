// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/meshroutes.h"
#include "models/mesh/readers.h"

#include <algorithm>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

/// Conditions out of one StringMatch ({exact|prefix|regex: text}); none of them: the field has to be there.
Match::Condition stringMatch(const YamlReader& yaml, std::string field, NodeRef node)
{
    for (const std::string_view op : {"exact", "prefix", "regex"}) {
        if (const Field<std::string> value = yaml.string(node, op); value.isPresent())
            return {std::move(field), std::string(op), value.value};
    }
    return {std::move(field), "present", {}};
}

void addStringMatches(YamlReader& yaml, Match& match, std::string_view field, NodeRef mapping)
{
    for (const auto& [key, value] : yaml.entries(mapping))
        match.conditions.push_back(stringMatch(yaml, std::string(field) + "." + std::string(key.value()), value));
}

/// A list of which any value may hold makes one condition; its values are joined with ", ".
void addAlternatives(YamlReader& yaml, Match& match, std::string_view field, NodeRef list)
{
    std::string joined;
    for (const Field<std::string>& value : yaml.strings(list))
        joined += (joined.empty() ? "" : ", ") + value.value;
    if (!joined.empty())
        match.conditions.push_back({std::string(field), "exact", std::move(joined)});
}

void addScalar(const YamlReader& yaml, Match& match, NodeRef node, std::string_view field)
{
    if (const Field<std::string> value = yaml.string(node, field); value.isPresent())
        match.conditions.push_back({std::string(field), "exact", value.value});
}

Match readMatch(YamlReader& yaml, NodeRef node)
{
    Match match;
    match.node = node.id();
    match.name = yaml.string(node, "name").value;
    for (const std::string_view field : {"uri", "scheme", "method", "authority"}) {
        if (yaml.has(node, field))
            match.conditions.push_back(stringMatch(yaml, std::string(field), yaml.get(node, field)));
    }
    if (yaml.isTrue(node, "ignoreUriCase"))
        match.conditions.push_back({"ignoreUriCase", "exact", "true"});
    for (const std::string_view field : {"headers", "withoutHeaders", "queryParams"})
        addStringMatches(yaml, match, field, yaml.get(node, field));
    addAlternatives(yaml, match, "sniHosts", yaml.get(node, "sniHosts"));
    addAlternatives(yaml, match, "destinationSubnets", yaml.get(node, "destinationSubnets"));
    addScalar(yaml, match, node, "sourceSubnet");
    addScalar(yaml, match, node, "port");
    for (const auto& [key, value] : yaml.labels(yaml.get(node, "sourceLabels")))
        match.conditions.push_back({"sourceLabels." + key, "exact", value});
    addScalar(yaml, match, node, "sourceNamespace");
    addAlternatives(yaml, match, "gateways", yaml.get(node, "gateways"));
    return match;
}

/// A Destination mapping (host, subset, port); `node` is what stands for it in views: the list item.
Destination readDestination(const YamlReader& yaml, NodeRef destination, NodeRef node)
{
    Destination result;
    result.host = yaml.string(destination, "host");
    result.subset = yaml.string(destination, "subset");
    result.port = yaml.number(yaml.get(destination, "port"), "number");
    result.node = node.id();
    return result;
}

void readMirrors(YamlReader& yaml, Route& route, NodeRef node)
{
    const auto addMirror = [&](NodeRef destination, NodeRef place, NodeRef percentage) {
        Destination mirror = readDestination(yaml, destination, place);
        const NodeRef value = percentage.resolved().isMapping() ? yaml.get(percentage, "value") : percentage;
        const auto percent = value.resolved().toDouble();
        // an empty percentage is 0, an absent one everything
        setMirrored(mirror, percent.value_or(percentage.resolved().isMapping() ? 0.0 : 100.0));
        if (percent)
            mirror.weight = {mirror.effectiveWeight, value.id()};
        route.mirrors.push_back(std::move(mirror));
    };
    if (const NodeRef mirror = yaml.get(node, "mirror"); mirror.resolved().isMapping()) {
        NodeRef percentage = yaml.get(node, "mirrorPercentage");
        for (const std::string_view older : {"mirrorPercent", "mirror_percent"}) {
            if (!percentage.isValid())
                percentage = yaml.get(node, older);
        }
        addMirror(mirror, mirror, percentage);
    }
    for (const NodeRef item : yaml.items(yaml.get(node, "mirrors")))
        addMirror(yaml.get(item, "destination"), item, yaml.get(item, "percentage"));
}

void readHttpParts(YamlReader& yaml, Route& route, NodeRef node, const std::string& ns)
{
    route.timeout = yaml.string(node, "timeout");
    const NodeRef retries = yaml.get(node, "retries");
    route.retryAttempts = yaml.integer(retries, "attempts");
    route.perTryTimeout = yaml.string(retries, "perTryTimeout");
    const NodeRef delegate = yaml.get(node, "delegate");
    if (const Field<std::string> name = yaml.string(delegate, "name"); name.isPresent()) {
        const Field<std::string> delegateNs = yaml.string(delegate, "namespace");
        route.delegate = {(delegateNs.isPresent() ? delegateNs.value : ns) + "/" + name.value, name.node};
    }
    route.hasFault = yaml.has(node, "fault");
    route.hasRedirect = yaml.has(node, "redirect");
    route.hasDirectResponse = yaml.has(node, "directResponse");
    route.hasRewrite = yaml.has(node, "rewrite");
    route.hasCors = yaml.has(node, "corsPolicy");
    route.hasHeaderChanges = route.hasHeaderChanges || yaml.has(node, "headers");
    readMirrors(yaml, route, node);
}

Route readRoute(YamlReader& yaml, NodeRef node, Protocol protocol, const std::string& ns)
{
    Route route;
    route.protocol = protocol;
    route.node = node.id();
    route.name = yaml.string(node, "name");
    for (const NodeRef item : yaml.items(yaml.get(node, "match")))
        route.matches.push_back(readMatch(yaml, item));
    const NodeRef list = yaml.get(node, "route");
    if (list.resolved().isSequence())
        route.destinationList = list.id();
    for (const NodeRef item : yaml.items(list)) {
        Destination destination = readDestination(yaml, yaml.get(item, "destination"), item);
        destination.weight = yaml.integer(item, "weight");
        route.hasHeaderChanges = route.hasHeaderChanges || yaml.has(item, "headers");
        route.destinations.push_back(std::move(destination));
    }
    shareByIstio(route.destinations);
    if (protocol == Protocol::Http)
        readHttpParts(yaml, route, node, ns);
    return route;
}

} // namespace

RouteTable readVirtualService(YamlReader& yaml, NodeRef root, const std::string& ns)
{
    RouteTable table;
    const NodeRef spec = yaml.get(root, "spec");
    table.hosts = yaml.strings(yaml.get(spec, "hosts"));
    table.gateways = yaml.strings(yaml.get(spec, "gateways"));
    table.exportTo = yaml.strings(yaml.get(spec, "exportTo"));
    for (const Protocol protocol : {Protocol::Http, Protocol::Tls, Protocol::Tcp}) {
        std::uint32_t index = 0;
        for (const NodeRef item : yaml.items(yaml.get(spec, protocolName(protocol)))) {
            Route route = readRoute(yaml, item, protocol, ns);
            route.index = index++;
            table.routes.push_back(std::move(route));
        }
    }
    return table;
}

bool isOfMesh(const RouteTable& table)
{
    return !table.isGatewayApi
        && (table.gateways.empty() || std::ranges::contains(table.gateways, "mesh", &Field<std::string>::value));
}

} // namespace meshdraft::mesh
