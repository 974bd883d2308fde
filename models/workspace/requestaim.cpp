// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/requestaim.h"

#include <algorithm>
#include <set>

namespace meshdraft::workspace {

using mesh::Resource;
using mesh::ResourceIndex;
using traffic::Origin;
using traffic::Request;

namespace {

constexpr std::uint32_t plainPort = 80;
constexpr std::uint32_t tlsPort = 443;

std::string shortHost(const mesh::ResourceKey& key)
{
    return key.name + "." + key.ns;
}

/// Unless it is what the scheme says anyway.
std::string withPort(const std::string& host, std::uint32_t port)
{
    return port == 0 || port == plainPort ? host : host + ":" + std::to_string(port);
}

std::uint32_t firstPort(const std::vector<mesh::Port>& ports)
{
    const bool hasPlain =
        std::ranges::any_of(ports, [](const mesh::Port& port) { return port.number.value == plainPort; });
    return hasPlain || ports.empty() ? plainPort : ports.front().number.value;
}

bool isName(const std::string& host)
{
    return !host.empty() && !host.starts_with('*') && !host.contains('$') && !host.contains('{');
}

/// The gateway of a route table, other than the mesh itself, with the port that it has the host on.
struct Entrance {
    Origin origin;
    traffic::CallerTls tls = traffic::CallerTls::None;
    std::uint32_t port = 0;
};

std::optional<Entrance> entranceOf(const mesh::MeshGraph& graph, ResourceIndex table)
{
    for (const mesh::Reference& reference : graph.referencesFrom(table)) {
        if (reference.type != mesh::ReferenceType::Exposes || reference.to == mesh::noResource)
            continue;
        const Resource& resource = graph.at(reference.to);
        const auto* gateway = std::get_if<mesh::Gateway>(&resource.body);
        if (gateway == nullptr)
            continue;
        Entrance entrance;
        entrance.origin = {.kind = Origin::Kind::Gateway, .ns = resource.key.ns, .name = resource.key.name};
        // TLS first: a plain server often only redirects to it
        for (const mesh::Gateway::Server& server : gateway->servers) {
            const bool isTls = !server.tlsMode.value.empty();
            if (entrance.port != 0 && !isTls)
                continue;
            entrance.port = server.port.number.value;
            entrance.tls = isTls ? traffic::CallerTls::Tls : traffic::CallerTls::None;
            if (isTls)
                break;
        }
        return entrance;
    }
    return std::nullopt;
}

void enter(Request& request, const Entrance& entrance)
{
    request.from = entrance.origin;
    request.tls = entrance.tls;
    const std::uint32_t usual = entrance.tls == traffic::CallerTls::None ? plainPort : tlsPort;
    request.port = entrance.port == usual ? 0 : entrance.port;
}

/// The table whose routes lead to a resource, one with a gateway before the others.
std::optional<Entrance> entranceTo(const mesh::MeshGraph& graph, ResourceIndex target, std::string& host)
{
    for (const mesh::Reference* reference : graph.referencesTo(target)) {
        if (reference->type != mesh::ReferenceType::Routes)
            continue;
        const auto* table = std::get_if<mesh::RouteTable>(&graph.at(reference->from).body);
        if (table == nullptr)
            continue;
        const auto named = std::ranges::find_if(table->hosts, [](const auto& each) { return isName(each.value); });
        const auto entrance = entranceOf(graph, reference->from);
        if (entrance && named != table->hosts.end()) {
            host = named->value;
            return entrance;
        }
    }
    return std::nullopt;
}

void fillService(const mesh::MeshGraph& graph, ResourceIndex index, bool isFree, Request& request)
{
    const Resource& resource = graph.at(index);
    std::uint32_t port = plainPort;
    if (const auto* service = std::get_if<mesh::Service>(&resource.body)) {
        request.host = shortHost(resource.key);
        port = firstPort(service->ports);
    } else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
        request.host = entry->hosts.empty() ? resource.key.name : entry->hosts.front().value;
        port = firstPort(entry->ports);
    }
    request.port = port == plainPort ? 0 : port;
    if (!isFree)
        return;
    std::string host;
    if (const auto entrance = entranceTo(graph, index, host)) {
        request.host = host;
        enter(request, *entrance);
    } else {
        request.from = {.kind = Origin::Kind::Namespace, .ns = resource.key.ns};
    }
}

} // namespace

RequestVocabulary requestVocabulary(const mesh::MeshGraph& graph)
{
    RequestVocabulary words;
    std::vector<Origin> workloads;
    std::set<std::string> hosts;
    std::set<std::string> headers;
    std::map<std::string, std::set<std::string>> paths;
    for (const ResourceIndex index : graph.order()) {
        const Resource& resource = graph.at(index);
        if (std::holds_alternative<mesh::Gateway>(resource.body)) {
            words.origins.push_back({.kind = Origin::Kind::Gateway, .ns = resource.key.ns, .name = resource.key.name});
        } else if (std::holds_alternative<mesh::Workload>(resource.body)) {
            workloads.push_back({.kind = Origin::Kind::Workload, .ns = resource.key.ns, .name = resource.key.name});
        } else if (const auto* service = std::get_if<mesh::Service>(&resource.body)) {
            hosts.insert(withPort(shortHost(resource.key), firstPort(service->ports)));
        } else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
            for (const auto& host : entry->hosts) {
                if (isName(host.value))
                    hosts.insert(withPort(host.value, firstPort(entry->ports)));
            }
        } else if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
            std::set<std::string> own;
            for (const mesh::Route& route : table->routes) {
                for (const mesh::Match& match : route.matches) {
                    for (const mesh::Match::Condition& condition : match.conditions) {
                        const bool isPath = condition.field == "uri" || condition.field == "path";
                        if (isPath && condition.value.starts_with('/') && condition.op != "regex")
                            own.insert(condition.value);
                        if (condition.field.starts_with("headers."))
                            headers.insert(condition.field.substr(std::string_view("headers.").size()));
                    }
                }
            }
            for (const auto& host : table->hosts) {
                if (!isName(host.value))
                    continue;
                if (host.value.contains('.'))
                    hosts.insert(host.value);
                paths[host.value].insert(own.begin(), own.end());
                if (!host.value.contains('.'))
                    paths[host.value + "." + resource.key.ns].insert(own.begin(), own.end());
            }
        }
    }
    const auto order = [](const Origin& origin) { return std::pair(origin.ns, origin.name); };
    std::ranges::sort(words.origins, {}, order);
    std::ranges::sort(workloads, {}, order);
    words.origins.insert(words.origins.end(), workloads.begin(), workloads.end());
    for (const std::string& ns : graph.namespaces())
        words.origins.push_back({.kind = Origin::Kind::Namespace, .ns = ns});
    words.origins.push_back({.kind = Origin::Kind::Outside});
    words.hosts.assign(hosts.begin(), hosts.end());
    words.headers.assign(headers.begin(), headers.end());
    for (const auto& [host, known] : paths) {
        // a service's short and full names are one host
        const auto suffix = host.find(".svc.");
        auto& list = words.paths[suffix == std::string::npos ? host : host.substr(0, suffix)];
        list.insert(list.end(), known.begin(), known.end());
    }
    return words;
}

std::optional<Request> requestTo(const mesh::MeshGraph& graph, const mesh::ElementRef& target,
                                 const std::optional<Origin>& from)
{
    const ResourceIndex index = graph.find(target);
    if (index == mesh::noResource)
        return std::nullopt;
    const Resource& resource = graph.at(index);
    Request request;
    if (from)
        request.from = *from;
    if (std::holds_alternative<mesh::Service>(resource.body)
        || std::holds_alternative<mesh::ServiceEntry>(resource.body)) {
        fillService(graph, index, !from, request);
        return request;
    }
    if (std::holds_alternative<mesh::Workload>(resource.body)) {
        for (const mesh::Reference* reference : graph.referencesTo(index)) {
            const bool isService = std::holds_alternative<mesh::Service>(graph.at(reference->from).body);
            if (reference->type == mesh::ReferenceType::Selects && isService) {
                fillService(graph, reference->from, !from, request);
                return request;
            }
        }
        return std::nullopt;
    }
    if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
        const mesh::HostResolution host = graph.resolveHost(rule->host.value, resource.key.ns);
        if (host.resource == mesh::noResource)
            return std::nullopt;
        fillService(graph, host.resource, !from, request);
        return request;
    }
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->hosts.empty())
        return std::nullopt;
    const auto named = std::ranges::find_if(table->hosts, [](const auto& each) { return isName(each.value); });
    if (named == table->hosts.end())
        return std::nullopt;
    request.host = named->value;
    const auto entrance = entranceOf(graph, index);
    if (from) {
        request.from = *from;
    } else if (entrance) {
        enter(request, *entrance);
    } else {
        request.from = {.kind = Origin::Kind::Namespace, .ns = resource.key.ns};
    }
    const mesh::HostResolution host = graph.resolveHost(request.host, resource.key.ns);
    if (request.port == 0 && request.from.kind != Origin::Kind::Gateway && host.resource != mesh::noResource) {
        const std::string written = request.host;
        fillService(graph, host.resource, false, request);
        request.host = written;
    }
    // a route in it says which path leads to it
    for (const mesh::Route& route : table->routes) {
        if (!target.field.isWithin(resource.pathOf(route.node)) || target.field.isEmpty())
            continue;
        for (const mesh::Match::Condition& condition :
             route.matches.empty() ? std::vector<mesh::Match::Condition>() : route.matches.front().conditions) {
            if ((condition.field == "uri" || condition.field == "path") && condition.value.starts_with('/'))
                request.path = condition.value;
            if (condition.field.starts_with("headers.") && condition.op == "exact")
                request.headers.emplace(condition.field.substr(8), condition.value);
            if (condition.field == "method" && condition.op == "exact")
                request.method = condition.value;
        }
    }
    return request;
}

} // namespace meshdraft::workspace
