// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

/// "Exact" and its like as the operators of Match::Condition.
std::string operatorOf(const Field<std::string>& type, std::string_view otherwise)
{
    if (!type.isPresent())
        return std::string(otherwise);
    if (type.value == "Exact")
        return "exact";
    if (type.value == "PathPrefix")
        return "prefix";
    if (type.value == "RegularExpression")
        return "regex";
    return type.value;
}

void addNamedMatches(YamlReader& yaml, Match& match, std::string_view field, NodeRef list)
{
    for (const NodeRef item : yaml.items(list)) {
        match.conditions.push_back({std::string(field) + "." + yaml.string(item, "name").value,
                                    operatorOf(yaml.string(item, "type"), "exact"), yaml.string(item, "value").value});
    }
}

Match readMatch(YamlReader& yaml, NodeRef node, Protocol protocol)
{
    Match match;
    match.node = node.id();
    match.name = yaml.string(node, "name").value;
    if (const NodeRef path = yaml.get(node, "path"); path.resolved().isMapping()) {
        const Field<std::string> value = yaml.string(path, "value");
        match.conditions.push_back(
            {"path", operatorOf(yaml.string(path, "type"), "prefix"), value.isPresent() ? value.value : "/"});
    }
    const NodeRef method = yaml.get(node, "method");
    if (protocol == Protocol::Grpc) {
        const std::string op = operatorOf(yaml.string(method, "type"), "exact");
        for (const std::string_view part : {"service", "method"}) {
            if (const Field<std::string> value = yaml.string(method, part); value.isPresent())
                match.conditions.push_back({std::string(part), op, value.value});
        }
    } else if (const Field<std::string> value = yaml.string(method); value.isPresent()) {
        match.conditions.push_back({"method", "exact", value.value});
    }
    addNamedMatches(yaml, match, "headers", yaml.get(node, "headers"));
    addNamedMatches(yaml, match, "queryParams", yaml.get(node, "queryParams"));
    return match;
}

Destination readBackend(const YamlReader& yaml, NodeRef backend, NodeRef node)
{
    Destination destination;
    destination.host = yaml.string(backend, "name");
    destination.port = yaml.number(backend, "port");
    destination.backendNamespace = yaml.string(backend, "namespace").value;
    const Field<std::string> kind = yaml.string(backend, "kind");
    destination.backendKind = kind.isPresent() ? kind.value : "Service";
    destination.node = node.id();
    return destination;
}

/// The percentage of a RequestMirror filter: `percent`, or `fraction` with a denominator of 100 unless stated.
double mirroredPercent(const YamlReader& yaml, NodeRef mirror)
{
    if (const auto percent = yaml.get(mirror, "percent").resolved().toDouble())
        return *percent;
    const NodeRef fraction = yaml.get(mirror, "fraction");
    if (!fraction.resolved().isMapping())
        return 100.0;
    const auto numerator = yaml.get(fraction, "numerator").resolved().toDouble();
    const auto denominator = yaml.get(fraction, "denominator").resolved().toDouble();
    return numerator.value_or(0.0) / denominator.value_or(100.0) * 100.0;
}

void readFilters(YamlReader& yaml, Route& route, NodeRef filters)
{
    for (const NodeRef filter : yaml.items(filters)) {
        const std::string type = yaml.string(filter, "type").value;
        if (type == "RequestMirror") {
            const NodeRef mirror = yaml.get(filter, "requestMirror");
            Destination destination = readBackend(yaml, yaml.get(mirror, "backendRef"), filter);
            setMirrored(destination, mirroredPercent(yaml, mirror));
            destination.weight = yaml.integer(mirror, "percent");
            route.mirrors.push_back(std::move(destination));
        }
        route.hasRedirect = route.hasRedirect || type == "RequestRedirect";
        route.hasRewrite = route.hasRewrite || type == "URLRewrite";
        route.hasCors = route.hasCors || type == "CORS";
        route.hasHeaderChanges =
            route.hasHeaderChanges || type == "RequestHeaderModifier" || type == "ResponseHeaderModifier";
    }
}

Route readRule(YamlReader& yaml, NodeRef node, Protocol protocol)
{
    Route route;
    route.protocol = protocol;
    route.node = node.id();
    route.name = yaml.string(node, "name");
    for (const NodeRef item : yaml.items(yaml.get(node, "matches")))
        route.matches.push_back(readMatch(yaml, item, protocol));
    const NodeRef list = yaml.get(node, "backendRefs");
    if (list.resolved().isSequence())
        route.destinationList = list.id();
    readFilters(yaml, route, yaml.get(node, "filters"));
    for (const NodeRef item : yaml.items(list)) {
        Destination destination = readBackend(yaml, item, item);
        destination.weight = yaml.integer(item, "weight");
        route.destinations.push_back(std::move(destination));
        readFilters(yaml, route, yaml.get(item, "filters"));
    }
    shareByGatewayApi(route.destinations);
    route.timeout = yaml.string(yaml.get(node, "timeouts"), "request");
    route.perTryTimeout = yaml.string(yaml.get(node, "timeouts"), "backendRequest");
    route.retryAttempts = yaml.integer(yaml.get(node, "retry"), "attempts");
    return route;
}

} // namespace

RouteTable readGatewayApiRoute(YamlReader& yaml, NodeRef root, const std::string& ns, Protocol protocol)
{
    RouteTable table;
    table.isGatewayApi = true;
    const NodeRef spec = yaml.get(root, "spec");
    table.hosts = yaml.strings(yaml.get(spec, "hostnames"));
    for (const NodeRef parent : yaml.items(yaml.get(spec, "parentRefs"))) {
        const Field<std::string> name = yaml.string(parent, "name");
        if (!name.isPresent())
            continue;
        const Field<std::string> parentNs = yaml.string(parent, "namespace");
        const Field<std::string> kind = yaml.string(parent, "kind");
        const std::string path = (parentNs.isPresent() ? parentNs.value : ns) + "/" + name.value;
        const bool isGateway = !kind.isPresent() || kind.value == "Gateway";
        table.gateways.push_back({isGateway ? path : kind.value + "/" + path, name.node});
    }
    std::uint32_t index = 0;
    for (const NodeRef item : yaml.items(yaml.get(spec, "rules"))) {
        Route route = readRule(yaml, item, protocol);
        route.index = index++;
        table.routes.push_back(std::move(route));
    }
    return table;
}

} // namespace meshdraft::mesh
