// SPDX-License-Identifier: Apache-2.0
#include "models/checks/routes.h"

#include "models/mesh/effective/annotatedcalls.h"
#include "models/mesh/hostnames.h"
#include "models/mesh/meshroutes.h"
#include "models/mesh/schema.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::Lookups;
using mesh::MeshGraph;
using mesh::Question;
using mesh::Resource;
using mesh::ResourceIndex;

namespace {

constexpr std::size_t mostServers = 16;

std::string_view trimmed(std::string_view text)
{
    text = text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

/// A host as people write it in the annotation: short, whole, or "name.namespace" as pods may.
std::string calledHost(const MeshGraph& graph, std::string_view written, const std::string& ns, Lookups* asked)
{
    std::string full = mesh::fullyQualifiedHost(written, ns);
    const auto dot = written.find('.');
    if (dot != std::string_view::npos && written.find('.', dot + 1) == std::string_view::npos
        && graph.answers(Question::Host, full, asked).empty())
        full = mesh::serviceHost(written.substr(0, dot), written.substr(dot + 1));
    return full;
}

void addAnnotated(const MeshGraph& graph, const Resource& workload, Lookups* asked, std::vector<DeclaredCall>& calls)
{
    const auto written = workload.annotations.find(mesh::effective::callsAnnotation);
    if (written == workload.annotations.end())
        return;
    const source::NodeRef node =
        workload.rootNode()["metadata"]["annotations"].resolved()[mesh::effective::callsAnnotation];
    std::string_view rest = written->second;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const std::string_view host = trimmed(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        if (const std::string_view name = host.substr(0, host.find(':')); !name.empty()) {
            calls.push_back(
                {calledHost(graph, name, workload.key.ns, asked), node.isValid() ? node.id() : source::noNode});
        }
    }
}

void addImported(const MeshGraph& graph, const Resource& workload, Lookups* asked, std::vector<DeclaredCall>& calls)
{
    const auto& pods = std::get<mesh::Workload>(workload.body);
    for (const ResourceIndex index : graph.selecting("Sidecar", workload.key.ns, pods.podLabels, asked)) {
        const auto* sidecar = std::get_if<mesh::Sidecar>(&graph.at(index).body);
        if (sidecar == nullptr || sidecar->workloadSelector.empty())
            continue;
        for (const mesh::Sidecar::Egress& egress : sidecar->egress) {
            for (const mesh::Field<std::string>& entry : egress.hosts) {
                const std::string host = entry.value.substr(entry.value.find('/') + 1);
                if (!host.contains('*') && !graph.answers(Question::Host, host, asked).empty())
                    calls.push_back({host, source::noNode});
            }
        }
    }
}

void addPermitted(const MeshGraph& graph, const Resource& workload, Lookups* asked, std::vector<DeclaredCall>& calls)
{
    const std::string& account = std::get<mesh::Workload>(workload.body).serviceAccount;
    const std::string identity = workload.key.ns + "/sa/" + (account.empty() ? "default" : account);
    for (const ResourceIndex index : graph.answers(Question::Principal, identity, asked)) {
        const Resource& policy = graph.at(index);
        asked->add(Question::Content, policy.key);
        const mesh::Labels& selector = std::get<mesh::AuthorizationPolicy>(policy.body).target.selector;
        for (const ResourceIndex server : graph.workloadsMatching(policy.key.ns, selector, asked)) {
            for (std::string& host : hostsOf(graph, server, asked))
                calls.push_back({std::move(host), source::noNode});
        }
    }
}

} // namespace

const mesh::RouteTable* istioRoutes(const Resource& resource)
{
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    return table != nullptr && !table->isGatewayApi ? table : nullptr;
}

bool isExportedTo(std::span<const mesh::Field<std::string>> exportTo, std::string_view own, std::string_view ns)
{
    return exportTo.empty() || std::ranges::any_of(exportTo, [&](const mesh::Field<std::string>& to) {
               return to.value == "*" || to.value == ns || (to.value == "." && own == ns);
           });
}

std::vector<ResourceIndex> rulesWithSubset(const MeshGraph& graph, std::string_view host, std::string_view subset,
                                           Lookups* asked)
{
    std::vector<ResourceIndex> rules;
    for (const ResourceIndex index : graph.destinationRulesFor(host, asked)) {
        asked->add(Question::Content, graph.at(index).key);
        const auto& rule = std::get<mesh::DestinationRule>(graph.at(index).body);
        if (std::ranges::any_of(rule.subsets, [&](const auto& each) { return each.name.value == subset; }))
            rules.push_back(index);
    }
    return rules;
}

std::optional<std::string_view> servedHost(std::string_view written, std::string_view gatewayNs, std::string_view ns)
{
    const auto slash = written.find('/');
    if (slash == std::string_view::npos)
        return written;
    std::string_view scope = written.substr(0, slash);
    if (scope == ".")
        scope = gatewayNs;
    if (scope != "*" && scope != ns)
        return std::nullopt;
    return written.substr(slash + 1);
}

std::optional<double> limitOf(const mesh::Field<std::string>& duration)
{
    if (!duration.isPresent())
        return std::nullopt;
    const auto seconds = mesh::secondsOf(duration.value);
    return seconds && *seconds > 0 ? seconds : std::nullopt;
}

bool sendsRequests(const mesh::Route& route)
{
    return route.protocol == mesh::Protocol::Http && !route.destinations.empty() && !route.hasRedirect
        && !route.hasDirectResponse && !route.delegate.isPresent();
}

std::vector<DeclaredCall> callsOf(const MeshGraph& graph, ResourceIndex workload, Lookups* asked)
{
    const Resource& resource = graph.at(workload);
    asked->add(Question::Content, resource.key);
    std::vector<DeclaredCall> calls;
    addAnnotated(graph, resource, asked, calls);
    addImported(graph, resource, asked, calls);
    addPermitted(graph, resource, asked, calls);
    std::ranges::stable_sort(calls, {}, &DeclaredCall::host);
    const auto rest = std::ranges::unique(calls, {}, &DeclaredCall::host);
    calls.erase(rest.begin(), rest.end());
    return calls;
}

std::vector<std::string> hostsOf(const MeshGraph& graph, ResourceIndex workload, Lookups* asked)
{
    const Resource& resource = graph.at(workload);
    std::vector<std::string> hosts;
    for (const ResourceIndex index :
         graph.selecting("Service", resource.key.ns, std::get<mesh::Workload>(resource.body).podLabels, asked)) {
        const Resource& service = graph.at(index);
        if (!std::get<mesh::Service>(service.body).selector.empty())
            hosts.push_back(mesh::serviceHost(service.key.name, service.key.ns));
    }
    return hosts;
}

ResourceIndex meshRoutesFor(const MeshGraph& graph, std::string_view host, Lookups* asked)
{
    const auto found = graph.answers(Question::MeshHost, host, asked);
    if (found.size() != 1)
        return mesh::noResource;
    asked->add(Question::Content, graph.at(found.front()).key);
    return found.front();
}

void forEachServer(const MeshGraph& graph, ResourceIndex routes, Lookups* asked,
                   const std::function<void(ResourceIndex)>& visit)
{
    std::set<std::string> hosts;
    for (const mesh::Route& route : istioRoutes(graph.at(routes))->routes) {
        if (!sendsRequests(route))
            continue;
        for (const mesh::Destination& destination : route.destinations)
            hosts.insert(mesh::fullyQualifiedHost(destination.host.value, graph.at(routes).key.ns));
    }
    std::vector<ResourceIndex> seen;
    for (const std::string& host : hosts) {
        for (const ResourceIndex service : graph.answers(Question::Host, host, asked)) {
            asked->add(Question::Content, graph.at(service).key);
            if (!std::holds_alternative<mesh::Service>(graph.at(service).body))
                continue;
            for (const ResourceIndex workload : graph.workloadsOf(service, {}, asked)) {
                if (seen.size() < mostServers && !std::ranges::contains(seen, workload)) {
                    seen.push_back(workload);
                    visit(workload);
                }
            }
        }
    }
}

std::vector<FoundHost> httpHostsForMesh(const MeshGraph& graph, const Resource& resource, const mesh::RouteTable& table,
                                        Lookups* asked)
{
    if (!isOfMesh(table) || std::ranges::none_of(table.routes, [](const mesh::Route& route) {
            return route.protocol == mesh::Protocol::Http;
        }))
        return {};
    std::vector<FoundHost> hosts;
    for (const mesh::Field<std::string>& host : table.hosts) {
        const auto found = graph.resolveHost(host.value, resource.key.ns, asked);
        if (found.resource == mesh::noResource)
            continue;
        hosts.push_back({&host, &graph.at(found.resource)});
        asked->add(Question::Content, hosts.back().resource->key);
    }
    return hosts;
}

} // namespace meshdraft::checks
