// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/environmentreader.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <map>

namespace meshdraft::matrix {

namespace {

using mesh::Destination;
using mesh::Resource;
using mesh::Route;
using source::NodeRef;

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    for (const std::string& part : parts)
        text.append(text.empty() ? std::string_view() : separator).append(part);
    return text;
}

/// What tells a route of its table: its name, else what it matches, else "http *" for every request.
std::string keyOf(const Route& route)
{
    if (!route.name.value.empty())
        return route.name.value;
    std::string key(mesh::protocolName(route.protocol));
    if (route.matches.empty() || route.matches.front().conditions.empty())
        return key += " *";
    for (const auto& condition : route.matches.front().conditions)
        key.append(" ").append(condition.field).append(" ").append(condition.value);
    return key;
}

/// The subset where a destination is the host itself; else host[:port][/subset].
std::string targetOf(const HostContext& context, const Resource& resource, const Destination& destination)
{
    const std::string host = destination.host.value;
    const bool isOwn = context.view.fullHost(host, resource.key.ns) == context.host;
    const std::string& subset = destination.subset.value;
    if (isOwn && !subset.empty())
        return subset;
    std::string text = host;
    if (destination.port.isPresent())
        text.append(":").append(std::to_string(destination.port.value));
    return subset.empty() ? text : text.append("/").append(subset);
}

Cell weightsCell(const HostContext& context, const Resource& resource, const Route& route)
{
    std::vector<std::string> parts;
    std::vector<std::string> meant; // the order means nothing, neither does a destination that gets nothing
    for (const Destination& destination : route.destinations) {
        parts.push_back(targetOf(context, resource, destination) + ' ' + std::to_string(destination.effectiveWeight));
        if (destination.effectiveWeight != 0)
            meant.push_back(parts.back());
    }
    const source::NodeId place = route.destinationList != source::noNode ? route.destinationList : route.node;
    Cell cell = derivedCell(resource, resource.node(place), joined(parts, " / "));
    std::ranges::sort(meant);
    cell.meaning = "=" + joined(meant, " / ");
    if (route.destinations.size() == 1 && !meant.empty()) {
        const std::string target = targetOf(context, resource, route.destinations.front());
        cell.meaning = "=" + target;
        if (!route.destinations.front().weight.isPresent()) {
            cell.value = target;
            cell.note = Note::Alone;
        }
    }
    return cell;
}

/// A field of a VirtualService's route; those of the Gateway API mean the same.
const mesh::FieldSchema* routeSchema(std::string_view below)
{
    static const mesh::KindSchema* const kind =
        mesh::Schema::builtIn().find("networking.istio.io", {}, "VirtualService");
    return kind == nullptr ? nullptr : kind->fieldAt(mesh::FieldPath("spec.http[0]." + std::string(below)));
}

Cell timeoutCell(const Resource& resource, const Route& route)
{
    const auto* field = routeSchema("timeout");
    if (!route.timeout.isPresent())
        return absentCell(resource, resource.node(route.node), Note::NotSet);
    Cell cell = writtenCell(resource, resource.node(route.timeout.node), field);
    // 0s switches the limit off, as if nothing was written.
    if (mesh::secondsOf(cell.value) == 0.0)
        cell.meaning.clear();
    return cell;
}

Cell attemptsCell(const HostContext& context, const Resource& resource, const Route& route)
{
    const NodeRef written = resource.node(route.retryAttempts.node);
    if (route.retryAttempts.isPresent())
        return writtenCell(resource, written, nullptr);
    const NodeRef retries = resource.node(route.node)["retries"];
    if (retries.isMapping())
        return absentCell(resource, retries, Note::Default, "0");
    const auto& mesh = context.view.settings().config.retryAttempts;
    Cell cell = absentCell(resource, resource.node(route.node), mesh.isPresent() ? Note::MeshConfig : Note::Default,
                           std::to_string(mesh.value));
    if (mesh.isPresent())
        place(cell, context.view.graph(), context.view.settings().element);
    return cell;
}

Cell perTryCell(const Resource& resource, const Route& route)
{
    if (route.perTryTimeout.isPresent())
        return writtenCell(resource, resource.node(route.perTryTimeout.node), routeSchema("timeout"));
    return absentCell(resource, resource.node(route.node), Note::NotSet);
}

Cell retryOnCell(const Resource& resource, const Route& route)
{
    const NodeRef retries = resource.node(route.node)["retries"];
    const auto* field = routeSchema("retries.retryOn");
    if (const NodeRef on = retries["retryOn"])
        return writtenCell(resource, on, field);
    return absentCell(resource, retries ? retries : resource.node(route.node), Note::Default,
                      field == nullptr ? std::string() : field->defaultValue, field);
}

Cell mirrorCell(const HostContext& context, const Resource& resource, const Route& route)
{
    if (route.mirrors.empty())
        return absentCell(resource, resource.node(route.node), Note::NotSet);
    std::vector<std::string> parts;
    for (const Destination& mirror : route.mirrors)
        parts.push_back(targetOf(context, resource, mirror) + ' ' + std::to_string(mirror.effectiveWeight) + " %");
    return derivedCell(resource, resource.node(route.mirrors.front().node), joined(parts, " / "));
}

Cell faultCell(const Resource& resource, const Route& route)
{
    if (const NodeRef fault = resource.node(route.node)["fault"])
        return writtenCell(resource, fault, nullptr);
    return absentCell(resource, resource.node(route.node), Note::NotSet);
}

void addRoute(const HostContext& context, const Resource& resource, const Route& route, const std::string& key)
{
    const auto add = [&](std::string_view setting, auto&& make) {
        if (context.isAsked(setting))
            context.cells.push_back({setting, resource.key.name, key, make()});
    };
    if (!route.destinations.empty())
        add("route.weights", [&] { return weightsCell(context, resource, route); });
    if (route.protocol != mesh::Protocol::Http && route.protocol != mesh::Protocol::Grpc)
        return;
    add("route.timeout", [&] { return timeoutCell(resource, route); });
    if (std::get<mesh::RouteTable>(resource.body).isGatewayApi) {
        if (route.retryAttempts.isPresent())
            add("route.retries.attempts", [&] { return attemptsCell(context, resource, route); });
    } else {
        add("route.retries.attempts", [&] { return attemptsCell(context, resource, route); });
        add("route.retries.perTryTimeout", [&] { return perTryCell(resource, route); });
        add("route.retries.retryOn", [&] { return retryOnCell(resource, route); });
        add("route.fault", [&] { return faultCell(resource, route); });
    }
    add("route.mirror", [&] { return mirrorCell(context, resource, route); });
}

/// "edge/shop-gw HTTPS 443" for each server of a gateway; the reference alone where it is not in the files.
void appendGateway(const HostContext& context, std::string_view reference, std::vector<std::string>& parts)
{
    bool isFound = false;
    for (const mesh::ResourceIndex index : context.view.graph().ofKind("Gateway")) {
        const Resource& gateway = context.view.at(index);
        const auto* body = std::get_if<mesh::Gateway>(&gateway.body);
        if (body == nullptr || gateway.key.ns + '/' + gateway.key.name != reference)
            continue;
        for (const auto& server : body->servers) {
            isFound = true;
            parts.push_back(std::string(reference) + ' ' + server.port.protocol.value + ' '
                            + std::to_string(server.port.number.value));
        }
    }
    if (!isFound)
        parts.emplace_back(reference);
}

void addGateways(const HostContext& context)
{
    if (!context.isAsked("host.gateways") || context.use.tables.empty())
        return;
    std::vector<std::string> parts;
    const Resource* at = nullptr;
    source::NodeId node = source::noNode;
    for (const mesh::ResourceIndex index : context.use.tables) {
        const Resource& resource = context.view.at(index);
        const auto& table = std::get<mesh::RouteTable>(resource.body);
        if (table.gateways.empty() && !table.hosts.empty())
            parts.emplace_back("mesh");
        for (const auto& gateway : table.gateways) {
            if (node == source::noNode) {
                node = gateway.node;
                at = &resource;
            }
            if (gateway.value == "mesh" || gateway.value.starts_with("Service/"))
                parts.emplace_back("mesh");
            else
                appendGateway(
                    context,
                    table.isGatewayApi ? gateway.value : mesh::gatewayReference(gateway.value, resource.key.ns), parts);
        }
    }
    std::ranges::sort(parts);
    const auto repeated = std::ranges::unique(parts);
    parts.erase(repeated.begin(), repeated.end());
    if (at != nullptr)
        context.add("host.gateways", {}, derivedCell(*at, at->node(node), joined(parts, ", ")));
    else
        context.add("host.gateways", {},
                    absentCell(context.view.at(context.use.tables.front()), {}, Note::Default, joined(parts, ", ")));
}

} // namespace

void addRouteCells(const HostContext& context)
{
    addGateways(context);
    for (const mesh::ResourceIndex index : context.use.tables) {
        const Resource& resource = context.view.at(index);
        std::map<std::string, int> seen;
        for (const Route& route : std::get<mesh::RouteTable>(resource.body).routes) {
            if (!route.delegate.value.empty())
                continue;
            std::string key = keyOf(route);
            const int count = ++seen[key];
            if (count > 1)
                key.append(" #").append(std::to_string(count));
            addRoute(context, resource, route, key);
        }
    }
}

} // namespace meshdraft::matrix
